//! Reprints: the articles that tell one story, and how their texts differ.
//!
//! - [`letters`]: what every print of a story shares, and its grams
//! - [`sketch`]: which stories a text may repeat, without comparing it with each
//! - [`verdict`]: whether it does
//! - [`clusters`]: the groups
//! - [`differences`]: what each print has that the leading one lacks, and the other way round
//!
//! Work and memory grow with the number of articles, not with that of their pairs.

mod clusters;
mod differences;
mod letters;
mod sketch;
mod verdict;

use deltascope_model::{Article, Family};

use clusters::clusters;
use differences::Leading;

/// The families of two and more, sorted by id; the earliest known publication leads.
pub fn families(articles: &[Article]) -> Vec<Family> {
    let mut families: Vec<Family> = clusters(articles)
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| family(group.into_iter().map(|nth| &articles[nth]).collect()))
        .collect();
    families.sort_by(|one, other| one.id.cmp(&other.id));
    families
}

/// The family of a group: its leader first, then by the same rule.
fn family(mut members: Vec<&Article>) -> Family {
    members.sort_by_key(|article| (published(article), !is_own(article), &article.id));
    let leading = Leading::new(members[0]);
    Family {
        id: format!("f-{}", members[0].id),
        members: members.iter().map(|article| article.id.clone()).collect(),
        differences: members[1..].iter().filter_map(|member| leading.difference(member)).collect(),
    }
}

/// The day by which an article was surely out: the last of a month where only the month is known.
/// One without a date comes after all.
fn published(article: &Article) -> i32 {
    article.published.as_ref().map_or(i32::MAX, |date| date.edtf.sort_key().1)
}

/// True where the site that shows an article is the one that first published it.
fn is_own(article: &Article) -> bool {
    article.publisher.is_some() && article.publisher == article.host
}

/// Articles for tests.
#[cfg(test)]
mod sample {
    use deltascope_model::{Article, TextRange, Title};

    /// An article on a page of its own that holds nothing else.
    pub fn article(id: &str, paragraphs: &[&str]) -> Article {
        let mut at = 0;
        let spans = paragraphs.iter().map(|paragraph| {
            let start = at;
            at += paragraph.len();
            vec![TextRange::of(start, at)]
        });
        Article {
            id: id.into(),
            page: id.into(),
            spans: spans.collect(),
            paragraphs: paragraphs.iter().map(|&text| text.into()).collect(),
            ..Article::default()
        }
    }

    /// The article with a title.
    pub fn titled(article: Article, title: &str) -> Article {
        let title = Title { text: title.into(), range: TextRange::default() };
        Article { title: Some(title), ..article }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use deltascope_model::{Basis, Edtf, PageDate, TextRange};

    /// Sentences of different words, from which stories are put together.
    const SENTENCES: [&str; 12] = [
        "三市共用大型仪器的平台今天开通，企业在网上预约检测。",
        "费用由三市财政各自补助一半，首批入网的设备来自高校和研究所。",
        "以前借一台电镜要跑几个部门，现在从申请到拿到数据只要两天。",
        "闲置的设备有了去处，排队时间比去年短了许多。",
        "平台负责人说，下一步要把维修和培训也搬到网上。",
        "偏远县城的小企业同样用得起好设备，具体办法正在商量。",
        "昨夜的一场大雪压断了城南的两棵老槐树，没有人受伤。",
        "园林工人清早赶来锯掉断枝，给剩下的树干裹上草绳。",
        "附近的居民在树下长大，拿出热茶请工人们暖手。",
        "专家查看后认为老树根系完好，开春仍能发出新芽。",
        "女排姑娘们在主场连扳三局，锁定了联赛的半决赛席位。",
        "主教练赛后表扬替补队员，说她们在最难的时候顶住了压力。",
    ];

    fn told(id: &str, sentences: &[usize]) -> Article {
        sample::article(id, &sentences.iter().map(|&nth| SENTENCES[nth]).collect::<Vec<_>>())
    }

    fn out(mut article: Article, published: &str) -> Article {
        article.published = Some(PageDate {
            edtf: Edtf::new(published).unwrap(),
            basis: Basis::Stated,
            range: TextRange::default(),
        });
        article
    }

    fn by(mut article: Article, publisher: &str, host: &str) -> Article {
        article.publisher = Some(publisher.into());
        article.host = Some(host.into());
        article
    }

    /// The families' members, a word each.
    #[track_caller]
    fn check(articles: &[Article], expected: &[&str]) {
        let found = families(articles);
        let members: Vec<String> = found.iter().map(|family| family.members.join(" ")).collect();
        assert_eq!(members, expected);
        let mut backwards = articles.to_vec();
        backwards.reverse();
        assert_eq!(families(&backwards), found, "the order of articles decides");
    }

    #[test]
    fn the_same_story_in_two_scripts_is_one_family() {
        check(
            &[
                out(sample::article("a", &["三市共用仪器,费用分担。"]), "2024-06-06"),
                out(sample::article("b", &["三市共用儀器，費用分擔。"]), "2024-06-05"),
                sample::article("c", &["三市共用船队。"]),
            ],
            &["b a"],
        );
    }

    #[test]
    fn prints_with_cuts_noise_and_changes_are_one_family() {
        check(
            &[
                told("a", &[0, 1, 2, 3, 4, 5]),
                told("b", &[0, 1, 2, 4]),
                told("c", &[8, 0, 1, 2, 3, 4]),
                told("d", &[6, 7, 8, 9]),
                told("e", &[10, 11]),
            ],
            &["a b c"],
        );
    }

    #[test]
    fn a_digest_joins_none_of_its_stories() {
        let digest = told("z", &[0, 1, 2, 6, 7, 8, 10, 11]);
        check(&[digest.clone(), told("a", &[0, 1, 2]), told("b", &[6, 7, 8])], &[]);
        let prints = [told("c", &[0, 1, 2, 3]), told("d", &[0, 1, 2, 4])];
        check(&[[digest, told("b", &[6, 7, 8])].as_slice(), &prints].concat(), &["c d"]);
    }

    #[test]
    fn furniture_of_a_site_makes_no_family() {
        let notice =
            "欢迎关注本站的公众号，随时掌握本地新闻、交通路况、天气预报和生活资讯，点击即可订阅。";
        let page = |id: &str, from: usize| {
            sample::article(id, &[SENTENCES[from], SENTENCES[from + 1], notice, notice])
        };
        check(&[page("a", 0), page("b", 2), page("c", 6), page("d", 8), page("e", 10)], &[]);
    }

    #[test]
    fn a_few_equal_words_are_a_story_only_under_one_title() {
        let short = |id: &str| sample::article(id, &["详情请看下面的视频报道。"]);
        check(&[sample::titled(short("a"), "大雪"), sample::titled(short("b"), "排球")], &[]);
        check(&[sample::titled(short("a"), "大雪"), sample::titled(short("b"), "大雪")], &["a b"]);
        check(&[sample::article("a", &["更多图片"]), sample::article("b", &["更多图片"])], &[]);
        check(&[sample::article("a", &[]), sample::article("b", &[])], &[]);
    }

    #[test]
    fn the_earliest_known_publication_leads() {
        let text = &[0, 1, 2];
        check(&[told("a", text), out(told("b", text), "2024-06-06")], &["b a"]);
        // A month may mean its last day.
        check(&[out(told("a", text), "2024-06"), out(told("b", text), "2024-06-06")], &["b a"]);
        check(
            &[by(told("a", text), "晚报", "门户"), by(told("b", text), "晚报", "晚报")],
            &["b a"],
        );
        check(&[told("b", text), told("a", text)], &["a b"]);
    }

    #[test]
    fn differences_are_held_against_the_leader() {
        let found = families(&[
            out(told("a", &[0, 1, 2, 3]), "2024-06-05"),
            told("b", &[0, 1, 2, 3]),
            told("c", &[0, 1, 2, 8]),
        ]);
        let differences = &found[0].differences;
        assert_eq!(differences.len(), 1);
        assert_eq!(differences[0].article, "c");
        let page = [0, 1, 2, 8].map(|nth| SENTENCES[nth]).concat();
        assert_eq!(
            differences[0].added[0].slice(&page),
            Some("附近的居民在树下长大，拿出热茶请工人们暖手")
        );
        assert_eq!(differences[0].missing.len(), 1);
    }

    proptest! {
        #[test]
        fn the_order_of_articles_does_not_matter(
            stories in proptest::collection::vec(
                proptest::collection::vec(0..SENTENCES.len(), 1..8), 2..10
            ),
            turn in 0..10_usize,
        ) {
            let mut articles: Vec<Article> = stories
                .iter()
                .enumerate()
                .map(|(nth, sentences)| told(&format!("a{nth}"), sentences))
                .collect();
            let first = families(&articles);
            articles.rotate_left(turn % stories.len());
            prop_assert_eq!(&families(&articles), &first);
            articles.reverse();
            prop_assert_eq!(&families(&articles), &first);
        }

        #[test]
        fn an_article_is_in_one_family(
            stories in proptest::collection::vec(
                proptest::collection::vec(0..SENTENCES.len(), 1..8), 2..10
            ),
        ) {
            let articles: Vec<Article> = stories
                .iter()
                .enumerate()
                .map(|(nth, sentences)| told(&format!("a{nth}"), sentences))
                .collect();
            let families = families(&articles);
            let mut members: Vec<&String> =
                families.iter().flat_map(|family| &family.members).collect();
            members.sort();
            prop_assert!(members.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}
