//! Signatures: base64 of HMAC-SHA256 over the raw body, the scheme of WooCommerce and Shopify.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::{Choice, ConstantTimeEq};

use crate::Platform;

/// Why a delivery is not believed. The caller answers 401 and stores nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no signature header.
    Missing,
    /// The header is not 32 bytes in base64.
    Malformed,
    /// The signature is not by any of the shop's secrets.
    Wrong,
    /// The shop has no secret that is not empty.
    NoSecret,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Missing => "the delivery carries no signature",
            Self::Malformed => "the signature is not base64 of 32 bytes",
            Self::Wrong => "the signature does not match the body; compare the webhook's secret with the one stored here",
            Self::NoSecret => "no webhook secret is stored for this endpoint",
        })
    }
}

impl std::error::Error for Refusal {}

/// The signature that `platform` would send with `body`; for tests and demonstration data.
pub fn sign(platform: Platform, body: &[u8], secret: &str) -> String {
    match platform {
        Platform::WooCommerce | Platform::Shopify => mac(body, secret).map(|mac| STANDARD.encode(mac)).unwrap_or_default(),
    }
}

/// Whether `header` signs `body` with one of `secrets`. Every secret is tried, whether or not an
/// earlier one matched, and compared in constant time.
pub(crate) fn verify(header: Option<&str>, body: &[u8], secrets: &[&str]) -> Result<(), Refusal> {
    let header = header.ok_or(Refusal::Missing)?;
    let given: [u8; 32] = STANDARD.decode(header).ok().and_then(|bytes| bytes.try_into().ok()).ok_or(Refusal::Malformed)?;
    // Anyone can sign with an empty secret, so it is as good as none.
    let mut usable = secrets.iter().filter(|secret| !secret.trim().is_empty()).peekable();
    if usable.peek().is_none() {
        return Err(Refusal::NoSecret);
    }
    let matches = usable.filter_map(|secret| mac(body, secret)).fold(Choice::from(0), |any, mac| any | mac.ct_eq(&given));
    if bool::from(matches) { Ok(()) } else { Err(Refusal::Wrong) }
}

fn mac(body: &[u8], secret: &str) -> Option<[u8; 32]> {
    // HMAC takes keys of any length; the `Result` is the trait's.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(body);
    Some(mac.finalize().into_bytes().into())
}
