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
    /// are there where it is `None`. What is known already may be among them.
    fn changed<'a>(
        &'a self,
        app: &'a App,
        since: Option<&'a str>,
    ) -> Boxed<'a, Outcome<Vec<Named>>>;
}

/// How long before the last asking is asked again: a write that began earlier may have been
/// committed later, and two servers' clocks differ.
const OVERLAP: TimeDelta = TimeDelta::seconds(60);

/// What is known of one kind.
#[derive(Debug, Default)]
struct Known {
    index: Index,
    /// When it was last asked, and in what state the database was then.
    asked: Option<(Instant, String)>,
}

/// All finders of the application with what they have found so far.
pub struct Finders(Vec<(Arc<dyn Finder>, Mutex<Known>)>);

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
        let unasked = |finder| (finder, Mutex::new(Known::default()));
        Self(finders.into_iter().map(unasked).collect())
    }

    /// The best matches of each kind that `actor` may read.
    pub(crate) async fn find(
        &self,
        app: &App,
        actor: &Actor,
        words: &str,
        limit: usize,
    ) -> Outcome<Vec<FoundOfKind>> {
        let state = app.database.state().await?;
        let mut all = Vec::new();
        for (finder, known) in &self.0 {
            if !actor.may(finder.permission()) {
                continue;
            }
            let mut known = known.lock().await;
            known.keep_up(app, finder.as_ref(), &state).await?;
            let found = known.index.find(words, &actor.scope, limit);
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

impl Known {
    /// Asks what has changed, unless nothing was committed since it was last asked.
    async fn keep_up(&mut self, app: &App, finder: &dyn Finder, state: &str) -> Outcome<()> {
        if self.asked.as_ref().is_some_and(|(_, then)| then == state) {
            return Ok(());
        }
        let now = app.now();
        let since = self.asked.as_ref().map(|(then, _)| earlier(*then));
        let changed = finder.changed(app, since.as_deref()).await?;
        self.index.take(changed);
        self.asked = Some((now, state.to_owned()));
        Ok(())
    }
}

/// The instant to ask from, when it was last asked `then`.
fn earlier(then: Instant) -> String {
    Instant::new(then.utc() - OVERLAP).to_string()
}
