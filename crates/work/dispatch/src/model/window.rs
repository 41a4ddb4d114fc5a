//! Windows as requests name them.

use kernel::Month;
use ledger::Window;

kernel::refusals! {
    /// Why a window was refused.
    pub enum WindowRefusal {
        /// It ends before it begins.
        EndsBeforeItBegins { from: Month, month: Month } = (Invalid, "figures.window_reversed"),
        /// It spans more than a year's end, which no figure does.
        SpansYears { from: Month, month: Month } = (Invalid, "figures.window_spans_years"),
    }
}

/// The window `from`..`month`; from January when `from` is not given.
pub(crate) fn window(month: Month, from: Option<Month>) -> Result<Window, WindowRefusal> {
    let from = from.unwrap_or_else(|| month.january());
    if from > month {
        return Err(WindowRefusal::EndsBeforeItBegins { from, month });
    }
    if from.year() != month.year() {
        return Err(WindowRefusal::SpansYears { from, month });
    }
    Ok(Window { from, month })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_lies_within_one_year() {
        let month = |text: &str| text.parse::<Month>().expect("valid");
        assert!(window(month("2023-06"), None).is_ok_and(|w| w.from == month("2023-01")));
        assert!(window(month("2023-04"), Some(month("2023-02"))).is_ok());
        assert!(window(month("2023-04"), Some(month("2023-05"))).is_err());
        assert!(window(month("2023-04"), Some(month("2022-05"))).is_err());
    }
}
