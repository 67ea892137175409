//! Times of our own sentences, against what a careful reader marks: `times/README.md`.

use deltascope_extract::times;
use deltascope_model::Edtf;

/// A sentence with its times: where each stands, and its value.
struct Marked {
    reference: Edtf,
    text: String,
    times: Vec<(usize, usize, String)>,
}

fn read(table: &str) -> Vec<Marked> {
    let mut reference = None;
    let mut marked = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(date) = line.strip_prefix("= ") {
            reference = Some(Edtf::new(date).expect("a reference is EDTF"));
            continue;
        }
        let reference = reference.clone().expect("a reference stands before the first sentence");
        let (mut text, mut times) = (String::new(), Vec::new());
        for (number, piece) in line.split('{').enumerate() {
            let rest = match piece.split_once('}') {
                Some((time, rest)) if number > 0 => {
                    let (words, edtf) = time.split_once('|').expect("a time has a value");
                    assert!(edtf == "?" || Edtf::new(edtf).is_ok(), "{edtf} is no EDTF");
                    times.push((text.len(), text.len() + words.len(), edtf.to_owned()));
                    text.push_str(words);
                    rest
                }
                _ => piece,
            };
            text.push_str(rest);
        }
        marked.push(Marked { reference, text, times });
    }
    marked
}

/// Right, found and marked times of a table, with the sentences that are wrong.
fn measure(table: &str) -> ([usize; 3], Vec<String>) {
    let (mut counts, mut wrong) = ([0; 3], Vec::new());
    for marked in read(table) {
        let found: Vec<_> = times(&marked.text, Some(&marked.reference))
            .into_iter()
            .map(|time| {
                let edtf = time.edtf.map_or_else(|| "?".to_owned(), String::from);
                (time.range.usize().start, time.range.usize().end, edtf)
            })
            .collect();
        let right = found.iter().filter(|time| marked.times.contains(time)).count();
        for (sum, count) in counts.iter_mut().zip([right, found.len(), marked.times.len()]) {
            *sum += count;
        }
        if found != marked.times {
            let shown: Vec<_> =
                found.iter().map(|(start, end, edtf)| (&marked.text[*start..*end], edtf)).collect();
            wrong.push(format!("{}\n    found {shown:?}", marked.text));
        }
    }
    (counts, wrong)
}

#[test]
fn every_seen_sentence_is_right() {
    let (counts, wrong) = measure(include_str!("times/seen.txt"));
    assert!(wrong.is_empty(), "{counts:?}\n{}", wrong.join("\n"));
}

#[test]
fn held_sentences_keep_their_score() {
    // Precision and recall in hundredths; they rise with the rules and are never lowered.
    const FLOOR: usize = 95;
    let ([right, found, marked], _) = measure(include_str!("times/held.txt"));
    assert!(marked > 60);
    assert!(
        right * 100 >= FLOOR * found && right * 100 >= FLOOR * marked,
        "{right} right of {found} found and {marked} marked"
    );
}
