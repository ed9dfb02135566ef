//! Makes the filters of mail domains that browsers carry instead of the lists.

#[path = "src/checksum.rs"]
mod checksum;
#[path = "src/key/filter.rs"]
mod filter;

use std::path::Path;

/// Each filter and the lists that it is made of.
const FILTERS: [(&str, &[&str]); 2] =
    [("disposable.filter", &["data/email_disposable.txt"]), ("free.filter", &["data/email_free.txt", "data/email_fastmail.txt"])];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/checksum.rs");
    println!("cargo::rerun-if-changed=src/key/filter.rs");
    for (name, lists) in FILTERS {
        lists.iter().for_each(|list| println!("cargo::rerun-if-changed={list}"));
        if let Err(problem) = make(name, lists) {
            println!("cargo::error={name}: {problem}");
        }
    }
}

fn make(name: &str, lists: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let lists: Vec<String> = lists.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let words: Vec<&str> = lists.iter().flat_map(|list| list.lines()).collect();
    // Peeling fails for about one seed in five at this size; the first that works is taken, so that every build makes the same bytes.
    let made = (1..100).find_map(|seed| filter_of(&words, seed).map(|bytes| [&u64::to_le_bytes(seed), bytes.as_slice()].concat()));
    let bytes = made.ok_or("no seed makes one; a domain stands there twice")?;
    Ok(std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join(name), bytes)?)
}

/// The filter's bytes with this seed, if it can be peeled.
fn filter_of(words: &[&str], seed: u64) -> Option<Vec<u8>> {
    let block = (words.len() * 41 / 100) + 11;
    let length = block * 3;
    let places: Vec<filter::Places> = words.iter().map(|word| filter::places(word, seed, length)).collect();
    // Per byte: how many words use it, and the XOR of their numbers.
    let mut users = vec![(0u32, 0usize); length];
    for (number, place) in places.iter().enumerate() {
        place.at.iter().for_each(|at| toggle(&mut users, *at, number, true));
    }
    let mut alone: Vec<usize> = (0..length).filter(|at| users.get(*at).is_some_and(|(count, _)| *count == 1)).collect();
    let mut peeled = Vec::new();
    while let Some(at) = alone.pop() {
        let Some((1, number)) = users.get(at).copied() else { continue };
        peeled.push((number, at));
        for other in places.get(number)?.at {
            toggle(&mut users, other, number, false);
            if users.get(other).is_some_and(|(count, _)| *count == 1) {
                alone.push(other);
            }
        }
    }
    if peeled.len() < words.len() {
        return None;
    }
    let mut bytes = vec![0u8; length];
    for (number, at) in peeled.into_iter().rev() {
        let place = places.get(number)?;
        let others = place.at.iter().filter(|other| **other != at).fold(0, |sum, other| sum ^ bytes.get(*other).copied().unwrap_or(0));
        *bytes.get_mut(at)? = place.print ^ others;
    }
    Some(bytes)
}

fn toggle(users: &mut [(u32, usize)], at: usize, number: usize, comes: bool) {
    if let Some((count, all)) = users.get_mut(at) {
        *count = if comes { *count + 1 } else { *count - 1 };
        *all ^= number;
    }
}
