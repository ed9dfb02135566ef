//! What postcodes of a country look like, from `data/postcode_shapes.txt` (lines `country shape …`,
//! sorted; `9` is a digit, `A` a letter).

use super::Postcode;
use super::lines::{Lines, lines, pair};

static SHAPES: Lines = lines!("postcode_shapes.txt");

/// Whether a postcode looks like one of its country, an upper-case code; `None` when the country's are
/// not listed.
pub(crate) fn postcode_fits(postcode: &Postcode, country: &str) -> Option<bool> {
    let (_, shapes) = pair(&SHAPES, country)?;
    let of = |byte: u8| if byte.is_ascii_digit() { b'9' } else { b'A' };
    Some(shapes.split(' ').any(|shape| shape.bytes().eq(postcode.full.bytes().map(of))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_shape_is_one() {
        assert!(SHAPES.iter().is_sorted_by(|left, right| left.0 < right.0));
        assert!(SHAPES.iter().all(|(country, shapes)| country.len() == 2 && shapes.bytes().all(|byte| matches!(byte, b'9' | b'A' | b' '))));
    }
}
