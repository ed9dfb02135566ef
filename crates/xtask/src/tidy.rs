//! The rules of this tree that no compiler knows. Each has a test with an input that breaks it.

mod dependencies;
mod licence;
mod machine_paths;
mod purity;
mod source;
mod sql;

use crate::{tools, wasm};
use anyhow::{Context, Result, bail};
use source::Source;
use std::path::{Path, PathBuf};

/// Crates that do no I/O, read no clock and make no random number.
const PURE: &[&str] = &["casework", "exchange", "passkeys", "screening", "secrets", "shops", "store", "trial"];

/// Applies every rule and shows every breach.
pub(crate) fn run() -> Result<()> {
    let mut breaches = Vec::new();
    for platform in [host()?.as_str(), wasm::TARGET] {
        breaches.extend(dependencies::breaches(&metadata(platform)?));
    }
    for krate in PURE {
        breaches.extend(purity::dependency_breaches(krate, &tree_of(krate)?));
    }
    let mut store = Vec::new();
    for krate in subfolders("crates")? {
        // This crate's tests hold the very texts that the rules look for.
        if krate == "xtask" {
            continue;
        }
        for file in files(&format!("crates/{krate}"), &["rs"])? {
            let text = std::fs::read_to_string(tools::root().join(&file)).with_context(|| format!("cannot read {file}"))?;
            let source = Source::read(&text);
            // A build script runs on whoever builds, and is not in what they build.
            let in_tests = file.contains("/tests/") || file.contains("/fuzz/") || file.ends_with("/build.rs");
            if PURE.contains(&krate.as_str()) && !in_tests {
                breaches.extend(purity::breaches(&file, &source));
            }
            if krate == "store" {
                breaches.extend(sql::breaches_in_store(&file, &source));
                store.push((file, source));
            } else if !in_tests {
                breaches.extend(sql::breaches_elsewhere(&file, &source));
            }
        }
    }
    breaches.extend(sql::stale_permissions(&store));
    for file in tracked()? {
        if let Ok(text) = std::fs::read_to_string(tools::root().join(&file)) {
            breaches.extend(machine_paths::breaches(&file, &text));
        }
    }
    breaches.sort();
    breaches.dedup();
    if breaches.is_empty() {
        return Ok(());
    }
    bail!("{}", breaches.join("\n"))
}

fn metadata(platform: &str) -> Result<serde_json::Value> {
    let text = tools::output(tools::cargo().args(["metadata", "--format-version", "1", "--locked", "--filter-platform", platform]))?;
    serde_json::from_str(&text).context("cargo metadata is not JSON")
}

/// What a crate depends on where it runs, a package a line.
fn tree_of(krate: &str) -> Result<String> {
    let package = format!("ordergate-{krate}");
    tools::output(tools::cargo().args([
        "tree",
        "--package",
        &package,
        "--edges",
        "normal",
        "--target",
        wasm::TARGET,
        "--prefix",
        "none",
        "--locked",
    ]))
}

fn host() -> Result<String> {
    let text = tools::output(tools::command("rustc").arg("-vV"))?;
    text.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned).context("rustc names no host")
}

/// Files that git knows or would add.
fn tracked() -> Result<Vec<String>> {
    let text = tools::output(tools::command("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    Ok(text.lines().map(str::to_owned).collect())
}

fn subfolders(folder: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(tools::root().join(folder))? {
        let entry = entry?;
        if entry.path().is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Files under a folder with one of these extensions, as paths from the root.
fn files(folder: &str, extensions: &[&str]) -> Result<Vec<String>> {
    fn walk(path: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
        for entry in std::fs::read_dir(path)? {
            let path = entry?.path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "target") {
                    walk(&path, found)?;
                }
            } else {
                found.push(path);
            }
        }
        Ok(())
    }
    let root = tools::root();
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found)?;
    let mut names: Vec<String> = found
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted)))
        .filter_map(|path| Some(path.strip_prefix(&root).ok()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    Ok(names)
}
