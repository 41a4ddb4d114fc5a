//! How the columns of a table share its width, the same in print and in Word.

use crate::breadth;
use crate::tree::{Document, Table};

/// Room left and right of a cell's text, in twips.
pub(crate) const PADDING: u32 = 70;

/// Half characters up to which a cell is short: six Chinese characters stay on one line.
const FAIR: u32 = 12;

/// Half characters that every column keeps on one line, the name of a county; words and
/// numbers are never broken.
const LEAST: u32 = 8;

/// Half points of a table's characters: the more columns, the smaller.
pub(crate) fn half_points(columns: usize) -> u32 {
    match columns {
        0..=7 => 24,
        8..=9 => 21,
        _ => 18,
    }
}

/// The widths of the columns in twips; they add up to `total`.
pub(crate) fn widths(document: &Document, table: &Table, total: u32) -> Vec<u32> {
    // A Chinese character is as wide as it is high: n half points are n × 10 twips, half of it
    // n × 5. Latin letters get a quarter more, for they differ from font to font.
    let half = half_points(table.align.len()) * 5;
    let room = |text: u32, word: u32| (text * half).max(word * half * 5 / 4) + 2 * PADDING + 10;
    let needs: Vec<Need> = (0..table.align.len())
        .map(|column| {
            let cells = || {
                std::iter::once(&table.head)
                    .chain(&table.rows)
                    .filter_map(|row| row.get(column))
            };
            let whole = cells()
                .map(|cell| breadth::of_inlines(document, cell))
                .max()
                .unwrap_or(0);
            let word = cells()
                .map(|cell| breadth::longest_word(document, cell))
                .max()
                .unwrap_or(0);
            Need {
                whole: room(whole, word),
                fair: room(whole.min(FAIR), word),
                least: room(whole.min(LEAST), word),
            }
        })
        .collect();
    share(&needs, total)
}

/// What one column needs, each at least the one below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Need {
    /// The width at which no cell breaks.
    whole: u32,
    /// The width at which short cells do not break.
    fair: u32,
    /// The width at which no word and no number breaks.
    least: u32,
}

/// Shares `total` among columns: all get the best of the three widths that there is room for, and
/// what is left over goes to those that want more. The widths add up to `total`.
fn share(needs: &[Need], total: u32) -> Vec<u32> {
    let of = |width: fn(&Need) -> u32| needs.iter().map(width).collect::<Vec<u32>>();
    let (whole, fair, least) = (of(|n| n.whole), of(|n| n.fair), of(|n| n.least));
    let double: Vec<u32> = whole.iter().map(|width| width * 2).collect();
    let nothing = vec![0; needs.len()];
    let sum = |widths: &[u32]| widths.iter().sum::<u32>();
    let (lower, upper) = if sum(&whole) <= total {
        // Wider than needed: in proportion to the need.
        (&whole, &double)
    } else if sum(&fair) <= total {
        (&fair, &whole)
    } else if sum(&least) <= total {
        (&least, &fair)
    } else {
        (&nothing, &least)
    };
    let room = total - sum(lower);
    let wanted = sum(upper) - sum(lower);
    let widths = lower
        .iter()
        .zip(upper)
        .map(|(lower, upper)| lower + portion(room, upper - lower, wanted))
        .collect();
    settle(widths, total)
}

/// `amount × part / all` in integers.
fn portion(amount: u32, part: u32, all: u32) -> u32 {
    let product = u64::from(amount) * u64::from(part);
    u32::try_from(product / u64::from(all.max(1))).expect("a page's width times a share of it fits")
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

    fn need(whole: u32, fair: u32, least: u32) -> Need {
        Need { whole, fair, least }
    }

    #[test]
    fn widths_add_up_to_the_whole() {
        for needs in [
            vec![need(100, 60, 50), need(200, 200, 200), need(33, 20, 10)],
            vec![need(9000, 900, 500), need(700, 700, 700)],
            vec![need(9000, 8000, 7000), need(7000, 6000, 1500)],
            vec![need(9000, 8000, 7000), need(7000, 6000, 5000)],
            vec![need(0, 0, 0)],
        ] {
            assert_eq!(share(&needs, 8845).iter().sum::<u32>(), 8845, "{needs:?}");
        }
    }

    #[test]
    fn columns_of_numbers_keep_their_width_where_text_can_break() {
        let needs = [
            need(9000, 1000, 500),
            need(1200, 1200, 1200),
            need(800, 800, 800),
        ];
        assert_eq!(share(&needs, 8845), [6845, 1200, 800]);
    }

    #[test]
    fn where_it_is_crowded_words_are_cut_last() {
        let needs = [need(3000, 3000, 1000), need(2000, 2000, 2000)];
        assert_eq!(share(&needs, 4000), [2000, 2000]);
        assert_eq!(share(&needs, 3000), [1000, 2000]);
    }
}
