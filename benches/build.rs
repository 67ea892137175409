//! `deltascope build` on ten thousand pages: pages a second, and peak memory beside the output's
//! size. Run with `cargo bench --bench build`; Linux only, for the peak is read from /proc.
//!
//! The pages are copies of the first five of `corpus/pages`, each with its digits and one character in twenty
//! exchanged, so that no two are alike and no cache helps.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads files and the clock, prints, and may stop at any fault"
)]

mod memory;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use memory::kibibytes;

const COUNTS: [usize; 2] = [2_500, 10_000];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let work = root.join("target/bench");
    let built = Command::new("cargo")
        .args(["build", "--release", "--locked", "-p", "deltascope-cli"])
        .status();
    assert!(built.unwrap().success(), "the command does not build");
    for count in COUNTS {
        let pages =
            write_pages(&root.join("corpus/pages"), &work.join(format!("pages-{count}")), count);
        let out = work.join("out");
        let start = Instant::now();
        let peak = peak_of(
            Command::new(root.join("target/release/deltascope"))
                .arg("build")
                .arg(&pages)
                .arg("--out")
                .arg(&out),
        );
        let seconds = start.elapsed().as_secs_f64();
        let size = |dir: &Path| {
            fs::read_dir(dir)
                .unwrap()
                .map(|file| file.unwrap().metadata().unwrap().len())
                .sum::<u64>()
        };
        println!(
            "{count} pages, {} MB in, {} MB out: {:.0} pages/s, peak {} MB, {:.2} of the output",
            size(&pages) >> 20,
            size(&out) >> 20,
            count as f64 / seconds,
            peak >> 10,
            (peak << 10) as f64 / size(&out) as f64
        );
    }
}

/// Writes `count` changed copies of the first pages of a folder.
fn write_pages(from: &Path, to: &Path, count: usize) -> PathBuf {
    let mut sources: Vec<PathBuf> =
        fs::read_dir(from).unwrap().map(|file| file.unwrap().path()).collect();
    sources.retain(|path| path.file_name().is_some_and(|name| name < OsStr::new("006")));
    sources.sort();
    let texts: Vec<String> = sources.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    fs::create_dir_all(to).unwrap();
    let mut state = 1_u64;
    for nth in 0..count {
        fs::write(to.join(format!("{nth:05}.txt")), mutate(&texts[nth % texts.len()], &mut state))
            .unwrap();
    }
    to.to_owned()
}

fn mutate(text: &str, state: &mut u64) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut draw = |bound: usize| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (*state >> 33) as usize % bound
    };
    chars
        .iter()
        .map(|char| match char {
            '1'..='9' if draw(3) == 0 => char::from(b'1' + draw(9) as u8),
            '\u{4e00}'..='\u{9fff}' if draw(20) == 0 => {
                let other = chars[draw(chars.len())];
                if ('\u{4e00}'..='\u{9fff}').contains(&other) { other } else { *char }
            }
            _ => *char,
        })
        .collect()
}

/// Runs a command to its end; the most memory it held, in KiB.
fn peak_of(command: &mut Command) -> u64 {
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    let process = child.id().to_string();
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        peak = kibibytes(&process, "VmHWM:").unwrap_or(0).max(peak);
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(child.wait().unwrap().success(), "the build failed");
    peak
}
