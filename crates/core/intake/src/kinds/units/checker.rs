//! Judging rows of units against the tree, and entering them.

use super::order::in_order;
use super::{HALF_A_TILE, KIND_FIXED, state};
use crate::importer::{Boxed, Change, Checker, Context, RowProblem, Verdict, Written};
use crate::kind::KindSpec;
use crate::row::RowIn;
use db::DatabaseTransaction;
use http_base::Allowed;
use kernel::Outcome;
use orgs::ops::{self, NewUnit, UnitChange};
use orgs::{Tile, Unit, UnitKind, UnitTree, WriteUnits, divisions};
use serde_json::json;
use std::collections::HashMap;

/// The most characters of a name, as `orgs` has it.
const LONGEST_NAME: usize = 64;

/// Judges all rows when it is made, a unit after the one above it, wherever they stand in
/// the workbook.
pub(super) struct UnitChecker {
    tree: UnitTree,
    /// Rows accepted in this batch, by code; and codes by name.
    seen: HashMap<String, RowIn>,
    names: HashMap<String, String>,
    has_city: bool,
    verdicts: HashMap<(i32, u32), Verdict>,
}

/// What a row says of a unit, its references found.
struct Said {
    code: String,
    name: String,
    name_en: Option<String>,
    kind: UnitKind,
    parent_code: Option<String>,
    division_code: Option<String>,
    ranked: Option<bool>,
    tile: Option<Tile>,
}

impl UnitChecker {
    fn said(&self, row: &RowIn) -> Result<Said, Vec<RowProblem>> {
        let mut problems = Vec::new();
        let code = row.text("code").unwrap_or_default().to_owned();
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        if code.len() > 32 || !code.bytes().all(allowed) {
            problems.push(RowProblem::new(
                "code",
                "orgs.code_malformed",
                json!({ "max": 32 }),
            ));
        }
        for field in ["name", "name_en"] {
            if row
                .text(field)
                .is_some_and(|t| t.chars().count() > LONGEST_NAME)
            {
                let params = json!({ "max": LONGEST_NAME });
                problems.push(RowProblem::new(field, "field.too_long", params));
            }
        }
        let kind = row
            .choice("kind")
            .and_then(UnitKind::from_word)
            .unwrap_or(UnitKind::Direct);
        let parent_code = row.text("parent").and_then(|text| {
            let found = self.code_of(text);
            if found.is_none() {
                problems.push(RowProblem::unknown("parent", text));
            }
            found
        });
        if kind == UnitKind::City && parent_code.is_some() {
            problems.push(RowProblem::new(
                "parent",
                "orgs.parent_not_allowed",
                json!({}),
            ));
        }
        let division_code = row.text("division").and_then(|text| {
            let found = division_code(text);
            if found.is_none() {
                problems.push(RowProblem::unknown("division", text));
            }
            found
        });
        let tile = match (row.integer("tile_row"), row.integer("tile_column")) {
            (Some(row), Some(column)) => i32::try_from(row)
                .ok()
                .zip(i32::try_from(column).ok())
                .map(|(row, column)| Tile { row, column }),
            (None, None) => None,
            _ => {
                problems.push(RowProblem::new("tile_row", HALF_A_TILE, json!({})));
                None
            }
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Said {
            code,
            name: row.text("name").unwrap_or_default().trim().to_owned(),
            name_en: row.text("name_en").map(|text| text.trim().to_owned()),
            kind,
            parent_code,
            division_code,
            ranked: row.yes_no("ranked"),
            tile,
        })
    }

    /// The code of the unit that `text` means: one that is there, or new in the batch.
    fn code_of(&self, text: &str) -> Option<String> {
        let text = text.trim();
        self.tree
            .by_name(text)
            .map(|unit| unit.code.clone())
            .or_else(|| self.seen.contains_key(text).then(|| text.to_owned()))
            .or_else(|| self.names.get(text).cloned())
    }

    fn check_new(&self, said: &Said) -> Vec<RowProblem> {
        let mut problems = Vec::new();
        match said.kind {
            UnitKind::City if self.has_city => {
                problems.push(RowProblem::new("kind", "orgs.city_exists", json!({})));
            }
            UnitKind::City => {}
            _ if !self.has_city => {
                problems.push(RowProblem::new("kind", "orgs.city_missing", json!({})));
            }
            _ => {}
        }
        if matches!(said.kind, UnitKind::City | UnitKind::Division) && said.division_code.is_none()
        {
            problems.push(RowProblem::new(
                "division",
                "orgs.division_required",
                json!({}),
            ));
        }
        problems
    }

    fn name_is_taken(&self, said: &Said) -> bool {
        let by_another = |unit: &&Unit| unit.name == said.name && unit.code != said.code;
        self.tree.all().iter().find(by_another).is_some()
            || self
                .names
                .get(&said.name)
                .is_some_and(|code| *code != said.code)
    }
}

/// The code of a division given by code, full name or own name.
fn division_code(text: &str) -> Option<String> {
    let all = divisions();
    all.by_code(text)
        .or_else(|| all.by_name(text).ok())
        .map(|division| division.code.clone())
}

/// What a row changes of a unit; blank cells change nothing.
fn changes(tree: &UnitTree, unit: &Unit, said: &Said) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut differ = |field: &str, from: Option<String>, to: Option<String>| {
        if to.is_some() && from != to {
            changes.push(Change {
                field: field.to_owned(),
                from,
                to,
            });
        }
    };
    let yes_no = |value: bool| if value { "是" } else { "否" }.to_owned();
    differ("name", Some(unit.name.clone()), Some(said.name.clone()));
    differ("name_en", Some(unit.name_en.clone()), said.name_en.clone());
    let parent = unit.parent.and_then(|parent| tree.by_key(parent));
    let parent = parent.map(|parent| parent.code.clone());
    differ("parent", parent, said.parent_code.clone());
    differ(
        "division",
        unit.division_code.clone(),
        said.division_code.clone(),
    );
    differ("ranked", Some(yes_no(unit.ranked)), said.ranked.map(yes_no));
    let row = |tile: Tile| tile.row.to_string();
    differ("tile_row", unit.tile.map(row), said.tile.map(row));
    let column = |tile: Tile| tile.column.to_string();
    differ("tile_column", unit.tile.map(column), said.tile.map(column));
    changes
}

impl UnitChecker {
    /// Judges `rows` against the tree.
    pub(super) fn of(tree: UnitTree, rows: &[&RowIn]) -> Self {
        let mut checker = Self {
            has_city: tree.city().is_some(),
            tree,
            seen: HashMap::new(),
            names: HashMap::new(),
            verdicts: HashMap::new(),
        };
        for at in in_order(rows) {
            let row = rows[at];
            let verdict = checker.judge(row);
            let place = (row.table.place, row.row_number);
            checker.verdicts.insert(place, verdict);
        }
        checker
    }

    fn judge(&mut self, row: &RowIn) -> Verdict {
        let said = match self.said(row) {
            Ok(said) => said,
            Err(problems) => return Verdict::Refused(problems),
        };
        if let Some(first) = self.seen.get(&said.code) {
            return Verdict::Refused(vec![RowProblem::twice("code", first)]);
        }
        if self.name_is_taken(&said) {
            let problem = RowProblem::new("name", "orgs.unit_name_taken", json!({}));
            return Verdict::Refused(vec![problem]);
        }
        let verdict = match self.tree.by_code(&said.code) {
            Some(unit) if unit.kind != said.kind => {
                return Verdict::Refused(vec![RowProblem::new("kind", KIND_FIXED, json!({}))]);
            }
            Some(unit) => match changes(&self.tree, unit, &said) {
                changes if changes.is_empty() => Verdict::Same,
                changes => Verdict::Changed(changes),
            },
            None => {
                let problems = self.check_new(&said);
                if !problems.is_empty() {
                    return Verdict::Refused(problems);
                }
                Verdict::New
            }
        };
        self.has_city |= said.kind == UnitKind::City;
        self.names.insert(said.name, said.code.clone());
        self.seen.insert(said.code, row.clone());
        verdict
    }
}

impl Checker for UnitChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        self.verdicts
            .remove(&(row.table.place, row.row_number))
            .unwrap_or(Verdict::Same)
    }

    fn commit<'a>(
        &'a mut self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        _: &'static KindSpec,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Vec<Written>>> {
        Box::pin(async move {
            let actor = Allowed::<WriteUnits>::check(cx.actor.clone())?;
            let mut written = Vec::with_capacity(rows.len());
            for at in in_order(rows) {
                let said = self.said(rows[at]).map_err(|_| {
                    kernel::Fault::broken(format!("{} has become unreadable", rows[at].place()))
                })?;
                let before = self.tree.by_code(&said.code).cloned();
                let unit = match &before {
                    Some(_) => {
                        let change = UnitChange {
                            name: Some(said.name),
                            name_en: said.name_en,
                            parent_code: said.parent_code,
                            division_code: said.division_code,
                            ranked: said.ranked,
                            tile: said.tile,
                        };
                        ops::update_unit_in(tx, &cx.app, &actor, &said.code, change).await?
                    }
                    None => ops::create_unit_in(tx, &cx.app, &actor, new_unit(said)).await?,
                };
                written.push(Written {
                    row: at,
                    record_kind: "unit",
                    record_id: unit.key,
                    fact_seqs: Vec::new(),
                    created: before.is_none(),
                    before: Some(json!({
                        "before": before.as_ref().map(state),
                        "after": state(&unit),
                    })),
                });
            }
            Ok(written)
        })
    }
}

fn new_unit(said: Said) -> NewUnit {
    NewUnit {
        name_en: said.name_en.unwrap_or_else(|| said.name.clone()),
        // Departments of the city report for themselves, and are not ranked unless it is said.
        ranked: said
            .ranked
            .unwrap_or(matches!(said.kind, UnitKind::Division | UnitKind::Zone)),
        code: said.code,
        name: said.name,
        kind: said.kind,
        parent_code: said.parent_code,
        division_code: said.division_code,
        tile: said.tile,
    }
}
