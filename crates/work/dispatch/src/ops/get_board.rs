//! The home page.

use super::boards::Boards;
use super::books;
use super::list_figures::FigureRefusal;
use crate::model::{BOARD_CITY_CODES, BoardParts, SCORED};
use crate::model::{Board, board};
use crate::permits::ReadFigures;
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::{FigureQuery, Months, Window, figures, series};
use orgs::UnitTree;
use std::sync::Arc;

/// The board of `month`, or of the last closed month, or of the open one.
///
/// # Errors
/// [`FigureRefusal::NoCity`] before the units have been entered.
pub async fn get_board(
    app: &App,
    _: &Allowed<ReadFigures>,
    month: Option<Month>,
) -> Outcome<Arc<Board>> {
    let reader = app.database.reader();
    let stamp = ledger::stamp(reader).await?;
    let tree = orgs::ops::load_units(reader).await?;
    let boards = app.part::<Boards>();
    let kept = boards
        .as_ref()
        .and_then(|boards| boards.find(month, stamp, &tree));
    if let Some(board) = kept {
        return Ok(board);
    }
    let tx = app.database.begin_read().await?;
    let made = Arc::new(make_board(app, &tx, &tree, month).await?);
    tx.commit().await?;
    if let Some(boards) = boards {
        boards.keep(month, stamp, tree, Arc::clone(&made));
    }
    Ok(made)
}

async fn make_board(
    app: &App,
    connection: &DatabaseTransaction,
    tree: &UnitTree,
    month: Option<Month>,
) -> Outcome<Board> {
    let books = books(app)?;
    let city = tree.city().ok_or(FigureRefusal::NoCity)?;
    let months = Months::load(connection).await?;
    let month = month
        .or_else(|| months.last_closed().map(|entry| entry.month))
        .or_else(|| months.open())
        .unwrap_or_else(|| Month::of(kernel::local_date(app.now())));
    let window = Window::year_to_date(month);
    let units: Vec<i64> = std::iter::once(city.key)
        .chain(tree.ranked().map(|unit| unit.key))
        .collect();
    let query = FigureQuery {
        window,
        units: &units,
        ranked: &[],
        codes: &SCORED,
        with_subjects: false,
    };
    let scored = figures(connection, &books, &query).await?;
    let cards = FigureQuery {
        units: &[city.key],
        codes: &BOARD_CITY_CODES,
        ..query
    };
    let city_figures = figures(connection, &books, &cards).await?;
    let trend = series(
        connection,
        &books,
        SCORED[0],
        city.key,
        month,
        month.of_year(),
    )
    .await?;
    let mut board = board(&BoardParts {
        books: &books,
        tree,
        city,
        month,
        scored: &scored,
        city_figures: &city_figures,
        trend: &trend,
    });
    board.state = months.get(month).map(|entry| entry.state);
    board.data_at = ledger::last_recorded_at(connection)
        .await?
        .map(|at| at.to_string());
    Ok(board)
}
