//! Of which whole a number is: the places that its clause speaks of, by the gazetteer's name.
//!
//! 1. places named before the number in its clause, outside names of initiatives
//! 2. a place that the gazetteer lacks, where a clause begins with it: `云岭省茶园面积`
//! 3. 我省, 全省 and 四地: the paper's home, or the places spoken of before
//! 4. places that a clause before it in the sentence begins with: `在甲区、乙区,申领企业…`

use std::sync::LazyLock;

use deltascope_model::TextRange;

use super::indicator::{has_or_does, without_ends};
use super::measured::Measuring;
use super::words::LINKS;
use crate::endings::Endings;
use crate::gazetteer::{Known, KnownMatch};
use crate::quantities::FoundQuantity;
use crate::rules::name_head::is_han;
use crate::words::{Characters, Words, begins};

/// Joints before a place that begins a clause.
const AHEAD: [&str; 16] = [
    "其中",
    "由",
    "从",
    "在",
    "截至",
    "到",
    "至",
    "据",
    "按规划",
    "按计划",
    "仅",
    "同期",
    "同年",
    "此外",
    "，",
    ",",
];

/// They, by their first character.
static AHEAD_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(AHEAD));

/// Characters of words for parts of the country that no name of a place holds.
const NO_NAMES: &str = "全我本该各两几多每一二三四五六七八九十的在为是将和与及等同其某外跨城地园社小景校片灾山老新特郊辖专商市省县区示范中心核功能";

/// They, as a set.
static NO_NAME: LazyLock<Characters> = LazyLock::new(|| Characters::new(NO_NAMES.chars()));

/// Words that begin with a level: 某公司市值, 费用省去了一半.
static NO_LEVELS: LazyLock<Words> = LazyLock::new(|| {
    let words =
        "市值 市民 市价 市面 市售 市盈 市净 市占 市容 省钱 省去了 省下 省却 省公费 省电 省油 区别 \
     区间 区分 区块 区隔"
            .split_whitespace();
    Words::new(words)
});

/// Words before a level that are no name.
static NO_PLACES: LazyLock<Words> = LazyLock::new(|| {
    Words::new([
        "先行", "合作", "开发", "高新", "经开", "试验", "实验", "保税", "产业", "工业", "旅游",
        "自贸", "如果", "虽然", "因为", "但是", "所以", "受托", "即使", "而且", "并且", "以及",
        "可以", "已经",
    ])
});

/// Ends of names that may begin with a place's and tell nothing of it.
static SCHOOLS: LazyLock<Words> =
    LazyLock::new(|| Words::new(["大学", "学院", "医院", "银行", "日报", "晚报", "合作组织"]));

/// Words for the whole of a place told of before.
const WHOLE: [&str; 8] = ["全省", "全市", "全县", "全区", "当地", "该省", "该市", "该县"];

/// They, by their first characters.
static WHOLE_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(WHOLE));

/// Words for several places told of before.
static PARTS: LazyLock<Words> =
    LazyLock::new(|| Words::new(["两地", "三地", "四地", "区域内", "区域间"]));

/// Words before one who takes part.
static BESIDE: LazyLock<Endings> = LazyLock::new(|| Endings::new(["联合", "会同", "携手", "协同"]));

/// Verbs before whom something comes from.
static TAKES: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(["吸纳", "引进", "承接", "购入", "买入"]));

/// Verbs behind whom something comes from, and behind where it goes to.
static MOVES: LazyLock<Words> =
    LazyLock::new(|| Words::new(["吸纳", "引进", "承接", "购入", "买入", "输出", "转移", "出口"]));

/// Verbs before where something goes to.
static FLOWS: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(["输出到", "转移到", "输出至", "转移至", "输往"]));

/// What stands behind a place that a clause is about, rather than one that only names somebody.
const ABOUT: &str = "、，,的是等两共已有为和三与现到";

/// Whether words begin with the whole of a place told of before.
pub(super) fn is_whole(words: &str) -> bool {
    WHOLE_WORDS.begin(words)
}

impl Measuring<'_> {
    /// The places of a number, joined; `clause` of `clauses` holds it.
    pub(super) fn scope(
        &self,
        clauses: &[TextRange],
        clause: usize,
        number: TextRange,
    ) -> Option<String> {
        let own =
            TextRange::new(self.behind_the_last_of_a_list(clauses[clause], number), number.start());
        let before = clauses[..clause].iter().rev();
        // A clause that names an initiative is about that.
        let unnamed = |clause: &&TextRange| {
            !self.mentions.iter().any(|mention| clause.contains(mention.range))
        };
        let told = TextRange::new(self.range.start(), own.start());
        // 全省吸纳甲市技术: of the province, and not of the city that it names.
        let whole = self.opens_with_a_whole(own).then(|| self.same_place(own, told));
        (self.route(own, number).or_else(|| whole.flatten()))
            .or_else(|| self.places(own))
            .or_else(|| self.unknown_place(self.opening(own), own.end()))
            .or_else(|| self.same_place(own, told))
            .or_else(|| {
                let mut before = before.take_while(unnamed);
                before.find_map(|clause| self.about(*clause).or_else(|| self.example(*clause)))
            })
            .or_else(|| self.nation(own))
    }

    /// `以甲省为例,`: the place of which what follows is told.
    fn example(&self, clause: TextRange) -> Option<String> {
        let words = self.slice(clause.start(), clause.end());
        let words = words.trim_end_matches(crate::tense::ends_clause);
        (words.starts_with('以') && words.ends_with("为例")).then(|| self.places(clause))?
    }

    /// `甲港至乙市航线`: the ends of a line, of which what its clause tells is.
    fn route(&self, clause: TextRange, number: TextRange) -> Option<String> {
        const LONGEST: usize = 12;
        // Most clauses tell of no line.
        if !self.slice(clause.start(), number.start()).contains('航') {
            return None;
        }
        let words = self.slice(self.opening(clause), number.start());
        let (ends, _) = words.split_once("航线").filter(|(_, behind)| !behind.is_empty())?;
        let (from, to) = ends.split_once(['至', '到'])?;
        let named = |end: &str| end.chars().count() > 1 && end.chars().all(is_han);
        let short = ends.chars().count() <= LONGEST;
        (short && named(from) && named(to)).then(|| ends.to_owned())
    }

    /// Where what is told of a number begins in its clause: `甲省6项、乙省5项` tells of 乙省 behind the mark.
    fn behind_the_last_of_a_list(&self, clause: TextRange, number: TextRange) -> u32 {
        let words = self.slice(clause.start(), number.start());
        let place = words.rfind('、').filter(|&at| {
            let measured = |c: char| c.is_ascii_digit();
            let item = words[..at].rsplit('、').next().unwrap_or_default();
            item.contains(measured)
                && self.place_at(clause.start() + (at + "、".len()) as u32).is_some()
        });
        clause.start() + place.map_or(0, |at| (at + "、".len()) as u32)
    }

    /// `全国`, `我国`: the country, where a clause begins with it and goes on with what that has.
    pub(super) fn nation(&self, clause: TextRange) -> Option<String> {
        const WHOLE: [&str; 2] = ["全国", "我国"];
        // 全国重点实验室 is a name, 全国最大 a rank.
        const ITS: [&str; 16] = [
            "人大", "政协", "人民", "性", "首", "各", "最", "第", "重点", "文明", "劳", "先进",
            "示范", "统一", "百", "前",
        ];
        let start = self.opening(clause);
        let words = self.slice(start, clause.end());
        let behind = WHOLE.iter().find_map(|whole| words.strip_prefix(whole))?;
        let other = ITS.iter().any(|word| behind.starts_with(word)) || self.is_organisation(start);
        (!other).then(|| "中国".to_owned())
    }

    /// The known places of a part of the text, the paper's own first, without those that others of
    /// them lie in (`苏州的吴江区`).
    pub(super) fn places(&self, part: TextRange) -> Option<String> {
        let gazetteer = self.around.gazetteer;
        let mut ids: Vec<&str> = Vec::new();
        let home = self.around.own_place(part);
        ids.extend(home.as_deref());
        // Where the next place of a list would stand that flows come from or go to.
        let mut elsewhere = None;
        for known in self.around.known.iter().filter(|known| part.contains(known.range)) {
            let Known::Place(id) = &known.known else { continue };
            let named =
                self.mentions.iter().any(|mention| mention.range.overlap(known.range).is_some());
            let ahead = self.slice(part.start(), known.range.start());
            let compared = ahead.ends_with(['比', '较']);
            // 联合沪浙皖单位实施: who takes part is not of whom it is told.
            let beside = BESIDE.end(ahead);
            // 甲省从乙省引进: nor where it comes from or goes to.
            let listed = ahead.ends_with('、') && elsewhere == Some(known.range.start());
            let there = !ids.is_empty()
                && (ahead.ends_with(['从', '向', '给']) || FLOWS.end(ahead))
                || listed
                || self.is_the_other_party(ahead, known.range);
            elsewhere = there.then(|| known.range.end() + "、".len() as u32);
            // 由5800万澳门元增至7350万: what one pays with.
            let money = ahead.ends_with(['万', '亿', '元'])
                && self.slice(known.range.end(), part.end()).starts_with('元');
            let other = named || compared || beside || there || money;
            if !other && !self.is_of_a_school(known.range) && !self.is_in_the_topic(known.range) {
                ids.push(id);
                ids.extend(self.listed_beside(id, known.range.end()));
            }
        }
        let places: Vec<_> = ids.iter().filter_map(|id| gazetteer.places.get(*id)).collect();
        let mut names: Vec<&str> = Vec::new();
        for place in &places {
            let holds = places.iter().any(|part| part.parent.as_ref() == Some(&place.id));
            if !holds && !names.contains(&place.name.as_str()) {
                names.push(&place.name);
            }
        }
        (!names.is_empty()).then(|| names.join("、"))
    }

    /// `吸纳乙省的技术`, `从乙省吸纳的技术`: who stands on the other side, though the clause does not say on
    /// whose this is told.
    fn is_the_other_party(&self, ahead: &str, place: TextRange) -> bool {
        const NEAR: usize = 12;
        let moved = || {
            let behind = self.slice(place.end(), self.range.end());
            let clause = behind.split(crate::tense::ends_clause).next().unwrap_or_default();
            let near = clause.char_indices().nth(NEAR).map_or(clause, |(end, _)| &clause[..end]);
            MOVES.stand_in(near)
        };
        TAKES.end(ahead) || ahead.ends_with(['从', '向']) && moved()
    }

    /// `武汉` of 武汉大学, and of no number.
    fn is_of_a_school(&self, place: TextRange) -> bool {
        const LONGEST: usize = 8;
        const OTHERS: [char; 8] = ['有', '的', '与', '和', '在', '等', '市', '省'];
        let behind = self.slice(place.end(), self.range.end());
        if self.slice(place.start(), place.end()).ends_with(['省', '市', '县', '区']) {
            return false;
        }
        let own = |c: char| is_han(c) && !OTHERS.contains(&c);
        for (at, c) in behind.char_indices().take(LONGEST) {
            if SCHOOLS.begin(&behind[at..]) {
                return true;
            }
            if !own(c) {
                break;
            }
        }
        false
    }

    /// `吴淞` of 吴淞实验室, where the article speaks of 材料科学吴淞实验室.
    fn is_in_the_topic(&self, place: TextRange) -> bool {
        const NEXT: usize = 2;
        let Some(topic) = &self.thread.topic else { return false };
        let words = self.slice(place.start(), self.range.end());
        let place = self.slice(place.start(), place.end());
        let mut next = words[place.len()..].char_indices().skip(NEXT);
        let end = next.next().map_or(words.len(), |(at, _)| place.len() + at);
        topic.name.contains(&words[..end])
    }

    /// `苏州吴江、相城`: the short name of a place beside one in the same city.
    fn listed_beside(&self, id: &str, end: u32) -> Option<&str> {
        const SHORT: usize = 2;
        let gazetteer = self.around.gazetteer;
        let list = self.slice(end, self.range.end()).strip_prefix('、')?;
        let (end, _) = list.char_indices().nth(SHORT)?;
        let parent = gazetteer.places.get(id)?.parent.as_ref()?;
        let short =
            |name: &str| begins(name, &list[..end]) && matches!(&name[end..], "区" | "市" | "县");
        let mut places = gazetteer.places.values();
        let beside =
            places.find(|place| short(&place.name) && place.parent.as_ref() == Some(parent));
        beside.map(|place| place.id.as_str())
    }

    /// The places that a clause is about: those that it begins with.
    pub(super) fn about(&self, clause: TextRange) -> Option<String> {
        let start = self.opening(clause);
        if self.slice(start, clause.end()).starts_with(['我', '本']) {
            return self.places(TextRange::new(start, clause.end()));
        }
        let mut end = start;
        for known in self.around.known.iter().filter(|known| clause.contains(known.range)) {
            let between = self.slice(end, known.range.start().max(end));
            if !matches!(known.known, Known::Place(_))
                || !matches!(between, "" | "、" | "和" | "的" | "到")
            {
                break;
            }
            end = known.range.end();
        }
        let behind = self.slice(end, clause.end());
        let leads = || ["牵头", "承担"].iter().any(|verb| behind.contains(verb));
        let plans = ["提出", "计划", "要求", "明确", "力争", "打算"];
        let does = || {
            behind.starts_with(|c| ABOUT.contains(c))
                || plans.iter().any(|verb| behind.starts_with(verb))
        };
        if end > start {
            return (does() || leads()).then(|| self.places(TextRange::new(start, end)))?;
        }
        if self.is_organisation(start) { None } else { self.unknown_place(start, clause.end()) }
    }

    /// The place that is named at an offset.
    pub(super) fn place_at(&self, start: u32) -> Option<&KnownMatch> {
        let place = self.around.known.iter().find(|known| known.range.start() == start);
        place.filter(|known| matches!(known.known, Known::Place(_)))
    }

    /// Whether a clause begins with a place and goes on with what that has or does: `甲市床位3万张`,
    /// `甲市发放补贴3亿元`, but not `甲市企业发放…`, where somebody else does it;
    /// or whether it tells of a line.
    pub(super) fn reports(&self, clause: TextRange, quantity: &FoundQuantity) -> bool {
        let start = self.opening(clause);
        let place = self.place_at(start);
        let words = self.slice(start, quantity.range.start());
        let whole = || WHOLE.iter().find_map(|whole| words.strip_prefix(whole));
        let behind = |place: &KnownMatch| self.slice(place.range.end(), quantity.range.start());
        let alone = |words: &str| without_ends(words, &LINKS) == "地区";
        self.route(clause, quantity.range).is_some()
            || place.map(behind).is_some_and(|words| alone(words) || has_or_does(words))
            || place.is_none() && whole().is_some_and(has_or_does)
    }

    /// Where a clause begins behind its time and 其中, 在 and the like.
    pub(super) fn opening(&self, clause: TextRange) -> u32 {
        if clause == self.range {
            return *self.opening.get_or_init(|| self.opening_of(clause));
        }
        let last = self.clause_opening.get().filter(|(of, _)| *of == clause);
        let (_, at) = last.unwrap_or_else(|| (clause, self.opening_of(clause)));
        self.clause_opening.set(Some((clause, at)));
        at
    }

    fn opening_of(&self, clause: TextRange) -> u32 {
        let mut start = clause.start();
        loop {
            let words = self.slice(start, clause.end());
            let blank = words.len() - words.trim_start_matches([' ', '“', '"']).len();
            let word = AHEAD_WORDS.at(&words[blank..]).next().map(|(word, ())| word);
            let at = start + blank as u32;
            let time = self.times.iter().find(|time| time.range.start() == at);
            match (time, word) {
                (Some(time), _) => start = time.range.end(),
                (None, Some(word)) => start = at + word.len() as u32,
                (None, None) => return at.min(clause.end()),
            }
        }
    }

    /// `云岭省`, `双溪县`: two or three characters and a level, at the opening of a clause.
    fn unknown_place(&self, opening: u32, end: u32) -> Option<String> {
        let words = self.slice(opening, end);
        let mut chars = words.char_indices().skip(2).take(2);
        let (at, level) = chars.find(|(_, c)| matches!(c, '省' | '市' | '县' | '区' | '州'))?;
        let name = &words[..at];
        let rest = &words[at + level.len_utf8()..];
        let other = |c| NO_NAME.may_hold(c) && NO_NAMES.contains(c);
        let plain = name.chars().all(|c| c.is_alphabetic() && !c.is_ascii() && !other(c));
        let authority =
            ["政府", "委", "人大", "政协", "长", "人民", "属", "级", "内", "域", "局", "场", "圈"];
        let word = NO_LEVELS.begin(&words[at..]) || NO_PLACES.begin(name) || name.ends_with('节');
        (plain && !word && !authority.iter().any(|word| rest.starts_with(word)))
            .then(|| format!("{name}{level}"))
    }

    /// `全省…`: what the clause tells is of a place, named or not.
    pub(super) fn opens_with_a_whole(&self, clause: TextRange) -> bool {
        is_whole(self.slice(self.opening(clause), clause.end()))
    }

    /// `四市合计`: of those together, and not of the place told of last.
    pub(super) fn opens_with_a_sum(&self, clause: TextRange) -> bool {
        const SUMS: [&str; 4] = ["合计", "总计", "共计", "加起来"];
        let words = |part: TextRange| self.slice(self.opening(part), self.range.end());
        [clause, self.range].into_iter().any(|part| {
            let behind = words(part).trim_start_matches(|c| "两二三四五六七八九十".contains(c));
            let places = behind.strip_prefix(['省', '市', '县', '区', '地', '州']);
            let places = places.filter(|_| behind.len() < words(part).len());
            places.is_some_and(|rest| SUMS.iter().any(|sum| rest.starts_with(sum)))
        })
    }

    /// Whether 全省 can mean these places: 全省 no city, 全市 no province that is none, 全区 neither.
    fn is_of_level(&self, places: &str, whole: &str) -> bool {
        let mut all = self
            .around
            .gazetteer
            .places
            .values()
            .filter(|place| places.split('、').any(|name| name == place.name));
        all.all(|place| {
            let city = place.full.as_deref().is_some_and(|full| full.ends_with('市'));
            match whole.chars().next_back() {
                Some('省') => place.level == "province" && !city,
                Some('市') => place.level == "city" || city,
                Some('区' | '县') => matches!(place.level.as_str(), "district" | "zone"),
                _ => true,
            }
        })
    }

    /// 全省 behind a place of that level, in `before` or in the text before it.
    fn same_place(&self, part: TextRange, before: TextRange) -> Option<String> {
        let words = self.slice(part.start(), part.end());
        if let Some((_, whole, ())) = WHOLE_WORDS.within(words).next() {
            let home = || {
                self.around.gazetteer.places.get(self.around.home?).map(|place| place.name.clone())
            };
            let fits = |places: &String| self.is_of_level(places, whole);
            let told = || self.thread.scope().filter(|scope| fits(scope));
            let told = || told().or_else(|| self.thread.places_such(fits)).cloned();
            return self.places(before).filter(fits).or_else(told).or_else(|| home().filter(fits));
        }
        PARTS.stand_in(words).then(|| self.thread.places.clone()).flatten()
    }
}
