//! Workbooks as the offices hand them in: who writes how, which sheets there
//! are, which files make up the city.

mod base;
mod cells;
mod habits;
mod sheet_campaigns;
mod sheet_care;
mod sheet_channels;
mod sheet_companies;
mod sheet_funds;
mod sheet_milestones;
mod sheet_outreach;
mod sheet_projects;
mod sheet_targets;
mod words;

use kernel::Month;
use sheets::{SheetOut, WriteError};

use crate::city::{UNITS, Unit};
use crate::model::City;
use crate::span::{MONTHS, month_at, position_of};
use habits::{HABITS, Habit};

/// When a workbook is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Units and annual targets, before any project.
    Base,
    /// What was there before the first month; handed in while it is open.
    Opening,
    /// In this month's open period.
    Month(Month),
}

/// A workbook of the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoFile {
    /// Folder and file name, such as `2023-06/张店区.xlsx`.
    pub path: String,
    /// When it is loaded.
    pub stage: Stage,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// A workbook's unit, period and writer.
#[derive(Clone, Copy)]
struct Page<'c> {
    city: &'c City,
    unit: usize,
    /// None for the opening.
    month: Option<usize>,
    habit: &'static Habit,
}

impl Page<'_> {
    fn unit(&self) -> &'static Unit {
        &UNITS[self.unit]
    }

    /// Whether a day belongs into this workbook.
    fn holds(&self, day: chrono::NaiveDate) -> bool {
        position_of(day) == self.month
    }

    /// 张店区2023年6月招商引资项目表（演示数据）
    fn title(&self, what: &str) -> String {
        let period = match self.month.map(month_at) {
            Some(month) => format!("{}年{}月", month.year(), month.of_year()),
            None => "期初".to_owned(),
        };
        format!("{}{period}{what}（演示数据）", self.unit().name)
    }

    /// An empty sheet as this office lays it out.
    fn sheet(&self, name: &str, what: &str, has_money: bool) -> SheetOut {
        SheetOut {
            name: name.to_owned(),
            title: Some(self.title(what)),
            preface: if self.habit.names_itself {
                vec![format!("填报单位：{}", self.unit().name)]
            } else {
                Vec::new()
            },
            unit_line: (has_money && !self.habit.unit_in_header).then(|| "单位：万元".to_owned()),
            sequence: self.habit.numbers_rows,
            ..SheetOut::default()
        }
    }

    /// In the order in which an import commits their kinds.
    fn sheets(&self) -> Vec<SheetOut> {
        [
            sheet_companies::sheet(self),
            sheet_targets::honours(self),
            sheet_targets::chains(self),
            sheet_targets::nodes(self),
            sheet_targets::targets(self),
            sheet_campaigns::campaigns(self),
            sheet_campaigns::goals(self),
            sheet_channels::platforms(self),
            sheet_projects::sheet(self),
            sheet_milestones::sheet(self),
            sheet_channels::brought(self),
            sheet_funds::sheet(self),
            sheet_outreach::activities(self),
            sheet_outreach::meetings(self),
            sheet_campaigns::documents(self),
            sheet_care::roster(self),
            sheet_care::visits(self),
            sheet_care::problems(self),
            sheet_channels::opportunities(self),
            sheet_channels::publications(self),
        ]
        .into_iter()
        .filter(|sheet| !sheet.rows.is_empty())
        .collect()
    }
}

impl City {
    /// All workbooks in the order in which they are loaded: units and targets,
    /// the opening, then each month unit by unit.
    ///
    /// # Errors
    /// Only what [`sheets::write`] refuses, which for a city of this crate would
    /// be a defect.
    pub fn files(&self) -> Result<Vec<DemoFile>, WriteError> {
        let mut files = vec![
            DemoFile {
                path: "基础/单位.xlsx".to_owned(),
                stage: Stage::Base,
                bytes: sheets::write(&[base::units()])?,
            },
            DemoFile {
                path: "基础/年度目标.xlsx".to_owned(),
                stage: Stage::Base,
                bytes: sheets::write(&base::targets(self))?,
            },
        ];
        for month in std::iter::once(None).chain((0..MONTHS).map(Some)) {
            let (folder, stage) = match month.map(month_at) {
                None => ("期初".to_owned(), Stage::Opening),
                Some(month) => (month.to_string(), Stage::Month(month)),
            };
            for (unit, habit) in HABITS.iter().enumerate() {
                let page = Page {
                    city: self,
                    unit,
                    month,
                    habit,
                };
                let sheets = page.sheets();
                if !sheets.is_empty() {
                    files.push(DemoFile {
                        path: format!("{folder}/{}.xlsx", UNITS[unit].name),
                        stage,
                        bytes: sheets::write(&sheets)?,
                    });
                }
            }
        }
        Ok(files)
    }
}
