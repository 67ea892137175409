//! The title once more, stuck to the end of the last paragraph: `……分担。三市共用仪器一年记` →
//! `……分担。`

use super::{Cut, noise};

/// A title shorter than this may well close a paragraph, in bytes.
const LEAST: usize = 18;

pub(super) fn cuts(raw: &str, title: Option<&str>) -> Vec<Cut> {
    let Some(title) = title.filter(|title| title.len() >= LEAST) else { return Vec::new() };
    let Some(before) = raw.trim_end().strip_suffix(title) else { return Vec::new() };
    // Behind a full sentence; what is said in a sentence is no echo.
    let closed = before.trim_end().ends_with(['。', '”', '！', '？', ')', '）']);
    let start = before.len();
    if closed { vec![noise("title-echo", start..start + title.len())] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_under;

    #[test]
    fn cases() {
        let title = Some("三市共用仪器一年记");
        check_under(title, "费用由双方分担。三市共用仪器一年记", "费用由双方分担。");
        check_under(title, "报道题为三市共用仪器一年记", "报道题为三市共用仪器一年记");
    }
}
