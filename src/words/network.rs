//! The network.

words! {
    /// The network.
    NetworkWords {
        /// What the view is.
        lead: &'static str = "谁参与了哪些举措，举措落在哪里：每条连线都有原句，没有原句的不画。", "誰參與了哪些舉措，舉措落在哪裡：每條連線都有原句，沒有原句的不畫。", "Who acts in which initiative, and where. Each line stands on sentences; what no sentence states is not drawn.";
        /// The choice of one kind of nodes.
        kinds: &'static str = "只看", "只看", "Show only";
        /// The kinds: those who act, places.
        only: [&'static str; 2] = ["参与方", "地点"], ["參與方", "地點"], ["Actors", "Places"];
        /// How the network is shown: drawn, as a table.
        forms: [&'static str; 2] = ["图", "表"], ["圖", "表"], ["Drawing", "Table"];
        /// The switch between them.
        form: &'static str = "显示为", "顯示為", "Show as";
        /// The drawing, before how to walk it.
        drawing: &'static str = "关系图，方向键移动，回车查看", "關係圖，方向鍵移動，Enter 查看", "Network: arrow keys move, Enter opens";
        /// What a node is: an actor, a place, an initiative.
        nodes: [&'static str; 3] = ["参与方", "地点", "举措"], ["參與方", "地點", "舉措"], ["Actor", "Place", "Initiative"];
        /// How much of it is drawn.
        drawn: &'static str = "图中画出{}个，表中有全部。", "圖中畫出{}個，表中有全部。", "{} of them are drawn; the table has all.";
        /// Nothing is chosen.
        hint: &'static str = "点一个名字，看它和谁有联系；点一条线，看是哪句话说的。", "點一個名字，看它和誰有聯繫；點一條線，看是哪句話說的。", "Choose a name to see what it is tied to, or a line to see which sentence says so.";
        /// The ties of what is chosen.
        ties: [&'static str; 2] = ["{}条联系", "{}条联系"], ["{}條聯繫", "{}條聯繫"], ["{} tie", "{} ties"];
        /// Sentences of a tie.
        sentences: [&'static str; 2] = ["{}句", "{}句"], ["{}句", "{}句"], ["{} sentence", "{} sentences"];
        /// A tie that no event states.
        named: &'static str = "同句提及", "同句提及", "named together";
        /// Leads to all of a place.
        place: &'static str = "在时间线中查看", "在時間線中查看", "See it on the timeline";
        /// Compares what is chosen.
        compare: &'static str = "加入比较", "加入比較", "Compare";
        /// Takes the choice back.
        close: &'static str = "取消选择", "取消選擇", "Choose nothing";
        /// Columns of the table: one end, the initiative, what is told, sentence.
        columns: [&'static str; 4] = ["参与方或地点", "举措", "联系", "原句"], ["參與方或地點", "舉措", "聯繫", "原句"], ["Actor or place", "Initiative", "Tie", "Sentence"];
        /// Nothing is tied.
        none: &'static str = "所选条件下没有写明的联系。", "所選條件下沒有寫明的聯繫。", "Nothing under the search and the filters states a tie.";
    }
}

alone!(NetworkWords);
