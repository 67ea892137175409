//! Who and where: organisations and places of the gazetteer around an event's verb.
//!
//! Actors stand before the verb: organisations, and places or groups that act (普陀区联合…,
//! 三省一市科技部门共同…). Places are those named in the event's clauses. 我省 is the province of the
//! paper that writes it, where the gazetteer knows the paper's province.

use deltascope_model::TextRange;

use crate::gazetteer::{Gazetteer, Known, KnownMatch};

/// The words around a verb that the gazetteer knows.
pub(crate) struct Around<'a> {
    pub(crate) text: &'a str,
    pub(crate) known: &'a [KnownMatch],
    pub(crate) gazetteer: &'a Gazetteer,
    /// The place that the article's paper calls its own.
    pub(crate) home: Option<&'a str>,
}

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

/// Words that a place acts by.
const ACTS: [&str; 22] = [
    "联合", "牵头", "携手", "会同", "共同", "联手", "发布", "印发", "出台", "成立", "启动", "签署",
    "签订", "组建", "设立", "举办", "举行", "公布", "又", "发起", "与", "和",
];

impl Around<'_> {
    /// Who acts: names before the verb in the scope of the event, in order.
    pub(crate) fn actors(
        &self,
        scope: TextRange,
        verb: TextRange,
        names: &[TextRange],
    ) -> Vec<String> {
        let mut actors: Vec<String> = Vec::new();
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
            if before.ends_with(['在', '于']) || said {
                continue;
            }
            let after = self.text.get(found.range.usize().end..).unwrap_or_default();
            let actor = match &found.known {
                Known::Organisation(id) => {
                    self.gazetteer.organisations.get(id).map(|entry| entry.name.clone())
                }
                Known::Place(_) => acting(name, after),
                Known::Initiative(_) => None,
            };
            actors.extend(actor.filter(|actor| !actors.contains(actor)));
        }
        actors
    }

    /// Where: the places of the scope, by id, each once.
    pub(crate) fn places(&self, scope: TextRange, names: &[TextRange]) -> Vec<String> {
        let mut places: Vec<String> = Vec::new();
        for found in self.within(scope, names) {
            if let Known::Place(id) = &found.known {
                places.push(id.clone());
            }
        }
        places.extend(self.own_place(scope));
        places.sort();
        places.dedup();
        places
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
    fn own_place(&self, scope: TextRange) -> Option<String> {
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
