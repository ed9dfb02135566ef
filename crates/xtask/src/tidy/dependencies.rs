//! What may be depended on: licences, bans, sources. deny.toml says the same to cargo-deny, whose install is too slow to ask of everyone.

use super::licence;
use serde_json::Value;

/// Packages that have no place here, with the reason shown.
const BANNED: &[(&str, &str)] = &[
    ("openssl", "needs a system library: signatures here are pure Rust"),
    ("openssl-sys", "needs a system library: signatures here are pure Rust"),
    ("native-tls", "needs a system library"),
    ("lazy_static", "std has LazyLock"),
    ("wee_alloc", "is unmaintained"),
];

/// What is wrong with the packages of a resolved graph.
pub(crate) fn breaches(metadata: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(source) = package["source"].as_str() else { continue };
        if !source.starts_with("registry+") {
            breaches.push(format!("Cargo.lock: {name} comes from {source}: only the registry is allowed"));
        }
        if let Some((_, reason)) = BANNED.iter().find(|(banned, _)| *banned == name) {
            breaches.push(format!("Cargo.lock: {name} is banned: {reason}"));
        }
        let licence = package["license"].as_str().unwrap_or_default();
        if !licence::is_allowed(licence) {
            breaches.push(format!("Cargo.lock: {name} has the licence `{licence}`, which is not on the list"));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::breaches;
    use serde_json::json;

    #[test]
    fn a_bad_source_a_bad_licence_and_a_ban_are_found() {
        let metadata = json!({ "packages": [
            { "name": "fine", "source": "registry+x", "license": "MIT OR Apache-2.0" },
            { "name": "ours", "source": null, "license": null },
            { "name": "forked", "source": "git+https://example.com/forked", "license": "MIT" },
            { "name": "copyleft", "source": "registry+x", "license": "GPL-3.0-only" },
            { "name": "openssl", "source": "registry+x", "license": "Apache-2.0" },
        ] });
        let found = breaches(&metadata);
        assert_eq!(found.len(), 3, "{found:?}");
        for name in ["forked", "copyleft", "openssl"] {
            assert!(found.iter().any(|breach| breach.contains(name)), "{name}");
        }
    }
}
