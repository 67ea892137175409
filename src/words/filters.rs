//! Filters, chips and the list of results.

words! {
    /// Filters, chips and results.
    FilterWords {
        /// The rail of filters.
        name: &'static str = "筛选", "篩選", "Filters";
        /// The names of the facets, indexed by `Facet as usize`.
        facets: [&'static str; 6] = ["地点", "举措类型", "首发媒体", "年份", "阶段", "月份"], ["地點", "舉措類型", "首發媒體", "年份", "階段", "月份"], ["Place", "Kind of initiative", "Publisher", "Year", "Phase", "Month"];
        /// Closes the drawer.
        close: &'static str = "关闭筛选", "關閉篩選", "Close filters";
        /// Leads from the drawer to what it left.
        show: &'static str = "查看结果", "查看結果", "Show results";
        /// The rest of a long list of values.
        more: &'static str = "更多{}项", "更多{}項", "{} more";
        /// The start of a long list of values.
        fewer: &'static str = "收起", "收起", "Show fewer";
        /// The chips of what is chosen.
        chosen: &'static str = "已选条件", "已選條件", "Active filters";
        /// Before what a chip names, for those who hear it.
        remove: &'static str = "移除条件：", "移除條件：", "Remove filter: ";
        /// Takes all away.
        clear_all: &'static str = "全部清除", "全部清除", "Clear all";
        /// Saves what passes as a table.
        save: &'static str = "存为表格（CSV）", "存為表格（CSV）", "Save as CSV";
        /// Articles, counted.
        articles: [&'static str; 2] = ["{}篇文章", "{}篇文章"], ["{}篇文章", "{}篇文章"], ["{} article", "{} articles"];
        /// Events, counted.
        events: [&'static str; 2] = ["{}个节点", "{}个节点"], ["{}個節點", "{}個節點"], ["{} event", "{} events"];
        /// Entries of the ledger, counted.
        entries: [&'static str; 2] = ["{}项指标", "{}项指标"], ["{}項指標", "{}項指標"], ["{} indicator", "{} indicators"];
        /// Targets, counted.
        targets: [&'static str; 2] = ["{}个目标", "{}个目标"], ["{}個目標", "{}個目標"], ["{} target", "{} targets"];
        /// Other articles of the same story, counted, before their publishers.
        reprints: [&'static str; 2] = ["另有{}篇转载：", "另有{}篇转载："], ["另有{}篇轉載：", "另有{}篇轉載："], ["{} reprint: ", "{} reprints: "];
        /// Those of all stories listed, after the number of stories.
        with_reprints: &'static str = "，另有转载{}篇", "，另有轉載{}篇", ", and {} more as reprints";
        /// Facts that an article states, counted.
        stated: [&'static str; 2] = ["{}个节点", "{}个节点"], ["{}個節點", "{}個節點"], ["{} event", "{} events"];
        /// An article without a title.
        untitled: &'static str = "（无标题）", "（無標題）", "(untitled)";
        /// Before a title that the page does not give.
        derived: &'static str = "推得", "推得", "Derived";
        /// An article without a date.
        undated: &'static str = "未注明日期", "未註明日期", "No date given";
        /// An article without a publisher.
        unsigned: &'static str = "未注明出处", "未註明出處", "No publisher given";
        /// What of a query does not mean what it seems to, in the order of `ProblemKind`.
        problems: [&'static str; 6] =
            ["没有名为“{}”的字段，按文字搜索。",
             "“{}”后面没有内容，已略去。",
             "“{}”里没有日期，已略去；可写2024、2024-06或2024年6月30日。",
             "语料中没有“{}”所指的事物，已略去。",
             "“{}”没有可以连接的词，已略去。",
             "引号{}没有闭合，一直算到末尾。"],
            ["沒有名為「{}」的欄位，按文字搜尋。",
             "「{}」後面沒有內容，已略去。",
             "「{}」裡沒有日期，已略去；可寫2024、2024-06或2024年6月30日。",
             "語料中沒有「{}」所指的事物，已略去。",
             "「{}」沒有可以連接的詞，已略去。",
             "引號{}沒有閉合，一直算到末尾。"],
            ["No field is called “{}”: searched as text.",
             "“{}” has no value: left out.",
             "“{}” gives no date: left out. Write 2024, 2024-06 or 2024-06-30.",
             "Nothing in the corpus is what “{}” asks for: left out.",
             "“{}” has nothing to work on: left out.",
             "The quotation mark {} is not closed: it holds to the end."];
        /// The orders of what a search finds: by relevance, by date.
        orders: [&'static str; 2] = ["按相关度", "按日期"], ["按相關度", "按日期"], ["By relevance", "By date"];
        /// Before the reasons for which an article was found.
        why: &'static str = "命中：", "命中：", "Matched: ";
        /// Where a term holds: title, body, name of an initiative, facts.
        places: [&'static str; 4] = ["标题", "正文", "举措名称", "事实"], ["標題", "正文", "舉措名稱", "事實"], ["title", "text", "name of an initiative", "facts"];
        /// Before other names that were searched for.
        also: &'static str = "同时搜索了：", "同時搜尋了：", "Also searched: ";
        /// Searches for a term alone.
        only: &'static str = "只搜“{}”", "只搜「{}」", "Only “{}”";
        /// Before a query that finds something.
        instead: &'static str = "试试搜索：", "試試搜尋：", "Try instead: ";
        /// Initiatives that the article names.
        by_name: &'static str = "文中举措：", "文中舉措：", "Initiatives: ";
    }
}
