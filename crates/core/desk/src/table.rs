//! A finder over one table of a slice: what nearly all of them are.

use crate::finders::{Boxed, Finder};
use crate::model::Named;
use db::{FromQueryResult, fetch_all};
use http_base::App;
use kernel::{Outcome, Permission};

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

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: Option<String>,
    name: String,
    aliases: String,
    note: String,
    unit_id: Option<i64>,
    joint_unit_id: Option<i64>,
    updated_at: String,
    is_gone: bool,
}

impl TableFinder {
    /// The statement; `since` is its only parameter.
    fn sql(&self, since: bool) -> String {
        let Self {
            columns,
            table,
            gone,
            ..
        } = self;
        let select =
            format!("SELECT {columns}, updated_at, {gone} IS NOT NULL AS is_gone FROM {table}");
        if since && !gone.ends_with("_at") {
            // What is gone is little, and `take` passes over what it knows.
            format!("{select} WHERE updated_at >= $1 OR {gone} IS NOT NULL")
        } else if since {
            // Two seeks where both columns have an index.
            format!(
                "{select} WHERE updated_at >= $1 UNION {select} WHERE {gone} IS NOT NULL AND updated_at < $1 AND {gone} >= $1"
            )
        } else {
            format!("{select} WHERE {gone} IS NULL")
        }
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
            let sql = self.sql(since.is_some());
            let rows: Vec<Row> = fetch_all(app.database.reader(), &sql, values).await?;
            let aliases = |text: &str| {
                let each = text.split('；').filter(|alias| !alias.is_empty());
                each.map(str::to_owned).collect()
            };
            let named = rows.into_iter().map(|row| Named {
                key: row.id,
                id: (self.id)(row.id),
                name: row.name,
                code: row.code,
                aliases: aliases(&row.aliases),
                note: row.note,
                units: row.unit_id.into_iter().chain(row.joint_unit_id).collect(),
                is_gone: row.is_gone,
                updated_at: row.updated_at,
            });
            Ok(named.collect())
        })
    }
}
