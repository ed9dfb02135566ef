//! A progress bar for long work, on standard error and only for people.

use std::io::{IsTerminal as _, stderr, stdout};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

pub(crate) struct Progress {
    size: Option<u64>,
    began: Instant,
    /// Whether a person sees it; not when the output of the command would be mixed into it.
    watched: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// For an input of `size` bytes, if it is known. `prints` says whether the command writes to
    /// standard output while it works.
    pub(crate) fn new(size: Option<u64>, prints: bool) -> Self {
        let watched = stderr().is_terminal() && !(prints && stdout().is_terminal());
        Self { size, began: Instant::now(), watched, bar: None }
    }

    /// After `orders` orders and `bytes` bytes.
    pub(crate) fn at(&mut self, orders: u64, bytes: u64) {
        if !self.watched || !orders.is_multiple_of(256) || self.began.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| {
            let (bar, style) = match self.size {
                Some(size) => (ProgressBar::new(size), "{bar:30} {percent:>3} %  {msg}"),
                None => (ProgressBar::no_length(), "{spinner} {msg}"),
            };
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        bar.set_message(format!("{orders} orders"));
        bar.set_position(bytes);
    }

    pub(crate) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
