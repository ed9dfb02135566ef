//! What is known of e-mail providers; the lists are files under `data/`.

use super::lines::{Lines, lines, listed, pair};

/// Which list of throw-away domains decides `is_disposable`; stored with every check.
pub const DISPOSABLE_DATA: &str = "disposable:2026-08";

#[cfg(not(feature = "browser"))]
static DISPOSABLE: Lines = lines!("email_disposable.txt");
/// The lists as filters of ten kilobytes and of half a kilobyte, made by the build script: seed, then the
/// filter's bytes. Free is what is in either list of free mailboxes.
#[cfg(any(feature = "browser", test))]
static DISPOSABLE_FILTER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/disposable.filter"));
#[cfg(any(feature = "browser", test))]
static FREE_FILTER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/free.filter"));
#[cfg(not(feature = "browser"))]
static FREE: Lines = lines!("email_free.txt");
#[cfg(not(feature = "browser"))]
static FASTMAIL: Lines = lines!("email_fastmail.txt");
/// Lines `wrong right`, sorted.
static MENDED: Lines = lines!("email_mended.txt");

/// What a provider does not look at in a local part. Plus tags are nobody's business and go on every
/// domain.
pub(super) struct Rules {
    /// `user-tag` is `user` (Yahoo's disposable addresses).
    pub(super) hyphen_tags: bool,
    /// Characters that make no difference.
    pub(super) ignored: &'static [char],
    /// `a.b` and `a-b` are one mailbox (Yandex).
    pub(super) dot_is_hyphen: bool,
}

/// The rules of a canonical domain. Sources: the providers' help pages.
pub(super) fn rules(domain: &str) -> Rules {
    let ignored: &[char] = match domain {
        "gmail.com" => &['.'],
        "protonmail.com" => &['.', '-', '_'],
        _ => &[],
    };
    Rules { hyphen_tags: is_yahoo(domain), ignored, dot_is_hyphen: domain == "yandex.ru" }
}

/// The domain with typing errors put right and aliases of one provider made one.
pub(super) fn mended(domain: &str) -> String {
    let mut domain = domain.to_owned();
    // Each step shortens the domain or leaves the set of wrong ones, so the loop ends.
    while let Some(next) = mended_once(&domain) {
        domain = next;
    }
    domain
}

fn mended_once(domain: &str) -> Option<String> {
    if let Some(shorter) = domain.strip_suffix(".com")
        && shorter.ends_with(".com")
    {
        let mut shorter = shorter;
        while let Some(next) = shorter.strip_suffix(".com").filter(|next| next.ends_with(".com")) {
            shorter = next;
        }
        return Some(shorter.to_owned());
    }
    if let Some((name, top)) = domain.rsplit_once('.')
        && is_mistyped_com(top)
    {
        return Some(format!("{name}.com"));
    }
    let behind = domain.trim_start_matches(|character: char| character.is_ascii_digit());
    if behind.len() < domain.len() && matches!(behind, "gmail.com" | "gmai.com") {
        return Some("gmail.com".to_owned());
    }
    pair(&MENDED, domain).map(|(_, right)| right.to_owned())
}

/// Whether a domain that [`mended`] changes is one of the provider's own names.
pub(super) fn is_other_name(domain: &str) -> bool {
    const NAMES: [&str; 8] = ["googlemail.com", "mac.com", "me.com", "narod.ru", "pm.me", "proton.me", "protonmail.ch", "ya.ru"];
    NAMES.contains(&domain) || domain.strip_prefix("yandex.").is_some_and(is_public_suffix)
}

/// A top-level domain that does not exist and is one slip away from `com`.
fn is_mistyped_com(top: &str) -> bool {
    const WRONG: [&str; 23] = [
        "ccom", "ckm", "clm", "cmo", "cmm", "cnm", "cok", "col", "comcom", "comm", "commm", "comn", "con", "conm", "coom", "cpm", "cvom",
        "cxom", "dom", "ocm", "vom", "xom", "xon",
    ];
    WRONG.binary_search(&top).is_ok()
}

/// Fastmail's own domains take anything at `user.domain`: the user and the domain.
pub(super) fn mailbox_domain(domain: &str) -> Option<(&str, &str)> {
    let (user, owner) = domain.split_once('.')?;
    (!user.is_empty() && is_fastmail(owner)).then_some((user, owner))
}

fn is_fastmail(domain: &str) -> bool {
    domain.strip_prefix("fastmail.").is_some_and(|top| !top.is_empty() && is_public_suffix(top)) || is_listed_fastmail(domain)
}

/// `yahoo.<country>` and Yahoo's other brands; Yahoo Japan is another company with other rules.
fn is_yahoo(domain: &str) -> bool {
    match domain {
        "yahoo.co.jp" => false,
        "ymail.com" | "y7mail.com" | "rocketmail.com" | "myyahoo.com" => true,
        _ => domain.strip_prefix("yahoo.").is_some_and(is_public_suffix),
    }
}

/// `com`, `it`, `co.uk`, `com.tr`: what a provider's country domain ends with.
fn is_public_suffix(top: &str) -> bool {
    let letters = |text: &str| matches!(text.len(), 2 | 3) && text.bytes().all(|byte| byte.is_ascii_lowercase());
    match top.split_once('.') {
        Some((second, country)) => matches!(second, "co" | "com" | "net" | "org") && country.len() == 2 && letters(country),
        None => letters(top),
    }
}

pub(super) fn is_free(domain: &str) -> bool {
    let by_country = |brand: &str| domain.strip_prefix(brand).is_some_and(is_public_suffix);
    is_listed_free(domain)
        || is_yahoo(domain)
        || is_fastmail(domain)
        || by_country("hotmail.")
        || by_country("live.")
        || by_country("outlook.")
}

pub(super) fn is_disposable(domain: &str) -> bool {
    let mut rest = domain;
    loop {
        if is_listed_disposable(rest) {
            return true;
        }
        match rest.split_once('.').filter(|(_, above)| above.contains('.')) {
            Some((_, above)) => rest = above,
            None => return false,
        }
    }
}

#[cfg(not(feature = "browser"))]
fn is_listed_free(domain: &str) -> bool {
    listed(&FREE, domain)
}

#[cfg(not(feature = "browser"))]
fn is_listed_fastmail(domain: &str) -> bool {
    listed(&FASTMAIL, domain)
}

/// Never false for a listed domain; true for one in 256 others.
#[cfg(feature = "browser")]
fn is_listed_free(domain: &str) -> bool {
    is_in_filter(FREE_FILTER, domain)
}

/// In a page, Fastmail's lesser domains are mailboxes like any other.
#[cfg(feature = "browser")]
fn is_listed_fastmail(_domain: &str) -> bool {
    false
}

#[cfg(not(feature = "browser"))]
fn is_listed_disposable(domain: &str) -> bool {
    listed(&DISPOSABLE, domain)
}

/// Never false for a listed domain; true for one in 256 others, of which the well-known ones are excepted.
#[cfg(feature = "browser")]
fn is_listed_disposable(domain: &str) -> bool {
    !is_free(domain) && is_in_filter(DISPOSABLE_FILTER, domain)
}

#[cfg(any(feature = "browser", test))]
fn is_in_filter(filter: &[u8], domain: &str) -> bool {
    let Some((seed, filter)) = filter.split_first_chunk() else { return false };
    let places = super::filter::places(domain, u64::from_le_bytes(*seed), filter.len());
    places.at.iter().fold(places.print, |print, at| print ^ filter.get(*at).copied().unwrap_or(0)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_found() {
        for list in [&DISPOSABLE, &FREE, &FASTMAIL] {
            assert!(list.iter().is_sorted_by(|a, b| a < b));
            assert!(list.iter().all(|(line, rest)| rest.is_empty() && listed(list, line) && !listed(list, &format!("{line}~"))));
        }
        assert!(MENDED.iter().is_sorted_by(|a, b| a < b));
        for (wrong, right) in MENDED.iter().copied() {
            assert_eq!(pair(&MENDED, wrong), Some((wrong, right)));
            assert_eq!(mended(right), right, "{right} is itself mended");
        }
        assert!(!listed(&DISPOSABLE, ""));
    }

    #[test]
    fn a_free_domain_is_neither_throw_away_nor_mended_away() {
        for (domain, _) in FREE.iter() {
            assert!(!is_disposable(domain), "{domain}");
            assert_eq!(mended(domain), *domain);
        }
    }

    #[test]
    fn the_filter_of_browsers_knows_every_listed_domain_and_hardly_any_other() {
        assert!(DISPOSABLE.iter().all(|(domain, _)| is_in_filter(DISPOSABLE_FILTER, domain)));
        assert!(FREE.iter().chain(FASTMAIL.iter()).all(|(domain, _)| is_in_filter(FREE_FILTER, domain)));
        let wrong = (0..100_000).filter(|number| is_in_filter(DISPOSABLE_FILTER, &format!("shop-{number}.example"))).count();
        assert!((200..600).contains(&wrong), "{wrong} of 100,000 are taken for throw-away domains");
        assert!(DISPOSABLE_FILTER.len() < 10_500, "{} bytes", DISPOSABLE_FILTER.len());
    }
}
