//! Phone numbers.

/// A phone number as far as it can be understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    e164: Option<String>,
    last9: Option<String>,
}

impl Phone {
    /// Reads a number as typed; `country` is the ISO 3166-1 alpha-2 code its national form is read
    /// with. `None` with fewer than six digits.
    pub fn parse(raw: &str, _country: Option<&str>) -> Option<Self> {
        let digits: String = raw.chars().filter_map(super::fold::digit).collect();
        (digits.len() >= 6)
            .then(|| Self { e164: None, last9: digits.len().checked_sub(9).and_then(|from| digits.get(from..)).map(str::to_owned) })
    }

    /// Whether both are one line: by E.164 when both have it, else by the last nine digits.
    pub fn same(&self, other: &Self) -> bool {
        match (&self.e164, &other.e164) {
            (Some(own), Some(others)) => own == others,
            _ => self.last9.is_some() && self.last9 == other.last9,
        }
    }

    /// `+48600100200`, when the number can be valid.
    pub fn e164(&self) -> Option<&str> {
        self.e164.as_deref()
    }

    /// The last nine digits, when there are nine.
    pub fn last9(&self) -> Option<&str> {
        self.last9.as_deref()
    }

    /// ISO 3166-1 alpha-2 code of the calling code, best effort.
    pub fn country(&self) -> Option<&str> {
        None
    }
}
