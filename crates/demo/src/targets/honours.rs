//! What target companies are known as.

use crate::dice::Dice;
use crate::records::{Honour, TargetCompany};
use crate::span::{month_at, position_of};

/// 称号, the frequent ones more than once.
const TITLES: [&str; 16] = [
    "世界500强",
    "中国500强",
    "央企",
    "上市公司",
    "上市公司",
    "上市公司",
    "名企",
    "行业领军",
    "行业领军",
    "单项冠军",
    "专精特新",
    "专精特新",
    "独角兽",
    "准独角兽",
    "链主",
    "新经济赛道",
];

/// One for about half of the targets, now and then two.
pub(crate) fn honours(targets: &[TargetCompany], dice: &mut Dice) -> Vec<Honour> {
    let mut honours: Vec<Honour> = Vec::new();
    for target in targets {
        let month = position_of(target.determined_on).expect("determined in a month");
        let mut held: Vec<&str> = Vec::new();
        for percent in [55, 20] {
            let title: &'static str = dice.pick::<&str>(&TITLES);
            if !dice.chance(percent) || held.contains(&title) {
                continue;
            }
            held.push(title);
            let year = month_at(month).year() - 1;
            honours.push(Honour {
                company: target.company,
                title,
                year,
                source: format!("演示名录（{year}）"),
                month,
            });
        }
    }
    honours
}
