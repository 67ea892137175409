//! The figures that one sentence states.
//!
//! A number belongs to an initiative (`whose`), else it is a figure only where it rates a place
//! (`scope`). What it measures is the noun at it (`indicator`), or what the sentence measured or
//! named before: the value goes on, grows, or is a share.

use std::cell::{Cell, OnceCell};
use std::sync::LazyLock;

use deltascope_model::{Basis, Edtf, Evidence, Standing, TextRange};

use super::alone::{stands_alone, stands_as_told};
use super::another::Asked;
use super::firm::{is_business, of_firm};
use super::indicator::{is_abstract, is_generic, is_number_of, one_name};
use super::naming::Naming;
use super::price::of_each;
use super::thread::{Thread, Told};
use super::when::{AsOf, When};
use super::words::RATES;
use crate::circumstances::Around;
use crate::clause::{clause_of, clauses};
use crate::endings::Endings;
use crate::names::{Key, Mention};
use crate::quantities::FoundQuantity;
use crate::spots::Text;
use crate::times::FoundTime;
use crate::words::Words;

/// A number that a sentence states of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) initiative: Option<Key>,
    pub(crate) indicator: String,
    pub(crate) value: String,
    pub(crate) unit: String,
    pub(crate) qualifier: String,
    /// The places that it is of.
    pub(crate) scope: Option<String>,
    pub(crate) as_of: Option<AsOf>,
    pub(crate) standing: Standing,
    /// Whether it rates its scope, and so stands without an initiative too.
    pub(crate) rates: bool,
    /// What it is without its initiative.
    pub(crate) alone: Alone,
    /// Whether its sentence tells of something else than what the article has been speaking of.
    pub(crate) of_another: bool,
    pub(crate) evidence: Evidence,
}

/// What a figure is where nobody has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alone {
    /// A figure all the same: its own words name what it measures.
    Figure,
    /// Perhaps none: its name is not sure.
    Unsure,
    /// None, whoever else is found: its name tells nothing without whose it is, which nobody says. What
    /// follows may go on about it.
    Nothing,
}

impl Alone {
    fn of(stands: bool, nothing: bool) -> Self {
        match (nothing, stands) {
            (true, _) => Self::Nothing,
            (_, true) => Self::Figure,
            _ => Self::Unsure,
        }
    }
}

impl Measured {
    /// Whether an initiative, a place or a firm has it.
    pub(super) fn is_owned(&self) -> bool {
        self.initiative.is_some() || self.scope.is_some()
    }
}

/// A sentence with what was found in it.
pub(crate) struct Measuring<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) range: TextRange,
    pub(crate) mentions: Vec<&'a Mention>,
    pub(crate) times: &'a [FoundTime],
    /// What is known of the paragraph.
    pub(crate) around: &'a Around<'a>,
    pub(crate) reference: Option<&'a Edtf>,
    /// The reference as the date of what has none of its own.
    pub(crate) told_at: Option<&'a AsOf>,
    pub(crate) thread: &'a Thread,
    /// Where the sentence begins behind its time and the like, once that was asked.
    pub(crate) opening: OnceCell<u32>,
    /// The same of the clause of which it was asked last.
    pub(crate) clause_opening: Cell<Option<(TextRange, u32)>>,
}

/// The figures of a sentence with these quantities; `evidence` gives the sentence on the page.
pub(crate) fn measured(
    sentence: &Measuring<'_>,
    quantities: &[FoundQuantity],
    evidence: impl Fn() -> Evidence,
) -> Vec<Measured> {
    if quantities.is_empty() {
        return Vec::new();
    }
    let clauses = clauses(sentence.text.part(sentence.range), sentence.range.usize().start);
    let mut found: Vec<Measured> = Vec::new();
    let (mut changed, mut latest) = (false, None);
    for (nth, quantity) in quantities.iter().enumerate() {
        if quantity.kind == "ordinal" || is_named(quantity) {
            continue;
        }
        changed ^= quantity.kind == "change";
        let at = at_of(&clauses, quantity);
        if sentence.measures_nothing(clauses[at], quantities, nth) {
            continue;
        }
        let number = quantity.range;
        let owner = sentence.owner(clauses[at], quantity);
        let naming = Naming::of(sentence, &clauses, at, quantities, nth, &found);
        let Some(named) = naming
            .named(owner)
            .filter(|named| quantity.kind == "duration" || naming.names_a_thing(&named.indicator))
        else {
            continue;
        };
        let plain = of_people(named.indicator, quantity);
        let indicator = naming.turned(plain.clone());
        // What ranks somebody is not of the places told of before: 长三角有三城在榜:甲集群排第6位.
        let ranked = quantity.kind == "rank" && owner.is_some();
        let counted =
            || sentence.place_at(number.end()).and_then(|place| sentence.places(place.range));
        let scope = naming.respective_place().or_else(|| sentence.scope(&clauses, at, number));
        let own = (scope.or_else(counted).filter(|_| !ranked))
            .or_else(|| sentence.places(clauses[named.subject?]));
        let asked = Asked {
            clauses: &clauses[..=at],
            quantity,
            indicator: &indicator,
            own: own.as_deref(),
            free: !naming.has_another_owner(),
            found: &found,
            first_of_change: changed || named.earlier,
            earlier: named.earlier,
            latest,
            own_time: naming.respective_time(),
        };
        let (owner, of_another) = sentence.whose(owner, &asked);
        let inside = owner.and_then(|owner| sentence.named_inside(owner, clauses[at]));
        let owner = inside.as_ref().or(owner);
        let last = found.iter().rfind(|last| last.is_owned());
        let last = last.filter(|last| last.initiative.as_ref() == owner.map(|owner| &owner.key));
        // A sentence that goes on about a place's figures has another of that place.
        let before = sentence.thread.owned().filter(|last| last.initiative.is_none());
        let flows = before.is_some_and(|last| own.is_none() || own == last.scope);
        let told_before = || sentence.told_before(last, owner, &indicator, &quantity.unit);
        let together = || sentence.opens_with_a_sum(clauses[at]);
        let scope = own.clone().or_else(|| told_before().filter(|_| !together()));
        let nobody = owner.is_none() && scope.is_none();
        let firm = nobody.then(|| sentence.firm(&indicator, clauses[at])).flatten();
        let theirs = || sentence.owning_organisation(clauses[at], number, &indicator);
        let theirs = (nobody && firm.is_none()).then(theirs).flatten();
        let rated = RATES.end(&indicator) || is_business(&indicator) || theirs.is_some();
        let scope = scope.or(firm).or(theirs);
        let head = sentence.head(owner, &indicator, scope.as_deref(), &clauses[..=at], number);
        let rated = rated || head.has_an_owner();
        let scope = head.scope(scope);
        let told = || sentence.tells_of(scope.as_deref(), &clauses[..=at]);
        let does = || sentence.reports(clauses[at], quantity);
        let share = quantity.kind == "ratio" && !naming.is_per_so_many();
        let rated = scope.is_some() && (rated || !share && (flows || told() || does()));
        let bare =
            (owner.is_none() && !rated).then(|| sentence.opening_name(clauses[at])).flatten();
        let owner = owner.or(bare.as_ref());
        let alone = owner.is_none() && !rated;
        let measures = sentence.measures(of_another);
        let measures = |name: &str| measures(name, quantity);
        let of_nobody = || of_another || sentence.speaks_of_nothing();
        if alone && !((measures(&indicator) || measures(&plain)) && of_nobody()) {
            continue;
        }
        let scope = scope.filter(|_| !alone);
        let when = sentence.when(&asked.number(owner), is_growing(quantity));
        let Some(When { as_of, standing }) = when else { continue };
        let indicator = sentence.name_of(head.name(&indicator), owner, quantity, scope.as_deref());
        let stands = is_unsure(owner) && measures(&indicator);
        latest = Some(quantity.range.start()).filter(|_| !asked.first_of_change);
        found.push(Measured {
            initiative: owner.map(|owner| owner.key.clone()),
            indicator,
            value: quantity.value.clone(),
            // 第五 and 第5位 are one place.
            unit: if quantity.kind == "rank" { "位".to_owned() } else { quantity.unit.clone() },
            qualifier: quantity.qualifier.to_owned(),
            scope,
            as_of,
            standing,
            rates: rated,
            alone: Alone::of(stands, owner.is_none() && head.is_nobodys()),
            of_another,
            evidence: evidence(),
        });
    }
    found
}

/// 三大领域 names its things and 打五折 a price; 一半 and 翻一番 are rarely measured. They are no figures.
fn is_named(quantity: &FoundQuantity) -> bool {
    matches!(&*quantity.unit, "大" | "部门" | "方面" | "阶段" | "番")
        || quantity.text.ends_with('折')
        || quantity.text.ends_with("一半")
        // 石油输出15国 is a name.
        || quantity.unit == "国" && quantity.noun.is_none()
}

/// Whether a name that only looks like one is an initiative, other pages tell.
fn is_unsure(owner: Option<&Mention>) -> bool {
    owner.is_some_and(|owner| matches!(owner.key, Key::Named(_)))
}

/// `有六个城市参加`, `与七座城市签署备忘录`: so many are of it, however few.
fn takes_part(ahead: &str, clause: &str) -> bool {
    let joins = || ["参加", "参与", "加入"].iter().any(|verb| clause.ends_with(verb));
    let signs = || ["签署", "签订", "签约"].iter().any(|verb| clause.contains(verb));
    ahead.ends_with(['有', '由']) && joins() || ahead.ends_with(['与', '同', '和']) && signs()
}

fn at_of(clauses: &[TextRange], quantity: &FoundQuantity) -> usize {
    clause_of(clauses, quantity.range.start())
}

pub(super) fn is_growing(quantity: &FoundQuantity) -> bool {
    matches!(quantity.kind, "growth" | "decline")
}

/// What people do, where so many of them are counted by it.
static DONE_BY_PEOPLE: LazyLock<Endings> = LazyLock::new(|| {
    let words = "报名 参赛 参会 参展 就业 死亡 受伤 遇难 失踪 获救 转移 安置 应查 实查 补查 抽查 入组 入住 出席 到场 \
     受训 录取 毕业 入学 就诊 住院 出院 治愈 感染 确诊 献血 接种 受益 参保";
    Endings::new(words.split_whitespace())
});

/// `吸引300多人报名`, `应查200人`: what people are counted by is their number, 报名人数.
fn of_people(indicator: String, quantity: &FoundQuantity) -> String {
    let people = quantity.kind == "count" && matches!(&*quantity.unit, "人" | "名" | "位" | "人次");
    let done = people && DONE_BY_PEOPLE.end(&indicator);
    if done { indicator + "人数" } else { indicator }
}

/// Money has the code of its currency for a unit, also where it changes.
pub(super) fn is_money(quantity: &FoundQuantity) -> bool {
    const CODE: usize = 3;
    quantity.unit.len() == CODE && quantity.unit.bytes().all(|c| c.is_ascii_uppercase())
}

/// 两处, 五项, 一两条: so few, in words, are told of rather than measured, and so is 首位; 前进了8位 is no place
/// held.
fn is_few(quantity: &FoundQuantity) -> bool {
    let low = quantity.value.split('/').next().unwrap_or_default();
    let in_words = quantity.text.starts_with(|c| "一二两三四五六七八九".contains(c));
    quantity.kind == "count" && (in_words && low.len() == 1 || quantity.unit == "位")
        || quantity.text == "首位"
}

/// An indicator without the name of what it is of: 走廊研发投入强度 → 研发投入强度; what is counted
/// under its own name is its number.
fn of_owner(indicator: &str, owner: &str) -> String {
    const KINDS: [&str; 8] = ["走廊", "平台", "联盟", "集群", "示范区", "实验室", "创新带", "基金"];
    let mut ends = owner.char_indices().rev().skip(1).map(|(at, _)| &owner[at..]);
    let indicator = indicator.strip_prefix(owner).unwrap_or(indicator).trim_start_matches('的');
    let indicator = of_group(indicator);
    if indicator.is_empty() || owner.ends_with(indicator) || is_number_of(indicator) {
        return "数量".to_owned();
    }
    let rest = ends.find_map(|end| indicator.strip_prefix(end)).or_else(|| {
        let of = |kind: &&str| indicator.strip_prefix(kind).filter(|_| owner.contains(kind));
        KINDS.iter().find_map(of)
    });
    let rest = rest.map(|rest| rest.trim_start_matches(['内', '里', '上']));
    // 走廊面积 is its area; 走廊项目 would be any project.
    let whole = |rest: &&str| rest.chars().count() > 1 && (!is_generic(rest) || *rest == "面积");
    rest.filter(whole).map_or_else(|| indicator.to_owned(), one_name)
}

/// 区内绵延40公里: how long its owner is.
fn is_length(indicator: &str, unit: &str) -> bool {
    const RUNS: [&str; 4] = ["绵延", "延伸", "蜿蜒", "绵亘"];
    matches!(unit, "公里" | "米") && RUNS.iter().any(|verb| indicator.ends_with(verb))
}

/// An indicator without how many places together have it: 九地面积 → 面积.
fn of_group(indicator: &str) -> &str {
    let rest = indicator.strip_prefix(['两', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    let rest = rest.and_then(|rest| rest.strip_prefix(['地', '城', '市', '省', '县', '区', '州']));
    rest.filter(|rest| rest.chars().count() > 1).unwrap_or(indicator)
}

/// An indicator without the place that it is of, where that is no known one: 双溪县茶园面积.
fn of_place<'a>(indicator: &'a str, scope: Option<&str>) -> &'a str {
    let rest = scope.and_then(|scope| indicator.strip_prefix(scope));
    // 甲市站水位: the gauge's.
    rest.filter(|rest| rest.chars().count() > 1 && !rest.starts_with('站')).unwrap_or(indicator)
}

/// Words by which a number is denied.
static DENIES: LazyLock<Words> =
    LazyLock::new(|| Words::new(["不能说", "不等于", "不意味着", "并不是"]));

/// Words by which a price is of one piece.
static SINGLE: LazyLock<Words> =
    LazyLock::new(|| Words::new(["单件", "单笔", "单台", "单个", "单项", "单家", "单户"]));

/// Verbs by which some are chosen.
static CHOSEN: LazyLock<Words> = LazyLock::new(|| Words::new(["入选", "入围", "上榜"]));

/// Words for each of several.
static EACH: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "每家", "每户", "每人", "每名", "每个", "每台", "每件", "每项", "每位", "每所", "每只",
    ])
});

impl Measuring<'_> {
    /// How a number that nobody owns shows that it measures something.
    fn measures(&self, of_another: bool) -> fn(&str, &FoundQuantity) -> bool {
        if of_another || self.thread.elsewhere { stands_as_told } else { stands_alone }
    }

    pub(super) fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The place of what the sentence told last, or, where nobody has it, of what was told before it.
    fn told_before(
        &self,
        last: Option<&Measured>,
        owner: Option<&Mention>,
        indicator: &str,
        unit: &str,
    ) -> Option<String> {
        let of_this = || self.thread.place_of(indicator, unit).cloned();
        let before = || self.place_before().or_else(of_this);
        let place = last.and_then(|last| last.scope.clone());
        place.or_else(|| if owner.is_none() { before() } else { None })
    }

    /// The indicator without what says whose it is.
    fn name_of(
        &self,
        indicator: &str,
        owner: Option<&Mention>,
        quantity: &FoundQuantity,
        scope: Option<&str>,
    ) -> String {
        let Some(owner) = owner else {
            let name = of_place(indicator, scope);
            let name = if is_business(name) { of_firm(name) } else { name };
            return name.to_owned();
        };
        if is_length(indicator, &quantity.unit) {
            return "长度".to_owned();
        }
        let name = of_owner(of_place(indicator, scope), &owner.name);
        let chosen = name == "数量" && self.are_chosen(quantity.range);
        if chosen { "入选数量".to_owned() } else { name }
    }

    /// `第三批名单公布,9个实验室入选`: so many were added, and not so many are there.
    fn are_chosen(&self, number: TextRange) -> bool {
        let behind = self.slice(number.end(), self.range.end());
        let behind = behind.split(crate::tense::ends_clause).next().unwrap_or_default();
        CHOSEN.stand_in(behind)
    }

    /// Whether the sentence, or one of its clauses up to the number, begins with a place: of `我省发挥优势,支持
    /// 企业,实施24项` all three.
    fn tells_of(&self, place: Option<&str>, clauses: &[TextRange]) -> bool {
        let (Some(own), before) = (clauses.last(), &clauses[..clauses.len().saturating_sub(1)])
        else {
            return false;
        };
        self.about(*own).is_some()
            || self.about(self.range).is_some()
            || before
                .iter()
                .any(|clause| place.is_some() && self.about(*clause).as_deref() == place)
    }

    /// Whether a number is told of rather than measured.
    fn measures_nothing(
        &self,
        clause: TextRange,
        quantities: &[FoundQuantity],
        nth: usize,
    ) -> bool {
        let quantity = &quantities[nth];
        is_few(quantity) && !self.composes(quantity)
            || self.is_denied(clause, quantity)
            || self.is_told_of_one(clause, quantity)
            || self.is_within_a_class(quantity)
            || self.is_a_class(quantity)
            || self.is_apart(quantities, nth)
    }

    /// `不能说增加了5个`, `与另外29项是否重叠`: what is not so, or is asked.
    fn is_denied(&self, clause: TextRange, quantity: &FoundQuantity) -> bool {
        let before = self.slice(clause.start(), quantity.range.start());
        let behind = self.slice(quantity.range.end(), clause.end());
        DENIES.stand_in(before) || behind.starts_with("是否")
    }

    /// `每生产10辆车`, `五个“共”`: a rate, and the number of a slogan.
    fn is_told_of_one(&self, clause: TextRange, quantity: &FoundQuantity) -> bool {
        const NEAR: usize = 6;
        let before = self.slice(clause.start(), quantity.range.start());
        let behind = self.slice(quantity.range.end(), clause.end());
        let rate = || {
            let mut near = before.char_indices().rev().take(NEAR).map(|(at, _)| &before[at..]);
            near.any(|words| {
                let often = ["每年", "每天", "每日", "每周", "每月", "每万"];
                words.starts_with('每') && !often.iter().any(|often| words.starts_with(often))
            })
        };
        // 每生产10辆车就有4辆: so does what follows from it.
        let follows = || {
            let sentence = self.slice(self.range.start(), quantity.range.start());
            sentence.rsplit_once('每').is_some_and(|(_, behind)| {
                let numbered = behind
                    .starts_with(|c: char| c.is_alphabetic() && !"年天日周月".contains(c))
                    && behind.contains(|c: char| c.is_ascii_digit());
                numbered && before.contains("就有")
            })
        };
        let slogan = || behind.starts_with(['“', '「', '"']);
        match quantity.kind {
            "count" => slogan() || rate() || follows(),
            // 一平方米每天要6元: what the price is for.
            "measure" => quantity.value == "1" && behind.starts_with('每'),
            // 单件最贵的标价三千万元; 每家每年不少于1000万元: what each gives.
            "money" => {
                (SINGLE.stand_in(before) || EACH.stand_in(before)) && of_each(before).is_none()
            }
            _ => false,
        }
    }

    /// `100公斤级以下`, `48公斤级`: a class by its number; so also money in brackets that is told before them
    /// (`2750亿英镑(约合4230亿美元)`).
    fn is_a_class(&self, quantity: &FoundQuantity) -> bool {
        let behind = self.slice(quantity.range.end(), self.range.end());
        let ahead = self.slice(self.range.start(), quantity.range.start());
        let again = ["(约合", "（约合", "(折合", "（折合", "(合", "（合"];
        quantity.kind == "measure" && behind.starts_with('级')
            || is_money(quantity) && again.iter().any(|word| ahead.ends_with(word))
    }

    /// `展品中,国产装备占七成`: a share of what the sentence opens with, and of nothing named before.
    fn is_within_a_class(&self, quantity: &FoundQuantity) -> bool {
        const LONGEST: usize = 8;
        let share = matches!(quantity.kind, "percent" | "ratio");
        if !share || !self.mentions.is_empty() {
            return false;
        }
        let words = self.slice(self.range.start(), self.range.end());
        let class = words.split(crate::tense::ends_clause).next().unwrap_or_default();
        class.ends_with('中') && !class.ends_with("其中") && class.chars().count() <= LONGEST
    }

    /// Whether a number says of how many parts something is: `共有九个领域`, `由三个片区组成`.
    pub(super) fn composes(&self, quantity: &FoundQuantity) -> bool {
        const PARTS: [&str; 6] = ["分", "分为", "分成", "共有", "共设", "列出"];
        const HOLDS: [&str; 8] = ["涉及", "涵盖", "覆盖", "包括", "下设", "设有", "分属", "横跨"];
        if quantity.kind != "count" {
            return false;
        }
        let ahead = self.slice(self.range.start(), quantity.range.start());
        let behind = self.slice(quantity.range.end(), self.range.end());
        let ends = |c| c == ':' || crate::tense::ends_clause(c);
        let clause = behind.find(ends).map_or(behind, |end| &behind[..end]);
        let made_of = clause.ends_with("组成") || clause.ends_with("构成");
        // 涉及六个领域:…: they are named one by one.
        let listed = behind[clause.len()..].starts_with(['：', ':'])
            && HOLDS.iter().any(|word| ahead.ends_with(word));
        let things = quantity.noun.as_deref().is_some_and(|noun| !is_abstract(noun));
        things
            && (made_of || self.mentions.len() + usize::from(self.thread.here) > 0)
            && (listed
                || takes_part(ahead, clause)
                || PARTS.iter().any(|word| ahead.ends_with(word))
                || made_of && ahead.contains('由'))
    }

    /// What the sentence hands on to the next.
    pub(crate) fn told(&self) -> Told {
        let ends = |edtf: &Edtf| edtf.bounds().last.is_some();
        let mut dated = self.times.iter().rev();
        let date = dated.find(|time| {
            let certain = time.basis != Basis::Vague && time.edtf.as_ref().is_some_and(ends);
            // 比上年提高5.0: the year that it is compared with is not told of.
            let compared = self.slice(0, time.range.start()).ends_with(['比', '较']);
            // 继2018年《甲决定》之后: the year of that.
            let of_a_text = self.slice(time.range.end(), self.range.end()).starts_with('《');
            certain && !compared && !of_a_text && !self.is_in_a_name(time) && !self.is_a_base(time)
        });
        let inside = self.thread.topic.as_ref();
        let inside = inside.and_then(|topic| self.named_inside(topic, self.range));
        let silent = self.mentions.is_empty();
        let by_end = || if silent { self.named_by_its_end(self.range).cloned() } else { None };
        let inside = inside.or_else(by_end);
        let named = self.mentions.iter().filter(|mention| !self.is_whose_officer_speaks(mention));
        let mentions = named.map(|&mention| mention.clone());
        let about = || self.about(self.range);
        Told {
            mentions: mentions.chain(inside).collect(),
            places: self.places(self.range),
            about: self.mentions.is_empty().then(about).flatten(),
            firm: self.firm_named(self.range),
            date: date.and_then(AsOf::of),
        }
    }

    /// `望山医院副院长周启明说`: who speaks is of it, and tells of anything.
    fn is_whose_officer_speaks(&self, mention: &Mention) -> bool {
        let mut offices = self.around.people.iter().flat_map(|person| &person.offices);
        matches!(mention.key, Key::Named(_))
            && offices.any(|office| office.name.contains(mention.range))
    }

    /// The place that the paragraph told figures of, or spoke of, before a sentence that names no
    /// initiative.
    pub(super) fn place_before(&self) -> Option<String> {
        let place = self.thread.scope().or(self.thread.about.as_ref());
        place.filter(|_| self.mentions.is_empty()).cloned()
    }
}
