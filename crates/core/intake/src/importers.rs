//! What the slices have handed in, and what is being imported in this process right now.

use crate::importer::Importer;
use crate::kind::KindSpec;
use crate::model::batch::Progress;
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

/// Every importer of the application: installed as a part of [`App`](http_base::App).
pub struct Importers {
    slices: Vec<Arc<dyn Importer>>,
    /// Each kind with the position of its importer, in the order of checking.
    kinds: Vec<(&'static KindSpec, usize)>,
    progress: Mutex<HashMap<i64, Progress>>,
    writing: watch::Sender<Option<Writing>>,
}

/// The import that holds the writer's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Writing {
    /// Who imports.
    pub name: String,
    /// What.
    pub file_name: String,
}

impl fmt::Debug for Importers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds: Vec<&str> = self.kinds.iter().map(|(spec, _)| spec.kind).collect();
        f.debug_tuple("Importers").field(&kinds).finish()
    }
}

impl Importers {
    /// These importers.
    ///
    /// # Panics
    /// If two declare the same kind, or a kind's key names a field that it does not have:
    /// that is a mistake of the binary, found when it starts.
    pub fn new(importers: Vec<Arc<dyn Importer>>) -> Self {
        let mut kinds: Vec<(&'static KindSpec, usize)> = importers
            .iter()
            .enumerate()
            .flat_map(|(at, importer)| importer.kinds().iter().map(move |spec| (spec, at)))
            .collect();
        kinds.sort_by_key(|(spec, _)| spec.order);
        let names: BTreeSet<&str> = kinds.iter().map(|(spec, _)| spec.kind).collect();
        assert_eq!(names.len(), kinds.len(), "each kind has one importer");
        for (spec, _) in &kinds {
            for field in spec.key {
                assert!(
                    spec.position(field).is_some(),
                    "{}: the key names {field}",
                    spec.kind
                );
            }
        }
        Self {
            slices: importers,
            kinds,
            progress: Mutex::default(),
            writing: watch::Sender::new(None),
        }
    }

    /// Every kind, in the order in which rows are checked and written.
    pub fn kinds(&self) -> impl Iterator<Item = &'static KindSpec> {
        self.kinds.iter().map(|(spec, _)| *spec)
    }

    /// The kind of this name.
    pub fn kind(&self, kind: &str) -> Option<&'static KindSpec> {
        self.kinds().find(|spec| spec.kind == kind)
    }

    /// Every code that the importers put into problems and kept lists.
    pub fn codes(&self) -> Vec<&'static str> {
        self.slices
            .iter()
            .flat_map(|importer| importer.codes())
            .copied()
            .collect()
    }

    /// The position of the kind's importer.
    pub(crate) fn position(&self, kind: &str) -> Option<usize> {
        let (_, at) = self.kinds.iter().find(|(spec, _)| spec.kind == kind)?;
        Some(*at)
    }

    pub(crate) fn at(&self, position: usize) -> &dyn Importer {
        self.slices[position].as_ref()
    }

    pub(crate) fn len(&self) -> usize {
        self.slices.len()
    }

    /// Notes how far a batch has come.
    pub(crate) fn note(&self, batch: i64, progress: Progress) {
        self.in_progress().insert(batch, progress);
    }

    /// Forgets a batch that has come to its end.
    pub(crate) fn forget(&self, batch: i64) {
        self.in_progress().remove(&batch);
    }

    /// How far a batch has come, if this process is at it.
    pub(crate) fn progress(&self, batch: i64) -> Option<Progress> {
        self.in_progress().get(&batch).copied()
    }

    fn in_progress(&self) -> std::sync::MutexGuard<'_, HashMap<i64, Progress>> {
        self.progress
            .lock()
            .expect("no holder of this lock can panic")
    }

    /// Says who takes the writer's place, until the guard is dropped.
    pub(crate) fn begin_writing(self: &Arc<Self>, writing: Writing) -> WritingGuard {
        self.writing.send_replace(Some(writing));
        WritingGuard(self.clone())
    }

    /// Who holds the writer's place, and changes of that.
    pub(crate) fn writing(&self) -> watch::Receiver<Option<Writing>> {
        self.writing.subscribe()
    }
}

/// Ends the announcement of [`Importers::begin_writing`], also when the import panics.
pub(crate) struct WritingGuard(Arc<Importers>);

impl Drop for WritingGuard {
    fn drop(&mut self) {
        self.0.writing.send_replace(None);
    }
}
