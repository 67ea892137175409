//! The reader.

words! {
    /// The reader.
    ReaderWords {
        /// Shows the cleaned article.
        clean: &'static str = "净文", "淨文", "Clean";
        /// Shows the page as saved.
        raw: &'static str = "原始页面", "原始頁面", "Raw page";
        /// The choice between the two.
        raw_choice: &'static str = "显示", "顯示", "Show";
        /// The choice of script.
        script: &'static str = "字体", "字體", "Script";
        /// The article in its own script.
        original: &'static str = "原文", "原文", "Original";
        /// The article in Simplified.
        simplified: &'static str = "简体", "簡體", "Simplified";
        /// Who published it first.
        publisher: &'static str = "首发", "首發", "Publisher";
        /// Where it was saved from.
        host: &'static str = "转载页面", "轉載頁面", "Saved from";
        /// Who wrote it.
        byline: &'static str = "作者", "作者", "By";
        /// When it was published.
        published: &'static str = "发布", "發布", "Published";
        /// Another date of the page.
        page_date: &'static str = "页面日期", "頁面日期", "Page date";
        /// Who edited it.
        editor: &'static str = "编辑", "編輯", "Editor";
        /// The page of the newspaper.
        sheet: &'static str = "版面", "版面", "Newspaper page";
        /// The agency's credit.
        dateline: &'static str = "电头", "電頭", "Dateline";
        /// The page's own address.
        address: &'static str = "原网址", "原網址", "Address";
        /// The events that the article states.
        facts: &'static str = "文中节点", "文中節點", "Events in this article";
        /// There are none.
        no_facts: &'static str = "这篇文章没有写明日期的举措节点。", "這篇文章沒有寫明日期的舉措節點。", "This article states no dated event.";
        /// The initiatives that it names.
        initiatives: &'static str = "文中举措", "文中舉措", "Initiatives named";
        /// The key to the marks.
        legend: &'static str = "标记", "標記", "Marks";
        /// A time expression.
        mark_time: &'static str = "时间", "時間", "Time";
        /// The name of an initiative.
        mark_name: &'static str = "举措", "舉措", "Initiative";
        /// A sentence that states an event.
        mark_event: &'static str = "节点所在句", "節點所在句", "States an event";
        /// What the page holds otherwise, before what it holds.
        repaired: &'static str = "已修复；原页：", "已修復；原頁：", "Repaired; raw: ";
        /// The share of the page that was removed.
        removed: &'static str = "整页{}字中剔除了", "整頁{}字中剔除了", "Removed from the page’s {} characters: ";
        /// Nothing was removed.
        nothing_removed: &'static str = "这一页没有剔除任何文字。", "這一頁沒有剔除任何文字。", "Nothing was removed from this page.";
        /// The rules that removed something.
        rules: &'static str = "剔除所依的规则", "剔除所依的規則", "Rules that removed text";
        /// In how many places, before the characters.
        places: [&'static str; 2] = ["{}处，", "{}处，"], ["{}處，", "{}處，"], ["{} place, ", "{} places, "];
        /// How many characters.
        characters: [&'static str; 2] = ["{}字", "{}字"], ["{}字", "{}字"], ["{} character", "{} characters"];
        /// How sure a label is, of 100.
        score: &'static str = "把握：{}／100", "把握：{}／100", "Sure: {} of 100";
        /// To the removal before.
        previous_removal: &'static str = "上一处剔除", "上一處剔除", "Previous removal";
        /// To the removal after.
        next_removal: &'static str = "下一处剔除", "下一處剔除", "Next removal";
        /// The cleaned article beside its raw page.
        beside: &'static str = "净文对照", "淨文對照", "The cleaned article";
        /// Another article on the same page.
        other_story: &'static str = "同页另一篇", "同頁另一篇", "Another story";
        /// No such article.
        missing: &'static str = "语料中没有这篇文章", "語料中沒有這篇文章", "No such article in this corpus";
        /// What to do then.
        missing_help: &'static str = "网址可能来自另一份语料。可从文章列表中重新选择。", "網址可能來自另一份語料。可從文章列表中重新選擇。", "The address may come from another corpus. Choose again from the list of articles.";
        /// The pointed-at place is not in the article.
        no_target: &'static str = "网址所指的句子不在这篇文章里。", "網址所指的句子不在這篇文章裡。", "The sentence that the address points at is not in this article.";
        /// Paragraphs without text.
        no_body: &'static str = "这一页没有找到正文。可切换到“原始页面”查看。", "這一頁沒有找到正文。可切換到「原始頁面」查看。", "No body was found on this page. Switch to “Raw page” to see it.";
    }
}

alone!(ReaderWords);
