//! The buyer's browser: the public pack against the order that the page knows.
//!
//! Orders come in and answers go out as one text each, its parts divided by NUL: `JSON` both ways would be
//! a third of the module. `js/engine.ts` makes and reads them.

use std::cell::RefCell;
use std::mem::ManuallyDrop;

use ordergate_screening::key::{Host, set_host};
use ordergate_screening::snapshot::PublicPack;
use ordergate_screening::{Facts, hints};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::page_order;

/// A hundredth of the standard allocator's code, for a module that lives as long as a checkout page.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());

#[wasm_bindgen(module = "/js/unicode.js")]
extern "C" {
    fn normalised(text: &str, form: &str) -> String;
    #[wasm_bindgen(js_name = isMark)]
    fn is_mark(character: char) -> bool;
    #[wasm_bindgen(js_name = isAlphanumeric)]
    fn is_alphanumeric(character: char) -> bool;
}

thread_local! {
    /// The pack that the page judges by: a page has one shop.
    static PACK: RefCell<Option<PublicPack>> = const { RefCell::new(None) };
}

/// Opens the page's public pack; `false` for bytes that are none this engine reads.
#[wasm_bindgen]
pub fn open(pack: Vec<u8>) -> bool {
    set_host(Host { normalised, is_mark, is_alphanumeric });
    let opened = PublicPack::open(pack).ok();
    let is_one = opened.is_some();
    PACK.set(opened);
    is_one
}

/// What the opened pack says of an order: path, value, path, value … in; records of a kind and three
/// texts out: `rule` id name "", `hide` method "" "", `hint` kind field suggestion. `problem` path text
/// "" when the order cannot be read.
#[wasm_bindgen]
pub fn judge(order: &str) -> String {
    let order = match page_order::read(order) {
        Ok(order) => order,
        Err((path, detail)) => return ["problem", path, detail, ""].join("\0"),
    };
    // None; and nothing to give back, for which there would be 2 kB of code.
    let facts = ManuallyDrop::new(Facts::default());
    PACK.with_borrow(|pack| {
        let Some(pack) = pack else { return String::new() };
        let mut out: Vec<&str> = Vec::new();
        for rule in pack.holding(&order, &facts) {
            out.extend(["rule", rule.id, rule.name, ""]);
            rule.hides.iter().for_each(|method| out.extend(["hide", method, "", ""]));
        }
        let hints = hints(&order, pack.default_country());
        for hint in &hints {
            out.extend(["hint", hint.kind.as_str(), hint.field, hint.suggestion.as_deref().unwrap_or_default()]);
        }
        out.join("\0")
    })
}
