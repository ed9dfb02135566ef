//! What one request works with. The only place that reads the clock and makes random numbers.

use std::cell::Cell;
use std::fmt::Write as _;

use ordergate_screening::Timestamp;
use ordergate_secrets::MasterKey;
use worker::{D1Database, Env, Fetcher, KvStore};

use crate::failure::Failure;
use crate::unicode;

/// The bindings of this deployment, with a clock and a source of ids.
pub(crate) struct App {
    env: Env,
    now: Timestamp,
    ids: Cell<u32>,
    random: String,
}

impl App {
    pub(crate) fn new(env: Env) -> Self {
        unicode::by_the_runtime();
        Self { env, now: Self::clock(), ids: Cell::new(0), random: random_hex::<12>() }
    }

    /// The time now; a request uses [`now`](Self::now), so that all it writes carries one time.
    pub(crate) fn clock() -> Timestamp {
        Timestamp::from_millis(i64::try_from(worker::Date::now().as_millis()).unwrap_or(i64::MAX))
    }

    /// A random number in 0..=999, to spread retries.
    pub(crate) fn jitter() -> u16 {
        u16::from_str_radix(&random_hex::<2>(), 16).unwrap_or(0) % 1000
    }

    /// When the request began.
    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    /// A new id; ids of one request sort in the order they were made.
    pub(crate) fn id(&self) -> String {
        let next = self.ids.get().saturating_add(1);
        self.ids.set(next);
        format!("{}{next:04x}", self.random)
    }

    pub(crate) fn database(&self) -> Result<D1Database, Failure> {
        self.env.d1("DB").map_err(|error| Failure::internal("binding DB", &error))
    }

    /// Where folded entries lie.
    pub(crate) fn segments(&self) -> Result<KvStore, Failure> {
        self.env.kv("SNAPSHOTS").map_err(|error| Failure::internal("binding SNAPSHOTS", &error))
    }

    pub(crate) fn assets(&self) -> Result<Fetcher, Failure> {
        self.env.assets("ASSETS").map_err(|error| Failure::internal("binding ASSETS", &error))
    }

    /// A variable or secret of the deployment; `None` when it is not set or empty.
    pub(crate) fn setting(&self, name: &str) -> Option<String> {
        let text = self.env.var(name).map(|var| var.to_string()).or_else(|_| self.env.secret(name).map(|secret| secret.to_string()));
        text.ok().filter(|text| !text.is_empty())
    }

    /// Whether one more checkout of this shop and address is let through; always, where the deployment has no
    /// rate limit (binding `CHECKOUTS`), and when the limit itself fails.
    pub(crate) async fn admits_checkout(&self, key: &str) -> bool {
        match self.env.rate_limiter("CHECKOUTS") {
            Ok(limiter) => limiter.limit(key.to_owned()).await.map_or(true, |outcome| outcome.success),
            Err(_) => true,
        }
    }

    /// The deployment's master key.
    ///
    /// # Errors
    /// A fault of ours when `MASTER_KEY` is not set or not 64 hex digits.
    pub(crate) fn master_key(&self) -> Result<MasterKey, Failure> {
        MasterKey::from_hex(&self.setting("MASTER_KEY").unwrap_or_default()).map_err(|error| Failure::internal("secret MASTER_KEY", &error))
    }
}

/// `N` random bytes.
pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0u8; N];
    if getrandom::fill(&mut bytes).is_err() {
        // Web Crypto is always there in Workers; without it nothing may pass for a secret.
        std::process::abort();
    }
    bytes
}

/// `N` random bytes in hex.
pub(crate) fn random_hex<const N: usize>() -> String {
    random_bytes::<N>().iter().fold(String::with_capacity(N * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
