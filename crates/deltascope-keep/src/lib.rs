//! The files of search of a large corpus, made where the corpus is kept for use without a network: they
//! hold nothing that its texts do not, and are three times as much to fetch.
//!
//! 1. [`unpacked`] gives what a pack holds, which is kept
//! 2. [`Lists::of`] reads the list of the parts and the head of the index
//! 3. [`Lists::add`] takes what the packs of texts hold, in their order
//! 4. [`Lists::make`] makes the files, as a build made them
//! 5. [`Lists::file`] gives one by its name. Names are of bytes, so a file is the server's own or is not given:
//!    then whoever wants it has to fetch it
//!
//! `public/keeper.js` calls this in a thread of its own. It is no part of the app.

use std::collections::BTreeMap;

use deltascope_model::{Article, Part, Parts, content_name, restored};
use deltascope_search::Index;
use wasm_bindgen::prelude::wasm_bindgen;

/// The parts that a pack holds, one behind another; none where it is no pack.
#[wasm_bindgen]
pub fn unpacked(pack: &[u8]) -> Option<Vec<u8>> {
    restored(str::from_utf8(pack).ok()?).map(String::into_bytes)
}

/// The files of search of one corpus.
#[wasm_bindgen]
pub struct Lists {
    index: Index,
    articles: Vec<Article>,
    /// The articles by position, in the order of their texts.
    order: Vec<u32>,
    /// The parts with texts that are still to come, in order.
    coming: std::vec::IntoIter<Part>,
    /// How many texts are there.
    there: usize,
    files: BTreeMap<String, Vec<u8>>,
}

#[wasm_bindgen]
impl Lists {
    /// None yet, of the corpus with these parts and this index; none at all where these are not of one corpus.
    pub fn of(parts: &[u8], index: &[u8]) -> Option<Self> {
        let parts = Parts::parse(parts).ok()?;
        let fits = parts.index == content_name(index);
        let index = Index::from_bytes(index).ok()?;
        let order = index.newest_first();
        let articles = order.iter().map(|_| Article::default()).collect();
        let coming = parts.texts.into_iter();
        let own = || Self { index, articles, order, coming, there: 0, files: BTreeMap::new() };
        fits.then(own)
    }

    /// Takes what the next pack of texts holds; false where it is not that.
    pub fn add(&mut self, mut pack: &[u8]) -> bool {
        while !pack.is_empty() {
            let Some(part) = self.coming.next() else { return false };
            let Some((own, rest)) = pack.split_at_checked(part.bytes as usize) else {
                return false;
            };
            let Ok(texts) = part.texts(own) else { return false };
            for text in texts {
                let Some(&at) = self.order.get(self.there) else { return false };
                self.articles[at as usize] = text.article;
                self.there += 1;
            }
            pack = rest;
        }
        true
    }

    /// Makes the files of the texts; none where one is missing.
    pub fn make(&mut self) {
        if self.there == self.order.len() && self.index.belongs_to(&self.articles) {
            self.files = self.index.split(&self.articles).1.into_iter().collect();
        }
    }

    /// The names of all files that the index names.
    pub fn names(&self) -> Vec<String> {
        self.index.files().collect()
    }

    /// The file of this name, which is given away; none where it was not made.
    pub fn file(&mut self, name: &str) -> Option<Vec<u8>> {
        self.files.remove(name)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use deltascope_model::{CORPUS_FORMAT, Corpus, CorpusPage, Page, TextRange};
    use deltascope_text::{Letters, pinyin};

    use super::*;

    /// A corpus as it is kept: the lists of its parts and of its index, the packs of texts, and the files of search as a build wrote them.
    struct Kept {
        parts: Vec<u8>,
        index: Vec<u8>,
        packs: Vec<Vec<u8>>,
        files: BTreeMap<String, Vec<u8>>,
    }

    fn kept(texts: &[String]) -> Kept {
        let mut corpus = Corpus { format: CORPUS_FORMAT.into(), ..Corpus::default() };
        for (nth, text) in texts.iter().enumerate() {
            let id = format!("p{nth:04}");
            corpus.articles.push(Article {
                id: format!("{id}.1"),
                page: id.clone(),
                paragraphs: vec![text.clone()],
                spans: vec![vec![TextRange::of(0, text.len())]],
                ..Article::default()
            });
            let page = Page {
                id,
                path: "a.txt".into(),
                sha256: "00".into(),
                encoding: "UTF-8".into(),
                text: text.clone(),
                ..Page::default()
            };
            corpus.pages.push(CorpusPage::new(page, Vec::new(), None));
        }
        let index = Index::build(&corpus, Letters::whole(), pinyin);
        let (index, files) = index.split(&corpus.articles);
        let mut written = BTreeMap::new();
        let pages = corpus.pages.clone().into_iter().map(Ok);
        let write = |file: &str, bytes: &[u8]| {
            written.insert(file.to_owned(), bytes.to_owned());
            Ok(())
        };
        let none = |_: &str| Ok(Vec::new());
        let (_, mut parts) = corpus.into_head(pages, none, |_| Ok(Vec::new()), write).unwrap();
        let of_texts = |own: &[&Part]| own.iter().all(|part| parts.texts.contains(part));
        let packs = parts.packed().filter(|(_, own)| of_texts(own));
        let packs = packs.map(|(pack, _)| unpacked(&written[&pack.pack_file()]).unwrap()).collect();
        let index = index.to_bytes();
        parts.index = content_name(&index);
        Kept { parts: parts.to_json(), index, packs, files: files.into_iter().collect() }
    }

    /// So many texts, in both scripts and with numbers.
    fn texts(count: u32) -> Vec<String> {
        let text = |nth: u32| {
            let pair: String = [0x4e00 + nth % 700, 0x4e00 + nth % 89]
                .map(|c| char::from_u32(c).unwrap())
                .iter()
                .collect();
            format!("{pair}兩地計畫共建{nth}公里，两地计划在{nth}万元以内。").repeat(90)
        };
        (0..count).map(text).collect()
    }

    /// More than a pack.
    static MANY: LazyLock<Kept> = LazyLock::new(|| kept(&texts(1800)));

    #[test]
    fn what_is_made_of_kept_texts_is_what_the_build_wrote() {
        let kept = &*MANY;
        assert!(kept.packs.len() > 1 && kept.files.len() > 3);
        let mut lists = Lists::of(&kept.parts, &kept.index).unwrap();
        assert!(kept.packs.iter().all(|pack| lists.add(pack)));
        lists.make();
        let names = lists.names();
        assert_eq!(names.len(), kept.files.len());
        for name in names {
            assert!(lists.file(&name).as_ref() == Some(&kept.files[&name]), "{name}");
        }
    }

    #[test]
    fn what_is_not_its_own_is_refused_and_nothing_is_made_of_a_part() {
        let kept = &*MANY;
        let of = || Lists::of(&kept.parts, &kept.index).unwrap();
        let mut damaged = kept.packs[0].clone();
        damaged[500] ^= 1;
        assert!(!of().add(&damaged));
        assert!(!of().add(&kept.packs[0][..99]));
        assert!(!of().add(&kept.packs[1]), "another pack");
        let mut lists = of();
        assert!(lists.add(&kept.packs[0]));
        lists.make();
        assert_eq!(lists.names().iter().find_map(|name| lists.file(name)), None);
    }

    #[test]
    fn parts_and_index_belong_together() {
        let (one, other) = (kept(&texts(3)), kept(&texts(2)));
        assert!(Lists::of(&one.parts, &other.index).is_none());
        assert!(Lists::of(b"{}", &one.index).is_none());
        assert!(Lists::of(&one.parts, b"").is_none());
    }
}
