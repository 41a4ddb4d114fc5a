//! Money in fen and shares in basis points, exact.

use std::fmt;
use std::str::FromStr;

/// An amount of money in fen. Arithmetic is checked; no float ever holds one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

/// Why a text or a sum is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyRefusal {
    /// Not a decimal number.
    NotANumber,
    /// Finer than a fen.
    FinerThanFen,
    /// Beyond what i64 fen can hold (92 quadrillion yuan).
    TooLarge,
}

/// `numerator / denominator` rounded half up **by magnitude**, the sign put back after:
/// 2.5 gives 3 and −2.5 gives −3 (domain rule: negative numbers round by magnitude).
///
/// # Panics
/// If `denominator` is not positive: callers print — where there is no base.
pub fn round_half_up(numerator: i128, denominator: i128) -> i128 {
    assert!(denominator > 0, "rounding needs a positive denominator");
    let magnitude = (numerator.abs() * 2 + denominator) / (denominator * 2);
    magnitude * numerator.signum()
}

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// This many fen.
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// The amount in fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// The sum, unless it overflows.
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// The difference, unless it overflows.
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// 亿元 with one decimal, half up: `352.3`. How headlines print money.
    pub fn in_yi(self) -> String {
        let tenths = round_half_up(i128::from(self.0), 1_000_000_000);
        format_scaled(tenths, 1)
    }

    /// 万元 without decimals, half up: `3523020`. How tables print money.
    pub fn in_wan(self) -> String {
        round_half_up(i128::from(self.0), 1_000_000).to_string()
    }
}

/// Writes `scaled` as a decimal with `places` decimals.
pub(crate) fn format_scaled(scaled: i128, places: u32) -> String {
    let base = 10i128.pow(places);
    let sign = if scaled < 0 { "-" } else { "" };
    let magnitude = scaled.abs();
    format!(
        "{sign}{}.{:0width$}",
        magnitude / base,
        magnitude % base,
        width = places as usize
    )
}

impl fmt::Display for Money {
    /// Yuan with two decimals, as JSON carries it: `35230000000.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format_scaled(i128::from(self.0), 2))
    }
}

impl FromStr for Money {
    type Err = MoneyRefusal;

    /// Reads yuan: an optional sign, digits, at most two decimals that matter.
    fn from_str(text: &str) -> Result<Self, MoneyRefusal> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = rest.split_once('.').unwrap_or((rest, "0"));
        let is_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(decimals) {
            return Err(MoneyRefusal::NotANumber);
        }
        let (fen, finer) = decimals.split_at(decimals.len().min(2));
        if finer.bytes().any(|byte| byte != b'0') {
            return Err(MoneyRefusal::FinerThanFen);
        }
        let yuan: i128 = whole.parse().map_err(|_| MoneyRefusal::TooLarge)?;
        let fen: i128 = format!("{fen:0<2}")
            .parse()
            .map_err(|_| MoneyRefusal::NotANumber)?;
        let total = yuan
            .checked_mul(100)
            .and_then(|total| total.checked_add(fen))
            .ok_or(MoneyRefusal::TooLarge)?;
        let signed = if negative { -total } else { total };
        i64::try_from(signed)
            .map(Self)
            .map_err(|_| MoneyRefusal::TooLarge)
    }
}

impl serde::Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse()
            .map_err(|_| serde::de::Error::custom("money is a decimal string in yuan"))
    }
}

/// Hundredths of a percent; 10,000 is the whole.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct BasisPoints(u16);

impl BasisPoints {
    /// One hundred percent.
    pub const WHOLE: Self = Self(10_000);

    /// Between 0 and 10,000.
    pub const fn new(points: i64) -> Option<Self> {
        if points >= 0 && points <= 10_000 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked above"
            )]
            Some(Self(points as u16))
        } else {
            None
        }
    }

    /// The number, 0 to 10,000.
    pub const fn points(self) -> i64 {
        self.0 as i64
    }

    /// This share of `amount` (any integer), half up by magnitude.
    pub fn of(self, amount: i64) -> i64 {
        let share = round_half_up(i128::from(amount) * i128::from(self.0), 10_000);
        i64::try_from(share).expect("a share is no larger than its whole")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn money_survives_its_text(fen in any::<i64>()) {
            let money = Money::from_fen(fen);
            prop_assert_eq!(money.to_string().parse(), Ok(money));
        }

        #[test]
        fn a_share_and_its_opposite_mirror_each_other(amount in any::<i64>(), points in 0i64..=10_000) {
            prop_assume!(amount > i64::MIN);
            let points = BasisPoints::new(points).expect("in range");
            prop_assert_eq!(points.of(-amount), -points.of(amount));
        }
    }

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(round_half_up(5, 2), 3);
        assert_eq!(round_half_up(-5, 2), -3);
        assert_eq!(round_half_up(-4, 3), -1);
        assert_eq!(round_half_up(0, 7), 0);
    }

    #[test]
    fn money_prints_in_the_units_of_the_field() {
        let money = Money::from_fen(3_523_020_000_000);
        assert_eq!(money.in_yi(), "352.3");
        assert_eq!(money.in_wan(), "3523020");
        assert_eq!(Money::from_fen(-5).to_string(), "-0.05");
    }

    #[test]
    fn what_is_no_amount_is_refused_and_says_why() {
        assert_eq!("1.001".parse::<Money>(), Err(MoneyRefusal::FinerThanFen));
        assert_eq!("1,000".parse::<Money>(), Err(MoneyRefusal::NotANumber));
        assert_eq!("".parse::<Money>(), Err(MoneyRefusal::NotANumber));
        assert_eq!(
            "92233720368547758.08".parse::<Money>(),
            Err(MoneyRefusal::TooLarge)
        );
        assert_eq!("1.50000".parse::<Money>(), Ok(Money::from_fen(150)));
    }
}
