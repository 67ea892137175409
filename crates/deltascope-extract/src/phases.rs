//! Which phase a verb tells of a thing: its own where such a thing can pass through that, or what the verb
//! means of such a thing.
//!
//! - `甲论坛启幕`: a meeting that begins is held; `甲计划收官`: a programme that ends is completed
//! - `甲铁路通车`: a road that is opened is completed, while a service that is opened is launched
//! - `2021年实施的甲项目`: work begins, and only rules come into force
//! - `试行的甲平台`: tried out is launched, where rules that are tried out are in force
//! - `推出甲平台`, `推出甲特展`: a platform is launched, an exhibition held
//! - `甲研究院揭幕`: an institute is established

use deltascope_model::{InitiativeKind, Phase};

use crate::names::Mention;
use crate::triggers::Trigger;

/// What another phase than the verb's own is told by, and of which things.
pub(crate) struct Other {
    words: &'static [&'static str],
    /// Of which things.
    of: fn(&Mention) -> bool,
    phase: Phase,
}

static OTHERS: [Other; 14] = [
    Other {
        words: &["起实施", "正式实施", "实施", "全面实施", "落地实施"],
        of: is_work,
        phase: Phase::Launched,
    },
    Other {
        words: &["开始实施", "进入实施", "上路"],
        of: |name| matches!(name.kind, InitiativeKind::Law | InitiativeKind::Policy),
        phase: Phase::InForce,
    },
    Other { words: &["推出"], of: |name| name.kind == InitiativeKind::Event, phase: Phase::Held },
    Other {
        words: &["试行", "起试行"],
        of: |name| can_be_carried_out(name.kind),
        phase: Phase::Launched,
    },
    // 赛事2017年创办: a meeting that comes again.
    Other {
        words: &["创办", "创立", "创办于", "创立于"],
        of: |name| name.kind == InitiativeKind::Event,
        phase: Phase::Established,
    },
    Other {
        words: &["签约"],
        of: |name| name.kind == InitiativeKind::Platform,
        phase: Phase::Signed,
    },
    Other {
        words: &["推出"],
        of: |name| {
            use InitiativeKind as Kind;
            matches!(name.kind, Kind::Platform | Kind::Programme | Kind::Fund)
        },
        phase: Phase::Launched,
    },
    // 第八届甲奖揭晓
    Other { words: &["揭晓"], of: |name| name.kind == InitiativeKind::Event, phase: Phase::Held },
    // What is shown first is there to be used.
    Other {
        words: &["发布", "发表", "正式发布", "对外发布"],
        of: |name| name.kind == InitiativeKind::Platform,
        phase: Phase::Launched,
    },
    Other {
        words: &["启幕", "拉开帷幕", "拉开序幕", "打响", "开启", "正式开启", "开始"],
        of: |name| name.kind == InitiativeKind::Event,
        phase: Phase::Held,
    },
    Other {
        words: &["收官", "结束", "圆满收官"],
        of: |name| can_be_carried_out(name.kind),
        phase: Phase::Completed,
    },
    Other { words: &["通车", "通了车"], of: is_road, phase: Phase::Completed },
    // Others decide on it; 通过 would be what it decides on itself.
    Other {
        words: &["批复", "获批", "获批复", "获得批复", "批准设立", "获批设立", "批复设立"],
        of: |name| {
            use InitiativeKind as Kind;
            matches!(name.kind, Kind::Alliance | Kind::Platform | Kind::Fund)
        },
        phase: Phase::Adopted,
    },
    Other {
        words: &["揭幕"],
        of: |name| {
            use InitiativeKind as Kind;
            matches!(name.kind, Kind::Centre | Kind::Platform | Kind::Alliance)
        },
        phase: Phase::Established,
    },
];

/// What is done to what is built, and to no plan, fund or alliance.
const BUILDS: [&str; 14] = [
    "开工",
    "开了工",
    "动工",
    "动了工",
    "动土",
    "破土",
    "破土动工",
    "动工兴建",
    "开工建设",
    "开建",
    "奠基",
    "竣工",
    "完工",
    "落成",
];

/// The other phases that a word tells of some things.
pub(crate) fn others_of(word: &str) -> Vec<&'static Other> {
    OTHERS.iter().filter(|one| one.words.contains(&word)).collect()
}

/// The phase that a verb tells of a thing; none where such a thing cannot pass through it.
pub(crate) fn told_of(trigger: &Trigger, name: &Mention) -> Option<Phase> {
    let other = trigger.others.iter().find(|one| (one.of)(name));
    let own = || {
        let done = !BUILDS.contains(&trigger.word) || can_be_built(name.kind);
        (done && fits(trigger.phase, name.kind)).then_some(trigger.phase)
    };
    other.map(|one| one.phase).or_else(own)
}

/// True where a thing of this kind can pass through the phase: an alliance is not issued.
fn fits(phase: Phase, kind: InitiativeKind) -> bool {
    use InitiativeKind as Kind;
    let document = kind.is_document();
    match phase {
        Phase::Issued | Phase::InForce => document || kind == Kind::Programme,
        Phase::Signed => !matches!(kind, Kind::Law | Kind::Event | Kind::Platform),
        Phase::Adopted => {
            document
                || matches!(kind, Kind::Project | Kind::Centre | Kind::Programme | Kind::Cluster)
        }
        Phase::Established | Phase::Completed => !document && kind != Kind::Event,
        Phase::Held => kind == Kind::Event,
        Phase::Launched => !matches!(kind, Kind::Law | Kind::Policy),
        Phase::Proposed | Phase::Listed | Phase::Target => true,
    }
}

/// Kinds whose first day is an event although 开展 is no trigger by itself.
pub(crate) fn can_be_carried_out(kind: InitiativeKind) -> bool {
    matches!(kind, InitiativeKind::Programme | InitiativeKind::Platform | InitiativeKind::Project)
}

/// Kinds of what may be built.
fn can_be_built(kind: InitiativeKind) -> bool {
    use InitiativeKind as Kind;
    !matches!(
        kind,
        Kind::Law | Kind::Plan | Kind::Policy | Kind::Fund | Kind::Alliance | Kind::Event
    )
}

/// True for what is work by its name: 甲计划, 甲工程.
fn is_work(name: &Mention) -> bool {
    const WORKS: [&str; 6] = ["计划", "项目", "工程", "行动", "专项", "试点"];
    let plain = name.name.trim_end_matches(['”', '」', '』']);
    can_be_carried_out(name.kind) && WORKS.iter().any(|end| plain.ends_with(end))
}

/// True for what is built to be travelled on, or a section of it.
fn is_road(name: &Mention) -> bool {
    const ROADS: [&str; 10] =
        ["铁路", "高铁", "公路", "高速", "大桥", "特大桥", "隧道", "通道", "快速路", "段"];
    name.kind == InitiativeKind::Project && ROADS.iter().any(|end| name.name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triggers::triggers;
    use deltascope_model::TextRange;

    #[track_caller]
    fn check(verb: &str, name: &str, kind: InitiativeKind, expected: Option<Phase>) {
        let (_, trigger) = triggers(verb).find(|(_, trigger)| trigger.word == verb).unwrap();
        let name = Mention {
            range: TextRange::new(0, 0),
            key: crate::names::Key::Named(name.to_owned()),
            name: name.to_owned(),
            kind,
            title: false,
            anchored: true,
            told: false,
        };
        assert_eq!(told_of(trigger, &name), expected, "{verb} {}", name.name);
    }

    #[test]
    fn a_verb_means_other_phases_of_other_things() {
        use InitiativeKind::{Event, Law, Platform, Policy, Programme, Project};
        check("启幕", "青川茶业论坛", Event, Some(Phase::Held));
        check("启幕", "青川茶业计划", Programme, Some(Phase::Launched));
        check("收官", "青川茶业计划", Programme, Some(Phase::Completed));
        check("收官", "青川马拉松", Event, Some(Phase::Held));
        check("揭幕", "青川茶业中心", InitiativeKind::Centre, Some(Phase::Established));
        check("揭幕", "青川茶业展", Event, Some(Phase::Held));
        check("通车", "青白铁路", Project, Some(Phase::Completed));
        check("通车", "青白公交互联工程", Project, Some(Phase::Launched));
        check("实施", "青川种苗工程", Project, Some(Phase::Launched));
        check("实施", "青川种苗条例", Law, Some(Phase::InForce));
        check("实施", "青川种苗平台", Platform, None);
        check("推出", "青川古画特展", Event, Some(Phase::Held));
        check("推出", "青川种苗办法", Policy, Some(Phase::Issued));
        check("推出", "青川种苗计划", Programme, Some(Phase::Launched));
        check("发布", "青川种苗计划", Programme, Some(Phase::Issued));
        check("印发", "青川茶业论坛", Event, None);
        check("动工", "青川种苗中心", InitiativeKind::Centre, Some(Phase::Launched));
        check("动工", "青川种苗规划", InitiativeKind::Plan, None);
        check("推出", "青川种苗基金", InitiativeKind::Fund, Some(Phase::Launched));
    }
}
