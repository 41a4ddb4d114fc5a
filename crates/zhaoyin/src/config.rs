//! What the environment and the command line say about where things are.

use clap::Args;
use std::path::PathBuf;

/// Where the data is. The only place of the project that reads the environment.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// The folder of the database and of files.
    #[arg(long, global = true, default_value = "./data", value_name = "DIR")]
    pub data: PathBuf,
    /// Another database, `sqlite:FILE` or `postgres://…`, instead of the one in the folder.
    #[arg(
        long,
        global = true,
        env = "DATABASE_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database_url: Option<String>,
}

/// Connections of one server: readers go on while one writes.
const CONNECTIONS: u32 = 8;

impl Config {
    /// The address of the database.
    pub fn address(&self) -> String {
        match &self.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite:{}?mode=rwc", self.file().display()),
        }
    }

    /// The file of the default database.
    pub fn file(&self) -> PathBuf {
        self.data.join("zhaoyin.sqlite")
    }

    /// How many connections a server keeps.
    pub const fn connections(&self) -> u32 {
        CONNECTIONS
    }
}
