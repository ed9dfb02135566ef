//! What the authenticator says and signs: 32 bytes of the site's digest, a byte of flags, a counter,
//! and behind them the new key and extensions, where the flags say so.

use sha2::{Digest as _, Sha256};

use crate::Refusal;
use crate::cbor::Reader;

const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const CAN_BE_BACKED_UP: u8 = 1 << 3;
const IS_BACKED_UP: u8 = 1 << 4;
const HAS_CREDENTIAL: u8 = 1 << 6;
const HAS_EXTENSIONS: u8 = 1 << 7;

/// An authenticator's data, read to its end.
pub(crate) struct AuthenticatorData<'a> {
    site: [u8; 32],
    flags: u8,
    pub(crate) counter: u32,
    /// The id of the new passkey and its COSE key.
    pub(crate) credential: Option<(&'a [u8], &'a [u8])>,
}

impl<'a> AuthenticatorData<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        Self::parts(bytes).ok_or(Refusal::AuthenticatorData)
    }

    fn parts(bytes: &'a [u8]) -> Option<Self> {
        let (site, rest) = bytes.split_first_chunk::<32>()?;
        let (flags, rest) = rest.split_first()?;
        let (counter, mut rest) = rest.split_first_chunk::<4>()?;
        let mut credential = None;
        if flags & HAS_CREDENTIAL != 0 {
            let (_model, after) = rest.split_first_chunk::<16>()?;
            let (length, after) = after.split_first_chunk::<2>()?;
            let (id, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
            let (key, after) = Reader::item(after)?;
            credential = Some((id, key));
            rest = after;
        }
        if flags & HAS_EXTENSIONS != 0 {
            (_, rest) = Reader::item(rest)?;
        }
        rest.is_empty().then_some(Self { site: *site, flags: *flags, counter: u32::from_be_bytes(*counter), credential })
    }

    /// Whether it is for this site, and its owner was there and was verified.
    pub(crate) fn check(&self, rp_id: &str) -> Result<(), Refusal> {
        if self.site != *Sha256::digest(rp_id.as_bytes()) {
            return Err(Refusal::RpId);
        }
        if self.flags & PRESENT == 0 {
            return Err(Refusal::NotPresent);
        }
        if self.flags & VERIFIED == 0 {
            return Err(Refusal::NotVerified);
        }
        if self.flags & IS_BACKED_UP != 0 && self.flags & CAN_BE_BACKED_UP == 0 {
            return Err(Refusal::Backup);
        }
        Ok(())
    }
}
