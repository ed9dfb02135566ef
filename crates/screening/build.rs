//! Makes the filter of throw-away domains that browsers carry instead of the list.

#[path = "src/checksum.rs"]
mod checksum;
#[path = "src/key/filter.rs"]
mod filter;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/checksum.rs");
    println!("cargo::rerun-if-changed=src/key/filter.rs");
    println!("cargo::rerun-if-changed=data/email_disposable.txt");
    let (Ok(list), Ok(out)) = (std::fs::read_to_string("data/email_disposable.txt"), std::env::var("OUT_DIR")) else {
        println!("cargo::error=data/email_disposable.txt cannot be read");
        return;
    };
    let words: Vec<&str> = list.lines().collect();
    // Peeling fails for about one seed in five at this size; the first that works is taken, so that every build makes the same bytes.
    let Some((seed, bytes)) = (1..100).find_map(|seed| filter_of(&words, seed).map(|bytes| (seed, bytes))) else {
        println!("cargo::error=no seed makes a filter of the throw-away domains; a domain stands there twice");
        return;
    };
    let written = std::fs::write(Path::new(&out).join("disposable.filter"), [&u64::to_le_bytes(seed), bytes.as_slice()].concat());
    if let Err(error) = written {
        println!("cargo::error=disposable.filter cannot be written: {error}");
    }
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
