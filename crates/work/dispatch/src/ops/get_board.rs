//! The home page.

use super::books;
use super::list_figures::FigureRefusal;
use crate::model::{BOARD_CITY_CODES, BoardParts, SCORED};
use crate::model::{Board, board};
use crate::permits::ReadFigures;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::{FigureQuery, Months, Window, figures, series};

/// The board of `month`, or of the last closed month, or of the open one.
///
/// # Errors
/// [`FigureRefusal::NoCity`] before the units have been entered.
pub async fn get_board(
    app: &App,
    _: &Allowed<ReadFigures>,
    month: Option<Month>,
) -> Outcome<Board> {
    let books = books(app)?;
    let connection = app.database.reader();
    let tree = orgs::ops::load_units(connection).await?;
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
        tree: &tree,
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
