//! `zhaoyin user add`.

use crate::config::Config;
use crate::open::{faulty, open};
use clap::Args;
use http_base::{Allowed, Permit};
use kernel::{Actor, SystemClock};
use orgs::ops::{NewAccount, create_account};
use orgs::{Role, WriteAccounts};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct UserAdd {
    /// What will be typed to sign in: 2 to 32 of `a-z 0-9 . _ -`.
    login: String,
    /// administrator, bureau, district or reader.
    #[arg(long)]
    role: Role,
    /// The code of the unit it works for: needed for a district.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// How others see it; the login where it is absent.
    #[arg(long)]
    name: Option<String>,
}

impl UserAdd {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let operator = Actor::operator([WriteAccounts::PERMISSION]);
        let operator =
            Allowed::check(Arc::new(operator)).map_err(|refusal| faulty(refusal.into()))?;
        let new = NewAccount {
            name: self.name.unwrap_or_else(|| self.login.clone()),
            login: self.login,
            role: self.role,
            unit_code: self.unit,
        };
        let (account, password) = create_account(&app, &operator, new).await.map_err(faulty)?;
        println!("login              {}", account.login);
        println!("one-time password  {}", password.reveal());
        Ok(ExitCode::SUCCESS)
    }
}
