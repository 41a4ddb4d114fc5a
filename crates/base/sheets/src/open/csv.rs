//! Text files with separators (RFC 4180 as Excel writes it), in UTF-8, UTF-16
//! or GB18030. Every cell is text: a leading zero is a digit of a code.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::RawSheet;
use super::grid::{Budget, GridBuilder};
use super::look::Look;
use crate::limits::MAX_CELL_TEXT_BYTES;
use crate::unreadable::{Excess, Unreadable};
use crate::workbook::{Cell, SheetNote};

/// Bytes in which the separator shows itself.
const HEAD_BYTES: usize = 64 * 1024;

pub(crate) fn open(file_name: &str, bytes: &[u8]) -> Result<(Vec<RawSheet>, Budget), Unreadable> {
    let mut text = decode(bytes)?;
    if let Cow::Owned(text) = &mut text {
        // The decoder reserves for the worst.
        text.shrink_to_fit();
    }
    let decoded = match &text {
        Cow::Borrowed(_) => 0,
        Cow::Owned(text) => text.len(),
    };
    let mut budget = Budget::new((bytes.len() + decoded) as u64)?;
    let mut builder = GridBuilder::new(&mut budget);
    split(&text, separator(&text), |row, column, cell| {
        builder.put(row, column, Cell::from_text(cell))
    })?;
    let notes = if builder.too_wide {
        vec![SheetNote::TooWide]
    } else {
        Vec::new()
    };
    let base = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let name = base
        .rsplit_once('.')
        .map_or(base, |(stem, _)| stem)
        .to_owned();
    let sheet = RawSheet {
        name,
        hidden: false,
        grid: builder.finish(Vec::new(), Look::default()),
        notes,
    };
    Ok((vec![sheet], budget))
}

/// The text in whichever encoding it is in. UTF-8 first: Chinese text in
/// GB18030 is practically never valid UTF-8, the reverse often is.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let marked = [
        (&b"\xef\xbb\xbf"[..], UTF_8),
        (b"\xff\xfe", UTF_16LE),
        (b"\xfe\xff", UTF_16BE),
    ];
    if let Some((mark, encoding)) = marked.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        let (text, bad) = encoding.decode_without_bom_handling(&bytes[mark.len()..]);
        return if bad {
            Err(Unreadable::Encoding)
        } else {
            Ok(text)
        };
    }
    if bytes.contains(&0) {
        return Err(Unreadable::NotAWorkbook);
    }
    for encoding in [UTF_8, GB18030] {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            return Ok(text);
        }
    }
    Err(Unreadable::Encoding)
}

/// The separator that the first lines have most of.
fn separator(text: &str) -> char {
    let head = &text[..text.floor_char_boundary(HEAD_BYTES)];
    let head: String = head.lines().take(20).collect();
    let count = |c: char| head.matches(c).count();
    [',', '\t', ';']
        .into_iter()
        .max_by_key(|c| (count(*c), *c == ','))
        .unwrap_or(',')
}

/// Walks over the cells. A quote opens a quoted cell only at its start, as
/// Excel has it; an unclosed one ends with the text, or where the cell has
/// become longer than any cell is.
fn split(
    text: &str,
    separator: char,
    mut put: impl FnMut(u32, u32, &str) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut cell = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted => {
                if chars.peek() == Some(&'"') {
                    chars.next();
                    cell.push('"');
                } else {
                    quoted = false;
                }
            }
            '"' if cell.is_empty() => quoted = true,
            _ if quoted => cell.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                put(row, column, &cell)?;
                cell.clear();
                (row, column) = (row.saturating_add(1), 0);
            }
            c if c == separator => {
                put(row, column, &cell)?;
                cell.clear();
                column = column.saturating_add(1);
            }
            c => cell.push(c),
        }
        if cell.len() > MAX_CELL_TEXT_BYTES {
            return Err(Unreadable::too_much(
                Excess::CellText,
                MAX_CELL_TEXT_BYTES as u64,
            ));
        }
    }
    put(row, column, &cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, separator: char) -> Vec<(u32, u32, String)> {
        let mut out = Vec::new();
        split(text, separator, |r, c, t| {
            out.push((r, c, t.to_owned()));
            Ok(())
        })
        .unwrap();
        out
    }

    #[test]
    fn quotes_hold_separators_quotes_and_lines() {
        let found = cells("a,\"b,\"\"c\"\"\nd\"\r\n,5\" x", ',');
        let texts: Vec<_> = found.iter().map(|(r, c, t)| (*r, *c, t.as_str())).collect();
        assert_eq!(
            texts,
            [
                (0, 0, "a"),
                (0, 1, "b,\"c\"\nd"),
                (1, 0, ""),
                (1, 1, "5\" x")
            ]
        );
    }

    #[test]
    fn gb18030_and_utf_16_are_recognised() {
        let text = "企业名称,金额\n甲公司,1";
        assert_eq!(decode(&GB18030.encode(text).0).unwrap(), text);
        let wide: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(decode(&wide).unwrap(), text);
        assert_eq!(decode(text.as_bytes()).unwrap(), text);
        assert_eq!(decode(&[0xff, 0x20, 0xff]), Err(Unreadable::Encoding));
    }

    #[test]
    fn a_cell_longer_than_any_is_refused() {
        let long = "x".repeat(MAX_CELL_TEXT_BYTES + 1);
        let error = split(&format!("a,\"b\n{long}"), ',', |_, _, _| Ok(())).unwrap_err();
        assert!(matches!(
            error,
            Unreadable::TooMuchInside {
                what: Excess::CellText,
                ..
            }
        ));
    }

    #[test]
    fn the_separator_is_the_one_most_used() {
        assert_eq!(separator("a\tb\tc,d"), '\t');
        assert_eq!(separator("a,b"), ',');
        assert_eq!(separator("x"), ',');
    }
}
