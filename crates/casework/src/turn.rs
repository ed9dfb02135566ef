//! An order the shop counted on turns: it is held, a case opens, and the contacts hear of it while
//! the delivery can still be stopped.

use ordergate_screening::{Check, Order, Timestamp};

use crate::effects::{CaseEvent, Effects, NewCase, TurnCause};
use crate::mail::{CaseNews, Contact, Marks, ShopFacts, case_opened, warning};

/// The case that is open about an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCase {
    /// Its id.
    pub id: String,
    /// Its revision; the next event names the one after it.
    pub revision: i64,
}

/// Makes the link by which a contact answers a case without a login; `None` when the deployment
/// has no key to sign it.
pub type AnswerLink<'a> = dyn Fn(&str, &str, Timestamp) -> Option<String> + 'a;

/// Who is told about an order, and how.
#[derive(Clone, Copy)]
pub struct Audience<'a> {
    /// The shop it belongs to.
    pub shop: &'a ShopFacts,
    /// Who gets mail.
    pub contacts: &'a [Contact],
    /// Case, contact and deadline to the link that answers the case.
    pub answer_link: &'a AnswerLink<'a>,
}

impl Audience<'_> {
    /// Queues the warning of a marked or held order to everybody who wants to hear of it: at once, or
    /// for the next digest.
    pub(crate) fn warn(&self, order: &Order, check: &Check, effects: &mut Effects, ids: &mut dyn FnMut() -> String) {
        for contact in self.contacts {
            if if check.held { contact.holds } else { contact.marks == Marks::AtOnce } {
                effects.mails.push(warning(ids(), contact, self.shop, order, check));
            } else if !check.held && contact.marks == Marks::Digest {
                effects.digests.push(contact.id.clone());
            }
        }
    }
}

impl std::fmt::Debug for Audience<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Audience").field("shop", self.shop).field("contacts", &self.contacts.len()).finish_non_exhaustive()
    }
}

/// What turned an order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Turn<'a> {
    pub(crate) cause: TurnCause,
    /// What the person or the platform said; `None` when the check speaks for itself.
    pub(crate) said: Option<&'a str>,
    pub(crate) actor: &'a str,
    /// The order's content; `None` when it was never readable.
    pub(crate) order: Option<&'a Order>,
    /// The check that turned it.
    pub(crate) check: Option<(&'a str, &'a Check)>,
    /// When the order was checked first: the stop window counts from here.
    pub(crate) first_checked: Timestamp,
    pub(crate) open: Option<&'a OpenCase>,
    pub(crate) now: Timestamp,
}

impl Turn<'_> {
    /// Opens the case and queues its mails, all into `effects`. An open case is told instead; its
    /// contacts have been mailed already.
    pub(crate) fn write(&self, audience: &Audience<'_>, effects: &mut Effects, ids: &mut dyn FnMut() -> String) {
        let detail = match (self.said, self.check) {
            (Some(said), _) => said.to_owned(),
            (None, Some((_, check))) => format!("{}, {} points", check.decision.as_str(), check.score),
            (None, None) => String::new(),
        };
        let event = |case: String, revision: i64, kind: &'static str| CaseEvent {
            case,
            revision,
            actor: self.actor.to_owned(),
            kind,
            detail: format!("{}: {detail}", self.cause),
        };
        if let Some(open) = self.open {
            effects.case_event = Some(event(open.id.clone(), open.revision.saturating_add(1), "turned"));
            return;
        }
        let hours = i64::from(audience.shop.stop_window_hours);
        let deadline = self.first_checked.plus_millis(hours.saturating_mul(3_600_000));
        let window_over = self.now >= deadline;
        let id = ids();
        effects.case_event = Some(event(id.clone(), 1, "opened"));
        if !window_over && let Some(order) = self.order {
            for contact in audience.contacts.iter().filter(|contact| contact.cases) {
                let news = CaseNews {
                    cause: self.cause,
                    said: self.said,
                    check: self.check.map(|(_, check)| check),
                    deadline,
                    answer_url: (audience.answer_link)(&id, &contact.id, deadline),
                    now: self.now,
                };
                effects.mails.push(case_opened(ids(), contact, audience.shop, order, &news));
            }
        }
        effects.case = Some(NewCase {
            id,
            cause: self.cause,
            detail,
            actor: self.actor.to_owned(),
            check: self.check.map(|(id, _)| id.to_owned()),
            deadline,
            window_over,
        });
    }
}
