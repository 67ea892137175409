//! Markup and file endings left in the text: `<cite id="x">首批</cite>设备.webp)` → `首批设备`. Types in
//! code stand in such brackets too, `Vec<Route>`: only names of elements are markup.

use super::{Cut, noise};
use crate::pattern::Pattern;

static TAG: Pattern = Pattern::new(
    r"(?i)</?(?:a|abbr|b|big|blockquote|br|center|cite|code|div|em|embed|figure|font|h[1-6]|hr|i|iframe|img|ins|label|li|object|ol|p|param|pre|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|u|ul|video)(?:\s+[a-z-]+\s*=[^<>]{0,80})?\s*/?>|\.(?:webp|jpe?g|png|gif)\)|&(?:nbsp|amp|quot|lt|gt|ldquo|rdquo);",
);

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
        check("返回 Vec<Route>,首批", &[], "返回 Vec<Route>,首批");
        check("当 a<b 时,取 b>c 的值", &[], "当 a<b 时,取 b>c 的值");
    }
}
