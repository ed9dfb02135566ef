//! Shopify's Admin API (GraphQL): what an order is told. Holds are placed on every open fulfilment
//! order under a handle of ours, and only those are released. Nobody outside the shop is notified.

use serde_json::{Value, json};

use crate::call::{Conversation, HttpAnswer, HttpCall, Order, Turn, failed, read, short};

/// What Shopify is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShopifyAim {
    /// Hold every open fulfilment order, tag the order, and tell Shopify the risk.
    Hold,
    /// Release our holds and take the tag away.
    Release,
    /// Cancel the order.
    Cancel,
    /// Refund the payment.
    Refund,
}

const HANDLE: &str = "ordergate";
const TAG: &str = "ordergate-held";

const READ: &str = "query($id: ID!, $after: String) { order(id: $id) { id cancelledAt tags \
    fulfillmentOrders(first: 50, after: $after) { nodes { id status fulfillmentHolds { id handle } } pageInfo { hasNextPage endCursor } } \
    transactions(first: 50) { id kind status gateway amountSet { shopMoney { amount } } } refunds { id note } } }";
const HOLD: &str = "mutation($id: ID!, $hold: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) { userErrors { field message } } }";
const RELEASE: &str =
    "mutation($id: ID!, $holds: [ID!]) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holds) { userErrors { field message } } }";
const TAG_ADD: &str = "mutation($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { field message } } }";
const TAG_REMOVE: &str = "mutation($id: ID!, $tags: [String!]!) { tagsRemove(id: $id, tags: $tags) { userErrors { field message } } }";
const RISK: &str = "mutation($input: OrderRiskAssessmentCreateInput!) { orderRiskAssessmentCreate(orderRiskAssessmentInput: $input) { userErrors { field message } } }";
const CANCEL: &str = "mutation($id: ID!, $restock: Boolean!, $note: String) { orderCancel(orderId: $id, refundMethod: { originalPaymentMethodsRefund: true }, restock: $restock, \
    reason: FRAUD, notifyCustomer: false, staffNote: $note) { orderCancelUserErrors { field message } userErrors { field message } } }";
const REFUND: &str =
    "mutation($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { userErrors { field message } } }";

/// One thing that is still to be done.
#[derive(Debug, Clone, PartialEq)]
struct Task {
    query: &'static str,
    variables: Value,
    /// Refusals of this task do not make the whole fail: the hold counts, the tag helps.
    helps_only: bool,
}

/// A conversation about one order.
#[derive(Debug)]
pub struct ShopifyConversation {
    aim: ShopifyAim,
    version: String,
    order: String,
    command: String,
    comment: String,
    amount: Option<String>,
    restock: bool,
    score: Option<i64>,
    tasks: Vec<Task>,
    reading: bool,
    doing: Option<Task>,
    fulfilment_orders: Vec<Value>,
}

impl ShopifyConversation {
    /// Begins a conversation in a version of the API such as `2026-07`.
    pub fn new(aim: ShopifyAim, version: &str, order: &Order<'_>) -> Self {
        Self {
            aim,
            version: version.to_owned(),
            order: format!("gid://shopify/Order/{}", order.id.bytes().filter(u8::is_ascii_digit).map(char::from).collect::<String>()),
            command: order.command.to_owned(),
            comment: short(order.comment),
            amount: order.amount.map(str::to_owned),
            restock: order.restock,
            score: order.score,
            tasks: Vec::new(),
            reading: true,
            doing: None,
            fulfilment_orders: Vec::new(),
        }
    }

    fn ask(&self, query: &str, variables: &Value, changes: bool) -> Turn {
        Turn::Ask(HttpCall {
            method: "POST",
            path: format!("/admin/api/{}/graphql.json", self.version),
            body: json!({ "query": query, "variables": variables }).to_string(),
            changes,
        })
    }

    fn read(&self, after: Option<&str>) -> Turn {
        self.ask(READ, &json!({ "id": self.order, "after": after }), false)
    }

    /// The order was read: what is to be done about it.
    fn plan(&mut self, order: &Value) -> Option<Turn> {
        let cancelled = order.get("cancelledAt").is_some_and(|at| !at.is_null());
        let task = |query, variables| Task { query, variables, helps_only: false };
        let help = |query, variables| Task { query, variables, helps_only: true };
        let marker = format!("[ordergate {}]", self.command);
        match self.aim {
            ShopifyAim::Hold if cancelled => {}
            ShopifyAim::Hold => {
                let hold = json!({ "reason": "HIGH_RISK_OF_FRAUD", "reasonNotes": self.comment, "notifyMerchant": false, "handle": HANDLE, "externalId": self.command });
                for one in &self.fulfilment_orders {
                    let open = matches!(text(one, "status"), "OPEN" | "SCHEDULED" | "ON_HOLD");
                    if open && our_holds(one).is_empty() {
                        self.tasks.push(task(HOLD, json!({ "id": one.get("id"), "hold": hold })));
                    }
                }
                self.tasks.push(help(TAG_ADD, json!({ "id": self.order, "tags": [TAG] })));
                let facts = json!([{ "description": format!("Ordergate: {} points. {}", self.score.unwrap_or_default(), self.comment).trim(), "sentiment": "NEGATIVE" }]);
                self.tasks.push(help(RISK, json!({ "input": { "orderId": self.order, "riskLevel": "HIGH", "facts": facts } })));
            }
            ShopifyAim::Release => {
                for one in &self.fulfilment_orders {
                    let holds = our_holds(one);
                    if !holds.is_empty() {
                        self.tasks.push(task(RELEASE, json!({ "id": one.get("id"), "holds": holds })));
                    }
                }
                self.tasks.push(help(TAG_REMOVE, json!({ "id": self.order, "tags": [TAG] })));
            }
            ShopifyAim::Cancel if cancelled => {}
            ShopifyAim::Cancel => {
                let note = format!("{} {marker}", self.comment);
                self.tasks.push(task(CANCEL, json!({ "id": self.order, "restock": self.restock, "note": note })));
            }
            ShopifyAim::Refund => {
                let refunds = order.get("refunds").and_then(Value::as_array);
                if refunds.is_some_and(|list| list.iter().any(|refund| text(refund, "note").contains(&marker))) {
                    return Some(Turn::Done);
                }
                let paid = order.get("transactions").and_then(Value::as_array).and_then(|list| {
                    list.iter().find(|one| matches!(text(one, "kind"), "SALE" | "CAPTURE") && text(one, "status") == "SUCCESS")
                });
                let Some(paid) = paid else { return Some(Turn::Never("the order has no payment that could be refunded".to_owned())) };
                let whole = paid.pointer("/amountSet/shopMoney/amount").and_then(Value::as_str).map(str::to_owned);
                let Some(amount) = self.amount.clone().or(whole) else { return Some(Turn::Never("the payment has no amount".to_owned())) };
                let transaction = json!({ "orderId": self.order, "gateway": paid.get("gateway"), "kind": "REFUND", "amount": amount, "parentId": paid.get("id") });
                let input = json!({ "orderId": self.order, "note": format!("{} {marker}", self.comment), "notify": false, "transactions": [transaction] });
                self.tasks.push(task(REFUND, json!({ "input": input, "key": self.command })));
            }
        }
        self.tasks.reverse();
        None
    }

    fn go_on(&mut self) -> Turn {
        self.doing = self.tasks.pop();
        match &self.doing {
            Some(task) => self.ask(task.query, &task.variables, true),
            None => Turn::Done,
        }
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The ids of our holds on a fulfilment order.
fn our_holds(order: &Value) -> Vec<&Value> {
    let holds = order.get("fulfillmentHolds").and_then(Value::as_array);
    holds.into_iter().flatten().filter(|hold| text(hold, "handle") == HANDLE).filter_map(|hold| hold.get("id")).collect()
}

/// What Shopify says against a request, in its answer's body.
fn complaint(json: &Value) -> Option<Turn> {
    let errors = json.get("errors").and_then(Value::as_array);
    if let Some(error) = errors.and_then(|list| list.first()) {
        let throttled = error.pointer("/extensions/code").and_then(Value::as_str) == Some("THROTTLED");
        let wait_seconds = throttled.then_some(5);
        let reason = if throttled {
            "the shop asks to slow down (throttled)".to_owned()
        } else {
            format!("the shop refused the query: {}", short(text(error, "message")))
        };
        return Some(Turn::Later { reason, wait_seconds });
    }
    let data = json.get("data").and_then(Value::as_object)?;
    let refused = data
        .values()
        .flat_map(|answer| ["userErrors", "orderCancelUserErrors"].into_iter().filter_map(|name| answer.get(name)?.as_array()?.first()));
    refused.map(|error| Turn::Never(format!("the shop refused it: {}", short(text(error, "message"))))).next()
}

impl Conversation for ShopifyConversation {
    fn next(&mut self, answer: Option<HttpAnswer<'_>>) -> Turn {
        let Some(answer) = answer else { return self.read(None) };
        if let Some(turn) = failed(answer) {
            return turn;
        }
        let Some(json) = read::<Value>(answer.body) else {
            return Turn::Later { reason: "the shop answered with something that is no JSON".to_owned(), wait_seconds: None };
        };
        if let Some(turn) = complaint(&json) {
            if self.doing.as_ref().is_some_and(|task| task.helps_only) && matches!(turn, Turn::Never(_)) {
                return self.go_on();
            }
            return turn;
        }
        if self.reading {
            let Some(order) = json.pointer("/data/order").filter(|order| !order.is_null()) else {
                return Turn::Never("the shop does not know this order".to_owned());
            };
            let list = order.pointer("/fulfillmentOrders/nodes").and_then(Value::as_array);
            self.fulfilment_orders.extend(list.into_iter().flatten().cloned());
            let page = order.pointer("/fulfillmentOrders/pageInfo");
            if page.and_then(|page| page.get("hasNextPage")).and_then(Value::as_bool) == Some(true) && self.fulfilment_orders.len() < 1_000
            {
                return self.read(page.map(|page| text(page, "endCursor")));
            }
            self.reading = false;
            if let Some(turn) = self.plan(order) {
                return turn;
            }
        }
        self.go_on()
    }
}
