//! IP addresses of orders, and the addresses and ranges of entries.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

/// The address an order came from. An IPv6 address that carries an IPv4 one is that IPv4 address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IpKey(IpAddr);

impl IpKey {
    /// Reads `1.1.1.1`, `1.1.1.1:443`, `2001:db8::1`, `[2001:db8::1]:443` or `fe80::1%eth0`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (text, port) = match text.strip_prefix('[') {
            Some(rest) => rest.split_once(']')?,
            None => match text.split_once(':') {
                Some((v4, port)) if v4.contains('.') && !port.contains(':') => (v4, port),
                _ => (text, ""),
            },
        };
        let port = port.strip_prefix(':').unwrap_or(port);
        if !port.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let text = text.split_once('%').map_or(text, |(address, _)| address);
        text.parse().ok().map(|address| Self(unmapped(address)))
    }

    /// Reads the address of an order: a shop behind proxies may send a list, of which the first is
    /// the buyer's.
    pub fn of_order(text: &str) -> Option<Self> {
        Self::parse(text.split(',').next()?)
    }

    /// The address itself.
    pub fn address(&self) -> IpAddr {
        self.0
    }

    /// The range of this address and no other.
    pub(crate) fn alone(self) -> IpRange {
        IpRange::new(self.0, if self.0.is_ipv4() { 32 } else { 128 })
    }

    /// The lowest address of a range.
    pub(crate) fn first_of(range: IpRange) -> Self {
        Self(range.first)
    }

    /// The range that a plain entry for this address covers: itself for IPv4, its /64 for IPv6
    /// (one household or server, whatever its privacy extensions).
    pub fn network(&self) -> IpRange {
        IpRange::new(self.0, if self.0.is_ipv4() { 32 } else { 64 })
    }
}

impl fmt::Display for IpKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The address or range of an entry. Displays as `1.1.1.1`, `10.0.0.0/8` or `2001:db8::/64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IpRange {
    first: IpAddr,
    length: u8,
}

impl IpRange {
    /// Reads an address or a CIDR range; bits behind the prefix are ignored, a plain IPv6 address is
    /// its /64. Ranges wider than /8 (IPv4) or /16 (IPv6) are refused (contract: guards). The error
    /// is one lower-case sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address.trim_end(), Some(length.trim_start())),
            None => (text, None),
        };
        let shape = || format!("`{text}` is not an IP address or range; use \"1.1.1.1\", \"10.0.0.0/8\" or \"2001:db8::/64\"");
        let Some(length) = length else {
            return IpKey::parse(address).map(|address| address.network()).ok_or_else(shape);
        };
        let address: IpAddr = address.parse().map_err(|_| shape())?;
        let most: u8 = if address.is_ipv4() { 32 } else { 128 };
        let digits = !length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit());
        let length: u8 = match length.parse() {
            Ok(length) if digits && length <= most => length,
            _ if digits => return Err(format!("the prefix length must be at most {most}, this is /{length}")),
            _ => return Err(shape()),
        };
        let (address, length) = match (address, unmapped(address)) {
            (IpAddr::V6(_), v4 @ IpAddr::V4(_)) if length >= 96 => (v4, length - 96),
            _ => (address, length),
        };
        let (least, kind) = if address.is_ipv4() { (8, "IPv4") } else { (16, "IPv6") };
        if length < least {
            return Err(format!("must not be wider than /{least} for {kind}, this is /{length}"));
        }
        Ok(Self::new(address, length))
    }

    fn new(address: IpAddr, length: u8) -> Self {
        let first = match address {
            IpAddr::V4(v4) => IpAddr::V4((u32::from(v4) & u32::MAX.checked_shl(32 - u32::from(length)).unwrap_or(0)).into()),
            IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & u128::MAX.checked_shl(128 - u32::from(length)).unwrap_or(0)).into()),
        };
        Self { first, length }
    }

    /// The range that [`IpKey::network`] gives for every address in this one, when there is one.
    pub(crate) fn household(&self) -> Option<Self> {
        let length = if self.first.is_ipv4() { 32 } else { 64 };
        (self.length >= length).then(|| Self::new(self.first, length))
    }

    /// Whether the address lies in this range.
    pub fn contains(&self, key: &IpKey) -> bool {
        self.first.is_ipv4() == key.0.is_ipv4() && Self::new(key.0, self.length).first == self.first
    }

    /// The lowest address' bytes, four or sixteen, and the length of the prefix.
    pub(crate) fn to_bits(self) -> (Vec<u8>, u8) {
        let first = match self.first {
            IpAddr::V4(v4) => v4.octets().to_vec(),
            IpAddr::V6(v6) => v6.octets().to_vec(),
        };
        (first, self.length)
    }

    /// From what [`to_bits`](Self::to_bits) gave; `None` for other bytes.
    pub(crate) fn of_bits(first: &[u8], length: u8) -> Option<Self> {
        let (address, most): (IpAddr, u8) = match first.len() {
            4 => (<[u8; 4]>::try_from(first).ok()?.into(), 32),
            _ => (<[u8; 16]>::try_from(first).ok()?.into(), 128),
        };
        (length <= most).then(|| Self::new(address, length))
    }

    /// The lowest address of the range.
    pub fn first(&self) -> IpAddr {
        self.first
    }

    /// How many leading bits are fixed: 8 to 32 for IPv4, 16 to 128 for IPv6.
    pub fn prefix_length(&self) -> u8 {
        self.length
    }
}

impl fmt::Display for IpRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first.is_ipv4() && self.length == 32 { self.first.fmt(out) } else { write!(out, "{}/{}", self.first, self.length) }
    }
}

fn unmapped(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => Ipv6Addr::to_ipv4_mapped(&v6).map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_addresses_of_orders() {
        for (input, want) in [
            ("1.1.1.1", "1.1.1.1"),
            (" 1.1.1.1:8080 ", "1.1.1.1"),
            ("::ffff:1.1.1.1", "1.1.1.1"),
            ("[::ffff:101:101]:80", "1.1.1.1"),
            ("[2001:DB8::0:1]", "2001:db8::1"),
            ("2001:db8::1%eth0", "2001:db8::1"),
            ("1.1.1", ""),
            ("1.1.1.1:x", ""),
            ("1.1.1.256", ""),
            ("01.1.1.1", ""),
            ("", ""),
            ("[::1", ""),
            ("unknown", ""),
        ] {
            assert_eq!(IpKey::parse(input).map(|key| key.to_string()).unwrap_or_default(), want, "{input:?}");
        }
    }

    #[test]
    fn reads_the_ranges_of_entries() {
        for (input, want) in [
            ("1.1.1.1", Ok("1.1.1.1")),
            ("1.1.1.1/32", Ok("1.1.1.1")),
            ("10.1.2.3/8", Ok("10.0.0.0/8")),
            ("2001:db8:1:2:3::4", Ok("2001:db8:1:2::/64")),
            ("2001:db8::1/128", Ok("2001:db8::1/128")),
            ("2001:db8::/16", Ok("2001::/16")),
            ("::ffff:10.1.2.3/104", Ok("10.0.0.0/8")),
            ("::ffff:10.1.2.3", Ok("10.1.2.3")),
            ("10.0.0.0/4", Err("must not be wider than /8 for IPv4, this is /4")),
            ("0.0.0.0/0", Err("must not be wider than /8 for IPv4, this is /0")),
            ("::/15", Err("must not be wider than /16 for IPv6, this is /15")),
            ("::ffff:10.1.2.3/100", Err("must not be wider than /8 for IPv4, this is /4")),
            ("10.0.0.0/33", Err("the prefix length must be at most 32, this is /33")),
            ("10.0.0.0/999", Err("the prefix length must be at most 32, this is /999")),
            ("10.0.0.0/+8", Err("`10.0.0.0/+8` is not an IP address or range; use \"1.1.1.1\", \"10.0.0.0/8\" or \"2001:db8::/64\"")),
            ("x", Err("`x` is not an IP address or range; use \"1.1.1.1\", \"10.0.0.0/8\" or \"2001:db8::/64\"")),
        ] {
            assert_eq!(IpRange::parse(input).map(|range| range.to_string()), want.map(str::to_owned).map_err(str::to_owned), "{input:?}");
        }
    }

    #[test]
    fn a_plain_v6_entry_covers_its_household() {
        let contains = |range: &str, address: &str| IpRange::parse(range).unwrap().contains(&IpKey::parse(address).unwrap());
        assert!(contains("2001:db8:1:2::5", "2001:db8:1:2:ffff::1"));
        assert!(!contains("2001:db8:1:2::5", "2001:db8:1:3::5"));
        assert!(contains("10.0.0.0/8", "::ffff:10.9.9.9"));
        assert!(!contains("10.0.0.0/8", "11.0.0.1"));
        assert!(!contains("::/16", "0.0.0.0"));
    }
}
