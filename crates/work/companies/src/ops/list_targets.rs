//! Listing targets, and reading one.

use super::view_targets::view_targets;
use crate::model::{ChainId, NodeId, Recommender, TargetId, TargetRefusal, TargetView};
use crate::permits::ReadTargets;
use crate::store::{self, TargetFilter, TargetKey};
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};
use orgs::UnitTree;
use std::collections::HashMap;

/// Which targets.
#[derive(Debug, Clone, Default)]
pub struct TargetQuery {
    /// Those wanted for this chain.
    pub chain: Option<ChainId>,
    /// Those wanted for this node.
    pub node: Option<NodeId>,
    /// Those of this unit and the units below it, by code.
    pub unit: Option<String>,
    /// Those of this list.
    pub batch: Option<String>,
    /// Those that this recommended.
    pub recommended_by: Option<Recommender>,
    /// Those that stand, or those that were given up; all where absent.
    pub standing: Option<bool>,
    /// Those whose company's name holds this.
    pub q: Option<String>,
}

impl TargetQuery {
    /// The query as the store asks it.
    pub(crate) fn filter(self, tree: &UnitTree) -> TargetFilter {
        let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let units = given(self.unit).map(|code| {
            let unit = tree.by_code(&code);
            unit.map_or_else(|| [].into(), |unit| tree.subtree(unit.key))
        });
        TargetFilter {
            chain: self.chain,
            node: self.node,
            units,
            batch: given(self.batch).map(|batch| sheets::normal_text(&batch)),
            recommended_by: self.recommended_by,
            standing: self.standing,
            q: self.q,
        }
    }
}

/// A page of targets, newest first. The list is the city's: every reader sees it whole.
///
/// # Errors
/// [`TargetRefusal::WrongCursor`].
pub async fn list_targets(
    app: &App,
    _: &Allowed<ReadTargets>,
    query: TargetQuery,
    page: &PageQuery,
) -> Outcome<Page<TargetView>> {
    let reader = app.database.reader();
    let tree = orgs::ops::load_units(reader).await?;
    let page = store::page_of_targets(reader, &query.filter(&tree), page).await?;
    let found = store::load_targets(reader, &TargetKey::Ids(page.items.clone())).await?;
    let mut views: HashMap<i64, TargetView> = view_targets(reader, found)
        .await?
        .into_iter()
        .map(|view| (view.target.id.key(), view))
        .collect();
    let items = page.items.iter().filter_map(|id| views.remove(id));
    Ok(Page {
        items: items.collect(),
        next: page.next,
        total: page.total,
        total_exact: page.total_exact,
    })
}

/// The target with this key.
///
/// # Errors
/// [`TargetRefusal::Unknown`].
pub async fn get_target(app: &App, _: &Allowed<ReadTargets>, id: TargetId) -> Outcome<TargetView> {
    view_target(app, id).await
}

/// As [`get_target`], for whoever has just written to the target.
pub(crate) async fn view_target(app: &App, id: TargetId) -> Outcome<TargetView> {
    let reader = app.database.reader();
    let found = store::load_targets(reader, &TargetKey::Ids(vec![id.key()])).await?;
    let mut views = view_targets(reader, found).await?;
    Ok(views.pop().ok_or(TargetRefusal::Unknown)?)
}
