//! The initiatives that a paragraph names: known ones, documents, and names by their last word.
//!
//! 1. titles in 《》, with the article's short forms resolved (《决定》)
//! 2. names that the article shortens (`name_shortened`), names by their last word, and quoted ones that a sentence defines
//! 3. names of the gazetteer; one that another name goes on from is part of that name
//! 4. meetings by another edition of theirs (`editions`)
//! 5. 该平台 and the like, back to what the article named before (`back`)
//!
//! Known and unknown names are told apart only by their key; nothing here looks at dates.

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use crate::back::{LEAST_TITLE, ShortForms};
use crate::editions::{edition_before, edition_of, editions, without_edition};
use crate::gazetteer::{Gazetteer, Known, KnownMatch, plain_name};
use crate::grounds::Places;
use crate::rules::name_about::documents_about;
use crate::rules::name_defined::defined_names;
use crate::rules::name_framed::framed_names;
use crate::rules::name_head::{HeadName, head_names};
use crate::rules::name_heads::kind_by_head;
use crate::rules::name_maker::{begins_with_years, with_its_place};
use crate::rules::name_place::starts_with_place;
use crate::rules::name_shortened::places_of;
use crate::rules::name_title::{
    bare_name, carried_out, document_kind, is_called_a_document, is_work, short_forms, titles,
    without_bracket,
};
use crate::spots::{List, Text};
use crate::words::Words;

/// Which initiative a mention names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// One of the gazetteer's, by id.
    Known(String),
    /// Another, by its name without variable marks.
    Named(String),
}

impl Key {
    /// Of a document that the gazetteer lacks.
    pub(crate) fn of_document(name: &str) -> Self {
        Self::Named(plain_name(&bare_name(name)))
    }
}

/// A mention of an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// In the paragraph's Simplified text, with the marks of a title.
    pub(crate) range: TextRange,
    pub(crate) key: Key,
    /// The name in full, Simplified.
    pub(crate) name: String,
    pub(crate) kind: InitiativeKind,
    /// A title in 《》.
    pub(crate) title: bool,
    /// Known, a document, or a name that starts with a place or stands in quotation marks.
    pub(crate) anchored: bool,
    /// A verb of its life stands right beside it.
    pub(crate) told: bool,
}

impl Mention {
    /// The document whose name a whole text is.
    pub(crate) fn of_text(name: &str, kind: InitiativeKind) -> Self {
        Self {
            range: TextRange::of(0, name.len()),
            key: Key::of_document(name),
            name: name.to_owned(),
            kind,
            title: true,
            anchored: true,
            told: true,
        }
    }

    /// The meeting itself, where it is known, of one of its editions.
    pub(crate) fn whole(&self, gazetteer: &Gazetteer) -> Self {
        let id = without_edition(&self.name).and_then(|name| gazetteer.initiative_named(name));
        let whole = id.and_then(|id| of_gazetteer(self.range, id, gazetteer, false));
        whole.unwrap_or_else(|| self.clone())
    }
}

/// The one name of those given that another shortens.
pub(crate) fn in_full<'a>(
    short: &Mention,
    names: impl Iterator<Item = &'a Mention>,
) -> Option<&'a Mention> {
    let mut fitting = names.filter(|full| shortens(short, full));
    let first = fitting.next()?;
    fitting.all(|other| other.key == first.key).then_some(first)
}

/// True where a name leaves out some of another's characters, none of them the first or the last:
/// 石柳联合实验室 of 石柳水稻育种联合实验室.
pub(crate) fn shortens(short: &Mention, full: &Mention) -> bool {
    const SAME_END: usize = 3;
    let (one, other) = (&short.name, &full.name);
    let unknown = |name: &Mention| matches!(name.key, Key::Named(_)) && !name.title;
    let mut rest = other.chars();
    short.kind == full.kind
        && unknown(short)
        && unknown(full)
        && one.chars().zip(other.chars()).take(2).all(|(one, other)| one == other)
        && one
            .chars()
            .rev()
            .zip(other.chars().rev())
            .take(SAME_END)
            .all(|(one, other)| one == other)
        && (SAME_END * 2..other.chars().count()).contains(&one.chars().count())
        && one.chars().all(|c| rest.any(|other| other == c))
}

/// What the words of a paragraph alone show to be names.
#[derive(Default)]
pub(crate) struct Patterns {
    heads: Vec<HeadName>,
    defined: Vec<(TextRange, InitiativeKind)>,
    framed: Vec<(TextRange, InitiativeKind)>,
}

impl Patterns {
    pub(crate) fn of(text: Text<'_>, places: Places<'_>) -> Self {
        Self {
            heads: head_names(text, places),
            defined: defined_names(text),
            framed: framed_names(text, places),
        }
    }
}

/// The initiatives that a paragraph with such patterns names, in order, none overlapping another.
pub(crate) fn mentions(
    text: Text<'_>,
    places: Places<'_>,
    patterns: &Patterns,
    gazetteer: &Gazetteer,
    forms: &mut ShortForms,
) -> Vec<Mention> {
    let known = places.known;
    let mut found = titled(text, gazetteer, forms);
    found.extend(about(text, &found, gazetteer));
    let free = |found: &[Mention], range: TextRange| {
        found.iter().all(|mention| mention.range.overlap(range).is_none())
    };
    for title in &mut found {
        title.told = is_drawn_up(&text, title) || is_of_its_own(&text, title, places);
    }
    for one in &forms.shortened {
        for range in places_of(&text, one) {
            if free(&found, range) && !known.iter().any(|other| covers_name(other, range)) {
                found.push(named(range, &one.name, one.kind, true, gazetteer));
            }
        }
    }
    for head in &patterns.heads {
        if free(&found, head.range) && !known.iter().any(|other| covers_name(other, head.range)) {
            let name = head.range.slice(&text).unwrap_or_default();
            let whose = begins_with_years(name).then(|| with_its_place(&text, head.range, known));
            let Some(name) = whose.unwrap_or_else(|| Some(name.to_owned())) else { continue };
            let name = name.as_str();
            let own = named(head.range, name, head.kind, head.anchored, gazetteer);
            let longer = forms.longer(name, &found).filter(|_| matches!(own.key, Key::Named(_)));
            let range = head.range;
            let longer = longer.map(|longer| Mention { range, ..longer.clone() });
            found.push(longer.unwrap_or(own));
        }
    }
    for &(range, kind) in &patterns.defined {
        if free(&found, range) {
            let name = range.slice(&text).unwrap_or_default();
            found.push(Mention { told: true, ..named(range, name, kind, true, gazetteer) });
            forms.quote(found.last());
        }
    }
    for &(range, kind) in &patterns.framed {
        if let Some(name) = found.iter_mut().find(|name| name.range == range) {
            name.told = true;
        } else if free(&found, range) && !known.iter().any(|other| names_part(other, range)) {
            let name = range.slice(&text).unwrap_or_default();
            let framed = named(range, name, kind, true, gazetteer);
            found.push(Mention { told: true, ..framed });
        }
    }
    for other in known {
        if let (Known::Initiative(id), true) = (&other.known, free(&found, other.range)) {
            found.extend(of_gazetteer(other.range, id, gazetteer, false));
        }
    }
    found.sort_by_key(|mention| mention.range);
    let shared = sharing_a_head(&text, &found, gazetteer);
    found.extend(shared);
    let counted = counted_behind(text, gazetteer);
    found.extend(counted.into_iter().filter(|one| free(&found, one.range)).collect::<Vec<_>>());
    found.sort_by_key(|mention| mention.range);
    let editions = editions(&found);
    for name in &mut found {
        if let Some(edition) = edition_of(name, &editions) {
            *name = Mention { range: name.range, ..edition.clone() };
        }
    }
    if let Some((range, name)) = edition_before(text, forms.named())
        && free(&found, range)
    {
        found.push(named(range, &name, InitiativeKind::Event, true, gazetteer));
        found.sort_by_key(|mention| mention.range);
    }
    let said = forms.back(text, &found);
    found.extend(said);
    found.sort_by_key(|mention| mention.range);
    found
}

/// True where what is known, other than a place, keeps its own name.
fn covers_name(other: &KnownMatch, range: TextRange) -> bool {
    !matches!(other.known, Known::Place(_)) && keeps_its_name(other.range, range)
}

/// True where a known name is part of a longer one, or the other way round: 甲计划第二批项目 is told of 甲计划.
fn names_part(other: &KnownMatch, range: TextRange) -> bool {
    let part = matches!(other.known, Known::Initiative(_)) && other.range.overlap(range).is_some();
    part || covers_name(other, range)
}

/// True where a known name stays itself beside a name found by its last word: it covers that name,
/// ends with it, or crosses it. A name that only goes on from the known one is another thing.
fn keeps_its_name(known: TextRange, head: TextRange) -> bool {
    known.overlap(head).is_some() && (!head.contains(known) || known.end() == head.end())
}

/// The titles in 《》 that name a document or a known initiative.
fn titled(text: Text<'_>, gazetteer: &Gazetteer, forms: &mut ShortForms) -> Vec<Mention> {
    let titles: Vec<_> =
        titles(text).into_iter().filter(|title| !is_work(&text, title.range)).collect();
    forms.introduced.extend(short_forms(&text, &titles));
    for title in &titles {
        let long = document_kind(&title.name).is_some()
            && title.name.chars().count() >= LEAST_TITLE
            && !forms.long.contains(&title.name);
        if long {
            forms.long.push(title.name.clone());
        }
    }
    let mut found = Vec::new();
    for title in &titles {
        if let Some((inner, kind)) =
            carried_out(&title.name).and_then(|inner| Some((inner, kind_by_head(inner)?)))
        {
            let inner = named(title.range, inner, kind, true, gazetteer);
            forms.carry_out(inner);
        }
        let full = forms.full(&title.name);
        let id = gazetteer
            .initiative_named(full)
            .or_else(|| gazetteer.initiative_named(without_bracket(full)));
        if let Some(id) = id {
            found.extend(of_gazetteer(title.range, id, gazetteer, true));
        } else if let Some(kind) = document_kind(full)
            .or_else(|| is_called_a_document(&text, title.range).then_some(InitiativeKind::Policy))
            .filter(|kind| full.chars().count() >= least_title(*kind))
        {
            found.push(Mention {
                range: title.range,
                key: Key::of_document(full),
                name: full.to_owned(),
                kind,
                title: true,
                anchored: true,
                told: false,
            });
        }
    }
    found
}

/// True for a document, other than a law, that a verb draws up: 编制《甲规程》.
fn is_drawn_up(text: &str, title: &Mention) -> bool {
    const DRAWN_UP: [&str; 10] =
        ["编制", "制定", "出台", "印发", "发布", "起草", "签署", "签订", "拟订", "公布"];
    let before = text[..title.range.usize().start].trim_end_matches('了');
    title.kind != InitiativeKind::Law && DRAWN_UP.iter().any(|word| before.ends_with(word))
}

/// True for a document, other than a law, that its title tells to be of one place or of some years: it is listed
/// though a text only goes by it (为落实《甲省…方案（2023—2025年）》).
fn is_of_its_own(text: &str, title: &Mention, places: Places<'_>) -> bool {
    let start = title.range.usize().start + '《'.len_utf8();
    let years = || title.name[without_bracket(&title.name).len()..].contains('年');
    title.kind != InitiativeKind::Law && (starts_with_place(text, start, places) || years())
}

/// Documents named without marks behind the verb that acts on them: `表决通过关于…的决定`.
fn about(text: Text<'_>, titles: &[Mention], gazetteer: &Gazetteer) -> Vec<Mention> {
    let free = |range: TextRange| titles.iter().all(|one| one.range.overlap(range).is_none());
    let of = |(range, kind): (TextRange, InitiativeKind)| {
        let name = range.slice(&text).unwrap_or_default();
        let own = named(range, name, kind, true, gazetteer);
        let key = if let Key::Named(_) = own.key { Key::of_document(name) } else { own.key };
        Mention { title: true, key, ..own }
    };
    documents_about(text).into_iter().filter(|(range, _)| free(*range)).map(of).collect()
}

/// 《森林法》 is a title, 《办法》 none.
fn least_title(kind: InitiativeKind) -> usize {
    if kind == InitiativeKind::Law { LEAST_LAW } else { LEAST_TITLE }
}

/// A shorter law is a short form.
const LEAST_LAW: usize = 3;

fn named(
    range: TextRange,
    name: &str,
    kind: InitiativeKind,
    anchored: bool,
    gazetteer: &Gazetteer,
) -> Mention {
    let known = gazetteer.initiative_named(name);
    known.and_then(|id| of_gazetteer(range, id, gazetteer, false)).unwrap_or_else(|| Mention {
        range,
        key: Key::Named(plain_name(name)),
        name: name.to_owned(),
        kind,
        title: false,
        anchored,
        told: false,
    })
}

fn of_gazetteer(range: TextRange, id: &str, gazetteer: &Gazetteer, title: bool) -> Option<Mention> {
    let entry = gazetteer.initiatives.get(id)?;
    Some(Mention {
        range,
        key: Key::Known(id.to_owned()),
        name: entry.name.clone(),
        kind: entry.kind,
        title,
        anchored: true,
        told: false,
    })
}

/// 北京、上海国际科技创新中心: the things before the last share its head. Only known names, as a list
/// of anything may stand before a name.
fn sharing_a_head(text: &str, found: &[Mention], gazetteer: &Gazetteer) -> Vec<Mention> {
    let mut shared = Vec::new();
    for last in found.iter().filter(|mention| !mention.title) {
        let mut end = last.range.usize().start;
        let mut head: Option<SharedHead<'_>> = None;
        while let Some(list) =
            text.get(..end).and_then(|before| before.strip_suffix(['、', '和', '与']))
        {
            let head = head.get_or_insert_with(|| SharedHead::of(&last.name, gazetteer));
            // The shortest and then longer pieces before the mark, up to a dozen characters.
            let pieces = list.char_indices().rev().take(12).map(|(at, _)| at);
            let item = pieces.filter_map(|start| {
                let piece = &list[start..];
                let id = head.behind(piece)?;
                of_gazetteer(TextRange::of(start, list.len()), id, gazetteer, false)
            });
            let Some(item) = item.last() else { break };
            end = item.range.usize().start;
            if found.iter().all(|other| other.range.overlap(item.range).is_none()) {
                shared.push(item);
            }
        }
    }
    shared
}

/// Last words of names that stand once behind several.
pub(crate) static SHARED_HEADS: LazyLock<Words> =
    LazyLock::new(|| Words::new(["实验室", "研究院", "中心"]));

/// `东湖、西湖两家实验室`: known things whose head stands once, behind how many there are.
fn counted_behind(text: Text<'_>, gazetteer: &Gazetteer) -> Vec<Mention> {
    const LONGEST: usize = 4;
    let mut found = Vec::new();
    for (at, head, ()) in text.words(List::SharedHeads, &SHARED_HEADS) {
        let counted = text[..at].strip_suffix(['家', '个', '座', '所']);
        let Some(list) = counted.and_then(|list| list.strip_suffix(['两', '三', '四', '五']))
        else {
            continue;
        };
        let (mut list, mut end) = (list, at + head.len());
        loop {
            let starts = list.char_indices().rev().take(LONGEST).map(|(start, _)| start);
            let item = starts.filter_map(|start| {
                let id = gazetteer.initiative_named(&format!("{}{head}", &list[start..]))?;
                of_gazetteer(TextRange::of(start, end), id, gazetteer, false)
            });
            let Some(item) = item.last() else { break };
            let start = item.range.usize().start;
            found.push(item);
            let Some(rest) = text[..start].strip_suffix(['、', '和']) else { break };
            (list, end) = (rest, rest.len());
        }
    }
    found
}

/// The end of a name that the names of known initiatives may share.
struct SharedHead<'a> {
    /// The ends of the name, the longest first, as plain names have them.
    ends: Vec<String>,
    /// The plain names that the shortest of them ends, with their initiatives' ids.
    known: Vec<(&'a str, &'a str)>,
}

impl<'a> SharedHead<'a> {
    fn of(name: &str, gazetteer: &'a Gazetteer) -> Self {
        const LEAST_HEAD: usize = 4;
        let count = name.chars().count();
        let starts = name.char_indices().take(count.saturating_sub(LEAST_HEAD - 1)).skip(1);
        let ends: Vec<&str> = starts.map(|(at, _)| &name[at..]).collect();
        let known = ends.last().map_or_else(Vec::new, |end| gazetteer.initiatives_ending(end));
        Self { ends: ends.into_iter().map(plain_name).collect(), known }
    }

    /// The initiative that a piece names together with such an end.
    fn behind(&self, piece: &str) -> Option<&'a str> {
        if self.known.is_empty() {
            return None;
        }
        let piece = plain_name(piece);
        let named = self.known.iter().filter_map(|(name, id)| {
            let end = name.strip_prefix(&*piece)?;
            self.ends.iter().any(|one| one == end).then_some((end.len(), *id))
        });
        // No two of the names are the same, nor are their ends behind one piece.
        named.max_by_key(|(end, _)| *end).map(|(_, id)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    const FILE: &str = r#"
        [[initiative]]
        id = "green-community"
        name = "青川绿色共同体"
        en = "G"
        kind = "programme"
        [[initiative]]
        id = "bridge-rules"
        name = "青川桥梁管理条例"
        en = "B"
        kind = "law"
        [[initiative]]
        id = "green-centre"
        name = "青川(白石)桥梁创新中心"
        en = "C"
        kind = "centre"
        [[initiative]]
        id = "east-lake"
        name = "青川东湖实验室"
        aliases = ["东湖实验室"]
        en = "E"
        kind = "centre"
        [[initiative]]
        id = "west-lake"
        name = "西湖实验室"
        en = "W"
        kind = "centre"
        [[place]]
        id = "1"
        name = "青川"
        hant = "青川"
        en = "Q"
        level = "city"
    "#;

    /// The mentions of a text that stands alone.
    fn alone(text: Text<'_>, places: Places<'_>, gazetteer: &Gazetteer) -> Vec<Mention> {
        let patterns = Patterns::of(text, places);
        mentions(text, places, &patterns, gazetteer, &mut ShortForms::default())
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let gazetteer = Gazetteer::parse(&[("a.toml", FILE)]).unwrap();
        let spots = Spots::of(text);
        let known = gazetteer.find(text);
        let found = alone(spots.text(text), Places::from(&known[..]), &gazetteer);
        let found: Vec<_> = found
            .iter()
            .map(|mention| {
                let key = match &mention.key {
                    Key::Known(id) | Key::Named(id) => id.as_str(),
                };
                (&text[mention.range.usize()], key)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_a_verb_draws_up_is_told_of() {
        let told = |text: &str| {
            let spots = Spots::of(text);
            let gazetteer = Gazetteer::default();
            let found = alone(spots.text(text), Places::default(), &gazetteer);
            found.iter().any(|name| name.told)
        };
        assert!(told("三地正在编制《石湾湿地监测规程》，"));
        assert!(told("三地组建湖北莲藕质量协作组，"));
        assert!(!told("他们学习《石湾湿地监测规程》，"));
        assert!(!told("国家出台《湿地保护法》，"));
    }

    #[test]
    fn a_name_that_leaves_out_characters() {
        let named = |name: &str| Mention {
            range: TextRange::new(0, 0),
            key: Key::Named(name.to_owned()),
            name: name.to_owned(),
            kind: InitiativeKind::Centre,
            title: false,
            anchored: true,
            told: false,
        };
        let full = ["石柳水稻育种联合实验室", "石山茶叶实验室"].map(named);
        let of = |short: &str| in_full(&named(short), full.iter()).map(|full| full.name.as_str());
        assert_eq!(of("石柳联合实验室"), Some("石柳水稻育种联合实验室"));
        // Another beginning, another end, another thing, or no shorter.
        assert_eq!(of("山柳联合实验室"), None);
        assert_eq!(of("石柳联合研究院"), None);
        assert_eq!(of("石柳共享实验室"), None);
        assert_eq!(of("石山茶叶实验室"), None);
        // Either of two.
        let two = ["石柳水稻育种联合实验室", "石柳油菜联合实验室"].map(named);
        assert_eq!(in_full(&named("石柳联合实验室"), two.iter()), None);
    }

    #[test]
    fn known_and_unknown_names() {
        check("青川绿色共同体有进展", &[("青川绿色共同体", "green-community")]);
        check("成立青川绿色共同体联盟", &[("青川绿色共同体联盟", "青川绿色共同体联盟")]);
        check("《青川桥梁管理条例(试行)》施行", &[("《青川桥梁管理条例(试行)》", "bridge-rules")]);
        check("《青川隧道养护办法》施行", &[("《青川隧道养护办法》", "青川隧道养护办法")]);
        check("《青川日报》说", &[]);
    }

    #[test]
    fn a_list_shares_its_last_head() {
        check(
            "建设青川(白石)、湖北桥梁创新中心",
            &[("青川(白石)", "green-centre"), ("湖北桥梁创新中心", "湖北桥梁创新中心")],
        );
    }

    #[test]
    fn a_counted_head_stands_behind_its_list() {
        check(
            "先后有东湖、西湖两家实验室揭牌",
            &[("东湖", "east-lake"), ("西湖两家实验室", "west-lake")],
        );
        check("先后有南湖两家实验室揭牌", &[]);
    }

    #[test]
    fn short_forms_and_pronouns_go_back() {
        let long = "《青川隧道养护办法》(下称《养护办法》)";
        let (title, short) = ("《青川隧道养护办法》", "《养护办法》");
        let key = "青川隧道养护办法";
        check(
            &format!("{long}出台。《养护办法》明确"),
            &[(title, key), (short, key), (short, key)],
        );
        check(&format!("{title}出台,该办法共十条"), &[(title, key), ("该办法", key)]);
        check("该办法共十条", &[]);
    }
}
