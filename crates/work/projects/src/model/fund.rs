//! Arrived funds: one voucher, one entry.

use super::investor::counted;
use super::project::ProjectId;
use chrono::NaiveDate;
use kernel::{Entity, Fields, Id, Instant, Money, Month};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of a [`Fund`].
pub type FundId = Id<Fund>;

/// What the money is for (domain rule 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FundKind {
    /// 实缴注册资本.
    PaidInCapital,
    /// 土地款.
    Land,
    /// 建安.
    Construction,
    /// 设备.
    Equipment,
    /// 技术, as appraised.
    Technology,
    /// 流动资金.
    WorkingCapital,
}

impl FundKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::PaidInCapital,
        Self::Land,
        Self::Construction,
        Self::Equipment,
        Self::Technology,
        Self::WorkingCapital,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PaidInCapital => "paid_in_capital",
            Self::Land => "land",
            Self::Construction => "construction",
            Self::Equipment => "equipment",
            Self::Technology => "technology",
            Self::WorkingCapital => "working_capital",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What sort of paper proves it (domain rule 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// 银行回单.
    BankReceipt,
    /// 验资报告.
    CapitalVerification,
    /// 发票.
    Invoice,
    /// 土地票据.
    LandReceipt,
    /// 工程进度款证书.
    ProgressCertificate,
    /// 设备合同及付款.
    EquipmentContract,
    /// 海关单.
    CustomsDeclaration,
    /// 评估报告.
    Appraisal,
    /// 分割证明.
    SplitCertificate,
    /// 三方形象进度确认单.
    ProgressConfirmation,
}

impl EvidenceKind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::BankReceipt,
        Self::CapitalVerification,
        Self::Invoice,
        Self::LandReceipt,
        Self::ProgressCertificate,
        Self::EquipmentContract,
        Self::CustomsDeclaration,
        Self::Appraisal,
        Self::SplitCertificate,
        Self::ProgressConfirmation,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::BankReceipt => "bank_receipt",
            Self::CapitalVerification => "capital_verification",
            Self::Invoice => "invoice",
            Self::LandReceipt => "land_receipt",
            Self::ProgressCertificate => "progress_certificate",
            Self::EquipmentContract => "equipment_contract",
            Self::CustomsDeclaration => "customs_declaration",
            Self::Appraisal => "appraisal",
            Self::SplitCertificate => "split_certificate",
            Self::ProgressConfirmation => "progress_confirmation",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One entry of arrived funds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Its key.
    pub id: FundId,
    /// The voucher's number, used once in the city among what stands.
    pub voucher: String,
    /// The project it went to.
    pub project: ProjectId,
    /// The project's lead unit at recognition.
    pub lead: i64,
    /// The day it arrived.
    pub arrived_on: NaiveDate,
    /// What the voucher says.
    pub amount: Money,
    /// What it is for.
    pub kind: FundKind,
    /// Who paid.
    pub payer: String,
    /// What proves it.
    pub evidence_kind: Option<EvidenceKind>,
    /// The share of investors from other provinces as it was at recognition, basis points.
    pub other_province_bp: i64,
    /// The month in which its fact was booked.
    pub month: Month,
    /// The month that its fact belongs to; none before the books (期初).
    pub origin_month: Option<Month>,
    /// Its fact.
    pub fact_seq: i64,
    /// The fact that took it back, if one did.
    pub reversed_by: Option<i64>,
    /// Why it was taken back.
    pub reversal_reason: Option<String>,
    /// The entry that it stands in for, after a 核减.
    pub replaces: Option<FundId>,
    /// When it was recorded.
    pub recorded_at: Instant,
}

impl Entity for Fund {
    const PREFIX: &'static str = "fnd";
}

impl Fund {
    /// What of it counts as 到位省外资金, half up to the fen.
    pub fn counted(&self) -> Money {
        counted(self.amount, self.other_province_bp)
    }

    /// Whether it was handed in after its month (补报).
    pub fn is_late(&self) -> bool {
        self.origin_month
            .is_some_and(|month| Month::of(self.arrived_on) < month)
    }
}

/// Funds as they were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFund {
    /// The voucher's number.
    pub voucher: String,
    /// The day they arrived.
    pub arrived_on: NaiveDate,
    /// What the voucher says.
    pub amount: Money,
    /// What they are for.
    pub kind: FundKind,
    /// Who paid.
    pub payer: String,
    /// What proves them.
    pub evidence_kind: Option<EvidenceKind>,
}

/// Funds that passed the checks of their own fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FundDraft(pub NewFund);

/// The most characters of a voucher's number.
const LONGEST_VOUCHER: usize = 100;

/// The most characters of a payer's name.
const LONGEST_PAYER: usize = 128;

/// A voucher's number as it is compared: half-width, without white space.
pub(crate) fn voucher_of(text: &str) -> String {
    sheets::normal_text(text).replace(' ', "")
}

/// Checks the fields by themselves; every wrong one is noted in `wrong`.
pub(crate) fn check_fund(wrong: &mut Fields, new: NewFund) -> Option<FundDraft> {
    let voucher = voucher_of(&new.voucher);
    let payer = sheets::normal_text(&new.payer);
    for (field, text, max) in [
        ("voucher", &voucher, LONGEST_VOUCHER),
        ("payer", &payer, LONGEST_PAYER),
    ] {
        match text.chars().count() {
            0 => wrong.refuse(field, "field.empty", json!({})),
            length if length > max => {
                wrong.refuse(field, "field.too_long", json!({ "max": max }));
            }
            _ => {}
        }
    }
    wrong.is_clean().then_some(FundDraft(NewFund {
        voucher,
        payer,
        ..new
    }))
}
