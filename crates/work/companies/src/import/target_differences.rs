//! What rows of targets say, and where they differ from the targets that are known.

use crate::model::{Chain, ChainNode, Chains, Recommender, Target};
use chrono::NaiveDate;
use intake::{Change, RowIn, RowProblem};
use serde_json::json;

/// A target that rows may be about.
pub(super) struct Known {
    pub target: Target,
    /// The code of its unit, which may be new in the same batch.
    pub unit: String,
    /// The row of this batch that chose or changed it.
    pub row: Option<RowIn>,
}

/// What a row says of a target whose company is known.
pub(super) struct Said {
    pub batch: String,
    pub chain: Chain,
    pub node: Option<ChainNode>,
    pub unit: String,
    pub recommended_by: Recommender,
    pub targeted_on: NaiveDate,
    pub untargeted_on: Option<NaiveDate>,
}

/// Where a row differs from what facts carry: that is corrected, not imported.
pub(super) fn recognised(known: &Known, said: &Said) -> Vec<RowProblem> {
    let target = &known.target;
    let mut found = Vec::new();
    let mut compare = |field: &'static str, differs: bool, recognised: String| {
        if differs {
            let params = json!({ "field": field, "recognised": recognised });
            found.push(RowProblem::new(field, super::RECOGNISED, params));
        }
    };
    compare("batch", target.batch != said.batch, target.batch.clone());
    compare("unit", known.unit != said.unit, known.unit.clone());
    compare(
        "recommended_by",
        target.recommended_by != said.recommended_by,
        target.recommended_by.word().to_owned(),
    );
    compare(
        "targeted_on",
        target.targeted_on != said.targeted_on,
        target.targeted_on.to_string(),
    );
    if let (Some(end), Some(on)) = (target.untargeting, said.untargeted_on) {
        compare("untargeted_on", end.on != on, end.on.to_string());
    }
    found
}

/// What a row changes of what no fact carries, and that it gives the company up.
pub(super) fn changes(
    target: &Target,
    said: &Said,
    chains: &Chains,
    node_before: Option<String>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut note = |field: &str, from: Option<String>, to: Option<String>| {
        let field = field.to_owned();
        changes.push(Change { field, from, to });
    };
    if target.chain != said.chain.id {
        let from = chains.by_id(target.chain).map(|chain| chain.name.clone());
        note("chain", from, Some(said.chain.name.clone()));
    }
    if let Some(node) = said
        .node
        .as_ref()
        .filter(|node| target.node != Some(node.id))
    {
        note("node", node_before, Some(node.name.clone()));
    }
    if let (None, Some(on)) = (target.untargeting, said.untargeted_on) {
        note("untargeted_on", None, Some(on.to_string()));
    }
    changes
}
