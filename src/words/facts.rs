//! Names of what the corpus holds: kinds, phases, bases, labels.

use deltascope_model::{InitiativeKind, Phase};

use super::{Lang, words as words_of};

words! {
    /// Names of kinds, phases and the like.
    FactWords {
        /// In the order of `InitiativeKind::ALL`.
        kinds: [&'static str; 12] =
            ["法规", "规划", "政策", "机制", "平台", "联盟", "基金", "走廊", "项目", "集群", "中心", "活动"],
            ["法規", "規劃", "政策", "機制", "平臺", "聯盟", "基金", "走廊", "項目", "集群", "中心", "活動"],
            ["Law", "Plan", "Policy", "Programme", "Platform", "Alliance", "Fund", "Corridor", "Project", "Cluster", "Centre", "Event"];
        /// In the order of `Phase::ALL`.
        phases: [&'static str; 11] =
            ["提出", "通过", "签署", "发布", "施行", "启动", "成立", "举行", "入选", "完成", "目标"],
            ["提出", "通過", "簽署", "發布", "施行", "啟動", "成立", "舉行", "入選", "完成", "目標"],
            ["proposed", "adopted", "signed", "issued", "in force", "launched", "established", "held", "listed", "completed", "target"];
        /// Labels of segments: title, metadata, body, noise.
        labels: [&'static str; 4] =
            ["标题", "出处", "正文", "已剔除"],
            ["標題", "出處", "正文", "已剔除"],
            ["Title", "Source", "Body", "Removed"];
    }
}

/// The name of a kind of initiative.
pub fn kind(kind: InitiativeKind, lang: Lang) -> &'static str {
    words_of(lang).facts.kinds[kind as usize]
}

/// The name of a phase.
pub fn phase(phase: Phase, lang: Lang) -> &'static str {
    words_of(lang).facts.phases[phase as usize]
}
