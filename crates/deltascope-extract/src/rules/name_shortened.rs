//! Names that an article shortens itself: `川渝微震联合监测台网`, which it goes on to call 台网.
//!
//! 1. a short form is a word of two to four characters that opens a clause in which a verb of some phase
//!    stands, with a time or a word of such a clause right behind it: `台网2020年6月启动建设`; or what a
//!    bracket introduces: `…联合观测计划(简称“冰绿计划”)`
//! 2. its whole is a phrase of the article that ends in it, and starts with a place or, where it has no verb
//!    or something is done together, with its clause
//!
//! So a thing is found whose last word no list has. The kind is told by that word's last character.

use std::sync::LazyLock;

use deltascope_model::{InitiativeKind, TextRange};

use super::field::is_number;
use super::name_head::is_han;
use super::name_heads::{kind_by_list, kind_of_ending, may_end_a_short_form};
use super::name_place::starts_with_place;
use super::name_start::{floor, last_stop, skip_time};
use super::name_title::introduced;
use crate::grounds::Places;
use crate::spots::{List, Text};
use crate::tense::ends_clause;
use crate::triggers::{triggers, triggers_at};
use crate::words::Words;

/// A name that an article gives in full and then shortens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shortened {
    pub(crate) name: String,
    pub(crate) kind: InitiativeKind,
}

/// A paragraph with what is known in it and its sentences.
type Told<'a> = (Text<'a>, Places<'a>, &'a [TextRange]);

/// No article has more of them.
const MOST: usize = 8;

/// The names of an article's paragraphs, each with what is known in it, that it shortens.
pub(crate) fn shortened<'a>(
    paragraphs: &(impl Iterator<Item = Told<'a>> + Clone),
) -> Vec<Shortened> {
    let mut found: Vec<Shortened> = Vec::new();
    let mut shorts: Vec<&str> = Vec::new();
    for (text, places, sentences) in paragraphs.clone() {
        for (at, kind) in before_brackets(text) {
            take(&mut found, whole(text, places, at..at).map(|name| Shortened { name, kind }));
        }
        let commas = text.as_str().match_indices('，').map(|(at, comma)| at + comma.len());
        let starts = sentences.iter().map(|range| range.usize().start).chain(commas);
        for short in starts.filter_map(|at| opening(text.as_str().get(at..)?)) {
            if !shorts.contains(&short) && shorts.len() < MOST {
                shorts.push(short);
            }
        }
    }
    for short in shorts {
        let Some(kind) = kind_of_ending(short) else { continue };
        let name = paragraphs.clone().find_map(|(text, places, _)| {
            let mut ends = text.match_indices(short).map(|(at, _)| at..at + short.len());
            ends.find_map(|short| whole(text, places, short))
        });
        let of = |name: &str| kind_by_list(name).unwrap_or(kind);
        take(&mut found, name.map(|name| Shortened { kind: of(&name), name }));
    }
    found
}

fn take(found: &mut Vec<Shortened>, one: Option<Shortened>) {
    let one = one.filter(|one| found.len() < MOST && !found.contains(one));
    found.extend(one);
}

/// Words by which a bracket introduces a short form.
pub(crate) static SHORTENING: LazyLock<Words> = LazyLock::new(|| Words::new(["简称", "下称"]));

/// Where names end that a bracket gives a short form of.
fn before_brackets(text: Text<'_>) -> Vec<(usize, InitiativeKind)> {
    const MOST_BETWEEN: usize = "（以下".len();
    let words = text.words(List::Shortening, &SHORTENING);
    let names = words.filter_map(|(at, ..)| {
        let open = text[..at].rfind(['(', '（']).filter(|open| at - open <= MOST_BETWEEN)?;
        introduced(&text[open..])?;
        Some((open, kind_before(&text[..open])?))
    });
    names.collect()
}

/// The kind of a name by its end, or of one whose end no list has and that is nobody's.
fn kind_before(name: &str) -> Option<InitiativeKind> {
    const BODIES: &str = "司团局委部厅院会校党社所署行府办队店厂县市省区人师员者手家";
    let other = || !name.ends_with(|c| BODIES.contains(c) || !is_han(c));
    kind_of_ending(name).or_else(|| other().then_some(InitiativeKind::Programme))
}

/// True where a subject ends before these words: a time, by whom, or a verb of some phase.
fn is_subject(behind: &str) -> bool {
    const BEHIND: [&str; 9] = ["今年", "去年", "昨", "由", "于", "自", "最初", "已", "将"];
    behind.starts_with(|c: char| c.is_ascii_digit())
        || BEHIND.iter().any(|word| behind.starts_with(word))
        || triggers_at(behind).any(|verb| verb.subject)
}

/// The short form that a clause opens with: 台网 of `台网2020年6月启动建设`.
fn opening(clause: &str) -> Option<&str> {
    const LONGEST: usize = 4;
    const NO_NAMES: &str = "该这本此其各全两一二三四五六七八九十几多我他她";
    let mut end = 0;
    for (nth, c) in clause.chars().take(LONGEST).enumerate().take_while(|(_, c)| is_han(*c)) {
        end += c.len_utf8();
        if nth > 0 && may_end_a_short_form(c) && is_subject(&clause[end..]) {
            let (short, behind) = clause.split_at(end);
            let told = behind.split(ends_clause).next().unwrap_or_default();
            let named = !short.starts_with(|c| NO_NAMES.contains(c) || is_number(c))
                && kind_of_ending(short).is_some()
                && triggers(told).any(|(_, verb)| verb.subject);
            return named.then_some(short);
        }
    }
    None
}

/// The name that ends with a short form at a place of a text, or right at it where that is empty.
fn whole(text: Text<'_>, around: Places<'_>, short: std::ops::Range<usize>) -> Option<String> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=32;
    const LEAST_BEFORE: usize = 3;
    const LEAST_BEHIND_A_VERB: usize = 8;
    const PARTICLES: [char; 14] =
        ['的', '了', '在', '是', '把', '被', '将', '让', '并', '也', '已', '还', '为', '该'];
    const TOGETHER: [&str; 6] = ["联合", "协同", "共享", "共建", "协作", "创新"];
    let head = short.start;
    let before = text.get(..head)?;
    let floor = floor(before, around);
    let cut = before[floor..].rfind(PARTICLES).map_or(floor, |at| floor + at + "的".len());
    let start = skip_time(text, cut, head);
    let phrase = &before[start..];
    let places = phrase.char_indices().map(|(at, _)| start + at);
    let mut places = places.filter(|&at| starts_with_place(&text, at, around)).peekable();
    // 三市启动四川走廊: a verb before a place is none of the name, one behind it is (四川废水利用平台).
    let (first, verbs) = (places.peek().copied(), start + last_stop(phrase));
    let behind_verbs = || {
        let rest = text.get(verbs..short.end)?;
        (verbs > start && rest.chars().count() >= LEAST_BEHIND_A_VERB).then_some(verbs)
    };
    let begin = places.find(|&at| at >= verbs).or_else(behind_verbs).or(first);
    // 共建创新平台: what is done, and not what it is done with.
    let acts = || TOGETHER.iter().any(|word| phrase.starts_with(word));
    let plain = || last_stop(phrase) == 0 || TOGETHER.iter().any(|word| phrase.contains(word));
    let clause = || (cut == floor && !acts() && plain()).then_some(start);
    let start = begin.or_else(clause)?;
    let name = text.get(start..short.end)?;
    let after = text.get(short.end..)?;
    let fits = LENGTHS.contains(&name.chars().count())
        && text[start..head].chars().count() >= LEAST_BEFORE
        && name.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric())
        && !after.starts_with(['化', '会', '性', '式', '级', '型', '局', '部', '长', '员', '公']);
    fits.then(|| name.to_owned())
}

/// Where a name stands in a text.
pub(crate) fn places_of<'a>(
    text: &'a str,
    one: &'a Shortened,
) -> impl Iterator<Item = TextRange> + 'a {
    text.match_indices(&*one.name).map(|(at, name)| TextRange::of(at, at + name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spots::Spots;

    #[track_caller]
    fn check(paragraphs: &[&str], expected: &[&str]) {
        let spots: Vec<_> = paragraphs.iter().map(|text| Spots::of(text)).collect();
        let sentences: Vec<_> =
            paragraphs.iter().map(|text| deltascope_text::sentences(text)).collect();
        let texts = spots.iter().zip(paragraphs).zip(&sentences);
        let texts = texts.map(|((spots, text), sentences)| {
            (spots.text(text), Places::default(), &sentences[..])
        });
        let found = shortened(&texts);
        let names: Vec<_> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, expected, "{paragraphs:?}");
    }

    #[test]
    fn a_word_that_opens_a_clause_ends_a_longer_name() {
        check(
            &["8日，四川微震联合监测台网通过验收。", "台网2020年6月启动建设。"],
            &["四川微震联合监测台网"],
        );
        check(
            &["5月，山湖藻类资源化利用创新联合体开会。联合体2022年11月由四市共同组建。"],
            &["山湖藻类资源化利用创新联合体"],
        );
        check(&["湖北鲜果冷链快线6月运货1万吨。快线今年4月12日开行。"], &["湖北鲜果冷链快线"]);
        // Nothing is told of its life.
        check(&["湖北鲜果冷链快线6月运货1万吨。快线今年很忙。"], &[]);
        // No name ends so, or it has no beginning.
        check(&["快线今年4月12日开行。"], &[]);
        check(&["一条又一条快线多起来。快线今年4月12日开行。"], &[]);
        check(&["湖北的人看到快线。快线今年4月12日开行。"], &[]);
        check(&["三市开展攻关、共建创新平台、共享资源。平台共建，打造基地。"], &[]);
        check(&["湖北省的记者来了。记者今年4月12日成立小组。"], &[]);
    }

    #[test]
    fn a_bracket_gives_a_short_form() {
        check(
            &["山冰川与绿洲联合观测计划（简称“冰绿计划”）第一年结束。"],
            &["山冰川与绿洲联合观测计划"],
        );
        check(&["湖北莲藕价格指数（简称“鄂藕指数”）报1084点。"], &["湖北莲藕价格指数"]);
        check(&["湖北人民医院（简称“省医”）第一年结束。"], &[]);
        check(&["湖北认证工程师（简称“认证师”）第一年结束。"], &[]);
    }
}
