//! As of when a number is, and whether it is a target.
//!
//! 1. the last time before the number in its sentence; not one that it is compared with (比2018年)
//! 2. 目前 is the article's date, whatever date stands before it
//! 3. what came together since a date (2022年以来,共…) is of the span from there to the article's date
//!    and a time before what the sentence told as of now is past for what follows (其中甲省127家)
//! 4. a sentence without a time has that of the figures told before it in its paragraph, unless it
//!    tells of what has come together (累计); a document, a meeting or an index, and a part of what was just told
//!    (其中), has the last date told
//! 5. else when it was told, the article's date, as inferred; of a first batch,
//!    and where the article may be of any later date, this only sets the number among others and is not given; the
//!    first value of a change has none but its own (从2018年的2.8%)

use std::sync::LazyLock;

use deltascope_model::{Basis, Edtf, InitiativeKind, Standing, TextRange};

use super::measured::Measuring;
use super::standing::{Said, standing};
use crate::names::Mention;
use crate::times::FoundTime;
use crate::triggers::triggers;
use crate::words::Words;

/// Words for the article's own time.
const NOW: [&str; 8] = ["目前", "如今", "现在", "当前", "迄今", "至今", "眼下", "现今"];

/// They, by their first characters.
static NOW_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(NOW));

/// They, and words for what has come together by the article's date.
static BY_NOW: LazyLock<Words> =
    LazyLock::new(|| Words::new(["累计", "已", "现有", "至今", "仍"].into_iter().chain(NOW)));

/// Words for a sum.
static SUMS: LazyLock<Words> =
    LazyLock::new(|| Words::new(["共", "累计", "合计", "总计", "先后", "新增"]));

/// Words for a rate over years.
static YEARLY: LazyLock<Words> =
    LazyLock::new(|| Words::new(["年均", "平均每年", "每年平均", "年平均"]));

/// Verbs for a thing's beginning or end, which 于 and its date follow.
const BIRTHS: [&str; 35] = [
    "成立",
    "创立",
    "创建",
    "创办",
    "设立",
    "建立",
    "组建",
    "始建",
    "建",
    "诞生",
    "启用",
    "揭牌",
    "开馆",
    "开工",
    "建成",
    "竣工",
    "动工",
    "奠基",
    "通车",
    "投用",
    "上线",
    "投运",
    "启动",
    "运行",
    "运营",
    "挂牌",
    "发起",
    "投产",
    "开园",
    "开业",
    "试点",
    "投入使用",
    "推出",
    "开通",
    "开展",
];

/// Whether a time has a last day.
fn ends(time: &FoundTime) -> bool {
    time.edtf.as_ref().is_some_and(|edtf| edtf.bounds().last.is_some())
}

/// `由目前的34%提高到50%`: the present is that of the first value, and not of what follows.
fn is_where_from(before: &str) -> bool {
    before.ends_with(['由', '从', '比', '较'])
}

/// 现在, not that of 发现在.
fn is_now(word: &str, before: &str) -> bool {
    word != "现在" || !before.ends_with(['发', '出', '呈', '体', '表', '展', '涌', '浮', '实'])
}

/// `据统计,三天接待观众3.2万人次`: nothing that the sentence before reaches for.
fn is_counted_already(words: &str) -> bool {
    ["统计,", "统计，", "数据显示", "统计显示"].iter().any(|word| words.contains(word))
}

/// 未来五年, 今后三年.
fn is_ahead(time: &str) -> bool {
    ["未来", "今后", "接下来", "往后"].iter().any(|word| time.starts_with(word))
}

/// A rate that is told month by month.
fn is_monthly(number: &Number<'_>) -> bool {
    number.indicator.ends_with('率') || number.indicator.ends_with("指数")
}

/// The month before a month: inferred.
fn month_before(time: &FoundTime) -> Option<AsOf> {
    let (year, month) = time.edtf.as_ref()?.as_str().split_once('-')?;
    let (year, month): (u32, u32) = (year.parse().ok()?, month.parse().ok()?);
    let (year, month) = if month == 1 { (year.checked_sub(1)?, 12) } else { (year, month - 1) };
    let edtf = Edtf::new(format!("{year:04}-{month:02}")).ok()?;
    Some(AsOf { edtf, basis: Basis::Inferred, dated: true })
}

/// `分品类看,`, `按地区分,`: what was told as a whole is told in parts.
fn is_divided(words: &str) -> bool {
    let opening = words.split(crate::tense::ends_clause).next().unwrap_or_default();
    words.starts_with(['分', '按']) && opening.ends_with(['看', '分'])
}

/// The last of a span of dates.
fn end_of(edtf: &Edtf) -> Option<Edtf> {
    let (_, last) = edtf.as_str().split_once('/')?;
    Edtf::new(last).ok()
}

/// A number and what it is told of.
pub(super) struct Number<'a> {
    pub(super) clause: TextRange,
    pub(super) range: TextRange,
    /// The first of a change from one value to another.
    pub(super) first_of_change: bool,
    /// What another value is set against: `比2020年的3%高`.
    pub(super) earlier: bool,
    /// What it measures.
    pub(super) indicator: &'a str,
    /// Its date among those that its clause tells of one by one: `2009年和2010年分别…`.
    pub(super) own: Option<&'a AsOf>,
    /// Whether the figure before it in its sentence is a target, where there is one.
    pub(super) after_an_aim: Option<bool>,
    pub(super) owner: Option<&'a Mention>,
    /// Where the number before it in its sentence stands that is a figure, and as of when that is.
    pub(super) latest: Option<(u32, &'a AsOf)>,
}

/// A date that a number is as of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AsOf {
    pub(crate) edtf: Edtf,
    pub(crate) basis: Basis,
    /// False where that is only when the number was told, which dates it among others and not by itself.
    pub(crate) dated: bool,
}

impl AsOf {
    /// The date of an expression.
    pub(super) fn of(time: &FoundTime) -> Option<Self> {
        Some(Self { edtf: time.edtf.clone()?, basis: time.basis, dated: true })
    }
}

/// When a number is as of.
pub(super) struct When {
    pub(super) as_of: Option<AsOf>,
    pub(super) standing: Standing,
}

impl Measuring<'_> {
    /// When a number is as of, and how it stands; nothing where it is only expected. `growing` where it is a
    /// growth.
    pub(super) fn when(&self, number: &Number<'_>, growing: bool) -> Option<When> {
        if self.is_of_now_and_changes(number) {
            return Some(When { as_of: self.told_at.cloned(), standing: Standing::Reported });
        }
        let governing =
            self.governing(number, growing).filter(|time| !self.is_before_now(time, number));
        let time = governing.filter(|time| ends(time));
        let edtf = time.and_then(|time| time.edtf.as_ref());
        let start = time.map_or(number.clause.start(), |time| time.range.end());
        let ahead = time.map_or("", |time| self.slice(self.range.start(), time.range.start()));
        // 1月以来,抽查…: not of the day that the sentence before told of.
        let open = governing.is_some_and(|time| !ends(time));
        let carried = self.carried(number).filter(|_| !open).cloned();
        let opens = number.clause.start() == self.range.start();
        let said = Said {
            ahead_of_time: ahead,
            before: self.slice(start, number.range.start()),
            behind: self.slice(number.range.end(), number.clause.end()),
            time: (number.own.map(|own| &own.edtf))
                .or(edtf)
                .or(carried.as_ref().map(|date| &date.edtf)),
            ahead: time.is_some_and(|time| is_ahead(&time.text)),
            sentence: self.slice(self.range.start(), number.range.start()),
            clause: self.slice(number.clause.start(), number.range.start()),
            told: self.told_so_far(),
            indicator: number.indicator,
            after_an_aim: number.after_an_aim.unwrap_or_else(|| opens && self.thread.aims()),
            reference: self.reference,
        };
        let standing = standing(&said)?;
        // 从520亿减少至270亿: what is to be is the second alone.
        let from = standing == Standing::Target && number.first_of_change && !number.earlier;
        let before = governing.filter(|time| from || self.goes_from(time.range, number));
        if let Some(time) = before {
            let as_of = if from { None } else { month_before(time).filter(|_| is_monthly(number)) };
            return Some(When { as_of, standing: Standing::Reported });
        }
        let default = if number.own.is_none() && self.was_once(number) {
            None
        } else if number.first_of_change || standing == Standing::Target {
            carried.filter(|_| !number.first_of_change || self.goes_over_the_same_span(number))
        } else if self.is_of_the_edition_before(number) {
            None
        } else if self.is_of_a_batch(number) {
            carried.or_else(|| Some(AsOf { dated: false, ..self.told_at?.clone() }))
        } else {
            carried.or_else(|| self.told_at.cloned())
        };
        let since = || self.since(governing.filter(|time| !ends(time))?, number);
        let own = || time.and_then(AsOf::of);
        let mut as_of = number.own.cloned().or_else(own).or_else(since).or(default);
        // 2011年至2021年,年均增长9%: a rate over years is as of the last; 近三年 does not say which year that is.
        if let Some(date) = as_of.as_mut().filter(|_| self.is_a_rate(number))
            && date.basis == Basis::Stated
            && let Some(last) = end_of(&date.edtf)
        {
            date.edtf = last;
        }
        Some(When { as_of, standing })
    }

    /// What the paragraph tells up to the end of the sentence, so far back as one thing hangs on another.
    fn told_so_far(&self) -> &str {
        const REACH: usize = 400;
        let end = self.range.usize().end;
        let start = self.text.floor_char_boundary(self.range.usize().start.saturating_sub(REACH));
        self.text.get(start..end).unwrap_or_default()
    }

    /// `现有会员215家,其中甲省127家`: a time before what the sentence told as of now, unless that
    /// is where a change goes from (由目前的5天延长到10天).
    fn is_before_now(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        let now = number.latest.filter(|(_, as_of)| Some(*as_of) == self.told_at);
        now.is_some_and(|(at, _)| {
            let between = self.slice(at, number.range.start());
            !number.first_of_change && time.range.end() <= at && !between.contains(['到', '至'])
        })
    }

    /// `2022年以来,共实施43项`: from then to when it was told. How much there is now is of now.
    fn since(&self, time: &FoundTime, number: &Number<'_>) -> Option<AsOf> {
        let between = self.slice(time.range.end(), number.range.start());
        let clause = self.slice(number.clause.start(), number.range.start());
        let level = ["到", "至", "共有"].iter().any(|word| clause.contains(word));
        let sums = self.slice(time.range.start(), time.range.end()).ends_with("以来")
            && SUMS.stand_in(between)
            && !level
            && !self.is_of_a_batch(number);
        let told = self.told_at.filter(|told| sums && told.dated)?;
        let (first, _) = time.edtf.as_ref()?.as_str().split_once('/')?;
        let edtf = Edtf::new([first, "/", told.edtf.as_str()].concat()).ok()?;
        Some(AsOf { edtf, basis: time.basis.max(told.basis), dated: true })
    }

    /// `首批甲联合体有12家`, `首批12家`: so many were in it then, whenever that is told.
    fn is_of_a_batch(&self, number: &Number<'_>) -> bool {
        let owner = number.owner.map(|owner| owner.range.start());
        let starts = owner.filter(|&at| at >= number.clause.start()).into_iter();
        starts.chain([number.range.start()]).any(|at| {
            let words = self.slice(number.clause.start(), at);
            ["首批", "第一批", "第二批", "第三批"].iter().any(|batch| words.ends_with(batch))
        })
    }

    /// `由目前的34%提高到50%`
    fn is_of_now_and_changes(&self, number: &Number<'_>) -> bool {
        let words = self.slice(number.clause.start(), number.range.start());
        let words = words.trim_end_matches('的');
        let now = NOW.iter().find_map(|now| words.strip_suffix(now));
        now.is_some_and(|before| before.ends_with(['由', '从']))
    }

    fn is_a_rate(&self, number: &Number<'_>) -> bool {
        let words = self.slice(number.clause.start(), number.range.start());
        YEARLY.stand_in(words)
    }

    /// `成立于2020年8月,成员88家`: when a thing came to be tells nothing of a number in a later clause.
    fn is_of_a_birth(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        if number.clause.contains(time.range) {
            return false;
        }
        let clause = self.slice(number.clause.start(), number.range.start());
        let then = || ["初", "当时", "首批"].iter().any(|word| clause.contains(word));
        let before = self.slice(self.range.start(), time.range.start());
        let born = || {
            let words = before.strip_suffix('于');
            words.is_some_and(|words| BIRTHS.iter().any(|verb| words.ends_with(verb)))
        };
        let since = || BY_NOW.stand_in(clause) && self.begins_something(time, number);
        (born() || since() || self.is_past(time, number)) && !then()
    }

    /// `去年8月完成备案,已投项目7个`: what is so by now, behind a day or a month when something happened.
    fn is_past(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        const BY_NOW: [&str; 4] = ["已", "现已", "现有", "累计已"];
        let clause = self.slice(self.opening(number.clause), number.range.start());
        let point = time.edtf.as_ref().is_some_and(|edtf| {
            let edtf = edtf.as_str();
            edtf.len() >= "2024-08".len() && !edtf.contains(['/', '~'])
        });
        let before = self.slice(self.range.start(), time.range.start());
        let up_to = ["截至", "截止", "到", "至"].iter().any(|word| before.ends_with(word));
        let behind = self.slice(time.range.end(), number.clause.start());
        let happened = behind.split(crate::tense::ends_clause).next().unwrap_or_default();
        point
            && !up_to
            && !happened.is_empty()
            && BY_NOW.iter().any(|word| clause.starts_with(word))
    }

    /// `2019年4月正式成立,`, `今年6月推出质押业务,`
    fn begins_something(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        const LONGEST: usize = 8;
        const LONGEST_OF_WHAT: usize = 20;
        let behind = self.slice(time.range.end(), number.clause.start());
        let behind = behind.split(crate::tense::ends_clause).next().unwrap_or_default();
        let told = behind.strip_prefix("正式").unwrap_or(behind);
        let long = behind.chars().count();
        BIRTHS.iter().any(|verb| {
            long <= LONGEST && behind.ends_with(verb)
                || long <= LONGEST_OF_WHAT && told.starts_with(verb)
        })
    }

    /// `从2018年的12家增至30家`: the time is that of the value before the change.
    fn is_of_the_first(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        let before = self.slice(self.range.start(), time.range.start());
        let between = self.slice(time.range.end(), number.range.start());
        before.ends_with(['从', '由'])
            && between.starts_with('的')
            && between.contains(|c: char| c.is_ascii_digit())
    }

    /// `去年9月上线的甲平台已汇集…`: when what is named came to be tells nothing of its number.
    fn is_of_the_name(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        const LONGEST: usize = 12;
        let behind = self.slice(time.range.end(), number.range.start());
        let Some((verb, _)) = behind.split_once('的') else { return false };
        let at = time.range.end() + (verb.len() + "的".len()) as u32;
        let named = self.mentions.iter().any(|mention| {
            let before = self.slice(at, mention.range.start().max(at));
            mention.range.start() >= at
                && mention.range.end() <= number.range.start()
                && matches!(before, "" | "“" | "「")
        });
        named
            && verb.chars().count() <= LONGEST
            && !verb.contains(crate::tense::ends_clause)
            && triggers(verb).any(|(at, trigger)| at + trigger.word.len() == verb.len())
    }

    /// The certain time before the number. What grew since 2022年以来 is as of the time before that.
    fn governing(&self, number: &Number<'_>, growing: bool) -> Option<&FoundTime> {
        if let Some(time) = self.time_behind(number) {
            return Some(time);
        }
        if self.times.is_empty() {
            return None;
        }
        let words = self.slice(self.range.start(), number.range.start());
        let now = NOW_WORDS.within(words);
        let now = now
            .filter(|&(at, word, ())| is_now(word, &words[..at]) && !is_where_from(&words[..at]));
        let now = now.last().map_or(0, |(at, ..)| at);
        // 从最初的15家: what was before is as of the time told before.
        let clause = self.slice(number.clause.start(), number.range.start());
        let from = if number.first_of_change && !clause.contains('初') {
            number.clause.start()
        } else {
            self.range.start() + now as u32
        };
        self.times.iter().rev().find(|time| {
            let before = self.slice(self.range.start(), time.range.start());
            time.range.start() >= from
                && time.range.end() <= number.range.start()
                && time.basis != Basis::Vague
                && time.edtf.is_some()
                && (!growing || ends(time))
                && (!before.ends_with(['比', '较', '与', '超'])
                    || number.earlier
                    || self.is_set_against(time, number))
                && !self.is_added(time, number)
                && !self.is_of_a_birth(time, number)
                && !self.is_of_the_name(time, number)
                && !self.is_of_the_first(time, number)
                && !self.is_of_another_thing(time, number)
                && (time.range.start() >= number.clause.start()
                    || !self.is_of_the_edition_before(number))
                && !self.is_a_base(time)
                && !self.is_in_a_name(time)
        })
    }

    /// `82分是2019年的得分`, `82分,算到2019年`, `82分(2019年)`: the time of which a value is said to be.
    fn time_behind(&self, number: &Number<'_>) -> Option<&FoundTime> {
        const IS: [&str; 6] = ["是", "便是", "就是", "成了", "便成了", "算作"];
        const UP_TO: [&str; 4] = ["算到", "截至", "截止到", "统计到"];
        const VALUES: [&str; 6] = ["得分", "数字", "数据", "水平", "数", "值"];
        self.times.iter().find(|time| {
            let between =
                self.slice(number.range.end(), time.range.start().max(number.range.end()));
            let behind = self.slice(time.range.end(), self.range.end());
            let of = behind.strip_prefix('的').unwrap_or_default();
            let beside = matches!(between, "(" | "（") && behind.starts_with([')', '）'])
                || between.strip_prefix([',', '，']).is_some_and(|words| UP_TO.contains(&words));
            let said = IS.contains(&between) && VALUES.iter().any(|word| of.starts_with(word));
            time.range.start() >= number.range.end() && time.edtf.is_some() && (beside || said)
        })
    }

    /// `与2019年的60家相比`: the date is this number's.
    fn is_set_against(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        let behind = self.slice(number.range.end(), number.clause.end());
        number.clause.contains(time.range) && behind.starts_with("相比")
    }

    /// `加上去年的12家,共24家`: what was added is of then, the sum is not.
    fn is_added(&self, time: &FoundTime, number: &Number<'_>) -> bool {
        let ahead = self.slice(self.range.start(), time.range.start());
        let added = ["加上", "连同", "算上"].iter().any(|word| ahead.ends_with(word));
        added && !number.clause.contains(time.range)
    }

    /// `以2015年为100`, `(2015年为100)`: what an index is counted from.
    pub(super) fn is_a_base(&self, time: &FoundTime) -> bool {
        const BASES: [&str; 4] = ["为100", "=100", "为基期", "为基数"];
        let before = self.slice(self.range.start(), time.range.start());
        let behind = self.text.get(time.range.usize().end..).unwrap_or_default();
        before.ends_with('以') && behind.starts_with('为')
            || BASES.iter().any(|word| behind.starts_with(word))
    }

    /// 2025 of a name tells nothing of a number.
    pub(super) fn is_in_a_name(&self, time: &FoundTime) -> bool {
        self.mentions.iter().any(|mention| mention.range.overlap(time.range).is_some())
    }

    /// `同期由44家增加到75家`: from and to the dates between which another number changed.
    fn goes_over_the_same_span(&self, number: &Number<'_>) -> bool {
        let words = self.slice(self.range.start(), number.range.start());
        ["同期由", "同期从", "同期，从", "同期,从"].iter().any(|word| words.contains(word))
    }

    /// The date that the sentence goes on with, where it has none of its own.
    fn carried(&self, number: &Number<'_>) -> Option<&AsOf> {
        use InitiativeKind::{Event, Law, Plan, Policy};
        let words = self.slice(self.range.start(), number.range.start());
        if let Some((first, last)) =
            self.thread.span.as_ref().filter(|_| self.goes_over_the_same_span(number))
        {
            return Some(if number.first_of_change { first } else { last });
        }
        let by_now = BY_NOW.stand_in(words) || words.contains("以来");
        let then = number.owner.is_some_and(|owner| {
            matches!(owner.kind, Event | Law | Plan | Policy) || owner.name.ends_with("指数")
        });
        let then = then || words.starts_with("其中");
        let last = self.thread.last_date();
        let date = || self.thread.date.as_ref().filter(|_| then);
        // 分品类看,…: of what the paragraph before told last.
        let divided = || self.thread.before.as_ref().filter(|_| is_divided(words));
        let date = last.or_else(date).or_else(divided).filter(|_| !by_now)?;
        (!is_counted_already(words) || !self.is_to_come(date)).then_some(date)
    }

    fn is_to_come(&self, date: &AsOf) -> bool {
        let first = date.edtf.bounds().first;
        let told = self.told_at.and_then(|told| told.edtf.bounds().last);
        first.zip(told).is_some_and(|(first, told)| first > told)
    }
}
