//! Makes the filters that stand for the lists of mail domains.

#[path = "src/checksum.rs"]
mod checksum;
#[path = "src/key/filter.rs"]
mod filter;

use std::path::Path;

/// Each filter, its bits a word, and the lists that it is made of. Browsers carry the small ones, which take one unlisted domain
/// in 128 or 256 for a listed one; `exact` takes one in 268 million.
const FILTERS: [(&str, u8, &[&str]); 3] = [
    ("disposable.exact", 28, &["data/email_disposable.txt"]),
    ("disposable.filter", 7, &["data/email_disposable.txt"]),
    ("free.filter", 8, &["data/email_free.txt", "data/email_fastmail.txt"]),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/checksum.rs");
    println!("cargo::rerun-if-changed=src/key/filter.rs");
    for (name, bits, lists) in FILTERS {
        lists.iter().for_each(|list| println!("cargo::rerun-if-changed={list}"));
        if let Err(problem) = make(name, bits, lists) {
            println!("cargo::error={name}: {problem}");
        }
    }
}

fn make(name: &str, bits: u8, lists: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let lists: Vec<String> = lists.iter().map(std::fs::read_to_string).collect::<Result<_, _>>()?;
    let words: Vec<&str> = lists.iter().flat_map(|list| list.lines()).collect();
    // About every second seed works at this size; the first is taken, so that every build makes the same bytes.
    let columns = (0..=u8::MAX).find_map(|seed| Some((seed, columns(&words, bits, seed)?)));
    let (seed, columns) = columns.ok_or("no seed makes one")?;
    Ok(std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join(name), [&[seed, bits], columns.as_slice()].concat())?)
}

/// The columns with this seed, if the words' rows contradict each other nowhere.
fn columns(words: &[&str], bits: u8, seed: u8) -> Option<Vec<u8>> {
    let length = (words.len() * 103 / 100 + filter::STRETCH).next_multiple_of(8);
    // Per place the one row that begins there, all others added away: equations in steps, as picks and print.
    let mut steps = vec![(0u64, 0u64); length];
    for word in words {
        let filter::Row { mut start, mut picks, mut print } = filter::row(word, seed, length);
        while picks != 0 {
            let step = steps.get_mut(start)?;
            if step.0 == 0 {
                *step = (picks, print);
                break;
            }
            picks ^= step.0;
            print ^= step.1;
            if picks == 0 && print != 0 {
                return None;
            }
            let zeros = picks.trailing_zeros();
            picks = picks.checked_shr(zeros).unwrap_or(0);
            start += usize::try_from(zeros).ok()?;
        }
    }
    // From the last place on, each bit follows from those behind it.
    let mut solved = vec![0u64; length + filter::STRETCH];
    for (place, (picks, print)) in steps.iter().enumerate().rev() {
        let behind = (1..filter::STRETCH).filter(|bit| (picks >> bit) & 1 == 1);
        let sum = behind.fold(*print, |sum, bit| sum ^ solved.get(place + bit).copied().unwrap_or(0));
        *solved.get_mut(place)? = if picks & 1 == 1 { sum } else { 0 };
    }
    let column = |bit: u8| {
        let byte = move |eight: &[u64]| eight.iter().rev().fold(0u8, |byte, solved| (byte << 1) | u8::from((solved >> bit) & 1 == 1));
        solved.get(..length).unwrap_or_default().chunks(8).map(byte)
    };
    Some((0..bits).flat_map(column).collect())
}
