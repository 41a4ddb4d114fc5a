//! What a sheet hides and what it never calculated, read from its XML as it
//! streams by: the parser behind gives neither.

use super::parts::{attribute, position};
use super::tags::split;
use crate::limits::{MAX_HIDDEN, MAX_UNCALCULATED};

/// Hidden rows and columns, and formulas without a value, of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// First and last of hidden rows, as Excel numbers them, ascending.
    pub(crate) rows: Vec<(u32, u32)>,
    /// First and last of hidden columns, counted from 0.
    pub(crate) columns: Vec<(u32, u32)>,
    /// Row and column, counted from 0, of formulas whose value nobody has
    /// calculated; ascending.
    pub(crate) uncalculated: Vec<(u32, u32)>,
}

impl Look {
    /// Whether a row is hidden, as Excel numbers it.
    pub(crate) fn hides_row(&self, number: u32) -> bool {
        let at = self.rows.partition_point(|(_, last)| *last < number);
        self.rows.get(at).is_some_and(|(first, _)| *first <= number)
    }

    /// Whether a column is hidden, counted from 0.
    pub(crate) fn hides_column(&self, index: u32) -> bool {
        self.columns
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&index))
    }

    /// Whether a formula stands there that nobody has calculated.
    pub(crate) fn lacks_value(&self, row: u32, column: u32) -> bool {
        self.uncalculated.binary_search(&(row, column)).is_ok()
    }

    /// Notes a hidden row; rows come in ascending order, others are left out.
    pub(super) fn hide_row(&mut self, number: u32) {
        let room = self.rows.len() < MAX_HIDDEN;
        match self.rows.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            Some((_, last)) if *last >= number => {}
            _ if room => self.rows.push((number, number)),
            _ => {}
        }
    }

    /// Notes hidden columns, counted from 0.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        if self.columns.len() < MAX_HIDDEN {
            self.columns.push((first, last));
        }
    }
}

/// The cell that is passing by.
#[derive(Default)]
struct Passing {
    place: Option<(u32, u32)>,
    text: bool,
    formula: bool,
    value: bool,
}

/// Looks at a sheet's tags.
#[derive(Default)]
pub(super) struct Looker {
    look: Look,
    cell: Passing,
    /// The attributes of the cell that is passing by.
    attributes: Vec<u8>,
}

impl Looker {
    /// The next tag and the text behind it.
    pub(super) fn tag(&mut self, tag: &[u8], text: &[u8]) {
        let (name, attributes, closes) = split(tag);
        match name {
            b"c" if closes => self.leave(),
            b"c" => {
                self.cell = Passing::default();
                self.attributes.clear();
                self.attributes.extend_from_slice(attributes);
            }
            // Only cells with a formula are looked at closely.
            b"f" if !closes => {
                let attributes = String::from_utf8_lossy(&self.attributes);
                self.cell.place = attribute(&attributes, "r").and_then(position);
                self.cell.text = attribute(&attributes, "t") == Some("str");
                self.cell.formula = true;
            }
            // An empty text is a value, an empty number is none.
            b"v" if !closes => {
                let empty = attributes.ends_with(b"/") || text.is_empty();
                self.cell.value |= self.cell.text || !empty;
            }
            b"row" | b"col" if !closes => self.hidden(name, attributes),
            _ => {}
        }
    }

    pub(super) fn finish(mut self) -> Look {
        self.look.uncalculated.sort_unstable();
        self.look
    }

    fn leave(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        if let Some((column, row)) = cell.place
            && cell.formula
            && !cell.value
            && self.look.uncalculated.len() < MAX_UNCALCULATED
        {
            self.look.uncalculated.push((row, column));
        }
    }

    fn hidden(&mut self, name: &[u8], attributes: &[u8]) {
        let attributes = String::from_utf8_lossy(attributes);
        if !matches!(attribute(&attributes, "hidden"), Some("1" | "true")) {
            return;
        }
        let number = |name| attribute(&attributes, name).and_then(|n| n.parse::<u32>().ok());
        if name == b"row" {
            if let Some(row) = number("r") {
                self.look.hide_row(row);
            }
        } else if let (Some(first), Some(last)) = (number("min"), number("max"))
            && (1..=last).contains(&first)
        {
            self.look.hide_columns(first - 1, last - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tags::Tags;
    use super::*;

    fn look(xml: &str) -> Look {
        let (mut tags, mut looker) = (Tags::default(), Looker::default());
        for chunk in xml.as_bytes().chunks(9) {
            tags.feed(chunk, |tag, text, _| looker.tag(tag, text))
                .unwrap();
        }
        looker.finish()
    }

    #[test]
    fn hidden_rows_and_columns_are_seen() {
        let look = look(
            r#"<cols><col min="1" max="1" width="9"/><col min="3" max="4" hidden="1" width="9"/></cols>
            <sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/><x:row hidden='true' r='3'><c/></x:row><row r="7" hidden="1"></row></sheetData><end/>"#,
        );
        assert_eq!(look.rows, [(2, 3), (7, 7)]);
        assert_eq!(look.columns, [(2, 3)]);
        assert!(look.hides_row(3) && look.hides_row(7) && !look.hides_row(4));
        assert!(look.hides_column(2) && !look.hides_column(1));
    }

    #[test]
    fn a_formula_without_a_value_is_told_from_one_whose_value_is_an_empty_text() {
        let look = look(
            r#"<c r="B2"><f>SUM(A1)</f></c><c r="C2"><f>SUM(A1)</f><v></v></c><c r="D2"><f>A1</f><v/> </c>
            <c r="E2"><f>A1</f><v>5</v></c><c r="F2" t="str"><f>A1</f><v></v></c><c r="G2"/><c r="H2"><f t="shared" si="0"/></c><end/>"#,
        );
        assert_eq!(look.uncalculated, [(1, 1), (1, 2), (1, 3), (1, 7)]);
        assert!(look.lacks_value(1, 3) && !look.lacks_value(1, 4));
    }
}
