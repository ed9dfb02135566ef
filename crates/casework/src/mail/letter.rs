//! What every mail is made of, and how it becomes text and HTML.

use std::fmt::Write as _;

use ordergate_screening::Timestamp;

use super::inert::{inert_html, one_line, plain};
use super::{Contact, Mail, MailKind};

/// A letter before it is text. Everything in it may hold what a buyer typed.
#[derive(Debug, Default)]
pub(super) struct Letter {
    pub(super) language: &'static str,
    pub(super) subject: String,
    pub(super) title: String,
    /// What has happened and what is to be done.
    pub(super) lead: Vec<String>,
    /// Name and value.
    pub(super) rows: Vec<(&'static str, String)>,
    /// A heading and what is listed under it.
    pub(super) list: Option<(&'static str, Vec<String>)>,
    /// Words and address.
    pub(super) links: Vec<(&'static str, String)>,
    pub(super) footer: Vec<String>,
}

impl Letter {
    /// The letter as a mail to a contact.
    pub(super) fn mail(&self, id: String, kind: MailKind, contact: &Contact, expires_at: Option<Timestamp>) -> Mail {
        Mail {
            id,
            kind,
            contact: contact.id.clone(),
            to: contact.email.clone(),
            subject: self.subject(),
            text: self.text(),
            html: self.html(),
            expires_at,
        }
    }

    fn subject(&self) -> String {
        one_line(&self.subject)
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lead {
            let _ = writeln!(text, "{}\n", plain(line));
        }
        for (name, value) in &self.rows {
            let _ = writeln!(text, "{name}: {}", plain(value));
        }
        if let Some((heading, lines)) = &self.list {
            let _ = writeln!(text, "\n{heading}:");
            for line in lines {
                let _ = writeln!(text, "- {}", plain(line));
            }
        }
        text.push('\n');
        for (words, url) in &self.links {
            let _ = writeln!(text, "{words}: {url}");
        }
        text.push('\n');
        for line in &self.footer {
            let _ = writeln!(text, "{}", plain(line));
        }
        text
    }

    fn html(&self) -> String {
        let mut html = format!(
            "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head><body><font face=\"Helvetica, Arial, sans-serif\"><h1>{}</h1>",
            self.language,
            inert_html(&self.subject()),
            inert_html(&self.title)
        );
        for line in &self.lead {
            let _ = write!(html, "<p>{}</p>", inert_html(line));
        }
        html.push_str("<table>");
        for (name, value) in &self.rows {
            let _ = write!(html, "<tr><th align=\"left\" valign=\"top\">{name}</th><td>{}</td></tr>", inert_html(value));
        }
        html.push_str("</table>");
        if let Some((heading, lines)) = &self.list {
            let _ = write!(html, "<h2>{heading}</h2><ul>");
            for line in lines {
                let _ = write!(html, "<li>{}</li>", inert_html(line));
            }
            html.push_str("</ul>");
        }
        for (words, url) in &self.links {
            let _ = write!(html, "<p><a href=\"{}\">{words}</a></p>", inert_html(url));
        }
        html.push_str("<p><small>");
        for line in &self.footer {
            let _ = write!(html, "{}<br>", inert_html(line));
        }
        html.push_str("</small></p></font></body></html>");
        html
    }
}

/// A template with its `{names}` filled in; what is filled in is not looked at again.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { break };
        out.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    out.push_str(rest);
    out
}
