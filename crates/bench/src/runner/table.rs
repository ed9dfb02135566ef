//! One table of medians and ratios.

use super::node::JAVASCRIPT;
use super::{Options, Results};
use ordergate_bench::ours::Size;
use ordergate_bench::peers;
use ordergate_bench::workload::Mix;

pub fn print(options: &Options, results: &Results) {
    println!("µs an order (CPU time, medians of {} alternating rounds)", options.rounds());
    let row = |name: &str, cells: [String; 4]| println!("  {name:<42}{:>11}{:>11}{:>11}{:>11}", cells[0], cells[1], cells[2], cells[3]);
    let cell = |time: Option<f64>| time.map_or_else(|| "-".to_owned(), number);
    println!("\nours, by stage");
    row("", ["native", "", "WASM", ""].map(str::to_owned));
    let (empty, keys) = (Size::of(Mix::A, 0, 0).label(), Size::of(Mix::A, 1_000, 0).label());
    for (name, key) in [
        ("parse", format!("ours {empty} parse")),
        ("empty check", format!("ours {empty} parsed")),
        ("canonical keys, look-up in 1k entries", format!("ours {keys} parsed")),
        ("parse, keys, look-up", format!("ours {keys} json")),
        ("the same and the answer as JSON", format!("ours {keys} answer")),
    ] {
        row(name, [cell(results.time("native", &key)), String::new(), cell(results.time("WASM", &key)), String::new()]);
    }
    println!("\nours, everything: mix, entries + rules; ratio to 1k + 10 of mix A (constant: to 1k)");
    row("", ["parsed", "from JSON", "parsed", "from JSON"].map(str::to_owned));
    for (size, _) in options.sizes() {
        let label = size.label();
        let base = if size.constant { Size::constant(1_000) } else { Size::of(Mix::A, 1_000, 10) }.label();
        let with_ratio = |runtime, stage: &str| {
            let time = results.time(runtime, &format!("ours {label} {stage}"));
            let base = results.time(runtime, &format!("ours {base} {stage}"));
            match (time, base) {
                (Some(time), Some(base)) => format!("{} {:>4.2}", number(time), time / base),
                _ => cell(time),
            }
        };
        let matches = results.value(&format!("matches {label}")).unwrap_or(0.0);
        row(
            &format!("{label} ({matches:.3} matches)"),
            [with_ratio("native", "parsed"), with_ratio("native", "json"), with_ratio("WASM", "parsed"), with_ratio("WASM", "json")],
        );
    }
    let counts = options.rule_counts();
    println!("\nthe same rules in other engines, from a parsed order; times ours in the same runtime");
    println!(
        "  {:<42}{}",
        "",
        counts.iter().flat_map(|count| [format!("{:>18}", format!("{count} native")), format!("{:>18}", "WASM")]).collect::<String>()
    );
    let ours = |count: usize| format!("ours {} parsed", Size::of(Mix::A, 0, count).label());
    let line = |name: &str, key: &dyn Fn(usize) -> String| {
        if !counts.iter().any(|count| ["native", "WASM"].iter().any(|runtime| results.time(runtime, &key(*count)).is_some())) {
            return;
        }
        let mut text = String::new();
        for count in &counts {
            for runtime in ["native", "WASM"] {
                let (time, base) = (results.time(runtime, &key(*count)), results.time(runtime, &ours(*count)));
                text += &format!(
                    "{:>18}",
                    match (time, base) {
                        (Some(time), Some(base)) => format!("{} {:>6}x", number(time), number(time / base)),
                        _ => "-".to_owned(),
                    }
                );
            }
        }
        println!("  {name:<42}{text}");
    };
    line("ours, rules alone", &ours);
    for (name, _) in peers::ALL {
        line(name, &|count| format!("{name} {count}"));
    }
    for name in JAVASCRIPT {
        line(&format!("{name} (Node)"), &|count| format!("{name} {count}"));
    }
    for failed in &results.failed {
        println!("  not measured: {failed}");
    }
    println!("\nevery engine above found the same rules as ours on the orders compared");
    let build: Vec<_> = results.values.iter().filter(|(name, _)| name.starts_with("build ms")).collect();
    println!("\nbuild natively, ms of CPU time (snapshot bytes)");
    for (name, time) in build {
        let label = name.trim_start_matches("build ms ");
        let bytes = results.value(&format!("snapshot bytes {label}")).unwrap_or(0.0);
        println!("  {label:<42}{:>11.0}{:>14.0}", time, bytes);
    }
}

/// Three significant digits.
pub fn number(value: f64) -> String {
    match value {
        0.0..10.0 => format!("{value:.2}"),
        10.0..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}
