//! Pure crates reach no I/O, no clock, no randomness and no runtime: neither in their own text nor through what they depend on.

#![allow(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "every position comes from a search in the same text; a missing JSON key reads as null"
)]

use super::source::Source;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Packages whose presence under a pure crate means that the outside world is in reach.
const FORBIDDEN_PACKAGES: &[&str] = &[
    "async-std",
    "chrono",
    "getrandom",
    "hyper",
    "js-sys",
    "mio",
    "rand",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "tokio",
    "ureq",
    "wasm-bindgen",
    "web-sys",
    "web-time",
    "worker",
    "worker-sys",
];

/// Paths and types that have no place in a pure crate, with the reason shown.
const FORBIDDEN_TEXT: &[(&str, &str)] = &[
    ("SystemTime", "reads the clock: take `now` as an argument"),
    ("Instant", "reads the clock: take `now` as an argument"),
    ("std::fs", "does I/O"),
    ("TcpStream", "does I/O"),
    ("TcpListener", "does I/O"),
    ("UdpSocket", "does I/O"),
    ("ToSocketAddrs", "asks the network"),
    ("std::env", "reads the environment"),
    ("std::process", "starts or ends processes"),
    ("std::thread", "starts threads"),
    ("std::io::stdin", "does I/O"),
    ("std::io::stdout", "does I/O"),
    ("rand::", "makes random numbers"),
    ("getrandom", "makes random numbers"),
    ("HashMap", "has no fixed order: use BTreeMap"),
    ("HashSet", "has no fixed order: use BTreeSet"),
    ("worker::", "belongs to the Worker's crate"),
    ("async fn", "only the Worker is async"),
];

/// What a file of a pure crate must not say.
pub(crate) fn breaches(file: &str, source: &Source) -> Vec<String> {
    let mut breaches = Vec::new();
    for (index, line) in source.code.lines().enumerate() {
        for (text, reason) in FORBIDDEN_TEXT {
            if stands_alone(line, text) {
                breaches.push(format!("{file}:{}: `{text}` {reason}", index + 1));
            }
        }
    }
    breaches
}

/// What a pure crate must not depend on, however far away; from the resolved graph for WASM, normal dependencies only.
pub(crate) fn dependency_breaches(metadata: &Value, pure: &[&str]) -> Vec<String> {
    let names: BTreeMap<&str, &str> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|package| Some((package["id"].as_str()?, package["name"].as_str()?)))
        .collect();
    let mut graph: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for node in metadata["resolve"]["nodes"].as_array().into_iter().flatten() {
        let normal = node["deps"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|dependency| dependency["dep_kinds"].as_array().into_iter().flatten().any(|kind| kind["kind"].is_null()));
        if let Some(id) = node["id"].as_str() {
            graph.insert(id, normal.filter_map(|dependency| dependency["pkg"].as_str()).collect());
        }
    }
    let mut breaches = Vec::new();
    for krate in pure {
        let package = format!("ordergate-{krate}");
        let Some(begin) = names.iter().find(|(_, name)| **name == package).map(|(id, _)| *id) else { continue };
        let (mut open, mut seen) = (vec![begin], BTreeSet::new());
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let name = names.get(id).copied().unwrap_or_default();
            if FORBIDDEN_PACKAGES.contains(&name) {
                breaches.push(format!("crates/{krate}: depends on {name}, which pure crates must not reach"));
            }
            open.extend(graph.get(id).into_iter().flatten());
        }
    }
    breaches
}

/// Whether the text stands there as a word of its own.
fn stands_alone(line: &str, text: &str) -> bool {
    let is_word = |char: char| char.is_alphanumeric() || char == '_';
    line.match_indices(text).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(is_word);
        let after = !text.ends_with(':') && line[at + text.len()..].chars().next().is_some_and(is_word);
        !before && !after
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_clock_and_a_hash_map_are_found_outside_of_tests() {
        let source = Source::read(
            "use std::collections::HashMap;\nfn now() { std::time::SystemTime::now(); } // Instant\n#[cfg(test)]\nmod t { use std::fs; }\n",
        );
        let found = breaches("crates/screening/src/x.rs", &source);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|breach| breach.starts_with("crates/screening/src/x.rs:1: `HashMap`")));
        assert!(found.iter().any(|breach| breach.starts_with("crates/screening/src/x.rs:2: `SystemTime`")));
    }

    #[test]
    fn words_that_only_contain_a_forbidden_one_pass() {
        assert!(breaches("x.rs", &Source::read("fn instantly() { operand::read(); Instantiation; coworker::x(); }")).is_empty());
    }

    #[test]
    fn a_far_dependency_is_found_and_a_dev_dependency_is_not() {
        let edge = |package: &str, kind: Value| json!({ "pkg": package, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [{ "id": "s", "name": "ordergate-screening" }, { "id": "m", "name": "middle" }, { "id": "g", "name": "getrandom" }, { "id": "t", "name": "tokio" }],
            "resolve": { "nodes": [{ "id": "s", "deps": [edge("m", Value::Null), edge("t", json!("dev"))] }, { "id": "m", "deps": [edge("g", Value::Null)] }] }
        });
        assert_eq!(
            dependency_breaches(&metadata, &["screening"]),
            ["crates/screening: depends on getrandom, which pure crates must not reach"]
        );
    }
}
