//! Dates in words, exactly as precise as they are known.
//!
//! `2024-06` → 2024年6月; `../2025-03-10`, vague → 2025年3月10日或之前不久; `2021/..` → 2021年起.
//! Chinese gets no spaces between digits and characters: the style sheet spaces them.

use deltascope_model::{Basis, Edtf};

use super::Lang;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const HAN_MONTHS: [&str; 12] =
    ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];

/// A year: 2024年, 2024.
pub fn year(year: i32, lang: Lang) -> String {
    if lang == Lang::En { year.to_string() } else { format!("{year}年") }
}

/// A month of the year, from 1: 6月, Jun.
pub fn month_of_year(month: u32, lang: Lang) -> &'static str {
    let names = if lang == Lang::En { &MONTHS } else { &HAN_MONTHS };
    names.get(month.wrapping_sub(1) as usize).copied().unwrap_or("")
}

/// A month: 2024年6月, Jun 2024.
pub fn month(year: i32, month: u32, lang: Lang) -> String {
    let name = month_of_year(month, lang);
    if lang == Lang::En { format!("{name} {year}") } else { format!("{year}年{name}") }
}

/// A day of the month: 12日, 12.
pub fn day_of_month(day: u32, lang: Lang) -> String {
    if lang == Lang::En { day.to_string() } else { format!("{day}日") }
}

/// A date in words, with how it is known.
pub fn date_words(edtf: &Edtf, basis: Basis, lang: Lang) -> String {
    let text = edtf.as_str();
    let words = match text.split_once('/') {
        None => one(text, lang),
        Some((start, end)) => match (open(start), open(end)) {
            (true, true) => unknown(lang).into(),
            // “Recently” on a dated page: shortly before, as the words themselves say.
            (true, false) => return known(not_after(end, basis, lang), basis, lang, true),
            (false, true) => match lang {
                Lang::En => format!("from {}", one(start, lang)),
                _ => format!("{}起", one(start, lang)),
            },
            (false, false) => span(start, end, lang),
        },
    };
    known(words, basis, lang, false)
}

fn open(side: &str) -> bool {
    side.is_empty() || side == ".."
}

fn unknown(lang: Lang) -> &'static str {
    ["日期不详", "日期不詳", "date unknown"][lang as usize]
}

fn not_after(end: &str, basis: Basis, lang: Lang) -> String {
    let end = one(end, lang);
    match (lang, basis) {
        (Lang::En, Basis::Vague) => format!("on or shortly before {end}"),
        (Lang::En, _) => format!("on or before {end}"),
        (_, Basis::Vague) => format!("{end}或之前不久"),
        _ => format!("{end}或之前"),
    }
}

/// Adds how the date is known, where the words do not say it yet.
fn known(words: String, basis: Basis, lang: Lang, said: bool) -> String {
    let note = match basis {
        Basis::Stated => return words,
        Basis::Vague if said => return words,
        Basis::Inferred => ["（推算）", "（推算）", " (inferred)"],
        Basis::Vague => ["（原文含糊）", "（原文含糊）", " (vague in the text)"],
    };
    words + note[lang as usize]
}

/// A date that is no interval, with its qualifier.
fn one(text: &str, lang: Lang) -> String {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let words = plain(bare, lang);
    let about = ["约", "約", "about "][lang as usize];
    let unsure = ["（存疑）", "（存疑）", " (uncertain)"][lang as usize];
    match &text[bare.len()..] {
        "" => words,
        "~" => format!("{about}{words}"),
        "?" => format!("{words}{unsure}"),
        _ => format!("{about}{words}{unsure}"),
    }
}

/// A date without qualifier.
fn plain(text: &str, lang: Lang) -> String {
    let mut parts = text.split('-');
    let (year_text, month_text, day_text) =
        (parts.next().unwrap_or(""), parts.next(), parts.next());
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u32>().ok());
    let (month_number, day) = (number(month_text), number(day_text));
    let Ok(in_year) = year_text.parse::<i32>() else {
        return unknown_year(year_text, month_number, day, lang);
    };
    match (month_number, month_text) {
        (None, None) => year(in_year, lang),
        (None, Some(_)) => match lang {
            Lang::En => format!("some time in {in_year}"),
            _ => format!("{in_year}年内"),
        },
        (Some(season @ 21..), _) => season_words(in_year, season, lang),
        (Some(number), _) => match (day, day_text) {
            (Some(day), _) => whole_day(in_year, number, day, lang),
            (None, None) => month(in_year, number, lang),
            (None, Some(_)) => match lang {
                Lang::En => format!("a day in {}", month(in_year, number, lang)),
                _ => format!("{}某日", month(in_year, number, lang)),
            },
        },
    }
}

fn whole_day(in_year: i32, number: u32, day: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{day} {}", month(in_year, number, lang)),
        _ => format!("{}{day}日", month(in_year, number, lang)),
    }
}

/// A season (21–24), quarter (33–36) or half-year (40–41).
fn season_words(in_year: i32, season: u32, lang: Lang) -> String {
    let names: [&str; 3] = match season {
        21 => ["春季", "春季", "spring"],
        22 => ["夏季", "夏季", "summer"],
        23 => ["秋季", "秋季", "autumn"],
        24 => ["冬季", "冬季", "winter"],
        33 => ["第一季度", "第一季", "Q1"],
        34 => ["第二季度", "第二季", "Q2"],
        35 => ["第三季度", "第三季", "Q3"],
        36 => ["第四季度", "第四季", "Q4"],
        40 => ["上半年", "上半年", "first half of"],
        _ => ["下半年", "下半年", "second half of"],
    };
    let name = names[lang as usize];
    if lang == Lang::En { format!("{name} {in_year}") } else { format!("{in_year}年{name}") }
}

/// A year with unspecified digits: a decade, a century, or none at all.
fn unknown_year(text: &str, month: Option<u32>, day: Option<u32>, lang: Lang) -> String {
    let fixed = text.trim_end_matches('X');
    if !fixed.is_empty() {
        let (low, high) = (format!("{fixed:0<4}"), format!("{fixed:9<4}"));
        return match (lang, fixed.len()) {
            (Lang::En, 3) => format!("{low}s"),
            (Lang::En, _) => format!("between {low} and {high}"),
            (_, 3) => format!("{low}年代"),
            _ => format!("{low}年至{high}年间"),
        };
    }
    let Some(month) = month.filter(|month| *month <= 12) else { return unknown(lang).into() };
    let name = month_of_year(month, lang);
    let day = day.map(|day| day_of_month(day, lang)).unwrap_or_default();
    match lang {
        Lang::En if day.is_empty() => format!("{name}, year unknown"),
        Lang::En => format!("{day} {name}, year unknown"),
        Lang::Hans => format!("{name}{day}（年份不详）"),
        Lang::Hant => format!("{name}{day}（年份不詳）"),
    }
}

/// From one date to another; what both share is said once.
fn span(start: &str, end: &str, lang: Lang) -> String {
    let (from, to) = (one(start, lang), one(end, lang));
    let parts = |text: &'_ str| text.split('-').map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (parts(start), parts(end));
    let whole =
        a.len() == b.len() && (a.concat() + &b.concat()).bytes().all(|b| b.is_ascii_digit());
    let same_year = whole && a.len() > 1 && a[0] == b[0];
    let same_month = same_year && a.len() == 3 && a[1] == b[1];
    let last = b.last().and_then(|part| part.parse::<u32>().ok()).unwrap_or_default();
    match lang {
        Lang::En if same_month => {
            format!("{}–{to}", a[2].trim_start_matches('0'))
        }
        Lang::En if same_year => {
            format!("{}–{to}", from.strip_suffix(a[0].as_str()).unwrap_or(&from).trim_end())
        }
        Lang::En if a.len() == 1 && b.len() == 1 && whole => format!("{from}–{to}"),
        Lang::En => format!("{from} to {to}"),
        _ if same_month => format!("{from}至{}", day_of_month(last, lang)),
        _ if same_year => {
            format!("{from}至{}", to.get(a[0].len() + '年'.len_utf8()..).unwrap_or(&to))
        }
        _ => format!("{from}至{to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, basis: Basis, simplified: &str, traditional: &str, english: &str) {
        let edtf = Edtf::new(edtf).unwrap();
        let words = Lang::ALL.map(|lang| date_words(&edtf, basis, lang));
        assert_eq!(words, [simplified, traditional, english], "{edtf}");
    }

    #[track_caller]
    fn stated(edtf: &str, hans: &str, en: &str) {
        check(edtf, Basis::Stated, hans, hans, en);
    }

    #[test]
    fn a_date_says_as_much_as_is_known() {
        stated("2024", "2024年", "2024");
        stated("2024-06", "2024年6月", "Jun 2024");
        stated("2024-06-05", "2024年6月5日", "5 Jun 2024");
        stated("2024-41", "2024年下半年", "second half of 2024");
        check("2024-34", Basis::Stated, "2024年第二季度", "2024年第二季", "Q2 2024");
        stated("202X", "2020年代", "2020s");
        stated("20XX", "2000年至2099年间", "between 2000 and 2099");
        stated("2024-XX", "2024年内", "some time in 2024");
        stated("2024-06-XX", "2024年6月某日", "a day in Jun 2024");
    }

    #[test]
    fn intervals_say_once_what_both_ends_share() {
        stated("2018/2023", "2018年至2023年", "2018–2023");
        stated("2024-03/2024-06", "2024年3月至6月", "Mar–Jun 2024");
        stated("2024-06-05/2024-06-08", "2024年6月5日至8日", "5–8 Jun 2024");
        stated("2024-06-05/2024-07-01", "2024年6月5日至7月1日", "5 Jun–1 Jul 2024");
        stated("2024-12/2025-01", "2024年12月至2025年1月", "Dec 2024 to Jan 2025");
        check(
            "2024-33/2024-34",
            Basis::Stated,
            "2024年第一季度至第二季度",
            "2024年第一季至第二季",
            "Q1–Q2 2024",
        );
    }

    #[test]
    fn open_ends_stay_open() {
        stated("2021/..", "2021年起", "from 2021");
        stated("../2025-03-10", "2025年3月10日或之前", "on or before 10 Mar 2025");
        check(
            "../2025-03-10",
            Basis::Vague,
            "2025年3月10日或之前不久",
            "2025年3月10日或之前不久",
            "on or shortly before 10 Mar 2025",
        );
    }

    #[test]
    fn doubt_is_said() {
        check("2024-06~", Basis::Stated, "约2024年6月", "約2024年6月", "about Jun 2024");
        stated("2024?", "2024年（存疑）", "2024 (uncertain)");
        check(
            "2024%",
            Basis::Stated,
            "约2024年（存疑）",
            "約2024年（存疑）",
            "about 2024 (uncertain)",
        );
        check("2023", Basis::Inferred, "2023年（推算）", "2023年（推算）", "2023 (inferred)");
        check(
            "2023",
            Basis::Vague,
            "2023年（原文含糊）",
            "2023年（原文含糊）",
            "2023 (vague in the text)",
        );
    }

    #[test]
    fn no_year_is_no_year() {
        check("XXXX", Basis::Stated, "日期不详", "日期不詳", "date unknown");
        check("../..", Basis::Stated, "日期不详", "日期不詳", "date unknown");
        check(
            "XXXX-09-01",
            Basis::Stated,
            "9月1日（年份不详）",
            "9月1日（年份不詳）",
            "1 Sep, year unknown",
        );
        check("XXXX-09", Basis::Stated, "9月（年份不详）", "9月（年份不詳）", "Sep, year unknown");
    }
}
