//! One page in, exactly one record out, whatever the bytes hold.

use deltascope_model::{CleanedPage, Page};
use sha2::{Digest, Sha256};

use crate::address::address;
use crate::address_line::stated;
use crate::assemble::clean_decoded;
use crate::block;
use crate::container::{self, ContainerError};
use crate::decode::{DecodeError, Decoded, decode};
use crate::html::{flatten, is_html};
use crate::limits::Limits;
use crate::site::site;

/// A page as received.
#[derive(Clone, Copy, Debug, Default)]
pub struct Input<'a> {
    /// Its id, see [`page_id`].
    pub id: &'a str,
    /// Where it came from, relative, with `/`.
    pub path: &'a str,
    /// Its own address, where known.
    pub url: Option<&'a str>,
    /// When it was saved, where known.
    pub accessed: Option<&'a str>,
    /// The [`digest`] of its bytes, where it was asked for already.
    pub sha256: Option<&'a str>,
    /// Its bytes: text or HTML, as it is, packed by gzip, or in MHTML.
    pub bytes: &'a [u8],
}

/// Why bytes are no page.
#[derive(Debug, thiserror::Error)]
enum ReadError {
    #[error(transparent)]
    Container(#[from] ContainerError),
    #[error(transparent)]
    Decode(#[from] DecodeError),
    #[error(
        "the page holds more than {0} bytes of text; split it, leave it out or raise the limit on text"
    )]
    TooMuchText(usize),
    #[error(
        "the page holds more than {0} lines of text; split it, leave it out or raise the limit on lines"
    )]
    TooManyLines(usize),
}

/// The id of a page: the first twelve digits of its digest.
pub fn page_id(digest: &str) -> String {
    digest.chars().take(12).collect()
}

/// SHA-256 in lower-case hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles =
        |byte: u8| [byte >> 4, byte & 15].map(|nibble| char::from(DIGITS[usize::from(nibble)]));
    Sha256::digest(bytes).iter().flat_map(|byte| nibbles(*byte)).collect()
}

/// Cleans one page within the usual limits.
pub fn clean(input: &Input<'_>) -> CleanedPage {
    clean_within(input, &Limits::default())
}

/// Cleans one page. Where the bytes cannot be read, or are over a limit, the record says why.
pub fn clean_within(input: &Input<'_>, limits: &Limits) -> CleanedPage {
    match read(input, limits) {
        Ok(page) => clean_decoded(page),
        Err(error) => refused(input, &error.to_string()),
    }
}

/// The record of a page that is not cleaned although its bytes are there.
pub fn refused(input: &Input<'_>, why: &str) -> CleanedPage {
    CleanedPage { page: page(input), ..unread(input.id, input.path, why) }
}

/// The record of a page whose bytes are not there: they could not be fetched, or are too many.
pub fn unread(id: &str, path: &str, why: &str) -> CleanedPage {
    let page = Page {
        id: id.to_owned(),
        path: path.to_owned(),
        sha256: String::new(),
        encoding: String::new(),
        url: None,
        accessed: None,
        site: None,
        hints: Vec::new(),
        head: Vec::new(),
        text: String::new(),
    };
    CleanedPage {
        page,
        segments: Vec::new(),
        articles: Vec::new(),
        error: Some(format!("{path}: {why}")),
    }
}

fn read(input: &Input<'_>, limits: &Limits) -> Result<Page, ReadError> {
    let content = container::open(input.bytes, limits)?;
    let Decoded { text, encoding } = decode(&content.bytes, content.charset.as_deref())?;
    let mut page = page(input);
    encoding.clone_into(&mut page.encoding);
    page.url = page.url.or(content.url);
    page.accessed = page.accessed.or(content.accessed);
    page.text = if content.is_html || is_html(&text) {
        page.url = page.url.or_else(|| address(&text));
        page.site = site(&text);
        let flat = flatten(&text);
        page.hints = flat.hints;
        page.head = flat.head;
        flat.text
    } else {
        text
    };
    if page.text.len() > limits.text {
        return Err(ReadError::TooMuchText(limits.text));
    }
    // A line takes a byte, and its end another.
    if page.text.len() / 2 >= limits.lines && block::count(&page.text) > limits.lines {
        return Err(ReadError::TooManyLines(limits.lines));
    }
    page.url = page.url.or_else(|| stated(&page.text));
    Ok(page)
}

/// What is known of a page before it is read.
fn page(input: &Input<'_>) -> Page {
    Page {
        id: input.id.to_owned(),
        path: input.path.to_owned(),
        sha256: input.sha256.map_or_else(|| digest(input.bytes), str::to_owned),
        encoding: String::new(),
        url: input.url.map(str::to_owned),
        accessed: input.accessed.map(str::to_owned),
        site: None,
        hints: Vec::new(),
        head: Vec::new(),
        text: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], error: &str) {
        let input = Input { id: "p", path: "a/b.txt", bytes, ..Input::default() };
        let record = clean(&input);
        let told = record.error.unwrap_or_default();
        assert!(told.starts_with(&format!("a/b.txt: {error}")), "{told}");
        assert!(record.articles.is_empty() && record.segments.is_empty());
        assert_eq!(record.page.sha256, digest(bytes));
    }

    #[test]
    fn bad_input_gives_a_record_that_says_why() {
        check(b"", "the page is empty");
        check(b"\x1f\x8b\x08\x00", "the gzip data are cut off");
        check(b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "the MHTML file holds no");
        check(b"GIF89a\x00\x00", "this is a picture");
        check(&vec![b'a'; Limits::default().text + 1], "the page holds more than 4194304 bytes");
        check(&b"a\n".repeat(Limits::default().lines + 1), "the page holds more than 400000 lines");
    }

    #[test]
    fn a_page_of_html_gives_its_address() {
        let html = "<html><head><link rel=canonical href=https://example.org/a></head><body><p>三市</p></body></html>";
        let mut input = Input { id: "p", path: "p", bytes: html.as_bytes(), ..Input::default() };
        let url = |input: &Input<'_>| clean(input).page.url;
        assert_eq!(url(&input).as_deref(), Some("https://example.org/a"));
        input.url = Some("https://example.org/given");
        assert_eq!(url(&input).as_deref(), Some("https://example.org/given"));
    }

    #[test]
    fn a_line_of_the_text_gives_the_address_where_nothing_else_does() {
        let html =
            "<html><head>HEAD</head><body><p>原文地址:https://example.org/line</p></body></html>";
        let url = |head: &str| {
            let html = html.replace("HEAD", head);
            let bytes = html.as_bytes();
            clean(&Input { id: "p", path: "p", bytes, ..Input::default() }).page.url
        };
        assert_eq!(url("").as_deref(), Some("https://example.org/line"));
        let canonical = url("<link rel=canonical href=https://example.org/a>");
        assert_eq!(canonical.as_deref(), Some("https://example.org/a"));
    }
}
