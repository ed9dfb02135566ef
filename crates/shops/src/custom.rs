//! The shop's own fields of an order, from two sources that must not be mixed up: what the platform
//! itself says, and what checkout forms, plugins and buyers add.

use std::collections::BTreeMap;

use crate::notes::Notes;

/// How many fields of checkout forms and plugins are kept.
const MOST_ADDED: usize = 50;
/// How many characters of a name or a value are kept.
const LONGEST: usize = 1_000;

/// Collects `order.custom` and the checkout token.
#[derive(Debug, Default)]
pub(crate) struct Custom {
    fields: BTreeMap<String, String>,
    /// Names the platform has; buyers can add fields of any name on some platforms, and must not be
    /// able to give themselves the platform's tags.
    taken: Vec<&'static str>,
    added: usize,
    left_out: usize,
    pub(crate) token: Option<String>,
}

impl Custom {
    /// A field of the platform; to be called before anything is [`added`](Self::add).
    pub(crate) fn platform(&mut self, name: &'static str, value: Option<String>, notes: &mut Notes) {
        self.taken.push(name);
        if let Some(value) = value {
            self.fields.insert(name.to_owned(), cut(name, value, notes));
        }
    }

    /// A field of a checkout form, a plugin or the buyer.
    pub(crate) fn add(&mut self, name: String, value: String, notes: &mut Notes) {
        if name == "ordergate_token" || name == "_ordergate_token" {
            self.token.get_or_insert_with(|| value.trim().to_owned());
        } else if name.starts_with('_') {
            // Internal to the platform and its plugins.
        } else if self.taken.contains(&name.as_str()) {
            notes.add(|| format!("custom[\"{name}\"]: added by the checkout, but the name is the platform's; left out"));
        } else if self.added == MOST_ADDED {
            self.left_out += 1;
        } else {
            let name = cut("name", name, notes);
            if self.fields.contains_key(&name) {
                notes.add(|| format!("custom[\"{name}\"]: sent more than once; the first is used"));
                return;
            }
            self.added += 1;
            let value = cut(&name, value, notes);
            self.fields.insert(name, value);
        }
    }

    /// The fields, and the token if one came.
    pub(crate) fn finish(self, notes: &mut Notes) -> (BTreeMap<String, String>, Option<String>) {
        if self.left_out > 0 {
            notes.add(|| format!("custom: {} fields beyond the first {MOST_ADDED} were left out", self.left_out));
        }
        (self.fields, self.token)
    }
}

fn cut(name: &str, text: String, notes: &mut Notes) -> String {
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return text;
    }
    notes.add(|| format!("custom[\"{}\"]: cut to {LONGEST} characters", name.chars().take(64).collect::<String>()));
    text.chars().take(LONGEST).collect()
}
