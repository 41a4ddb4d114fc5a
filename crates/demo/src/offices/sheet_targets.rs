//! 企业荣誉, 产业链, 产业链环节 and 目标企业: lists of the whole city.

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut};

use super::Page;
use super::cells::{code, columns, text};
use crate::chains::{CHAINS, NODES, strength};

/// 企业荣誉.
pub(super) fn honours(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("企业荣誉", "企业荣誉表", false);
    sheet.columns = page.company_columns();
    sheet.columns.extend([
        ColumnOut::new("称号", ColumnKind::Text),
        ColumnOut::new("年度", ColumnKind::Int),
        ColumnOut::new("来源", ColumnKind::Text).width(24),
    ]);
    let honours = page.city.records.honours.iter();
    sheet.rows = honours
        .filter(|honour| page.is_citys() && Some(honour.month) == page.month)
        .map(|honour| {
            let mut row = page.company(Some(honour.company)).to_vec();
            row.extend([
                text(honour.title),
                CellOut::Int(i64::from(honour.year)),
                text(&honour.source),
            ]);
            row
        })
        .collect();
    sheet
}

/// 产业链: with the opening.
pub(super) fn chains(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("产业链", "产业链表", false);
    sheet.columns = vec![code("产业链编号")];
    sheet.columns.extend(columns(["产业链名称", "类型"]));
    if page.is_citys() && page.month.is_none() {
        sheet.rows = CHAINS
            .iter()
            .map(|chain| vec![text(chain.code), text(chain.name), text(chain.kind)])
            .collect();
    }
    sheet
}

/// 产业链环节: with the opening.
pub(super) fn nodes(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("产业链环节", "产业链环节表", false);
    sheet.columns = columns(["产业链", "环节", "上级环节", "下游环节", "强弱", "说明"]);
    if page.is_citys() && page.month.is_none() {
        sheet.rows = CHAINS
            .iter()
            .enumerate()
            .filter(|(_, chain)| chain.has_nodes())
            .flat_map(|(at, chain)| NODES.iter().enumerate().map(move |node| (at, chain, node)))
            .map(|(at, chain, (of_chain, node))| {
                vec![
                    text(chain.name),
                    text(node.name),
                    text(node.above),
                    text(&node.below.join("；")),
                    text(strength(at, of_chain)),
                    CellOut::Empty,
                ]
            })
            .collect();
    }
    sheet
}

/// 目标企业.
pub(super) fn targets(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("目标企业", "头部目标企业清单", false);
    sheet.columns = page.company_columns();
    sheet
        .columns
        .extend(columns(["批次", "产业链", "环节", "责任单位", "推荐来源"]));
    sheet.columns.extend([
        page.habit.days_column("确定日期"),
        page.habit.days_column("移出日期"),
    ]);
    let targets = page.city.records.target_companies.iter();
    sheet.rows = targets
        .filter(|_| page.is_citys())
        .filter_map(|target| {
            let has_ended = page.of_life(target.determined_on, target.given_up_on)?;
            let mut row = page.company(Some(target.company)).to_vec();
            row.extend([
                text(&target.batch),
                text(CHAINS[target.chain].name),
                text(target.node.unwrap_or_default()),
                text(page.unit_name(target.unit)),
                text(target.recommended_by),
                page.habit.day(target.determined_on),
                page.day(target.given_up_on.filter(|_| has_ended)),
            ]);
            Some(row)
        })
        .collect();
    sheet
}
