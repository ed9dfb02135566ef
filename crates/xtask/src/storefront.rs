//! `cargo xtask storefront`: the engine as WASM for Node and the browser.

use crate::fingerprint::{self, Stamp};
use crate::{tools, wasm};
use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

const INPUTS: &[&str] = &["Cargo.toml", "Cargo.lock", "crates/screening", "crates/storefront"];

/// Builds into build/screening: screening.js, screening_bg.wasm and their types. The module is for the web; Node reads it too, given
/// the bytes.
pub(crate) fn build() -> Result<()> {
    let module = wasm::compile("ordergate-storefront", "ordergate_storefront", "worker", &["--no-default-features", "--features", "full"])?;
    let folder = tools::build_dir().join("screening");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    Bindgen::new()
        .input_path(&module)
        .out_name("screening")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)?;
    println!("build/screening  {}", wasm::sizes(&folder.join("screening_bg.wasm"))?);
    Ok(())
}

/// Builds unless the last build had the same inputs.
pub(crate) fn build_if_changed() -> Result<()> {
    let stamp = Stamp::new(tools::build_dir().join("stamps/screening"), fingerprint::of(&tools::root(), INPUTS)?);
    if stamp.is_current() && tools::build_dir().join("screening/screening_bg.wasm").is_file() {
        return Ok(());
    }
    stamp.clear();
    build()?;
    stamp.write()
}
