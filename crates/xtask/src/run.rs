//! Running other programs: where they are, what they print, and how long they take.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The programs of that name on PATH, in its order.
pub fn on_path(name: &str) -> impl Iterator<Item = PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    folders.into_iter().map(move |folder| folder.join(&file)).filter(|file| file.is_file())
}

/// PATH with these folders before it.
///
/// # Errors
/// Where a folder's name cannot stand in PATH.
pub fn path_with(folders: &[&Path]) -> Result<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&path));
    env::join_paths(all).context("a tool's folder cannot stand in PATH")
}

/// The cargo that runs this.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What a program prints on its standard output, or none where it fails or is not there.
pub fn output(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let done = Command::new(program).args(args).stdin(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Runs to the end, with the terminal as it is.
///
/// # Errors
/// Where it cannot start or ends with a failure.
pub fn inherit(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| start(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs to the end, shows each line of its standard output as it comes and gives it to `each`;
/// true where it ended well.
///
/// # Errors
/// Where it cannot start.
pub fn watch(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| start(command))?;
    if let Some(stdout) = child.stdout.take() {
        let mut screen = std::io::stdout();
        for bytes in BufReader::new(stdout).split(b'\n') {
            let bytes = bytes.context("the output stopped")?;
            screen.write_all(&bytes).and_then(|()| screen.write_all(b"\n"))?;
            screen.flush()?;
            each(&String::from_utf8_lossy(&bytes));
        }
    }
    Ok(child.wait().context("the end of a program was lost")?.success())
}

/// The program and its arguments, for a message.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .enumerate()
        .map(|(at, word)| match at {
            0 => Path::new(word).file_stem().unwrap_or(word).to_string_lossy().into_owned(),
            _ => word.to_string_lossy().into_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Why a program did not start, for a message.
fn start(command: &Command) -> String {
    format!("`{}` could not start", line(command))
}

/// A duration in words: `4.2 s`, `3 min 05 s`.
pub fn elapsed(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(elapsed(Duration::from_millis(4_230)), "4.2 s");
        assert_eq!(elapsed(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_command_is_named_without_its_folder() {
        let mut command = Command::new("/opt/tools/trunk");
        command.args(["build", "--release"]);
        assert_eq!(line(&command), "trunk build --release");
    }
}
