//! The checkout proof: what the edge saw of a checkout, sealed into a token that the order carries.
//!
//! The token says who asked when, and binds an e-mail address and a cart. It proves that the order and the
//! checkout belong together, not that the buyer is honest. All contents have one length, so that a token
//! tells nothing by its size. In scope: contents and what an order is against them. Out of scope: sealing.
//!
//! ```
//! use std::net::{IpAddr, Ipv4Addr};
//! use ordergate_casework::{CheckoutProof, TokenState};
//! use ordergate_screening::Order;
//!
//! let order = Order::from_json(br#"{"id": "1", "placed_at": "2026-11-24T10:05:00Z", "currency": "PLN", "total": "10",
//!     "email": "Jan+shop@example.com", "lines": [{"sku": "GPU-1", "quantity": 2}]}"#)?;
//! let proof = CheckoutProof::of_checkout([7; 16], "2026-11-24T10:00:00Z".parse()?, &order, Some(IpAddr::V4(Ipv4Addr::LOCALHOST)), Some("PL"));
//! let proof = CheckoutProof::from_bytes(&proof.to_bytes()).ok_or("not a proof")?;
//! assert_eq!(proof.state(&order), TokenState::Ok);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::net::{IpAddr, Ipv6Addr};

use ordergate_screening::key::{self, Email};
use ordergate_screening::{Order, Timestamp};
use sha2::{Digest as _, Sha256};

/// A token is good for so long.
pub const PROOF_MINUTES: i64 = 30;

/// What a token proves of the order that carries it: the fact `token.state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenState {
    /// The checkout and the order belong together.
    Ok,
    /// The order carries none.
    Missing,
    /// The order was placed too long after the checkout asked for it.
    Expired,
    /// Another order carried it before.
    Reused,
    /// The order has other lines than the checkout.
    OtherCart,
    /// The order has another e-mail address than the checkout.
    OtherEmail,
    /// It is no token of this shop.
    Forged,
    /// The page could not get one, and says so.
    Degraded,
}

impl TokenState {
    /// The fact's word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Missing => "missing",
            Self::Expired => "expired",
            Self::Reused => "reused",
            Self::OtherCart => "other_cart",
            Self::OtherEmail => "other_email",
            Self::Forged => "forged",
            Self::Degraded => "degraded",
        }
    }
}

type Digest = [u8; 16];

/// What is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutProof {
    /// The token's own id.
    pub id: [u8; 16],
    /// When the checkout asked.
    pub asked_at: Timestamp,
    /// The network address it asked from; `None` when the edge did not know.
    pub ip: Option<IpAddr>,
    /// Its country, as the edge knows it.
    pub country: Option<String>,
    email: Option<Digest>,
    cart: Option<Digest>,
}

/// Version, id, time, e-mail, cart, address, country.
const LENGTH: usize = 1 + 16 + 8 + 16 + 16 + 16 + 2;
const VERSION: u8 = 1;

impl CheckoutProof {
    /// The proof of a checkout; of `order` only e-mail address, currency and lines are read.
    pub fn of_checkout(id: [u8; 16], asked_at: Timestamp, order: &Order, ip: Option<IpAddr>, country: Option<&str>) -> Self {
        let country =
            country.map(str::to_ascii_uppercase).filter(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
        Self { id, asked_at, ip, country, email: email(order), cart: cart(order) }
    }

    /// The contents, always 75 bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.id);
        bytes.extend_from_slice(&self.asked_at.as_millis().to_be_bytes());
        bytes.extend_from_slice(&self.email.unwrap_or_default());
        bytes.extend_from_slice(&self.cart.unwrap_or_default());
        let address = self.ip.map_or(Ipv6Addr::UNSPECIFIED, |ip| match ip {
            IpAddr::V4(v4) => v4.to_ipv6_mapped(),
            IpAddr::V6(v6) => v6,
        });
        bytes.extend_from_slice(&address.octets());
        bytes.extend_from_slice(self.country.as_deref().unwrap_or("--").as_bytes());
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&[VERSION])?;
        let (id, rest) = rest.split_first_chunk::<16>()?;
        let (asked_at, rest) = rest.split_first_chunk::<8>()?;
        let (email, rest) = rest.split_first_chunk::<16>()?;
        let (cart, rest) = rest.split_first_chunk::<16>()?;
        let (address, country) = rest.split_first_chunk::<16>()?;
        let address = Ipv6Addr::from(*address);
        let country = std::str::from_utf8(country).ok().filter(|country| country.len() == 2)?;
        Some(Self {
            id: *id,
            asked_at: Timestamp::from_millis(i64::from_be_bytes(*asked_at)),
            ip: Some(address).filter(|address| !address.is_unspecified()).map(|address| address.to_canonical()),
            country: Some(country.to_owned()).filter(|country| country != "--"),
            email: Some(*email).filter(|digest| *digest != Digest::default()),
            cart: Some(*cart).filter(|digest| *digest != Digest::default()),
        })
    }

    /// What the order is against its proof; whether it was used before is another question. What the
    /// checkout did not know is not compared.
    pub fn state(&self, order: &Order) -> TokenState {
        if order.placed_at > self.asked_at.plus_millis(PROOF_MINUTES * 60_000) {
            TokenState::Expired
        } else if self.email.is_some() && self.email != email(order) {
            TokenState::OtherEmail
        } else if self.cart.is_some() && self.cart != cart(order) {
            TokenState::OtherCart
        } else {
            TokenState::Ok
        }
    }
}

/// The mailbox, however it is spelled.
fn email(order: &Order) -> Option<Digest> {
    let typed = order.email.as_deref()?;
    Some(digest(&[Email::parse(typed).map_or_else(|| key::folded(typed), |email| email.canonical)]))
}

/// What is bought, in any order and however it is split into lines. Prices and totals are left out:
/// shops add shipping, taxes and discounts after the checkout.
fn cart(order: &Order) -> Option<Digest> {
    let mut pieces = std::collections::BTreeMap::<String, u64>::new();
    for line in &order.lines {
        let article = line.sku.as_deref().or(line.product.as_deref()).map(key::folded).unwrap_or_default();
        *pieces.entry(article).or_default() += u64::from(line.quantity);
    }
    let parts: Vec<String> = pieces.into_iter().map(|(article, pieces)| format!("{pieces} {article}")).collect();
    (!parts.is_empty()).then(|| digest(&parts))
}

fn digest(parts: &[String]) -> Digest {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update(u64::try_from(part.len()).unwrap_or(0).to_be_bytes());
        sum.update(part.as_bytes());
    }
    sum.finalize().first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(placed: &str, email: &str, lines: &str) -> Order {
        let json =
            format!(r#"{{"id":"1","placed_at":"2026-11-24T{placed}Z","currency":"PLN","total":"10","email":"{email}","lines":[{lines}]}}"#);
        Order::from_json(json.as_bytes()).unwrap()
    }

    fn proof(order: &Order) -> CheckoutProof {
        CheckoutProof::of_checkout([1; 16], "2026-11-24T10:00:00Z".parse().unwrap(), order, None, None)
    }

    #[test]
    fn an_order_is_its_checkout_or_says_what_differs() {
        let cart = r#"{"sku":"a","quantity":2},{"sku":"B"}"#;
        let checkout = proof(&order("10:00:00", "Jan@Example.com", cart));
        for (placed, email, lines, want) in [
            ("10:00:01", "jan@example.com", cart, TokenState::Ok),
            ("10:30:00", "jan+shop@example.com", r#"{"sku":"b"},{"sku":"A"},{"sku":"a"}"#, TokenState::Ok),
            ("09:59:00", "jan@example.com", cart, TokenState::Ok),
            ("10:30:01", "jan@example.com", cart, TokenState::Expired),
            ("10:10:00", "eve@example.com", cart, TokenState::OtherEmail),
            ("10:10:00", "", cart, TokenState::OtherEmail),
            ("10:10:00", "jan@example.com", r#"{"sku":"a","quantity":3},{"sku":"b"}"#, TokenState::OtherCart),
            ("10:10:00", "jan@example.com", "", TokenState::OtherCart),
        ] {
            assert_eq!(checkout.state(&order(placed, email, lines)), want, "{placed} {email} {lines}");
        }
        // What the checkout did not know is not compared.
        assert_eq!(proof(&order("10:00:00", "", "")).state(&order("10:00:00", "jan@example.com", cart)), TokenState::Ok);
    }

    #[test]
    fn contents_have_one_length_and_come_back() {
        for (ip, country) in [(None, None), (Some("203.0.113.9"), Some("PL")), (Some("2001:db8::1"), Some("br")), (None, Some("T1x"))] {
            let ip = ip.map(|ip: &str| ip.parse().unwrap());
            for order in [order("10:00:00", "", ""), order("10:00:00", "jan@example.com", r#"{"sku":"a"}"#)] {
                let proof = CheckoutProof::of_checkout([9; 16], order.placed_at, &order, ip, country);
                let bytes = proof.to_bytes();
                assert_eq!((bytes.len(), CheckoutProof::from_bytes(&bytes)), (LENGTH, Some(proof)));
                assert_eq!(CheckoutProof::from_bytes(&bytes[..LENGTH - 1]), None);
            }
        }
        assert_eq!(CheckoutProof::from_bytes(&[2; LENGTH]), None);
    }
}
