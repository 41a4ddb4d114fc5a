//! The acceptance table's rows about activities, targets, platforms and escort
//! service, from the newspaper city's rows.

use std::collections::BTreeSet;

use demo::{
    Activity, ActivityKind, City, Leader, Meeting, MilestoneKind, OurSide, Outcome, Party,
    TheirSide, month_at,
};

use crate::figures::{WAN, counted, is_in, months, newspaper};

const JUNE: usize = 17;
const APRIL: usize = 15;

fn is_outbound(activity: &Activity) -> bool {
    matches!(
        activity.kind,
        ActivityKind::Outbound | ActivityKind::Doorstep
    )
}

/// Activities that begin in a window.
fn held(city: &City, window: &[usize], keep: impl Fn(&Activity) -> bool) -> usize {
    let activities = city.records.activities.iter();
    activities
        .filter(|activity| is_in(activity.begins_on, window) && keep(activity))
        .count()
}

/// Meetings at activities that begin in a window.
fn met<'c>(
    city: &'c City,
    window: &'c [usize],
    keep: impl Fn(&Activity) -> bool + 'c,
) -> impl Iterator<Item = &'c Meeting> {
    city.records.meetings.iter().filter(move |meeting| {
        let activity = &city.records.activities[meeting.activity];
        is_in(activity.begins_on, window) && keep(activity)
    })
}

/// Different companies met.
fn companies(city: &City, window: &[usize], keep: impl Fn(&Activity) -> bool) -> BTreeSet<String> {
    met(city, window, keep)
        .filter_map(|meeting| meeting.company)
        .map(|at| city.companies[at].name.clone())
        .collect()
}

fn of_kind(kind: ActivityKind) -> impl Fn(&Activity) -> bool {
    move |activity| activity.kind == kind
}

fn led(leader: Leader) -> impl Fn(&Activity) -> bool {
    move |activity| is_outbound(activity) && activity.leader == leader
}

#[test]
fn the_leaders_trips_are_the_newspapers() {
    let city = newspaper();
    let (half, spring) = (months(1, 6, 2023), months(2, 4, 2023));
    assert_eq!(held(city, &half, led(Leader::CityFirst)), 5);
    assert_eq!(held(city, &spring, led(Leader::CityFirst)), 3);
    assert_eq!(held(city, &half, led(Leader::CountyFirst)), 126);
    assert_eq!(held(city, &spring, led(Leader::CountyFirst)), 73);
    assert_eq!(held(city, &half, is_outbound), 162);
}

#[test]
fn the_other_activities_are_the_newspapers() {
    let city = newspaper();
    let (half, spring) = (months(1, 6, 2023), months(2, 4, 2023));
    assert_eq!(held(city, &half, of_kind(ActivityKind::Promotion)), 41);
    assert_eq!(held(city, &half, of_kind(ActivityKind::Inbound)), 254);
    assert_eq!(held(city, &half, of_kind(ActivityKind::Joint)), 123);
    assert_eq!(held(city, &spring, of_kind(ActivityKind::Joint)), 88);
    let is_conference = |activity: &Activity| {
        use ActivityKind::{Conference, Dispatching, Mobilisation, Progress};
        matches!(
            activity.kind,
            Conference | Mobilisation | Dispatching | Progress
        )
    };
    assert!((71..=79).contains(&held(city, &spring, is_conference)));
    let documents = city.records.documents.iter();
    let issued = documents.filter(|document| is_in(document.issued_on, &spring));
    assert_eq!(issued.count(), 15);
}

#[test]
fn as_many_different_ones_are_met_as_the_newspaper_says() {
    let city = newspaper();
    let (half, spring) = (months(1, 6, 2023), months(2, 4, 2023));
    let outbound = companies(city, &half, is_outbound).len();
    let projects: BTreeSet<usize> = met(city, &half, is_outbound)
        .filter(|meeting| meeting.company.is_none())
        .map(|meeting| meeting.project.unwrap())
        .collect();
    assert_eq!((outbound, projects.len()), (383, 46));
    assert_eq!(outbound + projects.len(), 429);
    let joint = companies(city, &half, of_kind(ActivityKind::Joint));
    assert_eq!(joint.len(), 167);
    let is_invited =
        |activity: &Activity| matches!(activity.kind, ActivityKind::Inbound | ActivityKind::Joint);
    let invited = companies(city, &spring, is_invited).len();
    assert!((731..=739).contains(&invited), "{invited}");
    // Not a sum: some came to both.
    let [came, talked] = [ActivityKind::Inbound, ActivityKind::Joint]
        .map(|kind| companies(city, &spring, of_kind(kind)));
    assert!(came.intersection(&talked).next().is_some());
}

/// Positions of projects that signed on trips of district leaders in a window.
fn signed_on_county_trips(city: &City, window: &[usize]) -> Vec<usize> {
    met(city, window, led(Leader::CountyFirst))
        .filter(|meeting| meeting.outcome == Outcome::Signed)
        .map(|meeting| meeting.project.unwrap())
        .collect()
}

#[test]
fn the_trips_bring_thirty_eight_projects_home_and_twenty_start() {
    let city = newspaper();
    let signed = signed_on_county_trips(city, &months(1, 6, 2023));
    assert_eq!(signed.len(), 38);
    let projects: Vec<_> = signed.iter().map(|&at| &city.projects[at]).collect();
    let amount: i64 = projects
        .iter()
        .map(|project| project.contract_amount_fen)
        .sum();
    assert_eq!(amount, 3_731_000 * WAN);
    for project in &projects {
        assert!(project.contract_amount_fen <= project.planned_investment_fen);
    }
    let started = projects.iter().filter(|project| {
        let on = project.on(MilestoneKind::Started);
        on.is_some_and(|day| is_in(day, &months(1, 6, 2023)))
    });
    assert_eq!(started.count(), 20);
    // 20/38 rounds to 52.6 %.
    assert_eq!((20 * 2000 + 38) / (38 * 2), 526);
    let before = signed_on_county_trips(city, &months(1, 6, 2022)).len();
    assert!((1..38).contains(&before), "{before}");
}

#[test]
fn five_hundred_and_twenty_eight_companies_are_aimed_at() {
    let city = newspaper();
    let stock: BTreeSet<usize> = city
        .records
        .target_companies
        .iter()
        .filter(|target| target.given_up_on.is_none())
        .map(|target| target.company)
        .collect();
    assert_eq!(stock.len(), 528);
    assert!(
        city.records.target_companies.len() > 528,
        "some are given up"
    );
    let both =
        |meeting: &&Meeting| meeting.ours == OurSide::First && meeting.theirs == TheirSide::First;
    let meetings = || city.records.meetings.iter();
    let reached = |meetings: Vec<&Meeting>| {
        let met: BTreeSet<usize> = meetings.iter().filter_map(|of| of.company).collect();
        met.intersection(&stock).count()
    };
    let contacted = reached(meetings().collect());
    let by_firsts = reached(meetings().filter(both).collect());
    // About 35 % of 528, and a third of them.
    assert!((174..=196).contains(&contacted), "{contacted}");
    assert!((40..=80).contains(&by_firsts), "{by_firsts}");
}

#[test]
fn the_platforms_bring_projects_and_their_funds() {
    let city = newspaper();
    let records = &city.records;
    let standing = records.platforms.iter().filter(|of| of.closed_on.is_none());
    assert_eq!(standing.count(), 44);
    assert!(records.platforms.len() > 44);
    let half = months(1, 6, 2023);
    let signed = records.brought.iter().filter(|row| {
        let on = city.projects[row.project].on(MilestoneKind::Signed);
        is_in(on.unwrap(), &half)
    });
    assert_eq!(signed.count(), 167);
    let month_of = |project: usize| {
        let row = records.brought.iter().find(|row| row.project == project);
        row.map(|row| kernel::Month::of(row.on))
    };
    let mut late = 0;
    let mut fen = 0;
    for fund in city.funds.iter().filter(|fund| half.contains(&fund.month)) {
        match month_of(fund.project) {
            Some(month) if month <= month_at(fund.month) => fen += counted(city, fund),
            _ => {}
        }
    }
    for fund in &city.funds {
        late += usize::from(month_of(fund.project).is_some_and(|of| of > month_at(fund.month)));
    }
    assert!((2_202_500 * WAN..2_203_500 * WAN).contains(&fen), "{fen}");
    assert!(late > 0, "some are handed in after their first funds");
}

#[test]
fn five_hundred_and_sixty_eight_opportunities_wait_in_april_all_published() {
    let city = newspaper();
    let end = month_at(APRIL).last_day();
    let waiting: BTreeSet<usize> = (0..city.records.opportunities.len())
        .filter(|&at| {
            let of = &city.records.opportunities[at];
            of.planned_on <= end && of.closed.is_none_or(|(on, _)| on > end)
        })
        .collect();
    assert_eq!(waiting.len(), 568);
    let publications = city.records.publications.iter();
    let published: BTreeSet<usize> = publications
        .filter(|row| row.on <= end)
        .map(|row| row.opportunity)
        .collect();
    assert!(waiting.is_subset(&published));
}

#[test]
fn the_escort_service_is_the_newspapers() {
    let city = newspaper();
    let end = month_at(JUNE).last_day();
    let on_roster = |is_project: bool| {
        let roster = city.records.roster.iter();
        roster
            .filter(|member| member.enrolled_on <= end)
            .filter(|member| member.released_on.is_none_or(|on| on > end))
            .filter(|member| matches!(member.party, Party::Project(_)) == is_project)
            .count()
    };
    assert_eq!((on_roster(true), on_roster(false)), (114, 116));
    assert!(city.records.roster.len() > 230, "some are taken off");
    let visits = |window: &[usize]| {
        let visits = city.records.visits.iter();
        visits.filter(|visit| is_in(visit.on, window)).count()
    };
    assert!((1301..=1399).contains(&visits(&months(1, 6, 2023))));
    assert!((950..=999).contains(&visits(&months(1, 4, 2023))));
    let problems = city.records.problems.iter();
    let solved: Vec<&str> = problems
        .filter(|problem| {
            let solved = problem.solved;
            solved.is_some_and(|(on, _)| is_in(on, &months(1, 4, 2023)))
        })
        .map(|problem| problem.category)
        .collect();
    assert!((61..=69).contains(&solved.len()), "{}", solved.len());
    let categories: BTreeSet<&str> = solved.into_iter().collect();
    let of_the_page = [
        "供电",
        "地上附属物清除",
        "高压线迁移",
        "文物勘探",
        "员工住宿",
    ];
    assert_eq!(categories, BTreeSet::from(of_the_page));
}

#[test]
fn the_campaign_has_its_three_goals() {
    let city = newspaper();
    let doorstep = &city.records.campaigns[1];
    assert_eq!((doorstep.from, doorstep.until), (202_307, 202_312));
    let goals: Vec<_> = doorstep
        .goals
        .iter()
        .map(|goal| (goal.indicator, goal.measure, goal.percent, goal.until))
        .collect();
    assert_eq!(
        goals,
        [
            ("目标企业对接覆盖率", "达到", 100, 202_312),
            ("外出招商签约合同额", "同比增长", 10, 202_312),
            ("项目落地投资额", "同比增长", 10, 202_312),
        ]
    );
    let spring = &city.records.campaigns[0];
    assert_eq!((spring.from, spring.until), (202_302, 202_304));
    for activity in &city.records.activities {
        let is_spring = is_in(activity.begins_on, &months(2, 4, 2023));
        assert_eq!(activity.campaign, is_spring.then_some(0));
    }
}
