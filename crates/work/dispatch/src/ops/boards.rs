//! The boards that were asked for last, kept for as long as nothing under them changes.

use crate::model::Board;
use kernel::Month;
use ledger::Stamp;
use orgs::UnitTree;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many months' boards are kept.
const MONTHS: usize = 24;

/// Boards by the month asked for. A board is given again only while the books' stamp and
/// the units are those that it was made from, so whoever asks sees what there is: nothing
/// here grows old, and other servers' writes are seen like one's own.
#[derive(Debug, Default)]
pub struct Boards(Mutex<HashMap<Option<Month>, Made>>);

#[derive(Debug)]
struct Made {
    stamp: Stamp,
    tree: UnitTree,
    board: Arc<Board>,
}

impl Boards {
    /// The board of `month`, if it was made from this.
    pub(super) fn find(
        &self,
        month: Option<Month>,
        stamp: Stamp,
        tree: &UnitTree,
    ) -> Option<Arc<Board>> {
        let boards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        boards
            .get(&month)
            .filter(|made| made.stamp == stamp && made.tree == *tree)
            .map(|made| Arc::clone(&made.board))
    }

    /// Keeps a board that was made from what was there when stamp and tree were read, or
    /// from something newer.
    pub(super) fn keep(
        &self,
        month: Option<Month>,
        stamp: Stamp,
        tree: UnitTree,
        board: Arc<Board>,
    ) {
        let mut boards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if boards.len() >= MONTHS {
            boards.clear();
        }
        boards.insert(month, Made { stamp, tree, board });
    }
}
