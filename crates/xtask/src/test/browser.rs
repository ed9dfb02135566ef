//! The layer with a browser: the system's Chromium, driven over its debugging protocol.

use super::count::Count;
use super::layers;
use crate::tools;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds a browser, or installs Debian's, and runs tests/browser with its path in CHROMIUM.
pub(super) fn run() -> Result<Count> {
    layers::bundle()?;
    let browser = find()?;
    layers::node_tests("tests/browser", &[("CHROMIUM", browser.as_path())])
}

fn find() -> Result<PathBuf> {
    if let Ok(chosen) = std::env::var("CHROMIUM") {
        return tools::find(&chosen).with_context(|| format!("CHROMIUM names {chosen}, which is no program"));
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    if tools::find("apt-get").is_some() {
        let apt = |arguments: &[&str]| tools::run(Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"));
        // Only root can; anybody else reads below what to install, instead of being asked for a password in the middle of a run.
        let _ = apt(&["update", "-qq"]).and_then(|()| apt(&["install", "-y", "-qq", "--no-install-recommends", "chromium"]));
    }
    installed().context("no browser: install chromium (apt-get install chromium) or set CHROMIUM to its path")
}

fn installed() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| tools::find(name))
}
