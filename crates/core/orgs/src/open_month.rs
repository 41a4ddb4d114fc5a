//! The open month, which the session shows and the ledger knows.

use http_base::App;
use kernel::{Month, Outcome};
use std::fmt;
use std::future::Future;
use std::pin::Pin;

type Answer = Pin<Box<dyn Future<Output = Outcome<Option<Month>>> + Send>>;

/// A part that the binary installs: this crate lies below the ledger and cannot ask it.
pub struct OpenMonth(Box<dyn Fn(App) -> Answer + Send + Sync>);

impl OpenMonth {
    /// Asks by `ask`.
    pub fn asked_by<F>(ask: impl Fn(App) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Outcome<Option<Month>>> + Send + 'static,
    {
        Self(Box::new(move |app| Box::pin(ask(app))))
    }

    /// The open month of the city, if there is one.
    pub(crate) async fn now(app: &App) -> Outcome<Option<Month>> {
        match app.part::<Self>() {
            Some(open_month) => (open_month.0)(app.clone()).await,
            None => Ok(None),
        }
    }
}

impl fmt::Debug for OpenMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenMonth(…)")
    }
}
