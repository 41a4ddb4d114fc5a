//! Sheets as offices lay them out.

use sheets::{
    Cell, CellOut, ColumnKind, ColumnOut, DropReason, MoneyUnit, SheetOut, Table, TotalRow, Unit,
    read, write,
};

const WAN: MoneyUnit = MoneyUnit::TenThousandYuan;

/// The first table of lines of comma-separated cells.
fn table(lines: &[&str]) -> Table {
    let book = read("a.csv", lines.join("\n").as_bytes()).unwrap();
    book.sheets[0]
        .tables
        .first()
        .cloned()
        .unwrap_or_else(|| panic!("no table in {lines:?}"))
}

fn headers(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|c| c.header.as_str()).collect()
}

fn numbers(table: &Table) -> Vec<u32> {
    table.rows.iter().map(|r| r.number).collect()
}

fn dropped(table: &Table) -> Vec<(u32, DropReason)> {
    table.dropped.iter().map(|d| (d.number, d.reason)).collect()
}

#[test]
fn an_office_workbook_is_read_as_its_makers_mean_it() {
    let sheet = SheetOut {
        name: "2023年6月".to_owned(),
        title: Some("张店区2023年6月到位资金情况表".to_owned()),
        preface: vec!["填报单位：张店区投资促进局".to_owned()],
        unit_line: Some("单位：万元".to_owned()),
        sequence: true,
        columns: vec![
            ColumnOut::new("项目名称", ColumnKind::Text),
            ColumnOut::new("本月", ColumnKind::Money(WAN)).group("到位资金"),
            ColumnOut::new("累计", ColumnKind::Money(WAN)).group("到位资金"),
            ColumnOut::new("到位日期", ColumnKind::Date),
        ],
        rows: vec![
            vec![
                CellOut::Text("甲项目".into()),
                CellOut::Money {
                    fen: 12_345_600,
                    unit: WAN,
                },
            ],
            vec![
                CellOut::Text("乙项目".into()),
                CellOut::Text("1,200.5".into()),
                CellOut::Empty,
                CellOut::Text("2023.6.5".into()),
            ],
        ],
        total: Some(TotalRow {
            label: "合 计".into(),
            cells: vec![CellOut::Empty, CellOut::Money { fen: 12, unit: WAN }],
        }),
        notes: vec![
            "注：本表由各区县填报".to_owned(),
            "2.数据截至月末".to_owned(),
            "填表人：联系人 012".to_owned(),
        ],
        ..SheetOut::default()
    };
    let book = read("a.xlsx", &write(&[sheet]).unwrap()).unwrap();
    let table = &book.sheets[0].tables[0];
    assert_eq!(
        table.title.as_deref(),
        Some("张店区2023年6月到位资金情况表")
    );
    assert_eq!(table.unit, Some(Unit::Money(WAN)));
    assert_eq!(table.header_rows, 4..=5);
    assert_eq!(
        headers(table),
        [
            "序号",
            "项目名称",
            "到位资金/本月",
            "到位资金/累计",
            "到位日期"
        ]
    );
    assert_eq!(table.sequence, Some(0));
    assert_eq!(numbers(table), [6, 7]);
    assert_eq!(
        table.rows[0].cells[2],
        Cell::Number("12.3456".parse().unwrap())
    );
    assert_eq!(table.rows[1].cells[2], Cell::Text("1,200.5".into()));
    assert_eq!(
        dropped(table),
        [
            (8, DropReason::Total),
            (9, DropReason::Footnote),
            (10, DropReason::Footnote),
            (11, DropReason::Footnote)
        ]
    );
}

#[test]
fn annexes_titles_and_blank_rows_stand_over_the_header() {
    let table = table(&[
        "附件2",
        "",
        "全市重点项目汇总表（单位：亿元）,,,",
        "填报单位：张店区,,填报日期：2023-06-30,",
        "序号,项目名称,总投资,备注",
        "1,甲项目,1.5,",
    ]);
    assert_eq!(table.title.as_deref(), Some("全市重点项目汇总表"));
    assert_eq!(table.unit, Some(Unit::Money(MoneyUnit::HundredMillionYuan)));
    assert_eq!(table.header_rows, 5..=5);
    assert_eq!(numbers(&table), [6]);
}

#[test]
fn two_header_rows_without_merged_cells_are_joined() {
    let table = table(&[
        "序号,项目名称,投资（万元）,,建设地点",
        ",,计划,完成,",
        "1,甲项目,100,50,张店区",
        "2,乙项目,200,60,周村区",
    ]);
    assert_eq!(
        headers(&table),
        ["序号", "项目名称", "投资/计划", "投资/完成", "建设地点"]
    );
    assert_eq!(table.columns[3].unit, Some(Unit::Money(WAN)));
    assert_eq!(table.columns[3].letter, "D");
    assert_eq!(numbers(&table), [3, 4]);
}

#[test]
fn sums_headings_and_repeated_headers_are_dropped_and_reported() {
    let table = table(&[
        "序号,区县,项目名称,金额",
        "甲,乙,1,2",
        "一、工业项目,,,",
        "1,张店区,甲项目,5",
        "2,张店区,乙项目,6",
        ",张店区,小计,11",
        "序号,区县,项目名称,金额",
        "3,周村区,丙项目,7",
        "4,,,",
        "合计,,,18",
        "单位：万元,,,",
        "备注：以上为初步数,,,",
    ]);
    assert_eq!(numbers(&table), [4, 5, 8]);
    assert_eq!(
        dropped(&table),
        [
            (2, DropReason::ColumnNumbers),
            (3, DropReason::Group),
            (6, DropReason::Total),
            (7, DropReason::RepeatedHeader),
            (9, DropReason::OnlySequence),
            (10, DropReason::Total),
            (11, DropReason::UnitLine),
            (12, DropReason::Footnote),
        ]
    );
    assert_eq!(table.dropped[1].text, "一、工业项目");
}

#[test]
fn a_name_that_contains_a_sum_is_data() {
    let table = table(&[
        "项目编号,项目名称,科目",
        "A1,合计科技园项目,支出",
        "A2,支出合计,其他",
    ]);
    assert_eq!(numbers(&table), [2, 3]);
    assert!(table.dropped.is_empty());
}

#[test]
fn a_row_with_only_a_name_stays_data_so_that_it_is_refused_aloud() {
    let table = table(&["序号,企业名称,代码,地址", "1,甲公司,01,某路", ",乙公司,,"]);
    assert_eq!(numbers(&table), [2, 3]);
}

#[test]
fn a_table_may_start_anywhere() {
    let table = table(&[
        ",,,",
        ",,企业名称,代码,",
        ",,甲公司,0012,",
        ",,乙公司,0013,备用",
    ]);
    assert_eq!(headers(&table), ["企业名称", "代码", ""]);
    assert_eq!(
        (table.columns[0].index, table.columns[0].letter.as_str()),
        (2, "C")
    );
    assert_eq!(
        table.rows[0].cells,
        [
            Cell::Text("甲公司".into()),
            Cell::Text("0012".into()),
            Cell::Empty
        ]
    );
}

#[test]
fn a_second_table_with_other_columns_is_a_table_of_its_own() {
    let book = read(
        "a.csv",
        "地区,公共服务,外交\n张店区,1,2\n周村区,3,4\n续表1,,\n单位：亿元,,\n地区,卫生,环保\n张店区,5,6\n续表2,,\n地区,卫生,环保\n周村区,7,8".as_bytes(),
    )
    .unwrap();
    let tables = &book.sheets[0].tables;
    assert_eq!(tables.len(), 2);
    assert_eq!(numbers(&tables[0]), [2, 3]);
    assert_eq!(numbers(&tables[1]), [7, 10]);
    assert_eq!(headers(&tables[1]), ["地区", "卫生", "环保"]);
    assert_eq!(
        dropped(&tables[1]),
        [
            (8, DropReason::RepeatedHeader),
            (9, DropReason::RepeatedHeader)
        ]
    );
}

#[test]
fn a_table_in_gb18030_text_is_read() {
    let text = "企业名称,金额（万元）\r\n甲公司,\"1,200.50\"\r\n";
    let bytes: Vec<u8> = encoding_rs::GB18030.encode(text).0.into_owned();
    let book = read("资金.csv", &bytes).unwrap();
    assert_eq!(book.sheets[0].name, "资金");
    let table = &book.sheets[0].tables[0];
    assert_eq!(table.columns[1].unit, Some(Unit::Money(WAN)));
    assert_eq!(table.rows[0].cells[1], Cell::Text("1,200.50".into()));
}

#[test]
fn a_workbook_serialises_for_people_who_debug() {
    let table = table(&["企业名称,数量", "甲公司,1"]);
    let json = serde_json::to_value(&table).unwrap();
    assert_eq!(json["header_rows"], serde_json::json!([1, 1]));
    assert_eq!(json["rows"][0]["cells"], serde_json::json!(["甲公司", "1"]));
}
