//! `/v1/settings`, `/v1/rules`, `/v1/variables`, `/v1/lists`: what is edited until it is published.
//! A draft always compiles: an edit that would break it is refused, with pointers.
//!
//! Every answer has an `ETag` that names the whole draft. An edit that says in `If-Match` what it was
//! made on is refused with 412 when somebody changed the draft since.

use std::borrow::Cow;

use ordergate_screening::{Draft, Invalid, ListDraft, Problem, RuleDraft, Ruleset, Settings, VariableDraft};
use ordergate_store::draft::{self, DraftRow};
use ordergate_store::{Statement, audit};
use serde::Serialize;
use worker::Request;

use crate::answer::Answer;
use crate::app::App;
use crate::auth::Caller;
use crate::body::{API_CAP, read};
use crate::clock;
use crate::d1;
use crate::failure::Failure;
use crate::router::decoded;

use super::Page;

/// A named part of a draft.
pub(crate) trait Part: Serialize + Clone + 'static {
    /// What people call one of it.
    const NAME: &'static str;
    /// The draft's field that holds all of them.
    const FIELD: &'static str;
    /// Its own field that names it.
    const KEY: &'static str = "name";
    /// What names one that was sent without a name; `None` where the name is what others read it by.
    fn fresh_key(_app: &App) -> Option<String> {
        None
    }
    fn key(&self) -> &str;
    fn read(text: &[u8]) -> Result<Self, Invalid>;
    fn all(draft: &mut Draft) -> &mut Vec<Self>;
}

impl Part for RuleDraft {
    const NAME: &'static str = "rule";
    const FIELD: &'static str = "rules";
    const KEY: &'static str = "id";
    fn fresh_key(app: &App) -> Option<String> {
        Some(format!("r_{}", app.id()))
    }
    fn key(&self) -> &str {
        &self.id
    }
    fn read(text: &[u8]) -> Result<Self, Invalid> {
        Self::from_json(text)
    }
    fn all(draft: &mut Draft) -> &mut Vec<Self> {
        &mut draft.rules
    }
}

impl Part for VariableDraft {
    const NAME: &'static str = "variable";
    const FIELD: &'static str = "variables";
    fn key(&self) -> &str {
        &self.name
    }
    fn read(text: &[u8]) -> Result<Self, Invalid> {
        Self::from_json(text)
    }
    fn all(draft: &mut Draft) -> &mut Vec<Self> {
        &mut draft.variables
    }
}

impl Part for ListDraft {
    const NAME: &'static str = "list";
    const FIELD: &'static str = "lists";
    fn key(&self) -> &str {
        &self.name
    }
    fn read(text: &[u8]) -> Result<Self, Invalid> {
        Self::from_json(text)
    }
    fn all(draft: &mut Draft) -> &mut Vec<Self> {
        &mut draft.lists
    }
}

/// Which draft was read: the snapshot that it follows, and its revision.
#[derive(Debug, Clone, Copy)]
pub(super) struct Version {
    pub(super) snapshot: i64,
    pub(super) revision: i64,
}

impl Version {
    fn tag(self) -> String {
        format!("\"{}.{}\"", self.snapshot, self.revision)
    }

    /// The one that an edit of this makes.
    fn next(self) -> Self {
        Self { revision: self.revision + 1, ..self }
    }

    /// Refuses a request that was made on another draft than this.
    pub(super) fn must_match(self, request: &Request) -> Result<(), Failure> {
        match request.headers().get("if-match")? {
            Some(tags) if tags.trim() != "*" && !tags.split(',').any(|tag| tag.trim() == self.tag()) => Err(Failure::refused(
                412,
                "draft-changed",
                "Somebody changed the draft in the meantime",
                "read it again, and send the change with the new ETag in If-Match",
            )),
            _ => Ok(()),
        }
    }
}

/// The draft and which one it is.
pub(super) async fn current(app: &App, caller: &Caller) -> Result<(Version, Draft), Failure> {
    let row: Option<DraftRow> = d1::first(&app.database()?, draft::current(&caller.shop)).await?;
    let row = row.ok_or_else(|| Failure::internal("draft", &"a shop without a snapshot"))?;
    let draft = Draft::from_json(row.body.as_bytes()).map_err(|error| Failure::internal("draft", &error))?;
    Ok((Version { snapshot: row.snapshot, revision: row.revision }, draft))
}

/// Stores an edited draft, if it compiles and nobody was faster, and answers its tag. `own` is the pointer
/// into the draft of what the body holds; problems in it point into the body.
async fn store(app: &App, caller: &Caller, version: Version, edited: &Draft, own: &str, note: (&str, &str)) -> Result<String, Failure> {
    if let Err(Invalid { problems }) = Ruleset::compile(edited) {
        let inside = |problem: Problem| match problem.pointer.strip_prefix(own) {
            Some(rest) if !own.is_empty() && (rest.is_empty() || rest.starts_with('/')) => Problem::new(rest, problem.detail),
            _ => problem,
        };
        let problems = problems.into_iter().map(inside).collect();
        return Err(Failure::unprocessable("The draft would not compile", Invalid { problems }));
    }
    let body = serde_json::to_string(edited).map_err(|error| Failure::internal("draft", &error))?;
    if body.len() > 1_500_000 {
        return Err(Failure::refused(
            422,
            "too-large",
            "The draft is too large",
            format!("it has {} bytes; at most 1500000 are stored", body.len()),
        ));
    }
    let (action, subject) = note;
    let batch = vec![
        draft::replace(&caller.shop, (version.snapshot, version.revision), &body, app.now()),
        Statement::must_have_changed_one(),
        audit::add(&caller.shop, subject, app.now(), &app.id(), caller.actor.as_str(), action, ""),
    ];
    match d1::batch(&app.database()?, batch).await {
        Ok(_) => Ok(version.next().tag()),
        Err(Failure::Database(message)) if Statement::lost_the_race(&message) => {
            Err(Failure::refused(409, "conflict", "Somebody was faster", "the draft was changed in the meantime; read it again"))
        }
        Err(failure) => Err(failure),
    }
}

/// Why `order.hour` could not be told in a time zone.
pub(super) fn unknown_zone(zone: &str) -> Option<Problem> {
    let detail = || format!("`{zone}` is not a time zone such as \"Europe/Warsaw\"");
    (!clock::knows(zone)).then(|| Problem::new("/time_zone", detail()))
}

/// `GET /v1/settings`: the draft's.
pub(crate) async fn settings(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let (version, draft) = current(app, caller).await?;
    Ok(Answer::json(200, &draft.settings)?.with("etag", version.tag()))
}

/// `PUT /v1/settings`: in force after the next publish.
pub(crate) async fn replace_settings(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let bytes = read(request, API_CAP).await?;
    let settings = Settings::from_json(&bytes).map_err(|invalid| Failure::invalid("The settings are not valid", invalid))?;
    if let Some(problem) = settings.time_zone.as_deref().and_then(unknown_zone) {
        return Err(Failure::unprocessable("The settings are not valid", Invalid { problems: vec![problem] }));
    }
    let (version, mut draft) = current(app, caller).await?;
    version.must_match(request)?;
    draft.settings = settings;
    let tag = store(app, caller, version, &draft, "/settings", ("settings.replaced", "settings")).await?;
    Ok(Answer::json(200, &draft.settings)?.with("etag", tag))
}

/// `GET /v1/rules` and the like, in the draft's order.
pub(crate) async fn list<T: Part>(app: &App, caller: &Caller) -> Result<Answer, Failure> {
    let (version, mut draft) = current(app, caller).await?;
    Ok(Answer::json(200, &Page { data: std::mem::take(T::all(&mut draft)), next: None })?.with("etag", version.tag()))
}

/// `GET /v1/rules/{id}` and the like.
pub(crate) async fn show<T: Part>(app: &App, caller: &Caller, key: &str) -> Result<Answer, Failure> {
    let key = decoded(key).unwrap_or_default();
    let (version, mut draft) = current(app, caller).await?;
    let part = T::all(&mut draft).iter().find(|part| part.key() == key).ok_or_else(|| Failure::not_found(T::NAME))?;
    Ok(Answer::json(200, part)?.with("etag", version.tag()))
}

/// `POST /v1/rules` and the like.
pub(crate) async fn create<T: Part>(app: &App, caller: &Caller, request: &mut Request) -> Result<Answer, Failure> {
    let part = read_part::<T>(request, T::fresh_key(app)).await?;
    let (version, mut draft) = current(app, caller).await?;
    version.must_match(request)?;
    let all = T::all(&mut draft);
    if all.iter().any(|other| other.key() == part.key()) {
        return Err(Failure::refused(409, "id-in-use", "This name is in use", format!("a {} `{}` is there already", T::NAME, part.key())));
    }
    all.push(part.clone());
    let own = format!("/{}/{}", T::FIELD, all.len() - 1);
    let tag = store(app, caller, version, &draft, &own, (&format!("{}.added", T::NAME), &subject(&part))).await?;
    Ok(Answer::json(201, &part)?.with("etag", tag))
}

/// `PUT /v1/rules/{id}` and the like.
pub(crate) async fn replace<T: Part>(app: &App, caller: &Caller, request: &mut Request, key: &str) -> Result<Answer, Failure> {
    let key = decoded(key).unwrap_or_default();
    let part = read_part::<T>(request, Some(key.clone())).await?;
    let (version, mut draft) = current(app, caller).await?;
    version.must_match(request)?;
    let all = T::all(&mut draft);
    let at = all.iter().position(|other| other.key() == key).ok_or_else(|| Failure::not_found(T::NAME))?;
    if let Some(slot) = all.get_mut(at) {
        *slot = part.clone();
    }
    let note = format!("{}.replaced", T::NAME);
    let tag = store(app, caller, version, &draft, &format!("/{}/{at}", T::FIELD), (&note, &subject(&part))).await?;
    Ok(Answer::json(200, &part)?.with("etag", tag))
}

/// `DELETE /v1/rules/{id}` and the like; refused while others use it.
pub(crate) async fn remove<T: Part>(app: &App, caller: &Caller, request: &Request, key: &str) -> Result<Answer, Failure> {
    let key = decoded(key).unwrap_or_default();
    let (version, mut draft) = current(app, caller).await?;
    version.must_match(request)?;
    let all = T::all(&mut draft);
    let at = all.iter().position(|other| other.key() == key).ok_or_else(|| Failure::not_found(T::NAME))?;
    let part = all.remove(at);
    let tag = store(app, caller, version, &draft, "", (&format!("{}.removed", T::NAME), &subject(&part))).await?;
    Ok(Answer::empty(204).with("etag", tag))
}

/// Reads a part; `key` names it when the body does not.
async fn read_part<T: Part>(request: &mut Request, key: Option<String>) -> Result<T, Failure> {
    let mut bytes = read(request, API_CAP).await?;
    if let (Some(key), Ok(serde_json::Value::Object(mut body))) = (key, serde_json::from_slice(&bytes))
        && !body.contains_key(T::KEY)
    {
        body.insert(T::KEY.to_owned(), key.into());
        bytes = serde_json::Value::Object(body).to_string().into_bytes();
    }
    T::read(&bytes).map_err(|invalid| Failure::invalid("The body is not valid", invalid))
}

fn subject<T: Part>(part: &T) -> Cow<'static, str> {
    format!("{}:{}", T::NAME, part.key()).into()
}
