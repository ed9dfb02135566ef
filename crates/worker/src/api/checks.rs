//! `POST /v1/checks`: what would be decided about an order, without storing anything.

use ordergate_screening::check;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::facts;
use crate::failure::Failure;
use crate::intake::ruleset;
use crate::proof;

use super::submission::Submission;

pub(crate) async fn create(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let bytes = read(request, API_CAP).await?;
    let submission = Submission::from_json(&bytes).map_err(|invalid| Failure::invalid("The order is not valid", invalid))?;
    let loaded = ruleset(app, &caller.shop).await?;
    let token = proof::open(app, &caller.shop, &submission.order)?;
    let token = Some((&token, None)).filter(|(token, _)| token.is_there());
    let complete = facts::complete(app, &caller.shop, &submission.order, &submission.facts, &loaded, None, token).await?;
    let made = check(&submission.order, &complete.facts, loaded.ruleset(), app.now());
    Ok(Answer::new(200, "application/json", made.to_json()))
}
