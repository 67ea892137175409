//! Loading, failure, emptiness.

words! {
    /// Loading, failure, emptiness.
    StateWords {
        /// The corpus is on its way.
        loading: &'static str = "正在载入语料……", "正在載入語料……", "Loading the corpus…";
        /// A part of a large corpus is on its way.
        part_loading: &'static str = "正在载入……", "正在載入……", "Loading…";
        /// It did not come.
        part_failed: &'static str = "正文没有载入。", "正文沒有載入。", "The text did not load. ";
        /// There is no corpus.
        failed: &'static str = "语料没有载入", "語料沒有載入", "The corpus did not load";
        /// What happened, by fault: network, missing, empty, truncated, version, damaged, mixed.
        faults: [&'static str; 7] =
            ["没有收到{}：网络不通，或服务器没有应答。",
             "找不到{}。",
             "{}是空文件。",
             "{}不完整：传输中断，或文件没有写完。",
             "{}由另一个版本的Deltascope生成，这一版读不了。",
             "{}已损坏，不是有效的语料文件。",
             "{}与语料不是同一次构建的结果。"],
            ["沒有收到{}：網路不通，或伺服器沒有回應。",
             "找不到{}。",
             "{}是空檔案。",
             "{}不完整：傳輸中斷，或檔案沒有寫完。",
             "{}由另一個版本的Deltascope產生，這一版讀不了。",
             "{}已損壞，不是有效的語料檔案。",
             "{}與語料不是同一次建置的結果。"],
            ["{} did not arrive: the network is down, or the server did not answer.",
             "{} is missing.",
             "{} is empty.",
             "{} is cut off: the transfer broke, or the file was never finished.",
             "{} was made by another version of Deltascope, which this one cannot read.",
             "{} is damaged: it is not a valid file of a corpus.",
             "{} belongs to another build than the corpus."];
        /// What to do, by fault, in the same order.
        remedies: [&'static str; 7] =
            ["请检查网络后重试。",
             "请运行deltascope build，把结果放到应用旁的corpus文件夹，然后重试。",
             "请重新运行deltascope build，然后重试。",
             "请重试；若仍不完整，请重新运行deltascope build。",
             "请用与应用同一版本的deltascope build重新生成，然后重试。",
             "请重试；若仍损坏，请重新运行deltascope build。",
             "请重新部署同一次构建的全部文件，然后重试。"],
            ["請檢查網路後重試。",
             "請執行deltascope build，把結果放到應用程式旁的corpus資料夾，然後重試。",
             "請重新執行deltascope build，然後重試。",
             "請重試；若仍不完整，請重新執行deltascope build。",
             "請用與應用程式同一版本的deltascope build重新產生，然後重試。",
             "請重試；若仍損壞，請重新執行deltascope build。",
             "請重新部署同一次建置的全部檔案，然後重試。"],
            ["Check the connection and retry.",
             "Run deltascope build, put its output into the folder “corpus” beside the app, and retry.",
             "Run deltascope build again and retry.",
             "Retry; if it is still cut off, run deltascope build again.",
             "Build the corpus again with the app’s own version of deltascope, and retry.",
             "Retry; if it is still damaged, run deltascope build again.",
             "Deploy all files of one build again, and retry."];
        /// What the file says of itself.
        detail: &'static str = "细节：", "細節：", "Detail: ";
        /// Tries again.
        retry: &'static str = "重试", "重試", "Retry";
        /// Nothing passes the search and the filters.
        empty: &'static str = "没有符合条件的内容", "沒有符合條件的內容", "Nothing matches";
        /// What to do then.
        empty_help: &'static str = "试着去掉一个条件：", "試著去掉一個條件：", "Try without one of these:";
        /// The corpus itself holds nothing.
        barren: &'static str = "这份语料里还没有内容", "這份語料裡還沒有內容", "This corpus holds nothing yet";
        /// What to do then.
        barren_help: &'static str = "运行deltascope build并指定存有网页的文件夹，这里就会列出结果。", "執行deltascope build並指定存有網頁的資料夾，這裡就會列出結果。", "Run deltascope build on a folder of saved pages, and they will show here.";
        /// Nothing of this view, but what follows.
        elsewhere: &'static str = "这里没有，别处有：", "這裡沒有，別處有：", "Not here, but elsewhere:";
        /// The query, quoted as a chip.
        quoted: &'static str = "搜索“{}”", "搜尋「{}」", "Search “{}”";
    }
}
