//! Notes for people about what was not taken over exactly as delivered.

/// Enough to see what is going on; a body can hold thousands of lines with the same oddity.
const MOST: usize = 20;

/// Collects notes; beyond [`MOST`] they are only counted.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    texts: Vec<String>,
    more: usize,
}

impl Notes {
    pub(crate) fn add(&mut self, text: impl FnOnce() -> String) {
        if self.texts.len() < MOST {
            self.texts.push(text());
        } else {
            self.more += 1;
        }
    }

    pub(crate) fn into_texts(mut self) -> Vec<String> {
        if self.more > 0 {
            self.texts.push(format!("and {} more", self.more));
        }
        self.texts
    }
}
