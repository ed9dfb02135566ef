//! The cases in tests/golden: an order and a draft in, a check (or a refusal) out.
//!
//! One file a case: `name`, `ids`, `draft`, `order`, `facts` and `now` where they matter, and
//! `want` (every key it lists equals the check's) or `refused` (the whole text of the refusal). All
//! checks are also written to build/golden-native.ndjson, for the runner that compares WASM with it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a case that cannot be read ends the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ordergate_screening::{Draft, Facts, Invalid, Order, Ruleset, Timestamp, check};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    ids: Vec<String>,
    draft: String,
    order: String,
    #[serde(default = "no_facts")]
    facts: String,
    #[serde(default = "noon")]
    now: String,
    want: Option<String>,
    refused: Option<String>,
}

fn no_facts() -> String {
    "{}".to_owned()
}

fn noon() -> String {
    "2026-11-24T10:00:00Z".to_owned()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn cases() -> Vec<(String, Case)> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/golden")).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let read = |file: &PathBuf| {
        let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(file).unwrap();
        let case = toml::from_str(&text).unwrap_or_else(|error| panic!("{stem}: {error}"));
        (stem, case)
    };
    files.iter().map(read).collect()
}

/// The check of a case as JSON text.
fn run(case: &Case) -> Result<String, Invalid> {
    let now: Timestamp = case.now.parse().unwrap();
    let order = Order::from_json(case.order.as_bytes())?;
    let facts = Facts::from_json(case.facts.as_bytes())?;
    let ruleset = Ruleset::compile(&Draft::from_json(case.draft.as_bytes())?)?;
    Ok(check(&order, &facts, &ruleset, now).to_json())
}

/// What is wrong with the outcome, if anything.
fn differs(case: &Case, outcome: &Result<String, Invalid>) -> Option<String> {
    match (outcome, &case.want, &case.refused) {
        (Ok(check), Some(want), None) => {
            let check: Map<String, Value> = serde_json::from_str(check).unwrap();
            let want: Map<String, Value> = serde_json::from_str(want).unwrap_or_else(|error| panic!("{}: want: {error}", case.name));
            let wrong = want.iter().find(|(key, value)| check.get(*key) != Some(value));
            wrong.map(|(key, value)| format!("{key} is {}, want {value}", check.get(key).unwrap_or(&Value::Null)))
        }
        (Err(error), None, Some(refused)) => (error.to_string() != *refused).then(|| format!("refused with `{error}`, want `{refused}`")),
        (Ok(check), None, Some(refused)) => Some(format!("answered {check}, want the refusal `{refused}`")),
        (Err(error), Some(_), None) => Some(format!("refused with `{error}`")),
        (_, None, None) | (_, Some(_), Some(_)) => Some("needs either `want` or `refused`".to_owned()),
    }
}

#[test]
fn every_case_gives_what_the_contract_says() {
    let mut native = String::new();
    let mut failures = Vec::new();
    let cases = cases();
    let mut names = BTreeSet::new();
    for (stem, case) in &cases {
        if !names.insert(&case.name) {
            failures.push(format!("{stem}: another case has the same name"));
        }
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !stem.bytes().all(plain) || case.name.trim().is_empty() || case.ids.is_empty() {
            failures.push(format!("{stem}: needs a kebab-case file name, a name and ids"));
        }
        let outcome = run(case);
        failures.extend(differs(case, &outcome).map(|wrong| format!("{stem}: {wrong}")));
        if let Ok(check) = &outcome {
            let name = Value::from(case.name.as_str());
            native.push_str(&format!("{{\"name\":{name},\"check\":{check}}}\n"));
        }
    }
    let build = root().join("build");
    fs::create_dir_all(&build).unwrap();
    fs::write(build.join("golden-native.ndjson"), native).unwrap();
    assert!(failures.is_empty(), "{} of {} cases fail:\n{}", failures.len(), cases.len(), failures.join("\n"));
    assert!(cases.len() >= 130, "only {} cases", cases.len());
}
