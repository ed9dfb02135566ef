//! Address lines and what they must give, by language.

use super::street::StreetAddress;

/// Lines as `street | street2 | house number`.
fn read(input: &str, country: &str) -> (String, String) {
    let mut parts = input.split('|').map(str::trim).map(|part| (!part.is_empty()).then_some(part));
    let (street, street2, house) = (parts.next().flatten(), parts.next().flatten(), parts.next().flatten());
    let address = StreetAddress::parse(street, street2, house, (!country.is_empty()).then_some(country));
    (address.street.unwrap_or_default(), address.number.unwrap_or_default())
}

fn all(cases: &[(&str, &str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (input, country, street, number) in cases {
        let found = read(input, country);
        if found != ((*street).to_owned(), (*number).to_owned()) {
            wrong.push(format!("{input} [{country}]: {found:?}, want {street:?} {number:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn polish_lines() {
    all(&[
        ("Długa 12/4", "PL", "dluga", "12/4"),
        ("ul. Długa 12 m. 4", "PL", "dluga", "12/4"),
        ("ul. Długa 12 m 4", "PL", "dluga", "12/4"),
        ("Długa 12 lok. 4", "PL", "dluga", "12/4"),
        ("Długa 12 lokal nr 4", "PL", "dluga", "12/4"),
        ("Długa 12m4", "PL", "dluga", "12/4"),
        ("ULICA DŁUGA NR 12/4", "PL", "dluga", "12/4"),
        ("12/4 Dluga", "PL", "dluga", "12/4"),
        ("Długa, 12/4", "PL", "dluga", "12/4"),
        ("Długa 12 (m. 4)", "PL", "dluga", "12/4"),
        ("Długa 12, 4", "PL", "dluga", "12/4"),
        ("Długa 12 || 4", "PL", "dluga", "12/4"),
        ("Długa || 12 m. 4", "PL", "dluga", "12/4"),
        ("Długa 12 | m. 4 |", "PL", "dluga", "12/4"),
        ("Długa | m. 4 | 12", "PL", "dluga", "12/4"),
        ("Długa 12 | 4", "PL", "dluga", "12/4"),
        ("Długa 12/4 || 12", "PL", "dluga", "12/4"),
        ("Długa 12 || 12/4", "PL", "dluga", "12/4"),
        ("Długa 12/4 || 12/4", "PL", "dluga", "12/4"),
        ("Firma X sp. z o.o. | ul. Długa 12/4", "PL", "dluga", "12/4"),
        ("| ul. Długa 12/4", "PL", "dluga", "12/4"),
        ("Długa 12", "PL", "dluga", "12"),
        ("Długa 012", "PL", "dluga", "12"),
        ("Długa", "PL", "dluga", ""),
        ("Długa 12a", "PL", "dluga", "12a"),
        ("Długa 12 A", "PL", "dluga", "12a"),
        ("Długa 12A/4", "PL", "dluga", "12a/4"),
        ("Długa 12 a m. 4", "PL", "dluga", "12a/4"),
        ("Długa 12-14", "PL", "dluga", "12-14"),
        ("Długa 12-14/3", "PL", "dluga", "12-14/3"),
        ("ulica Żwirowa 135-1", "PL", "zwirowa", "135/1"),
        ("ul. 3 Maja 12", "PL", "3 maja", "12"),
        ("3 Maja 12", "PL", "3 maja", "12"),
        ("3-go Maja 12", "PL", "3 maja", "12"),
        ("1 Maja 5", "PL", "1 maja", "5"),
        ("ul. 3 Maja", "PL", "3 maja", ""),
        ("3 Maja || 12", "PL", "3 maja", "12"),
        ("5 ul. 11 Listopada", "PL", "11 listopada", "5"),
        ("osiedle Listopada 64/12", "PL", "osiedle listopada", "64/12"),
        ("64/12 osiedle Listopada", "PL", "osiedle listopada", "64/12"),
        ("os. Listopada 64 lok 12", "PL", "osiedle listopada", "64/12"),
        ("Plac 10 Lutego 3", "PL", "plac 10 lutego", "3"),
        ("pl. 10 Lutego 3", "PL", "plac 10 lutego", "3"),
        ("al. Jerozolimskie 100", "PL", "aleja jerozolimskie", "100"),
        ("Aleje Jerozolimskie 100", "PL", "aleja jerozolimskie", "100"),
        ("ul. gen. Andersa 5", "PL", "gen andersa", "5"),
        ("Generała Andersa 5", "PL", "gen andersa", "5"),
        ("ul. Świętego Jana 5", "PL", "sw jana", "5"),
        ("św. Jana 5", "PL", "sw jana", "5"),
        ("Długa 12/4 2 piętro", "PL", "dluga", "12/4"),
        ("Długa 12 piętro 2 m. 4", "PL", "dluga", "12/4"),
        ("Długa 12 parter", "PL", "dluga", "12"),
        ("Długa 12/4 dzwonić domofonem", "PL", "dluga", "12/4"),
        ("Długa 12/4, 50-001 Wrocław", "PL", "dluga", "12/4"),
        ("os. Słoneczne, ul. Długa 12/4", "PL", "dluga", "12/4"),
        ("Kowalewo 12", "PL", "kowalewo", "12"),
        ("os. Piastów blok 5 m. 3", "PL", "osiedle piastow", "5/3"),
        ("Dluga12", "PL", "dluga", "12"),
        ("Długa 12 klatka B m. 4", "PL", "dluga", "12/4"),
        ("Grunwaldzka 12 II piętro m. 4", "PL", "grunwaldzka", "12/4"),
        ("ul. Długa nr domu 12 nr mieszkania 4", "PL", "dluga", "12/4"),
        ("ул. Длуга, д. 12, кв. 4", "PL", "dluga", "12/4"),
        ("ul. Tysiąclecia 1000-lecia 5", "PL", "tysiaclecia 1000 lecia", "5"),
    ]);
}

#[test]
fn turkish_lines() {
    all(&[
        ("Atatürk Sokak No:80 D:31", "TR", "ataturk sokak", "80/31"),
        ("Atatürk Sk. No: 80/31", "TR", "ataturk sokak", "80/31"),
        ("No:80 D:31 Atatürk Sokak", "TR", "ataturk sokak", "80/31"),
        ("Atatürk Sokağı No 80 Kat 3 Daire 31", "TR", "ataturk sokak", "80/31"),
        ("Atatürk Sokak 80 kat 3", "TR", "ataturk sokak", "80"),
        ("İnönü Uzun Cad. 100", "TR", "inonu uzun cadde", "100"),
        ("Cumhuriyet Mah. Atatürk Cad. No:5 D:3", "TR", "ataturk cadde", "5/3"),
        ("Cumhuriyet Mahallesi, Atatürk Caddesi, No: 5, Daire: 3", "TR", "ataturk cadde", "5/3"),
        ("1234. Sokak No:5", "TR", "1234 sokak", "5"),
        ("1234 Sk. 5", "TR", "1234 sokak", "5"),
        ("1234. Sokak", "TR", "1234 sokak", ""),
        ("Mor Sümbül Sok. Nida Kule No:7/2 İç Kapı No:3", "TR", "mor sumbul sokak", "7/2/3"),
        ("Bağdat Cad. No:12 A Blok D:5", "TR", "bagdat cadde", "12a/5"),
        ("100. Yıl Cad. 5", "TR", "100 yil cadde", "5"),
        ("19 Mayıs Cad. No:5", "TR", "19 mayis cadde", "5"),
    ]);
}

#[test]
fn romance_lines() {
    all(&[
        ("Rua das Flores, 12 - apto 4", "PT", "flores", "12/4"),
        ("R. das Flores nº 12, ap. 4", "PT", "flores", "12/4"),
        ("Rua Flores 12 4", "BR", "flores", "12/4"),
        ("Rua Flores, 12 - apto 4B", "BR", "flores", "12/4b"),
        ("Rua Flores, 12 - 3º andar - apto 31 - Centro", "BR", "flores", "12/31"),
        ("Rua Flores 12, 3º Esq", "PT", "flores", "12/3esq"),
        ("Rua Flores 12, 3º andar esquerdo", "PT", "flores", "12/3esq"),
        ("Rua do Ouro, nº 12 - 2.º Dto.", "PT", "ouro", "12/2dto"),
        ("Rua do Ouro 12 r/c Esq", "PT", "ouro", "12/0esq"),
        ("Urbanização Quinta da Luz, Lote 12", "PT", "urbanizacao quinta luz", "12"),
        ("Avenida Lima 29, 19º", "PT", "avenida lima", "29/19"),
        ("Av. Lima 29/19", "PT", "avenida lima", "29/19"),
        ("29, 19º Avenida Lima", "PT", "avenida lima", "29/19"),
        ("Avenida Lima 29, 19o tel", "PT", "avenida lima", "29/19"),
        ("Avenida-Lima-29,-19º", "PT", "avenida lima", "29/19"),
        ("Rua 25 de Abril 10", "PT", "25 abril", "10"),
        ("Rua 25 de Abril", "PT", "25 abril", ""),
        ("Rua 1º de Maio, 10", "PT", "1 maio", "10"),
        ("Rua 25, 10", "BR", "via 25", "10"),
        ("Rua 25", "BR", "via 25", ""),
        ("Rua Flores s/n", "BR", "flores", ""),
        ("Lg. do Pinzaleiro 6", "PT", "largo pinzaleiro", "6"),
        ("Via Roma 12 int. 4", "IT", "roma", "12/4"),
        ("V. Roma n. 12 interno 4", "IT", "roma", "12/4"),
        ("Via Roma, 12/A", "IT", "roma", "12a"),
        ("V.le Silvestro 142", "IT", "viale silvestro", "142"),
        ("C.so Bosio 138 piano 2", "IT", "corso bosio", "138"),
        ("P.za Loredan 112", "IT", "plac loredan", "112"),
        ("Piazza S. Marco 1", "IT", "plac s marco", "1"),
        ("Piazza San Marco 1", "IT", "plac s marco", "1"),
        ("Via 4 Novembre 5", "IT", "4 novembre", "5"),
        ("94 int. 5 Corso Morena", "IT", "corso morena", "94/5"),
        ("C/ Mayor, 12, 3º A", "ES", "mayor", "12/3a"),
        ("Calle Mayor 12 3ºA", "ES", "mayor", "12/3a"),
        ("Avda. de la Constitución 5 piso 2", "ES", "avenida constitucion", "5/2"),
        ("12 rue de la Paix", "FR", "paix", "12"),
        ("12 bis, rue de la Paix, appt 4", "FR", "paix", "12bis/4"),
        ("12bis rue de la Paix", "FR", "paix", "12bis"),
        ("12 Rue du 8 Mai 1945", "FR", "8 mai 1945", "12"),
        ("12 Rue du 8 Mai 1945", "PL", "8 mai 1945", "12"),
        ("5 Bd Saint-Michel 2e étage", "FR", "bulvar s michel", "5"),
    ]);
}

#[test]
fn english_and_german_lines() {
    all(&[
        ("12 High Street Flat 4", "GB", "high street", "12/4"),
        ("Flat 4, 12 High St", "GB", "high street", "12/4"),
        ("Flat 4 12 High St.", "GB", "high street", "12/4"),
        ("Apt 4 12 Main St", "US", "main street", "12/4"),
        ("12 Main St #4", "US", "main street", "12/4"),
        ("12 Main St, Apt 4B", "US", "main street", "12/4b"),
        ("12 Main St | Apt 4", "US", "main street", "12/4"),
        ("12 Main St | Unit B", "US", "main street", "12/b"),
        ("12 N Main Street", "US", "n main street", "12"),
        ("12 North Main St", "US", "n main street", "12"),
        ("12 St. James St", "GB", "s james street", "12"),
        ("Rose Cottage, 12 High Street", "GB", "high street", "12"),
        ("12 High Street, 2nd floor", "GB", "high street", "12"),
        ("5th Avenue 20", "US", "5th avenida", "20"),
        ("20 5th Avenue", "US", "5th avenida", "20"),
        ("20 5th Ave", "US", "5th avenida", "20"),
        ("123 Highway 50", "US", "highway 50", "123"),
        ("12½ Main St", "US", "main street", "12 1/2"),
        ("12 1/2 Main St", "US", "main street", "12 1/2"),
        ("12a High Street", "GB", "high street", "12a"),
        ("Ruststraße 127 Whg. 11", "DE", "ruststrasse", "127/11"),
        ("Unit 5, Riverside Park, Mill Lane", "GB", "riverside park", "5"),
        ("1600 Pennsylvania Ave NW", "US", "pennsylvania avenida nw", "1600"),
        ("Ruststr. 127/11", "DE", "ruststrasse", "127/11"),
        ("127 Whg. 11 Ruststraße", "DE", "ruststrasse", "127/11"),
        ("Oxana-Gumprich-Alleestr. 26 - 37", "DE", "oxanagumprichalleestrasse", "26/37"),
        ("Oxana-Gumprich-Alleestraße-26-Whg.-37", "DE", "oxanagumprichalleestrasse", "26/37"),
        ("Haupt Str. 5", "DE", "hauptstrasse", "5"),
        ("Hauptstraße 5, 2. OG", "DE", "hauptstrasse", "5"),
        ("Muehlenstrasse 5", "DE", "muhlenstrasse", "5"),
        ("Mühlenstr. 5", "", "muhlenstrasse", "5"),
        ("Straße des 17. Juni 135", "DE", "strada 17 juni", "135"),
        ("Am Alten Markt 3", "DE", "am alten markt", "3"),
        ("Mariahilfer Straße 12/2/5", "AT", "mariahilferstrasse", "12/2/5"),
        ("Mariahilfer Straße 12 Stiege 2 Top 5", "AT", "mariahilferstrasse", "12/5"),
        ("Q7 24", "DE", "q7", "24"),
        ("Kerkstraat 12", "NL", "kerkstrasse", "12"),
    ]);
}

#[test]
fn different_places_stay_different() {
    for (one, other, country) in [
        ("Długa 12", "Długa 12/4", "PL"),
        ("Długa 12", "Długa 12a", "PL"),
        ("Długa 12-14", "Długa 12/14", "PL"),
        ("ul. Długa 12", "al. Długa 12", "PL"),
        ("ul. Długa 12", "os. Długa 12", "PL"),
        ("ul. 3 Maja 12", "ul. 1 Maja 12", "PL"),
        ("ul. 3 Maja 12", "ul. Maja 3/12", "PL"),
        ("Via Roma 5", "Piazza Roma 5", "IT"),
        ("Viale Roma 5", "Via Roma 5", "IT"),
        ("Atatürk Cad. 5", "Atatürk Sok. 5", "TR"),
        ("1. Sokak 5", "2. Sokak 5", "TR"),
        ("Rua Luz 5", "Travessa Luz 5", "PT"),
        ("Rua Luz 5, 1º Esq", "Rua Luz 5, 1º Dto", "PT"),
        ("Rua Luz 5, 1º Esq", "Rua Luz 5, 2º Esq", "PT"),
        ("12 High Street", "12 High Road", "GB"),
        ("12 N Main St", "12 S Main St", "US"),
        ("20 5th Ave", "20 6th Ave", "US"),
        ("Lindenstr. 5", "Lindenweg 5", "DE"),
        ("Lindenstr. 5", "Lindenplatz 5", "DE"),
    ] {
        assert_ne!(read(one, country), read(other, country), "{one} and {other}");
    }
}

#[test]
fn nothing_is_made_up() {
    all(&[
        ("", "PL", "", ""),
        (" , - / ", "PL", "", ""),
        ("12", "PL", "", "12"),
        ("ul.", "PL", "ul", ""),
        ("|| 12 m. 4", "PL", "", "12/4"),
        ("|| b/n", "PL", "", ""),
        ("00", "PL", "", "0"),
    ]);
}

#[test]
fn the_key_of_a_number_is_the_number() {
    for (input, want) in [
        ("Długa 12 m. 4-6", "12/4/6"),
        ("1/2/3/4 m. 5", "1/2/3/4"),
        ("Długa 1202001:A", "1202001"),
        ("Długa 12345 bis", "12345"),
        ("Długa 1234 bis", "1234bis"),
        ("Calle Mayor 12 piso 114860100", "12"),
        ("Piso 12 piso 114", "12/114"),
    ] {
        let (_, number) = read(input, "");
        assert_eq!(number, want, "{input}");
        assert_eq!(read(&format!("||{number}"), "").1, number, "{input}, read again");
    }
}
