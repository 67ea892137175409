//! Times of our own sentences and articles, against what a careful reader marks: `times/README.md`.

mod story;

use deltascope_extract::{FoundTime, Gazetteer, extract, times};
use deltascope_model::{Article, Basis, Edtf, TextRange, Time};

/// A time: where it stands, its value, and its basis where the table says it.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    range: TextRange,
    edtf: String,
    basis: Option<Basis>,
}

impl Mark {
    fn new(range: TextRange, edtf: Option<&Edtf>, basis: Basis) -> Self {
        let edtf = edtf.map_or("?", Edtf::as_str).to_owned();
        Self { range, edtf, basis: Some(basis) }
    }

    /// True where this mark of a table asks for what was found.
    fn same(&self, found: &Self) -> bool {
        (self.range, &self.edtf) == (found.range, &found.edtf)
            && (self.basis.is_none() || self.basis == found.basis)
    }
}

/// A sentence or an article with its times.
struct Marked {
    /// None where the text itself must tell when it is of.
    reference: Option<Edtf>,
    text: String,
    times: Vec<Mark>,
}

impl Marked {
    /// Takes a line of a table in, its marks taken out.
    fn push(&mut self, line: &str) {
        for (number, piece) in line.split('{').enumerate() {
            let rest = match piece.split_once('}') {
                Some((time, rest)) if number > 0 => {
                    self.push_time(time);
                    rest
                }
                _ => piece,
            };
            self.text.push_str(rest);
        }
    }

    fn push_time(&mut self, time: &str) {
        let mut fields = time.split('|');
        let words = fields.next().unwrap_or_default();
        let edtf = fields.next().expect("a time has a value");
        assert!(edtf == "?" || Edtf::new(edtf).is_ok(), "{edtf} is no EDTF");
        let basis = fields.next().map(|basis| {
            let bases = [Basis::Stated, Basis::Inferred, Basis::Vague];
            bases.into_iter().find(|one| one.key() == basis).expect("a basis has a name")
        });
        let range = TextRange::of(self.text.len(), self.text.len() + words.len());
        self.times.push(Mark { range, edtf: edtf.to_owned(), basis });
        self.text.push_str(words);
    }
}

/// The texts of a table: each line one, or all lines of a date.
fn read(table: &str, lines_are_texts: bool) -> Vec<Marked> {
    let mut texts: Vec<Marked> = Vec::new();
    let mut reference = None;
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let date = line.strip_prefix("= ");
        if let Some(date) = date {
            reference = (date != "none").then(|| Edtf::new(date).expect("a reference is EDTF"));
        }
        if date.is_some() != lines_are_texts {
            texts.push(Marked { reference: reference.clone(), text: String::new(), times: vec![] });
        }
        if let (None, Some(text)) = (date, texts.last_mut()) {
            text.push(line);
            text.text.push_str(if lines_are_texts { "" } else { "\n" });
        }
    }
    texts
}

/// The times of a sentence by itself.
fn in_a_sentence(marked: &Marked) -> Vec<Mark> {
    let mark = |time: FoundTime| Mark::new(time.range, time.edtf.as_ref(), time.basis);
    times(&marked.text, marked.reference.as_ref()).into_iter().map(mark).collect()
}

/// The times of a whole article, each line a paragraph.
fn in_an_article(marked: &Marked) -> Vec<Mark> {
    let paragraphs = marked.text.lines().map(str::to_owned).collect();
    let article = Article { paragraphs, ..Article::default() };
    let page = story::page("p", marked.reference.clone(), article);
    let gazetteer = Gazetteer::parse(&[]).expect("nothing is wrong with no files");
    let mark = |time: Time| Mark::new(time.evidence.range, time.edtf.as_ref(), time.basis);
    extract(&[page], &gazetteer).times.into_iter().map(mark).collect()
}

/// Right, found and marked times of texts, with the texts that are wrong.
fn measure(texts: &[Marked], find: fn(&Marked) -> Vec<Mark>) -> ([usize; 3], Vec<String>) {
    let (mut counts, mut wrong) = ([0; 3], Vec::new());
    for marked in texts {
        let found = find(marked);
        let other: Vec<&Mark> =
            found.iter().filter(|one| !marked.times.iter().any(|time| time.same(one))).collect();
        let missed: Vec<&Mark> =
            marked.times.iter().filter(|time| !found.iter().any(|one| time.same(one))).collect();
        let right = found.len() - other.len();
        for (sum, count) in counts.iter_mut().zip([right, found.len(), marked.times.len()]) {
            *sum += count;
        }
        if !other.is_empty() || !missed.is_empty() {
            let show = |times: Vec<&Mark>| {
                let words = |one: &Mark| one.range.slice(&marked.text).map(str::to_owned);
                times.iter().map(|one| format!("{:?} {one:?}", words(one))).collect::<Vec<_>>()
            };
            wrong.push(format!(
                "{}\n    found {:#?}\n    not {:#?}",
                marked.text,
                show(other),
                show(missed)
            ));
        }
    }
    (counts, wrong)
}

/// Checks that precision and recall are at least so many hundredths.
#[track_caller]
fn check_score(counts: [usize; 3], floor: usize) {
    let [right, found, marked] = counts;
    assert!(marked > 60);
    assert!(
        right * 100 >= floor * found && right * 100 >= floor * marked,
        "{right} right of {found} found and {marked} marked"
    );
}

#[test]
fn every_seen_sentence_is_right() {
    let (counts, wrong) = measure(&read(include_str!("times/seen.txt"), true), in_a_sentence);
    assert!(wrong.is_empty(), "{counts:?}\n{}", wrong.join("\n"));
}

#[test]
fn every_seen_short_text_is_right() {
    let texts = read(include_str!("times/short-seen.txt"), true);
    let (counts, wrong) = measure(&texts, in_a_sentence);
    assert!(wrong.is_empty(), "{counts:?}\n{}", wrong.join("\n"));
}

#[test]
fn every_seen_article_is_right() {
    let texts = read(include_str!("times/articles-seen.txt"), false);
    let (counts, wrong) = measure(&texts, in_an_article);
    assert!(wrong.is_empty(), "{counts:?}\n{}", wrong.join("\n"));
}

// The floors rise with the rules and are never lowered.

#[test]
fn held_sentences_keep_their_score() {
    check_score(measure(&read(include_str!("times/held.txt"), true), in_a_sentence).0, 95);
}

#[test]
fn held_short_texts_keep_their_score() {
    check_score(measure(&read(include_str!("times/short-held.txt"), true), in_a_sentence).0, 97);
}

#[test]
fn held_articles_keep_their_score() {
    let texts = read(include_str!("times/articles-held.txt"), false);
    check_score(measure(&texts, in_an_article).0, 98);
}
