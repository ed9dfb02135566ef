//! `/v1/contacts`: people of the shop who get mail and need no login.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ordergate_casework::{Contact, Language, Marks, trial};
use ordergate_screening::key::Email;
use ordergate_screening::{Invalid, Problem, Timestamp};
use ordergate_shops::Inward;
use ordergate_store::contact::{self, ContactRow};
use ordergate_store::outbox::{self, MailRow};
use ordergate_store::shop::{self, ShopRow};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::answer::Answer;
use crate::app::{App, random_bytes};
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::d1;
use crate::desk::shop_facts;
use crate::egress;
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::router::decoded;

use super::holds::public_url;
use super::orders::MailJson;
use super::{Page, body, time};

const TITLE: &str = "The contact is not valid";
/// Contacts of one shop: each of them is mailed about every held order.
pub(super) const MOST_CONTACTS: u32 = 50;
const LONGEST_NAME: usize = 100;

/// What a contact is sent as.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactJson {
    pub(super) name: String,
    pub(super) email: String,
    /// `en`, `pt-BR`, `pl`, `tr` or `it`; English when it is not named.
    #[serde(default)]
    pub(super) language: Option<String>,
    #[serde(default)]
    events: EventsJson,
    /// An address of the shop's own that is posted to when mails fail.
    #[serde(default)]
    webhook: Option<WebhookJson>,
}

/// A contact's own address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WebhookJson {
    url: String,
}

#[derive(Serialize)]
struct WebhookAnswerJson {
    url: String,
    /// What signs each post; shown once, when it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

/// Which events a contact hears of.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
struct EventsJson {
    holds: bool,
    cases: bool,
    /// `at_once`, `digest` or `off`.
    marks: String,
}

impl Default for EventsJson {
    fn default() -> Self {
        Self { holds: true, cases: true, marks: Marks::AtOnce.as_str().to_owned() }
    }
}

impl ContactJson {
    /// The contact, with its id.
    pub(super) fn contact(self, id: String) -> Result<Contact, Invalid> {
        let mut problems = Vec::new();
        let (name, email) = (self.name.trim().to_owned(), self.email.trim().to_owned());
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            problems.push(Problem::new("/name", format!("must be 1 to {LONGEST_NAME} characters in one line")));
        }
        if Email::parse(&email).is_none()
            || email.chars().any(|c| c.is_control() || c.is_whitespace() || "<>,;\"".contains(c))
            || email.len() > 254
        {
            problems.push(Problem::new("/email", "is not an e-mail address"));
        }
        let language = self.language.map_or(Some(Language::default()), |language| language.parse().ok());
        if language.is_none() {
            problems.push(Problem::new("/language", "use en, pt-BR, pl, tr or it"));
        }
        let marks = self.events.marks.parse().ok();
        if marks.is_none() {
            problems.push(Problem::new("/events/marks", "use at_once, digest or off"));
        }
        match (language, marks) {
            (Some(language), Some(marks)) if problems.is_empty() => {
                Ok(Contact { id, name, email, language, holds: self.events.holds, cases: self.events.cases, marks })
            }
            _ => Err(Invalid { problems }),
        }
    }
}

#[derive(Serialize)]
struct ContactAnswerJson {
    id: String,
    name: String,
    email: String,
    language: String,
    events: EventsJson,
    /// Mail to this address comes back; since when, and why.
    bounced: Option<BounceJson>,
    webhook: Option<WebhookAnswerJson>,
    created_at: Timestamp,
}

#[derive(Serialize)]
struct BounceJson {
    at: Timestamp,
    reason: Option<String>,
}

impl From<ContactRow> for ContactAnswerJson {
    fn from(row: ContactRow) -> Self {
        let reason = row.bounce_reason;
        Self {
            id: row.id,
            name: row.name,
            email: row.email,
            language: row.language,
            events: EventsJson { holds: row.holds != 0, cases: row.cases != 0, marks: row.marks },
            bounced: row.bounced_at.map(|at| BounceJson { at: time(at), reason }),
            webhook: row.webhook_url.map(|url| WebhookAnswerJson { url, secret: None }),
            created_at: time(row.created_at),
        }
    }
}

/// `GET /v1/contacts`.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let rows: Vec<ContactRow> = d1::rows(&app.database()?, contact::all(&caller.shop)).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(ContactAnswerJson::from).collect(), next: None })
}

/// `GET /v1/contacts/{id}`.
pub(crate) async fn show(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    answer(200, one(app, caller, id).await?)
}

async fn one(app: &App, caller: &Caller, id: &str) -> Result<ContactRow, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("contact"))?;
    let row: Option<ContactRow> = d1::first(&app.database()?, contact::by_id(&caller.shop, &id)).await?;
    row.ok_or_else(|| Failure::not_found("contact"))
}

fn answer(status: u16, row: ContactRow) -> Result<Answer, Failure> {
    Answer::json(status, &ContactAnswerJson::from(row))
}

/// What a contact is to be, and its own address if it has one.
struct Sent {
    contact: Contact,
    webhook: Option<String>,
}

async fn sent(app: &App, request: &mut Request, id: String) -> Result<Sent, Failure> {
    let mut json: ContactJson = body(&read(request, API_CAP).await?, TITLE)?;
    let refuse = |why: Inward| Failure::invalid(TITLE, Invalid::one("/webhook/url", why.to_string()));
    let webhook = json.webhook.take().map(|webhook| egress::admitted(app, &webhook.url).map_err(refuse)).transpose()?;
    let contact = json.contact(id).map_err(|invalid| Failure::invalid(TITLE, invalid))?;
    Ok(Sent { contact, webhook })
}

/// The statement that sets a contact's own address, and its secret when a new one is made: another
/// address never gets the secret of the one before.
fn address(app: &App, caller: &Caller, sent: &Sent, known: Option<&ContactRow>) -> Result<(Option<Statement>, Option<String>), Failure> {
    let id = &sent.contact.id;
    match &sent.webhook {
        Some(url) if known.is_some_and(|row| row.webhook_url.as_ref() == Some(url)) => Ok((None, None)),
        Some(url) => {
            let secret = format!("whsec_{}", STANDARD.encode(random_bytes::<32>()));
            let sealed = app.master_key()?.seal(&caller.shop, &secret, random_bytes());
            Ok((Some(contact::set_webhook(&caller.shop, id, Some((url, &sealed)))), Some(secret)))
        }
        None => Ok((Some(contact::set_webhook(&caller.shop, id, None)), None)),
    }
}

fn answer_with(status: u16, row: ContactRow, secret: Option<String>) -> Result<Answer, Failure> {
    let mut json = ContactAnswerJson::from(row);
    if let Some(webhook) = &mut json.webhook {
        webhook.secret = secret;
    }
    Answer::json(status, &json)
}

fn note(app: &App, caller: &Caller, id: &str, action: &str) -> Statement {
    audit::add(&caller.shop, &format!("contact:{id}"), app.now(), &app.id(), caller.actor.as_str(), action, "")
}

/// `POST /v1/contacts`.
pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let new = sent(app, request, app.id()).await?;
    let (webhook, secret) = address(app, caller, &new, None)?;
    let mut batch = vec![contact::add(&caller.shop, &new.contact, MOST_CONTACTS, app.now()), Statement::must_have_changed_one()];
    batch.extend(webhook);
    batch.extend([note(app, caller, &new.contact.id, "contact.added"), contact::by_id(&caller.shop, &new.contact.id)]);
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => answer_with(201, d1::one(results.last())?.ok_or_else(|| Failure::not_found("contact"))?, secret),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => {
            Err(Failure::refused(409, "too-many", "Too many contacts", format!("a shop has at most {MOST_CONTACTS} contacts")))
        }
        Err(failure) => Err(failure),
    }
}

/// `PUT /v1/contacts/{id}`.
pub(crate) async fn replace(app: &App, caller: &Caller, request: &mut Request, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("contact"))?;
    let changed = sent(app, request, id.clone()).await?;
    let known: Option<ContactRow> = d1::first(&app.database()?, contact::by_id(&caller.shop, &id)).await?;
    let (webhook, secret) = address(app, caller, &changed, known.as_ref())?;
    let mut batch = vec![contact::replace(&caller.shop, &changed.contact), Statement::must_have_changed_one()];
    batch.extend(webhook);
    batch.extend([note(app, caller, &id, "contact.replaced"), contact::by_id(&caller.shop, &id)]);
    match d1::batch(&app.database()?, batch).await {
        Ok(results) => answer_with(200, d1::one(results.last())?.ok_or_else(|| Failure::not_found("contact"))?, secret),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("contact")),
        Err(failure) => Err(failure),
    }
}

/// `DELETE /v1/contacts/{id}`.
pub(crate) async fn remove(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let id = decoded(id).ok_or_else(|| Failure::not_found("contact"))?;
    let batch = vec![contact::remove(&caller.shop, &id), Statement::must_have_changed_one(), note(app, caller, &id, "contact.removed")];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(Answer::empty(204)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("contact")),
        Err(failure) => Err(failure),
    }
}

/// `POST /v1/contacts/{id}/test`: a test mail through the outbox. `GET /v1/mails/{id}` tells what
/// became of it.
pub(crate) async fn test(app: &App, caller: &Caller, request: &Request, id: &str) -> Result<Answer, Failure> {
    let contact = one(app, caller, id).await?.contact();
    let loaded = ruleset(app, &caller.shop).await?;
    let row: Option<ShopRow> = d1::first(&app.database()?, shop::by_id(&caller.shop)).await?;
    let row = row.ok_or_else(|| Failure::not_found("shop"))?;
    let settings = ordergate_casework::ShopSettings::stored(&row.settings);
    let shop = shop_facts(row.name, &settings, loaded.ruleset().settings(), &public_url(request)?);
    let mail = trial(app.id(), &contact, &shop);
    let batch = vec![
        outbox::add(&caller.shop, "", &mail, app.now()),
        note(app, caller, &contact.id, "contact.tested"),
        outbox::by_id(&caller.shop, "", &mail.id),
    ];
    let results = d1::batch(&app.database()?, batch).await?;
    let row: MailRow = d1::one(results.last())?.ok_or_else(|| Failure::not_found("mail"))?;
    Ok(Answer::json(202, &MailJson::from(row))?.then_draining(true))
}
