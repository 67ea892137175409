//! What kinds and phases are called: the names that the app shows are those that a query takes.

/// Names of kinds in the order of `InitiativeKind::ALL`: Simplified, Traditional, English.
pub const KIND_NAMES: [[&str; 12]; 3] = [
    [
        "法规", "规划", "政策", "机制", "平台", "联盟", "基金", "走廊", "项目", "集群", "中心",
        "活动",
    ],
    [
        "法規", "規劃", "政策", "機制", "平臺", "聯盟", "基金", "走廊", "項目", "集群", "中心",
        "活動",
    ],
    [
        "Law",
        "Plan",
        "Policy",
        "Programme",
        "Platform",
        "Alliance",
        "Fund",
        "Corridor",
        "Project",
        "Cluster",
        "Centre",
        "Event",
    ],
];

/// Names of phases in the order of `Phase::ALL`: Simplified, Traditional, English.
pub const PHASE_NAMES: [[&str; 11]; 3] = [
    ["提出", "通过", "签署", "发布", "施行", "启动", "成立", "举行", "入选", "完成", "目标"],
    ["提出", "通過", "簽署", "發布", "施行", "啟動", "成立", "舉行", "入選", "完成", "目標"],
    [
        "proposed",
        "adopted",
        "signed",
        "issued",
        "in force",
        "launched",
        "established",
        "held",
        "listed",
        "completed",
        "target",
    ],
];
