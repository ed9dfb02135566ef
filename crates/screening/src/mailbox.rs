//! The order's e-mail address, read once for entries and rules.

use std::cell::OnceCell;

use crate::Order;
use crate::key::Email;

/// The e-mail address of an order, read when somebody first asks.
#[derive(Debug)]
pub(crate) struct Mailbox<'o> {
    typed: Option<&'o str>,
    read: OnceCell<Option<Email>>,
}

impl<'o> Mailbox<'o> {
    pub(crate) fn of(order: &'o Order) -> Self {
        Self { typed: order.email.as_deref(), read: OnceCell::new() }
    }

    pub(crate) fn get(&self) -> Option<&Email> {
        self.read.get_or_init(|| self.typed.and_then(Email::parse)).as_ref()
    }
}
