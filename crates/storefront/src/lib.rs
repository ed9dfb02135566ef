//! The screening engine for JavaScript: strings in, a check out, and nothing that the engine does not do itself.
//!
//! Three builds. `full` is for the shop's own side: drafts, snapshots, checks. `public` is for the buyer's browser: it
//! reads public packs, which hold no entries, weights or private rules, and it is small. `trial` is for the page
//! that tries the starter rules on a file of past orders.
//!
//! In scope: the boundary to JavaScript. Out of scope: everything else; see `ordergate-screening`.

#[cfg(feature = "full")]
mod full;
#[cfg(feature = "public")]
mod page_order;
#[cfg(feature = "public")]
mod public;
#[cfg(feature = "trial")]
mod trial;

#[cfg(feature = "full")]
pub use full::{Screener, check, review};
#[cfg(feature = "public")]
pub use public::{judge, open};
#[cfg(feature = "trial")]
pub use trial::{Trial, header};
