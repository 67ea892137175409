//! `Gazetteer`: what is known beforehand, and where a text names it.
//!
//! 1. `file`: the shape of the TOML files; `correction`: that of what a person corrected
//! 2. [`Gazetteer::parse`]: all files to entries; a later file replaces an entry of the same id
//! 3. `matcher`: one automaton over all names; the longest name that starts first counts
//! 4. `round`: the rounds of known plans in words of the text's own
//!
//! Names are Simplified; texts are matched after simplification. The gazetteer sharpens what is
//! found and never decides a date.

mod check;
mod correction;
mod file;
mod guide;
mod matcher;
mod round;

use std::collections::{BTreeMap, BTreeSet};

use deltascope_model::Guide;

pub use check::GazetteerError;
pub(crate) use correction::{Correction, Fact};
pub(crate) use file::{InitiativeEntry, OrganisationEntry, PlaceEntry};
pub(crate) use matcher::{Known, KnownMatch, plain_name};
pub(crate) use round::ROUND;

use crate::spots::{List, Text};
use matcher::Matcher;

/// Places, groups, initiatives and organisations known beforehand, and corrections.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    /// Places and groups by id; a group has members.
    pub(crate) places: BTreeMap<String, PlaceEntry>,
    /// Initiatives by id.
    pub(crate) initiatives: BTreeMap<String, InitiativeEntry>,
    /// Organisations by id.
    pub(crate) organisations: BTreeMap<String, OrganisationEntry>,
    /// What a person corrected, in the order of the files.
    pub(crate) corrections: Vec<Correction>,
    /// What the last file that says so says of the pages.
    guide: Option<Guide>,
    // Invariant: built from the three maps above by `parse`.
    matcher: Matcher,
}

impl Gazetteer {
    /// Reads gazetteer files, given as name and content; an entry of a later file replaces one of
    /// the same id in an earlier file, so that a user can extend and correct.
    ///
    /// # Errors
    /// Names the file and the entry that is wrong, and what to do.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, GazetteerError> {
        let entries = check::read(files)?;
        let mut gazetteer = Self {
            places: entries.places.into_iter().map(|(id, (_, entry))| (id, entry)).collect(),
            initiatives: entries
                .initiatives
                .into_iter()
                .map(|(id, (_, entry))| (id, entry))
                .collect(),
            organisations: entries
                .organisations
                .into_iter()
                .map(|(id, (_, entry))| (id, entry))
                .collect(),
            corrections: entries.corrections,
            guide: entries.guide,
            matcher: Matcher::default(),
        };
        gazetteer.matcher = Matcher::new(&gazetteer);
        Ok(gazetteer)
    }

    /// What is said of the pages.
    pub fn guide(&self) -> Option<&Guide> {
        self.guide.as_ref()
    }

    /// The known names in a Simplified text, in order, none overlapping another.
    pub(crate) fn find(&self, text: &str) -> Vec<KnownMatch> {
        let mut found = self.matcher.find(text);
        round::add(&mut found, text, text.match_indices(ROUND).map(|(at, _)| at), self);
        found
    }

    /// The same in a text whose places are noted.
    pub(crate) fn find_in(&self, text: Text<'_>) -> Vec<KnownMatch> {
        let mut found = self.matcher.find(&text);
        round::add(&mut found, &text, text.places(List::Rounds), self);
        found
    }

    /// The known initiative that bears exactly this name, spaces and marks apart.
    pub(crate) fn initiative_named(&self, name: &str) -> Option<&str> {
        self.matcher.initiative_named(name)
    }

    /// The plain names of the known initiatives that end so, with their ids.
    pub(crate) fn initiatives_ending(&self, end: &str) -> Vec<(&str, &str)> {
        self.matcher.initiatives_ending(end)
    }

    /// The first known initiative with a name that stands within a text and is such.
    pub(crate) fn initiative_within(
        &self,
        text: &str,
        such: impl Fn(&str) -> bool,
    ) -> Option<&InitiativeEntry> {
        let ids = self.matcher.initiatives_within(text).filter(|(name, _)| such(name));
        self.initiatives.get(ids.map(|(_, id)| id).min()?)
    }

    /// The place that a name starts with, by id; of several the longest.
    pub(crate) fn place_before(&self, name: &str) -> Option<String> {
        self.matcher.place_before(name).map(str::to_owned)
    }

    /// What stands in a name behind the place that it starts with.
    pub(crate) fn behind_place<'a>(&self, name: &'a str) -> Option<&'a str> {
        let id = self.matcher.place_before(name)?;
        let names = self.names_of_place(id).into_iter();
        let behind =
            names.filter_map(|place| name.strip_prefix(place)).min_by_key(|rest| rest.len())?;
        (!behind.is_empty()).then_some(behind)
    }

    /// All names of a place.
    pub(crate) fn names_of_place(&self, id: &str) -> Vec<&str> {
        let entry = self.places.get(id).into_iter();
        let names =
            entry.flat_map(|one| [&one.name].into_iter().chain(&one.full).chain(&one.aliases));
        names.map(String::as_str).collect()
    }

    /// All names of one who acts, given by its name.
    pub(crate) fn names_of_actor<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        let known = self.organisations.values().find(|entry| entry.name == name);
        let aliases = known.into_iter().flat_map(|entry| &entry.aliases);
        [name].into_iter().chain(aliases.map(String::as_str)).collect()
    }

    /// Whether a place is another or lies in it, both by name.
    pub(crate) fn lies_in(&self, part: &str, whole: &str) -> bool {
        let named = |name: &str| self.places.values().find(|place| place.name == name);
        let Some(whole) = named(whole) else { return false };
        let mut place = named(part);
        while let Some(inner) = place {
            if inner.id == whole.id || whole.members.contains(&inner.id) {
                return true;
            }
            place = inner.parent.as_ref().and_then(|parent| self.places.get(parent));
        }
        false
    }

    /// The provinces that places are, lie in, or as groups consist of.
    pub(crate) fn provinces_of<'a>(&'a self, mut places: Vec<&'a str>) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        while let Some(id) = places.pop() {
            let Some(place) = self.places.get(id).filter(|_| seen.insert(id)) else { continue };
            places.extend(place.parent.iter().chain(&place.members).map(String::as_str));
        }
        seen.retain(|id| self.places.get(*id).is_some_and(|place| place.level == "province"));
        seen
    }

    /// The first organisation of what is known in a line such as `新华日报·交汇点`.
    pub(crate) fn first_organisation(&self, found: &[KnownMatch]) -> Option<&OrganisationEntry> {
        found.iter().find_map(|found| match &found.known {
            Known::Organisation(id) => self.organisations.get(&**id),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        [[place]]
        id = "900000"
        name = "青川"
        full = "青川省"
        hant = "青川"
        en = "Qingchuan"
        level = "province"

        [[place]]
        id = "900100"
        name = "白石"
        hant = "白石"
        en = "Baishi"
        level = "city"
        parent = "900000"
        aliases = ["石"]

        [[group]]
        id = "all"
        name = "一省一市"
        hant = "一省一市"
        en = "All"
        members = ["900000", "900100"]

        [[initiative]]
        id = "green-platform"
        name = "青川绿色平台"
        aliases = ["绿色平台", "青川计划(2022—2025年)"]
        en = "Green platform"
        kind = "platform"
        places = ["900000"]

        [[organisation]]
        id = "qingchuan-daily"
        name = "青川日报"
        en = "Qingchuan Daily"
        place = "900000"
    "#;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let gazetteer = Gazetteer::parse(&[("a.toml", FILE)]).unwrap();
        let found: Vec<_> = gazetteer
            .find(text)
            .into_iter()
            .map(|found| text[found.range.usize()].to_owned())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_longest_name_that_starts_first_counts() {
        check("青川绿色平台在白石上线", &["青川绿色平台", "白石"]);
        check("青川日报说一省一市", &["青川日报", "一省一市"]);
        check("石头路", &[]);
    }

    #[test]
    fn names_match_apart_from_their_marks() {
        let gazetteer = Gazetteer::parse(&[("a.toml", FILE)]).unwrap();
        let found = gazetteer.initiative_named("青川计划 (2022-2025年)");
        assert_eq!(found, Some("green-platform"));
        assert_eq!(gazetteer.initiative_named("青川计划"), None);
    }

    #[test]
    fn a_later_file_replaces_an_entry() {
        let more = "[[organisation]]\nid = \"qingchuan-daily\"\nname = \"新青川报\"\nen = \"N\"\n";
        let gazetteer = Gazetteer::parse(&[("a.toml", FILE), ("b.toml", more)]).unwrap();
        assert_eq!(gazetteer.find("新青川报").len(), 1);
        let old = gazetteer.find("青川日报");
        assert!(gazetteer.first_organisation(&old).is_none());
    }

    #[track_caller]
    fn refused(more: &str, expected: &str) {
        let error = Gazetteer::parse(&[("a.toml", FILE), ("b.toml", more)]).unwrap_err();
        let message = error.to_string();
        assert!(message.contains("b.toml") && message.contains(expected), "{message}");
    }

    #[test]
    fn the_last_guide_counts() {
        let guide = |title: &str| {
            let told = format!("{{ hans = \"{title}\", hant = \"\", en = \"\" }}");
            format!("[guide]\ntitle = {told}\nnote = {told}\n")
        };
        let (one, two) = (guide("一"), guide("二"));
        let files = [("a.toml", one.as_str()), ("b.toml", two.as_str()), ("c.toml", FILE)];
        let gazetteer = Gazetteer::parse(&files).unwrap();
        assert_eq!(gazetteer.guide().map(|guide| guide.title.hans.as_str()), Some("二"));
    }

    #[test]
    fn what_is_wrong_is_said_with_file_and_entry() {
        refused("[[plaec]]\nid = \"1\"\n", "plaec");
        refused("[[organisation]]\nid = \"x\"\nname = \"x\"\nen = \"x\"\ncolour = 1\n", "colour");
        refused(
            "[[group]]\nid = \"g\"\nname = \"g\"\nhant = \"g\"\nen = \"g\"\nmembers = [\"77\"]\n",
            "77",
        );
        let initiative =
            "[[initiative]]\nid = \"i\"\nname = \"青川规划\"\nen = \"P\"\nkind = \"plan\"\n";
        refused(
            &format!("{initiative}links = [{{ kind = \"follows\", to = \"none\" }}]\n"),
            "none",
        );
        refused(&format!("{initiative}links = [{{ kind = \"follows\", to = \"i\" }}]\n"), "“i”");
        refused(&format!("{initiative}links = [{{ kind = \"eats\", to = \"i\" }}]\n"), "eats");
        refused("[guide]\ntitle = { hans = \"a\", hant = \"a\", de = \"a\" }\n", "de");
        let twice = "[[organisation]]\nid = \"x\"\nname = \"x\"\nen = \"x\"\n";
        refused(&twice.repeat(2), "twice");
        refused("[[organisation]]\nid = \"A b\"\nname = \"x\"\nen = \"x\"\n", "lower-case");
    }
}
