//! Typed fields of a platform's body. Whatever is wrong with a field that is read becomes a
//! [`Problem`] with the field's pointer; whatever is not read may be anything.

use ordergate_screening::{Currency, Money, Problem, Timestamp};

use crate::amount::Decimal;
use crate::at::{At, Step, push_step};
use crate::json::{self, Items, Kind, Members, Value};
use crate::locate::steps_to;

/// The members of an object that are asked for by name; the others are not looked at.
#[derive(Debug)]
pub(crate) struct Object<'a, 'p, const N: usize> {
    at: At<'p>,
    names: [&'static str; N],
    found: [Option<Value<'a>>; N],
}

/// One field, which may be missing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a, 'p> {
    at: At<'p>,
    value: Option<Value<'a>>,
}

/// The fields of the object that `body` is.
pub(crate) fn body<'a, const N: usize>(body: &'a [u8], names: [&'static str; N]) -> Result<Object<'a, 'static, N>, Problem> {
    let value = json::document(body).map_err(|fault| {
        if body.iter().all(u8::is_ascii_whitespace) {
            return Problem::new("", "the body is empty");
        }
        let mut pointer = String::new();
        for step in steps_to(body, fault.at) {
            push_step(&mut pointer, &step);
        }
        Problem::new(pointer, format!("the body is not valid JSON: {} was expected at byte {}", fault.what, fault.at))
    })?;
    if value.kind() != Kind::Object {
        return Err(Problem::new("", format!("the body must be an object, not {}", value.kind().named())));
    }
    members(value, At::TOP, names)
}

/// A name that is asked for must not come twice: which of the two counts is anybody's guess.
fn members<'a, 'p, const N: usize>(value: Value<'a>, at: At<'p>, names: [&'static str; N]) -> Result<Object<'a, 'p, N>, Problem> {
    let mut found = [None; N];
    for (key, value) in value.members() {
        let key = key.name();
        let Some((slot, name)) = found.iter_mut().zip(names).find(|(_, name)| key.as_ref() == name.as_bytes()) else { continue };
        if slot.replace(value).is_some() {
            return Err(Problem::new(At { parent: Some(&at), step: Step::Name(name) }.pointer(), "is there more than once"));
        }
    }
    Ok(Object { at, names, found })
}

impl<'a, const N: usize> Object<'a, '_, N> {
    /// The field of this name, which must be one of those that were asked for.
    pub(crate) fn get<'o>(&'o self, name: &'static str) -> Field<'a, 'o> {
        let value = self.names.iter().zip(self.found).find(|(asked, _)| **asked == name).and_then(|(_, value)| value);
        debug_assert!(self.names.contains(&name), "{name} was not asked for");
        Field { at: At { parent: Some(&self.at), step: Step::Name(name) }, value }
    }

    /// The text of this field.
    pub(crate) fn text(&self, name: &'static str) -> Result<Option<String>, Problem> {
        self.get(name).text()
    }
}

/// How much of something was bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Quantity {
    Pieces(u32),
    /// Sold by weight or length; as it was written.
    Measured(String),
}

impl<'a, 'p> Field<'a, 'p> {
    /// The value; `null` is as good as none.
    fn value(self) -> Option<Value<'a>> {
        self.value.filter(|value| value.kind() != Kind::Null)
    }

    pub(crate) fn problem(self, detail: impl Into<String>) -> Problem {
        Problem::new(self.at.pointer(), detail)
    }

    fn must_be(self, what: &str, kind: Kind) -> Problem {
        self.problem(format!("must be {what}, not {}", kind.named()))
    }

    pub(crate) fn missing(self) -> Problem {
        self.problem("is missing")
    }

    /// Text; `null`, empty and blank are missing.
    pub(crate) fn text(self) -> Result<Option<String>, Problem> {
        let Some(value) = self.value() else { return Ok(None) };
        if value.kind() != Kind::Text {
            return Err(self.must_be("text", value.kind()));
        }
        let text = value.text().map_err(|fault| self.problem(fault.detail()))?;
        Ok(Some(text).filter(|text| !text.trim().is_empty()))
    }

    /// Text, or a whole number as it is written (ids, order numbers, article numbers).
    pub(crate) fn text_or_number(self) -> Result<Option<String>, Problem> {
        match self.value() {
            Some(value) if value.kind() == Kind::Number => match whole_number(value) {
                Some(digits) => Ok(Some(digits.to_owned())),
                None => Err(self.problem("must be text or a whole number")),
            },
            _ => self.text(),
        }
    }

    /// An id: see [`identifier`]. 0 is how platforms write "none".
    pub(crate) fn identifier(self) -> Result<Option<String>, Problem> {
        match self.value() {
            None => Ok(None),
            Some(value) if matches!(value.kind(), Kind::Number | Kind::Text) => {
                let Some(id) = self.text_or_number()? else { return Ok(None) };
                let id = id.trim();
                if id == "0" {
                    return Ok(None);
                }
                if is_identifier(id) {
                    Ok(Some(id.to_owned()))
                } else {
                    Err(self.problem(format!("must be at most {LONGEST_IDENTIFIER} visible characters")))
                }
            }
            Some(value) => Err(self.must_be("text or a whole number", value.kind())),
        }
    }

    /// Text that is `true` or `false`, from a JSON flag.
    pub(crate) fn flag(self) -> Result<Option<String>, Problem> {
        match self.value() {
            None => Ok(None),
            Some(value) if value.kind() == Kind::Flag => Ok(Some(value.literal().to_owned())),
            Some(value) => Err(self.must_be("true or false", value.kind())),
        }
    }

    /// Text, or any number as it is written.
    pub(crate) fn text_or_any_number(self) -> Result<Option<String>, Problem> {
        match self.value() {
            Some(value) if value.kind() == Kind::Number => Ok(Some(value.literal().to_owned())),
            _ => self.text(),
        }
    }

    /// Whether it is text or a number.
    pub(crate) fn is_text_or_number(self) -> bool {
        self.value.is_some_and(|value| matches!(value.kind(), Kind::Text | Kind::Number))
    }

    /// The written form of a number, or of text that should be one; blank is missing.
    pub(crate) fn number_text(self) -> Result<Option<String>, Problem> {
        match self.value() {
            None => Ok(None),
            Some(value) => match value.kind() {
                Kind::Number => Ok(Some(value.literal().to_owned())),
                Kind::Text => Ok(self.text()?.map(|text| text.trim().to_owned())),
                kind => Err(self.must_be("a decimal number", kind)),
            },
        }
    }

    /// A number that is not negative.
    pub(crate) fn decimal(self) -> Result<Option<Decimal>, Problem> {
        let text = self.number_text()?;
        text.map(|text| Decimal::parse(&text).map_err(|error| self.problem(error.to_string()))).transpose()
    }

    /// A whole number from 0 to 4294967295.
    pub(crate) fn count(self) -> Result<Option<u32>, Problem> {
        match self.quantity()? {
            None => Ok(None),
            Some(Quantity::Pieces(pieces)) => Ok(Some(pieces)),
            Some(Quantity::Measured(_)) => Err(self.problem("must be a whole number")),
        }
    }

    /// A quantity; whole numbers go up to 4294967295.
    pub(crate) fn quantity(self) -> Result<Option<Quantity>, Problem> {
        let Some(decimal) = self.decimal()? else { return Ok(None) };
        match (decimal.whole(), decimal.is_whole()) {
            (Some(pieces), _) => Ok(Some(Quantity::Pieces(pieces))),
            (None, true) => Err(self.problem("must be at most 4294967295")),
            (None, false) => Ok(self.number_text()?.map(Quantity::Measured)),
        }
    }

    /// A currency, which must be there.
    pub(crate) fn currency(self) -> Result<Currency, Problem> {
        let code = self.text()?.ok_or_else(|| self.missing())?;
        let unknown = || self.problem(format!("unknown currency `{}`", code.chars().take(16).collect::<String>()));
        Currency::from_code(code.trim()).ok_or_else(unknown)
    }

    /// An amount without more decimals than the currency has, zeros aside.
    pub(crate) fn money(self, currency: Currency) -> Result<Option<Money>, Problem> {
        let Some(amount) = self.decimal()? else { return Ok(None) };
        amount.exactly(currency).map(Some).map_err(|error| self.problem(error.to_string()))
    }

    /// A time; one without an offset is in UTC.
    pub(crate) fn time(self) -> Result<Option<Timestamp>, Problem> {
        let Some(text) = self.text()? else { return Ok(None) };
        time(text.trim()).map(Some).ok_or_else(|| self.problem("must be a time such as \"2026-11-24T10:00:00Z\""))
    }

    /// The fields of an object; nothing at all, `null` and PHP's empty list are an empty object.
    pub(crate) fn object<const N: usize>(self, names: [&'static str; N]) -> Result<Object<'a, 'p, N>, Problem> {
        match self.value() {
            None => Ok(Object { at: self.at, names, found: [None; N] }),
            Some(value) if value.kind() == Kind::Object || (value.kind() == Kind::List && value.is_empty()) => {
                members(value, self.at, names)
            }
            Some(value) => Err(self.must_be("an object", value.kind())),
        }
    }

    /// The items of a list; nothing at all and `null` are an empty list.
    pub(crate) fn list<'f>(&'f self) -> Result<List<'a, 'f>, Problem> {
        let items = match self.value() {
            None => Numbered::Nothing,
            Some(value) if value.kind() == Kind::List => Numbered::List(value.items().enumerate()),
            // PHP writes a list with a gap in its numbers as an object.
            Some(value) if value.kind() == Kind::Object && value.members().all(|(key, _)| key.is_digits()) => {
                Numbered::Object(value.members())
            }
            Some(value) => return Err(self.must_be("a list", value.kind())),
        };
        Ok(List { at: &self.at, items })
    }
}

/// Iterates over a list's items as fields.
#[derive(Debug)]
pub(crate) struct List<'a, 'f> {
    at: &'f At<'f>,
    items: Numbered<'a>,
}

#[derive(Debug)]
enum Numbered<'a> {
    Nothing,
    List(std::iter::Enumerate<Items<'a>>),
    Object(Members<'a>),
}

impl<'a: 'f, 'f> Iterator for List<'a, 'f> {
    type Item = Field<'a, 'f>;

    fn next(&mut self) -> Option<Field<'a, 'f>> {
        let (step, value) = match &mut self.items {
            Numbered::Nothing => return None,
            Numbered::List(items) => items.next().map(|(index, value)| (Step::Index(index), value))?,
            Numbered::Object(members) => members.next().map(|(key, value)| (Step::Key(key), value))?,
        };
        Some(Field { at: At { parent: Some(self.at), step }, value: Some(value) })
    }
}

/// Long enough for UUIDs and global ids of every platform.
const LONGEST_IDENTIFIER: usize = 128;

pub(crate) fn is_identifier(text: &str) -> bool {
    (1..=LONGEST_IDENTIFIER).contains(&text.len()) && text.chars().all(|character| !character.is_control() && !character.is_whitespace())
}

/// The digits of a JSON number that is whole and not negative, of any size.
pub(crate) fn whole_number(value: Value<'_>) -> Option<&str> {
    Some(value.literal())
        .filter(|digits| (1..=LONGEST_IDENTIFIER).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A time; WooCommerce's `…_gmt` fields carry no offset and are in UTC.
pub(crate) fn time(text: &str) -> Option<Timestamp> {
    text.parse().or_else(|_| format!("{text}Z").parse()).ok()
}
