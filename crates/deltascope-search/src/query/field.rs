//! `Field`: the fields of a query and the names that they go by.

/// What a term may be asked of, in place of the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title alone.
    Title,
    /// A place of the article's facts, or one that it lies in.
    Place,
    /// The kind of an initiative that the article names.
    Kind,
    /// A part of the publisher's name.
    Publisher,
    /// A phase that the article dates.
    Phase,
    /// Published before the first day of a date.
    Before,
    /// Published on the first day of a date or later.
    After,
}

/// Each field with its names, as a query is printed first. Both scripts stand here, as the table of
/// an index knows no more characters than its articles need.
const NAMES: [(Field, &[&str]); 7] = [
    (Field::Title, &["title:", "标题:", "標題:"]),
    (Field::Place, &["place:", "地点:", "地點:"]),
    (Field::Kind, &["kind:", "类型:", "類型:"]),
    (Field::Publisher, &["publisher:", "发布:", "發布:", "發佈:"]),
    (Field::Phase, &["phase:", "阶段:", "階段:"]),
    (Field::Before, &["before:", "早于:", "早於:"]),
    (Field::After, &["after:", "晚于:", "晚於:"]),
];

impl Field {
    /// The field by whose name and colon a text starts, and how many characters these are. `is`
    /// tells whether the character at a place of the text is the one given.
    pub(super) fn at_start(is: impl Fn(usize, char) -> bool) -> Option<(Self, usize)> {
        NAMES.iter().find_map(|&(field, names)| {
            let starts = |name: &&&str| name.chars().enumerate().all(|(at, c)| is(at, c));
            names.iter().find(starts).map(|name| (field, name.chars().count()))
        })
    }

    /// The first of its names, with the colon.
    pub(super) fn prefix(self) -> &'static str {
        NAMES[self as usize].1[0]
    }

    /// The first of its names.
    pub fn key(self) -> &'static str {
        self.prefix().trim_end_matches(':')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_stand_in_the_order_of_the_fields() {
        assert!(NAMES.iter().enumerate().all(|(at, (field, _))| *field as usize == at));
    }
}
