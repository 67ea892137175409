//! What pages come wrapped in, undone from the outside in: gzip, MHTML, and one in the other.
//!
//! A container is known by its first bytes, never by a file's name.

mod gzip;
mod mhtml;

use std::borrow::Cow;

use crate::limits::Limits;

/// What was inside the wrappings, with what they say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content<'a> {
    /// The page's bytes.
    pub bytes: Cow<'a, [u8]>,
    /// The encoding that a wrapping names.
    pub charset: Option<String>,
    /// A wrapping says that this is HTML.
    pub is_html: bool,
    /// The page's address.
    pub url: Option<String>,
    /// When it was saved: `2024-06-05T02:12:00Z`.
    pub accessed: Option<String>,
}

/// Why a wrapping cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContainerError {
    /// Over [`Limits::bytes`], packed or unpacked.
    #[error(
        "the page is larger than {0} bytes; split it, leave it out or raise the limit on bytes"
    )]
    TooLarge(usize),
    /// Over [`Limits::depth`].
    #[error("the page is wrapped more than {0} times; unpack it, or raise the limit on depth")]
    TooDeep(usize),
    /// Over [`Limits::ratio`].
    #[error(
        "the packed page grows more than {0} times; it may be hostile: leave it out, or raise the limit on the ratio"
    )]
    Expands(usize),
    /// gzip without its end.
    #[error(
        "the gzip data are cut off after {0} unpacked bytes; get the file again, or save the page unpacked"
    )]
    GzipCut(usize),
    /// gzip that does not unpack.
    #[error(
        "the gzip data are damaged after {0} unpacked bytes; get the file again, or save the page unpacked"
    )]
    GzipDamaged(usize),
    /// MHTML whose page is not closed by its boundary.
    #[error("the MHTML file is cut off inside its page; save the page again")]
    MhtmlCut,
    /// MHTML that does not parse.
    #[error("the MHTML file cannot be read ({0}); save the page again, as HTML")]
    MhtmlDamaged(&'static str),
    /// MHTML without HTML.
    #[error("the MHTML file holds no part of HTML; save the page again, as HTML")]
    MhtmlWithoutPage,
}

/// Undoes the wrappings of a page, if it has any.
///
/// # Errors
/// Says which limit is passed or how a wrapping is damaged.
pub fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Content<'a>, ContainerError> {
    let mut content = Content {
        bytes: Cow::Borrowed(bytes),
        charset: None,
        is_html: false,
        url: None,
        accessed: None,
    };
    for depth in 0..=limits.depth {
        if content.bytes.len() > limits.bytes {
            return Err(ContainerError::TooLarge(limits.bytes));
        }
        if gzip::is_gzip(&content.bytes) {
            content.bytes = Cow::Owned(gzip::unpack(&content.bytes, limits)?);
        } else if mhtml::is_mhtml(&content.bytes) {
            let root =
                mhtml::root(&content.bytes, limits.depth - depth).map_err(|error| match error {
                    // Counted from the outside, as the user set it.
                    ContainerError::TooDeep(_) => ContainerError::TooDeep(limits.depth),
                    other => other,
                })?;
            content = Content {
                url: root.url.or(content.url),
                accessed: root.accessed.or(content.accessed),
                ..root
            };
        } else {
            return Ok(content);
        }
    }
    Err(ContainerError::TooDeep(limits.depth))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    pub fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&[u8], ContainerError>) {
        let found = open(bytes, &Limits::default());
        assert_eq!(found.as_ref().map(|content| &*content.bytes), expected.as_ref().map(|it| *it));
    }

    #[test]
    fn what_is_not_wrapped_stays() {
        check("三市共用仪器".as_bytes(), Ok("三市共用仪器".as_bytes()));
        check(b"", Ok(b""));
        check(b"\x1f", Ok(b"\x1f"));
    }

    #[test]
    fn wrappings_are_undone_in_turn() {
        let page = "<html><p>三市共用仪器</p></html>";
        let saved = format!(
            "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Location: https://example.org/a\r\n\r\n{page}"
        );
        let packed = gzip(saved.as_bytes());
        check(&packed, Ok(page.as_bytes()));
        check(&gzip(&packed), Ok(page.as_bytes()));
        let content = open(&packed, &Limits::default()).unwrap();
        assert_eq!(content.url.as_deref(), Some("https://example.org/a"));
        assert!(content.is_html);
    }

    #[test]
    fn limits_hold() {
        let limits = Limits::default();
        let mut wrapped = b"page".to_vec();
        for _ in 0..=limits.depth {
            wrapped = gzip(&wrapped);
        }
        check(&wrapped, Err(ContainerError::TooDeep(8)));
        check(&vec![b'a'; limits.bytes + 1], Err(ContainerError::TooLarge(limits.bytes)));
        check(&gzip(&vec![0; 8 << 20]), Err(ContainerError::Expands(200)));
        // Over both limits: a ratio of 1000 and more bytes than a page may have.
        check(&gzip(&vec![0; limits.bytes + 1]), Err(ContainerError::Expands(200)));
        let open = Limits { ratio: 2000, ..limits };
        assert_eq!(
            super::open(&gzip(&vec![0; limits.bytes + 1]), &open),
            Err(ContainerError::TooLarge(limits.bytes))
        );
    }
}
