//! From a configuration to a running application.

use crate::config::Config;
use crate::schema::migrations;
use anyhow::{Context, bail, ensure};
use care::CareImporter;
use channels::ChannelImporter;
use companies::CompanyImporter;
use db::{Database, execute, migrate, schema_number};
use desk::{Finder, Finders};
use dispatch::{BulletinFinder, IndicatorFinder};
use http_base::App;
use intake::{Importers, OpeningTotalImporter, PlanImporter, UnitImporter};
use kernel::{Clock, Outcome};
use ledger::Months;
use orgs::OpenMonth;
use outreach::OutreachImporter;
use projects::ProjectImporter;
use rand::TryRngCore;
use rand::rngs::OsRng;
use std::path::Path;
use std::sync::Arc;

/// The chains that a city begins with; each is marked 假定.
const CHAINS: &str = include_str!("../../../indicators/chains.toml");

/// Opens the database of `config`, brings it up to date, and installs what slices keep.
///
/// # Errors
/// Where there is no database of ours: a mistyped folder must not become an empty one.
pub async fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<App> {
    let database = find(config).await?;
    ready(config, database, clock).await
}

/// The same, and makes the database where there is none.
pub async fn open_or_make(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<App> {
    if let Some(folder) = config.file().as_deref().and_then(Path::parent) {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("the data folder {}", folder.display()))?;
    }
    let database = Database::open(&config.address_to_make(), 1)
        .await
        .context("opening the database")?;
    ready(config, database, clock).await
}

/// One connection to a database that is there and holds our tables.
///
/// # Errors
/// Where there is none.
pub async fn find(config: &Config) -> anyhow::Result<Database> {
    if let Some(file) = config.file() {
        ensure!(file.exists(), config.nothing_there());
    }
    let database = Database::open(&config.address(), 1)
        .await
        .context("opening the database")?;
    if schema_number(&database).await? == 0 {
        database.close().await?;
        bail!(config.nothing_there());
    }
    Ok(database)
}

async fn ready(config: &Config, one: Database, clock: Arc<dyn Clock>) -> anyhow::Result<App> {
    bring_up_to_date(config, &one).await?;
    one.close().await?;
    let database = Database::open(&config.address(), config.connections())
        .await
        .context("opening the database")?;
    let demo = orgs::ops::is_demo(&database).await.map_err(faulty)?;
    let app = App::new(database, clock, OsRng.try_next_u64()?, demo);
    install(app).await.map_err(faulty)
}

/// Installs the parts that slices keep between requests.
pub async fn install(app: App) -> Outcome<App> {
    let books = crate::books::install(&app.database, app.now()).await?;
    companies::install_chains(&app.database, CHAINS, app.now()).await?;
    let open_month = OpenMonth::asked_by(|app: App| async move {
        Ok(Months::load(app.database.reader()).await?.open())
    });
    Ok(app
        .with(books)
        .with(open_month)
        .with(dispatch::ops::Boards::default())
        .with(importers())
        .with(finders())
        .with(crate::words::reasons()))
}

/// What every slice can import.
pub fn importers() -> Importers {
    Importers::new(vec![
        Arc::new(UnitImporter),
        Arc::new(PlanImporter),
        Arc::new(OpeningTotalImporter),
        Arc::new(CompanyImporter),
        Arc::new(ProjectImporter),
        Arc::new(OutreachImporter),
        Arc::new(ChannelImporter),
        Arc::new(CareImporter),
    ])
}

/// What every slice can find by name.
pub fn finders() -> Finders {
    let tables = [projects::FINDER, companies::FINDER]
        .into_iter()
        .chain(outreach::FINDERS)
        .chain(channels::FINDERS)
        .map(|finder| Arc::new(finder) as Arc<dyn Finder>);
    let others: [Arc<dyn Finder>; 2] = [Arc::new(IndicatorFinder), Arc::new(BulletinFinder)];
    Finders::new(tables.chain(others).collect())
}

/// Applies the steps that the database lacks, on one connection; a database in a file is
/// copied beside itself first.
async fn bring_up_to_date(config: &Config, database: &Database) -> anyhow::Result<()> {
    let steps = migrations();
    let newest = steps.last().map_or(0, |step| step.number);
    let found = schema_number(database).await?;
    if found > 0
        && found < newest
        && let Some(folder) = config.file().as_deref().and_then(Path::parent)
    {
        back_up(database, folder, found).await?;
    }
    let applied = migrate(database, &steps).await?;
    if applied > 0 {
        tracing::info!(
            from = found,
            to = newest,
            "the schema was brought up to date"
        );
    }
    Ok(())
}

async fn back_up(database: &Database, folder: &Path, schema: i32) -> anyhow::Result<()> {
    let file = folder.join(format!("before-schema-{schema}.sqlite"));
    if file.exists() {
        std::fs::remove_file(&file)?;
    }
    if let Some(statement) = database.engine().backup_into(&file.display().to_string()) {
        execute(database.reader(), &statement, [])
            .await
            .context("backing the database up before changing its schema")?;
        tracing::info!(file = %file.display(), "backed up before changing the schema");
    }
    Ok(())
}

/// A fault as the command line reports it: a sentence in the language of the terminal.
pub fn faulty(fault: kernel::Fault) -> anyhow::Error {
    anyhow::anyhow!(crate::words::words().fault(&fault))
}
