//! The ledger of figures, and targets.

words! {
    /// The ledger of figures, and targets.
    FigureWords {
        /// What the ledger is.
        ledger_lead: &'static str = "同一举措（没有举措的，同一报道或同一范围）、同一指标的数值并列如下，附各自的原句；孰是孰非，由读者判断。", "同一舉措（沒有舉措的，同一報道或同一範圍）、同一指標的數值並列如下，附各自的原句；孰是孰非，由讀者判斷。", "What sources say of one indicator of one initiative (or without one, of one story or scope), side by side, each with its sentence. Which is right is yours to judge.";
        /// The switch between the faces of the figures.
        face: &'static str = "显示为", "顯示為", "Show as";
        /// Their names, in the order of `View::FACES`.
        faces: [&'static str; 3] = ["列表", "小图", "流向"], ["列表", "小圖", "流向"], ["List", "Charts", "Flows"];
        /// What the list of targets is.
        targets_lead: &'static str = "计划达到的目标，与此后报道的内容并列；是否达成，由读者判断。", "計劃達到的目標，與此後報道的內容並列；是否達成，由讀者判斷。", "What is to be reached, beside what was reported later. Whether it was reached is yours to judge.";
        /// The corpus states none.
        no_targets: &'static str = "这份语料没有写明目标。", "這份語料沒有寫明目標。", "This corpus states no targets.";
        /// The corpus states no figures.
        no_figures: &'static str = "这份语料没有可并列的数据。", "這份語料沒有可並列的數據。", "This corpus states no figures.";
        /// The choice of one kind of entries.
        kinds: &'static str = "只看", "只看", "Show only";
        /// Names of the relations, in the order of `ledger::KINDS`.
        relations: [&'static str; 5] = ["数值不同", "范围不同", "同值异义", "前后变化", "相互吻合"], ["數值不同", "範圍不同", "同值異義", "前後變化", "相互吻合"], ["Values differ", "Scopes differ", "One value, two meanings", "Change over time", "Values agree"];
        /// What the relations mean, in the same order.
        meanings: [&'static str; 5] =
            ["时间和范围相同，数值不同。", "数值不同，所指范围也不同。", "数值相同，说的不是一回事。", "同一指标在不同时间的数值。", "数值可以是同一个。"],
            ["時間和範圍相同，數值不同。", "數值不同，所指範圍也不同。", "數值相同，說的不是一回事。", "同一指標在不同時間的數值。", "數值可以是同一個。"],
            ["Different values for one time and scope.", "Different values, of different scopes.", "Equal values that stand for different things.", "One indicator at different times.", "Values that may be one."];
        /// Several values that nothing relates.
        several: &'static str = "多个数值", "多個數值", "Several values";
        /// One value alone.
        single: &'static str = "仅有一个数值", "僅有一個數值", "One value so far";
        /// Column: what is measured.
        indicator: &'static str = "指标", "指標", "Indicator";
        /// Column: how much.
        value: &'static str = "数值", "數值", "Value";
        /// Columns: as of, scope, sources, sentence.
        columns: [&'static str; 4] = ["截至", "范围", "独立来源", "原句"], ["截至", "範圍", "獨立來源", "原句"], ["As of", "Scope", "Independent sources", "Sentence"];
        /// Before a value: over, at most, about, nearly.
        qualifiers: [&'static str; 4] = ["超", "至多", "约", "近"], ["超", "至多", "約", "近"], ["over ", "at most ", "about ", "nearly "];
        /// Marks a figure that is to be reached.
        aim: &'static str = "目标", "目標", "Target";
        /// What a chart shows, for those who do not see it, before the number of its values.
        chart: [&'static str; 2] = ["小图，{}个数值，详见表格", "小图，{}个数值，详见表格"], ["小圖，{}個數值，詳見表格", "小圖，{}個數值，詳見表格"], ["Small chart of {} value; the table lists it", "Small chart of {} values; the table lists them"];
        /// Where targets stand, in the order of `Due::ALL`.
        due: [&'static str; 4] = ["已到期，未见后续报道", "尚未到期", "已有后续报道", "未写明期限"], ["已到期，未見後續報道", "尚未到期", "已有後續報道", "未寫明期限"], ["Past due, nothing reported since", "Not yet due", "Reported on since", "No date set"];
        /// Columns of the targets: target, due, standing, reports.
        target_columns: [&'static str; 4] = ["目标", "期限", "状态", "此后的报道"], ["目標", "期限", "狀態", "此後的報道"], ["Target", "Due", "Standing", "Reported later"];
        /// Nothing was reported later.
        no_report: &'static str = "语料中没有", "語料中沒有", "None in this corpus";
    }
}

alone!(FigureWords);
