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
        /// What was seen and what to do, for each kind, in the same order; none where the build's own
        /// words are of this language.
        advice: &'static [&'static str] =
            &["这一页没有读成。请检查文件，或重新保存网页。",
              "有些字符无法解码。请重新保存，或与原网页对照。",
              "没有找到成段的正文。请查看原始页面。",
              "一页里有几篇文章。请核对从哪里分开。",
              "页面没有给出标题，现有标题是从文中推得的。",
              "页面没有写明文章何时发布。如需确切日期，请查找原文。",
              "这是页面的日期，不是文章的：页面是转载，或文中说到了更晚的事。请查找原文。",
              "页面没有写明文章何时发布，“去年”之类从推算的日期起算。请与来源核对。",
              "页面上的日期与文中的说法矛盾，“去年”之类从推算的日期起算。请核对发布日期。",
              "这些字的编码错开了一个字节，两端的字已经丢失。请与来源对照。",
              "这一页只有关键词，没有文章。",
              "一些词疑似被换成了近义词。请查找原文。",
              "语序疑似被打乱。请查找原文。",
              "发布这篇文章的网站没有写明媒体、记者或地点。请勿轻信。",
              "文中的网址疑似被换过。打开之前请核对。",
              "标点成对重复，文字疑似经过程序改写。请查找原文。",
              "文章分了几页，这里缺少其余各页。请一并保存。",
              "一条更正所引的文字不再是任何事实的依据：页面可能变了，或已读对了。请删去这条更正，或改引写明事实的文字。"],
            &["這一頁沒有讀成。請檢查檔案，或重新儲存網頁。",
              "有些字元無法解碼。請重新儲存，或與原網頁對照。",
              "沒有找到成段的正文。請查看原始頁面。",
              "一頁裡有幾篇文章。請核對從哪裡分開。",
              "頁面沒有給出標題，現有標題是從文中推得的。",
              "頁面沒有寫明文章何時發布。如需確切日期，請查找原文。",
              "這是頁面的日期，不是文章的：頁面是轉載，或文中說到了更晚的事。請查找原文。",
              "頁面沒有寫明文章何時發布，「去年」之類從推算的日期起算。請與來源核對。",
              "頁面上的日期與文中的說法矛盾，「去年」之類從推算的日期起算。請核對發布日期。",
              "這些字的編碼錯開了一個位元組，兩端的字已經遺失。請與來源對照。",
              "這一頁只有關鍵詞，沒有文章。",
              "一些詞疑似被換成了近義詞。請查找原文。",
              "語序疑似被打亂。請查找原文。",
              "發布這篇文章的網站沒有寫明媒體、記者或地點。請勿輕信。",
              "文中的網址疑似被換過。打開之前請核對。",
              "標點成對重複，文字疑似經過程式改寫。請查找原文。",
              "文章分了幾頁，這裡缺少其餘各頁。請一併儲存。",
              "一條更正所引的文字不再是任何事實的依據：頁面可能變了，或已讀對了。請刪去這條更正，或改引寫明事實的文字。"],
            &[];
        /// The build's own words for it, which are English.
        detail: &'static str = "构建记录", "建置記錄", "Build’s note";
        /// Leads to the article that it is about.
        see_article: &'static str = "查看文章", "查看文章", "See the article";
        /// What corrections are, where an issue is about one of them and not about a page.
        corrections: &'static str = "更正文件", "更正檔", "Corrections";
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

alone!(AboutWords);
