//! Projects as they begin: who invests, where, under which contract. Their
//! lives and sums come later.

use chrono::{Datelike, NaiveDate};

use crate::apportion::apportion;
use crate::city::UNITS;
use crate::course::{Course, StockCourse};
use crate::credit_code::credit_code;
use crate::dice::Dice;
use crate::model::{Company, ContractKind, Credit, Exclusion, Investor, MilestoneKind, Project};
use crate::names::{Names, industry};
use crate::parties::{Parties, any_unit};
use crate::span::{MONTHS, books_begin, later, month_at};

/// What a project is to the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Of another province, at least in part, and large: the opening stock, and
    /// what becomes 新引进.
    Large,
    /// Of another province, under 10,000 万元.
    Small,
    /// Without an investor of another province.
    NotOther,
    /// Large and of another province, but excluded.
    Excluded,
    /// A letter of intent or a framework agreement.
    Intent,
}

/// A project in the making.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) project: Project,
    pub(crate) sort: Sort,
    /// Never starts in the time that the demo covers.
    pub(crate) is_stalled: bool,
    /// Starts before all others once this month has come.
    pub(crate) starts_from: Option<usize>,
}

/// Makes projects out of a course.
pub(crate) struct Maker<'c> {
    course: &'c Course,
    names: Names,
    written: Vec<usize>,
    pub(crate) drafts: Vec<Draft>,
}

/// What distinguishes a project to be made.
struct Plot {
    unit: usize,
    sort: Sort,
    agreed_on: NaiveDate,
    /// Wholly of another province, one unit's own: takes what a sum leaves.
    is_plain: bool,
}

impl<'c> Maker<'c> {
    pub(crate) fn new(course: &'c Course) -> Self {
        Self {
            course,
            names: Names::new(),
            written: vec![0; UNITS.len()],
            drafts: Vec::new(),
        }
    }

    /// The opening stock: the witnessed and the others, started or not.
    pub(crate) fn opening(&mut self, dice: &mut Dice) {
        let course = self.course;
        let least = if course.is_even { 8 } else { 4 };
        self.opening_stock(&course.witnessed, least, true, dice);
        self.opening_stock(&course.others, 0, false, dice);
    }

    fn opening_stock(&mut self, stock: &StockCourse, least: i64, witnessed: bool, dice: &mut Dice) {
        let total = i64::try_from(stock.opening).expect("a stock is small");
        let weights = UNITS.map(|unit| unit.weight);
        let spread = apportion(total - least * 12, &weights);
        let mut plots: Vec<(usize, bool)> = Vec::new();
        for (unit, more) in spread.iter().enumerate() {
            // Some of each unit are plain, so that it can book in every month.
            let plain = match (least, self.course.is_even) {
                (0, _) => 0,
                (_, true) => 4,
                (_, false) => (least + more) / 2 + 2,
            };
            plots.extend((0..least + more).map(|at| (unit, at < plain)));
        }
        dice.shuffle(&mut plots);
        for (at, (unit, is_plain)) in plots.into_iter().enumerate() {
            let is_started = at < stock.opening_started;
            let (earliest, latest) = if is_started {
                (day(2019, 3, 1), day(2021, 6, 30))
            } else {
                (day(2020, 9, 1), day(2021, 12, 10))
            };
            let sort = if is_plain || dice.chance(88) {
                Sort::Large
            } else {
                Sort::NotOther
            };
            let plot = Plot {
                unit,
                sort,
                agreed_on: dice.day(earliest, latest),
                is_plain,
            };
            let project = self.signed(&plot, dice);
            let end = later(books_begin(), 0)
                .pred_opt()
                .expect("the books begin in 2022");
            if witnessed {
                project.reach(MilestoneKind::Witnessed, plot.agreed_on);
            }
            let landed = dice.day(plot.agreed_on, later(plot.agreed_on, 20).min(end));
            project.reach(MilestoneKind::Landed, landed);
            if sort == Sort::Large {
                project.reach(MilestoneKind::Introduced, landed);
            }
            if is_started {
                let started = dice.day(later(landed, 15), day(2021, 12, 25));
                project.reach(MilestoneKind::Started, started);
            }
            // A plain one goes on, whatever happens to the others.
            self.last().is_stalled = !is_started && !is_plain && dice.chance(10);
        }
    }

    /// What comes in a month: 新引进 projects by unit, other signings, intents.
    pub(crate) fn month(&mut self, month: usize, dice: &mut Dice) {
        for unit in 0..UNITS.len() {
            for _ in 0..self.course.introduced[unit][month] {
                self.introduced(unit, month, dice);
            }
        }
        for _ in 0..self.course.other_signed[month] {
            let sort = match dice.below(10) {
                0..5 => Sort::Small,
                5..9 => Sort::NotOther,
                _ => Sort::Excluded,
            };
            let plot = plot(any_unit(dice), sort, month, dice);
            let end = month_at(month).last_day();
            let landed = dice.chance(70).then(|| dice.day(plot.agreed_on, end));
            let project = self.signed(&plot, dice);
            if let Some(landed) = landed {
                project.reach(MilestoneKind::Landed, landed);
            }
        }
        for _ in 0..self.course.intents[month] {
            self.intent(month, dice);
        }
    }

    /// Signed in the month or in the one before, landed, and 新引进 in the month.
    fn introduced(&mut self, unit: usize, month: usize, dice: &mut Dice) {
        let signed_in = if month > 0 && dice.chance(25) {
            month - 1
        } else {
            month
        };
        let plot = plot(unit, Sort::Large, signed_in, dice);
        let (begin, end) = (month_at(month).first_day(), month_at(month).last_day());
        let landed = dice.day(plot.agreed_on.max(begin), end);
        let introduced = dice.day(landed, end);
        let intended = dice.chance(30).then(|| {
            let begin = month_at(signed_in).first_day();
            dice.day(begin, plot.agreed_on)
        });
        let project = self.signed(&plot, dice);
        project.reach(MilestoneKind::Landed, landed);
        project.reach(MilestoneKind::Introduced, introduced);
        if let Some(intended) = intended {
            project.reach(MilestoneKind::Intended, intended);
        }
        self.last().is_stalled = dice.chance(10);
    }

    /// A letter of intent or a framework agreement: no signature, no funds.
    pub(crate) fn intent(&mut self, month: usize, dice: &mut Dice) {
        let plot = plot(any_unit(dice), Sort::Intent, month, dice);
        let mut project = self.begin(&plot, dice);
        project.contract_kind = if dice.chance(40) {
            ContractKind::Framework
        } else {
            ContractKind::Intent
        };
        project.reach(MilestoneKind::Intended, plot.agreed_on);
        self.push(project, Sort::Intent);
    }

    /// A project under a formal contract, with a project company or a filing code.
    fn signed(&mut self, plot: &Plot, dice: &mut Dice) -> &mut Project {
        let mut project = self.begin(plot, dice);
        let serial = self.drafts.len() + 1;
        let year = plot.agreed_on.year();
        project.contract_number = Some(format!("YSHT-{year}-{serial:05}"));
        if dice.chance(80) {
            let number = self.names.company_number();
            project.company = Some(Company {
                name: format!("演示项目公司{number:04}（淄博）有限公司"),
                credit_code: Some(credit_code(project.place, number)),
                division: project.place,
                group: number
                    .is_multiple_of(5)
                    .then(|| format!("演示集团{:02}", number / 5 % 40 + 1)),
            });
        }
        if project.company.is_none() || dice.chance(40) {
            project.filing_code = Some(format!("YS{year}-{}-{serial:05}", project.place));
        }
        if plot.sort == Sort::Excluded {
            project.exclusion = Some(*dice.pick(&[
                Exclusion::RealEstate,
                Exclusion::PublicFunds,
                Exclusion::PhaseTwo,
                Exclusion::LocalRelocation,
            ]));
        }
        project.reach(MilestoneKind::Signed, plot.agreed_on);
        self.push(project, plot.sort);
        &mut self.last().project
    }

    fn begin(&mut self, plot: &Plot, dice: &mut Dice) -> Project {
        let unit = &UNITS[plot.unit];
        self.written[plot.unit] += 1;
        let (industry, chain, words) = industry(dice);
        let parties = Parties {
            is_even: self.course.is_even,
        };
        let investors = parties.investors(plot.sort, plot.is_plain, &mut self.names, dice);
        let is_whole = investors.iter().all(Investor::is_other_province);
        let credit = if plot.is_plain {
            Credit::Sole
        } else {
            parties.credit(plot.unit, is_whole, dice)
        };
        Project {
            code: format!(
                "{}{}-{:04}",
                unit.letters,
                plot.agreed_on.year(),
                self.written[plot.unit]
            ),
            name: format!("演示项目{:04} {words}", self.drafts.len() + 1),
            unit: plot.unit,
            credit,
            place: dice.pick::<&str>(unit.places),
            investors,
            contract_number: None,
            contract_kind: ContractKind::Formal,
            agreed_on: plot.agreed_on,
            contract_amount_fen: 0,
            planned_investment_fen: 0,
            company: None,
            filing_code: None,
            industry,
            chain,
            exclusion: None,
            milestones: Vec::new(),
        }
    }

    fn push(&mut self, project: Project, sort: Sort) {
        self.drafts.push(Draft {
            project,
            sort,
            is_stalled: false,
            starts_from: None,
        });
    }

    fn last(&mut self) -> &mut Draft {
        self.drafts
            .last_mut()
            .expect("a draft has just been pushed")
    }

    /// Intents of February to April 2023 up to the course's total of them and
    /// of signings.
    pub(crate) fn fill_spring(&mut self, dice: &mut Dice) {
        use crate::span::{APRIL_2023, FEBRUARY_2023};
        let Some(total) = self.course.spring_total else {
            return;
        };
        let is_spring = |draft: &&Draft| {
            [MilestoneKind::Intended, MilestoneKind::Signed]
                .iter()
                .any(|kind| {
                    let month = draft.project.month_of(*kind);
                    month.is_some_and(|at| (FEBRUARY_2023..=APRIL_2023).contains(&at))
                })
        };
        let there = self.drafts.iter().filter(is_spring).count();
        for _ in there..total {
            let month = FEBRUARY_2023 + dice.index(3);
            self.intent(month, dice);
        }
    }
}

fn plot(unit: usize, sort: Sort, month: usize, dice: &mut Dice) -> Plot {
    let month = month_at(month);
    // The last days are kept free for what follows the signature.
    let last = later(month.first_day(), 24);
    Plot {
        unit,
        sort,
        agreed_on: dice.day(month.first_day(), last),
        is_plain: false,
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// All projects of a course, as they begin.
pub(crate) fn projects(course: &Course, dice: &mut Dice) -> Vec<Draft> {
    let mut maker = Maker::new(course);
    maker.opening(dice);
    for month in 0..MONTHS {
        maker.month(month, dice);
    }
    maker.fill_spring(dice);
    maker.drafts
}
