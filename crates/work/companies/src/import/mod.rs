//! Companies in workbooks: what a row means, and how it is taken back.

mod checker;
mod spec;
mod undo;

use crate::store::{self, CompanyQuery};
use checker::CompanyChecker;
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, Importer, Kept, KindSpec, RowIn, TypedValue, WrittenRow};
use kernel::{Fields, Outcome};
use serde_json::json;
use std::collections::BTreeMap;

/// Imports and exports companies.
#[derive(Debug, Clone, Copy, Default)]
pub struct CompanyImporter;

/// Every code that importing gives besides those of the register itself.
pub(crate) const CODES: &[&str] = &[
    "companies.changed_since",
    "companies.referred_to",
    "companies.several_of_this_name",
    "companies.uscc_character",
    "companies.uscc_check_character",
    "companies.uscc_length",
    "field.empty",
    "field.too_long",
    "field.too_many",
    "orgs.division_ambiguous",
    "orgs.division_unknown",
];

impl Importer for CompanyImporter {
    fn kinds(&self) -> &'static [KindSpec] {
        spec::KINDS
    }

    fn codes(&self) -> &'static [&'static str] {
        CODES
    }

    fn checker<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async move {
            let checker = CompanyChecker::load(tx, cx, rows).await?;
            Ok(Box::new(checker) as Box<dyn Checker>)
        })
    }

    fn undo<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        _: &'static KindSpec,
        written: &'a [WrittenRow],
    ) -> Boxed<'a, Outcome<Vec<Kept>>> {
        Box::pin(undo::undo(tx, cx, written))
    }

    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'static KindSpec,
        filters: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(async move {
            let mut wrong = Fields::default();
            for filter in filters.keys().filter(|filter| filter.as_str() != "q") {
                wrong.refuse(
                    filter,
                    intake::codes::UNKNOWN_FILTER,
                    json!({ "found": filter }),
                );
            }
            wrong.done()?;
            let query = CompanyQuery {
                q: filters.get("q").cloned(),
            };
            let found = store::export(tx, &query).await?;
            Ok(found.into_iter().map(spec::row_of).collect())
        })
    }
}
