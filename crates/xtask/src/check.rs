//! `cargo xtask check`: everything that can be wrong without running the product.

use crate::{npm, tidy, tools, wasm};
use anyhow::{Result, bail};
use std::path::Path;

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] =
    &[("format", format), ("tidy", tidy::run), ("lints", lints), ("lints of the Worker", worker_lints), ("types", types)];

/// Runs all steps, so that one run shows everything that is wrong.
pub(crate) fn check(arguments: &[String]) -> Result<()> {
    tools::no_arguments(arguments)?;
    let mut failed = Vec::new();
    for (name, step) in STEPS {
        println!("== {name}");
        if let Err(problem) = step() {
            eprintln!("{problem:#}");
            failed.push(*name);
        }
    }
    if failed.is_empty() {
        println!("== all {} checks passed", STEPS.len());
        return Ok(());
    }
    bail!("failed: {}", failed.join(", "))
}

fn format() -> Result<()> {
    tools::run(tools::cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    tools::run(tools::cargo().args([
        "clippy",
        "--quiet",
        "--workspace",
        "--exclude",
        "ordergate-worker",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ]))
}

/// The Worker compiles for its own target only.
fn worker_lints() -> Result<()> {
    wasm::need_target()?;
    let package = ["clippy", "--quiet", "--package", "ordergate-worker", "--target", wasm::TARGET, "--", "--deny", "warnings"];
    tools::run(tools::cargo().args(package))
}

fn types() -> Result<()> {
    npm::install()?;
    if !contains_typescript(&tools::root().join("www")) {
        return Ok(());
    }
    tools::run(tools::command("tsc").args(["--noEmit", "--project", "tsconfig.json"]))
}

fn contains_typescript(folder: &Path) -> bool {
    std::fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            contains_typescript(&path)
        } else {
            path.extension().is_some_and(|extension| extension == "ts" || extension == "tsx")
        }
    })
}
