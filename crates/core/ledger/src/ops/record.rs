//! The only way into the journal.

use super::check::{RecordRefusal, check, check_reversal};
use super::{lock, totals};
use crate::books::Books;
use crate::fact::{Correction, Fact, NewFact, Reference, Subject};
use crate::months::Months;
use crate::posting::{Posting, SubjectBook, Tally};
use crate::store::{self, FactRow, Head, References};
use crate::tallies;
use db::DatabaseTransaction;
use kernel::{Actor, Instant, Month, Outcome};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Where a fact was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the journal.
    pub seq: i64,
    /// The month it is booked in.
    pub month: Month,
    /// The month it belongs to; `None` before the books.
    pub origin_month: Option<Month>,
}

/// Records `facts` in their order, in the caller's transaction: all of them or, on any
/// refusal, none. The open month, seq and hash are taken under the writer's lock.
///
/// # Errors
/// [`RecordRefusal`].
pub async fn record(
    tx: &DatabaseTransaction,
    books: &Books,
    actor: &Actor,
    at: Instant,
    facts: Vec<NewFact>,
) -> Outcome<Vec<Recorded>> {
    if facts.is_empty() {
        return Ok(Vec::new());
    }
    lock(tx).await?;
    let months = Months::load(tx).await?;
    let open = months.open().ok_or(RecordRefusal::NoOpenMonth)?;
    for fact in &facts {
        check(books, fact)?;
        if fact.opening && months.first() != Some(open) {
            let first_month = months.first().unwrap_or(open);
            return Err(RecordRefusal::OpeningTooLate {
                first_month,
                open_month: open,
            }
            .into());
        }
    }
    let mut writing = Writing::begin(tx, books, open, &facts).await?;
    let author = Fact::author(actor);
    let mut recorded = Vec::with_capacity(facts.len());
    for fact in facts {
        let place = writing.take(fact, &author, at)?;
        recorded.push(place);
    }
    writing.finish(tx).await?;
    Ok(recorded)
}

/// A batch on its way into the journal.
struct Writing<'a> {
    books: &'a Books,
    rules: Vec<crate::posting::VersionedRule<'a>>,
    distinct: BTreeSet<i64>,
    open: Month,
    head: Head,
    subjects: BTreeMap<Subject, SubjectBook>,
    referring: References,
    /// Reversals, and facts taken back: nothing may refer to them.
    fallen: BTreeSet<i64>,
    facts: Vec<Arc<Fact>>,
    rows: Vec<FactRow>,
    references: Vec<(i64, Reference)>,
    postings: Vec<Posting>,
}

impl<'a> Writing<'a> {
    async fn begin(
        tx: &DatabaseTransaction,
        books: &'a Books,
        open: Month,
        facts: &[NewFact],
    ) -> Outcome<Self> {
        let with_history: BTreeSet<Subject> = facts
            .iter()
            .filter(|fact| books.needs_history(&fact.kind))
            .map(|fact| fact.subject.clone())
            .collect();
        let corrected: BTreeSet<i64> = facts
            .iter()
            .filter(|fact| !with_history.contains(&fact.subject))
            .filter_map(|fact| Some(fact.correction?.corrected()))
            .collect();
        let mut subjects = store::load_corrected(tx, &corrected).await?;
        subjects.extend(store::load_books(tx, &with_history).await?);
        let reversed: Vec<i64> = facts
            .iter()
            .filter_map(|fact| match fact.correction {
                Some(Correction::Reverses(seq)) => Some(seq),
                _ => None,
            })
            .collect();
        let head = store::head(tx).await?;
        let targets: BTreeSet<i64> = facts
            .iter()
            .flat_map(|fact| &fact.refs)
            .map(|r| r.seq)
            .collect();
        let targets: Vec<i64> = targets.into_iter().filter(|&seq| seq <= head.seq).collect();
        let targeted = store::facts_by_seq(tx, &targets).await?;
        let known: BTreeSet<i64> = targeted.iter().map(|row| row.seq).collect();
        if let Some(&seq) = targets.iter().find(|seq| !known.contains(seq)) {
            return Err(RecordRefusal::UnknownFact { seq }.into());
        }
        let mut fallen = store::reversed_among(tx, &targets).await?;
        let reversals = targeted.iter().filter(|row| row.reverses.is_some());
        fallen.extend(reversals.map(|row| row.seq));
        Ok(Self {
            books,
            rules: books.posting_rules(),
            distinct: books
                .all_versions()
                .filter(|v| v.is_distinct())
                .map(|v| v.key)
                .collect(),
            open,
            head,
            subjects,
            referring: store::referring(tx, &reversed).await?,
            fallen,
            facts: Vec::new(),
            rows: Vec::new(),
            references: Vec::new(),
            postings: Vec::new(),
        })
    }

    /// Gives the fact its place and lets it post.
    fn take(&mut self, new: NewFact, author: &(i64, String), at: Instant) -> Outcome<Recorded> {
        let seq = self.head.seq + 1;
        let origin_month = self.origin_month(&new)?;
        let standing = |target: i64| target < seq && !self.fallen.contains(&target);
        if let Some(reference) = new.refs.iter().find(|reference| !standing(reference.seq)) {
            return Err(RecordRefusal::UnknownFact { seq: reference.seq }.into());
        }
        if matches!(new.correction, Some(Correction::Reverses(_))) {
            self.fallen.insert(seq);
        } else {
            for reference in &new.refs {
                self.referring.add(seq, reference.seq);
            }
        }
        let fact = Fact {
            seq,
            kind: new.kind,
            subject: new.subject,
            occurred_on: new.occurred_on,
            month: self.open,
            origin_month,
            amount: new.amount,
            credits: new.credits,
            payload: new.payload,
            refs: new.refs,
            correction: new.correction,
            source: new.source,
            recorded_by: author.clone(),
            recorded_at: at,
        };
        #[cfg(test)]
        let fact = crate::planted::moved_back(fact);
        let row = FactRow::of(&fact, &self.head.hash);
        self.head = Head {
            seq,
            hash: row
                .hash
                .as_slice()
                .try_into()
                .expect("SHA-256 has 32 bytes"),
        };
        let fact = Arc::new(fact);
        let book = self
            .subjects
            .entry(fact.subject.clone())
            .or_insert_with(|| SubjectBook::empty(fact.subject.clone()));
        let postings = book
            .post(&fact, &self.books.definitions().kinds, &self.rules)
            .map_err(|refusal| RecordRefusal::DefinitionFailed {
                indicator: refusal.indicator,
                reason: refusal.refusal,
            })?;
        self.postings.extend(postings);
        self.references
            .extend(fact.refs.iter().map(|reference| (seq, reference.clone())));
        self.rows.push(row);
        self.facts.push(fact);
        Ok(Recorded {
            seq,
            month: self.open,
            origin_month,
        })
    }

    /// A correction keeps the origin of what it corrects; all else belongs to the open
    /// month (rule 7).
    fn origin_month(&mut self, new: &NewFact) -> Result<Option<Month>, RecordRefusal> {
        let Some(correction) = new.correction else {
            return Ok(if new.opening { None } else { Some(self.open) });
        };
        let seq = correction.corrected();
        let book = self.subjects.get(&new.subject);
        let corrected = book
            .and_then(|book| book.fact(seq))
            .filter(|fact| fact.kind == new.kind)
            .ok_or(RecordRefusal::UnknownFact { seq })?;
        if corrected.is_reversal() {
            return Err(RecordRefusal::ReversalOfReversal { seq });
        }
        let reversed = book.is_some_and(|book| book.is_reversed(seq));
        match correction {
            Correction::Reverses(_) if reversed => {
                return Err(RecordRefusal::AlreadyReversed { seq });
            }
            Correction::Replaces(_) if !reversed => return Err(RecordRefusal::NotReversed { seq }),
            Correction::Replaces(_) if book.is_some_and(|book| book.is_replaced(seq)) => {
                return Err(RecordRefusal::AlreadyReplaced { seq });
            }
            _ => {}
        }
        let origin = corrected.origin_month;
        if matches!(correction, Correction::Reverses(_)) {
            check_reversal(new, corrected)?;
            if let Some(by) = self.referring.first_to(seq) {
                return Err(RecordRefusal::ReferredTo { seq, by });
            }
            self.referring.release(seq);
            self.fallen.insert(seq);
        }
        Ok(origin)
    }

    async fn finish(self, tx: &DatabaseTransaction) -> Outcome<()> {
        let mut tally = Tally::default();
        tallies::load_positions(tx, &self.postings, &self.distinct, &mut tally).await?;
        for posting in &self.postings {
            tally
                .add(posting, self.distinct.contains(&posting.version))
                .map_err(|_| RecordRefusal::Overflow)?;
        }
        let by_kind: HashMap<&str, Vec<&Fact>> =
            self.facts.iter().fold(HashMap::new(), |mut map, fact| {
                map.entry(fact.kind.as_str())
                    .or_insert_with(Vec::new)
                    .push(fact.as_ref());
                map
            });
        store::append_facts(tx, self.rows, &self.references).await?;
        tallies::append_postings(tx, &self.postings).await?;
        tallies::add(tx, &tally).await?;
        totals::keep(tx, self.books, &by_kind).await
    }
}
