//! Reads JSON, in little code.
//!
//! A general reader of JSON, compiled for the types of a corpus, is a third of the app's code that
//! crosses the network. This one is a cursor over the text; what a type is made of is said by
//! [`Read`], and everything that is the same for two types is a function that knows neither.
//!
//! It accepts what `serde_json` accepts, but for what no writer of a corpus writes: a struct as a
//! list, an enum as an object, a number beyond an `f64`, values nested deeper than [`DEEPEST`], and
//! bytes or surrogates that are no text in a value that no type asks for. It refuses what
//! `serde_json` refuses, and no bytes make it panic.

use crate::read::{Read, Record, Room};

/// How deep a value that no type asks for may be nested.
const DEEPEST: u32 = 64;

/// Why a text could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// The text stops before its end.
    pub cut_off: bool,
    /// The byte at which the reader stopped.
    pub at: usize,
    /// The field that is missing, if that is what is wrong.
    pub missing: Option<&'static str>,
}

/// Why the reader stopped; where, it knows itself. One byte, as most calls return it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Not what the type asks for, or no JSON.
    Wrong,
    /// The text stops before its end.
    CutOff,
}

/// Of a step that leaves its result in place.
pub(crate) type Step = Result<(), Refused>;

/// Fills a value from a text that holds it and, but for white space, nothing else.
pub(crate) fn read(bytes: &[u8], value: &mut dyn Read) -> Result<(), Unread> {
    let mut reader = Reader::new(bytes, &[])?;
    let read = value.read(&mut reader).and_then(|()| reader.end());
    read.map_err(|refused| reader.unread(refused))
}

/// A struct that is read in pieces, from a text that holds it and, but for white space, nothing else: a piece
/// ends behind a field, or behind an entry of a field that is a list.
pub(crate) struct Pieces<'t> {
    reader: Reader<'t>,
    /// The struct's fields so far.
    seen: u64,
    /// The field whose entries are being read.
    list: Option<usize>,
    /// Of the struct, and of the list: nothing of it has been read.
    first: [bool; 2],
}

impl<'t> Pieces<'t> {
    /// Nothing is read yet. Fields named in `left_out`, of the struct or of what it holds, stay blank.
    pub(crate) fn new(bytes: &'t [u8], left_out: &'static [&'static str]) -> Result<Self, Unread> {
        let mut reader = Reader::new(bytes, left_out)?;
        reader.take(b'{').map_err(|refused| reader.unread(refused))?;
        Ok(Self { reader, seen: 0, list: None, first: [true; 2] })
    }

    /// Reads on for so many bytes and to the end of the piece that they end in; true once all is read.
    pub(crate) fn go_on<T: Record>(
        &mut self,
        bytes: usize,
        record: &mut T,
    ) -> Result<bool, Unread> {
        let until = self.reader.at.saturating_add(bytes);
        let read = record.fields(|fields| self.read(until, T::NAMES, T::REQUIRED, fields));
        read.map_err(|refused| self.reader.unread(refused))
    }

    fn read(
        &mut self,
        until: usize,
        names: &[&'static str],
        required: usize,
        fields: &mut [&mut dyn Read],
    ) -> Result<bool, Refused> {
        let Self { reader, seen, list, first } = self;
        while reader.at < until {
            if let Some(entries) = list.and_then(|nth| fields.get_mut(nth)?.entries()) {
                if reader.next(b']', &mut first[1])? {
                    entries.another().read(reader)?;
                } else {
                    *list = None;
                }
            } else if !reader.next(b'}', &mut first[0])? {
                reader.complete(names, required, fields, *seen)?;
                return reader.end().map(|()| true);
            } else if let Some(nth) = reader.field(names, seen)?
                && let Some(field) = fields.get_mut(nth)
            {
                if field.entries().is_some() {
                    reader.take(b'[')?;
                    (*list, first[1]) = (Some(nth), true);
                } else {
                    field.read(reader)?;
                }
            }
        }
        Ok(false)
    }
}

/// A cursor over the text.
pub(crate) struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// The last name read: kept so that names need no memory of their own.
    word: String,
    /// The field that an object lacked.
    missing: Option<&'static str>,
    /// Fields that are passed over.
    left_out: &'static [&'static str],
}

impl<'t> Reader<'t> {
    fn new(bytes: &'t [u8], left_out: &'static [&'static str]) -> Result<Self, Unread> {
        let text = std::str::from_utf8(bytes).map_err(|error| Unread {
            // A last character without all of its bytes: the file was cut inside it.
            cut_off: error.error_len().is_none(),
            at: error.valid_up_to(),
            missing: None,
        })?;
        Ok(Self { text, at: 0, word: String::new(), missing: None, left_out })
    }

    /// What an error says of the place.
    fn unread(&self, refused: Refused) -> Unread {
        Unread { cut_off: refused == Refused::CutOff, at: self.at, missing: self.missing }
    }

    /// Nothing but white space.
    fn end(&mut self) -> Step {
        if self.peek().is_err() { Ok(()) } else { Err(Refused::Wrong) }
    }

    /// The byte at the cursor.
    fn byte(&self) -> Result<u8, Refused> {
        self.text.as_bytes().get(self.at).copied().ok_or(Refused::CutOff)
    }

    /// The next byte that is no white space; the cursor stands on it.
    #[inline(never)]
    fn peek(&mut self) -> Result<u8, Refused> {
        loop {
            match self.byte()? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return Ok(byte),
            }
        }
    }

    #[inline(never)]
    fn take(&mut self, expected: u8) -> Step {
        if self.peek()? != expected {
            return Err(Refused::Wrong);
        }
        self.at += 1;
        Ok(())
    }

    /// Exactly these characters.
    #[inline(never)]
    fn literal(&mut self, expected: &str) -> Step {
        for &byte in expected.as_bytes() {
            if self.byte()? != byte {
                return Err(Refused::Wrong);
            }
            self.at += 1;
        }
        Ok(())
    }

    /// The entries between `open` and its closing bracket.
    #[inline(never)]
    fn entries(&mut self, open: u8, each: &mut dyn FnMut(&mut Self) -> Step) -> Step {
        self.take(open)?;
        let mut first = true;
        // In ASCII, as `]` is to `[`, so is `}` to `{`.
        while self.next(open + 2, &mut first)? {
            each(self)?;
        }
        Ok(())
    }

    /// Goes to the next entry; false where the closing bracket stands in its place.
    #[inline(never)]
    fn next(&mut self, close: u8, first: &mut bool) -> Result<bool, Refused> {
        if self.peek()? == close {
            self.at += 1;
            return Ok(false);
        }
        if !std::mem::take(first) {
            self.take(b',')?;
        }
        Ok(true)
    }

    /// An object: each field is read into its place. The first `required` of them must be there,
    /// but for those that may be null.
    #[inline(never)]
    pub(crate) fn object(
        &mut self,
        names: &[&'static str],
        required: usize,
        fields: &mut [&mut dyn Read],
    ) -> Step {
        let mut seen = 0;
        self.entries(b'{', &mut |reader| {
            let nth = reader.field(names, &mut seen)?;
            nth.and_then(|nth| fields.get_mut(nth)).map_or(Ok(()), |field| field.read(reader))
        })?;
        self.complete(names, required, fields, seen)
    }

    /// The name of a field: which of these it is. One that is not among them, or left out, is passed over.
    #[inline(never)]
    fn field(&mut self, names: &[&'static str], seen: &mut u64) -> Result<Option<usize>, Refused> {
        let nth = self.name(names)?;
        self.take(b':')?;
        if let Some(nth) = nth {
            let bit = 1 << (nth & 63);
            if *seen & bit != 0 {
                return Err(Refused::Wrong);
            }
            *seen |= bit;
            if names.get(nth).is_some_and(|name| !self.left_out.contains(name)) {
                return Ok(Some(nth));
            }
        }
        self.skip(0).map(|()| None)
    }

    /// The first `required` fields must have been seen, but for those that may be null.
    #[inline(never)]
    fn complete(
        &mut self,
        names: &[&'static str],
        required: usize,
        fields: &mut [&mut dyn Read],
        seen: u64,
    ) -> Step {
        for (nth, (name, field)) in names.iter().zip(fields).take(required).enumerate() {
            if (seen >> (nth & 63)) & 1 == 0 && !field.may_be_null() {
                self.missing = Some(name);
                return Err(Refused::Wrong);
            }
        }
        Ok(())
    }

    /// A list, each entry read into a place of its own.
    #[inline(never)]
    pub(crate) fn list(&mut self, list: &mut dyn Room) -> Step {
        self.entries(b'[', &mut |reader| list.another().read(reader))
    }

    /// A value, or null, which takes no room.
    #[inline(never)]
    pub(crate) fn option(&mut self, option: &mut dyn Room) -> Step {
        if self.peek()? == b'n' { self.literal("null") } else { option.another().read(self) }
    }

    /// A list of two.
    #[inline(never)]
    pub(crate) fn pair(&mut self, first: &mut dyn Read, second: &mut dyn Read) -> Step {
        self.take(b'[')?;
        first.read(self)?;
        self.take(b',')?;
        second.read(self)?;
        self.take(b']')
    }

    /// Which of these names stands here.
    #[inline(never)]
    pub(crate) fn choice(&mut self, names: &[&str]) -> Result<usize, Refused> {
        self.name(names)?.ok_or(Refused::Wrong)
    }

    /// A string, and which of these names it is.
    #[inline(never)]
    fn name(&mut self, names: &[&str]) -> Result<Option<usize>, Refused> {
        let mut word = std::mem::take(&mut self.word);
        word.clear();
        self.string(&mut word)?;
        let nth = names.iter().position(|name| *name == word);
        self.word = word;
        Ok(nth)
    }

    /// A string, appended to `out`.
    #[inline(never)]
    pub(crate) fn string(&mut self, out: &mut String) -> Step {
        self.take(b'"')?;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | 0..=31);
            let length = rest.bytes().take_while(plain).count();
            out.push_str(rest.get(..length).unwrap_or_default());
            self.at += length;
            let stop = self.byte()?;
            self.at += 1;
            match stop {
                b'"' => return Ok(()),
                b'\\' => out.push(self.escape()?),
                _ => return Err(Refused::Wrong),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Refused> {
        let byte = self.byte()?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut point = self.unit()?;
                if (0xd800..0xdc00).contains(&point) {
                    self.literal("\\u")?;
                    let low = self.unit()?.wrapping_sub(0xdc00);
                    if low >= 0x400 {
                        return Err(Refused::Wrong);
                    }
                    point = 0x10000 + ((point - 0xd800) << 10) + low;
                }
                char::from_u32(point).ok_or(Refused::Wrong)?
            }
            _ => return Err(Refused::Wrong),
        })
    }

    /// Four hexadecimal digits.
    #[inline(never)]
    fn unit(&mut self) -> Result<u32, Refused> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.byte()?).to_digit(16).ok_or(Refused::Wrong)?;
            self.at += 1;
        }
        Ok(unit)
    }

    /// Decimal digits, at least one, appended to `value` while it has room: how many there are, and
    /// how many had room.
    #[inline(never)]
    fn digits(&mut self, value: &mut u64) -> Result<(usize, i32), Refused> {
        let (from, mut kept) = (self.at, 0);
        loop {
            let digit = self.byte()?.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            if *value < 10_u64.pow(17) {
                *value = *value * 10 + u64::from(digit);
                kept += 1;
            }
            self.at += 1;
        }
        if self.at == from { Err(Refused::Wrong) } else { Ok((self.at - from, kept)) }
    }

    /// Digits without a zero before them.
    #[inline(never)]
    fn whole(&mut self, value: &mut u64) -> Result<(usize, i32), Refused> {
        let first = self.peek()?;
        let (length, kept) = self.digits(value)?;
        if first == b'0' && length > 1 { Err(Refused::Wrong) } else { Ok((length, kept)) }
    }

    /// An offset.
    #[inline(never)]
    pub(crate) fn offset(&mut self) -> Result<u32, Refused> {
        let mut value = 0;
        self.whole(&mut value)?;
        u32::try_from(value).map_err(|_| Refused::Wrong)
    }

    /// A number. Exact up to 15 digits, which is more than a coordinate has; beyond that, within a
    /// few units of the last place. (The standard library is exact for every number by tables of
    /// 10 KB.)
    #[inline(never)]
    pub(crate) fn number(&mut self) -> Result<f64, Refused> {
        let negative = self.peek()? == b'-';
        if negative {
            self.at += 1;
            // No white space after the sign.
            if !self.byte()?.is_ascii_digit() {
                return Err(Refused::Wrong);
            }
        }
        let mut digits = 0;
        let (length, kept) = self.whole(&mut digits)?;
        let mut scale = length.min(9999) as i32 - kept;
        if self.byte()? == b'.' {
            self.at += 1;
            scale -= self.digits(&mut digits)?.1;
        }
        if matches!(self.byte()?, b'e' | b'E') {
            self.at += 1;
            let sign = self.byte()?;
            self.at += usize::from(matches!(sign, b'+' | b'-'));
            let mut exponent = 0;
            self.digits(&mut exponent)?;
            let exponent = exponent.min(9999) as i32;
            scale += if sign == b'-' { -exponent } else { exponent };
        }
        let power = 10.0_f64.powi(scale.abs());
        let value = if scale < 0 { digits as f64 / power } else { digits as f64 * power };
        let value = if negative { -value } else { value };
        if value.is_finite() { Ok(value) } else { Err(Refused::Wrong) }
    }

    /// Passes over a value that no type asks for.
    #[inline(never)]
    fn skip(&mut self, depth: u32) -> Step {
        match self.peek()? {
            b'"' => self.name(&[]).map(drop),
            open @ (b'{' | b'[') if depth < DEEPEST => self.entries(open, &mut |reader| {
                if open == b'{' {
                    reader.name(&[])?;
                    reader.take(b':')?;
                }
                reader.skip(depth + 1)
            }),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            b'n' => self.literal("null"),
            _ => self.number().map(drop),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::{
        Phase, TextRange,
        read::{Blank, record},
    };

    #[derive(Debug, PartialEq, Deserialize)]
    struct Sample {
        name: String,
        range: TextRange,
        phase: Option<Phase>,
        point: Option<[f64; 2]>,
        list: Vec<String>,
        #[serde(default)]
        more: Vec<String>,
    }

    record!(Sample { name, range, phase, point, list } or_empty { more });

    fn sample(bytes: &[u8]) -> Result<Sample, Unread> {
        let mut sample = Sample::BLANK;
        read(bytes, &mut sample).map(|()| sample)
    }

    /// Says what `serde_json` says, to the value.
    #[track_caller]
    fn agrees(text: &str) {
        let theirs = serde_json::from_str::<Sample>(text).ok();
        assert!(theirs.is_some(), "no sample: {text}");
        assert_eq!(sample(text.as_bytes()).ok(), theirs, "{text}");
    }

    #[track_caller]
    fn refuses(text: &str, cut_off: bool) {
        assert!(serde_json::from_str::<Sample>(text).is_err(), "{text}");
        let error = sample(text.as_bytes()).unwrap_err();
        assert_eq!(error.cut_off, cut_off, "{text}");
    }

    #[test]
    fn what_is_written_is_read_as_by_others() {
        agrees(r#"{"name":"长三角","range":[3,9],"phase":"in_force","list":["a","b"]}"#);
        agrees(" { \"list\" : [ ] , \"phase\" : null,\n\t\"range\":[0,0],\"name\":\"\" } ");
        agrees(r#"{"name":"\"\\\/\b\f\n\r\t\u957f\ud83c\udf0a","range":[0,1],"list":[]}"#);
        agrees(r#"{"n\u0061me":"a","range":[0,4294967295],"list":[],"more":["b"]}"#);
        agrees(
            r#"{"name":"a","extra":{"x":[1,-2.5e3,true,{"y":null}],"z":{}},"range":[0,1],
               "phase":null,"list":[],"point":[121.47,-3.1e1],"last":false}"#,
        );
    }

    #[track_caller]
    fn number(text: &str) -> Option<f64> {
        let mut number = f64::NAN;
        read(format!("{text} ").as_bytes(), &mut number).ok().map(|()| number)
    }

    #[test]
    fn coordinates_are_read_exactly() {
        for text in [
            "0",
            "-0.5",
            "121.47",
            "31.23",
            "1.5e2",
            "116.407394",
            "-73.98513050",
            "180",
            "2E+1",
            "1.00000000000000000000",
            "100000000000000000000",
            "0.00001e-3",
        ] {
            assert_eq!(number(text), text.parse().ok(), "{text}");
        }
        for wrong in [
            "1.",
            ".5",
            "01",
            "-01",
            "--1",
            "- 1",
            "+1",
            "1e",
            "0x1",
            "NaN",
            "1e1.5",
            "1e400",
            "1e99999999999999999999",
            "",
        ] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
        assert_eq!(number("1e-99999999999999999999"), Some(0.0));
    }

    #[test]
    fn what_is_no_sample_is_refused() {
        for text in [
            r#"{"name":"a","range":[9,3],"list":[]}"#,
            r#"{"name":"a","range":[1,2,3],"list":[]}"#,
            r#"{"name":"a","range":[1],"list":[]}"#,
            r#"{"name":"a","range":[1,2.0],"list":[]}"#,
            r#"{"name":"a","range":[+1,2],"list":[]}"#,
            r#"{"name":"a","range":[-1,2],"list":[]}"#,
            r#"{"name":"a","range":[1,02],"list":[]}"#,
            r#"{"name":"a","range":[1,4294967296],"list":[]}"#,
            r#"{"name":"a","range":[1,99999999999999999999],"list":[]}"#,
            r#"{"name":"a","range":[1,2],"phase":"soon","list":[]}"#,
            r#"{"name":"a","range":[1,2],"phase":3,"list":[]}"#,
            r#"{"name":"a","range":[1,2],"phase":nil,"list":[]}"#,
            r#"{"name":"a","range":[1,2],"point":[1],"list":[]}"#,
            r#"{"name":"a","range":[1,2],"list":[],}"#,
            r#"{"name":"a","range":[1,2],"list":[],"name":"b"}"#,
            r#"{"name":"a","range":[1,2],"list":["a" "b"]}"#,
            r#"{"name":"a","range":[1,2],"list":["a",]}"#,
            r#"{"name":"a","range":[1,2],"list":[}"#,
            r#"{"name":"a","range":[1,2],"list":[]} x"#,
            r#"{"name":"a","range":[1,2],"list":[],"more":null}"#,
            r#"{"name":null,"range":[1,2],"list":[]}"#,
            r#"{"name":"\ud800","range":[1,2],"list":[]}"#,
            r#"{"name":"\ud800\u0041","range":[1,2],"list":[]}"#,
            r#"{"name":"\udc00","range":[1,2],"list":[]}"#,
            r#"{"name":"\x41","range":[1,2],"list":[]}"#,
            "{\"name\":\"line\nbreak\",\"range\":[1,2],\"list\":[]}",
            "<!doctype html>",
            "[]",
        ] {
            refuses(text, false);
        }
    }

    #[test]
    fn a_text_that_stops_anywhere_is_cut_off() {
        let whole =
            r#"{"name":"长\ud83c\udf0a","range":[1,22],"phase":"held","list":["a"],"no":[true]}"#;
        for end in 0..whole.len() {
            let error = sample(&whole.as_bytes()[..end]).unwrap_err();
            assert!(error.cut_off, "{}", String::from_utf8_lossy(&whole.as_bytes()[..end]));
        }
    }

    #[test]
    fn a_missing_field_is_named_and_depth_is_bounded() {
        let error = sample(br#"{"name":"a","list":[]}"#).unwrap_err();
        assert_eq!(error, Unread { cut_off: false, at: 22, missing: Some("range") });
        let deep = format!("{{\"x\":{}", "[".repeat(100_000));
        assert!(sample(deep.as_bytes()).is_err());
    }

    #[test]
    fn bytes_that_are_no_text_are_told_from_a_cut() {
        assert_eq!(sample(b"{\"\xff\"").unwrap_err().at, 2);
        assert!(!sample(b"{\"\xff\"").unwrap_err().cut_off);
        assert!(sample(b"{\"\xe9\x95").unwrap_err().cut_off);
    }
}
