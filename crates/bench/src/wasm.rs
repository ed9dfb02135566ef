//! What JavaScript calls; plain numbers only, one thread.

use crate::ours::{Fired, Ours, Size, parse};
use crate::peers::{ALL, Peer};
use crate::workload::{self, Mix};
use ordergate_screening::{Order, Ruleset};
use std::hint::black_box;

#[derive(Default)]
struct State {
    texts: Vec<String>,
    orders: Vec<Order>,
    ours: Option<Ours>,
    peer: Option<Box<dyn Peer>>,
    found: Vec<usize>,
}

static mut STATE: Option<State> = None;

#[allow(static_mut_refs)]
fn state() -> &'static mut State {
    // SAFETY: a module runs on one thread, and no function here calls another.
    unsafe { STATE.get_or_insert_with(State::default) }
}

/// Memory to write bytes to; given back to `open` or `order`.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    let mut bytes = Vec::<u8>::with_capacity(length);
    let at = bytes.as_mut_ptr();
    std::mem::forget(bytes);
    at
}

fn taken(at: *mut u8, length: usize) -> Vec<u8> {
    // SAFETY: `at` came from `allocate` with this length and is filled.
    unsafe { Vec::from_raw_parts(at, length, length) }
}

/// Makes the first `count` orders.
#[unsafe(no_mangle)]
pub extern "C" fn make_orders(count: usize) {
    let state = state();
    state.texts = workload::orders(count).into_iter().map(|order| order.json).collect();
    state.orders = state.texts.iter().map(|text| parse(text)).collect();
}

/// Adds an order given as JSON.
#[unsafe(no_mangle)]
pub extern "C" fn add_order(at: *mut u8, length: usize) {
    let state = state();
    let text = String::from_utf8(taken(at, length)).unwrap();
    state.orders.push(parse(&text));
    state.texts.push(text);
}

/// Opens a snapshot.
#[unsafe(no_mangle)]
pub extern "C" fn open(at: *mut u8, length: usize) {
    state().ours = Some(Ours::new(Ruleset::from_snapshot(taken(at, length)).unwrap()));
}

/// Compares a snapshot's bytes with their digest, `times` times.
#[unsafe(no_mangle)]
pub extern "C" fn verify(at: *const u8, length: usize, times: usize) {
    // SAFETY: as in `taken`, but the bytes stay JavaScript's.
    let bytes = unsafe { std::slice::from_raw_parts(at, length) };
    for _ in 0..times {
        ordergate_screening::snapshot::verify(black_box(bytes)).unwrap();
    }
}

/// Gives the rules to another engine.
#[unsafe(no_mangle)]
pub extern "C" fn build_peer(rules: usize) {
    state().peer = ALL.first().map(|(_, build)| build(&Size::of(Mix::A, 0, rules).rules()));
}

/// Runs a stage for `count` orders from `from`, over and over: 0 parse, 1 check of a parsed order, 2 both, 3 both and the answer as
/// JSON, 4 the other engine on a parsed order.
#[unsafe(no_mangle)]
pub extern "C" fn run(stage: u32, from: usize, count: usize) -> usize {
    let state = state();
    let length = state.texts.len();
    let mut sum = 0;
    for index in (from..from + count).map(|index| index % length) {
        match (stage, &state.ours, &mut state.peer) {
            (0, ..) => sum += black_box(parse(&state.texts[index])).lines.len(),
            (1, Some(ours), _) => sum += ours.check(&state.orders[index]),
            (2, Some(ours), _) => sum += ours.check(&parse(&state.texts[index])),
            (3, Some(ours), _) => sum += ours.json(&parse(&state.texts[index])).len(),
            (4, _, Some(peer)) => {
                peer.fired(&state.orders[index], &mut state.found);
                sum += black_box(&mut state.found).drain(..).len();
            }
            _ => panic!("nothing to run"),
        }
    }
    sum
}

/// Which rules fire for the first `count` orders, as one number; of the other engine if there is one.
#[unsafe(no_mangle)]
pub extern "C" fn fired(count: usize) -> u32 {
    let state = state();
    let mut fired = Fired::default();
    for order in &state.orders[..count] {
        match (&state.ours, &mut state.peer) {
            (_, Some(peer)) => peer.fired(order, &mut state.found),
            (Some(ours), _) => ours.fired(order, &mut state.found),
            _ => panic!("nothing to run"),
        }
        fired.order(&mut state.found);
    }
    fired.number()
}

/// Seeds of hash maps, which need not be random here.
#[cfg(feature = "zen")]
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(at: *mut u8, length: usize) -> Result<(), getrandom::Error> {
    // SAFETY: getrandom gives memory of this length.
    unsafe { std::ptr::write_bytes(at, 7, length) };
    Ok(())
}
