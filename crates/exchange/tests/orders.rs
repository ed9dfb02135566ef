//! Orders out of files: our own columns, the exports of Shopify and WooCommerce, and what files get wrong.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its file ends")]
#![expect(clippy::indexing_slicing, reason = "a test that finds too little ends")]

use ordergate_exchange::orders::{Dates, Format, Layout, OrderRows, ReadOrder, Refused, Target, column_names, csv_reader};
use ordergate_exchange::{Known, Status};
use ordergate_screening::{Currency, Settings};

type Rows = Vec<Result<ReadOrder, Refused>>;

fn read(file: &[u8]) -> (Layout, Rows) {
    read_as(file, |names| Layout::of_header(names).unwrap())
}

fn read_as(file: &[u8], layout: impl Fn(&[String]) -> Layout) -> (Layout, Rows) {
    let mut reader = csv_reader(file).unwrap();
    let names = column_names(&mut reader).unwrap();
    let layout = layout(&names);
    (layout.clone(), OrderRows::new(reader, layout).collect())
}

fn only(rows: &Rows) -> &ReadOrder {
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows[0].as_ref().unwrap()
}

fn refused(row: &Result<ReadOrder, Refused>) -> (u64, String) {
    let refused = row.as_ref().unwrap_err();
    (refused.line, refused.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

const SHOPIFY: &str = "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Notes,Cancelled at,Payment Method,Id,Risk Level,Source,Phone\n\
#1001,jan@example.com,voided,,unfulfilled,PLN,100.00,20.50,0.00,120.50,2026-11-24 11:00:00 +0100,1,\"Mug, blue\",100.00,MUG-1,Jan Maria Kowalski,\"Długa 12, m. 4\",Długa 12,m. 4,,Wrocław,'50-001,,PL,'+48600100200,Jan Kowalski,Długa 12,Długa 12,Wrocław,50-001,PL,\"two\nlines\",2026-11-25 09:00:00 +0100,Cash on Delivery (COD),5123456789012345678,Low,web,\n\
#1001,jan@example.com,,,,,,,,,2026-11-24 11:00:00 +0100,2,Sticker,10.25,ST-1,,,,,,,,,,,,,,,,,,,,,,,\n\
#1002,anna@example.com,paid,,fulfilled,PLN,5.00,0.00,0.00,5.00,2026-11-24 12:00:00 +0100,1,Sticker,5.00,ST-1,,,,,,,,,,,,,,,,,,,Stripe,5123456789012345679,Low,web,\n";

#[test]
fn shopifys_export_has_a_row_a_line() {
    let (layout, rows) = read(SHOPIFY.as_bytes());
    assert_eq!((layout.format(), layout.missing(), rows.len()), (Format::Shopify, vec![], 2));
    let first = rows[0].as_ref().unwrap();
    assert_eq!(
        first.order.to_json(),
        r##"{"id":"5123456789012345678","number":"#1001","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"120.50","channel":"web","email":"jan@example.com","billing":{"first_name":"Jan Maria","last_name":"Kowalski","street":"Długa 12","street2":"m. 4","postcode":"50-001","city":"Wrocław","country":"PL","phone":"+48600100200"},"shipping":{"first_name":"Jan","last_name":"Kowalski","street":"Długa 12","postcode":"50-001","city":"Wrocław","country":"PL"},"lines":[{"sku":"MUG-1","product":"Mug, blue","quantity":1,"price":"100.00"},{"sku":"ST-1","product":"Sticker","quantity":2,"price":"10.25"}],"payment":{"method":"cod"}}"##
    );
    assert_eq!((first.line, first.status.as_deref(), first.called_off), (2, Some("voided, unfulfilled, cancelled"), true));
    let second = rows[1].as_ref().unwrap();
    assert_eq!((second.line, second.status.as_deref(), second.called_off), (5, Some("paid, fulfilled"), false));
    // The byte says where to read an order again.
    let again =
        format!("{}{}", SHOPIFY.split_inclusive('\n').next().unwrap(), SHOPIFY.get(usize::try_from(second.byte).unwrap()..).unwrap());
    assert_eq!(only(&read(again.as_bytes()).1).order, second.order);
}

#[test]
fn the_whole_street_is_read_where_its_lines_are_not_there() {
    let file = "Name,Created at,Currency,Total,Lineitem quantity,Billing Street\n#1,2026-11-24 11:00:00 +0100,EUR,5,1,Via Roma 1\n";
    assert_eq!(only(&read(file.as_bytes()).1).order.billing.street.as_deref(), Some("Via Roma 1"));
}

#[test]
fn woocommerces_extensions_name_their_columns_differently() {
    let by_item = "order_id,order_number,order_number_formatted,date,status,shipping_total,order_total,order_currency,payment_method,customer_id,billing_first_name,billing_last_name,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_address_1,shipping_city,shipping_country,item_sku,item_name,item_quantity,item_total\n\
        17,17,A-17,2026-11-24 10:00:00,wc-cancelled,0.00,30.00,EUR,cod,0,Anna,Rossi,anna@example.com,333 1234567,Via Roma 1,,00100,Roma,RM,IT,Anna,Via Roma 1,Roma,IT,MUG,Mug,2,20.00\n\
        17,17,A-17,2026-11-24 10:00:00,wc-cancelled,0.00,30.00,EUR,cod,0,Anna,Rossi,anna@example.com,333 1234567,Via Roma 1,,00100,Roma,RM,IT,Anna,Via Roma 1,Roma,IT,PEN,Pen,3,10.00\n";
    let (layout, rows) = read(by_item.as_bytes());
    assert_eq!(layout.format(), Format::WooCommerce);
    let read_order = only(&rows);
    assert_eq!((read_order.status.as_deref(), read_order.called_off), (Some("cancelled"), true));
    assert_eq!(
        read_order.order.to_json(),
        r#"{"id":"17","number":"17","placed_at":"2026-11-24T10:00:00Z","currency":"EUR","total":"30.00","email":"anna@example.com","billing":{"first_name":"Anna","last_name":"Rossi","street":"Via Roma 1","postcode":"00100","city":"Roma","region":"RM","country":"IT","phone":"333 1234567"},"shipping":{"first_name":"Anna","street":"Via Roma 1","city":"Roma","country":"IT"},"lines":[{"sku":"MUG","product":"Mug","quantity":2,"price":"10.00"},{"sku":"PEN","product":"Pen","quantity":3}],"payment":{"method":"cod"}}"#
    );
    let labels = "\"Order Number\";\"Order Status\";\"Order Date\";\"First Name (Billing)\";\"Last Name (Billing)\";\"Address 1&2 (Billing)\";\"City (Billing)\";\"Postcode (Billing)\";\"Country Code (Billing)\";\"Email (Billing)\";\"Phone (Billing)\";\"Payment Method Title\";\"Order Total Amount\";\"SKU\";\"Item Name\";\"Quantity (- Refund)\";\"Item Cost\"\r\n\
        \"18\";\"Processing\";\"2026-11-24 10:00\";\"Jan\";\"Nowak\";\"Polna 1\";\"Opole\";\"45-001\";\"PL\";\"jan@example.com\";\"600 100 200\";\"Za pobraniem\";\"1 120,50\";\"MUG\";\"Kubek\";\"1\";\"1 100\"\r\n\
        \"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"PEN\";\"Pióro\";\"2\";\"10,25\"\r\n";
    let zloty = Currency::from_code("PLN");
    let (layout, rows) = read_as(labels.as_bytes(), |names| Layout::of_header(names).unwrap().in_currency(zloty));
    assert_eq!((layout.format(), layout.missing()), (Format::WooCommerce, vec![]));
    let order = &only(&rows).order;
    assert_eq!((order.id.as_str(), order.total.to_string().as_str(), order.lines.len()), ("18", "1120.50", 2));
    assert_eq!((order.payment.method.as_deref(), order.billing.street.as_deref()), (Some("cod"), Some("Polna 1")));
    // The report of the Analytics has neither addresses nor a currency: it is for the page to ask for one.
    let report = "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue\n2026-11-24 10:00:00,19,€20,refunded,Anna Rossi,new,1× Mug,1,,20\n";
    let (layout, rows) = read(report.as_bytes());
    assert_eq!((layout.format(), layout.missing()), (Format::WooCommerce, vec!["currency"]));
    assert_eq!(refused(&rows[0]), (2, "/currency: must not be empty".to_owned()));
}

#[test]
fn columns_named_by_hand_and_dates_as_somebody_says() {
    let file = "Nr,Kiedy,Kwota,Klient,E-mail\n7,03/04/2026,\"1.234,50 zł\",Jan Kowalski,jan@example.com\n";
    let target = |name: &str| Some(Target::named(name).unwrap());
    let layout = Layout::by_hand(vec![target("id"), target("placed_at"), target("total"), target("billing.name"), target("email")])
        .in_currency(Currency::from_code("PLN"))
        .with_dates(Dates::DayFirst);
    assert_eq!(layout.missing(), Vec::<&str>::new());
    let (_, rows) = read_as(file.as_bytes(), |_| layout.clone());
    assert_eq!(
        only(&rows).order.to_json(),
        r#"{"id":"7","placed_at":"2026-04-03T00:00:00Z","currency":"PLN","total":"1234.50","email":"jan@example.com","billing":{"first_name":"Jan","last_name":"Kowalski"}}"#
    );
    let guessed = Layout::guessed(&["Order ID".to_owned(), "billing_city".to_owned(), "E-mail".to_owned(), "when".to_owned()]);
    let names: Vec<String> = guessed.columns().iter().map(|target| target.as_ref().map(ToString::to_string).unwrap_or_default()).collect();
    assert_eq!((guessed.format(), names), (Format::ByHand, vec!["id".to_owned(), "billing.city".to_owned(), String::new(), String::new()]));
    assert_eq!(guessed.missing(), ["placed_at", "currency", "total"]);
}

#[test]
fn marks_line_ends_and_delimiters_of_every_system() {
    let plain = "id,placed_at,currency,total,billing.city\n1,2026-11-24T10:00:00Z,PLN,5.00,\"Ło\"\"dz\"\n";
    let want = only(&read(plain.as_bytes()).1).order.clone();
    assert_eq!(want.billing.city.as_deref(), Some("Ło\"dz"));
    for file in [
        format!("\u{feff}{plain}"),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        plain.replace(',', ";"),
        plain.replace(',', "\t"),
        plain.trim_end().to_owned(),
        format!("{plain}\n\n,,,,\n"),
    ] {
        assert_eq!(only(&read(file.as_bytes()).1).order, want, "{file:?}");
    }
}

#[test]
fn a_bad_row_is_told_with_its_line_and_the_others_are_read() {
    let mut file = b"order_id,order_date,order_total,order_currency,billing_city\n".to_vec();
    for row in [
        "1,2026-11-24 10:00,5.00,EUR,Roma\n",
        "2,yesterday,5.00,EUR,Roma\n",
        "3,2026-11-24 10:00,a lot,EUR,Roma\n",
        "4,2026-11-24 10:00,5.00,XXZ,Roma\n",
        "5,2026-11-24 10:00,5.00\n",
        ",2026-11-24 10:00,-5.00,EUR,Roma\n",
    ] {
        file.extend(row.as_bytes());
    }
    // Windows-1250: "Łódź".
    file.extend(
        b"7,2026-11-24 10:00,5.00,EUR,\xa3\xf3d\x9f\n8,2026-11-24 10:00,5.00,EUR,Roma\n9,2026-11-24 10:00,5.00,EUR,\"never closed\n",
    );
    for line in 0..300 {
        file.extend(format!("{line},2026-11-24 10:00,5.00,EUR,Roma\n").as_bytes());
    }
    let (_, rows) = read(&file);
    let good: Vec<&str> = rows.iter().flatten().map(|read| read.order.id.as_str()).collect();
    assert_eq!(good, ["1", "8"]);
    let wrong: Vec<(u64, String)> = rows.iter().filter(|row| row.is_err()).map(refused).collect();
    assert_eq!(
        wrong.iter().map(|(line, detail)| (*line, detail.as_str())).collect::<Vec<_>>(),
        [
            (3, "/placed_at: `yesterday` is no date that can be read; write it as 2026-11-24 10:00"),
            (4, "/total: `a lot`: must be a decimal number with a point, such as \"120.50\""),
            (5, "/currency: unknown currency `XXZ`; use an ISO 4217 code such as \"EUR\""),
            (6, "has 3 cells, the header has 5"),
            (7, "/id: must not be empty; /total: `-5.00`: must not be negative"),
            (8, "is not UTF-8 text"),
            (10, "a quotation mark in this row is not closed"),
        ]
    );
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for end in ["\n", "\r\n"] {
        let file = "id,placed_at,currency,total\n1,2026-11-24T10:00:00Z,PLN,5.00\n\n2,now,PLN,5.00\n".replace('\n', end);
        let (_, rows) = read(file.as_bytes());
        assert_eq!((rows[0].as_ref().unwrap().line, refused(&rows[1]).0), (2, 4), "{file:?}");
        let entries =
            Known::new(Settings::default()).read("email,reason\na@example.com,\"known\"\n,nobody\n".replace('\n', end).as_bytes()).unwrap();
        assert!(matches!(&entries[0], (2, Status::New(entry)) if entry.reason == "known"), "{entries:?}");
        assert!(matches!(&entries[1], (3, Status::Invalid(_))), "{entries:?}");
    }
}

#[test]
fn a_file_that_is_no_text_is_told() {
    // UTF-16, as spreadsheets write "Unicode text".
    let utf16: Vec<u8> = "\u{feff}id\tplaced_at\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(column_names(&mut csv_reader(utf16.as_slice()).unwrap()).is_err());
}
