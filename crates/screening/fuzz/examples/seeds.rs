//! Writes the seeds of every target from the golden cases: `cargo run --example seeds`.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use ordergate_screening::snapshot::PublicRules;
use ordergate_screening::{Draft, Ruleset};
use ordergate_screening_fuzz::{DRAFT, ORDER};

/// So many seeds a target.
const SEEDS: usize = 16;

fn main() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = fs::read_dir(here.join("../../../tests/golden"))?.collect::<Result<Vec<_>, _>>()?;
    files.retain(|file| file.path().extension().is_some_and(|extension| extension == "toml"));
    files.sort_by_key(fs::DirEntry::file_name);
    let (mut drafts, mut orders, mut rules, mut keys) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for file in files {
        let case: toml::Table = fs::read_to_string(file.path())?.parse()?;
        let text = |name: &str| case.get(name).and_then(toml::Value::as_str).unwrap_or_default();
        let Ok(draft) = Draft::from_json(text("draft").as_bytes()) else { continue };
        drafts.insert(text("draft").to_owned());
        orders.insert(text("order").to_owned());
        rules.extend(draft.rules.iter().map(|rule| rule.when.clone()));
        keys.extend(draft.entries.iter().flat_map(|entry| entry.fields.values().map(|value| format!("\u{1}{value}\n{value}"))));
    }
    let mut snapshots = BTreeSet::new();
    for draft in spread(&drafts, SEEDS / 2).iter().map(String::as_str).chain([DRAFT]) {
        let draft = Draft::from_json(draft.as_bytes())?;
        let Ok(ruleset) = Ruleset::compile(&draft) else { continue };
        let bytes = ruleset.to_snapshot();
        let length = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes);
        let entries = 60 + usize::try_from(length(48))? + usize::try_from(length(52))?;
        snapshots.insert(bytes[entries..].to_vec());
        snapshots.insert(bytes);
        snapshots.insert(PublicRules::of(&draft)?.to_pack());
    }
    drafts = spread(&drafts, SEEDS - 1).into_iter().chain([DRAFT.to_owned()]).collect();
    orders = spread(&orders, SEEDS - 1).into_iter().chain([ORDER.to_owned()]).collect();
    write(&here.join("seeds/draft_json"), drafts.iter().map(String::as_bytes))?;
    write(&here.join("seeds/order_json"), orders.iter().map(String::as_bytes))?;
    write(&here.join("seeds/rule_text"), spread(&rules, SEEDS).iter().map(String::as_bytes))?;
    write(&here.join("seeds/keys"), spread(&keys, SEEDS).iter().map(String::as_bytes))?;
    write(&here.join("seeds/snapshot_bytes"), snapshots.iter().filter(|bytes| !bytes.is_empty()).map(Vec::as_slice))
}

/// So many, evenly over all of them.
fn spread(all: &BTreeSet<String>, count: usize) -> Vec<String> {
    let step = all.len().div_ceil(count).max(1);
    all.iter().step_by(step).cloned().collect()
}

fn write<'s>(folder: &Path, seeds: impl Iterator<Item = &'s [u8]>) -> Result<(), Box<dyn Error>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (number, seed) in seeds.enumerate() {
        fs::write(folder.join(format!("{number:02}")), seed)?;
    }
    Ok(())
}
