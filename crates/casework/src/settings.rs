//! What a shop sets beside its draft, in force at once.

use ordergate_screening::{Field, Invalid, Problem};
use serde::{Deserialize, Serialize};

/// Hours of the stop window of a shop that set none.
pub const DEFAULT_STOP_WINDOW_HOURS: u32 = 24;
/// The longest window or deadline: 30 days.
const MOST_HOURS: u32 = 720;
/// Days that a shop which set nothing keeps what is personal in its orders.
const DEFAULT_RETENTION_DAYS: u32 = 730;
/// Days that a shop which set nothing keeps the bodies of deliveries.
const DEFAULT_DELIVERY_BODY_DAYS: u32 = 30;
/// Velocity facts look back so far, and so does the longest stop window.
const FEWEST_RETENTION_DAYS: u32 = 30;
const MOST_RETENTION_DAYS: u32 = 3650;
const MOST_DELIVERY_BODY_DAYS: u32 = 365;
const LONGEST_CODE: usize = 40;

/// A shop's settings beside its draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ShopSettings {
    /// Hours, counted from the first check of an order, in which the shop can still stop its delivery; `None`: 24.
    pub stop_window_hours: Option<u32>,
    /// The shop's words for holds by the engine and by people.
    pub hold_codes: HoldCodes,
    /// Hours in which a hold is to be reviewed; afterwards it stays, and is shown as overdue.
    pub review_hours: Option<u32>,
    /// Fields that "add to the blacklist" copies from orders and customers into one entry.
    pub list_fields: Vec<String>,
    /// Fields of which a confirmed fraud makes an entry each, with effect hold; none: it makes no entry.
    pub fraud_fields: Vec<String>,
    /// Days after which what is personal in an order is erased; `None`: 730.
    pub retention_days: Option<u32>,
    /// Days after which the bodies of deliveries are deleted; `None`: 30.
    pub delivery_body_days: Option<u32>,
}

/// The shop's words for its holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HoldCodes {
    /// A check said review or decline.
    pub automatic: String,
    /// A person asked for it.
    pub manual: String,
}

impl Default for HoldCodes {
    fn default() -> Self {
        Self { automatic: "automatic".to_owned(), manual: "manual".to_owned() }
    }
}

impl Default for ShopSettings {
    fn default() -> Self {
        Self {
            stop_window_hours: None,
            hold_codes: HoldCodes::default(),
            review_hours: None,
            list_fields: vec!["email".to_owned()],
            fraud_fields: vec!["email".to_owned()],
            retention_days: None,
            delivery_body_days: None,
        }
    }
}

/// Fields that say enough of one person to hold every order that carries them.
const FRAUD_FIELDS: [Field; 6] = [Field::Email, Field::Phone, Field::Ip, Field::CustomerId, Field::PaymentFingerprint, Field::Device];

impl ShopSettings {
    /// Reads stored settings; what cannot be read is as if it were not set.
    pub fn stored(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// Hours of the stop window in force.
    pub fn stop_window_hours(&self) -> u32 {
        self.stop_window_hours.unwrap_or(DEFAULT_STOP_WINDOW_HOURS)
    }

    /// Days that what is personal in an order is kept.
    pub fn retention_days(&self) -> u32 {
        self.retention_days.unwrap_or(DEFAULT_RETENTION_DAYS)
    }

    /// Days that the bodies of deliveries are kept.
    pub fn delivery_body_days(&self) -> u32 {
        self.delivery_body_days.unwrap_or(DEFAULT_DELIVERY_BODY_DAYS)
    }

    /// What is wrong with them; pointers start at the settings.
    ///
    /// # Errors
    /// Every problem found.
    pub fn checked(self) -> Result<Self, Invalid> {
        let mut problems = Vec::new();
        let hours = |hours: Option<u32>, pointer: &str| {
            hours
                .is_some_and(|hours| hours == 0 || hours > MOST_HOURS)
                .then(|| Problem::new(pointer, format!("must be 1 to {MOST_HOURS} hours, or null")))
        };
        problems.extend(hours(self.stop_window_hours, "/stop_window_hours"));
        problems.extend(hours(self.review_hours, "/review_hours"));
        let days = |days: Option<u32>, fewest: u32, most: u32, pointer: &str| {
            days.is_some_and(|days| days < fewest || days > most)
                .then(|| Problem::new(pointer, format!("must be {fewest} to {most} days, or null")))
        };
        problems.extend(days(self.retention_days, FEWEST_RETENTION_DAYS, MOST_RETENTION_DAYS, "/retention_days"));
        problems.extend(days(self.delivery_body_days, 1, MOST_DELIVERY_BODY_DAYS, "/delivery_body_days"));
        let codes = &self.hold_codes;
        for (code, pointer) in [(&codes.automatic, "/hold_codes/automatic"), (&codes.manual, "/hold_codes/manual")] {
            if code.trim() != code || code.is_empty() || code.chars().count() > LONGEST_CODE || code.chars().any(char::is_control) {
                problems.push(Problem::new(pointer, format!("must be 1 to {LONGEST_CODE} characters without blanks around them")));
            }
        }
        if codes.automatic == codes.manual {
            problems.push(Problem::new("/hold_codes/manual", "must differ from the automatic code"));
        }
        let name = |name: &str| Field::ALL.iter().copied().find(|field| field.as_str() == name);
        for (index, field) in self.list_fields.iter().enumerate() {
            if name(field).is_none() {
                problems.push(Problem::new(format!("/list_fields/{index}"), "is not an entry field"));
            }
        }
        if self.list_fields.is_empty() {
            problems.push(Problem::new("/list_fields", "names no field"));
        }
        for (index, field) in self.fraud_fields.iter().enumerate() {
            if !name(field).is_some_and(|field| FRAUD_FIELDS.contains(&field)) {
                let known: Vec<&str> = FRAUD_FIELDS.iter().map(|field| field.as_str()).collect();
                problems.push(Problem::new(format!("/fraud_fields/{index}"), format!("use one of {}", known.join(", "))));
            }
        }
        if problems.is_empty() { Ok(self) } else { Err(Invalid { problems }) }
    }
}
