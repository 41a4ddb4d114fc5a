//! A booked amount as a row: day, voucher, kind of funds, payer, evidence.

use crate::city::UNITS;
use crate::dice::Dice;
use crate::life::day_in;
use crate::model::{Fund, MilestoneKind, Project};
use crate::span::{later, month_at};

/// Kinds of funds with the evidence that goes with them: first before, then
/// after the start of works.
const BEFORE: [(&str, &str); 5] = [
    ("实缴注册资本", "验资报告"),
    ("实缴注册资本", "银行回单"),
    ("土地款", "土地票据"),
    ("技术", "评估报告"),
    ("流动资金", "银行回单"),
];
const AFTER: [(&str, &str); 7] = [
    ("建安", "工程进度款证书"),
    ("建安", "发票"),
    ("建安", "三方形象进度确认单"),
    ("设备", "设备合同及付款"),
    ("设备", "海关单"),
    ("流动资金", "银行回单"),
    ("实缴注册资本", "验资报告"),
];

/// Turns a month's amounts (project, fen) into rows, by unit and day, with
/// running voucher numbers.
pub(crate) fn write_rows(
    funds: &mut Vec<Fund>,
    projects: &[Project],
    month: usize,
    rows: Vec<(usize, i64)>,
    dice: &mut Dice,
) {
    let mut days: Vec<_> = rows
        .into_iter()
        .map(|(at, amount)| {
            let project = &projects[at];
            let day = day_in(month, later(project.agreed_on, 1), dice);
            (project.unit, day, at, amount)
        })
        .collect();
    days.sort_unstable();
    let mut number = 0;
    let mut last = None;
    for (unit, arrived_on, project, amount_fen) in days {
        number = if last == Some(unit) { number + 1 } else { 1 };
        last = Some(unit);
        let of = &projects[project];
        let is_started = of
            .on(MilestoneKind::Started)
            .is_some_and(|day| day <= arrived_on);
        let (kind, evidence) = *if is_started {
            dice.pick(&AFTER)
        } else {
            dice.pick(&BEFORE)
        };
        let investor = &dice.pick(&of.investors).name;
        let payer = match &of.company {
            Some(company) if kind != "实缴注册资本" => &company.name,
            _ => investor,
        };
        funds.push(Fund {
            voucher: format!(
                "YS{}-{}-{number:04}",
                UNITS[unit].letters,
                month_at(month).number()
            ),
            project,
            month,
            arrived_on,
            amount_fen,
            kind,
            payer: payer.clone(),
            evidence,
        });
    }
}
