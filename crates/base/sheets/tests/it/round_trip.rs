//! What is written is read back as it was.

use chrono::NaiveDate;
use proptest::prelude::*;
use sheets::parse::{PercentScale, date, integer, money, percent, text};
use sheets::{CellOut, ColumnKind, ColumnOut, MoneyUnit, Row, SheetOut, Stream, Unit, read, write};

const WAN: MoneyUnit = MoneyUnit::TenThousandYuan;

/// A row of one project: name, code, fen, count, basis points, day.
type Record = (String, String, i64, i64, i64, NaiveDate);

fn sheet(records: &[Record], unit: MoneyUnit) -> SheetOut {
    SheetOut {
        name: "资金".to_owned(),
        title: Some("到位资金情况表".to_owned()),
        unit_line: Some(format!("单位：{}", unit.name())),
        sequence: true,
        columns: vec![
            ColumnOut::new("项目名称", ColumnKind::Text).required(),
            ColumnOut::new("项目代码", ColumnKind::Code),
            ColumnOut::new("到位金额", ColumnKind::Money(unit)),
            ColumnOut::new("批次", ColumnKind::Int),
            ColumnOut::new("省外占比", ColumnKind::Percent),
            ColumnOut::new("到位日期", ColumnKind::Date),
        ],
        rows: records.iter().map(|r| cells(r, unit)).collect(),
        ..SheetOut::default()
    }
}

fn cells((name, code, fen, count, points, day): &Record, unit: MoneyUnit) -> Vec<CellOut> {
    vec![
        CellOut::Text(name.clone()),
        CellOut::Text(code.clone()),
        CellOut::Money { fen: *fen, unit },
        CellOut::Int(*count),
        CellOut::Percent(*points),
        CellOut::Date(*day),
    ]
}

fn record(row: &Row, unit: MoneyUnit) -> Record {
    let at = |n: usize| &row.cells[n + 1];
    (
        text(at(0)).unwrap(),
        text(at(1)).unwrap(),
        money(at(2), unit).unwrap(),
        integer(at(3)).unwrap(),
        percent(at(4), PercentScale::Points).unwrap(),
        date(at(5)).unwrap(),
    )
}

fn read_back(bytes: &[u8], unit: MoneyUnit) -> Vec<Record> {
    let book = read("a.xlsx", bytes).unwrap();
    let table = &book.sheets[0].tables[0];
    assert_eq!(table.unit, Some(Unit::Money(unit)));
    assert_eq!(table.dropped, []);
    table.rows.iter().map(|row| record(row, unit)).collect()
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    let day = (0_i64..40_000).prop_map(|days| {
        NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::TimeDelta::days(days)
    });
    let one = (
        "[某甲乙丙][一二三四五六]{2,8}(项目|产业园)",
        "0[0-9]{4,17}",
        any::<i64>(),
        any::<i64>(),
        -1_000_000_i64..1_000_000,
        day,
    );
    prop::collection::vec(one, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_table_of_any_values_is_read_back(records in records(), unit in prop::sample::select(vec![MoneyUnit::Yuan, WAN, MoneyUnit::HundredMillionYuan])) {
        let bytes = write(&[sheet(&records, unit)]).unwrap();
        prop_assert_eq!(read_back(&bytes, unit), records);
    }
}

fn some(count: i64) -> Vec<Record> {
    (0..count)
        .map(|n| {
            let day =
                NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + chrono::TimeDelta::days(n % 365);
            (
                format!("某项目{n}"),
                format!("{n:08}"),
                n * 1_234_567 + 89,
                n,
                n % 10_000,
                day,
            )
        })
        .collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let sheets = [sheet(&some(50), WAN)];
    let first = write(&sheets).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(first, write(&sheets).unwrap());
}

#[test]
fn a_stream_gives_the_same_table_as_the_whole() {
    let records = some(3_000);
    let mut stream = Stream::new(sheet(&records[..10], WAN)).unwrap();
    for one in &records[10..] {
        stream.row(&cells(one, WAN)).unwrap();
    }
    let bytes = stream.finish().unwrap();
    assert_eq!(read_back(&bytes, WAN), records);
}
