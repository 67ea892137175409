//! The figures that have a direction.

words! {
    /// The flows.
    FlowWords {
        /// What the view is.
        lead: &'static str = "原句写明从哪里到哪里的数值。没有写明的一端留空；上一句写明的，另作标注。", "原句寫明從哪裡到哪裡的數值。沒有寫明的一端留空；上一句寫明的，另作標註。", "Figures whose sentence says from where to where. An end that it does not name is left open, or marked where the sentence before names it.";
        /// Columns: from where to where, how much.
        columns: [&'static str; 2] = ["方向", "数值"], ["方向", "數值"], ["Direction", "Value"];
        /// Between the ends, for those who do not see the arrow.
        to: &'static str = "流向", "流向", "to";
        /// An end that is not named.
        open: &'static str = "未写明", "未寫明", "not stated";
        /// An end that the sentence before names.
        carried: &'static str = "一端据上一句", "一端據上一句", "one end from the sentence before";
        /// There are none.
        none: &'static str = "所选条件下没有写明方向的数据。", "所選條件下沒有寫明方向的數據。", "Nothing under the search and the filters says from where to where.";
    }
}

alone!(FlowWords);
