//! One person, as a shop names them: how their orders, deliveries and entries are found.

use std::collections::BTreeSet;

use ordergate_screening::{Identity, IdentityField, Invalid, Order, Problem};
use ordergate_store::privacy::{self, About, BodyCursor, ContentRow, IdRow, NamingRow};

use crate::app::App;
use crate::d1;
use crate::facts;
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::retention::EndRow;

/// Bodies of deliveries that one statement looks at.
const BODIES: u32 = 2_000;
/// Entries that one statement looks at.
const ENTRIES: u32 = 1_000;
/// A shorter text stands in deliveries of other people too.
const SHORTEST_TEXT: usize = 6;

/// What a person is named by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Named {
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) customer_id: Option<String>,
}

/// A person of a shop.
pub(crate) struct Person {
    identities: Vec<Identity>,
    country: Option<String>,
    /// Their addresses and phone numbers as they were typed, in lower case.
    texts: BTreeSet<String>,
}

impl Person {
    /// Whom a shop names.
    ///
    /// # Errors
    /// 400 when nobody is named, or by something that is none of the three.
    pub(crate) async fn of(app: &App, shop: &str, named: &Named, title: &'static str) -> Result<Self, Failure> {
        let country = ruleset(app, shop).await?.ruleset().settings().default_country.clone();
        let identities = identities(app, shop, named, None, country.as_deref()).map_err(|invalid| match invalid {
            Unreadable::Order(invalid) => Failure::invalid(title, invalid),
            Unreadable::Key(failure) => failure,
        })?;
        let given = [
            (&named.email, IdentityField::Email, "/email", "is no e-mail address"),
            (&named.phone, IdentityField::Phone, "/phone", "is no phone number"),
            (&named.customer_id, IdentityField::Customer, "/customer_id", "is no customer id"),
        ];
        let unread = |field: IdentityField| !identities.iter().any(|identity| identity.field == field);
        let problems: Vec<Problem> = given
            .iter()
            .filter(|(text, field, ..)| text.is_some() && unread(*field))
            .map(|(_, _, at, why)| Problem::new(*at, *why))
            .collect();
        if !problems.is_empty() {
            return Err(Failure::invalid(title, Invalid { problems }));
        }
        if identities.is_empty() {
            return Err(Failure::invalid(title, Invalid::one("", "name an e-mail address, a phone number or a customer id")));
        }
        let mut person = Self { identities, country, texts: BTreeSet::new() };
        person.also_known(named.email.as_deref());
        person.also_known(named.phone.as_deref());
        Ok(person)
    }

    fn also_known(&mut self, text: Option<&str>) {
        self.texts.extend(text.map(|text| text.trim().to_lowercase()).filter(|text| text.chars().count() >= SHORTEST_TEXT));
    }

    /// Their orders after one, by id, at most `limit`. Remembers what they typed in them.
    pub(crate) async fn orders(&mut self, app: &App, shop: &str, after: &str, limit: u32) -> Result<Vec<String>, Failure> {
        let database = app.database()?;
        let rows: Vec<IdRow> = d1::rows(&database, privacy::orders(shop, &self.identities, after, limit)).await?;
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        let contents: Vec<ContentRow> = d1::rows(&database, privacy::contents(shop, &ids)).await?;
        for order in contents.iter().filter_map(|row| Order::from_json(row.details.as_deref()?.as_bytes()).ok()) {
            for text in [&order.email, &order.phone, &order.billing.phone, &order.shipping.phone] {
                self.also_known(text.as_deref());
            }
        }
        Ok(ids.into_iter().map(str::to_owned).collect())
    }

    /// Whether this names the person, in whatever spelling.
    fn is(&self, app: &App, shop: &str, named: &Named, country: Option<&str>) -> bool {
        let found = identities(app, shop, named, country, self.country.as_deref());
        found.is_ok_and(|found| found.iter().any(|identity| self.identities.contains(identity)))
    }

    /// Entries that name them, in force or not.
    pub(crate) async fn entries(&self, app: &App, shop: &str) -> Result<Vec<NamingRow>, Failure> {
        let (database, mut found, mut after) = (app.database()?, Vec::new(), String::new());
        loop {
            let rows: Vec<NamingRow> = d1::rows(&database, privacy::naming_entries(shop, &after, ENTRIES)).await?;
            let full = rows.len() == usize::try_from(ENTRIES).unwrap_or(usize::MAX);
            after = rows.last().map(|row| row.id.clone()).unwrap_or_default();
            found.extend(rows.into_iter().filter(|row| {
                let named = Named { email: row.email.clone(), phone: row.phone.clone(), customer_id: row.customer_id.clone() };
                self.is(app, shop, &named, row.country.as_deref())
            }));
            if !full {
                return Ok(found);
            }
        }
    }

    /// Their addresses and phone numbers as they were typed, in lower case.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.texts.iter().cloned().collect()
    }

    /// Walks over the bodies of the shop's deliveries; `look` makes the statement for the next of them.
    pub(crate) async fn walk_bodies<T: serde::de::DeserializeOwned>(
        app: &App,
        shop: &str,
        about: About<'_>,
        look: impl Fn(&str, &BodyCursor, &BodyCursor, About<'_>) -> ordergate_store::Statement,
    ) -> Result<Vec<T>, Failure> {
        let (database, mut found, mut after) = (app.database()?, Vec::new(), BodyCursor::default());
        loop {
            let end: Option<EndRow> = d1::first(&database, privacy::bodies_end(shop, &after, BODIES)).await?;
            let last = end.is_none();
            let end = end.map_or_else(privacy::last_body, BodyCursor::from);
            found.extend(d1::rows::<T>(&database, look(shop, &after, &end, about)).await?);
            if last {
                return Ok(found);
            }
            after = end;
        }
    }
}

enum Unreadable {
    Order(Invalid),
    Key(Failure),
}

/// What a name comes to. The core names what an order carries, so it is put into one.
fn identities(
    app: &App,
    shop: &str,
    named: &Named,
    country: Option<&str>,
    default_country: Option<&str>,
) -> Result<Vec<Identity>, Unreadable> {
    let asked = serde_json::json!({"id": "person", "placed_at": app.now().to_string(), "currency": "EUR", "total": "0",
        "email": named.email, "phone": named.phone, "customer": {"id": named.customer_id}, "billing": {"country": country}});
    let order = Order::from_json(asked.to_string().as_bytes()).map_err(Unreadable::Order)?;
    facts::identities_of(app, shop, &order, default_country).map_err(Unreadable::Key)
}
