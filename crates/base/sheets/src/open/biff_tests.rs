//! Streams of records, honest and hostile.

use super::*;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, kind, data).unwrap();
    out
}

/// A workbook of one sheet with the given records, and globals before it.
fn book(before: &[Vec<u8>], records: &[Vec<u8>]) -> Vec<u8> {
    let before = before.concat();
    let bound = |at: u32| record(BOUND_SHEET, &[&at.to_le_bytes()[..], &[0; 6]].concat());
    let globals = before.len() + bound(0).len() + 4;
    let mut stream = before;
    stream.extend(bound(u32::try_from(globals).unwrap()));
    stream.extend(record(END, &[]));
    stream.extend(record(BEGIN, &[0; 16]));
    stream.extend(records.concat());
    stream.extend(record(END, &[]));
    stream
}

fn cell(kind: u16, row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    record(kind, &[&place, rest].concat())
}

/// The kinds of records that are left of the sheet.
fn kinds(clean: &Clean) -> Vec<u16> {
    records(&clean.stream).map(|(kind, _)| kind).collect()
}

#[test]
fn only_records_of_cells_are_left_and_formulas_become_their_values() {
    let value = |bytes: [u8; 8]| [&bytes[..], &[0; 20]].concat();
    let clean = clean(&book(
        &[record(0x0018, &[7; 40])],
        &[
            record(0x0200, &[0xff; 14]),
            cell(NUMBER, 0, 0, &[0; 8]),
            cell(FORMULA, 1, 0, &value([1, 2, 3, 4, 5, 6, 7, 8])),
            cell(FORMULA, 2, 0, &value([0, 0, 0, 0, 0, 0, 0xff, 0xff])),
            record(STRING, &[1, 0, 0, b'x']),
            cell(FORMULA, 3, 0, &value([2, 0, 7, 0, 0, 0, 0xff, 0xff])),
            record(BEGIN, &[0; 16]),
            cell(NUMBER, 60_000, 200, &[0; 8]),
            record(END, &[]),
            record(0x00ec, &[9; 100]),
        ],
    ))
    .unwrap();
    assert_eq!(
        kinds(&clean),
        [
            BOUND_SHEET,
            END,
            BEGIN,
            NUMBER,
            NUMBER,
            LABEL,
            BOOL_OR_ERROR,
            END
        ]
    );
}

#[test]
fn what_is_hidden_and_what_is_a_percentage_is_noted() {
    let style = record(STYLE, &[0, 0, 10, 0]);
    let row = |n: u8, flags: u8| record(ROW, &[n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, flags, 0, 0, 0]);
    let clean = clean(&book(
        &[style],
        &[
            record(COLUMN_INFO, &[1, 0, 2, 0, 0, 0, 0, 0, 1, 0]),
            row(0, 0),
            row(1, 0x20),
            cell(NUMBER, 1, 3, &[0; 8]),
        ],
    ))
    .unwrap();
    let facts = &clean.sheets[0];
    assert_eq!(facts.look.rows, [(2, 2)]);
    assert_eq!(facts.look.columns, [(1, 2)]);
    assert_eq!(facts.percent, [(1, 3)]);
}

#[test]
fn two_cells_in_opposite_corners_are_refused() {
    let corners = [
        cell(NUMBER, 0, 0, &[0; 8]),
        cell(NUMBER, u16::MAX, u16::MAX, &[0; 8]),
    ];
    assert_eq!(
        clean(&book(&[], &corners)),
        Err(Unreadable::too_much(Excess::Cells, MAX_CELLS as u64))
    );
}

#[test]
fn a_long_string_named_by_every_cell_is_reckoned_each_time() {
    let long = [&[0; 8][..], &[0x00, 0x20, 0], &vec![b'x'; 8_192]].concat();
    let label = |row| cell(LABEL_OF_STRINGS, row, 0, &[0; 4]);
    let cells: Vec<Vec<u8>> = (0..1_000).map(label).collect();
    let clean = clean(&book(&[record(STRINGS, &long)], &cells)).unwrap();
    assert!(clean.holding > 2 * 1_000 * 8_192, "{}", clean.holding);
}

#[test]
fn two_sheets_over_the_same_records_are_refused() {
    let one = book(&[], &[cell(NUMBER, 0, 0, &[0; 8])]);
    let mut twice = one[..14].to_vec();
    twice.extend(&one);
    assert_eq!(clean(&twice), Err(broken()));
}

#[test]
fn an_encrypted_stream_is_told() {
    let stream = book(&[record(PASSWORD, &[1, 0, 0, 0])], &[]);
    assert_eq!(clean(&stream), Err(Unreadable::Encrypted));
}
