//! From the cells of an order's rows to the order.

use csv::StringRecord;
use ordergate_screening::{Currency, Customer, Line, Money, Order, Place, Problem, Timestamp, is_cash_on_delivery};

use super::amount::amount;
use super::layout::Layout;
use super::moment::moment;
use super::target::{self, Part, Target};

/// The columns that an order is made of before anything else.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    id: Option<usize>,
    number: Option<usize>,
    placed_at: Option<usize>,
    updated_at: Option<usize>,
    currency: Option<usize>,
    total: Option<usize>,
    has_lines: bool,
}

impl Columns {
    pub(super) fn of(layout: &Layout) -> Self {
        let at = |field: &str| layout.at(Part::Order, field);
        Self {
            id: at("id"),
            number: at("number"),
            placed_at: at("placed_at"),
            updated_at: at("updated_at"),
            currency: at("currency"),
            total: at("total"),
            has_lines: layout.columns.iter().flatten().any(Target::is_of_line),
        }
    }

    /// Whether a row goes on with the order of another: it names the same id and number as far as it names them.
    pub(super) fn continues(&self, layout: &Layout, first: &StringRecord, next: &StringRecord) -> bool {
        if !self.has_lines {
            return false;
        }
        if !layout.is_lenient() {
            return cell(next, self.id) == cell(first, self.id);
        }
        let same = |at: &Option<usize>| cell(next, *at).is_none_or(|next| cell(first, *at) == Some(next));
        let named = [self.id, self.number].iter().any(|at| cell(next, *at).is_some());
        // Some exports leave everything blank but the line.
        let only_a_line = [self.placed_at, self.total].iter().all(|at| cell(next, *at).is_none());
        (named || only_a_line) && same(&self.id) && same(&self.number)
    }
}

/// The text of a cell without the spaces around it; `None` when nothing is there.
pub(super) fn cell(row: &StringRecord, at: Option<usize>) -> Option<&str> {
    at.and_then(|at| row.get(at)).map(str::trim).filter(|cell| !cell.is_empty())
}

/// Words for an order that was called off: cancelled, paid back, not paid, or sent back.
const CALLED_OFF: [&str; 9] =
    ["cancelled", "canceled", "refunded", "failed", "voided", "returned", "unclaimed", "not collected", "undelivered"];

/// What became of an order, as its row says: the words, and whether it was called off.
pub(super) fn outcome(layout: &Layout, row: &StringRecord) -> (Option<String>, bool) {
    let (mut words, mut called_off) = (Vec::new(), false);
    for (target, cell) in layout.columns.iter().zip(row) {
        let Some(Target { part: Part::File, field }) = target else { continue };
        let said = cell.trim();
        if said.is_empty() {
            continue;
        }
        if field == "cancelled_at" {
            called_off = true;
            words.push("cancelled".to_owned());
            continue;
        }
        let word = said.to_lowercase();
        let word = word.strip_prefix("wc-").unwrap_or(&word);
        called_off |= CALLED_OFF.contains(&word);
        words.push(word.to_owned());
    }
    words.dedup();
    ((!words.is_empty()).then(|| words.join(", ")), called_off)
}

/// The order of a first row and of all rows that carry its lines.
pub(super) fn order(layout: &Layout, columns: &Columns, rows: &[StringRecord]) -> Result<Order, Vec<Problem>> {
    let empty = StringRecord::new();
    let first = rows.first().unwrap_or(&empty);
    let mut problems = Vec::new();
    let lenient = layout.is_lenient();
    let number = cell(first, columns.number);
    let id = cell(first, columns.id).or(number.filter(|_| lenient));
    if id.is_none() {
        problems.push(Problem::new("/id", "must not be empty"));
    }
    let placed_at = match cell(first, columns.placed_at) {
        Some(text) => time(layout, text, "/placed_at", &mut problems),
        None => {
            problems.push(Problem::new("/placed_at", "must not be empty"));
            None
        }
    };
    let code = cell(first, columns.currency);
    let currency = match code.map(|code| (Currency::from_code(code), code)) {
        Some((None, code)) => {
            problems.push(Problem::new("/currency", format!("unknown currency `{code}`; use an ISO 4217 code such as \"EUR\"")));
            return Err(problems);
        }
        Some((found, _)) => found,
        None => layout.currency,
    };
    let Some(currency) = currency else {
        problems.push(Problem::new("/currency", "must not be empty"));
        return Err(problems);
    };
    let total = match cell(first, columns.total) {
        Some(text) => money(layout, text, currency).map_err(|detail| problems.push(Problem::new("/total", detail))).ok(),
        None => {
            problems.push(Problem::new("/total", "must not be empty"));
            None
        }
    };
    let (Some(id), Some(placed_at), Some(total)) = (id, placed_at, total) else { return Err(problems) };
    let mut order = Order::new(id, placed_at, total);
    order.updated_at = cell(first, columns.updated_at).and_then(|text| time(layout, text, "/updated_at", &mut problems));
    let mut names = Vec::new();
    for (target, text) in layout.columns.iter().zip(first) {
        let Some(target) = target else { continue };
        let text = if lenient { unquoted(text) } else { text.trim() };
        if text.is_empty() || target.is_of_line() || target.part == Part::File {
            continue;
        }
        if text.contains('\0') {
            problems.push(Problem::new(pointer(target), "must not contain a NUL character"));
        } else if target.part == Part::Custom {
            order.custom.insert(target.field.clone(), text.to_owned());
        } else if target.field == "name" {
            names.push((target.part, text));
        } else if let Some(slot) = target::slot(&mut order, target.part, &target.field) {
            *slot = Some(text.to_owned());
        } else if target.part == Part::Customer {
            counted(layout, &mut order.customer, target, text, &mut problems);
        }
    }
    for (part, name) in names {
        named(&mut order, part, name);
    }
    if lenient && order.payment.method.as_deref().is_some_and(is_cash_on_delivery) {
        order.payment.method = Some("cod".to_owned());
    }
    // A guest of WooCommerce is customer 0.
    if lenient && order.customer.id.as_deref() == Some("0") {
        order.customer.id = None;
    }
    for row in rows.iter().filter(|_| columns.has_lines) {
        if let Some(line) = line(layout, row, currency, order.lines.len(), &mut problems) {
            order.lines.push(line);
        }
    }
    if problems.is_empty() { Ok(order) } else { Err(problems) }
}

fn pointer(target: &Target) -> String {
    format!("/{}", target.to_string().replace('.', "/"))
}

/// Without the apostrophe that keeps a spreadsheet from changing a postcode or a phone number.
fn unquoted(text: &str) -> &str {
    let text = text.trim();
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '=' | '-' | '@')) => rest,
        _ => text,
    }
}

fn time(layout: &Layout, text: &str, pointer: &str, problems: &mut Vec<Problem>) -> Option<Timestamp> {
    if !layout.is_lenient() {
        return text
            .parse()
            .map_err(|error: ordergate_screening::TimestampError| problems.push(Problem::new(pointer, error.to_string())))
            .ok();
    }
    let read = moment(text, layout.dates);
    if read.is_none() {
        problems.push(Problem::new(pointer, format!("`{}` is no date that can be read; write it as 2026-11-24 10:00", shortened(text))));
    }
    read
}

fn money(layout: &Layout, text: &str, currency: Currency) -> Result<Money, String> {
    if layout.is_lenient() {
        amount(text, currency).map_err(|error| format!("`{}`: {error}", shortened(text)))
    } else {
        Money::parse(text, currency).map_err(|error| error.to_string())
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn counted(layout: &Layout, customer: &mut Customer, target: &Target, text: &str, problems: &mut Vec<Problem>) {
    if target.field == "created_at" {
        customer.created_at = time(layout, text, "/customer/created_at", problems);
    } else {
        match text.parse() {
            Ok(count) => customer.orders_count = Some(count),
            Err(_) => problems.push(Problem::new(pointer(target), "must be a whole number")),
        }
    }
}

/// A whole name where there are not two already: the last word is the last name.
fn named(order: &mut Order, part: Part, name: &str) {
    let (first, last) =
        name.rsplit_once(char::is_whitespace).map_or((None, name), |(first, last)| (Some(first.trim_end().to_owned()), last));
    let (to_first, to_last) = match part {
        Part::Customer => (&mut order.customer.first_name, &mut order.customer.last_name),
        Part::Billing => (&mut order.billing.first_name, &mut order.billing.last_name),
        _ => (&mut order.shipping.first_name, &mut order.shipping.last_name),
    };
    if to_first.is_none() && to_last.is_none() {
        (*to_first, *to_last) = (first, Some(last.to_owned()));
    }
}

/// The line that a row carries, if it carries one.
fn line(layout: &Layout, row: &StringRecord, currency: Currency, index: usize, problems: &mut Vec<Problem>) -> Option<Line> {
    let mut line = Line { sku: None, product: None, category: None, quantity: 1, price: None, shipping: None };
    let (mut filled, mut total, mut shipping) = (false, None, Place::default());
    for (target, text) in layout.columns.iter().zip(row) {
        let Some(target) = target.as_ref().filter(|target| target.is_of_line()) else { continue };
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        filled = true;
        let at = || pointer(target).replacen("/line", &format!("/lines/{index}"), 1);
        if text.contains('\0') {
            problems.push(Problem::new(at(), "must not contain a NUL character"));
        } else if target.part == Part::LineShipping {
            if let Some(slot) = target::place(&mut shipping, &target.field) {
                *slot = Some(text.to_owned());
            }
        } else if let Some(slot) = target::line(&mut line, &target.field) {
            *slot = Some(text.to_owned());
        } else if target.field == "quantity" {
            // Exports write pieces with decimals, and what was sent back below zero.
            let pieces = if layout.is_lenient() { text.split('.').next().unwrap_or(text) } else { text };
            match pieces.parse() {
                Ok(quantity) => line.quantity = quantity,
                Err(_) if layout.is_lenient() => line.quantity = 0,
                Err(_) => problems.push(Problem::new(at(), "must be a whole number")),
            }
        } else {
            match money(layout, text, currency) {
                Ok(price) if target.field == "price" => line.price = Some(price),
                Ok(all) => total = Some(all),
                // Prices before rounding, and lines sent back: the order is checked without them.
                Err(_) if layout.is_lenient() => {}
                Err(detail) => problems.push(Problem::new(at(), detail)),
            }
        }
    }
    if line.price.is_none()
        && let Some(all) = total
        && let Some(price) =
            all.minor().checked_div(i64::from(line.quantity)).filter(|price| price * i64::from(line.quantity) == all.minor())
    {
        line.price = minor(price, currency);
    }
    line.shipping = (!shipping.is_empty()).then_some(shipping);
    filled.then_some(line)
}

fn minor(minor: i64, currency: Currency) -> Option<Money> {
    let decimals = usize::from(currency.decimals());
    let digits = format!("{minor:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at_checked(digits.len() - decimals)?;
    let text = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    Money::parse(&text, currency).ok()
}
