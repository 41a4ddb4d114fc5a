//! Cursors of lists: the day and the key of the row that ended a page.

/// The end of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The row's day, as in the table.
    pub day: String,
    /// The row's key.
    pub key: i64,
}

impl Cursor {
    /// As the caller keeps it.
    pub(super) fn write(&self) -> String {
        format!("{}~{:x}", self.day, self.key)
    }

    /// Reads what [`Cursor::write`] gave.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (day, key) = text.split_once('~')?;
        day.parse::<chrono::NaiveDate>().ok()?;
        Some(Self {
            day: day.to_owned(),
            key: i64::from_str_radix(key, 16).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text_and_nothing_else_is_one() {
        let cursor = Cursor {
            day: "2023-06-05".into(),
            key: 77,
        };
        assert_eq!(Cursor::read(&cursor.write()), Some(cursor));
        for wrong in ["x", "2023-06-05", "2023-06-05~z", "5~4d"] {
            assert_eq!(Cursor::read(wrong), None, "{wrong}");
        }
    }
}
