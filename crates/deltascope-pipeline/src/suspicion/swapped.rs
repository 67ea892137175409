//! A mirror that put its own address or name where the text named its publisher: `对江畔日报记者说`
//! → `对mirror.example记者说`.

use super::{Sign, Story};

/// How far after an address a dateline may end, in characters: `某站舟山10月12日电`.
const DATELINE: usize = 14;
/// Ends of the names of sites that only copy.
const COPIERS: [&str; 5] = ["资讯站", "快递站", "资讯网", "快讯站", "聚合网"];

pub(super) fn sign(story: &Story<'_>) -> Option<Sign> {
    let host = story.article.host.as_deref();
    let host = host.map(|host| deltascope_text::simplify(host).text().to_owned());
    let swapped = |text: &String| {
        let known = host.iter().filter(|host| host.contains('.') && text.contains(*host));
        let copier = host.iter().filter(|host| COPIERS.iter().any(|end| host.ends_with(end)));
        let named = copier.filter(|host| stands_for_a_medium(text, host));
        let address = addresses(text).find(|address| stands_for_a_medium(text, address));
        known.chain(named).next().cloned().or(address.map(str::to_owned))
    };
    let (paragraph, name) = story
        .paragraphs
        .iter()
        .enumerate()
        .find_map(|(nth, text)| swapped(text).map(|name| (nth, name)))?;
    let reason =
        format!("“{name}” stands in the story where its publisher's name stood; find the original");
    Some(Sign { reason, paragraph })
}

/// Whether a reporter or a dateline follows a name somewhere.
fn stands_for_a_medium(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = &text[at + name.len()..];
        let near: String = after.chars().take(DATELINE).collect();
        let near = near.split(['，', ',', '。', '“']).next().unwrap_or_default();
        after.starts_with("记者") || near.contains("日电") || near.contains("日讯")
    })
}

/// Names of hosts in a text: `www.a.example`, without those of mail.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '@');
    text.split(move |char: char| !is_part(char)).filter(|word| {
        let last = word.rsplit('.').next().unwrap_or_default();
        word.contains('.')
            && !word.contains('@')
            && last.len() >= 2
            && last.chars().all(|char| char.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STORY, check};

    #[test]
    fn cases() {
        check(&format!("{STORY}“排队短了。”厂长对mirror.example记者说。"), &["swapped-domain"]);
        check(&format!("mirror.example江畔6月4日电 {STORY}"), &["swapped-domain"]);
        check(&format!("{STORY}预约请到share.example登记,记者可写信给news@river.example。"), &[]);
    }
}
