//! A file → the pages in it. What a file holds is told by its first bytes: `WARC/` opens a WARC
//! file. JSON lines are told by the ending `.jsonl` or `.ndjson`, and are what standard input
//! holds. Both may be packed by gzip. Every other file is one page.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use deltascope_clean::Limits;
use flate2::bufread::MultiGzDecoder;

use super::{Found, Place, Received, lines::Lines, warc::Warc};

/// How much of a file is read at once, in bytes.
const CHUNK: usize = 64 << 10;

/// The pages of a file, in its order: at least one, even if only to say what is wrong.
pub type Pages = Box<dyn Iterator<Item = Received>>;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Page,
    Lines,
    Warc,
}

/// The pages of what was found.
pub fn pages(found: Found, limits: Limits) -> Pages {
    let name = found.name;
    match found.place {
        Place::Nowhere(why) => one(Received::new(name, Err(why))),
        Place::Stdin => of_stream(name, Box::new(io::stdin().lock()), Kind::Lines, limits),
        Place::File(path) => match open(&path) {
            Ok(file) => {
                let kind = if is_lines(&name) { Kind::Lines } else { Kind::Page };
                of_stream(name, Box::new(file), kind, limits)
            }
            Err(error) => one(Received::new(name, Err(unopened(&error)))),
        },
    }
}

/// The bytes of a small file, such as a gazetteer's.
///
/// # Errors
/// Where the file cannot be opened or read, or is over the usual limit of a page.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    let file = open(path).map_err(|error| unopened(&error))?;
    whole(file, Limits::default().bytes)
}

fn one(page: Received) -> Pages {
    Box::new(std::iter::once(page))
}

#[expect(clippy::disallowed_methods, reason = "the command line is the edge that reads files")]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn unopened(error: &io::Error) -> String {
    format!("the file cannot be opened ({error}); check that it may be read")
}

fn is_lines(name: &str) -> bool {
    let unpacked = name.strip_suffix(".gz").unwrap_or(name);
    Path::new(unpacked).extension().is_some_and(|end| end == "jsonl" || end == "ndjson")
}

/// `unless_warc`: what the stream holds if it does not begin as a WARC file does.
fn of_stream(name: String, stream: Box<dyn Read>, unless_warc: Kind, limits: Limits) -> Pages {
    let mut stream = BufReader::with_capacity(CHUNK, stream);
    let head = match stream.fill_buf() {
        Ok(head) => head,
        Err(error) => return one(Received::new(name, Err(unreadable(&error)))),
    };
    let is_gzip = head.starts_with(b"\x1f\x8b\x08");
    let mut begin = [0; 5];
    let begins = if is_gzip {
        MultiGzDecoder::new(head).read_exact(&mut begin).is_ok() && begin == *b"WARC/"
    } else {
        head.starts_with(b"WARC/")
    };
    match if begins { Kind::Warc } else { unless_warc } {
        Kind::Page => one(Received::new(name, whole(stream, limits.bytes))),
        Kind::Lines if is_gzip => Box::new(Lines::new(name, Unpacked::new(stream, limits), limits)),
        Kind::Lines => Box::new(Lines::new(name, stream, limits)),
        Kind::Warc if is_gzip => Box::new(Warc::new(name, Unpacked::new(stream, limits), limits)),
        Kind::Warc => Box::new(Warc::new(name, stream, limits)),
    }
}

/// All bytes of a stream, or why not. One byte more than the limit is enough to say so.
fn whole(stream: impl Read, limit: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match stream.take(limit as u64 + 1).read_to_end(&mut bytes) {
        Err(error) => Err(unreadable(&error)),
        Ok(_) if bytes.len() > limit => Err(format!(
            "the page is larger than {limit} bytes; split it, leave it out or raise --max-bytes"
        )),
        Ok(_) => Ok(bytes),
    }
}

/// Says that a stream broke off.
pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        // Said by a reader of this file, with what to do.
        io::ErrorKind::QuotaExceeded => error.to_string(),
        io::ErrorKind::UnexpectedEof => "its gzip data are cut off; get the file again".to_owned(),
        _ => {
            format!("it cannot be read to its end ({error}); check the disk, or get the file again")
        }
    }
}

/// A gzip stream that ends with an error where it grows beyond the ratio that the limits allow.
struct Unpacked<R: BufRead> {
    inner: MultiGzDecoder<Counted<R>>,
    given: u64,
    limits: Limits,
}

impl<R: BufRead> Unpacked<R> {
    fn new(packed: R, limits: Limits) -> BufReader<Self> {
        let inner = MultiGzDecoder::new(Counted { inner: packed, taken: 0 });
        BufReader::with_capacity(CHUNK, Self { inner, given: 0, limits })
    }
}

impl<R: BufRead> Read for Unpacked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.given += count as u64;
        if self.given > self.limits.unpacked(self.inner.get_ref().taken) {
            let why = format!(
                "its gzip data grow more than {} times; leave it out, or raise --max-ratio",
                self.limits.ratio
            );
            return Err(io::Error::new(io::ErrorKind::QuotaExceeded, why));
        }
        Ok(count)
    }
}

/// Counts the bytes that are taken from a stream.
struct Counted<R> {
    inner: R,
    taken: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.taken += count as u64;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.taken += count as u64;
        self.inner.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: &[Result<&str, &str>]) {
        let kind = if is_lines(name) { Kind::Lines } else { Kind::Page };
        let stream = Box::new(io::Cursor::new(bytes.to_vec()));
        let limits = Limits { bytes: 1000, ..Limits::default() };
        let found: Vec<Received> = of_stream(name.into(), stream, kind, limits).collect();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (page, expected) in found.iter().zip(expected) {
            match (&page.content, expected) {
                (Ok(content), Ok(expected)) => assert_eq!(content, expected.as_bytes()),
                (Err(why), Err(expected)) => assert!(why.contains(expected), "{why}"),
                _ => panic!("{page:?} is not {expected:?}"),
            }
        }
    }

    #[test]
    fn kinds_are_told_apart() {
        let line = "{\"id\":\"a\",\"content\":\"三市\"}\n";
        check("a.txt", line.as_bytes(), &[Ok(line)]);
        check("a.jsonl", line.repeat(2).as_bytes(), &[Ok("三市"), Ok("三市")]);
        check("a.ndjson.gz", &gzip(line.as_bytes()), &[Ok("三市")]);
        check("a.txt", b"WARC/1.0\r\n", &[Err("cut off")]);
        check("a.gz", &gzip(b"WARC/1.0\r\n"), &[Err("cut off")]);
        check("a.txt", b"", &[Ok("")]);
    }

    #[test]
    fn limits_hold() {
        check("a.txt", &[b'a'; 1001], &[Err("larger than 1000 bytes")]);
        check("a.jsonl.gz", &gzip(&vec![b'\n'; 3 << 20]), &[Err("grow more than 200 times")]);
    }
}
