//! `zhaoyin backup` and `zhaoyin restore`.

use crate::config::Config;
use crate::open::find;
use crate::schema::migrations;
use anyhow::{Context, bail, ensure};
use clap::Args;
use db::{Database, Engine, execute, schema_number};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The file to write; it must not exist.
    file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    /// A file that `backup` has written.
    file: PathBuf,
}

impl Backup {
    /// Writes one consistent state, while others read and write.
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        ensure!(
            !self.file.exists(),
            "{} exists already",
            self.file.display()
        );
        let database = find(config).await?;
        match database
            .engine()
            .backup_into(&self.file.display().to_string())
        {
            Some(statement) => {
                execute(database.reader(), &statement, []).await?;
            }
            None => {
                let mut dump = Command::new("pg_dump");
                dump.arg("--format=custom")
                    .arg("--file")
                    .arg(&self.file)
                    .arg(config.address());
                finish(dump)?;
            }
        }
        database.close().await?;
        std::fs::File::open(&self.file)?.sync_all()?;
        println!("{}", self.file.display());
        Ok(ExitCode::SUCCESS)
    }
}

impl Restore {
    /// Puts a backup where there is no database yet.
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        ensure!(self.file.exists(), "{} does not exist", self.file.display());
        let Some(target) = config.file() else {
            return restore_postgres(&self.file, &config.address()).await;
        };
        ensure!(
            !target.exists(),
            "{} exists: restore into another folder (--data DIR), or move it away first",
            target.display()
        );
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // Under another name first, so that a restore that is cut off leaves no half database.
        let partial = target.with_added_extension("restoring");
        std::fs::copy(&self.file, &partial)?;
        if let Err(error) = check(&partial).await {
            std::fs::remove_file(&partial)?;
            return Err(error.context(format!("{}", self.file.display())));
        }
        std::fs::File::open(&partial)?.sync_all()?;
        std::fs::rename(&partial, &target)?;
        println!("restored into {}", target.display());
        Ok(ExitCode::SUCCESS)
    }
}

/// Refuses a file that is no database of this product, or a newer one.
async fn check(file: &Path) -> anyhow::Result<()> {
    let address = format!("sqlite:{}?mode=rw", file.display());
    let database = Database::open(&address, 1)
        .await
        .context("no backup of this product")?;
    let found = schema_number(&database).await;
    database.close().await?;
    let newest = migrations().last().map_or(0, |step| step.number);
    match found {
        Ok(found) if (1..=newest).contains(&found) => Ok(()),
        Ok(0) | Err(_) => bail!("no backup of this product"),
        Ok(found) => bail!(
            "the backup has schema {found}, this binary knows up to {newest}: use the newer binary"
        ),
    }
}

async fn restore_postgres(file: &Path, address: &str) -> anyhow::Result<ExitCode> {
    let database = Database::open(address, 1)
        .await
        .context("opening the database")?;
    ensure!(
        matches!(database.engine(), Engine::Postgres),
        "restore into a folder with --data instead"
    );
    let found = schema_number(&database).await?;
    ensure!(
        found == 0,
        "the database is not empty: restore into another one"
    );
    execute(database.reader(), "DROP TABLE IF EXISTS schema_steps", []).await?;
    database.close().await?;
    let mut restore = Command::new("pg_restore");
    restore
        .arg("--exit-on-error")
        .arg("--no-owner")
        .arg("--dbname")
        .arg(address)
        .arg(file);
    finish(restore)?;
    println!("restored");
    Ok(ExitCode::SUCCESS)
}

fn finish(mut command: Command) -> anyhow::Result<()> {
    let name = command.get_program().display().to_string();
    let status = command
        .status()
        .with_context(|| format!("{name} is needed for PostgreSQL: install its client"))?;
    ensure!(status.success(), "{name} failed");
    Ok(())
}
