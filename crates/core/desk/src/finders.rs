//! The border to the slices: who knows which names, and keeping up with them.

use crate::model::{Index, Named};
use chrono::TimeDelta;
use http_base::App;
use kernel::{Actor, Instant, Outcome, Permission};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use tokio::sync::Mutex;

/// A future of an object-safe trait's method.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a slice hands in for one kind of record.
pub trait Finder: Send + Sync + 'static {
    /// The kind, as the API names it: `project`.
    fn kind(&self) -> &'static str;

    /// What a caller must be allowed so that it is found.
    fn permission(&self) -> Permission;

    /// The records written at `since` or later, those that are gone among them; all that
    /// are there where it is `None`.
    fn changed<'a>(
        &'a self,
        app: &'a App,
        since: Option<&'a str>,
    ) -> Boxed<'a, Outcome<Vec<Named>>>;
}

/// How long before the newest known write is asked again: a write that began earlier may
/// have been committed later.
const OVERLAP: TimeDelta = TimeDelta::seconds(60);

/// All finders of the application with what they have found so far.
pub struct Finders(Vec<(Arc<dyn Finder>, Mutex<Index>)>);

impl fmt::Debug for Finders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds: Vec<&str> = self.0.iter().map(|(finder, _)| finder.kind()).collect();
        f.debug_tuple("Finders").field(&kinds).finish()
    }
}

/// What was found of one kind.
#[derive(Debug)]
pub(crate) struct FoundOfKind {
    pub kind: &'static str,
    pub named: Vec<Named>,
}

impl Finders {
    /// These finders.
    pub fn new(finders: Vec<Arc<dyn Finder>>) -> Self {
        let with_index = |finder| (finder, Mutex::new(Index::default()));
        Self(finders.into_iter().map(with_index).collect())
    }

    /// The best matches of each kind that `actor` may read.
    pub(crate) async fn find(
        &self,
        app: &App,
        actor: &Actor,
        words: &str,
        limit: usize,
    ) -> Outcome<Vec<FoundOfKind>> {
        let mut all = Vec::new();
        for (finder, index) in &self.0 {
            if !actor.may(finder.permission()) {
                continue;
            }
            let mut index = index.lock().await;
            let since = index.newest().and_then(earlier);
            index.take(finder.changed(app, since.as_deref()).await?);
            let found = index.find(words, &actor.scope, limit);
            let named: Vec<Named> = found.into_iter().cloned().collect();
            if !named.is_empty() {
                all.push(FoundOfKind {
                    kind: finder.kind(),
                    named,
                });
            }
        }
        Ok(all)
    }
}

/// The instant to ask from, when `newest` is the newest known.
fn earlier(newest: &str) -> Option<String> {
    let newest = Instant::parse(newest)?.utc();
    Some(Instant::new(newest - OVERLAP).to_string())
}
