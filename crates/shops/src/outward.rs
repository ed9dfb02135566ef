//! Which addresses may be called: public hosts by https. What a shop types as its address must not
//! reach into the network the Worker runs in.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Why an address is not called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inward {
    /// It is no address.
    NoUrl,
    /// It is not https.
    NotHttps,
    /// It carries a user name or password.
    Credentials,
    /// It names a port other than 443.
    Port,
    /// Its host is this machine, a private network, or reserved.
    PrivateHost,
}

impl std::fmt::Display for Inward {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::NoUrl => "is not an address such as https://shop.example",
            Self::NotHttps => "must begin with https://",
            Self::Credentials => "must not hold a user name or a password",
            Self::Port => "must not name a port",
            Self::PrivateHost => "names a host of a private network",
        })
    }
}

impl std::error::Error for Inward {}

/// The address without a trailing slash, query or fragment, if it may be called. `loopback` admits
/// this machine, by http and on any port, for tests.
///
/// # Errors
/// Why it is not called.
pub fn outward(address: &str, loopback: bool) -> Result<String, Inward> {
    let mut url = Url::parse(address.trim()).map_err(|_| Inward::NoUrl)?;
    let host = url.host().ok_or(Inward::NoUrl)?;
    let own = match &host {
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(name) => *name == "localhost",
    };
    if !(loopback && own) {
        if url.scheme() != "https" {
            return Err(Inward::NotHttps);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Inward::Credentials);
        }
        let public = match host {
            Host::Ipv4(address) => is_public(IpAddr::V4(address)),
            Host::Ipv6(address) => is_public(IpAddr::V6(address)),
            Host::Domain(name) => is_public_name(name),
        };
        if !public {
            return Err(Inward::PrivateHost);
        }
        if url.port().is_some() {
            return Err(Inward::Port);
        }
    }
    url.set_query(None);
    url.set_fragment(None);
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// Names that no public host has.
fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    let inward = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "test", "invalid", "onion", "arpa"];
    name.contains('.') && !inward.iter().any(|end| name == *end || name.strip_suffix(end).is_some_and(|rest| rest.ends_with('.')))
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_public_v4(v4),
            None => is_public_v6(v6),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    // Only global unicast is public, and of that not the documentation, tunnels and translations.
    (0x2000..0x4000).contains(&first) && !(first == 0x2001 && (second < 0x200 || second == 0x0db8)) && first != 0x2002
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_hosts_by_https_are_called() {
        for (address, kept) in [
            ("https://shop.example.com/", "https://shop.example.com"),
            (" https://shop.example.com/store/ ", "https://shop.example.com/store"),
            ("https://shop.example.com/?a=b#c", "https://shop.example.com"),
            ("https://8.8.8.8", "https://8.8.8.8"),
            ("https://[2606:4700::1111]", "https://[2606:4700::1111]"),
        ] {
            assert_eq!(outward(address, false).as_deref(), Ok(kept), "{address}");
        }
    }

    #[test]
    fn private_networks_are_not_in_whatever_spelling() {
        for host in [
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "[::1]",
            "[::]",
            "[::ffff:10.0.0.1]",
            "[::ffff:169.254.169.254]",
            "[fe80::1]",
            "[fc00::1]",
            "[2001:db8::1]",
            "[2002:7f00:1::]",
            "[64:ff9b::7f00:1]",
            "localhost",
            "LOCALHOST",
            "shop.local",
            "metadata.google.internal",
            "intranet",
            "a.localhost.",
        ] {
            assert_eq!(outward(&format!("https://{host}/"), false), Err(Inward::PrivateHost), "{host}");
        }
    }

    #[test]
    fn what_else_is_refused() {
        for (address, why) in [
            ("", Inward::NoUrl),
            ("shop.example.com", Inward::NoUrl),
            ("https://", Inward::NoUrl),
            ("http://shop.example.com", Inward::NotHttps),
            ("ftp://shop.example.com", Inward::NotHttps),
            ("javascript:alert(1)", Inward::NoUrl),
            ("https://user@shop.example.com", Inward::Credentials),
            ("https://user:secret@shop.example.com", Inward::Credentials),
            ("https://shop.example.com:8443", Inward::Port),
        ] {
            assert_eq!(outward(address, false), Err(why), "{address}");
        }
    }

    #[test]
    fn this_machine_only_for_tests() {
        assert_eq!(outward("http://127.0.0.1:9000/", true).as_deref(), Ok("http://127.0.0.1:9000"));
        assert_eq!(outward("http://10.0.0.1/", true), Err(Inward::NotHttps));
    }
}
