//! One endpoint per file.

pub(crate) mod commit_import;
pub(crate) mod create_import;
pub(crate) mod delete_import;
pub(crate) mod get_errors_workbook;
pub(crate) mod get_export;
pub(crate) mod get_import;
pub(crate) mod get_template;
pub(crate) mod list_import_kinds;
pub(crate) mod list_import_rows;
pub(crate) mod list_imports;
pub(crate) mod undo_import;
pub(crate) mod update_import_mapping;

mod batch_out;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// How long an endpoint waits for work that goes on without it: small workbooks are
/// answered with their result, large ones with their progress.
const PATIENCE: Duration = Duration::from_secs(3);

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook to be saved as `name` by a browser.
fn workbook(name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}.xlsx\"");
    (
        [
            (header::CONTENT_TYPE, XLSX.to_owned()),
            (header::CONTENT_DISPOSITION, disposition),
        ],
        bytes,
    )
        .into_response()
}
