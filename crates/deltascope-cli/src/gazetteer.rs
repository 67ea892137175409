//! The gazetteer of a build: the project's own entries, then the user's, which extend and override.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use deltascope_extract::Gazetteer;

use crate::input::{self, Found, Place};

/// The project's entries, part of the command so that it works from any folder.
const DEFAULT: [(&str, &str); 4] = [
    ("places.toml", include_str!("../../../corpus/gazetteer/places.toml")),
    ("groups.toml", include_str!("../../../corpus/gazetteer/groups.toml")),
    ("organisations.toml", include_str!("../../../corpus/gazetteer/organisations.toml")),
    ("initiatives.toml", include_str!("../../../corpus/gazetteer/initiatives.toml")),
];

/// A user's entries as read: name and TOML.
pub type Extra = Vec<(String, String)>;

/// The user's gazetteer files, in the order given; of a folder all `.toml` files by name.
///
/// # Errors
/// Where a path is missing, or a file is not UTF-8.
pub fn read_extra(paths: &[PathBuf]) -> Result<Extra> {
    let mut extra = Extra::new();
    for path in paths {
        let found = input::find(std::slice::from_ref(path)).context("--gazetteer")?;
        for Found { name, place } in found.into_iter().filter(|found| is_toml(&found.name)) {
            let text = match place {
                Place::File(file) => input::read(&file),
                Place::Nowhere(why) => Err(why),
                Place::Stdin => continue,
            };
            let text = text.and_then(|bytes| {
                String::from_utf8(bytes).map_err(|_| "it is not UTF-8; save it as UTF-8".into())
            });
            match text {
                Ok(text) => extra.push((name, text)),
                Err(why) => bail!("--gazetteer: {name}: {why}"),
            }
        }
    }
    Ok(extra)
}

fn is_toml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "toml")
}

/// The default gazetteer with the user's entries over it.
///
/// # Errors
/// Names the file and entry that are wrong.
pub fn parse(extra: &Extra) -> Result<Gazetteer> {
    let own = extra.iter().map(|(name, toml)| (name.as_str(), toml.as_str()));
    let files: Vec<(&str, &str)> = DEFAULT.into_iter().chain(own).collect();
    Gazetteer::parse(&files).context("the gazetteer cannot be used")
}
