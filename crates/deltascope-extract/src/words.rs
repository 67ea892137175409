//! Lists of words, by the characters that they begin with: at most places of a text no word begins.

/// A set of characters, or of keys of pairs of them, in 640 bytes, which takes some others for its own.
#[derive(Clone, Debug)]
pub(crate) struct Characters {
    bits: [u64; 64],
    // Invariant: how many bits are set in all words before each.
    before: [u16; 64],
}

impl Characters {
    pub(crate) fn new(characters: impl IntoIterator<Item = char>) -> Self {
        Self::of(characters.into_iter().map(|c| c as usize))
    }

    fn of(keys: impl IntoIterator<Item = usize>) -> Self {
        let (mut bits, mut before) = ([0_u64; 64], [0; 64]);
        for key in keys {
            bits[key >> 6 & 63] |= 1 << (key & 63);
        }
        for at in 1..bits.len() {
            before[at] = before[at - 1] + bits[at - 1].count_ones() as u16;
        }
        Self { bits, before }
    }

    /// False where the set surely lacks the character.
    pub(crate) fn may_hold(&self, c: char) -> bool {
        self.has(c as usize)
    }

    fn has(&self, key: usize) -> bool {
        self.bits[key >> 6 & 63] >> (key & 63) & 1 == 1
    }

    /// The first place of a text from `at` on with a character that the set may hold, as [`key_at`] gives it.
    #[inline]
    fn next(&self, text: &[u8], at: usize) -> Option<(usize, (usize, usize))> {
        let mut rest = text.get(at..)?;
        loop {
            // Most characters have three bytes, and most are none of the set.
            while let [0xe0..=0xef, middle, last, behind @ ..] = rest
                && self.bits[usize::from(middle & 63)] >> (last & 63) & 1 == 0
            {
                rest = behind;
            }
            let (key, len) = key_at(rest, 0)?;
            if self.has(key) {
                return Some((text.len() - rest.len(), (key, len)));
            }
            rest = &rest[len..];
        }
    }

    /// The number of a key among those of the set; some share one.
    pub(crate) fn number(&self, key: usize) -> Option<usize> {
        let (at, bit) = (key >> 6 & 63, key & 63);
        let lower = self.bits[at] & ((1 << bit) - 1);
        self.has(key).then(|| usize::from(self.before[at]) + lower.count_ones() as usize)
    }
}

/// The lowest twelve bits of the character that begins at a place of a text, and how many bytes it has.
#[inline]
fn key_at(text: &[u8], at: usize) -> Option<(usize, usize)> {
    let text = text.get(at..)?;
    let (key, behind) = first_key(text)?;
    Some((key, text.len() - behind.len()))
}

/// The lowest twelve bits of the character that a text begins with, and what stands behind it; of one of
/// three bytes, as most have, they stand in its last two.
#[inline]
pub(crate) fn first_key(text: &[u8]) -> Option<(usize, &[u8])> {
    let key = |high: u8, low: u8| usize::from(high & 63) << 6 | usize::from(low & 63);
    match *text {
        [0xe0..=0xef, middle, last, ref behind @ ..]
        | [0xf0..=0xff, _, middle, last, ref behind @ ..] => Some((key(middle, last), behind)),
        [first @ ..=0x7f, ref behind @ ..] => Some((usize::from(first), behind)),
        [first @ ..=0xdf, last, ref behind @ ..] => Some((key(first & 31, last), behind)),
        _ => None,
    }
}

/// Pairs of characters that stand side by side, some others taken for them.
pub(crate) struct Pairs([u64; 64]);

impl Default for Pairs {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Pairs {
    pub(crate) fn take(&mut self, one: char, other: char) {
        let (word, bit) = Self::place(one as usize, other as usize);
        self.0[word] |= bit;
    }

    /// Takes the pairs of a text.
    pub(crate) fn take_all(&mut self, text: &str) {
        let text = text.as_bytes();
        let (mut at, mut before) = (0, None);
        while let Some((key, len)) = key_at(text, at) {
            if let Some(before) = before {
                let (word, bit) = Self::place(before, key);
                self.0[word] |= bit;
            }
            before = Some(key);
            at += len;
        }
    }

    /// False where the pair was surely not taken.
    pub(crate) fn may_hold(&self, one: char, other: char) -> bool {
        let (word, bit) = Self::place(one as usize, other as usize);
        self.0[word] & bit != 0
    }

    /// The same of the pair that a text begins with.
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let Some((one, len)) = key_at(text, 0) else { return false };
        key_at(text, len).is_some_and(|(other, _)| {
            let (word, bit) = Self::place(one, other);
            self.0[word] & bit != 0
        })
    }

    /// By the lowest twelve bits of both alone, as [`key_at`] gives them.
    fn place(one: usize, other: usize) -> (usize, u64) {
        let key = pair(one, other);
        (key >> 6 & 63, 1 << (key & 63))
    }
}

/// Words, each with what it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Words<T = ()> {
    firsts: Characters,
    longer: ByKey<T>,
    /// The words of one character.
    single: ByKey<T>,
}

pub(crate) type Entry<T> = (Box<str>, T);

/// Words that may stand at a place.
pub(crate) struct Opened<'a, T> {
    longer: &'a [Entry<T>],
    /// So many bytes of the text the next of the longer words has at most.
    reach: usize,
    single: &'a [Entry<T>],
}

impl<'a, T> Opened<'a, T> {
    /// The next of them that stands at a place of a text, the longest first.
    #[inline]
    pub(crate) fn next(&mut self, text: &str, at: usize) -> Option<&'a Entry<T>> {
        /// Of so many words each is asked.
        const FEW: usize = 24;
        if self.longer.len() > FEW {
            let text = &text.as_bytes()[at..];
            let found = longest(self.longer, &text[..self.reach.min(text.len())]);
            if let Some(entry) = found {
                self.reach = entry.0.len() - 1;
                return Some(entry);
            }
            self.longer = &[];
        }
        for words in [&mut self.longer, &mut self.single] {
            while let [entry, rest @ ..] = *words {
                *words = rest;
                if stands(text, at, &entry.0) {
                    return Some(entry);
                }
            }
        }
        None
    }
}

/// The longest of the words that a text begins with, of words in falling order.
fn longest<'a, T>(words: &'a [Entry<T>], mut text: &[u8]) -> Option<&'a Entry<T>> {
    loop {
        // What it begins with stands right behind what is greater than it, or begins like that.
        let at = words.partition_point(|(word, _)| word.as_bytes() > text);
        let word = words.get(at)?.0.as_bytes();
        let alike = word.iter().zip(text).take_while(|(one, other)| one == other).count();
        if alike == word.len() {
            return words.get(at);
        }
        text = &text[..alike];
    }
}

/// Words by the key of their beginning.
#[derive(Clone, Debug)]
struct ByKey<T> {
    keys: Characters,
    /// Where the words begin of each number of a key, and where the last end.
    starts: Vec<u32>,
    // Invariant: sorted by that number, among equal ones falling, so that a longer word stands before one
    // that it begins with.
    sorted: Vec<Entry<T>>,
}

impl<T> ByKey<T> {
    fn new(mut words: Vec<Entry<T>>) -> Self {
        let key = |word: &str| beginning(word).unwrap_or_default();
        let keys = Characters::of(words.iter().map(|(word, _)| key(word)));
        let number = |word: &str| keys.number(key(word)).unwrap_or_default();
        words.sort_by(|(one, _), (other, _)| number(one).cmp(&number(other)).then(other.cmp(one)));
        let mut starts = Vec::new();
        for (at, (word, _)) in words.iter().enumerate() {
            starts.resize(number(word) + 1, at as u32);
        }
        starts.push(words.len() as u32);
        Self { keys, starts, sorted: words }
    }

    #[inline]
    fn at(&self, key: usize) -> &[Entry<T>] {
        let Some(at) = self.keys.number(key) else { return &[] };
        &self.sorted[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// The key of the two characters that a word begins with, or of the only one.
fn beginning(word: &str) -> Option<usize> {
    let mut chars = word.chars();
    let first = chars.next()?;
    Some(chars.next().map_or(first as usize, |second| pair(first as usize, second as usize)))
}

#[inline]
fn pair(first: usize, second: usize) -> usize {
    first * 31 + second
}

impl Words {
    pub(crate) fn new(words: impl IntoIterator<Item: Into<Box<str>>>) -> Self {
        Self::with(words.into_iter().map(|word| (word, ())))
    }
}

impl<T> Words<T> {
    pub(crate) fn with(words: impl IntoIterator<Item = (impl Into<Box<str>>, T)>) -> Self {
        let words = words.into_iter().map(|(word, what)| (word.into(), what));
        let words: Vec<Entry<T>> = words.filter(|(word, _)| !word.is_empty()).collect();
        let firsts = Characters::new(words.iter().filter_map(|(word, _)| word.chars().next()));
        let (longer, single) =
            words.into_iter().partition(|(word, _)| word.chars().nth(1).is_some());
        Self { firsts, longer: ByKey::new(longer), single: ByKey::new(single) }
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.longer.sorted.iter().chain(&self.single.sorted).map(|(word, _)| &**word)
    }

    /// The words that a text begins with, the longest first.
    #[inline]
    pub(crate) fn at<'a>(&'a self, text: &str) -> impl Iterator<Item = (&'a str, &'a T)> {
        // At most places no word begins, which is seen here without a call.
        let first = key_at(text.as_bytes(), 0).filter(|(first, _)| self.firsts.has(*first));
        let mut here = first.and_then(|first| self.opened(text, 0, first));
        std::iter::from_fn(move || here.as_mut()?.next(text, 0).map(|(word, what)| (&**word, what)))
    }

    /// The words that may stand at a place of a text with this character, the longest first.
    #[inline]
    fn opened(&self, text: &str, at: usize, (first, len): (usize, usize)) -> Option<Opened<'_, T>> {
        let second = key_at(text.as_bytes(), at + len).map(|(second, _)| second);
        self.may_begin_with(first, second).then(|| self.begun(first, second))
    }

    /// False where surely no word begins with these two characters or is the first of them, by their keys.
    #[inline]
    pub(crate) fn may_begin_with(&self, first: usize, second: Option<usize>) -> bool {
        let longer = second.is_some_and(|second| self.longer.keys.has(pair(first, second)));
        longer || self.single.keys.has(first)
    }

    /// The words that may stand where they do.
    pub(crate) fn begun(&self, first: usize, second: Option<usize>) -> Opened<'_, T> {
        let longer = second.map_or(&[][..], |second| self.longer.at(pair(first, second)));
        Opened { longer, reach: usize::MAX, single: self.single.at(first) }
    }

    /// True where a text begins with one of the words.
    #[inline]
    pub(crate) fn begin(&self, text: &str) -> bool {
        self.at(text).next().is_some()
    }

    /// True where one of the words stands in a text.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        self.within(text).next().is_some()
    }

    /// Where words stand in a text, also one within another, each with its place, in order.
    pub(crate) fn within<'a, 't>(&'a self, text: &'t str) -> Within<'a, 't, T> {
        Within { words: self, text, next: 0, at: 0, here: None }
    }
}

/// The words of a text, place by place.
pub(crate) struct Within<'a, 't, T> {
    words: &'a Words<T>,
    text: &'t str,
    /// The place looked at, and the words that may still stand there.
    at: usize,
    /// Where to look next.
    next: usize,
    here: Option<Opened<'a, T>>,
}

impl<T> Within<'_, '_, T> {
    /// Goes on from a place of the text.
    pub(crate) fn pass_to(&mut self, at: usize) {
        (self.next, self.here) = (at, None);
    }
}

impl<'a, T> Iterator for Within<'a, '_, T> {
    type Item = (usize, &'a str, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let here = self.here.as_mut();
            if let Some((word, what)) = here.and_then(|here| here.next(self.text, self.at)) {
                return Some((self.at, word, what));
            }
            loop {
                let (at, first) = self.words.firsts.next(self.text.as_bytes(), self.next)?;
                self.next = at + first.1;
                self.here = self.words.opened(self.text, at, first);
                if self.here.is_some() {
                    self.at = at;
                    break;
                }
            }
        }
    }
}

/// True where a word stands at a place of a text. Those that begin alike mostly end otherwise.
#[inline]
fn stands(text: &str, at: usize, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let end = at + word.len();
    text.get(end - 1) == word.last() && &text[at..end] == word
}

/// True where a text begins with a word. Mostly the first bytes tell that it does not, which is sooner
/// seen here than by the standard library's call.
#[inline]
pub(crate) fn begins(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    // Chinese characters differ most in their last bytes.
    if let ([_, _, one, ..], [_, _, other, ..]) = (text, word)
        && one != other
    {
        return false;
    }
    let mut at = 0;
    while at < word.len() && at < text.len() && text[at] == word[at] {
        at += 1;
    }
    at == word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, at_its_head: &[&str], within: &[(usize, &str)]) {
        let words = Words::new(["建", "建设", "开工建设", "设备", "G60", "仺溪"]);
        assert_eq!(
            words.at(text).map(|(word, ())| word).collect::<Vec<_>>(),
            at_its_head,
            "{text}"
        );
        assert_eq!(words.begin(text), !at_its_head.is_empty(), "{text}");
        let found: Vec<_> = words.within(text).map(|(at, word, ())| (at, word)).collect();
        assert_eq!(found, within, "{text}");
        assert_eq!(words.stand_in(text), !within.is_empty(), "{text}");
    }

    #[test]
    fn words_at_the_head_and_within() {
        check("建设备", &["建设", "建"], &[(0, "建设"), (0, "建"), (3, "设备")]);
        check("由G60开工", &[], &[(3, "G60")]);
        check("开工建", &[], &[(6, "建")]);
        // 建 and 仺 share a number.
        check("仺溪建", &["仺溪"], &[(0, "仺溪"), (6, "建")]);
        // 设 alone is none of the words, whatever follows.
        check("设", &[], &[]);
        check("设法", &[], &[]);
        check("", &[], &[]);
    }

    #[test]
    fn words_of_one_beginning_are_found_the_longest_first() {
        let all = [
            "长桥",
            "长桥一",
            "长桥一期",
            "长桥三",
            "长桥乙",
            "长桥东",
            "长桥北",
            "长桥南",
            "长桥西",
        ];
        let words = Words::new(all);
        let found = |text| words.at(text).map(|(word, ())| word).collect::<Vec<_>>();
        assert_eq!(found("长桥一期工程"), ["长桥一期", "长桥一", "长桥"]);
        assert_eq!(found("长桥一"), ["长桥一", "长桥"]);
        assert_eq!(found("长桥中"), ["长桥"]);
        assert!(found("长城").is_empty() && found("长").is_empty());
        for word in all {
            assert_eq!(found(word).first(), Some(&word));
        }
    }

    #[test]
    fn a_set_holds_its_characters() {
        let set = Characters::new("年月日".chars());
        assert!("年月日".chars().all(|c| set.may_hold(c)));
        assert!(!"中a。".chars().any(|c| set.may_hold(c)));
        let keys = "a中é𠀀年".char_indices().map(|(at, c)| (c as usize & 0xfff, at));
        for (key, at) in keys {
            assert_eq!(key_at("a中é𠀀年".as_bytes(), at).map(|(key, _)| key), Some(key));
        }
    }
}
