//! How replies show bulletins.

use crate::model::{Bulletin, Erratum};
use documents::PlacedFigure;
use kernel::Month;
use serde::{Deserialize, Serialize};

/// What a bulletin is composed from.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextBody {
    /// A template's code.
    pub template: Option<String>,
    /// A text of its own; it wins over the template.
    pub body: Option<String>,
    /// The month reported, YYYY-MM.
    #[schema(value_type = String)]
    pub month: Month,
    /// The code of the campaign that the text may speak of.
    pub campaign: Option<String>,
}

/// A figure in a bulletin's text; `number` is the one in the HTML.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PlacedFigureOut {
    /// Its number in reading order, from 1.
    number: usize,
    /// The call, as a template writes it.
    call: String,
    /// What is printed.
    display: String,
    /// The door's address: indicator, month, from, unit and measure, with colons between.
    address: String,
    /// The heading it stands under.
    heading: Option<String>,
}

impl From<&PlacedFigure> for PlacedFigureOut {
    fn from(figure: &PlacedFigure) -> Self {
        Self {
            number: figure.number,
            call: figure.call.to_string(),
            display: figure.display.clone(),
            address: figure.address.clone(),
            heading: figure.place.heading.clone(),
        }
    }
}

/// A bulletin in a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct BulletinSummary {
    /// Its id.
    id: String,
    /// The month reported.
    #[schema(value_type = String)]
    month: Month,
    /// Its title.
    title: String,
    /// Its document number.
    document_number: String,
    /// The template's code.
    template: String,
    /// When it was issued.
    issued_at: String,
    /// Who issued it.
    issued_by: String,
    /// The hash it is issued under.
    hash: String,
    /// The first 12 digits of the journal's head that it stands on.
    ledger_head: String,
    /// The place of that head in the journal.
    ledger_head_seq: i64,
}

impl From<Bulletin> for BulletinSummary {
    fn from(bulletin: Bulletin) -> Self {
        Self::from(&bulletin)
    }
}

impl From<&Bulletin> for BulletinSummary {
    fn from(bulletin: &Bulletin) -> Self {
        Self {
            id: bulletin.id.to_string(),
            month: bulletin.month,
            title: bulletin.meta.title.clone(),
            document_number: bulletin.meta.document_number.clone().unwrap_or_default(),
            template: bulletin.template.clone(),
            issued_at: bulletin.issued_at.to_string(),
            issued_by: bulletin.issued_by.clone(),
            hash: bulletin.hash.clone(),
            ledger_head: bulletin.head.short(),
            ledger_head_seq: bulletin.head.seq,
        }
    }
}

/// A bulletin with its text.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct BulletinOut {
    /// Its summary.
    #[serde(flatten)]
    pub summary: BulletinSummary,
    /// Its text as an HTML fragment with clickable figures.
    pub html: String,
    /// Its Markdown.
    pub body: String,
    /// Its figures, in reading order.
    pub figures: Vec<PlacedFigureOut>,
    /// Numbers in its text that no record stands behind.
    pub typed_numbers: Vec<String>,
    /// The figures that later corrections have changed.
    pub errata: Vec<Erratum>,
}
