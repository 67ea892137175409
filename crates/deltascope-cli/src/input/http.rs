//! The answer of a web server as a WARC file keeps it: status, headers, and the page after them.

use deltascope_clean::Limits;

use super::packed::unpacked;

/// The page in an answer, or none where it holds none: a picture, a script, or the address of
/// another page. Where the server packed it by gzip it still is.
///
/// # Errors
/// Says why a page that should be there cannot be had.
pub fn page(block: &[u8], limits: &Limits) -> Result<Option<Vec<u8>>, String> {
    let Some((head, body)) = parts(block) else { return Ok(None) };
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut lines = head.lines();
    let status = lines.next().unwrap_or_default();
    if !status.starts_with("http/") || status.split_whitespace().nth(1).is_none_or(is_elsewhere) {
        return Ok(None);
    }
    let headers: Vec<(&str, &str)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect();
    let header = |name: &str| headers.iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
    if !header("content-type").is_some_and(is_page) {
        return Ok(None);
    }
    let body = if header("transfer-encoding").is_some_and(|way| way.contains("chunked")) {
        joined(body)?
    } else {
        body.to_vec()
    };
    match header("content-encoding").unwrap_or("identity") {
        // gzip is known by its bytes and undone with every other page's.
        "" | "identity" | "gzip" | "x-gzip" => Ok(Some(body)),
        // Many archives keep the header and store the page unpacked.
        _ if body.trim_ascii_start().starts_with(b"<") => Ok(Some(body)),
        other => unpacked(other, &body, limits).map(Some),
    }
}

/// What stands before and after the first empty line.
fn parts(block: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'\n', &block[from..]) {
        let end = from + at + 1;
        if block[from..end].trim_ascii().is_empty() {
            return Some((&block[..from], &block[end..]));
        }
        from = end;
    }
    None
}

/// A page elsewhere (300 to 399), or one that was not sent again.
fn is_elsewhere(status: &str) -> bool {
    status.starts_with('3')
}

fn is_page(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["text/html", "application/xhtml+xml", "text/plain"].contains(&kind)
}

/// A chunked body in one piece. A body that does not begin with a chunk was joined when it was
/// recorded, and stays.
fn joined(body: &[u8]) -> Result<Vec<u8>, String> {
    let mut whole = Vec::new();
    let mut rest = body;
    loop {
        let Some((size, after)) = chunk_size(rest) else {
            if whole.is_empty() {
                return Ok(body.to_vec());
            }
            return Err(cut(whole.len()));
        };
        if size == 0 {
            return Ok(whole);
        }
        let Some(chunk) = after.get(..size) else { return Err(cut(whole.len())) };
        whole.extend_from_slice(chunk);
        rest = &after[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
}

fn cut(length: usize) -> String {
    format!(
        "the page is cut off after {length} bytes, in the middle of its chunks; record it again"
    )
}

/// `1a;name=value\r\n…` → 26 and what follows the line.
fn chunk_size(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = memchr::memchr(b'\n', &bytes[..bytes.len().min(256)])?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
    Some((size, &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, body: &[u8], expected: Result<Option<&str>, &str>) {
        let block = [head.replace('\n', "\r\n").as_bytes(), b"\r\n\r\n", body].concat();
        let found = page(&block, &Limits::default());
        let text = found
            .as_ref()
            .map(|answer| answer.as_ref().map(|body| std::str::from_utf8(body).unwrap()));
        match (text, expected) {
            (Err(why), Err(expected)) => assert!(why.contains(expected), "{why}"),
            (text, expected) => assert_eq!(text.map_err(String::as_str), expected),
        }
    }

    const OK: &str = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=GBK";

    #[test]
    fn only_pages_are_taken() {
        check(OK, b"<p>", Ok(Some("<p>")));
        check("HTTP/1.1 404 None\ncontent-type:TEXT/PLAIN", b"none", Ok(Some("none")));
        check("HTTP/1.1 200 OK\nContent-Type: image/png", b"x", Ok(None));
        check("HTTP/1.1 200 OK", b"x", Ok(None));
        check("HTTP/1.1 301 Moved\nContent-Type: text/html", b"<p>", Ok(None));
        check("gopher", b"x", Ok(None));
        assert_eq!(
            page(b"HTTP/1.1 200 OK\r\nContent-Type: text/html", &Limits::default()),
            Ok(None)
        );
    }

    #[test]
    fn chunks_are_joined() {
        let chunked = format!("{OK}\nTransfer-Encoding: chunked");
        check(&chunked, b"3\r\n<p>\r\n2;a=b\r\nhi\r\n0\r\n\r\n", Ok(Some("<p>hi")));
        check(&chunked, b"<p>joined before", Ok(Some("<p>joined before")));
        check(&chunked, b"3\r\n<p>\r\n5\r\nhi", Err("cut off after 3 bytes"));
        check(&chunked, b"3\r\n<p>\r\n", Err("cut off after 3 bytes"));
        check(&chunked, b"ffffffffffffffff\r\n<p>", Err("cut off after 0 bytes"));
        check(&chunked, b"0\r\n\r\n", Ok(Some("")));
    }

    #[test]
    fn packings_are_undone_or_told() {
        check(&format!("{OK}\nContent-Encoding: br"), b"\x20\x00\x10<p>\x03", Ok(Some("<p>")));
        check(&format!("{OK}\nContent-Encoding: br"), b"\x0b\x02", Err("“br” data are"));
        check(&format!("{OK}\nContent-Encoding: zstd"), b"\x28\xb5", Err("packed by “zstd”"));
        check(&format!("{OK}\nContent-Encoding: br"), b" <p>", Ok(Some(" <p>")));
        check(&format!("{OK}\nContent-Encoding: gzip"), b"<p>", Ok(Some("<p>")));
    }
}
