//! One answer of a static file server: from the request's head to status, type and file.
//!
//! Pure but for looking at the file system below one folder, which it never leaves: a path with
//! `..`, a backslash or a NUL in it, however encoded, is no path of this server.

use std::path::{Path, PathBuf};

/// What to answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// The file, with its type.
    File(PathBuf, &'static str),
    /// Another address: a folder asked for without its `/`.
    Moved(String),
    /// A refusal: the status line's number and words.
    Refused(u16, &'static str),
}

/// Answers a request line (`GET /app/?q=x HTTP/1.1`) from the files below `root`.
pub fn answer(root: &Path, request: &str) -> Answer {
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if words.next().is_none_or(|version| !version.starts_with("HTTP/1.")) {
        return Answer::Refused(400, "Bad Request");
    }
    if method != "GET" && method != "HEAD" {
        return Answer::Refused(405, "Method Not Allowed");
    }
    let address = target.split(['?', '#']).next().unwrap_or_default();
    let Some(path) = relative(address) else {
        return Answer::Refused(400, "Bad Request");
    };
    let file = root.join(&path);
    if file.is_dir() {
        if !address.ends_with('/') {
            // One slash before it: two would name another host.
            return Answer::Moved(format!("/{}/", address.trim_matches('/')));
        }
        return existing(file.join("index.html"));
    }
    existing(file)
}

/// The file if it is there; a missing one is a plain 404, never some other page.
fn existing(file: PathBuf) -> Answer {
    if file.is_file() {
        let kind = content_type(&file);
        Answer::File(file, kind)
    } else {
        Answer::Refused(404, "Not Found")
    }
}

/// The path below the root that an address names, or none where it names none.
fn relative(address: &str) -> Option<PathBuf> {
    let decoded = decode(address.strip_prefix('/')?)?;
    let mut path = PathBuf::new();
    for part in decoded.split('/') {
        if part == ".." || part.contains(['\\', '\0', ':']) {
            return None;
        }
        // An empty part or a dot names the folder it stands in.
        if !part.is_empty() && part != "." {
            path.push(part);
        }
    }
    Some(path)
}

/// Percent-decodes; none where an escape is broken or the bytes are no UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, after @ ..] = rest else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push(u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

/// The media type by the file's ending. wasm must have its own, or the browser will not stream it.
pub fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("dist")).unwrap();
        fs::create_dir(folder.path().join("dist/corpus")).unwrap();
        fs::write(folder.path().join("secret.txt"), "s").unwrap();
        fs::write(folder.path().join("dist/index.html"), "i").unwrap();
        fs::write(folder.path().join("dist/app_bg.wasm"), "w").unwrap();
        fs::write(folder.path().join("dist/corpus/长三角.json"), "{}").unwrap();
        folder
    }

    #[track_caller]
    fn served(request: &str, file: &str, kind: &'static str) {
        let site = site();
        let root = site.path().join("dist");
        assert_eq!(answer(&root, request), Answer::File(root.join(file), kind));
    }

    #[track_caller]
    fn refused(request: &str, status: u16) {
        let site = site();
        match answer(&site.path().join("dist"), request) {
            Answer::Refused(found, _) => assert_eq!(found, status, "{request}"),
            other => panic!("{request} was answered with {other:?}"),
        }
    }

    #[test]
    fn files_come_with_their_types() {
        served("GET / HTTP/1.1", "index.html", "text/html; charset=utf-8");
        served("GET /?q=科创#e HTTP/1.1", "index.html", "text/html; charset=utf-8");
        served("HEAD /./app_bg.wasm HTTP/1.0", "app_bg.wasm", "application/wasm");
        let encoded = "GET /corpus/%E9%95%BF%E4%B8%89%E8%A7%92.json HTTP/1.1";
        served(encoded, "corpus/长三角.json", "application/json");
    }

    #[test]
    fn a_missing_file_is_missing() {
        refused("GET /none.js HTTP/1.1", 404);
        refused("GET /corpus/ HTTP/1.1", 404);
        refused("GET /timeline HTTP/1.1", 404);
    }

    #[test]
    fn nothing_outside_is_reached() {
        refused("GET /../secret.txt HTTP/1.1", 400);
        refused("GET /corpus/..%2f..%2Fsecret.txt HTTP/1.1", 400);
        refused("GET /..%5csecret.txt HTTP/1.1", 400);
        refused("GET /c:/secret.txt HTTP/1.1", 400);
        refused("GET //etc/passwd HTTP/1.1", 404);
    }

    #[test]
    fn what_is_no_request_is_refused() {
        refused("POST / HTTP/1.1", 405);
        refused("GET /%zz HTTP/1.1", 400);
        refused("GET /", 400);
        refused("", 400);
    }

    #[test]
    fn a_folder_without_its_slash_moves() {
        let site = site();
        let found = answer(&site.path().join("dist"), "GET /corpus HTTP/1.1");
        assert_eq!(found, Answer::Moved("/corpus/".into()));
    }
}
