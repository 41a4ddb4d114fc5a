//! What stands before any project: the units and the annual targets.

use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut};

use crate::city::{CITY_CODE, CITY_NAME, UNITS, UnitKind};
use crate::model::{City, Target};

/// 单位.
pub(super) fn units() -> SheetOut {
    let text = |header: &str| ColumnOut::new(header, ColumnKind::Text);
    let code = |header: &str| ColumnOut::new(header, ColumnKind::Code);
    let int = |header: &str| ColumnOut::new(header, ColumnKind::Int);
    let city = vec![
        CellOut::Text(CITY_CODE.to_owned()),
        CellOut::Text(CITY_NAME.to_owned()),
        CellOut::Text("Zibo".to_owned()),
        CellOut::Text("全市".to_owned()),
        CellOut::Empty,
        CellOut::Text(CITY_CODE.to_owned()),
        CellOut::Text("否".to_owned()),
        CellOut::Int(0),
        CellOut::Empty,
        CellOut::Empty,
    ];
    let units = UNITS.iter().zip(1..).map(|(unit, order)| {
        let tile = |of: fn((i64, i64)) -> i64| {
            unit.tile
                .map_or(CellOut::Empty, |tile| CellOut::Int(of(tile)))
        };
        vec![
            CellOut::Text(unit.code.to_owned()),
            CellOut::Text(unit.name.to_owned()),
            CellOut::Text(unit.name_en.to_owned()),
            CellOut::Text(unit.kind.label().to_owned()),
            CellOut::Text(CITY_CODE.to_owned()),
            match unit.kind {
                UnitKind::District => CellOut::Text(unit.code.to_owned()),
                UnitKind::CityDepartments | UnitKind::Zone => CellOut::Empty,
            },
            CellOut::Text("是".to_owned()),
            CellOut::Int(order),
            tile(|(row, _)| row),
            tile(|(_, column)| column),
        ]
    });
    SheetOut {
        name: "单位".to_owned(),
        title: Some(format!("{CITY_NAME}填报单位（演示数据）")),
        columns: vec![
            code("单位代码"),
            text("单位名称"),
            text("英文名称").width(28),
            text("单位类型"),
            code("上级单位"),
            code("行政区划代码"),
            text("参加排名"),
            int("排序"),
            int("磁贴行"),
            int("磁贴列"),
        ],
        rows: std::iter::once(city).chain(units).collect(),
        ..SheetOut::default()
    }
}

/// 年度目标, one sheet for each year.
pub(super) fn targets(city: &City) -> Vec<SheetOut> {
    let mut years: Vec<i32> = city.targets.iter().map(|target| target.year).collect();
    years.dedup();
    years
        .into_iter()
        .map(|year| targets_of(city, year))
        .collect()
}

fn targets_of(city: &City, year: i32) -> SheetOut {
    let text = |header: &str| ColumnOut::new(header, ColumnKind::Text);
    let of_year = city.targets.iter().filter(|target| target.year == year);
    SheetOut {
        name: format!("{year}年度目标"),
        title: Some(format!("{CITY_NAME}{year}年招商引资年度目标（演示数据）")),
        sequence: true,
        columns: vec![
            ColumnOut::new("年度", ColumnKind::Int),
            text("单位"),
            text("指标").width(22),
            ColumnOut::new("目标值", ColumnKind::Int),
            text("计量单位"),
        ],
        rows: of_year.flat_map(target_rows).collect(),
        ..SheetOut::default()
    }
}

fn target_rows(target: &Target) -> [Vec<CellOut>; 2] {
    let unit = target.unit.map_or(CITY_NAME, |at| UNITS[at].name);
    let row = |indicator: &str, value: i64, measure: &str| {
        vec![
            CellOut::Int(i64::from(target.year)),
            CellOut::Text(unit.to_owned()),
            CellOut::Text(indicator.to_owned()),
            CellOut::Int(value),
            CellOut::Text(measure.to_owned()),
        ]
    };
    [
        row("到位省外资金", target.funds_yi, "亿元"),
        row("新引进过亿元项目", target.projects, "个"),
    ]
}
