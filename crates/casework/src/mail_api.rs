//! Mail APIs that speak JSON over HTTP, described by data: what one is sent, and what its answer
//! means.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::retry::Failure;

/// One request to a mail API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailCall {
    /// Where it goes.
    pub url: String,
    /// Lower-case names and values; one of them carries the key.
    pub headers: Vec<(String, String)>,
    /// JSON.
    pub body: String,
}

/// A mail on its way out.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "what every mail has")]
pub struct Outgoing<'a> {
    pub shop: &'a str,
    pub contact: &'a str,
    pub id: &'a str,
    pub to: &'a str,
    pub subject: &'a str,
    pub text: &'a str,
    pub html: &'a str,
}

/// How one mail API is spoken to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailApi {
    url: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: Value,
    /// Where its own id of the mail is in the answer's JSON.
    #[serde(default)]
    answer_id: Option<String>,
    /// Or in which header.
    #[serde(default)]
    answer_header: Option<String>,
    /// Statuses after which the mail can never be sent.
    never: Vec<u16>,
}

const APIS: &str = include_str!("../data/mail_apis.json");

impl MailApi {
    /// The names of all that are known.
    pub fn names() -> Vec<String> {
        all().into_keys().collect()
    }

    /// The API of this name.
    pub fn named(name: &str) -> Option<Self> {
        all().remove(name)
    }

    /// The header that carries its own id of the mail, if it is not in the body.
    pub fn answer_header(&self) -> Option<&str> {
        self.answer_header.as_deref()
    }

    /// The request that sends a mail. `url` replaces the API's own address; `key_base64` is the key
    /// in base64, for APIs that take it as a user and a password.
    pub fn call(&self, url: Option<&str>, key: &str, key_base64: &str, from: &str, mail: Outgoing<'_>) -> MailCall {
        let (from_name, from_email) = address(from);
        let values = [
            ("key", key),
            ("key_base64", key_base64),
            ("from", from),
            ("from_name", from_name),
            ("from_email", from_email),
            ("shop", mail.shop),
            ("contact", mail.contact),
            ("id", mail.id),
            ("to", mail.to),
            ("subject", mail.subject),
            ("text", mail.text),
            ("html", mail.html),
        ];
        let base = url.unwrap_or(&self.url).trim_end_matches('/');
        let own = self.headers.iter().map(|(name, value)| (name.clone(), filled(value, &values)));
        let common = [("content-type".to_owned(), "application/json".to_owned()), ("user-agent".to_owned(), "ordergate".to_owned())];
        let mut body = self.body.clone();
        fill_in(&mut body, &values);
        MailCall { url: format!("{base}{}", self.path), headers: common.into_iter().chain(own).collect(), body: body.to_string() }
    }

    /// What an answer means: 2xx is sent, with the API's own id of the mail; some statuses will
    /// never work; everything else may. The reasons carry only the status: an API's own text could
    /// hold the recipient.
    ///
    /// # Errors
    /// Why the mail was not sent.
    pub fn answered(&self, status: u16, header: Option<&str>, body: &str, wait_seconds: Option<i64>) -> Result<Option<String>, Failure> {
        let passing = |reason: &str| Failure::Passing { reason: format!("the mail API {reason} (status {status})"), wait_seconds };
        match status {
            200..=299 => {
                let json: Value = serde_json::from_str(body).unwrap_or_default();
                let id = self.answer_id.as_deref().and_then(|pointer| json.pointer(pointer)).and_then(|id| match id {
                    Value::String(text) => Some(text.clone()),
                    Value::Number(number) => Some(number.to_string()),
                    _ => None,
                });
                Ok(id.or_else(|| header.map(str::to_owned)))
            }
            status if self.never.contains(&status) => Err(Failure::Final(format!("the mail API refused the mail (status {status})"))),
            401 | 403 => Err(passing("refused the key")),
            409 => Err(passing("is still busy with this mail")),
            429 => Err(passing("asks to slow down")),
            _ => Err(passing("failed")),
        }
    }
}

fn all() -> BTreeMap<String, MailApi> {
    serde_json::from_str(APIS).unwrap_or_default()
}

/// `Name <address>`, or an address that is its own name.
fn address(from: &str) -> (&str, &str) {
    match from.split_once('<').and_then(|(name, rest)| Some((name.trim(), rest.strip_suffix('>')?.trim()))) {
        Some((name, email)) if !name.is_empty() => (name.trim_matches('"'), email),
        Some((_, email)) => (email, email),
        None => (from.trim(), from.trim()),
    }
}

/// The texts of a template are one placeholder each, or none.
fn fill_in(value: &mut Value, values: &[(&str, &str)]) {
    match value {
        Value::String(text) => *text = filled(text, values),
        Value::Array(items) => items.iter_mut().for_each(|item| fill_in(item, values)),
        Value::Object(members) => members.values_mut().for_each(|member| fill_in(member, values)),
        _ => {}
    }
}

fn filled(template: &str, values: &[(&str, &str)]) -> String {
    crate::mail::fill(template, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: Outgoing<'_> = Outgoing {
        shop: "shop_1",
        contact: "c1",
        id: "m1",
        to: "ola@shop.example",
        subject: "Held: {key}",
        text: "text \"quoted\"",
        html: "<p>{text}</p>",
    };

    fn call(name: &str, from: &str) -> (MailCall, Value) {
        let call = MailApi::named(name).unwrap().call(None, "k:s", "azpz", from, MAIL);
        let body = serde_json::from_str(&call.body).unwrap();
        (call, body)
    }

    #[test]
    fn every_api_is_sent_address_subject_text_and_html_and_nothing_is_filled_in_twice() {
        let names = MailApi::names();
        assert_eq!(names, ["brevo", "mailchannels", "mailjet", "postmark", "resend", "sendgrid"]);
        for name in names {
            let (call, body) = call(&name, "Ordergate <alerts@ordergate.example>");
            let text = body.to_string();
            for part in ["ola@shop.example", "Held: {key}", "text \\\"quoted\\\"", "<p>{text}</p>", "alerts@ordergate.example"] {
                assert!(text.contains(part), "{name}: {part} in {text}");
            }
            assert!(call.url.starts_with("https://") && !call.body.contains("k:s"), "{name}");
            assert!(call.headers.iter().any(|(_, value)| value.contains("k:s") || value.contains("azpz")), "{name}");
        }
    }

    #[test]
    fn the_shapes_that_the_apis_document() {
        let (resend, body) = call("resend", "a@b.example");
        assert_eq!(resend.url, "https://api.resend.com/emails");
        assert!(resend.headers.contains(&("idempotency-key".to_owned(), "m1".to_owned())));
        assert_eq!(body.pointer("/to/0"), Some(&Value::from("ola@shop.example")));
        let (sendgrid, body) = call("sendgrid", "\"Order Gate\" <a@b.example>");
        assert_eq!(sendgrid.url, "https://api.sendgrid.com/v3/mail/send");
        assert_eq!(body.pointer("/from"), Some(&serde_json::json!({"email": "a@b.example", "name": "Order Gate"})));
        assert_eq!(body.pointer("/content/1/type"), Some(&Value::from("text/html")));
        let (mailjet, body) = call("mailjet", "a@b.example");
        assert!(mailjet.headers.contains(&("authorization".to_owned(), "Basic azpz".to_owned())));
        assert_eq!(body.pointer("/Messages/0/From/Name"), Some(&Value::from("a@b.example")));
    }

    #[test]
    fn what_answers_mean() {
        let api = |name: &str| MailApi::named(name).unwrap();
        assert_eq!(api("resend").answered(200, None, r#"{"id": "r1"}"#, None), Ok(Some("r1".to_owned())));
        assert_eq!(api("resend").answered(200, None, "fine", None), Ok(None));
        assert_eq!(api("sendgrid").answered(202, Some("s1"), "", None), Ok(Some("s1".to_owned())));
        let mailjet = r#"{"Messages": [{"To": [{"MessageID": 1152921504606846976}]}]}"#;
        assert_eq!(api("mailjet").answered(200, None, mailjet, None), Ok(Some("1152921504606846976".to_owned())));
        assert!(
            matches!(api("resend").answered(422, None, "ola@shop.example", None), Err(Failure::Final(reason)) if reason == "the mail API refused the mail (status 422)")
        );
        for status in [401, 403, 409, 429, 500, 503, 301, 404] {
            let wait = Some(30);
            let failed = api("postmark").answered(status, None, "ola@shop.example", wait);
            assert!(
                matches!(&failed, Err(Failure::Passing { reason, wait_seconds: Some(30) }) if !reason.contains("ola")),
                "{status}: {failed:?}"
            );
        }
    }
}
