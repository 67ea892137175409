//! `Index`: what is built once, and what it knows.
//!
//! What stands where in the texts is listed by the first search, from the articles themselves, so the
//! file holds only what the articles do not. It carries the table of the characters that the
//! articles and names need to be found in either script, so that no reader of it needs another.

use std::sync::OnceLock;

use deltascope_model::{Article, Corpus, Initiative};
use deltascope_text::Letters;

use crate::facts::Facts;
use crate::format::{self, IndexError, InitiativeEntry, Payload};
use crate::names::Names;
use crate::postings::{FULL, Files, Name, Postings, Table};
use crate::query::Query;
use crate::texts::{Texts, in_order, newest};

/// The index of one corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    payload: Payload,
    // Invariant: `payload.letters`, read.
    letters: Letters,
    /// Made by the first search.
    texts: OnceLock<Texts>,
    /// What is in files of its own, made by the first search there.
    in_files: OnceLock<Texts>,
}

/// How far an index is prepared; the default is not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prepared(usize);

/// The names of the files that a search needs first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs(pub Vec<String>);

impl Index {
    /// Builds the index of a corpus, with the part that it needs of the letters known; `read` gives
    /// the readings of a character in pinyin.
    ///
    /// # Panics
    /// Never: a part of a table is a table.
    pub fn build(corpus: &Corpus, known: &Letters, read: fn(char) -> Vec<String>) -> Self {
        let mut articles: Vec<&Article> = corpus.articles.iter().collect();
        articles.sort_by(|a, b| a.id.cmp(&b.id));
        articles.dedup_by(|a, b| a.id == b.id);
        let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
        let mut known_by: Vec<&Initiative> = corpus.initiatives.iter().collect();
        known_by.sort_by(|a, b| a.id.cmp(&b.id));
        let entries = (0..).zip(&known_by).map(|(at, one)| initiative_entry(at, one, &ids));
        let initiatives: Vec<InitiativeEntry> =
            entries.filter(|entry| !entry.articles.is_empty()).collect();
        let other_names = Names::of(corpus, read);
        let facts = Facts::of(corpus, &ids, &other_names.publishers);
        let names = initiatives.iter().flat_map(|entry| &entry.names).map(String::as_str);
        let names = names.chain(facts.places.iter().flatten().map(String::as_str));
        let all = articles.iter().copied().flat_map(texts);
        let letters = known.part_for(all.chain(names).chain(other_names.all()));
        let payload = Payload {
            checksum: checksum(articles.iter().copied(), texts),
            ids: checksum_of_ids(known_by.into_iter()),
            initiatives,
            facts,
            names: other_names,
            letters,
            files: None,
        };
        Self::of(payload).expect("a part of a table is a table")
    }

    /// The index with what stands where in files of its own, and these files by name: for a corpus
    /// that is too large to be sent before the first answer. Equal corpora give equal bytes.
    ///
    /// # Panics
    /// Where `articles` are not those that the index was built from, in the order of their ids.
    pub fn split(&self, articles: &[Article]) -> (Self, Vec<(String, Vec<u8>)>) {
        self.split_by(articles, FULL)
    }

    /// [`Index::split`] into files of so many bytes.
    pub(crate) fn split_by(
        &self,
        articles: &[Article],
        full: usize,
    ) -> (Self, Vec<(String, Vec<u8>)>) {
        let newest = newest(&self.facts().articles);
        let read = Postings::of(in_order(articles, &newest).map(texts), &self.letters);
        let (table, files) = read.split(full);
        let checksum = checksum(articles, heading);
        let payload = Payload { checksum, files: Some(table), ..self.payload.clone() };
        let files = files.into_iter().map(|(name, bytes)| (file_name(name), bytes)).collect();
        (Self { payload, letters: self.letters.clone(), ..Self::default() }, files)
    }

    /// True where what stands where is in files of its own: then [`Index::ask`] answers.
    pub fn is_split(&self) -> bool {
        self.payload.files.is_some()
    }

    /// The names of all files of a split index.
    pub fn files(&self) -> impl Iterator<Item = String> {
        self.payload.files.iter().flat_map(Table::names).map(file_name)
    }

    /// Takes a file of a split index; a second time does nothing.
    ///
    /// # Errors
    /// Says which of the ways of [`IndexError`] the bytes are wrong: damaged where they are not
    /// those of the file of this name.
    pub fn supply(&self, name: &str, bytes: &[u8]) -> Result<(), IndexError> {
        let name = name.strip_suffix(FILE).and_then(|hash| u64::from_str_radix(hash, 16).ok());
        let Some((name, Postings::Files(files, _))) =
            name.zip(self.in_files().map(|texts| &texts.articles))
        else {
            return Err(IndexError::Damaged);
        };
        files.supply(name.to_be_bytes(), bytes)
    }

    /// What the files of a split index tell a search, as far as they are there.
    pub(crate) fn in_files(&self) -> Option<&Texts> {
        let table = self.payload.files.as_ref()?;
        Some(self.in_files.get_or_init(|| Texts::in_files(self, Files::new(table.clone()))))
    }

    /// The positions of all articles, the newest first: the order in which parts hold their texts.
    pub fn newest_first(&self) -> Vec<u32> {
        newest(&self.facts().articles)
    }

    /// The bytes of `index.bin`; equal corpora give equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        format::write(&self.payload)
    }

    /// Reads `index.bin`.
    ///
    /// # Errors
    /// Says which of the ways of [`IndexError`] the bytes are wrong.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, IndexError> {
        format::read(bytes).and_then(|payload| Self::of(payload).ok_or(IndexError::Damaged))
    }

    /// The index of a payload; none where its table is not one.
    fn of(payload: Payload) -> Option<Self> {
        let letters = Letters::parse(&payload.letters)?;
        Some(Self { payload, letters, ..Self::default() })
    }

    /// What the index knows of the characters of its articles and names: it simplifies and folds
    /// them as the whole table does.
    pub fn letters(&self) -> &Letters {
        &self.letters
    }

    /// Reads what a user typed. Every text is a query.
    pub fn query(&self, text: &str) -> Query {
        Query::parse(text, &self.letters)
    }

    /// True where the index was built from exactly these articles, and they stand in the order of
    /// their ids. Reads all of their text; of a split index, their ids and titles alone.
    pub fn belongs_to(&self, articles: &[Article]) -> bool {
        let checksum =
            if self.is_split() { checksum(articles, heading) } else { checksum(articles, texts) };
        articles.len() == self.payload.facts.articles.len() && checksum == self.payload.checksum
    }

    /// True where the index was built with exactly these initiatives, and they stand in the order of
    /// their ids.
    pub fn knows(&self, initiatives: &[Initiative]) -> bool {
        checksum_of_ids(initiatives.iter()) == self.payload.ids
    }

    /// What the articles that the index was built from tell a search.
    pub(crate) fn texts(&self, articles: &[Article]) -> &Texts {
        self.texts.get_or_init(|| Texts::read(self, articles))
    }

    /// Does a part of what searches would do when they need it, reading the articles and listing
    /// what stands where; what is left then, none in the end. Such a part takes less than a frame where
    /// there are up to some ten thousand articles.
    pub fn prepare(&self, articles: &[Article], Prepared(from): Prepared) -> Option<Prepared> {
        if self.texts.get().is_none() {
            self.texts(articles);
            return Some(Prepared(from));
        }
        self.texts(articles).articles.make(from).map(Prepared)
    }

    /// What is known of the articles beside their words.
    pub(crate) fn facts(&self) -> &Facts {
        &self.payload.facts
    }

    /// What other things are called, and how names are read.
    pub(crate) fn names(&self) -> &Names {
        &self.payload.names
    }

    /// The initiatives that articles name.
    pub(crate) fn initiatives(&self) -> &[InitiativeEntry] {
        &self.payload.initiatives
    }
}

/// What names of files end with.
const FILE: &str = ".bin";

/// The name of a file.
pub(crate) fn file_name(name: Name) -> String {
    format!("{:016x}{FILE}", u64::from_be_bytes(name))
}

/// A checksum of the initiatives' ids.
fn checksum_of_ids<'a>(initiatives: impl Iterator<Item = &'a Initiative>) -> u32 {
    format::crc32(initiatives.flat_map(|one| [one.id.as_bytes(), b"\n"]))
}

/// A checksum of the articles' ids and of the texts that `part` gives of each.
fn checksum<'a, T: Iterator<Item = &'a str>>(
    articles: impl IntoIterator<Item = &'a Article>,
    part: impl Fn(&'a Article) -> T,
) -> u32 {
    let texts = articles.into_iter().flat_map(|one| [one.id.as_str()].into_iter().chain(part(one)));
    format::crc32(texts.flat_map(|text| [text.as_bytes(), b"\n"]))
}

/// The title of an article.
fn heading(article: &Article) -> impl Iterator<Item = &str> {
    texts(article).take(1)
}

/// Everything that search reads of an article.
pub(crate) fn texts(article: &Article) -> impl Iterator<Item = &str> {
    let title = article.title.as_ref().map_or("", |title| title.text.as_str());
    std::iter::once(title).chain(article.paragraphs.iter().map(String::as_str))
}

/// An initiative's names and the articles that hold its evidence.
fn initiative_entry(at: u32, initiative: &Initiative, ids: &[&str]) -> InitiativeEntry {
    let Initiative { name, aliases, name_en, evidence, .. } = initiative;
    let names = std::iter::once(name).chain(aliases).chain(name_en);
    let mut names: Vec<String> = names.cloned().collect();
    names.sort_unstable();
    names.dedup();
    let places =
        evidence.iter().filter_map(|evidence| ids.binary_search(&evidence.article.as_str()).ok());
    let mut places: Vec<u32> = places.map(|place| place as u32).collect();
    places.sort_unstable();
    places.dedup();
    InitiativeEntry { at, names, articles: places }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Options;
    use crate::sample::{article, corpus, initiative};
    use deltascope_model::TextRange;
    use deltascope_text::pinyin;

    fn articles() -> Vec<Article> {
        vec![
            article("a.1", Some("聯盟成立"), &["長三角的聯盟今天成立。", "聯盟設在上海。"]),
            article("b.1", Some("上海消息"), &["一个联盟在上海成立。"]),
            article("c.1", None, &["G60 走廊延伸到浙江。"]),
        ]
    }

    fn initiatives() -> Vec<Initiative> {
        vec![
            initiative("g60", &["G60科创走廊", "科创走廊"], Some("G60 Corridor"), &["c.1", "c.1"]),
            initiative("gone", &["联盟"], None, &["missing"]),
            initiative("law", &["协同创新的决定"], Some("Decision"), &["b.1", "a.1"]),
        ]
    }

    /// The articles found, best first.
    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let articles = articles();
        let index = Index::build(&corpus(&articles, &initiatives()), Letters::whole(), pinyin);
        let hits = index.search(&articles, &index.query(query), Options::default()).hits;
        let found: Vec<&str> =
            hits.iter().map(|hit| articles[hit.article as usize].id.as_str()).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn an_empty_query_finds_nothing() {
        check("", &[]);
        check(" 　", &[]);
    }

    #[test]
    fn either_script_finds_both_and_the_title_counts_most() {
        check("联盟", &["a.1", "b.1"]);
        check("聯盟", &["a.1", "b.1"]);
        check("上海", &["b.1", "a.1"]);
    }

    #[test]
    fn all_terms_must_stand_and_no_exclusion() {
        check("上海 联盟", &["b.1", "a.1"]);
        check("上海 浙江", &[]);
        check("联盟 -长三角", &["b.1"]);
        check("-联盟", &["c.1"]);
        check("-decision -浙江", &[]);
    }

    #[test]
    fn a_phrase_holds_its_spaces() {
        check("\"G60 走廊\"", &["c.1"]);
        check("\"G60走廊\"", &[]);
        check("g60 走廊 浙江", &["c.1"]);
    }

    #[test]
    fn a_name_finds_the_articles_of_its_evidence() {
        check("corridor", &["c.1"]);
        check("科創走廊", &["c.1"]);
        // Equal scores stand by id.
        check("decision", &["a.1", "b.1"]);
        check("决定 上海", &["b.1", "a.1"]);
    }

    #[test]
    fn a_hit_says_where_in_raw_text() {
        let articles = articles();
        let index = Index::build(&corpus(&articles, &initiatives()), Letters::whole(), pinyin);
        let query = index.query("联盟 盟今 decision");
        let results = index.search(&articles, &query, Options::default());
        let hit = index.hit(&articles[0], results.hits.articles().next().unwrap(), &results);
        assert_eq!(hit.title, [TextRange::new(0, 6)]);
        assert_eq!(hit.names, [2]);
        let body: Vec<(u32, &str)> = hit
            .body
            .iter()
            .map(|place| {
                let text = &articles[0].paragraphs[place.paragraph as usize];
                (place.paragraph, place.range.slice(text).unwrap())
            })
            .collect();
        assert_eq!(body, [(0, "聯盟今"), (1, "聯盟")]);
    }

    #[test]
    fn the_file_reads_back_and_does_not_depend_on_order() {
        let index = Index::build(&corpus(&articles(), &initiatives()), Letters::whole(), pinyin);
        let bytes = index.to_bytes();
        assert_eq!(Index::from_bytes(&bytes), Ok(index));
        let (mut articles, mut initiatives) = (articles(), initiatives());
        articles.reverse();
        initiatives.reverse();
        assert_eq!(
            Index::build(&corpus(&articles, &initiatives), Letters::whole(), pinyin).to_bytes(),
            bytes
        );
    }

    #[test]
    fn an_index_knows_its_articles() {
        let mut articles = articles();
        let index = Index::build(&corpus(&articles, &initiatives()), Letters::whole(), pinyin);
        assert!(index.belongs_to(&articles));
        articles.swap(0, 1);
        assert!(!index.belongs_to(&articles));
        articles.swap(0, 1);
        articles[1].paragraphs[0].push('。');
        assert!(!index.belongs_to(&articles));
        assert!(!index.belongs_to(&articles[..1]));
    }

    #[test]
    fn a_damaged_table_is_damage() {
        let mut payload =
            Index::build(&corpus(&articles(), &initiatives()), Letters::whole(), pinyin).payload;
        payload.letters.insert(0, '长');
        assert_eq!(Index::from_bytes(&format::write(&payload)), Err(IndexError::Damaged));
    }

    /// Text of which many characters are forms of each other, so that short texts meet.
    fn kin(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
        let known = "画畫划劃計计瞭了解乾干幹榦隆坤發发髮著着台臺薴苧苎鍊炼煉链鏈Ａa “-";
        let character = prop_oneof![
            4 => proptest::sample::select(known.chars().collect::<Vec<_>>()),
            1 => proptest::char::range('\u{3400}', '\u{9fff}'),
        ];
        proptest::collection::vec(character, length).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn the_part_in_the_index_finds_what_the_whole_table_finds(
            texts in [kin(0..12), kin(0..12), kin(0..12)], name in kin(1..4), query in kin(1..4),
        ) {
            let articles =
                [article("a.1", Some(&texts[0]), &[&texts[1]]), article("b.1", None, &[&texts[2]])];
            let corpus = corpus(&articles, &[initiative("one", &[&name], None, &["b.1"])]);
            let part = Index::build(&corpus, Letters::whole(), pinyin);
            let whole = Index { letters: Letters::whole().clone(), ..part.clone() };
            let found = part.search(&articles, &part.query(&query), Options::default());
            let expected = whole.search(&articles, &whole.query(&query), Options::default());
            prop_assert_eq!(found.hits, expected.hits);
            prop_assert_eq!(found.also, expected.also);
        }

        #[test]
        fn any_part_of_any_field_finds_its_article(which in 0..6_usize, from in 0..12_usize, len in 1..6_usize) {
            let articles = articles();
            let index = Index::build(&corpus(&articles, &initiatives()), Letters::whole(), pinyin);
            let fields = [
                ("a.1", "聯盟成立"), ("a.1", "長三角的聯盟今天成立。"), ("b.1", "一个联盟在上海成立。"),
                ("c.1", "G60 走廊延伸到浙江。"), ("c.1", "G60 Corridor"), ("a.1", "协同创新的决定"),
            ];
            let (id, text) = fields[which];
            let part: String = text.chars().skip(from).take(len).collect();
            let query = index.query(&part);
            let hits = index.search(&articles, &query, Options::default()).hits;
            prop_assert!(query.is_empty() || hits.iter().any(|hit| articles[hit.article as usize].id == id), "{}", part);
        }
    }
}
