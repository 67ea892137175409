//! What holds for any text.

use deltascope_extract::{extract, times};
use proptest::prelude::*;

use super::{gazetteer, page};

proptest! {
    #[test]
    fn any_text_gives_literal_evidence_and_no_panic(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("去年"), Just("2024年"), Just("6月"), Just("5日"), Just("至"), Just("《"), Just("》"),
                Just("“"), Just("”"), Just("（"), Just("）"), Just("成立"), Just("平台"), Just("四川海缆检测中心"),
                Just("，"), Just("。"), Just("该平台"), Just("下称"), Just("十四五"), Just("自"), Just("以来"),
                Just("青川绿色平台"), Just("99"), Just("9999年"), Just("前"), Just("近"), Just("當日"), Just("\u{301}"),
                Just("è"), Just("2024-02-30"), Just("02-30 10:10"), Just("-"), Just("和"), Just("31日"), Just("此前一天"),
            ],
            0..24,
        ),
        noise in ".{0,40}",
        published in prop_oneof![Just(None), Just(Some("2025-03-31")), Just(Some("2025")), Just(Some("../2024-02"))],
    ) {
        let text = pieces.concat();
        let pages = [page("p", published, &[&text, &noise])];
        let facts = extract(&pages, &gazetteer());
        let page_text = &pages[0].page.text;
        let evidence = facts
            .times
            .iter()
            .map(|time| &time.evidence)
            .chain(facts.events.iter().flat_map(|event| &event.evidence))
            .chain(facts.initiatives.iter().flat_map(|one| &one.evidence))
            .chain(facts.organisations.iter().flat_map(|one| &one.evidence))
            .chain(facts.people.iter().flat_map(|one| &one.evidence))
            .chain(facts.people.iter().flat_map(|one| &one.offices).flat_map(|one| &one.evidence));
        for one in evidence {
            prop_assert_eq!(one.range.slice(page_text), Some(one.text.as_str()));
        }
        let mut last = 0;
        for time in times(&text, None) {
            prop_assert!(time.range.start() >= last);
            last = time.range.end();
        }
    }
}
