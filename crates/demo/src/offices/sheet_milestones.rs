//! 节点: what a unit's projects have reached, old ones and new ones.

use chrono::NaiveDate;
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut};

use super::{Page, words};
use crate::model::{MilestoneKind, Project};

pub(super) fn sheet(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("节点", "项目节点表", false);
    sheet.columns = vec![
        ColumnOut::new("项目编号", ColumnKind::Code).width(14),
        ColumnOut::new("项目名称", ColumnKind::Text).width(30),
        ColumnOut::new("节点", ColumnKind::Text),
        page.habit.days_column("日期"),
        ColumnOut::new("佐证材料", ColumnKind::Text).width(30),
    ];
    let mut steps: Vec<(NaiveDate, &str, MilestoneKind, &Project)> = page
        .city
        .projects
        .iter()
        .filter(|project| project.unit == page.unit)
        .flat_map(|project| project.milestones.iter().map(move |step| (project, step)))
        .filter(|(_, step)| page.holds(step.on))
        .map(|(project, step)| (step.on, project.code.as_str(), step.kind, project))
        .collect();
    steps.sort_by_key(|(on, code, kind, _)| (*on, *code, *kind));
    sheet.rows = steps
        .into_iter()
        .map(|(on, code, kind, project)| {
            let (name, evidence) = words::milestone(kind);
            vec![
                CellOut::Text(code.to_owned()),
                CellOut::Text(project.name.clone()),
                CellOut::Text(name.to_owned()),
                page.habit.day(on),
                CellOut::Text(evidence.to_owned()),
            ]
        })
        .collect();
    sheet
}
