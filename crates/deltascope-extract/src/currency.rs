//! Of which currency a bare 元 is: the renminbi, but where an article surely is of Hong Kong, Macao or Taiwan.
//!
//! That is so where its site is one of there, or where it is in traditional characters, names the money or
//! an authority of there, and no renminbi.

use deltascope_model::{Article, Script};

/// Currencies with the ends of sites, and with what only is named there.
const CURRENCIES: [(&str, &str, &[&str]); 3] = [
    ("TWD", ".tw", &["新台幣", "新臺幣", "行政院", "立法院", "健保局", "國民健康局"]),
    ("HKD", ".hk", &["港元", "港幣", "社會福利署", "香港特區政府", "醫院管理局"]),
    ("MOP", ".mo", &["澳門元", "澳門幣", "澳門特區政府"]),
];

/// The code of what a bare 元 of an article is, where that surely is no renminbi.
pub(crate) fn currency(article: &Article) -> Option<&'static str> {
    let host = article.host.as_deref().unwrap_or_default();
    let sited = CURRENCIES.iter().find(|(_, end, _)| host.ends_with(end));
    if sited.is_none() && article.script != Script::Hant {
        return None;
    }
    let says = |word: &&str| article.paragraphs.iter().any(|words| words.contains(*word));
    let told = || {
        let mut told = CURRENCIES.iter().filter(|(.., words)| words.iter().any(says));
        told.next().filter(|_| told.next().is_none())
    };
    let (code, ..) = sited.or_else(told)?;
    (!["人民幣", "人民币"].iter().any(says)).then_some(*code)
}

/// Whether money is in 元 of which its words say no more.
pub(crate) fn is_bare(text: &str) -> bool {
    text.contains(['元', '圆']) && !text.contains("人民")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, script: Script, text: &str, expected: Option<&str>) {
        let article = Article {
            host: Some(host.into()),
            script,
            paragraphs: vec![text.into()],
            ..Article::default()
        };
        assert_eq!(currency(&article), expected, "{host} {text}");
    }

    #[test]
    fn what_is_surely_of_there() {
        check("news.example.hk", Script::Hant, "撥款三百萬元。", Some("HKD"));
        check("news.example", Script::Hant, "行政院撥款三百萬元。", Some("TWD"));
        check("news.example", Script::Hant, "撥款三百萬元。", None);
        check("news.example", Script::Hans, "团费三千元,约合四千港元。", None);
        check("news.example.tw", Script::Hant, "撥款人民幣三百萬元,另籌一百萬元。", None);
    }
}
