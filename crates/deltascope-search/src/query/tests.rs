//! Tables of queries and what they mean, and what holds of every text.

use proptest::prelude::*;

use super::*;

/// A query as its items: clauses between spaces, items of one between bars, texts in braces.
fn shown(query: &Query) -> String {
    let item = |item: &Item| {
        let text: String = match &item.ask {
            Ask::Text(letters) => letters.iter().map(|letter| letter[0]).collect(),
            Ask::Before(day) | Ask::After(day) => format!("day {day}"),
        };
        let sign = if item.excluded { "-" } else { "" };
        let quote = if item.quoted { "\"" } else { "" };
        format!("{sign}{}{quote}{{{text}}}", item.field.map_or("", Field::prefix))
    };
    let clause = |clause: &Vec<Item>| clause.iter().map(item).collect::<Vec<_>>().join("|");
    query.clauses.iter().map(clause).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let query = Query::parse(text, Letters::whole());
    assert_eq!(shown(&query), expected, "{text}");
    assert_eq!(query.is_empty(), expected.is_empty());
}

/// The problems of a query: the text where each stands, and its kind.
#[track_caller]
fn problems(text: &str, expected: &[(&str, ProblemKind)]) {
    let query = Query::parse(text, Letters::whole());
    let found: Vec<(&str, ProblemKind)> = query
        .problems()
        .iter()
        .map(|problem| (problem.range.slice(text).unwrap(), problem.kind))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn white_space_stands_between_terms() {
    check("", "");
    check(" \t　", "");
    check("長三角　平台", "{长三角} {平台}");
}

#[test]
fn quotation_marks_hold_a_phrase() {
    check("\"G60 corridor\" 上海", "\"{g60 corridor} {上海}");
    check("“G60　走廊”", "\"{g60 走廊}");
    check("\"G60 corr", "\"{g60 corr}");
    check("-\"新 区\" 上海", "-\"{新 区} {上海}");
    check("\"a|b\"", "\"{a|b}");
    check("\"新 区\"上海", "\"{新 区} {上海}");
}

#[test]
fn quotation_marks_in_a_term_are_characters() {
    check("的“一体化”", "{的\"一体化\"}");
    check("“一体化”和", "{\"一体化\"和}");
    check("新”，“高", "{新\",\"高}");
    check("\"\"\"", "{\"\"\"}");
}

#[test]
fn a_minus_excludes() {
    check("基金 -上海", "{基金} -{上海}");
    check("－上海", "-{上海}");
    check("沪-苏", "{沪-苏}");
    check("--", "-{-}");
}

#[test]
fn one_of_several_is_enough() {
    check("合肥 OR 南京 平台", "{合肥}|{南京} {平台}");
    check("合肥 | 南京", "{合肥}|{南京}");
    check("合肥|南京｜上海", "{合肥}|{南京}|{上海}");
    check("合肥 or 南京", "{合肥} {or} {南京}");
    check("合肥 OR -南京", "{合肥}|-{南京}");
    check("\"新 区\"|上海", "\"{新 区}|{上海}");
    check("ORIGIN", "{origin}");
}

#[test]
fn fields_go_by_several_names() {
    check("title:联盟", "title:{联盟}");
    check("標題：聯盟", "title:{联盟}");
    check("Title：\"新 区\"", "title:\"{新 区}");
    check("-类型:law", "-kind:{law}");
    check("地點:合肥 發布：日报 階段:签署", "place:{合肥} publisher:{日报} phase:{签署}");
    check("发布会", "{发布会}");
    check("place:合肥|南京 平台", "place:{合肥}|place:{南京} {平台}");
    check("place:合肥 | 南京", "place:{合肥}|{南京}");
    check("place:合肥|kind:law", "place:{合肥}|kind:{law}");
}

#[test]
fn names_of_fields_do_not_need_the_table_of_an_index() {
    let query = Query::parse("標題：聯盟 早於:2024 階段:簽署", &Letters::default());
    assert_eq!(shown(&query), "title:{聯盟} before:{day 19723} phase:{簽署}");
}

#[test]
fn dates_have_any_precision() {
    check("after:2024 before:2025", "after:{day 19723} before:{day 20089}");
    check("晚于：２０２４年６月", "after:{day 19875}");
    check("before:2024-6|2024/6/30", "before:{day 19875}|before:{day 19904}");
    check("before:\"2024-06\"", "before:\"{day 19875}");
}

#[test]
fn an_operator_alone_is_text_and_otherwise_dropped() {
    check("-", "{-}");
    check("“", "{\"}");
    check("”“", "{\"\"}");
    check("OR", "{or}");
    check("|", "{|}");
    check("基金 -", "{基金}");
    check("基金 \"", "{基金}");
    check("基金 -\"", "{基金}");
    check("基金 - 上海", "{基金} {上海}");
    check("基金 OR", "{基金}");
    check("OR 基金", "{基金}");
    check("基金 OR OR 上海", "{基金}|{上海}");
}

#[test]
fn what_means_nothing_is_said_and_the_rest_stays() {
    use ProblemKind::{NoDate, NoValue, OpenQuote, Operator, UnknownField};
    problems("长三角 \"平台\" -上海 OR 合肥", &[]);
    problems("before:abc 平台", &[("before:abc", NoDate)]);
    check("before:abc 平台", "{平台}");
    problems("-晚于：昨天", &[("-晚于：昨天", NoDate)]);
    problems("colour:red 平台", &[("colour", UnknownField)]);
    check("colour:red", "{colour:red}");
    problems("https://a.example 10:30 记者:甲 g60:x", &[]);
    problems("平台 title:", &[("title:", NoValue)]);
    problems("平台 标题：\"", &[("标题：\"", NoValue)]);
    problems("\"新 区", &[("\"", OpenQuote)]);
    problems("基金 OR", &[("OR", Operator)]);
    problems("- 基金 | | 上海", &[("-", Operator), ("|", Operator)]);
    problems("-", &[]);
}

#[test]
fn an_error_between_two_items_joins_nothing() {
    check("a OR before:abc b", "{a} {b}");
    check("before:abc OR b", "{b}");
}

#[test]
fn ranges_are_of_what_was_typed() {
    let text = "　-title：“新 区” 合肥|南京";
    let query = Query::parse(text, Letters::whole());
    let ranges: Vec<&str> = query.items().map(|item| item.range.slice(text).unwrap()).collect();
    assert_eq!(ranges, ["-title：“新 区”", "合肥", "南京"]);
}

/// Texts of what a query gives a meaning to.
fn text() -> impl Strategy<Value = String> {
    const PIECES: [&str; 22] = [
        "-",
        "\"",
        "“",
        " ",
        "　",
        "|",
        "OR",
        " OR ",
        ":",
        "：",
        "title:",
        "地點：",
        "before:",
        "晚于:",
        "2024",
        "2024-6",
        "年",
        "a",
        "长",
        "聯盟",
        "x:",
        "/",
    ];
    let piece = prop_oneof![
        9 => proptest::sample::select(&PIECES[..]).prop_map(String::from),
        1 => "\\PC{0,3}",
    ];
    proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_text_is_a_query(text in text()) {
        let query = Query::parse(&text, Letters::whole());
        prop_assert!(query.clauses.iter().all(|clause| !clause.is_empty()));
        let empty = |item: &Item| item.text.is_empty() || item.ask == Ask::Text(Vec::new());
        prop_assert!(!query.items().any(empty));
        if query.problems().is_empty() {
            prop_assert_eq!(query.is_empty(), text.chars().all(char::is_whitespace));
        }
        for range in query.items().map(|item| item.range).chain(query.problems().iter().map(|problem| problem.range)) {
            prop_assert!(range.slice(&text).is_some_and(|part| !part.is_empty()));
        }
    }

    #[test]
    fn printed_it_reads_back_the_same(text in text()) {
        let query = Query::parse(&text, Letters::whole());
        let printed = query.to_string();
        prop_assert_eq!(shown(&Query::parse(&printed, Letters::whole())), shown(&query), "{}", printed);
        prop_assert_eq!(Query::parse(&printed, Letters::whole()).to_string(), printed);
    }
}
