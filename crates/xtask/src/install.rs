//! Installing a tool from its source into the user's cache, once, with its progress shown.
//!
//! 1. take the lock, so that two clones never install at once
//! 2. look again: the one who held the lock may have installed it
//! 3. compile into a folder of its own and rename it: what is in the cache is whole

use std::collections::VecDeque;
use std::fs::{self, File, TryLockError};
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::tools::Tool;
use crate::{project, run};

/// Lines of cargo's output that are kept for the message where it fails.
const KEPT: usize = 40;

/// Installs the tool unless `done` says, once the lock is held, that another did.
///
/// # Errors
/// Where there is no C compiler, or cargo fails: with the end of its output.
pub fn install(tool: &Tool, done: impl Fn() -> bool) -> Result<()> {
    let tools = project::tools()?;
    fs::create_dir_all(&tools).with_context(|| format!("cannot make {}", tools.display()))?;
    let _lock = lock(&tools)?;
    if done() {
        return Ok(());
    }
    ensure_c_compiler(tool)?;
    let target = tools.join(tool.label());
    let fresh = tools.join(format!("{}.partial", tool.label()));
    for stale in [&target, &fresh] {
        if stale.exists() {
            fs::remove_dir_all(stale)
                .with_context(|| format!("cannot clear {}", stale.display()))?;
        }
    }
    compile(tool, &fresh)?;
    fs::rename(&fresh, &target).with_context(|| format!("cannot make {}", target.display()))
}

/// Holds the lock of the tools' folder until it is dropped.
fn lock(tools: &Path) -> Result<File> {
    let path = tools.join("lock");
    let file = File::create(&path).with_context(|| format!("cannot make {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("waiting: another clone is installing tools");
            file.lock().context("the lock of the tools' folder cannot be had")?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).context("no lock of the tools' folder");
        }
    }
    Ok(file)
}

/// Says plainly that a C compiler is missing, before minutes of compiling fail for want of it.
fn ensure_c_compiler(tool: &Tool) -> Result<()> {
    // On Windows the compiler is found through the registry, not on PATH: cargo will say.
    let given = ["CC", "HOST_CC"].iter().any(|name| std::env::var_os(name).is_some());
    let found = ["cc", "gcc", "clang"].iter().any(|name| run::on_path(name).next().is_some());
    if cfg!(windows) || given || found {
        return Ok(());
    }
    let how = if cfg!(target_os = "macos") {
        "xcode-select --install"
    } else {
        "apt-get install build-essential (or your system's package of gcc or clang)"
    };
    bail!(
        "{} is compiled from source and needs a C compiler, which is missing; run: {how}",
        tool.name
    )
}

/// Compiles the tool into `folder`/bin.
fn compile(tool: &Tool, folder: &Path) -> Result<()> {
    println!("installing {} {} (once for this user; some minutes)", tool.name, tool.version);
    let begun = Instant::now();
    let mut command = run::cargo();
    command
        .args(["install", "--locked", tool.package, "--version", tool.version, "--root"])
        .arg(folder)
        .args(tool.args)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
        .env("CARGO_TERM_PROGRESS_WHEN", "never")
        // Flags meant for the project's own code would compile the tool otherwise than tried.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let mut child = command.spawn().context("cargo could not start")?;
    let mut last = VecDeque::new();
    if let Some(stderr) = child.stderr.take() {
        let mut progress = Progress::new(tool.name);
        for line in BufReader::new(stderr).lines() {
            let line = line.context("cargo's output stopped")?;
            progress.line(&line);
            if last.len() == KEPT {
                last.pop_front();
            }
            last.push_back(line);
        }
        progress.end();
    }
    if !child.wait().context("the end of cargo was lost")?.success() {
        let tail = last.into_iter().collect::<Vec<_>>().join("\n");
        bail!("{} {} could not be installed; cargo said:\n{tail}", tool.name, tool.version);
    }
    println!("installed {} {} in {}", tool.name, tool.version, run::elapsed(begun.elapsed()));
    Ok(())
}

/// Counts crates as cargo names them: one line that is rewritten on a terminal, and now and then a
/// line elsewhere.
struct Progress {
    name: &'static str,
    crates: u32,
    begun: Instant,
    shown: Instant,
    terminal: bool,
}

impl Progress {
    fn new(name: &'static str) -> Self {
        let now = Instant::now();
        Self { name, crates: 0, begun: now, shown: now, terminal: std::io::stdout().is_terminal() }
    }

    fn line(&mut self, line: &str) {
        self.crates += u32::from(line.trim_start().starts_with("Compiling "));
        let pause =
            if self.terminal { Duration::from_millis(200) } else { Duration::from_secs(15) };
        if self.shown.elapsed() < pause {
            return;
        }
        self.shown = Instant::now();
        let (open, close) = if self.terminal { ("\r", "   ") } else { ("", "\n") };
        print!(
            "{open}  {}: {} crates, {}{close}",
            self.name,
            self.crates,
            run::elapsed(self.begun.elapsed())
        );
        // A screen that cannot be written to is no reason to stop an installation.
        std::io::stdout().flush().ok();
    }

    fn end(&self) {
        if self.terminal {
            println!();
        }
    }
}
