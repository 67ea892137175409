//! Pages and a gazetteer → [`Corpus`], as pure functions.
//!
//! 1. [`read`]: pages cleaned, and what each mentions; [`groups`] of them may be read in parallel
//! 2. [`Assembly`]: the pages' mentions joined into facts, page by page; parts of one story joined,
//!    doubts listed, every list sorted
//! 3. [`assemble`]: the same for pages that are all there
//! 4. [`again`]: the same from a corpus's own pages, which must give the same corpus
//!
//! A page's text, segments, times and quantities are final once it is read; they are most of a corpus.
//! Who has many pages writes them away and adds only the [`Rest`].
//!
//! The result does not depend on the order of the pages. This crate never reads a file or a clock.

mod doubts;
mod families;
mod groups;
mod guide;
mod parts;
mod sources;
mod suspicion;

pub use families::families;
pub use groups::{MOST_BYTES, groups};

use deltascope_clean::{Input, clean, clean_decoded};
use deltascope_extract::{Gazetteer, Mentions, mentions};
use parts::Part;

use deltascope_model::{
    Article, CORPUS_FORMAT, CleanedPage, Corpus, CorpusPage, Issue, Page, Quantity, TextRange, Time,
};

/// A page, cleaned, with what it mentions.
pub struct ReadPage {
    /// The page as it stands in the corpus, whatever other pages hold.
    pub page: CorpusPage,
    /// The page's times as they stand in the corpus, sorted by id.
    pub times: Vec<Time>,
    /// Its quantities, likewise.
    pub quantities: Vec<Quantity>,
    /// What is joined with other pages.
    pub rest: Rest,
}

/// What a page has in common with others, or may have.
pub struct Rest {
    articles: Vec<Article>,
    mentions: Mentions,
    issues: Vec<Issue>,
    part: Option<Part>,
}

impl ReadPage {
    /// Finds the mentions and doubts of cleaned pages, or of such as could not be read.
    pub fn all(cleaned: Vec<CleanedPage>, gazetteer: &Gazetteer) -> Vec<Self> {
        let mentions = mentions(&cleaned, gazetteer);
        cleaned
            .into_iter()
            .zip(mentions)
            .map(|(page, mentions)| Self::new(page, mentions))
            .collect()
    }

    fn new(cleaned: CleanedPage, mut mentions: Mentions) -> Self {
        let issues = doubts::doubts(&cleaned);
        let part = Part::of(&cleaned);
        let (times, quantities) = mentions.take_final();
        let CleanedPage { page, segments, articles, error } = cleaned;
        let rest = Rest { articles, mentions, issues, part };
        Self { page: CorpusPage::new(page, segments, error), times, quantities, rest }
    }
}

/// Cleans pages and finds their mentions.
pub fn read(inputs: &[Input<'_>], gazetteer: &Gazetteer) -> Vec<ReadPage> {
    ReadPage::all(inputs.iter().map(clean).collect(), gazetteer)
}

/// What the pages so far have in common. Pages may come in any order; their ids must be distinct.
#[derive(Default)]
pub struct Assembly {
    articles: Vec<Article>,
    mentions: deltascope_extract::Assembly,
    issues: Vec<Issue>,
    parts: Vec<Part>,
}

impl Assembly {
    /// Adds a page.
    pub fn add(&mut self, page: Rest) {
        self.articles.extend(page.articles);
        self.mentions.add(page.mentions);
        self.issues.extend(page.issues);
        self.parts.extend(page.part);
    }

    /// The corpus of the pages added, but for its `pages`, `times` and `quantities`, which are
    /// empty.
    pub fn finish(self, gazetteer: &Gazetteer) -> Corpus {
        let mut facts = self.mentions.finish(gazetteer);
        let mut articles = self.articles;
        articles.sort_by(|one, other| one.id.cmp(&other.id));
        let joined = parts::join(self.parts);
        for article in &mut articles {
            article.continued = joined.continued.get(&article.id).cloned().unwrap_or_default();
        }
        let mut issues = self.issues;
        // A later part has title and date on the first.
        issues.retain(|issue| {
            !(matches!(issue.kind.as_str(), "no-title" | "no-date")
                && joined.later.contains(&issue.page))
        });
        issues.extend(joined.issues);
        issues.extend(facts.issues);
        let families = families(&articles);
        sources::count(&mut facts.relations, &facts.figures, &facts.events, &families);
        let corpus = Corpus {
            format: CORPUS_FORMAT.into(),
            families,
            articles,
            initiatives: facts.initiatives,
            events: facts.events,
            figures: facts.figures,
            relations: facts.relations,
            places: facts.places,
            organisations: facts.organisations,
            people: facts.people,
            issues: numbered(issues),
            ..Corpus::default()
        };
        let guide = gazetteer.guide().cloned().or_else(|| guide::guide(&corpus));
        Corpus { guide, ..corpus }
    }
}

/// Joins pages into a corpus. Their ids must be distinct.
pub fn assemble(pages: impl IntoIterator<Item = ReadPage>, gazetteer: &Gazetteer) -> Corpus {
    let mut assembly = Assembly::default();
    let (mut done, mut times, mut quantities) = (Vec::new(), Vec::new(), Vec::new());
    for page in pages {
        done.push(page.page);
        times.extend(page.times);
        quantities.extend(page.quantities);
        assembly.add(page.rest);
    }
    done.sort_by(|one, other| one.id.cmp(&other.id));
    times.sort_by(|one, other| one.id.cmp(&other.id));
    quantities.sort_by(|one, other| one.id.cmp(&other.id));
    Corpus { pages: done, times, quantities, ..assembly.finish(gazetteer) }
}

/// Builds once more from the decoded pages of a corpus. Where the corpus was built by this version
/// with the same gazetteer, the result is equal to it.
pub fn again(pages: &[CorpusPage], gazetteer: &Gazetteer) -> Corpus {
    let cleaned = |page: &CorpusPage| {
        let decoded = Page {
            id: page.id.clone(),
            path: page.path.clone(),
            sha256: page.sha256.clone(),
            encoding: page.encoding.clone(),
            url: page.url.clone(),
            accessed: page.accessed.clone(),
            site: page.site.clone(),
            hints: page.hints.clone(),
            head: page.head.clone(),
            text: page.text.clone(),
        };
        match &page.error {
            None => clean_decoded(decoded),
            Some(_) => CleanedPage {
                page: decoded,
                segments: Vec::new(),
                articles: Vec::new(),
                error: page.error.clone(),
            },
        }
    };
    let groups = groups(pages.iter().rev(), |page| page.text.len());
    let read =
        groups.flat_map(|group| ReadPage::all(group.into_iter().map(cleaned).collect(), gazetteer));
    assemble(read, gazetteer)
}

/// The issues with their ids: the page's, and a number in the order of kind and place.
fn numbered(mut issues: Vec<Issue>) -> Vec<Issue> {
    fn place(issue: &Issue) -> (&str, Option<TextRange>, &str, &str) {
        let range = issue.evidence.as_ref().map(|evidence| evidence.range);
        (&issue.page, range, &issue.kind, &issue.message)
    }
    issues.sort_by(|one, other| place(one).cmp(&place(other)));
    let mut number = 0;
    for nth in 0..issues.len() {
        let same_page = nth > 0 && issues[nth - 1].page == issues[nth].page;
        number = if same_page { number + 1 } else { 1 };
        issues[nth].id = format!("{}.i{number:04}", issues[nth].page);
    }
    issues.sort_by(|one, other| one.id.cmp(&other.id));
    issues
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus(order: &[usize]) -> Corpus {
        let pages = [
            "三市共用仪器,企业预约检测,费用由财政补助,排队时间比去年短了一半。".repeat(3),
            "首页\n要闻".into(),
            String::new(),
        ];
        let gazetteer = Gazetteer::parse(&[]).unwrap();
        let names: Vec<_> = order.iter().map(|nth| (nth, format!("p{nth}"))).collect();
        let inputs = names.iter().map(|(nth, name)| {
            let bytes = pages[**nth].as_bytes();
            Input { id: name, path: name, bytes, ..Input::default() }
        });
        let read = read(&inputs.collect::<Vec<_>>(), &gazetteer);
        assemble(read, &gazetteer)
    }

    #[test]
    fn every_page_leaves_an_article_or_an_issue() {
        let corpus = corpus(&[0, 1, 2]);
        assert_eq!(corpus.pages.len(), 3);
        for page in &corpus.pages {
            let told = corpus.articles.iter().any(|article| article.page == page.id)
                || corpus.issues.iter().any(|issue| issue.page == page.id);
            assert!(told, "{} vanished", page.id);
        }
        assert!(corpus.pages[2].error.is_some());
    }

    #[test]
    fn the_order_of_pages_does_not_matter() {
        assert_eq!(corpus(&[0, 1, 2]).to_json(), corpus(&[2, 0, 1]).to_json());
    }

    #[test]
    fn a_second_build_gives_the_same_bytes() {
        let first = corpus(&[0, 1, 2]);
        let second = again(&first.pages, &Gazetteer::parse(&[]).unwrap());
        assert_eq!(first.to_json(), second.to_json());
    }
}
