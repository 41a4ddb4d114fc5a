//! Escort service: the roster, visits, problems.

mod problems;
mod roster;
mod visits;

pub(crate) use problems::problems;
pub(crate) use roster::roster;
pub(crate) use visits::visits;

use crate::dice::Dice;

/// How many 护商专员 a unit has.
const OFFICERS: usize = 5;

/// One of a unit's 护商专员, numbered through the city.
fn officer(unit: usize, dice: &mut Dice) -> usize {
    unit * OFFICERS + 1 + dice.index(OFFICERS)
}
