//! A stub of queries that all begin alike: `甲走廊最新消息，甲走廊规划图，甲走廊房价，…`. It counts as
//! spam.

use memchr::memmem;

use super::{Rule, spam};

/// The shortest stub, in bytes: four queries take room, and most lines are shorter.
const SHORTEST: usize = 60;
/// The least queries of a stub.
const LEAST: usize = 4;

pub(super) const RULE: Rule =
    Rule { words: &[], test: |page, at| is_stub(page.text(at)), ..spam::RULE };

/// Clauses that begin with the same three characters.
fn is_stub(text: &str) -> bool {
    if text.len() < SHORTEST {
        return false;
    }
    let marks = ['，', ',', '、', '。', ' '];
    let first = text.trim_start_matches(marks);
    let end = first.char_indices().nth(3).map_or(first.len(), |(at, _)| at);
    let head = &first[..end];
    // Nearly all prose ends here.
    if head.contains(marks) || memmem::find_iter(text.as_bytes(), head).take(LEAST).count() < LEAST
    {
        return false;
    }
    let clauses = || text.split(marks).filter(|clause| !clause.is_empty());
    let alike = clauses().filter(|clause| clause.starts_with(head)).count();
    alike >= LEAST && alike * 3 >= clauses().count() * 2
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn cases() {
        check("甲走廊最新消息，甲走廊规划图，甲走廊房价，甲走廊招聘，甲走廊在哪里", Some("spam"));
        check("甲走廊最新消息，乙走廊规划图，甲走廊房价，丙走廊招聘，丁走廊在哪里", None);
    }
}
