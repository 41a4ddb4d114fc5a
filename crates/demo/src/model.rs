//! The city as plain rows. Money is in fen, shares are in basis points, and
//! what stands in which workbook follows from the dates.

use chrono::NaiveDate;

use crate::records::Records;
use crate::span::position_of;

/// A city and all that its units hand in.
#[derive(Clone, Debug)]
pub struct City {
    /// What everything was drawn from.
    pub seed: u64,
    /// Annual targets of the city (no unit) and of each unit.
    pub targets: Vec<Target>,
    /// The opening stock, then month by month as they come.
    pub projects: Vec<Project>,
    /// By month and unit.
    pub funds: Vec<Fund>,
    /// All companies that records name: investors, project companies, and those
    /// that are only met.
    pub companies: Vec<Company>,
    /// What units do beside projects and funds.
    pub records: Records,
}

/// An annual target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The year.
    pub year: i32,
    /// A position in [`crate::UNITS`]; None is the city.
    pub unit: Option<usize>,
    /// 到位省外资金, in 亿元.
    pub funds_yi: i64,
    /// 新引进过亿元项目, a number.
    pub projects: i64,
}

/// How a project's credit is shared; units are positions in [`crate::UNITS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credit {
    /// 独占.
    Sole,
    /// 按比例: the responsible unit's share in basis points, `with` gets the rest.
    Shared {
        /// The joint unit.
        with: usize,
        /// The responsible unit's share in basis points.
        lead_bp: i64,
    },
    /// 双计: both units get the whole.
    Double {
        /// The joint unit.
        with: usize,
    },
}

/// What a contract is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractKind {
    /// 正式合同.
    Formal,
    /// 框架协议.
    Framework,
    /// 意向.
    Intent,
}

/// Why a project never is a 新引进 one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// 房地产.
    RealEstate,
    /// 财政资金.
    PublicFunds,
    /// 二期.
    PhaseTwo,
    /// 本地迁建.
    LocalRelocation,
}

/// An investor of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Investor {
    /// Its name.
    pub name: String,
    /// A division code, or a country's name.
    pub division: &'static str,
    /// Its share in basis points; a project's add up to 10,000.
    pub share_bp: i64,
}

/// A company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Its name.
    pub name: String,
    /// Its unified social credit code, where it is known.
    pub credit_code: Option<String>,
    /// Where it is registered: a division code, or a country's name.
    pub division: &'static str,
    /// The group it belongs to.
    pub group: Option<String>,
}

/// A project.
#[derive(Clone, Debug)]
pub struct Project {
    /// Unique in the city.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The responsible unit, a position in [`crate::UNITS`].
    pub unit: usize,
    /// How its credit is shared.
    pub credit: Credit,
    /// The division in which it lies.
    pub place: &'static str,
    /// At least one.
    pub investors: Vec<Investor>,
    /// Unique in the city where there is one.
    pub contract_number: Option<String>,
    /// What the contract is.
    pub contract_kind: ContractKind,
    /// The contract's date, or the letter of intent's.
    pub agreed_on: NaiveDate,
    /// Contract amount in fen.
    pub contract_amount_fen: i64,
    /// Planned total investment in fen.
    pub planned_investment_fen: i64,
    /// The project company.
    pub company: Option<Company>,
    /// 立项备案代码.
    pub filing_code: Option<String>,
    /// GB/T 4754-2017 class.
    pub industry: &'static str,
    /// Industry chain.
    pub chain: &'static str,
    /// Why it is excluded from 新引进.
    pub exclusion: Option<Exclusion>,
    /// In order of their days.
    pub milestones: Vec<Milestone>,
}

/// A step in a project's life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Which.
    pub kind: MilestoneKind,
    /// When; also says in which workbook it stands.
    pub on: NaiveDate,
}

/// The steps, in the order in which they may fall on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MilestoneKind {
    /// 意向.
    Intended,
    /// 签约.
    Signed,
    /// 见证签约.
    Witnessed,
    /// 落地.
    Landed,
    /// 新引进.
    Introduced,
    /// 列入顶格推进.
    Listed,
    /// 移出顶格推进.
    Unlisted,
    /// 暂缓.
    Paused,
    /// 开工.
    Started,
    /// 竣工.
    Completed,
    /// 投产.
    InProduction,
    /// 达产.
    AtCapacity,
    /// 终止.
    Ended,
    /// 退出.
    Withdrawn,
}

/// Funds that have arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fund {
    /// Unique in the city.
    pub voucher: String,
    /// A position in [`City::projects`].
    pub project: usize,
    /// The month of the workbook, 0 for 2022-01.
    pub month: usize,
    /// Lies in that month.
    pub arrived_on: NaiveDate,
    /// The whole amount in fen, of whatever province.
    pub amount_fen: i64,
    /// 资金类别.
    pub kind: &'static str,
    /// Who paid.
    pub payer: String,
    /// 凭证类型.
    pub evidence: &'static str,
}

impl Investor {
    /// Whether its division is of another province: neither Shandong, nor Hong
    /// Kong, Macao, Taiwan or a foreign country (domain rule: 省外).
    pub fn is_other_province(&self) -> bool {
        self.division
            .starts_with(|first: char| first.is_ascii_digit())
            && !["37", "71", "81", "82"].contains(&&self.division[..2])
    }
}

impl Project {
    /// The share of investors from other provinces in basis points.
    pub fn other_province_bp(&self) -> i64 {
        self.investors
            .iter()
            .filter(|investor| investor.is_other_province())
            .map(|investor| investor.share_bp)
            .sum()
    }

    /// The day of a milestone, the first if there are several.
    pub fn on(&self, kind: MilestoneKind) -> Option<NaiveDate> {
        self.milestones
            .iter()
            .find(|milestone| milestone.kind == kind)
            .map(|milestone| milestone.on)
    }

    /// Whether it has reached a milestone by the end of the month at a position.
    pub fn has_by(&self, kind: MilestoneKind, month: usize) -> bool {
        let end = crate::span::month_at(month).last_day();
        self.on(kind).is_some_and(|day| day <= end)
    }

    /// The month in whose workbook a milestone stands; None for the opening.
    pub fn month_of(&self, kind: MilestoneKind) -> Option<usize> {
        self.on(kind).and_then(position_of)
    }

    /// 终止 or 退出, whichever it has.
    pub fn ended_on(&self) -> Option<NaiveDate> {
        self.on(MilestoneKind::Ended)
            .or_else(|| self.on(MilestoneKind::Withdrawn))
    }

    pub(crate) fn reach(&mut self, kind: MilestoneKind, on: NaiveDate) {
        self.milestones.push(Milestone { kind, on });
        self.milestones.sort_by_key(|step| (step.on, step.kind));
    }

    /// The latest of its days so far.
    pub(crate) fn last_day(&self) -> NaiveDate {
        self.milestones
            .last()
            .map_or(self.agreed_on, |milestone| milestone.on)
    }
}
