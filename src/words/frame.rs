//! The frame: name, search, views, preferences, notices.

words! {
    /// The frame around the views.
    FrameWords {
        /// What the app is, under its name.
        tagline: &'static str = "新闻观测台", "新聞觀測台", "An observatory of news";
        /// Link past the frame.
        skip: &'static str = "跳到正文", "跳到正文", "Skip to content";
        /// Closes the reader.
        close_article: &'static str = "关闭文章", "關閉文章", "Close article";
        /// The search box.
        search: &'static str = "搜索", "搜尋", "Search";
        /// Hint inside the empty search box.
        search_hint: &'static str = "搜标题、正文和举措名称", "搜標題、正文和舉措名稱", "Titles, articles, initiatives";
        /// Empties the search box.
        search_clear: &'static str = "清空搜索", "清空搜尋", "Clear search";
        /// The names of the views, in the order of `View::ALL`.
        views: [&'static str; 12] =
            ["时间线", "文章", "数据", "目标", "地点", "网络", "比较", "收集", "存疑", "语料", "数据小图", "流向"],
            ["時間線", "文章", "數據", "目標", "地點", "網絡", "比較", "收集", "存疑", "語料", "數據小圖", "流向"],
            ["Timeline", "Articles", "Figures", "Targets", "Places", "Network", "Compare", "Trail", "Issues", "Corpus", "Charts", "Flows"];
        /// The switch of views.
        views_name: &'static str = "视图", "檢視", "Views";
        /// The choice of language.
        lang: &'static str = "界面语言", "介面語言", "Language";
        /// The names of the schemes: of the system, light, dark.
        themes: [&'static str; 3] = ["跟随系统", "浅色", "深色"], ["跟隨系統", "淺色", "深色"], ["System", "Light", "Dark"];
        /// The choice of scheme.
        theme: &'static str = "配色", "配色", "Theme";
        /// A part of the address that was not understood.
        notice: &'static str = "网址中的“{}”无法识别，已忽略。", "網址中的「{}」無法識別，已忽略。", "“{}” in the address was not understood and is ignored.";
        /// The address was made with another state of the corpus.
        changed: &'static str = "这个网址出自语料的另一个版本，所指的内容可能已经变化。", "這個網址出自語料的另一個版本，所指的內容可能已經變化。", "This address was made with another state of the corpus: what it points at may have changed.";
        /// Takes the notices away.
        dismiss: &'static str = "知道了", "知道了", "Dismiss";
        /// Opens the full app from an embed.
        open_full: &'static str = "打开完整版", "開啟完整版", "Open the full app";
    }
}
