//! Puts a city together, step by step.

use crate::course::{self, Course};
use crate::dice::Dice;
use crate::funds::funds;
use crate::life::live;
use crate::model::{City, Project};
use crate::plans::plan;
use crate::projects::projects;
use crate::pushed::push;

/// The seed of the city with the newspaper's totals: the day of its press conference.
const NEWSPAPER_SEED: u64 = 20_230_721;

/// The city whose figures are the newspaper's (`docs/demo.md`).
pub fn newspaper() -> City {
    build(NEWSPAPER_SEED, course::newspaper)
}

/// Another city, drawn from a seed, without the newspaper's totals and with
/// more corner cases.
pub fn seeded(seed: u64) -> City {
    build(seed, course::drawn)
}

fn build(seed: u64, course: fn(&mut Dice) -> Course) -> City {
    let mut dice = Dice::new(seed);
    let course = course(&mut dice);
    let mut drafts = projects(&course, &mut dice);
    live(&mut drafts, &course, &mut dice);
    let on_list = push(&mut drafts, &course.pushed, &mut dice);
    plan(&mut drafts, &on_list, &course, &mut dice);
    let projects: Vec<Project> = drafts.into_iter().map(|draft| draft.project).collect();
    let funds = funds(&projects, &course, &mut dice);
    City {
        seed,
        targets: course.targets,
        projects,
        funds,
    }
}
