//! A project to try rules on.

use crate::model::{
    Contract, ContractKind, CreditSplit, Home, Investor, Life, Milestone, MilestoneKind, Project,
};
use chrono::NaiveDate;
use companies::CompanyId;
use kernel::{Id, Instant, Money};
use ledger::Days;
use orgs::{Unit, UnitKind, UnitTree};

/// A day of June 2023.
pub(in crate::model) fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, number).unwrap()
}

/// June 2023 is open, the books began in 2022, today is the 30th.
pub(in crate::model) fn june() -> Days {
    Days {
        first: "2022-01".parse().unwrap(),
        open: "2023-06".parse().unwrap(),
        today: day(30),
    }
}

/// A life with these milestones on these days of June, booked in this order.
pub(in crate::model) fn life(milestones: &[(MilestoneKind, u32)]) -> Life {
    let stand = milestones.iter().zip(1i64..);
    Life::new(
        stand
            .map(|(&(kind, number), seq)| Milestone {
                id: Id::new(seq),
                kind,
                occurred_on: day(number),
                evidence: None,
                origin_month: Some("2023-06".parse().unwrap()),
                month: "2023-06".parse().unwrap(),
                fact_seq: seq,
                recorded_at: Instant::parse("2023-06-30T00:00:00Z").unwrap(),
            })
            .collect(),
    )
}

/// The city of Zibo, unit 1, with the units 2 and 3 below.
pub(in crate::model) fn tree() -> UnitTree {
    let unit = |key: i64, name: &str, kind, parent| Unit {
        key,
        code: format!("u{key}"),
        name: name.into(),
        name_en: String::new(),
        kind,
        parent,
        division_code: (key == 1).then(|| "370300".into()),
        ranked: true,
        tile: None,
    };
    UnitTree::new(vec![
        unit(1, "淄博市", UnitKind::City, None),
        unit(2, "张店区", UnitKind::Division, Some(1)),
        unit(3, "高新区", UnitKind::Zone, Some(1)),
    ])
    .unwrap()
}

/// Zibo.
pub(in crate::model) fn home() -> Home<'static> {
    Home::of(&tree())
}

/// A project that may be recognised as 新引进: 2 亿元, all of it from Suzhou.
pub(in crate::model) fn project() -> Project {
    Project {
        id: Id::new(1),
        code: "P-1".into(),
        name: "新材料项目".into(),
        credit: CreditSplit::exclusive(2),
        place_code: "370303".into(),
        industry: None,
        chain: None,
        exclusion: None,
        investors: vec![Investor {
            company: CompanyId::new(1),
            name: "苏州甲有限公司".into(),
            share_bp: 10_000,
            division_code: "320500".into(),
            look_through_code: None,
        }],
        contract: Contract {
            number: Some("HT-1".into()),
            kind: Some(ContractKind::Formal),
            signed_on: Some(day(2)),
            amount: Some(Money::from_fen(20_000_000_000)),
        },
        planned: Money::from_fen(20_000_000_000),
        project_company: None,
        filing_code: Some("2306-370303-04-01-000001".into()),
        platform: None,
        life: Life::default(),
        amended: false,
        arrived: Money::ZERO,
        funds: 0,
        revision: 1,
        updated_at: Instant::parse("2023-06-30T00:00:00Z").unwrap(),
    }
}
