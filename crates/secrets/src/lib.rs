//! What a deployment keeps secret: keys derived from its one master key, texts sealed at rest, and
//! signatures of links.
//!
//! In scope: pure functions over bytes. Out of scope: where the master key comes from, and random
//! numbers; a nonce comes in as an argument.
//!
//! ```
//! use ordergate_secrets::{MasterKey, Purpose};
//!
//! let key = MasterKey::from_hex(&"07".repeat(32))?;
//! let sealed = key.seal("shop-1", "shpat_secret", [3; 24]);
//! assert!(!sealed.contains("shpat"));
//! assert_eq!(key.open("shop-1", &sealed)?, "shpat_secret");
//! assert!(key.open("shop-2", &sealed).is_err());
//! let signature = key.sign(Purpose::Answer, "shop-1", b"case 7");
//! assert!(key.signed(Purpose::Answer, "shop-1", b"case 7", &signature));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, AeadInOut as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

/// What a derived key is for; keys of different purposes have nothing in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Fingerprints of canonical keys.
    Fingerprint,
    /// Secrets sealed at rest.
    Seal,
    /// Links that answer a case without a login.
    Answer,
    /// Checkout tokens; the shop and the day stand in the context.
    Checkout,
    /// What an authenticator is to sign; the ceremony and its user stand in the context.
    Challenge,
    /// Segments of entries kept outside the database; the shop and the segment's key stand in the context.
    Segment,
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::Fingerprint => "fingerprint",
            Self::Seal => "seal",
            Self::Answer => "answer",
            Self::Checkout => "checkout",
            Self::Challenge => "challenge",
            Self::Segment => "segment",
        }
    }
}

/// The deployment's master key: 32 bytes, in no log and no answer.
#[derive(Clone)]
pub struct MasterKey([u8; 32]);

impl fmt::Debug for MasterKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("MasterKey(…)")
    }
}

/// Why a master key or a sealed text is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretError {
    /// The master key is not 64 hex digits.
    MasterKey,
    /// The text was not sealed by [`MasterKey::seal`].
    Form,
    /// The text was sealed with another key, for another shop, or changed since.
    Sealed,
}

impl fmt::Display for SecretError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::MasterKey => "the master key is not 64 hex digits",
            Self::Form => "this is not a sealed text",
            Self::Sealed => "sealed with another master key, for another shop, or changed since",
        })
    }
}

impl std::error::Error for SecretError {}

/// Sealed texts begin with their format, so that a later one can be told apart.
const FORMAT: &str = "x1.";
const NONCE: usize = 24;
/// Bytes that a cipher adds behind a text.
const TAG: usize = 16;

impl MasterKey {
    /// Reads 64 hex digits.
    ///
    /// # Errors
    /// [`SecretError::MasterKey`] for anything else.
    pub fn from_hex(text: &str) -> Result<Self, SecretError> {
        let mut key = [0u8; 32];
        let text = text.trim().as_bytes();
        if text.len() != key.len() * 2 {
            return Err(SecretError::MasterKey);
        }
        for (byte, pair) in key.iter_mut().zip(text.chunks_exact(2)) {
            let digits = std::str::from_utf8(pair).ok().filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
            *byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).ok_or(SecretError::MasterKey)?;
        }
        Ok(Self(key))
    }

    /// The 32-byte key of one shop for one purpose, by HKDF-SHA256.
    pub fn derive(&self, purpose: Purpose, shop: &str) -> [u8; 32] {
        let mut key = [0u8; 32];
        let info: [&[u8]; 3] = [purpose.as_str().as_bytes(), b"\0", shop.as_bytes()];
        // HKDF refuses only more than 8,160 bytes.
        let _ = Hkdf::<Sha256>::new(Some(b"ordergate v1"), &self.0).expand_multi_info(&info, &mut key);
        key
    }

    /// Seals a text of one shop with XChaCha20-Poly1305; `nonce` is 24 random bytes, new each time.
    pub fn seal(&self, shop: &str, text: &str, nonce: [u8; NONCE]) -> String {
        let payload = Payload { msg: text.as_bytes(), aad: shop.as_bytes() };
        // Encryption refuses only texts of more than 256 GiB.
        let body = self.cipher(shop).encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
        format!("{FORMAT}{}", URL_SAFE_NO_PAD.encode([nonce.as_slice(), &body].concat()))
    }

    /// Opens what [`seal`](Self::seal) made.
    ///
    /// # Errors
    /// [`SecretError::Form`] or [`SecretError::Sealed`].
    pub fn open(&self, shop: &str, sealed: &str) -> Result<String, SecretError> {
        let bytes = sealed.strip_prefix(FORMAT).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok()).ok_or(SecretError::Form)?;
        let (nonce, body) = bytes.split_first_chunk::<NONCE>().ok_or(SecretError::Form)?;
        let payload = Payload { msg: body, aad: shop.as_bytes() };
        let text = self.cipher(shop).decrypt(&XNonce::from(*nonce), payload).map_err(|_| SecretError::Sealed)?;
        String::from_utf8(text).map_err(|_| SecretError::Sealed)
    }

    /// Seals bytes for one purpose and context (a shop, or a shop and a day) with XChaCha20-Poly1305,
    /// without saying which: the nonce, then a text 16 bytes longer than the bytes.
    pub fn seal_bytes(&self, purpose: Purpose, context: &str, bytes: &[u8], nonce: [u8; NONCE]) -> Vec<u8> {
        let cipher = XChaCha20Poly1305::new(&Key::from(self.derive(purpose, context)));
        // Bytes may be many: there is one copy of them.
        let mut sealed = Vec::with_capacity(NONCE + bytes.len() + TAG);
        sealed.extend_from_slice(bytes);
        // Encryption refuses only texts of more than 256 GiB.
        if cipher.encrypt_in_place(&XNonce::from(nonce), b"", &mut sealed).is_err() {
            sealed.clear();
        }
        sealed.splice(0..0, nonce);
        sealed
    }

    /// Opens what [`seal_bytes`](Self::seal_bytes) made for the same purpose and context.
    ///
    /// # Errors
    /// [`SecretError::Form`] or [`SecretError::Sealed`].
    pub fn open_bytes(&self, purpose: Purpose, context: &str, mut sealed: Vec<u8>) -> Result<Vec<u8>, SecretError> {
        let nonce = *sealed.first_chunk::<NONCE>().ok_or(SecretError::Form)?;
        sealed.drain(..NONCE);
        let cipher = XChaCha20Poly1305::new(&Key::from(self.derive(purpose, context)));
        cipher.decrypt_in_place(&XNonce::from(nonce), b"", &mut sealed).map_err(|_| SecretError::Sealed)?;
        Ok(sealed)
    }

    /// [`seal_bytes`](Self::seal_bytes) as text: base64url without padding, its length only that of the bytes.
    pub fn seal_text(&self, purpose: Purpose, context: &str, bytes: &[u8], nonce: [u8; NONCE]) -> String {
        URL_SAFE_NO_PAD.encode(self.seal_bytes(purpose, context, bytes, nonce))
    }

    /// Opens what [`seal_text`](Self::seal_text) made for the same purpose and context.
    ///
    /// # Errors
    /// [`SecretError::Form`] or [`SecretError::Sealed`].
    pub fn open_text(&self, purpose: Purpose, context: &str, sealed: &str) -> Result<Vec<u8>, SecretError> {
        self.open_bytes(purpose, context, URL_SAFE_NO_PAD.decode(sealed).map_err(|_| SecretError::Form)?)
    }

    /// Signs bytes of one shop: HMAC-SHA256 in base64url without padding.
    pub fn sign(&self, purpose: Purpose, shop: &str, bytes: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(purpose, shop, bytes).finalize().into_bytes())
    }

    /// Whether [`sign`](Self::sign) made this signature; compared in constant time.
    pub fn signed(&self, purpose: Purpose, shop: &str, bytes: &[u8], signature: &str) -> bool {
        URL_SAFE_NO_PAD.decode(signature).is_ok_and(|sent| self.mac(purpose, shop, bytes).verify_slice(&sent).is_ok())
    }

    fn cipher(&self, shop: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.derive(Purpose::Seal, shop)))
    }

    fn mac(&self, purpose: Purpose, shop: &str, bytes: &[u8]) -> Hmac<Sha256> {
        // HMAC fills a short key up with zeros to its block of 64 bytes.
        let mut block = [0u8; 64];
        for (to, from) in block.iter_mut().zip(self.derive(purpose, shop)) {
            *to = from;
        }
        Hmac::<Sha256>::new(&block.into()).chain_update(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: &str) -> MasterKey {
        MasterKey::from_hex(&byte.repeat(32)).unwrap_or_else(|error| unreachable!("{error}"))
    }

    #[test]
    fn a_master_key_is_64_hex_digits() {
        for bad in ["", "07", &"07".repeat(31), &"07".repeat(33), &"zz".repeat(32), &"+7".repeat(32), &"ł".repeat(32)] {
            assert_eq!(MasterKey::from_hex(bad).map(|_| ()), Err(SecretError::MasterKey), "{bad}");
        }
        assert!(MasterKey::from_hex(&format!(" {}\n", "aB".repeat(32))).is_ok());
        assert_eq!(format!("{:?}", key("07")), "MasterKey(…)");
    }

    #[test]
    fn purposes_and_shops_have_keys_of_their_own() {
        let master = key("07");
        let mut seen = std::collections::BTreeSet::new();
        for purpose in [Purpose::Fingerprint, Purpose::Seal, Purpose::Answer] {
            for shop in ["a", "b", ""] {
                assert!(seen.insert(master.derive(purpose, shop)));
            }
        }
    }

    #[test]
    fn what_was_changed_does_not_open() {
        let master = key("07");
        let sealed = master.seal("shop", "łódź", [9; NONCE]);
        assert_eq!(master.open("shop", &sealed).as_deref(), Ok("łódź"));
        assert_eq!(key("08").open("shop", &sealed), Err(SecretError::Sealed));
        assert_eq!(master.open("other", &sealed), Err(SecretError::Sealed));
        assert_ne!(master.seal("shop", "łódź", [8; NONCE]), sealed);
        for at in FORMAT.len()..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            if let Some(byte) = bytes.get_mut(at) {
                *byte = if *byte == b'A' { b'B' } else { b'A' };
            }
            let changed = String::from_utf8(bytes).unwrap_or_default();
            assert!(master.open("shop", &changed).is_err() || changed == sealed, "byte {at}");
        }
        for bad in ["", "x1.", "x1.AAAA", "x2.AAAA", "plain"] {
            assert_eq!(master.open("shop", bad), Err(SecretError::Form), "{bad}");
        }
    }

    #[test]
    fn a_signature_holds_for_its_purpose_shop_and_bytes_only() {
        let master = key("07");
        let signature = master.sign(Purpose::Answer, "shop", b"case 7");
        assert!(master.signed(Purpose::Answer, "shop", b"case 7", &signature));
        assert!(!master.signed(Purpose::Seal, "shop", b"case 7", &signature));
        assert!(!master.signed(Purpose::Answer, "other", b"case 7", &signature));
        assert!(!master.signed(Purpose::Answer, "shop", b"case 8", &signature));
        assert!(!key("08").signed(Purpose::Answer, "shop", b"case 7", &signature));
        for bad in ["", "AAAA", signature.get(1..).unwrap_or_default(), &format!("{signature}A")] {
            assert!(!master.signed(Purpose::Answer, "shop", b"case 7", bad), "{bad}");
        }
    }
}
