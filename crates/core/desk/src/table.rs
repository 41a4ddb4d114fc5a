//! A finder over one table of a slice: what nearly all of them are.

use crate::finders::{Boxed, Finder};
use crate::model::Named;
use db::{Engine, Packed, fetch_all};
use http_base::App;
use kernel::{Outcome, Permission};
use serde::Deserialize;

/// Finds the rows of one table. The texts are the slice's own SQL, in its own file.
#[derive(Debug, Clone, Copy)]
pub struct TableFinder {
    /// The kind, as the API names it.
    pub kind: &'static str,
    /// What a caller must be allowed so that it is found.
    pub permission: Permission,
    /// A key as the API writes it.
    pub id: fn(i64) -> String,
    /// What is selected, in this order and with these names: `id, code, name, aliases`
    /// (parted by ；), `note, unit_id, joint_unit_id` (null where everybody may see it, or
    /// where there is no other).
    pub columns: &'static str,
    /// The table; it has `updated_at`.
    pub table: &'static str,
    /// The column that is not null once a row is gone: an instant ending in `_at`, or
    /// another.
    pub gone: &'static str,
}

/// A row in the order of [`COLUMNS`].
#[derive(Deserialize)]
struct Row(
    i64,
    Option<String>,
    String,
    String,
    String,
    Option<i64>,
    Option<i64>,
    i64,
);

/// What travels: names are read by the hundred thousand.
const COLUMNS: [&str; 8] = [
    "id",
    "code",
    "name",
    "aliases",
    "note",
    "unit_id",
    "joint_unit_id",
    "is_gone",
];

impl TableFinder {
    /// The statement; `since` is its only parameter.
    fn sql(&self, engine: Engine, since: bool) -> String {
        let Self {
            columns,
            table,
            gone,
            ..
        } = self;
        let select = format!(
            "SELECT {columns}, \
             CASE WHEN {gone} IS NULL THEN 0 ELSE 1 END AS is_gone FROM {table}"
        );
        let rows = if since && !gone.ends_with("_at") {
            // What is gone is little, and `take` passes over what it knows.
            format!("{select} WHERE updated_at >= $1 OR {gone} IS NOT NULL")
        } else if since {
            // Two seeks where both columns have an index.
            format!(
                "{select} WHERE updated_at >= $1 UNION ALL {select} WHERE {gone} IS NOT NULL AND updated_at < $1 AND {gone} >= $1"
            )
        } else {
            format!("{select} WHERE {gone} IS NULL")
        };
        let packed = engine.packed(&COLUMNS, &[]);
        format!("SELECT {packed} FROM ({rows}) AS changed")
    }
}

impl Finder for TableFinder {
    fn kind(&self) -> &'static str {
        self.kind
    }

    fn permission(&self) -> Permission {
        self.permission
    }

    fn changed<'a>(
        &'a self,
        app: &'a App,
        since: Option<&'a str>,
    ) -> Boxed<'a, Outcome<Vec<Named>>> {
        Box::pin(async move {
            let values: Vec<db::Value> = since.map(Into::into).into_iter().collect();
            let sql = self.sql(app.database.engine(), since.is_some());
            let rows: Vec<Packed<Row>> = fetch_all(app.database.reader(), &sql, values).await?;
            let named = rows.into_iter().map(|Packed(row)| {
                let Row(key, code, name, aliases, note, unit, joint, gone) = row;
                let aliases = aliases.split('；').filter(|alias| !alias.is_empty());
                Named {
                    key,
                    id: (self.id)(key),
                    name,
                    code,
                    aliases: aliases.map(str::to_owned).collect(),
                    note,
                    units: unit.into_iter().chain(joint).collect(),
                    is_gone: gone == 1,
                }
            });
            Ok(named.collect())
        })
    }
}
