//! The screening engine for JavaScript: strings in, a check out, and nothing that the engine does not do itself.
//!
//! In scope: the boundary to JavaScript. Out of scope: everything else; see `ordergate-screening`.

#[cfg(feature = "full")]
mod full;

#[cfg(feature = "full")]
pub use full::{Screener, check};
