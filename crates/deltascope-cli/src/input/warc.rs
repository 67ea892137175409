//! WARC files (ISO 28500): each response with HTML or text is a page. Records are read one by one,
//! and no more of one is held than the limits allow.
//!
//! A record whose Content-Length lies gives a record that says so, and reading goes on at the next
//! `WARC/` line; a file that is cut off gives the pages before, and one record that says where.

use std::io::{self, BufRead, Read};

use deltascope_clean::Limits;

use super::{Received, http, open::unreadable};

/// Longest line of a record's header, in bytes.
const LONGEST_LINE: u64 = 64 << 10;
/// Most lines of a record's header.
const MOST_LINES: usize = 256;
/// What a server's headers may add to a page, in bytes.
const HEADERS: u64 = 64 << 10;

/// How many bytes may be read a second time, where a lie is followed by records inside it.
const MOST_AGAIN: u64 = 1 << 30;

/// The pages of a WARC file.
pub struct Warc<R> {
    name: String,
    stream: Stream<R>,
    limits: Limits,
    /// Records begun.
    number: usize,
    /// Pages given, broken ones included.
    given: usize,
    /// Bytes read a second time.
    again: u64,
    done: bool,
}

/// A record's header.
#[derive(Default)]
struct Header {
    is_response: bool,
    length: Option<u64>,
    url: Option<String>,
    date: Option<String>,
}

/// Why a record could not be read.
enum Broken {
    /// It is wrong; the next may be right.
    Wrong(String),
    /// Nothing can be read after it.
    End(String),
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::End(match error.kind() {
            io::ErrorKind::UnexpectedEof => "the file is cut off in this record".into(),
            _ => unreadable(&error),
        })
    }
}

impl<R: BufRead> Warc<R> {
    pub fn new(name: String, reader: R, limits: Limits) -> Self {
        let stream = Stream { pending: io::Cursor::default(), reader, at: 0 };
        Self { name, stream, limits, number: 0, given: 0, again: 0, done: false }
    }

    /// The next record: its page, if it holds one.
    fn record(&mut self) -> Result<Option<Received>, Broken> {
        let header = self.header()?;
        let length = header
            .length
            .ok_or_else(|| Broken::Wrong("it has no Content-Length that can be read".into()))?;
        let most = self.limits.bytes as u64 + HEADERS;
        let mut block = Vec::new();
        (&mut self.stream).take(length.min(most)).read_to_end(&mut block)?;
        let mut held = block.len() as u64;
        if length > most {
            block = Vec::new();
            held += io::copy(&mut (&mut self.stream).take(length - most), &mut io::sink())?;
        }
        let end = self.stream.at;
        if held < length || !self.stream.at_record()? {
            // The line ends that were passed over after it belong to what is looked at again.
            block.resize(block.len() + (self.stream.at - end) as usize, b'\n');
            return Err(self.lies(length, held, block));
        }
        if !header.is_response {
            return Ok(None);
        }
        let content = if length > most {
            Err(format!(
                "the record is larger than {most} bytes; leave it out or raise --max-bytes"
            ))
        } else {
            match http::page(&block, &self.limits).transpose() {
                Some(content) => content,
                None => return Ok(None),
            }
        };
        Ok(Some(Received {
            url: header.url,
            accessed: header.date,
            ..Received::new(format!("{}#{}", self.name, self.number), content)
        }))
    }

    /// The record does not end where its Content-Length says. Where another begins inside what was
    /// read, reading goes on there.
    fn lies(&mut self, length: u64, held: u64, block: Vec<u8>) -> Broken {
        let inner = memchr::memmem::find(&block, b"\nWARC/").map(|at| at + 1);
        if inner.is_none() && held < length {
            return Broken::End(format!(
                "the file is cut off in this record, {held} of its {length} bytes are there"
            ));
        }
        // Without one, it may begin in the last bytes.
        let last = block.len().saturating_sub(b"WARC".len());
        let from = inner.filter(|_| self.again <= MOST_AGAIN).unwrap_or(last);
        self.again += (block.len() - from) as u64;
        self.stream.again(block, from);
        Broken::Wrong(format!("it does not end where its Content-Length of {length} says"))
    }

    fn header(&mut self) -> Result<Header, Broken> {
        if !self.stream.line()?.starts_with(b"WARC/") {
            return Err(Broken::Wrong("it does not begin with “WARC/”".into()));
        }
        let mut header = Header::default();
        for _ in 0..MOST_LINES {
            let line = self.stream.line()?;
            let line = String::from_utf8_lossy(&line);
            if line.trim().is_empty() {
                return Ok(header);
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "warc-type" => header.is_response = value.eq_ignore_ascii_case("response"),
                "content-length" => header.length = value.parse().ok(),
                // Some writers put it in angle brackets.
                "warc-target-uri" => {
                    header.url = Some(value.trim_matches(['<', '>']).to_owned());
                }
                "warc-date" => header.date = Some(value.to_owned()),
                _ => {}
            }
        }
        Err(Broken::Wrong(format!("its header has more than {MOST_LINES} lines")))
    }

    /// What the next record gives; after a wrong one the stream stands before the next.
    fn step(&mut self) -> Option<Received> {
        let from = self.stream.at;
        let why = match self.record() {
            Ok(page) => return page,
            Err(Broken::End(why)) => {
                self.done = true;
                why
            }
            Err(Broken::Wrong(why)) => {
                // An error here ends the stream; the next step meets it too.
                while self.stream.at_record().is_ok_and(|at_record| !at_record) {
                    if self.stream.line().is_err() {
                        break;
                    }
                }
                why
            }
        };
        Some(Received::new(
            format!("{}#{}", self.name, self.number),
            Err(format!(
                "record {} of the WARC file, at byte {from} of its unpacked data, is broken: {why}; get the file again",
                self.number
            )),
        ))
    }

    /// The end of the file: silent where the file held pages.
    fn end(&mut self) -> Option<Received> {
        self.done = true;
        (self.given == 0).then(|| {
            let why = "the WARC file holds no response of HTML or text; leave it out";
            Received::new(self.name.as_str(), Err(why.into()))
        })
    }
}

impl<R: BufRead> Iterator for Warc<R> {
    type Item = Received;

    fn next(&mut self) -> Option<Received> {
        while !self.done {
            // Where the end cannot be told for an error, the record meets it and says so.
            let page = if self.stream.at_end().unwrap_or(false) {
                self.end()
            } else {
                self.number += 1;
                self.step()
            };
            if page.is_some() {
                self.given += 1;
                return page;
            }
        }
        None
    }
}

/// A stream that can be set back.
struct Stream<R> {
    /// What is read before the reader goes on.
    pending: io::Cursor<Vec<u8>>,
    reader: R,
    /// Offset of the next byte.
    at: u64,
}

impl<R: BufRead> Stream<R> {
    /// A line with its end; the file must not end before it.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        self.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.ends_with(b"\n") || line.len() as u64 == LONGEST_LINE {
            Ok(line)
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }

    /// After the line ends that close a record: another record or the end of the file.
    fn at_record(&mut self) -> io::Result<bool> {
        if self.at_end()? {
            return Ok(true);
        }
        if let Some(begin) = self.fill_buf()?.first_chunk::<5>() {
            return Ok(begin == b"WARC/");
        }
        // At the edge of what is held: read over it and set back.
        let mut begin = Vec::new();
        (&mut *self).take(5).read_to_end(&mut begin)?;
        let found = begin == b"WARC/";
        self.again(begin, 0);
        Ok(found)
    }

    /// Passes over line ends; whether nothing is left.
    fn at_end(&mut self) -> io::Result<bool> {
        loop {
            let held = self.fill_buf()?;
            let ends = held.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let (is_empty, more) = (held.is_empty(), ends < held.len());
            self.consume(ends);
            if is_empty || more {
                return Ok(is_empty);
            }
        }
    }

    /// Sets the stream back to an offset in the bytes that were read last.
    fn again(&mut self, mut bytes: Vec<u8>, from: usize) {
        self.at -= (bytes.len() - from) as u64;
        let left = self.pending.position() as usize;
        bytes.extend_from_slice(&self.pending.get_ref()[left..]);
        self.pending = io::Cursor::new(bytes);
        self.pending.set_position(from as u64);
    }
}

impl<R: BufRead> BufRead for Stream<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.pending.position() < self.pending.get_ref().len() as u64 {
            self.pending.fill_buf()
        } else {
            self.reader.fill_buf()
        }
    }

    fn consume(&mut self, count: usize) {
        self.at += count as u64;
        if self.pending.position() < self.pending.get_ref().len() as u64 {
            self.pending.consume(count);
        } else {
            self.reader.consume(count);
        }
    }
}

impl<R: BufRead> Read for Stream<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(kind: &str, content: &str) -> String {
        lying(kind, content, content.len())
    }

    fn lying(kind: &str, content: &str, length: usize) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <https://example.org/>\r\nWARC-Date: 2024-06-05T02:12:00Z\r\nContent-Length: {length}\r\n\r\n{content}\r\n\r\n"
        )
    }

    fn page(body: &str) -> String {
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}")
    }

    fn read(file: &str) -> Vec<Received> {
        // A short buffer, so that every edge is met.
        let reader = io::BufReader::with_capacity(7, file.as_bytes());
        let limits = Limits { bytes: 1000, ..Limits::default() };
        Warc::new("a.warc".into(), reader, limits).collect()
    }

    #[track_caller]
    fn check(file: &str, expected: &[(&str, Result<&str, &str>)]) {
        let found = read(file);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (page, (path, expected)) in found.iter().zip(expected) {
            assert_eq!(page.path, *path);
            match (&page.content, expected) {
                (Ok(content), Ok(expected)) => assert_eq!(content, expected.as_bytes()),
                (Err(why), Err(expected)) => assert!(why.contains(expected), "{why}"),
                _ => panic!("{page:?} is not {expected:?}"),
            }
        }
    }

    #[test]
    fn responses_are_pages() {
        let file = record("warcinfo", "software: x\r\n")
            + &record("request", "GET / HTTP/1.1\r\n\r\n")
            + &record("response", &page("三市"))
            + &record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")
            + &record("response", &page("共用"));
        check(&file, &[("a.warc#3", Ok("三市")), ("a.warc#5", Ok("共用"))]);
        let page = &read(&file)[0];
        assert_eq!(page.url.as_deref(), Some("https://example.org/"));
        assert_eq!(page.accessed.as_deref(), Some("2024-06-05T02:12:00Z"));
        check(&record("warcinfo", ""), &[("a.warc", Err("holds no response"))]);
    }

    #[test]
    fn a_file_that_is_cut_off_gives_the_pages_before() {
        let file = record("response", &page("三市")) + &record("response", &page("共用"));
        let first = file.len() / 2;
        let inside = &file[..first + 170];
        check(inside, &[("a.warc#1", Ok("三市")), ("a.warc#2", Err("is cut off in this record"))]);
        let header = &file[..first + 30];
        check(header, &[("a.warc#1", Ok("三市")), ("a.warc#2", Err(&format!("at byte {first} ")))]);
    }

    #[test]
    fn a_lying_length_costs_one_record() {
        let good = record("response", &page("共用"));
        let lie = Err("does not end where its Content-Length");
        for length in [0, 3, 30, 49, 55, 80, 170, 900] {
            let file = lying("response", &page("三市"), length) + &good;
            check(&file, &[("a.warc#1", lie), ("a.warc#2", Ok("共用"))]);
        }
        let file = lying("request", "GET", 100) + &good;
        check(&file, &[("a.warc#1", lie), ("a.warc#2", Ok("共用"))]);
        let file =
            record("response", &page("三市")).replace("Content-Length: ", "Content-Length: -");
        check(&(file + &good), &[("a.warc#1", Err("no Content-Length")), ("a.warc#2", Ok("共用"))]);
        let huge = lying("response", &page("三市"), usize::MAX);
        check(&huge, &[("a.warc#1", Err("cut off"))]);
    }

    #[test]
    fn large_records_are_passed_over() {
        let large = record("response", &page(&"a".repeat(70_000)));
        let file = large + &record("response", &page("共用"));
        check(&file, &[("a.warc#1", Err("larger than")), ("a.warc#2", Ok("共用"))]);
    }

    proptest! {
        #[test]
        fn damage_gives_records_and_an_end(at in 0usize..1200, byte in any::<u8>(), cut in 0usize..1200) {
            let file = record("response", &page("三市")).repeat(4);
            let mut bytes = file.into_bytes();
            bytes.truncate(cut.max(1));
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
            let reader = io::BufReader::with_capacity(16, &bytes[..]);
            let found = Warc::new("a".into(), reader, Limits::default()).count();
            prop_assert!((1..=8).contains(&found), "{found}");
        }
    }
}
