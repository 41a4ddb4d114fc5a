//! 招引平台, 平台引进项目, 储备项目 and 发布记录 of a unit.

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, TotalRow};

use super::cells::{code, columns, text};
use super::{Page, words};
use crate::chains::CHAINS;

/// 招引平台.
pub(super) fn platforms(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("招引平台", "“六个一”招引平台台账", false);
    sheet.columns = vec![
        code("平台编号"),
        ColumnOut::new("平台名称", ColumnKind::Text).width(30),
        ColumnOut::new("责任单位", ColumnKind::Text),
        page.habit.days_column("成立日期"),
    ];
    sheet.columns.extend(columns([
        "一个产业方向",
        "一个工作专班",
        "一支产业基金",
        "一个承载园区",
        "一个科研机构",
        "一套扶持政策",
    ]));
    sheet.columns.push(page.habit.days_column("撤销日期"));
    let platforms = page.city.records.platforms.iter();
    sheet.rows = platforms
        .filter(|platform| platform.unit == page.unit)
        .filter_map(|platform| {
            let has_ended = page.of_life(platform.founded_on, platform.closed_on)?;
            let mut row = vec![
                text(&platform.code),
                text(&platform.name),
                text(page.unit_name(platform.unit)),
                page.habit.day(platform.founded_on),
            ];
            row.extend(platform.components.iter().map(|component| text(component)));
            row.push(page.day(platform.closed_on.filter(|_| has_ended)));
            Some(row)
        })
        .collect();
    sheet
}

/// 平台引进项目: the unit's projects, whosever the platform.
pub(super) fn brought(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("平台引进项目", "平台引进项目表", false);
    sheet.columns = vec![
        code("平台编号"),
        code("项目编号"),
        page.habit.days_column("引进日期"),
    ];
    let records = &page.city.records;
    let brought = records.brought.iter();
    sheet.rows = brought
        .filter(|row| page.city.projects[row.project].unit == page.unit && page.holds(row.on))
        .map(|row| {
            vec![
                text(&records.platforms[row.platform].code),
                page.project(Some(row.project)),
                page.habit.day(row.on),
            ]
        })
        .collect();
    sheet
}

/// 储备项目.
pub(super) fn opportunities(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("储备项目", "招商引资储备项目表", true);
    sheet.columns = vec![
        code("储备编号"),
        ColumnOut::new("项目名称", ColumnKind::Text).width(34),
    ];
    sheet
        .columns
        .extend(columns(["类别", "责任单位", "产业链"]));
    sheet.columns.push(page.habit.money_column("拟投资额"));
    sheet.columns.push(page.habit.days_column("策划日期"));
    sheet.columns.extend(columns(["项目内容"]));
    sheet.columns.push(page.habit.days_column("出库日期"));
    sheet.columns.extend(columns(["出库原因"]));
    let mut sum = 0;
    let opportunities = page.city.records.opportunities.iter();
    sheet.rows = opportunities
        .filter(|of| of.unit == page.unit)
        .filter_map(|of| {
            let has_ended = page.of_life(of.planned_on, of.closed.map(|(on, _)| on))?;
            let closed = of.closed.filter(|_| has_ended);
            sum += of.investment_fen;
            Some(vec![
                text(&of.code),
                text(&of.name),
                text(words::category(of.category, page.habit)),
                text(page.unit_name(of.unit)),
                text(of.chain.map_or("", |at| CHAINS[at].name)),
                page.habit.money(of.investment_fen),
                page.habit.day(of.planned_on),
                text("演示建设内容"),
                page.day(closed.map(|(on, _)| on)),
                text(closed.map_or("", |(_, why)| why)),
            ])
        })
        .collect();
    if page.habit.sums_up {
        let mut cells = vec![CellOut::Empty; sheet.columns.len()];
        cells[5] = page.habit.money(sum);
        sheet.total = Some(TotalRow {
            label: "合计".to_owned(),
            cells,
        });
    }
    sheet
}

/// 发布记录.
pub(super) fn publications(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("发布记录", "储备项目发布记录", false);
    sheet.columns = vec![
        code("储备编号"),
        ColumnOut::new("发布渠道", ColumnKind::Text).width(20),
        page.habit.days_column("发布日期"),
    ];
    let records = &page.city.records;
    let publications = records.publications.iter();
    sheet.rows = publications
        .filter(|row| {
            records.opportunities[row.opportunity].unit == page.unit && page.holds(row.on)
        })
        .map(|row| {
            vec![
                text(&records.opportunities[row.opportunity].code),
                text(row.channel),
                page.habit.day(row.on),
            ]
        })
        .collect();
    sheet
}
