//! `cargo xtask bench`: the engine against the goals of its design and against other rule engines. What is measured is in crates/bench,
//! a workspace of its own; this compiles it, natively and to WASM, and starts it.

use crate::test::bundle;
use crate::{npm, tools, wasm};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The engines compiled to WASM: the crate's feature (none for ours) and the module's name.
const MODULES: &[(&str, &str)] =
    &[("", "ours"), ("a-tree", "a-tree"), ("wirefilter", "wirefilter-engine"), ("zen", "zen-expression"), ("cel", "cel")];

const PARTS: &[&str] = &["entries", "rules", "peers", "node", "keys"];

/// Compiles, measures, prints; an error when a goal is missed.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    wasm::need_target()?;
    npm::install()?;
    if arguments == ["--webhook"] {
        return webhook();
    }
    let only = check_arguments(arguments)?;
    let folder = tools::root().join("crates/bench");
    let scripts = folder.join("js");
    if !scripts.join("node_modules/.package-lock.json").is_file() {
        tools::run(tools::command("npm").args(["ci", "--loglevel=error", "--prefix"]).arg(&scripts))?;
    }
    let target = target_dir(&folder)?;
    let build = tools::build_dir().join("bench");
    std::fs::create_dir_all(&build).with_context(|| format!("cannot create {}", build.display()))?;
    for (feature, name) in MODULES {
        if *name == "ours" || only.is_none_or(|part| part == "peers") {
            module(&folder, &target, feature, &build.join(format!("{name}.wasm")))?;
        }
    }
    tools::run(cargo(&folder).args(["build", "--release", "--quiet", "--locked"]))?;
    let node = std::fs::canonicalize(tools::root().join("node_modules/.bin/node")).context("node is not installed by npm")?;
    let mut program = Command::new(target.join("release/ordergate-bench"));
    program.current_dir(tools::root()).arg("--node").arg(node).arg("--modules").arg(&build).arg("--work").arg(build.join("snapshots"));
    program.arg("--plot").arg(tools::root().join("docs/bench.svg")).args(arguments);
    let status = program.status().context("cannot run the benchmark")?;
    match status.code() {
        Some(0) => Ok(()),
        Some(1) => bail!("a goal is missed"),
        _ => bail!("the benchmark failed ({status})"),
    }
}

/// The whole Worker: CPU of one webhook order in workerd; an error when the goal is missed.
fn webhook() -> Result<()> {
    bundle()?;
    tools::run(tools::command("node").arg("crates/bench/js/webhook/measure.mjs"))
}

/// The part that `--only` names.
fn check_arguments(arguments: &[String]) -> Result<Option<&str>> {
    let mut only = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--quick" => {}
            "--only" => match rest.next().map(String::as_str) {
                Some(part) if PARTS.contains(&part) => only = Some(part),
                _ => bail!("--only needs one of {}", PARTS.join(", ")),
            },
            _ => bail!("unexpected argument `{argument}`"),
        }
    }
    Ok(only)
}

fn cargo(folder: &Path) -> Command {
    let mut cargo = tools::cargo();
    cargo.current_dir(folder);
    cargo
}

fn module(folder: &Path, target: &Path, feature: &str, output: &Path) -> Result<()> {
    println!("{} as WASM", output.file_stem().unwrap_or_default().to_string_lossy());
    let mut cargo = cargo(folder);
    cargo.args([
        "build",
        "--release",
        "--quiet",
        "--locked",
        "--lib",
        "--target",
        wasm::TARGET,
        "--no-default-features",
        "--features",
        feature,
    ]);
    // Read by a library of zen-expression; the same for all, so that nothing is compiled twice.
    cargo.env("RUSTFLAGS", "--cfg getrandom_backend=\"custom\"");
    tools::run(&mut cargo)?;
    let module = target.join(wasm::TARGET).join("release/ordergate_bench.wasm");
    std::fs::copy(&module, output).with_context(|| format!("cannot copy {}", module.display()))?;
    Ok(())
}

fn target_dir(folder: &Path) -> Result<PathBuf> {
    let metadata = tools::output(cargo(folder).args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
    let directory = metadata.get("target_directory").and_then(|value| value.as_str());
    Ok(PathBuf::from(directory.context("cargo metadata names no target directory")?))
}

#[cfg(test)]
mod tests {
    use super::check_arguments;

    fn only(arguments: &[&str]) -> Result<Option<String>, String> {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        check_arguments(&arguments).map(|part| part.map(str::to_owned)).map_err(|error| error.to_string())
    }

    #[test]
    fn parts_are_known_by_name() {
        assert_eq!(only(&[]), Ok(None));
        assert_eq!(only(&["--quick", "--only", "rules"]), Ok(Some("rules".to_owned())));
        assert_eq!(only(&["--only", "rulez"]), Err("--only needs one of entries, rules, peers, node, keys".to_owned()));
        assert_eq!(only(&["--fast"]), Err("unexpected argument `--fast`".to_owned()));
    }
}
