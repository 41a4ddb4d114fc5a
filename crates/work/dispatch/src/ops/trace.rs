//! From a figure to the entries behind it, and from an entry to its record.

use super::books;
use super::list_figures::FigureRefusal;
use crate::model::window;
use crate::permits::ReadLineage;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::{
    Cursor, Figure, FigureQuery, LineagePage, LineageSum, MonthState, Months, SealedFact, Window,
    figures, find_fact, lineage, lineage_sum, lists_of,
};
use orgs::{Unit, UnitTree};

kernel::refusals! {
    /// Why the entries behind a figure are not shown.
    pub enum TraceRefusal {
        /// The unit lies outside what the account may look into.
        OutOfScope { unit: String } = (Forbidden, "figures.out_of_scope"),
        /// There is no such fact, or not for this account.
        NoFact { seq: i64 } = (NotFound, "figures.no_fact"),
    }
}

/// Which figure's entries are asked for.
#[derive(Debug, Clone)]
pub struct TraceIn {
    /// The indicator.
    pub indicator: String,
    /// The last month.
    pub month: Month,
    /// The first month; January when absent.
    pub from: Option<Month>,
    /// The unit's code or name; the city when absent.
    pub unit: Option<String>,
    /// For a ratio: which of its lists, by code.
    pub list: Option<String>,
    /// Where the page begins.
    pub after: Option<Cursor>,
    /// How many entries.
    pub limit: u64,
}

/// A figure with a page of its entries.
#[derive(Debug)]
pub struct Traced {
    /// The figure.
    pub figure: Figure,
    /// The unit it is about.
    pub unit: Unit,
    /// All units, to name those in the entries.
    pub tree: UnitTree,
    /// The window.
    pub window: Window,
    /// Whether its last month is closed.
    pub state: Option<MonthState>,
    /// The lists behind it, with their sums: one, or a ratio's two.
    pub lists: Vec<(String, Figure, LineageSum)>,
    /// The list whose entries are given.
    pub list: String,
    /// Its entries.
    pub page: LineagePage,
}

/// The unit that a request names, or the city.
pub fn find_unit(tree: &UnitTree, text: Option<&str>) -> Result<Unit, FigureRefusal> {
    match text {
        None => tree.city().cloned().ok_or(FigureRefusal::NoCity),
        Some(text) => tree
            .by_name(text)
            .cloned()
            .ok_or_else(|| FigureRefusal::UnknownUnit {
                unit: text.to_owned(),
            }),
    }
}

/// The entries that add up to a figure.
///
/// # Errors
/// [`FigureRefusal`], [`TraceRefusal`].
pub async fn trace(app: &App, actor: &Allowed<ReadLineage>, input: TraceIn) -> Outcome<Traced> {
    let books = books(app)?;
    let connection = app.database.reader();
    let window = window(input.month, input.from)?;
    let tree = orgs::ops::load_units(connection).await?;
    let unit = find_unit(&tree, input.unit.as_deref())?;
    if !actor.scope.covers(unit.key) {
        return Err(TraceRefusal::OutOfScope { unit: unit.code }.into());
    }
    let codes = lists_of(&books, &input.indicator, input.month);
    let unknown = || FigureRefusal::UnknownIndicator {
        indicator: input.indicator.clone(),
    };
    let list = match input.list {
        Some(list) if codes.contains(&list) => list,
        Some(list) => return Err(FigureRefusal::UnknownIndicator { indicator: list }.into()),
        None => codes.first().ok_or_else(unknown)?.clone(),
    };
    let wanted: Vec<&str> = std::iter::once(input.indicator.as_str())
        .chain(codes.iter().map(String::as_str))
        .collect();
    let query = FigureQuery {
        window,
        units: &[unit.key],
        ranked: &tree.ranked().map(|unit| unit.key).collect::<Vec<_>>(),
        codes: &wanted,
        with_subjects: true,
    };
    let mut found = figures(connection, &books, &query).await?;
    let parts = found.split_off(1);
    let figure = found.pop().ok_or_else(unknown)?;
    let mut lists = Vec::with_capacity(codes.len());
    for (code, part) in codes.into_iter().zip(parts) {
        let sum = lineage_sum(connection, &books, &code, unit.key, window)
            .await?
            .unwrap_or_default();
        lists.push((code, part, sum));
    }
    let page = lineage(
        connection,
        &books,
        &list,
        unit.key,
        window,
        input.after,
        input.limit,
    )
    .await?
    .ok_or_else(unknown)?;
    let state = Months::load(connection)
        .await?
        .get(window.month)
        .map(|entry| entry.state);
    Ok(Traced {
        figure,
        unit,
        tree,
        window,
        state,
        lists,
        list,
        page,
    })
}

/// A fact with its hashes, for whoever may look into a unit that shares it.
///
/// # Errors
/// [`TraceRefusal::NoFact`].
pub async fn get_fact(app: &App, actor: &Allowed<ReadLineage>, seq: i64) -> Outcome<SealedFact> {
    let found = find_fact(app.database.reader(), seq).await?;
    let visible = found.filter(|sealed| {
        sealed
            .fact
            .credits
            .iter()
            .any(|credit| actor.scope.covers(credit.unit))
    });
    Ok(visible.ok_or(TraceRefusal::NoFact { seq })?)
}
