//! Tiles of places: which shade a number gets, which tile the arrow keys lead to, and where a name
//! may be parted.
//!
//! Shades go by powers of one ratio, chosen once for the whole corpus: searching, filtering and
//! stepping through years, a shade stands for the same numbers. Pure.

/// The shades there are, beside that of nothing.
pub const SHADES: usize = 5;

/// Which numbers a shade stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    ratio: usize,
}

impl Scale {
    /// The scale for numbers up to this one.
    pub fn of(most: usize) -> Self {
        let mut ratio = 2_usize;
        while ratio.saturating_pow(SHADES as u32) <= most {
            ratio += 1;
        }
        Self { ratio }
    }

    /// The shade of a number, from 0 for nothing to [`SHADES`].
    pub fn shade(self, number: usize) -> usize {
        (1..=SHADES).rev().find(|&shade| number >= self.least(shade)).unwrap_or(0)
    }

    /// The numbers of a shade in words: `3–8`, `81+`.
    pub fn range(self, shade: usize) -> String {
        let (least, next) = (self.least(shade), self.least(shade + 1));
        match shade {
            0 => "0".to_owned(),
            SHADES => format!("{least}+"),
            _ if next == least + 1 => least.to_string(),
            _ => format!("{least}–{}", next - 1),
        }
    }

    /// The least number of a shade.
    fn least(self, shade: usize) -> usize {
        if shade == 0 { 0 } else { self.ratio.saturating_pow(shade as u32 - 1) }
    }
}

/// The tile that a key leads to from another, by position; none for other keys, and where there is
/// none on that side. Tiles are columns and rows.
pub fn neighbour(tiles: &[[u8; 2]], from: usize, key: &str) -> Option<usize> {
    let [column, row] = tiles[from].map(i32::from);
    // How far a tile lies ahead; 0 where it lies elsewhere.
    let ahead = |tile: &[u8; 2]| {
        let (right, down) = (i32::from(tile[0]) - column, i32::from(tile[1]) - row);
        match key {
            "ArrowRight" if down == 0 => right,
            "ArrowLeft" if down == 0 => -right,
            "ArrowDown" if right == 0 => down,
            "ArrowUp" if right == 0 => -down,
            _ => 0,
        }
    };
    match key {
        "Home" => Some(0),
        "End" => Some(tiles.len() - 1),
        _ => {
            let all = tiles.iter().enumerate().map(|(at, tile)| (ahead(tile), at));
            all.filter(|&(far, _)| far > 0).min().map(|(_, at)| at)
        }
    }
}

/// A name with a soft hyphen between its syllables, as pinyin has them: Yan-cheng, Lian-yun-gang.
/// A syllable begins with the last consonant before a vowel; `zh`, `ch` and `sh` are one. An apostrophe
/// parts them already, and needs no hyphen.
pub fn syllables(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let at = |nth: usize| letters.get(nth).map(char::to_ascii_lowercase);
    let vowel = |nth: usize| at(nth).is_some_and(|letter| "aeiouü".contains(letter));
    let consonant = |nth: usize| at(nth).is_some_and(|one| one.is_ascii_lowercase()) && !vowel(nth);
    let mut out = String::new();
    let mut spoken = false;
    for (nth, letter) in letters.iter().enumerate() {
        let double = at(nth + 1) == Some('h') && matches!(at(nth), Some('z' | 'c' | 's'));
        let begins = consonant(nth) && vowel(if double { nth + 2 } else { nth + 1 });
        let inside =
            at(nth) == Some('h') && nth > 0 && matches!(at(nth - 1), Some('z' | 'c' | 's'));
        if begins && !inside && spoken {
            out.push('\u{ad}');
        }
        spoken = letter.is_alphabetic() && (spoken || vowel(nth));
        out.push(*letter);
        if *letter == '\'' || *letter == '’' {
            out.push('\u{200b}');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers at which each shade begins, as the legend tells them.
    #[track_caller]
    fn legend(most: usize, expected: [&str; SHADES + 1]) {
        let scale = Scale::of(most);
        let found: Vec<String> = (0..=SHADES).map(|shade| scale.range(shade)).collect();
        assert_eq!(found, expected, "{most}");
        assert!((1..=SHADES).contains(&scale.shade(most.max(1))), "{most}");
    }

    #[test]
    fn the_last_shade_reaches_the_largest_number() {
        legend(0, ["0", "1", "2–3", "4–7", "8–15", "16+"]);
        legend(31, ["0", "1", "2–3", "4–7", "8–15", "16+"]);
        legend(32, ["0", "1–2", "3–8", "9–26", "27–80", "81+"]);
        legend(5000, ["0", "1–5", "6–35", "36–215", "216–1295", "1296+"]);
    }

    #[test]
    fn a_number_has_the_shade_whose_range_holds_it() {
        let scale = Scale::of(100);
        let found = [0, 1, 2, 3, 8, 9, 80, 81, 9000].map(|number| scale.shade(number));
        assert_eq!(found, [0, 1, 1, 2, 2, 3, 4, 5, 5]);
    }

    #[track_caller]
    fn leads(from: usize, key: &str, expected: Option<usize>) {
        // . 0 . 1
        // 2 3 . .
        // . 4 . 5
        let tiles = [[1, 0], [3, 0], [0, 1], [1, 1], [1, 2], [3, 2]];
        assert_eq!(neighbour(&tiles, from, key), expected, "{from} {key}");
    }

    #[test]
    fn arrows_go_to_the_next_tile_of_a_row_or_column_over_gaps() {
        leads(0, "ArrowRight", Some(1));
        leads(1, "ArrowLeft", Some(0));
        leads(1, "ArrowDown", Some(5));
        leads(4, "ArrowUp", Some(3));
        leads(2, "ArrowLeft", None);
        leads(2, "ArrowUp", None);
        leads(3, "Enter", None);
        leads(3, "Home", Some(0));
        leads(3, "End", Some(5));
    }

    #[test]
    fn names_are_parted_between_their_syllables() {
        for (name, parted) in [
            ("Yancheng", "Yan-cheng"),
            ("Huainan", "Huai-nan"),
            ("Nantong", "Nan-tong"),
            ("Lianyungang", "Lian-yun-gang"),
            ("Ma'anshan", "Ma'|an-shan"),
            ("Zhoushan", "Zhou-shan"),
            ("Shanghai", "Shang-hai"),
            ("Taizhou (Zhejiang)", "Tai-zhou (Zhe-jiang)"),
            ("上海", "上海"),
            ("", ""),
        ] {
            let found = syllables(name).replace('\u{ad}', "-").replace('\u{200b}', "|");
            assert_eq!(found, parted);
        }
    }
}
