//! Dividing an entry among the units of its day.

use super::exact::half_up;
use super::history::{Mode, Share};
use std::collections::BTreeMap;

/// What a unit has of an entry that is worth `whole`: its own part and its children's,
/// and never more than the whole.
pub(crate) fn part_of(
    unit: i64,
    shares: &[Share],
    parents: &BTreeMap<i64, i64>,
    whole: i128,
    is_count: bool,
) -> i128 {
    let mut sum = own_part(unit, shares, whole, is_count);
    for (child, parent) in parents {
        if *parent == unit {
            sum += part_of(*child, shares, parents, whole, is_count);
        }
    }
    if whole >= 0 {
        sum.min(whole)
    } else {
        sum.max(whole)
    }
}

fn own_part(unit: i64, shares: &[Share], whole: i128, is_count: bool) -> i128 {
    let mut points_before = 0;
    for (place, share) in shares.iter().enumerate() {
        let points_after = points_before + share.points;
        if share.unit == unit {
            return match share.mode {
                Mode::Sole | Mode::Both => whole,
                Mode::Split if is_count && place == 0 => whole,
                Mode::Split if is_count => 0,
                Mode::Split => {
                    half_up(whole * points_after, 10_000) - half_up(whole * points_before, 10_000)
                }
            };
        }
        points_before = points_after;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    const CITY: i64 = 1;

    fn parents() -> BTreeMap<i64, i64> {
        [(2, CITY), (3, CITY), (4, 3), (5, 3)].into()
    }

    fn share(unit: i64, points: i128, mode: Mode) -> Share {
        Share { unit, points, mode }
    }

    #[test]
    fn two_units_with_the_whole_make_one_whole_above() {
        let shares = [share(4, 10_000, Mode::Both), share(5, 10_000, Mode::Both)];
        for unit in [4, 5, 3, CITY] {
            assert_eq!(part_of(unit, &shares, &parents(), -70, false), -70);
        }
        assert_eq!(part_of(2, &shares, &parents(), -70, false), 0);
    }

    #[test]
    fn rounded_shares_add_up_and_a_count_goes_to_the_lead() {
        let shares = [
            share(4, 3_333, Mode::Split),
            share(2, 3_333, Mode::Split),
            share(5, 3_334, Mode::Split),
        ];
        let parts = [4, 2, 5].map(|unit| part_of(unit, &shares, &parents(), 100, false));
        assert_eq!(parts, [33, 34, 33]);
        assert_eq!(part_of(3, &shares, &parents(), 100, false), 66);
        assert_eq!(part_of(CITY, &shares, &parents(), 100, false), 100);
        let counts = [4, 2, 5, 3, CITY].map(|unit| part_of(unit, &shares, &parents(), 1, true));
        assert_eq!(counts, [1, 0, 0, 1, 1]);
    }
}
