//! An exact decimal number, as a cell shows it. Excel stores binary floating
//! point and shows at most 15 significant digits; those digits are what the
//! office meant, so a float is turned into them once, at the border, and is
//! never computed on.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// Significant digits that Excel keeps and shows.
const EXCEL_DIGITS: usize = 15;
/// All whole numbers below it have at most 15 digits.
const FIFTEEN_DIGITS: f64 = 1e15;

/// `coefficient × 10^-scale`, without trailing zeros, so that equal numbers
/// are equal values. A negative scale stands for a large round number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    coefficient: i64,
    scale: i16,
}

/// Why a text is not a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDecimal {
    /// Other characters than a sign, digits and one point.
    #[error("not a decimal number")]
    Syntax,
    /// More than 18 significant digits.
    #[error("more than 18 significant digits")]
    TooLong,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self {
        coefficient: 0,
        scale: 0,
    };

    /// `coefficient × 10^-scale`.
    pub fn new(coefficient: i64, scale: i16) -> Self {
        let mut it = Self { coefficient, scale };
        if coefficient == 0 {
            return Self::ZERO;
        }
        while it.coefficient % 10 == 0 && it.scale > i16::MIN {
            it.coefficient /= 10;
            it.scale -= 1;
        }
        // Whole numbers that fit are kept with scale 0, which reads plainly.
        while it.scale < 0 {
            match it.coefficient.checked_mul(10) {
                Some(more) => {
                    it.coefficient = more;
                    it.scale += 1;
                }
                None => break,
            }
        }
        it
    }

    /// What Excel shows for a stored float: 15 significant digits.
    /// None for infinities and what is not a number.
    #[expect(
        clippy::float_cmp,
        clippy::cast_possible_truncation,
        reason = "the only place where a float becomes digits: the comparisons prove that the digits are exact"
    )]
    pub fn from_excel(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        if value.fract() == 0.0 && value.abs() < FIFTEEN_DIGITS {
            return Some(Self::new(value as i64, 0));
        }
        // Division rounds correctly, so a quotient equal to the value proves
        // that these digits are the shortest that stand for it.
        let mut power = 1.0;
        for scale in 1..=6 {
            power *= 10.0;
            let scaled = (value * power).round();
            if scaled.abs() < FIFTEEN_DIGITS && scaled / power == value {
                return Some(Self::new(scaled as i64, scale));
            }
        }
        let text = format!("{value:.*e}", EXCEL_DIGITS - 1);
        let (digits, exponent) = text.split_once('e')?;
        let exponent: i16 = exponent.parse().ok()?;
        let coefficient: i64 = digits.replace('.', "").parse().ok()?;
        let decimals = i16::try_from(EXCEL_DIGITS - 1).ok()?;
        Some(Self::new(coefficient, decimals - exponent))
    }

    /// The digits without sign, point and trailing zeros.
    pub fn coefficient(self) -> i64 {
        self.coefficient
    }

    /// Digits after the point; negative for large round numbers.
    pub fn scale(self) -> i16 {
        self.scale
    }

    /// Below zero.
    pub fn is_negative(self) -> bool {
        self.coefficient < 0
    }

    /// The value as a whole number, if it is one and fits.
    pub fn to_i64(self) -> Option<i64> {
        (self.scale == 0).then_some(self.coefficient)
    }

    /// The value times 10^`power` as a whole number. None if digits would be
    /// lost ([`Self::loses_digits_at`] tells) or it does not fit.
    pub fn to_scaled_i64(self, power: u8) -> Option<i64> {
        let missing = i16::from(power).checked_sub(self.scale)?;
        let factor = 10_i128.checked_pow(u32::try_from(missing).ok()?)?;
        i64::try_from(i128::from(self.coefficient).checked_mul(factor)?).ok()
    }

    /// Whether the value times 10^`power` is no whole number.
    pub fn loses_digits_at(self, power: u8) -> bool {
        self.scale > i16::from(power)
    }

    /// The value times 10^`power`, exactly.
    pub(crate) fn shifted(self, power: i16) -> Self {
        Self::new(self.coefficient, self.scale.saturating_sub(power))
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    /// Reads `-12.30`; no separators, no exponent.
    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || (fraction.is_empty() && digits.contains('.')) {
            return Err(NotDecimal::Syntax);
        }
        let fraction = fraction.trim_end_matches('0');
        let mut coefficient: i64 = 0;
        for digit in whole
            .bytes()
            .chain(digits.split_once('.').map_or("", |(_, f)| f).bytes())
        {
            if !digit.is_ascii_digit() {
                return Err(NotDecimal::Syntax);
            }
        }
        for digit in whole.bytes().chain(fraction.bytes()) {
            coefficient = coefficient
                .checked_mul(10)
                .and_then(|c| c.checked_add(i64::from(digit - b'0')))
                .ok_or(NotDecimal::TooLong)?;
        }
        let scale = i16::try_from(fraction.len()).map_err(|_| NotDecimal::TooLong)?;
        Ok(Self::new(
            if negative { -coefficient } else { coefficient },
            scale,
        ))
    }
}

impl fmt::Display for Decimal {
    /// Plain digits, never an exponent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.coefficient < 0 { "-" } else { "" };
        let digits = self.coefficient.unsigned_abs().to_string();
        let Ok(decimals) = usize::try_from(self.scale) else {
            let zeros = usize::from(self.scale.unsigned_abs());
            return write!(f, "{sign}{digits}{}", "0".repeat(zeros));
        };
        if decimals == 0 {
            return write!(f, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, fraction) = padded.split_at(padded.len() - decimals);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

impl Serialize for Decimal {
    /// As a string: JSON numbers are floats.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn excel(value: f64) -> String {
        Decimal::from_excel(value).unwrap().to_string()
    }

    #[test]
    fn a_float_becomes_what_excel_shows() {
        for (value, shown) in [
            (0.300_000_000_000_000_04, "0.3"),
            (0.1 + 0.2, "0.3"),
            (352.3, "352.3"),
            (-0.0, "0"),
            (1_472.7, "1472.7"),
            (1.0 / 3.0, "0.333333333333333"),
            (2.0 / 3.0, "0.666666666666667"),
            (-12.345_678_9, "-12.3456789"),
            (1e15, "1000000000000000"),
            (1e20, "100000000000000000000"),
            (1e-7, "0.0000001"),
            (123_456_789_012_345.6, "123456789012346"),
            (99_999.999_999_999_99, "100000"),
        ] {
            assert_eq!(excel(value), shown, "{value:?}");
        }
        assert_eq!(Decimal::from_excel(f64::NAN), None);
        assert_eq!(Decimal::from_excel(f64::INFINITY), None);
    }

    #[test]
    fn text_is_read_exactly_or_refused() {
        for (text, shown) in [
            ("12.30", "12.3"),
            ("-0.05", "-0.05"),
            ("007", "7"),
            ("+1", "1"),
            ("0.000", "0"),
            ("1000", "1000"),
        ] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), shown);
        }
        for text in [
            "", ".", "1.", ".5", "1e5", "1,000", "1.2.3", "--1", "１", "1.2x", "0x1",
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(NotDecimal::Syntax), "{text:?}");
        }
        assert_eq!(
            "12345678901234567890".parse::<Decimal>(),
            Err(NotDecimal::TooLong)
        );
    }

    #[test]
    fn scaling_refuses_to_lose_digits() {
        let value: Decimal = "1.234".parse().unwrap();
        assert_eq!(value.to_scaled_i64(3), Some(1_234));
        assert_eq!(value.to_scaled_i64(2), None);
        assert!(value.loses_digits_at(2));
        let large = Decimal::from_excel(1e300).unwrap();
        assert_eq!(large.to_scaled_i64(2), None);
        assert!(!large.loses_digits_at(2));
    }

    proptest! {
        #[test]
        fn every_decimal_of_15_digits_survives_excel(coefficient in -999_999_999_999_999_i64..1_000_000_000_000_000, scale in 0_i16..10) {
            let value = Decimal::new(coefficient, scale);
            let stored: f64 = value.to_string().parse().unwrap();
            prop_assert_eq!(Decimal::from_excel(stored), Some(value));
        }

        #[test]
        fn text_and_value_agree(coefficient: i64, scale in 0_i16..18) {
            let value = Decimal::new(coefficient, scale);
            prop_assert_eq!(value.to_string().parse::<Decimal>(), Ok(value));
        }

        #[test]
        fn no_float_is_too_odd(bits: u64) {
            let value = f64::from_bits(bits);
            if let Some(decimal) = Decimal::from_excel(value) {
                let again: f64 = decimal.to_string().parse().unwrap();
                prop_assert!((again - value).abs() <= value.abs() * 1e-14);
            }
        }
    }
}
