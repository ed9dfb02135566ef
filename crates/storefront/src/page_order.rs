//! The order as far as a checkout page knows it.

use ordergate_screening::{Currency, Customer, Line, Money, Order, Payment, Place, Timestamp};

/// Reads path, value, path, value …, divided by NUL: the contract's names (`billing.city`,
/// `lines.0.sku`), with times in milliseconds. What an order must have and the page does not know yet
/// is taken as nothing: no lines, a total of zero in the currency `EUR`.
///
/// # Errors
/// The path that is unknown or cannot be read, and why.
pub(crate) fn read(text: &str) -> Result<Order, (&str, &'static str)> {
    let mut order = Order {
        id: String::new(),
        number: None,
        placed_at: Timestamp::from_millis(0),
        updated_at: None,
        total: money("0", "EUR").ok_or(("total", "must be an amount"))?,
        channel: Some("web".to_owned()),
        email: None,
        phone: None,
        ip: None,
        user_agent: None,
        device: None,
        customer: Customer::default(),
        billing: Place::default(),
        shipping: Place::default(),
        lines: Vec::new(),
        payment: Payment::default(),
        token: None,
        custom: std::collections::BTreeMap::new(),
    };
    let (mut total, mut currency) = ("0", "EUR");
    let mut parts = text.split('\0');
    let mut prices = Vec::new();
    while let (Some(path), Some(value)) = (parts.next(), parts.next()) {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        let some = || Some(value.to_owned());
        let number = || value.parse::<i64>().map_err(|_| (path, "must be a whole number"));
        let unknown = (path, "the page's order has no such field");
        match path.split_once('.') {
            None => match path {
                "placed_at" => order.placed_at = Timestamp::from_millis(number()?),
                "currency" => currency = value,
                "total" => total = value,
                "channel" => order.channel = some(),
                "email" => order.email = some(),
                "phone" => order.phone = some(),
                "device" => order.device = some(),
                _ => return Err(unknown),
            },
            Some(("billing", field)) => *place(&mut order.billing, field).ok_or(unknown)? = some(),
            Some(("shipping", field)) => *place(&mut order.shipping, field).ok_or(unknown)? = some(),
            Some(("customer", field)) => match field {
                "id" => order.customer.id = some(),
                "group" => order.customer.group = some(),
                "first_name" => order.customer.first_name = some(),
                "last_name" => order.customer.last_name = some(),
                "orders_count" => order.customer.orders_count = u32::try_from(number()?).ok(),
                "created_at" => order.customer.created_at = Some(Timestamp::from_millis(number()?)),
                _ => return Err(unknown),
            },
            Some(("payment", field)) => match field {
                "method" => order.payment.method = some(),
                "provider" => order.payment.provider = some(),
                "bin" => order.payment.bin = some(),
                "last4" => order.payment.last4 = some(),
                "country" => order.payment.country = some(),
                _ => return Err(unknown),
            },
            Some(("custom", key)) => {
                order.custom.insert(key.to_owned(), value.to_owned());
            }
            Some(("lines", rest)) => {
                let (number_of, field) = rest.split_once('.').ok_or(unknown)?;
                let at: usize = number_of.parse().ok().filter(|at| *at <= order.lines.len()).ok_or(unknown)?;
                if at == order.lines.len() {
                    order.lines.push(Line { sku: None, product: None, category: None, quantity: 1, price: None, shipping: None });
                }
                let line = order.lines.get_mut(at).ok_or(unknown)?;
                match field.split_once('.') {
                    Some(("shipping", field)) => *place(line.shipping.get_or_insert_default(), field).ok_or(unknown)? = some(),
                    _ => match field {
                        "sku" => line.sku = some(),
                        "product" => line.product = some(),
                        "category" => line.category = some(),
                        "quantity" => line.quantity = u32::try_from(number()?).map_err(|_| (path, "must be a whole number"))?,
                        "price" => prices.push((at, path, value)),
                        _ => return Err(unknown),
                    },
                }
            }
            Some(_) => return Err(unknown),
        }
    }
    let amount = "must be a decimal number in the order's currency, such as 120.50";
    order.total = money(total, currency).ok_or(("total", amount))?;
    for (at, path, price) in prices {
        let price = money(price, currency).ok_or((path, amount))?;
        order.lines.get_mut(at).into_iter().for_each(|line| line.price = Some(price));
    }
    Ok(order)
}

fn money(text: &str, currency: &str) -> Option<Money> {
    Money::parse(text, Currency::from_code(currency)?).ok()
}

fn place<'p>(place: &'p mut Place, field: &str) -> Option<&'p mut Option<String>> {
    Some(match field {
        "first_name" => &mut place.first_name,
        "last_name" => &mut place.last_name,
        "company" => &mut place.company,
        "tax_id" => &mut place.tax_id,
        "street" => &mut place.street,
        "house_number" => &mut place.house_number,
        "street2" => &mut place.street2,
        "postcode" => &mut place.postcode,
        "city" => &mut place.city,
        "region" => &mut place.region,
        "country" => &mut place.country,
        "phone" => &mut place.phone,
        _ => return None,
    })
}
