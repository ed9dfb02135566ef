//! The engine for the page to try: build/trial, for speed instead of size, as it checks whole files.

use crate::fingerprint::{self, Stamp};
use crate::{storefront, tools};
use anyhow::Result;

/// Of casework only what counts earlier orders is in it.
pub(crate) const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "crates/screening",
    "crates/exchange",
    "crates/trial",
    "crates/casework/src/velocity.rs",
    "crates/storefront/Cargo.toml",
    "crates/storefront/src",
    "crates/xtask/src/storefront.rs",
];

/// Builds unless the last build had the same inputs.
pub(crate) fn build_if_changed() -> Result<()> {
    let stamp = Stamp::new(tools::build_dir().join("stamps/trial"), fingerprint::of(&tools::root(), INPUTS)?);
    if stamp.is_current() && tools::build_dir().join("trial/trial_bg.wasm").is_file() {
        return Ok(());
    }
    stamp.clear();
    storefront::bindgen("trial", "release", "trial")?;
    stamp.write()
}
