//! What is known of e-mail providers; the lists are files under `data/`.

#[cfg(not(feature = "browser"))]
use super::lines::listed;
use super::lines::{Lines, lines, pair};

/// Which list of throw-away domains decides `is_disposable`; stored with every check.
pub const DISPOSABLE_DATA: &str = "disposable:2026-08";

/// The lists as filters, made by the build script: in place of 118 kB of domains 30, with which one
/// domain in 268 million is taken for a listed one; in pages 8, with which it is one in 128. Free is
/// what is in either list of free mailboxes.
#[cfg(any(not(feature = "browser"), test))]
static DISPOSABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/disposable.exact"));
#[cfg(any(feature = "browser", test))]
static DISPOSABLE_IN_PAGES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/disposable.filter"));
#[cfg(any(feature = "browser", test))]
static FREE_IN_PAGES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/free.filter"));
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
        return Some([name, ".com"].concat());
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
    is_in_filter(FREE_IN_PAGES, domain)
}

/// In a page, Fastmail's lesser domains are mailboxes like any other.
#[cfg(feature = "browser")]
fn is_listed_fastmail(_domain: &str) -> bool {
    false
}

#[cfg(not(feature = "browser"))]
fn is_listed_disposable(domain: &str) -> bool {
    is_in_filter(DISPOSABLE, domain)
}

/// Never false for a listed domain; true for one in 128 others, of which the well-known ones are excepted.
#[cfg(feature = "browser")]
fn is_listed_disposable(domain: &str) -> bool {
    !is_free(domain) && is_in_filter(DISPOSABLE_IN_PAGES, domain)
}

fn is_in_filter(filter: &[u8], domain: &str) -> bool {
    // Longer than any name in DNS, which keeps long input cheap.
    if domain.len() > 253 {
        return false;
    }
    let [seed, bits, columns @ ..] = filter else { return false };
    let bytes = columns.len().checked_div(usize::from(*bits)).unwrap_or(0);
    let row = super::filter::row(domain, *seed, bytes * 8);
    (0..usize::from(*bits)).all(|bit| {
        let stretch = columns.get(bit * bytes + row.start / 8..).and_then(|from| from.first_chunk());
        let picked = stretch.map_or(0, |stretch| (u64::from_le_bytes(*stretch) >> (row.start % 8)) & row.picks);
        u64::from(picked.count_ones()) & 1 == (row.print >> bit) & 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_found() {
        for list in [&FREE, &FASTMAIL] {
            assert!(list.iter().is_sorted_by(|a, b| a < b));
            assert!(list.iter().all(|(line, rest)| rest.is_empty() && listed(list, line) && !listed(list, &format!("{line}~"))));
        }
        assert!(MENDED.iter().is_sorted_by(|a, b| a < b));
        for (wrong, right) in MENDED.iter().copied() {
            assert_eq!(pair(&MENDED, wrong), Some((wrong, right)));
            assert_eq!(mended(right), right, "{right} is itself mended");
        }
    }

    #[test]
    fn a_free_domain_is_neither_throw_away_nor_mended_away() {
        for (domain, _) in FREE.iter() {
            assert!(!is_disposable(domain), "{domain}");
            assert_eq!(mended(domain), *domain);
        }
    }

    #[test]
    fn the_filters_know_every_listed_domain_and_hardly_any_other() {
        static LISTED: Lines = lines!("email_disposable.txt");
        assert!(LISTED.len() > 8_000 && LISTED.iter().is_sorted_by(|a, b| a < b));
        for (domain, _) in LISTED.iter() {
            assert!(is_in_filter(DISPOSABLE, domain) && is_in_filter(DISPOSABLE_IN_PAGES, domain), "{domain}");
        }
        assert!(FREE.iter().chain(FASTMAIL.iter()).all(|(domain, _)| is_in_filter(FREE_IN_PAGES, domain)));
        let wrong = |filter| (0..100_000).filter(|number| is_in_filter(filter, &format!("shop-{number}.example"))).count();
        assert_eq!(wrong(DISPOSABLE), 0);
        let (in_pages, free) = (wrong(DISPOSABLE_IN_PAGES), wrong(FREE_IN_PAGES));
        assert!((650..950).contains(&in_pages), "{in_pages} of 100,000 are taken for throw-away domains");
        assert!((300..500).contains(&free), "{free} of 100,000 are taken for free ones");
        let sizes = (DISPOSABLE.len(), DISPOSABLE_IN_PAGES.len(), FREE_IN_PAGES.len());
        assert!(sizes.0 < 30_500 && sizes.1 < 7_700 && sizes.2 < 560, "{sizes:?} bytes");
    }
}
