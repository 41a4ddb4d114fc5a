//! What the environment and the command line say about where things are, and in which
//! language the terminal is spoken to.

use clap::Args;
use documents::Language;
use std::path::PathBuf;

/// Where the data is. This file is the only place of the project that reads the environment.
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

/// What in a `SQLite` address says that the file is made where there is none.
const MAKE: &str = "mode=rwc";

impl Config {
    /// The address of a database that is there.
    pub fn address(&self) -> String {
        match &self.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite:{}?mode=rw", self.data_file().display()),
        }
    }

    /// The address at which a database is made where there is none.
    pub fn address_to_make(&self) -> String {
        match &self.database_url {
            None => format!("sqlite:{}?{MAKE}", self.data_file().display()),
            Some(url) if self.file().is_none() || url.contains("mode=") => url.clone(),
            Some(url) => format!("{url}{}{MAKE}", if url.contains('?') { '&' } else { '?' }),
        }
    }

    /// The file of the database; none on a server.
    pub fn file(&self) -> Option<PathBuf> {
        match &self.database_url {
            Some(url) => db::file_of(url),
            None => Some(self.data_file()),
        }
    }

    fn data_file(&self) -> PathBuf {
        self.data.join("zhaoyin.sqlite")
    }

    /// How many connections a server keeps.
    pub const fn connections(&self) -> u32 {
        CONNECTIONS
    }

    /// What is said where no database of ours is found.
    pub fn nothing_there(&self) -> String {
        match (&self.database_url, self.file()) {
            (None, _) => format!(
                "there is no database in {}: `zhaoyin serve` or `zhaoyin demo` makes one, \
                 `--data` names its folder",
                self.data.display()
            ),
            (Some(_), Some(file)) => format!(
                "there is no database in {}: `zhaoyin serve` or `zhaoyin demo` makes one, \
                 DATABASE_URL names its file",
                file.display()
            ),
            // The address may hold a password.
            (Some(_), None) => "the database that DATABASE_URL names is empty: `zhaoyin serve` \
                                or `zhaoyin demo` puts the tables there"
                .to_owned(),
        }
    }
}

/// The language of the terminal: Chinese where its locale is, else English.
pub fn language() -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|locale| !locale.is_empty());
    match locale {
        Some(locale) if locale.to_lowercase().starts_with("zh") => Language::Zh,
        _ => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(url: Option<&str>) -> Config {
        Config {
            data: PathBuf::from("/srv/z"),
            database_url: url.map(str::to_owned),
        }
    }

    #[test]
    fn only_an_address_to_make_makes_a_file() {
        let own = config(None);
        assert_eq!(own.address(), "sqlite:/srv/z/zhaoyin.sqlite?mode=rw");
        assert_eq!(
            own.address_to_make(),
            "sqlite:/srv/z/zhaoyin.sqlite?mode=rwc"
        );
        let made = |url| config(Some(url)).address_to_make();
        assert_eq!(made("sqlite:/a/b.db"), "sqlite:/a/b.db?mode=rwc");
        assert_eq!(
            made("sqlite:/a/b.db?cache=private"),
            "sqlite:/a/b.db?cache=private&mode=rwc"
        );
        assert_eq!(made("sqlite:/a/b.db?mode=rw"), "sqlite:/a/b.db?mode=rw");
        assert_eq!(made("postgres://h/d"), "postgres://h/d");
    }
}
