//! Who and where: organisations and places around an event's verb.
//!
//! Actors stand before the verb: organisations, of the gazetteer and by pattern, and places or groups
//! that act (普陀区联合…, 三省一市科技部门共同…). Who tells of it is no actor (据新华社电, 交通厅副厅长周立介绍).
//!
//! Places are those named in the event's clauses; where there are none, those that the actors' names
//! start with; else those of the initiative's own name. 我省 is the province of the paper that writes it,
//! where the gazetteer knows the paper's province.

use deltascope_model::TextRange;

use crate::gazetteer::{Gazetteer, Known, KnownMatch};
use crate::rules::name_organisation::organisations;

/// The words around a verb that the gazetteer knows.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) text: &'a str,
    pub(crate) known: &'a [KnownMatch],
    pub(crate) gazetteer: &'a Gazetteer,
    /// The place that the article's paper calls its own.
    pub(crate) home: Option<&'a str>,
}

/// What stands behind one who tells of an event or is an office's holder, and does not act.
const TELLS: [&str; 32] = [
    "电",
    "讯",
    "报道",
    "消息",
    "记者",
    "介绍",
    "表示",
    "透露",
    "获悉",
    "称",
    "副",
    "部长",
    "厅长",
    "局长",
    "主任",
    "院长",
    "省长",
    "市长",
    "区长",
    "司长",
    "处长",
    "书记",
    "负责",
    "总裁",
    "董事",
    "教授",
    "研究员",
    "院士",
    "发言",
    "会长",
    "主席",
    "秘书",
];

/// Words that make a place's name an authority's.
const AUTHORITIES: [&str; 14] = [
    "科技部门",
    "科技主管部门",
    "经信部门",
    "人民政府",
    "政府",
    "人大常委会",
    "人大",
    "科技厅",
    "科委",
    "市委",
    "省委",
    "主要领导",
    "区政府",
    "发展改革委",
];

/// What stands between those who act together.
const JOINS: [&str; 4] = ["与", "和", "、", "及"];

/// Words that a place acts by.
const ACTS: [&str; 22] = [
    "联合", "牵头", "携手", "会同", "共同", "联手", "发布", "印发", "出台", "成立", "启动", "签署",
    "签订", "组建", "设立", "举办", "举行", "公布", "又", "发起", "与", "和",
];

/// The known names of a text, with the organisations that it names by pattern; what stands inside such
/// an organisation's name is part of it.
pub(crate) fn with_organisations(text: &str, known: &[KnownMatch]) -> Vec<KnownMatch> {
    let mut all: Vec<KnownMatch> = Vec::new();
    let mut rest = known;
    for range in organisations(text, known) {
        let before = rest.partition_point(|one| one.range.end() <= range.start());
        let over = rest[before..].partition_point(|one| one.range.start() < range.end());
        let (passed, later) = rest.split_at(before + over);
        let inside = &passed[before..];
        all.extend_from_slice(&passed[..before]);
        if inside.iter().all(|one| range.contains(one.range) && one.range != range) {
            all.push(KnownMatch { range, known: Known::Organisation(String::new()) });
        } else {
            all.extend_from_slice(inside);
        }
        rest = later;
    }
    all.extend_from_slice(rest);
    all
}

impl Around<'_> {
    /// Who acts: names before the verb in the scope of the event, in order.
    pub(crate) fn actors(
        &self,
        scope: TextRange,
        verb: TextRange,
        names: &[TextRange],
    ) -> Vec<String> {
        let mut actors: Vec<String> = Vec::new();
        // Where the last actor's name ends, and the places that may act with the next.
        let mut last = None;
        let mut waiting: Vec<(String, usize)> = Vec::new();
        for found in
            self.within(TextRange::new(scope.start(), verb.start().max(scope.start())), names)
        {
            let name = found.range.slice(self.text).unwrap_or_default();
            let before = self.text.get(..found.range.usize().start).unwrap_or_default();
            // 在上海成立, 在科技部的指导下: where and how, not who. 沪浙皖科技部门 is said already.
            let said = actors.last().is_some_and(|last| {
                last.len() > name.len()
                    && last.ends_with(name)
                    && before.ends_with(&last[..last.len() - name.len()])
            });
            let after = self.text.get(found.range.usize().end..).unwrap_or_default();
            let tells = TELLS.iter().any(|word| after.starts_with(word)) || before.ends_with('据');
            if before.ends_with(['在', '于', '从', '向']) || said || tells {
                continue;
            }
            let actor = match &found.known {
                // By pattern: not of the gazetteer.
                Known::Organisation(id) if id.is_empty() => Some(name.to_owned()),
                Known::Organisation(id) => {
                    self.gazetteer.organisations.get(id).map(|entry| entry.name.clone())
                }
                Known::Place(_) => {
                    let start = found.range.usize().start;
                    let joined = |end: usize| {
                        self.text.get(end..start).is_some_and(|words| JOINS.contains(&words))
                    };
                    // 甲区、乙区联合…: the last one's verb is the others' too.
                    if waiting.last().is_some_and(|(_, end)| !joined(*end)) {
                        waiting.clear();
                    }
                    let actor = acting(name, after);
                    let actor = actor.or_else(|| last.is_some_and(joined).then(|| name.to_owned()));
                    if actor.is_some() {
                        actors.extend(waiting.drain(..).map(|(name, _)| name));
                    } else {
                        waiting.push((name.to_owned(), found.range.usize().end));
                    }
                    actor
                }
                Known::Initiative(_) => None,
            };
            if actor.is_some() {
                last = Some(found.range.usize().end);
            }
            actors.extend(actor.filter(|actor| !actors.contains(actor)));
        }
        actors
    }

    /// Where: by id, each once.
    pub(crate) fn places(
        &self,
        scope: TextRange,
        names: &[TextRange],
        actors: &[String],
        name: TextRange,
    ) -> Vec<String> {
        let mut places: Vec<String> = Vec::new();
        for found in self.within(scope, names) {
            if let Known::Place(id) = &found.known {
                places.push(id.clone());
            }
        }
        places.extend(self.own_place(scope));
        if places.is_empty() {
            places.extend(actors.iter().filter_map(|actor| self.gazetteer.place_before(actor)));
        }
        if places.is_empty() {
            places = self.places_in(name);
        }
        places.sort();
        places.dedup();
        places
    }

    /// The organisations that no gazetteer names.
    pub(crate) fn by_pattern(&self) -> impl Iterator<Item = &str> {
        let found = self
            .known
            .iter()
            .filter(|found| matches!(&found.known, Known::Organisation(id) if id.is_empty()));
        found.filter_map(|found| found.range.slice(self.text))
    }

    /// The places inside a name: 长三角种业联盟.
    pub(crate) fn places_in(&self, name: TextRange) -> Vec<String> {
        let inside = self.known.iter().filter(|found| name.contains(found.range));
        inside
            .filter_map(|found| match &found.known {
                Known::Place(id) => Some(id.clone()),
                _ => None,
            })
            .collect()
    }

    fn within<'a>(
        &'a self,
        scope: TextRange,
        names: &'a [TextRange],
    ) -> impl Iterator<Item = &'a KnownMatch> {
        self.known.iter().filter(move |found| {
            scope.contains(found.range)
                && names.iter().all(|name| name.overlap(found.range).is_none())
        })
    }

    /// The home of the paper, where the scope says 我省 or 我市 and the home is of that level.
    pub(crate) fn own_place(&self, scope: TextRange) -> Option<String> {
        let words = scope.slice(self.text)?;
        let home = self.home.and_then(|id| self.gazetteer.places.get(id))?;
        let word = match home.level.as_str() {
            "province" if home.full.as_deref().is_some_and(|full| full.ends_with('市')) => "我市",
            "province" => "我省",
            "city" => "我市",
            _ => return None,
        };
        words.contains(word).then(|| home.id.clone())
    }
}

/// A place's name as one who acts: with its authority, or by its verb.
fn acting(name: &str, after: &str) -> Option<String> {
    let authority = AUTHORITIES.iter().filter(|word| after.starts_with(**word));
    if let Some(authority) = authority.max_by_key(|word| word.len()) {
        return Some(format!("{name}{authority}"));
    }
    ACTS.iter().any(|verb| after.starts_with(verb)).then(|| name.to_owned())
}
