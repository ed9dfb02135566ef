//! All demo orders, oldest first, before any platform's shape.

use super::basket::{self, Line};
use super::country;
use super::people::{self, Person, Place};
use super::random::Random;
use super::suspects::{SUSPECTS, Suspect};

const SEED: u64 = 0x0d3e_46a7_e5ee_d001;
const ORDERS: usize = 300;
const DAYS: i64 = 60;
/// People who ordered at least once; fewer than orders, so that some come back.
const CUSTOMERS: u64 = 190;

/// Which shop platform an order came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Platform {
    WooCommerce,
    Shopify,
}

/// How an order is paid.
pub(crate) struct Payment {
    /// WooCommerce's slug.
    pub(crate) method: &'static str,
    /// WooCommerce's title.
    pub(crate) title: &'static str,
    /// Shopify's gateway name.
    pub(crate) gateway: &'static str,
    pub(crate) paid: bool,
}

/// One order.
pub(crate) struct Order {
    pub(crate) platform: Platform,
    /// From 0, oldest first; ids and numbers follow from it.
    pub(crate) index: u64,
    /// Unix seconds.
    pub(crate) placed_at: i64,
    pub(crate) buyer: Person,
    pub(crate) shipping: Place,
    pub(crate) lines: Vec<Line>,
    /// In 1/100 of the currency.
    pub(crate) shipping_cost: u64,
    pub(crate) payment: &'static Payment,
    pub(crate) user_agent: &'static str,
}

impl Order {
    /// In 1/100 of the currency.
    pub(crate) fn total(&self) -> u64 {
        self.goods() + self.shipping_cost
    }

    /// The lines alone, in 1/100 of the currency.
    pub(crate) fn goods(&self) -> u64 {
        self.lines.iter().map(|line| line.price * line.quantity).sum()
    }
}

const CASH_ON_DELIVERY: Payment = Payment { method: "cod", title: "Cash on delivery", gateway: "Cash on Delivery (COD)", paid: false };
const CARD: Payment = Payment { method: "stripe", title: "Card", gateway: "shopify_payments", paid: true };
const TRANSFER: Payment = Payment { method: "przelewy24", title: "Przelewy24", gateway: "przelewy24", paid: true };
const PAYPAL: Payment = Payment { method: "ppcp-gateway", title: "PayPal", gateway: "paypal", paid: true };

const USER_AGENTS: &[&str] = &[
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.3 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.3 Safari/605.1.15",
];

/// The newest order was placed at this Unix time; only dates depend on it.
pub(crate) fn all(newest: i64) -> Vec<Order> {
    let mut random = Random::new(SEED);
    let customers: Vec<Person> = (0..CUSTOMERS)
        .map(|number| {
            let country = country::any(&mut random);
            let registered = random.percent(60);
            people::somebody(country, if registered { 300 + number } else { 0 }, &mut random)
        })
        .collect();
    let mut suspects = SUSPECTS.iter();
    (0..ORDERS)
        .map(|index| {
            // Suspects are spread evenly, so that the first page of any list shows some.
            let suspect = if due(index) { suspects.next() } else { None };
            one(index, newest, suspect, &customers, &mut random)
        })
        .collect()
}

/// Whether the next suspect comes at this place.
fn due(index: usize) -> bool {
    (index + 3) * SUSPECTS.len() / ORDERS > (index + 2) * SUSPECTS.len() / ORDERS
}

fn one(index: usize, newest: i64, suspect: Option<&Suspect>, customers: &[Person], random: &mut Random) -> Order {
    let step = DAYS * 86_400 / (ORDERS as i64 - 1);
    let age = (ORDERS - 1 - index) as i64 * step;
    let jitter = if age == 0 { 0 } else { random.below(step.unsigned_abs() * 3 / 4) as i64 };
    let (buyer, shipping) = match suspect {
        Some(suspect) => meet(suspect, random),
        None => {
            let buyer = random.pick(customers).clone();
            // A present, or a parcel to work.
            let shipping = if random.percent(12) { people::place(buyer.country, random) } else { buyer.place.clone() };
            (buyer, shipping)
        }
    };
    let lines = basket::fill(buyer.country.currency, suspect.is_some() && random.percent(60), random);
    let payment = match (buyer.country.code, random.below(10)) {
        ("PL", 0..=3) => &TRANSFER,
        ("PL" | "TR" | "IT", 4..=6) => &CASH_ON_DELIVERY,
        (_, 7) => &PAYPAL,
        _ => &CARD,
    };
    Order {
        platform: if index % 3 == 2 { Platform::Shopify } else { Platform::WooCommerce },
        index: index as u64,
        placed_at: newest - age + jitter,
        shipping_cost: basket::shipping(buyer.country.currency, &lines),
        user_agent: random.pick::<&'static str>(USER_AGENTS),
        buyer,
        shipping,
        lines,
        payment,
    }
}

/// Somebody by chance, with what is fixed about the suspect put over it.
fn meet(suspect: &Suspect, random: &mut Random) -> (Person, Place) {
    let over = |value: &mut String, fixed: &str| {
        if !fixed.is_empty() {
            fixed.clone_into(value);
        }
    };
    let mut buyer = people::somebody(suspect.country, 0, random);
    over(&mut buyer.email, suspect.email);
    over(&mut buyer.phone, suspect.phone);
    over(&mut buyer.ip, suspect.ip);
    let mut place = if suspect.shipping_only { people::place(suspect.country, random) } else { buyer.place.clone() };
    over(&mut place.first_name, suspect.first_name);
    over(&mut place.last_name, suspect.last_name);
    over(&mut place.company, suspect.company);
    over(&mut place.street, suspect.street);
    over(&mut place.street2, suspect.street2);
    over(&mut place.postcode, suspect.postcode);
    over(&mut place.city, suspect.city);
    if !suspect.shipping_only {
        buyer.place = place.clone();
    }
    (buyer, place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_the_same_in_every_run_but_for_their_dates() {
        let (first, later) = (all(1_000_000_000), all(1_000_086_400));
        assert_eq!(first.len(), ORDERS);
        for (one, other) in first.iter().zip(&later) {
            assert_eq!((&one.buyer.email, one.total(), one.placed_at + 86_400), (&other.buyer.email, other.total(), other.placed_at));
        }
        assert!(first.windows(2).all(|pair| pair[0].placed_at <= pair[1].placed_at));
        assert_eq!(first.last().map(|order| order.placed_at), Some(1_000_000_000));
        assert_eq!(first.iter().filter(|order| order.platform == Platform::Shopify).count(), ORDERS / 3);
    }

    #[test]
    fn every_suspect_orders_once() {
        assert_eq!((0..ORDERS).filter(|index| due(*index)).count(), SUSPECTS.len());
        let polish = all(0).iter().filter(|order| order.buyer.country.currency == "PLN").count();
        assert!(polish > ORDERS / 2, "{polish}");
    }
}
