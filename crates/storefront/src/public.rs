//! The buyer's browser: the public pack against the order that the page knows.
//!
//! Orders come in and answers go out as one text each, its parts divided by NUL: `JSON` both ways would be
//! a third of the module. `js/engine.js` makes and reads them.

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
    fn lower(text: &str) -> String;
    #[wasm_bindgen(js_name = isMark)]
    fn is_mark(character: &str) -> bool;
    #[wasm_bindgen(js_name = isAlphanumeric)]
    fn is_alphanumeric(character: &str) -> bool;
}

/// An opened public pack.
#[derive(Debug)]
#[wasm_bindgen]
pub struct Engine(PublicPack);

#[wasm_bindgen]
impl Engine {
    /// Opens a public pack; `undefined` for bytes that are none this engine reads.
    pub fn open(pack: Vec<u8>) -> Option<Self> {
        let is_mark = |character: char| is_mark(character.encode_utf8(&mut [0; 4]));
        let is_alphanumeric = |character: char| is_alphanumeric(character.encode_utf8(&mut [0; 4]));
        set_host(Host { normalised, lower, is_mark, is_alphanumeric });
        PublicPack::open(pack).ok().map(Self)
    }

    /// What the pack says of an order: path, value, path, value … in; records of a kind and three texts
    /// out: `rule` id name "", `hide` method "" "", `hint` kind field suggestion. `problem` path text ""
    /// when the order cannot be read.
    pub fn judge(&self, order: &str) -> String {
        let mut out: Vec<&str> = Vec::new();
        let order = match page_order::read(order) {
            Ok(order) => order,
            Err((path, detail)) => return ["problem", path, detail, ""].join("\0"),
        };
        let facts = Facts::default();
        for rule in self.0.holding(&order, &facts) {
            out.extend(["rule", rule.id, rule.name, ""]);
            rule.hides.iter().for_each(|method| out.extend(["hide", method, "", ""]));
        }
        let hints = hints(&order, self.0.default_country());
        for hint in &hints {
            out.extend(["hint", hint.kind.as_str(), hint.field, hint.suggestion.as_deref().unwrap_or_default()]);
        }
        out.join("\0")
    }
}
