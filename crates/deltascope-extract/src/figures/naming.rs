//! What a quantity of a sentence measures: by the words of its clause, or by what the sentence
//! measured or named before. A value goes on with the indicator of the one before it, grows, is a
//! share, or is of the subject of the clause before.

use std::cell::OnceCell;
use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use super::alone::is_amount;
use super::compared::is_compared;
use super::indicator::{
    by_times, by_verb, divided, has_another_owner, indicator, is_enumerated, is_generic,
    is_number_of, subject, without_ends,
};
use super::measured::{Measured, Measuring, is_growing, is_money};
use super::price::{is_of_each, of_each};
use super::thing::is_thing;
use super::turned::without_extreme;
use super::words::LINKS;
use crate::endings::Endings;
use crate::gazetteer::Known;
use crate::names::Mention;
use crate::quantities::FoundQuantity;
use crate::rules::name_head::is_han;
use crate::tense::ends_clause;

/// An indicator, and the clause whose subject it is where it is not the quantity's own.
pub(super) struct Named {
    pub(super) indicator: String,
    pub(super) subject: Option<usize>,
    /// Whether it is the value of before: `高于去年的82分`.
    pub(super) earlier: bool,
}

impl Named {
    /// Of its own clause.
    pub(super) fn of_itself(indicator: String) -> Self {
        Self { indicator, subject: None, earlier: false }
    }

    /// What is no rate by itself, as a share: 渔船 → 渔船占比.
    fn into_share(self) -> Self {
        const RATES: [char; 7] = ['率', '比', '占', '度', '幅', '额', '值'];
        let rate = self.indicator.contains(RATES);
        Self { indicator: self.indicator + if rate { "" } else { "占比" }, ..self }
    }
}

/// A quantity of a sentence whose indicator is looked for.
pub(super) struct Naming<'a> {
    pub(super) sentence: &'a Measuring<'a>,
    pub(super) clauses: &'a [TextRange],
    /// The quantity's clause.
    pub(super) at: usize,
    pub(super) quantities: &'a [FoundQuantity],
    /// The quantity.
    pub(super) nth: usize,
    pub(super) found: &'a [Measured],
    /// [`Naming::words_before`], once that was asked.
    before: OnceCell<String>,
}

impl<'a> Naming<'a> {
    pub(super) fn of(
        sentence: &'a Measuring<'a>,
        clauses: &'a [TextRange],
        at: usize,
        quantities: &'a [FoundQuantity],
        nth: usize,
        found: &'a [Measured],
    ) -> Self {
        Self { sentence, clauses, at, quantities, nth, found, before: OnceCell::new() }
    }

    /// What the quantity is a figure of.
    pub(super) fn named(&self, owner: Option<&Mention>) -> Option<Named> {
        let quantity = &self.quantities[self.nth];
        if quantity.kind == "duration" {
            return self.lasting();
        }
        if quantity.kind == "rank" {
            // 成交额172亿元,居全省第三: what ranks so.
            let last = self.found.last().filter(|_| owner.is_none()).map(|last| &*last.indicator);
            let among = self.ranked_among();
            let name = format!("{}排名", among.or(last.map(grown)).unwrap_or_default());
            return self.is_ranked().then(|| Named::of_itself(name));
        }
        if let Some(counted) = self.sentence.counts_named(quantity.range) {
            let behind = self.sentence.slice(counted.range.end(), self.clauses[self.at].end());
            let things = ["项目", "任务", "企业", "成果"];
            let thing = things.into_iter().find(|one| behind.starts_with(one));
            let things = self.sentence.slice(counted.range.start(), counted.range.end());
            let name = thing.map_or_else(|| self.number(things), str::to_owned);
            return Some(Named::of_itself(name));
        }
        if self.is_per_so_many() {
            return self.per_so_many().map(Named::of_itself);
        }
        if let Some(beside) = self.beside() {
            return Some(Named::of_itself(beside));
        }
        let before = self.words_before();
        if let Some(later) = self.compared_with() {
            return Some(Named::of_itself(later));
        }
        if let Some(indicator) = self.value_elsewhere() {
            return Some(Named::of_itself(indicator));
        }
        if let Some(indicator) = self.value_of_before() {
            return Some(Named { earlier: true, ..Named::of_itself(indicator) });
        }
        // 总额1965万元,人均32万元: another measure, which has no name of its own.
        let ahead = before.trim_end_matches(['的', '和', '、']);
        let mean = ["人均", "户均", "单均"].iter().any(|word| ahead.ends_with(word));
        if mean || is_compared(before) || is_base(quantity, before) || is_saved(before) {
            return None;
        }
        if is_growing(quantity) {
            // 甲指数年均增长9%: the index itself.
            let here = |owner: &Mention| self.clauses[self.at].contains(owner.range);
            let index = owner.is_some_and(|owner| owner.name.ends_with("指数") && here(owner));
            let itself = index.then_some("总指数");
            return self.growth(before, itself).map(Named::of_itself);
        }
        if let Some(changed) = self.changed_by(before) {
            return Some(Named::of_itself(changed));
        }
        // 占总销量的比重由18%升到33%
        let of_a_whole = || {
            let whole = before.rsplit_once('占').map(|(_, whole)| whole);
            let share = whole.is_some_and(|whole| !whole.starts_with(['有', '地', '用']));
            quantity.kind == "change" && quantity.unit == "%" && share && !self.follows_a_change()
        };
        if matches!(quantity.kind, "percent" | "ratio") || of_a_whole() {
            let share = self.share(before).map(Named::of_itself);
            let adverbs = ['约', '的', '只', '仅', '也', '已', '就', '均', '还', '更'];
            let of_its_noun = self.behind().starts_with('的');
            if share.is_some()
                || of_its_noun
                || before.trim_start_matches(adverbs).starts_with('占')
            {
                return share;
            }
        }
        let of_one = self.is_how_it_is_done(before) || self.is_one_of_them() || self.is_of_a_norm();
        if of_one || self.is_a_bound() || self.is_a_share_of_more() {
            return None;
        }
        let named = self.listed(before).map(Named::of_itself);
        let named = named.or_else(|| self.counted(owner, before))?;
        let proportion = || {
            let share = quantity.unit == "%" && named.subject.is_none();
            let words = before.trim_end_matches(['约', '达', '到', '为', '近', '超']);
            share && words.ends_with("比例") && !words.ends_with("的比例")
        };
        Some(if proportion() {
            Named { indicator: format!("{}比例", named.indicator), ..named }
        } else if self.is_a_share_of_those() {
            named.into_share()
        } else {
            named
        })
    }

    /// The clause behind the number.
    pub(super) fn behind(&self) -> &str {
        let number = self.quantities[self.nth].range;
        self.sentence.slice(number.end(), self.clauses[self.at].end())
    }

    /// Whether words name a thing, and hold no other number and no date of the sentence.
    pub(super) fn names_a_thing(&self, indicator: &str) -> bool {
        let numbers = self.quantities.iter().filter(|one| one.kind != "ordinal");
        let dates = self.sentence.times.iter().map(|time| time.range);
        let mut others = numbers.map(|one| one.range).chain(dates).filter(|range| {
            // 5G and 一期 of a name are short.
            range.usize().len() > "一期".len() && !self.sentence.is_a_term(*range)
        });
        // 14金9银11铜居首
        let counted = |rest: &str| rest.starts_with(['金', '银', '铜', '个', '家']);
        let number = indicator.trim_start_matches(|c: char| c.is_ascii_digit());
        // 使甲镇6800亩受损: where it is.
        let village = indicator.ends_with(['镇', '乡', '村'])
            && indicator.chars().count() <= 4
            && !["乡村", "新村", "小镇", "古镇", "古村"].iter().any(|end| indicator.ends_with(end));
        let counts = number.len() < indicator.len() && counted(number);
        let named = is_thing(grown(indicator)) && !village && !counts;
        named
            && !others
                .any(|range| indicator.contains(self.sentence.slice(range.start(), range.end())))
    }

    /// Whether the clause says that something else has what is counted.
    pub(super) fn has_another_owner(&self) -> bool {
        has_another_owner(self.words_before())
    }

    /// What a plain value is of.
    fn counted(&self, owner: Option<&Mention>, before: &str) -> Option<Named> {
        const LONGEST_PLACE: usize = 4;
        let quantity = &self.quantities[self.nth];
        let last = self.found.last().filter(|last| !is_growth(last));
        // 盈利由1亿元,合每股1元,增至2亿元: what a share has is told beside it.
        let mut before_it = self.found.iter().rev();
        let alike = before_it.find(|one| !one.indicator.starts_with("每股"));
        let alike = alike.filter(|one| !is_growth(one) && one.unit == quantity.unit);
        // 第二批12家,首批12家: a batch is told of by itself.
        let alike = alike.filter(|last| !last.indicator.starts_with('第'));
        let alike = alike.map(|last| self.without_mean(&last.indicator).to_owned());
        if without_ends(before, &LINKS).ends_with("每股") {
            let of = last.map_or("收益", |last| last.indicator.trim_start_matches("每股"));
            return Some(Named::of_itself(format!("每股{of}")));
        }
        // 38人受伤,其中36人为游客: who they are.
        let part = self.sentence.slice(self.clauses[self.at].start(), quantity.range.start());
        if part.trim_end_matches(['有', '约', '近']) == "其中"
            && self.behind().starts_with(['为', '是', '系'])
        {
            return None;
        }
        // 榜单15项,金额4260万元,其中甲省6项、乙省5项: of what was counted so last.
        let same = || self.found.iter().rfind(|one| one.unit == quantity.unit && !is_growth(one));
        if let Some(same) = same().filter(|_| quantity.noun.is_none() && self.is_a_place_alone()) {
            return Some(Named::of_itself(same.indicator.clone()));
        }
        // 营收增长8%,从46亿元增至50亿元: the values that grew so.
        let grew = self.found.last().filter(|last| is_growth(last) && quantity.kind == "change");
        let bare = without_ends(before, &LINKS).trim_matches('的').is_empty();
        if let Some(grew) = grew.filter(|_| bare && quantity.unit != "%") {
            return Some(Named::of_itself(grown(&grew.indicator).to_owned()));
        }
        // The second value of a change belongs to the indicator of the first.
        if quantity.kind == "change" && self.follows_a_change() && alike.is_some() {
            return alike.map(Named::of_itself);
        }
        if let Some(number) = self.number_behind(owner) {
            return Some(Named::of_itself(number));
        }
        // 共七章五十二条; of what the article spoke of: 规定不分章,共二十三条
        let articles = quantity.unit == "条" && owner.is_some() && before.ends_with('章');
        if articles || quantity.unit == "条" && bare && self.is_of_a_text(owner) {
            return Some(Named::of_itself("条文".to_owned()));
        }
        // 在建和预研的达13个: of what was told before, or of nothing that is said.
        if self.is_elided() {
            return alike.map(Named::of_itself).or_else(|| self.subject());
        }
        // 1988年建成通车,长约18公里
        let length = matches!(quantity.unit.as_str(), "公里" | "米");
        if length && without_ends(before, &LINKS).trim_start_matches('的') == "长" {
            return Some(Named::of_itself("长度".to_owned()));
        }
        if let Some(signed) = self.signed(before) {
            return Some(Named::of_itself(signed));
        }
        let price = of_each(before).filter(|_| is_money(quantity));
        if let Some(sum) = price.or_else(|| self.sum_behind(before)) {
            return Some(Named::of_itself(sum));
        }
        let of_times = by_times(before, &quantity.unit);
        let Some(name) = of_times.or_else(|| indicator(before, self.noun().as_deref())) else {
            return alike
                .map(Named::of_itself)
                .or_else(|| self.said_again(before).map(Named::of_itself))
                .or_else(|| self.went_on(before).map(Named::of_itself))
                .or_else(|| self.size_of_a_fund(owner, before).map(Named::of_itself))
                .or_else(|| self.subject())
                .or_else(|| self.led(owner, before).map(Named::of_itself))
                .or_else(|| by_verb(before, &quantity.unit).map(Named::of_itself))
                .or_else(|| self.number_of(owner, before).map(Named::of_itself));
        };
        // 标准样品86种,其中水质类39种: a kind of the same.
        if let Some(alike) =
            alike.clone().filter(|_| quantity.noun.is_none() && name.ends_with('类'))
        {
            return Some(Named::of_itself(format!("{name}{alike}")));
        }
        // 其中保定市8600张: the place has as many of the same.
        let placed = name.ends_with(['市', '县', '省']) && name.chars().count() <= LONGEST_PLACE;
        if let Some(alike) = alike.clone().filter(|_| placed) {
            return Some(Named::of_itself(alike));
        }
        if quantity.value.len() == 1 && is_enumerated(&name) && !self.sentence.composes(quantity) {
            return None;
        }
        if is_number_of(&name) {
            return alike.or(owner.map(|_| name)).map(Named::of_itself);
        }
        // 园区3.02平方公里: how large it is.
        let parts = ["园区", "片区", "库区", "校区", "院区", "保护区", "基地", "广场", "水域"];
        if is_area(&quantity.unit) && parts.iter().any(|part| name.ends_with(part)) {
            return Some(Named::of_itself(format!("{name}面积")));
        }
        if quantity.noun.is_some() || !is_generic(&name) || name == "面积" && last.is_some() {
            return Some(Named::of_itself(name));
        }
        // 技术合同超9300项,成交额超307亿元: the second is of the first.
        let rates = |last: &&Measured| last.unit == "%";
        let mut whole = self.found.iter().rev().filter(|one| !is_of_each(&one.indicator));
        let last = whole.next().filter(|last| !is_growth(last));
        match last.filter(|last| !rates(last) || name.starts_with("占")) {
            Some(last) if last.indicator.ends_with(&name) => Some(Named::of_itself(name)),
            Some(last) => Some(Named::of_itself(format!("{}{name}", last.indicator))),
            None => {
                let whole = self.subject().filter(|whole| !whole.indicator.ends_with(&name));
                let joined = |whole: Named| Named {
                    indicator: format!("{}{name}", whole.indicator),
                    ..whole
                };
                whole.map(joined).or_else(|| Some(Named::of_itself(name.clone())))
            }
        }
    }

    /// `9毛钱的信息费`, `由甲公司承保的800万元意外保险`, `价值3万元的首饰`: what the money behind which it stands
    /// is, where what stands before is no amount.
    fn sum_behind(&self, before: &str) -> Option<String> {
        const LONGEST: usize = 8;
        const SUMS: [&str; 14] = [
            "费",
            "罚款",
            "罚金",
            "奖金",
            "押金",
            "定金",
            "保证金",
            "赔偿金",
            "补偿金",
            "抚恤金",
            "慰问金",
            "债券",
            "国债",
            "保险",
        ];
        if !is_money(&self.quantities[self.nth]) {
            return None;
        }
        let behind = self.behind();
        let rest = behind.strip_prefix('的').unwrap_or(behind);
        let rest = rest.trim_start_matches(['“', '”', '"', '「', '」']);
        let end =
            rest.find(|c: char| !is_han(c) || "和及与在为是由".contains(c)).unwrap_or(rest.len());
        let thing =
            Some(&rest[..end]).filter(|thing| (2..=LONGEST).contains(&thing.chars().count()))?;
        let before = without_ends(before, &LINKS);
        if before.ends_with("价值") {
            let goods = behind.starts_with('的') && is_thing(thing);
            return goods.then(|| format!("{thing}价值"));
        }
        let sum = SUMS.iter().any(|end| thing.ends_with(end)) && is_thing(thing);
        let amount = || indicator(before, None).is_some_and(|name| is_amount(&name));
        (sum && !amount()).then(|| thing.to_owned())
    }

    /// `按每秒500立方米流量下泄`, `每天130万吨的需求`: how something is done or how much is needed, which the
    /// words before do not name.
    fn is_how_it_is_done(&self, before: &str) -> bool {
        const LEVELS: [&str; 5] = ["流量", "能力", "需求", "速度", "速率"];
        let end = without_ends(before, &LINKS);
        let end = end.trim_end_matches(['的', '照', '和', '每', '天', '日']);
        let manner = end.ends_with('按') || end.ends_with("按不低于");
        let behind = self.behind();
        let level = behind.strip_prefix('的').unwrap_or(behind);
        let measure = self.quantities[self.nth].kind == "measure";
        let needed = || LEVELS.iter().any(|word| level.starts_with(word));
        measure && (manner || needed() && indicator(before, None).is_none())
    }

    /// `为国家标准的3.1倍`: by how much more than is allowed.
    fn is_of_a_norm(&self) -> bool {
        let clause = self.clauses[self.at];
        let number = self.quantities[self.nth].range;
        let ahead = self.sentence.slice(clause.start(), number.start());
        let norm = ["标准", "限值", "限量", "上限"].iter().any(|norm| ahead.contains(norm));
        self.quantities[self.nth].unit == "倍"
            && ahead.starts_with(['为', '是', '达', '超'])
            && ahead.ends_with('的')
            && norm
    }

    /// `一张处方25元`: the price of one of them.
    fn is_one_of_them(&self) -> bool {
        const ONES: [&str; 10] =
            ["一张", "一份", "一位", "一名", "一个", "一盒", "一瓶", "一杯", "一碗", "一次"];
        let clause = self.clauses[self.at];
        let number = self.quantities[self.nth].range;
        let ahead = self.sentence.slice(self.sentence.opening(clause), number.start());
        let money = self.quantities[self.nth].kind == "money";
        money && ONES.iter().any(|one| ahead.starts_with(one)) && !ahead.contains("平均")
    }

    /// `日均车流量23万辆,其中16日达31万辆`: what one day of them has is no mean.
    fn without_mean<'b>(&self, indicator: &'b str) -> &'b str {
        let clause = self.clauses[self.at];
        let words = self.sentence.slice(clause.start(), clause.end());
        let rest = words.strip_prefix("其中").map(|rest| clause.end() - rest.len() as u32);
        let day = self.sentence.times.iter().any(|time| {
            let named = self.sentence.slice(time.range.start(), time.range.end());
            Some(time.range.start()) == rest && named.ends_with(['日', '天', '号'])
        });
        // 年薪最高的68万元,最低的25万元
        if without_extreme(words) != words {
            return without_extreme(indicator);
        }
        let whole = indicator.strip_prefix("日均").or_else(|| indicator.strip_prefix("平均每日"));
        whole.filter(|whole| day && whole.chars().count() > 1).unwrap_or(indicator)
    }

    /// `其中甲省6项、乙省5项`: nothing but a place stands before the number.
    fn is_a_place_alone(&self) -> bool {
        let number = self.quantities[self.nth].range;
        let mut places = self
            .sentence
            .around
            .known
            .iter()
            .filter(|known| matches!(known.known, Known::Place(_)));
        let Some(place) = places.find(|known| known.range.end() == number.start()) else {
            return false;
        };
        let ahead = self.sentence.slice(self.clauses[self.at].start(), place.range.start());
        ahead.is_empty() || ["其中", "、", "，", ","].iter().any(|mark| ahead.ends_with(mark))
    }

    /// `设立甲基金,首期30亿元`: how much a fund holds.
    fn size_of_a_fund(&self, owner: Option<&Mention>, before: &str) -> Option<String> {
        let fund = owner.filter(|owner| owner.kind == InitiativeKind::Fund)?;
        let money = self.quantities[self.nth].kind == "money";
        let name = match without_ends(before, &LINKS).trim_start_matches('的') {
            "首期" => "首期规模",
            "总" | "" if fund.range.end() <= self.clauses[self.at].start() => "规模",
            _ => return None,
        };
        money.then(|| name.to_owned())
    }

    /// `在建和预研的达13个`: the thing that has so many is left unsaid.
    fn is_elided(&self) -> bool {
        const LINKS: [&str; 9] = ["就", "已", "有", "达到", "达", "超过", "超", "近", "共"];
        let quantity = &self.quantities[self.nth];
        let number = quantity.range;
        let ahead = self.sentence.slice(self.clauses[self.at].start(), number.start());
        let mut rest = ahead;
        while let Some(shorter) = LINKS.iter().find_map(|word| rest.strip_suffix(word)) {
            rest = shorter;
        }
        quantity.kind == "count"
            && quantity.noun.is_none()
            && rest.len() < ahead.len()
            && rest.ends_with('的')
            && !["有的", "是的", "目的", "似的"].iter().any(|word| rest.ends_with(word))
    }

    /// Whether a number is of a law or another document, by name or spoken of before.
    fn is_of_a_text(&self, owner: Option<&Mention>) -> bool {
        let of = owner.or(self.sentence.thread.topic.as_ref());
        of.is_some_and(|of| matches!(of.kind, InitiativeKind::Law | InitiativeKind::Policy))
    }

    /// What is counted, without a place before it (`七座江苏城市`), and with what it does there
    /// (16支球队参赛 → 参赛球队).
    fn noun(&self) -> Option<String> {
        let quantity = &self.quantities[self.nth];
        let which = (self.nth + 1 < self.quantities.len())
            .then(|| self.sentence.things_of_which(self.quantities, self.nth + 1));
        if let Some(things) = which.flatten() {
            return Some(things.to_owned());
        }
        // 比挂牌时的96家增加一倍: what it did is no thing.
        let grows = ["增加", "增长", "减少", "下降", "提高", "扩大", "翻"];
        let noun = quantity
            .noun
            .as_deref()
            .filter(|noun| !grows.iter().any(|verb| noun.starts_with(verb)))?;
        let behind = self.sentence.slice(quantity.range.end(), self.clauses[self.at].end());
        let behind = behind.strip_prefix(noun).unwrap_or_default();
        // 90件年节食品中肉制品33件
        let next = self.quantities.get(self.nth + 1).map(|next| next.range.start());
        let holds = noun.split_once('中').filter(|(whole, part)| {
            let end = quantity.range.end() + noun.len() as u32;
            next == Some(end) && whole.chars().count() > 1 && part.chars().count() > 1
        });
        let noun = holds.map_or(noun, |(whole, _)| whole);
        // 899所卫生院债务负担
        let house = noun.rfind(['院', '校', '馆', '所', '园']).map(|at| at + "院".len());
        let noun = house.filter(|_| quantity.unit == "所").map_or(noun, |end| &noun[..end]);
        // 20辆车: the measure word tells as much.
        let whole = match (noun, quantity.unit.as_str()) {
            ("车", "辆") => Some("车辆"),
            ("船", "艘") => Some("船舶"),
            _ => None,
        };
        let noun = whole.unwrap_or(noun);
        // 14个课题里
        let noun =
            noun.strip_suffix(['里', '中']).filter(|of| of.chars().count() > 1).unwrap_or(noun);
        let takes_part = ["参赛", "参展"].into_iter().find(|verb| behind.starts_with(verb));
        let place = self.sentence.place_at(quantity.range.end());
        let rest = place.and_then(|place| noun.get(place.range.usize().len()..));
        let thing = rest.filter(|rest| rest.chars().count() > 1).unwrap_or(noun);
        // 12家基地现场签约: where and how they did it.
        let thing = [
            "现场", "当场", "集中", "正式", "同时", "同步", "共同", "陆续", "幸福", "顺利", "纷纷",
        ]
        .iter()
        .find_map(|how| thing.strip_suffix(how))
        .filter(|thing| thing.chars().count() > 1)
        .unwrap_or(thing);
        Some(format!("{}{thing}", takes_part.unwrap_or_default()))
    }

    /// `同一个82分`, `2019年讲的23个`: what the value told before was of.
    fn said_again(&self, before: &str) -> Option<String> {
        let quantity = &self.quantities[self.nth];
        let thread = self.sentence.thread.last.as_ref();
        let last = self.found.last().or(thread)?;
        // 乙省的这一数字为8%
        let words = without_ends(before, &LINKS);
        let pointed = THIS.end(words) && last.unit == quantity.unit;
        if pointed {
            return Some(grown(&last.indicator).to_owned());
        }
        let last = thread?;
        let again = ["同一个", "同样的", "这个", "这一"].iter().any(|word| before.ends_with(word));
        let same = (&last.value, &last.unit) == (&quantity.value, &quantity.unit);
        // 2019年讲的23个: what was told of another time.
        let told = ["的讲的", "的说的", "的公布的", "的报的"].contains(&before);
        (again && same || told && last.unit == quantity.unit).then(|| last.indicator.clone())
    }

    /// `产值81亿元,增长12%;今年一季度达23亿元`: what was told of another time, where nothing is named.
    fn went_on(&self, before: &str) -> Option<String> {
        let clause = self.clauses[self.at];
        let dated = self.sentence.times.iter().any(|time| clause.contains(time.range));
        let rest = without_ends(before, &LINKS);
        let rest = ["完成", "实现"].iter().find_map(|verb| rest.strip_suffix(verb)).unwrap_or(rest);
        let bare = without_ends(rest, &LINKS).trim_matches('的').is_empty();
        let thread = self.sentence.thread;
        let last = thread.last.as_ref().filter(|_| dated && bare && self.found.is_empty())?;
        let whole = grown(&last.indicator);
        thread.told_in(whole, &self.quantities[self.nth].unit).then(|| whole.to_owned())
    }

    /// `单价30万元以上的仪器`, `跌破24.8米的历史最低水位`: what tells of which things is no measure of them.
    fn is_a_bound(&self) -> bool {
        const RECORDS: [&str; 8] =
            ["的历史", "的最低", "的最高", "的纪录", "的记录", "的警戒", "的限", "的标准"];
        let behind = self.behind();
        if RECORDS.iter().any(|word| behind.starts_with(word)) {
            return true;
        }
        // 单价50万元以上仪器, but 投资50万元以上并开工
        let money = self.quantities[self.nth].kind == "money";
        let rest = ["以上", "以下"].iter().find_map(|word| behind.strip_prefix(word));
        let of_things =
            |rest: &str| rest.starts_with(is_han) && !rest.starts_with(['并', '和', '且', '以']);
        if money && rest.is_some_and(of_things) {
            return true;
        }
        ["以上的", "以下的", "以内的"].iter().any(|word| behind.starts_with(word))
    }

    /// Whether the quantity before it in its clause is the first value of a change.
    fn follows_a_change(&self) -> bool {
        let before = self.nth.checked_sub(1).map(|nth| &self.quantities[nth]);
        before.is_some_and(|one| one.kind == "change" && self.clauses[self.at].contains(one.range))
    }

    /// The quantities of the clause that are such.
    pub(super) fn in_clause(&self, such: impl Fn(&FoundQuantity) -> bool) -> Vec<usize> {
        let clause = self.clauses[self.at];
        let all = self.quantities.iter().enumerate();
        all.filter(|(_, one)| clause.contains(one.range) && such(one)).map(|(nth, _)| nth).collect()
    }

    /// The figure told before this sentence, where the sentence goes on about it.
    pub(super) fn thread_last(&self) -> Option<&Measured> {
        const GOES_ON: [&str; 10] =
            ["后者", "同比", "环比", "比上年", "较上年", "年均", "平均", "占", "增长", "下降"];
        let words = self.sentence.slice(self.sentence.range.start(), self.sentence.range.end());
        let goes_on = GOES_ON.iter().any(|word| words.starts_with(word));
        self.sentence.thread.last.as_ref().filter(|_| goes_on)
    }

    pub(super) fn respectively(&self) -> bool {
        let clause = self.clauses[self.at];
        self.sentence.slice(clause.start(), clause.end()).contains("分别")
    }

    /// What the clause before speaks of, where it has no number of its own: `需求清单已发布,共41项`.
    fn subject(&self) -> Option<Named> {
        let at = self.subject_clause()?;
        let clause = self.clauses[at];
        let words = self.sentence.slice(clause.start(), clause.end());
        if let Some(things) = divided(words, &self.quantities[self.nth].unit) {
            return Some(Named::of_itself(things.to_owned()));
        }
        // 院长甲:办了37期班: who speaks.
        let people = &self.sentence.around.people;
        if people.iter().any(|person| clause.contains(person.name)) && words.ends_with(['：', ':'])
            || is_manner(words)
        {
            return None;
        }
        let indicator = subject(&self.words(clause.start(), clause.end()))?;
        let number = self.number_listed(clause).filter(|_| indicator == "名单");
        let indicator = number.unwrap_or(indicator);
        Some(Named { subject: Some(at), ..Named::of_itself(indicator) })
    }

    /// The clause before the quantity's, or before those like it, if it has no number of its own.
    fn subject_clause(&self) -> Option<usize> {
        let counts = |nth: usize| {
            let clause = self.clauses[nth];
            // 用两组数字说明:联网率: what stands before the colon is said already.
            let words = self.sentence.slice(clause.start(), clause.end());
            let start = clause.start() + words.rfind([':', '：']).unwrap_or(0) as u32;
            let here = TextRange::new(start, clause.end());
            self.quantities.iter().any(|one| one.kind != "ordinal" && here.contains(one.range))
        };
        let first = (0..=self.at).rev().take_while(|&nth| counts(nth)).last()?;
        first.checked_sub(1)
    }

    /// The clause before the number, or what stands behind the number before it in a list, without
    /// its times, names of initiatives, places and other numbers.
    pub(super) fn words_before(&self) -> &str {
        self.before.get_or_init(|| self.find_words_before())
    }
}

/// `从年份看,`, `按照统一口径重算,`: how it is counted, and not what.
fn is_manner(clause: &str) -> bool {
    let words = clause.trim_end_matches(ends_clause);
    words.starts_with('从') && words.ends_with('看')
        || words.starts_with('按') && words.ends_with(['算', '计'])
}

fn is_area(unit: &str) -> bool {
    matches!(unit, "平方公里" | "平方千米" | "平方米" | "亩" | "公顷")
}

pub(super) fn is_growth(figure: &Measured) -> bool {
    grown(&figure.indicator) != figure.indicator
}

/// What a growth is of: 产值年均增长 → 产值.
pub(super) fn grown(indicator: &str) -> &str {
    let name = indicator.strip_suffix("增长").or_else(|| indicator.strip_suffix("下降"));
    name.map_or(indicator, |name| name.strip_suffix("年均").unwrap_or(name))
}

/// `以2015年为100`: what an index is counted from.
fn is_base(quantity: &FoundQuantity, before: &str) -> bool {
    quantity.value == "100"
        && ["定为", "基期", "以的为", "以为", "(的为", "（的为"]
            .iter()
            .any(|word| before.contains(word))
}

/// Words that point at what the number before was of.
static THIS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new([
        "这一数字",
        "这个数字",
        "该数字",
        "这一比例",
        "该比例",
        "这一指标",
        "该指标",
        "这一数据",
        "这一占比",
        "这一比重",
        "这一数值",
        "同一指标",
        "同一数字",
    ])
});

/// `每单可省80元`: by how much something costs less or more.
fn is_saved(before: &str) -> bool {
    ["可省", "能省", "省下", "便宜", "立减", "少花", "多花", "要贵"]
        .iter()
        .any(|end| before.ends_with(end))
}
