//! The caption of a picture by the tags of its page: `figcaption`, `class="caption"`. Asked where no
//! rule knows the block by its own look.

use deltascope_model::Label;

use super::Rule;

pub(super) const RULE: Rule = Rule {
    name: "caption",
    label: Label::Noise,
    weight: -4,
    words: &[],
    test: |page, at| page.blocks[at].tags.caption,
};

#[cfg(test)]
mod tests {
    use super::super::tests::check_html;

    #[test]
    fn cases() {
        let story = "<p>市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家,周末也不例外,志愿者每晚轮流值守,阅览室的灯会一直亮着。</p>";
        let figure = |caption: &str| format!("<figure><img src=a>{caption}</figure>{story}");
        check_html(&figure("<figcaption>阅览室的新灯</figcaption>"), Some("caption"));
        check_html(&figure("<p class=caption>阅览室的新灯</p>"), Some("caption"));
        check_html(&figure("<p>阅览室的新灯</p>"), None);
    }
}
