//! When something on the disk was changed last, as the file system tells it.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// Longest step in which file systems tell time that tell parts of seconds.
const STEP: Duration = Duration::from_millis(100);
/// Longest step in which others do.
const LONG_STEP: Duration = Duration::from_secs(3);

/// When a file or folder was changed last (POSIX.1, `st_ctim`): seconds since 1970 and nanoseconds. It cannot be set back,
/// as the time of the last writing can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Moment(i64, i64);

impl Moment {
    #[cfg(unix)]
    pub(super) fn of_change(file: &std::fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(file.ctime(), file.ctime_nsec())
    }

    /// Whether it is so long before `now` that a change from `now` on gives another moment.
    pub(super) fn is_left_alone(self, now: SystemTime) -> bool {
        let Self(seconds, nanoseconds) = self;
        let part = Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or_default());
        let changed = Duration::from_secs(u64::try_from(seconds).unwrap_or_default()) + part;
        let step = if nanoseconds == 0 { LONG_STEP } else { STEP };
        now.duration_since(SystemTime::UNIX_EPOCH + changed).is_ok_and(|since| since > step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_change_unseen_is_not_left_alone() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_millis(1_000_500);
        for (seconds, milliseconds, is_left_alone) in
            [(1000, 100, true), (1000, 450, false), (1000, 600, false), (998, 0, false), (997, 0, true)]
        {
            let moment = Moment(seconds, milliseconds * 1_000_000);
            assert_eq!(moment.is_left_alone(now), is_left_alone, "{moment:?}");
        }
    }
}
