//! Shares a whole number out so that the parts add up to it exactly.

use crate::dice::Dice;

/// Shares `total` out by `weights`, no part above its cap. The parts add up to
/// `total`, or to the sum of the caps where that is less.
pub(crate) fn apportion_within(total: i64, weights: &[i64], caps: &[i64]) -> Vec<i64> {
    let mut parts = vec![0i64; weights.len()];
    let mut left = total.min(caps.iter().map(|cap| (*cap).max(0)).sum());
    while left > 0 {
        let mut open: Vec<usize> = (0..parts.len()).filter(|&i| parts[i] < caps[i]).collect();
        let whole: i128 = open.iter().map(|&i| i128::from(weights[i].max(1))).sum();
        let mut given = 0;
        for &i in &open {
            let share = i128::from(left) * i128::from(weights[i].max(1)) / whole;
            let share = i64::try_from(share).expect("a share is no larger than its whole");
            let share = share.min(caps[i] - parts[i]);
            parts[i] += share;
            given += share;
        }
        if given == 0 {
            // Less than one each: the heaviest get it, the earlier of equals first.
            open.sort_by_key(|&i| std::cmp::Reverse(weights[i]));
            for &i in open
                .iter()
                .take(usize::try_from(left).unwrap_or(usize::MAX))
            {
                parts[i] += 1;
                given += 1;
            }
        }
        left -= given;
    }
    parts
}

/// Shares `total` out by `weights`; the parts add up to it.
pub(crate) fn apportion(total: i64, weights: &[i64]) -> Vec<i64> {
    apportion_within(total, weights, &vec![i64::MAX / 1_000_000; weights.len()])
}

/// A table with these row and column sums (both add up to the same), close to
/// what proportion would give, each row bent by up to `bend` percent.
pub(crate) fn table(rows: &[i64], columns: &[i64], bend: i64, dice: &mut Dice) -> Vec<Vec<i64>> {
    debug_assert_eq!(rows.iter().sum::<i64>(), columns.iter().sum::<i64>());
    let mut left = columns.to_vec();
    let mut cells = vec![Vec::new(); rows.len()];
    // The largest row comes last: it takes what the others leave, and has room for it.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&row| rows[row]);
    for row in order {
        let weights: Vec<i64> = left
            .iter()
            .map(|part| part * dice.between(100 - bend, 100 + bend))
            .collect();
        cells[row] = apportion_within(rows[row], &weights, &left);
        for (part, cell) in left.iter_mut().zip(&cells[row]) {
            *part -= cell;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_add_up_and_stay_under_their_caps() {
        let parts = apportion_within(100, &[1, 1, 8], &[50, 50, 30]);
        assert_eq!(parts.iter().sum::<i64>(), 100);
        assert_eq!(parts[2], 30);
        assert_eq!(apportion_within(100, &[1, 2], &[10, 20]), [10, 20]);
        assert_eq!(apportion(7, &[1, 1, 1]).iter().sum::<i64>(), 7);
    }

    #[test]
    fn a_table_keeps_the_sums_of_its_rows_and_columns() {
        let (rows, columns) = ([3, 35, 205], [34, 38, 52, 39, 36, 44]);
        for seed in 0..20 {
            let cells = table(&rows, &columns, 30, &mut Dice::new(seed));
            for (row, cells) in rows.iter().zip(&cells) {
                assert_eq!(*row, cells.iter().sum::<i64>());
            }
            for (at, column) in columns.iter().enumerate() {
                assert_eq!(*column, cells.iter().map(|row| row[at]).sum::<i64>());
            }
        }
    }
}
