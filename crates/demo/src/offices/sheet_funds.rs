//! 到位资金: what has arrived on a unit's projects in a month.

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, TotalRow};

use super::Page;
use crate::model::Fund;

pub(super) fn sheet(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("到位资金", "到位资金明细表", true);
    let projects = &page.city.projects;
    sheet.columns = vec![
        ColumnOut::new("凭证号", ColumnKind::Code),
        ColumnOut::new("项目编号", ColumnKind::Code).width(14),
        ColumnOut::new("项目名称", ColumnKind::Text).width(30),
        page.habit.days_column("到账日期"),
        page.habit.money_column("到账金额"),
        ColumnOut::new("资金类别", ColumnKind::Text),
        ColumnOut::new("付款方", ColumnKind::Text).width(34),
        ColumnOut::new("凭证类型", ColumnKind::Text).width(20),
    ];
    let funds: Vec<&Fund> = page
        .city
        .funds
        .iter()
        .filter(|fund| Some(fund.month) == page.month && projects[fund.project].unit == page.unit)
        .collect();
    sheet.rows = funds
        .iter()
        .map(|fund| {
            let project = &projects[fund.project];
            vec![
                CellOut::Text(fund.voucher.clone()),
                CellOut::Text(project.code.clone()),
                CellOut::Text(project.name.clone()),
                page.habit.day(fund.arrived_on),
                page.habit.money(fund.amount_fen),
                CellOut::Text(fund.kind.to_owned()),
                CellOut::Text(fund.payer.clone()),
                CellOut::Text(fund.evidence.to_owned()),
            ]
        })
        .collect();
    if page.habit.sums_up {
        let sum = funds.iter().map(|fund| fund.amount_fen).sum();
        let mut cells = vec![CellOut::Empty; sheet.columns.len()];
        cells[4] = page.habit.money(sum);
        sheet.total = Some(TotalRow {
            label: "合计".to_owned(),
            cells,
        });
    }
    sheet
}
