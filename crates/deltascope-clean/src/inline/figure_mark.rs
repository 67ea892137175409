//! A picture's mark left in the text: `实验室(资料图片)昨天开放` → `实验室昨天开放`.

use super::{Cut, noise};
use crate::pattern::Pattern;

static MARK: Pattern = Pattern::new(
    r"[(（【\[]\s*(?:资料图片?|資料圖片?|资料照片?|图片?|圖片?|组图|組圖|视频|图片来源[^)）】\]]{0,20}|图[/／源][^)）】\]]{1,16})\s*[)）】\]]",
);

/// One of these stands in each mark.
pub(super) const WORDS: [&str; 4] = ["图", "圖", "资料照", "视频"];

pub(super) fn cuts(raw: &str) -> Vec<Cut> {
    MARK.find_iter(raw).map(|found| noise("figure-mark", found.range())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("实验室(资料图片)昨天开放。", &[], "实验室昨天开放。");
        check("突破【资料图】技术", &[], "突破技术");
        check("两市(县)共用。", &[], "两市(县)共用。");
    }
}
