//! A policy document: typed, checked, and as the register holds it.

use super::booked::{Booked, Reversal};
use super::text;
use super::words::{DocumentNature, DocumentTheme};
use chrono::NaiveDate;
use kernel::{Entity, Fields, Id, Instant};
use orgs::UnitTree;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of a [`PolicyDocument`].
pub type PolicyDocumentId = Id<PolicyDocument>;

/// A policy document as typed into a form or a workbook, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPolicyDocument {
    /// Its number (文号).
    pub number: String,
    /// Its name.
    pub name: String,
    /// What it sets up.
    pub nature: DocumentNature,
    /// What it is about.
    pub theme: DocumentTheme,
    /// Who issued it: a unit, by code or name, or an office that is none.
    pub issuer: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The campaign it belongs to, by code.
    pub campaign: Option<String>,
}

/// A policy document that passed the checks of its own fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRecord {
    /// Its number, unique among those that stand.
    pub number: String,
    /// Its name.
    pub name: String,
    /// What it sets up.
    pub nature: DocumentNature,
    /// What it is about.
    pub theme: DocumentTheme,
    /// Who issued it, as written.
    pub issuer: String,
    /// The unit that is credited: the issuer where it is a unit, else the city, whose
    /// offices (市委办公室 and the like) do not report for themselves (假定).
    pub unit: i64,
    /// The day it was issued, on which it counts.
    pub issued_on: NaiveDate,
    /// The code of the campaign it belongs to.
    pub campaign: Option<String>,
}

/// A policy document as it stands now, or stood before it was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyDocument {
    /// Its key; also its subject's in the journal.
    pub id: PolicyDocumentId,
    /// What it is.
    pub record: DocumentRecord,
    /// Its place in the books.
    pub booked: Booked,
    /// How it was taken back, if it was.
    pub reversal: Option<Reversal>,
    /// How often its record was written, from 1.
    pub revision: i32,
    /// When its record was last written.
    pub updated_at: Instant,
}

impl Entity for PolicyDocument {
    const PREFIX: &'static str = "pol";
}

/// What is to change of a policy document; what is absent stays. Only what no fact carries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentChange {
    /// Its name.
    pub name: Option<String>,
    /// The campaign it belongs to, by code; an empty text takes it away.
    pub campaign: Option<String>,
}

/// The codes of fields that checking a policy document refuses.
pub(crate) const FIELD_CODES: &[&str] = &[
    "field.empty",
    "field.too_long",
    "orgs.city_missing",
    "policy_documents.campaign_unknown",
];

/// Checks a typed document against the city's units; that its campaign exists is the
/// caller's to check.
pub(crate) fn check_document(
    wrong: &mut Fields,
    tree: &UnitTree,
    new: &NewPolicyDocument,
) -> Option<DocumentRecord> {
    let number = text::number(wrong, "number", &new.number);
    let name = text::name(wrong, "name", &new.name);
    let issuer = text::name(wrong, "issuer", &new.issuer);
    let named = tree.by_name(&issuer);
    // A unit goes by its name, also where its code was given.
    let issuer = named.map_or(issuer, |unit| unit.name.clone());
    let unit = named.or_else(|| tree.city());
    if unit.is_none() {
        wrong.refuse("issuer", "orgs.city_missing", json!({}));
    }
    let campaign = new
        .campaign
        .as_deref()
        .filter(|text| !text.trim().is_empty());
    let campaign = campaign.map(|code| text::code(wrong, "campaign", code));
    if !wrong.is_clean() {
        return None;
    }
    Some(DocumentRecord {
        number,
        name,
        nature: new.nature,
        theme: new.theme,
        issuer,
        unit: unit?.key,
        issued_on: new.issued_on,
        campaign,
    })
}

impl DocumentRecord {
    /// As it would be typed anew.
    pub fn typed(&self) -> NewPolicyDocument {
        NewPolicyDocument {
            number: self.number.clone(),
            name: self.name.clone(),
            nature: self.nature,
            theme: self.theme,
            issuer: self.issuer.clone(),
            issued_on: self.issued_on,
            campaign: self.campaign.clone(),
        }
    }
}

impl DocumentChange {
    /// `typed` with this change made.
    pub(crate) fn onto(self, typed: NewPolicyDocument) -> NewPolicyDocument {
        NewPolicyDocument {
            name: self.name.unwrap_or(typed.name),
            campaign: self.campaign.or(typed.campaign),
            ..typed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::difference::document_differences;
    use super::super::samples::tree;
    use super::*;

    fn document_in(issuer: &str) -> NewPolicyDocument {
        NewPolicyDocument {
            number: "淄政办字〔2023〕 15号".into(),
            name: "招商引资激励办法".into(),
            nature: DocumentNature::Mechanism,
            theme: DocumentTheme::Cultivation,
            issuer: issuer.into(),
            issued_on: "2023-06-05".parse().unwrap(),
            campaign: None,
        }
    }

    fn checked(issuer: &str) -> DocumentRecord {
        check_document(&mut Fields::default(), &tree(), &document_in(issuer)).unwrap()
    }

    #[test]
    fn an_issuing_unit_is_credited_and_an_office_that_is_none_credits_the_city() {
        let unit = checked("张店");
        assert_eq!((unit.unit, unit.issuer.as_str()), (2, "张店区"));
        let office = checked("市委办公室");
        assert_eq!((office.unit, office.issuer.as_str()), (1, "市委办公室"));
        assert_eq!(office.number, "淄政办字〔2023〕15号");
    }

    #[test]
    fn a_number_a_name_and_an_issuer_are_needed() {
        let blank = NewPolicyDocument {
            number: " ".into(),
            name: String::new(),
            ..document_in(" ")
        };
        let mut wrong = Fields::default();
        assert_eq!(check_document(&mut wrong, &tree(), &blank), None);
        let fields = wrong.done().unwrap_err().fields;
        let fields: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["number", "name", "issuer"]);
    }

    #[test]
    fn an_issuer_may_be_spelled_anew_but_not_become_another_unit() {
        let recognised = |before: &str, after: &str| -> Vec<bool> {
            let found = document_differences(&tree(), &checked(before), &checked(after));
            found
                .iter()
                .map(|difference| difference.recognised)
                .collect()
        };
        assert_eq!(recognised("市委办公室", "市政府办公室"), [false]);
        assert_eq!(recognised("市委办公室", "张店区"), [true]);
        assert_eq!(recognised("张店区", "张店区"), [false; 0]);
    }
}
