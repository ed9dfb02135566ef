//! One evaluation of one order against one ruleset.

use serde::{Deserialize, Serialize};

use crate::entry::{Effect, Field};
use crate::mailbox::Mailbox;
use crate::rule::Evaluation;
use crate::subject::Subject;
use crate::{DATA_VERSION, ENGINE_VERSION, Facts, NORMALISER_VERSION, Order, Ruleset, Timestamp};

/// The engine's answer, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Nothing stops the order.
    Approve,
    /// The order is held for a person.
    Review,
    /// The order is held; the shop's rules say to refuse it. People refuse, the engine does not.
    Decline,
}

impl Decision {
    /// The decision's name in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Review => "review",
            Self::Decline => "decline",
        }
    }
}

/// An entry or rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// `entry:<id>` or `rule:<id>`.
    pub source: String,
    /// The entry's reason or the rule's name.
    pub reason: String,
    /// What it adds to the score; 0 unless its effect is `points`.
    pub points: i32,
    /// What it does.
    pub effect: Effect,
    /// The entry's filled fields in the contract's order; empty for rules.
    pub fields: Vec<Field>,
    /// Where all its place fields hold: `billing`, `shipping`, `lines[i]`, `customer`.
    pub places: Vec<String>,
}

/// The immutable record of one check; serialises to the contract's JSON, keys in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What becomes of the order.
    pub decision: Decision,
    /// Sum of the points of all matches.
    pub score: i32,
    /// The threshold it was compared with.
    pub minimum: Option<i32>,
    /// Shown as suspicious.
    pub marked: bool,
    /// Not to be processed until released.
    pub held: bool,
    /// Approved because an allow entry or rule fired.
    pub allowed: bool,
    /// Why nothing was tested: `inactive`.
    pub skipped: Option<String>,
    /// Entries by id, then rules by id.
    pub matches: Vec<Match>,
    /// When it was made, as given.
    pub now: Timestamp,
    /// Snapshot number; 0 for a draft.
    pub snapshot: u64,
    /// Newest entry change in force.
    pub entries_seq: u64,
    /// Version of the data files.
    pub data: String,
    /// [`ENGINE_VERSION`].
    pub engine: u32,
    /// [`NORMALISER_VERSION`].
    pub normaliser: u32,
}

impl Check {
    /// The contract's JSON, without spaces.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Checks one order: every live entry and every active rule is evaluated, whatever fired before.
pub fn check(order: &Order, facts: &Facts, ruleset: &Ruleset, now: Timestamp) -> Check {
    let settings = &ruleset.settings;
    let mut check = Check {
        decision: Decision::Approve,
        score: 0,
        minimum: settings.minimum_points,
        marked: false,
        held: false,
        allowed: false,
        skipped: None,
        matches: Vec::new(),
        now,
        snapshot: ruleset.snapshot,
        entries_seq: ruleset.entries_seq,
        data: DATA_VERSION.to_owned(),
        engine: ENGINE_VERSION,
        normaliser: NORMALISER_VERSION,
    };
    if !settings.active {
        check.skipped = Some("inactive".to_owned());
        return check;
    }
    let mailbox = Mailbox::of(order);
    check.matches =
        ruleset.entries.matches(|needed| Subject::read(order, settings.default_country.as_deref(), &mailbox, needed), settings, now);
    let evaluation = Evaluation::new(order, facts, settings, &ruleset.rules.code, &mailbox);
    check.matches.extend(ruleset.rules.fired(&evaluation).map(|rule| Match {
        source: ["rule:", &rule.id].concat(),
        reason: rule.reason.clone(),
        points: rule.points,
        effect: rule.effect,
        fields: Vec::new(),
        places: Vec::new(),
    }));
    check.decide(settings.decline_points);
    check
}

impl Check {
    /// Precedence: hold_always > allow > decline by score > hold or score > mark.
    fn decide(&mut self, decline_points: Option<i32>) {
        let fired = |effect: Effect| self.matches.iter().any(|found| found.effect == effect);
        self.score = self.matches.iter().fold(0, |sum: i32, found| sum.saturating_add(found.points));
        let over = |limit: Option<i32>| limit.is_some_and(|limit| self.score > limit);
        let hold_always = fired(Effect::HoldAlways);
        self.allowed = !hold_always && fired(Effect::Allow);
        self.decision = if hold_always {
            Decision::Review
        } else if self.allowed {
            Decision::Approve
        } else if over(decline_points) {
            Decision::Decline
        } else if fired(Effect::Hold) || over(self.minimum) {
            Decision::Review
        } else {
            Decision::Approve
        };
        self.held = self.decision != Decision::Approve;
        let suspicious =
            |found: &Match| found.source.starts_with("entry:") || matches!(found.effect, Effect::Mark | Effect::Hold | Effect::HoldAlways);
        self.marked = !self.allowed && (self.held || self.matches.iter().any(suspicious));
    }
}
