//! The columns of sheets of campaigns, goals, activities, meetings and policy documents.

mod activities;
mod campaigns;

use intake::{FieldSpec, FieldType, KindSpec, Text};

/// The kind of sheets of campaigns.
pub(super) const CAMPAIGNS: &str = "campaigns";

/// The kind of sheets of campaigns' goals.
pub(super) const GOALS: &str = "campaign_goals";

/// The kind of sheets of activities.
pub(super) const ACTIVITIES: &str = "activities";

/// The kind of sheets of meetings.
pub(super) const MEETINGS: &str = "meetings";

/// The kind of sheets of policy documents.
pub(super) const DOCUMENTS: &str = "policy_documents";

/// The kinds that this crate imports.
pub(super) const KINDS: &[KindSpec] = &[
    KindSpec {
        kind: CAMPAIGNS,
        order: 22,
        name: text("专项行动", "Campaigns"),
        hints: &["专项行动", "行动"],
        key: &["code"],
        key_note: text(
            "按行动编号认定为同一专项行动。",
            "Campaigns are the same by code.",
        ),
        city_only: true,
        fields: campaigns::CAMPAIGN_FIELDS,
    },
    KindSpec {
        kind: GOALS,
        order: 23,
        name: text("专项行动目标", "Campaign goals"),
        hints: &["专项行动目标", "行动目标"],
        key: &["campaign", "indicator", "measure"],
        key_note: text(
            "同一行动、同一指标、同一口径只有一个目标；目标不入账。",
            "A campaign has one goal for an indicator and measure; goals are no facts.",
        ),
        city_only: true,
        fields: campaigns::GOAL_FIELDS,
    },
    KindSpec {
        kind: ACTIVITIES,
        order: 60,
        name: text("招商活动", "Activities"),
        hints: &["招商活动", "活动"],
        key: &["code"],
        key_note: text(
            "按活动编号认定为同一活动；几家单位共同主办的记一条。",
            "Activities are the same by code; joint organisers share one row.",
        ),
        city_only: false,
        fields: activities::ACTIVITY_FIELDS,
    },
    KindSpec {
        kind: MEETINGS,
        order: 61,
        name: text("活动对接", "Meetings"),
        hints: &["活动对接", "对接"],
        key: &["activity", "company", "project"],
        key_note: text(
            "同一活动中同一企业记一条；没有企业的，同一项目记一条。",
            "An activity meets a company once; without a company, a project once.",
        ),
        city_only: false,
        fields: activities::MEETING_FIELDS,
    },
    KindSpec {
        kind: DOCUMENTS,
        order: 65,
        name: text("政策文件", "Policy documents"),
        hints: &["政策文件", "文件"],
        key: &["number"],
        key_note: text(
            "按文号认定为同一文件。",
            "Documents are the same by number.",
        ),
        city_only: false,
        fields: campaigns::DOCUMENT_FIELDS,
    },
];

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// The campaign that an activity or a document belongs to.
const CAMPAIGN: FieldSpec = FieldSpec::new("campaign", "专项行动", "Campaign", FieldType::Code)
    .synonyms(&["所属专项行动", "专项行动编号"])
    .note("行动编号。", "The campaign's code.");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ActivityKind, DocumentNature, DocumentTheme, GoalMeasure, LeaderRank, MeetingOutcome,
        OurLevel, TheirLevel,
    };

    #[test]
    fn every_choice_is_a_word_of_the_register() {
        let mut choices = 0;
        for field in KINDS.iter().flat_map(|spec| spec.fields) {
            let FieldType::Choice(offered) = field.field_type else {
                continue;
            };
            for choice in offered {
                let word = choice.word;
                let known = match field.field {
                    "kind" => ActivityKind::from_word(word).is_some(),
                    "leader" => LeaderRank::from_word(word).is_some(),
                    "our_level" => OurLevel::from_word(word).is_some(),
                    "their_level" => TheirLevel::from_word(word).is_some(),
                    "outcome" => MeetingOutcome::from_word(word).is_some(),
                    "nature" => DocumentNature::from_word(word).is_some(),
                    "theme" => DocumentTheme::from_word(word).is_some(),
                    "measure" => GoalMeasure::from_word(word).is_some(),
                    _ => false,
                };
                assert!(known, "{} {word}", field.field);
                choices += 1;
            }
        }
        assert_eq!(choices, 11 + 6 + 3 + 3 + 3 + 2 + 3 + 2);
    }
}
