//! `cargo xtask worker`: the Worker as an ES module that wrangler bundles.

use crate::fingerprint::{self, Stamp};
use crate::{tools, wasm};
use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

const SHIM: &str = include_str!("../js/worker_entry.js");

/// What the Worker is made from.
const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "crates/casework",
    "crates/exchange",
    "crates/screening",
    "crates/secrets",
    "crates/shops",
    "crates/store",
    "crates/worker",
    "crates/xtask/js/worker_entry.js",
    "crates/xtask/src/function_order.rs",
    "crates/xtask/src/wasm.rs",
    "crates/xtask/src/worker.rs",
    "www/demo/products.json",
];

/// Builds into build/worker: index.js (the entry), core.js and core_bg.wasm (from wasm-bindgen).
pub(crate) fn build() -> Result<()> {
    let package = wasm::Package { name: "ordergate-worker", library: "ordergate_worker", profile: "worker", more: &[] };
    let module = package.compile()?;
    let folder = tools::build_dir().join("worker.new");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    // The name section is for people with a profiler; dropping it saves more than wasm-opt would.
    Bindgen::new()
        .input_path(&module)
        .out_name("core")
        .module(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .reset_state_function(true)
        .force_enable_abort_handler(true)
        .generate(&folder)?;
    wasm::reorder(&folder.join("core_bg.wasm"))?;
    // `import source` is what the specification will say; wrangler's bundler reads a plain import of a .wasm as a compiled module.
    let core = folder.join("core.js");
    let glue = std::fs::read_to_string(&core)?.replace("import source ", "import ");
    std::fs::write(&core, glue)?;
    std::fs::write(folder.join("index.js"), SHIM)?;
    // Swapped in whole: a running `wrangler dev` watches this folder.
    let finished = tools::build_dir().join("worker");
    if finished.exists() {
        std::fs::remove_dir_all(&finished)?;
    }
    std::fs::rename(&folder, &finished)?;
    let folder = finished;
    println!("build/worker     {}", wasm::sizes(&folder.join("core_bg.wasm"))?);
    Ok(())
}

/// Builds unless the last build had the same inputs.
pub(crate) fn build_if_changed() -> Result<()> {
    let stamp = Stamp::new(tools::build_dir().join("stamps/worker"), fingerprint::of(&tools::root(), INPUTS)?);
    if stamp.is_current() && tools::build_dir().join("worker/index.js").is_file() {
        return Ok(());
    }
    stamp.clear();
    build()?;
    stamp.write()
}
