//! 企业: the project companies of a unit's new projects.

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut};

use super::Page;

pub(super) fn sheet(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("企业", "项目公司名册", false);
    sheet.columns = vec![
        ColumnOut::new("企业名称", ColumnKind::Text).width(34),
        ColumnOut::new("统一社会信用代码", ColumnKind::Code).width(24),
        ColumnOut::new("注册地区划代码", ColumnKind::Code).width(14),
        ColumnOut::new("所属集团", ColumnKind::Text),
    ];
    sheet.rows = page
        .city
        .projects
        .iter()
        .filter(|project| project.unit == page.unit && page.holds(project.agreed_on))
        .filter_map(|project| project.company.as_ref())
        .map(|company| {
            vec![
                CellOut::Text(company.name.clone()),
                CellOut::Text(company.credit_code.clone().unwrap_or_default()),
                CellOut::Text(company.division.to_owned()),
                CellOut::Text(company.group.clone().unwrap_or_default()),
            ]
        })
        .collect();
    sheet
}
