//! Writes that end as they would have, whether or not the client still listens.

use crate::problem::Problem;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::Fault;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tracing::Instrument;

/// How many writes may be under way; more wait.
const ROOM: u32 = 1_024;

/// How long a read may take before it is given up.
const READ_PATIENCE: Duration = Duration::from_mins(2);

/// Knows the writes that are under way, so that a server that stops can wait for them.
#[derive(Debug, Clone)]
pub struct Drain(Arc<Semaphore>);

impl Default for Drain {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(ROOM as usize)))
    }
}

impl Drain {
    /// Waits until no write is under way, then lets none begin.
    pub async fn drained(&self) {
        if let Ok(all) = self.0.acquire_many(ROOM).await {
            all.forget();
        }
    }
}

/// Runs everything but reads in a task of its own. A client that hangs up cancels its
/// request's future; cancelling a write half-way would leave what was acknowledged to
/// nobody, and on `PostgreSQL` has poisoned whole pools (launchbadge/sqlx#4385).
pub(crate) async fn finish(State(drain): State<Drain>, request: Request, next: Next) -> Response {
    if matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) {
        return match tokio::time::timeout(READ_PATIENCE, next.run(request)).await {
            Ok(response) => response,
            Err(_) => {
                Problem::request(StatusCode::GATEWAY_TIMEOUT, "request.timeout").into_response()
            }
        };
    }
    let write = async move {
        let _place = drain.0.acquire_owned().await;
        next.run(request).await
    };
    match tokio::spawn(write.in_current_span()).await {
        Ok(response) => response,
        Err(error) => Problem::from(Fault::from(error)).into_response(),
    }
}
