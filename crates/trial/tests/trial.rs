//! A file of past orders: what is counted from it, what is left out, and what comes out.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its file ends")]

use ordergate_screening::{Draft, Facts, Ruleset, check};
use ordergate_trial::{Header, Options, Trial, draft};

const HEADER: &str = "order_id,order_number,date,status,order_total,order_currency,payment_method,customer_ip_address,billing_first_name,billing_last_name,billing_email,billing_phone,billing_address_1,billing_city,billing_country\n";

fn tried(rows: &str, options: &Options) -> Trial {
    let mut trial = Trial::new(format!("{HEADER}{rows}").into_bytes(), options).unwrap();
    let mut last = 0;
    while trial.step(1) {
        assert!(trial.progress() >= last, "progress goes back");
        last = trial.progress();
    }
    assert_eq!(trial.progress(), 1_000);
    trial
}

fn row(id: u32, date: &str, status: &str, method: &str, email: &str, phone: &str) -> String {
    format!("{id},{id},{date},{status},20.00,PLN,{method},1.1.1.{id},Jan,Nowak,{email},{phone},Polna {id},Opole,PL\n")
}

fn reasons(trial: &Trial, index: usize) -> Vec<String> {
    trial.examine(index).unwrap().check.matches.iter().map(|found| found.source.clone()).collect()
}

#[test]
fn earlier_orders_of_the_file_are_counted_whatever_its_order() {
    // Newest first, as most exports are.
    let rows = [
        row(5, "2026-11-24 15:00:00", "processing", "stripe", "a@example.com", ""),
        row(4, "2026-11-24 13:00:00", "processing", "stripe", "a@example.com", ""),
        row(3, "2026-11-24 12:00:00", "processing", "stripe", "A@example.com", ""),
        row(2, "2026-11-24 11:00:00", "processing", "stripe", "a@example.com", "600 100 200"),
        row(1, "2026-10-30 11:00:00", "cancelled", "cod", "b@example.com", "+48600100200"),
        row(0, "2026-09-01 11:00:00", "cancelled", "cod", "a@example.com", ""),
    ];
    let trial = tried(&rows.concat(), &Options::default());
    assert_eq!(reasons(&trial, 0), ["rule:many_orders_a_day"]);
    assert_eq!(reasons(&trial, 1), Vec::<String>::new(), "two before it are not several, and a parcel of September is forgotten");
    assert_eq!(reasons(&trial, 3), ["rule:unclaimed_parcels"]);
    let first = trial.examine(0).unwrap();
    assert_eq!(first.order.customer.orders_count, Some(5), "the file says which order of the buyer it is");
    let facts = serde_json::to_value(&first.facts).unwrap();
    assert_eq!((&facts["velocity"]["email"]["count_24h"], &facts["velocity"]["email"]["sum_24h"]), (&3.into(), &"60.00".into()));
    let repeated: Vec<(&str, usize)> = trial.summary().repeated.iter().map(|repeated| (repeated.field, repeated.groups)).collect();
    assert_eq!(repeated, [("email", 1), ("phone", 1)]);
}

#[test]
fn shared_identities_are_in_the_words_of_an_order() {
    let rows = [
        row(1, "2026-11-01 10:00", "cancelled", "cod", "a@example.com", "600 100 200"),
        row(2, "2026-11-02 10:00", "failed", "cod", "b@example.com", "+48 600 100 200"),
        row(3, "2026-11-03 10:00", "completed", "cod", "c@example.com", "0048600100200"),
        row(4, "2026-11-03 11:00", "completed", "cod", "d@example.com", "600 100 201"),
        row(5, "2026-11-03 12:00", "completed", "cod", "d@example.com", "600 100 201"),
    ];
    let trial = tried(&rows.concat(), &Options { country: Some("PL".to_owned()), ..Options::default() });
    let summary = trial.summary();
    let phones = summary.repeated.iter().find(|repeated| repeated.field == "phone").unwrap();
    assert_eq!((phones.groups, phones.orders), (2, 5));
    let group = &phones.top[0];
    assert_eq!((group.value.as_str(), group.orders, group.buyers, group.unclaimed), ("0048600100200", 3, 3, 2));
    assert_eq!(group.rows, [2, 1, 0]);
    assert_eq!(trial.findings().iter().filter(|finding| finding.unclaimed).count(), 2);
    assert_eq!(trial.row(1).unwrap().email, "b@example.com");
    assert_eq!((summary.carries["cod"], summary.carries["ip"], summary.carries["status"]), (5, 5, 5));
}

#[test]
fn bad_rows_are_counted_and_never_the_end() {
    let good = row(1, "2026-11-01 10:00", "completed", "cod", "a@example.com", "");
    let rows =
        format!("{good}{}short,row\n{}{good}", row(2, "never", "completed", "cod", "", ""), row(3, "2026-11-03 10:00", "", "", "", ""));
    let options = Options { blacklist: Some("email,reason\na@example.com,known\n,nobody\n".to_owned()), ..Options::default() };
    let trial = tried(&rows, &options);
    let summary = trial.summary();
    assert_eq!((summary.orders, summary.refused, summary.entries, summary.refused_entries), (2, 3, 1, 1));
    let told: Vec<(u64, &str)> = summary.first_refused.iter().map(|bad| (bad.line, bad.detail.as_str())).collect();
    assert_eq!(
        told,
        [
            (3, "placed_at: `never` is no date that can be read; write it as 2026-11-24 10:00"),
            (4, "has 2 cells, the header has 15"),
            (6, "order `1` stands there twice, first in line 2"),
        ]
    );
    assert_eq!(trial.scores(), [40, 0]);
    assert_eq!((trial.row(1).unwrap().line, trial.row(1).unwrap().number.as_str()), (5, "3"));
}

#[test]
fn what_is_wrong_with_a_file_as_a_whole_is_an_error() {
    let error = |file: &str, options: &Options| Trial::new(file.as_bytes().to_vec(), options).unwrap_err().to_string();
    assert_eq!(error("a,b\n1,2\n", &Options::default()), "/columns: no column holds id, placed_at, currency, total");
    let options = Options { blacklist: Some("emial\nx\n".to_owned()), ..Options::default() };
    assert_eq!(error(HEADER, &options), "/blacklist: line 1: unknown column `emial`, did you mean `email`?");
    let options = Options { currency: Some("XXZ".to_owned()), ..Options::default() };
    assert_eq!(error("order_id,date,order_total\n", &options), "/currency: unknown currency `XXZ`; use an ISO 4217 code");
    let options = Options { columns: Some(vec![Some("billing.ctiy".to_owned())]), ..Options::default() };
    assert_eq!(error("x\n", &options), "/columns/0: unknown field `billing.ctiy`");
    assert!(Header::of(b"").unwrap_err().to_string().starts_with("the file is empty"));
    assert!(Options::from_json(r#"{"minimun": 5}"#).is_err());
}

#[test]
fn a_header_tells_what_it_is() {
    let file = "Order #;Date;N. Revenue;Mine\n;;;\n1;24/11/2026;5;\u{a0}x\n2;03/04/2026;5;\n";
    let header = Header::of(file.as_bytes()).unwrap();
    assert_eq!((header.format, header.missing.as_slice()), ("woocommerce", ["currency"].as_slice()));
    assert_eq!((header.dates, header.ambiguous_dates), (Some("day"), true));
    let columns: Vec<(&str, Option<&str>, &str)> =
        header.columns.iter().map(|column| (column.name.as_str(), column.target.as_deref(), column.sample.as_str())).collect();
    assert_eq!(
        columns,
        [
            ("Order #", Some("number"), "1"),
            ("Date", Some("placed_at"), "24/11/2026"),
            ("N. Revenue", Some("total"), "5"),
            ("Mine", None, "x")
        ]
    );
}

#[test]
fn a_saved_result_is_run_by_no_spreadsheet() {
    let hostile = "=1+1,\"@x\",2026-11-01 10:00,,600,JPY,cod,,\"=cmd|' /C calc'!A0\",,+x@mailinator.com,,,,\n";
    let rows = format!("{hostile}{}", row(2, "2026-11-01 10:00", "cancelled", "cod", "", ""));
    let trial = tried(&rows, &Options::default());
    assert_eq!(
        String::from_utf8(trial.export(30)).unwrap(),
        "order,line,placed_at,total,currency,name,email,to,status,points,held,unclaimed,reasons\n\
         '@x,2,2026-11-01T10:00:00Z,600,JPY,'=cmd|' /C calc'!A0,'+x@mailinator.com,,,45,yes,no,Large first order paid on delivery (+20); Disposable e-mail address (+25)\n\
         2,3,2026-11-01T10:00:00Z,20.00,PLN,Jan Nowak,,\"Opole, PL\",cancelled,0,no,yes,\n"
    );
    let held: Vec<bool> = trial.findings().iter().map(|finding| finding.is_held(45)).collect();
    assert_eq!(held, [false, false], "held is more than the minimum");
}

#[test]
fn an_order_that_shares_nothing_is_checked_as_if_its_counters_were_zero() {
    let (draft, _): (Draft, _) = draft(&Options::default()).unwrap();
    let ruleset = Ruleset::compile(&draft).unwrap();
    let trial = tried(&row(1, "2026-11-01 10:00", "completed", "cod", "a@mailinator.com", "600 100 200"), &Options::default());
    let one = trial.examine(0).unwrap();
    assert_eq!(one.facts, Facts::default());
    let counters = r#""count_24h":0,"count_30d":0,"unclaimed_cod":0,"failed_payments":0"#;
    let facts = format!(r#"{{"velocity":{{"email":{{{counters}}},"phone":{{{counters}}}}}}}"#);
    let facts = Facts::from_json(facts.as_bytes()).unwrap();
    assert_eq!(check(&one.order, &facts, &ruleset, one.order.placed_at), one.check);
}
