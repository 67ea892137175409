//! The address that a page's text gives as its own, in a line of nothing else:
//! `原文地址:https://example.org/a.html`.
//!
//! It must lead to a page, not to a site's first one. A line that says only `网址:` or `URL:` is
//! believed above the first sentence alone, as below it contacts and notes are given so. Where two
//! lines name different addresses the page has none.

use deltascope_text::simplified;
use memchr::memmem;

use crate::address::of_web;
use crate::pattern::Pattern;

/// A longer key, in bytes, is a sentence.
const LONGEST_KEY: usize = 60;

/// All that stands before the address. The second kind does not say whose it is.
static KEY: Pattern = Pattern::new(concat!(
    r"^[\s•·\[【(（]*(?:(?:(?:阅读|查看)?原文|本文|文章|原[帖贴]|来源|转载)(?:的?(?:地址|网址|链接|连结))",
    r"|(?:阅读|查看)?原文|(网址|地址|链接|连结|(?i:url|link)))\s*[:：]\s*$",
));

/// The page's own address, if its text gives one.
pub fn stated(text: &str) -> Option<String> {
    let (mut found, mut above) = (None::<String>, true);
    // So much of the text is read.
    let mut from = 0;
    for at in memmem::find_iter(text.as_bytes(), "http") {
        if at < from {
            continue;
        }
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let keyed = keyed(&text[start..end], at - start);
        above &= !text[from..if keyed.is_some() { start } else { end }].contains('。');
        from = end;
        let Some((_, address)) = keyed.filter(|(own, _)| *own || above) else { continue };
        if found.as_ref().is_some_and(|other| *other != address) {
            return None;
        }
        found = Some(address);
    }
    found
}

/// The address that is all of a line behind its key, from `at` on, and whether the key says that it is
/// the text's.
fn keyed(line: &str, at: usize) -> Option<(bool, String)> {
    let (key, address) = line.split_at(Some(at).filter(|at| *at <= LONGEST_KEY)?);
    let key = simplified(key);
    let bare = KEY.captures(&key)?.get(1).is_some();
    let address = address.trim_end();
    let address = if key.contains(['[', '【', '(', '（']) {
        address.trim_end_matches([']', '】', ')', '）'])
    } else {
        address
    };
    let url = of_web(address)?;
    let (host, path) = url.split_once("://")?.1.split_once('/')?;
    let foreign = |char: char| "，。；、）】》“”<>\"".contains(char);
    (host.contains('.') && !path.is_empty() && !url.contains(foreign)).then_some((!bare, url))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "三市科技部门上周商定共用大型仪器，费用由各方分担，明年起向企业开放。";

    #[track_caller]
    fn check(head: &str, foot: &str, expected: Option<&str>) {
        let page = format!("三市共用仪器\n{head}\n{STORY}\n{foot}");
        assert_eq!(stated(&page).as_deref(), expected, "{page}");
    }

    #[test]
    fn a_line_gives_the_texts_own_address() {
        for line in [
            "原文地址:https://news.example/a/1.html",
            "原文網址：https://news.example/a/1.html",
            "原文链接: https://news.example/a/1.html",
            "（本文链接：https://news.example/a/1.html）",
            "阅读原文：https://news.example/a/1.html",
            "來源網址：https://news.example/a/1.html",
            "【文章地址：https://news.example/a/1.html】",
        ] {
            check(line, "", Some("https://news.example/a/1.html"));
            check("", line, Some("https://news.example/a/1.html"));
            check(line, line, Some("https://news.example/a/1.html"));
        }
        check("", "原文地址:http://news.example/a?b=1&c=2", Some("http://news.example/a?b=1&c=2"));
        check("", "原文地址:http://news.example/a_(1)", Some("http://news.example/a_(1)"));
    }

    #[test]
    fn a_key_that_does_not_say_whose_is_believed_in_the_head() {
        for line in ["网址:https://news.example/a/1.html", "URL: https://news.example/a/1.html"] {
            check(line, "", Some("https://news.example/a/1.html"));
            check("", line, None);
        }
    }

    #[test]
    fn other_links_are_not_the_pages() {
        for line in [
            "https://news.example/a/1.html",
            "报名网址:https://news.example/a/1.html",
            "政策原文链接:https://news.example/a/1.html",
            "图片来源地址:https://news.example/a/1.html",
            "下载地址:https://news.example/a/1.html",
            "三市公布原文,网址:https://news.example/a/1.html",
            "原文地址:https://news.example/",
            "原文地址:https://news.example",
            "原文地址:https://localhost/a/1.html",
            "原文地址:ftp://news.example/a/1.html",
            "原文地址:httpx://news.example/a/1.html",
            "原文地址:https://news.example/a/1.html 转载请注明",
            "原文地址:https://news.example/a/1.html，转载请注明",
            "原文地址:javascript:alert('https://news.example/a')",
        ] {
            check(line, "", None);
        }
        let two = "原文地址:https://news.example/a\n原文地址:https://news.example/b";
        check("", two, None);
    }
}
