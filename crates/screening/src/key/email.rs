//! E-mail addresses: one key per mailbox.

use super::email_provider as provider;
use super::fold::is_invisible;
use super::unicode::{self, nfkc};

/// A mailbox. Entries and orders are parsed alike and compared on `canonical`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email {
    /// `local@domain` without what the provider ignores: `" A.B+shop@GoogleMail.com"` gives
    /// `"ab@gmail.com"`.
    pub canonical: String,
    /// The canonical domain: lower case, punycode, no outer dots, mistyped and alias domains mended.
    pub domain: String,
}

impl Email {
    /// Reads an address as typed, `mailto:` and `Name <address>` included. `None` without an `@`, a
    /// local part or a domain.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')).map_or(text, |(_, address)| address);
        let lower = lower(text);
        let lower = lower.strip_prefix("mailto:").unwrap_or(&lower);
        let (local, typed_domain) = lower.rsplit_once('@')?;
        let domain = provider::mended(&punycode(typed_domain));
        if local.is_empty() || domain.is_empty() {
            return None;
        }
        // Fastmail delivers anything@user.fastmail.com to user@fastmail.com.
        if let Some((user, owner)) = provider::mailbox_domain(&domain) {
            return Some(Self { canonical: [&user_of(user, owner), "@", owner].concat(), domain: owner.to_owned() });
        }
        Some(Self { canonical: [&user_of(local, &domain), "@", &domain].concat(), domain })
    }

    /// Whether anyone can have a mailbox at this domain for nothing (`gmail.com`, `wp.pl`).
    pub fn is_free(&self) -> bool {
        provider::is_free(&self.domain)
    }

    /// Whether the domain, or one above it, hands out throw-away addresses.
    pub fn is_disposable(&self) -> bool {
        provider::is_disposable(&self.domain)
    }
}

/// The key of an `email_domain` entry: the domain as [`Email`] has it, with or without a leading
/// `@`. `"@GoogleMail.com."` gives `"gmail.com"`.
pub fn email_domain(text: &str) -> Option<String> {
    let lower = lower(text);
    let domain = provider::mended(&punycode(lower.rsplit_once('@').map_or(lower.as_str(), |(_, domain)| domain)));
    let domain = provider::mailbox_domain(&domain).map_or(domain.as_str(), |(_, owner)| owner);
    (!domain.is_empty()).then(|| domain.to_owned())
}

/// The domain of an address with its typing error put right; `None` for one without, and for another
/// name of the same provider (`googlemail.com`).
pub(crate) fn mended_domain(typed: &str) -> Option<String> {
    let lower = lower(typed);
    let domain = punycode(lower.rsplit_once('@')?.1);
    let mended = provider::mended(&domain);
    (mended != domain && !provider::is_other_name(&domain)).then_some(mended)
}

/// NFKC in lower case without white space; `İ` and `ı` are `i`, since no Turkish keyboard means
/// another mailbox by them. Other diacritics stay: `józef@` and `jozef@` are two mailboxes.
fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text
            .chars()
            .filter(|character| !character.is_whitespace() && !is_invisible(*character))
            .map(|character| character.to_ascii_lowercase())
            .collect();
    }
    let mut out = String::with_capacity(text.len());
    for character in nfkc(text).chars().filter(|character| !character.is_whitespace() && !is_invisible(*character)) {
        match character {
            'İ' | 'ı' => out.push('i'),
            '。' | '｡' => out.push('.'),
            _ => out.extend(unicode::lower(character)),
        }
    }
    // Lower-casing can leave a letter beside a mark that composes with it.
    if out.is_ascii() { out } else { nfkc(&out) }
}

/// Each label beyond ASCII in punycode (RFC 3492), without outer and repeated dots.
fn punycode(domain: &str) -> String {
    let mut out = String::with_capacity(domain.len());
    for label in domain.split('.').filter(|label| !label.is_empty()) {
        if !out.is_empty() {
            out.push('.');
        }
        // A label beyond DNS's 63 octets is no domain and stays as typed, which keeps long input cheap.
        let encodable = !label.is_ascii() && label.len() <= 4 * 63;
        match if encodable { idna::punycode::encode_str(label) } else { None } {
            Some(ascii) => {
                out.push_str("xn--");
                out.push_str(&ascii);
            }
            None => out.push_str(label),
        }
    }
    out
}

/// The local part without what the provider ignores; never empty.
fn user_of(local: &str, domain: &str) -> String {
    let rules = provider::rules(domain);
    // The first character is never a divider: "+@example.com" is a mailbox.
    let end = local.char_indices().skip(1).find(|(_, character)| *character == '+' || (rules.hyphen_tags && *character == '-'));
    let user = end.and_then(|(end, _)| local.get(..end)).unwrap_or(local);
    let kept: String = user.chars().filter(|character| !rules.ignored.contains(character)).collect();
    let kept = if kept.is_empty() { user.to_owned() } else { kept };
    if rules.dot_is_hyphen { kept.replace('.', "-") } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// maxmind/minfraud-api-python @23c2e1d, tests/test_request.py (Apache-2.0); want "" is null.
    const MINFRAUD: [(&str, &str); 33] = [
        ("", ""),
        ("fasfs", ""),
        ("test@gmail", "test@gmail"),
        ("e4d909c290d0fb1ca068ffaddf22cbd0", ""),
        ("Test@maxmind", "test@maxmind"),
        ("Test@maxmind.com", "test@maxmind.com"),
        ("Test+007@maxmind.com", "test@maxmind.com"),
        ("Test+007+008@maxmind.com", "test@maxmind.com"),
        ("Test+@maxmind.com", "test@maxmind.com"),
        ("+@maxmind.com", "+@maxmind.com"),
        ("  Test@maxmind.com", "test@maxmind.com"),
        ("Test@maxmind.com|abc124472372", "test@maxmind.com|abc124472372"),
        // minFraud keeps "test+foo@yahoo.com". A plus tag costs a fraudster nothing on any domain and
        // no two people are told apart by one, so the contract (item 5) drops it everywhere.
        ("Test+foo@yahoo.com", "test@yahoo.com"),
        ("Test-foo@yahoo.com", "test@yahoo.com"),
        ("Test-foo-foo2@yahoo.com", "test@yahoo.com"),
        ("Test-foo@gmail.com", "test-foo@gmail.com"),
        ("gamil.com@gamil.com", "gamilcom@gmail.com"),
        ("Test+alias@bücher.com", "test@xn--bcher-kva.com"),
        ("foo@googlemail.com", "foo@gmail.com"),
        ("foo.bar@gmail.com", "foobar@gmail.com"),
        ("alias@user.fastmail.com", "user@fastmail.com"),
        ("alias@user.fastmail.ca", "user@fastmail.ca"),
        ("foo-bar@ymail.com", "foo@ymail.com"),
        ("test-alias@myyahoo.com", "test@myyahoo.com"),
        ("foo@example.com.com", "foo@example.com"),
        ("foo@example.comfoo", "foo@example.comfoo"),
        ("foo@example.cam", "foo@example.cam"),
        ("foo@10000gmail.com", "foo@gmail.com"),
        ("foo@example.comcom", "foo@example.com"),
        ("foo@example.com.", "foo@example.com"),
        ("foo@example.com...", "foo@example.com"),
        ("example@bu\u{308}cher.com", "example@xn--bcher-kva.com"),
        ("example@bücher.com", "example@xn--bcher-kva.com"),
    ];

    #[test]
    fn one_mailbox_however_written() {
        let ours = [
            ("Jan Kowalski <Jan@Example.com>", "jan@example.com"),
            ("mailto:jan@example.com", "jan@example.com"),
            ("jan @ example .com", "jan@example.com"),
            ("ＪＡＮ＠example．com", "jan@example.com"),
            ("İBRAHIM@gmail.com", "ibrahim@gmail.com"),
            ("j\u{200b}an@example.com", "jan@example.com"),
            ("Józef@example.com", "józef@example.com"),
            ("a.b-c_d+e@proton.me", "abcd@protonmail.com"),
            ("a.b@pm.me", "ab@protonmail.com"),
            ("a.b@ya.ru", "a-b@yandex.ru"),
            ("a-b@yandex.com", "a-b@yandex.ru"),
            ("a.b+c@outlook.com", "a.b@outlook.com"),
            ("a-b@outlook.com", "a-b@outlook.com"),
            ("a@me.com", "a@icloud.com"),
            ("a@gmail.con", "a@gmail.com"),
            ("a@gmail.com.com.", "a@gmail.com"),
            ("a@gnail.com", "a@gmail.com"),
            ("a-b@yahoo.co.jp", "a-b@yahoo.co.jp"),
            ("-a-b@yahoo.com", "-a@yahoo.com"),
            ("...@gmail.com", "...@gmail.com"),
            ("a@STRAßE.de", "a@xn--strae-oqa.de"),
            ("a@b@example.com", "a@b@example.com"),
            ("@example.com", ""),
            ("a@", ""),
            ("a@...", ""),
            ("@", ""),
        ];
        for (input, want) in MINFRAUD.into_iter().chain(ours) {
            assert_eq!(Email::parse(input).map(|email| email.canonical).unwrap_or_default(), want, "{input:?}");
        }
    }

    #[test]
    fn domains_of_entries_are_those_of_orders() {
        for (input, want) in [
            ("@GoogleMail.com.", "gmail.com"),
            ("bücher.com", "xn--bcher-kva.com"),
            ("user.fastmail.com", "fastmail.com"),
            (" @ ", ""),
            ("", ""),
        ] {
            assert_eq!(email_domain(input).unwrap_or_default(), want, "{input:?}");
        }
    }

    #[test]
    fn knows_free_and_throw_away_mail() {
        let email = |text: &str| Email::parse(text).unwrap();
        for address in
            ["a@gmail.com", "a@googlemail.com", "a@wp.pl", "a@yahoo.com.tr", "a@hotmail.it", "a@me.com", "a@proton.me", "a@x.fastmail.com"]
        {
            assert!(email(address).is_free(), "{address}");
        }
        for address in ["a@mailinator.com", "a@sub.mailinator.com", "a@0-mail.com", "a@zzrgg.com", "a@yopmail.com"] {
            assert!(email(address).is_disposable() && !email(address).is_free(), "{address}");
        }
        for address in ["a@example.com", "a@mailinator.com.example.org", "a@com", "a@gmail.com.evil.org"] {
            assert!(!email(address).is_disposable() && !email(address).is_free(), "{address}");
        }
    }
}
