//! Every path a rule can read, and looking them up by name.

use std::fmt;
use std::sync::LazyLock;

use super::path_table::{ORDER, OTHER_WORDS, all};
use super::tree::quoted;
use crate::closest;

/// What a value is, which says what it can be compared with and how its literals are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Number,
    Bool,
    /// Folded text.
    Text,
    Email,
    /// The domain of an e-mail address.
    Domain,
    Phone,
    Ip,
    Country,
    Postcode,
}

impl Kind {
    /// Whether its values are written as text.
    pub(crate) fn is_textual(self) -> bool {
        !matches!(self, Self::Number | Self::Bool)
    }

    /// `a number`, `text` and so on.
    pub(crate) fn described(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Bool => "true or false",
            Self::Text => "text",
            Self::Email => "an e-mail address",
            Self::Domain => "an e-mail domain",
            Self::Phone => "a phone number",
            Self::Ip => "an IP address",
            Self::Country => "a country",
            Self::Postcode => "a postcode",
        }
    }
}

/// One value of an order, its line or its facts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Path {
    Total,
    Currency,
    Channel,
    Hour,
    Weekday,
    Email,
    EmailCanonical,
    EmailDomain,
    EmailIsFree,
    EmailIsDisposable,
    Phone,
    PhoneCountry,
    Ip,
    IpCountry,
    CustomerGroup,
    CustomerId,
    CustomerOrdersCount,
    CustomerAgeDays,
    Billing(PlaceField),
    Shipping(PlaceField),
    SameAddress,
    PaymentMethod,
    PaymentProvider,
    PaymentFingerprint,
    PaymentBin,
    PaymentLast4,
    PaymentCountry,
    TokenState,
    LineSku,
    LineProduct,
    LineCategory,
    LineQuantity,
    LinePrice,
    LineAmount,
    LineShipping(PlaceField),
    Custom(String),
    /// Whose counter, and which: `email`, `count_24h`.
    Velocity(&'static str, String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PlaceField {
    FirstName,
    LastName,
    Company,
    TaxId,
    Street,
    HouseNumber,
    Street2,
    Postcode,
    City,
    Region,
    Country,
    Phone,
}

/// A path with everything the table says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) path: Path,
    pub(crate) kind: Kind,
    pub(crate) of_line: bool,
    pub(crate) optional: bool,
    pub(crate) about: String,
}

/// The table, made when a rule is first compiled.
pub(crate) static PATHS: LazyLock<Paths> = LazyLock::new(Paths::new);

/// The table, looked up by name.
#[derive(Debug)]
pub(crate) struct Paths {
    all: Vec<Known>,
    /// Indexes into `all`, by name.
    by_name: Vec<usize>,
}

impl Paths {
    fn new() -> Self {
        let all = all();
        let mut by_name: Vec<usize> = (0..all.len()).collect();
        by_name.sort_by(|left, right| name_at(&all, *left).cmp(name_at(&all, *right)));
        Self { all, by_name }
    }

    /// What a path as written in a rule reads.
    pub(crate) fn find(&self, written: &str) -> Option<Known> {
        if let Some(key) = custom_key(written) {
            let about = "the shop's own field, as text; against a number literal it is read as a decimal".to_owned();
            return Some(Known { name: custom(&key), path: Path::Custom(key), kind: Kind::Text, of_line: false, optional: true, about });
        }
        let found = self.by_name.binary_search_by(|index| name_at(&self.all, *index).cmp(written)).ok()?;
        self.all.get(*self.by_name.get(found)?).cloned()
    }

    /// The path that an unknown one was meant to be: another word for its field, its field without
    /// or in another place, or a mistyping.
    pub(crate) fn meant(&self, written: &str) -> Option<&str> {
        let split = |path: &'_ str| {
            path.rsplit_once('.').map_or((String::new(), path.to_owned()), |(place, field)| (place.to_owned(), field.to_owned()))
        };
        let (place, field) = split(written);
        if matches!(place.as_str(), "refund" | "model") {
            return None;
        }
        let other = OTHER_WORDS.iter().find(|(place_of, other, _)| *other == field && place.starts_with(place_of));
        let field = other.map_or(field, |(_, _, word)| (*word).to_owned());
        let in_place = self.names().find(|path| split(path) == (place.clone(), field.clone()));
        let elsewhere =
            || self.names().filter(|path| split(path).1 == field).min_by_key(|path| (path.contains('.'), !path.starts_with("billing.")));
        in_place.or_else(elsewhere).or_else(|| closest(written, self.names()))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|known| known.name.as_str())
    }
}

fn name_at(all: &[Known], index: usize) -> &str {
    all.get(index).map_or("", |known| known.name.as_str())
}

/// Whether a word without a point is a path by itself.
pub(crate) fn is_path(word: &str) -> bool {
    ORDER.iter().any(|row| row.name == word)
}

/// Whether some path begins with this word; `refund` and `model` are kept for paths to come.
pub(crate) fn is_root(word: &str) -> bool {
    let root = |name: &str| name.split('.').next() == Some(word);
    ORDER.iter().any(|row| root(row.name)) || ["billing", "shipping", "line", "custom", "velocity", "refund", "model"].contains(&word)
}

/// How rule text writes the path of one of the shop's own fields.
pub(crate) fn custom(key: &str) -> String {
    let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if plain { format!("custom.{key}") } else { format!("custom[{}]", quoted(key)) }
}

/// The key of `custom.key` or `custom["any-key"]`.
fn custom_key(written: &str) -> Option<String> {
    let rest = written.strip_prefix("custom")?;
    match rest.strip_prefix('.') {
        Some(key) if !key.is_empty() && !key.contains('.') => Some(key.to_owned()),
        Some(_) => None,
        None => serde_json::from_str(rest.strip_prefix('[')?.strip_suffix(']')?).ok(),
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let described = self.described();
        out.write_str(described.strip_prefix("a ").or_else(|| described.strip_prefix("an ")).unwrap_or(described))
    }
}

#[cfg(test)]
mod tests {
    use super::super::path_table::{is_counter, paths_markdown};
    use super::*;

    #[test]
    fn finds_every_path_of_the_table_and_custom_keys() {
        let paths = &*PATHS;
        for name in paths.names() {
            assert_eq!(paths.find(name).unwrap().name, name);
            assert!(!name.starts_with("velocity.") || is_counter(name.rsplit('.').next().unwrap()), "{name}");
        }
        for unknown in ["count", "count_2h", "distinct_mail_24h", "distinct_", "sum_email_24h", ""] {
            assert!(!is_counter(unknown), "{unknown}");
        }
        assert_eq!(paths.find("velocity.ip.distinct_email_7d").unwrap().path, Path::Velocity("ip", "distinct_email_7d".to_owned()));
        for (written, key) in
            [("custom.campaign", "campaign"), ("custom[\"any-key\"]", "any-key"), ("custom[\"a.b\"]", "a.b"), ("custom.2fa", "2fa")]
        {
            assert_eq!(paths.find(written).unwrap().path, Path::Custom(key.to_owned()));
            assert_eq!(paths.find(written).unwrap().name, written);
        }
        for unknown in [
            "refund.amount",
            "model.score",
            "billing.contry",
            "order",
            "custom",
            "custom.",
            "custom.a.b",
            "line",
            "velocity.email.count_2h",
            "velocity.email",
        ] {
            assert_eq!(paths.find(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn knows_what_was_meant() {
        for (written, meant) in [
            ("billing.contry", Some("billing.country")),
            ("shipping.zip", Some("shipping.postcode")),
            ("order.amount", Some("order.total")),
            ("customer.email", Some("email")),
            ("order.country", Some("billing.country")),
            ("order.totl", Some("order.total")),
            ("line.total", Some("line.amount")),
            ("refund.amount", None),
            ("surname", Some("billing.last_name")),
            ("customer.age", Some("customer.age_days")),
            ("refund.reason_code", None),
        ] {
            assert_eq!(PATHS.meant(written), meant, "{written}");
        }
    }

    #[test]
    fn the_docs_name_types() {
        let docs = paths_markdown();
        assert!(docs.contains("| `order.total` | number | no | what the order costs in all, in its currency |"));
        assert!(docs.contains("| `<place>.postcode` | postcode | yes |"));
        assert!(docs.contains("| `velocity.<key>.distinct_<other>_<window>` | number | yes |"));
        assert!(docs.contains("| `same_address` | true or false | yes |"));
    }
}
