//! Who may do what: the one table of a shop's routes and the role that each of them needs.
//!
//! A session may use only what stands here; a secret key of the shop is its admin, except where a
//! person is asked for. Roles grow: each may do what the ones before it may.

use worker::Method;

use crate::auth::{Actor, Caller};
use crate::failure::Failure;

/// What somebody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Looks.
    Viewer,
    /// Lists buyers, writes notes and labels, holds.
    Analyst,
    /// Releases, cancels, refunds, answers cases, publishes.
    Approver,
    /// Settings, keys, endpoints, users, privacy.
    Admin,
}

impl Role {
    pub(crate) const ALL: [Self; 4] = [Self::Viewer, Self::Analyst, Self::Approver, Self::Admin];

    /// The name in the table and in JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Analyst => "analyst",
            Self::Approver => "approver",
            Self::Admin => "admin",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

use Role::{Admin, Analyst, Approver, Viewer};

/// Methods, path (`*` is any one segment) and the least role. The first line that fits counts.
#[rustfmt::skip]
const ROUTES: &[(&str, &str, Role)] = &[
    ("GET POST DELETE", "/v1/session", Viewer),
    ("GET",             "/v1/sessions", Viewer),
    ("DELETE",          "/v1/sessions/*", Viewer),
    ("GET POST",        "/v1/passkeys", Viewer),
    ("POST",            "/v1/passkeys/challenge", Viewer),
    ("DELETE",          "/v1/passkeys/*", Viewer),
    ("GET",             "/v1/users", Viewer),
    ("POST",            "/v1/users", Admin),
    ("PUT DELETE",      "/v1/users/*", Admin),
    ("POST",            "/v1/users/*/sign-in-links", Admin),

    ("GET",             "/v1/orders", Viewer),
    ("POST",            "/v1/orders", Analyst),
    ("POST",            "/v1/orders/bulk", Analyst),      // releasing in bulk needs an approver: api/holds.rs
    ("POST",            "/v1/orders/exports", Viewer),
    ("GET",             "/v1/orders/*", Viewer),
    ("GET",             "/v1/orders/*/fulfilment", Viewer),
    ("POST",            "/v1/orders/*/hold", Analyst),
    ("POST",            "/v1/orders/*/release", Approver),
    ("POST",            "/v1/orders/*/status", Approver),
    ("POST",            "/v1/orders/*/recheck", Analyst),
    ("POST",            "/v1/orders/*/labels", Analyst),
    ("POST",            "/v1/orders/*/cancel", Approver),
    ("POST",            "/v1/orders/*/refund", Approver),
    ("POST",            "/v1/orders/*/commands/*/retry", Approver),
    ("POST DELETE",     "/v1/orders/*/lock", Analyst),    // taking a lock over needs an approver: api/hold_desk.rs
    ("POST",            "/v1/checks", Viewer),
    ("GET",             "/v1/holds", Viewer),

    ("GET",             "/v1/cases", Viewer),
    ("POST",            "/v1/cases/next", Analyst),
    ("GET",             "/v1/cases/*", Viewer),
    ("POST",            "/v1/cases/*/resolution", Approver),
    ("POST",            "/v1/cases/*/notes", Analyst),
    ("POST",            "/v1/cases/*/assign", Analyst),
    ("POST",            "/v1/cases/*/snooze", Analyst),

    ("GET",             "/v1/customers", Viewer),
    ("POST",            "/v1/customers/search", Viewer),
    ("POST",            "/v1/customers/bulk", Analyst),
    ("GET",             "/v1/customers/*", Viewer),
    ("GET",             "/v1/statistics", Viewer),

    ("GET",             "/v1/entries", Viewer),
    ("POST",            "/v1/entries", Analyst),
    ("POST",            "/v1/entries/import", Analyst),
    ("POST",            "/v1/entries/preview", Viewer),
    ("GET",             "/v1/entries/export", Analyst),
    ("GET",             "/v1/entries/*", Viewer),
    ("PUT DELETE",      "/v1/entries/*", Analyst),

    ("GET",             "/v1/rules", Viewer),
    ("POST",            "/v1/rules", Approver),
    ("GET",             "/v1/rules/*", Viewer),
    ("PUT DELETE",      "/v1/rules/*", Approver),
    ("GET",             "/v1/variables", Viewer),
    ("POST",            "/v1/variables", Approver),
    ("GET",             "/v1/variables/*", Viewer),
    ("PUT DELETE",      "/v1/variables/*", Approver),
    ("GET",             "/v1/lists", Viewer),
    ("POST",            "/v1/lists", Approver),
    ("GET",             "/v1/lists/*", Viewer),
    ("PUT DELETE",      "/v1/lists/*", Approver),
    ("POST",            "/v1/snapshots", Approver),
    ("GET",             "/v1/snapshots/*", Viewer),
    ("GET",             "/v1/snapshots/current/bytes", Viewer),

    ("GET",             "/v1/contacts", Viewer),
    ("POST",            "/v1/contacts", Admin),
    ("GET",             "/v1/contacts/*", Viewer),
    ("PUT DELETE",      "/v1/contacts/*", Admin),
    ("POST",            "/v1/contacts/*/test", Analyst),
    ("GET",             "/v1/commands", Viewer),
    ("GET",             "/v1/outbox", Viewer),
    ("GET",             "/v1/mails/*", Viewer),
    ("POST",            "/v1/mails/*/retry", Analyst),

    ("GET",             "/v1/settings", Viewer),
    ("PUT",             "/v1/settings", Admin),
    ("GET",             "/v1/shop", Viewer),
    ("PUT",             "/v1/shop", Admin),
    ("GET",             "/v1/audit", Viewer),
    ("GET",             "/v1/today", Viewer),
    ("GET",             "/v1/connections", Admin),
    ("PUT DELETE",      "/v1/connections/*", Admin),
    ("GET POST",        "/v1/keys", Admin),
    ("PUT DELETE",      "/v1/keys/*", Admin),
    ("POST",            "/v1/keys/*/rotate", Admin),
    ("GET POST",        "/v1/endpoints", Admin),
    ("DELETE",          "/v1/endpoints/*", Admin),
    ("POST",            "/v1/endpoints/*/rotate", Admin),
    ("GET",             "/v1/endpoints/*/deliveries", Admin),
    ("POST",            "/v1/endpoints/*/deliveries/*/replay", Admin),
    ("POST",            "/v1/privacy/export", Admin),
    ("POST",            "/v1/privacy/erase", Admin),
];

/// The least role that may use a route; `None` for a route that stands nowhere in the table.
fn needed(method: &str, segments: &[&str]) -> Option<Role> {
    let fits = |path: &str| {
        let pattern: Vec<&str> = path.split('/').skip(1).collect();
        pattern.len() == segments.len() && pattern.iter().zip(segments).all(|(want, is)| *want == "*" || want == is)
    };
    ROUTES.iter().find(|(methods, path, _)| methods.split(' ').any(|name| name == method) && fits(path)).map(|(_, _, role)| *role)
}

/// Lets a caller through to a route.
///
/// # Errors
/// 403 for a person whose role does not reach, and on a route that the table forgot.
pub(crate) fn admit(caller: &Caller, method: &Method, segments: &[&str]) -> Result<(), Failure> {
    let Actor::Person(person) = &caller.actor else { return Ok(()) };
    match needed(method.as_ref(), segments) {
        Some(role) => person.must_be(role),
        None => Err(Failure::refused(403, "role", "No role may do that", "this route has no role; see crates/worker/src/roles.rs")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_can_be_reached_and_asks_for_its_role() {
        for (methods, path, role) in ROUTES {
            for method in methods.split(' ') {
                let concrete = path.replace('*', "x1");
                let segments: Vec<&str> = concrete.split('/').skip(1).collect();
                assert_eq!(needed(method, &segments), Some(*role), "{method} {path}");
            }
        }
    }

    #[test]
    fn every_route_of_a_shop_has_a_role() {
        let routes = include_str!("shop_routes.rs").lines().filter_map(|line| line.trim().strip_prefix('(')?.split_once("])"));
        let mut seen = 0;
        for (route, _) in routes {
            let Some((method, path)) = route.split_once(", [\"v1\", ") else { continue };
            if method == "_" {
                continue; // rules, variables and lists, which share their routes
            }
            let segments =
                path.split(", ").map(|segment| segment.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or("x1"));
            let segments: Vec<&str> = std::iter::once("v1").chain(segments).collect();
            assert!(needed(&method.to_uppercase(), &segments).is_some(), "{method} {segments:?} needs a line in the table of roles");
            seen += 1;
        }
        assert!(seen > 70, "{seen} routes were read");
    }

    #[test]
    fn what_stands_nowhere_has_no_role() {
        for (method, path) in [("DELETE", "v1/orders"), ("GET", "v1/shops"), ("GET", "v1"), ("GET", "v1/orders/1/2"), ("HEAD", "v1/orders")]
        {
            assert_eq!(needed(method, &path.split('/').collect::<Vec<_>>()), None, "{method} {path}");
        }
    }

    #[test]
    fn nobody_below_the_role_changes_anything_but_their_own_session() {
        let own = [
            "/v1/session",
            "/v1/sessions/*",
            "/v1/passkeys",
            "/v1/passkeys/challenge",
            "/v1/passkeys/*",
            "/v1/checks",
            "/v1/orders/exports",
            "/v1/entries/preview",
            "/v1/customers/search",
        ];
        for (methods, path, role) in ROUTES {
            let changes = methods.split(' ').any(|method| method != "GET");
            assert!(!changes || *role > Viewer || own.contains(path), "{methods} {path} changes something and a viewer may use it");
        }
    }
}
