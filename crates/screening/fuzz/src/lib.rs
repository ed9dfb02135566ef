//! What every fuzz target asks of the engine. A target is one of these functions run by libFuzzer; a failure is a panic here.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a fuzz target fails by panicking")]

use std::fmt::Debug;

use ordergate_screening::key::{self, Email, IpKey, IpRange, Phone, Postcode, StreetAddress};
use ordergate_screening::rule::{self, Condition};
use ordergate_screening::snapshot::{PublicPack, PublicRules, verify};
use ordergate_screening::{Draft, Facts, Order, RuleDraft, Ruleset, Segment, Timestamp, check};

const NOW: &str = "2026-11-24T10:00:00Z";

/// An order that fills every field.
pub const ORDER: &str = r##"{"id":"1001","number":"#1001","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"120.50","channel":"web",
"email":"Jan.K+shop@gmail.com","phone":"+48 600 100 200","ip":"1.1.1.1","user_agent":"u","device":"d1",
"customer":{"id":"c7","group":"Reseller","first_name":"Jan","last_name":"Kowalski","orders_count":3,"created_at":"2024-01-01T00:00:00Z"},
"billing":{"first_name":"Jan","last_name":"Kowalski","company":"Acme Sp. z o.o.","tax_id":"PL 525-000-10-90","street":"ul. Długa 12/4","postcode":"50-001","city":"Wrocław","region":"DS","country":"PL","phone":"600100201"},
"shipping":{"first_name":"Ann","last_name":"Smith","street":"5 High Street","house_number":"5","street2":"Flat 2","postcode":"SW1A 1AA","city":"London","country":"GB"},
"lines":[{"sku":"GPU-1","product":"Graphics card","category":"gift cards","quantity":2,"price":"60.25","shipping":{"street":"Main St 7","city":"Springfield","postcode":"94103-1234","country":"US"}},{"sku":"x","price":"0"},{}],
"payment":{"method":"cod","provider":"p","fingerprint":"f1","bin":"411111","last4":"1111","country":"DE"},"token":"t","custom":{"campaign":"x","a b":"12.5"}}"##;

/// Facts of every kind.
pub const FACTS: &str = r#"{"velocity":{"email":{"count_24h":3,"sum_24h":"410.00","distinct_ip_24h":2,"decayed":2.4},"ip":{"count_1h":9}},
"token":{"state":"ok"},"ip":{"country":"PL"},"order":{"hour":10,"weekday":2}}"#;

/// A draft with an entry for every field, and rules, variables and lists of every kind.
pub const DRAFT: &str = r#"{"settings":{"minimum_points":50,"decline_points":90,"default_country":"PL","default_points":{"email":40,"postcode":10,"postcode_extended":20}},
"variables":[{"name":"big","is":"order.total > 100"},{"name":"items","is":"sum(lines, line.quantity)"},{"name":"dear","is":"line.price > 50"}],
"lists":[{"name":"risky","values":["PL","XX","1.1.1.1","a@example.com"]}],
"entries":[
{"id":"e1","fields":{"email":"jank@gmail.com"},"reason":"r"},{"id":"e2","fields":{"ip":"1.1.0.0/16","city":"Wroclaw"},"reason":"r"},
{"id":"e3","fields":{"first_name":"Kowalski","last_name":"Jan"},"reason":"r"},{"id":"e4","fields":{"street":"Długa","house_number":"12/4","postcode":"50001"},"effect":"hold","reason":"r"},
{"id":"e5","fields":{"phone":"600100200"},"points":-5,"reason":"r"},{"id":"e6","fields":{"company":"ACME","tax_id":"5250001090"},"reason":"r"},
{"id":"e7","fields":{"customer_id":"c8"},"effect":"allow","reason":"r"},{"id":"e8","fields":{"payment_fingerprint":"f1"},"effect":"mark","reason":"r"},
{"id":"e9","fields":{"device":"d1","country":"PL"},"reason":"r","expires_at":"2030-01-01T00:00:00Z"},{"id":"e10","fields":{"email_domain":"gmail.com"},"points":1,"reason":"r"},
{"id":"e11","fields":{"postcode":"94103"},"reason":"r"},{"id":"e12","fields":{"ip":"2001:db8::1"},"points":2,"reason":"r"}],
"rules":[
{"id":"r01","when":"customer.group == \"reseller\" and any(lines, line.sku == \"GPU-1\")","points":30,"visibility":"public"},
{"id":"r02","when":"big and billing.country != shipping.country and not exists(phone)","points":10},
{"id":"r03","when":"email.is_disposable or velocity.ip.count_1h >= 5","effect":"hold"},
{"id":"r04","when":"sum(lines, line.amount, line.category == \"gift cards\") > 20","points":3,"visibility":"public"},
{"id":"r05","when":"ip in [\"10.0.0.0/8\"] or billing.country in risky","effect":"mark"},
{"id":"r06","when":"all(lines, dear or line.quantity == 1)","points":1},{"id":"r07","when":"items ?? 0 > 2","points":1},
{"id":"r08","when":"custom[\"a b\"] > 12 and custom.campaign == \"x\"","points":1},{"id":"r09","when":"phone == \"600 100 200\" and phone.country == \"PL\"","points":1},
{"id":"r10","when":"email contains \"jan\" and email.domain not in [\"wp.pl\"]","points":1},{"id":"r11","when":"same_address","points":1},
{"id":"r12","when":"shipping.postcode starts_with \"SW1\"","points":1},{"id":"r13","when":"count(lines, line.shipping.country == \"US\") == 1","points":1},
{"id":"r14","when":"customer.age_days > 300 and order.hour in [9, 10]","points":1},{"id":"r15","when":"token.state != \"ok\"","points":1},
{"id":"r16","when":"billing.last_name == shipping.last_name","points":1},{"id":"r17","when":"payment.country ?? \"PL\" == \"DE\"","points":1},
{"id":"r18","when":"order.total >= 120.5 and order.currency == \"pln\"","points":1}]}"#;

const COUNTRIES: [Option<&str>; 16] = [
    None,
    Some("PL"),
    Some("TR"),
    Some("PT"),
    Some("IT"),
    Some("US"),
    Some("DE"),
    Some("BR"),
    Some("GB"),
    Some("FR"),
    Some("ES"),
    Some("RU"),
    Some("GR"),
    Some("NL"),
    Some("CZ"),
    Some("zz"),
];

struct Fixed {
    draft: Draft,
    ruleset: Ruleset,
    order: Order,
    facts: Facts,
    now: Timestamp,
}

thread_local! {
    static FIXED: &'static Fixed = Box::leak(Box::new({
        let draft = Draft::from_json(DRAFT.as_bytes()).unwrap();
        Fixed {
            ruleset: Ruleset::compile(&draft).unwrap(),
            draft,
            order: Order::from_json(ORDER.as_bytes()).unwrap(),
            facts: Facts::from_json(FACTS.as_bytes()).unwrap(),
            now: NOW.parse().unwrap(),
        }
    }));
}

fn fixed() -> &'static Fixed {
    FIXED.with(|fixed| *fixed)
}

/// A ruleset, its plain twin and its snapshot give one check.
fn agree(draft: &Draft, ruleset: &Ruleset) {
    let Fixed { order, facts, now, .. } = fixed();
    let direct = check(order, facts, ruleset, *now).to_json();
    let plain = Ruleset::compile_without_index(draft).unwrap();
    assert_eq!(check(order, facts, &plain, *now).to_json(), direct, "the plain meaning differs");
    let bytes = ruleset.to_snapshot();
    verify(&bytes).unwrap();
    let opened = Ruleset::from_snapshot(bytes.clone()).unwrap();
    assert_eq!(check(order, facts, &opened, *now).to_json(), direct, "the snapshot differs");
    assert_eq!(opened.to_snapshot(), bytes, "written again, the snapshot is other bytes");
}

/// Rule text: every text is a tree or has errors inside the text; a tree's text is read as the same tree; a rule that compiles gives
/// one check, however it is kept.
pub fn rule_text(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Fixed { draft, .. } = fixed();
    let errors = rule::diagnose(text, draft);
    for error in &errors {
        assert!(error.span.start <= error.span.end && error.span.end <= text.len(), "{error:?} lies outside");
        assert!(text.is_char_boundary(error.span.start) && text.is_char_boundary(error.span.end), "{error:?} cuts a letter");
    }
    let Ok(tree) = rule::parse(text) else {
        assert!(!errors.is_empty(), "refused without an error");
        return;
    };
    let canonical = tree.to_string();
    let again = rule::parse(&canonical).unwrap_or_else(|errors| panic!("{canonical}: {errors:?}"));
    assert_eq!(again, tree, "{canonical}");
    assert_eq!(again.to_string(), canonical);
    // A tree as JSON nests at least as deep as the reader of JSON allows long after rule text does.
    if let Ok(read) = serde_json::from_value::<Condition>(serde_json::to_value(&tree).unwrap()) {
        assert_eq!(read, tree);
    }
    let mut draft = draft.clone();
    draft.rules.truncate(2);
    draft.entries.clear();
    draft.rules.push(RuleDraft {
        id: "zz".to_owned(),
        name: String::new(),
        when: text.to_owned(),
        points: Some(5),
        effect: None,
        active: true,
        visibility: Default::default(),
        hides: Vec::new(),
    });
    match Ruleset::compile(&draft) {
        Ok(ruleset) => {
            assert!(errors.is_empty(), "{errors:?}, and yet it compiles");
            let _ = rule::warnings(text);
            agree(&draft, &ruleset);
            let canonical_draft =
                Draft { rules: vec![RuleDraft { when: canonical, ..draft.rules.last().unwrap().clone() }], ..draft.clone() };
            let alone = Draft { rules: vec![draft.rules.last().unwrap().clone()], ..draft };
            let Fixed { order, facts, now, .. } = fixed();
            let of = |draft: &Draft| check(order, facts, &Ruleset::compile(draft).unwrap(), *now).to_json();
            assert_eq!(of(&canonical_draft), of(&alone), "the canonical text means something else");
        }
        Err(invalid) => assert!(!errors.is_empty() || invalid.to_string().contains("steps"), "{invalid}, and yet nothing is diagnosed"),
    }
}

/// The same bytes with lengths in the header that fit them, so that longer and shorter bytes get past the header as well.
fn fitted(data: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 60;
    let mut left = data.len().checked_sub(HEADER)?;
    let mut bytes = data.to_vec();
    for at in [48, 52, 56] {
        let field: &mut [u8] = bytes.get_mut(at..at + 4)?;
        let asked = usize::try_from(u32::from_le_bytes(field.try_into().ok()?)).ok()?;
        let length = if at == 56 { left } else { asked.min(left) };
        field.copy_from_slice(&u32::try_from(length).ok()?.to_le_bytes());
        left -= length;
    }
    Some(bytes)
}

/// Snapshots, segments and public packs: any bytes are refused or used, and never panic.
pub fn snapshot_bytes(data: &[u8]) {
    let Fixed { order, facts, now, .. } = fixed();
    for bytes in [Some(data.to_vec()), fitted(data)].into_iter().flatten() {
        let _ = verify(&bytes);
        if let Ok(ruleset) = Ruleset::from_snapshot(bytes.clone()) {
            let _ = check(order, facts, &ruleset, *now).to_json();
            let _ = ruleset.cost();
            let _ = ruleset.to_snapshot();
        }
        if let Ok(pack) = PublicPack::open(bytes) {
            let _ = pack.holding(order, facts);
        }
    }
    if let Ok(segment) = Segment::open(data.to_vec()) {
        let _ = (segment.verify(), segment.digest(), segment.rows(), segment.sizes());
    }
}

/// Orders: what is read is written and read again as the same order, and checked the same.
pub fn order_json(data: &[u8]) {
    let Fixed { ruleset, facts, now, .. } = fixed();
    let order = match Order::from_json(data) {
        Ok(order) => order,
        Err(invalid) => {
            assert!(!invalid.problems.is_empty());
            assert!(invalid.problems.iter().all(|problem| problem.pointer.is_empty() || problem.pointer.starts_with('/')), "{invalid:?}");
            return;
        }
    };
    let text = order.to_json();
    let again = Order::from_json(text.as_bytes()).unwrap_or_else(|invalid| panic!("{invalid}: {text}"));
    assert_eq!(again, order);
    assert_eq!(again.to_json(), text);
    assert_eq!(check(&again, facts, ruleset, *now).to_json(), check(&order, facts, ruleset, *now).to_json());
}

fn stays<Key: PartialEq + Debug>(what: &str, once: &Key, twice: &Key) {
    assert_eq!(once, twice, "{what}: the key of the key differs");
}

/// Keys: no text panics, and the key of a key is the key.
pub fn keys(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let country = COUNTRIES[usize::from(*first) % COUNTRIES.len()];
    stays("folded", &key::folded(text), &key::folded(&key::folded(text)));
    let canonical: [(&str, fn(&str) -> Option<String>); 8] = [
        ("plain", key::plain),
        ("name", key::name),
        ("city", key::city),
        ("company", key::company),
        ("tax_id", key::tax_id),
        ("country", key::country),
        ("opaque", key::opaque),
        ("email_domain", key::email_domain),
    ];
    for (what, canonical) in canonical {
        if let Some(once) = canonical(text) {
            stays(what, &Some(once.clone()), &canonical(&once));
        }
    }
    if let Some(once) = Email::parse(text) {
        stays("email", &Some(&once), &Email::parse(&once.canonical).as_ref());
        stays("email_domain of email", &Some(&once.domain), &key::email_domain(&once.domain).as_ref());
        let _ = (once.is_free(), once.is_disposable());
    }
    if let Some(once) = Postcode::parse(text, country) {
        stays("postcode", &Some(&once), &Postcode::parse(&once.full, country).as_ref());
        let _ = once.is_extended();
    }
    if let Some(once) = Phone::parse(text, country) {
        assert!(once.same(&once) || (once.e164().is_none() && once.last9().is_none()), "a phone is not itself");
        if let Some(e164) = once.e164() {
            for country in [None, country] {
                stays("phone", &Some(&once), &Phone::parse(e164, country).as_ref());
            }
        }
    }
    if let Ok(range) = IpRange::parse(text) {
        stays("ip range", &Ok(range.clone()), &IpRange::parse(&range.to_string()));
    }
    if let Some(address) = IpKey::parse(text) {
        stays("ip", &Some(&address), &IpKey::parse(&address.address().to_string()).as_ref());
        assert!(address.network().contains(&address));
    }
    let _ = IpKey::of_order(text);
    let (left, right) = text.split_once('\n').unwrap_or((text, ""));
    assert_eq!(key::full_name(Some(left), Some(right)), key::full_name(Some(right), Some(left)));
    let once = StreetAddress::parse(Some(left), Some(right), Some(right), country);
    // A flat named by one letter is another key than the house that is typed so (12, flat b; 12/b).
    let lettered = |number: &&str| number.split('/').any(|part| part.len() == 1 && !part.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(number) = once.number.as_deref().filter(|number| !lettered(number)) {
        stays("house number", &once.number, &StreetAddress::parse(None, None, Some(number), country).number);
    }
    let _ = StreetAddress::parse(Some(left), Some(right), None, country);
}

/// Drafts: what compiles gives one check from the draft, scanned, and from its snapshot, and its public pack opens.
pub fn draft_json(data: &[u8]) {
    let Ok(draft) = Draft::from_json(data) else { return };
    let Ok(ruleset) = Ruleset::compile(&draft) else { return };
    agree(&draft, &ruleset);
    let Fixed { order, facts, .. } = fixed();
    let pack = PublicRules::of(&draft).unwrap().to_pack();
    let _ = PublicPack::open(pack).unwrap().holding(order, facts);
    let written = serde_json::to_vec(&draft).unwrap();
    assert_eq!(Draft::from_json(&written).unwrap(), draft, "written and read again, the draft differs");
}
