//! The facts a check sees: what the caller sent, and what the shop's own history and clock add.

use ordergate_casework::{Earlier, fill_in};
use ordergate_screening::{Facts, Fingerprints, Identity, Order, OrderFacts, identities};
use ordergate_secrets::Purpose;
use ordergate_store::order_key::{self, EarlierRow};

use crate::app::App;
use crate::clock;
use crate::d1;
use crate::failure::Failure;
use crate::proof::Token;
use crate::rulesets::Loaded;

/// What one read found of an order's identities.
pub(crate) struct SeenBefore {
    pub(crate) identities: Vec<Identity>,
    pub(crate) earlier: Vec<EarlierRow>,
}

/// The facts of an order, and the identities they were counted by.
#[derive(Default)]
pub(crate) struct Complete {
    pub(crate) facts: Facts,
    pub(crate) identities: Vec<Identity>,
    pub(crate) earlier: Vec<Earlier>,
}

/// The fingerprints of this shop's identities.
pub(crate) fn fingerprints(app: &App, shop: &str) -> Result<Fingerprints, Failure> {
    Ok(Fingerprints::of_shop(&app.master_key()?.derive(Purpose::Fingerprint, shop)))
}

/// The identities of an order, as this shop's fingerprints.
pub(crate) fn identities_of(app: &App, shop: &str, order: &Order, default_country: Option<&str>) -> Result<Vec<Identity>, Failure> {
    Ok(identities(order, default_country, &fingerprints(app, shop)?))
}

/// Completes what the caller sent; what they sent wins. Reads the shop's earlier orders unless the
/// caller has read them already. `token` is the order's, with the order that carried it first.
pub(crate) async fn complete(
    app: &App,
    shop: &str,
    order: &Order,
    sent: &Facts,
    loaded: &Loaded,
    seen_before: Option<SeenBefore>,
    token: Option<(&Token, Option<&str>)>,
) -> Result<Complete, Failure> {
    let settings = loaded.ruleset().settings();
    let SeenBefore { identities, earlier } = match seen_before {
        Some(seen_before) => seen_before,
        None => {
            let identities = identities_of(app, shop, order, settings.default_country.as_deref())?;
            let earlier = d1::rows(&app.database()?, order_key::earlier(shop, &order.id, &identities, order.placed_at)).await?;
            SeenBefore { identities, earlier }
        }
    };
    let earlier: Result<Vec<_>, _> = earlier.iter().map(EarlierRow::earlier).collect();
    let earlier = earlier.map_err(|error| Failure::internal("order keys", &error))?.concat();
    let mut facts = sent.clone();
    fill_in(&mut facts, order, &identities, &earlier);
    if let Some((token, used_by)) = token {
        token.tell(&mut facts, order, used_by);
    }
    if facts.order == OrderFacts::default()
        && let Some(zone) = &settings.time_zone
    {
        let minutes = order.placed_at.as_millis().div_euclid(60_000) + i64::from(clock::offset_minutes(zone, order.placed_at));
        // The first of January 1970 was a Thursday.
        let weekday = (minutes.div_euclid(1_440) + 3).rem_euclid(7) + 1;
        facts.order.hour = u8::try_from(minutes.rem_euclid(1_440) / 60).ok();
        facts.order.weekday = u8::try_from(weekday).ok();
    }
    Ok(Complete { facts, identities, earlier })
}
