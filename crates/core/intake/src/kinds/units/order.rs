//! The order in which units are entered.

use crate::row::RowIn;
use std::collections::HashMap;

/// How deep units may lie: a tree of units has three floors.
const DEEPEST: usize = 16;

/// The rows so that a unit comes after the one above it, else by their 排序: units are
/// listed in the order in which they were entered.
pub(super) fn in_order(rows: &[&RowIn]) -> Vec<usize> {
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        for name in ["name", "code"] {
            by_name.extend(row.text(name).map(|name| (name.trim(), at)));
        }
    }
    let above = |at: usize| by_name.get(rows[at].text("parent")?.trim()).copied();
    let depth = |at: usize| -> usize {
        if rows[at].choice("kind") == Some("city") {
            return 0;
        }
        // Cut, so that units that lie below themselves end too.
        std::iter::successors(Some(at), |&next| above(next))
            .take(DEEPEST)
            .count()
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_cached_key(|&at| (depth(at), rows[at].integer("order").unwrap_or(i64::MAX), at));
    order
}
