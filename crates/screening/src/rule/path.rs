//! Every path a rule can read: one table of names, types and meanings. The docs come from it.

use std::fmt;
use std::sync::LazyLock;

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

struct Row {
    name: &'static str,
    path: Path,
    kind: Kind,
    /// Whether an order can be without it.
    optional: bool,
    about: &'static str,
}

const fn row(name: &'static str, path: Path, kind: Kind, optional: bool, about: &'static str) -> Row {
    Row { name, path, kind, optional, about }
}

const ALWAYS: bool = false;
const OPTIONAL: bool = true;

/// Paths of the order and its facts.
const ORDER: [Row; 26] = [
    row("order.total", Path::Total, Kind::Number, ALWAYS, "what the order costs in all, in its currency"),
    row("order.currency", Path::Currency, Kind::Text, ALWAYS, "ISO 4217 code"),
    row("order.channel", Path::Channel, Kind::Text, OPTIONAL, "where it was placed: `web`, `pos`, `staff`"),
    row("order.hour", Path::Hour, Kind::Number, OPTIONAL, "hour it was placed, 0 to 23, in the shop's time zone"),
    row("order.weekday", Path::Weekday, Kind::Number, OPTIONAL, "day it was placed, 1 (Monday) to 7 (Sunday), in the shop's time zone"),
    row(
        "email",
        Path::Email,
        Kind::Email,
        OPTIONAL,
        "compares in canonical form; `contains`, `starts_with` and `ends_with` look in the address as typed and in its canonical form",
    ),
    row("email.canonical", Path::EmailCanonical, Kind::Email, OPTIONAL, "the address without what its provider ignores"),
    row("email.domain", Path::EmailDomain, Kind::Domain, OPTIONAL, "what stands behind the @, canonical"),
    row("email.is_free", Path::EmailIsFree, Kind::Bool, OPTIONAL, "the domain gives free addresses to anyone"),
    row("email.is_disposable", Path::EmailIsDisposable, Kind::Bool, OPTIONAL, "the domain gives throw-away addresses"),
    row("phone", Path::Phone, Kind::Phone, OPTIONAL, "the order's phone number"),
    row("phone.country", Path::PhoneCountry, Kind::Country, OPTIONAL, "country of the order's phone number"),
    row("ip", Path::Ip, Kind::Ip, OPTIONAL, "compares with addresses and CIDR ranges; a plain IPv6 address stands for its /64"),
    row("ip.country", Path::IpCountry, Kind::Country, OPTIONAL, "country the checkout token was asked from"),
    row("customer.group", Path::CustomerGroup, Kind::Text, OPTIONAL, "the shop's group of the customer"),
    row("customer.id", Path::CustomerId, Kind::Text, OPTIONAL, "the shop's id of the customer"),
    row("customer.orders_count", Path::CustomerOrdersCount, Kind::Number, OPTIONAL, "orders the customer has placed"),
    row(
        "customer.age_days",
        Path::CustomerAgeDays,
        Kind::Number,
        OPTIONAL,
        "whole days between the making of the account and the order, never below 0",
    ),
    row(
        "same_address",
        Path::SameAddress,
        Kind::Bool,
        OPTIONAL,
        "billing and shipping address are the same in canonical form; missing when either is",
    ),
    row("payment.method", Path::PaymentMethod, Kind::Text, OPTIONAL, "such as `cod`"),
    row("payment.provider", Path::PaymentProvider, Kind::Text, OPTIONAL, "who handles the payment"),
    row("payment.fingerprint", Path::PaymentFingerprint, Kind::Text, OPTIONAL, "the provider's id of the card or account"),
    row("payment.bin", Path::PaymentBin, Kind::Text, OPTIONAL, "first digits of the card, as text"),
    row("payment.last4", Path::PaymentLast4, Kind::Text, OPTIONAL, "last digits of the card, as text"),
    row("payment.country", Path::PaymentCountry, Kind::Country, OPTIONAL, "country of the card or account"),
    row(
        "token.state",
        Path::TokenState,
        Kind::Text,
        OPTIONAL,
        "what the checkout token proved: `ok`, `missing`, `expired`, `reused`, `other_cart`, `other_email`, `forged`, `degraded`",
    ),
];

/// Paths of one line, inside `any`, `all`, `count` and `sum` only.
const LINE: [Row; 6] = [
    row("line.sku", Path::LineSku, Kind::Text, OPTIONAL, "the shop's article number"),
    row("line.product", Path::LineProduct, Kind::Text, OPTIONAL, "name of the product"),
    row("line.category", Path::LineCategory, Kind::Text, OPTIONAL, "category of the product"),
    row("line.quantity", Path::LineQuantity, Kind::Number, ALWAYS, "pieces; 1 when the shop does not say"),
    row("line.price", Path::LinePrice, Kind::Number, OPTIONAL, "price of one piece"),
    row("line.amount", Path::LineAmount, Kind::Number, OPTIONAL, "quantity x price"),
];

/// What stands behind `billing.`, `shipping.` and `line.shipping.`.
const PLACE: [(&str, PlaceField, Kind, &str); 12] = [
    ("first_name", PlaceField::FirstName, Kind::Text, "given name"),
    ("last_name", PlaceField::LastName, Kind::Text, "family name"),
    ("company", PlaceField::Company, Kind::Text, "company"),
    ("tax_id", PlaceField::TaxId, Kind::Text, "tax id"),
    ("street", PlaceField::Street, Kind::Text, "street line as typed"),
    ("house_number", PlaceField::HouseNumber, Kind::Text, "house number, when it has a field of its own"),
    ("street2", PlaceField::Street2, Kind::Text, "second address line"),
    ("postcode", PlaceField::Postcode, Kind::Postcode, "without spaces and dashes"),
    ("city", PlaceField::City, Kind::Text, "city"),
    ("region", PlaceField::Region, Kind::Text, "state or province"),
    ("country", PlaceField::Country, Kind::Country, "ISO 3166 code"),
    ("phone", PlaceField::Phone, Kind::Phone, "phone number of the address"),
];

type OfPlace = fn(PlaceField) -> Path;
const PLACES: [(&str, OfPlace, bool); 3] =
    [("billing", Path::Billing, false), ("shipping", Path::Shipping, false), ("line.shipping", Path::LineShipping, true)];

const VELOCITY_KEYS: [&str; 7] = ["email", "phone", "ip", "device", "address", "customer", "payment"];
const WINDOWS: [&str; 4] = ["1h", "24h", "7d", "30d"];
const WINDOWED: [(&str, &str); 4] = [
    ("count", "orders with the same key in the last `<window>`"),
    ("sum", "their total"),
    ("distinct", "different buyers among them"),
    ("distinct_<other>", "different values of another key among them"),
];
const WITHOUT_WINDOW: [(&str, &str); 3] = [
    ("decayed", "orders with this key, older ones weighing less"),
    ("failed_payments", "failed payments with this key"),
    ("unclaimed_cod", "parcels to be paid on delivery that nobody with this key took"),
];

/// What people call fields elsewhere: where, the other word, ours.
const OTHER_WORDS: [(&str, &str, &str); 24] = [
    ("line", "total", "amount"),
    ("line", "value", "amount"),
    ("line", "name", "product"),
    ("line", "id", "sku"),
    ("", "zip", "postcode"),
    ("", "zip_code", "postcode"),
    ("", "zipcode", "postcode"),
    ("", "postal_code", "postcode"),
    ("", "surname", "last_name"),
    ("", "family_name", "last_name"),
    ("", "given_name", "first_name"),
    ("", "state", "region"),
    ("", "province", "region"),
    ("", "country_code", "country"),
    ("", "address", "street"),
    ("", "address1", "street"),
    ("", "address2", "street2"),
    ("", "vat_id", "tax_id"),
    ("", "telephone", "phone"),
    ("order", "amount", "total"),
    ("order", "price", "total"),
    ("order", "value", "total"),
    ("customer", "age", "age_days"),
    ("customer", "orders", "orders_count"),
];

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

/// Every path but `custom.<key>`, in the order of the docs.
fn all() -> Vec<Known> {
    let of = |of_line: bool| {
        move |row: &Row| Known {
            name: row.name.to_owned(),
            path: row.path.clone(),
            kind: row.kind,
            of_line,
            optional: row.optional,
            about: row.about.to_owned(),
        }
    };
    let mut all: Vec<Known> = ORDER.iter().map(of(false)).chain(LINE.iter().map(of(true))).collect();
    for (place, path, of_line) in PLACES {
        for (field, of_place, kind, about) in PLACE {
            all.push(Known {
                name: format!("{place}.{field}"),
                path: path(of_place),
                kind,
                of_line,
                optional: true,
                about: about.to_owned(),
            });
        }
    }
    for key in VELOCITY_KEYS {
        let mut push = |counter: String, about: String| {
            all.push(Known {
                name: format!("velocity.{key}.{counter}"),
                path: Path::Velocity(key, counter),
                kind: Kind::Number,
                of_line: false,
                optional: true,
                about,
            });
        };
        for window in WINDOWS {
            for (counter, about) in WINDOWED.into_iter().filter(|(counter, _)| !counter.ends_with("<other>")) {
                push(format!("{counter}_{window}"), about.to_owned());
            }
            for other in VELOCITY_KEYS.into_iter().filter(|other| *other != key) {
                push(format!("distinct_{other}_{window}"), format!("different values of {other} among them"));
            }
        }
        for (counter, about) in WITHOUT_WINDOW {
            push(counter.to_owned(), about.to_owned());
        }
    }
    all
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

/// A path as rule text writes it.
pub(crate) fn written(path: &Path) -> String {
    match path {
        Path::Custom(key) => custom(key),
        path => PATHS.all.iter().find(|known| known.path == *path).map(|known| known.name.clone()).unwrap_or_default(),
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

/// The table of the docs, in Markdown. Places and velocity stand there once, as patterns.
pub fn paths_markdown() -> String {
    let mut out = String::from("| path | type | may be missing | what it is |\n|---|---|---|---|\n");
    let mut push = |path: &str, kind: &dyn fmt::Display, optional: bool, about: &str| {
        let missing = if optional { "yes" } else { "no" };
        out.push_str(&format!("| `{path}` | {kind} | {missing} | {about} |\n"));
    };
    for row in ORDER.iter().chain(&LINE) {
        push(row.name, &row.kind, row.optional, row.about);
    }
    for (field, _, kind, about) in PLACE {
        push(&format!("<place>.{field}"), &kind, OPTIONAL, about);
    }
    let custom = "the shop's own field; against a number literal it is read as a decimal";
    push("custom.<key>", &Kind::Text, OPTIONAL, custom);
    push("custom[\"any-key\"]", &Kind::Text, OPTIONAL, custom);
    for (counter, about) in WINDOWED {
        push(&format!("velocity.<key>.{counter}_<window>"), &Kind::Number, OPTIONAL, about);
    }
    for (counter, about) in WITHOUT_WINDOW {
        push(&format!("velocity.<key>.{counter}"), &Kind::Number, OPTIONAL, about);
    }
    let names = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    out.push_str(&format!(
        "\n`<place>` is one of {}; `line.` only inside any, all, count and sum. `<key>` is one of {}. `<window>` is one of {}.\n",
        names(&PLACES.map(|(place, ..)| place)),
        names(&VELOCITY_KEYS),
        names(&WINDOWS),
    ));
    out
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let described = self.described();
        out.write_str(described.strip_prefix("a ").or_else(|| described.strip_prefix("an ")).unwrap_or(described))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_path_of_the_table_and_custom_keys() {
        let paths = &*PATHS;
        for name in paths.names() {
            assert_eq!(paths.find(name).unwrap().name, name);
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
