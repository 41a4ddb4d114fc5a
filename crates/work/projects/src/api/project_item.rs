//! How replies show a project in a list.

use crate::model::{Home, MilestoneKind, Project, ProjectId, Stage};
use crate::ops::ListedProject;
use kernel::{Instant, Money, Month};
use orgs::UnitRef;
use serde::Serialize;

/// A division by code and name.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = DivisionRef)]
pub(super) struct DivisionOut {
    /// Its code.
    pub code: String,
    /// Its full name: 江苏省苏州市.
    pub name: String,
}

impl DivisionOut {
    /// The division with this code.
    pub(super) fn of(code: &str) -> Self {
        let division = orgs::divisions().by_code(code);
        Self {
            name: division.map_or_else(String::new, |division| division.full_name.clone()),
            code: code.to_owned(),
        }
    }
}

/// A project in a list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct ProjectItem {
    /// Its id, `prj_…`.
    #[schema(value_type = String)]
    id: ProjectId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// The lead unit.
    unit: UnitRef,
    /// The division it lies in.
    place: DivisionOut,
    /// Its stage.
    stage: Stage,
    /// Its investors' names, parted by ；
    investor: String,
    /// Whether an investor comes from another province (省外).
    other_province: bool,
    /// The contract's number.
    contract_number: Option<String>,
    /// The contract's amount, in yuan.
    #[schema(value_type = Option<String>)]
    contract_amount: Option<Money>,
    /// The planned total investment, in yuan.
    #[schema(value_type = String)]
    planned_investment: Money,
    /// What has arrived and stands, in yuan.
    #[schema(value_type = String)]
    arrived: Money,
    /// Whether the city's leaders witnessed its signing.
    witnessed: bool,
    /// Whether it is on the list of pushed projects.
    pushed: bool,
    /// The month in which it was recognised as 新引进.
    #[schema(value_type = Option<String>)]
    introduced_month: Option<Month>,
    /// The day on which it started.
    started_on: Option<String>,
    /// When anything of it was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

impl From<ListedProject> for ProjectItem {
    fn from(listed: ListedProject) -> Self {
        let row = listed.row;
        Self {
            id: ProjectId::new(row.id),
            unit: listed.unit,
            place: DivisionOut::of(&row.place_code),
            // Written from the same type in the same transaction as the milestones.
            stage: Stage::from_word(&row.stage).unwrap_or(Stage::Talks),
            other_province: row.other_province_bp > 0,
            contract_amount: row.contract_fen.map(Money::from_fen),
            planned_investment: Money::from_fen(row.planned_fen),
            arrived: Money::from_fen(row.arrived_fen),
            code: row.code,
            name: row.name,
            investor: row.investors_text,
            contract_number: row.contract_number,
            witnessed: row.witnessed == 1,
            pushed: row.pushed == 1,
            introduced_month: listed.introduced_month,
            started_on: row.started_on,
            updated_at: listed.updated_at,
        }
    }
}

impl ProjectItem {
    /// The list's part of a project's page.
    pub(super) fn of(project: &Project, unit: UnitRef, home: Home<'_>) -> Self {
        let life = &project.life;
        let names: Vec<&str> = project.investors.iter().map(|i| i.name.as_str()).collect();
        let started = life.last(MilestoneKind::Started);
        Self {
            id: project.id,
            code: project.code.clone(),
            name: project.name.clone(),
            unit,
            place: DivisionOut::of(&project.place_code),
            stage: project.stage(),
            investor: names.join("；"),
            other_province: project.other_province_bp(home) > 0,
            contract_number: project.contract.number.clone(),
            contract_amount: project.contract.amount,
            planned_investment: project.planned,
            arrived: project.arrived,
            witnessed: life.has(MilestoneKind::Witnessed),
            pushed: life.pushed().is_some(),
            introduced_month: life.introduced_month(),
            started_on: started.map(|milestone| milestone.occurred_on.to_string()),
            updated_at: project.updated_at,
        }
    }
}
