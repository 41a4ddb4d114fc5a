//! Lengths of the shared strings of an .xls, and which number formats show
//! percentages.

/// The lengths of the strings in the table's pieces, in characters, as far as
/// the pieces hold together. One string may be named by every cell, so the
/// file's size does not bound what they take.
pub(super) fn lengths(pieces: &[&[u8]]) -> Vec<u16> {
    let mut rest = Pieces {
        now: pieces.first().copied().unwrap_or_default(),
        next: pieces.get(1..).unwrap_or_default(),
    };
    let mut out = Vec::new();
    while !rest.now.is_empty() || rest.turn() {
        match rest.string() {
            Some(length) => out.push(length),
            None => break,
        }
    }
    out
}

struct Pieces<'p> {
    now: &'p [u8],
    next: &'p [&'p [u8]],
}

impl<'p> Pieces<'p> {
    /// Goes on with the next piece.
    fn turn(&mut self) -> bool {
        let Some((first, rest)) = self.next.split_first() else {
            return false;
        };
        (self.now, self.next) = (first, rest);
        true
    }

    fn take(&mut self, bytes: usize) -> Option<&'p [u8]> {
        let (taken, rest) = self.now.split_at_checked(bytes)?;
        self.now = rest;
        Some(taken)
    }

    fn number(&mut self, bytes: usize) -> Option<usize> {
        let taken = self.take(bytes)?;
        Some(
            taken
                .iter()
                .rev()
                .fold(0, |sum, b| sum << 8 | usize::from(*b)),
        )
    }

    /// Skips one string and gives its length.
    fn string(&mut self) -> Option<u16> {
        let length = self.number(2)?;
        let mut flags = self.number(1)?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let extra = if flags & 4 == 0 { 0 } else { self.number(4)? };
        let mut left = length;
        loop {
            let width = 1 + (flags & 1);
            let here = left.min(self.now.len() / width);
            self.take(here * width)?;
            left -= here;
            if left == 0 {
                break;
            }
            if !self.turn() {
                return None;
            }
            flags = self.number(1)?;
        }
        let mut skip = 4 * runs + extra;
        while skip > 0 {
            if self.now.is_empty() && !self.turn() {
                return None;
            }
            let here = skip.min(self.now.len());
            self.take(here)?;
            skip -= here;
        }
        u16::try_from(length).ok()
    }
}

/// Whether the record of a number format shows numbers times a hundred.
pub(super) fn shows_percent_code(data: &[u8]) -> bool {
    // A format's characters that matter are Latin in every version, whether
    // they take one byte or two.
    let code: String = data
        .get(2..)
        .unwrap_or_default()
        .iter()
        .filter(|b| b.is_ascii_graphic())
        .map(|b| char::from(*b))
        .collect();
    shows_percent(&code)
}

/// Whether a format's code shows numbers times a hundred with a percent sign.
/// A quoted or escaped sign is only printed and does not multiply.
pub(super) fn shows_percent(code: &str) -> bool {
    let mut quoted = false;
    let mut escaped = false;
    for c in code.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => return false,
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_measured_across_pieces() {
        // "ab"; four wide characters cut after two; rich text with one run.
        let first = [&[2, 0, 0][..], b"ab", &[4, 0, 1], &[1, 2, 3, 4]].concat();
        let second = [&[1][..], &[5, 6, 7, 8], &[1, 0, 8, 1, 0], b"c", &[0; 4]].concat();
        assert_eq!(lengths(&[&first, &second]), [2, 4, 1]);
        assert_eq!(lengths(&[&first]), [2]);
        assert!(lengths(&[]).is_empty());
    }

    #[test]
    fn percentages_are_told_by_their_format() {
        assert!(shows_percent("0.00%"));
        assert!(!shows_percent("0\"%\"") && !shows_percent("0\\%") && !shows_percent("0"));
        assert!(shows_percent_code(&[
            164, 0, 4, 0, 0, b'0', b'.', b'0', b'%'
        ]));
        assert!(shows_percent_code(&[164, 0, 2, 0, 1, b'0', 0, b'%', 0]));
    }
}
