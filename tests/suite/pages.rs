//! Reads folders of pages and builds corpora of them, with the project's gazetteer.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use deltascope_clean::{Input, digest, page_id};
use deltascope_extract::Gazetteer;
use deltascope_model::{Article, Corpus};
use deltascope_pipeline::{assemble, read};

/// The folder of this checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The files of a folder with a given ending, by name: name and bytes.
pub fn files(folder: &Path, ending: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// The pages of the default corpus.
pub fn default_pages() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("corpus/pages");
    [files(&folder, "txt"), files(&folder, "html")].concat()
}

/// The first five of them, those with the noise of real pages: few enough to say what each gives.
pub fn first_pages() -> Vec<(String, Vec<u8>)> {
    default_pages().into_iter().filter(|(name, _)| name.as_str() < "006").collect()
}

/// The project's gazetteer.
pub fn gazetteer() -> Gazetteer {
    gazetteer_but(&BTreeSet::new())
}

/// The project's gazetteer without the initiatives of these names, and then without links, which
/// would lead to them.
pub fn gazetteer_but(unknown: &BTreeSet<&str>) -> Gazetteer {
    let known = |entry: &&str| {
        let name = entry.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
        !entry.starts_with("[initiative]]") || !name.is_some_and(|name| unknown.contains(name))
    };
    let mut texts = Vec::new();
    for (name, bytes) in files(&root().join("corpus/gazetteer"), "toml") {
        let text = String::from_utf8(bytes).unwrap();
        let entries: Vec<&str> = text.split("\n[").filter(known).collect();
        let kept = |line: &&str| unknown.is_empty() || !line.starts_with("links = ");
        let lines: Vec<String> =
            entries.join("\n[").lines().filter(kept).map(str::to_owned).collect();
        texts.push((name, lines.join("\n")));
    }
    let named: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Gazetteer::parse(&named).unwrap()
}

/// A corpus of the pages given, with the project's gazetteer.
pub fn corpus(pages: &[(String, Vec<u8>)]) -> Corpus {
    corpus_of(pages, &gazetteer())
}

/// The default corpus, built once for all tests that only look at it.
pub fn default_corpus() -> &'static Corpus {
    static BUILT: LazyLock<Corpus> = LazyLock::new(|| corpus(&default_pages()));
    &BUILT
}

/// A corpus of the pages given.
pub fn corpus_of(pages: &[(String, Vec<u8>)], gazetteer: &Gazetteer) -> Corpus {
    let ids: Vec<String> = pages.iter().map(|(_, bytes)| page_id(&digest(bytes))).collect();
    let inputs = (pages.iter().zip(&ids)).map(|((path, bytes), id)| Input {
        id,
        path,
        bytes,
        ..Input::default()
    });
    assemble(read(&inputs.collect::<Vec<_>>(), gazetteer), gazetteer)
}

/// The articles of the page with this file name, in their order.
pub fn of_page<'a>(corpus: &'a Corpus, path: &str) -> Vec<&'a Article> {
    let page = corpus.pages.iter().find(|page| page.path == path).unwrap();
    corpus.articles.iter().filter(|article| article.page == page.id).collect()
}
