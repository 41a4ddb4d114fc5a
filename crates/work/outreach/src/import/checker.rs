//! What the rows of one batch are judged by: loaded in bulk, then moved on with every row
//! that is accepted.

use super::known_meetings::{KnownMeetings, load_meetings};
use super::parties::Parties;
use super::row::{MeetingIn, Place};
use super::spec::{ACTIVITIES, CAMPAIGNS, DOCUMENTS, GOALS, MEETINGS};
use crate::model::{
    Activity, ActivityRecord, Campaign, CampaignRecord, DocumentRecord, Goal, GoalDraft,
    GoalMeasure, NewActivity, NewPolicyDocument, PolicyDocument, document_number,
};
use crate::store::{self, ActivityKey, CampaignKey, DocumentKey};
use db::DatabaseTransaction;
use intake::{Boxed, Checker, Context, KindSpec, RowIn, Setting, Verdict, Written};
use kernel::{Fault, Ids, Instant, Month, Outcome, Refusal, Scope};
use ledger::{Books, RecordRefusal};
use orgs::{Unit, UnitKind, UnitTree};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A record that rows may be about.
pub(super) struct Known<T, R> {
    /// As the table has it; none while it is new in this batch.
    pub stored: Option<T>,
    /// As it will be once the rows accepted so far are written.
    pub record: R,
    /// The row of this batch that recorded or changed it.
    pub row: Option<RowIn>,
}

impl<T, R> Known<T, R> {
    fn stored(stored: T, record: R) -> Self {
        Self {
            stored: Some(stored),
            record,
            row: None,
        }
    }
}

/// What tells the goals of a campaign apart: indicator and measure.
pub(super) type GoalKey = (String, GoalMeasure);

/// What an accepted row will write. Units and campaigns of the same batch get their keys
/// only when they are written, so records stay as typed until then.
pub(super) enum Plan {
    Campaign(CampaignRecord),
    Goal {
        campaign: String,
        draft: GoalDraft,
    },
    Activity {
        new: Box<NewActivity>,
        opening: bool,
    },
    Meeting {
        meeting: Box<MeetingIn>,
        opening: bool,
    },
    Document {
        new: Box<NewPolicyDocument>,
        opening: bool,
    },
}

/// The checker of campaigns, goals, activities, meetings and policy documents.
pub(super) struct OutreachChecker {
    pub(super) ids: Arc<Ids>,
    pub(super) scope: Scope,
    pub(super) at: Instant,
    /// The units, those of the same batch with provisional keys.
    pub(super) tree: UnitTree,
    /// The books; none before their first month is open.
    pub(super) setting: Option<Setting>,
    /// Whether the units have been read again inside the commit.
    settled: bool,
    pub(super) books: Arc<Books>,
    pub(super) open: Option<Month>,
    /// By code.
    pub(super) campaigns: HashMap<String, Known<Campaign, CampaignRecord>>,
    /// By campaign's code and own key.
    pub(super) goals: HashMap<(String, GoalKey), Known<Goal, GoalDraft>>,
    /// By code.
    pub(super) activities: HashMap<String, Known<Activity, ActivityRecord>>,
    /// By activity's code and whom it met.
    pub(super) meetings: KnownMeetings,
    /// By number.
    pub(super) documents: HashMap<String, Known<PolicyDocument, DocumentRecord>>,
    pub(super) parties: Parties,
    pub(super) plans: HashMap<Place, Plan>,
}

fn of_kind<'a>(rows: &'a [&'a RowIn], kind: &'a str) -> impl Iterator<Item = &'a RowIn> {
    rows.iter()
        .copied()
        .filter(move |row| row.kind().kind == kind)
}

/// The texts of `field`, each once.
fn texts<'a>(rows: impl Iterator<Item = &'a RowIn>, field: &str) -> BTreeSet<String> {
    rows.filter_map(|row| row.text(field))
        .map(str::to_owned)
        .collect()
}

/// The installed books.
fn books_of(cx: &Context) -> Outcome<Arc<Books>> {
    cx.app
        .part::<Books>()
        .ok_or_else(|| Fault::broken("the books were not installed"))
}

impl OutreachChecker {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        cx: &Context,
        rows: &[&RowIn],
    ) -> Outcome<Self> {
        let closed = Refusal::from(RecordRefusal::NoOpenMonth).code;
        let setting = match Setting::load(tx, &cx.app, cx.at).await {
            Ok(setting) => Some(setting),
            Err(fault) if fault.code() == Some(closed) => None,
            Err(fault) => return Err(fault),
        };
        let meetings: Vec<&RowIn> = of_kind(rows, MEETINGS).collect();
        let mut checker = Self {
            ids: cx.app.ids.clone(),
            scope: cx.actor.scope.clone(),
            at: cx.at,
            tree: orgs::ops::load_units(tx).await?,
            setting,
            settled: false,
            books: books_of(cx)?,
            open: cx.open_month,
            campaigns: HashMap::new(),
            goals: HashMap::new(),
            activities: HashMap::new(),
            meetings: HashMap::new(),
            documents: HashMap::new(),
            parties: Parties::load(tx, &meetings, cx.at).await?,
            plans: HashMap::new(),
        };
        checker.load_campaigns(tx, rows).await?;
        checker.load_activities(tx, rows).await?;
        checker.load_documents(tx, rows).await?;
        Ok(checker)
    }

    async fn load_campaigns(&mut self, tx: &DatabaseTransaction, rows: &[&RowIn]) -> Outcome<()> {
        let mut codes = texts(of_kind(rows, CAMPAIGNS), "code");
        for kind in [GOALS, ACTIVITIES, DOCUMENTS] {
            codes.extend(texts(of_kind(rows, kind), "campaign"));
        }
        let key = CampaignKey::Codes(codes.into_iter().collect());
        for campaign in store::load_campaigns(tx, &key).await? {
            let code = campaign.record.code.clone();
            for goal in &campaign.goals {
                let draft = goal.draft.clone();
                let key = (draft.indicator.clone(), draft.measure);
                let known = Known::stored(goal.clone(), draft);
                self.goals.insert((code.clone(), key), known);
            }
            let record = campaign.record.clone();
            self.campaigns.insert(code, Known::stored(campaign, record));
        }
        Ok(())
    }

    async fn load_activities(&mut self, tx: &DatabaseTransaction, rows: &[&RowIn]) -> Outcome<()> {
        let mut codes = texts(of_kind(rows, ACTIVITIES), "code");
        let met = texts(of_kind(rows, MEETINGS), "activity");
        codes.extend(met.iter().cloned());
        let key = ActivityKey::Codes(codes.into_iter().collect());
        let found = store::load_activities(tx, &Scope::Everything, &key).await?;
        let with_rows = found.iter().filter(|a| met.contains(&a.record.code));
        let with_rows: Vec<&Activity> = with_rows.collect();
        self.meetings = load_meetings(tx, &with_rows).await?;
        for activity in found {
            let record = activity.record.clone();
            let known = Known::stored(activity, record);
            self.activities.insert(known.record.code.clone(), known);
        }
        Ok(())
    }

    async fn load_documents(&mut self, tx: &DatabaseTransaction, rows: &[&RowIn]) -> Outcome<()> {
        let numbers = texts(of_kind(rows, DOCUMENTS), "number");
        let numbers: BTreeSet<String> = numbers.iter().map(|text| document_number(text)).collect();
        let key = DocumentKey::Numbers(numbers.into_iter().collect());
        for document in store::load_documents(tx, &Scope::Everything, &key).await? {
            let record = document.record.clone();
            let known = Known::stored(document, record);
            self.documents.insert(known.record.number.clone(), known);
        }
        Ok(())
    }

    /// Takes the journal's lock, and reads the units again: those of this batch have their
    /// keys now.
    async fn settle(&mut self, tx: &DatabaseTransaction, cx: &Context) -> Outcome<()> {
        if self.settled {
            return Ok(());
        }
        ledger::lock_journal(tx).await?;
        self.tree = orgs::ops::load_units(tx).await?;
        if self.setting.is_some() {
            self.setting = Some(Setting::load(tx, &cx.app, cx.at).await?);
        }
        self.settled = true;
        Ok(())
    }

    /// The books, which a recognised row has found open.
    pub(super) fn setting(&self) -> Outcome<&Setting> {
        Ok(self.setting.as_ref().ok_or(RecordRefusal::NoOpenMonth)?)
    }

    /// The first of these units that the actor may not record for, by name.
    pub(super) fn foreign(&self, units: &[i64]) -> Option<String> {
        let unit = units.iter().find(|&&unit| !self.scope.covers(unit))?;
        let unit = self.tree.by_key(*unit);
        Some(unit.map_or_else(String::new, |unit| unit.name.clone()))
    }

    /// A row of units that is new in this batch becomes a unit with a provisional key.
    fn hear_unit(&mut self, row: &RowIn) {
        let (Some(code), Some(name)) = (row.text("code"), row.text("name")) else {
            return;
        };
        let known = |unit: &Unit| unit.code == code || unit.name == name;
        if self.tree.all().iter().any(known) {
            return;
        }
        let mut units = self.tree.all().to_vec();
        let number = i64::try_from(units.len()).unwrap_or(i64::MAX);
        units.push(Unit {
            key: -number,
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: String::new(),
            kind: UnitKind::Division,
            parent: self.tree.city().map(|city| city.key),
            division_code: row.text("division").map(str::to_owned),
            ranked: false,
            tile: None,
        });
        if let Ok(tree) = UnitTree::new(units) {
            self.tree = tree;
        }
    }
}

impl Checker for OutreachChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        match row.kind().kind {
            CAMPAIGNS => self.check_campaign_row(row),
            GOALS => self.check_goal_row(row),
            ACTIVITIES => self.check_activity_row(row),
            MEETINGS => self.check_meeting_row(row),
            _ => self.check_document_row(row),
        }
    }

    fn heard(&mut self, row: &RowIn) {
        if row.kind().kind == "units" {
            self.hear_unit(row);
        } else {
            self.parties.hear(row);
        }
    }

    fn commit<'a>(
        &'a mut self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Vec<Written>>> {
        Box::pin(async move {
            self.settle(tx, cx).await?;
            match kind.kind {
                CAMPAIGNS => self.commit_campaigns(tx, rows).await,
                GOALS => self.commit_goals(tx, rows).await,
                ACTIVITIES => self.commit_activities(tx, cx, rows).await,
                MEETINGS => self.commit_meetings(tx, cx, rows).await,
                _ => self.commit_documents(tx, cx, rows).await,
            }
        })
    }
}
