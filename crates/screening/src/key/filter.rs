//! A set of words in ten bits each that forgets which words they are: an xor filter (Graf and Lemire,
//! 2020). It finds every word that is in it, and one in 256 that is not.
//!
//! The build script makes one of the list of throw-away domains for browsers; see `build.rs`.

use crate::checksum::checksum;

/// Where in the bytes a word's three values stand, and what they come to.
pub(crate) struct Places {
    pub(crate) at: [usize; 3],
    pub(crate) print: u8,
}

/// The places of a word among `length` bytes, which are three blocks of one size.
pub(crate) fn places(word: &str, seed: u64, length: usize) -> Places {
    let hash = checksum(seed, word.as_bytes());
    let block = length as u64 / 3;
    // 21 bits each, scaled to the block, in 64 bits everywhere: a browser's `usize` has 32. The rest is
    // the print, spread once more.
    let within = |shift: u32| (((hash >> shift) & 0x1f_ffff) * block) >> 21;
    let at = [within(0), block + within(21), 2 * block + within(42)].map(|place| usize::try_from(place).unwrap_or(usize::MAX));
    let print = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes()[0];
    Places { at, print }
}
