//! Exact values in words: `46000` → 4.6万, `5648000000` → 56.48亿, 5.648 billion.
//!
//! A value is shortened only where nothing is lost by it: `46441` stays 46,441. A part of a whole that no
//! decimals end (one fifteenth) says that it goes on.

use deltascope_model::Figure;

use crate::words::Lang;

/// The powers of ten that have a word, the largest first, each with the most decimals it may have.
const CHINESE: [(usize, usize); 3] = [(12, 2), (8, 2), (4, 2)];
const ENGLISH: [(usize, usize); 3] = [(12, 3), (9, 3), (6, 3)];

/// More decimals than that are a fraction's that do not end.
const ENDLESS: usize = 9;

/// A value of a figure: a decimal number, or a span of two, `lo/hi`.
pub fn amount(value: &str, lang: Lang) -> String {
    match value.split_once('/') {
        Some((low, high)) => [&one(low, lang), "–", &one(high, lang)].concat(),
        None => one(value, lang),
    }
}

/// Whether a value that lies under a bound is told to be close to it (近两万): the sentence has a word for that
/// before a number, and none for a bound that is kept (不超过).
pub fn is_nearly(figure: &Figure) -> bool {
    let Some(told) = figure.evidence.first() else { return false };
    let number = |c: char| c.is_numeric() || "一二三四五六七八九十百千万亿两半萬億兩".contains(c);
    let near = |(at, word): (usize, &str)| told.text[at + word.len()..].starts_with(number);
    let kept =
        ["不超", "以下", "以内", "以內", "之内", "之內", "至多", "最多", "最高", "低于", "低於"];
    figure.qualifier == "under"
        && told.text.match_indices('近').any(near)
        && !kept.iter().any(|word| told.text.contains(word))
}

/// A unit as it stands beside its value: before it or after it.
pub fn unit(unit: &str, lang: Lang) -> &str {
    match (unit, lang) {
        ("平方公里", Lang::En) => "km²",
        ("平方米", Lang::En) => "m²",
        ("公里", Lang::En) => "km",
        // Says that things are counted, and not which.
        ("个", Lang::En) => "",
        (_, Lang::En) => unit,
        ("CNY", _) => "元",
        ("USD", _) => "美元",
        _ => unit,
    }
}

/// True for a currency that stands before its value, as in CNY 5 million.
pub fn leads(unit: &str, lang: Lang) -> bool {
    lang == Lang::En && unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn one(value: &str, lang: Lang) -> String {
    let (sign, digits) = value.strip_prefix('-').map_or(("", value), |rest| ("−", rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let (powers, names) = match lang {
        Lang::Hans => (CHINESE, ["万亿", "亿", "万"]),
        Lang::Hant => (CHINESE, ["萬億", "億", "萬"]),
        Lang::En => (ENGLISH, [" trillion", " billion", " million"]),
    };
    for ((power, most), name) in powers.into_iter().zip(names) {
        let Some(cut) = whole.len().checked_sub(power).filter(|cut| *cut > 0) else { continue };
        let (Some(head), Some(tail)) = (whole.get(..cut), whole.get(cut..)) else { continue };
        let tail = tail.trim_end_matches('0');
        if tail.len() <= most && decimals.is_empty() {
            let point = if tail.is_empty() { "" } else { "." };
            return [sign, &grouped(head), point, tail, name].concat();
        }
    }
    let point = if decimals.is_empty() { "" } else { "." };
    let (decimals, on) = match decimals.get(..4) {
        Some(first) if decimals.len() > ENDLESS => (first, "…"),
        _ => (decimals, ""),
    };
    [sign, &grouped(whole), point, decimals, on].concat()
}

/// Digits in threes, from five of them on.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len() > 4 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{super::ledger::tests::figure, *};

    #[track_caller]
    fn check(value: &str, hans: &str, english: &str) {
        assert_eq!(
            (amount(value, Lang::Hans).as_str(), amount(value, Lang::En).as_str()),
            (hans, english)
        );
    }

    #[test]
    fn a_value_is_shortened_where_nothing_is_lost() {
        check("46000", "4.6万", "46,000");
        check("46441", "46,441", "46,441");
        check("5648000000", "56.48亿", "5.648 billion");
        check("83000000000", "830亿", "83 billion");
        check("8000000", "800万", "8 million");
        check("1234567890123", "1,234,567,890,123", "1,234,567,890,123");
        check("4860000000000", "4.86万亿", "4.86 trillion");
        check("1016700000000", "10,167亿", "1016.7 billion");
    }

    #[test]
    fn small_and_broken_numbers_stay() {
        check("0", "0", "0");
        check("8700", "8700", "8700");
        check("13.14", "13.14", "13.14");
        check("-2.5", "−2.5", "−2.5");
        check("0.0769230769230769", "0.0769…", "0.0769…");
        check("0.123456789", "0.123456789", "0.123456789");
        check("12345.5", "12,345.5", "12,345.5");
        check("1000000/2000000", "100万–200万", "1 million–2 million");
        check("", "", "");
    }

    #[test]
    fn a_value_close_to_a_bound_is_nearly_so_many() {
        let check = |qualifier: &str, sentence: &str, expected: bool| {
            let mut told = figure("船", 1, "20000", "艘", "");
            told.qualifier = qualifier.into();
            told.evidence[0].text = sentence.into();
            assert_eq!(is_nearly(&told), expected, "{sentence}");
        };
        check("under", "全年造船近两万艘。", true);
        check("under", "接近2万艘船靠港。", true);
        check("under", "附近的船不到2万艘。", false);
        check("under", "近8年来，每年不超过2万艘。", false);
        check("over", "近8年来，每年超过2万艘。", false);
    }

    #[test]
    fn a_currency_leads_in_english_only() {
        assert!(leads("CNY", Lang::En) && !leads("CNY", Lang::Hant) && !leads("%", Lang::En));
        assert_eq!(
            (unit("CNY", Lang::Hans), unit("CNY", Lang::En), unit("家", Lang::En)),
            ("元", "CNY", "家")
        );
        assert_eq!(
            (unit("平方公里", Lang::En), unit("个", Lang::En), unit("个", Lang::Hans)),
            ("km²", "", "个")
        );
    }
}
