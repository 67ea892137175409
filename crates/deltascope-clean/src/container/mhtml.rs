//! MHTML, the single file that browsers save (RFC 2557): its root part of HTML is the page, with
//! the part's Content-Location as address and the file's Date as the day of saving.

use std::borrow::Cow;

use deltascope_model::civil;
use mailparse::{MailHeaderMap, ParsedMail};

use super::{ContainerError, Content};

/// How far into a file its header may reach, in bytes.
const REACH: usize = 4096;

/// Most lines of a file that may be edges of parts: each part takes far more memory than its edge.
const MOST_EDGES: usize = 50_000;

/// The bytes begin with a header that speaks of MIME and of parts or HTML.
pub(super) fn is_mhtml(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(REACH)];
    // Cheap for what is no header at all: a page of HTML or of Chinese.
    if !head.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let head = head.to_ascii_lowercase();
    let (mut mime, mut parts) = (false, false);
    for line in head.split(|byte| *byte == b'\n') {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        mime |= line.starts_with(b"mime-version:");
        parts |= line.starts_with(b"content-type:")
            && [&b"multipart/"[..], b"text/html"]
                .iter()
                .any(|kind| line[13..].trim_ascii_start().starts_with(kind));
    }
    mime && parts
}

/// The root part of HTML. `depth` is how many parts may still be in one another.
pub(super) fn root(bytes: &[u8], depth: usize) -> Result<Content<'static>, ContainerError> {
    if memchr::memmem::find_iter(bytes, b"\n--").nth(MOST_EDGES).is_some() {
        return Err(ContainerError::MhtmlDamaged("it has too many parts"));
    }
    let file = mailparse::parse_mail(bytes).map_err(|error| damaged(&error))?;
    let named = file.ctype.params.get("start").map(|start| start.trim_matches(['<', '>']));
    let found = match named {
        Some(start) => page(&file, depth, &|part| {
            is_html(part)
                && header(part, "Content-ID").is_some_and(|id| id.trim_matches(['<', '>']) == start)
        })?,
        None => None,
    };
    let found = match found {
        Some(found) => found,
        None => page(&file, depth, &is_html)?.ok_or(ContainerError::MhtmlWithoutPage)?,
    };
    if found.is_cut {
        return Err(ContainerError::MhtmlCut);
    }
    let part = found.part;
    let url = header(part, "Content-Location")
        .filter(|url| is_address(url))
        .or_else(|| header(&file, "Snapshot-Content-Location").filter(|url| is_address(url)));
    let charset = part.ctype.params.get("charset").cloned();
    Ok(Content {
        bytes: Cow::Owned(part.get_body_raw().map_err(|error| damaged(&error))?),
        charset,
        is_html: true,
        url,
        accessed: header(&file, "Date").and_then(|date| saved(&date)),
    })
}

struct Found<'a> {
    part: &'a ParsedMail<'a>,
    /// The file ends before the boundary that should close the part.
    is_cut: bool,
}

/// The first part, from the outside in, that passes the test.
fn page<'a>(
    part: &'a ParsedMail<'a>,
    depth: usize,
    test: &dyn Fn(&ParsedMail<'_>) -> bool,
) -> Result<Option<Found<'a>>, ContainerError> {
    if part.subparts.is_empty() {
        return Ok(test(part).then_some(Found { part, is_cut: false }));
    }
    let depth = depth.checked_sub(1).ok_or(ContainerError::TooDeep(depth))?;
    for (nth, inner) in part.subparts.iter().enumerate() {
        if let Some(found) = page(inner, depth, test)? {
            // Another part after it shows that it is whole; so does the closing boundary.
            let is_last = nth + 1 == part.subparts.len();
            let is_cut = found.is_cut || is_last && !is_closed(part);
            return Ok(Some(Found { is_cut, ..found }));
        }
    }
    Ok(None)
}

fn is_closed(part: &ParsedMail<'_>) -> bool {
    let Some(boundary) = part.ctype.params.get("boundary") else { return true };
    let closing = format!("--{boundary}--");
    memchr::memmem::rfind(part.raw_bytes, closing.as_bytes()).is_some()
}

fn is_html(part: &ParsedMail<'_>) -> bool {
    ["text/html", "application/xhtml+xml"].contains(&part.ctype.mimetype.as_str())
}

fn header(part: &ParsedMail<'_>, name: &str) -> Option<String> {
    part.headers.get_first_value(name).map(|value| value.trim().to_owned())
}

/// An address of the web, not `cid:` or a file of someone's disk.
fn is_address(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

/// `Wed, 05 Jun 2024 10:12:00 +0800` → `2024-06-05T02:12:00Z`.
fn saved(date: &str) -> Option<String> {
    let seconds = mailparse::dateparse(date).ok()?;
    let (year, month, day) = civil(i32::try_from(seconds.div_euclid(86_400)).ok()?);
    let second = seconds.rem_euclid(86_400);
    (1970..=9999).contains(&year).then(|| {
        format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
            second / 3600,
            second / 60 % 60,
            second % 60
        )
    })
}

fn damaged(error: &mailparse::MailParseError) -> ContainerError {
    ContainerError::MhtmlDamaged(match error {
        mailparse::MailParseError::Base64DecodeError(_) => "its Base64 is wrong",
        mailparse::MailParseError::QuotedPrintableDecodeError(_) => "its quoted-printable is wrong",
        mailparse::MailParseError::EncodingError(_) => "its encoding is wrong",
        mailparse::MailParseError::Generic(why) => why,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/snap\nSubject: =?utf-8?Q?=E4=B8=89=E5=B8=82?=\nDate: Wed, 5 Jun 2024 10:12:00 +0800\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"--edge--x\"\n\n\n----edge--x\nContent-Type: text/html\nContent-ID: <frame-1@mhtml>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://example.org/a?b=3D1\n\n<html><p>=E4=B8=89=E5=B8=82=\n=E5=85=B1=E7=94=A8</p></html>\n----edge--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://example.org/a.png\n\niVBORw0KGgo=\n----edge--x--\n";

    #[track_caller]
    fn check(file: &str, expected: Result<&str, ContainerError>) {
        let file = file.replace('\n', "\r\n");
        assert!(is_mhtml(file.as_bytes()), "{file}");
        let found = root(file.as_bytes(), 3);
        let text = found.map(|content| String::from_utf8(content.bytes.into_owned()).unwrap());
        assert_eq!(text.as_deref().map_err(|error| *error), expected);
    }

    #[test]
    fn the_root_part_is_the_page() {
        check(SAVED, Ok("<html><p>三市共用</p></html>"));
        let content = root(SAVED.as_bytes(), 3).unwrap();
        assert_eq!(content.url.as_deref(), Some("https://example.org/a?b=3D1"));
        assert_eq!(content.accessed.as_deref(), Some("2024-06-05T02:12:00Z"));
    }

    #[test]
    fn start_names_the_root() {
        let file = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=e; start=\"<b>\"\n\n--e\nContent-Type: text/html\nContent-ID: <a>\n\nadvert\n--e\nContent-Type: text/html; charset=gbk\nContent-ID: <b>\nContent-Location: cid:b\n\npage\n--e--\n";
        check(file, Ok("page"));
        let content = root(file.as_bytes(), 1).unwrap();
        assert_eq!((content.url, content.charset.as_deref()), (None, Some("gbk")));
        check(&file.replace("start=\"<b>\"", "start=\"<c>\""), Ok("advert"));
    }

    #[test]
    fn what_is_cut_off_is_told() {
        let (head, tail) = SAVED.split_once("----edge--x\nContent-Type: image").unwrap();
        check(head, Err(ContainerError::MhtmlCut));
        check(
            &format!("{head}----edge--x\nContent-Type: image{}", &tail[..20]),
            Ok("<html><p>三市共用</p></html>"),
        );
        check(SAVED.split_once("----edge").unwrap().0, Err(ContainerError::MhtmlWithoutPage));
        check(
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n$$$",
            Err(ContainerError::MhtmlDamaged("its Base64 is wrong")),
        );
    }

    #[test]
    fn parts_in_parts_have_an_end() {
        let nested = |levels: usize| {
            let (mut open, mut close) = (String::new(), String::new());
            for level in 0..levels {
                let edge = format!("--b{level}x");
                open =
                    format!("{open}Content-Type: multipart/mixed; boundary=b{level}x\n\n{edge}\n");
                close = format!("\n{edge}--\n{close}");
            }
            format!("MIME-Version: 1.0\n{open}Content-Type: text/html\n\npage\n{close}")
        };
        check(&nested(3), Ok("page\r\n"));
        check(&nested(4), Err(ContainerError::TooDeep(0)));
        check(&nested(2000), Err(ContainerError::MhtmlDamaged("Recursion limit reached")));
        let many = format!("{}{}", nested(1), "--b0x\n".repeat(50_000));
        check(&many, Err(ContainerError::MhtmlDamaged("it has too many parts")));
    }

    #[test]
    fn pages_that_talk_of_mime_are_no_mhtml() {
        for text in [
            "三市共用",
            "<html>MIME-Version: 1.0",
            "Title: a\n\nMIME-Version: 1.0\nContent-Type: text/html\n",
        ] {
            assert!(!is_mhtml(text.as_bytes()));
        }
    }
}
