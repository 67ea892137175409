//! How far an initiative is: the furthest phase of its own life that it has come to.
//!
//! 1. what happened on a date, of equally far phases the latest
//! 2. further yet what a sentence plainly says was done, whenever that was ([`crate::undated`]); its sentences
//!    are then the status's own evidence, as no event holds them
//!
//! A phase counts where it says how far a thing of this kind is. A programme or a corridor is not issued, as
//! papers of it may be; a corridor is not held; a list tells how others see a thing, and counts only where
//! nothing else does and being on it is a recognition (入选, 认定), no rank.

use deltascope_model::{Event, EventStanding, Evidence, InitiativeKind, Phase};

/// How far a thing is, and what says so where no event does.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) phase: Option<Phase>,
    pub(crate) evidence: Vec<Evidence>,
}

/// The status of a thing of this name and kind, by its events and by what is stated of it without a date.
pub(crate) fn status(
    events: &[Event],
    stated: Vec<(Phase, Evidence)>,
    kind: InitiativeKind,
    name: &str,
) -> Status {
    let happened = events.iter().filter(|event| event.standing == EventStanding::Happened);
    let dated = happened
        .filter(|event| event.phase != Phase::Listed || recognises(event))
        .filter_map(|event| {
            Some((step(event.phase, kind, name)?, event.date.edtf.bounds().last, event.phase))
        })
        .max();
    let told =
        stated.iter().filter_map(|(phase, _)| Some((step(*phase, kind, name)?, *phase))).max();
    match told {
        Some((far, phase)) if dated.is_none_or(|(dated, ..)| far > dated) => {
            let sentences = stated.into_iter().filter(|(other, _)| *other == phase);
            let mut evidence: Vec<Evidence> = sentences.map(|(_, evidence)| evidence).collect();
            evidence.sort_unstable();
            evidence.dedup();
            Status { phase: Some(phase), evidence }
        }
        _ => Status { phase: dated.map(|(.., phase)| phase), evidence: Vec::new() },
    }
}

/// How far along its life a thing of this kind is in a phase; none where the phase does not say.
fn step(phase: Phase, kind: InitiativeKind, name: &str) -> Option<u8> {
    use InitiativeKind as Kind;
    const PAPERS: [&str; 6] = ["指数", "报告", "榜单", "名单", "目录", "蓝皮书"];
    let paper = kind.is_document() || PAPERS.iter().any(|end| name.ends_with(end));
    let step = match phase {
        Phase::Listed => 0,
        Phase::Proposed => 1,
        Phase::Signed | Phase::Adopted => 2,
        Phase::Issued if paper => 3,
        Phase::Launched | Phase::Established => 4,
        Phase::InForce if paper => 4,
        Phase::Held if kind == Kind::Programme => 4,
        Phase::Held if kind == Kind::Event => 5,
        Phase::Completed => 5,
        Phase::Issued | Phase::InForce | Phase::Held | Phase::Target => return None,
    };
    Some(step)
}

/// True where being on a list is a recognition.
fn recognises(event: &Event) -> bool {
    const RECOGNISED: [&str; 8] = ["入选", "入選", "获评", "獲評", "认定", "認定", "名单", "名單"];
    event.evidence.iter().any(|said| RECOGNISED.iter().any(|word| said.text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use deltascope_model::{Basis, Edtf, EventDate, TextRange};

    fn said(text: &str) -> Evidence {
        Evidence { article: "a".into(), range: TextRange::of(0, text.len()), text: text.into() }
    }

    fn event(phase: Phase, day: &str, text: &str) -> Event {
        Event {
            id: String::new(),
            initiative: String::new(),
            phase,
            date: EventDate { edtf: Edtf::new(day).unwrap(), basis: Basis::Stated },
            standing: EventStanding::Happened,
            said_by: Vec::new(),
            actors: Vec::new(),
            places: Vec::new(),
            evidence: vec![said(text)],
        }
    }

    #[track_caller]
    fn check(events: &[Event], kind: InitiativeKind, name: &str, expected: Option<Phase>) {
        assert_eq!(status(events, Vec::new(), kind, name).phase, expected);
    }

    #[test]
    fn a_phase_counts_where_it_says_how_far_such_a_thing_is() {
        use InitiativeKind::{Centre, Cluster, Corridor, Event, Law, Programme, Project};
        use Phase::{
            Adopted, Established, Held, InForce, Issued, Launched, Listed, Proposed, Signed,
        };
        let held = [event(Launched, "2024-03", ""), event(Held, "2025-03", "")];
        check(&held, Event, "论坛", Some(Held));
        check(&held, Corridor, "走廊", Some(Launched));
        check(&held[1..], Corridor, "走廊", None);
        let papers = [event(Issued, "2022", "")];
        check(&papers, Programme, "攻关计划", None);
        check(&papers, Programme, "发展指数", Some(Issued));
        let ranked = [event(Listed, "2024", "集群位列第五")];
        check(&ranked, Cluster, "集群", None);
        check(&[event(Listed, "2024", "集群入选名单")], Cluster, "集群", Some(Listed));
        let written = [event(Established, "2018", ""), event(Listed, "2020", "列入名单")];
        check(&written, Centre, "实验室", Some(Established));
        // What is decided or put forward later takes nothing back.
        check(
            &[event(Established, "2023", ""), event(Adopted, "2026", "")],
            Project,
            "开发区",
            Some(Established),
        );
        check(
            &[event(InForce, "2020", ""), event(Proposed, "2025", "")],
            Law,
            "条例",
            Some(InForce),
        );
        check(
            &[event(Launched, "2024", ""), event(Signed, "2025", "")],
            Corridor,
            "带",
            Some(Launched),
        );
    }

    #[test]
    fn what_is_done_without_a_date_says_how_far_a_thing_is() {
        let launched = [event(Phase::Launched, "2020", "启动")];
        let built = vec![(Phase::Completed, said("已建成"))];
        let found = status(&launched, built, InitiativeKind::Project, "大桥");
        assert_eq!(found, Status { phase: Some(Phase::Completed), evidence: vec![said("已建成")] });
        let opened = vec![(Phase::Launched, said("已启用"))];
        let found = status(&launched, opened, InitiativeKind::Project, "大桥");
        assert_eq!(found, Status { phase: Some(Phase::Launched), evidence: Vec::new() });
    }
}
