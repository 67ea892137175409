//! `deltascope check`: proves rules 1, 2, 3 and 5 of the design on a built corpus.
//!
//! 1. the segments of each page tile its text
//! 2. every evidence, title, date and span is a literal range of its page
//! 3. the files are of this version's format and belong together; head and parts, where there are
//!    such, are corpus.json
//! 4. ids are distinct, lists are sorted, references lead somewhere
//! 5. a second build from the same decoded pages, in another order, gives the same bytes

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use deltascope_model::{Article, Corpus, CorpusPage, Evidence, TextRange};
use deltascope_pipeline::again;
use deltascope_search::Index;
use deltascope_text::{Letters, pinyin};

use crate::args::CheckArgs;
use crate::{folder, gazetteer, parts};

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the report of the command")]
pub fn run(args: &CheckArgs) -> Result<()> {
    let built = folder::read(&args.dir)?;
    let mut faults = faults(&built.corpus);
    let Corpus { articles, initiatives, .. } = &built.corpus;
    if !built.index.belongs_to(articles) || !built.index.knows(initiatives) {
        faults.push("index.bin was built from another corpus.json".into());
    }
    if built.joined.is_some_and(|joined| joined != built.corpus_bytes) {
        faults.push("head.json and its parts hold another corpus than corpus.json".into());
    }
    let second = again(&built.corpus.pages, &gazetteer::parse(&built.extra)?);
    if second.to_json() != built.corpus_bytes {
        faults.push(
            "a second build gives another corpus.json (was it built by another version?)".into(),
        );
    }
    let mut index = Index::build(&second, Letters::whole(), pinyin);
    if built.index.is_split() {
        let (head, files) = index.split(&second.articles);
        index = head;
        for (name, bytes) in files {
            let file = parts::file(&name);
            if folder::bytes(&args.dir.join(&file))? != bytes {
                faults.push(format!("a second build gives another {file}"));
            }
        }
    }
    if index.to_bytes() != built.index_bytes {
        faults.push("a second build gives another index.bin".into());
    }
    for fault in faults.iter().take(50) {
        eprintln!("{fault}");
    }
    if !faults.is_empty() {
        bail!("{} faults in {}", faults.len(), args.dir.display());
    }
    let corpus = &built.corpus;
    println!(
        "{}: sound. {} pages tile, {} evidences are literal, formats match, a second build gives the same bytes.",
        args.dir.display(),
        corpus.pages.len(),
        evidences(corpus).len()
    );
    Ok(())
}

/// Every breach of the rules, in words.
fn faults(corpus: &Corpus) -> Vec<String> {
    let pages: BTreeMap<&str, &CorpusPage> =
        corpus.pages.iter().map(|page| (page.id.as_str(), page)).collect();
    let articles: BTreeMap<&str, &Article> =
        corpus.articles.iter().map(|article| (article.id.as_str(), article)).collect();
    let mut faults: Vec<String> = corpus.pages.iter().filter_map(tiling_fault).collect();
    for article in &corpus.articles {
        match pages.get(article.page.as_str()) {
            Some(page) => faults.extend(article_faults(article, page)),
            None => faults.push(format!("article {} stands on no page of the corpus", article.id)),
        }
        for part in article.continued.iter().filter(|part| !articles.contains_key(part.as_str())) {
            faults.push(format!("article {} goes on in {part}, which does not exist", article.id));
        }
    }
    for (owner, evidence) in evidences(corpus) {
        let page = articles
            .get(evidence.article.as_str())
            .and_then(|article| pages.get(article.page.as_str()));
        let literal = page.and_then(|page| evidence.range.slice(&page.text));
        if literal != Some(evidence.text.as_str()) {
            faults.push(format!(
                "evidence of {owner} is not the text of its page at {:?}",
                evidence.range
            ));
        }
    }
    faults.extend(difference_faults(corpus, &articles, &pages));
    faults.extend(list_faults(corpus));
    faults.extend(reference_faults(corpus, &articles));
    faults
}

/// Differences that are no ranges of the body of the article that they lie in.
fn difference_faults(
    corpus: &Corpus,
    articles: &BTreeMap<&str, &Article>,
    pages: &BTreeMap<&str, &CorpusPage>,
) -> Vec<String> {
    let is_in = |id: &str, range: TextRange| {
        let Some(article) = articles.get(id) else { return false };
        let page = pages.get(article.page.as_str());
        article.spans.iter().flatten().any(|span| span.contains(range))
            && page.is_some_and(|page| range.slice(&page.text).is_some())
    };
    let mut faults = Vec::new();
    for family in &corpus.families {
        for one in &family.differences {
            let leader = family.members.first().map_or("", String::as_str);
            let sound = one.added.iter().all(|range| is_in(&one.article, *range))
                && one.missing.iter().all(|range| is_in(leader, *range));
            if !sound {
                faults.push(format!(
                    "a difference of article {} in family {} is not in its text",
                    one.article, family.id
                ));
            }
        }
    }
    faults
}

fn tiling_fault(page: &CorpusPage) -> Option<String> {
    let mut at = 0;
    for segment in &page.segments {
        if segment.range.start() != at
            || segment.range.is_empty()
            || segment.range.slice(&page.text).is_none()
        {
            return Some(format!("segments of page {} do not tile it at byte {at}", page.id));
        }
        at = segment.range.end();
    }
    (at as usize != page.text.len())
        .then(|| format!("segments of page {} end at byte {at} of {}", page.id, page.text.len()))
}

fn article_faults(article: &Article, page: &CorpusPage) -> Vec<String> {
    let mut faults = Vec::new();
    let slice = |range: TextRange| range.slice(&page.text);
    let said = |span: TextRange| {
        let repair = article.repair_of(span);
        slice(span).map(|raw| repair.map_or(raw, |repair| repair.text.as_str()))
    };
    let texts: Option<Vec<String>> = article
        .spans
        .iter()
        .map(|spans| spans.iter().map(|span| said(*span)).collect::<Option<String>>())
        .collect();
    if texts.as_ref() != Some(&article.paragraphs) {
        faults.push(format!("the spans of article {} are not its paragraphs", article.id));
    }
    for repair in &article.repairs {
        let place = TextRange::new(repair.at, repair.at + repair.text.len() as u32);
        let pieces = article.pieces(repair.paragraph as usize);
        if !pieces.iter().any(|piece| piece.page == repair.range && piece.at == place) {
            faults.push(format!("a repair of article {} is not in its paragraph", article.id));
        }
    }
    if article.title.as_ref().is_some_and(|title| slice(title.range) != Some(title.text.as_str())) {
        faults.push(format!("the title of article {} is not in its page", article.id));
    }
    if let Some(derived) = &article.derived_title {
        if slice(derived.range) != Some(derived.text.as_str()) {
            faults.push(format!("the derived title of article {} is not in its page", article.id));
        }
        if article.title.is_some() {
            faults.push(format!("article {} has a title and a derived one", article.id));
        }
    }
    for date in article.published.iter().chain(&article.page_date) {
        if slice(date.range).is_none_or(str::is_empty) {
            faults.push(format!("a date of article {} is not in its page", article.id));
        }
    }
    faults
}

/// Every evidence, with the id of what it is evidence of.
fn evidences(corpus: &Corpus) -> Vec<(&str, &Evidence)> {
    let times = corpus.times.iter().map(|time| (time.id.as_str(), &time.evidence));
    let quantities =
        corpus.quantities.iter().map(|quantity| (quantity.id.as_str(), &quantity.evidence));
    let many =
        (corpus.initiatives.iter().map(|one| (one.id.as_str(), &one.evidence)))
            .chain(corpus.initiatives.iter().map(|one| (one.id.as_str(), &one.status_evidence)))
            .chain(corpus.events.iter().map(|one| (one.id.as_str(), &one.evidence)))
            .chain(corpus.events.iter().map(|one| (one.id.as_str(), &one.said_by)))
            .chain(corpus.figures.iter().map(|one| (one.id.as_str(), &one.evidence)))
            .chain(corpus.organisations.iter().map(|one| (one.id.as_str(), &one.evidence)))
            .chain(corpus.people.iter().map(|one| (one.id.as_str(), &one.evidence)))
            .chain(corpus.people.iter().flat_map(|one| {
                one.offices.iter().map(|office| (one.id.as_str(), &office.evidence))
            }))
            .flat_map(|(id, list)| list.iter().map(move |evidence| (id, evidence)));
    let issues = corpus
        .issues
        .iter()
        .filter_map(|issue| Some((issue.id.as_str(), issue.evidence.as_ref()?)));
    times.chain(quantities).chain(many).chain(issues).collect()
}

/// Lists that are not sorted by id, or that hold an id twice.
fn list_faults(corpus: &Corpus) -> Vec<String> {
    let lists: [(&str, Vec<&str>); 12] = [
        ("pages", corpus.pages.iter().map(|one| one.id.as_str()).collect()),
        ("articles", corpus.articles.iter().map(|one| one.id.as_str()).collect()),
        ("families", corpus.families.iter().map(|one| one.id.as_str()).collect()),
        ("times", corpus.times.iter().map(|one| one.id.as_str()).collect()),
        ("quantities", corpus.quantities.iter().map(|one| one.id.as_str()).collect()),
        ("initiatives", corpus.initiatives.iter().map(|one| one.id.as_str()).collect()),
        ("events", corpus.events.iter().map(|one| one.id.as_str()).collect()),
        ("figures", corpus.figures.iter().map(|one| one.id.as_str()).collect()),
        ("places", corpus.places.iter().map(|one| one.id.as_str()).collect()),
        ("organisations", corpus.organisations.iter().map(|one| one.id.as_str()).collect()),
        ("people", corpus.people.iter().map(|one| one.id.as_str()).collect()),
        ("issues", corpus.issues.iter().map(|one| one.id.as_str()).collect()),
    ];
    let unsorted = |(name, ids): (&str, Vec<&str>)| {
        let pair = ids.windows(2).find(|pair| pair[0] >= pair[1])?;
        Some(format!("{name} are not sorted by distinct ids at {}", pair[1]))
    };
    lists.into_iter().filter_map(unsorted).collect()
}

fn reference_faults(corpus: &Corpus, articles: &BTreeMap<&str, &Article>) -> Vec<String> {
    let initiatives: BTreeSet<&str> =
        corpus.initiatives.iter().map(|one| one.id.as_str()).collect();
    let places: BTreeSet<&str> = corpus.places.iter().map(|one| one.id.as_str()).collect();
    let mut faults = Vec::new();
    for event in &corpus.events {
        if !initiatives.contains(event.initiative.as_str()) {
            faults.push(format!("event {} is of no initiative of the corpus", event.id));
        }
        if event.evidence.is_empty() {
            faults.push(format!("event {} has no evidence", event.id));
        }
    }
    let related: BTreeSet<&str> = (corpus.figures.iter().map(|one| one.id.as_str()))
        .chain(corpus.events.iter().map(|one| one.id.as_str()))
        .collect();
    for figure in &corpus.figures {
        if figure.initiative.as_deref().is_some_and(|id| !initiatives.contains(id)) {
            faults.push(format!("figure {} is of no initiative of the corpus", figure.id));
        }
        if figure.evidence.is_empty() {
            faults.push(format!("figure {} has no evidence", figure.id));
        }
    }
    for relation in &corpus.relations {
        let kind = &relation.kind;
        for member in relation.members.iter().filter(|id| !related.contains(id.as_str())) {
            faults.push(format!("a relation ({kind}) names {member}, no figure and no event"));
        }
    }
    let named = corpus
        .events
        .iter()
        .map(|one| (&one.id, &one.places))
        .chain(corpus.initiatives.iter().map(|one| (&one.id, &one.places)));
    for (id, list) in named {
        faults.extend(
            list.iter()
                .filter(|place| !places.contains(place.as_str()))
                .map(|place| format!("{id} names place {place}, which is not in the corpus")),
        );
    }
    let members = corpus.families.iter().flat_map(|family| &family.members);
    faults.extend(
        members
            .filter(|member| !articles.contains_key(member.as_str()))
            .map(|member| format!("a family names article {member}, which is not in the corpus")),
    );
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{CORPUS_FORMAT, Difference, Family, Label, Segment};

    fn corpus() -> Corpus {
        let text = "三市共用仪器。".to_owned();
        let whole = TextRange::of(0, text.len());
        let segment = Segment {
            range: whole,
            label: Label::Body,
            rule: "story".into(),
            score: 90,
            article: None,
        };
        let page = CorpusPage {
            id: "p".into(),
            path: "p.txt".into(),
            encoding: "UTF-8".into(),
            text,
            segments: vec![segment],
            ..CorpusPage::default()
        };
        Corpus { format: CORPUS_FORMAT.into(), pages: vec![page], ..Corpus::default() }
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Corpus), fault: &str) {
        let mut corpus = corpus();
        assert_eq!(faults(&corpus), Vec::<String>::new());
        change(&mut corpus);
        assert!(faults(&corpus).iter().any(|found| found.contains(fault)), "{:?}", faults(&corpus));
    }

    #[test]
    fn a_repair_stands_in_its_paragraph() {
        let page = "三市科技部门昨天商定共用仪器。“猪会咳。?惫こ淌Υ鞫∷担?健康猪一小时咳两三声,超过八声就要报警。".repeat(2);
        let gazetteer = gazetteer::parse(&Vec::new()).unwrap();
        let input = deltascope_clean::Input {
            id: "p",
            path: "p.txt",
            bytes: page.as_bytes(),
            ..deltascope_clean::Input::default()
        };
        let read = deltascope_pipeline::read(&[input], &gazetteer);
        let mut corpus = deltascope_pipeline::assemble(read, &gazetteer);
        assert_eq!(corpus.articles[0].repairs.len(), 2);
        assert_eq!(faults(&corpus), Vec::<String>::new());
        corpus.articles[0].repairs[1].at += 3;
        assert!(faults(&corpus).iter().any(|found| found.contains("a repair of article p.1")));
        corpus.articles[0].repairs.clear();
        assert!(faults(&corpus).iter().any(|found| found.contains("are not its paragraphs")));
    }

    #[test]
    fn each_breach_is_seen() {
        check(|corpus| corpus.pages[0].segments.clear(), "end at byte 0");
        check(|corpus| corpus.pages[0].segments[0].range = TextRange::new(0, 4), "do not tile");
        check(|corpus| corpus.pages.push(corpus.pages[0].clone()), "not sorted by distinct ids");
        check(
            |corpus| {
                corpus.families.push(Family {
                    id: "f-p.1".into(),
                    members: vec!["p.1".into(), "p.2".into()],
                    differences: vec![Difference {
                        article: "p.2".into(),
                        added: vec![TextRange::new(0, 3)],
                        missing: Vec::new(),
                    }],
                });
            },
            "a difference of article p.2",
        );
        check(
            |corpus| {
                corpus.organisations.push(deltascope_model::Organisation {
                    id: "o".into(),
                    name: "三市".into(),
                    aliases: Vec::new(),
                    evidence: vec![Evidence {
                        article: "p.1".into(),
                        range: TextRange::new(0, 6),
                        text: "两市".into(),
                    }],
                });
            },
            "is not the text of its page",
        );
        check(
            |corpus| {
                corpus.relations.push(deltascope_model::Relation {
                    kind: "agree".into(),
                    members: vec!["gone".into()],
                    note: String::new(),
                    sources: 1,
                });
            },
            "names gone, no figure and no event",
        );
    }
}
