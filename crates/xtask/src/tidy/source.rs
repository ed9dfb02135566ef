//! Rust text taken apart just far enough for the rules: code, string literals, comments; test modules left out.

#![allow(clippy::string_slice, reason = "every position comes from a search in the same text")]

/// One file. Lines count from 1.
pub(crate) struct Source {
    /// The code with comments and the insides of strings blanked, on the lines where it stood.
    pub(crate) code: String,
    /// String literals without their quotes, with the line they begin on.
    pub(crate) strings: Vec<(usize, String)>,
    /// Line and block comments, with the line they begin on.
    pub(crate) comments: Vec<(usize, String)>,
}

impl Source {
    /// Takes a file apart.
    pub(crate) fn read(text: &str) -> Self {
        let mut source = Self { code: String::with_capacity(text.len()), strings: Vec::new(), comments: Vec::new() };
        let mut rest = text;
        let mut line = 1;
        while let Some(first) = rest.chars().next() {
            let (taken, kind) = token(rest, first);
            let (token, after) = rest.split_at(taken);
            match kind {
                Kind::Code => source.code.push_str(token),
                Kind::Comment => {
                    source.comments.push((line, token.to_owned()));
                    source.code.extend(token.chars().filter(|char| *char == '\n'));
                }
                Kind::Text { begin, end } => {
                    source.strings.push((line, token.get(begin..taken - end).unwrap_or_default().to_owned()));
                    source.code.push_str("\"\"");
                    source.code.extend(token.chars().filter(|char| *char == '\n'));
                }
            }
            line += token.matches('\n').count();
            rest = after;
        }
        source.drop_test_modules();
        source
    }

    /// Blanks `#[cfg(test)] mod … { … }`: tests may do what the crate may not.
    fn drop_test_modules(&mut self) {
        while let Some(begin) = self.code.find("#[cfg(test)]") {
            let Some(open) = self.code[begin..].find(['{', ';']).map(|at| begin + at) else { break };
            let mut depth = 0usize;
            let mut end = self.code.len();
            for (at, char) in self.code[open..].char_indices() {
                match char {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    end = open + at + char.len_utf8();
                    break;
                }
            }
            let first = 1 + self.code[..begin].matches('\n').count();
            let lines = self.code[begin..end].matches('\n').count();
            self.strings.retain(|(line, _)| !(first..=first + lines).contains(line));
            self.code.replace_range(begin..end, &"\n".repeat(lines));
        }
    }
}

enum Kind {
    Code,
    Comment,
    Text { begin: usize, end: usize },
}

/// The length in bytes of what begins here, and what it is.
fn token(rest: &str, first: char) -> (usize, Kind) {
    let whole = rest.len();
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(whole), Kind::Comment);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(whole, |at| at + 2), Kind::Comment);
    }
    if let Some(hashes) = raw_string(rest) {
        let begin = rest.find('"').map_or(whole, |at| at + 1);
        let close = format!("\"{}", "#".repeat(hashes));
        let end = rest[begin..].find(&close).map_or(whole, |at| begin + at + close.len());
        return (end, Kind::Text { begin, end: close.len() });
    }
    if first == '"' {
        let mut escaped = false;
        for (at, char) in rest.char_indices().skip(1) {
            match char {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return (at + 1, Kind::Text { begin: 1, end: 1 }),
                _ => {}
            }
        }
        return (whole, Kind::Text { begin: 1, end: 0 });
    }
    if first == '\'' {
        // A character such as '"' or '\''; a lifetime has no closing quote there.
        let mut chars = rest.char_indices().skip(1);
        let escaped = matches!(chars.next(), Some((_, '\\')));
        if escaped {
            chars.next();
        }
        if let Some((at, '\'')) = chars.next() {
            return (at + 1, Kind::Code);
        }
    }
    if first.is_alphanumeric() || first == '_' {
        // Whole words at once: the r of `for"` would look like a raw string.
        return (rest.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(whole), Kind::Code);
    }
    (first.len_utf8(), Kind::Code)
}

/// For `r"`, `r##"`, `br#"`: how many hashes.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn strings_comments_and_tests_are_told_apart() {
        let source = Source::read(concat!(
            "// one \"no string\"\n",
            "fn a<'a>(x: &'a str) -> char { '\"' } /* two */\n",
            "const B: &str = \"say \\\"hi\\\"\";\n",
            "const C: &str = r#\"raw \"text\" // here\"#; // three\n",
            "#[cfg(test)]\nmod tests {\n  const D: &str = \"test only\"; fn e() { std::fs::read(); }\n}\n",
            "fn f() {}\n",
        ));
        assert_eq!(source.strings, [(3, "say \\\"hi\\\"".to_owned()), (4, "raw \"text\" // here".to_owned())]);
        assert_eq!(source.comments.len(), 3);
        assert!(!source.code.contains("std::fs"));
        assert_eq!(source.code.lines().nth(8), Some("fn f() {}"));
    }
}
