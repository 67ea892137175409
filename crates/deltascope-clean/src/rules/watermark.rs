//! The site's own address or name between two paragraphs, over and over, so that whoever copies them
//! copies it, too: `江畔在线,www.jiangpan.example`, `j i a n g p a n . example`, `江 畔 在 线 网`.

use std::collections::BTreeMap;

use deltascope_model::Label;

use super::Rule;
use crate::block::{Block, is_blank, is_han};

/// As many such lines of one domain are no chance.
const LEAST: usize = 2;
/// A longer one says more, in characters without blanks, and more Han characters do.
const LONGEST: usize = 36;
const LONGEST_NAME: usize = 10;
/// As many single characters are stretched.
const STRETCHED: usize = 3;

pub(super) const RULE: Rule = Rule {
    name: "watermark",
    label: Label::Noise,
    weight: -4,
    words: &[&[".", "网"]],
    test: |page, at| page.watermarks[at],
};

/// For each block whether it is such a line; none stands above the first prose.
pub(super) fn marks(blocks: &[Block], first_prose: Option<usize>) -> Vec<bool> {
    let mut marks = vec![false; blocks.len()];
    let below = first_prose.unwrap_or(blocks.len())..blocks.len();
    let own = |at: usize| Some((at, domain(&blocks[at])?));
    let found: Vec<(usize, String)> = below.clone().filter_map(own).collect();
    if found.len() < LEAST {
        return marks;
    }
    // How many lines of an address there are, and how many of them have a name.
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (at, own) in &found {
        let [all, named] = counts.entry(own).or_default();
        (*all, *named) = (*all + 1, *named + usize::from(blocks[*at].han > 0));
    }
    for (at, own) in &found {
        let [all, named] = counts[own.as_str()];
        marks[*at] = all >= LEAST && named > 0;
    }
    if counts.values().map(|[_, named]| named).sum::<usize>() >= LEAST {
        below.filter(|at| is_stretched(&blocks[*at])).for_each(|at| marks[at] = true);
    }
    marks
}

/// The last two parts of the address that is all of a line, a name before it aside.
fn domain(block: &Block) -> Option<String> {
    if block.chars > LONGEST
        || block.han > LONGEST_NAME
        || block.tags.linked
        || !block.text.ends_with(|char: char| char.is_ascii_lowercase())
        || block.text.contains([':', '：', '/', '@', '(', '（'])
    {
        return None;
    }
    memchr::memchr(b'.', block.text.as_bytes())?;
    let text: String = block.text.chars().filter(|char| !is_blank(*char)).collect();
    let text = text.trim_matches(|char: char| !char.is_ascii());
    let text = text.trim_matches([',', '|', '-']).to_ascii_lowercase();
    let mut parts = text.rsplit('.');
    let (last, site) = (parts.next()?, parts.next()?);
    let is_part =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_last =
        (2..=7).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_last && site.len() >= 2 && is_part(site) && parts.all(is_part))
        .then(|| format!("{site}.{last}"))
}

/// A name with blanks between its characters: `江 畔 在 线 网`.
fn is_stretched(block: &Block) -> bool {
    let text = &*block.text;
    block.chars <= LONGEST
        && text.ends_with('网')
        && text.split(is_blank).filter(|part| part.chars().count() == 1).count() >= STRETCHED
        && text.chars().all(|char| is_han(char) || is_blank(char))
}

#[cfg(test)]
mod tests {
    use crate::block::blocks;
    use crate::rules::verdicts;

    const PROSE: &str =
        "三市科技部门上周商定,共用一批大型仪器,费用由双方分担,首批开放设备一百二十台。";

    /// Checks how many of the lines are watermarks, with a paragraph before each.
    #[track_caller]
    fn check(lines: &[&str], expected: usize) {
        let page = format!("{PROSE}\n{}\n", lines.join(&format!("\n{PROSE}\n")));
        let verdicts = verdicts(&blocks(&page));
        let found = verdicts.iter().flatten().filter(|told| told.rule == "watermark").count();
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn cases() {
        check(&["江畔在线,www.jiangpan.example", "江畔论坛 bbs.jiangpan.example"], 2);
        let stretched = "江 畔 在 线 网";
        check(&["江畔在线,jiangpan.example", "J i a n g p a n . example", stretched], 2);
        check(&["江畔在线,jiangpan.example", stretched], 0);
        check(&["江畔在线,www.jiangpan.example", "江畔论坛,bbs.jiangpan.example", stretched], 3);
        check(&["江畔在线,www.jiangpan.example", "清河在线,www.qinghe.example"], 0);
        check(&["Node.js", "Node.js", stretched], 0);
        check(&["预约网址:www.jiangpan.example", "查询网址:www.jiangpan.example"], 0);
    }
}
