//! The real binary: what it prints, where it stops, what it exits with.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command ends")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("ordergate-test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn with(self, name: &str, text: &str) -> Self {
        fs::write(self.0.join(name), text).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], stdin: &str) -> Ran {
        let mut child = command(&self.0, arguments).spawn().unwrap();
        // A command that stops early does not read all of it.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordergate"));
    command.current_dir(folder).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Debug)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn gives(&self, code: i32, out: &str, err: &str) {
        assert_eq!((self.code, self.out.as_str(), self.err.as_str()), (code, out, err));
    }
}

const DRAFT: &str = r#"{"settings":{"minimum_points":50},"entries":[{"id":"e1","fields":{"email":"bad@example.com"},"points":60,"reason":"chargeback"}],
    "rules":[{"id":"r1","name":"many orders","when":"velocity.email.count_24h > 2","points":20}]}"#;

fn order(id: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"120.50"{more}}}"#)
}

fn check(id: &str, body: &str) -> String {
    let data = ordergate_screening::DATA_VERSION;
    format!(
        r#"{{"order":"{id}",{body},"now":"2026-11-24T10:00:00Z","snapshot":0,"entries_seq":0,"data":"{data}","engine":1,"normaliser":1}}"#
    )
}

const NOTHING: &str =
    r#""decision":"approve","score":0,"minimum":50,"marked":false,"held":false,"allowed":false,"skipped":null,"matches":[]"#;
const BAD: &str = r#""decision":"review","score":60,"minimum":50,"marked":true,"held":true,"allowed":false,"skipped":null,"matches":[{"source":"entry:e1","reason":"chargeback","points":60,"effect":"points","fields":["email"],"places":[]}]"#;
const MANY: &str = r#""decision":"approve","score":20,"minimum":50,"marked":false,"held":false,"allowed":false,"skipped":null,"matches":[{"source":"rule:r1","reason":"many orders","points":20,"effect":"points","fields":[],"places":[]}]"#;

const NOW: [&str; 2] = ["--now", "2026-11-24T10:00:00Z"];

#[test]
fn prints_one_check_a_line() {
    let lines = [
        order("1", ""),
        String::new(),
        order("2", r#","email":"BAD@example.com""#),
        format!(r#"{{"order":{},"facts":{{"velocity":{{"email":{{"count_24h":3}}}}}}}}"#, order("3", "")),
    ];
    let folder = Folder::new().with("draft.json", DRAFT).with("orders.ndjson", &lines.join("\r\n"));
    let want = format!("{}\n{}\n{}\n", check("1", NOTHING), check("2", BAD), check("3", MANY));
    folder.run(&["check", "--draft", "draft.json", "orders.ndjson", NOW[0], NOW[1]]).gives(0, &want, "");
    let read = lines.join("\n");
    folder.run_with(&["check", "--draft", "draft.json", "-", NOW[0], NOW[1]], &read).gives(0, &want, "");
    folder.run_with(&["check", "--draft=draft.json", "--json", NOW[0], NOW[1]], &read).gives(0, &want, "");
    folder.run_with(&["check", "--draft", "draft.json"], "").gives(0, "", "");
}

#[test]
fn takes_the_current_time_when_none_is_given() {
    let folder = Folder::new().with("draft.json", "{}");
    let ran = folder.run_with(&["check", "--draft", "draft.json"], &order("1", ""));
    assert_eq!(ran.code, 0);
    assert!(!ran.out.contains("1970") && ran.out.contains("\"now\":\"20"), "{}", ran.out);
}

#[test]
fn answers_each_order_of_a_pipe_before_the_next_comes() {
    use std::io::{BufRead as _, BufReader};
    let folder = Folder::new().with("draft.json", DRAFT);
    let mut child = command(&folder.0, &["check", "--draft", "draft.json", "-", NOW[0], NOW[1]]).spawn().unwrap();
    let (mut orders, mut checks) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()).lines());
    for id in ["1", "2"] {
        writeln!(orders, "{}", order(id, "")).unwrap();
        assert_eq!(checks.next().unwrap().unwrap(), check(id, NOTHING));
    }
    drop(orders);
    assert!(child.wait().unwrap().success());
    folder.run(&["check", "--draft", "-"]).gives(2, "", "stdin: cannot be both the rules and the orders; name a file for one of them\n");
}

#[test]
fn a_bad_line_stops_and_is_named() {
    let good = format!("{}\n{}\n", order("1", ""), order("2", ""));
    for (bad, want) in [
        (order("3", "").replace("120.50", "12,50"), "/total: must be a decimal number with a point, such as \"120.50\""),
        (order("3", r#","billing":{"contry":"PL"}"#), "/billing/contry: unknown field `contry`, did you mean `country`?"),
        (format!(r#"{{"order":{}}}"#, order("3", r#","emial":"x""#)), "/order/emial: unknown field `emial`, did you mean `email`?"),
        (format!(r#"{{"order":{},"facts":{{"tokn":{{}}}}}}"#, order("3", "")), "/facts/tokn: unknown field `tokn`, did you mean `token`?"),
        (format!(r#"{{"order":{},"fact":{{}}}}"#, order("3", "")), "/fact: unknown field `fact`, did you mean `facts`?"),
        ("{\"id\":\"3\",".to_owned(), "not valid JSON: EOF while parsing a value (column 10)"),
        ("[]".to_owned(), "invalid type: sequence, expected an object"),
        (order("3", r#","lines":{}"#), "/lines: invalid type: map, expected an array"),
    ] {
        let text = format!("{good}{bad}\n{}\n", order("4", ""));
        let folder = Folder::new().with("draft.json", "{}").with("orders.ndjson", &text);
        let ran = folder.run(&["check", "--draft", "draft.json", "orders.ndjson"]);
        assert_eq!((ran.code, ran.err), (2, format!("orders.ndjson:3: {want}\n")), "{bad}");
        assert_eq!(ran.out.lines().count(), 2, "earlier lines stay printed");
    }
    let folder = Folder::new().with("draft.json", "{}");
    folder.run_with(&["check", "--draft", "draft.json", "-"], "x").gives(2, "", "stdin:1: not valid JSON: expected value (column 1)\n");
}

#[test]
fn a_bad_draft_is_named_with_every_problem() {
    let draft = r#"{"rules":[{"id":"r1","when":"order.totl > 5","points":5},{"id":"r2","when":"true"}]}"#;
    let folder = Folder::new().with("draft.json", draft).with("broken.json", "{");
    let want = "draft.json: /rules/0/when: rule `r1`: line 1, column 1: unknown path `order.totl`, did you mean `order.total`?\n\
        draft.json: /rules/1/points: rule `r2`: effect `points` needs points\n";
    folder.run_with(&["check", "--draft", "draft.json"], &order("1", "")).gives(2, "", want);
    folder.run(&["check", "--draft", "broken.json"]).gives(
        2,
        "",
        "broken.json: the body is not valid JSON: EOF while parsing an object (line 1, column 1)\n",
    );
    let ran = folder.run(&["check", "--draft", "nowhere.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("nowhere.json: "), "{}", ran.err);
    let ran = folder.run(&["check", "--draft", "."]);
    assert_eq!(ran.code, 2);
}

#[test]
fn wrong_arguments_exit_with_2() {
    let folder = Folder::new().with("draft.json", "{}");
    for arguments in [
        &["check"][..],
        &["chek"],
        &[],
        &["check", "--draft", "draft.json", "--now", "yesterday"],
        &["check", "--draft", "draft.json", "--colour"],
        &["check", "--draft", "draft.json", "a", "b"],
        &["entries"],
        &["backtest", "--draft", "draft.json"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!ran.err.is_empty() && !ran.err.contains('\u{1b}'), "{arguments:?}: {}", ran.err);
    }
    let ran = folder.run(&["--version"]);
    assert_eq!((ran.code, ran.out), (0, format!("ordergate {}\n", env!("CARGO_PKG_VERSION"))));
    let ran = folder.run(&["--help"]);
    assert!(ran.code == 0 && ["check", "backtest", "entries"].iter().all(|name| ran.out.contains(name)), "{}", ran.out);
}

#[test]
fn stops_quietly_when_nobody_reads_on() {
    let folder = Folder::new().with("draft.json", "{}").with("orders.ndjson", &format!("{}\n", order("1", "")).repeat(20_000));
    let mut child = command(&folder.0, &["check", "--draft", "draft.json", "orders.ndjson"]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}

#[test]
fn checks_orders_of_a_csv_file() {
    let csv = "id,placed_at,currency,total,email,billing.city,shipping_country,customer.orders_count,custom.campaignName,line.sku,line.quantity,line.price\n\
        1,2026-11-24T10:00:00Z,PLN,120.50,bad@example.com,Wrocław,PL,3,x,GPU-1,1,100.00\n\
        1,,,,,,,,,CAB,2,10.25\n\
        \n\
        2,2026-11-24T10:00:00Z,PLN,5.00,,,,,,,,\n";
    let draft = r#"{"rules":[{"id":"r1","points":1,"when":"sum(lines, line.amount) == order.total and customer.orders_count == 3 and custom.campaignName == \"x\" and shipping.country == \"PL\" and count(lines, true) == 2"}]}"#;
    let folder =
        Folder::new().with("draft.json", draft).with("orders.csv", csv).with("excel.csv", &format!("\u{feff}{}", csv.replace(',', ";")));
    for file in ["orders.csv", "excel.csv"] {
        let ran = folder.run(&["check", "--draft", "draft.json", file, NOW[0], NOW[1]]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let scores: Vec<bool> = ran.out.lines().map(|line| line.contains("\"score\":1,")).collect();
        assert_eq!(scores, [true, false], "{}", ran.out);
    }
    for (text, want) in [
        ("id,placed_at,currency,total,emial\n", "bad.csv:1: unknown column `emial`, did you mean `email`?\n"),
        ("id,placed_at,currency\n", "bad.csv:1: there is no column `total`\n"),
        ("id,placed_at,currency,total,id\n", "bad.csv:1: the column `id` stands there twice\n"),
        (
            "id,placed_at,currency,total\n1,2026-11-24T10:00:00Z,PLN,5\n2,2026-11-24T10:00:00Z,PLN,\"5,00\"\n",
            "bad.csv:3: /total: must be a decimal number with a point, such as \"120.50\"\n",
        ),
        ("id,placed_at,currency,total\n1,2026-11-24T10:00:00Z,PLN\n", "bad.csv:2: has 3 cells, the header has 4\n"),
        (
            "id,placed_at,currency,total,line.sku\n1,2026-11-24T10:00:00Z,PLN,5,a\n1,,,6,b\n",
            "bad.csv:3: `total` differs from line 2 of the same order\n",
        ),
    ] {
        let ran = Folder::new().with("draft.json", "{}").with("bad.csv", text).run(&["check", "--draft", "draft.json", "bad.csv"]);
        assert_eq!((ran.code, ran.err.as_str()), (2, want), "{text}");
    }
}

#[test]
fn checks_the_exports_of_shops_as_they_are() {
    let shopify = "Name,Email,Created at,Currency,Total,Lineitem quantity,Lineitem name,Payment Method,Shipping Country,Billing Country,Id\n\
        #1,bad@example.com,2026-11-24 11:00:00 +0100,PLN,600.00,1,Mug,Cash on Delivery (COD),DE,PL,77\n\
        #1,bad@example.com,2026-11-24 11:00:00 +0100,,,2,Pen,,,,\n";
    let draft = r#"{"rules":[{"id":"r1","points":1,"when":"payment.method == \"cod\" and billing.country != shipping.country and count(lines, true) == 2"}]}"#;
    let ran = Folder::new().with("draft.json", draft).with("o.csv", shopify).run(&["check", "--draft", "draft.json", "o.csv"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("{\"order\":\"77\",\"decision\":\"approve\",\"score\":1,"), "{}", ran.out);
    let broken = Folder::new().with("draft.json", draft).with("o.csv", &shopify.replace("600.00", "much")).run(&[
        "check",
        "--draft",
        "draft.json",
        "o.csv",
    ]);
    assert_eq!(broken.code, 2);
    assert_eq!(broken.err, "o.csv:2: /total: `much`: must be a decimal number with a point, such as \"120.50\"\n");
}

#[test]
fn backtests_a_draft_against_another() {
    let new = r#"{"settings":{"minimum_points":50},"rules":[{"id":"r1","when":"order.total > 100","points":60}]}"#;
    let old = r#"{"settings":{"minimum_points":50},"entries":[{"id":"e1","fields":{"email":"bad@example.com"},"points":60,"reason":"x","expires_at":"2026-11-24T10:00:01Z"}]}"#;
    let lines = [
        order("1", ""),
        order("2", "").replace("120.50", "20.00").replace('}', r#","email":"bad@example.com"}"#),
        order("3", r#","email":"bad@example.com""#),
        order("4", "").replace("PLN", "JPY").replace("120.50", "500"),
        order("5", "").replace("120.50", "1.00"),
    ];
    let folder = Folder::new().with("new.json", new).with("old.json", old).with("orders.ndjson", &lines.join("\n"));
    let arguments = ["backtest", "--draft", "new.json", "--against", "old.json", "orders.ndjson"];
    folder.run(&arguments).gives(
        0,
        "5 orders checked, 1 held by both drafts\n\
         newly held: 2 orders, 500 JPY + 120.50 PLN\n       2 x rule:r1\n  orders 1, 4\n\
         newly freed: 1 order, 20.00 PLN\n       1 x entry:e1\n  orders 2\n",
        "",
    );
    folder.run(&[&arguments[..], &["--json"]].concat()).gives(
        0,
        "{\"newly_freed\":{\"first\":[\"2\"],\"money\":{\"PLN\":\"20.00\"},\"orders\":1,\"sources\":{\"entry:e1\":1}},\
         \"newly_held\":{\"first\":[\"1\",\"4\"],\"money\":{\"JPY\":\"500\",\"PLN\":\"120.50\"},\"orders\":2,\"sources\":{\"rule:r1\":2}},\
         \"orders\":5,\"still_held\":1}\n",
        "",
    );
    // The entry has ended by then, so nothing is freed.
    let ran = folder.run(&[&arguments[..], &["--now", "2026-12-01T00:00:00Z"]].concat());
    assert!(ran.out.ends_with("newly freed: 0 orders\n"), "{}", ran.out);
}

const CSV: &str = "id,email,first_name,last_name,effect,points,reason,expires_at\n\
    e1,bad@example.com,,,points,60,chargeback,\n\
    ,worse@example.com,,,,10,chargeback,2027-01-01T00:00:00Z\n\
    ,BAD@example.com,,,,60,again,\n\
    ,,Jan,,hold,,no,\n\
    ,,Jan,Kowalski,,,never pays,\n\
    ,x@example.com,,,,ten,x,\n";

#[test]
fn a_dry_run_tells_what_each_line_would_be() {
    let folder = Folder::new().with("draft.json", DRAFT).with("in.csv", CSV);
    let arguments = ["entries", "import", "--draft", "draft.json", "in.csv", "--dry-run"];
    folder.run(&arguments).gives(
        0,
        "line 2: same e1\nline 3: new e2\nline 4: same e1\n\
         line 5: invalid /effect: first name, city, country and house number alone cannot hold\n\
         line 6: new e4\nline 7: invalid /points: `ten` is not a whole number\n2 new, 0 changed, 2 same, 2 invalid\n",
        "",
    );
    let json = folder.run(&[&arguments[..], &["--json"]].concat());
    assert_eq!((json.code, json.err.as_str()), (0, ""));
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&report["new"], &report["same"], &report["invalid"]), (&2.into(), &2.into(), &2.into()));
    assert_eq!(
        report["lines"][5],
        serde_json::json!({"line":7,"status":"invalid","problems":[{"pointer":"/points","detail":"`ten` is not a whole number"}]})
    );
    assert_eq!(folder.read("draft.json"), DRAFT);
}

#[test]
fn a_quote_that_is_never_closed_takes_no_lines_with_it() {
    let folder = Folder::new()
        .with("open.csv", "email,reason\na@b.pl,x\nc@d.pl,\"spam\ne@f.pl,x\n")
        .with("fine.csv", "email,reason\na@b.pl,\"spam\nand \"\"more\"\"\"\nc@d.pl,5\" pipe");
    folder.run(&["entries", "import", "open.csv"]).gives(2, "", "open.csv:3: a double quote opens a cell here and is never closed\n");
    let fine = folder.run(&["entries", "import", "fine.csv"]);
    assert_eq!((fine.code, fine.out.matches("\"reason\"").count()), (0, 2), "{}", fine.err);
}

#[test]
fn an_import_is_all_or_nothing() {
    let folder = Folder::new().with("draft.json", DRAFT).with("in.csv", CSV);
    folder.run(&["entries", "import", "--draft", "draft.json", "in.csv"]).gives(
        2,
        "",
        "in.csv:5: /effect: first name, city, country and house number alone cannot hold\nin.csv:7: /points: `ten` is not a whole number\n",
    );
    assert_eq!(folder.read("draft.json"), DRAFT);
    let good: String = CSV.lines().enumerate().filter(|(line, _)| ![4, 6].contains(line)).map(|(_, line)| format!("{line}\n")).collect();
    let folder = folder.with("good.csv", &good);
    let import = ["entries", "import", "--draft", "draft.json", "good.csv"];
    folder.run(&import).gives(0, "2 new, 0 changed, 2 same, 0 invalid\n", "");
    folder.run(&import).gives(0, "0 new, 0 changed, 4 same, 0 invalid\n", "");
    let draft: serde_json::Value = serde_json::from_str(&folder.read("draft.json")).unwrap();
    let ids: Vec<&str> = draft["entries"].as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect();
    assert_eq!((ids, &draft["rules"][0]["id"]), (vec!["e1", "e2", "e3"], &"r1".into()));
    let folder = folder.with("changed.csv", "id,email,reason,points\ne2,worse@example.com,other,5\n");
    folder.run(&["entries", "import", "--draft", "draft.json", "changed.csv", "--json"]).gives(
        0,
        "{\"changed\":1,\"invalid\":0,\"new\":0,\"same\":0}\n",
        "",
    );
    assert_eq!(folder.run(&["entries", "import", "nowhere.csv"]).code, 2);
    let folder = folder.with("header.csv", "id,emial,reason\n");
    folder.run(&["entries", "import", "header.csv"]).gives(2, "", "header.csv:1: unknown column `emial`, did you mean `email`?\n");
}

#[test]
fn export_and_import_give_the_same_entries() {
    let draft = r#"{"entries":[{"id":"e1","fields":{"phone":"+48600100200","last_name":"'t Hooft"},"effect":"hold","reason":"=HYPERLINK(\"http://x\")"},
        {"id":"e2","fields":{"email":"a@example.com"},"points":-5,"reason":"a \"b\", c\nd","expires_at":"2027-01-01T00:00:00Z"}]}"#;
    let folder = Folder::new().with("draft.json", draft).with("empty.json", "{}");
    let want = "id,first_name,last_name,street,house_number,postcode,city,email,ip,phone,country,company,tax_id,customer_id,payment_fingerprint,device,email_domain,effect,points,match,reason,expires_at\n\
        e1,,''t Hooft,,,,,,,'+48600100200,,,,,,,,hold,,exact,\"'=HYPERLINK(\"\"http://x\"\")\",\n\
        e2,,,,,,,a@example.com,,,,,,,,,,,-5,exact,\"a \"\"b\"\", c\nd\",2027-01-01T00:00:00Z\n";
    folder.run(&["entries", "export", "--draft", "draft.json"]).gives(0, want, "");
    folder.run(&["entries", "export", "--draft", "draft.json", "out.csv"]).gives(0, "", "");
    assert_eq!(folder.read("out.csv"), want);
    folder.run(&["entries", "import", "--draft", "empty.json", "out.csv"]).gives(0, "2 new, 0 changed, 0 same, 0 invalid\n", "");
    folder.run(&["entries", "export", "--draft", "empty.json"]).gives(0, want, "");
    let printed = folder.run(&["entries", "import", "out.csv"]);
    let printed: serde_json::Value = serde_json::from_str(&printed.out).unwrap();
    assert_eq!(printed[0]["fields"]["last_name"], "'t Hooft");
}

#[test]
fn a_snapshot_checks_as_its_draft_does() {
    let draft = r#"{"settings":{"minimum_points":50},"entries":[{"id":"e1","fields":{"email":"bad@example.com"},"points":60,"reason":"chargeback"}],
        "rules":[{"id":"r1","when":"order.total > 5","points":7,"visibility":"public"}]}"#;
    let order = r#"{"id":"1","placed_at":"2026-11-24T10:00:00Z","currency":"PLN","total":"6.00","email":"Bad+x@example.com"}"#;
    let folder = Folder::new().with("draft.json", draft).with("orders.ndjson", order);
    let now = ["--now", "2026-11-24T10:00:00Z"];
    assert_eq!(folder.run(&["build", "--draft", "draft.json", "-o", "snapshot.bin"]).code, 0);
    let of_draft = folder.run(&["check", "--draft", "draft.json", "orders.ndjson", now[0], now[1]]);
    let of_snapshot = folder.run(&["check", "--snapshot", "snapshot.bin", "orders.ndjson", now[0], now[1]]);
    assert_eq!((of_draft.code, of_draft.out.as_str()), (0, of_snapshot.out.as_str()));
    assert!(of_draft.out.contains(r#""score":67"#), "{}", of_draft.out);

    assert_eq!(folder.run(&["build", "--draft", "draft.json", "--number", "12", "-o", "numbered.bin"]).code, 0);
    assert!(folder.run(&["check", "--snapshot", "numbered.bin", "orders.ndjson"]).out.contains(r#""snapshot":12"#));

    assert_eq!(folder.run(&["build", "--draft", "draft.json", "--public", "-o", "pack.bin"]).code, 0);
    let refused = folder.run(&["check", "--snapshot", "pack.bin", "orders.ndjson"]);
    assert_eq!((refused.code, refused.err.trim()), (2, "pack.bin: this is a public pack, not a full snapshot"));
    let refused = folder.run(&["check", "--snapshot", "draft.json", "orders.ndjson"]);
    assert_eq!((refused.code, refused.err.trim()), (2, "draft.json: these bytes are not a snapshot"));
    assert_eq!(folder.run(&["check", "orders.ndjson"]).code, 2);
    let printed = command(&folder.0, &["build", "--draft", "draft.json", "-o", "-"]).output().unwrap().stdout;
    assert_eq!(printed, fs::read(folder.0.join("snapshot.bin")).unwrap(), "- is standard output");
    assert_eq!(folder.run(&["build", "--draft", "draft.json", "-o", "no/such/folder.bin"]).code, 2);
}
