//! Whole ceremonies of an authenticator of our own, and each of them with one thing wrong.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::unwrap_used,
    reason = "the tests make these numbers and keys themselves"
)]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ordergate_passkeys::{Claim, Expected, Known, Passkey, PublicKey, Refusal, Registration, SignIn, register, sign_in};
use p256::ecdsa::signature::{Signer as _, Verifier as _};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

const EXPECTED: Expected<'_> =
    Expected { challenge: b"twenty-four bytes of it.", origin: "https://ordergate.example", rp_id: "ordergate.example" };
const USER: &[u8] = b"user-1";
const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const CREDENTIAL: u8 = 64;

fn head(major: u8, number: usize) -> Vec<u8> {
    match number {
        0..24 => vec![major << 5 | number as u8],
        24..256 => vec![major << 5 | 24, number as u8],
        _ => [vec![major << 5 | 25], (number as u16).to_be_bytes().to_vec()].concat(),
    }
}

fn bytes(value: &[u8]) -> Vec<u8> {
    [head(2, value.len()), value.to_vec()].concat()
}

fn text(value: &str) -> Vec<u8> {
    [head(3, value.len()), value.as_bytes().to_vec()].concat()
}

fn whole(value: i64) -> Vec<u8> {
    if value < 0 { head(1, (-1 - value) as usize) } else { head(0, value as usize) }
}

/// Everything of a ceremony that a test may want to be otherwise.
#[derive(Clone)]
struct Authenticator {
    signing: SigningKey,
    ceremony: &'static str,
    challenge: Vec<u8>,
    origin: &'static str,
    more_client_data: &'static str,
    rp_id: &'static str,
    flags: u8,
    counter: u32,
    credential: Vec<u8>,
    /// Labels and values of the COSE key, in CBOR.
    key: Vec<(i64, Vec<u8>)>,
    format: &'static str,
    statement: Vec<u8>,
    behind: Vec<u8>,
}

impl Authenticator {
    fn new() -> Self {
        let signing = SigningKey::from_slice(&[7; 32]).unwrap();
        let point = signing.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap().to_vec(), point.y().unwrap().to_vec());
        Self {
            signing,
            ceremony: "webauthn.create",
            challenge: EXPECTED.challenge.to_vec(),
            origin: EXPECTED.origin,
            more_client_data: "",
            rp_id: EXPECTED.rp_id,
            flags: PRESENT | VERIFIED | CREDENTIAL,
            counter: 0,
            credential: vec![9; 32],
            key: vec![(1, whole(2)), (3, whole(-7)), (-1, whole(1)), (-2, bytes(&x)), (-3, bytes(&y))],
            format: "none",
            statement: vec![0xa0],
            behind: Vec::new(),
        }
    }

    fn signing_in() -> Self {
        Self { ceremony: "webauthn.get", flags: PRESENT | VERIFIED, counter: 5, ..Self::new() }
    }

    fn client_data(&self) -> Vec<u8> {
        let challenge = URL_SAFE_NO_PAD.encode(&self.challenge);
        format!(r#"{{"type":"{}","challenge":"{challenge}","origin":"{}"{}}}"#, self.ceremony, self.origin, self.more_client_data)
            .into_bytes()
    }

    fn authenticator_data(&self) -> Vec<u8> {
        let mut data = Sha256::digest(self.rp_id).to_vec();
        data.push(self.flags);
        data.extend(self.counter.to_be_bytes());
        if self.flags & CREDENTIAL != 0 {
            data.extend([0; 16]);
            data.extend((self.credential.len() as u16).to_be_bytes());
            data.extend(&self.credential);
            data.extend(head(5, self.key.len()));
            data.extend(self.key.iter().flat_map(|(label, value)| [whole(*label), value.clone()].concat()));
        }
        data.extend(&self.behind);
        data
    }

    fn attestation_object(&self) -> Vec<u8> {
        [
            head(5, 3),
            text("fmt"),
            text(self.format),
            text("attStmt"),
            self.statement.clone(),
            text("authData"),
            bytes(&self.authenticator_data()),
        ]
        .concat()
    }

    fn register(&self) -> Result<Passkey, Refusal> {
        register(&EXPECTED, &Registration { client_data: &self.client_data(), attestation_object: &self.attestation_object() })
    }

    fn signature(&self) -> Vec<u8> {
        let message = [self.authenticator_data(), Sha256::digest(self.client_data()).to_vec()].concat();
        let signature: Signature = self.signing.sign(&message);
        signature.to_der().as_bytes().to_vec()
    }

    fn sign_in(&self, known_counter: u32) -> Result<Claim, Refusal> {
        self.sign_in_with(&self.signature(), known_counter, Some(USER))
    }

    fn sign_in_with(&self, signature: &[u8], known_counter: u32, user: Option<&[u8]>) -> Result<Claim, Refusal> {
        let (client_data, data) = (self.client_data(), self.authenticator_data());
        let sent = SignIn { client_data: &client_data, authenticator_data: &data, signature, user };
        sign_in(&EXPECTED, &Known { user: USER, counter: known_counter }, &sent)
    }
}

/// What Web Crypto answers.
fn is_by(key: &PublicKey, claim: &Claim) -> bool {
    let point = [[4].as_slice(), &key.x, &key.y].concat();
    let key = VerifyingKey::from_sec1_bytes(&point).unwrap();
    key.verify(&claim.message, &Signature::from_slice(&claim.signature).unwrap()).is_ok()
}

#[test]
fn a_passkey_is_registered_and_signs_in() {
    let passkey = Authenticator::new().register().unwrap();
    assert_eq!((passkey.credential.len(), passkey.counter), (32, 0));
    let claim = Authenticator::signing_in().sign_in(0).unwrap();
    assert!(is_by(&passkey.key, &claim));
    assert_eq!(claim.clone().admit(true), Ok(5));
    assert_eq!(claim.admit(false), Err(Refusal::Signature));
}

#[test]
fn what_browsers_add_is_left_alone() {
    let chatty = Authenticator {
        more_client_data: r#","crossOrigin":false,"other_keys_can_be_added_here":"do not compare"}"#,
        ..Authenticator::new()
    };
    let json = String::from_utf8(chatty.client_data()).unwrap();
    let object = chatty.attestation_object();
    let sent = Registration { client_data: json.trim_end_matches('}').as_bytes(), attestation_object: &object };
    assert_eq!(register(&EXPECTED, &sent), Err(Refusal::ClientData), "cut off");
    let mended = format!("{}}}", json.trim_end_matches('}'));
    assert!(register(&EXPECTED, &Registration { client_data: mended.as_bytes(), ..sent }).is_ok());
    // Extensions, where the flags say so, and a counter that is not kept.
    let extended =
        Authenticator { flags: 1 | 4 | 64 | 128, behind: [head(5, 1), text("credProtect"), whole(2)].concat(), ..Authenticator::new() };
    assert!(extended.register().is_ok());
    let uncounted = Authenticator { counter: 0, ..Authenticator::signing_in() };
    assert_eq!(uncounted.sign_in(0).unwrap().admit(true), Ok(0));
    assert!(uncounted.sign_in_with(&uncounted.signature(), 0, None).is_ok(), "the authenticator need not name the user");
    assert!(Authenticator { flags: 1 | 4 | 8 | 16 | 64, ..Authenticator::new() }.register().is_ok(), "a passkey that is backed up");
}

/// A key with the value at `label` replaced, or left out.
fn with_key(label: i64, value: Option<Vec<u8>>) -> Authenticator {
    let mut changed = Authenticator::new();
    changed.key = changed
        .key
        .into_iter()
        .filter_map(|(at, old)| if at == label { value.clone().map(|new| (at, new)) } else { Some((at, old)) })
        .collect();
    changed
}

#[test]
fn a_registration_with_one_thing_wrong_is_refused_with_that_thing() {
    let good = Authenticator::new;
    let cases: Vec<(&str, Authenticator, Refusal)> = vec![
        ("the answer of a sign-in", Authenticator { ceremony: "webauthn.get", ..good() }, Refusal::Ceremony),
        ("no ceremony", Authenticator { ceremony: "", ..good() }, Refusal::Ceremony),
        ("another challenge", Authenticator { challenge: b"twenty-four bytes of it!".to_vec(), ..good() }, Refusal::Challenge),
        ("a part of the challenge", Authenticator { challenge: b"twenty-four bytes of it".to_vec(), ..good() }, Refusal::Challenge),
        ("no challenge", Authenticator { challenge: Vec::new(), ..good() }, Refusal::Challenge),
        ("another site", Authenticator { origin: "https://evil.example", ..good() }, Refusal::Origin),
        ("another scheme", Authenticator { origin: "http://ordergate.example", ..good() }, Refusal::Origin),
        ("another port", Authenticator { origin: "https://ordergate.example:8443", ..good() }, Refusal::Origin),
        ("a site of the same beginning", Authenticator { origin: "https://ordergate.example.evil.example", ..good() }, Refusal::Origin),
        ("inside another page", Authenticator { more_client_data: r#","crossOrigin":true"#, ..good() }, Refusal::CrossOrigin),
        (
            "below another page",
            Authenticator { more_client_data: r#","topOrigin":"https://evil.example""#, ..good() },
            Refusal::CrossOrigin,
        ),
        ("client data that is no JSON", Authenticator { more_client_data: ",", ..good() }, Refusal::ClientData),
        ("an origin twice", Authenticator { more_client_data: r#","origin":"https://ordergate.example""#, ..good() }, Refusal::ClientData),
        ("an attestation that nobody asked for", Authenticator { format: "packed", ..good() }, Refusal::AttestationFormat),
        (
            "a statement beside none",
            Authenticator { statement: [head(5, 1), text("x5c"), whole(1)].concat(), ..good() },
            Refusal::AttestationFormat,
        ),
        ("a statement without end", Authenticator { statement: vec![0xbf], ..good() }, Refusal::Attestation),
        ("another site's passkey", Authenticator { rp_id: "evil.example", ..good() }, Refusal::RpId),
        ("the passkey of a site above", Authenticator { rp_id: "example", ..good() }, Refusal::RpId),
        ("nobody there", Authenticator { flags: VERIFIED | CREDENTIAL, ..good() }, Refusal::NotPresent),
        ("nobody verified", Authenticator { flags: PRESENT | CREDENTIAL, ..good() }, Refusal::NotVerified),
        ("a backup of what has none", Authenticator { flags: 1 | 4 | 16 | 64, ..good() }, Refusal::Backup),
        ("no key", Authenticator { flags: PRESENT | VERIFIED, ..good() }, Refusal::NoCredential),
        ("an empty id", Authenticator { credential: Vec::new(), ..good() }, Refusal::CredentialId),
        ("an id without end", Authenticator { credential: vec![1; 1024], ..good() }, Refusal::CredentialId),
        ("something behind the data", Authenticator { behind: vec![0], ..good() }, Refusal::AuthenticatorData),
        ("extensions that are not there", Authenticator { flags: 1 | 4 | 64 | 128, ..good() }, Refusal::AuthenticatorData),
        ("RSA", with_key(3, Some(whole(-257))), Refusal::Algorithm),
        ("EdDSA", with_key(3, Some(whole(-8))), Refusal::Algorithm),
        ("no algorithm", with_key(3, None), Refusal::Key),
        ("an octet key pair", with_key(1, Some(whole(1))), Refusal::Curve),
        ("P-384", with_key(-1, Some(whole(2))), Refusal::Curve),
        ("no curve", with_key(-1, None), Refusal::Key),
        ("a short x", with_key(-2, Some(bytes(&[1; 31]))), Refusal::Coordinate),
        ("a long y", with_key(-3, Some(bytes(&[1; 33]))), Refusal::Coordinate),
        ("no y", with_key(-3, None), Refusal::Key),
        ("a compressed y", with_key(-3, Some(vec![0xf5])), Refusal::Key),
    ];
    assert!(cases.len() >= 30);
    for (name, authenticator, refusal) in cases {
        assert_eq!(authenticator.register(), Err(refusal), "{name}");
    }
    let mut twice = good();
    twice.key.push((3, whole(-7)));
    assert_eq!(twice.register(), Err(Refusal::Key), "an algorithm twice");
    let mut more = good();
    more.key.push((4, whole(1)));
    assert_eq!(more.register(), Err(Refusal::Key), "a member that is not of a public key");
}

#[test]
fn a_sign_in_with_one_thing_wrong_is_refused_with_that_thing() {
    let good = Authenticator::signing_in;
    let cases: Vec<(&str, Authenticator, u32, Refusal)> = vec![
        ("the answer of a registration", Authenticator { ceremony: "webauthn.create", ..good() }, 0, Refusal::Ceremony),
        ("another challenge", Authenticator { challenge: vec![0; 24], ..good() }, 0, Refusal::Challenge),
        ("another site", Authenticator { origin: "https://evil.example", ..good() }, 0, Refusal::Origin),
        ("inside another page", Authenticator { more_client_data: r#","crossOrigin":true"#, ..good() }, 0, Refusal::CrossOrigin),
        ("another site's passkey", Authenticator { rp_id: "evil.example", ..good() }, 0, Refusal::RpId),
        ("nobody there", Authenticator { flags: VERIFIED, ..good() }, 0, Refusal::NotPresent),
        ("nobody verified", Authenticator { flags: PRESENT, ..good() }, 0, Refusal::NotVerified),
        ("a backup of what has none", Authenticator { flags: 1 | 4 | 16, ..good() }, 0, Refusal::Backup),
        ("a key where none belongs", Authenticator { flags: 1 | 4 | 64, ..good() }, 0, Refusal::UnexpectedCredential),
        ("something behind the data", Authenticator { behind: vec![0], ..good() }, 0, Refusal::AuthenticatorData),
        ("the same counter again", good(), 5, Refusal::Counter),
        ("a counter that goes back", good(), 6, Refusal::Counter),
        ("a counter that is not kept any more", Authenticator { counter: 0, ..good() }, 1, Refusal::Counter),
    ];
    for (name, authenticator, known, refusal) in cases {
        assert_eq!(authenticator.sign_in(known).map(|_| ()), Err(refusal), "{name}");
    }
    let signed = good().signature();
    assert_eq!(good().sign_in_with(&signed, 0, Some(b"user-2")), Err(Refusal::User));
    let cut: Vec<Vec<u8>> = vec![
        Vec::new(),
        signed[..signed.len() - 1].to_vec(),
        [signed.clone(), vec![0]].concat(),
        vec![0x30, 6, 2, 1, 0, 2, 1, 1],
        vec![0x30, 6, 2, 1, 0x80, 2, 1, 1],
        vec![0x30, 7, 2, 2, 0, 1, 2, 1, 1],
        [vec![0x30, 38, 2, 33, 1], vec![1; 32], vec![2, 1, 1]].concat(),
        vec![0x31, 6, 2, 1, 1, 2, 1, 1],
    ];
    for der in cut {
        assert_eq!(good().sign_in_with(&der, 0, Some(USER)), Err(Refusal::SignatureForm), "{der:02x?}");
    }
}

#[test]
fn a_signature_of_another_key_or_of_other_bytes_is_not_by_the_passkey() {
    let key = Authenticator::new().register().unwrap().key;
    let stranger = Authenticator { signing: SigningKey::from_slice(&[8; 32]).unwrap(), ..Authenticator::signing_in() };
    assert!(!is_by(&key, &stranger.sign_in(0).unwrap()));
    let earlier = Authenticator { counter: 4, ..Authenticator::signing_in() }.signature();
    assert!(!is_by(&key, &Authenticator::signing_in().sign_in_with(&earlier, 0, None).unwrap()));
}

#[test]
fn no_cut_and_no_changed_byte_makes_another_passkey_or_a_panic() {
    let good = Authenticator::new();
    let (client_data, object) = (good.client_data(), good.attestation_object());
    for end in 0..object.len() {
        let sent = Registration { client_data: &client_data, attestation_object: &object[..end] };
        assert!(register(&EXPECTED, &sent).is_err(), "cut after {end}");
    }
    let data = object.len() - good.authenticator_data().len();
    let key = data + 37 + 18 + 32;
    // Spare flags, whether it can be backed up, the counter, the model, the id and the coordinates are the authenticator's to say.
    let may = |at: usize, bit: u8| match at {
        _ if at < data => false,
        _ if at == data + 32 => [1, 3, 5].contains(&bit),
        _ if at < data + 37 + 16 => at > data + 32,
        _ if at < data + 37 + 18 => false,
        _ if at < key => true,
        _ => (key + 10..key + 42).contains(&at) || (key + 45..key + 77).contains(&at),
    };
    for at in 0..object.len() {
        for bit in 0..8 {
            let mut changed = object.clone();
            changed[at] ^= 1 << bit;
            let sent = Registration { client_data: &client_data, attestation_object: &changed };
            assert_eq!(
                register(&EXPECTED, &sent).is_ok(),
                may(at, bit),
                "bit {bit} of byte {at}, {} after the key's begin",
                at as i64 - key as i64
            );
        }
    }
    let nested = [vec![0x81; 1000], vec![0]].concat();
    assert_eq!(Authenticator { statement: nested, ..Authenticator::new() }.register(), Err(Refusal::Attestation));
    let huge =
        Authenticator { behind: vec![0xbb, 255, 255, 255, 255, 255, 255, 255, 255], flags: 1 | 4 | 64 | 128, ..Authenticator::new() };
    assert_eq!(huge.register(), Err(Refusal::AuthenticatorData));
}
