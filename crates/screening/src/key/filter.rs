//! A set of words that forgets which words they are: a ribbon filter (Dillinger and Walzer, 2021). It
//! finds every word that is in it, and one other in two to the power of its bits, which are 1.04 times
//! so many bits a word.
//!
//! The build script makes them of the lists of mail domains; see `build.rs`. Bytes: a seed, the number
//! of bits, then as many columns of bits of one length. A word picks some of the bits of each column
//! between two places; whether these are odd or even in number is one bit of its print.

use crate::checksum::checksum;

/// How far apart the first and the last bit that a word picks may be: such a stretch fits in 64 bits,
/// wherever in a byte it begins.
pub(crate) const STRETCH: usize = 57;

/// What a word picks and what it comes to.
pub(crate) struct Row {
    /// Where its stretch begins.
    pub(crate) start: usize,
    /// Which bits of the stretch count, always the first.
    pub(crate) picks: u64,
    /// One bit a column.
    pub(crate) print: u64,
}

/// The row of a word in columns of `length` bits.
pub(crate) fn row(word: &str, seed: u8, length: usize) -> Row {
    let seed = u64::from(seed) << 1;
    let (place, picks) = (checksum(seed, word.as_bytes()), checksum(seed | 1, word.as_bytes()));
    // In 64 bits everywhere: a browser's `usize` has 32.
    let span = (length + 1).saturating_sub(STRETCH) as u64;
    let start = usize::try_from(((place >> 32) * span) >> 32).unwrap_or(usize::MAX);
    Row { start, picks: (picks >> (64 - STRETCH)) | 1, print: place & 0xffff_ffff }
}
