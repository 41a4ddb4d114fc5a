//! Loading the demo city: its workbooks through the same import as anyone's, month by
//! month, each month closed when its workbooks are in.

use chrono::{NaiveTime, TimeZone, Utc};
use demo::{DemoFile, Stage};
use http_base::{Allowed, App, Permit};
use intake::ops::{Upload, commit, list_sheets, stage};
use kernel::{Actor, Fault, FixedClock, Instant, Month, Outcome};
use std::sync::Arc;

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The workbooks.
    pub workbooks: usize,
    /// Their rows.
    pub rows: i64,
    /// The months that were closed.
    pub closed: Vec<Month>,
}

/// Loads `files` in the order of their stages. `clock` is set to the days on which offices
/// would have handed them in: early in the month after.
///
/// # Errors
/// Any refusal: a demo workbook that is not taken whole is a fault of ours.
pub async fn load(app: &App, clock: &FixedClock, files: &[DemoFile]) -> Outcome<Loaded> {
    let importer = operator()?;
    let closer = operator()?;
    let mut loaded = Loaded::default();
    let mut open: Option<Month> = None;
    let mut stages: Vec<Stage> = files.iter().map(|file| file.stage).collect();
    stages.sort();
    stages.dedup();
    let first = stages.iter().find_map(|stage| match stage {
        Stage::Month(month) => Some(*month),
        _ => None,
    });
    for stage in stages {
        match (stage, first) {
            (Stage::Base, Some(first)) => {
                clock.set(handed_in(first.previous()));
                units_first(app, &importer, files, &mut loaded).await?;
                dispatch::ops::open_month(app, &closer, first).await?;
                open = Some(first);
            }
            (Stage::Month(month), _) if open != Some(month) => {
                if let Some(before) = open {
                    dispatch::ops::close_month(app, &closer, before).await?;
                    loaded.closed.push(before);
                }
                open = Some(month);
                clock.set(handed_in(month));
            }
            (Stage::Month(month), _) => clock.set(handed_in(month)),
            _ => {}
        }
        for file in files.iter().filter(|file| file.stage == stage) {
            take(app, &importer, file, &mut loaded).await?;
        }
    }
    if let Some(last) = open {
        dispatch::ops::close_month(app, &closer, last).await?;
        loaded.closed.push(last);
    }
    Ok(loaded)
}

/// The units come before the books are opened; annual targets are facts and come after.
async fn units_first(
    app: &App,
    actor: &Allowed<intake::WriteImports>,
    files: &[DemoFile],
    loaded: &mut Loaded,
) -> Outcome<()> {
    for file in files.iter().filter(|file| file.stage == Stage::Base) {
        let upload = Upload {
            kind: Some("units".into()),
            ..upload(file)
        };
        let batch = stage(app, actor, upload).await?;
        if batch.counts.new > 0 {
            let batch = commit(app, actor, batch.id).await?;
            loaded.rows += batch.counts.new;
        }
    }
    Ok(())
}

async fn take(
    app: &App,
    actor: &Allowed<intake::WriteImports>,
    file: &DemoFile,
    loaded: &mut Loaded,
) -> Outcome<()> {
    let batch = stage(app, actor, upload(file)).await?;
    if batch.failure.is_some() || batch.counts.refused > 0 {
        return Err(Fault::broken(format!(
            "{}: {} rows refused, failure {:?}",
            file.path, batch.counts.refused, batch.failure
        )));
    }
    if let Some(sheet) = list_sheets(app, batch.id)
        .await?
        .iter()
        .find(|sheet| sheet.kind.is_none() && sheet.rows > 0)
    {
        return Err(Fault::broken(format!(
            "{}: sheet {} was not recognised",
            file.path, sheet.sheet
        )));
    }
    loaded.workbooks += 1;
    if batch.counts.new + batch.counts.changed > 0 {
        let batch = commit(app, actor, batch.id).await?;
        loaded.rows += batch.counts.new + batch.counts.changed;
    }
    Ok(())
}

fn upload(file: &DemoFile) -> Upload {
    Upload {
        file_name: file.path.replace('/', " "),
        bytes: file.bytes.clone(),
        kind: None,
    }
}

fn operator<P: Permit>() -> Outcome<Allowed<P>> {
    Ok(Allowed::check(Arc::new(Actor::operator(
        crate::router::permissions(),
    )))?)
}

/// Ten in the morning, in China, of the third day after the month.
fn handed_in(month: Month) -> Instant {
    let day = month.next().first_day() + chrono::Days::new(2);
    let at = day.and_time(NaiveTime::from_hms_opt(2, 0, 0).expect("two o'clock exists"));
    Instant::new(Utc.from_utc_datetime(&at))
}
