//! Names, addresses and accounts as eight countries write them.

use crate::random::Random;

const FIRST: &[&str] = &[
    "Jan",
    "Anna",
    "Piotr",
    "Katarzyna",
    "Łukasz",
    "Małgorzata",
    "Hans",
    "Jürgen",
    "Ursula",
    "Björn",
    "Mary",
    "John",
    "Siobhán",
    "James",
    "Luca",
    "Giulia",
    "Niccolò",
    "Chiara",
    "João",
    "Inês",
    "Gonçalo",
    "Beatriz",
    "José",
    "María",
    "Iñigo",
    "Lucía",
    "Émile",
    "Chloé",
    "François",
    "Zoé",
    "Mehmet",
    "Ayşe",
    "İbrahim",
    "Gül",
    "Oğuz",
    "Elif",
    "Jean-Luc",
    "Ana Maria",
    "Tomasz",
    "Zofia",
];
const SYLLABLES: &[&str] = &[
    "kow", "al", "ski", "no", "wak", "mül", "ler", "ro", "ssi", "fer", "rei", "ra", "yıl", "maz", "gar", "cía", "du", "pont", "sch",
    "neider", "bian", "chi", "san", "tos", "kaya", "lo", "pez", "ber", "nard", "smi", "th", "wil", "son", "wój", "cik", "ła", "sze", "mor",
    "ga", "çe",
];
const CITIES: &[&str] = &[
    "Wrocław",
    "Łódź",
    "Kraków",
    "Gdańsk",
    "Köln",
    "München",
    "Frankfurt am Main",
    "Berlin",
    "London",
    "St. Albans",
    "Leeds",
    "York",
    "Roma",
    "Reggio nell'Emilia",
    "Milano",
    "Forlì",
    "São Paulo",
    "Lisboa",
    "Vila Nova de Gaia",
    "Porto",
    "Madrid",
    "A Coruña",
    "León",
    "Málaga",
    "Paris",
    "Saint-Étienne",
    "Orléans",
    "Nîmes",
    "İstanbul",
    "İzmir",
    "Şanlıurfa",
    "Ankara",
];
const FREE: &[&str] =
    &["gmail.com", "gmail.com", "gmail.com", "outlook.com", "yahoo.com", "wp.pl", "gmx.de", "orange.fr", "libero.it", "icloud.com"];
pub const COUNTRIES: &[&str] = &["PL", "DE", "GB", "IT", "PT", "ES", "FR", "TR"];
/// Countries that rules name besides; one order in a hundred is from one of the first half, none is from the second.
pub const MORE_COUNTRIES: &[&str] = &[
    "AT", "BE", "BG", "CH", "CZ", "DK", "EE", "FI", "GR", "HR", "HU", "IE", "LT", "LU", "LV", "NL", "NO", "RO", "SE", "SI", "SK", "UA",
    "US", "CA", "BR", "MX", "AR", "AU", "AE", "AL", "AM", "AZ", "BA", "BD", "BO", "BY", "CL", "CN", "CO", "CR", "CU", "CY", "DZ", "EC",
    "EG", "GE", "GH", "HK", "ID", "IL", "IN", "IS", "JM", "JO", "JP",
];

pub const DOMAINS: usize = 400;

/// E-mail domain number `index`; the first are the free ones and much the commonest.
pub fn domain(index: usize) -> String {
    match FREE.get(index) {
        Some(name) => (*name).to_owned(),
        None => format!(
            "{}{}-{index}.{}",
            plain(SYLLABLES[index % 40]),
            plain(SYLLABLES[index / 40 % 40]),
            ["com", "pl", "de", "net"][index % 4]
        ),
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_lowercase).collect()
}

fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

pub fn last_name(random: &mut Random) -> String {
    let mut name = upper_first(random.pick(SYLLABLES));
    for _ in 0..2 {
        name.push_str(random.pick(SYLLABLES));
    }
    name
}

/// A place as text: what an address block carries.
#[derive(Clone)]
pub struct Address {
    pub first_name: String,
    pub last_name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub country: &'static str,
}

/// Everything of one buyer.
#[derive(Clone)]
pub struct Person {
    pub home: Address,
    pub email: String,
    pub phone: String,
    pub ip: String,
    pub customer_id: String,
    pub device: String,
    pub payment_fingerprint: String,
    pub tax_id: String,
    pub company: String,
}

pub fn address(random: &mut Random, first_name: String, last_name: String) -> Address {
    let style = random.below(8);
    let country = if random.percent(1) { MORE_COUNTRIES[random.below(MORE_COUNTRIES.len() / 2)] } else { COUNTRIES[style] };
    let name = upper_first(&format!("{}{}{}", random.pick(SYLLABLES), random.pick(SYLLABLES), random.pick(SYLLABLES)));
    let (number, flat) = (1 + random.below(180), 1 + random.below(60));
    let street = match style {
        0 => format!("ul. {name}a {number}/{flat}"),
        1 => format!("{name}straße {number}"),
        2 => format!("Flat {flat}, {number} {name} Road"),
        3 => format!("Via {name}, {number} int. {flat}"),
        4 => format!("Rua {name}, {number} - apto {flat}"),
        5 => format!("Calle {name} {number}, {flat}"),
        6 => format!("{number} rue de {name}"),
        _ => format!("{name} Cad. No:{number} D:{flat}"),
    };
    let digits = random.below(100_000);
    let postcode = match country {
        "PL" => format!("{:02}-{:03}", digits / 1000, digits % 1000),
        "GB" => {
            format!("{}{} {}{}{}", ["SW", "LS", "M", "YO"][digits % 4], 1 + digits % 19, digits % 9, letter(digits), letter(digits / 26))
        }
        "PT" => format!("{:04}-{:03}", 1000 + digits % 8999, digits % 1000),
        _ => format!("{digits:05}"),
    };
    Address { first_name, last_name, street, postcode, city: (random.pick(&CITIES[style * 4..style * 4 + 4])).to_owned(), country }
}

fn letter(index: usize) -> char {
    char::from(b"ABDEFGHJLNPQRSTUWXYZ"[index % 20])
}

/// A buyer; equal streams give equal buyers.
pub fn person(random: &mut Random) -> Person {
    let (first_name, last_name) = ((random.pick(FIRST)).to_owned(), last_name(random));
    let domain = domain(if random.percent(70) { random.below(FREE.len()) } else { random.below(DOMAINS) });
    let email = format!("{}.{}{}@{domain}", plain(&first_name.to_lowercase()), plain(&last_name), random.below(1_000_000));
    let home = address(random, first_name, last_name);
    let phone = match home.country {
        "PL" => format!("+48 {} {:03} {:03}", 600 + random.below(190), random.below(1000), random.below(1000)),
        "DE" => format!("0049 151 {:08}", random.below(100_000_000)),
        "GB" => format!("+44 7{:03} {:06}", random.below(1000), random.below(1_000_000)),
        "IT" => format!("+39 34{} {:07}", random.below(10), random.below(10_000_000)),
        "PT" => format!("91{:07}", random.below(10_000_000)),
        "ES" => format!("6{:02} {:03} {:03}", random.below(100), random.below(1000), random.below(1000)),
        "FR" => format!("06 {:02} {:02} {:02} {:02}", random.below(100), random.below(100), random.below(100), random.below(100)),
        "TR" => format!("+90 (53{}) {:03}-{:04}", random.below(10), random.below(1000), random.below(10_000)),
        _ => format!("+40 7{:08}", random.below(100_000_000)),
    };
    Person {
        home,
        email,
        phone,
        ip: format!("{}.{}.{}.{}", 11 + random.below(110), random.below(256), random.below(256), 1 + random.below(254)),
        customer_id: format!("c{}", random.below(50_000_000)),
        device: format!("{:016x}", random.next()),
        payment_fingerprint: format!("pf_{:016x}", random.next()),
        tax_id: format!("{:010}", random.next() % 10_000_000_000),
        company: format!("{} {} GmbH", upper_first(random.pick(SYLLABLES)), random.below(10_000_000)),
    }
}
