//! When the articles of a corpus were published, and by whom. Pure.

use std::ops::RangeInclusive;

use deltascope_model::{Article, civil};

use crate::order::in_order;

/// The months of a year, and those articles of it that name no one month.
pub type Months = [usize; 13];

/// How the articles of a corpus are spread.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The first year that has an article.
    pub first: i32,
    /// The articles of each year from the first one on.
    pub years: Vec<Months>,
    /// For each publisher, or none, the articles of each year; who has most comes first.
    pub publishers: Vec<(Option<String>, Vec<usize>)>,
    /// The articles that name no one year.
    pub undated: usize,
}

impl Coverage {
    /// Counts the articles.
    pub fn of(articles: &[Article]) -> Self {
        let dates: Vec<Option<(i32, Option<u32>)>> = articles.iter().map(year_and_month).collect();
        let years = || dates.iter().flatten().map(|(year, _)| *year);
        let first = years().min().unwrap_or_default();
        let width = years().max().map_or(0, |last| (last - first) as usize + 1);
        let mut years = vec![Months::default(); width];
        let mut publishers: Vec<(Option<String>, Vec<usize>)> = Vec::new();
        for (article, date) in articles.iter().zip(&dates) {
            let Some((year, month)) = date else { continue };
            let year = (year - first) as usize;
            years[year][month.map_or(12, |month| month as usize - 1)] += 1;
            let known = publishers.iter().position(|(name, _)| *name == article.publisher);
            let at = known.unwrap_or_else(|| {
                publishers.push((article.publisher.clone(), vec![0; width]));
                publishers.len() - 1
            });
            publishers[at].1[year] += 1;
        }
        let sums = publishers.iter().map(|(_, years)| years.iter().sum::<usize>());
        let order = in_order(sums.map(|sum| (-(sum as i32), 0)));
        Self {
            first,
            years,
            publishers: order.into_iter().map(|at| std::mem::take(&mut publishers[at])).collect(),
            undated: dates.iter().filter(|date| date.is_none()).count(),
        }
    }

    /// The months from the first to the last that has an article, counted from January of the first
    /// year.
    pub fn span(&self) -> Option<RangeInclusive<usize>> {
        let mut with = (0..self.years.len() * 12).filter(|&month| self.month(month) > 0);
        let first = with.next()?;
        Some(first..=with.next_back().unwrap_or(first))
    }

    /// The articles of a month, counted from January of the first year.
    pub fn month(&self, month: usize) -> usize {
        self.years[month / 12][month % 12]
    }
}

/// The year that an article was published in, and the month; none where it may be of several.
fn year_and_month(article: &Article) -> Option<(i32, Option<u32>)> {
    let bounds = article.published.as_ref()?.edtf.bounds();
    let (first, last) = (civil(bounds.first?), civil(bounds.last?));
    (first.0 == last.0).then_some((first.0, (first.1 == last.1).then_some(first.1)))
}

#[cfg(test)]
mod tests {
    use deltascope_model::{Basis, Edtf, PageDate, TextRange};

    use super::*;

    fn article(by: &str, edtf: &str) -> Article {
        let date = Edtf::new(edtf).ok().map(|edtf| PageDate {
            edtf,
            basis: Basis::Stated,
            range: TextRange::new(0, 1),
        });
        let publisher = (!by.is_empty()).then(|| by.to_owned());
        Article { publisher, published: date, ..Article::default() }
    }

    #[test]
    fn articles_stand_in_their_months_and_years() {
        let articles = [
            article("甲报", "2021-11-03"),
            article("乙报", "2022-02"),
            article("乙报", "2022"),
            article("", "2022-02-28"),
            article("甲报", "2021/2022"),
            article("甲报", ""),
        ];
        let found = Coverage::of(&articles);
        let mut years = [Months::default(); 2];
        years[0][10] = 1;
        years[1][1] = 2;
        years[1][12] = 1;
        assert_eq!((found.first, &found.years[..], found.undated), (2021, &years[..], 2));
        let named: Vec<(Option<&str>, &[usize])> =
            found.publishers.iter().map(|(name, all)| (name.as_deref(), &all[..])).collect();
        assert_eq!(named, [(Some("乙报"), &[0, 2][..]), (Some("甲报"), &[1, 0]), (None, &[0, 1])]);
        assert_eq!(found.span(), Some(10..=13));
    }

    #[test]
    fn without_dates_there_is_no_span() {
        let found = Coverage::of(&[article("甲报", ""), article("", "../2024-01")]);
        assert_eq!((found.span(), found.undated, found.years.len()), (None, 2, 0));
    }
}
