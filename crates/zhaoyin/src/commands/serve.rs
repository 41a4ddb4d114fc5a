//! `zhaoyin serve`.

use crate::config::Config;
use crate::open::{faulty, open_or_make};
use crate::{log, router};
use anyhow::Context;
use clap::Args;
use http_base::Drain;
use kernel::SystemClock;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,
}

impl Serve {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        log::start();
        let app = open_or_make(config, Arc::new(SystemClock)).await?;
        if let Some(first) = orgs::ops::ensure_administrator(&app)
            .await
            .map_err(faulty)?
        {
            // Once, and to whoever started the server: never into the log.
            println!("A first administrator was made. This is shown only once:");
            println!("  login              {}", first.login);
            println!("  one-time password  {}", first.password.reveal());
        }
        intake::ops::recover(&app).await.map_err(faulty)?;
        let listener = TcpListener::bind(self.listen)
            .await
            .with_context(|| format!("listening on {}", self.listen))?;
        // Before the address is printed: whoever reads it may say stop at once.
        let stop = told_to_stop()?;
        println!("http://{}", listener.local_addr()?);
        let drain = Drain::default();
        let router = router::router(&app, &drain);
        http_base::serve(listener, router, drain, stop).await?;
        app.database.clone().close().await?;
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }
}

/// Listens from now on for the terminal or the supervisor to say stop; what it returns
/// resolves when one does.
fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
        tracing::info!("stopping");
    })
}
