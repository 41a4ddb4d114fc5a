//! `zhaoyin doctor`: is everything where and as it should be? Changes nothing.

use crate::config::Config;
use crate::schema::migrations;
use db::{Database, schema_number};
use std::path::Path;
use std::process::ExitCode;

pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let mut all_well = true;
    let mut say = |well: bool, what: String| {
        all_well &= well;
        println!("{} {what}", if well { "ok     " } else { "problem" });
    };
    if let Some(file) = config.file() {
        if !file.exists() {
            say(false, config.nothing_there());
            return Ok(ExitCode::from(1));
        }
        let folder = file.parent().unwrap_or(Path::new("."));
        say(
            is_writable(folder),
            format!("data folder {}", folder.display()),
        );
    }
    let newest = migrations().last().map_or(0, |step| step.number);
    match Database::open(&config.address(), 1).await {
        Err(error) => say(false, format!("database: {error}")),
        Ok(database) => {
            say(true, format!("database answers ({:?})", database.engine()));
            match schema_number(&database).await {
                Ok(found) if found == newest => say(true, format!("schema {found}")),
                Ok(0) => say(false, config.nothing_there()),
                Ok(found) if found < newest => say(
                    false,
                    format!(
                        "schema {found}, this binary has {newest}: `zhaoyin serve` applies the rest"
                    ),
                ),
                Ok(found) => say(
                    false,
                    format!("schema {found}, this binary knows {newest}: use the newer binary"),
                ),
                Err(error) => say(false, format!("schema: {error}")),
            }
            database.close().await?;
        }
    }
    Ok(ExitCode::from(u8::from(!all_well)))
}

fn is_writable(folder: &Path) -> bool {
    let probe = folder.join(".doctor");
    let written = std::fs::write(&probe, b"").is_ok();
    let _ = std::fs::remove_file(&probe);
    written
}
