//! 专项行动, 专项行动目标 and 政策文件: lists of the whole city.

use kernel::Month;
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut};

use super::Page;
use super::cells::{code, columns, text};
use crate::records::Campaign;

/// 2023-07
fn month(number: i32) -> CellOut {
    let month = Month::from_number(number).expect("campaigns name months");
    CellOut::Text(month.to_string())
}

fn of_page<'p>(page: &'p Page) -> impl Iterator<Item = &'p Campaign> {
    let campaigns = page.city.records.campaigns.iter();
    campaigns.filter(|campaign| page.is_citys() && Some(campaign.month) == page.month)
}

/// 专项行动.
pub(super) fn campaigns(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("专项行动", "专项行动表", false);
    sheet.columns = vec![code("行动编号")];
    sheet
        .columns
        .extend(columns(["行动名称", "开始月份", "结束月份", "依据文件"]));
    sheet.rows = of_page(page)
        .map(|campaign| {
            vec![
                text(campaign.code),
                text(campaign.name),
                month(campaign.from),
                month(campaign.until),
                text(campaign.basis),
            ]
        })
        .collect();
    sheet
}

/// 专项行动目标.
pub(super) fn goals(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("专项行动目标", "专项行动目标表", false);
    sheet.columns = vec![code("行动编号")];
    sheet.columns.extend(columns(["指标", "口径"]));
    sheet
        .columns
        .push(ColumnOut::new("目标值", ColumnKind::Int));
    sheet.columns.extend(columns(["截至月份"]));
    sheet.rows = of_page(page)
        .flat_map(|campaign| campaign.goals.iter().map(move |goal| (campaign, goal)))
        .map(|(campaign, goal)| {
            vec![
                text(campaign.code),
                text(goal.indicator),
                text(goal.measure),
                CellOut::Int(goal.percent),
                month(goal.until),
            ]
        })
        .collect();
    sheet
}

/// 政策文件.
pub(super) fn documents(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("政策文件", "政策文件台账", false);
    sheet.columns = vec![code("文号")];
    sheet
        .columns
        .extend(columns(["文件名称", "性质", "领域", "印发单位"]));
    sheet.columns.push(page.habit.days_column("印发日期"));
    sheet.columns.push(code("专项行动"));
    let documents = page.city.records.documents.iter();
    sheet.rows = documents
        .filter(|document| page.is_citys() && page.holds(document.issued_on))
        .map(|document| {
            let campaign = document.campaign;
            vec![
                text(&document.number),
                text(&document.name),
                text(document.nature),
                text(document.theme),
                text(page.unit_name(document.unit)),
                page.habit.day(document.issued_on),
                text(campaign.map_or("", |at| page.city.records.campaigns[at].code)),
            ]
        })
        .collect();
    sheet
}
