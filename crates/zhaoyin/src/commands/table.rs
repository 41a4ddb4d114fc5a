//! Columns that stand under each other in a terminal, Chinese characters counted as two.

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Texts.
    Left,
    /// Numbers.
    Right,
}

/// The lines of a table: its head, then its rows.
pub(super) fn lines(head: &[(&str, Side)], rows: &[Vec<String>]) -> Vec<String> {
    let mut broad: Vec<usize> = head.iter().map(|(name, _)| breadth(name)).collect();
    for row in rows {
        for (column, cell) in row.iter().enumerate().take(broad.len()) {
            broad[column] = broad[column].max(breadth(cell));
        }
    }
    let line = |cells: &[&str]| {
        let cells: Vec<String> = cells
            .iter()
            .zip(head)
            .zip(&broad)
            .map(|((cell, (_, side)), &broad)| {
                let space = " ".repeat(broad - breadth(cell));
                match side {
                    Side::Left => format!("{cell}{space}"),
                    Side::Right => format!("{space}{cell}"),
                }
            })
            .collect();
        cells.join("  ").trim_end().to_owned()
    };
    let names: Vec<&str> = head.iter().map(|(name, _)| *name).collect();
    std::iter::once(line(&names))
        .chain(rows.iter().map(|row| {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            line(&cells)
        }))
        .collect()
}

/// How many places of a terminal a text takes (Unicode's East Asian Width, W and F).
fn breadth(text: &str) -> usize {
    text.chars()
        .map(|c| match u32::from(c) {
            0x1100..=0x115F
            | 0x2E80..=0x303E
            | 0x3041..=0xA4CF
            | 0xAC00..=0xD7A3
            | 0xF900..=0xFAFF
            | 0xFE30..=0xFE6F
            | 0xFF01..=0xFF60
            | 0xFFE0..=0xFFE6
            | 0x2_0000..=0x3_FFFD => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_in_both_scripts() {
        let head = [("单位", Side::Left), ("value", Side::Right)];
        let rows = [
            vec!["张店区".to_owned(), "1.0".to_owned()],
            vec!["a".to_owned(), "12 个".to_owned()],
        ];
        assert_eq!(
            lines(&head, &rows),
            ["单位    value", "张店区    1.0", "a       12 个"]
        );
    }

    #[test]
    fn wide_marks_take_two_places() {
        assert_eq!(breadth("（一）"), 6);
        assert_eq!(breadth("—%"), 2);
    }
}
