//! What `cargo xtask bench` measures: a workload, our engine on it, and other rule engines on the same orders.
//!
//! Nothing here is part of the product. The library is compiled natively with every engine, and to WASM once for each.

pub mod ours;
pub mod peers;
pub mod random;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod workload;
