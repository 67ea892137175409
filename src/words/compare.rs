//! The comparison of initiatives and places.

words! {
    /// The comparison.
    CompareWords {
        /// What the view is.
        lead: &'static str = "把两到四个举措或地点并列起来，同一指标排在同一行，每个日期和数值都能回到原句。", "把兩到四個舉措或地點並列起來，同一指標排在同一行，每個日期和數值都能回到原句。", "Two to four initiatives or places side by side, one indicator on one line. Each date and value leads to its sentence.";
        /// What is compared.
        chosen: &'static str = "已选", "已選", "Compared";
        /// The choice of another.
        choose: &'static str = "输入举措或地点的名称", "輸入舉措或地點的名稱", "Name an initiative or a place";
        /// How many options fit what was typed, for those who hear the page.
        fit: [&'static str; 2] = ["{}项可选", "{}项可选"], ["{}項可選", "{}項可選"], ["{} option", "{} options"];
        /// None does.
        unfit: &'static str = "没有这个名称的举措或地点。", "沒有這個名稱的舉措或地點。", "No initiative or place goes by this name.";
        /// There is no room for more.
        full: &'static str = "最多并列四项。", "最多並列四項。", "Four is the most that stand side by side.";
        /// One alone is no comparison.
        one: &'static str = "再选一项，就能比较。", "再選一項，就能比較。", "Choose one more to compare.";
        /// Before what could be added.
        near: &'static str = "可以加入：", "可以加入：", "You could add:";
        /// The axis of all lives.
        strip: &'static str = "同一时间轴上的节点", "同一時間軸上的節點", "Events on one axis of time";
        /// The table.
        table: &'static str = "并列比较", "並列比較", "Side by side";
        /// Column: what is compared.
        aspect: &'static str = "项目", "項目", "Aspect";
        /// Row: what each is.
        what: &'static str = "是什么", "是什麼", "What it is";
        /// Row: number of articles.
        articles: &'static str = "提到它的报道", "提到它的報道", "Stories that name it";
        /// Row: what a place lies in, or holds.
        region: &'static str = "所属或包含", "所屬或包含", "Lies in, or holds";
        /// The rest of a cell.
        more: &'static str = "另有{}项", "另有{}項", "{} more";
        /// Indicators that are not listed.
        rest: &'static str = "另有{}项指标只有一方写明，见各自的页面。", "另有{}項指標只有一方寫明，見各自的頁面。", "{} more indicators are stated of one side alone; its own page has them.";
        /// On a value or a name that another column has too.
        shared: &'static str = "共有", "共有", "shared";
    }
}

alone!(CompareWords);
