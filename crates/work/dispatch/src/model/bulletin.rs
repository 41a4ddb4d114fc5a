//! Bulletins (通报): text with bound figures, frozen under a hash when issued.

use documents::{Document, Figure, FigureCall, Figures, Meta};
use kernel::{Entity, Fault, Id, Month, Outcome};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

impl Entity for Bulletin {
    const PREFIX: &'static str = "bul";
}

/// The id of a bulletin.
pub type BulletinId = Id<Bulletin>;

/// A figure as it was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFigure {
    /// What was asked.
    pub call: FigureCall,
    /// What was answered.
    pub figure: Figure,
}

/// An issued bulletin: everything that is needed to make its documents again, byte by
/// byte, without asking the ledger.
#[derive(Debug, Clone)]
pub struct Bulletin {
    /// Its id.
    pub id: BulletinId,
    /// The month reported.
    pub month: Month,
    /// The template's code; empty for a text of its own.
    pub template: String,
    /// The Markdown.
    pub body: String,
    /// What the template was given beside figures.
    pub context: Json,
    /// Its figures.
    pub figures: Vec<FrozenFigure>,
    /// What stands around the text.
    pub meta: Meta,
    /// The journal's last fact and hash when it was issued.
    pub head: ledger::Head,
    /// The hash of all the above.
    pub hash: String,
    /// When it was issued.
    pub issued_at: kernel::Instant,
    /// Who issued it.
    pub issued_by: String,
}

impl Bulletin {
    /// Its document, made again of what was frozen.
    ///
    /// # Errors
    /// A fault of ours: what was issued composed once.
    pub fn document(&self) -> Outcome<Document> {
        let figures: Figures = self
            .figures
            .iter()
            .map(|frozen| (frozen.call.clone(), frozen.figure.clone()))
            .collect();
        documents::render(&self.body, &self.context, &figures, self.meta.language)
            .map_err(|faults| Fault::broken(format!("bulletin {}: {faults:?}", self.id)))
    }
}

/// A printed figure that later corrections have changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Erratum {
    /// The call, as the template wrote it.
    pub call: String,
    /// What was printed.
    pub printed: String,
    /// What it is as known now.
    pub now: String,
    /// The door's address.
    pub address: String,
}

/// SHA-256 over what a bulletin is made of, each part with its length before it.
pub(crate) fn content_hash(
    month: Month,
    body: &str,
    context: &Json,
    figures: &[FrozenFigure],
    meta: &Meta,
    head: &ledger::Head,
) -> String {
    let json = |value: Result<Vec<u8>, serde_json::Error>| value.expect("plain data serializes");
    let parts = [
        month.to_string().into_bytes(),
        body.as_bytes().to_vec(),
        json(serde_json::to_vec(context)),
        json(serde_json::to_vec(figures)),
        json(serde_json::to_vec(meta)),
        head.hash.to_vec(),
    ];
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(&part);
    }
    hex::encode(hasher.finalize())
}
