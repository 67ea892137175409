//! A line that is nothing but a link: a heading of another story. A title may be one, see `meta`.

use deltascope_model::Label;

use super::Rule;

pub(super) const RULE: Rule = Rule {
    name: "linked",
    label: Label::Noise,
    weight: -30,
    words: &[],
    test: |page, at| {
        let tags = &page.blocks[at].tags;
        tags.linked && !tags.headline
    },
};

#[cfg(test)]
mod tests {
    use super::super::tests::check_html;

    #[test]
    fn cases() {
        let story = "<p>市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家,周末也不例外,志愿者每晚轮流值守,阅览室的灯会一直亮着。</p>";
        check_html(&format!("<p><a href=a>游园会周末开幕</a></p>{story}"), Some("linked"));
        check_html(&format!("<h1><a href=a>游园会周末开幕</a></h1>{story}"), None);
        check_html(&format!("<p>见<a href=a>游园会周末开幕</a></p>{story}"), None);
        check_html(
            "<p><a href=a>市图书馆昨天延长了开放时间,读者可以一直待到晚上十点再回家,周末也不例外,志愿者每晚轮流值守,阅览室的灯会一直亮着。</a></p>",
            None,
        );
    }
}
