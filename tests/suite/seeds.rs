//! Five real pages, where `../shared/seeds` holds them: six articles, each with what its page says
//! about it and with nothing else in its body.

use crate::pages::{corpus, files, of_page, root};

/// What must come out of a page.
struct Expected {
    path: &'static str,
    articles: &'static [Story],
}

struct Story {
    title: Option<&'static str>,
    publisher: Option<&'static str>,
    published: Option<&'static str>,
    byline: &'static [&'static str],
    paragraphs: usize,
}

const EXPECTED: [Expected; 5] = [
    Expected {
        path: "000_f188eff5a26466b9.txt",
        articles: &[Story {
            title: Some("上海普陀携手沿沪宁七市一区 共同探索跨区域协同创新路径"),
            publisher: Some("光明日报客户端"),
            published: Some("2025-03-10"),
            byline: &["颜维琦", "魏娜"],
            paragraphs: 6,
        }],
    },
    Expected {
        path: "001_f8b5f49c4e14440d.txt",
        articles: &[Story {
            title: Some("上海国际科创中心开启区域协同时代"),
            publisher: Some("财联社"),
            published: None,
            byline: &[],
            paragraphs: 19,
        }],
    },
    Expected {
        path: "002_e45649dfd47dd5b7.txt",
        articles: &[Story {
            title: Some("扎实推进长三角一体化高质量发展 | 长三角合力构建科创共同体"),
            publisher: Some("新华日报·交汇点"),
            published: Some("2023-06-01"),
            byline: &["蔡姝雯", "张宣"],
            paragraphs: 21,
        }],
    },
    Expected {
        path: "003_8f4af00f1b298b53.txt",
        articles: &[Story {
            title: Some("长三角科技创新共同体建设进展如何?这场发布会给出详细解答"),
            publisher: Some("第一财经"),
            published: None,
            byline: &["金叶子"],
            paragraphs: 15,
        }],
    },
    Expected {
        path: "004_e0227c7afffce93a.txt",
        articles: &[
            Story {
                title: None,
                publisher: None,
                published: None,
                byline: &["孟歆迪"],
                paragraphs: 6,
            },
            Story { title: None, publisher: None, published: None, byline: &[], paragraphs: 1 },
        ],
    },
];

/// Words of the furniture and the spam of these pages; none belongs into a body.
const FOREIGN: [&str; 12] = [
    "配资",
    "直播",
    "点击",
    "责编",
    "记者 ",
    "资料图",
    "相关阅读",
    "2026-01",
    "免责声明",
    "特别声明",
    "Notice",
    "图片来源",
];

#[test]
fn real_pages_come_out_clean() {
    let folder = root().join("../shared/seeds");
    if !folder.exists() {
        println!(
            "no ../shared/seeds beside this checkout: the test on real pages has nothing to run on"
        );
        return;
    }
    let corpus = corpus(&files(&folder, "txt"));
    for expected in EXPECTED {
        let articles = of_page(&corpus, expected.path);
        assert_eq!(articles.len(), expected.articles.len(), "stories of {}", expected.path);
        for (article, story) in articles.iter().zip(expected.articles) {
            assert_eq!(
                article.title.as_ref().map(|title| title.text.as_str()),
                story.title,
                "{}",
                expected.path
            );
            assert_eq!(article.publisher.as_deref(), story.publisher, "{}", expected.path);
            assert_eq!(
                article.published.as_ref().map(|date| date.edtf.as_str()),
                story.published,
                "{}",
                expected.path
            );
            assert_eq!(article.byline, story.byline, "{}", expected.path);
            assert_eq!(article.paragraphs.len(), story.paragraphs, "{}", expected.path);
            let body = article.paragraphs.concat();
            for word in FOREIGN {
                assert!(!body.contains(word), "“{word}” stands in the body of {}", expected.path);
            }
        }
    }
}
