//! This crate's records in workbooks.

use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, Importer, Kept, KindSpec, RowIn, TypedValue, WrittenRow};
use kernel::{Fault, Outcome};
use std::collections::BTreeMap;

/// Imports and exports this crate's records.
#[derive(Debug, Clone, Copy, Default)]
pub struct CareImporter;

/// The codes that only imports give.
pub(crate) const OWN_CODES: &[&str] = &[];

impl Importer for CareImporter {
    fn kinds(&self) -> &'static [KindSpec] {
        &[]
    }

    fn codes(&self) -> &'static [&'static str] {
        &[]
    }

    fn checker<'a>(
        &'a self,
        _: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async { Err(Fault::broken("no kinds yet")) })
    }

    fn undo<'a>(
        &'a self,
        _: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'static KindSpec,
        _: &'a [WrittenRow],
    ) -> Boxed<'a, Outcome<Vec<Kept>>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn export<'a>(
        &'a self,
        _: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'static KindSpec,
        _: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}
