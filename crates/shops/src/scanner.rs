//! Steps through the bytes of a JSON text: no recursion, nothing built, nothing decoded.

/// Where a text stops being JSON, and what should have stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) what: &'static str,
}

/// How far a list or an object has been stepped through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Before,
    Inside,
    After,
}

pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A place in a text that is, or is not, JSON.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    pub(crate) at: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 } }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(crate) fn fault(&self, what: &'static str) -> Fault {
        Fault { at: self.at, what }
    }

    pub(crate) fn space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
        }
        there
    }

    /// Steps into a list or object, or to its next part; `false` at its end.
    pub(crate) fn enter(&mut self, state: &mut State, open: u8, close: u8) -> bool {
        if *state == State::Before {
            self.space();
            *state = if self.take(open) { State::Inside } else { State::After };
            self.space();
            if self.take(close) {
                *state = State::After;
            }
        }
        *state == State::Inside
    }

    /// Steps over the comma or the closing bracket behind a value; `false` if neither is there.
    pub(crate) fn leave(&mut self, state: &mut State, close: u8) -> bool {
        self.space();
        if self.take(b',') {
            return true;
        }
        *state = State::After;
        self.take(close)
    }

    /// Steps over one value and gives its text. Its strings may hold anything, its nesting may be of any depth.
    pub(crate) fn value(&mut self) -> Result<&'a [u8], Fault> {
        self.space();
        let start = self.at;
        // Whether each open bracket is an object's.
        let mut open: Vec<bool> = Vec::new();
        'values: loop {
            self.space();
            match self.peek() {
                Some(b'"') => {
                    self.string()?;
                }
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(bracket @ (b'{' | b'[')) => {
                    self.at += 1;
                    self.space();
                    let object = bracket == b'{';
                    if !self.take(if object { b'}' } else { b']' }) {
                        open.push(object);
                        if object {
                            self.key()?;
                        }
                        continue 'values;
                    }
                }
                Some(b't') => self.word(b"true")?,
                Some(b'f') => self.word(b"false")?,
                Some(b'n') => self.word(b"null")?,
                _ => return Err(self.fault("a value")),
            }
            // A value has ended; close what ends with it.
            while let Some(&object) = open.last() {
                self.space();
                if self.take(b',') {
                    if object {
                        self.key()?;
                    }
                    continue 'values;
                }
                if !self.take(if object { b'}' } else { b']' }) {
                    return Err(self.fault(if object { "a comma or a closing brace" } else { "a comma or a closing bracket" }));
                }
                open.pop();
            }
            return Ok(self.bytes.get(start..self.at).unwrap_or_default());
        }
    }

    /// Steps over a member's name and its colon, and gives what is between the quotes.
    pub(crate) fn key(&mut self) -> Result<&'a [u8], Fault> {
        self.space();
        if self.peek() != Some(b'"') {
            return Err(self.fault("a name in quotes"));
        }
        let raw = self.string()?;
        self.space();
        if self.take(b':') { Ok(raw) } else { Err(self.fault("a colon")) }
    }

    /// Steps over a string and gives what is between its quotes.
    pub(crate) fn string(&mut self) -> Result<&'a [u8], Fault> {
        let start = self.at + 1;
        let mut at = start;
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            match rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
                None => {
                    self.at = self.bytes.len();
                    return Err(self.fault("a closing quote"));
                }
                Some(found) if rest.get(found) == Some(&b'"') => {
                    self.at = at + found + 1;
                    return Ok(self.bytes.get(start..at + found).unwrap_or_default());
                }
                Some(found) => at += found + 2,
            }
        }
    }

    fn digits(&mut self) -> Result<(), Fault> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.fault("a digit"));
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn word(&mut self, word: &'static [u8]) -> Result<(), Fault> {
        if !self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(self.fault("a value"));
        }
        self.at += word.len();
        Ok(())
    }
}
