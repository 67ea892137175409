//! From files to entries: every way in which they can be wrong, said with file and entry.

use std::collections::BTreeMap;

use deltascope_model::Guide;

use super::correction::Correction;
use super::file::{GazetteerFile, InitiativeEntry, OrganisationEntry, PlaceEntry};

/// Why files are no gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// Not TOML, a key that is not known, or a key that is missing.
    #[error(
        "{file}: {message}\nCorrect the entry; the keys of each table stand in the gazetteer's own files."
    )]
    Shape {
        /// The file.
        file: String,
        /// The reader's message, with line and column.
        message: String,
    },
    /// An id that is not made of lower-case letters, digits and hyphens.
    #[error("{file}: the id “{id}” must be lower-case ASCII letters, digits and hyphens")]
    Id {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// A name or an alias without a character.
    #[error("{file}: “{id}” has an empty name or alias; give it a name or remove it")]
    EmptyName {
        /// The file.
        file: String,
        /// The entry.
        id: String,
    },
    /// Two entries of one file with one id.
    #[error("{file}: “{id}” stands twice in the file; join the two entries")]
    Duplicate {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// An entry that names a place or an initiative which no file has.
    #[error("{file}: “{id}” names “{missing}”, which no file has; add it or correct the id")]
    Dangling {
        /// The file.
        file: String,
        /// The entry.
        id: String,
        /// What it names.
        missing: String,
    },
    /// A correction that says nothing, or nothing that can be done.
    #[error("{file}: the correction of “{text}” {fault}")]
    Correction {
        /// The file.
        file: String,
        /// The words that it corrects.
        text: String,
        /// What is wrong, and what to do.
        fault: String,
    },
}

/// Entries by id, each with the file it stands in.
type Entries<T> = BTreeMap<String, (String, T)>;

/// All entries of all files.
#[derive(Default)]
pub(super) struct Read {
    pub(super) places: Entries<PlaceEntry>,
    pub(super) initiatives: Entries<InitiativeEntry>,
    pub(super) organisations: Entries<OrganisationEntry>,
    pub(super) corrections: Vec<Correction>,
    pub(super) guide: Option<Guide>,
}

/// Reads and checks all files.
pub(super) fn read(files: &[(&str, &str)]) -> Result<Read, GazetteerError> {
    let mut all = Read::default();
    for &(file, content) in files {
        let parsed: GazetteerFile = toml::from_str(content).map_err(|error| {
            GazetteerError::Shape { file: file.to_owned(), message: error.to_string() }
        })?;
        let groups = parsed.group.into_iter().map(PlaceEntry::from);
        add(&mut all.places, file, parsed.place.into_iter().chain(groups), |place| {
            (
                &place.id,
                vec![&place.name, place.full.as_ref().unwrap_or(&place.name)],
                &place.aliases,
            )
        })?;
        add(&mut all.initiatives, file, parsed.initiative.into_iter(), |entry| {
            (&entry.id, vec![&entry.name], &entry.aliases)
        })?;
        add(&mut all.organisations, file, parsed.organisation.into_iter(), |entry| {
            (&entry.id, vec![&entry.name], &entry.aliases)
        })?;
        for (nth, mut correction) in parsed.correction.into_iter().enumerate() {
            correction.place = (file.to_owned(), nth + 1);
            if let Some(fault) = correction.fault() {
                let (file, text) = (file.to_owned(), correction.text);
                return Err(GazetteerError::Correction { file, text, fault });
            }
            all.corrections.push(correction);
        }
        all.guide = parsed.guide.map(Guide::from).or(all.guide);
    }
    references(&all)?;
    Ok(all)
}

/// An entry's id, its names, and its aliases.
type Named<'a> = (&'a String, Vec<&'a String>, &'a Vec<String>);

fn add<T>(
    entries: &mut Entries<T>,
    file: &str,
    new: impl Iterator<Item = T>,
    name: impl for<'a> Fn(&'a T) -> Named<'a>,
) -> Result<(), GazetteerError> {
    let mut of_file: BTreeMap<String, (String, T)> = BTreeMap::new();
    for entry in new {
        let (id, names, aliases) = name(&entry);
        let (file, id) = (file.to_owned(), id.clone());
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if id.is_empty() || !id.bytes().all(plain) {
            return Err(GazetteerError::Id { file, id });
        }
        if names.into_iter().chain(aliases).any(|name| name.trim().is_empty()) {
            return Err(GazetteerError::EmptyName { file, id });
        }
        if of_file.contains_key(&id) {
            return Err(GazetteerError::Duplicate { file, id });
        }
        of_file.insert(id, (file, entry));
    }
    entries.extend(of_file);
    Ok(())
}

/// Every place and every initiative that an entry names must exist.
fn references(all: &Read) -> Result<(), GazetteerError> {
    let dangling = |file: &String, id: &String, missing: &String| {
        let (file, id, missing) = (file.clone(), id.clone(), missing.clone());
        Err(GazetteerError::Dangling { file, id, missing })
    };
    let known = |file: &String, id: &String, place: &String| {
        if all.places.contains_key(place) { Ok(()) } else { dangling(file, id, place) }
    };
    for (id, (file, place)) in &all.places {
        for other in place.parent.iter().chain(&place.members) {
            known(file, id, other)?;
        }
    }
    for (id, (file, entry)) in &all.initiatives {
        for place in &entry.places {
            known(file, id, place)?;
        }
        for link in &entry.links {
            if link.to == *id || !all.initiatives.contains_key(&link.to) {
                return dangling(file, id, &link.to);
            }
        }
    }
    for (id, (file, entry)) in &all.organisations {
        if let Some(place) = &entry.place {
            known(file, id, place)?;
        }
    }
    Ok(())
}
