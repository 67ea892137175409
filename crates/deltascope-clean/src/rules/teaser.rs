//! A teaser: a sentence or headline right before a bare timestamp, where the page does so often.

use deltascope_model::Label;

use super::Rule;

pub(super) const RULE: Rule = Rule {
    name: "teaser",
    label: Label::Noise,
    weight: -60,
    test: |page, at| {
        // `标题 / 来源 / 时间`: the timestamp stands up to two short lines below.
        let stamp = (at + 1..page.blocks.len().min(at + 4)).find(|next| page.stamps[*next]);
        let Some(stamp) = stamp else { return false };
        let direct = stamp == at + 1;
        let between_short = (at + 1..stamp)
            .all(|next| page.blocks[next].chars <= 16 && !page.blocks[next].ends_sentence());
        if page.blocks[at].is_prose() {
            return direct && page.stamped_prose >= 2 || page.stamped_lines >= 8 && between_short;
        }
        page.stamped_lines >= 4 && between_short && page.blocks[at].chars <= 80
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        let prose =
            "市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家。\n2026-01-23 10:13\n";
        check(&prose.repeat(3), Some("teaser"));
        check(&format!("{prose}正文开始"), None);
        check(&"游园会周末开幕\n某地晚报\n2026-01-23 11:13:03\n".repeat(5), Some("teaser"));
        check("游园会周末开幕\n2026-01-23 11:13:03\n来源", None);
    }
}
