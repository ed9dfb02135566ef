//! Shopify: the body of `orders/*` webhooks is the order of the REST Admin API, without a wrapper.
//!
//! Statuses: an order with `cancelled_at` is [`ShopStatus::Cancelled`], one whose
//! `fulfillment_status` is `fulfilled` is [`ShopStatus::Shipped`] (a cancelled one stays cancelled);
//! everything else, partly fulfilled and refunded orders included, is open.
//!
//! Amounts are in the shop's currency (`currency`), not in the one the buyer saw. `placed_at` is
//! `created_at`: `processed_at` can be set by importers.

use ordergate_screening::{Currency, Customer, Line, Order, Payment, Place, Problem};

use crate::amount::Rounded;
use crate::custom::Custom;
use crate::notes::Notes;
use crate::read::{self, Field};
use crate::salvage::Identity;
use crate::{MOST_LINES, ShopOrder, ShopStatus};

/// Topics whose body is an order. `orders/edited` is a list of changes, `orders/delete` only an id.
pub(crate) const ORDER_TOPICS: [&str; 5] = ["orders/create", "orders/updated", "orders/paid", "orders/cancelled", "orders/fulfilled"];

pub(crate) const IDENTITY: Identity = Identity { id: "id", global_id: Some("admin_graphql_api_id"), number: "name", version: "updated_at" };

/// Reads the order that `body` is.
pub(crate) fn order(body: &[u8]) -> Result<ShopOrder, Problem> {
    let fields = read::body(
        body,
        [
            "id",
            "name",
            "order_number",
            "created_at",
            "processed_at",
            "updated_at",
            "currency",
            "presentment_currency",
            "total_price",
            "total_price_set",
            "total_discounts",
            "financial_status",
            "fulfillment_status",
            "cancelled_at",
            "cancel_reason",
            "email",
            "contact_email",
            "phone",
            "browser_ip",
            "client_details",
            "customer",
            "billing_address",
            "shipping_address",
            "line_items",
            "payment_gateway_names",
            "discount_codes",
            "source_name",
            "landing_site",
            "referring_site",
            "tags",
            "note",
            "note_attributes",
            "test",
        ],
    )?;
    let mut notes = Notes::default();
    let id = fields.get("id").identifier()?.ok_or_else(|| fields.get("id").missing())?;
    let created_at = fields.get("created_at").time()?.or(fields.get("processed_at").time()?);
    let placed_at = created_at.ok_or_else(|| fields.get("created_at").missing())?;
    let version = fields.get("updated_at").time()?.unwrap_or_else(|| {
        notes.add(|| "updated_at: not sent; the time of the order is used".to_owned());
        placed_at
    });
    let currency = fields.get("currency").currency()?;
    let total = match fields.get("total_price").money(currency)? {
        Some(total) => Some(total),
        None => {
            fields.get("total_price_set").object(["shop_money"])?.get("shop_money").object(["amount"])?.get("amount").money(currency)?
        }
    };
    let total = total.ok_or_else(|| fields.get("total_price").missing())?;
    let client = fields.get("client_details").object(["browser_ip", "user_agent"])?;
    let customer = fields.get("customer").object([
        "id",
        "email",
        "phone",
        "first_name",
        "last_name",
        "orders_count",
        "created_at",
        "state",
        "verified_email",
        "tags",
    ])?;

    let mut order = Order::new(id, placed_at, total);
    order.number = match fields.text("name")? {
        Some(name) => Some(name),
        None => fields.get("order_number").text_or_number()?,
    };
    order.updated_at = Some(version);
    order.channel = fields.get("source_name").text_or_number()?;
    order.email = first([fields.text("email")?, fields.text("contact_email")?, customer.text("email")?]);
    order.phone = first([fields.text("phone")?, customer.text("phone")?]);
    order.ip = first([fields.text("browser_ip")?, client.text("browser_ip")?]);
    order.user_agent = client.text("user_agent")?;
    order.customer = Customer {
        id: customer.get("id").identifier()?,
        group: None,
        first_name: customer.text("first_name")?,
        last_name: customer.text("last_name")?,
        orders_count: customer.get("orders_count").count()?,
        created_at: customer.get("created_at").time()?,
    };
    order.billing = place(fields.get("billing_address"))?;
    order.shipping = place(fields.get("shipping_address"))?;
    order.lines = lines(fields.get("line_items"), currency, &mut notes)?;
    let gateways = texts(fields.get("payment_gateway_names"))?;
    order.payment = payment(gateways.first());

    let fulfillment_status = fields.text("fulfillment_status")?;
    let cancelled_at = fields.text("cancelled_at")?;
    let mut custom = Custom::default();
    custom.platform("coupon", listed(each(fields.get("discount_codes"), "code")?), &mut notes);
    custom.platform("tags", fields.text("tags")?, &mut notes);
    custom.platform("customer_tags", customer.text("tags")?, &mut notes);
    custom.platform("customer_state", customer.text("state")?, &mut notes);
    custom.platform("verified_email", customer.get("verified_email").flag()?, &mut notes);
    custom.platform("note", fields.text("note")?, &mut notes);
    custom.platform("financial_status", fields.text("financial_status")?, &mut notes);
    custom.platform("fulfillment_status", fulfillment_status.clone(), &mut notes);
    custom.platform("cancel_reason", fields.text("cancel_reason")?, &mut notes);
    custom.platform("presentment_currency", fields.text("presentment_currency")?, &mut notes);
    custom.platform("discount_total", fields.get("total_discounts").number_text()?, &mut notes);
    custom.platform("landing_site", fields.text("landing_site")?, &mut notes);
    custom.platform("referring_site", fields.text("referring_site")?, &mut notes);
    custom.platform("payment_gateways", listed(gateways), &mut notes);
    custom.platform("test", fields.get("test").flag()?, &mut notes);
    note_attributes(fields.get("note_attributes"), &mut custom, &mut notes)?;
    (order.custom, order.token) = custom.finish(&mut notes);

    let status = if cancelled_at.is_some() {
        ShopStatus::Cancelled
    } else if fulfillment_status.as_deref() == Some("fulfilled") {
        ShopStatus::Shipped
    } else {
        ShopStatus::Open
    };
    Ok(ShopOrder { order, version, status, notes: notes.into_texts() })
}

fn first<const N: usize>(candidates: [Option<String>; N]) -> Option<String> {
    candidates.into_iter().flatten().next()
}

fn place(field: Field<'_, '_>) -> Result<Place, Problem> {
    let fields = field.object([
        "first_name",
        "last_name",
        "name",
        "company",
        "address1",
        "address2",
        "city",
        "zip",
        "province",
        "province_code",
        "country",
        "country_code",
        "phone",
    ])?;
    let (mut first_name, mut last_name) = (fields.text("first_name")?, fields.text("last_name")?);
    let name = fields.text("name")?;
    if let (None, None, Some(name)) = (&first_name, &last_name, &name) {
        (first_name, last_name) = match name.trim().rsplit_once(char::is_whitespace) {
            Some((first, last)) => (Some(first.trim_end().to_owned()), Some(last.to_owned())),
            None => (None, Some(name.trim().to_owned())),
        };
    }
    Ok(Place {
        first_name,
        last_name,
        company: fields.text("company")?,
        street: fields.text("address1")?,
        street2: fields.text("address2")?,
        postcode: fields.text("zip")?,
        city: fields.text("city")?,
        region: first([fields.text("province_code")?, fields.text("province")?]),
        country: first([fields.text("country_code")?, fields.text("country")?]),
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
        let fields = item.object(["sku", "name", "title", "quantity", "price"])?;
        let price = fields.get("price");
        let read = price.decimal().and_then(|amount| {
            let priced = amount.map(|amount| amount.per_piece(1, currency)).transpose();
            priced.map_err(|error| price.problem(error.to_string()))
        });
        lines.push(Line {
            sku: fields.get("sku").text_or_number()?,
            product: first([fields.text("name")?, fields.text("title")?]),
            category: None,
            quantity: fields.get("quantity").count()?.unwrap_or(1),
            price: match read {
                Ok(None) => None,
                Ok(Some(Rounded { money, exact })) => {
                    if !exact {
                        let sent = price.number_text().ok().flatten().unwrap_or_default();
                        notes.add(|| format!("lines[{index}]: unit price rounded from {sent}"));
                    }
                    Some(money)
                }
                // A price that cannot be read does not keep the order from being checked.
                Err(problem) => {
                    notes.add(|| format!("lines[{index}]: price was not read: {}", problem.detail));
                    None
                }
            },
            shipping: None,
        });
    }
    Ok(lines)
}

/// Shopify tells the gateway's name only. Its cash on delivery is `cod`, as on other platforms, so
/// that one rule serves all shops.
fn payment(gateway: Option<&String>) -> Payment {
    match gateway.map(String::as_str) {
        Some("Cash on Delivery (COD)" | "cash_on_delivery") => Payment { method: Some("cod".to_owned()), ..Payment::default() },
        gateway => Payment { method: gateway.map(str::to_owned), provider: gateway.map(str::to_owned), ..Payment::default() },
    }
}

fn texts(field: Field<'_, '_>) -> Result<Vec<String>, Problem> {
    let mut texts = Vec::new();
    for item in field.list()? {
        texts.extend(item.text()?);
    }
    Ok(texts)
}

fn each(field: Field<'_, '_>, name: &'static str) -> Result<Vec<String>, Problem> {
    let mut texts = Vec::new();
    for item in field.list()? {
        texts.extend(item.object([name])?.text(name)?);
    }
    Ok(texts)
}

fn listed(texts: Vec<String>) -> Option<String> {
    Some(texts.join(",")).filter(|texts| !texts.is_empty())
}

/// What the cart carries: the shop's theme, apps and, through them, the buyer write here.
fn note_attributes(field: Field<'_, '_>, custom: &mut Custom, notes: &mut Notes) -> Result<(), Problem> {
    for item in field.list()? {
        let fields = item.object(["name", "value"])?;
        let value = fields.get("value");
        if !value.is_text_or_number() {
            continue;
        }
        if let (Some(name), Some(value)) = (fields.get("name").text_or_number()?, value.text_or_any_number()?) {
            custom.add(name, value, notes);
        }
    }
    Ok(())
}
