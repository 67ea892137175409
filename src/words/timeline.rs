//! The timeline's words.

/// What the timeline says, in one language.
#[derive(Clone, Copy)]
pub struct TimelineWords {
    /// The region's accessible name and heading.
    pub name: &'static str,
    /// Before and after the number of visible events, and after the number of all.
    pub shown: [&'static str; 3],
    /// Between the first and the last month in view.
    pub to: &'static str,
    /// The accessible name of the zoom buttons.
    pub zoom: &'static str,
    /// Button: closer.
    pub zoom_in: &'static str,
    /// Button: further away.
    pub zoom_out: &'static str,
    /// Button: everything in view.
    pub fit: &'static str,
    /// The switch's accessible name.
    pub rendering: &'static str,
    /// The switch: chart.
    pub chart: &'static str,
    /// The switch: table.
    pub table: &'static str,
    /// The hint for mouse and keys.
    pub hint: &'static str,
    /// The hint for fingers.
    pub touch_hint: &'static str,
    /// Between the parts of an event's accessible name.
    pub comma: &'static str,
    /// Between places.
    pub and: &'static str,
    /// After the number of a counted mark, in its accessible name.
    pub gathered: &'static str,
    /// Today's line.
    pub today: &'static str,
    /// Nothing to draw.
    pub empty: &'static str,
    /// Before the list of events without a year.
    pub undated: &'static str,
    /// Heading of the legend.
    pub legend: &'static str,
    /// Legend: how dates are drawn, in the order of the legend.
    pub signs: [&'static str; 7],
    /// Legend: heading of the phases' glyphs.
    pub phases: &'static str,
    /// Legend: heading of the precision signs.
    pub precision: &'static str,
    /// Legend: heading of the keys.
    pub keys: &'static str,
    /// Keys and what they do.
    pub key_table: [(&'static str, &'static str); 8],
    /// Columns: date, initiative, phase, kind, places, evidence.
    pub columns: [&'static str; 6],
    /// Button of a row: opens the evidence.
    pub open: &'static str,
}

/// Simplified Chinese.
pub const HANS: TimelineWords = TimelineWords {
    name: "时间线",
    shown: ["显示", "项，共", "项"],
    to: "至",
    zoom: "缩放",
    zoom_in: "放大",
    zoom_out: "缩小",
    fit: "全部",
    rendering: "呈现方式",
    chart: "图",
    table: "表",
    hint: "拖动平移；按住Ctrl（⌘）滚动，或点按时间线后直接滚动，即可缩放。键盘：方向键、+、−、0、Home、End。",
    touch_hint: "左右滑动平移，双指缩放，点按事件查看原句。",
    comma: "，",
    and: "、",
    gathered: "项，放大查看",
    today: "今天",
    empty: "没有符合条件的事件。",
    undated: "年份不详",
    legend: "图例与按键",
    signs: [
        "某一天",
        "月、季、年或一段时间：覆盖其全部日期",
        "起止一端不明：向该端淡出",
        "约数或存疑：虚线",
        "原文含糊（如“近日”）：点线",
        "由其他日期推算：空心",
        "过密之处合并计数，点按展开",
    ],
    phases: "阶段",
    precision: "日期的精度",
    keys: "按键",
    key_table: [
        ("Tab", "进入时间线，再按进入事件"),
        ("← →", "平移；在事件上：前一项、后一项"),
        ("↑ ↓", "在事件上：上一类、下一类"),
        ("+ −", "放大、缩小"),
        ("0", "全部"),
        ("Home End", "第一项、最后一项"),
        ("Enter Esc", "打开原句；回到时间线"),
        ("I", "在事件上：打开举措页"),
    ],
    columns: ["日期", "名称", "阶段", "类别", "地区", "原句"],
    open: "查看原句",
};

/// Traditional Chinese.
pub const HANT: TimelineWords = TimelineWords {
    name: "時間線",
    shown: ["顯示", "項，共", "項"],
    to: "至",
    zoom: "縮放",
    zoom_in: "放大",
    zoom_out: "縮小",
    fit: "全部",
    rendering: "呈現方式",
    chart: "圖",
    table: "表",
    hint: "拖動平移；按住Ctrl（⌘）滾動，或點按時間線後直接滾動，即可縮放。鍵盤：方向鍵、+、−、0、Home、End。",
    touch_hint: "左右滑動平移，雙指縮放，點按事件查看原句。",
    comma: "，",
    and: "、",
    gathered: "項，放大查看",
    today: "今天",
    empty: "沒有符合條件的事件。",
    undated: "年份不詳",
    legend: "圖例與按鍵",
    signs: [
        "某一天",
        "月、季、年或一段時間：覆蓋其全部日期",
        "起止一端不明：向該端淡出",
        "約數或存疑：虛線",
        "原文含糊（如「近日」）：點線",
        "由其他日期推算：空心",
        "過密之處合併計數，點按展開",
    ],
    phases: "階段",
    precision: "日期的精度",
    keys: "按鍵",
    key_table: [
        ("Tab", "進入時間線，再按進入事件"),
        ("← →", "平移；在事件上：前一項、後一項"),
        ("↑ ↓", "在事件上：上一類、下一類"),
        ("+ −", "放大、縮小"),
        ("0", "全部"),
        ("Home End", "第一項、最後一項"),
        ("Enter Esc", "打開原句；回到時間線"),
        ("I", "在事件上：打開舉措頁"),
    ],
    columns: ["日期", "名稱", "階段", "類別", "地區", "原句"],
    open: "查看原句",
};

/// English.
pub const EN: TimelineWords = TimelineWords {
    name: "Timeline",
    shown: ["", " of ", " shown"],
    to: " – ",
    zoom: "Zoom",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "All",
    rendering: "Show as",
    chart: "Chart",
    table: "Table",
    hint: "Drag to pan. To zoom, scroll with Ctrl (⌘) held, or click the timeline and scroll. Keys: arrows, +, −, 0, Home, End.",
    touch_hint: "Swipe sideways to pan, pinch to zoom, tap an event for its sentence.",
    comma: ", ",
    and: ", ",
    gathered: " events, zoom in to see them",
    today: "Today",
    empty: "No event matches.",
    undated: "Year unknown",
    legend: "Legend and keys",
    signs: [
        "One day",
        "A month, quarter, year or span: all of its days",
        "An open start or end fades out",
        "Approximate or uncertain: dashed",
        "Vague in the text (“recently”): dotted",
        "Inferred from another date: hollow",
        "Where events crowd they are counted; open it to see them",
    ],
    phases: "Phases",
    precision: "How precise a date is",
    keys: "Keys",
    key_table: [
        ("Tab", "to the timeline, then to its events"),
        ("← →", "pan; on an event: the one before, after"),
        ("↑ ↓", "on an event: the kind above, below"),
        ("+ −", "zoom in, out"),
        ("0", "show all"),
        ("Home End", "first, last event"),
        ("Enter Esc", "open the sentence; back to the timeline"),
        ("I", "on an event: the initiative’s page"),
    ],
    columns: ["Date", "Name", "Phase", "Kind", "Places", "Sentence"],
    open: "Open",
};
