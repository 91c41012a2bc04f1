//! How long the steps of a command take.

use std::time::{Duration, Instant};

/// Time by step, from its making on.
pub(super) struct Stopwatch {
    start: Instant,
    last: (Instant, Option<Duration>),
    is_shown: bool,
}

impl Stopwatch {
    pub(super) fn start(is_shown: bool) -> Self {
        let start = Instant::now();
        Self { start, last: (start, processor_time()), is_shown }
    }

    /// Tells the time since the step before, and how long all processors together have worked for it.
    pub(super) fn lap(&mut self, name: &str) {
        let (before, worked_before) = self.last;
        self.last = (Instant::now(), processor_time());
        let (now, worked) = self.last;
        if !self.is_shown {
            return;
        }
        let worked = worked.zip(worked_before).map(|(worked, before)| worked.saturating_sub(before));
        let worked = worked
            .map_or_else(String::new, |worked| format!(", {:.2} s of processor time", worked.as_secs_f64()));
        eprintln!("{name}: {:.2} s{worked}", (now - before).as_secs_f64());
    }

    pub(super) fn total(&self) -> Duration {
        self.start.elapsed()
    }
}

/// How long this process has worked so far, on all processors.
#[cfg(target_os = "linux")]
fn processor_time() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).ok()
}

#[cfg(not(target_os = "linux"))]
fn processor_time() -> Option<Duration> {
    None
}
