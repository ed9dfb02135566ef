//! The link by which a contact answers a case without a login: it names shop, case, contact and the
//! end of the stop window, and carries a signature of them. It holds no personal data.

use ordergate_screening::Timestamp;
use ordergate_secrets::{MasterKey, Purpose};

use crate::app::App;

/// Makes the links of one shop.
pub(crate) struct AnswerLinks {
    key: Option<MasterKey>,
    shop: String,
    public_url: String,
}

/// What a link says, once its signature has held.
pub(crate) struct Answering {
    pub(crate) shop: String,
    pub(crate) case: String,
    pub(crate) contact: String,
    pub(crate) until: Timestamp,
}

impl AnswerLinks {
    pub(crate) fn new(app: &App, shop: &str, public_url: &str) -> Self {
        // Without a master key a mail goes out all the same; its reader answers in the admin page.
        Self { key: app.master_key().ok(), shop: shop.to_owned(), public_url: public_url.to_owned() }
    }

    pub(crate) fn link(&self, case: &str, contact: &str, until: Timestamp) -> Option<String> {
        let said = said(case, contact, until);
        let signature = self.key.as_ref()?.sign(Purpose::Answer, &self.shop, said.as_bytes());
        Some(format!("{}/answer/{}.{said}.{signature}", self.public_url, self.shop))
    }
}

fn said(case: &str, contact: &str, until: Timestamp) -> String {
    format!("{case}.{contact}.{}", until.as_millis())
}

/// Reads the token of a link; `None` unless this deployment signed it.
pub(crate) fn read(app: &App, token: &str) -> Option<Answering> {
    let parts: Vec<&str> = token.split('.').collect();
    let [shop, case, contact, until, signature] = parts.as_slice() else { return None };
    let until = Timestamp::from_millis(until.parse().ok()?);
    let key = app.master_key().ok()?;
    let answering = || Answering { shop: (*shop).to_owned(), case: (*case).to_owned(), contact: (*contact).to_owned(), until };
    key.signed(Purpose::Answer, shop, said(case, contact, until).as_bytes(), signature).then(answering)
}
