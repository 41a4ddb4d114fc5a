//! Who invests, and how much of the money comes from other provinces.

use companies::{CompanyDraft, CompanyId};
use kernel::Money;
use orgs::{Division, UnitTree, divisions, other_province};

/// An investor of a project, as at the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Investor {
    /// The company.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its share in basis points; those of a project sum to 10,000.
    pub share_bp: i64,
    /// The division it is registered in, as at the contract.
    pub division_code: String,
    /// The division of the outside parent that the contract names behind a local shell:
    /// the share is looked through to it (domain rule 3).
    pub look_through_code: Option<String>,
}

/// An investor that passed the checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InvestorDraft {
    /// The company as it was named; found or registered when the project is written.
    pub company: CompanyDraft,
    /// Its share in basis points.
    pub share_bp: i64,
    /// The division of the parent behind it.
    pub look_through_code: Option<String>,
}

/// The home province: that of the city unit's division.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a>(Option<&'a Division>);

impl Home<'static> {
    /// The home of the city at the top of `tree`.
    pub fn of(tree: &UnitTree) -> Self {
        let code = tree.city().and_then(|city| city.division_code.as_deref());
        Self(code.and_then(|code| divisions().by_code(code)))
    }
}

impl Home<'_> {
    /// Whether an investor of `division_code` comes from another province (省外). Hong Kong,
    /// Macao, Taiwan and foreign ones do not: they are 外资 (domain rule 1).
    pub fn is_other_province(&self, division_code: &str) -> bool {
        match (self.0, divisions().by_code(division_code)) {
            (Some(home), Some(division)) => other_province(division, home),
            _ => false,
        }
    }

    /// Whether a division lies in the city.
    pub fn holds(&self, division_code: &str) -> bool {
        self.0.is_some_and(|home| {
            let mut prefix = home.code.as_str();
            while let Some(shorter) = prefix.strip_suffix("00") {
                prefix = shorter;
            }
            division_code.starts_with(prefix)
        })
    }
}

impl Investor {
    /// The division that decides whether its money is 省外.
    pub fn deciding_division(&self) -> &str {
        self.look_through_code
            .as_deref()
            .unwrap_or(&self.division_code)
    }
}

impl InvestorDraft {
    /// The division that decides whether its money is 省外.
    pub(crate) fn deciding_division(&self) -> &str {
        let own = &self.company.division_code;
        self.look_through_code.as_deref().unwrap_or(own)
    }
}

/// The basis points of a project that investors from other provinces hold, given each
/// investor's deciding division and share.
pub(crate) fn other_province_bp<'a>(
    home: Home<'_>,
    investors: impl IntoIterator<Item = (&'a str, i64)>,
) -> i64 {
    investors
        .into_iter()
        .filter(|(division, _)| home.is_other_province(division))
        .map(|(_, share)| share)
        .sum()
}

/// Equal shares of `count` investors that sum to 10,000, by cumulative rounding.
pub(crate) fn equal_shares(count: usize) -> Vec<i64> {
    let total = i64::try_from(count).unwrap_or(i64::MAX);
    let upto = |n: i64| (10_000 * n * 2 + total) / (total * 2);
    (1..=total).map(|n| upto(n) - upto(n - 1)).collect()
}

/// What of `amount` counts at `basis_points`, half up to the fen.
pub(super) fn counted(amount: Money, basis_points: i64) -> Money {
    let share = kernel::round_half_up(i128::from(amount.fen()) * i128::from(basis_points), 10_000);
    Money::from_fen(i64::try_from(share).expect("a share is no larger than its whole"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zibo() -> Home<'static> {
        Home(divisions().by_code("370300"))
    }

    #[test]
    fn only_mainland_divisions_outside_the_province_are_other_province() {
        let home = zibo();
        assert!(home.is_other_province("320505"));
        assert!(home.is_other_province("110101"));
        assert!(!home.is_other_province("370102"), "Jinan is in Shandong");
        for foreign in ["710000", "810000", "820000", "DE"] {
            assert!(!home.is_other_province(foreign), "{foreign} is 外资");
        }
    }

    #[test]
    fn shares_of_other_provinces_are_looked_through_to_the_parent() {
        let home = zibo();
        let investors = [("320505", 6_000), ("370303", 3_000), ("810000", 1_000)];
        assert_eq!(other_province_bp(home, investors), 6_000);
        let shell = Investor {
            company: CompanyId::new(1),
            name: "壳".into(),
            share_bp: 10_000,
            division_code: "370303".into(),
            look_through_code: Some("440305".into()),
        };
        let looked_through = [(shell.deciding_division(), shell.share_bp)];
        assert_eq!(other_province_bp(home, looked_through), 10_000);
    }

    #[test]
    fn equal_shares_always_make_a_whole() {
        assert_eq!(equal_shares(3), [3_333, 3_334, 3_333]);
        for count in 1..=60 {
            assert_eq!(equal_shares(count).iter().sum::<i64>(), 10_000, "{count}");
        }
    }

    #[test]
    fn a_place_must_lie_in_the_city() {
        assert!(zibo().holds("370303"));
        assert!(!zibo().holds("370102"));
        assert!(!zibo().holds("DE"));
    }

    #[test]
    fn what_counts_is_rounded_half_up_to_the_fen() {
        assert_eq!(counted(Money::from_fen(5), 5_000), Money::from_fen(3));
        assert_eq!(counted(Money::from_fen(-5), 5_000), Money::from_fen(-3));
    }
}
