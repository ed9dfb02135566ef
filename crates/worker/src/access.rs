//! Cloudflare Access in front of this deployment, where `ACCESS_TEAM` and `ACCESS_AUD` are set: whom its
//! token names.
//!
//! 1. The token is three parts; its header says RS256 and names a key.
//! 2. The key is one of the team's, which are asked for once an hour, and when a token names another one.
//! 3. The signature is by that key, by Web Crypto.
//! 4. Issuer, audience and times are right.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ordergate_screening::Timestamp;
use serde::Deserialize;
use worker::Request;

use crate::app::App;
use crate::egress;
use crate::failure::Failure;
use crate::passkeys::decoded;
use crate::webcrypto::{Algorithm, signed_by};

const HEADER: &str = "cf-access-jwt-assertion";
/// How far the clocks of Access and of this deployment may be apart.
const LEEWAY_SECONDS: i64 = 60;
const KEYS_MILLIS: i64 = 60 * 60_000;
/// A key that is not known is asked for at most once in ten seconds.
const AGAIN_MILLIS: i64 = 10_000;
/// RSA keys below 2,048 bits are none.
const SHORTEST_KEY: usize = 256;

/// Somebody whom Access has let through.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) issuer: String,
    pub(crate) subject: String,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: String,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    sub: String,
    exp: i64,
    #[serde(default)]
    nbf: Option<i64>,
    #[serde(default)]
    iat: Option<i64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Certs {
    keys: Vec<Key>,
}

#[derive(Deserialize)]
struct Key {
    kid: String,
    kty: String,
    n: String,
    e: String,
}

/// The team's keys as this isolate last read them.
#[derive(Default)]
struct Known {
    issuer: String,
    read_at: i64,
    keys: BTreeMap<String, String>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// Whether this deployment trusts a team of Cloudflare Access.
pub(crate) fn is_set_up(app: &App) -> bool {
    app.setting("ACCESS_TEAM").is_some() && app.setting("ACCESS_AUD").is_some()
}

/// Whom the request's token names; `None` without one, or where Access is not set up.
///
/// # Errors
/// 403 with the first thing that is wrong with a token.
pub(crate) async fn identity(app: &App, request: &Request) -> Result<Option<Identity>, Failure> {
    let (Some(team), Some(audience)) = (app.setting("ACCESS_TEAM"), app.setting("ACCESS_AUD")) else { return Ok(None) };
    let Some(token) = request.headers().get(HEADER)? else { return Ok(None) };
    let issuer = egress::admitted(app, &team).map_err(|why| Failure::internal("ACCESS_TEAM", &why))?;
    let mut parts = token.split('.');
    let (Some(header), Some(claims), Some(signature), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(refused("it is not three parts"));
    };
    // 1.
    let said: Header = json(header).ok_or_else(|| refused("its header cannot be read"))?;
    if said.alg != "RS256" {
        return Err(refused("it is signed with another algorithm than RS256"));
    }
    // 2.
    let key = key(app, &issuer, &said.kid).await.ok_or_else(|| refused("its key is none of the team's"))?;
    // 3.
    let message = format!("{header}.{claims}");
    let bytes = decoded(signature).unwrap_or_default();
    if signed_by(&key, Algorithm::Rs256, &bytes, message.as_bytes()).await != Some(true) {
        return Err(refused("its signature is not by that key"));
    }
    // 4.
    let claims: Claims = json(claims).ok_or_else(|| refused("its claims cannot be read"))?;
    check(&claims, &issuer, &audience, app.now()).map_err(refused)?;
    Ok(Some(Identity { issuer, subject: claims.sub }))
}

fn check(claims: &Claims, issuer: &str, audience: &str, now: Timestamp) -> Result<(), &'static str> {
    let seconds = now.as_millis().div_euclid(1000);
    let is_for_us = match &claims.aud {
        Audience::One(one) => one == audience,
        Audience::Many(many) => many.iter().any(|one| one == audience),
    };
    if claims.iss != issuer {
        return Err("it is of another team");
    }
    if !is_for_us {
        return Err("it is for another application");
    }
    if claims.exp <= seconds {
        return Err("its time is over");
    }
    if claims.nbf.into_iter().chain(claims.iat).any(|begin| begin > seconds + LEEWAY_SECONDS) {
        return Err("its time has not come");
    }
    if claims.sub.is_empty() {
        return Err("it names nobody");
    }
    Ok(())
}

/// The team's key of this name, as a JSON web key.
async fn key(app: &App, issuer: &str, kid: &str) -> Option<String> {
    let now = app.now().as_millis();
    let known = KNOWN.with_borrow(|known| (known.issuer == issuer).then(|| (known.keys.get(kid).cloned(), now - known.read_at)));
    match known {
        Some((Some(key), age)) if age < KEYS_MILLIS => return Some(key),
        Some((None, age)) if age < AGAIN_MILLIS => return None,
        _ => {}
    }
    let called = egress::call("GET", &format!("{issuer}/cdn-cgi/access/certs"), &[], "").await.filter(|called| called.status == 200);
    let Some(called) = called else {
        // Access does not answer: what was read before stays in force, as Access itself keeps a key for weeks.
        return known.and_then(|(key, _)| key);
    };
    let certs: Certs = serde_json::from_str(std::str::from_utf8(&called.body).ok()?).ok()?;
    let keys: BTreeMap<String, String> = certs.keys.into_iter().filter_map(|key| Some((key.kid.clone(), jwk(&key)?))).collect();
    let found = keys.get(kid).cloned();
    KNOWN.set(Known { issuer: issuer.to_owned(), read_at: now, keys });
    found
}

fn jwk(key: &Key) -> Option<String> {
    let (modulus, exponent) = (decoded(&key.n)?, decoded(&key.e)?);
    let fits = key.kty == "RSA" && modulus.len() >= SHORTEST_KEY && !exponent.is_empty();
    fits.then(|| format!(r#"{{"kty":"RSA","alg":"RS256","n":"{}","e":"{}"}}"#, key.n, key.e))
}

fn json<T: for<'a> Deserialize<'a>>(part: &str) -> Option<T> {
    serde_json::from_str(std::str::from_utf8(&decoded(part)?).ok()?).ok()
}

fn refused(why: &str) -> Failure {
    Failure::refused(403, "access-refused", "The token of Cloudflare Access is not accepted", why)
}
