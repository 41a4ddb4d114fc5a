//! Starts the command that was asked for.

use clap::Parser;
use std::process::ExitCode;
use zhaoyin::commands::{self, Cli};

#[tokio::main]
async fn main() -> ExitCode {
    end_quietly_when_nobody_reads();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(told) => {
            let _ = told.print();
            // Wrong usage is a failure like every other: 2 says that some rows were refused.
            return ExitCode::from(u8::from(told.use_stderr()));
        }
    };
    match commands::run(cli).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("zhaoyin: {error:#}");
            ExitCode::from(1)
        }
    }
}

/// A reader that has seen enough (`| head`) closes the pipe: that ends the command, and is
/// no fault of it.
fn end_quietly_when_nobody_reads() {
    let otherwise = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |about| {
        let text = about.payload().downcast_ref::<String>();
        if text.is_some_and(|text| text.starts_with("failed printing to stdout")) {
            std::process::exit(0);
        }
        otherwise(about);
    }));
}
