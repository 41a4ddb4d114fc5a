//! Cursors of lists: which order, where the page ended, and the row that ended it.

kernel::refusals! {
    /// Why a page was not given.
    pub enum CursorRefusal {
        /// The cursor is none that this list gave in this order.
        WrongCursor = (Invalid, "projects.wrong_cursor"),
    }
}

/// The end of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The value by which the list is ordered.
    pub value: String,
    /// The row's key.
    pub key: i64,
}

impl Cursor {
    /// As the caller keeps it.
    pub(super) fn write(&self, order: &str) -> String {
        format!("{order}~{}~{:x}", self.value, self.key)
    }

    /// Reads what [`Cursor::write`] gave for the same order.
    pub(super) fn read(text: &str, order: &str) -> Result<Self, CursorRefusal> {
        let inside = || {
            let rest = text.strip_prefix(order)?.strip_prefix('~')?;
            let (value, key) = rest.rsplit_once('~')?;
            Some(Self {
                value: value.to_owned(),
                key: i64::from_str_radix(key, 16).ok()?,
            })
        };
        inside().ok_or(CursorRefusal::WrongCursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text_and_fits_no_other_order() {
        let cursor = Cursor {
            value: "A~1".into(),
            key: 77,
        };
        let text = cursor.write("code");
        assert_eq!(Cursor::read(&text, "code"), Ok(cursor));
        assert_eq!(
            Cursor::read(&text, "planned"),
            Err(CursorRefusal::WrongCursor)
        );
        assert_eq!(
            Cursor::read("code~x", "code"),
            Err(CursorRefusal::WrongCursor)
        );
    }
}
