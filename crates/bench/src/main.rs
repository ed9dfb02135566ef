use ordergate_bench::workload::{self, Mix};
use ordergate_screening::{Facts, Order, Ruleset, Timestamp, check, key};
use std::hint::black_box;

fn cpu() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn main() {
    if let Some(what) = std::env::args().nth(1) {
        return profile(&what);
    }
    let texts = workload::orders(workload::ORDERS);
    let mean = texts.iter().map(|order| order.distinct_addresses).sum::<usize>() as f64 / texts.len() as f64;
    println!("orders {} bytes {} distinct addresses {mean:.2}", texts.len(), texts.iter().map(|o| o.json.len()).sum::<usize>() / texts.len());
    println!("{}", texts[3].json);
    let orders: Vec<Order> = texts.iter().map(|text| Order::from_json(text.json.as_bytes()).unwrap()).collect();
    let now: Timestamp = workload::NOW.parse().unwrap();
    let facts = Facts::default();
    let ruleset = |mix, entries, rules| {
        let begin = cpu();
        let draft = workload::draft(workload::entries(mix, entries), &workload::rules(rules));
        let made = cpu();
        let ruleset = Ruleset::compile(&draft).unwrap();
        println!("{mix:?} {entries} entries {rules} rules: generate {:.0} ms, compile {:.0} ms", (made - begin) / 1e3, (cpu() - made) / 1e3);
        ruleset
    };
    for mix in [Mix::A, Mix::B] {
        println!("field sets {mix:?}: {:?}", workload::field_sets(mix).map(|sets| sets.len()));
    }
    let sizes = [(Mix::A, 0, 0), (Mix::A, 1000, 0), (Mix::A, 100_000, 0), (Mix::A, 1_000_000, 0), (Mix::B, 1000, 0), (Mix::B, 1_000_000, 0), (Mix::A, 0, 10), (Mix::A, 0, 1000), (Mix::A, 0, 10_000), (Mix::A, 1000, 10), (Mix::A, 1_000_000, 10_000)];
    let sets: Vec<Ruleset> = sizes.iter().map(|(mix, entries, rules)| ruleset(*mix, *entries, *rules)).collect();
    for (set, size) in sets.iter().zip(&sizes) {
        let found: usize = orders.iter().map(|order| check(order, &facts, set, now).matches.len()).sum();
        println!("{size:?}: {:.3} matches an order", found as f64 / orders.len() as f64);
    }
    let mut times = vec![Vec::new(); sizes.len() + 1];
    for _ in 0..7 {
        let begin = cpu();
        for text in &texts {
            black_box(Order::from_json(black_box(text.json.as_bytes())).unwrap());
        }
        times[sizes.len()].push((cpu() - begin) / texts.len() as f64);
        for (index, set) in sets.iter().enumerate() {
            let some = orders.len();
            let begin = cpu();
            for order in &orders[..some] {
                black_box(check(order, &facts, set, now));
            }
            times[index].push((cpu() - begin) / some as f64);
        }
    }
    println!("parse {:.2} us", median(times[sizes.len()].clone()));
    for (size, times) in sizes.iter().zip(times) {
        println!("check {size:?} {:.2} us", median(times));
    }
    micro(&texts, &orders);
}

fn micro(texts: &[workload::OrderText], orders: &[Order]) {
    let mut time = |name: &str, run: &mut dyn FnMut(&Order)| {
        let mut all = Vec::new();
        for _ in 0..9 {
            let begin = cpu();
            for order in orders {
                run(order);
            }
            all.push((cpu() - begin) * 1e3 / orders.len() as f64);
        }
        println!("{name:14} {:.0} ns", median(all));
    };
    time("email", &mut |o| drop(black_box(key::Email::parse(o.email.as_deref().unwrap()))));
    time("phone", &mut |o| drop(black_box(key::Phone::parse(o.phone.as_deref().unwrap(), o.billing.country.as_deref()))));
    time("ip", &mut |o| drop(black_box(key::IpKey::of_order(o.ip.as_deref().unwrap()))));
    time("street", &mut |o| drop(black_box(key::StreetAddress::parse(o.billing.street.as_deref(), None, None, o.billing.country.as_deref()))));
    time("postcode", &mut |o| drop(black_box(key::Postcode::parse(o.billing.postcode.as_deref().unwrap(), o.billing.country.as_deref()))));
    time("city", &mut |o| drop(black_box(key::city(o.billing.city.as_deref().unwrap()))));
    time("first name", &mut |o| drop(black_box(key::name(o.billing.first_name.as_deref().unwrap()))));
    time("last name", &mut |o| drop(black_box(key::name(o.billing.last_name.as_deref().unwrap()))));
    time("full name", &mut |o| drop(black_box(key::full_name(o.billing.first_name.as_deref(), o.billing.last_name.as_deref()))));
    time("country", &mut |o| drop(black_box(key::country(o.billing.country.as_deref().unwrap()))));
    let _ = texts;
}
#[allow(dead_code)]
fn profile(what: &str) {
    let texts = workload::orders(workload::ORDERS);
    let orders: Vec<Order> = texts.iter().map(|text| Order::from_json(text.json.as_bytes()).unwrap()).collect();
    let now: Timestamp = workload::NOW.parse().unwrap();
    let set = Ruleset::compile(&workload::draft(workload::entries(Mix::A, 20_000), &workload::rules(10_000))).unwrap();
    let empty = Ruleset::compile(&workload::draft(vec![], &[])).unwrap();
    for _ in 0..100 {
        for (order, text) in orders.iter().zip(&texts) {
            match what {
                "parse" => drop(black_box(Order::from_json(text.json.as_bytes()).unwrap())),
                "keys" => drop(black_box(check(order, &Facts::default(), &empty, now))),
                _ => drop(black_box(check(order, &Facts::default(), &set, now))),
            }
        }
    }
}
