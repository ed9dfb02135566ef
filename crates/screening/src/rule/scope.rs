//! What the texts of a draft share: paths, named lists, variables, and the slots and sets they use.

use std::collections::BTreeMap;

use super::code::{Code, Reading, Set, Slot};
use super::decimal::Decimal;
use super::literal;
use super::path::{Kind, Known, PATHS};
use super::typing::Raw;
use crate::draft::ListDraft;
use crate::{closest, key};

/// What a variable's name means in other texts.
#[derive(Debug, Clone)]
pub(crate) struct Meaning {
    pub(crate) stands: Stands,
    /// It reads `line.*` and can only be used inside a quantifier.
    pub(crate) of_line: bool,
    /// It counts lines and cannot be used inside a quantifier.
    pub(crate) quantifies: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Stands {
    For(Raw, Kind),
    /// Its definition is wrong.
    Nothing,
}

pub(crate) struct Scope<'d> {
    /// The country that literals are read in.
    country: Option<String>,
    lists: BTreeMap<&'d str, &'d ListDraft>,
    meanings: BTreeMap<&'d str, Meaning>,
    slots: BTreeMap<(Reading, bool), Slot>,
    list_sets: BTreeMap<(String, Kind), usize>,
    pub(crate) code: Code,
}

impl<'d> Scope<'d> {
    pub(crate) fn new(lists: &'d [ListDraft], default_country: Option<&str>) -> Self {
        let mut named = BTreeMap::new();
        // The first of two lists with one name counts; the second is refused elsewhere.
        lists.iter().for_each(|list| {
            named.entry(list.name.as_str()).or_insert(list);
        });
        Self {
            country: default_country.and_then(key::country),
            lists: named,
            meanings: BTreeMap::new(),
            slots: BTreeMap::new(),
            list_sets: BTreeMap::new(),
            code: Code::default(),
        }
    }

    pub(crate) fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }

    pub(crate) fn define(&mut self, name: &'d str, meaning: Meaning) {
        self.meanings.insert(name, meaning);
    }

    pub(crate) fn meaning(&self, name: &str) -> Option<&Meaning> {
        self.meanings.get(name)
    }

    pub(crate) fn find_path(&self, written: &str) -> Option<Known> {
        PATHS.find(written)
    }

    pub(crate) fn slot(&mut self, reading: Reading, of_line: bool) -> Slot {
        let slots = if of_line { &mut self.code.line_slots } else { &mut self.code.order_slots };
        *self.slots.entry((reading.clone(), of_line)).or_insert_with(|| {
            slots.push(reading);
            Slot { index: slots.len() - 1, of_line }
        })
    }

    pub(crate) fn add_set(&mut self, set: Set) -> usize {
        self.code.add_set(set)
    }

    /// The set of a named list whose values are read as `kind`; made once, however many rules use it.
    pub(crate) fn list(&mut self, name: &str, kind: Kind) -> Result<usize, String> {
        let Some(list) = self.lists.get(name) else { return Err(self.unknown_list(name)) };
        if let Some(set) = self.list_sets.get(&(name.to_owned(), kind)) {
            return Ok(*set);
        }
        let mut keys = Vec::with_capacity(list.values.len());
        for value in &list.values {
            let key = match kind {
                Kind::Number => {
                    value.trim().parse::<Decimal>().map(super::code::Key::Number).map_err(|_| format!("\"{value}\" is not a number"))
                }
                _ => literal::constant(value, kind, self.country.as_deref()),
            };
            keys.push(key.map_err(|message| format!("list `{name}`: {message}"))?);
        }
        let set = self.add_set(literal::set(keys, kind));
        self.list_sets.insert((name.to_owned(), kind), set);
        Ok(set)
    }

    fn unknown_list(&self, name: &str) -> String {
        if self.meanings.contains_key(name) {
            return format!("`{name}` is a variable, not a list; write `[{name}]`");
        }
        if self.find_path(name).is_some() {
            return format!("`{name}` is a path, not a list; write `[{name}]`");
        }
        suggested(format!("unknown list `{name}`"), closest(name, self.lists.keys().copied()))
    }

    pub(crate) fn unknown_path(&self, written: &str) -> String {
        if !written.contains('.') {
            return self.unknown_name(written);
        }
        suggested(format!("unknown path `{written}`"), PATHS.meant(written))
    }

    /// A word that is neither a path nor a variable.
    pub(crate) fn unknown_name(&self, name: &str) -> String {
        if self.lists.contains_key(name) {
            return format!("`{name}` is a list; write `value in {name}`");
        }
        let lower = name.to_ascii_lowercase();
        if matches!(lower.as_str(), "null" | "none" | "nil" | "undefined") {
            return format!("there is no `{name}`; `exists(path)` asks whether a value is there");
        }
        let known = closest(name, self.meanings.keys().copied().chain(PATHS.names())).or_else(|| PATHS.meant(name));
        suggested(format!("unknown path or variable `{name}`"), known)
    }
}

fn suggested(message: String, known: Option<&str>) -> String {
    match known {
        Some(known) => format!("{message}, did you mean `{known}`?"),
        None => message,
    }
}
