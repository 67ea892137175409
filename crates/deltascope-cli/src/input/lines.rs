//! JSON lines: one page a line, `{"id","content","url"?,"accessed"?}`. A line that is no page gives
//! a record that says so; blank lines are passed over.

use std::io::{self, BufRead};

use deltascope_clean::Limits;
use serde::Deserialize;

use super::{Received, escapes, open::unreadable};

/// A page as a JSON line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct Line {
    id: String,
    content: String,
    url: Option<String>,
    accessed: Option<String>,
}

/// The pages of a stream of JSON lines.
pub struct Lines<R> {
    name: String,
    reader: R,
    /// Most bytes of a line: escapes may take twice the place of the page.
    longest: usize,
    limit: usize,
    number: usize,
    given: bool,
    done: bool,
}

impl<R: BufRead> Lines<R> {
    pub fn new(name: String, reader: R, limits: Limits) -> Self {
        let longest = limits.bytes.saturating_mul(2).saturating_add(64 << 10);
        Self { name, reader, longest, limit: limits.bytes, number: 0, given: false, done: false }
    }

    /// The next line, or none at the end; of a line that is too long nothing is kept.
    fn line(&mut self) -> io::Result<Option<Result<Vec<u8>, TooLong>>> {
        let mut line = Vec::new();
        let (mut any, mut too_long) = (false, false);
        loop {
            let held = self.reader.fill_buf()?;
            let end = memchr::memchr(b'\n', held);
            let part = &held[..end.unwrap_or(held.len())];
            any |= !held.is_empty();
            too_long |= line.len() + part.len() > self.longest;
            if too_long {
                line = Vec::new();
            } else {
                line.extend_from_slice(part);
            }
            let (taken, ended) = (end.map_or(part.len(), |end| end + 1), held.is_empty());
            self.reader.consume(taken);
            if end.is_some() || ended {
                let line = if too_long { Err(TooLong) } else { Ok(line) };
                return Ok(any.then_some(line));
            }
        }
    }

    /// How a line is called: on standard input by its number, in a file with the file's name.
    fn place(&self) -> String {
        if self.name == "-" {
            format!("line {}", self.number)
        } else {
            format!("{}#{}", self.name, self.number)
        }
    }

    fn page(&self, line: &[u8]) -> Received {
        // Some editors put a byte-order mark before the first line.
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let parsed = serde_json::from_slice::<Line>(line);
        // Only a line that fails is looked at again.
        let parsed = parsed.or_else(|error| {
            escapes::whole(line).map_or(Err(error), |line| serde_json::from_slice(&line))
        });
        match parsed {
            Ok(page) => Received {
                path: if self.name == "-" { page.id.clone() } else { self.place() },
                id: Some(page.id).filter(|id| !id.is_empty()),
                url: page.url,
                accessed: page.accessed,
                content: if page.content.len() > self.limit {
                    Err(self.too_large())
                } else {
                    Ok(page.content.into_bytes())
                },
            },
            Err(_) if is_foreign(line) => Received::new(
                self.place(),
                Err("this line is not UTF-8, as JSON is; save the file again as UTF-8".into()),
            ),
            Err(error) => Received::new(
                self.place(),
                Err(format!(
                    "this is no page as JSON ({error}); give {{\"id\", \"content\", \"url\"?, \"accessed\"?}}"
                )),
            ),
        }
    }

    fn too_large(&self) -> String {
        let limit = self.limit;
        format!(
            "the page is larger than {limit} bytes; split it, leave it out or raise --max-bytes"
        )
    }
}

/// Not UTF-8, or UTF-16 of few characters; a line that is cut off inside a character is UTF-8.
fn is_foreign(line: &[u8]) -> bool {
    line.contains(&0) || std::str::from_utf8(line).is_err_and(|error| error.error_len().is_some())
}

/// A line over the limit.
struct TooLong;

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Received;

    fn next(&mut self) -> Option<Received> {
        while !self.done {
            self.number += 1;
            let page = match self.line() {
                Ok(Some(Ok(line))) if line.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(Some(Ok(line))) => self.page(&line),
                Ok(Some(Err(TooLong))) => Received::new(self.place(), Err(self.too_large())),
                Ok(None) => {
                    self.done = true;
                    if self.given || self.name == "-" {
                        break;
                    }
                    Received::new(
                        self.name.as_str(),
                        Err("the file holds no page; save it again, or leave it out".into()),
                    )
                }
                Err(error) => {
                    self.done = true;
                    Received::new(self.place(), Err(unreadable(&error)))
                }
            };
            self.given = true;
            return Some(page);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, expected: &[(&str, Result<&str, &str>)]) {
        let limits = Limits { bytes: 100, ..Limits::default() };
        let found: Vec<Received> = Lines::new(name.into(), text.as_bytes(), limits).collect();
        let brief: Vec<(&str, Result<&str, &str>)> = found
            .iter()
            .map(|page| {
                let content = page.content.as_ref();
                let content = content.map(|bytes| std::str::from_utf8(bytes).unwrap());
                (page.path.as_str(), content.map_err(|why| why.split([' ', ';']).nth(3).unwrap()))
            })
            .collect();
        assert_eq!(brief, expected);
    }

    #[test]
    fn each_line_gives_a_page() {
        let text = "{\"id\":\"a\",\"content\":\"三市\",\"url\":null}\r\n\nno\n{\"id\":\"b\",\"content\":\"\"}";
        check("-", text, &[("a", Ok("三市")), ("line 3", Err("page")), ("b", Ok(""))]);
        check(
            "f.jsonl",
            text,
            &[("f.jsonl#1", Ok("三市")), ("f.jsonl#3", Err("page")), ("f.jsonl#4", Ok(""))],
        );
        check("-", &format!("\u{feff}{}", text.lines().next().unwrap()), &[("a", Ok("三市"))]);
        check("-", "\n", &[]);
        check("f.jsonl", "\n", &[("f.jsonl", Err("no"))]);
    }

    #[test]
    fn long_lines_are_passed_over() {
        let page =
            |length: usize| format!("{{\"id\":\"a\",\"content\":\"{}\"}}\n", "a".repeat(length));
        let text = page(101) + &page(200_000) + &page(1);
        check("-", &text, &[("a", Err("larger")), ("line 2", Err("larger")), ("a", Ok("a"))]);
    }
}
