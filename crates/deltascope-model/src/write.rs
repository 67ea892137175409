//! How `corpus.json` is written: one line for each entry of a list, so that two builds can be
//! compared.
//!
//! The lists that grow most with the pages, `pages` and `times`, may come line by line from
//! wherever they were kept, so that a large corpus is written without being held whole.

use std::io::{self, Write};

use serde::Serialize;

use crate::Corpus;

/// A list of `corpus.json` while it is written.
pub struct List<'a, W> {
    out: &'a mut W,
    is_empty: bool,
}

impl<W: Write> List<'_, W> {
    /// Writes the next entry.
    ///
    /// # Errors
    /// Those of the writer beneath.
    pub fn entry(&mut self, entry: &impl Serialize) -> io::Result<()> {
        self.next()?;
        Ok(serde_json::to_writer(&mut *self.out, entry)?)
    }

    /// Writes the next entry as [`line`] gave it.
    ///
    /// # Errors
    /// Those of the writer beneath.
    pub fn line(&mut self, line: &[u8]) -> io::Result<()> {
        self.next()?;
        self.out.write_all(line)
    }

    fn entries(&mut self, entries: &[impl Serialize]) -> io::Result<()> {
        entries.iter().try_for_each(|entry| self.entry(entry))
    }

    fn next(&mut self) -> io::Result<()> {
        self.out.write_all(if self.is_empty { b"\n" } else { b",\n" })?;
        self.is_empty = false;
        Ok(())
    }
}

/// An entry of a list as it stands in `corpus.json`, to be kept until its place is known.
///
/// # Panics
/// Never: a vector takes every byte, and the keys of all records are strings.
pub fn line(entry: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(entry).expect("a record is always JSON");
    line.shrink_to_fit();
    line
}

impl Corpus {
    /// Writes `corpus.json`.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        self.write_with(
            out,
            |list| list.entries(&self.pages),
            |list| list.entries(&self.times),
            |list| list.entries(&self.quantities),
        )
    }

    /// Writes `corpus.json` with pages, times and quantities from elsewhere, each in the order of its
    /// ids.
    ///
    /// # Errors
    /// Those of `out`, `pages`, `times` and `quantities`.
    pub fn write_with<W: Write>(
        &self,
        out: &mut W,
        pages: impl FnOnce(&mut List<'_, W>) -> io::Result<()>,
        times: impl FnOnce(&mut List<'_, W>) -> io::Result<()>,
        quantities: impl FnOnce(&mut List<'_, W>) -> io::Result<()>,
    ) -> io::Result<()> {
        write!(out, "{{\n\"format\":{:?}", self.format)?;
        list(out, "pages", pages)?;
        list(out, "articles", |list| list.entries(&self.articles))?;
        list(out, "families", |list| list.entries(&self.families))?;
        list(out, "times", times)?;
        list(out, "quantities", quantities)?;
        list(out, "initiatives", |list| list.entries(&self.initiatives))?;
        list(out, "events", |list| list.entries(&self.events))?;
        list(out, "figures", |list| list.entries(&self.figures))?;
        list(out, "relations", |list| list.entries(&self.relations))?;
        list(out, "places", |list| list.entries(&self.places))?;
        list(out, "organisations", |list| list.entries(&self.organisations))?;
        list(out, "people", |list| list.entries(&self.people))?;
        list(out, "issues", |list| list.entries(&self.issues))?;
        if let Some(guide) = &self.guide {
            out.write_all(b",\n\"guide\":")?;
            out.write_all(&line(guide))?;
        }
        if !self.characters.is_empty() {
            out.write_all(b",\n\"characters\":")?;
            out.write_all(&line(&self.characters))?;
        }
        out.write_all(b"\n}\n")
    }

    /// The bytes of `corpus.json`.
    ///
    /// # Panics
    /// Never: a vector takes every byte.
    pub fn to_json(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out).expect("a vector takes every byte");
        out
    }
}

fn list<W: Write>(
    out: &mut W,
    name: &str,
    entries: impl FnOnce(&mut List<'_, W>) -> io::Result<()>,
) -> io::Result<()> {
    write!(out, ",\n{name:?}:[")?;
    let mut list = List { out, is_empty: true };
    entries(&mut list)?;
    let end: &[u8] = if list.is_empty { b"]" } else { b"\n]" };
    out.write_all(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CORPUS_FORMAT, CorpusPage};

    fn page(id: &str) -> CorpusPage {
        CorpusPage {
            id: id.into(),
            path: "a/“b”.txt".into(),
            encoding: "UTF-8".into(),
            text: "一行\n\"两行\"".into(),
            ..CorpusPage::default()
        }
    }

    #[track_caller]
    fn check(pages: &[CorpusPage]) {
        let rest = Corpus { format: CORPUS_FORMAT.into(), ..Corpus::default() };
        let mut kept = Vec::new();
        rest.write_with(
            &mut kept,
            |list| pages.iter().try_for_each(|page| list.line(&line(page))),
            |_| Ok(()),
            |_| Ok(()),
        )
        .unwrap();
        let whole = Corpus { pages: pages.to_vec(), ..rest };
        assert_eq!(String::from_utf8(kept).unwrap(), String::from_utf8(whole.to_json()).unwrap());
        assert_eq!(Corpus::parse(&whole.to_json()), Ok(whole));
    }

    #[test]
    fn kept_lines_are_the_same_bytes() {
        check(&[]);
        check(&[page("a")]);
        check(&[page("a"), page("b")]);
    }
}
