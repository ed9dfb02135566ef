//! The table of paths: names, types and meanings. The docs come from it.

use std::fmt;

use super::path::{Kind, Known, Path, PlaceField};

pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) path: Path,
    pub(super) kind: Kind,
    /// Whether an order can be without it.
    pub(super) optional: bool,
    pub(super) about: &'static str,
}

const fn row(name: &'static str, path: Path, kind: Kind, optional: bool, about: &'static str) -> Row {
    Row { name, path, kind, optional, about }
}

const ALWAYS: bool = false;
const OPTIONAL: bool = true;

/// Paths of the order and its facts.
pub(super) const ORDER: [Row; 26] = [
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

pub(crate) const VELOCITY_KEYS: [&str; 7] = ["email", "phone", "ip", "device", "address", "customer", "payment"];
const WINDOWS: [&str; 4] = ["1h", "24h", "7d", "30d"];
const WINDOWED: [(&str, &str); 4] = [
    ("count", "earlier orders with the same key in the last `<window>`, at most 50"),
    ("sum", "their total; missing when some are in another currency"),
    ("distinct", "different buyers among them"),
    ("distinct_<other>", "different values of another key among them"),
];
const WITHOUT_WINDOW: [(&str, &str); 3] = [
    ("decayed", "orders with this key, older ones weighing less"),
    ("failed_payments", "earlier orders with this key, not to be paid on delivery, that were cancelled, refunded or failed in the shop"),
    ("unclaimed_cod", "earlier orders with this key, to be paid on delivery, that were cancelled or came back"),
];

/// What a mistyped counter is compared with.
pub(crate) const USUAL_COUNTERS: [&str; 15] = [
    "count_1h",
    "count_24h",
    "count_7d",
    "count_30d",
    "sum_1h",
    "sum_24h",
    "sum_7d",
    "sum_30d",
    "distinct_1h",
    "distinct_24h",
    "distinct_7d",
    "distinct_30d",
    "decayed",
    "failed_payments",
    "unclaimed_cod",
];

/// Whether a key has a counter of this name.
pub(crate) fn is_counter(name: &str) -> bool {
    let of_other = || {
        let (head, window) = name.strip_prefix("distinct_")?.rsplit_once('_')?;
        Some(VELOCITY_KEYS.contains(&head) && WINDOWS.contains(&window))
    };
    USUAL_COUNTERS.contains(&name) || of_other().unwrap_or(false)
}

/// What people call fields elsewhere: where, the other word, ours.
pub(super) const OTHER_WORDS: [(&str, &str, &str); 24] = [
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

/// Every path but `custom.<key>`, in the order of the docs.
pub(super) fn all() -> Vec<Known> {
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
