//! How the articles of a corpus are spread over time and publishers.

words! {
    /// Coverage.
    CoverageWords {
        /// The heading.
        name: &'static str = "覆盖情况", "覆蓋情況", "Coverage";
        /// First month, last month, months between them, those without an article.
        gaps: &'static str = "从{}到{}的{}个月里，有{}个月没有文章。空白是这份语料的空白，不等于当时无事发生。", "從{}到{}的{}個月裡，有{}個月沒有文章。空白是這份語料的空白，不等於當時無事發生。", "From {} to {} there are {} months, {} of them without an article. A gap is this corpus’s, and does not say that nothing happened.";
        /// Articles that name no one year.
        undated: [&'static str; 2] = ["另有{}篇文章没有确定的年份，未计入表中。", "另有{}篇文章没有确定的年份，未计入表中。"], ["另有{}篇文章沒有確定的年份，未計入表中。", "另有{}篇文章沒有確定的年份，未計入表中。"], ["{} article names no one year and is not in the tables.", "{} articles name no one year and are not in the tables."];
        /// Leads to the issues.
        review: [&'static str; 2] = ["{}处存疑有待核对", "{}处存疑有待核对"], ["{}處存疑有待核對", "{}處存疑有待核對"], ["{} issue to review", "{} issues to review"];
        /// The table of months.
        months: &'static str = "各月文章数（含转载）", "各月文章數（含轉載）", "Articles by month, reprints included";
        /// The column of articles that name a year and no month.
        no_month: &'static str = "月份不详", "月份不詳", "No month";
        /// The table of publishers.
        publishers: &'static str = "各首发媒体逐年文章数（含转载）", "各首發媒體逐年文章數（含轉載）", "Articles by publisher and year, reprints included";
        /// Column: year.
        year: &'static str = "年份", "年份", "Year";
    }
}

alone!(CoverageWords);
