//! Small workbooks made by hand, reckoned by head.

use super::{HandedIn, Workbooks};
use crate::evaluator::{Lamp, Worth};
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, TotalRow};

fn sheet(unit_line: &str, headers: &[&str], rows: &[&[&str]]) -> SheetOut {
    SheetOut {
        name: headers[headers.len() - 1].to_owned(),
        title: Some("示范市招商引资情况表".into()),
        unit_line: (!unit_line.is_empty()).then(|| unit_line.to_owned()),
        columns: headers
            .iter()
            .map(|header| ColumnOut::new(*header, ColumnKind::Text))
            .collect(),
        rows: rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|cell| match *cell {
                        "" => CellOut::Empty,
                        text => CellOut::Text(text.to_owned()),
                    })
                    .collect()
            })
            .collect(),
        ..SheetOut::default()
    }
}

const PROJECT: [&str; 10] = [
    "项目编号",
    "项目名称",
    "责任单位",
    "联合单位",
    "记功方式",
    "责任单位占比",
    "投资方",
    "投资方注册地",
    "投资占比",
    "计划总投资",
];

fn base() -> Vec<SheetOut> {
    let units: [&[&str]; 4] = [
        &["370300", "示范市", "", "否"],
        &["370303", "东区", "370300", "是"],
        &["370302", "西区", "370300", "是"],
        &["370300-GX", "新区", "370302", "是"],
    ];
    let plans: [&[&str]; 4] = [
        &["2023", "示范市", "到位省外资金", "0.0002", "亿元"],
        &["2023", "东区", "到位省外资金", "2", "万元"],
        &["2023", "西区", "到位省外资金", "1", "万元"],
        &["2023", "示范市", "新引进过亿元项目", "4", "个"],
    ];
    vec![
        sheet(
            "",
            &["单位代码", "单位名称", "上级单位", "参加排名"],
            &units,
        ),
        sheet("", &["年度", "单位", "指标", "目标值", "计量单位"], &plans),
    ]
}

fn projects() -> SheetOut {
    let rows: [&[&str]; 5] = [
        // Wholly from another province.
        &[
            "P1",
            "一号",
            "东区",
            "",
            "独占",
            "",
            "甲公司",
            "320505",
            "100",
            "30,000",
        ],
        // 33.37 % of two investors, shared 25 : 75.
        &[
            "P2",
            "二号",
            "新区",
            "东区",
            "按比例",
            "25%",
            "乙公司；丙公司",
            "110101；370102",
            "33.37；66.63",
            "20000",
        ],
        // Both units have it whole; equal shares of three, two of which count.
        &[
            "P3",
            "三号",
            "370303",
            "370300-GX",
            "双计",
            "",
            "丁；戊；己",
            "440305；810000；510104",
            "",
            "15000.5",
        ],
        // Foreign and of this province.
        &[
            "P4",
            "四号",
            "西区",
            "",
            "",
            "",
            "庚；辛",
            "德国；370303",
            "50；50",
            "1",
        ],
        &[
            "P5", "五号", "西区", "", "独占", "", "壬", "120101", "100", "10000",
        ],
    ];
    let mut sheet = sheet("单位：万元", &PROJECT, &rows);
    let mut total = vec![CellOut::Empty; PROJECT.len()];
    total[9] = CellOut::Text("75001.5".into());
    sheet.total = Some(TotalRow {
        label: "合计".into(),
        cells: total,
    });
    sheet
}

fn city(months: &[(Option<i32>, Vec<SheetOut>)]) -> Workbooks {
    let mut files = vec![(None, sheets::write(&base()).unwrap())];
    for (month, sheets) in months {
        files.push((*month, sheets::write(sheets).unwrap()));
    }
    let handed_in = files.iter().map(|(month, bytes)| HandedIn {
        name: "表.xlsx",
        month: *month,
        bytes,
    });
    Workbooks::read(202_301, handed_in).unwrap()
}

fn milestones(rows: &[&[&str]]) -> SheetOut {
    sheet("", &["项目编号", "节点", "日期"], rows)
}

fn funds(unit: &str, rows: &[&[&str]]) -> SheetOut {
    let amount = format!("到账金额（{unit}）");
    sheet("", &["凭证号", "项目编号", "到账日期", &amount], rows)
}

fn number(books: &Workbooks, indicator: &str, unit: &str, window: (i32, i32)) -> i128 {
    match books.ask(indicator, unit, window).unwrap().value {
        Some(Worth::Number(number)) => number,
        other => panic!("{indicator} of {unit} is {other:?}"),
    }
}

#[test]
fn funds_count_by_province_and_credit_to_the_fen() {
    let rows: [&[&str]; 4] = [
        &["V1", "P1", "2023.1.5", "1.01"],
        &["V2", "P2", "2023-01-06", "1,000.01"],
        &["V3", "P3", "2023年1月7日", "100"],
        &["V4", "P4", "20230108", "5000"],
    ];
    let books = city(&[
        (Some(202_301), vec![projects(), funds("元", &rows)]),
        (
            Some(202_302),
            vec![funds("万元", &[&["V5", "P1", "2023/2/1", "1"]])],
        ),
    ]);
    let january = (202_301, 202_301);
    // 1000.01 × 33.37 % = 333.703337 → 333.70, of which 25 % = 83.425 → 83.43.
    // Of equal shares 33.33 + 33.34 + 33.33 the first and the last count: 66.66.
    let (one, two, three) = (101, 33_370, 6_666);
    let of = |unit| number(&books, "funds_arrived", unit, january);
    assert_eq!(of("370300-GX"), 8_343 + three);
    assert_eq!(of("370303"), one + (two - 8_343) + three);
    assert_eq!(of("370302"), 8_343 + three);
    assert_eq!(of("370300"), one + two + three);
    assert_eq!(
        number(&books, "funds_arrived", "370303", (202_302, 202_302)),
        1_000_000
    );
    assert_eq!(
        number(&books, "funds_arrived", "370300", (202_301, 202_302)),
        1_040_137
    );
}

#[test]
fn targets_give_completion_light_and_rank() {
    let rows: [&[&str]; 2] = [
        &["V1", "P1", "2023.6.5", "10000"],
        &["V2", "P5", "2023.6.5", "1999.99"],
    ];
    let books = city(&[(Some(202_306), vec![projects(), funds("元", &rows)])]);
    let ask = |unit| {
        books
            .ask("funds_arrived", unit, (202_301, 202_306))
            .unwrap()
    };
    let (east, west) = (ask("370303"), ask("370302"));
    assert_eq!((east.plan, east.completion), (Some(2_000_000), Some(500)));
    assert_eq!(
        (east.on_schedule, east.lamp, east.rank),
        (Some(true), Some(Lamp::Green), Some(1))
    );
    // 1999.99 of 10000 is 30.0001 points behind.
    assert_eq!(
        (west.on_schedule, west.lamp, west.rank),
        (Some(false), Some(Lamp::Red), Some(2))
    );
    assert_eq!(
        (ask("370300").plan, ask("370300").rank),
        (Some(2_000_000), None)
    );
    let month = books
        .ask("funds_arrived", "370303", (202_306, 202_306))
        .unwrap();
    assert_eq!(
        (month.plan, month.rank, month.last_year),
        (None, None, None)
    );
    let both = |unit| {
        books
            .ask("double_half", unit, (202_301, 202_306))
            .unwrap()
            .value
    };
    assert_eq!(both("370303"), Some(Worth::Truth(true)));
    assert_eq!(
        both("370300"),
        Some(Worth::Truth(false)),
        "no project of four"
    );
    assert_eq!(both("370300-GX"), None);
}

#[test]
fn milestones_count_in_the_month_of_their_workbook() {
    let opening: [&[&str]; 3] = [
        &["P1", "见证签约", "2022.3.1"],
        &["P1", "列入顶格推进", "2022.3.2"],
        &["P5", "开工", "2022.5.1"],
    ];
    let january: [&[&str]; 4] = [
        &["P2", "新引进", "2023.1.3"],
        &["P2", "见证签约", "2023.1.4"],
        &["P3", "新引进", "2023.1.5"],
        &["P1", "开工", "2023.1.6"],
    ];
    let march: [&[&str]; 5] = [
        &["P1", "移出顶格推进", "2023.3.1"],
        &["P3", "列入顶格推进", "2023.3.2"],
        &["P1", "退出", "2023.3.9"],
        &["P2", "开工", "2023.3.9"],
        &["P5", "新引进", "2023.3.9"],
    ];
    let books = city(&[
        (None, vec![projects(), milestones(&opening)]),
        (Some(202_301), vec![milestones(&january)]),
        (Some(202_303), vec![milestones(&march)]),
    ]);
    let city = |indicator, from, until| number(&books, indicator, "370300", (from, until));
    assert_eq!(city("new_projects_over_100m", 202_301, 202_303), 3);
    assert_eq!(city("new_projects_over_100m", 202_302, 202_303), 1);
    let planned = "new_projects_over_100m_planned_investment";
    assert_eq!(city(planned, 202_301, 202_301), 35_000_500_000);
    // P5 started before the books: that is no year's figure.
    assert_eq!(city("newly_started_projects", 202_301, 202_303), 2);
    assert_eq!(city("witnessed_projects", 202_301, 202_302), 2);
    assert_eq!(
        city("witnessed_projects", 202_301, 202_303),
        1,
        "P1 has left"
    );
    assert_eq!(
        city("witnessed_planned_investment", 202_303, 202_303),
        20_000_000_000
    );
    assert_eq!(city("witnessed_started", 202_301, 202_301), 1);
    assert_eq!(city("pushed_projects", 202_301, 202_302), 1);
    assert_eq!(
        city("pushed_planned_investment", 202_303, 202_303),
        15_000_500_000
    );
    assert_eq!(city("pushed_started", 202_303, 202_303), 0);
    let rate = books
        .ask("witnessed_start_rate", "370300", (202_302, 202_302))
        .unwrap();
    assert_eq!(rate.value, Some(Worth::Fraction(1, 2)));
    // A shared count goes to the lead, a double one to both and once to the city.
    let of = |unit| number(&books, "new_projects_over_100m", unit, (202_301, 202_301));
    let counts = ["370300-GX", "370303", "370302", "370300"].map(of);
    assert_eq!(counts, [2, 1, 2, 2]);
}

#[test]
fn what_cannot_be_read_is_named() {
    let wrong = funds("元", &[&["V1", "P9", "2023.1.5", "1"]]);
    let bytes = sheets::write(&[wrong]).unwrap();
    let file = HandedIn {
        name: "一月.xlsx",
        month: Some(202_301),
        bytes: &bytes,
    };
    let refused = Workbooks::read(202_301, [file]).unwrap_err();
    assert_eq!(refused, "一月.xlsx: no project P9");
}
