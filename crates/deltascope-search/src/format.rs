//! The format of `index.bin`: one definition for writer and reader.
//!
//! `DSIX`, version (u16), length of the payload (u32), CRC-32 of the payload (u32), all little
//! endian, then the payload in postcard. Equal corpora give equal bytes.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::facts::Facts;
use crate::names::Names;
use crate::postings::Table;

/// The version that this build writes and reads.
pub const INDEX_VERSION: u16 = 8;

const MAGIC: &[u8; 4] = b"DSIX";
const HEADER: usize = 14;

/// Why bytes are no index.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// No bytes at all.
    #[error("the search index is empty")]
    Empty,
    /// The file stops before its end.
    #[error("the search index is cut off")]
    Truncated,
    /// Another version.
    #[error("the search index has version {found}, this build reads {INDEX_VERSION}")]
    Version {
        /// The version in the file.
        found: u16,
    },
    /// Not an index, or changed on its way.
    #[error("the search index is damaged")]
    Damaged,
}

/// What the file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Payload {
    /// Of all that search reads of the articles; of a split index, of their ids and titles alone.
    pub checksum: u32,
    /// Of the ids of the initiatives.
    pub ids: u32,
    /// The initiatives that articles name, in the order of their ids.
    #[serde(with = "crate::entries")]
    pub initiatives: Vec<InitiativeEntry>,
    /// What is known of the articles beside their words.
    pub facts: Facts,
    /// Names of other things, and how names are read.
    pub names: Names,
    /// The table of characters that these articles and names need, as `Letters` reads it.
    pub letters: String,
    /// What stands where, if it is in files of its own; there articles are told by their places among the
    /// newest.
    pub files: Option<Table>,
}

/// An initiative, its names, and the articles with its evidence; how the index holds it is in [`crate::entries`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InitiativeEntry {
    /// Its position among the initiatives of the corpus, by id.
    pub at: u32,
    /// As the corpus has them, each once.
    pub names: Vec<String>,
    /// Places of articles, sorted.
    pub articles: Vec<u32>,
}

impl Payload {
    /// True where the lists are in order and every place is a place.
    fn is_sound(&self) -> bool {
        let articles = self.facts.articles.len();
        let in_range =
            |entry: &InitiativeEntry| entry.articles.iter().all(|&at| (at as usize) < articles);
        self.initiatives.iter().all(in_range)
            && self.facts.is_sound(self.names.publishers.len())
            && self.files.as_ref().is_none_or(|table| table.is_sound(articles))
    }
}

/// The bytes of an index.
pub(crate) fn write(payload: &Payload) -> Vec<u8> {
    let body = postcard::to_allocvec(payload).expect("plain lists always serialise");
    let mut out = Vec::with_capacity(HEADER + body.len());
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&INDEX_VERSION.to_le_bytes());
    out.extend_from_slice(&(body.len() as u32).to_le_bytes());
    out.extend_from_slice(&crc32([&body[..]]).to_le_bytes());
    out.extend_from_slice(&body);
    out
}

/// The index in the bytes.
///
/// # Errors
/// Says which of the ways of [`IndexError`] they are wrong.
pub(crate) fn read(bytes: &[u8]) -> Result<Payload, IndexError> {
    if bytes.is_empty() {
        return Err(IndexError::Empty);
    }
    let known = bytes.len().min(MAGIC.len());
    if bytes[..known] != MAGIC[..known] {
        return Err(IndexError::Damaged);
    }
    // The version decides how the rest is read, so it is judged first.
    let found = u16::from_le_bytes(field(bytes, 4)?);
    if found != INDEX_VERSION {
        return Err(IndexError::Version { found });
    }
    let len = u32::from_le_bytes(field(bytes, 6)?) as usize;
    let checksum = u32::from_le_bytes(field(bytes, 10)?);
    let body = &bytes[HEADER..];
    if body.len() < len {
        return Err(IndexError::Truncated);
    }
    if body.len() > len || crc32([body]) != checksum {
        return Err(IndexError::Damaged);
    }
    match postcard::take_from_bytes::<Payload>(body) {
        Ok((payload, [])) if payload.is_sound() => Ok(payload),
        _ => Err(IndexError::Damaged),
    }
}

/// A file with this start: the version (u16, little endian), then postcard.
pub(crate) fn file(magic: [u8; 4], version: u16, content: &impl Serialize) -> Vec<u8> {
    let head: Vec<u8> = magic.into_iter().chain(version.to_le_bytes()).collect();
    postcard::to_extend(content, head).expect("plain lists always serialise")
}

/// What a file with this start holds.
///
/// # Errors
/// Says which of the ways of [`IndexError`] the bytes are wrong.
pub(crate) fn of_file<T: DeserializeOwned>(
    magic: [u8; 4],
    version: u16,
    bytes: &[u8],
) -> Result<T, IndexError> {
    if field(bytes, 0)? != magic {
        return Err(IndexError::Damaged);
    }
    let found = u16::from_le_bytes(field(bytes, magic.len())?);
    if found != version {
        return Err(IndexError::Version { found });
    }
    match postcard::take_from_bytes(&bytes[magic.len() + 2..]) {
        Ok((content, [])) => Ok(content),
        _ => Err(IndexError::Damaged),
    }
}

/// A field of the header.
fn field<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], IndexError> {
    bytes.get(at..at + N).and_then(|field| field.try_into().ok()).ok_or(IndexError::Truncated)
}

/// For each byte, and for each with so many zeros behind it, its remainder. Worked out at run time,
/// as the tables would be larger than the default index.
static REMAINDERS: LazyLock<[[u32; 256]; EIGHT]> = LazyLock::new(|| {
    let mut tables = [[0; 256]; EIGHT];
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    for (byte, remainder) in (0..).zip(&mut tables[0]) {
        *remainder = (0..8).fold(byte, step);
    }
    for zeros in 1..EIGHT {
        for byte in 0..256 {
            let crc = tables[zeros - 1][byte];
            tables[zeros][byte] = (crc >> 8) ^ tables[0][(crc & 255) as usize];
        }
    }
    tables
});

/// So many bytes are taken at once.
const EIGHT: usize = 8;

/// CRC-32 (ISO-HDLC, as in zip and PNG) of the parts one after another.
pub(crate) fn crc32<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u32 {
    let tables = &*REMAINDERS;
    let mut crc = u32::MAX;
    for part in parts {
        let (eights, rest) = part.as_chunks::<EIGHT>();
        for bytes in eights {
            let mut block = u64::from_le_bytes(*bytes) ^ u64::from(crc);
            crc = 0;
            for table in tables.iter().rev() {
                crc ^= table[(block & 255) as usize];
                block >>= 8;
            }
        }
        for &byte in rest {
            crc = (crc >> 8) ^ tables[0][((crc ^ u32::from(byte)) & 255) as usize];
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::ArticleFacts;
    use crate::rank::Rough;

    fn payload() -> Payload {
        Payload {
            checksum: 7,
            ids: 8,
            initiatives: vec![InitiativeEntry {
                at: 3,
                names: vec!["g60科创走廊".into()],
                articles: vec![0, 1],
            }],
            facts: Facts {
                places: vec![vec!["310000".into(), "上海".into()]],
                articles: vec![
                    ArticleFacts {
                        places: vec![0],
                        kinds: 1,
                        length: Rough::of(9),
                        publisher: Some(0),
                        ..ArticleFacts::default()
                    },
                    ArticleFacts { story: 1, phases: 2, ..ArticleFacts::default() },
                ],
            },
            names: Names {
                organisations: vec![vec!["甲会".into()]],
                publishers: vec!["甲报".into()],
                readings: vec![('长', vec!["chang".into(), "zhang".into()])],
            },
            letters: "长長\n計畫 计划\n".into(),
            files: None,
        }
    }

    #[test]
    fn the_checksum_is_the_published_one() {
        // The check value of the catalogue of parametrised CRC algorithms.
        assert_eq!(crc32([&b"12345"[..], b"6789"]), 0xcbf4_3926);
        assert_eq!(crc32([&b"123456789"[..]]), 0xcbf4_3926);
    }

    #[test]
    fn what_is_written_reads_back() {
        assert_eq!(read(&write(&payload())), Ok(payload()));
        assert_eq!(read(&write(&Payload::default())), Ok(Payload::default()));
    }

    #[test]
    fn every_truncation_is_told() {
        let bytes = write(&payload());
        assert_eq!(read(&[]), Err(IndexError::Empty));
        for len in 1..bytes.len() {
            assert_eq!(read(&bytes[..len]), Err(IndexError::Truncated), "{len} bytes");
        }
    }

    #[test]
    fn every_flipped_bit_is_told() {
        let bytes = write(&payload());
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(read(&flipped).is_err(), "bit {bit}");
        }
    }

    #[track_caller]
    fn refused(change: impl FnOnce(&mut Vec<u8>), expected: &IndexError) {
        let mut bytes = write(&payload());
        change(&mut bytes);
        assert_eq!(read(&bytes).as_ref(), Err(expected));
    }

    #[test]
    fn other_bytes_say_what_they_are() {
        refused(|bytes| bytes[4] = 9, &IndexError::Version { found: 9 });
        refused(|bytes| bytes.push(0), &IndexError::Damaged);
        refused(|bytes| *bytes = b"<!doctype html>".to_vec(), &IndexError::Damaged);
    }

    #[track_caller]
    fn unsound(change: impl FnOnce(&mut Payload)) {
        let mut payload = payload();
        change(&mut payload);
        assert_eq!(read(&write(&payload)), Err(IndexError::Damaged));
    }

    #[test]
    fn a_payload_that_contradicts_itself_is_refused() {
        unsound(|payload| payload.initiatives[0].articles = vec![2]);
        unsound(|payload| payload.facts.articles.truncate(1));
        unsound(|payload| payload.facts.articles[0].places = vec![1]);
        unsound(|payload| payload.facts.articles[0].story = 2);
        unsound(|payload| payload.facts.articles[0].publisher = Some(1));
        unsound(|payload| payload.files = Some(Table::default()));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(head in any::<bool>(), body in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut bytes = Vec::new();
            if head {
                // Past the header and the checksum, so that the payload's own reader meets them.
                bytes.extend_from_slice(&write(&Payload::default())[..6]);
                bytes.extend_from_slice(&(body.len() as u32).to_le_bytes());
                bytes.extend_from_slice(&crc32([&body[..]]).to_le_bytes());
            }
            bytes.extend_from_slice(&body);
            if let Ok(payload) = read(&bytes) {
                prop_assert!(payload.is_sound());
            }
        }
    }
}
