//! Our engine and its peers, natively, in alternating rounds.

use super::clock::{cpu, mean, median};
use super::{Options, Part, Results};
use anyhow::{Result, ensure};
use ordergate_bench::ours::{Fired, Ours, Size, parse, segment_bytes};
use ordergate_bench::peers::{self, Peer};
use ordergate_bench::workload::{self, Mix, Rule};
use ordergate_screening::{EntryDraft, Order, Ruleset, Segment};
use std::collections::BTreeMap;
use std::hint::black_box;

/// How many orders every engine's matches are compared on.
pub const CHECKED: usize = 200;

/// One thing to measure: runs `count` orders from `from`.
struct Subject<'a> {
    key: String,
    run: Box<dyn FnMut(usize, usize) + 'a>,
    count: usize,
    from: usize,
    times: Vec<f64>,
}

/// Measures, writes the snapshots that Node is to open, and returns which rules fired, by number of rules.
pub fn measure(options: &Options, results: &mut Results) -> Result<BTreeMap<usize, u32>> {
    let texts: Vec<String> = workload::orders(workload::ORDERS).into_iter().map(|order| order.json).collect();
    let orders: Vec<Order> = texts.iter().map(|text| parse(text)).collect();
    let mut fired = BTreeMap::new();
    let mut sets = Vec::new();
    for (size, stages) in options.sizes() {
        eprintln!("  ours: {}", size.label());
        let ours = build(options, size, results)?;
        if !size.constant {
            let number = fired_number(&orders, |order, found| ours.fired(order, found));
            let known = *fired.entry(size.rules).or_insert(number);
            ensure!(known == number, "the same {} rules fire differently beside other entries", size.rules);
        }
        let matches: usize = orders.iter().map(|order| ours.check(order)).sum();
        results.values.insert(format!("matches {}", size.label()), matches as f64 / orders.len() as f64);
        sets.push((size, stages, ours));
    }
    constant_matches_are_constant(&sets, &orders)?;
    let mut peers: Vec<(String, Box<dyn Peer>)> = Vec::new();
    if options.wants(Part::Peers) {
        for count in options.rule_counts() {
            let rules = Size::of(Mix::A, 0, count).rules();
            for (name, build) in peers::ALL {
                eprintln!("  {name}: {count} rules");
                let mut peer = build(&rules);
                let number = fired_number(&orders, |order, found| peer.fired(order, found));
                ensure!(fired.get(&count) == Some(&number), "{name} finds other rules than ours among {count}");
                peers.push((format!("{name} {count}"), peer));
            }
        }
    }

    let mut subjects: Vec<Subject<'_>> = Vec::new();
    let (texts, orders) = (&texts, &orders);
    for (size, stages, ours) in &sets {
        for stage in *stages {
            let run: Box<dyn FnMut(usize, usize)> = match *stage {
                "parse" => Box::new(move |from, count| {
                    each(from, count, |index| {
                        black_box(parse(&texts[index]));
                    })
                }),
                "parsed" => Box::new(move |from, count| {
                    each(from, count, |index| {
                        ours.check(&orders[index]);
                    })
                }),
                "json" => Box::new(move |from, count| {
                    each(from, count, |index| {
                        ours.check(&parse(&texts[index]));
                    })
                }),
                _ => Box::new(move |from, count| {
                    each(from, count, |index| {
                        black_box(ours.json(&parse(&texts[index])));
                    })
                }),
            };
            subjects.push(Subject { key: format!("ours {} {stage}", size.label()), run, count: 1, from: 0, times: Vec::new() });
        }
    }
    for (key, peer) in &mut peers {
        let mut found = Vec::new();
        let run = Box::new(move |from, count| {
            each(from, count, |index| {
                peer.fired(&orders[index], &mut found);
                black_box(&mut found).clear();
            })
        });
        subjects.push(Subject { key: key.clone(), run, count: 1, from: 0, times: Vec::new() });
    }
    rounds(&mut subjects, options.rounds());
    for subject in subjects {
        // A batch of few orders is one sample of many: those are averaged.
        let time = if subject.count < workload::ORDERS / 10 { mean(&subject.times) } else { median(subject.times) };
        results.times.insert(("native", subject.key), time);
    }
    Ok(fired)
}

fn each(from: usize, count: usize, mut run: impl FnMut(usize)) {
    (from..from + count).for_each(|index| run(index % workload::ORDERS));
}

fn rounds(subjects: &mut [Subject<'_>], rounds: usize) {
    eprintln!("  measuring {} subjects in {rounds} rounds", subjects.len());
    for subject in &mut *subjects {
        let (mut count, mut spent) = (1, 0.0);
        while spent < 10_000.0 {
            let begin = cpu();
            (subject.run)(0, count);
            spent = cpu() - begin;
            count *= 2;
        }
        let wanted = (count / 2) as f64 * 30_000.0 / spent;
        subject.count = (wanted as usize).clamp(1, workload::ORDERS * 100);
    }
    for _ in 0..rounds {
        for subject in &mut *subjects {
            let begin = cpu();
            (subject.run)(subject.from, subject.count);
            subject.times.push((cpu() - begin) / subject.count as f64);
            // The next round takes the next orders, as every order costs something else.
            subject.from = (subject.from + subject.count) % workload::ORDERS;
        }
    }
}

pub fn fired_number(orders: &[Order], mut fired: impl FnMut(&Order, &mut Vec<usize>)) -> u32 {
    let (mut number, mut found) = (Fired::default(), Vec::new());
    for order in &orders[..CHECKED] {
        fired(order, &mut found);
        number.order(&mut found);
    }
    number.number()
}

fn constant_matches_are_constant(sets: &[(Size, &[&str], Ours)], orders: &[Order]) -> Result<()> {
    let numbers: Vec<u32> = sets
        .iter()
        .filter(|(size, ..)| size.constant)
        .map(|(.., ours)| fired_number(orders, |order, found| ours.fired(order, found)))
        .collect();
    ensure!(numbers.windows(2).all(|pair| pair[0] == pair[1]), "the constant rule sets do not fire alike");
    Ok(())
}

/// Compiles, notes what it took, and keeps the snapshot for Node.
fn build(options: &Options, size: Size, results: &mut Results) -> Result<Ours> {
    let draft = size.draft();
    let mut times = Vec::new();
    let mut ruleset = Ruleset::default();
    // The goal is about a million entries alone; that one is built three times.
    let is_goal = size == Size::of(Mix::A, 1_000_000, 0);
    for _ in 0..if is_goal { 3 } else { 1 } {
        drop(std::mem::take(&mut ruleset));
        let begin = cpu();
        ruleset = Ruleset::compile(&draft)?;
        times.push((cpu() - begin) / 1e3);
    }
    results.values.insert(format!("build ms {}", size.label()), median(times));
    drop(draft);
    let begin = cpu();
    let snapshot = ruleset.to_snapshot();
    results.values.insert(format!("write ms {}", size.label()), (cpu() - begin) / 1e3);
    results.values.insert(format!("snapshot bytes {}", size.label()), snapshot.len() as f64);
    std::fs::write(snapshot_path(options, size), &snapshot)?;
    if size.entries > 0 {
        let segment = Segment::open(segment_bytes(&snapshot))?;
        let (index, table) = segment.sizes();
        for (name, bytes) in [("index", index), ("table", table)] {
            results.values.insert(format!("{name} bytes {}", size.label()), bytes as f64 / size.entries as f64);
        }
        results.values.insert(format!("rows {}", size.label()), segment.rows() as f64 / size.entries as f64);
    }
    // As it is used: from the snapshot.
    let opened = Ruleset::from_snapshot(snapshot)?;
    if is_goal {
        in_force_at_once(opened.clone(), results)?;
    }
    Ok(Ours::new(opened))
}

pub fn snapshot_path(options: &Options, size: Size) -> std::path::PathBuf {
    options.work.join(format!("{}.snapshot", size.label().replace(' ', "_")))
}

/// An entry that is put in force matches in the next check.
fn in_force_at_once(mut ruleset: Ruleset, results: &mut Results) -> Result<()> {
    let order = parse(&workload::order(1).json);
    let before = Ours::new(ruleset.clone()).check(&order);
    let entry = EntryDraft::from_json(
        format!(r#"{{"id": "added", "reason": "added", "fields": {{"email": "{}"}}}}"#, order.email.as_deref().unwrap_or_default())
            .as_bytes(),
    )?;
    let begin = cpu();
    ruleset.put_entry(&entry)?;
    results.values.insert("put entry us".to_owned(), cpu() - begin);
    ensure!(Ours::new(ruleset).check(&order) == before + 1, "an added entry is not in force in the next check");
    Ok(())
}

/// Rules as other runtimes read them.
pub fn rules_json(rules: &[Rule]) -> serde_json::Value {
    rules
        .iter()
        .map(|rule| serde_json::json!({"number": rule.number, "amount": rule.amount, "countries": rule.countries, "domain": rule.domain}))
        .collect()
}
