//! Indicators and bulletins among what can be found by name.

use crate::ops;
use crate::permits::{ReadBulletins, ReadFigures};
use crate::store;
use desk::{Boxed, Finder, Named};
use http_base::{App, Permit};
use kernel::{Outcome, Permission};

/// Finds indicators by their names in both languages and their codes.
#[derive(Debug, Clone, Copy, Default)]
pub struct IndicatorFinder;

impl Finder for IndicatorFinder {
    fn kind(&self) -> &'static str {
        "indicator"
    }

    fn permission(&self) -> Permission {
        ReadFigures::PERMISSION
    }

    fn changed<'a>(
        &'a self,
        app: &'a App,
        since: Option<&'a str>,
    ) -> Boxed<'a, Outcome<Vec<Named>>> {
        Box::pin(async move {
            if since.is_some() {
                // Definitions change only with the binary.
                return Ok(Vec::new());
            }
            let books = ops::books(app)?;
            let indicators = books.definitions().indicators();
            let named = (0..).zip(indicators).map(|(key, indicator)| Named {
                key,
                id: indicator.code.clone(),
                name: indicator.name.zh.clone(),
                code: Some(indicator.code.clone()),
                aliases: vec![indicator.name.en.clone()],
                note: indicator.name.en.clone(),
                units: Vec::new(),
                is_gone: false,
            });
            Ok(named.collect())
        })
    }
}

/// Finds bulletins by their titles and document numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct BulletinFinder;

impl Finder for BulletinFinder {
    fn kind(&self) -> &'static str {
        "bulletin"
    }

    fn permission(&self) -> Permission {
        ReadBulletins::PERMISSION
    }

    fn changed<'a>(
        &'a self,
        app: &'a App,
        since: Option<&'a str>,
    ) -> Boxed<'a, Outcome<Vec<Named>>> {
        Box::pin(async move {
            let rows = store::titles_since(app.database.reader(), since).await?;
            let named = rows.into_iter().map(|row| Named {
                key: row.id,
                id: crate::BulletinId::new(row.id).to_string(),
                name: row.title,
                code: Some(row.document_number.clone()),
                aliases: Vec::new(),
                note: row.document_number,
                units: Vec::new(),
                is_gone: false,
            });
            Ok(named.collect())
        })
    }
}
