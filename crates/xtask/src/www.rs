//! `cargo xtask www`: the admin page and the demo pages bundled under hashed names, and what the storefront package serves.

use crate::fingerprint::{self, Stamp};
use crate::{npm, storefront, tools, trial};
use anyhow::Result;

const INPUTS: &[&str] = &[
    "www",
    "package-lock.json",
    "tsconfig.json",
    "crates/xtask/js/www.mjs",
    "crates/xtask/js/admin.mjs",
    "crates/screening",
    "crates/storefront",
    "crates/exchange",
    "crates/trial",
    "crates/xtask/js/try.mjs",
];

/// Builds into build/www, which the Worker serves through its ASSETS binding.
pub(crate) fn build() -> Result<()> {
    npm::install()?;
    storefront::build_if_changed()?;
    trial::build_if_changed()?;
    tools::run(tools::command("node").arg("crates/xtask/js/www.mjs"))
}

/// Builds unless the last build had the same inputs.
pub(crate) fn build_if_changed() -> Result<()> {
    let stamp = Stamp::new(tools::build_dir().join("stamps/www"), fingerprint::of(&tools::root(), INPUTS)?);
    if stamp.is_current() && tools::build_dir().join("www").is_dir() {
        return Ok(());
    }
    stamp.clear();
    build()?;
    stamp.write()
}
