//! `cargo xtask test`: every layer in its order, and one line that sums them up.

mod browser;
mod count;
mod layers;

pub(crate) use layers::bundle;

use crate::{npm, tools};
use anyhow::{Result, bail};
use count::Count;

type Layer = (&'static str, fn() -> Result<Count>);

const LAYERS: &[Layer] = &[("rust", layers::rust), ("golden", layers::golden), ("e2e", layers::e2e), ("browser", browser::run)];

/// Runs all layers, or the one after `--only`. A layer that cannot run counts as one failure, and the others still run.
pub(crate) fn test(arguments: &[String]) -> Result<()> {
    let only = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => None,
        ["--only", layer] if LAYERS.iter().any(|(name, _)| name == layer) => Some((*layer).to_owned()),
        _ => bail!("usage: cargo xtask test [--only rust|golden|e2e|browser]"),
    };
    // The native engine's answers, which the WASM engine is compared with byte by byte, are of this run or of none.
    let _ = std::fs::remove_file(tools::build_dir().join("golden-native.ndjson"));
    let mut total = Count::default();
    for (name, run) in LAYERS {
        if only.as_deref().is_some_and(|only| only != *name) {
            continue;
        }
        println!("== {name}");
        let ready = if *name == "rust" { Ok(()) } else { npm::install() };
        match ready.and_then(|()| run()) {
            Ok(count) => {
                println!("== {name}: {count}");
                total = total + count;
            }
            Err(problem) => {
                println!("== {name} could not run: {problem:#}");
                total.failed += 1;
            }
        }
    }
    println!("{total}");
    if total.failed > 0 {
        // The sums are the last line of output; the exit code says the rest.
        std::process::exit(1);
    }
    Ok(())
}

/// Runs the fault tests in long. A failure is a failed command.
pub(crate) fn faults(arguments: &[String]) -> Result<()> {
    tools::no_arguments(arguments)?;
    npm::install()?;
    let count = layers::faults()?;
    println!("{count}");
    if count.failed > 0 {
        bail!("a fault test failed");
    }
    Ok(())
}
