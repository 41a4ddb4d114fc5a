//! Codes of GB/T 4754-2017, by their form.

/// Whether `code` has the form of a GB/T 4754-2017 code: a section letter A to T, or a
/// division (01 to 97), group or class of two to four digits, with or without the letter.
pub(crate) fn is_industry_code(code: &str) -> bool {
    let digits = match code.as_bytes() {
        [b'A'..=b'T', rest @ ..] => rest,
        all => all,
    };
    if digits.is_empty() {
        return !code.is_empty();
    }
    let division = match digits {
        [tens @ b'0'..=b'9', units @ b'0'..=b'9', ..] => (tens - b'0') * 10 + (units - b'0'),
        _ => return false,
    };
    (2..=4).contains(&digits.len())
        && digits.iter().all(u8::is_ascii_digit)
        && (1..=97).contains(&division)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn forms_of_the_standard_are_told_from_others() {
        for code in ["C", "C26", "26", "266", "2669", "C2669", "97"] {
            assert!(is_industry_code(code), "{code}");
        }
        for code in [
            "", "U", "U26", "c26", "2", "26690", "00", "98", "C2x", "化工",
        ] {
            assert!(!is_industry_code(code), "{code}");
        }
    }

    #[test]
    fn every_code_of_the_standard_has_the_form() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../../shared/data/gbt4754/gbt4754-2017.csv");
        let Ok(text) = std::fs::read_to_string(path) else {
            println!("skipped: ../shared/data/gbt4754 is not here");
            return;
        };
        for line in text.lines().skip(1) {
            let code = line.split(',').nth(1).unwrap();
            assert!(is_industry_code(code), "{code}");
        }
    }
}
