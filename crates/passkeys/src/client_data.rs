//! What the browser says of the page that asked.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::{Expected, Refusal};

/// Browsers add members over time, so that unknown ones are left alone.
#[derive(Deserialize)]
struct ClientData {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: bool,
    #[serde(default, rename = "topOrigin")]
    top_origin: Option<String>,
}

/// Checks that the browser was asked by this site, for this ceremony, with this challenge.
pub(crate) fn check(expected: &Expected<'_>, ceremony: &str, json: &[u8]) -> Result<(), Refusal> {
    // A list of the same values would be read as well, and no browser writes one.
    if json.trim_ascii_start().first() != Some(&b'{') {
        return Err(Refusal::ClientData);
    }
    let said: ClientData = serde_json::from_slice(json).map_err(|_| Refusal::ClientData)?;
    if said.r#type != ceremony {
        return Err(Refusal::Ceremony);
    }
    let challenge = URL_SAFE_NO_PAD.decode(&said.challenge).map_err(|_| Refusal::Challenge)?;
    if expected.challenge.is_empty() || challenge != expected.challenge {
        return Err(Refusal::Challenge);
    }
    if said.origin != expected.origin {
        return Err(Refusal::Origin);
    }
    if said.cross_origin || said.top_origin.is_some() {
        return Err(Refusal::CrossOrigin);
    }
    Ok(())
}
