//! WooCommerce's REST API, version 3: what an order is told. A hold is a private note and order
//! metadata, which a snippet of the shop or the fulfilment question reads; the status `on-hold` is
//! shown to buyers and mails them, so it is used only where the shop asked for it. Nothing is ever
//! sent as a note to the customer.

use serde_json::{Value, json};

use crate::call::{Conversation, HttpAnswer, HttpCall, Order, Turn, failed, read, short};

const KEY: &str = "_ordergate";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    ReadOrder,
    ReadNotes,
    ReadRefunds,
    WroteOrder,
    WroteNote,
    WroteRefund,
}

/// What WooCommerce is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WooAim {
    /// Hold; with the buyer-visible status when the shop asked for it.
    Hold {
        /// Set the status `on-hold` too.
        status: bool,
    },
    /// Release; takes back the status only if it is still `on-hold`.
    Release {
        /// The hold set the status `on-hold` too.
        status: bool,
    },
    /// Set the status `cancelled`.
    Cancel,
    /// Refund through the payment gateway.
    Refund,
}

/// A conversation about one order.
#[derive(Debug)]
pub struct WooConversation {
    aim: WooAim,
    order: String,
    marker: String,
    comment: String,
    amount: Option<String>,
    restock: bool,
    at: At,
}

impl WooConversation {
    /// Begins a conversation.
    pub fn new(aim: WooAim, order: &Order<'_>) -> Self {
        Self {
            aim,
            order: order.id.to_owned(),
            marker: format!("[ordergate {}]", order.command),
            comment: short(order.comment),
            amount: order.amount.map(str::to_owned),
            restock: order.restock,
            at: At::Start,
        }
    }

    fn call(&mut self, at: At, method: &'static str, rest: &str, body: Option<Value>) -> Turn {
        self.at = at;
        let id: String = self.order.bytes().filter(u8::is_ascii_digit).map(char::from).collect();
        Turn::Ask(HttpCall {
            method,
            path: format!("/wp-json/wc/v3/orders/{id}{rest}"),
            changes: body.is_some(),
            body: body.map(|body| body.to_string()).unwrap_or_default(),
        })
    }

    fn note(&self) -> String {
        let words = match self.aim {
            WooAim::Hold { .. } => "Ordergate holds this order: do not ship it.",
            WooAim::Release { .. } => "Ordergate has released this order.",
            WooAim::Cancel => "Ordergate has cancelled this order.",
            WooAim::Refund => "Ordergate has refunded this order.",
        };
        format!("{words} {} {}", self.comment, self.marker)
    }

    /// The order was read: write what is to change in it, or go on to the note.
    fn change(&mut self, order: &Value) -> Turn {
        let status = order.get("status").and_then(Value::as_str).unwrap_or_default();
        let meta = |value: &str| json!([{ "key": KEY, "value": value }]);
        let held = |value: &str| {
            let known = order.get("meta_data").and_then(Value::as_array);
            known.is_some_and(|list| {
                list.iter().any(|meta| {
                    meta.get("key").and_then(Value::as_str) == Some(KEY) && meta.get("value").and_then(Value::as_str) == Some(value)
                })
            })
        };
        match self.aim {
            WooAim::Hold { .. } if matches!(status, "cancelled" | "refunded" | "failed" | "trash") => Turn::Done,
            WooAim::Hold { status: true } if status != "on-hold" || !held("held") => {
                self.call(At::WroteOrder, "PUT", "", Some(json!({ "status": "on-hold", "meta_data": meta("held") })))
            }
            WooAim::Hold { .. } if !held("held") => self.call(At::WroteOrder, "PUT", "", Some(json!({ "meta_data": meta("held") }))),
            WooAim::Release { status: true } if status == "on-hold" => {
                self.call(At::WroteOrder, "PUT", "", Some(json!({ "status": "processing", "meta_data": meta("released") })))
            }
            WooAim::Release { .. } if !held("released") => {
                self.call(At::WroteOrder, "PUT", "", Some(json!({ "meta_data": meta("released") })))
            }
            WooAim::Cancel if status == "completed" => Turn::Never("the order is completed in the shop; refund it instead".to_owned()),
            WooAim::Cancel if !matches!(status, "cancelled" | "refunded") => {
                self.call(At::WroteOrder, "PUT", "", Some(json!({ "status": "cancelled", "meta_data": meta("cancelled") })))
            }
            WooAim::Refund => self.call(At::ReadRefunds, "GET", "/refunds?per_page=100", None),
            _ => self.call(At::ReadNotes, "GET", "/notes?type=internal", None),
        }
    }

    /// The refunds were read: one with our marker is ours already.
    fn refund(&mut self, refunds: &Value, total: Option<&str>) -> Turn {
        let list = refunds.as_array();
        let marked = |refund: &Value| refund.get("reason").and_then(Value::as_str).is_some_and(|reason| reason.contains(&self.marker));
        if list.is_some_and(|list| list.iter().any(marked)) {
            return self.call(At::ReadNotes, "GET", "/notes?type=internal", None);
        }
        let Some(amount) = self.amount.clone().or_else(|| total.map(str::to_owned)) else {
            return Turn::Never("the order has no total to be refunded".to_owned());
        };
        let body = json!({ "amount": amount, "reason": format!("{} {}", self.comment, self.marker), "api_refund": true, "api_restock": self.restock });
        self.call(At::WroteRefund, "POST", "/refunds", Some(body))
    }
}

impl Conversation for WooConversation {
    fn next(&mut self, answer: Option<HttpAnswer<'_>>) -> Turn {
        let Some(answer) = answer else { return self.call(At::ReadOrder, "GET", "", None) };
        if let Some(turn) = failed(answer) {
            return turn;
        }
        let Some(json) = read::<Value>(answer.body) else {
            return Turn::Later { reason: "the shop answered with something that is no JSON".to_owned(), wait_seconds: None };
        };
        match self.at {
            At::Start | At::ReadOrder => {
                if self.aim == WooAim::Refund && self.amount.is_none() {
                    self.amount = json.get("total").and_then(Value::as_str).map(str::to_owned);
                }
                self.change(&json)
            }
            At::ReadRefunds => self.refund(&json, None),
            At::WroteOrder | At::WroteRefund => self.call(At::ReadNotes, "GET", "/notes?type=internal", None),
            At::ReadNotes => {
                let ours = |note: &Value| note.get("note").and_then(Value::as_str).is_some_and(|note| note.contains(&self.marker));
                if json.as_array().is_some_and(|notes| notes.iter().any(ours)) {
                    return Turn::Done;
                }
                let body = json!({ "note": self.note(), "customer_note": false });
                self.call(At::WroteNote, "POST", "/notes", Some(body))
            }
            At::WroteNote => Turn::Done,
        }
    }
}
