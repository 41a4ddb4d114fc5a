//! The state that every endpoint is given.

use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use db::Database;
use kernel::{Clock, Fault, Ids, Instant};
use std::any::{Any, TypeId, type_name};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

/// The running application: what no slice owns, and what slices have installed.
#[derive(Debug, Clone)]
pub struct App {
    /// The one database.
    pub database: Database,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where new keys come from.
    pub ids: Arc<Ids>,
    /// Whether this is a synthesised city, which every page says.
    pub demo: bool,
    /// Keys of requests: apart from `ids`, so that reading does not change what the next
    /// record is called.
    pub(crate) request_ids: Arc<Ids>,
    parts: Arc<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

impl App {
    /// An application without parts; `seed` spreads its ids, and is random in production.
    pub fn new(database: Database, clock: Arc<dyn Clock>, seed: u64, demo: bool) -> Self {
        Self {
            database,
            ids: Arc::new(Ids::new(clock.clone(), seed)),
            request_ids: Arc::new(Ids::new(clock.clone(), seed.rotate_left(32))),
            clock,
            demo,
            parts: Arc::default(),
        }
    }

    /// The same application with `part` installed: what a slice keeps between requests,
    /// such as the ledger's books. One of each type; a second replaces the first.
    #[must_use]
    pub fn with<T: Send + Sync + 'static>(mut self, part: T) -> Self {
        let mut parts = HashMap::clone(&self.parts);
        parts.insert(TypeId::of::<T>(), Arc::new(part));
        self.parts = Arc::new(parts);
        self
    }

    /// The installed part of this type, if there is one.
    pub fn part<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.parts
            .get(&TypeId::of::<T>())
            .and_then(|part| part.clone().downcast().ok())
    }

    /// The present instant.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }
}

/// An installed part, as an argument of an endpoint: `books: Part<Books>`.
#[derive(Debug)]
pub struct Part<T>(pub Arc<T>);

impl<T> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Send + Sync + 'static> FromRequestParts<App> for Part<T> {
    type Rejection = Problem;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Self, Problem> {
        app.part().map(Self).ok_or_else(|| {
            Problem::from(Fault::broken(format!(
                "{} was not installed",
                type_name::<T>()
            )))
        })
    }
}
