//! The timeline's words.

words! {
    /// What the timeline says, in one language.
    TimelineWords {
        /// The region's accessible name and heading.
        name: &'static str = "时间线", "時間線", "Timeline";
        /// Before and after the number of visible events, and after the number of all.
        shown: [&'static str; 3] =
            ["显示", "项，共", "项"], ["顯示", "項，共", "項"], ["", " of ", " shown"];
        /// Between the first and the last month in view.
        to: &'static str = "至", "至", " – ";
        /// The choice of lanes.
        lanes: &'static str = "泳道", "泳道", "Lanes by";
        /// What lanes can be, in the order of `By::ALL`.
        by: [&'static str; 5] =
            ["类别", "地区", "支柱", "主体", "举措"],
            ["類別", "地區", "支柱", "主體", "舉措"],
            ["Kind", "Place", "Pillar", "Actor", "Initiative"];
        /// The lane of what belongs to no other, in the same order.
        rest: [&'static str; 5] =
            ["其他", "未注明地区", "未归入支柱", "其他主体", "只见一步的举措"],
            ["其他", "未註明地區", "未歸入支柱", "其他主體", "只見一步的舉措"],
            ["Other", "No place told", "No pillar", "Others", "Only one step known"];
        /// The accessible name of the zoom buttons.
        zoom: &'static str = "缩放", "縮放", "Zoom";
        /// Button: closer.
        zoom_in: &'static str = "放大", "放大", "Zoom in";
        /// Button: further away.
        zoom_out: &'static str = "缩小", "縮小", "Zoom out";
        /// Button: everything in view.
        fit: &'static str = "全部", "全部", "All";
        /// The overview, and the ends of its brush.
        overview: [&'static str; 3] =
            ["总览", "起点", "终点"], ["總覽", "起點", "終點"], ["Overview", "From", "To"];
        /// The switch's accessible name.
        rendering: &'static str = "呈现方式", "呈現方式", "Show as";
        /// Renderings, in the order of `Form::ALL`.
        forms: [&'static str; 3] =
            ["横向", "纵向", "表格"], ["橫向", "縱向", "表格"], ["Across", "Down", "Table"];
        /// Saving, as SVG, as PNG, as CSV.
        save: [&'static str; 4] =
            ["保存", "保存为SVG", "保存为PNG", "保存为CSV"],
            ["儲存", "儲存為SVG", "儲存為PNG", "儲存為CSV"],
            ["Save", "Save as SVG", "Save as PNG", "Save as CSV"];
        /// Before the last event that has begun.
        latest: &'static str = "最近", "最近", "Latest";
        /// Before what is to come.
        next: &'static str = "接下来", "接下來", "Next";
        /// The hint for mouse and keys.
        hint: &'static str =
            "拖动平移；按住Ctrl（⌘）滚动，或点按时间线后直接滚动，即可缩放。键盘：方向键、+、−、0、Home、End。",
            "拖動平移；按住Ctrl（⌘）滾動，或點按時間線後直接滾動，即可縮放。鍵盤：方向鍵、+、−、0、Home、End。",
            "Drag to pan. To zoom, scroll with Ctrl (⌘) held, or click the timeline and scroll. Keys: arrows, +, −, 0, Home, End.";
        /// The hint for fingers.
        touch_hint: &'static str =
            "左右滑动平移，双指缩放，点按事件查看原句。",
            "左右滑動平移，雙指縮放，點按事件查看原句。",
            "Swipe sideways to pan, pinch to zoom, tap an event for its sentence.";
        /// Between the parts of an event's accessible name.
        comma: &'static str =
            "，",
            "，",
            ", ";
        /// Between places.
        and: &'static str =
            "、",
            "、",
            ", ";
        /// After the number of a counted mark, in its accessible name.
        gathered: &'static str =
            "项，放大查看",
            "項，放大查看",
            " events, zoom in to see them";
        /// Today's line.
        today: &'static str =
            "今天",
            "今天",
            "Today";
        /// Before the list of events without a year.
        undated: &'static str =
            "年份不详",
            "年份不詳",
            "Year unknown";
        /// Heading of the legend.
        legend: &'static str =
            "图例与按键",
            "圖例與按鍵",
            "Legend and keys";
        /// Legend: how dates are drawn, in the order of the legend.
        signs: [&'static str; 7] =
            [
        "某一天",
        "月、季、年或一段时间：覆盖其全部日期",
        "起止一端不明：向该端淡出",
        "约数或存疑：虚线",
        "原文含糊（如“近日”）：点线",
        "由其他日期推算：空心",
        "过密之处合并计数，点按展开",
    ],
            [
        "某一天",
        "月、季、年或一段時間：覆蓋其全部日期",
        "起止一端不明：向該端淡出",
        "約數或存疑：虛線",
        "原文含糊（如「近日」）：點線",
        "由其他日期推算：空心",
        "過密之處合併計數，點按展開",
    ],
            [
        "One day",
        "A month, quarter, year or span: all of its days",
        "An open start or end fades out",
        "Approximate or uncertain: dashed",
        "Vague in the text (“recently”): dotted",
        "Inferred from another date: hollow",
        "Where events crowd they are counted; open it to see them",
    ];
        /// Legend: heading of the phases' glyphs.
        phases: &'static str =
            "阶段",
            "階段",
            "Phases";
        /// Legend: heading of the precision signs.
        precision: &'static str =
            "日期的精度",
            "日期的精度",
            "How precise a date is";
        /// Legend: heading of the keys.
        keys: &'static str =
            "按键",
            "按鍵",
            "Keys";
        /// Keys and what they do.
        key_table: [(&'static str, &'static str); 8] =
            [
        ("Tab", "进入时间线，再按进入事件"),
        ("← →", "平移；在事件上：前一项、后一项"),
        ("↑ ↓", "在事件上：上一组、下一组"),
        ("+ −", "放大、缩小"),
        ("0", "全部"),
        ("Home End", "第一项、最后一项"),
        ("Enter Esc", "打开原句；回到时间线"),
        ("I", "在事件上：打开举措页"),
    ],
            [
        ("Tab", "進入時間線，再按進入事件"),
        ("← →", "平移；在事件上：前一項、後一項"),
        ("↑ ↓", "在事件上：上一組、下一組"),
        ("+ −", "放大、縮小"),
        ("0", "全部"),
        ("Home End", "第一項、最後一項"),
        ("Enter Esc", "打開原句；回到時間線"),
        ("I", "在事件上：打開舉措頁"),
    ],
            [
        ("Tab", "to the timeline, then to its events"),
        ("← →", "pan; on an event: the one before, after"),
        ("↑ ↓", "on an event: the lane above, below"),
        ("+ −", "zoom in, out"),
        ("0", "show all"),
        ("Home End", "first, last event"),
        ("Enter Esc", "open the sentence; back to the timeline"),
        ("I", "on an event: the initiative’s page"),
    ];
        /// Columns: date, initiative, phase, kind, places, evidence, who published it.
        columns: [&'static str; 7] =
            ["日期", "名称", "阶段", "类别", "地区", "原句", "出处"],
            ["日期", "名稱", "階段", "類別", "地區", "原句", "出處"],
            ["Date", "Name", "Phase", "Kind", "Places", "Sentence", "Source"];
    }
}
