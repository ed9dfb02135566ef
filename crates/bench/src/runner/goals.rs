//! Each goal of the design, met or missed.

use super::table::number;
use super::{Options, Results};
use ordergate_bench::ours::Size;
use ordergate_bench::peers;
use ordergate_bench::workload::Mix;

struct Verdict {
    all_met: bool,
    /// Only a part was asked for: what is missing is no news.
    partial: bool,
}

impl Verdict {
    /// `at_most`: the value may not be above the goal; else not below.
    fn judge(&mut self, id: &str, what: &str, value: Option<f64>, goal: f64, at_most: bool) {
        let Some(value) = value else {
            if !self.partial {
                println!("{id} not measured ({what})");
            }
            return;
        };
        let met = if at_most { value <= goal } else { value >= goal };
        self.all_met &= met;
        println!(
            "{id} {} {} (goal {}{}) {what}",
            if met { "met" } else { "missed" },
            number(value),
            if at_most { "" } else { ">= " },
            goal
        );
    }
}

pub fn print(options: &Options, results: &Results) -> bool {
    let mut verdict = Verdict { all_met: true, partial: options.quick || options.only.is_some() };
    let ours = |runtime, size: Size, stage: &str| results.time(runtime, &format!("ours {} {stage}", size.label()));
    let json = |size: Size| ours("WASM", size, "json");
    let ratio = |above: Option<f64>, below: Option<f64>| Some(above? / below?);
    let of = Size::of;
    let (small, large) = (of(Mix::A, 1_000, 10), of(Mix::A, 1_000_000, 10_000));
    println!("\ngoals (WASM unless said; everything is from JSON to check)");
    verdict.judge("P1", "1M entries + 10k rules / 1k + 10, mix A", ratio(json(large), json(small)), 1.8, true);
    verdict.judge("P1", "the same, mix B", ratio(json(of(Mix::B, 1_000_000, 10_000)), json(of(Mix::B, 1_000, 10))), 4.0, true);

    for runtime in ["WASM", "native"] {
        for (count, whole_goal, part_goal) in [(10_000, 100.0, 250.0), (1_000, 10.0, 30.0)] {
            let fastest = peers::ALL
                .iter()
                .filter_map(|(name, _)| Some((results.time(runtime, &format!("{name} {count}"))?, *name)))
                .min_by(|left, right| left.0.total_cmp(&right.0));
            let name = fastest.map_or("", |(_, name)| name);
            let parse = ours(runtime, of(Mix::A, 0, 0), "parse");
            let whole =
                ratio(fastest.zip(parse).map(|((time, _), parse)| time + parse), ours(runtime, of(Mix::A, 1_000_000, count), "json"));
            let part = ratio(fastest.map(|(time, _)| time), ours(runtime, of(Mix::A, 0, count), "parsed"));
            let what = format!("whole check with 1M entries against {name}, both from JSON, {count} rules, {runtime}");
            verdict.judge("P2", &what, whole, whole_goal, false);
            verdict.judge(
                "P2",
                &format!("rule part against {name}, both from a parsed order, {count} rules, {runtime}"),
                part,
                part_goal,
                false,
            );
        }
    }

    verdict.judge(
        "P3",
        "entries 1M / 1k, with 1k rules",
        ratio(json(of(Mix::A, 1_000_000, 1_000)), json(of(Mix::A, 1_000, 1_000))),
        1.6,
        true,
    );
    verdict.judge(
        "P3",
        "rules 100k / 1k, the same ones fire",
        ratio(json(Size::constant(100_000)), json(Size::constant(1_000))),
        1.6,
        true,
    );

    let million = of(Mix::A, 1_000_000, 0).label();
    verdict.judge("P4", "bytes of index an entry", results.value(&format!("index bytes {million}")), 10.5, true);
    verdict.judge("P4", "bytes of table an entry", results.value(&format!("table bytes {million}")), 14.0, true);
    verdict.judge("P4", "ms to open 1M + 10k", results.value("open ms"), 0.2, true);
    verdict.judge("P4", "ms to validate 1M + 10k", results.value("validate ms"), 1.2, true);
    let memory = results.value("memory").map(|bytes| bytes / 1e6);
    let table = results.value(&format!("table bytes {}", large.label()));
    if let (Some(memory), Some(table)) = (memory, table) {
        println!(
            "   WASM memory with 1M + 10k: {memory:.1} MB, of which {table:.1} MB are the entry table and {:.1} MB an empty module",
            results.value("memory empty").unwrap_or(0.0) / 1e6
        );
        verdict.judge("P4", "MB of WASM memory with 1M + 10k, without the entry table", Some(memory - table), 13.0, true);
    } else {
        verdict.judge("P4", "MB of WASM memory", None, 13.0, true);
    }
    let part = |name: &str| results.value(&format!("fresh {name} ms")).map_or_else(|| "-".to_owned(), number);
    let what = format!(
        "ms of CPU time for a fresh isolate: compile {}, copy in {}, open {}, first order {}",
        part("compile"),
        part("copy in"),
        part("open"),
        part("first order")
    );
    verdict.judge("P4", &what, results.value("fresh all ms"), 4.0, true);

    verdict.judge(
        "P5",
        "s to build 1M entries natively, one core",
        results.value(&format!("build ms {million}")).map(|time| time / 1e3),
        0.5,
        true,
    );
    if let Some(time) = results.value("put entry us") {
        println!("P5 met {} µs to put an entry in force beside 1M; the next check matches it", number(time));
    }
    verdict.judge("P9", "ms for 10,000 stored orders against 1,000 rules, from JSON", results.value("what-if ms"), 150.0, true);
    if let Some(first) = results.value("what-if first ms") {
        println!("   the first time, before V8 has optimised: {first:.0} ms");
    }
    if verdict.partial {
        println!("   (goals that were not measured are left out)");
    }
    verdict.all_met
}
