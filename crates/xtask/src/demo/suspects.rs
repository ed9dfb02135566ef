//! Orders that meet the demo blacklist, most of them written so that a plain comparison would miss them.

use super::country::{BRAZIL, Country, ITALY, POLAND, TURKEY, UNITED_KINGDOM};

/// What is fixed about one such order; "" leaves what chance gave.
pub(crate) struct Suspect {
    pub(crate) country: &'static Country,
    pub(crate) first_name: &'static str,
    pub(crate) last_name: &'static str,
    pub(crate) company: &'static str,
    pub(crate) street: &'static str,
    pub(crate) street2: &'static str,
    pub(crate) postcode: &'static str,
    pub(crate) city: &'static str,
    pub(crate) email: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) ip: &'static str,
    /// Name and address above are where the parcel goes; the bill goes to somebody else.
    pub(crate) shipping_only: bool,
}

const ANY: Suspect = Suspect {
    country: &POLAND,
    first_name: "",
    last_name: "",
    company: "",
    street: "",
    street2: "",
    postcode: "",
    city: "",
    email: "",
    phone: "",
    ip: "",
    shipping_only: false,
};

/// In the order in which they come, oldest first.
pub(crate) const SUSPECTS: &[Suspect] = &[
    // The address as written down, then the same mailbox with a tag and in capitals.
    Suspect { email: "marek.zielony@poczta.example", ..ANY },
    Suspect { email: "Marek.Zielony+allegro@poczta.example", phone: "602-100-901", ..ANY },
    Suspect { email: "k.gorecki@skrzynka.example", ..ANY },
    // Without diacritics; with the names swapped.
    Suspect { first_name: "Dawid", last_name: "Leczycki", city: "Wroclaw", ..ANY },
    Suspect { first_name: "Łęczycki", last_name: "Dawid", city: "WROCŁAW", ..ANY },
    // One flat, four spellings; the last one only as the parcel's destination.
    Suspect { street: "ul. Długa 12 m. 4", postcode: "50-238", city: "Wrocław", ..ANY },
    Suspect { street: "Dluga 12/4", postcode: "50-238", city: "Wroclaw", ..ANY },
    Suspect { street: "ulica Długa 12", street2: "m. 4", postcode: "50-238", city: "Wrocław", ..ANY },
    Suspect { street: "UL. DŁUGA 12/4", postcode: "50238", city: "Wrocław", shipping_only: true, ..ANY },
    Suspect { country: &TURKEY, first_name: "Selcuk", last_name: "Ozturk", city: "Izmir", ..ANY },
    Suspect { country: &TURKEY, email: "siparis.cem+yeni@posta.example", phone: "0555 900 77 10", ..ANY },
    Suspect { country: &TURKEY, street: "Ataturk Cad. No:80", city: "İzmir", postcode: "35220", shipping_only: true, ..ANY },
    Suspect { country: &BRAZIL, first_name: "Joao", last_name: "Goncalves", city: "Sao Paulo", ..ANY },
    Suspect { ip: "198.51.100.77", ..ANY },
    Suspect { ip: "198.51.100.77", email: "xk29f@jednorazowy.example", ..ANY },
    Suspect { country: &BRAZIL, email: "COMPRAS.RAPIDAS@correio.example", ..ANY },
    Suspect { country: &BRAZIL, phone: "(11) 97000-4410", ..ANY },
    Suspect { country: &ITALY, first_name: "Giuseppe", last_name: "D’Alo", city: "Bari", ..ANY },
    Suspect { first_name: "Renata", last_name: "Czarnecka", city: "Gdynia", ip: "203.0.113.70", ..ANY },
    Suspect { country: &BRAZIL, street: "R. das Flores, 245", city: "São Paulo", postcode: "01310-200", ..ANY },
    Suspect { country: &ITALY, street: "V. Garibaldi, 44", city: "Torino", postcode: "10122", ..ANY },
    Suspect { company: "SZYBKI ZYSK SP. Z O.O.", ..ANY },
    Suspect { email: "tmp-4431@jednorazowy.example", ..ANY },
    Suspect {
        country: &UNITED_KINGDOM,
        first_name: "Whitmore",
        last_name: "Callum",
        postcode: "m14bt",
        city: "Manchester",
        email: "C.Whitmore+2@mail.example",
        ..ANY
    },
    Suspect { country: &ITALY, email: "acquisti.lampo@posta-it.example", phone: "351 900 0917", ..ANY },
    Suspect { ip: "203.0.113.91", ..ANY },
    Suspect {
        email: "ola.testy@poczta.example",
        first_name: "Aleksandra",
        last_name: "Wiśniewska",
        city: "Wrocław",
        ip: "203.0.113.66",
        ..ANY
    },
    Suspect { street: "Portowa 3", postcode: "81350", city: "Gdynia", shipping_only: true, ..ANY },
    Suspect { country: &ITALY, street: "Via Garibaldi 44", city: "TORINO", postcode: "10122", shipping_only: true, ..ANY },
    Suspect { country: &TURKEY, first_name: "ÖZTÜRK", last_name: "SELÇUK", city: "İZMİR", shipping_only: true, ..ANY },
    Suspect { first_name: "dawid", last_name: "łęczycki", city: "Wrocław", phone: "+48602100901", ..ANY },
    Suspect { country: &UNITED_KINGDOM, email: "c.whitmore@mail.example", ip: "198.51.100.77", ..ANY },
];
