//! 项目: a unit's new projects.

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, TotalRow};

use super::Page;
use super::habits::percent;
use super::words;
use crate::city::UNITS;
use crate::model::{Credit, Investor, Project};

pub(super) fn sheet(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("项目", "招商引资项目表", true);
    sheet.columns = columns(page);
    let projects: Vec<&Project> = page
        .city
        .projects
        .iter()
        .filter(|project| project.unit == page.unit && page.holds(project.agreed_on))
        .collect();
    sheet.rows = projects.iter().map(|project| row(page, project)).collect();
    if page.habit.sums_up {
        let plan: i64 = projects
            .iter()
            .map(|project| project.planned_investment_fen)
            .sum();
        let mut cells = vec![CellOut::Empty; sheet.columns.len()];
        let at = sheet
            .columns
            .iter()
            .position(|column| column.header.starts_with("计划总投资"))
            .expect("the sheet has this column");
        cells[at] = page.habit.money(plan);
        sheet.total = Some(TotalRow {
            label: "合计".to_owned(),
            cells,
        });
    }
    sheet
}

fn columns(page: &Page) -> Vec<ColumnOut> {
    let habit = page.habit;
    let text = |header: &str| ColumnOut::new(header, ColumnKind::Text);
    let code = |header: &str| ColumnOut::new(header, ColumnKind::Code);
    let mut columns = vec![
        code("项目编号").width(14),
        text("项目名称").width(30),
        text("责任单位"),
        text("联合单位"),
        text("记功方式"),
        text("责任单位占比"),
        code("所在地区划代码").width(16),
    ];
    columns.extend(habit.grouped(
        "投资方情况",
        vec![
            text("投资方").width(36),
            text("投资方注册地").width(16),
            text("投资占比"),
        ],
    ));
    columns.extend(habit.grouped(
        "合同情况",
        vec![
            code("合同编号"),
            text("合同类型"),
            habit.days_column("合同日期"),
            habit.money_column("合同金额"),
        ],
    ));
    columns.extend([
        habit.money_column("计划总投资"),
        text("项目公司").width(34),
        code("立项备案代码"),
        code("行业代码").width(10),
        text("产业链"),
        text("排除情形"),
    ]);
    columns
}

fn row(page: &Page, project: &Project) -> Vec<CellOut> {
    let text = |text: &str| CellOut::Text(text.to_owned());
    let unit = |at: usize| {
        let unit = &UNITS[at];
        text(if page.habit.codes_units {
            unit.code
        } else {
            unit.name
        })
    };
    let (joint, mode, share) = match project.credit {
        Credit::Sole => (CellOut::Empty, "独占", CellOut::Empty),
        Credit::Double { with } => (unit(with), "双计", CellOut::Empty),
        Credit::Shared { with, lead_bp } => {
            let share = format!("{}%", percent(lead_bp));
            (unit(with), "按比例", CellOut::Text(share))
        }
    };
    let each = |of: fn(&Investor) -> String| {
        let parts: Vec<String> = project.investors.iter().map(of).collect();
        CellOut::Text(parts.join("；"))
    };
    let company = project.company.as_ref();
    vec![
        text(&project.code),
        text(&project.name),
        unit(project.unit),
        joint,
        text(mode),
        share,
        text(project.place),
        each(|investor| investor.name.clone()),
        each(|investor| investor.division.to_owned()),
        each(|investor| percent(investor.share_bp)),
        text(project.contract_number.as_deref().unwrap_or_default()),
        text(words::contract_kind(project.contract_kind)),
        page.habit.day(project.agreed_on),
        page.habit.money(project.contract_amount_fen),
        page.habit.money(project.planned_investment_fen),
        text(company.map_or("", |company| &company.name)),
        text(project.filing_code.as_deref().unwrap_or_default()),
        text(project.industry),
        text(project.chain),
        text(project.exclusion.map_or("", words::exclusion)),
    ]
}
