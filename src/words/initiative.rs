//! The page of an initiative, and the evidence of facts.

words! {
    /// The page of an initiative.
    InitiativeWords {
        /// Back to the view that it stands in the place of.
        back: &'static str = "返回{}", "返回{}", "Back to {}";
        /// Compares it with others.
        compare: &'static str = "与其他举措比较", "與其他舉措比較", "Compare with others";
        /// Shows who acts in it.
        network: &'static str = "在网络中查看", "在網絡中查看", "See it in the network";
        /// Leads to the page from elsewhere, before the name.
        open: &'static str = "举措页：", "舉措頁：", "Initiative: ";
        /// The same, where no name follows.
        page: &'static str = "举措页", "舉措頁", "Initiative’s page";
        /// How far it is.
        status: &'static str = "进展", "進展", "Status";
        /// Behind a status that a sentence states without a date.
        undated: &'static str = "日期不详", "日期不詳", "undated";
        /// The pillar of the Decision that it serves.
        pillar: &'static str = "支柱", "支柱", "Pillar";
        /// The names of the pillars, in the order of `PILLARS` in `naming.rs`.
        pillars: [&'static str; 5] =
            ["战略科技力量", "创新平台", "联合攻关", "成果与资源共享", "企业创新"],
            ["戰略科技力量", "創新平臺", "聯合攻關", "成果與資源共享", "企業創新"],
            ["Strategic strength", "Platforms", "Joint research", "Sharing results and resources", "Firms"];
        /// Other names.
        aliases: &'static str = "别名", "別名", "Also called";
        /// Who acts in it.
        actors: &'static str = "参与方", "參與方", "Actors";
        /// Who stands in its sentences.
        people: &'static str = "人物", "人物", "People";
        /// Where.
        places: &'static str = "地点", "地點", "Places";
        /// Behind a place that no page states.
        known: &'static str = "资料", "資料", "background";
        /// What it is to others: part of, implements, follows, revises.
        links: [&'static str; 4] = ["属于", "落实", "接续", "取代"], ["屬於", "落實", "接續", "取代"], ["Part of", "Implements", "Follows", "Revises"];
        /// What others are to it, in the same order.
        linked: [&'static str; 4] = ["包括", "落实文件", "后续", "取代者"], ["包括", "落實文件", "後續", "取代者"], ["Parts", "Implemented by", "Followed by", "Revised by"];
        /// Its dated events.
        life: &'static str = "历程", "歷程", "Life in phases";
        /// There are none.
        no_life: &'static str = "语料中没有写明日期的节点。", "語料中沒有寫明日期的節點。", "The corpus states no dated event of it.";
        /// Events that have yet to happen: announced, demanded.
        standings: [&'static str; 2] = ["已宣布", "有要求"], ["已宣布", "有要求"], ["announced", "demanded"];
        /// Before the names of those who say so.
        said_by: &'static str = "据", "據", "according to ";
        /// What it reports.
        figures: &'static str = "数据", "數據", "Figures";
        /// Other sentences that name it.
        mentions: &'static str = "原文提及", "原文提及", "Sentences that name it";
        /// The rest of a list of sentences.
        more: [&'static str; 2] = ["另有{}句", "另有{}句"], ["另有{}句", "另有{}句"], ["{} more sentence", "{} more sentences"];
        /// Leads to the sentence in the reader.
        read: &'static str = "在文中查看这句话", "在文中查看這句話", "Read the sentence in its article";
        /// Collects the sentence; and says that it is collected.
        collect: &'static str = "收集", "收集", "Collect";
        collected: &'static str = "已收集", "已收集", "Collected";
        /// Leads to the sentence on the original page.
        original: &'static str = "原网页", "原網頁", "Original page";
    }
}
