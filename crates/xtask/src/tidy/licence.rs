//! SPDX licence expressions, as far as packages of this tree use them.

/// Licences that a dependency may offer. deny.toml has the same list.
pub(crate) const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether an expression can be satisfied with the allowed licences alone. `MIT/Apache-2.0` is the old way to write OR.
pub(crate) fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    words.reverse();
    alternatives(&mut words) == Some(true) && words.is_empty()
}

// None is an expression that does not read as one.
fn alternatives(words: &mut Vec<&str>) -> Option<bool> {
    let mut any = conjunction(words)?;
    while words.last() == Some(&"OR") {
        words.pop();
        any |= conjunction(words)?;
    }
    Some(any)
}

fn conjunction(words: &mut Vec<&str>) -> Option<bool> {
    let mut all = single(words)?;
    while words.last() == Some(&"AND") {
        words.pop();
        all &= single(words)?;
    }
    Some(all)
}

fn single(words: &mut Vec<&str>) -> Option<bool> {
    let name = words.pop()?;
    if name == "(" {
        let inside = alternatives(words)?;
        return (words.pop()? == ")").then_some(inside);
    }
    if words.last() == Some(&"WITH") {
        words.pop();
        return Some(ALLOWED.contains(&format!("{name} WITH {}", words.pop()?).as_str()));
    }
    Some(ALLOWED.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn expressions_are_read() {
        for good in
            ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception OR GPL-2.0"]
        {
            assert!(is_allowed(good), "{good}");
        }
        for bad in [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0",
            "(GPL-3.0 OR AGPL-3.0) AND MIT",
            "MIT OR",
            "GPL-2.0 WITH Classpath-exception-2.0",
            "MIT)",
        ] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }
}
