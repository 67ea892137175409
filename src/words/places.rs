//! The view of places.

words! {
    /// The view of places.
    PlaceWords {
        /// What the view is.
        lead: &'static str = "所选条件下，各地有多少。一地之内的计入该地，几地合称的计入其中每一地。", "所選條件下，各地有多少。一地之內的計入該地，幾地合稱的計入其中每一地。", "How much there is of each place under the search and the filters. A place counts what is inside it, and what is said of a group counts for each of its members.";
        /// The choice of what is counted.
        of: &'static str = "计数", "計數", "Count";
        /// What may be counted, in the order of `View::COUNTED`.
        counted: [&'static str; 3] = ["节点", "文章", "数据"], ["節點", "文章", "數據"], ["Events", "Articles", "Figures"];
        /// Leads to the list of what is counted.
        list: &'static str = "在“{}”中查看", "在「{}」中查看", "See them in {}";
        /// Compares the places that are chosen.
        compare: &'static str = "比较所选地点", "比較所選地點", "Compare the chosen places";
        /// The grid of tiles.
        grid: &'static str = "各市方格，大致按方位排列", "各市方格，大致按方位排列", "Tiles of the cities, roughly as on a map";
        /// What the shades mean.
        legend: &'static str = "每格的数量", "每格的數量", "Number in a tile";
        /// The steps through the years.
        years: &'static str = "逐年查看", "逐年查看", "Year by year";
        /// No year is chosen.
        all_years: &'static str = "全部年份", "全部年份", "All years";
        /// Buttons: the year before, the year after.
        step: [&'static str; 2] = ["前一年", "后一年"], ["前一年", "後一年"], ["Year before", "Year after"];
        /// The button that goes through the years, and stops.
        play: [&'static str; 2] = ["播放", "暂停"], ["播放", "暫停"], ["Play", "Pause"];
        /// Columns of the table: place, level, number.
        columns: [&'static str; 3] = ["地点", "层级", "数量"], ["地點", "層級", "數量"], ["Place", "Level", "Number"];
        /// Levels, in the order of `LEVELS` in `components/places.rs`.
        levels: [&'static str; 5] = ["省级", "市", "区县", "片区", "合称"], ["省級", "市", "區縣", "片區", "合稱"], ["Province", "City", "District", "Zone", "Group"];
        /// The corpus names none.
        no_places: &'static str = "这份语料没有可归入地点的内容。", "這份語料沒有可歸入地點的內容。", "This corpus names no places.";
    }
}

alone!(PlaceWords);
