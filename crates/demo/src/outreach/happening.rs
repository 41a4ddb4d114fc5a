//! One activity in the making: where and when it is held, who leads it.

use chrono::NaiveDate;

use crate::chains::CHAINS;
use crate::city::UNITS;
use crate::dice::Dice;
use crate::names::{Origin, place};
use crate::records::{Activity, ActivityKind, Leader};
use crate::span::{later, month_at};

use super::SPRING;

/// An activity, and the projects that sign at it.
pub(crate) struct Happening {
    pub(crate) activity: Activity,
    pub(crate) month: usize,
    pub(crate) signed: Vec<usize>,
}

/// Where the city's leaders travel from February to April 2023.
const SPRING_TRIPS: [(&str, &str); 3] =
    [("310000", "上海"), ("320500", "苏州"), ("110000", "北京")];

/// The word that names an activity.
fn word(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Outbound => "外出招商",
        ActivityKind::Doorstep => "上门推介",
        ActivityKind::Promotion => "产业推介会",
        ActivityKind::Inbound => "客商考察",
        ActivityKind::Joint => "联合招商对接",
        ActivityKind::Witnessing => "见证签约",
        ActivityKind::Conference => "招商引资大会",
        ActivityKind::Mobilisation => "专题动员会",
        ActivityKind::Dispatching => "调度会",
        ActivityKind::Progress => "项目推进会",
        ActivityKind::Press => "新闻发布会",
    }
}

/// Who calls an activity: a role with a number, never a person.
fn convener(leader: Leader, unit: usize, dice: &mut Dice) -> String {
    match leader {
        Leader::CityFirst => "市党政主要领导".to_owned(),
        Leader::CityLeader => format!("市级领导 {:03}", dice.between(1, 9)),
        Leader::CountyFirst => format!("区县党政主要负责人 {unit:03}"),
        Leader::CountyLeader => format!("区县领导 {:03}", 10 * unit + dice.index(6)),
        Leader::Department => format!("招商部门负责人 {:03}", 10 * unit + dice.index(3)),
        Leader::None => String::new(),
    }
}

/// The divisions where a unit's activity is held, and what its name says of them.
fn places(
    kind: ActivityKind,
    leader: Leader,
    unit: usize,
    month: usize,
    dice: &mut Dice,
) -> (Vec<&'static str>, String) {
    if !kind.is_outbound() {
        return (vec![UNITS[unit].places[0]], String::new());
    }
    if leader == Leader::CityFirst && SPRING.contains(&month) {
        let (division, short) = SPRING_TRIPS[month - SPRING.start()];
        return (vec![division], format!("赴{short}"));
    }
    let origin = if dice.chance(4) {
        Origin::Abroad
    } else {
        Origin::OtherProvince
    };
    let (division, short) = place(origin, dice);
    let (second, _) = place(Origin::OtherProvince, dice);
    let mut places = vec![division];
    if second != division && dice.chance(25) {
        places.push(second);
    }
    (places, format!("赴{short}"))
}

impl Happening {
    /// An activity of `units`, the first leading. Its code and the number in its
    /// name come when all are known.
    pub(crate) fn new(
        kind: ActivityKind,
        leader: Leader,
        organisers: Vec<usize>,
        month: usize,
        dice: &mut Dice,
    ) -> Self {
        let unit = organisers[0];
        let (places, towards) = places(kind, leader, unit, month, dice);
        let (first, last) = (month_at(month).first_day(), month_at(month).last_day());
        let begins_on = dice.day(first, last);
        let days = match kind {
            ActivityKind::Outbound => dice.below(4),
            ActivityKind::Inbound | ActivityKind::Joint => dice.below(2),
            _ => 0,
        };
        let chain = match kind {
            ActivityKind::Conference | ActivityKind::Press => None,
            _ => dice.chance(60).then(|| dice.index(CHAINS.len())),
        };
        Self {
            activity: Activity {
                code: String::new(),
                kind,
                name: format!("演示{}{towards}{}", UNITS[unit].name, word(kind)),
                begins_on,
                ends_on: later(begins_on, days).min(last),
                places,
                leader,
                convener: convener(leader, unit, dice),
                organisers,
                campaign: SPRING.contains(&month).then_some(0),
                chain,
            },
            month,
            signed: Vec::new(),
        }
    }

    /// The unit that leads it.
    pub(crate) fn unit(&self) -> usize {
        self.activity.organisers[0]
    }

    /// Moves it so that `day` lies in it, where `day` is of its month.
    pub(crate) fn around(mut self, day: NaiveDate, dice: &mut Dice) -> Self {
        let (first, last) = (
            month_at(self.month).first_day(),
            month_at(self.month).last_day(),
        );
        if day >= first {
            let ahead = (day - first).num_days().min(2);
            let before = dice.between(0, ahead);
            self.activity.begins_on = day - chrono::Duration::days(before);
            self.activity.ends_on = later(day, dice.below(2)).min(last);
        }
        self
    }
}
