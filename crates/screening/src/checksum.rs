//! XXH64 (<https://github.com/Cyan4973/xxHash>, specification 0.1.1): tells whether bytes are those that were written, at the speed
//! of reading them. It keeps no secret; fingerprints of values are keyed and live in `index/atom.rs`.

const PRIMES: [u64; 5] =
    [0x9e37_79b1_85eb_ca87, 0xc2b2_ae3d_27d4_eb4f, 0x1656_67b1_9e37_79f9, 0x85eb_ca77_c2b2_ae63, 0x27d4_eb2f_1656_67c5];

/// The checksum of `bytes`; `seed` tells uses apart.
pub(crate) fn checksum(seed: u64, bytes: &[u8]) -> u64 {
    let [one, two, three, four, five] = PRIMES;
    let (stripes, rest) = bytes.as_chunks::<32>();
    let mut sum = if stripes.is_empty() {
        seed.wrapping_add(five)
    } else {
        let mut lanes = [seed.wrapping_add(one).wrapping_add(two), seed.wrapping_add(two), seed, seed.wrapping_sub(one)];
        for stripe in stripes {
            let (words, _) = stripe.as_chunks::<8>();
            for (lane, word) in lanes.iter_mut().zip(words) {
                *lane = round(*lane, u64::from_le_bytes(*word));
            }
        }
        let [a, b, c, d] = lanes;
        let joined = a.rotate_left(1).wrapping_add(b.rotate_left(7)).wrapping_add(c.rotate_left(12)).wrapping_add(d.rotate_left(18));
        lanes.iter().fold(joined, |sum, lane| (sum ^ round(0, *lane)).wrapping_mul(one).wrapping_add(four))
    };
    sum = sum.wrapping_add(u64::try_from(bytes.len()).unwrap_or(0));
    let (words, rest) = rest.as_chunks::<8>();
    for word in words {
        sum = (sum ^ round(0, u64::from_le_bytes(*word))).rotate_left(27).wrapping_mul(one).wrapping_add(four);
    }
    let (halves, rest) = rest.as_chunks::<4>();
    for half in halves {
        sum = (sum ^ u64::from(u32::from_le_bytes(*half)).wrapping_mul(one)).rotate_left(23).wrapping_mul(two).wrapping_add(three);
    }
    for byte in rest {
        sum = (sum ^ u64::from(*byte).wrapping_mul(five)).rotate_left(11).wrapping_mul(one);
    }
    sum = (sum ^ sum >> 33).wrapping_mul(two);
    sum = (sum ^ sum >> 29).wrapping_mul(three);
    sum ^ sum >> 32
}

fn round(lane: u64, word: u64) -> u64 {
    let [one, two, ..] = PRIMES;
    lane.wrapping_add(word.wrapping_mul(two)).rotate_left(31).wrapping_mul(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_published_sums() {
        for (text, sum) in [
            ("", 0xef46_db37_51d8_e999),
            ("a", 0xd24e_c4f1_a98c_6e5b),
            ("abc", 0x44bc_2cf5_ad77_0999),
            ("Nobody inspects the spammish repetition", 0xfbce_a83c_8a37_8bf1),
        ] {
            assert_eq!(checksum(0, text.as_bytes()), sum, "{text}");
        }
    }

    #[test]
    fn every_bit_of_any_length_counts() {
        for length in 0..100 {
            let bytes = vec![7u8; length];
            let sum = checksum(1, &bytes);
            assert_ne!(sum, checksum(2, &bytes));
            for bit in 0..length * 8 {
                let mut other = bytes.clone();
                other[bit / 8] ^= 1 << (bit % 8);
                assert_ne!(checksum(1, &other), sum, "bit {bit} of {length} bytes");
            }
        }
    }
}
