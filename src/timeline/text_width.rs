//! An upper estimate of a label's width, so that packing needs no measuring on the screen.
//!
//! The view cuts a label off at the width reserved here, so a wrong estimate shortens a label but
//! never lets two overlap.

/// Pixels of one Han character at the label's size.
pub const HAN: i32 = 13;

/// Pixels that a text takes at the label's size, rounded up.
pub fn text_width(text: &str) -> i32 {
    // The style sheet spaces Han characters from others.
    let han = |letter: char| letter >= '\u{2000}';
    let borders =
        text.chars().zip(text.chars().skip(1)).filter(|(a, b)| han(*a) != han(*b)).count();
    // In tenths of a pixel.
    let tenths: i32 = text
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | '\'' | ' ' => 45,
            'm' | 'w' | 'M' | 'W' => 118,
            'A'..='Z' => 92,
            letter if han(letter) => HAN * 10,
            _ => 80,
        })
        .sum();
    (tenths + 9) / 10 + borders as i32 * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_characters_are_square_and_latin_ones_narrower() {
        assert_eq!(text_width("长三角"), 39);
        assert_eq!(text_width(""), 0);
        assert_eq!(text_width("第3批"), 39 - 13 + 8 + 2 * 3);
        assert!(text_width("corridor") < 8 * HAN);
        assert!(text_width("MW") > text_width("il"));
    }
}
