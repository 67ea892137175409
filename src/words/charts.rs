//! The figures as small charts.

words! {
    /// The small charts.
    ChartWords {
        /// What the view is.
        lead: &'static str = "同一举措、同一指标的数值按时间排开，都从零算起。几种说法并存时全部画出，不作取舍。", "同一舉措、同一指標的數值按時間排開，都從零算起。幾種說法並存時全部畫出，不作取捨。", "One chart for each indicator of each initiative, values over time, all counted from zero. Where sources differ, every value is drawn.";
        /// What the signs mean.
        legend: &'static str = "图例", "圖例", "Legend";
        /// A day, a period, over, at most, about, to be reached.
        signs: [&'static str; 6] =
            ["某一天", "一段时间", "超过", "至多", "大约", "目标"],
            ["某一天", "一段時間", "超過", "至多", "大約", "目標"],
            ["a day", "a period", "over", "at most", "about", "target"];
        /// Shows the values of a chart with their sentences.
        values: [&'static str; 2] = ["{}个数值和原句", "{}个数值和原句"], ["{}個數值和原句", "{}個數值和原句"], ["{} value with its sentence", "{} values with their sentences"];
        /// What has no chart.
        rest: &'static str = "另有{}项没有两个写明日期的数值，画不成图，见列表。", "另有{}項沒有兩個寫明日期的數值，畫不成圖，見列表。", "{} more have no two dated values to draw; the list has them.";
        /// Nothing can be drawn.
        none: &'static str = "所选条件下没有可画的数据。", "所選條件下沒有可畫的數據。", "Nothing under the search and the filters can be drawn.";
    }
}

alone!(ChartWords);
