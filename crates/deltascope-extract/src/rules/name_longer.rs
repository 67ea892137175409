//! What names go on with behind their last word: 甲共同体 in 甲共同体建设办公室 is no name of its own.

use deltascope_model::{InitiativeKind, TextRange};

use super::field::is_number;
use super::name_head::{HeadName, is_han};

/// 甲共同体 in 甲共同体建设办公室 is no name of its own.
pub(super) fn extended(text: &str, name: HeadName) -> HeadName {
    const LONGER: [(&str, InitiativeKind); 13] = [
        ("纲要", InitiativeKind::Plan),
        ("项目", InitiativeKind::Project),
        ("建设办公室", InitiativeKind::Platform),
        ("推进办公室", InitiativeKind::Platform),
        ("工作办公室", InitiativeKind::Platform),
        ("领导小组办公室", InitiativeKind::Platform),
        ("联席会议办公室", InitiativeKind::Platform),
        ("联席会议", InitiativeKind::Event),
        ("建设方案", InitiativeKind::Plan),
        ("实施方案", InitiativeKind::Plan),
        ("建设规划", InitiativeKind::Plan),
        ("发展规划", InitiativeKind::Plan),
        ("建设发展规划", InitiativeKind::Plan),
    ];
    let rest = text.get(name.range.usize().end..).unwrap_or_default();
    let own = name.range.slice(text).unwrap_or_default();
    if let Some(len) = session(own, rest).or_else(|| stage(rest)) {
        let range = TextRange::new(name.range.start(), name.range.end() + len as u32);
        let kind = if rest.starts_with('第') { name.kind } else { InitiativeKind::Project };
        return HeadName { range, kind, ..name };
    }
    if let Some(len) = section(own, rest) {
        let range = TextRange::new(name.range.start(), name.range.end() + len as u32);
        return HeadName { range, ..name };
    }
    let found = LONGER.iter().filter(|(word, _)| rest.starts_with(word));
    match found.max_by_key(|(word, _)| word.len()) {
        Some((word, kind)) => HeadName {
            range: TextRange::new(name.range.start(), name.range.end() + word.len() as u32),
            kind: *kind,
            ..name
        },
        None => name,
    }
}

/// How far the number of a session goes on behind an assembly: 甲省人民代表大会第三次会议.
fn session(name: &str, rest: &str) -> Option<usize> {
    let number = rest.strip_prefix('第')?;
    let behind = number.trim_start_matches(is_number);
    let end = ["次会议", "次全体会议"].iter().find_map(|end| behind.strip_prefix(*end))?;
    (name.ends_with("大会") && behind.len() < number.len()).then_some(rest.len() - end.len())
}

/// How far the stage of a project goes on behind its name: 甲机场三期扩建工程.
fn stage(rest: &str) -> Option<usize> {
    const WORKS: [&str; 5] = ["改扩建", "扩建", "续建", "建设", ""];
    let behind = rest.strip_prefix(['一', '二', '三', '四', '五'])?.strip_prefix('期')?;
    let mut works = WORKS.iter().filter_map(|work| behind.strip_prefix(work));
    let whole =
        works.find_map(|rest| rest.strip_prefix("工程").or_else(|| rest.strip_prefix("项目")));
    Some(rest.len() - whole.unwrap_or(behind).len())
}

/// How far a line's section goes on behind the line's name: 白青铁路石湾段.
fn section(name: &str, rest: &str) -> Option<usize> {
    const LONGEST: usize = 8;
    let line = ["铁路", "高铁", "高速公路", "号线"].iter().any(|line| name.ends_with(line));
    let at =
        rest.char_indices().skip(1).take(LONGEST).find(|(_, c)| *c == '段').map(|(at, _)| at)?;
    (line && rest[..at].chars().all(|c| is_han(c) || c == '至')).then_some(at + '段'.len_utf8())
}
