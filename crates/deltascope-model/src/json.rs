//! Reads the JSON of the wire types, in little code.
//!
//! `serde_json` reads any JSON into any type; compiled for the types of a corpus it is a third of
//! the app's code that crosses the network. This reader knows only what these types are made of:
//! objects, lists, strings, numbers, booleans, null, and enums without content. It accepts the
//! same files, and refuses what is no JSON. Anything else that a type asks for is an error.

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

/// How deep a value that no type asks for may be nested.
const DEEPEST: u32 = 64;

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// The text stops before its end.
    pub cut_off: bool,
    /// The byte at which the reader stopped.
    pub at: usize,
    /// The field that is missing, if that is what is wrong.
    pub missing: Option<&'static str>,
}

/// What a visitor can fail with; the place is added by [`read`].
#[derive(Debug)]
pub(crate) struct Refused {
    cut_off: bool,
    missing: Option<&'static str>,
}

const WRONG: Refused = Refused { cut_off: false, missing: None };
const CUT_OFF: Refused = Refused { cut_off: true, missing: None };

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.missing.unwrap_or("not what the type asks for"))
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        WRONG
    }
    fn missing_field(field: &'static str) -> Self {
        Self { missing: Some(field), ..WRONG }
    }
}

/// Reads one value, which must be all of the text but for white space.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unread> {
    let text = std::str::from_utf8(bytes).map_err(|error| Unread {
        // A last character without all of its bytes: the file was cut inside it.
        cut_off: error.error_len().is_none(),
        at: error.valid_up_to(),
        missing: None,
    })?;
    let mut reader = Reader { text, at: 0 };
    let value = T::deserialize(&mut reader).and_then(|value| match reader.peek() {
        Err(_) => Ok(value),
        Ok(_) => Err(WRONG),
    });
    value.map_err(|Refused { cut_off, missing }| Unread { cut_off, at: reader.at, missing })
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    /// The next byte that is no white space, not yet taken.
    fn peek(&mut self) -> Result<u8, Refused> {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Ok(byte);
            }
            self.at += 1;
        }
        Err(CUT_OFF)
    }

    fn take(&mut self, expected: u8) -> Result<(), Refused> {
        if self.peek()? != expected {
            return Err(WRONG);
        }
        self.at += 1;
        Ok(())
    }

    /// Takes a comma before the next entry, or the closing bracket; true for the bracket.
    fn closes(&mut self, bracket: u8, first: bool) -> Result<bool, Refused> {
        match self.peek()? {
            byte if byte == bracket => {
                self.at += 1;
                return Ok(true);
            }
            b',' if !first => self.at += 1,
            _ if !first => return Err(WRONG),
            _ => {}
        }
        // A comma before a bracket is no JSON.
        if self.peek()? == bracket { Err(WRONG) } else { Ok(false) }
    }

    /// The letters, digits and signs from here: a number or a word such as `true`.
    fn word(&mut self) -> Result<&'t str, Refused> {
        self.peek()?;
        let rest = &self.text[self.at..];
        let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let length = rest.as_bytes().iter().take_while(|byte| part(byte)).count();
        self.at += length;
        match length {
            0 => Err(WRONG),
            // Nothing says that a word at the very end is whole.
            _ if length == rest.len() && self.at > length => Err(CUT_OFF),
            _ => Ok(&rest[..length]),
        }
    }

    fn string(&mut self) -> Result<String, Refused> {
        self.take(b'"')?;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let stop = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=31));
            let Some(stop) = stop else {
                self.at = self.text.len();
                return Err(CUT_OFF);
            };
            out.push_str(&rest[..stop]);
            self.at += stop + 1;
            match rest.as_bytes()[stop] {
                b'"' => return Ok(out),
                b'\\' => out.push(self.escape()?),
                _ => return Err(WRONG),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Refused> {
        let byte = *self.text.as_bytes().get(self.at).ok_or(CUT_OFF)?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.unit()?;
                if !(0xd800..0xdc00).contains(&high) {
                    return char::from_u32(high).ok_or(WRONG);
                }
                if !self.text[self.at..].starts_with("\\u") {
                    return Err(WRONG);
                }
                self.at += 2;
                let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400);
                let point = 0x10000 + ((high - 0xd800) << 10) + low.ok_or(WRONG)?;
                char::from_u32(point).ok_or(WRONG)?
            }
            _ => return Err(WRONG),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Refused> {
        let bytes = self.text.as_bytes();
        let digits = bytes.get(self.at..self.at + 4).ok_or(CUT_OFF)?;
        self.at += 4;
        digits.iter().try_fold(0, |unit, &digit| {
            Ok(unit * 16 + char::from(digit).to_digit(16).ok_or(WRONG)?)
        })
    }

    /// Passes over a value that no type asks for.
    fn skip(&mut self, depth: u32) -> Result<(), Refused> {
        let open = self.peek()?;
        match open {
            b'"' => self.string().map(drop),
            b'{' | b'[' if depth < DEEPEST => {
                self.at += 1;
                let mut first = true;
                while !self.closes(open + 2, first)? {
                    first = false;
                    if open == b'{' {
                        self.string()?;
                        self.take(b':')?;
                    }
                    self.skip(depth + 1)?;
                }
                Ok(())
            }
            _ => match self.word()? {
                "true" | "false" | "null" => Ok(()),
                number => decimal(number).map(drop),
            },
        }
    }
}

/// A number of JSON. Exact up to 15 digits, which is more than a coordinate has; beyond that, within
/// a unit of the last place. (The standard library is exact for every number by tables of 10 KB.)
fn decimal(word: &str) -> Result<f64, Refused> {
    let (plain, exponent) = match word.split_once(['e', 'E']) {
        Some((plain, exponent)) => (plain, exponent.parse::<i32>().map_err(|_| WRONG)?),
        None => (word, 0),
    };
    let unsigned = plain.strip_prefix('-').unwrap_or(plain);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || (whole.len() > 1 && whole.starts_with('0')) {
        return Err(WRONG);
    }
    let (mut value, mut scale) = (0.0, exponent);
    let mut significant = 0;
    let fraction = fraction.trim_end_matches('0');
    for (at, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
        let behind_the_point = at >= whole.len();
        significant += i32::from(significant > 0 || byte != b'0');
        if significant <= 17 {
            value = value * 10.0 + f64::from(byte - b'0');
            scale -= i32::from(behind_the_point);
        } else {
            scale += i32::from(!behind_the_point);
        }
    }
    let power = 10.0_f64.powi(scale.unsigned_abs().min(400) as i32);
    let value = if scale < 0 { value / power } else { value * power };
    Ok(if unsigned.len() < plain.len() { -value } else { value })
}

/// What the types of the model never ask for.
macro_rules! refuse {
    ($($method:ident($($extra:ty),*);)*) => {
        $(fn $method<V: Visitor<'de>>(self, $(_: $extra,)* _: V) -> Result<V::Value, Refused> {
            Err(WRONG)
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Refused;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.take(b'{')?;
        visitor.visit_map(Entries { reader: self, close: b'}', first: true })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.take(b'[')?;
        let mut entries = Entries { reader: self, close: b']', first: true };
        let value = visitor.visit_seq(&mut entries)?;
        // A visitor of a pair stops after two: the list must then be at its end.
        if entries.close != 0 && !entries.reader.closes(b']', entries.first)? {
            return Err(WRONG);
        }
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if self.peek()? != b'n' {
            return visitor.visit_some(self);
        }
        if self.word()? == "null" { visitor.visit_none() } else { Err(WRONG) }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(WRONG),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u32(self.word()?.parse().map_err(|_| WRONG)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_f64(decimal(self.word()?)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_str(&self.string()?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_enum(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.skip(0)?;
        visitor.visit_unit()
    }

    refuse! {
        deserialize_any(); deserialize_map(); deserialize_bytes(); deserialize_byte_buf();
        deserialize_char(); deserialize_unit(); deserialize_i8(); deserialize_i16();
        deserialize_i32(); deserialize_i64(); deserialize_u8(); deserialize_u16();
        deserialize_u64(); deserialize_f32(); deserialize_unit_struct(&'static str);
        deserialize_newtype_struct(&'static str); deserialize_tuple_struct(&'static str, usize);
    }
}

/// The entries of an object or a list; `close` is 0 once it is closed.
struct Entries<'r, 't> {
    reader: &'r mut Reader<'t>,
    close: u8,
    first: bool,
}

impl Entries<'_, '_> {
    /// True where another entry follows.
    fn another(&mut self) -> Result<bool, Refused> {
        if self.close == 0 || self.reader.closes(self.close, self.first)? {
            self.close = 0;
            return Ok(false);
        }
        self.first = false;
        Ok(true)
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Refused> {
        if !self.another()? {
            return Ok(None);
        }
        let key = seed.deserialize(&mut *self.reader)?;
        self.reader.take(b':')?;
        Ok(Some(key))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> SeqAccess<'de> for &mut Entries<'_, '_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        if self.another()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'_> {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Refused> {
        Ok((seed.deserialize(&mut *self)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'_> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Refused> {
        Err(WRONG)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Refused> {
        Err(WRONG)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Refused> {
        Err(WRONG)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::{Phase, TextRange};

    #[derive(Debug, PartialEq, Deserialize)]
    struct Sample {
        name: String,
        range: TextRange,
        phase: Option<Phase>,
        #[serde(default)]
        point: Option<[f64; 2]>,
        list: Vec<String>,
    }

    /// Says what `serde_json` says, to the value.
    #[track_caller]
    fn agrees(text: &str) {
        let theirs = serde_json::from_str::<Sample>(text).ok();
        assert!(theirs.is_some(), "no sample: {text}");
        assert_eq!(read::<Sample>(text.as_bytes()).ok(), theirs, "{text}");
    }

    #[track_caller]
    fn refuses(text: &str, cut_off: bool) {
        assert!(serde_json::from_str::<Sample>(text).is_err(), "{text}");
        let error = read::<Sample>(text.as_bytes()).unwrap_err();
        assert_eq!(error.cut_off, cut_off, "{text}");
    }

    #[test]
    fn what_is_written_is_read_as_by_others() {
        agrees(r#"{"name":"长三角","range":[3,9],"phase":"in_force","list":["a","b"]}"#);
        agrees(" { \"list\" : [ ] , \"phase\" : null,\n\t\"range\":[0,0],\"name\":\"\" } ");
        agrees(
            r#"{"name":"\"\\\/\b\f\n\r\t\u957f\ud83c\udf0a","range":[0,1],"phase":null,"list":[]}"#,
        );
        agrees(
            r#"{"name":"a","extra":{"x":[1,-2.5e3,true,{"y":null}],"z":{}},"range":[0,1],
               "phase":null,"list":[],"point":[121.47,-3.1e1]}"#,
        );
    }

    #[track_caller]
    fn number(text: &str) {
        assert_eq!(read::<f64>(format!("{text} ").as_bytes()).ok(), text.parse().ok(), "{text}");
    }

    #[test]
    fn coordinates_are_read_exactly() {
        for text in ["0", "-0.5", "121.47", "31.23", "1.5e2", "116.407394", "-73.98513050", "180"] {
            number(text);
        }
        for wrong in ["1.", ".5", "01", "--1", "1e", "0x1", "NaN", "1e1.5"] {
            assert!(read::<f64>(format!("{wrong} ").as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_no_sample_is_refused() {
        for text in [
            r#"{"name":"a","range":[9,3],"phase":null,"list":[]}"#,
            r#"{"name":"a","range":[1,2,3],"phase":null,"list":[]}"#,
            r#"{"name":"a","range":[1],"phase":null,"list":[]}"#,
            r#"{"name":"a","range":[1,2],"phase":"soon","list":[]}"#,
            r#"{"name":"a","range":[1,2],"phase":null,"list":[],}"#,
            r#"{"name":"a","range":[1,2],"phase":null,"list":["a" "b"]}"#,
            r#"{"name":"a","range":[1,2],"phase":null,"list":[]} x"#,
            r#"{"name":"\ud800","range":[1,2],"phase":null,"list":[]}"#,
            "{\"name\":\"line\nbreak\",\"range\":[1,2],\"phase\":null,\"list\":[]}",
            "<!doctype html>",
            "[]",
        ] {
            refuses(text, false);
        }
    }

    #[test]
    fn a_text_that_stops_anywhere_is_cut_off() {
        let whole = r#"{"name":"长\n","range":[1,22],"phase":"held","list":["a"],"no":[true]}"#;
        for end in 0..whole.len() {
            let error = read::<Sample>(&whole.as_bytes()[..end]).unwrap_err();
            assert!(error.cut_off, "{}", String::from_utf8_lossy(&whole.as_bytes()[..end]));
        }
    }

    #[test]
    fn a_missing_field_is_named_and_depth_is_bounded() {
        let error = read::<Sample>(br#"{"name":"a","phase":null,"list":[]}"#).unwrap_err();
        assert_eq!(error.missing, Some("range"));
        let deep = format!("{{\"x\":{}", "[".repeat(100_000));
        assert!(read::<Sample>(deep.as_bytes()).is_err());
    }
}
