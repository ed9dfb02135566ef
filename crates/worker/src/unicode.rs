//! Unicode by the runtime: its normal forms and marks are those of the engine's own tables
//! (`tests/e2e/unicode.test.mjs`), which would be 55 kB of the Worker.

use js_sys::{JsString, RegExp};
use ordergate_screening::key::{Host, set_host};

thread_local! {
    static MARK: RegExp = RegExp::new(r"^\p{M}$", "u");
}

/// Lets the engine read texts; to be called before any text is read.
pub(crate) fn by_the_runtime() {
    set_host(Host { normalised, is_mark });
}

fn normalised(text: &str, form: &str) -> String {
    JsString::from(text).normalize(form).into()
}

fn is_mark(character: char) -> bool {
    MARK.with(|mark| mark.test(character.encode_utf8(&mut [0; 4])))
}
