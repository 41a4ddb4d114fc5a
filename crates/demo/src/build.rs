//! Puts a city together, step by step.

use crate::companies::Directory;
use crate::course::{self, Course};
use crate::dice::Dice;
use crate::funds::funds;
use crate::life::live;
use crate::model::{City, Fund, Project};
use crate::plans::plan;
use crate::projects::projects;
use crate::pushed::push;
use crate::records::Records;
use crate::trips::{Trip, trips};
use crate::{care, channels, outreach, targets};

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
    let trips = trips(
        &mut drafts,
        &course.outreach,
        course.is_even,
        &mut Dice::of_part(seed, 1),
    );
    live(&mut drafts, &course, &mut dice);
    let on_list = push(&mut drafts, &course.pushed, &mut dice);
    plan(&mut drafts, &on_list, &trips, &course, &mut dice);
    let projects: Vec<Project> = drafts.into_iter().map(|draft| draft.project).collect();
    let funds = funds(&projects, &course, &mut dice);
    let mut directory = Directory::new(&projects);
    let records = records(seed, &projects, &funds, &trips, &mut directory, &course);
    City {
        seed,
        targets: course.targets,
        projects,
        funds,
        companies: directory.companies,
        records,
    }
}

/// What units do beside projects and funds, each part with chance of its own.
fn records(
    seed: u64,
    projects: &[Project],
    funds: &[Fund],
    trips: &[Trip],
    directory: &mut Directory,
    course: &Course,
) -> Records {
    let is_even = course.is_even;
    let part = |part| Dice::of_part(seed, part);

    let mut dice = part(2);
    let target_companies =
        targets::target_companies(directory, &course.target_companies, &mut dice);
    let honours = targets::honours(&target_companies, &mut dice);
    let contacts = targets::contacts(&target_companies, &course.target_companies, &mut dice);

    let mut dice = part(3);
    let (activities, signed) = outreach::calendar(projects, trips, &course.outreach, &mut dice);
    let meetings = outreach::meetings(
        &activities,
        &signed,
        projects,
        directory,
        contacts,
        &course.outreach,
        &mut part(4),
    );
    let documents = outreach::documents(&course.outreach.documents, &mut part(5));

    let mut dice = part(6);
    let platforms = channels::platforms(&course.channels, is_even, &mut dice);
    let brought = channels::brought(
        projects,
        funds,
        &platforms,
        &course.channels,
        is_even,
        &mut dice,
    );
    let mut dice = part(7);
    let opportunities = channels::opportunities(&course.channels, &mut dice);
    let publications = channels::publications(&opportunities, is_even, &mut dice);

    let mut dice = part(8);
    let roster = care::roster(projects, directory, &course.care, is_even, &mut dice);
    let visits = care::visits(projects, &roster, directory, &course.care.visits, &mut dice);
    let problems = care::problems(&visits, &course.care, is_even, &mut dice);
    Records {
        honours,
        target_companies,
        campaigns: outreach::campaigns(),
        platforms,
        brought,
        activities,
        meetings,
        documents,
        roster,
        visits,
        problems,
        opportunities,
        publications,
    }
}
