//! Joins segments as bytes: what their numbers stand for is not known, and need not be.

use crate::index::build::{Pending, SegmentBuilder, set_bit};
use crate::index::layout::filter_bit;
use crate::index::segment::{Row, Segment, pack};

/// Joins an older and a newer segment. Entries of the older one that the newer one replaces or
/// removes are left out. `is_oldest` says that no segment lies below the older one, so that nothing
/// has to be remembered of what was replaced.
///
/// Segments read in different countries cannot be joined: `None`.
pub(crate) fn merge(older: &Segment, newer: &Segment, is_oldest: bool) -> Option<Vec<u8>> {
    if older.country() != newer.country() {
        return None;
    }
    let mut joined = SegmentBuilder { country: older.country(), ..SegmentBuilder::default() };
    joined.sets = older.sets().iter().chain(newer.sets()).copied().collect();
    if !is_oldest {
        joined.touched = older.touched().chain(newer.touched()).map(str::to_owned).collect();
    }
    let mut rows = Vec::with_capacity(older.rows() + newer.rows());
    for (segment, replaced_by) in [(older, Some(newer)), (newer, None)] {
        for (index, number) in segment.numbers() {
            let Some(row) = segment.row(index) else { continue };
            if replaced_by.is_some_and(|newer| newer.touches(&row.id)) {
                continue;
            }
            rows.push(joined.pending(number, &row));
        }
    }
    joined.rows = rows;
    Some(match (older.partner_list(), newer.partner_list()) {
        (Some(older), Some(newer)) => {
            joined.partners = older.chain(newer).collect();
            joined.finish()
        }
        (None, Some(few)) => joined.write_with(older.partner_filter(), few),
        (Some(few), None) => joined.write_with(newer.partner_filter(), few),
        (None, None) => {
            let (mut filter, bits) = union(older.partner_filter(), newer.partner_filter());
            filter.truncate(bits.div_ceil(8));
            joined.write(&filter, bits)
        }
    })
}

/// Two filters as one of the larger one's size: a bit of the smaller one covers every bit that the
/// same values could have there, so that no value is lost.
fn union((left, left_bits): (&[u8], usize), (right, right_bits): (&[u8], usize)) -> (Vec<u8>, usize) {
    let ((large, bits), (small, fewer)) =
        if left_bits >= right_bits { ((left, left_bits), (right, right_bits)) } else { ((right, right_bits), (left, left_bits)) };
    let mut filter = large.to_vec();
    let is_set = |bit: usize| small.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1);
    for bit in (0..fewer).filter(|bit| is_set(*bit)) {
        let (begin, end) = (scaled(bit, bits, fewer), scaled(bit + 1, bits, fewer) + 1);
        (begin..=end.min(bits.saturating_sub(1))).for_each(|bit| set_bit(&mut filter, bit));
    }
    (filter, bits)
}

/// `bit * bits / fewer`, rounded down.
fn scaled(bit: usize, bits: usize, fewer: usize) -> usize {
    let wide = |number: usize| u128::try_from(number).unwrap_or(u128::MAX);
    usize::try_from(wide(bit) * wide(bits) / wide(fewer.max(1))).unwrap_or(usize::MAX)
}

impl SegmentBuilder {
    /// Adds a few values to a large filter of the same size.
    fn write_with(self, (filter, bits): (&[u8], usize), few: impl Iterator<Item = u64>) -> Vec<u8> {
        let mut filter = filter.to_vec();
        few.for_each(|fingerprint| set_bit(&mut filter, filter_bit(fingerprint, bits)));
        self.write(&filter, bits)
    }

    fn pending(&mut self, number: u64, row: &Row<'_>) -> Pending {
        let (prefix, id) = self.id(&row.id);
        Pending {
            number,
            prefix,
            id,
            term: self.terms.short(pack(row.effect, row.points)),
            shape: self.shapes.short(row.fields),
            reason: self.reasons.index(row.reason),
            expires_at: row.expires_at,
        }
    }
}
