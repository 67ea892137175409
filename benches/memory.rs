//! What Linux says of a process's memory.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads files")]

use std::fs;

/// A line of a process's status in kibibytes, as `VmHWM:`, the most memory held so far; none where it has gone.
pub fn kibibytes(process: &str, key: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    line.trim().trim_end_matches(" kB").trim().parse().ok()
}
