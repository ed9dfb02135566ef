//! Pure crates reach no I/O, no clock, no randomness and no runtime: neither in their own text nor through what they depend on.

#![allow(clippy::string_slice, clippy::indexing_slicing, reason = "every position comes from a search in the same text")]

use super::source::Source;
use std::collections::BTreeSet;

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

/// What a pure crate must not depend on, however far away; from `cargo tree` of its normal dependencies for WASM, a package a
/// line. (The workspace's one graph knows no such thing: a dev-dependency anywhere in it adds features everywhere.)
pub(crate) fn dependency_breaches(krate: &str, tree: &str) -> Vec<String> {
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    FORBIDDEN_PACKAGES
        .iter()
        .filter(|name| names.contains(**name))
        .map(|name| format!("crates/{krate}: depends on {name}, which pure crates must not reach"))
        .collect()
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
    fn a_far_dependency_is_found_and_one_of_a_similar_name_is_not() {
        let tree = "ordergate-screening v0.1.0 (/here)\nmiddle v1.0.0\ngetrandom v0.4.1\nrand_core v0.10.0\nserde v1.0.0 (*)\n";
        assert_eq!(dependency_breaches("screening", tree), ["crates/screening: depends on getrandom, which pure crates must not reach"]);
    }
}
