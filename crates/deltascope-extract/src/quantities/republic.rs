//! `91年` that is a year of the Republic of China and no span of time.

use rust_decimal::Decimal;

use super::numeral::{Form, Numeral};
use super::shape::Place;
use super::units::Unit;
use super::{near_before, near_behind};

impl Place<'_> {
    /// `91年3月`, `91年同期`, `从91年到92年`, `由91年的5%`: a year of the Republic, not a span of time;
    /// so also `91年` at the head of a clause near one of these.
    pub(super) fn is_bare_year(self, number: Numeral, unit: &Unit) -> bool {
        let plain = number.form == Form::Arabic && number.vague.is_none();
        if unit.name != "年" || !plain || !is_year_of_republic(number.value) {
            return false;
        }
        let Some(behind) = self.text[self.at + number.len..].trim_start().strip_prefix('年')
        else {
            return false;
        };
        if is_in_slot(self.before(), behind) {
            return true;
        }
        let close = self.before().trim_end();
        let heads = close.is_empty() || close.ends_with(['，', '。', '；', '\n']);
        let long = ["的", "来", "前", "后", "间", "多", "以", "历史", "内", "里"];
        if !(heads || close.ends_with("到了")) || long.iter().any(|word| behind.starts_with(word))
        {
            return false;
        }
        let start = self.at - near_before(self.before()).len();
        let end = self.text.len() - behind.len() + near_behind(behind).len();
        let near = &self.text[start..end];
        near.contains("民国")
            || near.match_indices('年').any(|(at, year)| {
                let before = near[..at].trim_end_matches(|c: char| c.is_ascii_digit());
                let year_before = near[before.len()..at].parse().is_ok_and(is_year_of_republic);
                year_before && is_in_slot(before, &near[at + year.len()..])
            })
    }
}

/// Whether a number can be a year of the Republic of China that news tells of.
fn is_year_of_republic(value: Decimal) -> bool {
    value.scale() == 0 && value >= Decimal::from(80) && value <= Decimal::from(130)
}

/// Whether what stands before a number and behind its 年 makes it a year.
fn is_in_slot(before: &str, behind: &str) -> bool {
    const FROM: [char; 3] = ['从', '由', '自'];
    let other = |c: char| !c.is_ascii_digit();
    let ahead = behind.trim_start();
    let (digits, rest) = ahead.split_at(ahead.find(other).unwrap_or(ahead.len()));
    if behind.starts_with("同期") || rest.starts_with('月') && matches!(digits.len(), 1 | 2) {
        return true;
    }
    let before = before.trim_end();
    let year = |digits: &str| digits.parse().is_ok_and(is_year_of_republic);
    // 从91年 到95年
    let to = behind.strip_prefix(['到', '至']).map(str::trim_start).is_some_and(|text| {
        let (digits, rest) = text.split_at(text.find(other).unwrap_or(text.len()));
        year(digits) && rest.starts_with('年')
    });
    // 从91年到 95年
    let came = before.strip_suffix(['到', '至']).and_then(|text| text.strip_suffix('年'));
    let from = came.is_some_and(|text| {
        let start = text.trim_end_matches(|c: char| c.is_ascii_digit());
        year(&text[start.len()..]) && start.trim_end().ends_with(FROM)
    });
    // 由91年的5%
    let value = behind
        .strip_prefix('的')
        .is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    from || to && before.ends_with(FROM)
        || value && before.ends_with(['从', '由', '自', '为', '至', '到'])
}
