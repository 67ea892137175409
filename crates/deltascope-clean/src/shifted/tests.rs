//! What is read back, and what is let alone.

use encoding_rs::GB18030;
use proptest::prelude::*;

use super::*;

/// Checks stretches, with what they say; those that are not certain with a `~` in front.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let found: Vec<(&str, String)> = shifted(text)
        .iter()
        .map(|one| {
            let doubt = if one.certain { "" } else { "~" };
            (one.range.slice(text).unwrap(), format!("{doubt}{}", one.text))
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(raw, said)| (*raw, said.as_str())).collect();
    assert_eq!(found, expected);
}

/// A text with every certain stretch read back.
fn repaired(text: &str) -> String {
    let mut out = text.to_owned();
    for one in shifted(text).iter().rev().filter(|one| one.certain) {
        out.replace_range(one.range.usize(), &one.text);
    }
    out
}

/// The text as a page shows it whose GBK bytes went through `change`.
fn damaged(text: &str, change: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = GB18030.encode(text).0.into_owned();
    change(&mut bytes);
    GB18030.decode_without_bom_handling(&bytes).0.into_owned()
}

/// The text with the first byte of `char` shown as `?`, to the end of the line.
fn marked(text: &str, char: &str) -> String {
    let at = GB18030.encode(&text[..text.find(char).unwrap()]).0.len();
    damaged(text, |bytes| bytes[at] = b'?')
}

/// The text without byte `nth` of `char`.
fn lost(text: &str, char: &str, nth: usize) -> String {
    let at = GB18030.encode(&text[..text.find(char).unwrap()]).0.len() + nth;
    damaged(text, |bytes| {
        bytes.remove(at);
    })
}

const STORY: &str = "三市科技部门上周商定共用一批大型仪器，费用由双方分担，企业可以在网上预约。";

#[test]
fn a_run_between_marks() {
    check("“猪会咳。?惫こ淌Υ鞫∷担?健康猪一小时咳两三??", &[("?惫こ淌Υ鞫∷担", "”工程师戴丁说")]);
    check("猪会咳。?惫こ淌Υ鞫∷担?健康猪", &[("惫こ淌Υ鞫∷担", "工程师戴丁说")]);
}

#[test]
fn a_run_to_the_end_of_its_line() {
    let text = marked(&format!("会上说，{STORY}\n下一行"), "三市");
    assert_eq!(repaired(&text), format!("会上说，?{}\u{fffd}\n下一行", &STORY[3..STORY.len() - 3]));
}

#[test]
fn a_run_at_the_start_of_a_line() {
    let text = lost(&format!("第一行。\n{STORY}\n下一行。"), "三市", 0);
    assert_eq!(
        repaired(&text),
        format!("第一行。\n\u{fffd}{}\u{fffd}\n下一行。", &STORY[3..STORY.len() - 3])
    );
}

#[test]
fn a_byte_lost_without_a_trace() {
    let honest = "长三角的铁路今年又多了三条，去年冬天就开始试跑。";
    let text = lost(&format!("{honest}{STORY}"), "科技", 1);
    let read = repaired(&text);
    assert!(read.starts_with(honest), "{read}");
    assert!(
        read.contains("门上周商定共用一批大型仪器，费用由双方分担，企业可以在网上预约"),
        "{read}"
    );
}

#[test]
fn a_byte_added() {
    let text = damaged(&format!("他说：{STORY}"), |bytes| bytes.insert(6, 0xb5));
    assert!(repaired(&text).contains(&STORY[3..STORY.len() - 3]), "{text}");
}

#[test]
fn a_letter_that_was_read_with_the_run_is_given_back() {
    let text = marked("会上说：今年三市共用大型仪器和设备的G60走廊开放了。", "今");
    assert_eq!(repaired(&text), "会上说：?年三市共用大型仪器和设备的G60走廊开放了。");
}

#[test]
fn several_in_a_page() {
    let text = [marked(STORY, "科技"), STORY.to_owned(), marked(STORY, "费用")].join("\n");
    let found = shifted(&text);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| one.certain));
    assert!(repaired(&text).contains("技部门上周商定共用一批大型仪器，费用由双方分担"));
}

#[test]
fn a_short_run_is_told_of_at_most() {
    assert!(shifted("他说。?惫こ淌Υ?健康").iter().all(|one| !one.certain));
    check("他说。?惫こ?健康", &[]);
}

#[test]
fn false_friends_stay() {
    for text in [
        STORY,
        "费用由谁分担?三市科技部门上周商定,共用一批大型仪器。",
        "為什麼?這是因為儀器閒置,企業卻排不上隊,三地科技部門決定把設備登記到平臺。",
        "与会者有昝霭、亓旻昱、璩芊芊、郗翀翯、訾骁骞、逄焱垚、鄢璟珺、仉晟曦。",
        "?昝霭亓旻昱璩芊芊郗翀訾骁骞逄焱鄢璟仉晟曦?",
        "关关雎鸠在河之洲窈窕淑女君子好逑参差荇菜左右流之窈窕淑女寤寐求之",
        "帝高阳之苗裔兮朕皇考曰伯庸摄提贞于孟陬兮惟庚寅吾以降皇览揆余初度兮肇锡余以嘉名",
        "?饕餮魑魅魍魉耄耋踟蹰徘徊氤氲旖旎蹒跚囹圄觊觎龃龉?",
        "このたび三市は大型の機器を共同で使うことにしました。ありがとうございます。",
        "?ありがとうございますこんにちはさようなら?",
        "乙二胺四乙酸钠硝酸铈铵苯并噻唑啉酮吡咯烷酮哌嗪嘧啶嘌呤萘醌蒽呋喃",
        "鸢尾鹡鸰鹪鹩鸬鹚鹧鸪鸲鹆鳜鳕鲈鲷鲳鲱鳎鲑鲟",
        "αβγδεζηθικλμνξοπρστυφχψω",
        "①②③④⑤⑥⑦⑧⑨⑩ＡＢＣＤＥＦＧ１２３４５６７",
        "┌──────┬──────┐│░░││",
    ] {
        check(text, &[]);
    }
}

/// Sentences that the rule was not written with.
const KEPT_BACK: [&str; 4] = [
    "渡口的老船工把缆绳系好，告诉记者，上游放水以后，这里的鱼比往年多了两成。",
    "图书馆的夜间书库上个月开门，读者凭身份证可以借走任何一本书，还书不限地点。",
    "县医院和省城的专家每周三远程会诊，病人不用再坐四个小时的汽车去看片子。",
    "这条生产线一分钟装配七台电机，工人从三百名减到四十名，产值却翻了一番。",
];

#[test]
fn a_sentence_kept_back_is_read_back_wherever_its_byte_is_lost() {
    let (mut behind, mut read_back) = (0, 0);
    for text in KEPT_BACK {
        let length = GB18030.encode(text).0.len();
        // With a third of the sentence left behind the loss.
        for at in 0..length * 2 / 3 {
            let page = damaged(text, |bytes| {
                bytes.remove(at);
            });
            let head: String = text.chars().take((at / 2).saturating_sub(1)).collect();
            assert!(repaired(&page).starts_with(&head), "{at}: {page} → {}", repaired(&page));
            behind += (length - at) / 2;
            for one in shifted(&page).iter().filter(|one| one.certain) {
                let said = one.text.trim_matches('\u{fffd}');
                assert!(text.contains(said), "{at}: {page} → {said}");
                read_back += said.chars().count();
            }
        }
    }
    let share = read_back * 100 / behind;
    assert!(share >= 85, "{share} of 100 characters");
}

proptest! {
    #[test]
    fn never_panics_and_stretches_are_apart(text in "(\\PC|[?\u{fffd}\n惫こ淌Υ鞫∷担三市科技]){0,60}") {
        let mut end = 0;
        for one in shifted(&text) {
            prop_assert!(one.range.slice(&text).is_some_and(|raw| !raw.is_empty()));
            prop_assert!(one.range.start() >= end);
            end = one.range.end();
        }
    }

    #[test]
    fn honest_sentences_stay(order in proptest::collection::vec(0..KEPT_BACK.len(), 1..4), cut in 0..30_usize) {
        let text: String = order.iter().map(|at| KEPT_BACK[*at]).collect();
        let text: String = text.chars().skip(cut).collect();
        prop_assert_eq!(shifted(&text), Vec::new());
    }

    #[test]
    fn what_is_read_back_gives_the_same_bytes(at in 0..60_usize, which in 0..KEPT_BACK.len()) {
        let page = damaged(KEPT_BACK[which], |bytes| { bytes.remove(at); });
        for one in shifted(&page) {
            let raw = GB18030.encode(one.range.slice(&page).unwrap()).0.into_owned();
            let said = GB18030.encode(one.text.trim_matches('\u{fffd}')).0.into_owned();
            prop_assert!(raw.windows(said.len()).any(|bytes| bytes == said));
        }
    }
}
