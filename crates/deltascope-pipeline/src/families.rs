//! Reprints: stories whose text is the same, script, width and punctuation aside.
//!
//! Only whole equality is seen today; reprints with cuts or changes stand apart.

use std::collections::BTreeMap;

use deltascope_model::{Article, Family};

/// The families of two and more, sorted by id; the earliest known publication leads.
pub fn families(articles: &[Article]) -> Vec<Family> {
    let mut by_text: BTreeMap<String, Vec<&Article>> = BTreeMap::new();
    for article in articles {
        by_text.entry(essence(article)).or_default().push(article);
    }
    let mut families: Vec<Family> = by_text
        .into_values()
        .filter(|members| members.len() > 1)
        .map(|mut members| {
            members.sort_by_key(|article| {
                let day =
                    article.published.as_ref().map_or(i32::MAX, |date| date.edtf.sort_key().0);
                (day, &article.id)
            });
            Family {
                id: format!("f-{}", members[0].id),
                members: members.iter().map(|article| article.id.clone()).collect(),
            }
        })
        .collect();
    families.sort_by(|one, other| one.id.cmp(&other.id));
    families
}

/// A digest of the story's letters and characters, in Simplified.
fn essence(article: &Article) -> String {
    let mut letters = String::new();
    for paragraph in &article.paragraphs {
        letters.extend(
            deltascope_text::fold(paragraph).text().chars().filter(|char| char.is_alphanumeric()),
        );
    }
    deltascope_clean::digest(letters.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, Edtf, PageDate, TextRange};

    fn article(id: &str, text: &str, published: Option<&str>) -> Article {
        Article {
            id: id.into(),
            page: id.into(),
            title: None,
            publisher: None,
            host: None,
            byline: Vec::new(),
            dateline: None,
            published: published.map(|text| PageDate {
                edtf: Edtf::new(text).unwrap(),
                basis: Basis::Stated,
                range: TextRange::default(),
            }),
            page_date: None,
            script: deltascope_model::Script::Hans,
            paragraphs: vec![text.into()],
            spans: vec![Vec::new()],
        }
    }

    #[test]
    fn the_same_story_in_two_scripts_is_one_family() {
        let families = families(&[
            article("a", "三市共用仪器,费用分担。", Some("2024-06-06")),
            article("b", "三市共用儀器，費用分擔。", Some("2024-06-05")),
            article("c", "三市共用船队。", None),
        ]);
        assert_eq!(families, [Family { id: "f-b".into(), members: vec!["b".into(), "a".into()] }]);
    }
}
