//! From a figure to the entries behind it, and from an entry to its record.

use super::books;
use super::list_figures::FigureRefusal;
use super::records::records_of;
use crate::model::{
    EntriesOut, Entry, EntryList, FactOut, OpeningTotalOut, read_cursor, window, write_cursor,
};
use crate::permits::ReadLineage;
use db::ConnectionTrait;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::{
    Books, Cursor, FigureQuery, Months, Source, Subject, UnitOfValue, Value, Window, figures,
    find_fact, lineage, lineage_sum, lists_of, opening_parts,
};
use orgs::{Unit, UnitTree};

kernel::refusals! {
    /// Why the entries behind a figure are not shown.
    pub enum TraceRefusal {
        /// The unit lies outside what the account may look into.
        OutOfScope { unit: String } = (Forbidden, "figures.out_of_scope"),
        /// The cursor is none that a page gave.
        WrongCursor = (Invalid, "figures.wrong_cursor"),
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

/// Reads a cursor that a page gave.
pub fn cursor(text: &str) -> Option<Cursor> {
    read_cursor(text)
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
pub async fn list_entries(
    app: &App,
    actor: &Allowed<ReadLineage>,
    input: TraceIn,
) -> Outcome<EntriesOut> {
    let books = books(app)?;
    // One state for figure, lists and page: an open month moves.
    let connection = &app.database.begin_read().await?;
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
        ranked: &[],
        codes: &wanted,
        with_subjects: false,
    };
    let found = figures(connection, &books, &query).await?;
    let (figure, parts) = found.split_first().ok_or_else(unknown)?;
    let months = Months::load(connection).await?;
    let totals = Totals {
        books: &books,
        codes: &codes,
        unit: &unit,
        months: &months,
        as_at: input.month,
    };
    let opening_totals = totals.of(connection, window).await?;
    let last_year_opening_totals = totals.of(connection, window.last_year()).await?;
    let mut lists = Vec::with_capacity(codes.len());
    for (code, part) in codes.into_iter().zip(parts) {
        let sum = lineage_sum(connection, &books, &code, unit.key, window)
            .await?
            .unwrap_or_default();
        lists.push(EntryList::of(code, part, sum));
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
    let sources: Vec<Source> = page
        .lines
        .iter()
        .map(|line| Source {
            kind: line.source_kind.clone(),
            id: line.source_id,
        })
        .collect();
    let subjects: Vec<&Subject> = page.lines.iter().map(|line| &line.subject).collect();
    let sources: Vec<&Source> = sources.iter().collect();
    let records = records_of(connection, &subjects, &sources).await?;
    Ok(EntriesOut {
        indicator: input.indicator.clone(),
        unit_code: unit.code.clone(),
        unit: unit.to_ref(),
        month: window.month,
        from: window.from,
        month_state: months.get(window.month).map(|entry| entry.state),
        value: figure.value.map_or(serde_json::Value::Null, Value::json),
        measure_unit: books
            .indicator(&input.indicator, input.month)
            .map_or(UnitOfValue::Count, |indicator| indicator.unit),
        display: figure.value.map_or_else(|| "—".to_owned(), Value::display),
        definition_version: figure.definition_version,
        lists,
        opening_totals,
        last_year_opening_totals,
        list,
        entries: page
            .lines
            .into_iter()
            .map(|line| Entry::of(line, &records, &tree))
            .collect(),
        next: page.next.map(write_cursor),
    })
}

/// The totals from before the books in the lists of `codes`, as known at the end of `as_at`:
/// those of last year's value are asked for in a month of this year.
struct Totals<'a> {
    books: &'a Books,
    codes: &'a [String],
    unit: &'a Unit,
    months: &'a Months,
    as_at: Month,
}

impl Totals<'_> {
    async fn of(
        &self,
        connection: &impl ConnectionTrait,
        window: Window,
    ) -> Outcome<Vec<OpeningTotalOut>> {
        let key = self.unit.key;
        let (as_at, months) = (self.as_at, self.months);
        let parts = opening_parts(
            connection, self.books, self.codes, key, window, as_at, months,
        );
        let unit = self.unit.to_ref();
        Ok(parts
            .await?
            .into_iter()
            .map(|total| {
                let measured_in = self
                    .books
                    .indicator(&total.indicator, as_at)
                    .map_or(UnitOfValue::Count, |indicator| indicator.unit);
                OpeningTotalOut::of(total, &unit, measured_in)
            })
            .collect())
    }
}

/// A fact with its hashes, for whoever may look into a unit that shares it.
///
/// # Errors
/// [`TraceRefusal::NoFact`].
pub async fn get_fact(app: &App, actor: &Allowed<ReadLineage>, seq: i64) -> Outcome<FactOut> {
    let connection = app.database.reader();
    let found = find_fact(connection, seq).await?;
    let visible = found.filter(|sealed| {
        sealed
            .fact
            .credits
            .iter()
            .any(|credit| actor.scope.covers(credit.unit))
    });
    let sealed = visible.ok_or(TraceRefusal::NoFact { seq })?;
    let tree = orgs::ops::load_units(connection).await?;
    let records = records_of(connection, &[&sealed.fact.subject], &[&sealed.fact.source]).await?;
    Ok(FactOut::of(sealed, &records, &tree))
}
