//! Connections: accepted, timed, and let finish when the server stops.

use crate::edge::Drain;
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// How long a client may take to send the head of a request, or stay idle between two.
const HEAD_PATIENCE: Duration = Duration::from_secs(30);

/// How long a stopping server waits for replies that are still being written.
const STOP_PATIENCE: Duration = Duration::from_secs(20);

/// Connections held at once: beyond, clients wait in the kernel's queue.
const CONNECTIONS: usize = 4_096;

/// Serves `router` until `stop` resolves; then takes no more connections, lets the
/// requests under way end, and returns when no write is left.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    drain: Drain,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &places) => accepted,
        };
        let (stream, place) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file handles, or a client gone before it was greeted: neither is
                // a reason to stop serving the others.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_PATIENCE)
            .serve_connection(
                TokioIo::new(stream),
                TowerToHyperService::new(router.clone()),
            );
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = watched.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(place);
        });
    }
    drop(listener);
    let replies = tokio::time::timeout(STOP_PATIENCE, graceful.shutdown()).await;
    if replies.is_err() {
        tracing::warn!("stopped with replies that nobody read");
    }
    drain.drained().await;
    Ok(())
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> io::Result<(tokio::net::TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let place = places
        .clone()
        .acquire_owned()
        .await
        .expect("these places are never closed");
    let (stream, _) = listener.accept().await?;
    stream.set_nodelay(true)?;
    Ok((stream, place))
}
