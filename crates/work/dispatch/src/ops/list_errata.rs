//! What later corrections have changed of a printed bulletin.

use super::books;
use super::bulletin_text::answers;
use super::list_figures::FigureRefusal;
use crate::model::{Bulletin, Erratum};
use crate::permits::ReadBulletins;
use http_base::{Allowed, App};
use kernel::Outcome;
use ledger::Months;

/// The figures of `bulletin` that print differently with everything booked until now. The
/// bulletin itself stays as it was issued.
pub async fn list_errata(
    app: &App,
    _: &Allowed<ReadBulletins>,
    bulletin: &Bulletin,
) -> Outcome<Vec<Erratum>> {
    let connection = app.database.reader();
    let Some(open) = Months::load(connection).await?.open() else {
        return Ok(Vec::new());
    };
    let books = books(app)?;
    let tree = orgs::ops::load_units(connection).await?;
    let city = tree.city().ok_or(FigureRefusal::NoCity)?;
    let calls = bulletin
        .figures
        .iter()
        .map(|frozen| frozen.call.clone())
        .collect();
    let now = answers(
        app,
        &books,
        &tree,
        &city.code,
        bulletin.month,
        Some(open),
        calls,
    )
    .await?;
    Ok(bulletin
        .figures
        .iter()
        .filter_map(|frozen| {
            let now = now.get(&frozen.call)?;
            (now.display != frozen.figure.display).then(|| Erratum {
                call: frozen.call.to_string(),
                printed: frozen.figure.display.clone(),
                now: now.display.clone(),
                address: frozen.figure.address.clone(),
            })
        })
        .collect())
}
