//! Who invests in a project and which units share its credit.

use crate::city::UNITS;
use crate::dice::Dice;
use crate::model::{Credit, Investor};
use crate::names::{Names, Origin};
use crate::projects::Sort;

/// How a city shares out.
#[derive(Clone, Copy)]
pub(crate) struct Parties {
    /// In whole percents that leave no remainder, or in anything that adds up.
    pub(crate) is_even: bool,
}

impl Parties {
    /// A project's investors; a plain project has one, of another province.
    pub(crate) fn investors(
        self,
        sort: Sort,
        is_plain: bool,
        names: &mut Names,
        dice: &mut Dice,
    ) -> Vec<Investor> {
        use Origin::{Abroad, OtherProvince, SameProvince};
        let not_other = if dice.chance(50) {
            SameProvince
        } else {
            Abroad
        };
        let mixed = if self.is_even { 18 } else { 50 };
        let shares = self.shares(dice);
        let origins: Vec<Origin> = match sort {
            _ if is_plain => vec![OtherProvince],
            Sort::NotOther if dice.chance(80) => vec![not_other],
            Sort::NotOther => vec![SameProvince, Abroad],
            _ if dice.chance(mixed) && shares.len() == 3 => {
                vec![OtherProvince, not_other, OtherProvince]
            }
            _ if dice.chance(mixed) => vec![OtherProvince, not_other],
            _ if dice.chance(80) => vec![OtherProvince],
            _ => vec![OtherProvince, OtherProvince],
        };
        let shares = match origins.len() {
            1 => vec![10_000],
            2 => vec![shares[0], 10_000 - shares[0]],
            _ => shares,
        };
        let mut investors: Vec<Investor> = Vec::new();
        for (origin, share) in origins.into_iter().zip(shares) {
            let mut investor = names.investor(origin, share, dice);
            while investors.iter().any(|other| other.name == investor.name) {
                investor = names.investor(origin, share, dice);
            }
            investors.push(investor);
        }
        investors
    }

    /// Two or three shares: whole percents, or whatever adds up.
    fn shares(self, dice: &mut Dice) -> Vec<i64> {
        if self.is_even {
            return vec![dice.between(20, 90) * 100];
        }
        let first = dice.between(1, 9_998);
        if dice.chance(70) {
            return vec![first];
        }
        let second = dice.between(1, 9_999 - first);
        vec![first, second, 10_000 - first - second]
    }

    /// How credit is shared. Where sums must come out even, only projects wholly
    /// of other provinces are, and none of them twice.
    pub(crate) fn credit(self, unit: usize, is_whole: bool, dice: &mut Dice) -> Credit {
        let with = any_unit(dice);
        if with == unit {
            return Credit::Sole;
        }
        if self.is_even {
            // The two smallest units keep sums of their own.
            let large = UNITS[unit].weight > 25 && UNITS[with].weight > 25;
            return if is_whole && large && dice.chance(7) {
                let lead_bp = *dice.pick(&[5_000, 6_000, 7_000, 8_000]);
                Credit::Shared { with, lead_bp }
            } else {
                Credit::Sole
            };
        }
        match dice.below(8) {
            0 => Credit::Double { with },
            1 => Credit::Shared {
                with,
                lead_bp: dice.between(1, 9_999),
            },
            _ => Credit::Sole,
        }
    }
}

/// A unit, large ones more often.
pub(crate) fn any_unit(dice: &mut Dice) -> usize {
    let mut left = dice.between(0, UNITS.iter().map(|unit| unit.weight).sum::<i64>() - 1);
    for (at, unit) in UNITS.iter().enumerate() {
        left -= unit.weight;
        if left < 0 {
            return at;
        }
    }
    UNITS.len() - 1
}
