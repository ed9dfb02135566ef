//! `POST /v1/shops`, for the operator: a new shop with its keys, endpoints and contacts.

use ordergate_casework::hex_digest;
use ordergate_screening::{Draft, Invalid, Problem, Ruleset, STARTER_DRAFT};
use ordergate_shops::Platform;
use ordergate_store::endpoint::{self, Token};
use ordergate_store::{audit, contact, shop};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_bytes, random_hex};
use crate::body::{API_CAP, read};
use crate::d1;
use crate::failure::Failure;

use super::body;
use super::contacts::{ContactJson, MOST_CONTACTS};
use super::drafts::unknown_zone;
use super::keys::{FreshKey, KeyKind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewShop {
    name: String,
    default_country: Option<String>,
    time_zone: Option<String>,
    #[serde(default)]
    contacts: Vec<ContactJson>,
    #[serde(default)]
    endpoints: Vec<String>,
    /// Whether the deployment's demo pages sell for this shop: anybody can place an order there.
    #[serde(default)]
    demo: bool,
}

#[derive(Serialize)]
struct ShopJson {
    shop: String,
    sk: String,
    pk: String,
    endpoints: BTreeMap<&'static str, EndpointJson>,
}

#[derive(Serialize)]
struct EndpointJson {
    url: String,
    secret: String,
}

pub(crate) async fn create(app: &App, request: &mut Request) -> Result<Answer, Failure> {
    const TITLE: &str = "The shop is not valid";
    let new: NewShop = body(&read(request, API_CAP).await?, TITLE)?;
    let refuse = |pointer: &str, detail: &str| Failure::invalid(TITLE, Invalid::one(pointer, detail));
    if new.name.trim().is_empty() {
        return Err(refuse("/name", "must not be empty"));
    }
    let mut draft = Draft::from_json(STARTER_DRAFT.as_bytes()).map_err(|error| Failure::internal("starter draft", &error))?;
    draft.settings.default_country = new.default_country;
    draft.settings.time_zone = new.time_zone;
    if let Some(Problem { pointer, detail }) = draft.settings.time_zone.as_deref().and_then(unknown_zone) {
        return Err(refuse(&pointer, &detail));
    }
    Ruleset::compile(&draft).map_err(|mut invalid| {
        invalid.problems.iter_mut().for_each(|problem| problem.pointer = problem.pointer.replacen("/settings", "", 1));
        Failure::invalid(TITLE, invalid)
    })?;
    let draft = serde_json::to_string(&draft).map_err(|error| Failure::internal("starter draft", &error))?;

    let (now, id) = (app.now(), format!("shop_{}", random_hex::<8>()));
    let (secret, public) =
        (FreshKey::new(app, KeyKind::Secret, String::new(), Vec::new()), FreshKey::new(app, KeyKind::Public, String::new(), Vec::new()));
    let mut batch = vec![
        shop::add(&id, &new.name, now),
        shop::add_snapshot(&id, 1, &draft, "operator", now),
        secret.added(&id, now),
        public.added(&id, now),
        audit::add(&id, "shop", now, &app.id(), "operator", "shop.created", &new.name),
    ];
    for (index, person) in new.contacts.into_iter().enumerate() {
        let contact = person.contact(app.id()).map_err(|invalid| Failure::invalid(TITLE, invalid.inside(&format!("/contacts/{index}"))))?;
        batch.push(contact::add(&id, &contact, MOST_CONTACTS, now));
    }
    let mut endpoints = BTreeMap::new();
    for (index, platform) in new.endpoints.iter().enumerate() {
        let pointer = format!("/endpoints/{index}");
        let platform: Platform = platform.parse().map_err(|_| refuse(&pointer, "use \"woocommerce\" or \"shopify\""))?;
        let (token, secret) = (random_hex::<24>(), random_hex::<32>());
        let sealed = app.master_key()?.seal(&id, &secret, random_bytes());
        let kept = Token { digest: &hex_digest(token.as_bytes()), sealed: &app.master_key()?.seal(&id, &token, random_bytes()) };
        batch.push(endpoint::add(&id, &app.id(), kept, platform.as_str(), &sealed, now));
        if endpoints.insert(platform.as_str(), EndpointJson { url: format!("/v1/webhooks/{token}"), secret }).is_some() {
            return Err(refuse(&pointer, "one endpoint a platform"));
        }
    }
    if new.demo {
        batch.push(shop::be_the_demo(&id, &public.key));
    }
    d1::batch(&app.database()?, batch).await?;
    Answer::json(201, &ShopJson { shop: id, sk: secret.key, pk: public.key, endpoints })
}
