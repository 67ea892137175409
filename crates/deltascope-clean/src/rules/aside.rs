//! What stands beside the story by the tags of its page: comments, lists of other stories, the foot.
//! Asked last, where no rule knows the block by its own look.

use deltascope_model::Label;

use super::Rule;

pub(super) const RULE: Rule = Rule {
    name: "aside",
    label: Label::Noise,
    weight: -40,
    words: &[],
    test: |page, at| page.blocks[at].tags.aside,
};

#[cfg(test)]
mod tests {
    use super::super::tests::check_html;

    #[test]
    fn cases() {
        let story = "<p>市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家,周末也不例外,志愿者每晚轮流值守,阅览室的灯会一直亮着。</p>";
        check_html(&format!("<div class=comments>写得好</div>{story}"), Some("aside"));
        check_html(&format!("<div class=wrap>写得好</div>{story}"), None);
        check_html(&format!("<div class=comments>{story}</div>"), None);
        check_html(&format!("<aside>来源:江畔日报</aside>{story}"), Some("source-line"));
    }
}
