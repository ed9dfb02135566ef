//! The layers without a browser.

use super::count::Count;
use crate::{storefront, tools, worker, wrangler, www};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Unit, integration and doc tests, natively. Of the Worker's crate these are few, such as the table of roles: it runs in the end-to-end layer.
pub(super) fn rust() -> Result<Count> {
    // What the passkeys are tested against makes JSON objects keep their order; built together, everything else would.
    let mut count = Count::default();
    for packages in [&["--workspace", "--exclude", "ordergate-passkeys"][..], &["--package", "ordergate-passkeys"]] {
        let (output, success) = streamed(tools::cargo().arg("test").args(packages).args(["--no-fail-fast", "--color", "never"]))?;
        let part = Count::of_cargo(&output);
        if !success && part.failed == 0 {
            bail!("cargo test failed without a failed test");
        }
        count = count + part;
    }
    Ok(count)
}

/// The golden cases through the WASM engine; the native engine ran them among the Rust tests.
pub(super) fn golden() -> Result<Count> {
    storefront::build_if_changed()?;
    let (output, success) = streamed(tools::command("node").args(["tests/golden/run.mjs", "build/screening"]))?;
    agree(Count::of_line(&output), success, "tests/golden/run.mjs")
}

/// The Worker in workerd with a real database.
pub(super) fn e2e() -> Result<Count> {
    bundle()?;
    node_tests("tests/e2e", &[])
}

/// build/dist: what the test harness runs, bundled once for all test files.
pub(crate) fn bundle() -> Result<()> {
    worker::build_if_changed()?;
    www::build_if_changed()?;
    let output =
        wrangler::command().args(["deploy", "--dry-run", "--env=", "--outdir", "build/dist"]).output().context("cannot run wrangler")?;
    if !output.status.success() {
        bail!("wrangler cannot bundle the Worker:\n{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// The fault tests of the end-to-end layer for as long as they are worth: kills, load and drains in numbers that take many minutes.
pub(super) fn faults() -> Result<Count> {
    bundle()?;
    let files = ["kill", "kill-commands", "load", "mail", "faults", "checkouts"].map(|name| format!("tests/e2e/{name}.test.mjs"));
    let long =
        [("ORDERGATE_KILL_ROUNDS", "200"), ("ORDERGATE_COMMAND_KILLS", "50"), ("ORDERGATE_LOAD", "200"), ("ORDERGATE_ORACLE", "5000")];
    run_node("tests/e2e-faults", &files, &long.map(|(name, value)| (name, Path::new(value))))
}

/// `node --test` over the files of one folder; no file is no test.
pub(super) fn node_tests(folder: &str, environment: &[(&str, &Path)]) -> Result<Count> {
    let mut files: Vec<String> = std::fs::read_dir(tools::root().join(folder))
        .with_context(|| format!("cannot list {folder}"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Ok(Count::default());
    }
    run_node(folder, &files, environment)
}

fn run_node(folder: &str, files: &[String], environment: &[(&str, &Path)]) -> Result<Count> {
    // People read the spec reporter; the numbers come from TAP, whose form is stable.
    let tap = tools::build_dir().join(format!("{}.tap", folder.replace('/', "-")));
    std::fs::create_dir_all(tools::build_dir())?;
    let _ = std::fs::remove_file(&tap);
    let status = tools::command("node")
        .args(["--test", "--test-concurrency=2", "--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap"])
        .arg(format!("--test-reporter-destination={}", tap.display()))
        .args(files)
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .status()
        .context("cannot run node")?;
    let output = std::fs::read_to_string(&tap).unwrap_or_default();
    agree(Count::of_tap(&output), status.success(), folder)
}

/// A runner's numbers and its exit code must tell the same story.
fn agree(count: Option<Count>, success: bool, what: &str) -> Result<Count> {
    let count = count.with_context(|| format!("{what} ended without counting its tests"))?;
    if !success && count.failed == 0 {
        bail!("{what} failed without a failed test");
    }
    Ok(count)
}

/// Runs a command, showing its standard output as it comes and keeping it; returns it and whether the command succeeded.
fn streamed(command: &mut Command) -> Result<(String, bool)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run {name}"))?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok((text, child.wait()?.success()))
}
