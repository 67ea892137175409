//! Pinyin: how a character may be read aloud.

use pinyin::ToPinyinMulti;

/// The readings of a Chinese character without tones, sorted, with `v` for ü: `长` → chang, zhang.
/// None for any other character.
pub fn pinyin(c: char) -> Vec<String> {
    let all = c.to_pinyin_multi().into_iter().flatten();
    let mut readings: Vec<String> = all.map(|one| one.plain().replace('ü', "v")).collect();
    readings.sort_unstable();
    readings.dedup();
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(c: char, expected: &[&str]) {
        assert_eq!(pinyin(c), expected, "{c}");
    }

    #[test]
    fn a_character_has_each_of_its_readings_once() {
        check('长', &["chang", "zhang"]);
        check('長', &["chang", "zhang"]);
        check('合', &["ge", "he"]);
        check('绿', &["lu", "lv"]);
        check('G', &[]);
        check('，', &[]);
    }
}
