//! Dividing one fact among the units that share it, and the units above them (rule 9).

use crate::fact::{Credit, CreditMode};
use kernel::round_half_up;
use std::collections::BTreeMap;

/// What a unit gets: amount in fen, and count.
pub(crate) type Part = (i64, i64);

/// Divides `amount` and `count` by `credits`. Shares are rounded cumulatively, so that
/// they add up to the whole; a count under 按比例 goes to the first unit, the lead; a unit
/// above gets the sum of what lies beneath it, but never more than the whole, so that a
/// doubly credited fact counts once there.
pub(crate) fn split(credits: &[Credit], amount: i64, count: i64) -> BTreeMap<i64, Part> {
    let mut sums: BTreeMap<i64, (i128, i128)> = BTreeMap::new();
    let mut points_before: i64 = 0;
    for (place, credit) in credits.iter().enumerate() {
        let (own_amount, own_count) = match credit.mode {
            CreditMode::Exclusive | CreditMode::Double => (amount, count),
            CreditMode::Shared => {
                let upto =
                    |points: i64| round_half_up(i128::from(amount) * i128::from(points), 10_000);
                let points = points_before + credit.basis_points;
                let share = upto(points) - upto(points_before);
                points_before = points;
                let share = i64::try_from(share).expect("a share is no larger than its whole");
                (share, if place == 0 { count } else { 0 })
            }
        };
        for unit in std::iter::once(credit.unit).chain(credit.above.iter().copied()) {
            let sum = sums.entry(unit).or_default();
            sum.0 += i128::from(own_amount);
            sum.1 += i128::from(own_count);
        }
    }
    sums.into_iter()
        .map(|(unit, (sum_amount, sum_count))| {
            (unit, (capped(sum_amount, amount), capped(sum_count, count)))
        })
        .filter(|(_, part)| *part != (0, 0))
        .collect()
}

fn capped(sum: i128, whole: i64) -> i64 {
    #[cfg(test)]
    if crate::planted::is(crate::planted::Fault::SumOfChildren) {
        return i64::try_from(sum).expect("small in tests");
    }
    if sum.abs() > i128::from(whole).abs() {
        whole
    } else {
        i64::try_from(sum).expect("no larger than the whole, which is an i64")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CITY: i64 = 1;

    fn credit(unit: i64, basis_points: i64, mode: CreditMode) -> Credit {
        Credit {
            unit,
            above: vec![CITY],
            basis_points,
            mode,
        }
    }

    #[test]
    fn an_exclusive_fact_is_whole_for_its_unit_and_the_city() {
        let parts = split(&[credit(2, 10_000, CreditMode::Exclusive)], 70, 1);
        assert_eq!(parts, BTreeMap::from([(CITY, (70, 1)), (2, (70, 1))]));
    }

    #[test]
    fn a_doubly_credited_fact_counts_once_above() {
        let credits = [
            credit(2, 10_000, CreditMode::Double),
            credit(3, 10_000, CreditMode::Double),
        ];
        let parts = split(&credits, 70, 1);
        assert_eq!(
            parts,
            BTreeMap::from([(CITY, (70, 1)), (2, (70, 1)), (3, (70, 1))])
        );
    }

    #[test]
    fn a_shared_count_goes_to_the_lead() {
        let credits = [
            credit(2, 3_000, CreditMode::Shared),
            credit(3, 7_000, CreditMode::Shared),
        ];
        let parts = split(&credits, 1_001, 1);
        assert_eq!(
            parts,
            BTreeMap::from([(CITY, (1_001, 1)), (2, (300, 1)), (3, (701, 0))])
        );
    }

    proptest! {
        #[test]
        fn shares_add_up_to_the_whole(amount in -1_000_000_000_000i64..1_000_000_000_000, cut in 1i64..9_999, cut2 in 1i64..9_999) {
            let (low, high) = (cut.min(cut2), cut.max(cut2));
            let credits = [
                credit(2, low, CreditMode::Shared),
                credit(3, high - low, CreditMode::Shared),
                credit(4, 10_000 - high, CreditMode::Shared),
            ];
            let parts = split(&credits, amount, 1);
            let beneath: i64 = [2, 3, 4].iter().filter_map(|unit| parts.get(unit)).map(|part| part.0).sum();
            prop_assert_eq!(beneath, amount);
            prop_assert_eq!(parts.get(&CITY).map_or(0, |part| part.0), amount);
        }
    }
}
