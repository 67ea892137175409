//! A corpus in parts: head and parts are the corpus again, and what is wrong with a part is seen.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;

use deltascope_model::{
    Article, Basis, CORPUS_FORMAT, Corpus, CorpusError, CorpusPage, Edtf, Evidence, HEAD_FORMAT,
    Initiative, InitiativeKind, Issue, Label, Organisation, PageDate, Part, Parts, Quantity,
    Repair, Segment, Shelves, TextRange, Time, restored,
};
use proptest::prelude::*;

type Files = BTreeMap<String, Vec<u8>>;

fn split(corpus: &Corpus) -> (Corpus, Parts, Files) {
    let mut files = Files::new();
    let (head, parts) = corpus
        .clone()
        .into_head(
            corpus.pages.iter().cloned().map(Ok),
            |id| {
                Ok(corpus.times.iter().filter(|one| one.evidence.article == id).cloned().collect())
            },
            |id| {
                let own = corpus.quantities.iter().filter(|one| one.evidence.article == id);
                Ok(own.cloned().collect())
            },
            |name, bytes| {
                files.insert(name.to_owned(), bytes.to_owned());
                Ok(())
            },
        )
        .expect("every article is a part of its page");
    (head, parts, files)
}

fn join((head, parts, files): &(Corpus, Parts, Files)) -> Result<Corpus, CorpusError> {
    let parts = Parts::parse(&parts.to_json())?;
    Corpus::parse_head(&[], &head.to_json())?
        .join(&parts, |part| files.get(&part.file()).cloned().ok_or(CorpusError::Empty))
}

fn evidence(article: &str, range: TextRange, text: &str) -> Evidence {
    Evidence { article: article.into(), range, text: range.slice(text).unwrap_or_default().into() }
}

/// A stretch of a page: of which of its two articles, if of any, and whether it opens a paragraph or
/// is repaired.
type Stretch = (String, Option<usize>, bool, bool);

fn stretch() -> impl Strategy<Value = Stretch> {
    ("[长江“\na]{1,5}", proptest::option::of(0..2_usize), any::<bool>(), any::<bool>())
}

/// An initiative that each article of a page names twice: as all of the page, and as its own first stretch.
fn initiative(page: &str, articles: &[Article], text: &str) -> Initiative {
    let mut mentions = Vec::new();
    for article in articles {
        let inside = article.spans.first().and_then(|spans| spans.first());
        for range in [Some(&TextRange::of(0, text.len())), inside].into_iter().flatten() {
            mentions.push(evidence(&article.id, *range, text));
        }
    }
    Initiative {
        id: format!("i-{page}"),
        name: "长江".into(),
        aliases: Vec::new(),
        name_en: None,
        kind: InitiativeKind::Plan,
        pillar: None,
        status: None,
        status_evidence: mentions.clone(),
        actors: Vec::new(),
        places: Vec::new(),
        background: Vec::new(),
        links: Vec::new(),
        evidence: mentions,
    }
}

/// A page of these stretches, its articles, and a time and a quantity for each article.
fn add_page(corpus: &mut Corpus, nth: usize, stretches: &[Stretch], year: u32) {
    let id = format!("p{nth:02}");
    let mut text = String::new();
    let mut segments = Vec::new();
    let mut articles: Vec<Article> = (1..=2)
        .map(|story| Article {
            id: format!("{id}.{story}"),
            page: id.clone(),
            published: (year > 0).then(|| PageDate {
                edtf: Edtf::new(format!("{}", 2000 + year)).expect("a year"),
                basis: Basis::Stated,
                range: TextRange::new(0, 0),
            }),
            ..Article::default()
        })
        .collect();
    for (part, own, opens, repaired) in stretches {
        let range = TextRange::of(text.len(), text.len() + part.len());
        text.push_str(part);
        segments.push(Segment {
            range,
            label: if own.is_some() { Label::Body } else { Label::Noise },
            rule: "rule".into(),
            score: 50,
            article: own.map(|own| articles[own].id.clone()),
        });
        let Some(article) = own.map(|own| &mut articles[own]) else { continue };
        if *opens || article.paragraphs.is_empty() {
            article.paragraphs.push(String::new());
            article.spans.push(Vec::new());
        }
        let paragraph = article.paragraphs.len() - 1;
        let at = article.paragraphs[paragraph].len() as u32;
        if *repaired {
            let text = "修".to_owned();
            article.repairs.push(Repair { range, text, paragraph: paragraph as u32, at });
        }
        article.paragraphs[paragraph].push_str(if *repaired { "修" } else { part });
        article.spans[paragraph].push(range);
    }
    for article in &articles {
        let range = TextRange::of(0, text.chars().next().map_or(0, char::len_utf8));
        let said = range.slice(&text).unwrap_or_default().to_owned();
        corpus.times.push(Time {
            id: format!("{}.t0001", article.id),
            text: said.clone(),
            edtf: None,
            basis: Basis::Vague,
            anchor: None,
            evidence: evidence(&article.id, range, &text),
        });
        corpus.quantities.push(Quantity {
            id: format!("{}.q0001", article.id),
            text: said,
            value: "1".into(),
            unit: "个".into(),
            qualifier: "exact".into(),
            kind: "count".into(),
            evidence: evidence(&article.id, range, &text),
        });
    }
    corpus.organisations.push(Organisation {
        id: format!("o-{id}"),
        name: format!("第{nth}协会"),
        aliases: Vec::new(),
        evidence: vec![evidence(&id, TextRange::default(), &text)],
    });
    for (number, kind) in [(1, "no-title"), (2, "no-date")] {
        corpus.issues.push(Issue {
            id: format!("{id}.i{number:04}"),
            page: id.clone(),
            kind: kind.into(),
            message: format!("{kind} on {id}"),
            evidence: None,
        });
    }
    corpus.initiatives.push(initiative(&id, &articles, &text));
    corpus.articles.append(&mut articles);
    corpus.pages.push(CorpusPage {
        id,
        path: "a.txt".into(),
        sha256: "00".into(),
        encoding: "UTF-8".into(),
        text,
        segments,
        ..CorpusPage::default()
    });
}

fn corpus(pages: &[(Vec<Stretch>, u32)]) -> Corpus {
    let mut corpus = Corpus { format: CORPUS_FORMAT.into(), ..Corpus::default() };
    for (nth, (stretches, year)) in pages.iter().enumerate() {
        add_page(&mut corpus, nth, stretches, *year);
    }
    corpus
}

/// So much text that it takes several parts.
fn large() -> Corpus {
    let long = |nth: usize| {
        let text = format!("第{nth}篇。").repeat(900);
        vec![("菜单".into(), None, false, false), (text, Some(nth % 2), true, false)]
    };
    let pages: Vec<_> = (0..9).map(|nth| (long(nth), nth as u32 % 4)).collect();
    corpus(&pages)
}

proptest! {
    #[test]
    fn head_and_parts_are_the_corpus(
        pages in proptest::collection::vec(
            (proptest::collection::vec(stretch(), 0..8), 0..3_u32), 0..5,
        ),
    ) {
        let corpus = corpus(&pages);
        prop_assert_eq!(join(&split(&corpus)), Ok(corpus));
    }
}

#[test]
fn several_parts_hold_each_text_once_and_the_newest_first() {
    let corpus = large();
    let (head, parts, files) = split(&corpus);
    assert_eq!(join(&(head.clone(), parts.clone(), files.clone())), Ok(corpus.clone()));
    assert!(head.articles.iter().all(|article| article.paragraphs.is_empty()));
    assert_eq!(head.format, HEAD_FORMAT);
    assert!(parts.texts.len() > 2, "{} parts", parts.texts.len());
    let holding = |text: &str| {
        let parts = parts.texts.iter().chain(&parts.rests).map(|part| &files[&part.file()]);
        parts.map(|bytes| String::from_utf8_lossy(bytes).matches(text).count()).sum::<usize>()
    };
    assert_eq!(holding("第3篇。第3篇。"), 450);
    let first = parts.texts[0].texts(&files[&parts.texts[0].file()]).expect("a part");
    let newest = first.iter().flat_map(|text| &text.article.paragraphs).next();
    assert!(
        newest.is_some_and(|text| text.starts_with("第3篇")),
        "of the last year, the first page"
    );
    assert_eq!(head.characters.len(), corpus.pages.len());
    assert!(head.organisations.is_empty() && parts.organisations.len() == 1);
}

#[test]
fn issues_stand_kind_by_kind_and_the_head_counts_them() {
    let (head, parts, files) = split(&large());
    assert!(head.issues.is_empty());
    let counted: Vec<_> = parts.kinds.iter().map(|one| (one.kind.as_str(), one.count)).collect();
    assert_eq!(counted, [("no-date", 9), ("no-title", 9)]);
    let read = |part: &Part| part.issues(&files[&part.file()]).expect("a part");
    let found: Vec<Issue> = parts.issues.iter().flat_map(read).collect();
    let ids: Vec<&str> = found.iter().map(|issue| issue.id.as_str()).collect();
    assert_eq!((ids[0], ids[8], ids[9]), ("p00.i0002", "p08.i0002", "p00.i0001"));
}

#[test]
fn packs_hold_the_parts_one_behind_another() {
    let pages = |count: u32| {
        (0..count).map(|nth| {
            let stretch = (format!("第{nth}篇。").repeat(4000), Some(0), true, false);
            (vec![stretch], 1)
        })
    };
    for (count, expected) in [(40, 5), (240, 6)] {
        let (_, parts, files) = split(&corpus(&pages(count).collect::<Vec<_>>()));
        let mut packed = 0;
        for (pack, own) in parts.packed() {
            let form = str::from_utf8(&files[&pack.pack_file()]).expect("text");
            let text = restored(form).expect("a renamed text");
            let whole: Vec<u8> = own.iter().flat_map(|part| files[&part.file()].clone()).collect();
            assert!(text.as_bytes() == whole && text.len() == pack.bytes as usize);
            assert!(
                own.iter().all(|part| parts.texts.contains(part)) || packed >= parts.texts.len()
            );
            packed += own.len();
        }
        let Parts { texts, rests, organisations, issues, shelved, .. } = &parts;
        let shelves = shelved.all().count();
        assert_eq!(
            packed,
            texts.len() + rests.len() + organisations.len() + issues.len() + shelves
        );
        assert_eq!(parts.packs.len(), expected);
    }
}

#[test]
fn the_same_corpus_gives_the_same_files() {
    let (one, other) = (split(&large()), split(&large()));
    assert_eq!(one.0.to_json(), other.0.to_json());
    assert_eq!((one.1, one.2), (other.1, other.2));
}

#[test]
fn a_head_is_no_corpus_file() {
    let head = split(&large()).0.to_json();
    assert_eq!(Corpus::parse(&head), Err(CorpusError::Format(HEAD_FORMAT.into())));
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Vec<u8>), expected: fn(&CorpusError) -> bool) {
    let (_, parts, files) = split(&large());
    let part = &parts.texts[1];
    let mut bytes = files[&part.file()].clone();
    change(&mut bytes);
    let error = part.texts(&bytes).expect_err("changed bytes");
    assert!(expected(&error), "{error}");
}

#[test]
fn a_part_that_is_not_its_own_is_refused() {
    refused(Vec::clear, |error| *error == CorpusError::Empty);
    refused(|bytes| bytes.truncate(99), |error| *error == CorpusError::Truncated(99));
    refused(|bytes| bytes[200] ^= 1, |error| matches!(error, CorpusError::Damaged(_)));
    refused(|bytes| bytes.push(b' '), |error| matches!(error, CorpusError::Damaged(_)));
    let (_, parts, files) = split(&large());
    let bytes = &files[&parts.texts[0].file()];
    assert!(parts.texts[1].texts(bytes).is_err(), "another part");
    let mut other = parts.texts[0].clone();
    other.count += 1;
    assert!(other.texts(bytes).is_err(), "another count");
    assert!(matches!(
        parts.texts[0].rests(bytes),
        Err(CorpusError::Format(_) | CorpusError::Damaged(_))
    ));
}

#[test]
fn an_article_that_is_not_in_its_page_is_not_split() {
    let mut corpus = large();
    corpus.pages[0].text = corpus.pages[0].text.replace('第', "又");
    let pages = corpus.pages.clone().into_iter().map(Ok);
    let none = |_: &str| Ok(Vec::new());
    assert!(corpus.into_head(pages, none, |_| Ok(Vec::new()), |_, _| Ok(())).is_err());
}

#[test]
fn a_head_leaves_mentions_to_the_articles_that_hold_them() {
    let (head, ..) = split(&large());
    let [all, inside] = &head.initiatives[0].evidence[..2] else { panic!("two mentions") };
    assert!(all.text.starts_with("菜单第0篇"), "no article holds the whole page");
    assert!(inside.text.is_empty());
}

#[test]
fn a_head_of_other_articles_is_refused() {
    let (mut head, parts, files) = split(&large());
    head.articles[0].publisher = Some("江畔日报".into());
    assert_eq!(join(&(head, parts, files)), Err(CorpusError::Damaged("p00.1".into())));
}

#[test]
fn a_head_that_counts_other_characters_is_refused() {
    let (mut head, parts, files) = split(&large());
    head.characters[3][1] += 1;
    assert_eq!(join(&(head, parts, files)), Err(CorpusError::Damaged("p03".into())));
}

#[test]
fn a_list_of_parts_says_how_it_is_wrong() {
    let bytes = split(&large()).1.to_json();
    let refused = |bytes: &[u8]| Parts::parse(bytes).expect_err("no list");
    assert_eq!(refused(b""), CorpusError::Empty);
    assert_eq!(refused(&bytes[..99]), CorpusError::Truncated(99));
    let other = String::from_utf8(bytes.clone()).expect("text").replace("parts/2", "parts/9");
    assert_eq!(refused(other.as_bytes()), CorpusError::Format("deltascope-parts/9".into()));
    assert!(matches!(refused(&bytes[1..]), CorpusError::Damaged(_)));
}

#[test]
fn shelves_name_the_parts_in_their_order() {
    let pages = (0..200).map(|nth| (vec![("长江。".repeat(1200), Some(0), true, false)], nth % 9));
    let (_, parts, files) = split(&corpus(&pages.collect::<Vec<_>>()));
    let shelves = Shelves::parse(&Shelves::of(&parts).to_json()).expect("a list");
    assert_eq!((&shelves.kinds, shelves.times), (&parts.kinds, parts.times));
    let on = |shelves: &[Part]| -> Vec<Part> {
        let read = |shelf: &Part| shelf.shelf(&files[&shelf.file()]).expect("a shelf");
        shelves.iter().flat_map(read).collect()
    };
    let by_list = &shelves.shelved;
    assert!(by_list.texts.len() > 1, "{} shelves", by_list.texts.len());
    assert_eq!(on(&by_list.texts), parts.texts);
    assert_eq!(on(&by_list.rests), parts.rests);
    assert_eq!(on(&by_list.issues), parts.issues);
    let held: u32 = by_list.texts.iter().map(|shelf| shelf.count).sum();
    assert_eq!(held, 400, "a shelf says how many texts its parts hold");
}

#[test]
fn a_shelf_that_is_not_its_own_is_refused() {
    let (_, parts, files) = split(&large());
    let shelf = &parts.shelved.texts[0];
    let bytes = &files[&shelf.file()];
    assert!(shelf.shelf(bytes).is_ok());
    let mut other = shelf.clone();
    other.count += 1;
    assert!(matches!(other.shelf(bytes), Err(CorpusError::Damaged(_))), "another count");
    assert!(shelf.shelf(&bytes[..50]).is_err() && shelf.texts(bytes).is_err());
    let list = Shelves::of(&parts).to_json();
    assert_eq!(Shelves::parse(b""), Err(CorpusError::Empty));
    assert_eq!(Shelves::parse(&list[..40]), Err(CorpusError::Truncated(40)));
    let other = String::from_utf8(list).expect("text").replace("shelves/1", "shelves/9");
    assert_eq!(
        Shelves::parse(other.as_bytes()),
        Err(CorpusError::Format("deltascope-shelves/9".into()))
    );
}
