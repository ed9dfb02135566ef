//! Signatures: authenticators write r and s in DER, Web Crypto takes 32 bytes of each.

/// r and s of a DER signature; `None` for anything that is not exactly that.
pub(crate) fn signature(der: &[u8]) -> Option<[u8; 64]> {
    let [0x30, length, rest @ ..] = der else { return None };
    // Two numbers of 33 bytes stay far below 128.
    if usize::from(*length) != rest.len() {
        return None;
    }
    let (r, rest) = number(rest)?;
    let (s, rest) = number(rest)?;
    let mut both = [0; 64];
    let (first, second) = both.split_at_mut(32);
    first.copy_from_slice(&r);
    second.copy_from_slice(&s);
    rest.is_empty().then_some(both)
}

/// A positive number of at most 32 bytes in its shortest form, and what follows it.
fn number(der: &[u8]) -> Option<([u8; 32], &[u8])> {
    let [0x02, length, rest @ ..] = der else { return None };
    let (bytes, rest) = rest.split_at_checked(usize::from(*length))?;
    let digits = match bytes {
        [0, high, ..] if *high >= 0x80 => bytes.get(1..)?,
        [1..=0x7f, ..] => bytes,
        _ => return None,
    };
    let mut number = [0; 32];
    number.get_mut(32_usize.checked_sub(digits.len())?..)?.copy_from_slice(digits);
    Some((number, rest))
}
