//! The orders of a file by what they share: what came before an order, and how often.

use ordergate_casework::{Earlier, LONGEST_WINDOW_MILLIS};
use ordergate_screening::{Identity, IdentityField};

/// Earlier orders that are read of one identity, as the Worker reads them.
const MOST_EARLIER: usize = 50;

/// One identity of one order; sorted, those of one identity stand together by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Posting {
    pub(crate) field: IdentityField,
    pub(crate) fingerprint: u64,
    pub(crate) placed_at: i64,
    pub(crate) order: u32,
}

/// The orders of a file in its order, and their identities.
#[derive(Debug, Default)]
pub(crate) struct History {
    orders: Vec<Earlier>,
    postings: Vec<Posting>,
}

impl History {
    pub(crate) fn add(&mut self, order: Earlier, identities: &[Identity]) {
        let placed_at = order.placed_at.as_millis();
        let number = u32::try_from(self.orders.len()).unwrap_or(u32::MAX);
        for identity in identities {
            let fingerprint = u64::from_str_radix(&identity.fingerprint, 16).unwrap_or_default();
            self.postings.push(Posting { field: identity.field, fingerprint, placed_at, order: number });
        }
        self.orders.push(order);
    }

    /// To be called once all orders are there.
    pub(crate) fn sort(&mut self) {
        self.postings.sort_unstable();
    }

    pub(crate) fn len(&self) -> usize {
        self.orders.len()
    }

    pub(crate) fn order(&self, order: usize) -> Option<&Earlier> {
        self.orders.get(order)
    }

    /// The identities of an order, as they were added.
    pub(crate) fn identities(&self, order: usize) -> Vec<Identity> {
        let packed = self.orders.get(order).map(|order| order.identities.as_str()).unwrap_or_default();
        let identity = |text: &str| {
            let (name, fingerprint) = text.split_once(':')?;
            let field = IdentityField::ALL.into_iter().find(|field| field.as_str() == name)?;
            Some(Identity { field, fingerprint: fingerprint.to_owned() })
        };
        packed.split(',').filter_map(identity).collect()
    }

    /// The orders that have an identity, by time.
    fn having(&self, identity: &Identity) -> &[Posting] {
        let key = (identity.field, u64::from_str_radix(&identity.fingerprint, 16).unwrap_or_default());
        let from = self.postings.partition_point(|posting| (posting.field, posting.fingerprint) < key);
        let behind = self.postings.get(from..).unwrap_or_default();
        // Most identities are of a few orders.
        let near = behind.iter().take(8).take_while(|posting| (posting.field, posting.fingerprint) == key).count();
        let count = if near < 8 { near } else { behind.partition_point(|posting| (posting.field, posting.fingerprint) <= key) };
        behind.get(..count).unwrap_or_default()
    }

    /// The newest other orders of the 30 days up to an order that share one of its identities.
    pub(crate) fn before(&self, order: usize, identities: &[Identity]) -> Vec<&Earlier> {
        let Some(own) = self.orders.get(order) else { return Vec::new() };
        let until = own.placed_at.as_millis();
        let since = until.saturating_sub(LONGEST_WINDOW_MILLIS);
        let mut earlier = Vec::new();
        for identity in identities {
            let all = self.having(identity);
            if all.len() < 2 {
                continue;
            }
            let seen = all.get(..all.partition_point(|posting| posting.placed_at <= until)).unwrap_or_default();
            let within = seen.iter().rev().take_while(|posting| posting.placed_at > since);
            let others = within.map(|posting| usize::try_from(posting.order).unwrap_or(usize::MAX)).filter(|other| *other != order);
            earlier.extend(others.take(MOST_EARLIER).filter_map(|other| self.orders.get(other)));
        }
        earlier
    }

    /// Which order of its buyer an order is, counted from one by e-mail address or customer; `None` when it has neither.
    pub(crate) fn count_of_buyer(&self, order: usize, identities: &[Identity]) -> Option<u32> {
        let placed_at = self.orders.get(order)?.placed_at.as_millis();
        let of_buyer = identities.iter().filter(|identity| matches!(identity.field, IdentityField::Email | IdentityField::Customer));
        let counts = of_buyer.map(|identity| self.having(identity).partition_point(|posting| posting.placed_at <= placed_at));
        counts.max().and_then(|count| u32::try_from(count).ok())
    }

    /// The orders of each identity that several orders have.
    pub(crate) fn shared(&self) -> impl Iterator<Item = &[Posting]> {
        let same = |one: &Posting, other: &Posting| (one.field, one.fingerprint) == (other.field, other.fingerprint);
        self.postings.chunk_by(same).filter(|orders| orders.len() > 1)
    }
}
