//! Tokens to a tree, by recursive descent along the contract's grammar.

use super::lex::{KEYWORDS, Token, tokens};
use super::path;
use super::span::{At, RuleError};
use super::tree::{Among, Condition, Operand, Operator, Quantifier, quoted};

/// How deep brackets, `not`, quantifiers and `??` may nest; keeps every walk over a tree far from
/// the end of the stack.
pub(crate) const DEEPEST: usize = 64;

/// Reads a condition; stops at the first thing that is not one.
pub(crate) fn condition(text: &str) -> Result<Condition, RuleError> {
    let mut parser = Parser { text, tokens: tokens(text)?, next: 0, depth: 0 };
    let condition = parser.condition()?;
    match parser.token() {
        Token::End => Ok(condition),
        _ => Err(parser.leftover()),
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<(Token, At)>,
    next: usize,
    depth: usize,
}

impl Parser<'_> {
    fn token(&self) -> &Token {
        self.tokens.get(self.next).map_or(&Token::End, |(token, _)| token)
    }

    fn at(&self) -> At {
        self.tokens.get(self.next).map(|(_, at)| *at).unwrap_or_default()
    }

    /// Where the token before the next one stands.
    fn last(&self) -> At {
        self.next.checked_sub(1).and_then(|index| self.tokens.get(index)).map(|(_, at)| *at).unwrap_or_default()
    }

    fn error(&self, at: At, message: impl Into<String>) -> RuleError {
        RuleError::new(self.text, at, message)
    }

    fn is_word(&self, wanted: &str) -> bool {
        matches!(self.token(), Token::Word(word) if word == wanted)
    }

    fn is_symbol(&self, wanted: &str) -> bool {
        matches!(self.token(), Token::Symbol(symbol) if *symbol == wanted)
    }

    fn take_word(&mut self, wanted: &str) -> bool {
        let found = self.is_word(wanted);
        self.next += usize::from(found);
        found
    }

    fn take_symbol(&mut self, wanted: &str) -> bool {
        let found = self.is_symbol(wanted);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, symbol: &'static str, usage: &str) -> Result<(), RuleError> {
        if self.take_symbol(symbol) {
            return Ok(());
        }
        Err(self.error(self.at(), format!("expected `{symbol}`, found {}; {usage}", self.shown())))
    }

    /// The next token as error messages name it.
    fn shown(&self) -> String {
        match self.token() {
            Token::Word(word) => format!("`{word}`"),
            Token::Number(number) => format!("`{number}`"),
            Token::Text(text) => format!("the text {}", quoted(text)),
            Token::Symbol(symbol) => format!("`{symbol}`"),
            Token::End => "the end".to_owned(),
        }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, RuleError>) -> Result<T, RuleError> {
        if self.depth == DEEPEST {
            return Err(self.error(self.last(), format!("nested deeper than {DEEPEST} levels")));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn condition(&mut self) -> Result<Condition, RuleError> {
        self.chain(
            "or",
            |parser| parser.chain("and", Self::not, |conditions| Condition::And { conditions }),
            |conditions| Condition::Or { conditions },
        )
    }

    fn chain(
        &mut self,
        word: &str,
        part: impl Fn(&mut Self) -> Result<Condition, RuleError>,
        join: fn(Vec<Condition>) -> Condition,
    ) -> Result<Condition, RuleError> {
        let first = part(self)?;
        if !self.is_word(word) {
            return Ok(first);
        }
        let mut conditions = vec![first];
        while self.take_word(word) {
            conditions.push(part(self)?);
        }
        Ok(join(conditions))
    }

    fn not(&mut self) -> Result<Condition, RuleError> {
        if self.take_word("not") {
            let condition = self.deeper(Self::not)?;
            return Ok(Condition::Not { condition: Box::new(condition) });
        }
        self.test()
    }

    fn test(&mut self) -> Result<Condition, RuleError> {
        let start = self.at();
        if self.take_symbol("(") {
            let condition = self.deeper(Self::condition)?;
            self.expect(")", "brackets come in pairs")?;
            if self.operator().is_some() || self.is_word("in") || self.is_symbol("??") {
                return Err(self.error(self.at(), "brackets hold a condition, which cannot be compared; write the value without brackets"));
            }
            return Ok(condition);
        }
        for quantifier in [Quantifier::Any, Quantifier::All] {
            if self.take_word(quantifier.as_str()) {
                let usage = format!("write `{}(lines, condition)`", quantifier.as_str());
                self.open_lines(&usage)?;
                let condition = Box::new(self.deeper(Self::condition)?);
                self.expect(")", &usage)?;
                return Ok(Condition::Lines { quantifier, condition, at: start.to(self.last()) });
            }
        }
        if self.take_word("exists") {
            self.expect("(", "write `exists(path)`")?;
            let path = match self.operand()? {
                // Whether a word is a path or a variable is told when names are looked up.
                Operand::Path { path: name, .. } | Operand::Variable { name, .. } => name,
                other => return Err(self.error(other.at(), format!("`exists` takes a path such as `billing.phone`, not `{other}`"))),
            };
            self.expect(")", "write `exists(path)`")?;
            return Ok(Condition::Exists { path, at: start.to(self.last()) });
        }
        let left = self.operand()?;
        if let Some(operator) = self.operator() {
            self.next += 1;
            let right = self.operand()?;
            if self.operator().is_some() {
                return Err(self.error(self.at(), "comparisons do not chain; join two with `and`"));
            }
            return Ok(Condition::Compare { left, operator, right, at: start.to(self.last()) });
        }
        let negated = self.take_word("not");
        if self.take_word("in") {
            let among = self.among()?;
            return Ok(Condition::In { value: left, negated, among, at: start.to(self.last()) });
        }
        if negated {
            return Err(self.error(self.at(), format!("expected `in` after `not`, found {}", self.shown())));
        }
        Ok(Condition::Holds { operand: left })
    }

    /// The comparison operator that comes next.
    fn operator(&self) -> Option<Operator> {
        let written = match self.token() {
            Token::Symbol(symbol) => symbol,
            Token::Word(word) => word.as_str(),
            _ => return None,
        };
        Operator::ALL.into_iter().find(|operator| operator.as_str() == written)
    }

    fn among(&mut self) -> Result<Among, RuleError> {
        let at = self.at();
        if self.take_symbol("[") {
            let mut values = vec![self.operand()?];
            while self.take_symbol(",") {
                values.push(self.operand()?);
            }
            self.expect("]", "values stand between `[` and `]`, with commas between them")?;
            return Ok(Among::Values { values });
        }
        match self.token() {
            Token::Word(word) if !KEYWORDS.contains(&word.as_str()) => {
                let name = word.clone();
                self.next += 1;
                Ok(Among::List { name, at })
            }
            _ => Err(self.error(at, format!("expected `[` or the name of a list, found {}", self.shown()))),
        }
    }

    fn open_lines(&mut self, usage: &str) -> Result<(), RuleError> {
        self.expect("(", usage)?;
        if !self.take_word("lines") {
            return Err(self.error(self.at(), format!("expected `lines`, found {}; {usage}", self.shown())));
        }
        self.expect(",", usage)
    }

    fn operand(&mut self) -> Result<Operand, RuleError> {
        let mut operand = self.primary()?;
        let mut chained = 0;
        while self.take_symbol("??") {
            chained += 1;
            if self.depth + chained > DEEPEST {
                return Err(self.error(self.last(), format!("nested deeper than {DEEPEST} levels")));
            }
            let literal = match self.primary()? {
                literal @ (Operand::Number { .. } | Operand::Text { .. } | Operand::Bool { .. }) => Box::new(literal),
                other => return Err(self.error(other.at(), format!("a number, a text, true or false stands after `??`, not `{other}`"))),
            };
            let at = operand.at().to(literal.at());
            operand = Operand::Default { operand: Box::new(operand), literal, at };
        }
        Ok(operand)
    }

    fn primary(&mut self) -> Result<Operand, RuleError> {
        let at = self.at();
        match self.token().clone() {
            Token::Number(value) => {
                self.next += 1;
                Ok(Operand::Number { value, at })
            }
            Token::Text(value) => {
                self.next += 1;
                Ok(Operand::Text { value, at })
            }
            Token::Word(word) => match word.as_str() {
                "true" | "false" => {
                    self.next += 1;
                    Ok(Operand::Bool { value: word == "true", at })
                }
                "count" => self.count(at),
                "sum" => self.sum(at),
                keyword if KEYWORDS.contains(&keyword) => Err(self.error(at, format!("expected a value, found `{keyword}`"))),
                _ => self.name(word, at),
            },
            _ => Err(self.error(at, format!("expected a value, found {}", self.shown()))),
        }
    }

    fn count(&mut self, start: At) -> Result<Operand, RuleError> {
        const USAGE: &str = "write `count(lines, condition)`";
        self.next += 1;
        self.open_lines(USAGE)?;
        let condition = Box::new(self.deeper(Self::condition)?);
        self.expect(")", USAGE)?;
        Ok(Operand::Count { condition, at: start.to(self.last()) })
    }

    fn sum(&mut self, start: At) -> Result<Operand, RuleError> {
        const USAGE: &str = "write `sum(lines, value)` or `sum(lines, value, condition)`";
        self.next += 1;
        self.open_lines(USAGE)?;
        let operand = Box::new(self.deeper(Self::operand)?);
        let condition = if self.take_symbol(",") { Some(Box::new(self.deeper(Self::condition)?)) } else { None };
        self.expect(")", USAGE)?;
        Ok(Operand::Sum { operand, condition, at: start.to(self.last()) })
    }

    /// A path or a variable; `custom["any-key"]` is a path.
    fn name(&mut self, word: String, start: At) -> Result<Operand, RuleError> {
        self.next += 1;
        if word == "custom" && self.take_symbol("[") {
            let Token::Text(key) = self.token().clone() else {
                return Err(
                    self.error(self.at(), format!("expected a key in double quotes, found {}; write `custom[\"any-key\"]`", self.shown()))
                );
            };
            self.next += 1;
            self.expect("]", "write `custom[\"any-key\"]`")?;
            return Ok(Operand::Path { path: path::custom(&key), at: start.to(self.last()) });
        }
        if word.contains('.') || path::is_path(&word) {
            return Ok(Operand::Path { path: word, at: start });
        }
        Ok(Operand::Variable { name: word, at: start })
    }

    /// What is wrong when a condition has ended but the text has not.
    fn leftover(&self) -> RuleError {
        let found = self.shown();
        let hint = match self.token() {
            Token::Symbol(")") => "; there is no bracket to close".to_owned(),
            Token::Word(word) => {
                let lower = word.to_ascii_lowercase();
                crate::closest(&lower, KEYWORDS)
                    .filter(|known| known != word)
                    .map(|known| format!(", did you mean `{known}`?"))
                    .unwrap_or_default()
            }
            _ => String::new(),
        };
        self.error(self.at(), format!("expected `and`, `or` or the end, found {found}{hint}"))
    }
}
