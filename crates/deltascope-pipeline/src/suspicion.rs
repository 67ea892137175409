//! Reasons not to trust a story: words swapped for synonyms, sentences out of order, news that
//! nobody stands for, a page of nothing but queries, an address put into the text.
//!
//! Nothing is repaired; the reason goes to the reader.

use deltascope_clean::shifted;
use deltascope_model::{Article, CleanedPage, TextRange};
use deltascope_text::{sentences, simplify};

/// A suspicion: its kind, the reason in words, and the characters in question.
pub struct Suspicion {
    /// A stable name.
    pub kind: &'static str,
    /// What was seen and what to do.
    pub reason: String,
    /// Where.
    pub range: Option<TextRange>,
}

/// Words that a program puts for others and that news hardly says: `客岁` for 去年, `据领会` for
/// 据了解.
const SPUN: [&str; 28] = [
    "家当",
    "据领会",
    "客岁",
    "来岁",
    "克日",
    "目下当今",
    "是以",
    "糊口",
    "外洋",
    "业内子士",
    "不管若何",
    "俭省",
    "感触器",
    "上市时候",
    "阐发",
    "今朝",
    "鞭策",
    "立异",
    "透露表现",
    "暗示,",
    "昂扬",
    "浩繁",
    "庶民",
    "深遥",
    "首要是",
    "扶植",
    "本钱降",
    "上风",
];
/// As many of them, each once, show a spun text.
const LEAST_SPUN: usize = 4;

/// Openings of a sentence that lean on the one before.
const LEANING: [&str; 9] =
    ["因此", "于是", "另有", "然而", "此外", "但是", "所以", "不过", "与此相反"];

/// All suspicions of a page.
pub fn suspicions(cleaned: &CleanedPage) -> Vec<Suspicion> {
    let mut found = Vec::new();
    found.extend(stub(cleaned));
    for (range, read) in shifted(&cleaned.page.text) {
        found.push(Suspicion {
            kind: "shifted-bytes",
            reason: format!("these characters were read one byte late; they say “{read}”"),
            range: Some(range),
        });
    }
    for article in &cleaned.articles {
        let body = article.paragraphs.concat();
        let simple = simplify(&body).text().to_owned();
        let range = article.spans.first().and_then(|spans| spans.first()).copied();
        let suspicion = |kind, reason: String| Suspicion { kind, reason, range };
        found.extend(spun(&simple).map(|reason| suspicion("spun", reason)));
        found.extend(shuffled(&simple).map(|reason| suspicion("shuffled", reason)));
        found.extend(doubled(&body).map(|reason| suspicion("doubled-punctuation", reason)));
        found.extend(swapped(article, &body).map(|reason| suspicion("swapped-domain", reason)));
        found.extend(invented(cleaned, article).map(|reason| suspicion("invented", reason)));
    }
    found
}

fn stub(cleaned: &CleanedPage) -> Option<Suspicion> {
    let lines = cleaned.segments.iter().filter(|segment| segment.rule == "spam").count();
    (cleaned.articles.is_empty() && lines >= 3).then(|| Suspicion {
        kind: "stub",
        reason: "the page holds search queries and spam, and no story; leave it out".to_owned(),
        range: None,
    })
}

fn spun(body: &str) -> Option<String> {
    let words: Vec<&str> = SPUN.into_iter().filter(|word| body.contains(word)).collect();
    (words.len() >= LEAST_SPUN).then(|| {
        format!("words were swapped for synonyms ({}); find the original", words.join("、"))
    })
}

/// Sentences that lean on the one before and share no word with it, one in six at least.
fn shuffled(body: &str) -> Option<String> {
    let texts: Vec<&str> = sentences(body).iter().filter_map(|range| range.slice(body)).collect();
    let leaning = texts.windows(2).filter(|pair| {
        LEANING.iter().any(|word| pair[1].trim_start().starts_with(word))
            && !share(pair[0], pair[1])
    });
    let count = leaning.count();
    (count >= 2 && count * 6 >= texts.len() && texts.len() >= 6).then(|| {
        format!("{count} sentences follow on ones that they have nothing to do with; the order may be wrong, find the original")
    })
}

/// Two sentences share a pair of Han characters.
fn share(one: &str, other: &str) -> bool {
    let chars: Vec<char> = one.chars().collect();
    let is_han = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
    chars
        .windows(2)
        .filter(|pair| is_han(pair[0]) && is_han(pair[1]))
        .any(|pair| other.contains(&String::from_iter(pair)))
}

fn doubled(body: &str) -> Option<String> {
    let mut last = ' ';
    let mut count = 0;
    for char in body.chars() {
        let is_mark = |char: char| matches!(char, '，' | ',' | '。');
        count += usize::from(is_mark(char) && is_mark(last));
        last = char;
    }
    (count >= 2).then(|| {
        format!("{count} marks of punctuation stand twice; the text went through a program, find the original")
    })
}

fn swapped(article: &Article, body: &str) -> Option<String> {
    let host = article.host.as_deref().filter(|host| host.contains('.'))?;
    body.contains(host).then(|| {
        format!("“{host}” stands in the story where its publisher's name stood; find the original")
    })
}

/// On a host that splices keywords in, without publisher, reporter or dateline.
fn invented(cleaned: &CleanedPage, article: &Article) -> Option<String> {
    let spliced = cleaned.segments.iter().any(|segment| {
        segment.rule == "spliced-keyword" && segment.article.as_ref() == Some(&article.id)
    });
    let vouched =
        article.publisher.is_some() || !article.byline.is_empty() || article.dateline.is_some();
    (spliced && !vouched).then(|| {
        "a host of spam tells this without naming publisher, reporter or place; do not rely on it"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_clean::{Input, clean};

    #[track_caller]
    fn check(page: &str, expected: &[&str]) {
        let input =
            Input { id: "p", path: "p.txt", url: None, accessed: None, bytes: page.as_bytes() };
        let found = suspicions(&clean(&input));
        assert_eq!(found.iter().map(|found| found.kind).collect::<Vec<_>>(), expected);
    }

    const STORY: &str = "三市科技部门上周商定共用大型仪器,费用由双方分担,首批开放设备一百二十台。企业在线预约,排队时间缩短一半,小微企业还可领取补助,科研院所的闲置设备有了去处。";

    #[test]
    fn an_honest_story_is_not_suspected() {
        check(STORY, &[]);
        check(&format!("{STORY}不过,{STORY}因此,{STORY}"), &[]);
    }

    #[test]
    fn corrupted_stories_are() {
        check(&format!("据领会,客岁{STORY}目下当今家当兴旺,业内子士看好。"), &["spun"]);
        check(&STORY.replace(',', ",,"), &["doubled-punctuation"]);
        check(
            "甲走廊最新消息，甲走廊规划图，甲走廊房价，甲走廊招聘，甲走廊在哪里\n| 甲直播 |\n| 乙直播 |",
            &["stub"],
        );
        check(&STORY.replace("去处。", "去处股票配资平台。"), &["invented"]);
    }

    #[test]
    fn sentences_out_of_order_are() {
        let page = "桥头昨天站满了前来观礼的居民和远道而来的游客,场面热闹。因此,拆石顺序须与当年砌筑时相反。去年夏天中孔下沉十一厘米。于是大家摆了两桌酒菜庆贺。新石料采自附近的矿山,颜色略浅一些。另有六十四块风化严重,只能更换。";
        check(page, &["shuffled"]);
    }
}
