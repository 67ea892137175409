//! Shares: of what, and of which whole (`高新技术企业占全国的1/7`, `近六成由中小企业贡献`).

use super::indicator::{indicator, one_name, without_ends};
use super::measured::Measured;
use super::naming::{Naming, grown};
use super::words::LINKS;

impl Naming<'_> {
    /// `高新技术企业占全国的1/7`, `占13%`: of what, and of which whole.
    pub(super) fn share(&self, before: &str) -> Option<String> {
        const LONGEST_WHOLE: usize = 10;
        let clause = self
            .sentence
            .slice(self.clauses[self.at].start(), self.quantities[self.nth].range.start());
        if let Some(part) = self.part() {
            let whole = ["全国", "全省", "全市", "全球", "世界"]
                .into_iter()
                .find(|one| clause.contains(one))?;
            return Some(format!("{part}占{whole}比重"));
        }
        if let Some(part) = self.part_by() {
            return Some(part);
        }
        if let Some((part, whole)) = ratio(before).or_else(|| equals(before)) {
            return Some(share_of(&indicator(part, None)?, whole));
        }
        let (_, whole) = clause.rsplit_once('占')?;
        // 占生产总值的比重2022年达到3.2%
        let from = self.quantities[self.nth].range.start() - whole.len() as u32;
        let time = self.sentence.times.iter().find(|time| {
            time.range.start() > from && time.range.end() <= self.quantities[self.nth].range.start()
        });
        let whole = time.map_or(whole, |time| self.sentence.slice(from, time.range.start()));
        let whole = without_ends(whole, &LINKS).trim_start_matches(['了', '到']);
        let whole = ["的比重", "的比例", "比重", "比例"]
            .iter()
            .find_map(|end| whole.strip_suffix(end))
            .unwrap_or(whole);
        if whole.chars().count() > LONGEST_WHOLE || whole.contains('和') {
            return None;
        }
        let ahead = before.rsplit_once('占').map_or("", |(ahead, _)| ahead);
        let ahead = ahead.trim_end_matches(['约', '已', '均', '就', '近', '只', '仅']);
        let ahead = ahead.strip_suffix("基本").unwrap_or(ahead);
        // 甲业务在总业务量占1%
        if let Some((part, of)) = ahead.rsplit_once('在').filter(|_| whole.is_empty())
            && let (Some(part), Some(of)) = (indicator(part, None), indicator(of, None))
        {
            return Some(share_of(&part, &of));
        }
        let part = indicator(ahead, None);
        let last = self.found.last().or_else(|| self.thread_last());
        // 28人死亡,其中乙型465例,占八成: of the cases, and not of the dead.
        let before = self.nth.checked_sub(1).map(|nth| &self.quantities[nth]);
        let of_people = |last: &Measured| {
            let other = before.is_some_and(|before| before.value != last.value);
            other && last.indicator.ends_with("人数")
        };
        let last = last.filter(|last| !last.indicator.contains("占") && !of_people(last));
        let part = part.or_else(|| last.map(|last| grown(&last.indicator).to_owned()));
        part.map(|part| share_of(&part, whole))
    }

    /// `1/7的高新技术企业`: what a share is of.
    fn part(&self) -> Option<String> {
        // 2.68%的平均水平: not a part of it.
        const LEVELS: [&str; 8] = ["平均", "水平", "比例", "比率", "目标", "份额", "增速", "增幅"];
        let noun = self.behind().strip_prefix('的')?;
        if LEVELS.iter().any(|word| noun.starts_with(word)) {
            return None;
        }
        let end = noun.find(|c: char| !c.is_alphanumeric() || "和与及来由在为是".contains(c));
        indicator("", Some(&noun[..end.unwrap_or(noun.len())]))
    }

    /// `近六成由中小企业贡献`: who does a share of it.
    fn part_by(&self) -> Option<String> {
        const DONE: [&str; 7] = ["贡献", "提供", "创造", "完成", "承担", "产生", "生产"];
        let behind = self.behind().trim_end_matches(crate::tense::ends_clause);
        let doer = behind.strip_prefix(['由', '是'])?;
        let done = DONE.iter().find(|verb| doer.trim_end_matches('的').ends_with(**verb))?;
        let name = indicator("", Some(doer.split(done).next()?))?;
        Some(format!("{name}{done}占比"))
    }

    /// `其中渔船不到三分之一`: how many of those told of before are such.
    pub(super) fn is_a_share_of_those(&self) -> bool {
        let quantity = &self.quantities[self.nth];
        let ahead = self.sentence.slice(self.clauses[self.at].start(), quantity.range.start());
        let part = quantity.unit == "%" || quantity.kind == "ratio" && quantity.unit.is_empty();
        part && ahead.starts_with("其中")
    }

    /// `发病后4.5小时内到院的比例不低于45%`: a share of what is told at such length that no name holds it.
    pub(super) fn is_a_share_of_more(&self) -> bool {
        let quantity = &self.quantities[self.nth];
        if quantity.unit != "%" {
            return false;
        }
        let ahead = self.sentence.slice(self.clauses[self.at].start(), quantity.range.start());
        let share = ["的比例", "的比重", "的占比"].iter().find_map(|word| ahead.rsplit_once(word));
        let counted = |words: &str| words.contains(|c: char| c.is_ascii_digit());
        share.is_some_and(|(part, behind)| counted(part) && !counted(behind))
    }
}

/// `研发经费与GDP之比达`: of what, and to what.
fn ratio(before: &str) -> Option<(&str, &str)> {
    let words = without_ends(before, &LINKS).strip_suffix("之比")?;
    words.rsplit_once(['与', '和', '同', '对'])
}

/// `研发开支相当于生产总值的比率仅为`: of what, and to what.
fn equals(before: &str) -> Option<(&str, &str)> {
    let words = without_ends(before, &LINKS);
    let words = ["的比率", "的比例", "的比重"].iter().find_map(|end| words.strip_suffix(end))?;
    words.split_once("相当于")
}

/// The name of a share. What research costs of what is produced has a name of its own.
fn share_of(part: &str, whole: &str) -> String {
    let research = part.contains("研发") || part.contains("研究与试验发展");
    match one_name(whole).as_str() {
        "" | "比" => format!("{part}占比"),
        "GDP" if research => "研发投入强度".to_owned(),
        _ => format!("{part}占{whole}比重"),
    }
}
