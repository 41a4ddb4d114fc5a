//! Writers that meet an import being written wait for it, or are told who is importing.

use crate::importers::Importers;
use crate::model::batch::State;
use crate::refusals::ImportRefusal;
use crate::store::batches;
use axum::extract::{Request, State as Given};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_base::{App, Problem};
use kernel::Refusal;
use std::time::{Duration, Instant};

/// How long a write waits for an import before it is refused.
const PATIENCE: Duration = Duration::from_secs(8);

/// A write that took so long and broke was waiting for the writer's place: the database
/// gives up after ten seconds.
const GAVE_UP: Duration = Duration::from_secs(9);

/// A middleware for all endpoints: a write waits at most eight seconds for an import that
/// this process is writing, then is refused with `intake.import_running` and the name of
/// who imports. Where another process (the command line) is importing, the database's own
/// patience ends the wait, and the answer is the same.
pub async fn courtesy(Given(app): Given<App>, request: Request, next: Next) -> Response {
    if matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) {
        return next.run(request).await;
    }
    if let Some(refusal) = make_way(&app, PATIENCE).await {
        return Problem::from(refusal).into_response();
    }
    let began = Instant::now();
    let response = next.run(request).await;
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR
        && began.elapsed() >= GAVE_UP
        && let Ok(found) = batches::in_state(app.database.reader(), State::Committing).await
        && let Some(batch) = found.into_iter().next()
    {
        return Problem::from(running(batch.created_by, batch.file_name)).into_response();
    }
    response
}

/// Waits at most `patience` for an import that this process is writing; the refusal where
/// it lasts longer.
pub async fn make_way(app: &App, patience: Duration) -> Option<Refusal> {
    let importers = app.part::<Importers>()?;
    let mut writing = importers.writing();
    let waited = tokio::time::timeout(patience, writing.wait_for(Option::is_none)).await;
    if waited.is_ok() {
        return None;
    }
    let now = importers.writing().borrow().clone()?;
    Some(running(now.name, now.file_name))
}

fn running(name: String, file_name: String) -> Refusal {
    ImportRefusal::Running { name, file_name }.into()
}
