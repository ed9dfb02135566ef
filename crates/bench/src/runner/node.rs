//! Our engine and its peers in Node: WASM modules and JavaScript.

use super::native::{CHECKED, rules_json, snapshot_path};
use super::{Options, Part, Results};
use anyhow::{Context, Result, ensure};
use ordergate_bench::ours::Size;
use ordergate_bench::peers;
use ordergate_bench::workload::{self, Mix};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

pub const JAVASCRIPT: &[&str] = &["hand-written closures", "json-logic-js 2.0.5", "json-rules-engine 7.3.1"];

pub fn measure(options: &Options, results: &mut Results, fired: &BTreeMap<usize, u32>) -> Result<()> {
    let order_file = options.work.join("orders.ndjson");
    let orders: Vec<String> = workload::orders(workload::ORDERS).into_iter().map(|order| order.json).collect();
    std::fs::write(&order_file, orders.join("\n"))?;
    let sizes: Vec<Value> = options
        .sizes()
        .into_iter()
        .map(|(size, stages)| json!({"label": size.label(), "snapshot": snapshot_path(options, size), "stages": stages}))
        .collect();
    let (mut compiled, mut javascript) = (Vec::new(), Vec::new());
    for count in options.rule_counts() {
        if options.wants(Part::Peers) {
            for (name, _) in peers::ALL {
                let module = options.modules.join(format!("{}.wasm", name.split(' ').next().unwrap_or(name)));
                if module.is_file() {
                    compiled.push(json!({"name": name, "module": module, "rules": count}));
                } else {
                    results.failed.push(format!("{name} in WASM: it does not compile for it"));
                }
            }
        }
        if options.wants(Part::Node) {
            let file = options.work.join(format!("rules-{count}.json"));
            std::fs::write(&file, rules_json(&Size::of(Mix::A, 0, count).rules()).to_string())?;
            for name in JAVASCRIPT {
                // Half a second an order: enough to see a difference, few enough to wait for.
                let check = if *name == JAVASCRIPT[2] { if count > 1_000 { 4 } else { 40 } } else { CHECKED };
                javascript.push(json!({"name": name, "rules": count, "file": file, "check": check}));
            }
        }
    }
    let snapshot = |size: Size| json!({"snapshot": snapshot_path(options, size)});
    let plan = json!({
        "orders": workload::ORDERS, "orderFile": order_file, "check": CHECKED, "rounds": options.rounds(),
        "ours": {"module": options.modules.join("ours.wasm"), "sizes": sizes},
        "peers": compiled, "javascript": javascript,
        "fresh": (options.wants(Part::Entries) && !options.quick).then(|| snapshot(Size::of(Mix::A, 1_000_000, 10_000))),
        "whatIf": options.wants(Part::Rules).then(|| snapshot(Size::of(Mix::A, 0, 1_000))),
    });
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("js/measure.mjs");
    let mut node = Command::new(&options.node)
        .args(["--max-old-space-size=4096"])
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {}", options.node.display()))?;
    node.stdin.take().context("no stdin")?.write_all(plan.to_string().as_bytes())?;
    let output = node.wait_with_output()?;
    ensure!(output.status.success(), "node failed ({})", output.status);
    let answer: Value = serde_json::from_slice(&output.stdout).context("node answered something else than JSON")?;

    for (subject, number) in answer["fired"].as_object().into_iter().flatten() {
        let count = subject.rsplit_once(' ').map_or("", |(_, count)| count);
        let count = count.parse().or_else(|_| count.replace('k', "000").replace('M', "000000").parse::<usize>()).unwrap_or(0);
        let is_constant = subject.contains("constant");
        let slow = javascript.iter().any(|peer| subject.starts_with(JAVASCRIPT[2]) && peer["rules"] == count);
        if is_constant {
            continue;
        }
        let expected = if slow { Some(first_fired(count)) } else { fired.get(&count).copied() };
        ensure!(number.as_u64() == expected.map(u64::from), "{subject} in Node finds other rules than ours natively");
    }
    for (subject, time) in answer["times"].as_object().into_iter().flatten() {
        results.times.insert(("WASM", subject.clone()), time.as_f64().unwrap_or(f64::NAN));
    }
    for (name, value) in answer["values"].as_object().into_iter().flatten() {
        results.values.insert(name.clone(), value.as_f64().unwrap_or(f64::NAN));
    }
    results.failed.extend(answer["failed"].as_object().into_iter().flatten().map(|(subject, why)| format!("{subject}: {why}")));
    Ok(())
}

/// Which rules of ours fire for the orders that the slow engine is compared on.
fn first_fired(count: usize) -> u32 {
    use ordergate_bench::ours::{Fired, Ours, parse};
    let ours = Ours::new(ordergate_screening::Ruleset::compile(&Size::of(Mix::A, 0, count).draft()).unwrap());
    let (mut number, mut found) = (Fired::default(), Vec::new());
    for index in 0..if count > 1_000 { 4 } else { 40 } {
        ours.fired(&parse(&workload::order(index).json), &mut found);
        number.order(&mut found);
    }
    number.number()
}
