//! Numbers as prose says them: 1300余, 近1000 (domain rule 6).

/// N余: more than N and less than N and one of N's last place that is not zero; 1301 to
/// 1399 are 1300余, 71 to 79 are 70余. N keeps two digits, one below a hundred. A number
/// that is such an N itself, or has one digit, is said as it is.
pub(crate) fn over(number: i64) -> String {
    let place = last_place(number);
    let round = number / place * place;
    if round == number || round <= 0 {
        number.to_string()
    } else {
        format!("{round}余")
    }
}

/// 近N: 0.95 N or more and less than N, where N has one digit that is not zero; 950 to 999
/// are 近1000. A number that is not so near is said as it is.
pub(crate) fn near(number: i64) -> String {
    let unit = i128::from(power_below(number));
    let exact = i128::from(number);
    let round = (exact / unit + 1) * unit;
    if exact > 0 && exact * 100 >= round * 95 {
        format!("近{round}")
    } else {
        number.to_string()
    }
}

/// The place of a number's second digit; of its first below a hundred.
fn last_place(number: i64) -> i64 {
    match power_below(number) {
        power if power >= 100 => power / 10,
        power => power,
    }
}

/// The largest power of ten that is not above the number's magnitude; 1 for 0.
fn power_below(number: i64) -> i64 {
    let magnitude = number.unsigned_abs().max(1);
    10_i64.pow(magnitude.ilog10())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_keeps_two_digits_and_leaves_a_round_number_alone() {
        let said = [
            (1_301, "1300余"),
            (1_399, "1300余"),
            (1_300, "1300"),
            (1_400, "1400"),
            (731, "730余"),
            (739, "730余"),
            (71, "70余"),
            (79, "70余"),
            (70, "70"),
            (7, "7"),
            (0, "0"),
            (23_456, "23000余"),
        ];
        for (number, text) in said {
            assert_eq!(over(number), text);
        }
    }

    #[test]
    fn near_is_within_a_twentieth_below_a_round_number() {
        let said = [
            (950, "近1000"),
            (999, "近1000"),
            (949, "949"),
            (1_000, "1000"),
            (380, "近400"),
            (399, "近400"),
            (379, "379"),
            (400, "400"),
            (0, "0"),
        ];
        for (number, text) in said {
            assert_eq!(near(number), text);
        }
    }

    #[test]
    fn the_largest_numbers_are_said_too() {
        assert_eq!(near(i64::MAX), i64::MAX.to_string());
        assert!(over(i64::MAX).ends_with('余'));
    }
}
