//! Stages of a thing, which are told of as the thing itself: `二期`, `第三期`, `一期工程`.

use crate::rules::is_number;

/// What stages are called, where one opens a clause or stands behind a name: 平台二期今年10月开工.
pub(crate) const STAGES: [&str; 9] =
    ["一期", "二期", "三期", "第一期", "第二期", "第三期", "一期工程", "二期工程", "三期工程"];

/// 二期工程计划, 第四期工程: a phrase that begins with a stage, of something named elsewhere.
pub(crate) fn begins_with_a_stage(name: &str) -> bool {
    let number = name.strip_prefix('第').unwrap_or(name);
    let rest = number.trim_start_matches(is_number);
    rest.len() < number.len() && rest.starts_with('期')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_that_begin_with_a_stage() {
        assert!(STAGES.iter().all(|stage| begins_with_a_stage(stage)));
        assert!(begins_with_a_stage("第四期工程"));
        assert!(!begins_with_a_stage("期货平台") && !begins_with_a_stage("第三届论坛"));
    }
}
