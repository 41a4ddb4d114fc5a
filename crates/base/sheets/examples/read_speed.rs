//! Reads a sheet of 100,000 rows by 12 columns with the bare parser and with
//! this crate, and prints the times. `cargo run --profile fast --example
//! read_speed -p sheets [bare|sheets]`; with an argument only that one runs,
//! so that its peak of memory shows. The strings are shared, as Excel writes
//! them; a second file holds them in the cells, as streaming writers do.

use std::io::Cursor;
use std::time::Instant;

use calamine::{Data, Reader, Xlsx};
use sheets::{CellOut, ColumnKind, ColumnOut, MoneyUnit, SheetOut, Stream, read, write};

const ROWS: i64 = 100_000;

fn main() {
    let only = std::env::args().nth(1);
    for (name, shared) in [("shared", true), ("inline", false)] {
        let path = std::env::temp_dir().join(format!("sheets-read-speed-{name}.xlsx"));
        if !path.exists() {
            let started = Instant::now();
            let bytes = workbook(shared);
            println!(
                "{name}: written in {:?}, peak {}",
                started.elapsed(),
                peak()
            );
            std::fs::write(&path, bytes).expect("the temporary folder can be written");
        }
        measure(&path, only.as_deref());
    }
}

/// Reads a file five times each way.
fn measure(path: &std::path::Path, only: Option<&str>) {
    let bytes = std::fs::read(path).expect("just seen");
    println!("{}: {} bytes", path.display(), bytes.len());
    for round in 0..5 {
        if only != Some("sheets") {
            let started = Instant::now();
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
            let range = book.worksheet_range("资金").expect("its sheet");
            let filled = range.used_cells().filter(|c| *c.2 != Data::Empty).count();
            println!(
                "round {round}: bare   {:?} ({filled} cells), peak {}",
                started.elapsed(),
                peak()
            );
        }
        if only != Some("bare") {
            let started = Instant::now();
            let book = read("speed.xlsx", &bytes).expect("a workbook");
            let rows = book.sheets[0].tables[0].rows.len();
            println!(
                "round {round}: sheets {:?} ({rows} rows), peak {}",
                started.elapsed(),
                peak()
            );
        }
    }
}

/// A table of funds as an export writes it.
fn workbook(shared: bool) -> Vec<u8> {
    let kinds = [
        ("凭证号", ColumnKind::Code),
        ("合同编号", ColumnKind::Code),
        ("项目名称", ColumnKind::Text),
        ("填报单位", ColumnKind::Text),
        ("投资方", ColumnKind::Text),
        ("到位日期", ColumnKind::Date),
        ("到位金额", ColumnKind::Money(MoneyUnit::TenThousandYuan)),
        ("其中省外", ColumnKind::Money(MoneyUnit::TenThousandYuan)),
        ("省外占比", ColumnKind::Percent),
        ("资金类别", ColumnKind::Text),
        ("序次", ColumnKind::Int),
        ("备注", ColumnKind::Text),
    ];
    let sheet = SheetOut {
        name: "资金".to_owned(),
        title: Some("到位资金明细".to_owned()),
        unit_line: Some("单位：万元".to_owned()),
        columns: kinds
            .iter()
            .map(|(header, kind)| ColumnOut::new(*header, *kind))
            .collect(),
        ..SheetOut::default()
    };
    let rows = (0..ROWS).map(row);
    if shared {
        return write(&[SheetOut {
            rows: rows.collect(),
            ..sheet
        }])
        .expect("a workbook");
    }
    let mut stream = Stream::new(sheet).expect("a sheet");
    for cells in rows {
        stream.row(&cells).expect("a row");
    }
    stream.finish().expect("a workbook")
}

fn row(row: i64) -> Vec<CellOut> {
    let first = chrono::NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
    let unit = MoneyUnit::TenThousandYuan;
    let fen = row * 7_919 % 90_000_000_000 + 12_345;
    let district = ["张店区", "淄川区", "临淄区", "高新区"][usize::try_from(row % 4).unwrap_or(0)];
    vec![
        CellOut::Text(format!("HD{row:08}")),
        CellOut::Text(format!("2023-{:05}", row / 7)),
        CellOut::Text(format!("某新材料产业园项目第{}期", row % 500)),
        CellOut::Text(district.to_owned()),
        CellOut::Text(format!("某某控股集团有限公司{}", row % 900)),
        CellOut::Date(first + chrono::TimeDelta::days(row % 540)),
        CellOut::Money { fen, unit },
        CellOut::Money { fen: fen / 3, unit },
        CellOut::Percent(row % 10_000),
        CellOut::Text("实缴注册资本".to_owned()),
        CellOut::Int(row),
        CellOut::Text("按季度核对".to_owned()),
    ]
}

/// Peak of memory of this process, where the system tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|l| l.strip_prefix("VmHWM:"))
        .map_or_else(|| "?".to_owned(), |l| l.trim().to_owned())
}
