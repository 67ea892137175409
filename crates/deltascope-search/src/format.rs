//! The format of `index.bin`: one definition for writer and reader.
//!
//! `DSIX`, version (u16), length of the payload (u32), CRC-32 of the payload (u32), all little
//! endian, then the payload in postcard. Equal corpora give equal bytes.

use serde::{Deserialize, Serialize};

/// The version that this build writes and reads.
pub const INDEX_VERSION: u16 = 1;

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
    /// The articles' ids, sorted, with a checksum of each one's text.
    pub articles: Vec<ArticleEntry>,
    /// The initiatives by id.
    pub initiatives: Vec<InitiativeEntry>,
}

/// An article that the index was built from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ArticleEntry {
    pub id: String,
    pub checksum: u32,
}

/// An initiative, its names, and the articles with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InitiativeEntry {
    pub id: String,
    /// Folded.
    pub names: Vec<String>,
    /// Places in [`Payload::articles`], sorted.
    pub articles: Vec<u32>,
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
pub(crate) fn read(bytes: &[u8]) -> Result<Payload, IndexError> {
    if bytes.is_empty() {
        return Err(IndexError::Empty);
    }
    let known = bytes.len().min(MAGIC.len());
    if bytes[..known] != MAGIC[..known] {
        return Err(IndexError::Damaged);
    }
    // The version alone decides how the rest is read, so it is judged first.
    let found = u16::from_le_bytes(field(bytes, 4)?);
    if found != INDEX_VERSION {
        return Err(IndexError::Version { found });
    }
    let len = u32::from_le_bytes(field(bytes, 6)?) as usize;
    let checksum = u32::from_le_bytes(field(bytes, 10)?);
    let body = &bytes[HEADER..];
    match body.len().cmp(&len) {
        std::cmp::Ordering::Less => return Err(IndexError::Truncated),
        std::cmp::Ordering::Greater => return Err(IndexError::Damaged),
        std::cmp::Ordering::Equal => {}
    }
    if crc32([body]) != checksum {
        return Err(IndexError::Damaged);
    }
    postcard::from_bytes(body).map_err(|_| IndexError::Damaged)
}

/// A field of the header.
fn field<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], IndexError> {
    bytes.get(at..at + N).and_then(|field| field.try_into().ok()).ok_or(IndexError::Truncated)
}

/// CRC-32 (ISO-HDLC) of the parts one after another. Bit by bit: a table would be larger than the
/// default index.
pub(crate) fn crc32<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> u32 {
    let mut crc = u32::MAX;
    for &byte in parts.into_iter().flatten() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}
