//! What a city's figures must be, straight from the workbooks that its units hand in.
//!
//! It reads rows and adds them up, by the rules that the importers' templates print. It
//! shares nothing with the importers, the slices or the ledger; only the reader of
//! workbooks and the evaluator's own arithmetic are used. It believes its rows: a city
//! with rows that an importer would refuse is not what it is for.

mod columns;
mod counted;
mod figures;
mod people;
mod rows;
mod stocks;

use crate::evaluator::Share;
use std::collections::BTreeMap;

/// A workbook as it is handed in.
#[derive(Debug, Clone, Copy)]
pub struct HandedIn<'a> {
    /// Its file name.
    pub name: &'a str,
    /// The month that is open when it is handed in, `yyyymm`; none for units and targets,
    /// and for what was there before the books.
    pub month: Option<i32>,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// All rows of a city.
#[derive(Debug, Clone, Default)]
pub struct Workbooks {
    first_month: i32,
    units: Vec<Unit>,
    projects: BTreeMap<String, Project>,
    milestones: Vec<Milestone>,
    funds: Vec<Fund>,
    activities: BTreeMap<String, Activity>,
    meetings: Vec<Meeting>,
    documents: Vec<(Vec<Share>, i32)>,
    visits: Vec<(Vec<Share>, i32)>,
    /// Problems by their code, with the month in which they were solved.
    problems: BTreeMap<String, (Vec<Share>, Option<i32>)>,
    /// What is on a list and goes off it, by list and key.
    lists: BTreeMap<(List, String), Membership>,
    /// The month in which a platform brought a project.
    brought: BTreeMap<String, i32>,
    /// The month in which an opportunity was first published.
    published: BTreeMap<String, i32>,
    /// Companies' codes by name and division, for rows that name no code.
    codes: BTreeMap<(String, String), String>,
    /// Target by year, unit's code and indicator's code.
    plans: BTreeMap<(i32, String, String), i128>,
}

/// A reporting unit; its place in the list is its number in [`Share`].
#[derive(Debug, Clone)]
struct Unit {
    code: String,
    name: String,
    parent: Option<String>,
    ranked: bool,
}

#[derive(Debug, Clone)]
struct Project {
    shares: Vec<Share>,
    other_province_points: i128,
    planned_fen: i128,
    contract_fen: i128,
}

/// A milestone; month 0 lies before the books.
#[derive(Debug, Clone)]
struct Milestone {
    project: String,
    name: String,
    month: i32,
    day: chrono::NaiveDate,
}

#[derive(Debug, Clone)]
struct Fund {
    project: String,
    month: i32,
    fen: i128,
    /// Whether a platform had brought the project when the row was handed in.
    through_platform: bool,
}

#[derive(Debug, Clone)]
struct Activity {
    /// 活动类型, as it stands in the cell.
    name: String,
    /// 带队领导层级.
    leader: String,
    organisers: Vec<Share>,
    month: i32,
}

#[derive(Debug, Clone)]
struct Meeting {
    activity: String,
    party: Party,
    /// Both sides sent the person in charge.
    by_firsts: bool,
    /// The project that was signed there.
    signed: Option<String>,
    month: i32,
}

/// Whom an activity met.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Party {
    Company(String),
    Project(String),
}

/// Lists that things are on until they go off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Targets,
    Platforms,
    Opportunities,
    EscortedProjects,
    EscortedCompanies,
}

/// The months in which something came onto a list and went off it, by turns.
#[derive(Debug, Clone, Default)]
struct Membership {
    shares: Vec<Share>,
    turns: Vec<(i32, bool)>,
}

impl Workbooks {
    /// Reads a city whose books begin with `first_month` (`yyyymm`), in the order in
    /// which its workbooks are handed in.
    ///
    /// # Errors
    /// The file and what could not be read in it.
    pub fn read<'a>(
        first_month: i32,
        files: impl IntoIterator<Item = HandedIn<'a>>,
    ) -> Result<Self, String> {
        let mut all = Self {
            first_month,
            ..Self::default()
        };
        for file in files {
            all.take(file)
                .map_err(|problem| format!("{}: {problem}", file.name))?;
        }
        Ok(all)
    }

    /// The codes of all units, the city's first.
    pub fn units(&self) -> Vec<&str> {
        self.units.iter().map(|unit| unit.code.as_str()).collect()
    }

    fn number_of(&self, code_or_name: &str) -> Option<i64> {
        let fits = |unit: &Unit| unit.code == code_or_name || unit.name == code_or_name;
        let place = self.units.iter().position(fits)?;
        i64::try_from(place).ok()
    }

    /// Each unit's parent.
    fn parents(&self) -> BTreeMap<i64, i64> {
        let numbers = 0i64..;
        numbers
            .zip(&self.units)
            .filter_map(|(number, unit)| Some((number, self.number_of(unit.parent.as_ref()?)?)))
            .collect()
    }
}

#[cfg(test)]
mod tests;
