//! `zhaoyin campaign`.

use super::operator::{month, operator};
use super::table::{Side, lines};
use crate::config::Config;
use crate::open::{faulty, open};
use crate::words::words;
use clap::Subcommand;
use dispatch::GoalProgress;
use dispatch::ops::get_campaign_progress;
use kernel::{Month, SystemClock};
use outreach::GoalMeasure;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Subcommand)]
pub(super) enum CampaignCommand {
    /// Show a campaign's window and goals, and what has been reached of them.
    Show {
        /// The campaign's code.
        code: String,
        /// The month at whose end it is looked at, YYYY-MM; the last closed month when absent.
        #[arg(long, value_parser = month)]
        month: Option<Month>,
    },
}

impl CampaignCommand {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let Self::Show { code, month } = self;
        let app = open(config, Arc::new(SystemClock)).await?;
        let found = get_campaign_progress(&app, &operator()?, &code, month)
            .await
            .map_err(faulty)?;
        let record = &found.campaign.record;
        println!("{} {}", record.code, record.name);
        println!("{} – {}", record.from, record.until);
        if let Some(basis) = &record.basis {
            println!("{basis}");
        }
        if app.demo {
            println!("{}", words().pick("演示数据", "demo data"));
        }
        println!();
        for line in table(&found.goals) {
            println!("{line}");
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn table(goals: &[GoalProgress]) -> Vec<String> {
    let words = words();
    let head = [
        ("indicator", Side::Left),
        (words.pick("目标", "goal"), Side::Left),
        (words.pick("口径", "measure"), Side::Left),
        (words.pick("目标值", "wanted"), Side::Right),
        (words.pick("截至", "until"), Side::Left),
        (words.pick("目前", "now"), Side::Right),
        (words.pick("统计期", "window"), Side::Left),
        (words.pick("达到", "reached"), Side::Left),
    ];
    let rows: Vec<Vec<String>> = goals.iter().map(row).collect();
    lines(&head, &rows)
}

fn row(progress: &GoalProgress) -> Vec<String> {
    let words = words();
    let draft = &progress.goal.draft;
    let none = || "—".to_owned();
    vec![
        draft.indicator.clone(),
        words.pick(&progress.name_zh, &progress.name_en).to_owned(),
        match draft.measure {
            GoalMeasure::Value => words.pick("达到", "value"),
            GoalMeasure::Yoy => words.pick("同比增长", "year on year"),
        }
        .to_owned(),
        progress.wanted.clone(),
        draft.until.to_string(),
        progress.reached.clone().unwrap_or_else(none),
        progress.window.map_or_else(none, |window| {
            if window.from == window.month {
                window.month.to_string()
            } else {
                format!("{}..{}", window.from, window.month)
            }
        }),
        progress.is_reached.map_or_else(none, |is_reached| {
            let word = if is_reached {
                words.pick("是", "yes")
            } else {
                words.pick("否", "no")
            };
            word.to_owned()
        }),
    ]
}
