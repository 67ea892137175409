//! What a person corrected.

use deltascope_extract::{Gazetteer, extract};

use super::{GAZETTEER, figures_of, page};

fn corrected(corrections: &str) -> Result<Gazetteer, String> {
    Gazetteer::parse(&[("test.toml", GAZETTEER), ("corrections.toml", corrections)])
        .map_err(|error| error.to_string())
}

#[test]
fn a_correction_rejects_or_changes_what_its_words_state() {
    let gazetteer = corrected(
        r#"
        [[correction]]
        fact = "event"
        text = "2023年6月青川绿色服务平台启用"
        initiative = "green-platform"
        date = "2022-06"
        reason = "a misprint"
        [[correction]]
        fact = "figure"
        text = "汇聚检测设备超2.3万台"
        indicator = "检测设备"
        value = "23104"
        qualifier = "exact"
        reason = "the platform's own count"
        [[correction]]
        fact = "quantity"
        text = "另有观众30人"
        expression = "30人"
        reject = true
        reason = "not of the project"
        [[correction]]
        fact = "event"
        text = "此句已不在"
        reject = true
        reason = "an old page"
        "#,
    )
    .expect("the corrections are sound");
    let pages = [
        page(
            "p1",
            Some("2025-03-10"),
            &["2023年6月青川绿色服务平台启用。目前,平台汇聚检测设备超2.3万台。"],
        ),
        page("p2", Some("2025-03-10"), &["另有观众30人,记者5人。"]),
    ];
    let facts = extract(&pages, &gazetteer);
    let dates: Vec<&str> = facts.events.iter().map(|event| event.date.edtf.as_str()).collect();
    assert_eq!(dates, ["2022-06"]);
    assert_eq!(figures_of(&facts), ["green-platform|检测设备|23104 台 exact|-|2025-03-10"]);
    let people: Vec<&str> = facts
        .quantities
        .iter()
        .filter(|one| one.evidence.article.starts_with("p2"))
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(people, ["5人"]);
    let unmet: Vec<&str> = facts
        .issues
        .iter()
        .filter(|issue| issue.kind == "correction-unmet")
        .map(|issue| issue.message.as_str())
        .collect();
    let named = |message: &str| {
        message.starts_with("corrections.toml, correction 4:") && message.contains("此句已不在")
    };
    assert!(unmet.len() == 1 && named(unmet[0]), "{unmet:?}");
}

#[test]
fn a_correction_takes_a_person_out() {
    let entry = "[[correction]]\nfact = \"person\"\ntext = \"院长何平\"\nreject = true\nreason = \"a ship\"";
    let gazetteer = corrected(entry).expect("the correction is sound");
    let told = ["青川医院院长何平出席。", "青川省科技厅厅长周立介绍了方案。"];
    let facts = extract(&[page("p1", Some("2025-03-10"), &told)], &gazetteer);
    let names: Vec<&str> = facts.people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["周立"]);
    assert!(facts.issues.iter().all(|issue| issue.kind != "correction-unmet"));
}

#[test]
fn a_correction_that_cannot_be_done_is_refused() {
    let refused = |fields: &str, why: &str| {
        let entry = format!("[[correction]]\ntext = \"某句\"\n{fields}");
        let message = corrected(&entry).expect_err(fields);
        assert!(message.contains("corrections.toml") && message.contains(why), "{message}");
    };
    refused("fact = \"event\"\nreject = true\nreason = \"\"", "no `reason`");
    refused("fact = \"event\"\nreason = \"a\"", "either");
    refused("fact = \"event\"\nreason = \"a\"\nreject = true\ndate = \"2024\"", "either");
    refused("fact = \"initiative\"\nreason = \"a\"\nvalue = \"2\"", "`value`, which no initiative");
    refused("fact = \"event\"\nreason = \"a\"\nvalue = \"2\"", "`value`, which no event");
    refused("fact = \"time\"\nreason = \"a\"\nphase = \"held\"", "`phase`, which no time");
    refused("fact = \"quantity\"\nreason = \"a\"\nscope = \"b\"", "`scope`, which no quantity");
    refused("fact = \"figure\"\nreason = \"a\"\nstanding = \"b\"", "standing");
    refused("fact = \"figure\"\nreason = \"a\"\nvalue = \"many\"", "no decimal");
    refused("fact = \"rumour\"\nreason = \"a\"\nreject = true", "rumour");
    refused("fact = \"event\"\nreason = \"a\"\ndate = \"soon\"", "soon");
}
