//! Measures, prints the table, judges the goals and draws the plot. Started by `cargo xtask bench`, which compiles what it needs.

mod runner;

use anyhow::{Result, bail};
use runner::{Options, Part};
use std::process::ExitCode;

fn main() -> ExitCode {
    match options().and_then(|options| runner::run(&options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("error: {problem:#}");
            ExitCode::from(2)
        }
    }
}

fn options() -> Result<Options> {
    let mut options = Options::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| anyhow::anyhow!("{argument} needs a value"));
        match argument.as_str() {
            "--quick" => options.quick = true,
            "--only" => options.only = Some(Part::named(&value()?)?),
            "--node" => options.node = value()?.into(),
            "--modules" => options.modules = value()?.into(),
            "--work" => options.work = value()?.into(),
            "--plot" => options.plot = Some(value()?.into()),
            "--profile" => profile(&value()?),
            _ => bail!("unexpected argument `{argument}`"),
        }
    }
    Ok(options)
}

/// Runs one stage over and over, for a profiler: `parse`, `keys`, `rules`, `all`, or `build` (of a million entries).
fn profile(stage: &str) -> ! {
    use ordergate_bench::ours::{Ours, Size, parse};
    use ordergate_bench::workload::{self, Mix};
    if stage == "build" {
        let draft = Size::of(Mix::A, 1_000_000, 0).draft();
        for _ in 0..5 {
            std::hint::black_box(ordergate_screening::Ruleset::compile(&draft).unwrap());
        }
        std::process::exit(0)
    }
    let texts = workload::orders(workload::ORDERS);
    let orders: Vec<_> = texts.iter().map(|text| parse(&text.json)).collect();
    let size = match stage {
        "rules" => Size::of(Mix::A, 0, 10_000),
        "all" => Size::of(Mix::A, 100_000, 10_000),
        _ => Size::of(Mix::A, 1_000, 0),
    };
    let ours = Ours::new(ordergate_screening::Ruleset::compile(&size.draft()).unwrap());
    for _ in 0..200 {
        for (order, text) in orders.iter().zip(&texts) {
            if stage == "parse" {
                std::hint::black_box(parse(&text.json));
            } else {
                ours.check(order);
            }
        }
    }
    std::process::exit(0)
}
