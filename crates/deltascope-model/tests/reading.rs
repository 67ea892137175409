//! `Corpus::parse` and `serde_json` read the same: what is written, what lacks a field, what holds
//! another type; and of bytes damaged anyhow, `Corpus::parse` takes none that `serde_json` refuses.
#![cfg(not(target_arch = "wasm32"))]

use deltascope_model::{
    Article, Basis, CORPUS_FORMAT, Corpus, CorpusError, CorpusPage, DerivedTitle, Difference, Edtf,
    Event, EventDate, EventStanding, Evidence, Family, Figure, Guide, HeadKey, HeadValue, Hint,
    Initiative, InitiativeKind, Issue, Label, Link, LinkKind, Office, Organisation, PageDate,
    Person, Phase, Place, Quantity, Reading, Relation, Repair, Script, Segment, Standing, Story,
    Tag, TextRange, Time, Title, TitleBasis, Told,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn words(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.into()).collect()
}

fn evidence() -> Evidence {
    Evidence { article: "p.1".into(), range: TextRange::new(3, 9), text: "上海".into() }
}

fn edtf(text: &str) -> Edtf {
    Edtf::new(text).expect("a date")
}

fn date(text: &str) -> PageDate {
    PageDate { edtf: edtf(text), basis: Basis::Inferred, range: TextRange::new(0, 4) }
}

fn article(script: Script) -> Article {
    Article {
        id: "p.1".into(),
        page: "p".into(),
        title: Some(Title {
            text: "“一体化”\\\t\u{1f30a}".into(), range: TextRange::new(0, 12)
        }),
        derived_title: None,
        publisher: Some("某报".into()),
        host: None,
        byline: words(&["甲", "乙"]),
        dateline: None,
        editor: None,
        newspaper_page: None,
        published: Some(date("2024-06-05")),
        page_date: None,
        script,
        paragraphs: words(&["一。", "\"二\"\n"]),
        spans: vec![vec![TextRange::new(1, 2), TextRange::new(4, 5)], vec![]],
        continued: words(&["b.1"]),
        repairs: vec![Repair {
            range: TextRange::new(4, 5),
            text: "工程".into(),
            paragraph: 0,
            at: 1,
        }],
    }
}

fn untitled(basis: TitleBasis) -> Article {
    let text = "上海市".into();
    let derived_title = Some(DerivedTitle { text, range: TextRange::new(0, 9), basis });
    Article { title: None, derived_title, ..article(Script::Hans) }
}

fn initiative(kind: InitiativeKind) -> Initiative {
    Initiative {
        id: kind.key().into(),
        name: "某项".into(),
        aliases: words(&["项"]),
        name_en: Some("An initiative".into()),
        kind,
        pillar: None,
        status: Some(Phase::Held),
        status_evidence: vec![evidence()],
        actors: vec![],
        places: words(&["310000"]),
        background: words(&["310000"]),
        links: LinkKind::ALL.map(|kind| Link { kind, to: "law".into() }).into(),
        evidence: vec![evidence()],
    }
}

fn told(text: &str) -> Told {
    Told { hans: text.into(), hant: text.into(), en: text.into() }
}

fn guide() -> Guide {
    let story = |query: &str| Story { query: query.into(), title: told("一"), text: told("二") };
    Guide {
        title: told("题"),
        note: told(""),
        stories: vec![story("view=figures&q=%20"), story("")],
    }
}

fn event(phase: Phase, standing: EventStanding) -> Event {
    Event {
        id: format!("{}-{}", phase.key(), standing.key()),
        initiative: "law".into(),
        phase,
        date: EventDate { edtf: edtf("2021/.."), basis: Basis::Vague },
        standing,
        said_by: vec![evidence()],
        actors: words(&["某会"]),
        places: vec![],
        evidence: vec![evidence(), evidence()],
    }
}

fn segment(label: Label) -> Segment {
    Segment { range: TextRange::new(0, 12), label, rule: "rule".into(), score: 100, article: None }
}

fn person() -> Person {
    Person {
        id: "h-何平".into(),
        name: "何平".into(),
        offices: vec![Office {
            name: "某会会长".into(),
            organisation: Some("某会".into()),
            evidence: vec![evidence()],
        }],
        evidence: vec![evidence()],
    }
}

/// A record of every type, with every name of every enum.
fn corpus() -> Corpus {
    let place = Place {
        id: "310000".into(),
        name: "上海".into(),
        name_hant: "上海".into(),
        name_en: "Shanghai".into(),
        level: "province".into(),
        parent: None,
        point: Some([121.5, -31.25]),
        tile: Some([7, 4]),
        members: vec![],
        aliases: words(&["沪"]),
    };
    let group = Place { point: None, tile: None, members: words(&["310000"]), ..place.clone() };
    let time = |basis| Time {
        id: "p.1.t1".into(),
        text: "去年".into(),
        edtf: Some(edtf("2023")),
        basis,
        anchor: None,
        evidence: evidence(),
    };
    Corpus {
        format: CORPUS_FORMAT.into(),
        pages: vec![CorpusPage {
            id: "p".into(),
            path: "a/b.txt".into(),
            sha256: "00ff".into(),
            encoding: "gb18030".into(),
            url: Some("https://example.org/?a=1".into()),
            accessed: None,
            site: None,
            hints: Tag::ALL.map(|tag| Hint { tag, range: TextRange::new(0, 6) }).into(),
            head: HeadKey::ALL.map(|key| HeadValue { key, text: "上海".into() }).into(),
            text: "上海\n市".into(),
            segments: Label::ALL.map(segment).into(),
            error: Some("no".into()),
        }],
        articles: (Script::ALL.map(article).into_iter())
            .chain(TitleBasis::ALL.map(untitled))
            .collect(),
        families: vec![Family {
            id: "f-p.1".into(),
            members: words(&["p.1", "p.2"]),
            differences: vec![Difference {
                article: "p.2".into(),
                added: vec![TextRange::new(3, 9)],
                missing: Vec::new(),
            }],
        }],
        times: Basis::ALL.map(time).into(),
        quantities: vec![Quantity {
            id: "p.1.q1".into(),
            text: "超3%".into(),
            value: "3".into(),
            unit: "%".into(),
            qualifier: "over".into(),
            kind: "percent".into(),
            evidence: evidence(),
        }],
        initiatives: InitiativeKind::ALL.map(initiative).into(),
        events: (Phase::ALL.map(|phase| event(phase, EventStanding::Happened)).into_iter())
            .chain(EventStanding::ALL.map(|standing| event(Phase::Target, standing)))
            .collect(),
        figures: vec![Figure {
            id: "x".into(),
            initiative: Some("law".into()),
            indicator: "数".into(),
            value: "1".into(),
            unit: "个".into(),
            qualifier: "exact".into(),
            scope: None,
            as_of: Some(edtf("2024-34~")),
            as_of_basis: Basis::Inferred,
            standing: Standing::Target,
            evidence: vec![],
        }],
        relations: vec![Relation {
            kind: "agree".into(),
            members: vec![],
            note: "value".into(),
            sources: 2,
        }],
        places: vec![place, group],
        organisations: vec![Organisation {
            id: "o-某会".into(),
            name: "某会".into(),
            aliases: words(&["会"]),
            evidence: vec![evidence()],
        }],
        people: vec![person()],
        guide: Some(guide()),
        characters: vec![[4, 2]],
        issues: vec![Issue {
            id: "p.i1".into(),
            page: "p".into(),
            kind: "no-title".into(),
            message: "引号“".into(),
            evidence: Some(evidence()),
        }],
    }
}

#[test]
fn what_is_written_reads_back_by_both() {
    let corpus = corpus();
    let bytes = corpus.to_json();
    assert_eq!(serde_json::from_slice::<Corpus>(&bytes).unwrap(), corpus);
    assert_eq!(Corpus::parse(&bytes), Ok(corpus));
}

#[test]
fn a_corpus_cut_anywhere_is_said_to_be_cut() {
    let bytes = corpus().to_json();
    let whole = bytes.trim_ascii_end().len();
    for end in 1..whole {
        assert_eq!(Corpus::parse(&bytes[..end]), Err(CorpusError::Truncated(end)));
    }
}

/// What is read in pieces of so many bytes, and how many they are.
fn in_pieces(bytes: &[u8], piece: usize) -> (Result<Corpus, CorpusError>, usize) {
    let mut reading = match Reading::head(&[], bytes) {
        Ok(reading) => reading,
        Err(error) => return (Err(error), 0),
    };
    for pieces in 1.. {
        if let Some(read) = reading.go_on(piece) {
            return (read, pieces);
        }
    }
    unreachable!("a piece is more than nothing")
}

#[test]
fn pieces_are_as_long_as_asked_for_and_together_the_whole() {
    let bytes = corpus().to_json();
    for (piece, fewest) in [(usize::MAX, 1), (1000, bytes.len() / 2000), (1, 50)] {
        let (read, pieces) = in_pieces(&bytes, piece);
        assert_eq!(read, Ok(corpus()));
        assert!((fewest..=bytes.len().div_ceil(piece)).contains(&pieces), "{piece}: {pieces}");
    }
}

/// Both read the value to the same corpus, or neither reads it.
#[track_caller]
fn agree(value: &Value) {
    let bytes = serde_json::to_vec(value).expect("a value is JSON");
    let theirs = serde_json::from_slice::<Corpus>(&bytes).ok();
    assert_eq!(Corpus::parse(&bytes).ok(), theirs, "{value}");
}

/// Every place in the value, as a JSON pointer.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.into());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), out));
        }
        Value::Array(entries) => {
            // The entries of a list are of one type: the first and the last stand for all.
            for (nth, value) in entries.iter().enumerate() {
                if nth == 0 || nth + 1 == entries.len() {
                    pointers(value, &format!("{at}/{nth}"), out);
                }
            }
        }
        _ => {}
    }
}

fn all_pointers(value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    pointers(value, "", &mut out);
    out
}

#[test]
fn both_miss_the_same_fields_and_pass_over_the_same() {
    let whole = serde_json::to_value(corpus()).unwrap();
    let mut objects = 0;
    for pointer in all_pointers(&whole) {
        let Some(fields) = whole.pointer(&pointer).and_then(Value::as_object) else { continue };
        objects += 1;
        for key in fields.keys() {
            let mut without = whole.clone();
            without.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(key);
            agree(&without);
        }
        let mut with = whole.clone();
        with.pointer_mut(&pointer).unwrap()["new"] = json!({"a": [1.5, null, {"b": "\u{1}"}]});
        assert_eq!(Corpus::parse(&serde_json::to_vec(&with).unwrap()), Ok(corpus()));
        agree(&with);
    }
    assert!(objects >= 18, "only {objects} types seen");
}

#[test]
fn both_refuse_the_same_types() {
    let whole = serde_json::to_value(corpus()).unwrap();
    for pointer in all_pointers(&whole).iter().filter(|pointer| !pointer.is_empty()) {
        for other in [
            json!(null),
            json!(true),
            json!(0),
            json!(-1),
            json!(2.5),
            json!(256),
            json!(4_294_967_296_u64),
            json!("held"),
            json!("2024-13"),
            json!([]),
            json!([7, 3]),
            json!([3, 7]),
            json!([3, 7, 9]),
            json!({}),
        ] {
            let mut value = whole.clone();
            *value.pointer_mut(pointer).unwrap() = other;
            if value["format"] == CORPUS_FORMAT {
                agree(&value);
            }
        }
    }
}

#[test]
fn what_is_left_out_stays_blank() {
    let whole = corpus();
    let mut less = whole.clone();
    less.quantities.clear();
    less.figures.iter_mut().for_each(|figure| figure.scope = None);
    assert_ne!(less, whole);
    let found = Corpus::parse_without(&["quantities", "scope", "nothing"], &whole.to_json());
    assert_eq!(found, Ok(less));
    let broken = String::from_utf8(whole.to_json()).unwrap().replacen(
        "\"quantities\":[",
        "\"quantities\":[}",
        1,
    );
    assert!(Corpus::parse_without(&["quantities"], broken.as_bytes()).is_err());
}

#[test]
fn damage_names_the_field_or_the_byte() {
    let mut value = serde_json::to_value(corpus()).unwrap();
    value["relations"][0].as_object_mut().unwrap().remove("note");
    let text = serde_json::to_string(&value).unwrap();
    let at = text.find(r#""sources":2}]"#).unwrap() + r#""sources":2}"#.len();
    let expected = CorpusError::Damaged(format!("no “note” at byte {at}"));
    assert_eq!(Corpus::parse(text.as_bytes()), Err(expected));
    let text = String::from_utf8(corpus().to_json()).unwrap().replacen("[0,12]", "[0;12]", 1);
    let at = text.find(';').unwrap();
    assert_eq!(Corpus::parse(text.as_bytes()), Err(CorpusError::Damaged(format!("byte {at}"))));
}

/// What stands where a byte stood: mostly bytes that mean something in JSON.
fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![proptest::sample::select(&b"\"\\{}[],:0123456789-+.eEuntf \n\0"[..]), any::<u8>()]
}

/// Coordinates apart: those of 16 digits and more may differ in the last place.
fn without_points(mut corpus: Corpus) -> Corpus {
    for place in &mut corpus.places {
        place.point = place.point.map(|_| [0.0; 2]);
    }
    corpus
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn damaged_bytes_are_never_taken_for_more_than_they_are(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), byte(), 0..3), 1..4),
        keep in prop_oneof![3 => Just(None), 1 => any::<prop::sample::Index>().prop_map(Some)],
        piece in 1..2000_usize,
    ) {
        let mut bytes = corpus().to_json();
        for (at, byte, change) in changes {
            let at = at.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        bytes.truncate(keep.map_or(bytes.len(), |keep| keep.index(bytes.len())));
        if let Ok(ours) = Corpus::parse(&bytes) {
            let theirs = serde_json::from_slice::<Corpus>(&bytes);
            prop_assert!(theirs.is_ok(), "{theirs:?}: {}", String::from_utf8_lossy(&bytes));
            prop_assert_eq!(Some(without_points(ours)), theirs.ok().map(without_points));
        }
        prop_assert_eq!(in_pieces(&bytes, piece).0, Corpus::parse_head(&[], &bytes));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(byte(), 0..200)) {
        prop_assert!(Corpus::parse(&bytes).is_err());
    }
}
