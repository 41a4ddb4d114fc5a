//! 护商名单, 护商活动 and 企业问题 of a unit.

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut};

use super::Page;
use super::cells::{code, columns, text};
use crate::records::Party;

/// 护商专员 012
fn officer(number: usize) -> CellOut {
    CellOut::Text(format!("护商专员 {number:03}"))
}

/// 护商名单.
pub(super) fn roster(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("护商名单", "护商服务名单", false);
    sheet.columns = page.company_columns();
    sheet.columns.push(code("项目编号"));
    sheet.columns.extend(columns(["责任单位"]));
    sheet.columns.push(page.habit.days_column("入选日期"));
    sheet.columns.extend(columns(["入选规则", "护商专员"]));
    sheet.columns.push(page.habit.days_column("移出日期"));
    let roster = page.city.records.roster.iter();
    sheet.rows = roster
        .filter(|member| member.unit == page.unit)
        .filter_map(|member| {
            let has_ended = page.of_life(member.enrolled_on, member.released_on)?;
            let (company, project) = match member.party {
                Party::Company(at) => (Some(at), None),
                Party::Project(at) => (None, Some(at)),
            };
            let mut row = page.company(company).to_vec();
            row.extend([
                page.project(project),
                text(page.unit_name(member.unit)),
                page.habit.day(member.enrolled_on),
                text(member.rule),
                officer(member.officer),
                page.day(member.released_on.filter(|_| has_ended)),
            ]);
            Some(row)
        })
        .collect();
    sheet
}

/// 护商活动.
pub(super) fn visits(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("护商活动", "护商服务活动台账", false);
    sheet.columns = vec![code("活动编号")];
    sheet.columns.extend(columns(["方式", "类型"]));
    sheet.columns.push(page.habit.days_column("日期"));
    sheet.columns.extend(columns(["责任单位", "护商专员"]));
    sheet.columns.extend(page.company_columns());
    sheet.columns.push(code("项目编号"));
    sheet.columns.extend(columns(["了解到的进展", "需求"]));
    let visits = page.city.records.visits.iter();
    sheet.rows = visits
        .filter(|visit| visit.unit == page.unit && page.holds(visit.on))
        .map(|visit| {
            let mut row = vec![
                text(&visit.code),
                text(visit.mode),
                text(visit.purpose),
                page.habit.day(visit.on),
                text(page.unit_name(visit.unit)),
                officer(visit.officer),
            ];
            row.extend(page.company(visit.company));
            row.extend([
                page.project(visit.project),
                text(visit.progress),
                text(visit.wish),
            ]);
            row
        })
        .collect();
    sheet
}

/// 企业问题.
pub(super) fn problems(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("企业问题", "企业问题台账", false);
    sheet.columns = vec![code("问题编号")];
    sheet.columns.extend(columns(["类别", "责任单位"]));
    sheet.columns.extend(page.company_columns());
    sheet.columns.push(code("项目编号"));
    sheet.columns.push(page.habit.days_column("提出日期"));
    sheet
        .columns
        .push(ColumnOut::new("问题内容", ColumnKind::Text).width(30));
    sheet.columns.push(code("来源活动编号"));
    sheet.columns.push(page.habit.days_column("解决日期"));
    sheet
        .columns
        .push(ColumnOut::new("解决办法", ColumnKind::Text).width(30));
    let records = &page.city.records;
    let problems = records.problems.iter();
    sheet.rows = problems
        .filter(|problem| problem.unit == page.unit)
        .filter_map(|problem| {
            let is_solved = page.of_life(problem.raised_on, problem.solved.map(|(on, _)| on))?;
            let solved = problem.solved.filter(|_| is_solved);
            let visit = problem.visit.map(|at| &records.visits[at]);
            let mut row = vec![
                text(&problem.code),
                text(problem.category),
                text(page.unit_name(problem.unit)),
            ];
            row.extend(page.company(problem.company));
            row.extend([
                page.project(problem.project),
                page.habit.day(problem.raised_on),
                CellOut::Text(format!("演示问题：{}", problem.category)),
                text(visit.map_or("", |visit| &visit.code)),
                page.day(solved.map(|(on, _)| on)),
                text(solved.map_or("", |(_, how)| how)),
            ]);
            Some(row)
        })
        .collect();
    sheet
}
