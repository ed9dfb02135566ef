//! `cargo xtask storefront`: the engine as WASM for Node and the admin page, and the npm package with what shops embed.

use crate::fingerprint::{self, Stamp};
use crate::{npm, tools, wasm};
use anyhow::{Context, Result};
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

const INPUTS: &[&str] =
    &["Cargo.toml", "Cargo.lock", "package-lock.json", "crates/screening", "crates/storefront", "crates/xtask/js/storefront.mjs"];

/// Builds into build/screening the whole engine (screening.js, screening_bg.wasm and their types; the module is for the web, Node
/// reads it too, given the bytes) and into build/storefront the package `ordergate`, with what the edge serves under `edge/`.
/// Prints what a checkout loads, and fails when that is more than the budget.
pub(crate) fn build() -> Result<()> {
    npm::install()?;
    let whole = bindgen("full", "worker", "screening")?;
    println!("build/screening  {}", wasm::sizes(&whole.join("screening_bg.wasm"))?);
    bindgen("public", "worker", "engine")?;
    tools::run(tools::command("node").arg("crates/xtask/js/storefront.mjs"))
}

/// One build of the crate, in build/<name>.
pub(crate) fn bindgen(features: &str, profile: &str, name: &str) -> Result<PathBuf> {
    let module =
        wasm::compile("ordergate-storefront", "ordergate_storefront", profile, &["--no-default-features", "--features", features])?;
    let folder = tools::build_dir().join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    Bindgen::new()
        .input_path(&module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)?;
    wasm::reorder(&folder.join(format!("{name}_bg.wasm")))?;
    Ok(folder)
}

/// Builds unless the last build had the same inputs.
pub(crate) fn build_if_changed() -> Result<()> {
    let stamp = Stamp::new(tools::build_dir().join("stamps/screening"), fingerprint::of(&tools::root(), INPUTS)?);
    let built = ["screening/screening_bg.wasm", "storefront/package.json"].iter().all(|file| tools::build_dir().join(file).is_file());
    if stamp.is_current() && built {
        return Ok(());
    }
    stamp.clear();
    build()?;
    stamp.write()
}
