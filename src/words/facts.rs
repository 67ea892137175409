//! The names of kinds and phases, used by every view.

use deltascope_model::{InitiativeKind, Phase};

use super::Lang;

/// The name of a kind of initiative.
pub fn kind(kind: InitiativeKind, lang: Lang) -> &'static str {
    use InitiativeKind as K;
    let names = match kind {
        K::Law => ["法规", "法規", "Law"],
        K::Plan => ["规划", "規劃", "Plan"],
        K::Policy => ["政策", "政策", "Policy"],
        K::Programme => ["机制", "機制", "Programme"],
        K::Platform => ["平台", "平臺", "Platform"],
        K::Alliance => ["联盟", "聯盟", "Alliance"],
        K::Fund => ["基金", "基金", "Fund"],
        K::Corridor => ["走廊", "走廊", "Corridor"],
        K::Project => ["项目", "項目", "Project"],
        K::Cluster => ["集群", "集群", "Cluster"],
        K::Centre => ["中心", "中心", "Centre"],
        K::Event => ["活动", "活動", "Event"],
    };
    names[lang as usize]
}

/// The name of a phase.
pub fn phase(phase: Phase, lang: Lang) -> &'static str {
    use Phase as P;
    let names = match phase {
        P::Proposed => ["提出", "提出", "proposed"],
        P::Adopted => ["通过", "通過", "adopted"],
        P::Signed => ["签署", "簽署", "signed"],
        P::Issued => ["发布", "發布", "issued"],
        P::InForce => ["施行", "施行", "in force"],
        P::Launched => ["启动", "啟動", "launched"],
        P::Established => ["成立", "成立", "established"],
        P::Held => ["举行", "舉行", "held"],
        P::Listed => ["入选", "入選", "listed"],
        P::Completed => ["完成", "完成", "completed"],
        P::Target => ["目标", "目標", "target"],
    };
    names[lang as usize]
}
