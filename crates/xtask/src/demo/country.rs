//! Where the demo shop's customers live: names, streets and numbers as people there write them.

use super::random::Random;

/// One country's material.
pub(crate) struct Country {
    /// ISO 3166.
    pub(crate) code: &'static str,
    /// ISO 4217.
    pub(crate) currency: &'static str,
    /// Domains of its customers' e-mail addresses; reserved ones, so that nobody's address is used.
    pub(crate) domains: &'static [&'static str],
    pub(crate) first_names: &'static [&'static str],
    pub(crate) last_names: &'static [&'static str],
    /// `{n}` is the house number.
    pub(crate) streets: &'static [&'static str],
    /// City, region, postcode; `#` is a digit.
    pub(crate) cities: &'static [(&'static str, &'static str, &'static str)],
    /// `#` is a digit.
    pub(crate) phone: &'static str,
}

/// Poland: about half of the orders.
pub(crate) const POLAND: Country = Country {
    code: "PL",
    currency: "PLN",
    domains: &["poczta.example", "skrzynka.example", "example.com"],
    first_names: &[
        "Katarzyna",
        "Paweł",
        "Małgorzata",
        "Łukasz",
        "Agnieszka",
        "Krzysztof",
        "Joanna",
        "Tomasz",
        "Zofia",
        "Michał",
        "Żaneta",
        "Wojciech",
        "Świętosława",
        "Bartłomiej",
        "Hanna",
        "Grzegorz",
    ],
    last_names: &[
        "Nowak",
        "Wójcik",
        "Kamiński",
        "Lewandowska",
        "Zieliński",
        "Szymańska",
        "Woźniak",
        "Dąbrowski",
        "Kozłowska",
        "Jankowski",
        "Mazur",
        "Krawczyk",
        "Piątek",
        "Łukasik",
        "Śliwa",
        "Żak",
    ],
    streets: &[
        "ul. Kwiatowa {n}",
        "ul. Słowackiego {n}",
        "al. Jana Pawła II {n}",
        "ul. Świętego Marcina {n}",
        "os. Tysiąclecia {n}",
        "ul. Mickiewicza {n} m. 5",
        "ul. Łąkowa {n}/12",
        "pl. Wolności {n}",
        "ul. 3 Maja {n}",
        "ul. Żwirki i Wigury {n}/3",
    ],
    cities: &[
        ("Warszawa", "mazowieckie", "00-###"),
        ("Kraków", "małopolskie", "30-###"),
        ("Wrocław", "dolnośląskie", "50-###"),
        ("Poznań", "wielkopolskie", "61-###"),
        ("Gdańsk", "pomorskie", "80-###"),
        ("Łódź", "łódzkie", "90-###"),
        ("Rzeszów", "podkarpackie", "35-###"),
        ("Białystok", "podlaskie", "15-###"),
    ],
    phone: "+48 601 ### ###",
};

/// Turkey.
pub(crate) const TURKEY: Country = Country {
    code: "TR",
    currency: "TRY",
    domains: &["posta.example", "example.net"],
    first_names: &["Ayşe", "Mehmet", "Zeynep", "Çağlar", "Elif", "Oğuzhan", "Gülşen", "İbrahim", "Şebnem", "Ümit"],
    last_names: &["Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Yıldırım", "Aydın", "Güneş", "Kılıç", "Doğan"],
    streets: &[
        "Cumhuriyet Caddesi No:{n} D:7",
        "İnönü Sokak No:{n}",
        "Bağdat Caddesi {n}/4",
        "Şehit Osman Sokak No:{n}",
        "Gazi Bulvarı No:{n} Kat:2",
    ],
    cities: &[
        ("İstanbul", "İstanbul", "34###"),
        ("Ankara", "Ankara", "06###"),
        ("İzmir", "İzmir", "35###"),
        ("Bursa", "Bursa", "16###"),
        ("Eskişehir", "Eskişehir", "26###"),
    ],
    phone: "+90 555 0## ## ##",
};

/// Brazil.
pub(crate) const BRAZIL: Country = Country {
    code: "BR",
    currency: "BRL",
    domains: &["correio.example", "example.org"],
    first_names: &["Ana", "Antônio", "Mariana", "Caio", "Letícia", "Thiago", "Flávia", "Vinícius", "Conceição", "Davi"],
    last_names: &["Silva", "Souza", "Araújo", "Magalhães", "Conceição", "Ribeiro", "Falcão", "Nogueira", "Brandão", "Lima"],
    streets: &[
        "Rua Augusta, {n}",
        "Avenida Paulista, {n} ap. 61",
        "Rua Sete de Setembro, {n}",
        "Travessa São José, {n}",
        "Rua Barão do Rio Branco, {n} bloco B",
    ],
    cities: &[
        ("São Paulo", "SP", "01###-###"),
        ("Rio de Janeiro", "RJ", "20###-###"),
        ("Belo Horizonte", "MG", "30###-###"),
        ("Florianópolis", "SC", "88###-###"),
        ("Brasília", "DF", "70###-###"),
    ],
    phone: "+55 11 9000#-####",
};

/// Portugal.
pub(crate) const PORTUGAL: Country = Country {
    code: "PT",
    currency: "EUR",
    domains: &["correio.example", "example.com"],
    first_names: &["Beatriz", "João", "Inês", "Gonçalo", "Sofia", "Nuno", "Catarina", "Simão"],
    last_names: &["Ferreira", "Simões", "Guimarães", "Carvalho", "Leitão", "Antunes", "Sequeira", "Patrício"],
    streets: &["Rua do Comércio {n}, 2º Esq.", "Avenida da Liberdade {n}", "Largo do Carmo {n}", "Rua de São Bento {n}, 3º Dto."],
    cities: &[("Lisboa", "", "11##-###"), ("Porto", "", "40##-###"), ("Évora", "", "70##-###"), ("Setúbal", "", "29##-###")],
    phone: "+351 912 0## ###",
};

/// Italy.
pub(crate) const ITALY: Country = Country {
    code: "IT",
    currency: "EUR",
    domains: &["posta-it.example", "example.org"],
    first_names: &["Giulia", "Niccolò", "Chiara", "Matteo", "Desirée", "Lorenzo", "Beatrice", "Salvatore", "Noè", "Alessia"],
    last_names: &["Rossi", "D'Angelo", "Esposito", "Bianchi", "Nicolò", "Ferrara", "De Santis", "Colombo", "Lo Presti", "Galli"],
    streets: &[
        "Via Roma {n}",
        "Corso Vittorio Emanuele II {n}",
        "Viale della Libertà {n}/A",
        "Piazza Duomo {n}",
        "Via dell'Università {n} int. 8",
    ],
    cities: &[
        ("Milano", "MI", "201##"),
        ("Roma", "RM", "001##"),
        ("Torino", "TO", "101##"),
        ("Bari", "BA", "701##"),
        ("Forlì", "FC", "471##"),
    ],
    phone: "+39 350 0## ####",
};

/// The United Kingdom; its numbers are from the range kept free for drama.
pub(crate) const UNITED_KINGDOM: Country = Country {
    code: "GB",
    currency: "GBP",
    domains: &["mail.example", "example.com"],
    first_names: &["Olivia", "Harry", "Amelia", "George", "Siân", "Callum", "Zoë", "Jack", "Poppy", "Rhys"],
    last_names: &["Smith", "O'Connor", "Taylor", "Walker", "Hughes", "Ng", "MacDonald", "Patel", "Wright", "St. John"],
    streets: &["{n} High Street", "Flat 2, {n} Church Road", "{n}B Station Road", "{n} Queen's Crescent", "{n} The Green"],
    cities: &[
        ("London", "", "N1 #AB"),
        ("Manchester", "", "M4 #EQ"),
        ("Leeds", "", "LS1 #DT"),
        ("Edinburgh", "", "EH3 #LA"),
        ("Cardiff", "", "CF10 #BH"),
    ],
    phone: "+44 7700 900###",
};

/// A country, Poland about every second time.
pub(crate) fn any(random: &mut Random) -> &'static Country {
    match random.below(100) {
        0..=54 => &POLAND,
        55..=66 => &TURKEY,
        67..=74 => &BRAZIL,
        75..=79 => &PORTUGAL,
        80..=90 => &ITALY,
        _ => &UNITED_KINGDOM,
    }
}

/// Puts a digit for each `#`.
pub(crate) fn digits(pattern: &str, random: &mut Random) -> String {
    pattern.chars().map(|char| if char == '#' { char::from(b'0' + u8::try_from(random.below(10)).unwrap_or(0)) } else { char }).collect()
}
