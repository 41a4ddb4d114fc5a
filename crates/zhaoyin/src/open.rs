//! From a configuration to a running application.

use crate::config::Config;
use crate::schema::migrations;
use anyhow::Context;
use companies::CompanyImporter;
use db::{Database, execute, migrate, schema_number};
use http_base::App;
use intake::{Importers, PlanImporter, UnitImporter};
use kernel::{Clock, Outcome};
use ledger::Months;
use orgs::OpenMonth;
use projects::ProjectImporter;
use rand::TryRngCore;
use rand::rngs::OsRng;
use std::path::Path;
use std::sync::Arc;

/// Opens the database of `config`, brings it up to date, and installs what slices keep.
pub async fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<App> {
    if config.database_url.is_none() {
        std::fs::create_dir_all(&config.data)
            .with_context(|| format!("the data folder {}", config.data.display()))?;
    }
    bring_up_to_date(config).await?;
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
    let open_month = OpenMonth::asked_by(|app: App| async move {
        Ok(Months::load(app.database.reader()).await?.open())
    });
    Ok(app
        .with(books)
        .with(open_month)
        .with(importers())
        .with(crate::reasons::reasons()))
}

/// What every slice can import.
pub fn importers() -> Importers {
    Importers::new(vec![
        Arc::new(UnitImporter),
        Arc::new(PlanImporter),
        Arc::new(CompanyImporter),
        Arc::new(ProjectImporter),
    ])
}

/// Applies the steps that the database lacks, on one connection; a database in a file is
/// copied beside itself first.
async fn bring_up_to_date(config: &Config) -> anyhow::Result<()> {
    let database = Database::open(&config.address(), 1)
        .await
        .context("opening the database")?;
    let steps = migrations();
    let newest = steps.last().map_or(0, |step| step.number);
    let found = schema_number(&database).await?;
    if found > 0 && found < newest {
        back_up(&database, &config.data, found).await?;
    }
    let applied = migrate(&database, &steps).await?;
    if applied > 0 {
        tracing::info!(
            from = found,
            to = newest,
            "the schema was brought up to date"
        );
    }
    database.close().await?;
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

/// A fault as the command line reports it.
pub fn faulty(fault: kernel::Fault) -> anyhow::Error {
    anyhow::anyhow!("{fault}")
}
