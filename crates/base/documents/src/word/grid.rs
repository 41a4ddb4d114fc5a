//! How the columns of a table share its width.

/// What one column needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Need {
    /// The width at which no cell breaks.
    pub(super) whole: u32,
    /// The width below which it must not go: that of a number, or of a few characters of text.
    pub(super) least: u32,
}

/// Shares `total` among columns: each gets what it needs; what is left over is shared in
/// proportion; what is lacking is taken from the columns that can break their text. The widths
/// add up to `total`.
pub(super) fn share(needs: &[Need], total: u32) -> Vec<u32> {
    let whole: u32 = needs.iter().map(|need| need.whole).sum();
    let least: u32 = needs.iter().map(|need| need.least).sum();
    let widths: Vec<u32> = if whole <= total {
        needs
            .iter()
            .map(|need| need.whole + portion(total - whole, need.whole, whole))
            .collect()
    } else if least <= total {
        needs
            .iter()
            .map(|need| need.least + portion(total - least, need.whole - need.least, whole - least))
            .collect()
    } else {
        needs
            .iter()
            .map(|need| portion(total, need.least, least))
            .collect()
    };
    settle(widths, total)
}

/// `amount × part / all` in integers.
fn portion(amount: u32, part: u32, all: u32) -> u32 {
    let product = u64::from(amount) * u64::from(part);
    u32::try_from(product / u64::from(all.max(1))).expect("a part is at most the whole")
}

/// Gives what rounding left over to the first column.
fn settle(mut widths: Vec<u32>, total: u32) -> Vec<u32> {
    let sum: u32 = widths.iter().sum();
    if let Some(first) = widths.first_mut() {
        *first += total - sum;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(whole: u32, least: u32) -> Need {
        Need { whole, least }
    }

    #[test]
    fn widths_add_up_to_the_whole() {
        for needs in [
            vec![need(100, 50), need(200, 200), need(33, 10)],
            vec![need(9000, 500), need(700, 700)],
            vec![need(9000, 8000), need(7000, 6000)],
            vec![need(0, 0)],
        ] {
            assert_eq!(share(&needs, 8845).iter().sum::<u32>(), 8845, "{needs:?}");
        }
    }

    #[test]
    fn columns_of_numbers_keep_their_width_where_text_can_break() {
        let widths = share(&[need(9000, 1000), need(1200, 1200), need(800, 800)], 8845);
        assert_eq!(widths, [6845, 1200, 800]);
    }
}
