//! A campaign (专项行动): its window, the paper behind it, and its goals.

use super::goal::{Goal, GoalDraft, NewGoal, check_goal};
use super::text;
use kernel::{Entity, Fields, Id, Instant, Month};
use ledger::Indicator;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of a [`Campaign`].
pub type CampaignId = Id<Campaign>;

/// A campaign as typed into a form or a workbook, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCampaign {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its first month.
    pub from: Month,
    /// Its last month.
    pub until: Month,
    /// The document it rests on.
    pub basis: Option<String>,
}

/// A campaign that passed the checks of its own fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignRecord {
    /// The code that people and workbooks use, unique.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its first month.
    pub from: Month,
    /// Its last month.
    pub until: Month,
    /// The document it rests on (依据文件).
    pub basis: Option<String>,
}

/// A campaign as it stands now. It posts nothing: goals are goals, and what was reached is
/// read from the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its key.
    pub id: CampaignId,
    /// What it is.
    pub record: CampaignRecord,
    /// Its goals, in the order in which they were set.
    pub goals: Vec<Goal>,
    /// How often its record was written, from 1.
    pub revision: i32,
    /// When anything of it was last written.
    pub updated_at: Instant,
}

impl Entity for Campaign {
    const PREFIX: &'static str = "cam";
}

/// What is to change of a campaign; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CampaignChange {
    /// Its name.
    pub name: Option<String>,
    /// Its first month.
    pub from: Option<Month>,
    /// Its last month.
    pub until: Option<Month>,
    /// The document it rests on; an empty text takes it away.
    pub basis: Option<String>,
    /// All its goals.
    pub goals: Option<Vec<NewGoal>>,
}

/// The codes of fields that checking a campaign refuses.
pub(crate) const FIELD_CODES: &[&str] = &[
    "campaigns.window_reversed",
    "field.empty",
    "field.too_long",
    "field.too_many",
];

/// The most goals of one campaign.
const MOST_GOALS: usize = 50;

/// Checks a typed campaign.
pub(crate) fn check_campaign(wrong: &mut Fields, new: &NewCampaign) -> Option<CampaignRecord> {
    if new.until < new.from {
        let params = json!({ "from": new.from, "until": new.until });
        wrong.refuse("until", "campaigns.window_reversed", params);
    }
    let record = CampaignRecord {
        code: text::code(wrong, "code", &new.code),
        name: text::name(wrong, "name", &new.name),
        from: new.from,
        until: new.until,
        basis: text::optional(wrong, "basis", new.basis.as_deref())
            .map(|basis| text::year_brackets(&basis)),
    };
    wrong.is_clean().then_some(record)
}

/// Checks the goals of a campaign together. `find` knows the indicators by code and name.
pub(crate) fn check_goals<'a>(
    wrong: &mut Fields,
    from: Month,
    goals: &[NewGoal],
    find: impl Fn(&str) -> Option<&'a Indicator>,
) -> Vec<GoalDraft> {
    if goals.len() > MOST_GOALS {
        wrong.refuse("goals", "field.too_many", json!({ "max": MOST_GOALS }));
    }
    let mut drafts: Vec<GoalDraft> = Vec::new();
    for goal in goals.iter().take(MOST_GOALS) {
        match check_goal(from, goal, &find) {
            Err(refusal) => wrong.refuse("goals", refusal.code, refusal.params),
            Ok(draft) if drafts.iter().any(|known| known.key() == draft.key()) => {
                let params = json!({ "indicator": draft.indicator });
                wrong.refuse("goals", "campaigns.goal_twice", params);
            }
            Ok(draft) => drafts.push(draft),
        }
    }
    drafts
}

impl CampaignRecord {
    /// As it would be typed anew.
    pub fn typed(&self) -> NewCampaign {
        NewCampaign {
            code: self.code.clone(),
            name: self.name.clone(),
            from: self.from,
            until: self.until,
            basis: self.basis.clone(),
        }
    }
}

/// What writing `after` over `before` would change.
pub(crate) fn campaign_differences(
    before: &CampaignRecord,
    after: &CampaignRecord,
) -> Vec<(&'static str, Option<String>, Option<String>)> {
    let text = |text: &str| Some(text.to_owned());
    let month = |month: Month| Some(month.to_string());
    let fields = [
        ("name", text(&before.name), text(&after.name)),
        ("from", month(before.from), month(after.from)),
        ("until", month(before.until), month(after.until)),
        ("basis", before.basis.clone(), after.basis.clone()),
    ];
    fields
        .into_iter()
        .filter(|(_, from, to)| from != to)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn campaign_in() -> NewCampaign {
        NewCampaign {
            code: "XD-1".into(),
            name: "春季攻势".into(),
            from: "2023-02".parse().unwrap(),
            until: "2023-04".parse().unwrap(),
            basis: Some(" ".into()),
        }
    }

    #[test]
    fn a_campaign_ends_no_earlier_than_it_begins() {
        let mut wrong = Fields::default();
        let reversed = NewCampaign {
            until: "2023-01".parse().unwrap(),
            ..campaign_in()
        };
        assert_eq!(check_campaign(&mut wrong, &reversed), None);
        let refusal = wrong.done().unwrap_err();
        assert_eq!(refusal.fields[0].code, "campaigns.window_reversed");
        let one_month = NewCampaign {
            until: campaign_in().from,
            ..campaign_in()
        };
        let record = check_campaign(&mut Fields::default(), &one_month).unwrap();
        assert_eq!(record.basis, None);
    }

    #[test]
    fn only_what_differs_is_a_difference() {
        let before = check_campaign(&mut Fields::default(), &campaign_in()).unwrap();
        let after = CampaignRecord {
            basis: Some("淄办发〔2023〕1号".into()),
            ..before.clone()
        };
        let found = campaign_differences(&before, &after);
        assert_eq!(
            found,
            [("basis", None, Some("淄办发〔2023〕1号".to_owned()))]
        );
    }
}
