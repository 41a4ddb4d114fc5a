//! `zhaoyin demo`: a synthesised city in an empty store.

use super::operator::operator;
use crate::config::Config;
use crate::demo_city;
use crate::open::{faulty, open_or_make};
use anyhow::{Context, ensure};
use clap::Args;
use http_base::App;
use kernel::{Clock, FixedClock, SystemClock};
use orgs::ops::{NewAccount, change_password, create_account, create_session};
use orgs::{OneTimePassword, Role};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Another city, drawn from this seed, instead of the one with the newspaper's figures.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Only write the city's workbooks into this folder; load nothing.
    #[arg(long, value_name = "DIR")]
    workbooks: Option<PathBuf>,
}

/// The demo's accounts: login, name, role, unit. Roles, not persons.
const ACCOUNTS: [(&str, &str, Role, Option<&str>); 4] = [
    ("bureau", "联系人 001", Role::Bureau, None),
    ("district", "联系人 012", Role::District, Some("370303")),
    ("reader", "联系人 021", Role::Reader, None),
    ("administrator", "联系人 031", Role::Administrator, None),
];

impl Demo {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let city = self.seed.map_or_else(demo::newspaper, demo::seeded);
        let files = city.files().context("writing the demo's workbooks")?;
        if let Some(folder) = &self.workbooks {
            for file in &files {
                let path = folder.join(&file.path);
                if let Some(parent) = path.parent() {
                    std::fs::create_dir_all(parent)?;
                }
                std::fs::write(&path, &file.bytes)
                    .with_context(|| format!("writing {}", path.display()))?;
            }
            println!("{} workbooks in {}", files.len(), folder.display());
            return Ok(ExitCode::SUCCESS);
        }
        let Some(file) = config.file().filter(|_| config.database_url.is_none()) else {
            let accounts = fill(config, &files).await?;
            print!("{accounts}");
            return Ok(ExitCode::SUCCESS);
        };
        // Beside its place first: a loading that is cut off leaves no half city behind.
        ensure!(
            !file.exists(),
            "{} exists: the demo city needs a folder of its own (--data DIR)",
            file.display()
        );
        let aside = Config {
            data: config.data.join("loading"),
            ..config.clone()
        };
        if aside.data.exists() {
            std::fs::remove_dir_all(&aside.data)?;
        }
        let accounts = fill(&aside, &files).await?;
        std::fs::write(config.data.join("demo-accounts.txt"), &accounts)?;
        std::fs::rename(aside.data.join("zhaoyin.sqlite"), &file)?;
        std::fs::remove_dir_all(&aside.data)?;
        print!("{accounts}");
        Ok(ExitCode::SUCCESS)
    }
}

/// Loads the city into the empty database of `config` and returns its accounts.
async fn fill(config: &Config, files: &[demo::DemoFile]) -> anyhow::Result<String> {
    let clock = FixedClock::at(SystemClock.now());
    let app = open_or_make(config, clock.clone()).await?;
    let units = orgs::ops::load_units(app.database.reader())
        .await
        .map_err(faulty)?;
    ensure!(
        units.all().is_empty(),
        "the store is not empty: the demo city needs one of its own"
    );
    let tx = app.database.begin_write().await?;
    orgs::ops::mark_as_demo(&tx).await.map_err(faulty)?;
    tx.commit().await?;
    println!(
        "loading the demo city: {} workbooks, all data synthesised (演示数据)",
        files.len()
    );
    let loaded = demo_city::load(&app, &clock, files).await.map_err(faulty)?;
    clock.set(SystemClock.now());
    let accounts = accounts(&app).await?;
    println!(
        "{} workbooks, {} rows, {} months closed",
        loaded.workbooks,
        loaded.rows,
        loaded.closed.len()
    );
    app.database.clone().close().await?;
    Ok(accounts)
}

/// Makes the demo's accounts, with passwords that need not be changed first.
async fn accounts(app: &App) -> anyhow::Result<String> {
    let actor = operator()?;
    let mut text = String::from("login          password              role\n");
    for (login, name, role, unit) in ACCOUNTS {
        let new = NewAccount {
            login: login.to_owned(),
            name: name.to_owned(),
            role,
            unit_code: unit.map(str::to_owned),
        };
        let (_, first) = create_account(app, &actor, new).await.map_err(faulty)?;
        let session = create_session(app, login, first.reveal().to_owned())
            .await
            .map_err(faulty)?;
        let password = OneTimePassword::fresh()?.reveal().to_owned();
        change_password(
            app,
            &session.session,
            first.reveal().to_owned(),
            password.clone(),
        )
        .await
        .map_err(faulty)?;
        orgs::ops::delete_session(app, &session.session)
            .await
            .map_err(faulty)?;
        writeln!(
            text,
            "{login:<14} {password:<21} {}{}",
            role.word(),
            unit.map_or_else(String::new, |unit| format!(" {unit}"))
        )?;
    }
    Ok(text)
}
