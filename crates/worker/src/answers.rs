//! `/answer/{token}`: a contact answers a case without a login. Opening the page changes nothing, as
//! mail scanners open links too; a button does.

use ordergate_casework::{CaseAction, CaseResolution, Language, answer_words};
use ordergate_store::case::{self, CaseRow};
use ordergate_store::contact::{self, ContactRow};
use ordergate_store::shop::{self, ShopRow};
use worker::Request;

use crate::answer::Answer;
use crate::answer_links::{self, Answering};
use crate::api::cases::work_on;
use crate::app::App;
use crate::body::read;
use crate::d1;
use crate::failure::Failure;
use crate::page::{escaped, page};

/// A form with one word in it.
const FORM_CAP: usize = 1_000;

/// What the page is made from, once the link's signature has held.
struct Asked {
    link: Answering,
    language: Language,
    who: String,
    shop: String,
    case: CaseRow,
}

/// `GET /answer/{token}`.
pub(crate) async fn show(app: &App, token: &str) -> Result<Answer, Failure> {
    let asked = asked(app, token).await?;
    Ok(shown(app, &asked))
}

/// `POST /answer/{token}` with `answer=blocked` or `answer=not_blocked`.
pub(crate) async fn take(app: &App, request: &mut Request, token: &str) -> Result<Answer, Failure> {
    if request.headers().get("sec-fetch-site")?.is_some_and(|site| site != "same-origin") {
        return Err(Failure::refused(403, "other-site", "Not from the answer page", "the browser says the request came from another site"));
    }
    let asked = asked(app, token).await?;
    let form = read(request, FORM_CAP).await?;
    let resolution = match form.as_slice() {
        b"answer=blocked" => CaseResolution::Blocked,
        b"answer=not_blocked" => CaseResolution::NotBlocked,
        _ => return Err(Failure::refused(400, "invalid-body", "No answer", "send answer=blocked or answer=not_blocked")),
    };
    if asked.case.resolution.is_none() && app.now() < asked.link.until {
        let action = CaseAction::Resolve { resolution, comment: None };
        match work_on(app, &asked.link.shop, &asked.link.case, action, &format!("contact:{}", asked.link.contact)).await {
            // Somebody else was faster: the page says what they answered.
            Ok(()) | Err(Failure::Refused(_)) => {}
            Err(failure) => return Err(failure),
        }
        return show(app, token).await;
    }
    Ok(shown(app, &asked))
}

async fn asked(app: &App, token: &str) -> Result<Asked, Failure> {
    let unknown = || Failure::not_found("answer link");
    let link = answer_links::read(app, token).ok_or_else(unknown)?;
    let read = vec![shop::by_id(&link.shop), case::by_id(&link.shop, &link.case), contact::by_id(&link.shop, &link.contact)];
    let results = d1::batch(&app.database()?, read).await?;
    let shop: ShopRow = d1::one(results.first())?.ok_or_else(unknown)?;
    let case: CaseRow = d1::one(results.get(1))?.ok_or_else(unknown)?;
    // A contact that was removed no longer answers for the shop.
    let contact: ContactRow = d1::one(results.get(2))?.ok_or_else(unknown)?;
    Ok(Asked { link, language: contact.language.parse().unwrap_or_default(), who: contact.name, shop: shop.name, case })
}

fn shown(app: &App, asked: &Asked) -> Answer {
    let words = answer_words(asked.language);
    let number = asked.case.number.as_deref().unwrap_or(&asked.case.order_id);
    let order = format!("{} · {}", escaped(number), escaped(&asked.shop));
    let language = asked.language.as_str();
    if let Some(resolution) = &asked.case.resolution {
        let said = match resolution.as_str() {
            "blocked" => words.was_blocked,
            "not_blocked" => words.was_not_blocked,
            _ => words.was_too_late,
        };
        return page(200, language, words.answered, &format!("<p>{order}</p><p>{said}</p>"));
    }
    if app.now() >= asked.link.until {
        return page(410, language, words.over, &format!("<p>{order}</p><p>{}</p>", words.over_text));
    }
    let content = format!(
        "<p>{order}</p><p>{}</p><p>{}</p><form method=\"post\"><button name=\"answer\" value=\"blocked\">{}</button>\
         <button class=\"second\" name=\"answer\" value=\"not_blocked\">{}</button></form>",
        words.question,
        escaped(&asked.who),
        words.blocked,
        words.not_blocked
    );
    page(200, language, words.title, &content)
}
