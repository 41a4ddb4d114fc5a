//! 招商活动 and 活动对接: what a unit led in a month, and whom it met.

use sheets::{ColumnKind, ColumnOut, SheetOut};

use super::cells::{code, columns, text};
use super::{Page, words};
use crate::chains::CHAINS;
use crate::city::UNITS;
use crate::records::Activity;

fn is_of_page(page: &Page, activity: &Activity) -> bool {
    activity.organisers[0] == page.unit && page.holds(activity.begins_on)
}

/// A division of the city by its name, where this office writes names; any other
/// by its code.
fn place(page: &Page, division: &'static str) -> &'static str {
    let unit = UNITS.iter().find(|unit| unit.code == division);
    unit.filter(|_| !page.habit.codes_units)
        .map_or(division, |unit| unit.name)
}

/// 招商活动.
pub(super) fn activities(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("招商活动", "招商活动台账", false);
    sheet.columns = vec![
        code("活动编号"),
        ColumnOut::new("活动类型", ColumnKind::Text),
        ColumnOut::new("活动名称", ColumnKind::Text).width(36),
        page.habit.days_column("开始日期"),
        page.habit.days_column("结束日期"),
    ];
    sheet.columns.extend(columns([
        "地点",
        "主办单位",
        "带队领导层级",
        "召集人",
        "专项行动",
        "产业链",
    ]));
    let records = &page.city.records;
    let activities = records.activities.iter();
    sheet.rows = activities
        .filter(|activity| is_of_page(page, activity))
        .map(|activity| {
            let places: Vec<&str> = activity.places.iter().map(|at| place(page, at)).collect();
            let organisers: Vec<&str> = activity
                .organisers
                .iter()
                .map(|&unit| page.unit_name(unit))
                .collect();
            let days = activity.ends_on != activity.begins_on;
            let campaign = activity.campaign.map(|at| records.campaigns[at].code);
            let chain = activity.chain.map(|at| &CHAINS[at]);
            vec![
                text(&activity.code),
                text(words::activity(activity.kind, page.habit)),
                text(&activity.name),
                page.habit.day(activity.begins_on),
                page.day(days.then_some(activity.ends_on)),
                text(&places.join("；")),
                text(&organisers.join("；")),
                text(words::leader(activity.leader)),
                text(&activity.convener),
                text(campaign.unwrap_or_default()),
                text(chain.map_or("", |chain| {
                    if page.habit.codes_units {
                        chain.code
                    } else {
                        chain.name
                    }
                })),
            ]
        })
        .collect();
    sheet
}

/// 活动对接.
pub(super) fn meetings(page: &Page) -> SheetOut {
    let mut sheet = page.sheet("活动对接", "活动对接台账", false);
    sheet.columns = vec![code("活动编号")];
    sheet.columns.extend(page.company_columns());
    sheet.columns.push(code("项目编号"));
    sheet
        .columns
        .extend(columns(["我方层级", "对方层级", "结果"]));
    let records = &page.city.records;
    let meetings = records.meetings.iter();
    sheet.rows = meetings
        .filter(|meeting| is_of_page(page, &records.activities[meeting.activity]))
        .map(|meeting| {
            let mut row = vec![text(&records.activities[meeting.activity].code)];
            row.extend(page.company(meeting.company));
            row.extend([
                page.project(meeting.project),
                text(words::our_side(meeting.ours)),
                text(words::their_side(meeting.theirs)),
                text(words::outcome(meeting.outcome, page.habit)),
            ]);
            row
        })
        .collect();
    sheet
}
