//! WooCommerce: the body of `order.*` webhooks is the order of REST API version 3.
//!
//! Statuses: `cancelled`, `refunded` (all money went back), `failed` (payment refused) and `trash`
//! are [`ShopStatus::Cancelled`], as nothing is sent for them; a buyer who pays a failed order after
//! all comes back as a newer version that is open again. `completed` is [`ShopStatus::Shipped`].
//! Everything else, plugins' own statuses included, is open.

use ordergate_screening::{Currency, Customer, Line, Money, Order, Payment, Place, Problem};

use crate::amount::Rounded;
use crate::custom::Custom;
use crate::entities::decoded;
use crate::notes::Notes;
use crate::read::{self, Field, Object, Quantity};
use crate::salvage::Identity;
use crate::{MOST_LINES, ShopOrder, ShopStatus};

/// Topics whose body is an order. `order.deleted` carries only an id.
pub(crate) const ORDER_TOPICS: [&str; 3] = ["order.created", "order.updated", "order.restored"];

pub(crate) const IDENTITY: Identity = Identity { id: "id", global_id: None, number: "number", version: "date_modified_gmt" };

/// Whether this is the body WooCommerce sends, unsigned, when a webhook is saved.
pub(crate) fn is_ping(body: &[u8]) -> bool {
    body.strip_prefix(b"webhook_id=").is_some_and(|id| (1..=20).contains(&id.len()) && id.iter().all(u8::is_ascii_digit))
}

/// Reads the order that `body` is.
pub(crate) fn order(body: &[u8]) -> Result<ShopOrder, Problem> {
    let fields = read::body(
        body,
        [
            "id",
            "number",
            "status",
            "currency",
            "date_created_gmt",
            "date_modified_gmt",
            "total",
            "discount_total",
            "customer_id",
            "customer_ip_address",
            "customer_user_agent",
            "customer_note",
            "created_via",
            "billing",
            "shipping",
            "payment_method",
            "payment_method_title",
            "transaction_id",
            "line_items",
            "coupon_lines",
            "meta_data",
            "code",
        ],
    )?;
    let mut notes = Notes::default();
    let id = fields.get("id").identifier()?.ok_or_else(|| match fields.text("code") {
        // `{"code": "woocommerce_rest_cannot_view", …}`: WooCommerce signs and sends its own refusal.
        Ok(Some(code)) => fields.get("code").problem(format!(
            "WooCommerce sent the error `{}` instead of the order; the user who owns the webhook must be allowed to read orders",
            code.chars().take(64).collect::<String>()
        )),
        _ => fields.get("id").missing(),
    })?;
    let placed_at = fields.get("date_created_gmt").time()?.ok_or_else(|| fields.get("date_created_gmt").missing())?;
    let version = fields.get("date_modified_gmt").time()?.unwrap_or_else(|| {
        notes.add(|| "updated_at: not sent; the time of the order is used".to_owned());
        placed_at
    });
    let currency = fields.get("currency").currency()?;
    let total = fields.get("total").money(currency)?.ok_or_else(|| fields.get("total").missing())?;
    let status = fields.text("status")?;
    let billing = fields.get("billing");
    let contact = billing.object(["email", "phone"])?;
    let method = fields.text("payment_method")?;

    let mut order = Order::new(id, placed_at, total);
    order.number = fields.get("number").text_or_number()?;
    order.updated_at = Some(version);
    order.channel = fields.text("created_via")?;
    order.email = contact.text("email")?;
    order.phone = contact.text("phone")?;
    order.ip = fields.text("customer_ip_address")?;
    order.user_agent = fields.text("customer_user_agent")?;
    order.customer = Customer { id: fields.get("customer_id").identifier()?, ..Customer::default() };
    order.billing = place(billing)?;
    order.shipping = place(fields.get("shipping"))?;
    order.lines = lines(fields.get("line_items"), currency, &mut notes)?;
    order.payment = Payment { provider: method.clone().filter(|method| !OFFLINE.contains(&method.as_str())), method, ..Payment::default() };

    let mut custom = Custom::default();
    custom.platform("status", status.clone(), &mut notes);
    custom.platform("coupon", coupons(fields.get("coupon_lines"))?, &mut notes);
    custom.platform("note", fields.text("customer_note")?, &mut notes);
    custom.platform("discount_total", fields.get("discount_total").number_text()?, &mut notes);
    custom.platform("payment_title", fields.text("payment_method_title")?.map(decoded), &mut notes);
    custom.platform("transaction_id", fields.get("transaction_id").text_or_number()?, &mut notes);
    meta_data(fields.get("meta_data"), &mut custom, &mut notes)?;
    (order.custom, order.token) = custom.finish(&mut notes);

    let status = match status.as_deref() {
        Some("cancelled" | "refunded" | "failed" | "trash") => ShopStatus::Cancelled,
        Some("completed") => ShopStatus::Shipped,
        _ => ShopStatus::Open,
    };
    Ok(ShopOrder { order, version, status, notes: notes.into_texts() })
}

/// WooCommerce's own gateways behind which no payment provider stands.
const OFFLINE: [&str; 3] = ["cod", "bacs", "cheque"];

fn place(field: Field<'_, '_>) -> Result<Place, Problem> {
    let fields =
        field.object(["first_name", "last_name", "company", "address_1", "address_2", "city", "state", "postcode", "country", "phone"])?;
    Ok(Place {
        first_name: fields.text("first_name")?,
        last_name: fields.text("last_name")?,
        company: fields.text("company")?,
        street: fields.text("address_1")?,
        street2: fields.text("address_2")?,
        postcode: fields.text("postcode")?,
        city: fields.text("city")?,
        region: fields.text("state")?,
        country: fields.text("country")?,
        phone: fields.text("phone")?,
        ..Place::default()
    })
}

fn lines(field: Field<'_, '_>, currency: Currency, notes: &mut Notes) -> Result<Vec<Line>, Problem> {
    let mut lines = Vec::new();
    for (index, item) in field.list()?.enumerate() {
        if index == MOST_LINES {
            return Err(field.problem(format!("has more than {MOST_LINES} lines")));
        }
        let fields = item.object(["sku", "name", "quantity", "total", "subtotal", "price"])?;
        let quantity = match fields.get("quantity").quantity()? {
            Some(Quantity::Pieces(quantity)) => quantity,
            Some(Quantity::Measured(sold)) => {
                // One piece at the price of all keeps the line's amount right.
                notes.add(|| format!("lines[{index}]: quantity {sold} is counted as one piece at the price of the whole line"));
                1
            }
            None => 1,
        };
        let price = unit_price(&fields, quantity, currency, index, notes);
        lines.push(Line {
            sku: fields.get("sku").text_or_number()?,
            product: fields.text("name")?.map(decoded),
            category: None,
            quantity,
            price,
            shipping: None,
        });
    }
    Ok(lines)
}

/// What one piece costs after discounts, before tax. The line's total divided by its pieces is exact
/// more often than `price`, which WooCommerce has divided itself. A price that cannot be read is
/// noted; it does not keep the order from being checked.
fn unit_price<const N: usize>(
    fields: &Object<'_, '_, N>,
    quantity: u32,
    currency: Currency,
    index: usize,
    notes: &mut Notes,
) -> Option<Money> {
    let mut skipped: Option<(&str, Problem)> = None;
    let mut price = None;
    for (name, pieces) in [("total", quantity), ("subtotal", quantity), ("price", 1)] {
        let field = fields.get(name);
        let read = field.decimal().and_then(|amount| {
            let priced = amount.map(|amount| amount.per_piece(pieces, currency)).transpose();
            priced.map_err(|error| field.problem(error.to_string()))
        });
        match read {
            Ok(None) => continue,
            Err(problem) => {
                skipped.get_or_insert((name, problem));
                continue;
            }
            Ok(Some(Rounded { money, exact })) => {
                price = Some(money);
                if !exact {
                    let written = |field: Field<'_, '_>| field.number_text().ok().flatten();
                    let divided = || written(field).map(|amount| format!("{amount} / {pieces}"));
                    let derived = written(fields.get("price")).or_else(divided).unwrap_or_default();
                    notes.add(|| format!("lines[{index}]: unit price rounded from {derived}"));
                }
                break;
            }
        }
    }
    if let Some((name, problem)) = skipped {
        notes.add(|| format!("lines[{index}]: {name} was not read: {}", problem.detail));
    }
    price
}

fn coupons(field: Field<'_, '_>) -> Result<Option<String>, Problem> {
    let mut codes = Vec::new();
    for item in field.list()? {
        codes.extend(item.object(["code"])?.text("code")?.map(decoded));
    }
    Ok(Some(codes.join(",")).filter(|codes| !codes.is_empty()))
}

/// Fields that plugins add. Values that are neither text nor numbers are settings of those plugins,
/// and names with `_` in front are WordPress's own: neither is looked at.
fn meta_data(field: Field<'_, '_>, custom: &mut Custom, notes: &mut Notes) -> Result<(), Problem> {
    for item in field.list()? {
        let fields = item.object(["key", "value"])?;
        let value = fields.get("value");
        if !value.is_text_or_number() {
            continue;
        }
        let Some(name) = fields.get("key").text_or_number()? else { continue };
        if name.starts_with('_') && name != "_ordergate_token" {
            continue;
        }
        if let Some(value) = value.text_or_any_number()? {
            custom.add(name, value, notes);
        }
    }
    Ok(())
}
