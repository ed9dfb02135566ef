//! What a checkout may tell its buyer about their own typing. Nothing of the shop's lists or rules
//! is in it.

use crate::key::{Email, Postcode, country, mended_domain, postcode_fits};
use crate::{Order, Place};

/// A slip of the buyer, or an address that will not be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What it is about.
    pub kind: HintKind,
    /// Where: `email`, `billing.postcode` or `shipping.postcode`.
    pub field: &'static str,
    /// What was probably meant, when that is known.
    pub suggestion: Option<String>,
}

/// What a hint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HintKind {
    /// The domain is one slip away from a provider's: `jan@gmial.com`.
    MistypedEmail,
    /// The domain hands out addresses for some minutes.
    DisposableEmail,
    /// No postcode of the country looks like this one.
    PostcodeDoesNotFit,
}

impl HintKind {
    /// `mistyped_email`, `disposable_email`, `postcode_does_not_fit`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MistypedEmail => "mistyped_email",
            Self::DisposableEmail => "disposable_email",
            Self::PostcodeDoesNotFit => "postcode_does_not_fit",
        }
    }
}

/// The hints for an order as far as it is typed. `default_country` stands in for a place without a
/// country.
pub fn hints(order: &Order, default_country: Option<&str>) -> Vec<Hint> {
    let mut hints = Vec::new();
    if let Some(typed) = order.email.as_deref() {
        if let Some(suggestion) = mended(typed) {
            hints.push(Hint { kind: HintKind::MistypedEmail, field: "email", suggestion: Some(suggestion) });
        } else if Email::parse(typed).is_some_and(|email| email.is_disposable()) {
            hints.push(Hint { kind: HintKind::DisposableEmail, field: "email", suggestion: None });
        }
    }
    for (field, place) in [("billing.postcode", &order.billing), ("shipping.postcode", &order.shipping)] {
        if fits(place, default_country) == Some(false) {
            hints.push(Hint { kind: HintKind::PostcodeDoesNotFit, field, suggestion: None });
        }
    }
    hints
}

/// The address with its domain put right, when that was mistyped.
fn mended(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (user, _) = typed.rsplit_once('@').filter(|(user, _)| !user.is_empty())?;
    Some([user, &mended_domain(typed)?].join("@"))
}

/// Whether the postcode looks like one of its country; `None` when one of them is missing or the
/// country's are not known.
fn fits(place: &Place, default_country: Option<&str>) -> Option<bool> {
    let country = country(place.country.as_deref().or(default_country)?)?;
    let postcode = Postcode::parse(place.postcode.as_deref()?, Some(&country))?;
    postcode_fits(&postcode, &country)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hinted(fields: &str) -> Vec<(&'static str, &'static str, Option<String>)> {
        let order = format!(r#"{{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"1"{fields}}}"#);
        let order = Order::from_json(order.as_bytes()).unwrap();
        hints(&order, Some("PL")).into_iter().map(|hint| (hint.kind.as_str(), hint.field, hint.suggestion)).collect()
    }

    #[test]
    fn tells_slips_from_other_spellings() {
        for (typed, meant) in [
            ("Jan.K@gmial.com", "Jan.K@gmail.com"),
            ("jan@GMAIL.con", "jan@gmail.com"),
            ("jan@hotmai.com ", "jan@hotmail.com"),
            ("jan@gmail.com.com", "jan@gmail.com"),
        ] {
            assert_eq!(hinted(&format!(r#","email":"{typed}""#)), [("mistyped_email", "email", Some(meant.to_owned()))], "{typed}");
        }
        for typed in ["jan@gmail.com", "jan@googlemail.com", "jan@me.com", "jan@ya.ru", "jan@pm.me", "jan", "@gmial.com", "jan@firma.pl"] {
            assert_eq!(hinted(&format!(r#","email":"{typed}""#)), [], "{typed}");
        }
        assert_eq!(hinted(r#","email":"a@mailinator.com""#), [("disposable_email", "email", None)]);
    }

    #[test]
    fn knows_what_postcodes_look_like() {
        for (place, fits) in [
            (r#"{"postcode":"50-001"}"#, true),
            (r#"{"postcode":"5001"}"#, false),
            (r#"{"postcode":"50-001","country":"DE"}"#, true),
            (r#"{"postcode":"SW1A 1AA","country":"GB"}"#, true),
            (r#"{"postcode":"SW1A","country":"GB"}"#, false),
            (r#"{"postcode":"12345-6789","country":"US"}"#, true),
            (r#"{"postcode":"1234","country":"US"}"#, false),
            (r#"{"postcode":"1234 ab","country":"NL"}"#, true),
            (r#"{"postcode":"12","country":"AO"}"#, true),
            (r#"{"country":"US"}"#, true),
        ] {
            let want: &[_] = if fits { &[] } else { &[("postcode_does_not_fit", "shipping.postcode", None)] };
            assert_eq!(hinted(&format!(r#","shipping":{place}"#)), want, "{place}");
        }
    }
}
