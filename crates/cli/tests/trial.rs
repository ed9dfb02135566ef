//! What the page to try says of an order is what the command line says of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command ends")]

use std::path::PathBuf;
use std::process::Command;

use ordergate_trial::{Options, Trial, draft};

const SHOPIFY: &str = "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Billing Address1,Billing City,Billing Zip,Billing Country,Billing Phone,Shipping Country,Cancelled at,Payment Method,Id\n\
#1,jan@example.com,voided,PLN,100.00,2026-11-01 10:00:00 +0100,1,Mug,100.00,Jan Nowak,Polna 1,Opole,'45-001,PL,'+48600100200,PL,2026-11-05 10:00:00 +0100,Cash on Delivery (COD),9001\n\
#2,j.nowak@example.com,pending,PLN,900.00,2026-11-10 10:00:00 +0100,1,Lamp,450.00,Jan Nowak,Polna 1,Opole,45-001,PL,600 100 200,DE,,Cash on Delivery (COD),9002\n\
#2,,,,,2026-11-10 10:00:00 +0100,2,Cap,225.00,,,,,,,,,,\n\
#3,ewa@mailinator.com,paid,PLN,60.00,2026-11-12 10:00:00 +0100,1,Mug,60.00,Ewa Lis,Leśna 3,Łódź,90-001,PL,,PL,,Stripe,9004\n";

const OWN: &str = "id,placed_at,currency,total,email,ip,billing.city,billing.country,shipping.country,payment.method\n\
1,2026-11-24T10:00:00Z,PLN,620.00,a@mailinator.com,1.1.1.1,Wrocław,PL,DE,cod\n\
2,2026-11-24T10:00:00Z,EUR,20.00,b@example.com,1.1.1.2,Roma,IT,IT,card\n\
3,2026-11-24T10:00:00Z,JPY,2000,c@example.com,1.1.1.3,Tokyo,JP,JP,card\n";

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("ordergate-trial-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        for (name, text) in files {
            std::fs::write(path.join(name), text).unwrap();
        }
        Self(path)
    }

    fn check(&self, orders: &str, now: &str) -> Vec<String> {
        let arguments = ["check", "--draft", "draft.json", orders, "--now", now];
        let output = Command::new(env!("CARGO_BIN_EXE_ordergate")).current_dir(&self.0).args(arguments).output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn tried(file: &str, options: &Options) -> Trial {
    let mut trial = Trial::new(file.as_bytes().to_vec(), options).unwrap();
    while trial.step(1) {}
    trial
}

fn options() -> Options {
    let blacklist = "email,ip,city,effect,points,reason\n,1.1.1.2,,points,60,chargeback\n,1.1.1.1,Wroclaw,mark,,unpaid parcels\newa@mailinator.com,,,hold,,stolen card\n";
    Options { country: Some("PL".to_owned()), blacklist: Some(blacklist.to_owned()), ..Options::default() }
}

/// The check as the command line prints it.
fn line(order: &str, check: &str) -> String {
    format!("{{\"order\":\"{order}\",{}", check.strip_prefix('{').unwrap())
}

#[test]
fn the_same_file_gives_the_same_checks() {
    let options = options();
    let draft = serde_json::to_string(&draft(&options).unwrap().0).unwrap();
    let folder = Folder::new("file", &[("draft.json", &draft), ("orders.csv", OWN)]);
    let trial = tried(OWN, &options);
    let ours: Vec<String> =
        (0..3).map(|index| trial.examine(index).unwrap()).map(|one| line(&one.order.id, &one.check.to_json())).collect();
    assert_eq!(folder.check("orders.csv", "2026-11-24T10:00:00Z"), ours);
    assert_eq!(trial.scores(), [65, 60, 0]);
}

#[test]
fn the_same_order_with_the_same_facts_gives_the_same_check() {
    let options = options();
    let draft = serde_json::to_string(&draft(&options).unwrap().0).unwrap();
    let trial = tried(SHOPIFY, &options);
    for index in 0..3 {
        let one = trial.examine(index).unwrap();
        let facts = serde_json::to_string(&one.facts).unwrap();
        let given = format!("{{\"order\":{},\"facts\":{facts}}}\n", one.order.to_json());
        let folder = Folder::new(&format!("order-{index}"), &[("draft.json", &draft), ("order.ndjson", &given)]);
        assert_eq!(folder.check("order.ndjson", &one.order.placed_at.to_string()), [line(&one.order.id, &one.check.to_json())]);
    }
    assert_eq!(trial.scores(), [0, 75, 25]);
    assert!(trial.examine(1).unwrap().check.held && trial.examine(2).unwrap().check.held);
}
