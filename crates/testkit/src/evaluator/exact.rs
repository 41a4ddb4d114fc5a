//! Arithmetic by hand: integers and fractions of integers.

/// `numerator / denominator`, halves away from zero. The denominator is positive.
///
/// # Panics
/// If it is not.
pub fn half_up(numerator: i128, denominator: i128) -> i128 {
    assert!(denominator > 0, "nothing is divided by {denominator}");
    let size = if numerator < 0 { -numerator } else { numerator };
    let mut whole = size / denominator;
    let rest = size - whole * denominator;
    if rest + rest >= denominator {
        whole += 1;
    }
    if numerator < 0 { -whole } else { whole }
}

/// `part` of `whole` in tenths of a percent; nothing without a positive whole.
pub fn tenths_of_percent(part: i128, whole: i128) -> Option<i128> {
    if whole <= 0 {
        None
    } else {
        Some(half_up(part * 1000, whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        let cases = [
            (5, 2, 3),
            (-5, 2, -3),
            (4, 3, 1),
            (-4, 3, -1),
            (7, 7, 1),
            (0, 9, 0),
        ];
        for (numerator, denominator, wanted) in cases {
            assert_eq!(half_up(numerator, denominator), wanted);
        }
    }

    #[test]
    fn the_newspapers_percentages_come_out() {
        assert_eq!(tenths_of_percent(243, 400), Some(608));
        assert_eq!(tenths_of_percent(2_167, 6_500), Some(333));
        assert_eq!(tenths_of_percent(324, 437), Some(741));
        assert_eq!(tenths_of_percent(1, 0), None);
    }
}
