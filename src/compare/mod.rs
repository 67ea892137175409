//! What is compared: initiatives and places, as an address names them, and what they have in
//! common. Pure.

mod choice;
mod place;
mod shared;
mod strip;

pub use choice::{Act, act, fitting};
pub use place::Within;
pub use shared::{Row, rows};
pub use strip::Strip;

/// The most that stand side by side.
pub const MOST: usize = 4;

/// An initiative or a place, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// An initiative.
    Initiative(&'a str),
    /// A place.
    Place(&'a str),
}

impl<'a> Subject<'a> {
    /// Reads what an address names: `initiative.` or `place.`, and the id.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (kind, id) = text.split_once('.')?;
        match kind {
            _ if id.is_empty() => None,
            "initiative" => Some(Self::Initiative(id)),
            "place" => Some(Self::Place(id)),
            _ => None,
        }
    }

    /// As an address names it.
    pub fn key(self) -> String {
        let (kind, id) = match self {
            Self::Initiative(id) => ("initiative.", id),
            Self::Place(id) => ("place.", id),
        };
        [kind, id].concat()
    }
}

/// Puts a subject to those that are compared; the last gives way where there is no room.
pub fn join(compared: &mut Vec<String>, key: &str) {
    if !compared.iter().any(|known| known == key) {
        compared.truncate(MOST - 1);
        compared.push(key.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Subject, join};

    #[test]
    fn what_an_address_names_is_read_and_written() {
        for key in ["initiative.yrd-plan", "initiative.x-01.2", "place.340100"] {
            assert_eq!(Subject::parse(key).map(Subject::key).as_deref(), Some(key));
        }
        for key in ["", "place", "place.", "river.1", "340100"] {
            assert_eq!(Subject::parse(key), None, "{key}");
        }
    }

    #[test]
    fn the_last_gives_way_to_one_more() {
        let mut compared = Vec::new();
        for nth in 0..=MOST {
            join(&mut compared, &format!("place.{nth}"));
            join(&mut compared, &format!("place.{nth}"));
        }
        assert_eq!(compared, ["place.0", "place.1", "place.2", "place.4"]);
    }
}
