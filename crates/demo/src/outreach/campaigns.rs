//! The two campaigns with their goals, and the documents that units issue.

use super::SPRING;
use crate::course::Monthly;
use crate::dice::Dice;
use crate::life::day_in;
use crate::parties::any_unit;
use crate::records::{Campaign, Document, Goal};
use crate::span::{FEBRUARY_2023, MONTHS, month_at};

/// The last month of 上门招商.
const DOORSTEP_UNTIL: i32 = 202_312;

/// What 上门招商 is to reach (the acceptance table's D01 to D03).
const GOALS: [Goal; 3] = [
    goal("目标企业对接覆盖率", "达到", 100),
    goal("外出招商签约合同额", "同比增长", 10),
    goal("项目落地投资额", "同比增长", 10),
];

const fn goal(indicator: &'static str, measure: &'static str, percent: i64) -> Goal {
    Goal {
        indicator,
        measure,
        percent,
        until: DOORSTEP_UNTIL,
    }
}

/// 春季攻势, and 上门招商, which begins where the demo ends.
pub(crate) fn campaigns() -> Vec<Campaign> {
    vec![
        Campaign {
            code: "YSXD-2023-01",
            name: "演示春季攻势",
            from: 202_302,
            until: 202_304,
            basis: "演示招促发〔2023〕2号",
            month: FEBRUARY_2023,
            goals: &[],
        },
        Campaign {
            code: "YSXD-2023-02",
            name: "演示上门招商",
            from: 202_307,
            until: DOORSTEP_UNTIL,
            basis: "演示政办字〔2023〕18号",
            month: MONTHS - 1,
            goals: &GOALS,
        },
    ]
}

/// 政策文件 of each month, numbered through each year.
pub(crate) fn documents(course: &Monthly, dice: &mut Dice) -> Vec<Document> {
    const THEMES: [&str; 3] = ["产业引育", "项目管理", "落地服务"];
    let mut documents = Vec::new();
    let mut number = 0;
    for (month, count) in course.iter().enumerate() {
        if month % 12 == 0 {
            number = 0;
        }
        let first = month_at(month).first_day();
        let mut days: Vec<_> = (0..*count).map(|_| day_in(month, first, dice)).collect();
        days.sort_unstable();
        for issued_on in days {
            number += 1;
            let year = month_at(month).year();
            let theme: &'static str = dice.pick::<&str>(&THEMES);
            let nature = if dice.chance(50) {
                "机制性"
            } else {
                "政策性"
            };
            documents.push(Document {
                number: format!("演示招促发〔{year}〕{number}号"),
                name: format!("演示{theme}文件{year}{number:02}"),
                nature,
                theme,
                unit: if dice.chance(60) { 0 } else { any_unit(dice) },
                issued_on,
                campaign: SPRING.contains(&month).then_some(0),
            });
        }
    }
    documents
}
