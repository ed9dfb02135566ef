//! Ceremonies with passkeys: a challenge that this deployment sealed, and what an authenticator makes of
//! it. Nothing is stored until a ceremony succeeds; then its challenge is used up.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ordergate_casework::hex_digest;
use ordergate_passkeys::{Claim, Expected, Passkey, PublicKey, Refusal};
use ordergate_screening::Timestamp;
use ordergate_secrets::Purpose;
use ordergate_store::{Statement, passkey};
use worker::Request;

use crate::app::{App, random_bytes};
use crate::failure::Failure;
use crate::webcrypto::{Algorithm, is_key, signed_by};

/// A challenge works for five minutes.
const CHALLENGE_MILLIS: i64 = 5 * 60_000;

/// What is asked for: a new passkey for a user, or a sign-in by whoever it is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ceremony<'a> {
    Registration(&'a str),
    SignIn,
}

impl Ceremony<'_> {
    fn context(self) -> String {
        match self {
            Self::Registration(user) => format!("registration {user}"),
            Self::SignIn => "sign-in".to_owned(),
        }
    }
}

/// This site, as authenticators know it.
pub(crate) struct Site {
    pub(crate) origin: String,
    pub(crate) rp_id: String,
}

impl Site {
    pub(crate) fn of(request: &Request) -> Result<Self, Failure> {
        let url = request.url()?;
        Ok(Self { origin: url.origin().ascii_serialization(), rp_id: url.host_str().unwrap_or_default().to_owned() })
    }

    /// What the answer to a challenge is checked against.
    pub(crate) fn expects<'a>(&'a self, challenge: &'a Challenge) -> Expected<'a> {
        Expected { challenge: &challenge.bytes, origin: &self.origin, rp_id: &self.rp_id }
    }
}

/// A challenge that this deployment made and that is not over.
pub(crate) struct Challenge {
    bytes: Vec<u8>,
    expires_at: Timestamp,
}

impl Challenge {
    /// A new one, as text: sealed, so that it need not be stored.
    pub(crate) fn make(app: &App, ceremony: Ceremony<'_>) -> Result<String, Failure> {
        let end = app.now().plus_millis(CHALLENGE_MILLIS).as_millis().to_be_bytes();
        Ok(app.master_key()?.seal_text(Purpose::Challenge, &ceremony.context(), &end, random_bytes()))
    }

    /// The one that comes back.
    pub(crate) fn open(app: &App, ceremony: Ceremony<'_>, text: &str) -> Result<Self, Failure> {
        let opened = app.master_key()?.open_text(Purpose::Challenge, &ceremony.context(), text).ok();
        let end = opened.and_then(|bytes| Some(i64::from_be_bytes(bytes.as_slice().try_into().ok()?)));
        let bytes = decoded(text);
        match (end.map(Timestamp::from_millis).filter(|end| *end > app.now()), bytes) {
            (Some(expires_at), Some(bytes)) => Ok(Self { bytes, expires_at }),
            _ => Err(refused(Refusal::Challenge)),
        }
    }

    /// The statements that use it up.
    pub(crate) fn use_up(&self, user: &str, now: Timestamp) -> [Statement; 2] {
        passkey::use_challenge(&hex_digest(&self.bytes), user, self.expires_at, now)
    }
}

/// A ceremony that is not believed.
pub(crate) fn refused(refusal: Refusal) -> Failure {
    Failure::refused(403, "passkey-refused", "The passkey is not accepted", refusal.to_string())
}

/// The key of a new passkey as it is stored; refused when it is no point on the curve.
pub(crate) async fn stored_key(passkey: &Passkey) -> Result<String, Failure> {
    let text = format!("{}.{}", URL_SAFE_NO_PAD.encode(passkey.key.x), URL_SAFE_NO_PAD.encode(passkey.key.y));
    if is_key(&jwk(&passkey.key), Algorithm::Es256).await { Ok(text) } else { Err(refused(Refusal::Key)) }
}

/// The counter after a sign-in whose signature is by the stored key.
pub(crate) async fn admitted(claim: Claim, stored: &str) -> Result<u32, Failure> {
    let key =
        stored.split_once('.').and_then(|(x, y)| Some(PublicKey { x: decoded(x)?.try_into().ok()?, y: decoded(y)?.try_into().ok()? }));
    let key = key.ok_or_else(|| Failure::internal("passkey row", &"its key cannot be read"))?;
    let signed = signed_by(&jwk(&key), Algorithm::Es256, &claim.signature, &claim.message).await;
    claim.admit(signed == Some(true)).map_err(refused)
}

fn jwk(key: &PublicKey) -> String {
    let (x, y) = (URL_SAFE_NO_PAD.encode(key.x), URL_SAFE_NO_PAD.encode(key.y));
    format!(r#"{{"kty":"EC","crv":"P-256","x":"{x}","y":"{y}"}}"#)
}

/// Bytes that came as base64url.
pub(crate) fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Bytes as base64url.
pub(crate) fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
