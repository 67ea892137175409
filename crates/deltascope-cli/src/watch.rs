//! Work that may hang or fail is done on a thread of its own, which is left behind when it takes
//! too long: the run goes on, and the thread ends with the command.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Why work gave no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It took longer than allowed.
    Late,
    /// It panicked, or no thread could be started.
    Failed,
}

/// Does work that cannot take long, here and now.
///
/// # Errors
/// Where the work panics.
pub fn here<T>(work: impl FnOnce() -> T) -> Result<T, Stopped> {
    // Nothing of the work is looked at after a panic.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Stopped::Failed)
}

/// Does the work, and waits for it no longer than `limit`; none is for ever.
///
/// # Errors
/// Says why there is no result.
pub fn within<T: Send + 'static>(
    limit: Option<Duration>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Stopped> {
    let (give, take) = channel();
    let work = move || {
        // Nobody waits any more: the result is not wanted.
        let _ = give.send(work());
    };
    thread::Builder::new().name("page".into()).spawn(work).map_err(|_| Stopped::Failed)?;
    match limit {
        None => take.recv().map_err(|_| Stopped::Failed),
        Some(limit) => take.recv_timeout(limit).map_err(|error| match error {
            RecvTimeoutError::Timeout => Stopped::Late,
            RecvTimeoutError::Disconnected => Stopped::Failed,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(limit: u64, work: fn() -> u8, expected: Result<u8, Stopped>) {
        assert_eq!(within(Some(Duration::from_millis(limit)), work), expected);
    }

    #[test]
    fn work_is_done_or_left_behind() {
        check(60_000, || 1, Ok(1));
        check(60_000, || panic!("as hostile pages may do"), Err(Stopped::Failed));
        check(
            20,
            || {
                loop {
                    thread::park();
                }
            },
            Err(Stopped::Late),
        );
        assert_eq!(within(None, || 1), Ok(1));
        assert_eq!(here(|| 1), Ok(1));
        assert_eq!(here(|| -> u8 { panic!("as hostile pages may do") }), Err(Stopped::Failed));
    }
}
