//! The ceremonies of an authenticator and a browser that others wrote (1Password's `passkey`): what they make is accepted, and
//! what is changed in it afterwards, or asked for differently, is refused with what is wrong. `ceremonies.rs` has the
//! mutations that need an authenticator of our own.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "the tests make these ceremonies themselves")]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use ordergate_passkeys::{Claim, Expected, Known, Passkey, PublicKey, Refusal, Registration, SignIn, register, sign_in};
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use passkey::authenticator::extensions::HmacSecretConfig;
use passkey::authenticator::{Authenticator, UiHint, UserCheck, UserValidationMethod};
use passkey::client::{Client, DefaultClientData, DefaultClientDataWithCustomHash};
use passkey::crypto::rust_crypto::RustCryptoBackend;
use passkey::types::Passkey as Stored;
use passkey::types::ctap2::{Aaguid, Ctap2Error};
use public_suffix::PublicSuffixList;
use serde_json::{Value, json};
use url::Url;

/// Its base64 has a `-`, a `_` and bits to spare.
const CHALLENGE: &[u8] = b"\xfb\xef\xff from this site, a minute ago!";
const EXPECTED: Expected<'_> = Expected { challenge: CHALLENGE, origin: "https://ordergate.example", rp_id: "ordergate.example" };
const USER: &[u8] = b"user-1";

/// Somebody before the authenticator, who touches it, and lets it know who they are.
struct Owner {
    verified: bool,
}

#[async_trait::async_trait]
impl UserValidationMethod for Owner {
    type PasskeyItem = Stored;

    async fn check_user<'a>(&self, _: UiHint<'a, Stored>, presence: bool, _: bool) -> Result<UserCheck, Ctap2Error> {
        Ok(UserCheck { presence, verification: self.verified })
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(self.verified)
    }
}

/// The authenticator keeps everything in memory, so that nothing is ever waited for.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made,
        Poll::Pending => unreachable!("the authenticator waits for nothing"),
    }
}

/// A browser with an authenticator, and what the page asks them for.
struct Browser {
    client: Client<Option<Stored>, Owner, RustCryptoBackend, PublicSuffixList, ()>,
    page: &'static str,
    site: &'static str,
    challenge: &'static [u8],
    algorithm: i64,
    verification: &'static str,
    extensions: Value,
}

/// What a browser makes of `navigator.credentials.create`.
#[derive(Clone)]
struct Made {
    client_data: Vec<u8>,
    object: Vec<u8>,
}

/// What a browser makes of `navigator.credentials.get`.
#[derive(Clone)]
struct Signed {
    client_data: Vec<u8>,
    data: Vec<u8>,
    signature: Vec<u8>,
    user: Option<Vec<u8>>,
}

impl Browser {
    fn new() -> Self {
        Self::of(Owner { verified: true })
    }

    fn of(owner: Owner) -> Self {
        let authenticator = Authenticator::new(Aaguid::new_empty(), None, owner, RustCryptoBackend);
        Self {
            client: Client::new(authenticator.hmac_secret(HmacSecretConfig::new_with_uv_only())),
            page: EXPECTED.origin,
            site: EXPECTED.rp_id,
            challenge: CHALLENGE,
            algorithm: -7,
            verification: "required",
            extensions: json!({}),
        }
    }

    fn counting() -> Self {
        let mut browser = Self::new();
        browser.client.authenticator_mut().set_make_credentials_with_signature_counter(true);
        browser
    }

    /// As `www/admin/src/passkeys.ts` asks.
    fn create(&mut self) -> Made {
        let options = json!({"publicKey": {
            "rp": {"id": self.site, "name": "Ordergate"},
            "user": {"id": URL_SAFE_NO_PAD.encode(USER), "name": "Ola", "displayName": "Ola"},
            "challenge": URL_SAFE_NO_PAD.encode(self.challenge),
            "pubKeyCredParams": [{"type": "public-key", "alg": self.algorithm}],
            "authenticatorSelection": {"residentKey": "required", "userVerification": self.verification},
            "attestation": "none",
            "extensions": self.extensions,
        }});
        let page = Url::parse(self.page).unwrap();
        let made = at_once(self.client.register(&page, serde_json::from_value(options).unwrap(), DefaultClientData)).unwrap();
        Made { client_data: made.response.client_data_json.to_vec(), object: made.response.attestation_object.to_vec() }
    }

    fn get(&mut self) -> Signed {
        self.get_over(None)
    }

    /// Signs other client data than it hands over, where a digest is given.
    fn get_over(&mut self, digest: Option<Vec<u8>>) -> Signed {
        let options = json!({"publicKey": {
            "challenge": URL_SAFE_NO_PAD.encode(self.challenge),
            "rpId": self.site,
            "userVerification": self.verification,
        }});
        let (page, options) = (Url::parse(self.page).unwrap(), serde_json::from_value(options).unwrap());
        let made = match digest {
            None => at_once(self.client.authenticate(&page, options, DefaultClientData)),
            Some(digest) => at_once(self.client.authenticate(&page, options, DefaultClientDataWithCustomHash(digest))),
        };
        let made = made.unwrap().response;
        Signed {
            client_data: made.client_data_json.to_vec(),
            data: made.authenticator_data.to_vec(),
            signature: made.signature.to_vec(),
            user: made.user_handle.map(|user| user.to_vec()),
        }
    }
}

impl Made {
    fn check(&self) -> Result<Passkey, Refusal> {
        register(&EXPECTED, &Registration { client_data: &self.client_data, attestation_object: &self.object })
    }
}

impl Signed {
    fn check(&self, counter: u32) -> Result<Claim, Refusal> {
        let Self { client_data, data, signature, user } = self;
        let sent = SignIn { client_data, authenticator_data: data, signature, user: user.as_deref() };
        sign_in(&EXPECTED, &Known { user: USER, counter }, &sent)
    }
}

/// What Web Crypto answers.
fn admitted(key: &PublicKey, claim: Claim) -> Result<u32, Refusal> {
    let point = [[4].as_slice(), &key.x, &key.y].concat();
    let key = VerifyingKey::from_sec1_bytes(&point).unwrap();
    let signed = key.verify(&claim.message, &Signature::from_slice(&claim.signature).unwrap()).is_ok();
    claim.admit(signed)
}

/// The bytes with `old`, which must be there once, become `new`.
fn with(bytes: &[u8], old: impl AsRef<[u8]>, new: impl AsRef<[u8]>) -> Vec<u8> {
    let (old, new) = (old.as_ref(), new.as_ref());
    let places: Vec<usize> = bytes.windows(old.len()).enumerate().filter(|(_, part)| *part == old).map(|(at, _)| at).collect();
    assert_eq!(places.len(), 1, "{:?} in {}", String::from_utf8_lossy(old), String::from_utf8_lossy(bytes));
    [&bytes[..places[0]], new, &bytes[places[0] + old.len()..]].concat()
}

/// The authenticator data of an attestation object, with something done to it and its length told anew.
fn with_data(object: &[u8], change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let name = b"hauthData";
    let at = object.windows(name.len()).position(|part| part == name).unwrap() + name.len();
    assert_eq!(object[at], 0x58, "its length is one byte");
    let end = at + 2 + usize::from(object[at + 1]);
    let mut data = object[at + 2..end].to_vec();
    change(&mut data);
    [&object[..at], &[0x58, u8::try_from(data.len()).unwrap()], &data, &object[end..]].concat()
}

#[test]
fn its_passkey_is_registered_and_signs_in_again_and_again() {
    let mut browser = Browser::new();
    let passkey = browser.create().check().unwrap();
    assert_eq!(passkey.counter, 0);
    for _ in 0..20 {
        let signed = browser.get();
        assert_eq!(signed.user.as_deref(), Some(USER));
        assert_eq!(admitted(&passkey.key, signed.check(0).unwrap()), Ok(0));
    }
}

#[test]
fn one_that_counts_gets_on_and_its_answers_work_once() {
    let mut browser = Browser::counting();
    let passkey = browser.create().check().unwrap();
    let mut known = passkey.counter;
    for _ in 0..3 {
        let signed = browser.get();
        let next = admitted(&passkey.key, signed.check(known).unwrap()).unwrap();
        assert_eq!(next, known + 1);
        assert_eq!(signed.check(next), Err(Refusal::Counter), "sent again");
        known = next;
    }
}

#[test]
fn one_that_was_asked_for_secrets_as_well_is_registered() {
    let mut browser = Browser { extensions: json!({"prf": {}, "credProps": true}), ..Browser::new() };
    let passkey = browser.create().check().unwrap();
    assert_eq!(admitted(&passkey.key, browser.get().check(0).unwrap()), Ok(0));
}

#[test]
fn a_registration_that_was_asked_for_otherwise_is_refused() {
    let cases = [
        (
            "a page below this site asks for this site",
            Browser { page: "https://shop.ordergate.example", ..Browser::new() },
            Refusal::Origin,
        ),
        ("a page on another port asks", Browser { page: "https://ordergate.example:444", ..Browser::new() }, Refusal::Origin),
        ("an earlier challenge", Browser { challenge: b"from this site, an hour ago", ..Browser::new() }, Refusal::Challenge),
        ("Ed25519", Browser { algorithm: -8, ..Browser::new() }, Refusal::Algorithm),
        ("a lattice", Browser { algorithm: -48, ..Browser::new() }, Refusal::Key),
        (
            "nobody was asked who they are",
            Browser { verification: "discouraged", ..Browser::of(Owner { verified: false }) },
            Refusal::NotVerified,
        ),
    ];
    for (name, mut browser, refusal) in cases {
        assert_eq!(browser.create().check(), Err(refusal), "{name}");
    }
}

#[test]
fn a_registration_whose_client_data_is_changed_is_refused() {
    let made = Browser::new().create();
    let text = String::from_utf8(made.client_data.clone()).unwrap();
    let challenge = URL_SAFE_NO_PAD.encode(CHALLENGE);
    let replaced = |old: &str, new: &str| with(text.as_bytes(), old, new);
    let origin = |new: &str| replaced("https://ordergate.example", new);
    let asked = |new: &str| replaced(&format!("\"{challenge}\""), new);
    assert!(made.check().is_ok());
    let cases: Vec<(&str, Vec<u8>, Refusal)> = vec![
        ("nothing", Vec::new(), Refusal::ClientData),
        ("a byte order mark", [b"\xef\xbb\xbf", text.as_bytes()].concat(), Refusal::ClientData),
        ("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect(), Refusal::ClientData),
        ("bytes that are no text", origin("https://ordergate.example\\ud800"), Refusal::ClientData),
        ("twice", text.repeat(2).into_bytes(), Refusal::ClientData),
        ("base64 of it", STANDARD.encode(&text).into_bytes(), Refusal::ClientData),
        (
            "a list of the same values",
            format!(r#"["webauthn.create","{challenge}","{}",false,null]"#, EXPECTED.origin).into_bytes(),
            Refusal::ClientData,
        ),
        ("no challenge but null", asked("null"), Refusal::ClientData),
        ("the challenge as numbers", asked("[1,2,3]"), Refusal::ClientData),
        ("the ceremony in capitals", replaced("webauthn.create", "WebAuthn.Create"), Refusal::Ceremony),
        ("the ceremony of U2F", replaced("webauthn.create", "navigator.id.finishEnrollment"), Refusal::Ceremony),
        ("the ceremony and a space", replaced("webauthn.create", "webauthn.create "), Refusal::Ceremony),
        ("a challenge with padding", asked(&format!("\"{}\"", URL_SAFE.encode([CHALLENGE, b"."].concat()))), Refusal::Challenge),
        (
            "a challenge in the other base64",
            asked(&format!("\"{}\"", STANDARD.encode(CHALLENGE).trim_end_matches('='))),
            Refusal::Challenge,
        ),
        ("a challenge and a line end", asked(&format!("\"{challenge}\\n\"")), Refusal::Challenge),
        ("a challenge and a zero byte", asked(&format!("\"{}\"", URL_SAFE_NO_PAD.encode([CHALLENGE, &[0]].concat()))), Refusal::Challenge),
        ("the challenge twice over", asked(&format!("\"{}\"", URL_SAFE_NO_PAD.encode(&challenge))), Refusal::Challenge),
        ("an origin with a slash", origin("https://ordergate.example/"), Refusal::Origin),
        ("an origin in capitals", origin("https://ORDERGATE.example"), Refusal::Origin),
        ("an origin with its default port", origin("https://ordergate.example:443"), Refusal::Origin),
        ("an origin with a dot behind", origin("https://ordergate.example."), Refusal::Origin),
        ("an origin that is opaque", origin("null"), Refusal::Origin),
        ("an origin that is a user's name", origin("https://ordergate.example@evil.example"), Refusal::Origin),
        ("an origin in letters that look alike", origin("https://\\u043erdergate.example"), Refusal::Origin),
        ("an application", origin("android:apk-key-hash:pNiP5iKyQ8JwgGOaKA1zGPUPJIS-0H1xKCQcfIoGLck"), Refusal::Origin),
        ("an origin without its scheme", origin("ordergate.example"), Refusal::Origin),
        ("whether it is framed, as text", replaced("{", r#"{"crossOrigin":"false","#), Refusal::ClientData),
        ("framed by this site itself", replaced("{", &format!(r#"{{"topOrigin":"{}","#, EXPECTED.origin)), Refusal::CrossOrigin),
    ];
    for (name, client_data, refusal) in cases {
        assert_eq!(Made { client_data, ..made.clone() }.check(), Err(refusal), "{name}");
    }
}

#[test]
fn a_registration_whose_attestation_is_changed_is_refused() {
    let made = Browser::new().create();
    let object = &made.object;
    let passkey = made.check().unwrap();
    let empty = b"gattStmt\xa0";
    let id_length = |to: [u8; 2]| with_data(object, |data| data[53..55].copy_from_slice(&to));
    let cases: Vec<(&str, Vec<u8>, Refusal)> = vec![
        ("a map without its length", [&[0xbf], &object[1..], &[0xff]].concat(), Refusal::Attestation),
        ("a list", [&[0x83], &object[1..]].concat(), Refusal::Attestation),
        ("a tag around it", [&[0xd9, 0xd9, 0xf7], object.as_slice()].concat(), Refusal::Attestation),
        ("base64 of it", URL_SAFE_NO_PAD.encode(object).into_bytes(), Refusal::Attestation),
        ("twice", object.repeat(2), Refusal::Attestation),
        ("a member more", [&[0xa4], &object[1..], b"cver\x01"].concat(), Refusal::Attestation),
        ("a member less", with(&[&[0xa2], &object[1..]].concat(), empty, b""), Refusal::Attestation),
        ("the data as text", with(object, b"hauthData\x58", b"hauthData\x78"), Refusal::Attestation),
        ("the format as bytes", with(object, b"cfmt\x64", b"cfmt\x44"), Refusal::Attestation),
        ("no format", with(object, b"cfmt\x64none", b"cfmt\x60"), Refusal::AttestationFormat),
        ("the format in capitals", with(object, b"\x64none", b"\x64None"), Refusal::AttestationFormat),
        ("the format and a zero byte", with(object, b"\x64none", b"\x65none\0"), Refusal::AttestationFormat),
        ("U2F", with(object, b"\x64none", b"\x68fido-u2f"), Refusal::AttestationFormat),
        ("a list as statement", with(object, empty, b"gattStmt\x80"), Refusal::AttestationFormat),
        ("null as statement", with(object, empty, b"gattStmt\xf6"), Refusal::AttestationFormat),
        ("no data", with_data(object, Vec::clear), Refusal::AuthenticatorData),
        ("half of the data", with_data(object, |data| data.truncate(data.len() / 2)), Refusal::AuthenticatorData),
        ("a key of which the flags do not tell", with_data(object, |data| data[32] &= !0x40), Refusal::AuthenticatorData),
        ("an id that ends within the key", id_length([0, 17]), Refusal::AuthenticatorData),
        ("an id that ends one byte early", id_length([0, 15]), Refusal::AuthenticatorData),
        ("an id longer than all", id_length([0xff, 0xff]), Refusal::AuthenticatorData),
        (
            "the site's name instead of its digest",
            with_data(object, |data| data[..17].copy_from_slice(EXPECTED.rp_id.as_bytes())),
            Refusal::RpId,
        ),
        ("the site's digest backwards", with_data(object, |data| data[..32].reverse()), Refusal::RpId),
        ("no site at all", with_data(object, |data| data[..32].fill(0)), Refusal::RpId),
        (
            "a coordinate as text",
            with(object, [&[0x58, 32], passkey.key.x.as_slice()].concat(), [&[0x78, 32], passkey.key.x.as_slice()].concat()),
            Refusal::Key,
        ),
        ("the algorithm as text", with_data(object, |data| *data = with(data, [1, 2, 3, 0x26], b"\x01\x02\x03\x65ES256")), Refusal::Key),
    ];
    for (name, object, refusal) in cases {
        assert_eq!(Made { object, ..made.clone() }.check(), Err(refusal), "{name}");
    }
}

#[test]
fn a_sign_in_that_is_put_together_or_changed_is_refused() {
    let mut browser = Browser::counting();
    let made = browser.create();
    let passkey = made.check().unwrap();
    let (first, second) = (browser.get(), browser.get());
    let (r, s) = (first.check(0).unwrap().signature[..32].to_vec(), first.check(0).unwrap().signature[32..].to_vec());
    let of_registration = {
        let at = made.object.windows(9).position(|part| part == b"hauthData").unwrap();
        made.object[at + 11..].to_vec()
    };
    let sign = |signature: Vec<u8>| Signed { signature, ..first.clone() };
    let user = |user: &[u8]| Signed { user: Some(user.to_vec()), ..first.clone() };
    let cases = [
        ("the data of the registration", Signed { data: of_registration, ..first.clone() }, Refusal::UnexpectedCredential),
        ("the client data of the registration", Signed { client_data: made.client_data.clone(), ..first.clone() }, Refusal::Ceremony),
        ("the data cut before its counter", Signed { data: first.data[..33].to_vec(), ..first.clone() }, Refusal::AuthenticatorData),
        ("the counter twice", Signed { data: [&first.data[..], &first.data[33..]].concat(), ..first.clone() }, Refusal::AuthenticatorData),
        ("the signature as Web Crypto writes it", sign([r.clone(), s.clone()].concat()), Refusal::SignatureForm),
        ("the signature as base64", sign(URL_SAFE_NO_PAD.encode(&first.signature).into_bytes()), Refusal::SignatureForm),
        ("the signature with its length in two bytes", sign([&[0x30, 0x81], &first.signature[1..]].concat()), Refusal::SignatureForm),
        ("the signature twice", sign(first.signature.repeat(2)), Refusal::SignatureForm),
        ("a user without a name", user(b""), Refusal::User),
        ("a user and a zero byte", user(b"user-1\0"), Refusal::User),
        ("a user in capitals", user(b"USER-1"), Refusal::User),
    ];
    for (name, signed, refusal) in cases {
        assert_eq!(signed.check(0), Err(refusal), "{name}");
    }

    // In these all is right but the signature, which only the key can tell.
    let der = |number: &[u8]| {
        let digits: Vec<u8> = number.iter().copied().skip_while(|digit| *digit == 0).collect();
        let sign = if digits[0] >= 0x80 { vec![0] } else { Vec::new() };
        [vec![2, u8::try_from(sign.len() + digits.len()).unwrap()], sign, digits].concat()
    };
    let numbers = [der(&s), der(&r)].concat();
    let turned = sign([vec![0x30, u8::try_from(numbers.len()).unwrap()], numbers].concat());
    let mixed = Signed { data: second.data.clone(), ..first.clone() };
    let elsewhere = browser.get_over(Some(vec![7; 32]));
    let spaced = Signed { client_data: [first.client_data.as_slice(), b" "].concat(), ..first.clone() };
    let flagged = Signed {
        data: {
            let mut data = first.data.clone();
            data[32] ^= 0x10;
            data
        },
        ..first.clone()
    };
    for (name, signed) in [
        ("r and s the other way round", turned),
        ("the data of another sign-in", mixed),
        ("other client data than was signed", elsewhere),
        ("client data with a space more", spaced),
        ("a flag that was not signed", flagged),
    ] {
        assert_eq!(admitted(&passkey.key, signed.check(0).unwrap()), Err(Refusal::Signature), "{name}");
    }
    let mut other = Browser::counting();
    other.create();
    assert_eq!(admitted(&passkey.key, other.get().check(0).unwrap()), Err(Refusal::Signature), "the same person's other passkey");
    let mut below = Browser { page: "https://shop.ordergate.example", ..browser };
    assert_eq!(below.get().check(0), Err(Refusal::Origin), "a page below this site");
}
