//! What stands in a row, as the rules take it.

use crate::model::{
    ActivityKind, CampaignRecord, DocumentNature, DocumentTheme, LeaderRank, MeetingOutcome,
    NewActivity, NewCampaign, NewPolicyDocument, OurLevel, TheirLevel,
};
use companies::NewCompany;
use intake::RowIn;

/// A row's place in its batch.
pub(super) type Place = (i32, u32);

/// The place of `row`.
pub(super) fn place_of(row: &RowIn) -> Place {
    (row.table.place, row.row_number)
}

/// The row without its values: enough to name its place later.
pub(super) fn place_only(row: &RowIn) -> RowIn {
    RowIn {
        table: row.table.clone(),
        row_number: row.row_number,
        values: Vec::new(),
    }
}

fn owned(row: &RowIn, field: &str) -> Option<String> {
    row.text(field).map(str::to_owned)
}

/// The campaign of a row; a basis that the row does not give stays as `known` has it.
pub(super) fn campaign_of(row: &RowIn, known: Option<&CampaignRecord>) -> Option<NewCampaign> {
    Some(NewCampaign {
        code: owned(row, "code")?,
        name: owned(row, "name")?,
        from: row.month("from")?,
        until: row.month("until")?,
        basis: owned(row, "basis").or_else(|| known.and_then(|known| known.basis.clone())),
    })
}

/// The activity of a row; what the row does not say stays as `known` has it.
pub(super) fn activity_of(row: &RowIn, known: Option<&NewActivity>) -> Option<NewActivity> {
    Some(NewActivity {
        code: owned(row, "code")?,
        kind: ActivityKind::from_word(row.choice("kind")?)?,
        name: owned(row, "name")?,
        begins_on: row.date("begins_on")?,
        ends_on: row
            .date("ends_on")
            .or_else(|| known.and_then(|known| known.ends_on)),
        places: row.list("places").to_vec(),
        organisers: row.list("organisers").to_vec(),
        leader: LeaderRank::from_word(row.choice("leader")?)?,
        convener: owned(row, "convener").or_else(|| known.and_then(|k| k.convener.clone())),
        campaign: owned(row, "campaign").or_else(|| known.and_then(|k| k.campaign.clone())),
        chain: owned(row, "chain").or_else(|| known.and_then(|k| k.chain.clone())),
    })
}

/// The policy document of a row; a campaign that the row does not name stays as `known`
/// has it.
pub(super) fn document_of(
    row: &RowIn,
    known: Option<&NewPolicyDocument>,
) -> Option<NewPolicyDocument> {
    Some(NewPolicyDocument {
        number: owned(row, "number")?,
        name: owned(row, "name")?,
        nature: DocumentNature::from_word(row.choice("nature")?)?,
        theme: DocumentTheme::from_word(row.choice("theme")?)?,
        issuer: owned(row, "issuer")?,
        issued_on: row.date("issued_on")?,
        campaign: owned(row, "campaign").or_else(|| known.and_then(|k| k.campaign.clone())),
    })
}

/// A meeting of a row.
#[derive(Debug, Clone)]
pub(super) struct MeetingIn {
    pub activity: String,
    pub company: Option<NewCompany>,
    pub project: Option<String>,
    pub our_level: OurLevel,
    pub their_level: TheirLevel,
    pub outcome: MeetingOutcome,
}

/// The company that a row of meetings names, as typed.
pub(super) fn company_of(row: &RowIn) -> Option<NewCompany> {
    let [name, uscc, division] = ["company", "uscc", "division"].map(|field| owned(row, field));
    if name.is_none() && uscc.is_none() && division.is_none() {
        return None;
    }
    Some(NewCompany {
        name: name.unwrap_or_default(),
        aliases: Vec::new(),
        uscc,
        division: division.unwrap_or_default(),
    })
}

/// The meeting of a row whose cells have been read.
pub(super) fn meeting_of(row: &RowIn) -> Option<MeetingIn> {
    let outcome = row.choice("outcome").map(MeetingOutcome::from_word);
    Some(MeetingIn {
        activity: owned(row, "activity")?,
        company: company_of(row),
        project: owned(row, "project"),
        our_level: OurLevel::from_word(row.choice("our_level")?)?,
        their_level: TheirLevel::from_word(row.choice("their_level")?)?,
        outcome: outcome.unwrap_or(Some(MeetingOutcome::None))?,
    })
}
