//! Markup and file endings left in the text: `<cite id="x">首批</cite>设备.webp)` → `首批设备`.

use std::sync::LazyLock;

use regex::Regex;

use super::{Cut, noise};

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)</?[a-z][a-z0-9]{0,11}(?:\s+[a-z-]+\s*=[^<>]{0,80})?\s*/?>|\.(?:webp|jpe?g|png|gif)\)|&(?:nbsp|amp|quot|lt|gt|ldquo|rdquo);")
        .expect("fixed")
});

pub(super) fn cuts(raw: &str) -> Vec<Cut> {
    let may = memchr::memchr3(b'<', b'&', b'.', raw.as_bytes()).is_some();
    TAG.find_iter(if may { raw } else { "" }).map(|found| noise("raw-tag", found.range())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("<cite id=\"x\">首批</cite>设备.webp)", &[], "首批设备");
        check("当 a<b 时,取 b>c 的值", &[], "当 a<b 时,取 b>c 的值");
    }
}
