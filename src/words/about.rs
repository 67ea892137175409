//! Issues and the corpus summary.

words! {
    /// Issues and the corpus summary.
    AboutWords {
        /// The list of issues.
        issues: &'static str = "存疑之处", "存疑之處", "Issues";
        /// What the list is.
        issues_lead: &'static str = "构建时拿不准或没读成的地方都列在这里，供人判断。", "建置時拿不準或沒讀成的地方都列在這裡，供人判斷。", "Everything that the build doubted or could not read, for a person to judge.";
        /// There are none.
        no_issues: &'static str = "这次构建没有留下疑问。", "這次建置沒有留下疑問。", "The build left no doubts.";
        /// Opens the place in question.
        see_place: &'static str = "查看原处", "查看原處", "See the place";
        /// The corpus summary.
        corpus: &'static str = "这份语料", "這份語料", "This corpus";
        /// What the summary is.
        lead: &'static str = "网页逐段清洗，一字不丢：正文留下，其余标明剔除的理由。每个事实都指回写明它的那句话。", "網頁逐段清洗，一字不丟：正文留下，其餘標明剔除的理由。每個事實都指回寫明它的那句話。", "Pages are cleaned segment by segment and nothing is lost: the body stays, the rest is labelled with the rule that removed it. Every fact points back to the sentence that states it.";
        /// Names of the numbers: pages, articles, removed share, initiatives, events, times, issues.
        numbers: [&'static str; 7] = ["网页", "文章", "剔除", "举措", "节点", "时间", "存疑"], ["網頁", "文章", "剔除", "舉措", "節點", "時間", "存疑"], ["Pages", "Articles", "Removed", "Initiatives", "Events", "Times", "Issues"];
        /// The list of sites.
        hosts: &'static str = "来源网站", "來源網站", "Sites";
        /// Pages that name no site.
        no_host: &'static str = "未署网站", "未署網站", "No site named";
        /// How many pages a site has, before what was removed of them.
        host_pages: [&'static str; 2] = ["{}页，", "{}页，"], ["{}頁，", "{}頁，"], ["{} page, ", "{} pages, "];
        /// All kinds of issue.
        all_kinds: &'static str = "全部", "全部", "All";
        /// Names of the kinds of issue, in the order of `KINDS` in `components/issues.rs`.
        kinds: [&'static str; 18] =
            ["未能读取", "有乱码", "没有正文", "一页多篇", "没有标题", "没有日期", "只有转载日期",
             "日期系推算", "日期有矛盾", "编码错位", "关键词空页", "疑似洗稿", "疑似乱序", "疑似编造", "网址被换", "标点重复", "缺其余各页", "更正落空"],
            ["未能讀取", "有亂碼", "沒有正文", "一頁多篇", "沒有標題", "沒有日期", "只有轉載日期",
             "日期係推算", "日期有矛盾", "編碼錯位", "關鍵詞空頁", "疑似洗稿", "疑似亂序", "疑似編造", "網址被換", "標點重複", "缺其餘各頁", "更正落空"],
            ["Unreadable", "Not decoded", "No story", "Several stories", "No title", "No date", "Only a re-post’s date",
             "Date worked out", "Dates contradict", "Shifted bytes", "Keyword page", "Perhaps spun", "Perhaps shuffled", "Perhaps invented", "Address exchanged", "Doubled punctuation", "Parts missing", "Unmet correction"];
        /// The list of pages.
        pages: &'static str = "网页清单", "網頁清單", "Pages";
        /// A page that could not be read.
        unread: &'static str = "未能读取：", "未能讀取：", "Could not be read: ";
        /// The removed share of one page.
        removed: &'static str = "剔除{}%", "剔除{}%", "{}% removed";
        /// Download of the corpus file.
        download: &'static str = "下载语料（JSON）", "下載語料（JSON）", "Download the corpus (JSON)";
    }
}
