//! Tests counted from what the runners print.

use std::fmt;
use std::ops::Add;

/// How many tests ended how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed, skipped: self.skipped + other.skipped }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

impl Count {
    /// From cargo test: `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; …`, once a binary.
    pub(crate) fn of_cargo(output: &str) -> Self {
        let mut count = Self::default();
        for line in output.lines().filter_map(|line| line.split_once("test result: ").map(|(_, result)| result)) {
            count.passed += number_before(line, " passed");
            count.failed += number_before(line, " failed");
            count.skipped += number_before(line, " ignored");
        }
        count
    }

    /// From node's TAP: `# pass 3`, `# fail 1`, `# cancelled 0`, `# skipped 0`, `# todo 0`, once, at the end.
    pub(crate) fn of_tap(output: &str) -> Option<Self> {
        let value = |name: &str| {
            let prefix = format!("# {name} ");
            output.lines().rev().find_map(|line| line.strip_prefix(&prefix)).and_then(|text| text.trim().parse::<u64>().ok())
        };
        Some(Self { passed: value("pass")?, failed: value("fail")? + value("cancelled")?, skipped: value("skipped")? + value("todo")? })
    }

    /// From a line in this crate's own form.
    pub(crate) fn of_line(output: &str) -> Option<Self> {
        let line = output.lines().rev().find(|line| line.ends_with(" skipped"))?;
        let mut numbers = line.split(", ").map(|part| part.split(' ').next().and_then(|number| number.parse::<u64>().ok()));
        Some(Self { passed: numbers.next()??, failed: numbers.next()??, skipped: numbers.next()?? })
    }
}

fn number_before(line: &str, unit: &str) -> u64 {
    line.split(unit).next().and_then(|before| before.rsplit(' ').next()).and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn count(passed: u64, failed: u64, skipped: u64) -> Count {
        Count { passed, failed, skipped }
    }

    #[test]
    fn cargo_results_are_summed() {
        let output = "running 3 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                      test result: FAILED. 5 passed; 3 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s\n";
        assert_eq!(Count::of_cargo(output), count(7, 3, 1));
        assert_eq!(Count::of_cargo("error: could not compile"), count(0, 0, 0));
    }

    #[test]
    fn tap_counts_cancelled_as_failed() {
        let output = "1..3\n# tests 9\n# suites 0\n# pass 4\n# fail 1\n# cancelled 2\n# skipped 1\n# todo 1\n# duration_ms 5\n";
        assert_eq!(Count::of_tap(output), Some(count(4, 3, 2)));
        assert_eq!(Count::of_tap("node: bad option"), None);
    }

    #[test]
    fn own_lines_are_read_back() {
        assert_eq!(Count::of_line("FAILED x\n12 passed, 1 failed, 0 skipped\n"), Some(count(12, 1, 0)));
        assert_eq!(Count::of_line("nothing"), None);
        assert_eq!(count(1, 2, 3).to_string(), "1 passed, 2 failed, 3 skipped");
    }
}
