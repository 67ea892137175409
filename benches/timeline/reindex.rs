//! Makes the index anew of a corpus that a benchmark changed: `reindex FOLDER`.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads files, and may stop at any fault"
)]

use std::fs;
use std::path::Path;

use deltascope_model::Corpus;
use deltascope_search::Index;
use deltascope_text::{Letters, pinyin};

fn main() {
    let folder = std::env::args().nth(1).expect("the folder of the corpus");
    let folder = Path::new(&folder);
    let corpus = Corpus::parse(&fs::read(folder.join("corpus.json")).unwrap()).unwrap();
    let index = Index::build(&corpus, Letters::whole(), pinyin);
    fs::write(folder.join("index.bin"), index.to_bytes()).unwrap();
}
