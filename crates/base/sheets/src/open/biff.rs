//! The records of an .xls, gone through before the parser sees them. What it
//! is given is a stream of only the records that carry cells: no formulas
//! (their values stand in for them), no drawings, no sizes that are only
//! announced. What the sheets hide and how numbers are shown is noted on the
//! way, since the parser does not tell.

use calamine::Data;

use super::biff_strings::{lengths, shows_percent_code};
use super::compound::{broken, long, word};
use super::look::Look;
use crate::limits::{MAX_CELLS, MAX_MERGES, MAX_SHEETS, STRING_BYTES};
use crate::unreadable::{Excess, Unreadable};

const FORMULA: u16 = 0x0006;
const END: u16 = 0x000a;
const PASSWORD: u16 = 0x002f;
const CONTINUE: u16 = 0x003c;
const COLUMN_INFO: u16 = 0x007d;
const BOUND_SHEET: u16 = 0x0085;
const MULTIPLE: u16 = 0x00bd;
const RICH_STRING: u16 = 0x00d6;
const STYLE: u16 = 0x00e0;
const MERGES: u16 = 0x00e5;
const STRINGS: u16 = 0x00fc;
const LABEL_OF_STRINGS: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_OR_ERROR: u16 = 0x0205;
const STRING: u16 = 0x0207;
const ROW: u16 = 0x0208;
const SMALL_NUMBER: u16 = 0x027e;
const FORMAT: u16 = 0x041e;
const BEGIN: u16 = 0x0809;
/// Code page and date system.
const SETTINGS: [u16; 2] = [0x0042, 0x0022];
/// Pieces of the table of strings. Excel's are of 8 kB.
const MAX_PIECES: usize = 20_000;

/// What is left of a stream, and what was seen on the way.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Clean {
    /// The stream that the parser is given.
    pub(super) stream: Vec<u8>,
    /// What each sheet hides and shows, in the workbook's order.
    pub(super) sheets: Vec<Facts>,
    /// Bytes of memory that the parser takes while it reads, and holds then.
    pub(super) reading: u64,
    /// See [`Clean::reading`].
    pub(super) holding: u64,
}

/// What the parser does not tell of a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) look: Look,
    /// Row and column of numbers shown as percentages, ascending.
    pub(super) percent: Vec<(u16, u16)>,
}

/// The records before the sheets.
#[derive(Default)]
struct Globals {
    /// Where the first four bytes of each sheet's record stand in the clean
    /// stream, and where the sheet began in the old one.
    sheets: Vec<(usize, usize)>,
    /// Lengths of the shared strings, in characters.
    strings: Vec<u16>,
    /// The number format of each style.
    styles: Vec<u16>,
    /// Numbers of formats that show percentages.
    percent: Vec<u16>,
}

/// Makes a stream without what could hurt.
///
/// # Errors
/// Encrypted, damaged, or more cells or memory than are granted.
pub(super) fn clean(stream: &[u8]) -> Result<Clean, Unreadable> {
    let mut out = Clean::default();
    let globals = globals(stream, &mut out.stream)?;
    let strings: u64 = globals.strings.iter().map(|l| string_bytes(*l)).sum();
    let mut starts: Vec<usize> = globals.sheets.iter().map(|(_, from)| *from).collect();
    starts.sort_unstable();
    starts.dedup();
    // Sheets that share their records would be read once for each.
    if starts.len() < globals.sheets.len() {
        return Err(broken());
    }
    let (mut area, mut texts, mut busiest, mut largest) = (0, 0, 0, 0);
    for (place, from) in &globals.sheets {
        let at = u32::try_from(out.stream.len()).map_err(|_| broken())?;
        out.stream[*place..place + 4].copy_from_slice(&at.to_le_bytes());
        let sheet = stream.get(*from..).ok_or_else(broken)?;
        let next = starts.iter().find(|s| *s > from);
        let sheet = &sheet[..next.map_or(sheet.len(), |n| (n - from).min(sheet.len()))];
        let mut builder = SheetBuilder {
            globals: &globals,
            out: &mut out.stream,
            facts: Facts::default(),
            corners: None,
            cells: 0,
            texts: 0,
            merges: 0,
            formula: None,
        };
        builder.sheet(sheet)?;
        let own = builder.area();
        area += own;
        texts += builder.texts;
        busiest = busiest.max(builder.cells * (size_of::<Data>() as u64 + 8));
        largest = largest.max(own * size_of::<Data>() as u64 + builder.texts);
        let mut facts = builder.facts;
        facts.percent.sort_unstable();
        out.sheets.push(facts);
        if area > MAX_CELLS as u64 {
            return Err(Unreadable::too_much(Excess::Cells, MAX_CELLS as u64));
        }
    }
    let size = out.stream.len() as u64;
    out.holding = 2 * size + strings + texts + area * size_of::<Data>() as u64 + largest;
    out.reading = (out.holding - largest + size + busiest).max(out.holding);
    Ok(out)
}

/// Bytes of memory that a string of so many characters may take.
fn string_bytes(characters: u16) -> u64 {
    STRING_BYTES + 3 * u64::from(characters)
}

/// Copies the records before the sheets that matter.
fn globals(stream: &[u8], out: &mut Vec<u8>) -> Result<Globals, Unreadable> {
    let mut globals = Globals::default();
    let mut pieces: Vec<&[u8]> = Vec::new();
    let mut open = false;
    for (kind, data) in records(stream) {
        if kind == CONTINUE && open {
            if !data.is_empty() {
                pieces.push(data);
                push(out, kind, data)?;
            }
            continue;
        }
        open = kind == STRINGS;
        match kind {
            // All that follows is scrambled.
            PASSWORD if word(data, 0)? != 0 => return Err(Unreadable::Encrypted),
            BOUND_SHEET => {
                globals
                    .sheets
                    .push((out.len() + 4, long(data, 0)? as usize));
                push(out, kind, data)?;
            }
            STRINGS => {
                pieces = vec![data.get(8..).ok_or_else(broken)?];
                push(out, kind, data)?;
            }
            STYLE => {
                globals.styles.push(word(data, 2)?);
                push(out, kind, data)?;
            }
            FORMAT => {
                if shows_percent_code(data) {
                    globals.percent.push(word(data, 0)?);
                }
                push(out, kind, data)?;
            }
            BEGIN => push(out, kind, data)?,
            END => break,
            kind if SETTINGS.contains(&kind) => push(out, kind, data)?,
            _ => {}
        }
        if globals.sheets.len() > MAX_SHEETS || pieces.len() > MAX_PIECES {
            return Err(Unreadable::too_much(Excess::Sheets, MAX_SHEETS as u64));
        }
    }
    push(out, END, &[])?;
    globals.strings = lengths(&pieces);
    // Those that every Excel has.
    globals.percent.extend([9, 10]);
    Ok(globals)
}

/// Copies one sheet's records.
struct SheetBuilder<'g> {
    globals: &'g Globals,
    out: &'g mut Vec<u8>,
    facts: Facts,
    /// Top, bottom, left and right of the cells.
    corners: Option<(u16, u16, u16, u16)>,
    cells: u64,
    texts: u64,
    merges: usize,
    /// Row, column and style of a formula whose text follows.
    formula: Option<[u8; 6]>,
}

impl SheetBuilder<'_> {
    fn sheet(&mut self, sheet: &[u8]) -> Result<(), Unreadable> {
        let (mut begun, mut depth) = (false, 0_u32);
        for (kind, data) in records(sheet) {
            match kind {
                BEGIN if begun => depth += 1,
                BEGIN => {
                    begun = true;
                    push(self.out, kind, data)?;
                }
                END if depth > 0 => depth -= 1,
                END => break,
                // A chart inside the sheet has cells of its own.
                _ if depth > 0 => {}
                _ => self.record(kind, data)?,
            }
        }
        push(self.out, END, &[])
    }

    fn record(&mut self, kind: u16, data: &[u8]) -> Result<(), Unreadable> {
        match kind {
            NUMBER | SMALL_NUMBER => {
                self.number(word(data, 0)?, word(data, 2)?, word(data, 4)?);
                self.cell(kind, data)
            }
            BOOL_OR_ERROR => self.cell(kind, data),
            MULTIPLE => {
                let (row, first) = (word(data, 0)?, word(data, 2)?);
                let last = word(data, data.len().saturating_sub(2))?;
                if last < first || data.len() != 6 + 6 * (usize::from(last - first) + 1) {
                    return Err(broken());
                }
                for column in first..=last {
                    let style = word(data, 4 + 6 * usize::from(column - first))?;
                    self.number(row, column, style);
                }
                self.grow(row, last);
                self.cells += u64::from(last - first);
                self.cell(kind, data)
            }
            LABEL | RICH_STRING => {
                let characters = word(data, 6)?.min(u16::try_from(data.len()).unwrap_or(u16::MAX));
                self.texts += string_bytes(characters);
                self.cell(kind, data)
            }
            LABEL_OF_STRINGS => {
                let strings = &self.globals.strings;
                let length = strings.get(long(data, 6)? as usize).copied();
                self.texts += length.map_or(0, string_bytes);
                self.cell(kind, data)
            }
            FORMULA => self.formula(data),
            STRING => match self.formula.take() {
                Some(place) => self.record(LABEL, &[&place, data].concat()),
                None => Ok(()),
            },
            MERGES if self.merges <= MAX_MERGES => {
                let count = usize::from(word(data, 0)?);
                if data.len() < 2 + 8 * count {
                    return Err(broken());
                }
                self.merges += count;
                push(self.out, kind, data)
            }
            ROW => {
                if word(data, 12)? & 0x20 != 0 {
                    self.facts.look.hide_row(u32::from(word(data, 0)?) + 1);
                }
                Ok(())
            }
            COLUMN_INFO => {
                let (first, last) = (word(data, 0)?, word(data, 2)?);
                if word(data, 8)? & 1 != 0 && first <= last {
                    self.facts.look.hide_columns(first.into(), last.into());
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// A formula's value as the record of a plain cell.
    fn formula(&mut self, data: &[u8]) -> Result<(), Unreadable> {
        let whole = data.get(..14).ok_or_else(broken)?;
        let place: [u8; 6] = std::array::from_fn(|at| whole[at]);
        let value = &whole[6..];
        self.formula = None;
        if value[6..] != [0xff, 0xff] {
            return self.record(NUMBER, whole);
        }
        let told = |error: u8| [&place[..], &[value[2], error]].concat();
        match value[0] {
            0 => self.formula = Some(place),
            1 => return self.record(BOOL_OR_ERROR, &told(0)),
            2 => return self.record(BOOL_OR_ERROR, &told(1)),
            // An empty text.
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, kind: u16, data: &[u8]) -> Result<(), Unreadable> {
        self.grow(word(data, 0)?, word(data, 2)?);
        self.cells += 1;
        push(self.out, kind, data)
    }

    fn grow(&mut self, row: u16, column: u16) {
        let (top, bottom, left, right) = self.corners.unwrap_or((row, row, column, column));
        self.corners = Some((
            top.min(row),
            bottom.max(row),
            left.min(column),
            right.max(column),
        ));
    }

    fn number(&mut self, row: u16, column: u16, style: u16) {
        let format = self.globals.styles.get(usize::from(style));
        if format.is_some_and(|f| self.globals.percent.contains(f)) {
            self.facts.percent.push((row, column));
        }
    }

    /// The parser reserves the full rectangle from the first cell to the last.
    fn area(&self) -> u64 {
        self.corners.map_or(0, |(top, bottom, left, right)| {
            (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
        })
    }
}

fn push(out: &mut Vec<u8>, kind: u16, data: &[u8]) -> Result<(), Unreadable> {
    let length = u16::try_from(data.len()).map_err(|_| broken())?;
    out.extend_from_slice(&kind.to_le_bytes());
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(data);
    Ok(())
}

/// The records of a stream; a last one that is cut off is left out.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = word(rest, 0).ok()?;
        let end = 4 + usize::from(word(rest, 2).ok()?);
        let data = rest.get(4..end)?;
        rest = &rest[end..];
        Some((kind, data))
    })
}

#[cfg(test)]
#[path = "biff_tests.rs"]
mod tests;
