//! What the demo shop's people have done by now, so that no view of the admin page is empty: orders that turned out to be fraud, cases in
//! every state, a hold by hand, a release, and an order that could not be read.

use super::accepted;
use super::send::{self, Endpoints};
use crate::http;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Orders of WooCommerce by their number, all of them approved and among the newest of their shop.
const STOLEN: &str = "4492";
const OWNER_CALLED: &str = "4491";
const NO_SUCH_HOUSE: &str = "4489";
const DISPUTED: &str = "4486";
const ODD_CALLER: &str = "4485";
const PRESENT: &str = "4483";
/// The number after the last of the seeded ones.
const UNREADABLE: u64 = 4_500;

/// Does all of it through the API. `now` is the Unix time that a case sleeps from.
pub(crate) fn work(port: u16, endpoints: &Endpoints, key: &str, now: i64) -> Result<()> {
    let key = format!("Bearer {key}");
    let ask = |path: &str, body: Value| {
        let answer = http::post(port, path, &[("Authorization", &key)], body.to_string().as_bytes())?;
        // Done already, before seeding was interrupted.
        if answer.status == 409 { Ok(Value::Null) } else { accepted(path, answer) }
    };
    let order = |id: &str, act: &str, body: Value| ask(&format!("/v1/orders/{id}/{act}"), body);
    // 1. Orders that turn; each opens a case.
    let turn = |id: &str, status: &str, comment: &str| -> Result<String> {
        let page = order(id, "status", json!({ "status": status, "comment": comment }))?;
        Ok(page.pointer("/case/id").and_then(Value::as_str).with_context(|| format!("order {id} opened no case: {page}"))?.to_owned())
    };
    turn(STOLEN, "fraud", "the bank says the card was stolen")?;
    let taken = turn(OWNER_CALLED, "fraud", "the real owner of the card called")?;
    let asleep = turn(NO_SUCH_HOUSE, "declined", "the courier says there is no such house")?;
    let answered = turn(DISPUTED, "fraud", "disputed at the payment provider")?;
    // 2. What people made of the cases.
    let case = |id: &str, act: &str, body: Value| ask(&format!("/v1/cases/{id}/{act}"), body);
    case(&taken, "assign", json!({ "assignee": "Ola Nowak" }))?;
    case(&taken, "notes", json!({ "text": "The warehouse looks for the parcel." }))?;
    case(&asleep, "snooze", json!({ "until": send::timestamp(now + 2 * 3_600) }))?;
    case(&answered, "resolution", json!({ "resolution": "blocked", "comment": "stopped at the dock" }))?;
    // 3. Holds by hand.
    order(ODD_CALLER, "hold", json!({ "comment": "The caller sounded odd; her bank calls back." }))?;
    order(ODD_CALLER, "lock", json!({ "by": "Ola Nowak" }))?;
    order(PRESENT, "hold", json!({ "comment": "Two parcels to two cities within an hour." }))?;
    order(PRESENT, "release", json!({ "comment": "Called the buyer: presents for her children." }))?;
    order(PRESENT, "labels", json!({ "label": "legitimate", "comment": "presents for her children" }))?;
    // 4. What a plugin broke on its way.
    send::unreadable(port, endpoints, UNREADABLE, now)
}
