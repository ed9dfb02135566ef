//! The mail a contact gets about a marked or held order. Buyer-controlled text is inert in it: no
//! markup, no header, no control or direction characters.

use std::fmt::Write as _;

use ordergate_screening::{Check, Match, Order};

/// A person of the shop who gets mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The contact's id.
    pub id: String,
    /// The address mail goes to.
    pub email: String,
}

/// What a mail says about the shop it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShopFacts {
    /// The shop's name.
    pub name: String,
    /// Where its admin page is, without a slash at the end.
    pub admin_url: String,
    /// Hours, counted from the first check, in which the shop can still stop a delivery.
    pub stop_window_hours: u32,
}

/// A rendered mail to one contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its row in the outbox and its idempotency key.
    pub id: String,
    /// The contact it goes to.
    pub contact: String,
    /// The address it goes to.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML without scripts, styles that load anything, or links other than to the admin page.
    pub html: String,
}

/// A subject in one line of at most 150 characters, whatever the buyer typed.
pub fn one_line(text: &str) -> String {
    plain(text).chars().take(150).collect()
}

/// Text without control characters, line breaks and direction marks.
fn plain(text: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars().map(|c| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c }).filter(|c| !hidden(*c)).collect()
}

/// What a person reads of one value. Buyers may type megabytes, and a row of the outbox holds 2 MB.
const LONGEST_VALUE: usize = 300;
/// Matches a mail lists; the order's page has them all.
const MOST_MATCHES: usize = 50;

/// A value cut to what a person reads.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Text that stays text in HTML, without control and direction characters.
pub fn inert_html(text: &str) -> String {
    plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// Every byte but unreserved ones as %XX, for an order id in a link.
fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// The warning about one order, for one contact.
pub(crate) fn warning(id: String, contact: &Contact, shop: &ShopFacts, order: &Order, check: &Check) -> Mail {
    let number = short(order.number.as_deref().unwrap_or(&order.id));
    let number = number.as_str();
    let word = if check.held { "Held" } else { "Marked" };
    let points = match check.minimum {
        Some(minimum) if check.score > minimum => format!("{} points, more than the minimum of {minimum}", check.score),
        _ => format!("{} points", check.score),
    };
    let subject = one_line(&format!("{word}: order {number} at {} ({} points)", shop.name, check.score));
    let lead = if check.held {
        "This order is held. Do not ship it before somebody has looked at it."
    } else {
        "This order is marked as suspicious. It is not held: ship it only if you are sure."
    };
    let link = format!("{}/admin/#/orders/{}", shop.admin_url, percent(&order.id));
    let buyer = buyer_lines(order);

    let mut text = format!("{lead}\n\nOrder {}, {} {}, {points}\n", plain(number), order.total, order.total.currency().code());
    for (name, value) in &buyer {
        let _ = writeln!(text, "{name}: {}", plain(value));
    }
    text.push_str("\nWhat matched:\n");
    let listed = || check.matches.iter().take(MOST_MATCHES);
    let more = check.matches.len().saturating_sub(MOST_MATCHES);
    for found in listed() {
        let _ = writeln!(text, "- {}", plain(&match_line(found)));
    }
    if more > 0 {
        let _ = writeln!(text, "and {more} more");
    }
    let _ = write!(
        text,
        "\nOpen the order: {link}\n\nSnapshot {}. Sent by Ordergate to the contacts of {}.\n",
        check.snapshot,
        plain(&shop.name)
    );

    let mut body = format!(
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>{}</title></head><body><font face=\"Helvetica, Arial, sans-serif\"><h1>{word}: order {}</h1><p>{lead}</p><p><strong>{} {}</strong>, {points}</p><table>",
        inert_html(&subject),
        inert_html(number),
        order.total,
        order.total.currency().code()
    );
    for (name, value) in &buyer {
        let _ = write!(body, "<tr><th align=\"left\">{name}</th><td>{}</td></tr>", inert_html(value));
    }
    body.push_str("</table><h2>What matched</h2><ul>");
    for found in listed() {
        let _ = write!(body, "<li>{}</li>", inert_html(&match_line(found)));
    }
    if more > 0 {
        let _ = write!(body, "<li>and {more} more</li>");
    }
    let _ = write!(
        body,
        "</ul><p><a href=\"{}\">Open the order</a></p><p><small>Snapshot {}. Sent by Ordergate to the contacts of {}.</small></p></font></body></html>",
        inert_html(&link),
        check.snapshot,
        inert_html(&shop.name)
    );
    Mail { id, contact: contact.id.clone(), to: contact.email.clone(), subject, text, html: body }
}

/// One match in words: reason, effect or points, matched fields and places.
fn match_line(found: &Match) -> String {
    let mut line = short(&found.reason);
    match found.effect {
        ordergate_screening::Effect::Points => {
            let _ = write!(line, " ({:+} points)", found.points);
        }
        effect => {
            let _ = write!(line, " ({})", effect.as_str());
        }
    }
    if !found.fields.is_empty() {
        let fields: Vec<&str> = found.fields.iter().map(|field| field.as_str()).collect();
        let _ = write!(line, ": {}", fields.join(", "));
    }
    if !found.places.is_empty() {
        let _ = write!(line, " in {}", short(&found.places.join(", ")));
    }
    let _ = write!(line, " [{}]", found.source);
    line
}

/// Who bought, as far as the order says.
fn buyer_lines(order: &Order) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let mut add = |name: &'static str, parts: &[&Option<String>]| {
        let value: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        if !value.is_empty() {
            lines.push((name, short(&value.join(" "))));
        }
    };
    for (place, name, address) in
        [(&order.billing, "Billing name", "Billing address"), (&order.shipping, "Shipping name", "Shipping address")]
    {
        add(name, &[&place.first_name, &place.last_name]);
        add(address, &[&place.street, &place.house_number, &place.street2, &place.postcode, &place.city, &place.country]);
    }
    add("E-mail", &[&order.email]);
    add("Phone", &[&order.phone]);
    add("IP", &[&order.ip]);
    lines
}
