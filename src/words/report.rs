//! The table of everything that passes, for a report.

words! {
    /// The table.
    ReportWords {
        /// Its columns: kind of row, date, name, what is said, value, place or scope, sentence, publisher, published, and the
        /// ways to the sentence in the app and on the original page.
        columns: [&'static str; 11] =
            ["类别", "日期", "名称", "内容", "数值", "地点或范围", "原句", "出处", "发布日期", "链接", "原始页面"],
            ["類別", "日期", "名稱", "內容", "數值", "地點或範圍", "原句", "出處", "發布日期", "連結", "原始頁面"],
            ["Kind", "Date", "Name", "What", "Value", "Place or scope", "Sentence", "Source", "Published", "Link", "Original"];
        /// The kinds of rows: event, figure, target, article.
        kinds: [&'static str; 4] =
            ["节点", "指标", "目标", "文章"], ["節點", "指標", "目標", "文章"], ["Event", "Figure", "Target", "Article"];
    }
}

alone!(ReportWords);
