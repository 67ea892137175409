//! The head of the front page.

words! {
    /// The head of the front page.
    OverviewWords {
        /// Its title where the corpus brings none.
        title: &'static str = "这份语料", "這份語料", "This corpus";
        /// Names of the numbers: articles, years, initiatives, events, figures.
        numbers: [&'static str; 5] = ["文章", "年份", "举措", "节点", "数据"], ["文章", "年份", "舉措", "節點", "數據"], ["Articles", "Years", "Initiatives", "Events", "Figures"];
        /// What happened last.
        newest: &'static str = "最新进展", "最新進展", "Newest";
        /// Views to start from.
        start: &'static str = "从这里看起", "從這裡看起", "Where to start";
    }
}
