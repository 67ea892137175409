//! Who and where: organisations and places around an event's verb.
//!
//! Actors stand before the verb: organisations, of the gazetteer and by pattern, people, and places or groups
//! that act (普陀区联合…, 三省一市科技部门共同…), with those that they take along. Places before such an
//! authority share it: 甲省、乙省人大常委会 are two, and a body is the same in each of its terms
//! (甲省十四届人大常委会). Who tells of it is no actor (据新华社电, 交通厅副厅长周立介绍).
//!
//! Places are those named in the event's clauses; where there are none, those that the actors' names
//! start with; else those of the initiative's own name. 我省 and 本省 are the province of the paper that
//! writes it, where the gazetteer knows the paper's province or its name tells it.

use std::sync::LazyLock;

use deltascope_model::TextRange;

use crate::gazetteer::{Gazetteer, Known, KnownMatch, PlaceEntry};
use crate::offices::{Office, Shared, of_so_many};
use crate::people::Found;
use crate::rules::name_organisation::organisations;
use crate::spots::{List, Text};
use crate::words::Words;

/// The words around a verb that the gazetteer knows.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) known: &'a [KnownMatch],
    pub(crate) gazetteer: &'a Gazetteer,
    /// The place that the article's paper calls its own.
    pub(crate) home: Option<&'a str>,
    pub(crate) people: &'a [Found],
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

/// They, by their first characters.
static TELLS_WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(TELLS));

/// What a paper calls its own home by.
pub(crate) const OWN: [char; 2] = ['我', '本'];

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

/// What one who acts takes others along by: 甲区联合乙市、丙市.
const ALONG: [&str; 4] = ["联合", "会同", "携手", "联手"];

/// What stands before a place that is where, and not who: 在上海成立.
const NOT_WHO: [char; 4] = ['在', '于', '从', '向'];

/// Words that a place acts by.
const ACTS: [&str; 22] = [
    "联合", "牵头", "携手", "会同", "共同", "联手", "发布", "印发", "出台", "成立", "启动", "签署",
    "签订", "组建", "设立", "举办", "举行", "公布", "又", "发起", "与", "和",
];

/// The known names of a text, with the organisations that it names by pattern; what stands inside such
/// an organisation's name is part of it.
pub(crate) fn with_organisations(text: Text<'_>, known: &[KnownMatch]) -> Vec<KnownMatch> {
    let mut all: Vec<KnownMatch> = Vec::new();
    let mut rest = known;
    for range in organisations(text, known) {
        let before = rest.partition_point(|one| one.range.end() <= range.start());
        let over = rest[before..].partition_point(|one| one.range.start() < range.end());
        let (passed, later) = rest.split_at(before + over);
        let inside = &passed[before..];
        all.extend_from_slice(&passed[..before]);
        if inside.iter().all(|one| range.contains(one.range) && one.range != range) {
            all.push(KnownMatch { range, known: Known::Organisation("".into()) });
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
        said_by: Option<TextRange>,
    ) -> Vec<String> {
        let mut actors: Vec<String> = Vec::new();
        // Where the last actor's name ends, and the places that may act with the next.
        let mut last = None;
        let mut waiting: Vec<(String, usize)> = Vec::new();
        // Places right before that act by themselves.
        let mut bare: Vec<String> = Vec::new();
        for found in
            self.within(TextRange::new(scope.start(), verb.start().max(scope.start())), names)
        {
            let name = found.range.slice(&self.text).unwrap_or_default();
            let before = self.text.get(..found.range.usize().start).unwrap_or_default();
            // 在上海成立, 在科技部的指导下: where and how, not who. 沪浙皖科技部门 is said already.
            let said = actors.last().is_some_and(|last| {
                last.len() > name.len()
                    && last.ends_with(name)
                    && before.ends_with(&last[..last.len() - name.len()])
            });
            let after = self.text.get(found.range.usize().end..).unwrap_or_default();
            let tells = TELLS_WORDS.begin(after) || before.ends_with('据');
            if before.ends_with(NOT_WHO) || said || tells {
                continue;
            }
            let start = found.range.usize().start;
            let between = |end: usize| self.text.get(end..start).unwrap_or_default();
            let joined = |end: usize| JOINS.contains(&between(end));
            // 甲区联合乙市、丙市, but not 甲区联合乙市企业.
            let along = |end: usize| {
                let mut words = JOINS.into_iter().chain(ACTS);
                ALONG.contains(&between(end)) && words.any(|word| after.starts_with(word))
            };
            // 甲区、乙区联合…: the last one's verb is the others' too; 甲省、乙省人大常委会: its office as well.
            if waiting.last().is_some_and(|(_, end)| !joined(*end)) {
                waiting.clear();
            }
            if last.is_some_and(|end| !joined(end)) {
                bare.clear();
            }
            let mut shared = None;
            let actor = match &found.known {
                // By pattern: not of the gazetteer.
                Known::Organisation(id) if id.is_empty() => {
                    shared = of_so_many(name, self.gazetteer);
                    let each = |one: &Shared<'_>| one.office.of(one.place, self.gazetteer);
                    Some(shared.as_ref().map_or_else(|| without_term(name), each))
                }
                Known::Organisation(id) => {
                    self.gazetteer.organisations.get(&**id).map(|entry| entry.name.clone())
                }
                Known::Place(_) => {
                    let actor = acting(name, after);
                    let with = last.is_some_and(|end| joined(end) || along(end));
                    let actor = actor.or_else(|| with.then(|| name.to_owned()));
                    if actor.is_none() {
                        waiting.push((name.to_owned(), found.range.usize().end));
                    }
                    actor
                }
                Known::Initiative(_) => None,
            };
            if let Some(actor) = actor {
                // 甲市和乙、丙两省科技厅: what seemed to act by itself has that office.
                if let Some(Shared { office, .. }) = &shared {
                    for place in actors.iter_mut().filter(|actor| bare.contains(actor)) {
                        *place = self.known_name(office.of(place, self.gazetteer));
                    }
                }
                let office = shared.map_or_else(
                    || Office { rank: None, name: authority(&actor).unwrap_or_default() },
                    |shared| shared.office,
                );
                if actor == name && matches!(found.known, Known::Place(_)) {
                    bare.push(actor.clone());
                } else {
                    bare.clear();
                }
                // 甲市与乙省研究院: a place that nothing says to act.
                let act = !office.name.is_empty() || matches!(found.known, Known::Place(_));
                let others = waiting
                    .drain(..)
                    .filter(|_| act)
                    .map(|(name, _)| office.of(&name, self.gazetteer));
                let acting: Vec<_> =
                    others.chain([actor]).map(|name| self.known_name(name)).collect();
                last = Some(found.range.usize().end);
                for actor in acting {
                    if !actors.contains(&actor) {
                        actors.push(actor);
                    }
                }
            }
        }
        let before = TextRange::new(scope.start(), verb.start().max(scope.start()));
        if let Some((home, said)) = self.own(before)
            && !self.text[..said.usize().start].ends_with(NOT_WHO)
            && let Some(actor) = acting(&home.name, &self.text[said.usize().end..])
            && !actors.contains(&actor)
        {
            actors.push(actor);
        }
        for person in self.people.iter().filter(|person| before.contains(person.name)) {
            // 何平的车队: someone's, and no one who acts; nor is who tells of it.
            let whose = self.text[person.name.usize().end..].starts_with('的');
            let tells = said_by.is_some_and(|range| range.overlap(person.name).is_some());
            let name = person.name.slice(&self.text).unwrap_or_default();
            if !whose && !tells && actors.iter().all(|actor| actor != name) {
                actors.push(name.to_owned());
            }
        }
        actors
    }

    /// An organisation's name as the gazetteer has it, where it has that.
    fn known_name(&self, name: String) -> String {
        let found = self.gazetteer.find(&name);
        let known = found.first().filter(|one| one.range.usize().len() == name.len());
        let Some(KnownMatch { known: Known::Organisation(id), .. }) = known else { return name };
        self.gazetteer.organisations.get(&**id).map_or(name, |entry| entry.name.clone())
    }

    /// The names that a text is wholly made of: organisations, and places as they stand.
    pub(crate) fn whole(&self, range: TextRange) -> Option<Vec<String>> {
        let mut end = range.usize().start;
        let mut names = Vec::new();
        for found in self.within(range, &[]) {
            let between = self.text.get(end..found.range.usize().start)?;
            if between.is_empty() != names.is_empty()
                || !names.is_empty() && !JOINS.contains(&between)
            {
                return None;
            }
            end = found.range.usize().end;
            names.push(found.range.slice(&self.text)?.to_owned());
        }
        let office = self.text.get(end..range.usize().end)?;
        let actors =
            self.actors(range, TextRange::of(range.usize().end, range.usize().end), &[], None);
        let said = office.is_empty() || AUTHORITIES.contains(&office);
        (said && !names.is_empty()).then_some(if actors.is_empty() { names } else { actors })
    }

    /// Where: by id, each once.
    pub(crate) fn places(
        &self,
        scope: TextRange,
        names: &[TextRange],
        actors: &[String],
        name: TextRange,
    ) -> Vec<String> {
        let mut places: Vec<String> =
            self.within(scope, names).filter_map(|found| self.place(found)).collect();
        places.extend(self.own_place(scope));
        let of = |actor: &String| self.gazetteer.place_before(actor);
        // 甲省、乙省人大常委会: the first place is said by itself, the second within the name.
        let shared = actors.iter().filter(|actor| authority(actor).is_some()).filter_map(of);
        let shared: Vec<String> = shared.collect();
        if places.is_empty() {
            places.extend(actors.iter().filter_map(of));
        } else if places.iter().all(|place| shared.contains(place)) {
            places.extend(shared);
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
        found.filter_map(|found| found.range.slice(&self.text))
    }

    /// The places inside a name: 长三角种业联盟.
    pub(crate) fn places_in(&self, name: TextRange) -> Vec<String> {
        let inside = self.known.iter().filter(|found| name.contains(found.range));
        inside.filter_map(|found| self.place(found)).collect()
    }

    /// The id of a place; not of one that something is named after, wherever that is: 上海合作组织, 京都议定书.
    fn place(&self, found: &KnownMatch) -> Option<String> {
        const NAMED_AFTER: [&str; 4] = ["合作组织", "议定书", "共识", "规约"];
        let Known::Place(id) = &found.known else { return None };
        let behind = self.text.get(found.range.usize().end..).unwrap_or_default();
        (!NAMED_AFTER.iter().any(|end| behind.starts_with(end))).then(|| id.to_string())
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
        self.own(scope).map(|(home, _)| home.id.clone())
    }

    /// The same with where it is said first.
    fn own(&self, scope: TextRange) -> Option<(&PlaceEntry, TextRange)> {
        if !self.text.may_have(List::Own) {
            return None;
        }
        let words = self.text.part(scope);
        let behind = |at: usize| words[at..].strip_prefix(OWN).unwrap_or_default();
        let mut said = words.places(List::Own).map(behind).peekable();
        said.peek()?;
        let home = self.home.and_then(|id| self.gazetteer.places.get(id))?;
        let level = match home.level.as_str() {
            "province" if home.full.as_deref().is_some_and(|full| full.ends_with('市')) => '市',
            "province" => '省',
            "city" => '市',
            _ => return None,
        };
        let after = said.find_map(|behind| behind.strip_prefix(level))?;
        let end = scope.usize().end - after.len();
        let length = OWN[0].len_utf8() + level.len_utf8();
        Some((home, TextRange::of(end - length, end)))
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

/// The authority that an actor's name ends with.
fn authority(actor: &str) -> Option<&'static str> {
    let ends = AUTHORITIES.into_iter().filter(|word| actor.ends_with(word));
    ends.max_by_key(|word| word.len())
}

/// The name of a body without the number of its term: 甲省第十四届人大常委会 → 甲省人大常委会.
fn without_term(name: &str) -> String {
    let Some((before, body)) = name.split_once('届') else { return name.to_owned() };
    let place =
        before.trim_end_matches(|c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit());
    if place.len() == before.len() || !AUTHORITIES.contains(&body) {
        return name.to_owned();
    }
    [place.strip_suffix('第').unwrap_or(place), body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_the_same_in_each_of_its_terms() {
        assert_eq!(without_term("青川省第十四届人大常委会"), "青川省人大常委会");
        assert_eq!(without_term("青川省十四届人大"), "青川省人大");
        assert_eq!(without_term("青川省首届农民丰收节组委会"), "青川省首届农民丰收节组委会");
    }
}
