//! The layer with a browser: the system's Chromium, driven over its debugging protocol.

use super::count::Count;
use super::layers;
use crate::tools;
use anyhow::{Result, bail};
use std::process::Command;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds a browser, or installs Debian's, and runs tests/browser with its path in CHROMIUM.
pub(super) fn run() -> Result<Count> {
    layers::bundle()?;
    let browser = find()?;
    layers::node_tests("tests/browser", &[("CHROMIUM", &browser)])
}

fn find() -> Result<String> {
    if let Ok(chosen) = std::env::var("CHROMIUM") {
        if tools::exists(&chosen) {
            return Ok(chosen);
        }
        bail!("CHROMIUM names {chosen}, which does not run");
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    if tools::exists("apt-get") {
        let install =
            |with: &str, arguments: &[&str]| tools::run(Command::new(with).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"));
        // Only root can; a person is told the command instead of being asked for a password in the middle of a test run.
        let _ = install("apt-get", &["update", "-qq"]);
        let _ = install("apt-get", &["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    }
    match installed() {
        Some(found) => Ok(found),
        None => bail!("no browser: install chromium (apt-get install chromium) or set CHROMIUM to its path"),
    }
}

fn installed() -> Option<String> {
    NAMES.iter().find(|name| tools::exists(name)).map(|name| (*name).to_owned())
}
