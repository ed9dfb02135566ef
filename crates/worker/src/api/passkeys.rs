//! `/v1/passkeys`: those of the person who asks; `/v1/sign-in`: signing in by one.

use ordergate_passkeys::{Known, Refusal, Registration, SignIn, register};
use ordergate_screening::{Invalid, Timestamp};
use ordergate_store::passkey::{self, KnownRow, NewPasskey, PasskeyRow};
use ordergate_store::user::{self, ShopOfUserRow};
use ordergate_store::{Statement, audit};
use serde::{Deserialize, Serialize};
use worker::Request;

use crate::admin::start_session;
use crate::answer::Answer;
use crate::app::App;
use crate::auth::{Caller, from_own_site};
use crate::body::read;
use crate::d1;
use crate::failure::Failure;
use crate::passkeys::{Ceremony, Challenge, Site, admitted, decoded, encoded, refused, stored_key};

use super::{Page, body, time};

const TITLE: &str = "The passkey is not valid";
/// Passkeys of one person.
const MOST_PASSKEYS: u32 = 20;
const LONGEST_NAME: usize = 60;
/// What an authenticator sends is a few hundred bytes.
const CAP: usize = 20_000;

#[derive(Serialize)]
struct PasskeyJson {
    id: String,
    name: String,
    created_at: Timestamp,
    used_at: Option<Timestamp>,
}

impl From<PasskeyRow> for PasskeyJson {
    fn from(row: PasskeyRow) -> Self {
        Self { id: row.id, name: row.name, created_at: time(row.created_at), used_at: row.used_at.map(time) }
    }
}

/// What `navigator.credentials` is asked with. Bytes are base64url.
#[derive(Serialize)]
struct ChallengeJson {
    challenge: String,
    rp_id: String,
    /// For a registration: whom it is for, and which passkeys they have.
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<UserJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    known: Vec<String>,
}

#[derive(Serialize)]
struct UserJson {
    id: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPasskeyJson {
    name: String,
    challenge: String,
    client_data: String,
    attestation_object: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignInJson {
    challenge: String,
    credential: String,
    client_data: String,
    authenticator_data: String,
    signature: String,
    user: Option<String>,
}

fn bytes(text: &str, pointer: &str) -> Result<Vec<u8>, Failure> {
    decoded(text).ok_or_else(|| Failure::invalid(TITLE, Invalid::one(pointer, "is not base64url without padding")))
}

/// `GET /v1/passkeys`.
pub(crate) async fn list(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let rows: Vec<PasskeyRow> = d1::rows(&app.database()?, passkey::of_user(&caller.person()?.id)).await?;
    Answer::json(200, &Page { data: rows.into_iter().map(PasskeyJson::from).collect(), next: None })
}

/// `POST /v1/passkeys/challenge`: a registration begins.
pub(crate) async fn challenge(app: &App, caller: &Caller, request: &Request) -> Result<Answer, Failure> {
    let person = caller.person()?;
    let known: Vec<PasskeyRow> = d1::rows(&app.database()?, passkey::of_user(&person.id)).await?;
    let json = ChallengeJson {
        challenge: Challenge::make(app, Ceremony::Registration(&person.id))?,
        rp_id: Site::of(request)?.rp_id,
        user: Some(UserJson { id: encoded(person.id.as_bytes()), name: person.name.clone() }),
        known: known.into_iter().map(|row| row.credential).collect(),
    };
    Answer::json(200, &json)
}

/// `POST /v1/passkeys`: what the authenticator made of the challenge.
pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let person = caller.person()?;
    let sent: NewPasskeyJson = body(&read(request, CAP).await?, TITLE)?;
    let name = sent.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        let detail = format!("must be 1 to {LONGEST_NAME} characters in one line");
        return Err(Failure::invalid(TITLE, Invalid::one("/name", detail)));
    }
    let challenge = Challenge::open(app, Ceremony::Registration(&person.id), &sent.challenge)?;
    let (client_data, attestation_object) =
        (bytes(&sent.client_data, "/client_data")?, bytes(&sent.attestation_object, "/attestation_object")?);
    let site = Site::of(request)?;
    let registration = Registration { client_data: &client_data, attestation_object: &attestation_object };
    let made = register(&site.expects(&challenge), &registration).map_err(refused)?;
    let (id, credential, key) = (app.id(), encoded(&made.credential), stored_key(&made).await?);
    let row = NewPasskey { id: &id, user: &person.id, credential: &credential, name, public_key: &key, counter: made.counter };
    let mut batch = challenge.use_up(&person.id, app.now()).to_vec();
    batch.extend([
        passkey::add(row, MOST_PASSKEYS, app.now()),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &format!("user:{}", person.id), app.now(), &app.id(), &person.name, "passkey.added", name),
    ]);
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Answer::json(201, &PasskeyJson { id, name: name.to_owned(), created_at: app.now(), used_at: None }),
        Err(Failure::Database(message)) if Statement::was_there_already(&message) => {
            Err(Failure::refused(409, "conflict", "The passkey is there already", "begin again to add another one"))
        }
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => {
            Err(Failure::refused(409, "too-many", "Too many passkeys", format!("a person has at most {MOST_PASSKEYS} passkeys")))
        }
        Err(failure) => Err(failure),
    }
}

/// `DELETE /v1/passkeys/{id}`.
pub(crate) async fn remove(app: &App, caller: &Caller, id: &str) -> Result<Answer, Failure> {
    let person = caller.person()?;
    let batch = vec![
        passkey::remove(&person.id, id),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, &format!("user:{}", person.id), app.now(), &app.id(), &person.name, "passkey.removed", id),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(Answer::empty(204)),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => Err(Failure::not_found("passkey")),
        Err(failure) => Err(failure),
    }
}

/// `POST /v1/sign-in/challenge`: a sign-in begins. Stores nothing.
pub(crate) fn sign_in_challenge(app: &App, request: &Request) -> Result<Answer, Failure> {
    from_own_site(request)?;
    let json = ChallengeJson {
        challenge: Challenge::make(app, Ceremony::SignIn)?,
        rp_id: Site::of(request)?.rp_id,
        user: None,
        known: Vec::new(),
    };
    Answer::json(200, &json)
}

/// `POST /v1/sign-in`: what the authenticator made of the challenge.
///
/// 1. The challenge is ours, and not over.
/// 2. The passkey is known, and everything but the signature is right.
/// 3. The signature is by its key.
/// 4. One batch: the challenge is used up, the counter goes on, a session begins.
pub(crate) async fn sign_in(app: &App, request: &mut Request) -> Result<Answer, Failure> {
    from_own_site(request)?;
    let sent: SignInJson = body(&read(request, CAP).await?, TITLE)?;
    // 1.
    let challenge = Challenge::open(app, Ceremony::SignIn, &sent.challenge)?;
    // 2.
    let database = app.database()?;
    let row: Option<KnownRow> = d1::first(&database, passkey::by_credential(&sent.credential)).await?;
    let unknown = "this passkey is not known here; sign in by a link and add it again";
    let row = row.ok_or_else(|| Failure::refused(403, "passkey-refused", "The passkey is not accepted", unknown))?;
    let (client_data, authenticator_data) =
        (bytes(&sent.client_data, "/client_data")?, bytes(&sent.authenticator_data, "/authenticator_data")?);
    let signature = bytes(&sent.signature, "/signature")?;
    let user = sent.user.as_deref().map(|user| bytes(user, "/user")).transpose()?;
    let answer =
        SignIn { client_data: &client_data, authenticator_data: &authenticator_data, signature: &signature, user: user.as_deref() };
    let known = Known { user: row.user_id.as_bytes(), counter: u32::try_from(row.counter).unwrap_or(u32::MAX) };
    let site = Site::of(request)?;
    let claim = ordergate_passkeys::sign_in(&site.expects(&challenge), &known, &answer).map_err(refused)?;
    // 3.
    let counter = admitted(claim, &row.public_key).await?;
    // 4.
    let shops: Vec<ShopOfUserRow> = d1::rows(&database, user::shops_of(&row.user_id)).await?;
    let shop = shops.first().ok_or_else(|| {
        Failure::refused(403, "no-shop", "No shop to sign in to", "you belong to no shop any more; ask an admin for a link")
    })?;
    let mut batch = challenge.use_up(&row.user_id, app.now()).to_vec();
    batch.extend([passkey::used(&sent.credential, row.counter, counter, app.now()), Statement::must_have_changed_one()]);
    match start_session(app, &shop.id, &row.user_id, batch).await {
        Ok(cookie) => Ok(Answer::empty(204).with("set-cookie", cookie)),
        Err(Failure::Database(message)) if Statement::was_there_already(&message) || Statement::lost_the_race(&message) => {
            Err(refused(Refusal::Challenge))
        }
        Err(failure) => Err(failure),
    }
}
