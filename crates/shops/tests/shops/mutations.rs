//! Bodies damaged in every way at hand, signed all the same: never a panic, always a delivery.

use std::time::Instant;

use ordergate_shops::Platform;

use crate::support::{SECRET, arrive, data, delivery, signature_header, topic_header};

/// xorshift64*: the same damage on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap() % bound
    }
}

const BODIES: [(Platform, &str); 4] = [
    (Platform::WooCommerce, "woocommerce_pl.json"),
    (Platform::WooCommerce, "woocommerce_tr.json"),
    (Platform::Shopify, "shopify_pl.json"),
    (Platform::Shopify, "shopify_tr.json"),
];

#[test]
fn cuts_are_deliveries() {
    for (platform, name) in BODIES {
        let body = data(name);
        for end in (0..body.len()).step_by(3) {
            delivery(platform, &body[..end]);
        }
        for start in (0..body.len()).step_by(7) {
            delivery(platform, &body[start..]);
        }
    }
}

#[test]
fn damaged_bodies_are_deliveries() {
    const TOKENS: [&[u8]; 22] = [
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\"",
        b"\\",
        b"\\u",
        b"\\ud83d",
        b"\\u0000",
        b"\0",
        b"\xff",
        b"null",
        b"true",
        b"-",
        b"1e999999999",
        b"\"id\":1,",
        b"\"total\":\"-1\",",
        b"99999999999999999999999999999999999999999",
        b"\xed\xa0\x80",
        b"&#x110000;&",
    ];
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for (platform, name) in BODIES {
        let original = data(name);
        for _ in 0..1_500 {
            let mut body = original.clone();
            for _ in 0..=numbers.below(4) {
                let at = numbers.below(body.len());
                match numbers.below(5) {
                    0 => body[at] ^= 1 << numbers.below(8),
                    1 => body[at] = u8::try_from(numbers.below(256)).unwrap(),
                    2 => {
                        let token = TOKENS[numbers.below(TOKENS.len())];
                        body.splice(at..at, token.iter().copied());
                    }
                    3 => {
                        let end = (at + numbers.below(40)).min(body.len());
                        body.drain(at..end);
                    }
                    _ => {
                        let other = numbers.below(body.len());
                        let end = (other + numbers.below(200)).min(body.len());
                        let piece = body[other..end].to_vec();
                        body.splice(at..at, piece);
                    }
                }
                if body.is_empty() {
                    break;
                }
            }
            delivery(platform, &body);
        }
    }
}

#[test]
fn the_largest_bodies_are_read_in_time() {
    // Unoptimised, the signatures alone take a second each at the full size.
    const SIZE: usize = if cfg!(debug_assertions) { 1_000_000 } else { 8_000_000 };
    let fill = |piece: &str| piece.repeat(SIZE / piece.len());
    let list = |name: &str, item: &str| format!(r#"{{"id":1,"{name}":[{item}{}]}}"#, fill(&format!(",{item}")));
    let order = |extra: &str| {
        format!(
            r#"{{"id":1,"date_created_gmt":"2026-11-24T10:00:00","created_at":"2026-11-24T10:00:00Z","currency":"EUR","total":"1","total_price":"1",{extra}}}"#
        )
    };
    let started = Instant::now();
    for (what, body) in [
        ("spaces", fill(" ")),
        ("open brackets", fill("[")),
        ("open objects", fill(r#"{"a":"#)),
        ("zeros", list("x", "0")),
        ("one long name", order(&format!(r#""email":"{}","billing":{{"email":"{}"}}"#, fill("ż"), fill("a")))),
        ("escapes", order(&format!(r#""note":"{}","customer_note":"{}""#, fill(r"\u0142"), fill("\\n")))),
        ("backslashes in a key", order(&format!(r#""{}":1"#, fill(r"\\")))),
        ("many keys", order(&format!("{}\"z\":1", fill("\"k\\u0069\":1,")))),
        ("ampersands", order(&format!(r#""line_items":[{{"name":"{}"}}]"#, fill("&amp&")))),
        ("coupons", order(&format!(r#""coupon_lines":[{{}}{}]"#, fill(r#",{"code":"x"}"#)))),
        ("fields", order(&format!(r#""meta_data":[{{}}{}]"#, fill(r#",{"key":"x","value":"y"}"#)))),
        ("attributes", order(&format!(r#""note_attributes":[{{}}{}]"#, fill(r#",{"name":"x","value":"y"}"#)))),
        ("lines", order(&format!(r#""line_items":[{{}}{}]"#, fill(",{}")))),
        ("digits", format!(r#"{{"id":1,"date_created_gmt":"2026-11-24T10:00:00","currency":"EUR","total":{}}}"#, fill("9"))),
        ("name to split", order(&format!(r#""billing_address":{{"name":"{}"}}"#, fill("a ")))),
    ] {
        for platform in Platform::ALL {
            let started = Instant::now();
            delivery(platform, body.as_bytes());
            println!("{SIZE} bytes of {what}, {platform}: {:?}, signing included twice", started.elapsed());
        }
    }
    // Far above what it takes, far below what anything quadratic would.
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

#[test]
fn how_long_an_order_takes() {
    for (platform, name) in BODIES {
        let body = data(name);
        let signature = ordergate_shops::sign(platform, &body, SECRET);
        let topic = if platform == Platform::Shopify { "orders/create" } else { "order.created" };
        let headers = [(signature_header(platform), signature.as_str()), (topic_header(platform), topic)];
        let (rounds, started) = (300u32, Instant::now());
        for _ in 0..rounds {
            std::hint::black_box(arrive(platform, &headers, &body, &[SECRET]));
        }
        println!("{name}, {} bytes: {:?} an order, signature included", body.len(), started.elapsed() / rounds);
    }
}
