//! Documents by the numbers that their makers give them: `《甲意见》（乙发〔2019〕6号）` was issued in 2019.

use deltascope_model::{Basis, Edtf, EventStanding, Phase, TextRange};

use crate::bind::{Bound, Sentence, slice};

/// The documents of a sentence whose numbers stand right behind them, each issued in its number's year.
pub(crate) fn issued(sentence: &Sentence<'_>) -> Vec<Bound> {
    let mentions = sentence.mentions.iter().enumerate();
    let titles = mentions.filter(|(_, name)| name.title && name.kind.is_document());
    let numbered = titles.filter_map(|(mention, name)| {
        let behind = slice(sentence.text, name.range.end(), sentence.range.end());
        let (year, len) = year_of_number(behind)?;
        let verb = TextRange::new(name.range.end(), name.range.end() + len as u32);
        Some(Bound {
            mention,
            phase: Phase::Issued,
            edtf: Edtf::new(year).ok()?,
            basis: Basis::Stated,
            standing: EventStanding::Happened,
            verb,
            scope: TextRange::new(name.range.start(), verb.end()),
        })
    });
    numbered.collect()
}

/// The year of a document's number that a bracket gives, and how long the bracket is: 2019 of `（乙发〔2019〕6号）`.
fn year_of_number(behind: &str) -> Option<(&str, usize)> {
    const LONGEST: usize = 60;
    let inside = behind.strip_prefix(['(', '（'])?;
    let end = inside.find([')', '）']).filter(|end| *end <= LONGEST)?;
    let (maker, rest) = inside[..end].split_once(['〔', '[', '［'])?;
    let (year, number) = rest.split_once(['〕', ']', '］'])?;
    let number = number.strip_suffix('号')?;
    let number = number.strip_prefix('第').unwrap_or(number);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = !maker.is_empty() && year.len() == 4 && digits(year) && digits(number);
    let close = behind.len() - inside.len() + end;
    let mark = behind[close..].chars().next()?.len_utf8();
    plain.then_some((year, close + mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_documents_have_a_year() {
        for (behind, expected) in [
            ("（川办发〔2019〕6号）印发", Some("2019")),
            ("(川办发[2019]第16号)", Some("2019")),
            ("（2019年6号）", None),
            ("（川办发〔2019〕6次）", None),
            ("（见〔甲〕6号）", None),
            ("（川办发〔2019", None),
            ("川办发〔2019〕6号", None),
        ] {
            let found = year_of_number(behind);
            assert_eq!(found.map(|(year, _)| year), expected, "{behind}");
            assert!(found.is_none_or(|(_, len)| behind[..len].ends_with([')', '）'])));
        }
    }
}
