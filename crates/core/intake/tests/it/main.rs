//! Imports, on whichever engine the tests run.

mod books;
mod city;
mod commit_import;
mod create_import;
mod delete_import;
mod items;
mod list_imports;
mod opening_totals;
mod recover;
mod undo_import;
mod update_import_mapping;
mod workbooks;

pub(crate) use city::TestApp;
