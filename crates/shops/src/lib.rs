//! Shop platforms: the bytes of a webhook in, an order of the screening engine out.
//!
//! In scope: signatures over the raw bytes, WooCommerce's and Shopify's order bodies, and what to do
//! with a signed body that cannot be read. Out of scope: HTTP, clocks, storage, calling the
//! platforms; whoever calls [`receive`] supplies headers, body and secrets.
//!
//! The rule that shapes this crate: **a correctly signed delivery is never refused for its content.**
//! Buyers choose their names and platforms switch a webhook off after a few refusals, so a body that
//! cannot be read becomes [`Content::Unreadable`], which names the field, and never an error.
//!
//! ```
//! use ordergate_shops::{Arrival, Content, Platform, Request, receive, sign};
//!
//! let body = br##"{"id": 9007199254740993, "name": "#1001", "currency": "PLN", "total_price": "120.50",
//!     "created_at": "2026-11-24T11:00:00+01:00", "updated_at": "2026-11-24T11:00:05+01:00"}"##;
//! let signature = sign(Platform::Shopify, body, "secret");
//! let headers = |name: &str| match name {
//!     "x-shopify-hmac-sha256" => Some(signature.clone()),
//!     "x-shopify-topic" => Some("orders/create".to_owned()),
//!     _ => None,
//! };
//! let request = Request { headers: &headers, body };
//! let Arrival::Delivery(delivery) = receive(Platform::Shopify, &request, &["secret"]) else { panic!() };
//! let Content::Order(read) = delivery.content else { panic!() };
//! assert_eq!((read.order.id.as_str(), read.order.total.minor()), ("9007199254740993", 12_050));
//! assert!(matches!(receive(Platform::Shopify, &request, &["other"]), Arrival::Refused(_)));
//! ```

mod amount;
mod at;
mod call;
mod custom;
mod edit_page;
mod entities;
mod json;
mod locate;
mod notes;
mod outward;
mod polling;
mod read;
mod salvage;
mod scanner;
mod shopify;
mod shopify_calls;
mod shopify_dispute;
mod signature;
mod subscription;
mod text;
mod woocommerce;
mod woocommerce_calls;

use std::fmt;
use std::str::FromStr;

use ordergate_screening::{Order, Problem, Timestamp};
use sha2::{Digest, Sha256};

pub use call::{Conversation, HttpAnswer, HttpCall, Order as CommandOrder, Turn};
pub use edit_page::edit_page;
pub use outward::{Inward, outward};
pub use polling::{Changed, changed_orders, changes_path, page_size};
pub use shopify_calls::{ShopifyAim, ShopifyConversation};
pub use signature::{Refusal, sign};
pub use subscription::{WebhookState, reactivate, subscribe, webhook_state, webhooks_path};
pub use woocommerce_calls::{WooAim, WooConversation};

/// The software a shop runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Platform {
    /// WooCommerce, from REST API version 3 (3.0 and later).
    WooCommerce,
    /// Shopify, Admin API 2024-10 and later.
    Shopify,
}

impl Platform {
    /// Every platform.
    pub const ALL: [Self; 2] = [Self::WooCommerce, Self::Shopify];

    /// The name in addresses, tables and JSON: `woocommerce` or `shopify`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WooCommerce => "woocommerce",
            Self::Shopify => "shopify",
        }
    }

    fn headers(self) -> Headers {
        match self {
            Self::WooCommerce => {
                Headers { signature: "x-wc-webhook-signature", topic: "x-wc-webhook-topic", source: "x-wc-webhook-source", id: None }
            }
            Self::Shopify => Headers {
                signature: "x-shopify-hmac-sha256",
                topic: "x-shopify-topic",
                source: "x-shopify-shop-domain",
                id: Some("x-shopify-webhook-id"),
            },
        }
    }
}

/// The names under which a platform sends what a delivery is about.
struct Headers {
    signature: &'static str,
    topic: &'static str,
    source: &'static str,
    id: Option<&'static str>,
}

impl fmt::Display for Platform {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A name that is no platform's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPlatform(
    /// The name as given.
    pub String,
);

impl fmt::Display for UnknownPlatform {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "unknown platform `{}`; known are woocommerce and shopify", self.0)
    }
}

impl std::error::Error for UnknownPlatform {}

impl FromStr for Platform {
    type Err = UnknownPlatform;

    fn from_str(text: &str) -> Result<Self, UnknownPlatform> {
        Self::ALL.into_iter().find(|platform| platform.as_str() == text).ok_or_else(|| UnknownPlatform(text.to_owned()))
    }
}

/// One HTTP request to a webhook endpoint.
pub struct Request<'a> {
    /// Looks up a header by its lower-case name; the look-up itself ignores case.
    pub headers: &'a dyn Fn(&str) -> Option<String>,
    /// The body exactly as it came; the signature is over these bytes.
    pub body: &'a [u8],
}

/// What arrived at a webhook endpoint.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// WooCommerce asks, without a signature, whether somebody answers: 200 and nothing else.
    Ping,
    /// Not signed by this shop: 401, nothing is stored.
    Refused(Refusal),
    /// Signed by this shop: stored and answered 200, whatever it holds.
    Delivery(Delivery),
}

/// One correctly signed delivery.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// What the same delivery has again when it is repeated: the platform's delivery id, or the
    /// lower-case hex SHA-256 of topic, line feed and body. At most 128 visible ASCII characters.
    pub id: String,
    /// What the platform says it is about, such as `orders/create`; empty when it does not say.
    pub topic: String,
    /// The shop the platform says it comes from (domain or address). **Not signed**: compare it with
    /// the shop's own, trust it for nothing.
    pub source: Option<String>,
    /// What is in it.
    pub content: Content,
}

/// What a delivery holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// An order that was read.
    Order(Box<ShopOrder>),
    /// An order that cannot be read, with whatever could be found out about it.
    Unreadable {
        /// The platform's id of the order.
        order_id: Option<String>,
        /// The number people see; not for matching, damaged characters are replaced.
        number: Option<String>,
        /// When the shop last changed the order.
        version: Option<Timestamp>,
        /// Which field of the platform's body is bad (a JSON pointer into it) and why.
        problem: Problem,
    },
    /// The buyer's bank takes a payment back, or asks about it.
    Dispute(Dispute),
    /// A topic that carries neither, or a dispute that cannot be read.
    Ignored,
}

/// A dispute about the payment of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The platform's id of the order.
    pub order_id: String,
    /// The payment was taken back; an inquiry only asks.
    pub chargeback: bool,
    /// It begins with this delivery.
    pub begins: bool,
    /// It ended in the shop's favour.
    pub won: bool,
    /// What the bank says, for people: kind, reason, amount, status.
    pub detail: String,
}

/// An order as a platform delivered it.
#[derive(Debug, Clone, PartialEq)]
pub struct ShopOrder {
    /// The order for the engine.
    pub order: Order,
    /// When the shop last changed it: of two deliveries of one order the greater version is newer.
    pub version: Timestamp,
    /// What has become of it in the shop.
    pub status: ShopStatus,
    /// For people: what was not taken over exactly as delivered, such as a unit price that had to be
    /// rounded. At most 21 notes.
    pub notes: Vec<String>,
}

/// What the platform says has become of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShopStatus {
    /// Anything else: new, waiting for payment, being packed.
    Open,
    /// It will not be delivered.
    Cancelled,
    /// It has left.
    Shipped,
}

impl ShopStatus {
    /// The name in tables and JSON: `open`, `cancelled` or `shipped`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Cancelled => "cancelled",
            Self::Shipped => "shipped",
        }
    }
}

/// Decides what arrived.
///
/// 1. WooCommerce's ping is recognised; it is the only thing that needs no signature.
/// 2. The signature is checked over the raw bytes against every secret, the current one first.
/// 3. The delivery gets its id, topic and source from the headers, which are not signed: they choose
///    how the body is read and how repetitions are recognised, nothing else. The same body under
///    another id is the same version of the same order.
/// 4. A topic that carries an order or a dispute is read; any fault in an order is named, never thrown.
pub fn receive(platform: Platform, request: &Request<'_>, secrets: &[&str]) -> Arrival {
    let names = platform.headers();
    let header = |name: &str| (request.headers)(name);
    let signature = header(names.signature);
    let topic = header(names.topic);

    // 1.
    if platform == Platform::WooCommerce && signature.is_none() && topic.is_none() && woocommerce::is_ping(request.body) {
        return Arrival::Ping;
    }

    // 2.
    if let Err(refusal) = signature::verify(signature.as_deref(), request.body, secrets) {
        return Arrival::Refused(refusal);
    }

    // 3.
    let topic = printable(topic.unwrap_or_default().trim());
    let source = header(names.source).map(|source| printable(source.trim())).filter(|source| !source.is_empty());
    let id = names.id.and_then(header).filter(|id| is_delivery_id(id)).unwrap_or_else(|| fingerprint(&topic, request.body));

    // 4.
    let content = read_delivery(platform, &topic, request.body);
    Arrival::Delivery(Delivery { id, topic, source, content })
}

/// What a delivery on `topic` carries, once its signature has been verified.
pub fn read_delivery(platform: Platform, topic: &str, body: &[u8]) -> Content {
    match platform {
        Platform::WooCommerce if woocommerce::ORDER_TOPICS.contains(&topic) => {
            content(woocommerce::order(body), body, &woocommerce::IDENTITY)
        }
        Platform::Shopify if shopify::ORDER_TOPICS.contains(&topic) => content(shopify::order(body), body, &shopify::IDENTITY),
        Platform::Shopify if shopify_dispute::TOPICS.contains(&topic) => {
            shopify_dispute::read(body, topic == shopify_dispute::TOPICS[0]).map_or(Content::Ignored, Content::Dispute)
        }
        Platform::WooCommerce | Platform::Shopify => Content::Ignored,
    }
}

/// An order that the platform was asked for, in the same words as its webhooks.
pub fn read_order(platform: Platform, body: &[u8]) -> Content {
    match platform {
        Platform::WooCommerce => content(woocommerce::order(body), body, &woocommerce::IDENTITY),
        Platform::Shopify => content(shopify::order(body), body, &shopify::IDENTITY),
    }
}

fn content(read: Result<ShopOrder, Problem>, body: &[u8], identity: &salvage::Identity) -> Content {
    match read {
        Ok(order) => Content::Order(Box::new(order)),
        Err(problem) => {
            let salvage::Salvaged { order_id, number, version } = salvage::salvage(body, identity);
            Content::Unreadable { order_id, number, version, problem }
        }
    }
}

/// More lines than any basket has; they are in memory all at once. A longer list is unreadable.
const MOST_LINES: usize = 5_000;

/// Long enough for every platform's ids, short enough for an index.
const LONGEST_ID: usize = 128;

fn is_delivery_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A header's text without characters that do not print, cut to [`LONGEST_ID`].
fn printable(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).take(LONGEST_ID).collect()
}

fn fingerprint(topic: &str, body: &[u8]) -> String {
    let digest = Sha256::new().chain_update(topic).chain_update(b"\n").chain_update(body).finalize();
    let mut hex = String::with_capacity(64);
    for byte in digest {
        for digit in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    hex
}
