//! Workbooks made by hand, for what the crates that write them cannot write:
//! .xls, and archives with parts replaced.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A record of an .xls.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a short record");
    [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
}

/// A value of an .xls's cell.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A text in the cell's own record.
    Text(&'static str),
    /// A text of the shared table.
    Shared(u32),
    /// A number, and its style: 0 plain, 1 percentage, 2 date.
    Number(f64, u16),
    /// A formula with a number as its value.
    Formula(f64),
    /// A formula with a text as its value.
    TextFormula(&'static str),
}

/// One sheet of an .xls.
#[derive(Clone, Debug, Default)]
pub(crate) struct XlsSheet {
    /// On its tab.
    pub(crate) name: &'static str,
    /// 0 visible, 1 hidden.
    pub(crate) state: u8,
    /// Row, column, value.
    pub(crate) cells: Vec<(u16, u16, Value)>,
    /// First row, last row, first column, last column.
    pub(crate) merges: Vec<[u16; 4]>,
    /// Rows and columns that are not shown.
    pub(crate) hidden: (Vec<u16>, Vec<u16>),
}

fn wide(text: &str) -> (Vec<u8>, usize) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let bytes = units.iter().flat_map(|u| u.to_le_bytes()).collect();
    (bytes, units.len())
}

/// Length, flags, characters.
fn string(text: &str) -> Vec<u8> {
    let (bytes, length) = wide(text);
    let length = u16::try_from(length).expect("a short text");
    [&length.to_le_bytes()[..], &[1], &bytes].concat()
}

/// The stream of an .xls with shared strings.
pub(crate) fn xls_stream(shared: &[&str], sheets: &[XlsSheet]) -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let style = |format: u8| record(0x00e0, &[&[0, 0, format, 0][..], &[0; 16]].concat());
    let count = u32::try_from(shared.len()).expect("few").to_le_bytes();
    let strings: Vec<u8> = shared.iter().flat_map(|t| string(t)).collect();
    let mut stream = [begin(5), style(0), style(10), style(14)].concat();
    let mut places = Vec::new();
    for sheet in sheets {
        places.push(stream.len() + 4);
        let (name, length) = wide(sheet.name);
        let length = u8::try_from(length).expect("a short name");
        let data = [&[0, 0, 0, 0, sheet.state, 0, length, 1][..], &name].concat();
        stream.extend(record(0x0085, &data));
    }
    stream.extend(record(0x00fc, &[&count[..], &count, &strings].concat()));
    stream.extend(record(0x000a, &[]));
    for (sheet, place) in sheets.iter().zip(places) {
        let at = u32::try_from(stream.len()).expect("a short stream");
        stream[place..place + 4].copy_from_slice(&at.to_le_bytes());
        stream.extend(begin(0x10));
        for column in &sheet.hidden.1 {
            let column = column.to_le_bytes();
            stream.extend(record(
                0x007d,
                &[&column[..], &column, &[0; 4], &[1, 0]].concat(),
            ));
        }
        for row in &sheet.hidden.0 {
            let data = [&row.to_le_bytes()[..], &[0; 10], &[0x20, 0, 0, 0]].concat();
            stream.extend(record(0x0208, &data));
        }
        for (row, column, value) in &sheet.cells {
            stream.extend(cell(*row, *column, value));
        }
        if !sheet.merges.is_empty() {
            let count = u16::try_from(sheet.merges.len()).expect("few");
            let corners = sheet.merges.iter().flatten().flat_map(|n| n.to_le_bytes());
            let data: Vec<u8> = count.to_le_bytes().into_iter().chain(corners).collect();
            stream.extend(record(0x00e5, &data));
        }
        stream.extend(record(0x000a, &[]));
    }
    stream
}

fn cell(row: u16, column: u16, value: &Value) -> Vec<u8> {
    let place =
        |style: u16| [row.to_le_bytes(), column.to_le_bytes(), style.to_le_bytes()].concat();
    let made = |kind, style, data: &[u8]| record(kind, &[&place(style), data].concat());
    // A reference to A1 is all that the formulas say.
    let formula = |value: [u8; 8]| {
        made(
            0x0006,
            0,
            &[&value[..], &[0; 6], &[5, 0, 0x44, 0, 0, 0, 0]].concat(),
        )
    };
    match value {
        Value::Text(text) => made(0x0204, 0, &string(text)),
        Value::Shared(at) => made(0x00fd, 0, &at.to_le_bytes()),
        Value::Number(number, style) => made(0x0203, *style, &number.to_le_bytes()),
        Value::Formula(number) => formula(number.to_le_bytes()),
        Value::TextFormula(text) => [
            formula([0, 0, 0, 0, 0, 0, 0xff, 0xff]),
            record(0x0207, &string(text)),
        ]
        .concat(),
    }
}

/// A compound file of sectors of 512 bytes around a stream.
pub(crate) fn compound(stream: &[u8]) -> Vec<u8> {
    const END: u32 = 0xffff_fffe;
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    let sectors = u32::try_from(stream.len() / 512).expect("a short stream");
    let tables = (sectors + 1).div_ceil(127);
    assert!(tables <= 109, "a stream that one header can place");
    let first = tables + 1;
    let mut next = vec![0xffff_fffd_u32; tables as usize];
    next.push(END);
    next.extend((first + 1..first + sectors).chain([END]));
    next.resize(tables as usize * 128, u32::MAX);
    let mut out = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    out.resize(24, 0);
    out.extend([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    out.resize(44, 0);
    let longs =
        |out: &mut Vec<u8>, all: &[u32]| out.extend(all.iter().flat_map(|n| n.to_le_bytes()));
    longs(&mut out, &[tables, tables, 0, 4_096, END, 0, END, 0]);
    longs(&mut out, &(0..tables).collect::<Vec<_>>());
    out.resize(512, 0xff);
    longs(&mut out, &next);
    for (name, kind, child, start, length) in [
        ("Root Entry", 5, 1, END, 0),
        ("Workbook", 2, u32::MAX, first, sectors * 512),
    ] {
        let begin = out.len();
        out.extend(wide(name).0);
        out.resize(begin + 64, 0);
        out.extend([u8::try_from(name.len() * 2 + 2).expect("short"), 0, kind, 1]);
        longs(&mut out, &[u32::MAX, u32::MAX, child]);
        out.resize(begin + 116, 0);
        longs(&mut out, &[start, length, 0]);
    }
    out.resize(512 * (first as usize + 1), 0);
    out.extend(stream);
    out
}

/// An .xls.
pub(crate) fn xls(shared: &[&str], sheets: &[XlsSheet]) -> Vec<u8> {
    compound(&xls_stream(shared, sheets))
}

/// The parts of an archive, inflated.
pub(crate) fn parts(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut from = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    (0..from.len())
        .map(|at| {
            let mut part = from.by_index(at).expect("a part");
            let name = part.name().expect("a name").to_string();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("bytes");
            (name, bytes)
        })
        .collect()
}

/// An archive of parts.
pub(crate) fn archive(parts: &[(String, Vec<u8>)], method: CompressionMethod) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in parts {
        // A name that is there twice is not written twice.
        if to.start_file(name.as_str(), options).is_ok() {
            to.write_all(bytes).expect("written");
        }
    }
    to.finish().expect("an archive").into_inner()
}
