//! Entries of one to four fields, 60, 25, 10 and 5 in a hundred.

use super::people::{self, Person};
use crate::random::Random;
use ordergate_screening::{EntryDraft, Field};
use std::collections::BTreeMap;

/// Which combinations of fields occur.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mix {
    /// 17 combinations, as a shop makes them.
    A,
    /// 353 combinations: stress.
    B,
}

use Field::{
    City, Company, Country, CustomerId, Device, Email, FirstName, HouseNumber, Ip, LastName, PaymentFingerprint, Phone, Postcode, Street,
    TaxId,
};

const MIX_A: [&[&[Field]]; 4] = [
    &[&[Email], &[Phone], &[Ip], &[CustomerId], &[Device], &[PaymentFingerprint]],
    &[&[Ip, City], &[LastName, Postcode], &[LastName, Phone], &[City, Email], &[Street, Postcode]],
    &[&[FirstName, LastName, Postcode], &[LastName, Street, Postcode], &[LastName, City, Ip], &[Street, Postcode, City]],
    &[&[FirstName, LastName, Street, Postcode], &[LastName, Street, Postcode, City]],
];
/// Fields by which few orders are found; every combination has one.
const STRONG: [Field; 8] = [Email, Phone, Ip, CustomerId, Device, PaymentFingerprint, Street, TaxId];
const OTHERS: [Field; 7] = [FirstName, LastName, Postcode, City, Country, Company, HouseNumber];

/// The combinations of a mix, by number of fields.
pub fn field_sets(mix: Mix) -> [Vec<Vec<Field>>; 4] {
    match mix {
        Mix::A => MIX_A.map(|sets| sets.iter().map(|set| set.to_vec()).collect()),
        Mix::B => {
            let mut sets: [Vec<Vec<Field>>; 4] = Default::default();
            let all: Vec<Field> = STRONG.into_iter().chain(OTHERS).collect();
            for mask in 1u32..1 << all.len() {
                let set: Vec<Field> = all.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, field)| *field).collect();
                // A house number says nothing without its street, and a street in these entries carries its own.
                let sound = set.iter().any(|field| STRONG.contains(field)) && !set.contains(&HouseNumber);
                if sound && set.len() <= 4 {
                    sets[set.len() - 1].push(set);
                }
            }
            for (kept, limit) in sets.iter_mut().zip([8, 76, 148, 121]) {
                // Evenly from the whole list.
                let every = kept.len();
                *kept = (0..limit.min(every)).map(|index| kept[index * every / limit.min(every)].clone()).collect();
            }
            sets
        }
    }
}

/// The first `count` entries of a mix. The first 40 are of buyers whose orders come, so two orders in a hundred match one of them.
pub fn entries(mix: Mix, count: usize) -> Vec<EntryDraft> {
    let sets = field_sets(mix);
    (0..count).map(|index| entry(mix, &sets, index)).collect()
}

fn entry(mix: Mix, sets: &[Vec<Vec<Field>>; 4], index: usize) -> EntryDraft {
    let mut random = Random::of(if mix == Mix::A { 2 } else { 3 }, index);
    let size = match random.below(100) {
        0..60 => 0,
        60..85 => 1,
        85..95 => 2,
        _ => 3,
    };
    // Mails and phones are listed far oftener than the rest.
    let singles = &sets[size];
    let set = if mix == Mix::A && size == 0 {
        &singles[[0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 4, 5][random.below(12)]]
    } else {
        &singles[random.below(singles.len())]
    };
    let person = if index < 40 { super::order(index * 50 + 7).person } else { people::person(&mut random) };
    let fields: BTreeMap<Field, String> = set.iter().map(|field| (*field, value(&person, *field))).collect();
    EntryDraft {
        id: format!("e{index}"),
        fields,
        effect: None,
        matching: Default::default(),
        points: (size == 0 && random.percent(30)).then(|| 10 * (1 + random.below(9) as i32)),
        reason: format!("unpaid parcels, case {}", random.below(200)),
        expires_at: random.percent(20).then(|| format!("2027-{:02}-01T00:00:00Z", 1 + random.below(12)).parse().unwrap()),
    }
}

fn value(person: &Person, field: Field) -> String {
    let home = &person.home;
    match field {
        Field::FirstName => home.first_name.clone(),
        Field::LastName => home.last_name.clone(),
        Field::Street => home.street.clone(),
        Field::HouseNumber => "12".to_owned(),
        Field::Postcode => home.postcode.clone(),
        Field::City => home.city.clone(),
        Field::Email => person.email.clone(),
        Field::Ip => person.ip.clone(),
        // With its country, as the entry does not say where it is from.
        Field::Phone if person.phone.starts_with('+') || person.phone.starts_with("00") => person.phone.clone(),
        Field::Phone => format!(
            "+{} {}",
            match home.country {
                "PT" => 351,
                "ES" => 34,
                _ => 33,
            },
            person.phone.trim_start_matches('0')
        ),
        Field::Country => home.country.to_owned(),
        Field::Company => person.company.clone(),
        Field::TaxId => person.tax_id.clone(),
        Field::CustomerId => person.customer_id.clone(),
        Field::PaymentFingerprint => person.payment_fingerprint.clone(),
        Field::Device => person.device.clone(),
        Field::EmailDomain => "example.com".to_owned(),
    }
}
