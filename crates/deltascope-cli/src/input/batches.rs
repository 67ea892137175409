//! The pages of all files, a bounded number at a time, each with its id.
//!
//! Files are read in the order of their names, so that ids do not depend on how a folder lists its
//! files or on threads.

use std::collections::BTreeMap;

use deltascope_clean::{Limits, digest, page_id};
use rayon::prelude::*;

use super::{Found, Received, open};

/// Most pages of a batch.
const MOST: usize = 1024;
/// Most bytes of a batch, but for its last page.
const MOST_BYTES: usize = 16 << 20;

/// A page with its id.
#[derive(Debug)]
pub struct Page {
    /// As given, or from its bytes; pages that could not be read are named after their path. No two
    /// pages have the same: pages of the same bytes, or of the same first digits, are numbered.
    pub id: String,
    /// The digest of its bytes, where the id is from them.
    pub sha256: Option<String>,
    /// The page.
    pub received: Received,
}

/// All pages, in batches.
pub struct Batches {
    pages: Box<dyn Iterator<Item = Received>>,
    /// The ids given, each with how many pages asked for it.
    taken: BTreeMap<String, usize>,
}

impl Batches {
    /// Reads nothing yet.
    pub fn new(found: Vec<Found>, limits: Limits) -> Self {
        let pages = found.into_iter().flat_map(move |found| open::pages(found, limits));
        Self { pages: Box::new(pages), taken: BTreeMap::new() }
    }

    /// The first id of `id`, `id-2`, `id-3` … that no page has.
    fn free(&mut self, id: &str) -> String {
        let mut free = id.to_owned();
        while self.taken.contains_key(&free) {
            let asked = self.taken.entry(id.to_owned()).or_default();
            *asked += 1;
            free = format!("{id}-{asked}");
        }
        self.taken.insert(free.clone(), 1);
        free
    }
}

impl Iterator for Batches {
    type Item = Vec<Page>;

    fn next(&mut self) -> Option<Vec<Page>> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < MOST && bytes < MOST_BYTES {
            let Some(page) = self.pages.next() else { break };
            bytes += page.content.as_ref().map_or(0, Vec::len);
            batch.push(page);
        }
        let names: Vec<_> = batch.par_iter().map(name).collect();
        let pages: Vec<Page> = batch
            .into_iter()
            .zip(names)
            .map(|(received, (id, sha256))| Page { id: self.free(&id), sha256, received })
            .collect();
        (!pages.is_empty()).then_some(pages)
    }
}

/// The id of a page, as it was given or from its content, and the digest of that.
fn name(page: &Received) -> (String, Option<String>) {
    if let Some(id) = &page.id {
        return (id.clone(), None);
    }
    match &page.content {
        Ok(bytes) => {
            let sha256 = digest(bytes);
            (page_id(&sha256), Some(sha256))
        }
        Err(_) => (page_id(&digest(page.path.as_bytes())), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_distinct() {
        let mut batches = Batches::new(Vec::new(), Limits::default());
        let free: Vec<String> =
            ["a", "a", "a-2", "a", "b"].iter().map(|id| batches.free(id)).collect();
        assert_eq!(free, ["a", "a-2", "a-2-2", "a-3", "b"]);
    }
}
