//! Who is believed.

use ordergate_shops::{Arrival, Platform, Refusal, sign};

use crate::support::{SECRET, arrive, fixture, signature_header, topic_header};

const BODY: &[u8] = br#"{"id": 1, "total":"10.00"}"#;

fn signed(platform: Platform, signature: &str, body: &[u8], secrets: &[&str]) -> Result<(), Refusal> {
    let topic = (topic_header(platform), "customer.created");
    match arrive(platform, &[(signature_header(platform), signature), topic], body, secrets) {
        Arrival::Delivery(_) => Ok(()),
        Arrival::Refused(refusal) => Err(refusal),
        Arrival::Ping => panic!("a ping"),
    }
}

#[test]
fn only_the_shops_own_signatures_are_believed() {
    for platform in Platform::ALL {
        let right = sign(platform, BODY, SECRET);
        let hex: String = "9f".repeat(32);
        let url_safe = right.replace('+', "-").replace('/', "_");
        // A signature with `+` or `/` in it, so that the two alphabets differ.
        assert_ne!(url_safe, right, "pick another body or secret");
        let flipped = if right.starts_with('A') { right.replacen('A', "B", 1) } else { format!("A{}", right.get(1..).unwrap()) };
        let others = sign(platform, BODY, "another shop's secret");
        let (wrong, malformed) = (Err(Refusal::Wrong), Err(Refusal::Malformed));
        for (what, signature, secrets, want) in [
            ("right", right.as_str(), &[SECRET][..], Ok(())),
            ("previous secret", &right, &["the new secret", SECRET], Ok(())),
            ("current secret of two", &right, &[SECRET, "the old secret"], Ok(())),
            ("wrong secret", &right, &["the new secret"], wrong),
            ("another shop's secret", &others, &[SECRET], wrong),
            ("one character off", &flipped, &[SECRET], wrong),
            ("empty", "", &[SECRET], malformed),
            ("truncated", right.get(..20).unwrap(), &[SECRET], malformed),
            ("without padding", right.trim_end_matches('='), &[SECRET], malformed),
            ("twice", &format!("{right}{right}"), &[SECRET], malformed),
            ("two in a list", &format!("{right}, {right}"), &[SECRET], malformed),
            ("hex", &hex, &[SECRET], malformed),
            ("url-safe base64", &url_safe, &[SECRET], malformed),
            ("trailing space", &format!("{right} "), &[SECRET], malformed),
            ("trailing line feed", &format!("{right}\n"), &[SECRET], malformed),
            ("leading space", &format!(" {right}"), &[SECRET], malformed),
            ("with its algorithm", &format!("sha256={right}"), &[SECRET], malformed),
            ("not ASCII", "żółć", &[SECRET], malformed),
            ("8 MB of header", &"A".repeat(8_000_000), &[SECRET], malformed),
            ("no secret", &right, &[], Err(Refusal::NoSecret)),
            ("empty secret", &sign(platform, BODY, ""), &[""], Err(Refusal::NoSecret)),
            ("blank secret", &sign(platform, BODY, "  "), &["  "], Err(Refusal::NoSecret)),
            ("empty previous secret", &sign(platform, BODY, ""), &[SECRET, ""], wrong),
            ("empty current secret", &right, &["", SECRET], Ok(())),
        ] {
            assert_eq!(signed(platform, signature, BODY, secrets), want, "{platform}: {what}");
        }
    }
}

#[test]
fn the_signature_is_over_the_bytes_as_they_came() {
    for platform in Platform::ALL {
        let signature = sign(platform, BODY, SECRET);
        for body in [
            &br#"{"id":1,"total":"10.00"}"#[..],
            br#"{"total":"10.00","id": 1}"#,
            b"{\"id\": 1, \"total\":\"10.00\"}\n",
            b" {\"id\": 1, \"total\":\"10.00\"}",
            b"",
        ] {
            assert_eq!(signed(platform, &signature, body, &[SECRET]), Err(Refusal::Wrong), "{}", String::from_utf8_lossy(body));
        }
    }
}

#[test]
fn a_delivery_without_a_signature_is_refused() {
    for platform in Platform::ALL {
        let refused = Arrival::Refused(Refusal::Missing);
        assert_eq!(arrive(platform, &[(topic_header(platform), "order.created")], BODY, &[SECRET]), refused);
        assert_eq!(arrive(platform, &[], BODY, &[SECRET]), refused);
        assert_eq!(arrive(platform, &[], b"", &[SECRET]), refused);
    }
    // Each platform has its own header.
    let signature = sign(Platform::Shopify, BODY, SECRET);
    let headers = [(signature_header(Platform::Shopify), signature.as_str())];
    assert_eq!(arrive(Platform::WooCommerce, &headers, BODY, &[SECRET]), Arrival::Refused(Refusal::Missing));
}

#[test]
fn a_refusal_tells_people_what_to_look_at() {
    for refusal in [Refusal::Missing, Refusal::Malformed, Refusal::Wrong, Refusal::NoSecret] {
        let text = refusal.to_string();
        assert!(text.starts_with(char::is_lowercase) && !text.ends_with('.') && !text.contains(SECRET), "{text}");
    }
}

#[test]
fn shopify_vectors() {
    let Some(file) = fixture("shopify/vectors.json") else { return };
    let vectors: Vec<serde_json::Value> = serde_json::from_slice(&file).unwrap();
    assert_eq!(vectors.len(), 4);
    for vector in vectors {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let (body, secret) = (text(&vector["body_utf8"]), text(&vector["secret"]));
        let signature = text(&vector["headers"]["X-Shopify-Hmac-SHA256"]);
        let believed = signed(Platform::Shopify, &signature, body.as_bytes(), &[&secret]).is_ok();
        assert_eq!(believed, vector["valid"].as_bool().unwrap(), "{}", vector["name"]);
        assert_eq!(believed, sign(Platform::Shopify, body.as_bytes(), &secret) == signature, "{}", vector["name"]);
    }
}

#[test]
fn signatures_agree_with_another_implementation() {
    // printf %s "$body" | openssl dgst -sha256 -hmac "$secret" -binary | base64
    for (body, secret, signature) in OPENSSL {
        for platform in Platform::ALL {
            assert_eq!(sign(platform, body.as_bytes(), secret), signature);
        }
    }
}

const OPENSSL: [(&str, &str, &str); 3] = [
    (r#"{"id":727,"number":"727"}"#, "woo-secret", "LyDnoNnNrmau84ckLTZ5V+yMVNSxAkYHUfrHgk/OrcI="),
    ("Zażółć gęślą jaźń", "klucz ąć", "QGfZfn+QKu2SC6+bHXlOwDaUUxIbwkyuLxgM4ZJdVgg="),
    // Longer than a block of SHA-256.
    (
        "",
        "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
        "1Gdhdo7jyGT8dsCLPXPICShTrj/voBuZCWPfotVuczQ=",
    ),
];
