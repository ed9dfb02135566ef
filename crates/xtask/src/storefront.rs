//! `cargo xtask storefront`: the engine as WASM for Node and the admin page, and the npm package with what shops embed.

use crate::fingerprint::{self, Stamp};
use crate::{npm, tools, wasm};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
    "crates/screening",
    "crates/storefront",
    "crates/xtask/js/storefront.mjs",
    "crates/xtask/src/function_order.rs",
    "crates/xtask/src/own_std.rs",
    "crates/xtask/src/storefront.rs",
    "crates/xtask/src/wasm.rs",
];

/// Builds into build/screening the whole engine (screening.js, screening_bg.wasm and their types; the module is for the web, Node
/// reads it too, given the bytes) and into build/storefront the package `ordergate`, with what the edge serves under `edge/`.
/// Prints what a checkout loads, and fails when that is more than the budget.
pub(crate) fn build() -> Result<()> {
    npm::install()?;
    let whole = bindgen("full", "worker", "screening")?;
    println!("build/screening  {}", wasm::sizes(&whole.join("screening_bg.wasm"))?);
    let own_std = engine()?;
    tools::run(tools::command("node").arg("crates/xtask/js/storefront.mjs").args((!own_std).then_some("--any-size")))
}

/// One build of the crate, in build/<name>, with the JavaScript that loads it anywhere.
pub(crate) fn bindgen(features: &str, profile: &str, name: &str) -> Result<PathBuf> {
    let module = package(&["--no-default-features", "--features", features], profile).compile()?;
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(true).omit_default_module_path(false);
    glued(&mut bindgen, &module, name)
}

/// The build that a checkout loads, in build/engine: counted in bytes. `js/engine.ts` loads it, with less code than wasm-bindgen would.
/// Answers whether a standard library of its own was compiled along.
fn engine() -> Result<bool> {
    let (module, own_std) = package(&["--no-default-features", "--features", "public"], "worker").compile_with_std()?;
    let mut bindgen = Bindgen::new();
    bindgen.bundler(true)?.typescript(false);
    glued(&mut bindgen, &module, "engine")?;
    Ok(own_std)
}

fn package<'p>(more: &'p [&'p str], profile: &'p str) -> wasm::Package<'p> {
    wasm::Package { name: "ordergate-storefront", library: "ordergate_storefront", profile, more }
}

/// A module with its JavaScript, in build/<name>.
fn glued(bindgen: &mut Bindgen, module: &Path, name: &str) -> Result<PathBuf> {
    let folder = tools::build_dir().join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    bindgen.input_path(module).out_name(name).remove_name_section(true).remove_producers_section(true).generate(&folder)?;
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
