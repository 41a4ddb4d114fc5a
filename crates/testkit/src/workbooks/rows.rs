//! From tables to rows, by the headers that the templates print.

use super::columns::{Columns, Read, at};
use super::{Fund, HandedIn, Milestone, Project, Unit, Workbooks};
use crate::evaluator::{Mode, Share, half_up};
use sheets::parse::{self, PercentScale};
use sheets::{Cell, Row, Table};

impl Workbooks {
    pub(super) fn take(&mut self, file: HandedIn<'_>) -> Read<()> {
        let book = sheets::read(file.name, file.bytes).map_err(|error| error.to_string())?;
        let month = file.month.unwrap_or(0);
        let tables: Vec<&Table> = book.visible_tables().map(|(_, table)| table).collect();
        // Within a workbook projects come before what refers to them.
        for table in &tables {
            let columns = Columns { table };
            for row in &table.rows {
                if columns.has(&["单位代码", "单位名称", "上级单位"]) {
                    self.take_unit(&columns, row)?;
                } else if columns.has(&["年度", "指标", "目标值"]) {
                    self.take_plan(&columns, row)?;
                } else if columns.has(&["项目编号", "责任单位", "投资方", "计划总投资"])
                {
                    self.take_project(&columns, row)?;
                }
            }
        }
        for table in &tables {
            let columns = Columns { table };
            for row in &table.rows {
                self.take_company(&columns, row)?;
                if columns.has(&["项目编号", "节点", "日期"]) {
                    self.take_milestone(&columns, row, month)?;
                } else if columns.has(&["平台编号", "项目编号", "引进日期"]) {
                    self.take_brought(&columns, row, month)?;
                } else if columns.has(&["活动编号", "活动类型", "主办单位"]) {
                    self.take_activity(&columns, row, month)?;
                }
            }
        }
        for table in &tables {
            let columns = Columns { table };
            for row in &table.rows {
                if columns.has(&["凭证号", "项目编号", "到账金额"]) {
                    self.take_fund(&columns, row, month)?;
                } else {
                    self.take_other(&columns, row, month)?;
                }
            }
        }
        Ok(())
    }

    fn take_unit(&mut self, columns: &Columns<'_>, row: &Row) -> Read<()> {
        let parent = columns.text(row, "上级单位")?;
        self.units.push(Unit {
            code: columns.needed(row, "单位代码")?,
            name: columns.needed(row, "单位名称")?,
            parent: Some(parent).filter(|parent| !parent.is_empty()),
            ranked: columns.text(row, "参加排名")? == "是",
        });
        Ok(())
    }

    fn take_plan(&mut self, columns: &Columns<'_>, row: &Row) -> Read<()> {
        let year = columns.needed(row, "年度")?;
        let year = year.trim_end_matches('年').parse::<i32>();
        let year = year.map_err(|error| at(row, "年度", &error))?;
        let unit = columns.needed(row, "单位")?;
        let unit = self
            .number_of(&unit)
            .and_then(|number| usize::try_from(number).ok())
            .ok_or_else(|| format!("row {}: no unit {unit}", row.number))?;
        let indicator = match columns.needed(row, "指标")?.as_str() {
            "到位省外资金" | "funds_arrived" => "funds_arrived",
            "新引进过亿元项目" | "new_projects_over_100m" => "new_projects_over_100m",
            other => return Err(format!("row {}: no targets for {other}", row.number)),
        };
        let value = columns.cell(row, "目标值").ok_or("目标值 is missing")?;
        let value = parse::decimal(value).map_err(|error| at(row, "目标值", &error))?;
        let power = match (indicator, columns.text(row, "计量单位")?.as_str()) {
            ("funds_arrived", "万元") => 6,
            ("funds_arrived", "元") => 2,
            ("funds_arrived", _) => 10,
            _ => 0,
        };
        let value = value
            .to_scaled_i64(power)
            .ok_or_else(|| format!("row {}: 目标值 is too large", row.number))?;
        let code = self.units[unit].code.clone();
        let place = (year, code, indicator.to_owned());
        self.plans.insert(place, value.into());
        Ok(())
    }

    fn take_project(&mut self, columns: &Columns<'_>, row: &Row) -> Read<()> {
        let code = columns.needed(row, "项目编号")?;
        let divisions = columns.list(row, "投资方注册地")?;
        let investors = columns.list(row, "投资方")?.len().max(divisions.len());
        let points = match columns.list(row, "投资占比")? {
            given if given.is_empty() => equal_points(investors),
            given => given
                .iter()
                .map(|share| points_of(share).ok_or_else(|| format!("{code}: 投资占比 {share}")))
                .collect::<Read<Vec<i128>>>()?,
        };
        let other_province_points = divisions
            .iter()
            .zip(&points)
            .filter(|(division, _)| is_other_province(division))
            .map(|(_, points)| points)
            .sum();
        let project = Project {
            shares: self.shares(columns, row)?,
            other_province_points,
            planned_fen: columns.money(row, "计划总投资")?,
            contract_fen: match columns.cell(row, "合同金额") {
                Some(_) => columns.money(row, "合同金额")?,
                None => 0,
            },
        };
        // The first row is what was recognised; the same row again changes nothing.
        self.projects.entry(code).or_insert(project);
        Ok(())
    }

    fn shares(&self, columns: &Columns<'_>, row: &Row) -> Read<Vec<Share>> {
        let unit = |name: &str| -> Read<i64> {
            let unit = columns.needed(row, name)?;
            self.number_of(&unit)
                .ok_or_else(|| format!("row {}: no unit {unit}", row.number))
        };
        let share = |unit, points, mode| Share { unit, points, mode };
        let lead = unit("责任单位")?;
        Ok(match columns.text(row, "记功方式")?.as_str() {
            "按比例" => {
                let text = columns.needed(row, "责任单位占比")?;
                let points = points_of(&text)
                    .ok_or_else(|| format!("row {}: 责任单位占比 {text}", row.number))?;
                vec![
                    share(lead, points, Mode::Split),
                    share(unit("联合单位")?, 10_000 - points, Mode::Split),
                ]
            }
            "双计" => vec![
                share(lead, 10_000, Mode::Both),
                share(unit("联合单位")?, 10_000, Mode::Both),
            ],
            _ => vec![share(lead, 10_000, Mode::Sole)],
        })
    }

    fn take_milestone(&mut self, columns: &Columns<'_>, row: &Row, month: i32) -> Read<()> {
        let day = columns.cell(row, "日期").ok_or("日期 is missing")?;
        self.milestones.push(Milestone {
            project: self.known(columns.needed(row, "项目编号")?)?,
            name: columns.needed(row, "节点")?,
            month,
            day: parse::date(day).map_err(|error| at(row, "日期", &error))?,
        });
        Ok(())
    }

    fn take_fund(&mut self, columns: &Columns<'_>, row: &Row, month: i32) -> Read<()> {
        let project = self.known(columns.needed(row, "项目编号")?)?;
        self.funds.push(Fund {
            through_platform: self.brought.contains_key(&project),
            project,
            month,
            fen: columns.money(row, "到账金额")?,
        });
        Ok(())
    }

    pub(super) fn known(&self, code: String) -> Read<String> {
        if self.projects.contains_key(&code) {
            Ok(code)
        } else {
            Err(format!("no project {code}"))
        }
    }
}

/// Another province: a mainland division that does not begin with 37. Hong Kong, Macao,
/// Taiwan and foreign countries are 外资.
fn is_other_province(division: &str) -> bool {
    let is_code = division.len() == 6 && division.bytes().all(|byte| byte.is_ascii_digit());
    is_code && !["37", "71", "81", "82"].contains(&&division[..2])
}

/// A percentage in hundredths of a percent; a bare number is in points.
fn points_of(text: &str) -> Option<i128> {
    let cell = Cell::Text(text.to_owned());
    parse::percent(&cell, PercentScale::Points)
        .ok()
        .map(i128::from)
}

/// Equal shares that add up to the whole.
fn equal_points(investors: usize) -> Vec<i128> {
    let number = i128::try_from(investors).expect("a list in a cell");
    (0..number)
        .map(|place| half_up(10_000 * (place + 1), number) - half_up(10_000 * place, number))
        .collect()
}
