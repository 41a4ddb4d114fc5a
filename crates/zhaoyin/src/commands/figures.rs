//! `zhaoyin figures`.

use super::operator::{month, operator};
use crate::config::Config;
use crate::open::{faulty, open};
use clap::Args;
use dispatch::FigureOut;
use dispatch::ops::{FiguresIn, UnitChoice, list_figures};
use kernel::{Month, SystemClock};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct Figures {
    /// The last month, YYYY-MM; figures are as at its end.
    #[arg(long, value_parser = month)]
    month: Month,
    /// The first month; January when absent.
    #[arg(long, value_parser = month)]
    from: Option<Month>,
    /// A unit's code or name, or `all`; the city when absent.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// One indicator's code; all when absent.
    #[arg(long, value_name = "CODE")]
    indicator: Option<String>,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

impl Figures {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let input = FiguresIn {
            month: self.month,
            from: self.from,
            unit: UnitChoice::of(self.unit),
            indicator: self.indicator,
        };
        let figures = list_figures(&app, &operator()?, input)
            .await
            .map_err(faulty)?;
        if self.json {
            println!("{}", serde_json::to_string_pretty(&figures)?);
        } else {
            println!("{} … {}", figures.from, figures.month);
            figures.figures.iter().for_each(print);
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn print(figure: &FigureOut) {
    let part = |name: &str, text: Option<&str>| {
        text.map_or_else(String::new, |text| format!("  {name} {text}"))
    };
    println!(
        "{:<8} {:<44} {:>12}{}{}{}",
        figure.unit_code,
        figure.indicator,
        figure.display,
        part("yoy", figure.yoy.as_deref()),
        part("completion", figure.completion.as_deref()),
        part("rank", figure.rank.map(|rank| rank.to_string()).as_deref()),
    );
}
