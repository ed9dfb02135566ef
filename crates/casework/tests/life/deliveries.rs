//! Platforms repeat and re-order deliveries: in whatever order six of them arrive, each of them
//! twice, an order ends in the same state.

use std::collections::BTreeSet;

use ordergate_casework::{Arrival, Audience, OrderState, PlatformStatus, ShopFacts, Source, Standing, Step, Stored, arrive, state_of};
use ordergate_screening::{Draft, Facts, Order, Ruleset, Timestamp, check};

/// A delivery: minute of its version, what the platform says, e-mail, city, note.
type Told = (i64, PlatformStatus, &'static str, &'static str, &'static str);

use PlatformStatus::{Cancelled, Open, Shipped};

const LIVES: [(&str, OrderState, [Told; 6]); 6] = [
    (
        "an ordinary order",
        OrderState::Shipped,
        [
            (0, Open, "jan@example.com", "Wrocław", ""),
            (1, Open, "jan@example.com", "Wrocław", "paid"),
            (2, Open, "jan@example.com", "Kraków", "moved"),
            (3, Open, "jan@example.com", "Kraków", "packed"),
            (4, Shipped, "jan@example.com", "Kraków", "sent"),
            (5, Shipped, "jan@example.com", "Kraków", "arrived"),
        ],
    ),
    (
        "a listed buyer who then changes the e-mail address",
        OrderState::Held,
        [
            (0, Open, "bad@example.com", "Wrocław", ""),
            (1, Open, "jan@example.com", "Wrocław", ""),
            (2, Open, "jan@example.com", "Kraków", ""),
            (3, Open, "jan@example.com", "Kraków", "paid"),
            (4, Open, "jan@example.com", "Kraków", "packed"),
            (5, Shipped, "jan@example.com", "Kraków", "sent"),
        ],
    ),
    (
        "listed for a moment in between",
        OrderState::Held,
        [
            (0, Open, "jan@example.com", "Wrocław", ""),
            (1, Open, "bad@example.com", "Wrocław", ""),
            (2, Open, "jan@example.com", "Wrocław", ""),
            (3, Cancelled, "jan@example.com", "Wrocław", "cancelled"),
            (4, Open, "jan@example.com", "Wrocław", "taken back"),
            (5, Open, "jan@example.com", "Wrocław", "paid"),
        ],
    ),
    (
        "held, then cancelled",
        OrderState::Cancelled,
        [
            (0, Open, "bad@example.com", "Wrocław", ""),
            (1, Open, "bad@example.com", "Wrocław", "paid"),
            (2, Open, "bad@example.com", "Kraków", "moved"),
            (3, Shipped, "bad@example.com", "Kraków", "sent"),
            (4, Open, "bad@example.com", "Kraków", "came back"),
            (5, Cancelled, "bad@example.com", "Kraków", "refunded"),
        ],
    ),
    (
        "two versions in one second",
        OrderState::Cancelled,
        [
            (0, Open, "jan@example.com", "Wrocław", ""),
            (1, Open, "jan@example.com", "Wrocław", "paid"),
            (2, Open, "jan@example.com", "Wrocław", "packed"),
            (3, Open, "jan@example.com", "Wrocław", "asked to cancel"),
            (3, Shipped, "jan@example.com", "Wrocław", "sent"),
            (3, Cancelled, "jan@example.com", "Wrocław", "cancelled"),
        ],
    ),
    (
        "marked once, never held",
        OrderState::Approved,
        [
            (0, Open, "jan@example.com", "Odd Town", ""),
            (1, Open, "jan@example.com", "Wrocław", ""),
            (2, Open, "jan@example.com", "Wrocław", "a"),
            (3, Open, "jan@example.com", "Wrocław", "b"),
            (4, Open, "jan@example.com", "Wrocław", "c"),
            (5, Open, "jan@example.com", "Wrocław", "d"),
        ],
    ),
];

fn ruleset() -> Ruleset {
    let draft = r#"{"entries": [{"id": "e1", "fields": {"email": "bad@example.com"}, "effect": "hold", "reason": "chargeback"},
        {"id": "e2", "fields": {"city": "Odd Town"}, "effect": "mark", "reason": "odd"}]}"#;
    Ruleset::compile(&Draft::from_json(draft.as_bytes()).unwrap()).unwrap()
}

fn order(told: &Told) -> Order {
    let (minute, _, email, city, note) = told;
    let json = format!(
        r#"{{"id": "7", "placed_at": "2026-11-24T10:00:00Z", "updated_at": "2026-11-24T10:{minute:02}:00Z", "currency": "PLN", "total": "120.50",
            "email": "{email}", "billing": {{"city": "{city}"}}, "custom": {{"note": "{note}"}}}}"#
    );
    Order::from_json(json.as_bytes()).unwrap()
}

/// What is stored after one more delivery.
fn after(stored: Option<Stored>, told: &Told, ruleset: &Ruleset) -> Option<Stored> {
    let order = order(told);
    let (shop, now, facts) = (ShopFacts::default(), Timestamp::from_millis(0), Facts::default());
    let arrival = Arrival {
        order: &order,
        version: order.updated_at.unwrap(),
        status: Some(told.1),
        source: Source::WooCommerce,
        hold: None,
        notes: &[],
        facts: &facts,
        identities: &[],
        audience: Audience { shop: &shop, contacts: &[], answer_link: &|_, _, _| None },
        now,
    };
    match arrive(stored.as_ref(), &arrival, || check(&order, &facts, ruleset, now), &mut || "id".to_owned()) {
        Step::Stale | Step::Same => stored,
        Step::Conflict => panic!("a platform's delivery is never a conflict"),
        Step::Write(plan) => Some(Stored {
            revision: plan.order.replaces + 1,
            version: plan.order.version,
            digest: plan.order.digest,
            material: plan.order.material,
            standing: plan.order.standing,
            platform: plan.order.platform,
            marked: plan.order.marked,
            first_checked: Some(now),
            case: None,
        }),
        Step::Restate(late) => {
            let stored = stored.unwrap();
            assert_eq!(late.state, state_of(late.standing, stored.platform));
            let material = late.material.unwrap_or(stored.material.clone());
            Some(Stored { revision: stored.revision + 1, standing: late.standing, marked: late.marked, material, ..stored })
        }
    }
}

fn permutations(of: &[usize]) -> Vec<Vec<usize>> {
    match of {
        [] => vec![Vec::new()],
        _ => of
            .iter()
            .flat_map(|first| {
                let rest: Vec<usize> = of.iter().copied().filter(|other| other != first).collect();
                permutations(&rest).into_iter().map(move |tail| [vec![*first], tail].concat())
            })
            .collect(),
    }
}

#[test]
fn all_720_orders_of_six_deliveries_end_in_the_same_state() {
    let ruleset = ruleset();
    let all = permutations(&[0, 1, 2, 3, 4, 5]);
    assert_eq!(all.len(), 720);
    for (name, wanted, life) in LIVES {
        let mut ends = BTreeSet::new();
        for (index, order) in all.iter().enumerate() {
            let mut stored = None;
            for (step, which) in order.iter().enumerate() {
                stored = after(stored, &life[*which], &ruleset);
                // Each delivery comes twice: at once, and again later in another place each time.
                stored = after(stored, &life[*which], &ruleset);
                stored = after(stored, &life[order[(index + step) % (step + 1)]], &ruleset);
            }
            let end = stored.unwrap();
            assert_eq!(end.state(), wanted, "{name}: {order:?}");
            ends.insert((end.standing.as_str(), end.platform.as_str(), end.marked, end.version.map(Timestamp::as_millis)));
        }
        assert_eq!(ends.len(), 1, "{name}: {ends:?}");
    }
}

#[test]
fn what_a_person_refused_outlasts_every_delivery() {
    let ruleset = ruleset();
    for standing in [Standing::Declined, Standing::Fraud, Standing::Cancelled] {
        for (name, _, life) in LIVES {
            let mut stored = after(None, &life[0], &ruleset).map(|stored| Stored { standing, ..stored });
            for told in &life[1..] {
                stored = after(stored, told, &ruleset);
            }
            assert_eq!(stored.unwrap().standing, standing, "{name}");
        }
    }
}

#[test]
fn the_state_of_every_standing_and_status() {
    let rows: Vec<String> = Standing::ALL
        .iter()
        .map(|&standing| {
            let states: Vec<&str> = PlatformStatus::ALL.iter().map(|&platform| state_of(standing, platform).as_str()).collect();
            format!("{standing}: {}", states.join(" "))
        })
        .collect();
    assert_eq!(
        rows,
        [
            "not_checked: not_checked shipped cancelled",
            "approved: approved shipped cancelled",
            "held: held held cancelled",
            "released: released shipped cancelled",
            "declined: declined declined declined",
            "fraud: fraud fraud fraud",
            "cancelled: cancelled cancelled cancelled",
        ]
    );
}
