//! What stands above the first hits of a search until the rest of a large corpus is here.

words! {
    /// The first hits.
    FirstHitsWords {
        /// Why there is nothing but a list yet.
        first: &'static str = "最前面的结果已列出，筛选和其他视图正在载入……", "最前面的結果已列出，篩選和其他檢視正在載入……", "The first hits; filters and the other views are loading…";
    }
}

alone!(FirstHitsWords);
