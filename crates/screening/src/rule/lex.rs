//! Rule text to tokens.

use super::decimal::Decimal;
use super::span::{At, RuleError};

/// Words with a meaning of their own; no variable or list may have one as its name.
pub(crate) const KEYWORDS: [&str; 15] =
    ["and", "or", "not", "in", "contains", "starts_with", "ends_with", "exists", "any", "all", "count", "sum", "lines", "true", "false"];

/// Longest rule text in bytes; longer lists of values belong into a named list.
pub(crate) const LONGEST: usize = 65_536;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// A keyword, path or name: `and`, `billing.city`, `big_order`.
    Word(String),
    Number(Decimal),
    Text(String),
    /// One of [`SYMBOLS`].
    Symbol(&'static str),
    End,
}

/// Longer ones before those they begin with.
const SYMBOLS: [&str; 12] = ["==", "!=", "<=", ">=", "??", "<", ">", "(", ")", "[", "]", ","];

/// What people of other languages write, and what it is here.
const ELSEWHERE: [(&str, &str); 15] = [
    ("<>", "write `!=`"),
    ("=<", "write `<=`"),
    ("=>", "write `>=`"),
    ("=", "write `==` to compare"),
    ("&", "write `and`"),
    ("|", "write `or`"),
    ("!", "write `not`"),
    ("?", "write `a ?? 0` for a value that replaces a missing one"),
    ("'", "text stands in double quotes"),
    ("“", "text stands in straight double quotes"),
    ("„", "text stands in straight double quotes"),
    ("+", "rules do not calculate; use `sum(lines, line.amount)` for totals"),
    ("-", "rules do not calculate; a minus stands directly before its number"),
    ("*", "rules do not calculate; `line.amount` is quantity x price"),
    ("/", "rules do not calculate"),
];

/// All tokens of a text with the bytes they stand at, `End` last.
pub(crate) fn tokens(text: &str) -> Result<Vec<(Token, At)>, RuleError> {
    if text.len() > LONGEST {
        return Err(RuleError::new(
            text,
            At::default(),
            format!("the text is longer than {LONGEST} bytes; put long lists of values into a named list"),
        ));
    }
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        let start = lexer.skip_space();
        let token = lexer.token()?;
        let end = token == Token::End;
        tokens.push((token, At { start, end: lexer.at }));
        if end {
            return Ok(tokens);
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) -> usize {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.at
    }

    /// Takes the longest prefix of characters that `keep` accepts.
    fn take(&mut self, keep: fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|character| !keep(character)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn error(&self, start: usize, message: impl Into<String>) -> RuleError {
        RuleError::new(self.text, At { start, end: self.at }, message)
    }

    fn token(&mut self) -> Result<Token, RuleError> {
        let start = self.at;
        let rest = self.rest();
        let mut characters = rest.chars();
        let (Some(first), second) = (characters.next(), characters.next()) else { return Ok(Token::End) };
        if first.is_ascii_alphabetic() || first == '_' {
            return self.word(start);
        }
        if first.is_ascii_digit() || (first == '-' && second.is_some_and(|second| second.is_ascii_digit())) {
            return self.number(start);
        }
        if first == '"' {
            return self.quoted(start);
        }
        if let Some((wrong, hint)) = ELSEWHERE
            .iter()
            .find(|(wrong, _)| rest.starts_with(wrong) && !SYMBOLS.iter().any(|known| known.len() > wrong.len() && rest.starts_with(known)))
        {
            self.at += wrong.len();
            return Err(self.error(start, format!("unexpected `{wrong}`; {hint}")));
        }
        if let Some(symbol) = SYMBOLS.into_iter().find(|symbol| rest.starts_with(symbol)) {
            self.at += symbol.len();
            return Ok(Token::Symbol(symbol));
        }
        self.at += first.len_utf8();
        let shown = first.escape_debug();
        Err(self
            .error(start, format!("unexpected character `{shown}`; text stands in double quotes, names have letters a to z, digits and _")))
    }

    /// A name, or names joined by points.
    fn word(&mut self, start: usize) -> Result<Token, RuleError> {
        let of_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
        self.take(of_name);
        while self.rest().starts_with('.') {
            self.at += 1;
            if self.take(of_name).is_empty() {
                return Err(self.error(start, "a path must not end with a point"));
            }
        }
        Ok(Token::Word(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    fn number(&mut self, start: usize) -> Result<Token, RuleError> {
        self.at += 1;
        self.take(|character| character.is_ascii_alphanumeric() || character == '.' || character == '_');
        let written = self.text.get(start..self.at).unwrap_or_default();
        written.parse().map(Token::Number).map_err(|error| self.error(start, format!("`{written}` {error}")))
    }

    fn quoted(&mut self, start: usize) -> Result<Token, RuleError> {
        let mut escaped = false;
        let length = self.rest().bytes().skip(1).position(|byte| {
            let closes = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            closes
        });
        let Some(length) = length else {
            self.at = self.text.len();
            return Err(self.error(start, "the text that begins here has no closing double quote"));
        };
        self.at += length + 2;
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(quoted).map(Token::Text).map_err(|error| {
            let message = error.to_string();
            let reason = message.split(" at line ").next().unwrap_or_default();
            self.error(start, format!("text is written with JSON escapes: {reason}"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_a_text() {
        let read: Vec<Token> =
            tokens("a.b_1 >= -12.50\n(\"\\u017c\\\"\") ?? custom").unwrap().into_iter().map(|(token, _)| token).collect();
        let word = |text: &str| Token::Word(text.to_owned());
        assert_eq!(
            read,
            [
                word("a.b_1"),
                Token::Symbol(">="),
                Token::Number("-12.5".parse().unwrap()),
                Token::Symbol("("),
                Token::Text("ż\"".to_owned()),
                Token::Symbol(")"),
                Token::Symbol("??"),
                word("custom"),
                Token::End
            ]
        );
    }

    #[test]
    fn says_where_and_what_to_write_instead() {
        for (text, want) in [
            ("a && b", "line 1, column 3: unexpected `&`; write `and`"),
            ("a = 1", "line 1, column 3: unexpected `=`; write `==` to compare"),
            ("a <> 1", "line 1, column 3: unexpected `<>`; write `!=`"),
            ("!a", "line 1, column 1: unexpected `!`; write `not`"),
            (
                "ż\n == 'x'",
                "line 1, column 1: unexpected character `ż`; text stands in double quotes, names have letters a to z, digits and _",
            ),
            ("a\n  == 'x'", "line 2, column 6: unexpected `'`; text stands in double quotes"),
            ("\"żó\" == “x”", "line 1, column 9: unexpected `“`; text stands in straight double quotes"),
            ("a == \"x", "line 1, column 6: the text that begins here has no closing double quote"),
            ("a == \"\\x\"", "line 1, column 6: text is written with JSON escapes: invalid escape"),
            ("a == 1.5.0", "line 1, column 6: `1.5.0` must be a decimal number with a point, such as 120.50"),
            ("a == 12x", "line 1, column 6: `12x` must be a decimal number with a point, such as 120.50"),
            ("a == 1234567890123456789", "line 1, column 6: `1234567890123456789` has more than 18 digits before or behind the point"),
            ("a. == 1", "line 1, column 1: a path must not end with a point"),
            ("a + b", "line 1, column 3: unexpected `+`; rules do not calculate; use `sum(lines, line.amount)` for totals"),
        ] {
            assert_eq!(tokens(text).unwrap_err().to_string(), want, "{text}");
        }
    }
}
