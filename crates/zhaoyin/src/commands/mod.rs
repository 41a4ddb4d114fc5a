//! The command line: one command per file.

mod backup;
mod bulletin;
mod campaign;
mod demo;
mod doctor;
mod figures;
mod import;
mod lineage;
mod month;
mod openapi;
mod operator;
mod read;
mod replay;
mod report;
mod serve;
mod table;
mod user_add;
mod verify;
mod workbook;

use crate::config::Config;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Zhaoyin 招引: investment promotion of a city, and the records behind each figure.
#[derive(Debug, Parser)]
#[command(name = "zhaoyin", version)]
pub struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API and the web client until told to stop.
    Serve(serve::Serve),
    /// Load a synthesised city into an empty store, through the same import as anyone's.
    Demo(demo::Demo),
    /// Import workbooks: read, check, write in one transaction each.
    Import(import::Import),
    /// Show which tables a workbook has, and which rows were dropped and why.
    Read(read::Read),
    /// Write the template of a kind.
    Template(workbook::Template),
    /// Write all records of a kind as a workbook that can be imported again.
    Export(workbook::Export),
    /// Accounts, from the machine's own command line.
    #[command(subcommand)]
    User(User),
    /// Figures of a window, with last year, plan, completion, schedule, light and rank.
    Figures(figures::Figures),
    /// The entries that add up to a figure.
    Lineage(lineage::Lineage),
    /// Open the books, close a month, list the months.
    #[command(subcommand)]
    Month(month::MonthCommand),
    /// Show a campaign's goals and what has been reached of them.
    #[command(subcommand)]
    Campaign(campaign::CampaignCommand),
    /// Write a bulletin's file.
    Bulletin(bulletin::Bulletin),
    /// Prove that the books are as they were recorded.
    Verify,
    /// Recompute what is derived from the journal; refused if a closed month would change.
    Replay,
    /// Write one consistent state of the database into a file, also while serving.
    Backup(backup::Backup),
    /// Put a backup where there is no database yet.
    Restore(backup::Restore),
    /// Print the OpenAPI document.
    Openapi(openapi::Openapi),
    /// Check that the database, its schema and the data folder are in order.
    Doctor,
}

#[derive(Debug, Subcommand)]
enum User {
    /// Make an account and print its one-time password.
    Add(user_add::UserAdd),
}

/// Runs a command. Exit codes: 0 done, 2 some rows refused, 1 failed.
pub async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let config = &cli.config;
    match cli.command {
        Command::Serve(serve) => serve.run(config).await,
        Command::Demo(demo) => demo.run(config).await,
        Command::Import(import) => import.run(config).await,
        Command::Read(read) => read.run(),
        Command::Template(template) => template.run(config).await,
        Command::Export(export) => export.run(config).await,
        Command::User(User::Add(add)) => add.run(config).await,
        Command::Figures(figures) => figures.run(config).await,
        Command::Lineage(lineage) => lineage.run(config).await,
        Command::Month(month) => month.run(config).await,
        Command::Campaign(campaign) => campaign.run(config).await,
        Command::Bulletin(bulletin) => bulletin.run(config).await,
        Command::Verify => verify::run(config).await,
        Command::Replay => replay::run(config).await,
        Command::Backup(backup) => backup.run(config).await,
        Command::Restore(restore) => restore.run(config).await,
        Command::Openapi(openapi) => openapi.run(),
        Command::Doctor => doctor::run(config).await,
    }
}
