//! Rows of what people did: activities and whom they met, visits, problems, documents, and
//! the lists of targets, platforms, opportunities and those that the city escorts.

use super::columns::{Columns, Read};
use super::{Activity, List, Meeting, Membership, Party, Workbooks};
use crate::evaluator::{Mode, Share};
use sheets::Row;

impl Workbooks {
    /// Notes which name and division a code belongs to.
    pub(super) fn take_company(&mut self, columns: &Columns<'_>, row: &Row) -> Read<()> {
        let code = columns.text(row, "统一社会信用代码")?;
        if !code.is_empty() {
            let named = self.named(columns, row)?;
            self.codes.entry(named).or_insert(code);
        }
        Ok(())
    }

    fn named(&self, columns: &Columns<'_>, row: &Row) -> Read<(String, String)> {
        let name = columns.text(row, "企业名称")?;
        Ok((name, columns.text(row, "注册地区划代码")?))
    }

    /// The company of a row by its code, else by name and division; none where it names none.
    fn company(&self, columns: &Columns<'_>, row: &Row) -> Read<Option<String>> {
        let code = columns.text(row, "统一社会信用代码")?;
        if !code.is_empty() {
            return Ok(Some(code));
        }
        let named = self.named(columns, row)?;
        if named.0.is_empty() {
            return Ok(None);
        }
        let known = self.codes.get(&named).cloned();
        Ok(Some(
            known.unwrap_or_else(|| format!("{} {}", named.0, named.1)),
        ))
    }

    fn project(&self, columns: &Columns<'_>, row: &Row) -> Read<Option<String>> {
        let code = columns.text(row, "项目编号")?;
        if code.is_empty() {
            return Ok(None);
        }
        self.known(code).map(Some)
    }

    /// Several units have it whole each.
    fn organisers(&self, columns: &Columns<'_>, row: &Row, name: &str) -> Read<Vec<Share>> {
        let units = columns.list(row, name)?;
        let mode = if units.len() == 1 {
            Mode::Sole
        } else {
            Mode::Both
        };
        units
            .iter()
            .map(|unit| {
                let unit = self
                    .number_of(unit)
                    .ok_or_else(|| format!("row {}: no unit {unit}", row.number))?;
                Ok(Share {
                    unit,
                    points: 10_000,
                    mode,
                })
            })
            .collect()
    }

    pub(super) fn take_brought(
        &mut self,
        columns: &Columns<'_>,
        row: &Row,
        month: i32,
    ) -> Read<()> {
        let project = self.known(columns.needed(row, "项目编号")?)?;
        self.brought.entry(project).or_insert(month);
        Ok(())
    }

    pub(super) fn take_activity(
        &mut self,
        columns: &Columns<'_>,
        row: &Row,
        month: i32,
    ) -> Read<()> {
        let activity = Activity {
            name: columns.needed(row, "活动类型")?,
            leader: columns.needed(row, "带队领导层级")?,
            organisers: self.organisers(columns, row, "主办单位")?,
            month,
        };
        let code = columns.needed(row, "活动编号")?;
        self.activities.entry(code).or_insert(activity);
        Ok(())
    }

    /// All rows that others have read by now can be referred to.
    pub(super) fn take_other(&mut self, columns: &Columns<'_>, row: &Row, month: i32) -> Read<()> {
        if columns.has(&["活动编号", "我方层级", "对方层级"]) {
            self.take_meeting(columns, row, month)
        } else if columns.has(&["文号", "性质", "领域"]) {
            let unit = self.organisers(columns, row, "印发单位")?;
            self.documents.push((unit, month));
            Ok(())
        } else if columns.has(&["活动编号", "方式", "类型"]) {
            let unit = self.organisers(columns, row, "责任单位")?;
            self.visits.push((unit, month));
            Ok(())
        } else if columns.has(&["问题编号", "类别"]) {
            self.take_problem(columns, row, month)
        } else if columns.has(&["储备编号", "发布渠道"]) {
            let code = columns.needed(row, "储备编号")?;
            self.published.entry(code).or_insert(month);
            Ok(())
        } else if columns.has(&["批次", "推荐来源"]) {
            let key = self.company(columns, row)?.ok_or("a target has no name")?;
            self.take_membership(columns, row, (List::Targets, key), "移出日期", month)
        } else if columns.has(&["平台编号", "平台名称"]) {
            let key = columns.needed(row, "平台编号")?;
            self.take_membership(columns, row, (List::Platforms, key), "撤销日期", month)
        } else if columns.has(&["储备编号", "类别"]) {
            let key = columns.needed(row, "储备编号")?;
            self.take_membership(columns, row, (List::Opportunities, key), "出库日期", month)
        } else if columns.has(&["入选日期", "入选规则"]) {
            let key = match self.project(columns, row)? {
                Some(project) => (List::EscortedProjects, project),
                None => {
                    let company = self.company(columns, row)?;
                    (List::EscortedCompanies, company.ok_or("nobody is named")?)
                }
            };
            self.take_membership(columns, row, key, "移出日期", month)
        } else {
            Ok(())
        }
    }

    fn take_meeting(&mut self, columns: &Columns<'_>, row: &Row, month: i32) -> Read<()> {
        let activity = columns.needed(row, "活动编号")?;
        if !self.activities.contains_key(&activity) {
            return Err(format!("row {}: no activity {activity}", row.number));
        }
        let project = self.project(columns, row)?;
        let party = match (self.company(columns, row)?, &project) {
            (Some(company), _) => Party::Company(company),
            (None, Some(project)) => Party::Project(project.clone()),
            (None, None) => return Err(format!("row {}: nobody was met", row.number)),
        };
        let is_first = |name: &str| Ok::<bool, String>(columns.needed(row, name)? == "一把手");
        let by_firsts = is_first("我方层级")? && is_first("对方层级")?;
        let is_signed = columns.text(row, "结果")? == "签约";
        let again = |meeting: &Meeting| meeting.activity == activity && meeting.party == party;
        if !self.meetings.iter().any(again) {
            self.meetings.push(Meeting {
                activity,
                party,
                by_firsts,
                signed: project.filter(|_| is_signed),
                month,
            });
        }
        Ok(())
    }

    fn take_problem(&mut self, columns: &Columns<'_>, row: &Row, month: i32) -> Read<()> {
        let code = columns.needed(row, "问题编号")?;
        let unit = self.organisers(columns, row, "责任单位")?;
        let is_solved = columns.cell(row, "解决日期").is_some();
        let (_, solved) = self.problems.entry(code).or_insert((unit, None));
        if is_solved && solved.is_none() {
            *solved = Some(month);
        }
        Ok(())
    }

    fn take_membership(
        &mut self,
        columns: &Columns<'_>,
        row: &Row,
        key: (List, String),
        off: &str,
        month: i32,
    ) -> Read<()> {
        let shares = self.organisers(columns, row, "责任单位")?;
        let is_off = columns.cell(row, off).is_some();
        let membership = self.lists.entry(key).or_insert_with(|| Membership {
            shares: shares.clone(),
            turns: Vec::new(),
        });
        let is_on = membership.turns.last().is_some_and(|turn| turn.1);
        if !is_on && !is_off {
            membership.shares = shares;
            membership.turns.push((month, true));
        } else if is_off && is_on {
            membership.turns.push((month, false));
        } else if is_off && membership.turns.is_empty() {
            membership.turns.extend([(month, true), (month, false)]);
        }
        Ok(())
    }
}
