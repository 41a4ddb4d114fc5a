//! Unified social credit codes (GB 32100-2015) of companies that do not exist:
//! the organisation number begins with `DEM`, which no authority issues, and
//! both check digits are right.

const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The code of the demo's company `number`, registered in `division` (6 digits).
pub(crate) fn credit_code(division: &str, number: usize) -> String {
    let organisation = format!("DEM{:05}", number % 100_000);
    let check = organisation_check(organisation.as_bytes());
    let body = format!("91{division}{organisation}{check}");
    let last = check_digit(body.as_bytes()).expect("the body is made of the code's alphabet");
    format!("{body}{last}")
}

/// The check character of an organisation number (GB 11714-1997).
fn organisation_check(number: &[u8]) -> char {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = number
        .iter()
        .zip(WEIGHTS)
        .map(|(byte, weight)| {
            weight
                * char::from(*byte)
                    .to_digit(36)
                    .expect("digits and capitals only")
        })
        .sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).expect("below 10"),
    }
}

/// The 18th character for the 17 before it: weights 3^(i−1) mod 31,
/// (31 − Σ mod 31) mod 31. None for characters outside the alphabet.
fn check_digit(body: &[u8]) -> Option<char> {
    let mut weight = 1;
    let mut sum = 0;
    for byte in body {
        sum += ALPHABET.iter().position(|letter| letter == byte)? * weight;
        weight = weight * 3 % 31;
    }
    Some(char::from(ALPHABET[(31 - sum % 31) % 31]))
}

/// Whether a code has 18 characters and the right check digit.
pub fn is_credit_code(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() == 18 && check_digit(&bytes[..17]) == Some(char::from(bytes[17]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_an_authority_passes_and_a_changed_one_does_not() {
        assert!(is_credit_code("11370300004224423Q"));
        assert!(!is_credit_code("11370300004224432Q"));
    }

    #[test]
    fn made_codes_pass_the_check_and_differ() {
        let first = credit_code("370303", 1);
        assert!(is_credit_code(&first), "{first}");
        assert!(first.contains("DEM"));
        assert_ne!(first, credit_code("370303", 2));
    }
}
