//! Passkeys: what an authenticator sends, read and checked (WebAuthn level 3, ES256, attestation none).
//!
//! In scope: every check of a ceremony but one, as pure functions over bytes. Out of scope: that one,
//! whether the signature is by the key, which Web Crypto answers wherever this runs; making challenges,
//! and remembering that they were used.
//!
//! ```
//! use ordergate_passkeys::{Expected, Refusal, Registration, register};
//!
//! let expected = Expected { challenge: b"from this site, a minute ago", origin: "https://ordergate.example", rp_id: "ordergate.example" };
//! let sent = Registration { client_data: br#"{"type":"webauthn.get"}"#, attestation_object: b"" };
//! assert_eq!(register(&expected, &sent), Err(Refusal::ClientData));
//! ```

mod authenticator_data;
mod cbor;
mod client_data;
mod der;

use std::fmt;

use sha2::{Digest as _, Sha256};

use authenticator_data::AuthenticatorData;

/// Why a ceremony is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The client data is not the JSON that browsers make.
    ClientData,
    /// The client data is about another ceremony.
    Ceremony,
    /// The challenge is another one.
    Challenge,
    /// The page was of another origin.
    Origin,
    /// The page was inside another site's page.
    CrossOrigin,
    /// The attestation object is not CBOR of `fmt`, `attStmt` and `authData`.
    Attestation,
    /// The attestation has a format that nobody asked for.
    AttestationFormat,
    /// The authenticator data is cut off, or has something behind it.
    AuthenticatorData,
    /// It was made for another site.
    RpId,
    /// Nobody touched the authenticator.
    NotPresent,
    /// The authenticator did not verify its owner.
    NotVerified,
    /// A backup of what cannot be backed up.
    Backup,
    /// A registration carries no key.
    NoCredential,
    /// A sign-in carries a key.
    UnexpectedCredential,
    /// The authenticator's id of the passkey is empty, or longer than 1,023 bytes.
    CredentialId,
    /// The key is not a COSE key.
    Key,
    /// The key is for another algorithm than ES256.
    Algorithm,
    /// The key is on another curve than P-256.
    Curve,
    /// A coordinate of the key is not 32 bytes.
    Coordinate,
    /// The user that the authenticator names is another one.
    User,
    /// The signature is not the DER form of two numbers.
    SignatureForm,
    /// The signature is not by the key.
    Signature,
    /// The counter did not go up: the passkey was copied, or an old answer is sent again.
    Counter,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::ClientData => "the client data is not what a browser makes",
            Self::Ceremony => "the answer is to another question",
            Self::Challenge => "the challenge is another one, or it is over; try again",
            Self::Origin => "the page that asked is of another origin",
            Self::CrossOrigin => "the page that asked was inside another site's page",
            Self::Attestation => "the attestation cannot be read",
            Self::AttestationFormat => "the attestation is of another format than `none`",
            Self::AuthenticatorData => "the authenticator's data is cut off, or has something behind it",
            Self::RpId => "the passkey is another site's",
            Self::NotPresent => "nobody touched the authenticator",
            Self::NotVerified => "the authenticator did not verify its owner",
            Self::Backup => "the authenticator's data contradicts itself about backups",
            Self::NoCredential => "the answer carries no key",
            Self::UnexpectedCredential => "the answer carries a key where none belongs",
            Self::CredentialId => "the id of the passkey is empty or too long",
            Self::Key => "the key cannot be read",
            Self::Algorithm => "the key is for another algorithm than ES256",
            Self::Curve => "the key is on another curve than P-256",
            Self::Coordinate => "a coordinate of the key is not 32 bytes",
            Self::User => "the passkey is another user's",
            Self::SignatureForm => "the signature cannot be read",
            Self::Signature => "the signature is not by this passkey",
            Self::Counter => "the passkey's counter did not go up: it may have been copied",
        })
    }
}

impl std::error::Error for Refusal {}

/// What this site asked for.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The bytes that were to be signed.
    pub challenge: &'a [u8],
    /// The site as browsers say it: `https://ordergate.example`.
    pub origin: &'a str,
    /// Its host.
    pub rp_id: &'a str,
}

/// The answer of `navigator.credentials.create`.
#[derive(Debug, Clone, Copy)]
pub struct Registration<'a> {
    /// `response.clientDataJSON`.
    pub client_data: &'a [u8],
    /// `response.attestationObject`.
    pub attestation_object: &'a [u8],
}

/// The answer of `navigator.credentials.get`.
#[derive(Debug, Clone, Copy)]
pub struct SignIn<'a> {
    /// `response.clientDataJSON`.
    pub client_data: &'a [u8],
    /// `response.authenticatorData`.
    pub authenticator_data: &'a [u8],
    /// `response.signature`.
    pub signature: &'a [u8],
    /// `response.userHandle`, where the authenticator names the user.
    pub user: Option<&'a [u8]>,
}

/// A public key: a point on P-256. Whether it lies on the curve is found out where it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the coordinates of the point")]
pub struct PublicKey {
    pub x: [u8; 32],
    pub y: [u8; 32],
}

/// A passkey that was registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// The authenticator's id of it.
    pub credential: Vec<u8>,
    /// What its signatures are verified with.
    pub key: PublicKey,
    /// Its signatures so far; 0 when the authenticator does not count.
    pub counter: u32,
}

/// What is known of the passkey that somebody signs in with.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its user, as the authenticator was told.
    pub user: &'a [u8],
    /// Its counter after the last sign-in.
    pub counter: u32,
}

/// A sign-in in which all is right but the signature, about which nothing is known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What was signed.
    pub message: Vec<u8>,
    /// The signature, as Web Crypto takes it: r and s, 32 bytes each.
    pub signature: [u8; 64],
    counter: u32,
}

impl Claim {
    /// The counter after this sign-in, if the signature is by the key.
    ///
    /// # Errors
    /// [`Refusal::Signature`] if it is not.
    pub fn admit(self, signature_is_valid: bool) -> Result<u32, Refusal> {
        if signature_is_valid { Ok(self.counter) } else { Err(Refusal::Signature) }
    }
}

/// Checks a registration, in the order of the standard (section 7.1).
///
/// # Errors
/// The first [`Refusal`] there is.
pub fn register(expected: &Expected<'_>, sent: &Registration<'_>) -> Result<Passkey, Refusal> {
    client_data::check(expected, "webauthn.create", sent.client_data)?;
    let data = AuthenticatorData::read(cbor::attestation(sent.attestation_object)?)?;
    data.check(expected.rp_id)?;
    let (credential, key) = data.credential.ok_or(Refusal::NoCredential)?;
    if !(1..=1023).contains(&credential.len()) {
        return Err(Refusal::CredentialId);
    }
    Ok(Passkey { credential: credential.to_vec(), key: cbor::key(key)?, counter: data.counter })
}

/// Checks a sign-in, in the order of the standard (section 7.2), up to the signature.
///
/// # Errors
/// The first [`Refusal`] there is.
pub fn sign_in(expected: &Expected<'_>, known: &Known<'_>, sent: &SignIn<'_>) -> Result<Claim, Refusal> {
    if sent.user.is_some_and(|user| user != known.user) {
        return Err(Refusal::User);
    }
    client_data::check(expected, "webauthn.get", sent.client_data)?;
    let data = AuthenticatorData::read(sent.authenticator_data)?;
    data.check(expected.rp_id)?;
    if data.credential.is_some() {
        return Err(Refusal::UnexpectedCredential);
    }
    let signature = der::signature(sent.signature).ok_or(Refusal::SignatureForm)?;
    if (data.counter > 0 || known.counter > 0) && data.counter <= known.counter {
        return Err(Refusal::Counter);
    }
    let message = [sent.authenticator_data, Sha256::digest(sent.client_data).as_slice()].concat();
    Ok(Claim { message, signature, counter: data.counter })
}
