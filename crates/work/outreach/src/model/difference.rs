//! What a row would change of a record, and what of that a fact carries.

use super::activity::ActivityRecord;
use super::document::DocumentRecord;
use super::text::day_text;
use orgs::UnitTree;

/// One field that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The field.
    pub field: &'static str,
    /// What stands there.
    pub from: Option<String>,
    /// What will stand there.
    pub to: Option<String>,
    /// Whether the record's fact carries it, so that only a correction changes it.
    pub recognised: bool,
}

/// Fields that are compared one after another.
struct Comparison(Vec<Difference>);

impl Comparison {
    fn field(
        &mut self,
        field: &'static str,
        recognised: bool,
        from: Option<String>,
        to: Option<String>,
    ) {
        if from != to {
            self.0.push(Difference {
                field,
                from,
                to,
                recognised,
            });
        }
    }
}

fn units_text(tree: &UnitTree, units: &[i64]) -> Option<String> {
    let names: Vec<&str> = units
        .iter()
        .map(|&key| tree.by_key(key).map_or("", |unit| unit.name.as_str()))
        .collect();
    Some(names.join("；"))
}

/// What writing `after` over `before` would change.
pub(crate) fn activity_differences(
    tree: &UnitTree,
    before: &ActivityRecord,
    after: &ActivityRecord,
) -> Vec<Difference> {
    let text = |word: &str| Some(word.to_owned());
    let mut found = Comparison(Vec::new());
    found.field(
        "kind",
        true,
        text(before.kind.word()),
        text(after.kind.word()),
    );
    found.field("name", false, text(&before.name), text(&after.name));
    let days = (
        day_text(Some(before.begins_on)),
        day_text(Some(after.begins_on)),
    );
    found.field("begins_on", true, days.0, days.1);
    found.field(
        "ends_on",
        false,
        day_text(before.ends_on),
        day_text(after.ends_on),
    );
    let places = |record: &ActivityRecord| Some(record.places.join("；"));
    found.field("places", false, places(before), places(after));
    let units = |record: &ActivityRecord| units_text(tree, &record.organisers);
    found.field("organisers", true, units(before), units(after));
    let leaders = (text(before.leader.word()), text(after.leader.word()));
    found.field("leader", true, leaders.0, leaders.1);
    found.field(
        "convener",
        false,
        before.convener.clone(),
        after.convener.clone(),
    );
    found.field(
        "campaign",
        false,
        before.campaign.clone(),
        after.campaign.clone(),
    );
    found.field("chain", false, before.chain.clone(), after.chain.clone());
    found.0
}

/// What writing `after` over `before` would change.
pub(crate) fn document_differences(
    tree: &UnitTree,
    before: &DocumentRecord,
    after: &DocumentRecord,
) -> Vec<Difference> {
    let text = |word: &str| Some(word.to_owned());
    let mut found = Comparison(Vec::new());
    found.field("name", false, text(&before.name), text(&after.name));
    let natures = (text(before.nature.word()), text(after.nature.word()));
    found.field("nature", true, natures.0, natures.1);
    found.field(
        "theme",
        true,
        text(before.theme.word()),
        text(after.theme.word()),
    );
    // The issuer may be spelled anew as long as the same unit is credited.
    if before.unit == after.unit {
        found.field("issuer", false, text(&before.issuer), text(&after.issuer));
    } else {
        let units = |unit: i64| units_text(tree, &[unit]);
        found.field("issuer", true, units(before.unit), units(after.unit));
    }
    let days = (
        day_text(Some(before.issued_on)),
        day_text(Some(after.issued_on)),
    );
    found.field("issued_on", true, days.0, days.1);
    found.field(
        "campaign",
        false,
        before.campaign.clone(),
        after.campaign.clone(),
    );
    found.0
}
