//! The workbooks that are mutated.

use std::path::PathBuf;

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet, XlsxError};

use crate::support::{Value, XlsSheet, parts, xls_stream};

/// A workbook, in the layers that can be mutated.
pub(crate) struct Seed {
    /// Its file name.
    pub(crate) name: String,
    /// As a file.
    pub(crate) bytes: Vec<u8>,
    /// The parts of an .xlsx.
    pub(crate) parts: Vec<(String, Vec<u8>)>,
    /// The stream of records of an .xls that was made here.
    pub(crate) stream: Vec<u8>,
}

impl Seed {
    fn file(name: &str, bytes: Vec<u8>) -> Self {
        let parts = if bytes.starts_with(b"PK\x03\x04") {
            parts(&bytes)
        } else {
            Vec::new()
        };
        Self {
            name: name.to_owned(),
            bytes,
            parts,
            stream: Vec::new(),
        }
    }
}

/// Those made here, and those of offices where they are present.
pub(crate) fn all() -> Vec<Seed> {
    let stream = stream();
    let text = "附件1,,,\n全市到位资金情况表,,,\n单位：万元,,,\n序号,项目名称,到位金额,到位日期\n1,甲项目,\"1,200.50\",2023.3.5\n2,乙项目,３００,2023年3月\n合计,,1500.5,\n";
    let gb18030 = encoding_rs::GB18030.encode(text).0.into_owned();
    let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
    let mut seeds = vec![
        Seed::file("a.xlsx", office()),
        Seed::file("b.xlsx", plain()),
        Seed {
            name: "c.xls".to_owned(),
            bytes: crate::support::compound(&stream),
            parts: Vec::new(),
            stream,
        },
        Seed::file("d.csv", text.as_bytes().to_vec()),
        Seed::file("e.csv", gb18030),
        Seed::file("f.csv", [0xff, 0xfe].into_iter().chain(wide).collect()),
    ];
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = folder.join("../../../../shared/data/gov-workbooks");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|all| all.flatten().map(|e| e.path()).collect())
        .unwrap_or_default();
    files.sort();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Ok(bytes) = std::fs::read(&path) {
            seeds.push(Seed::file(&name, bytes));
        }
    }
    seeds
}

/// Title, unit, stacked headers, merged cells, formulas, dates, hidden parts.
fn office() -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet()).expect("what Excel can hold");
    book.add_worksheet()
        .set_hidden(true)
        .write_row(0, 0, ["企业", "代码"])
        .expect("a row");
    book.save_to_buffer().expect("a workbook")
}

fn fill(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let plain = Format::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let percent = Format::new().set_num_format("0.0%");
    sheet.merge_range(0, 0, 0, 5, "全市到位资金情况表", &plain)?;
    sheet.write(1, 0, "单位：万元")?;
    sheet.merge_range(2, 0, 3, 0, "序号", &plain)?;
    sheet.merge_range(2, 1, 3, 1, "项目_x000D_\n名称", &plain)?;
    sheet.merge_range(2, 2, 2, 4, "到位资金", &plain)?;
    sheet.write_row(3, 2, ["本月", "累计", "占比"])?;
    sheet.write(3, 5, "到位日期")?;
    for row in 4..30 {
        sheet.write(row, 0, row - 3)?;
        sheet.write(row, 1, format!("项目{row}"))?;
        sheet.write(row, 2, f64::from(row) * 1.5)?;
        sheet.write_formula(row, 3, Formula::new("=C5*2").set_result("12"))?;
        sheet.write_with_format(row, 4, 0.5, &percent)?;
        sheet.write_with_format(row, 5, 45_000 + row, &date)?;
    }
    sheet.merge_range(40, 1, 42, 1, "合并项目", &plain)?;
    sheet.write(30, 0, "合计")?;
    sheet.write_formula(30, 2, "=SUM(C5:C30)")?;
    sheet.write(31, 0, "注：初步数")?;
    sheet.set_row_hidden(12)?;
    sheet.set_column_hidden(4)?;
    Ok(())
}

/// One header and rows, texts in the cells.
fn plain() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..40 {
        let cells = ["企业名称", "统一社会信用代码", "金额（亿元）"].map(|h| match row {
            0 => h.to_owned(),
            _ => format!("{h}{row}"),
        });
        sheet.write_row(row, 0, cells).expect("a row");
    }
    book.save_to_buffer().expect("a workbook")
}

fn stream() -> Vec<u8> {
    let mut cells: Vec<(u16, u16, Value)> = vec![
        (0, 0, Value::Text("全国学校名单")),
        (1, 0, Value::Shared(0)),
        (1, 1, Value::Shared(1)),
        (1, 2, Value::Shared(2)),
        (2, 0, Value::Text("北京市（92所）")),
    ];
    for row in 3..40 {
        cells.push((row, 0, Value::Number(f64::from(row) - 2.0, 0)));
        cells.push((row, 1, Value::Shared(u32::from(row) % 4)));
        cells.push((row, 2, Value::Number(0.5, 1)));
        cells.push((row, 3, Value::Formula(2.5)));
        cells.push((row, 4, Value::TextFormula("文字")));
    }
    let sheets = [
        XlsSheet {
            name: "名单",
            cells,
            merges: vec![[0, 0, 0, 4], [2, 2, 0, 4]],
            hidden: (vec![5], vec![3]),
            ..XlsSheet::default()
        },
        XlsSheet {
            name: "旧",
            state: 1,
            cells: vec![(0, 0, Value::Text("甲"))],
            ..XlsSheet::default()
        },
    ];
    xls_stream(&["序号", "学校名称", "占比", "山东大学"], &sheets)
}
