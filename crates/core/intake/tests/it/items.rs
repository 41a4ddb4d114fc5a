//! A slice made for these tests: items with a code, a name, a unit and an amount, and
//! parts that refer to items, also to those that are new in the same batch.

use db::{DatabaseTransaction, Engine, FromQueryResult, Migration, execute, fetch_all};
use intake::{
    Boxed, Change, Checker, Choice, Context, FieldSpec, FieldType, Importer, Kept, KindSpec,
    Offers, RowIn, RowProblem, Text, TypedValue, Verdict, Written, WrittenRow,
};
use kernel::{Money, Outcome};
use orgs::UnitTree;
use serde_json::json;
use sheets::MoneyUnit;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Semaphore;

pub(crate) const MIGRATIONS: &[Migration] = &[Migration {
    number: 90,
    name: "items",
    statements: |_: Engine| {
        vec![
            "CREATE TABLE items (
                code TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL,
                unit TEXT,
                amount_fen BIGINT NOT NULL,
                sort TEXT
            )"
            .to_owned(),
            "CREATE TABLE parts (
                code TEXT PRIMARY KEY NOT NULL,
                item TEXT NOT NULL REFERENCES items (code)
            )"
            .to_owned(),
        ]
    },
}];

/// How the slice behaves, so that faults can be played.
pub(crate) struct Mood {
    /// Writing breaks after the first rows.
    pub breaks: AtomicBool,
    /// Writing needs one of these.
    pub gate: Semaphore,
}

impl Default for Mood {
    fn default() -> Self {
        Self {
            breaks: AtomicBool::new(false),
            gate: Semaphore::new(1_000),
        }
    }
}

const SORTS: &[Choice] = &[
    Choice::new("large", "大项目", "Large"),
    Choice::new("small", "小项目", "Small"),
];

const NOTE: Text = Text {
    zh: "编号",
    en: "Code",
};

const KINDS: &[KindSpec] = &[
    KindSpec {
        kind: "items",
        order: 3,
        name: Text {
            zh: "物项",
            en: "Items",
        },
        hints: &["台账"],
        key: &["code"],
        key_note: NOTE,
        city_only: false,
        fields: &[
            FieldSpec::new("code", "物项编号", "Item code", FieldType::Code).required(),
            FieldSpec::new("name", "物项名称", "Item name", FieldType::Text)
                .required()
                .synonyms(&["名称"]),
            FieldSpec::new("unit", "责任单位", "Unit", FieldType::Text).offers(Offers::Units),
            FieldSpec::new(
                "amount",
                "计划金额",
                "Amount",
                FieldType::Money(MoneyUnit::TenThousandYuan),
            )
            .required()
            .synonyms(&["金额"]),
            FieldSpec::new("happened_on", "日期", "Date", FieldType::Date),
            FieldSpec::new("sort", "规模", "Sort", FieldType::Choice(SORTS)),
        ],
    },
    KindSpec {
        kind: "parts",
        order: 4,
        name: Text {
            zh: "部件",
            en: "Parts",
        },
        hints: &[],
        key: &["part"],
        key_note: NOTE,
        city_only: false,
        fields: &[
            FieldSpec::new("part", "部件编号", "Part code", FieldType::Code).required(),
            FieldSpec::new("item", "物项编号", "Item code", FieldType::Code).required(),
        ],
    },
];

pub(crate) struct ItemImporter;

#[derive(Debug, Clone, FromQueryResult)]
struct Item {
    code: String,
    name: String,
    unit: Option<String>,
    amount_fen: i64,
    sort: Option<String>,
}

#[derive(FromQueryResult)]
struct Part {
    code: String,
    item: String,
}

struct ItemChecker {
    tree: UnitTree,
    scope: kernel::Scope,
    items: HashMap<String, Item>,
    parts: HashMap<String, String>,
    seen: HashMap<String, RowIn>,
}

async fn items(tx: &DatabaseTransaction) -> Outcome<Vec<Item>> {
    let sql = "SELECT code, name, unit, amount_fen, sort FROM items ORDER BY code";
    Ok(fetch_all(tx, sql, []).await?)
}

async fn parts(tx: &DatabaseTransaction) -> Outcome<Vec<Part>> {
    Ok(fetch_all(tx, "SELECT code, item FROM parts ORDER BY code", []).await?)
}

impl ItemChecker {
    fn check_item(&mut self, row: &RowIn) -> Verdict {
        let code = row.text("code").expect("required").to_owned();
        let mut problems = Vec::new();
        if let Some(first) = self.seen.get(&code) {
            problems.push(RowProblem::twice("code", first));
        }
        if let Some(text) = row.text("unit") {
            match self.tree.by_name(text) {
                None => problems.push(RowProblem::unknown("unit", text)),
                Some(unit) if !self.scope.covers(unit.key) => {
                    problems.push(RowProblem::foreign_unit("unit", text));
                }
                Some(_) => {}
            }
        }
        if row.money("amount").expect("required") < Money::ZERO {
            problems.push(RowProblem::new("amount", "items.negative", json!({})));
        }
        if !problems.is_empty() {
            return Verdict::Refused(problems);
        }
        self.seen.insert(code.clone(), row.clone());
        let amount = row.money("amount").expect("required").fen();
        match self.items.get(&code) {
            None => Verdict::New,
            Some(item) if item.amount_fen == amount => Verdict::Same,
            Some(item) => Verdict::Changed(vec![Change {
                field: "amount".into(),
                from: Some(Money::from_fen(item.amount_fen).in_wan()),
                to: Some(Money::from_fen(amount).in_wan()),
            }]),
        }
    }

    fn check_part(&mut self, row: &RowIn) -> Verdict {
        let item = row.text("item").expect("required");
        if !self.items.contains_key(item) && !self.seen.contains_key(item) {
            return Verdict::Refused(vec![RowProblem::unknown("item", item)]);
        }
        match self.parts.get(row.text("part").expect("required")) {
            Some(there) if there == item => Verdict::Same,
            Some(_) => Verdict::Refused(vec![RowProblem::new("item", "items.moved", json!({}))]),
            None => Verdict::New,
        }
    }
}

impl Checker for ItemChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        match row.kind().kind {
            "items" => self.check_item(row),
            _ => self.check_part(row),
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
            let mood = cx.app.part::<Mood>().expect("the mood is installed");
            mood.gate.acquire().await?.forget();
            let mut written = Vec::new();
            for (at, row) in rows.iter().enumerate() {
                if at == 2 && mood.breaks.load(Ordering::Relaxed) {
                    return Err(kernel::Fault::broken("the slice breaks"));
                }
                written.push(self.write(tx, kind, at, row).await?);
            }
            Ok(written)
        })
    }
}

impl ItemChecker {
    async fn write(
        &self,
        tx: &DatabaseTransaction,
        kind: &KindSpec,
        at: usize,
        row: &RowIn,
    ) -> Outcome<Written> {
        let mut before = None;
        if kind.kind == "items" {
            let code = row.text("code").expect("required");
            before = self.items.get(code).map(|item| json!(item.amount_fen));
            execute(
                tx,
                "INSERT INTO items (code, name, unit, amount_fen, sort) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (code) DO UPDATE SET amount_fen = excluded.amount_fen",
                [
                    code.into(),
                    row.text("name").expect("required").into(),
                    row.text("unit").map(str::to_owned).into(),
                    row.money("amount").expect("required").fen().into(),
                    row.choice("sort").map(str::to_owned).into(),
                ],
            )
            .await?;
        } else {
            let values = [row.text("part").into(), row.text("item").into()];
            execute(tx, "INSERT INTO parts (code, item) VALUES ($1, $2)", values).await?;
        }
        Ok(Written {
            row: at,
            record_kind: "item",
            record_id: 0,
            fact_seqs: Vec::new(),
            created: before.is_none(),
            before,
        })
    }
}

impl Importer for ItemImporter {
    fn kinds(&self) -> &'static [KindSpec] {
        KINDS
    }

    fn codes(&self) -> &'static [&'static str] {
        &["items.negative", "items.moved", "items.referred_to"]
    }

    fn checker<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        _: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async move {
            let checker: Box<dyn Checker> = Box::new(ItemChecker {
                tree: orgs::ops::load_units(tx).await?,
                scope: cx.actor.scope.clone(),
                items: items(tx)
                    .await?
                    .into_iter()
                    .map(|i| (i.code.clone(), i))
                    .collect(),
                parts: parts(tx)
                    .await?
                    .into_iter()
                    .map(|p| (p.code, p.item))
                    .collect(),
                seen: HashMap::new(),
            });
            Ok(checker)
        })
    }

    fn undo<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        _: &'a Context,
        kind: &'static KindSpec,
        written: &'a [WrittenRow],
    ) -> Boxed<'a, Outcome<Vec<Kept>>> {
        Box::pin(async move {
            let mut kept = Vec::new();
            for row in written {
                let key = row.key.as_str();
                if kind.kind == "parts" {
                    execute(tx, "DELETE FROM parts WHERE code = $1", [key.into()]).await?;
                } else if let Some(before) = &row.before {
                    let values = [key.into(), before.as_i64().into()];
                    let sql = "UPDATE items SET amount_fen = $2 WHERE code = $1";
                    execute(tx, sql, values).await?;
                } else if parts(tx).await?.iter().any(|part| part.item == key) {
                    kept.push(Kept {
                        kind: kind.kind.into(),
                        key: key.into(),
                        code: "items.referred_to".into(),
                        params: serde_json::Map::new(),
                    });
                } else {
                    execute(tx, "DELETE FROM items WHERE code = $1", [key.into()]).await?;
                }
            }
            Ok(kept)
        })
    }

    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        _: &'a Context,
        kind: &'static KindSpec,
        _: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(async move {
            let text = |text: String| Some(TypedValue::Text(text));
            if kind.kind == "parts" {
                let parts = parts(tx).await?.into_iter();
                return Ok(parts.map(|p| vec![text(p.code), text(p.item)]).collect());
            }
            let items = items(tx).await?.into_iter();
            Ok(items
                .map(|item| {
                    let sort = SORTS.iter().find(|s| Some(s.word) == item.sort.as_deref());
                    vec![
                        text(item.code),
                        text(item.name),
                        item.unit.and_then(text),
                        Some(TypedValue::Money(Money::from_fen(item.amount_fen))),
                        None,
                        sort.map(|sort| TypedValue::Choice(sort.word)),
                    ]
                })
                .collect())
        })
    }
}

/// The items and parts that are there.
pub(crate) async fn there(app: &crate::TestApp) -> (Vec<String>, Vec<String>) {
    let tx = app.app.database.begin_read().await.expect("a transaction");
    let items = items(&tx).await.expect("items").into_iter();
    let parts = parts(&tx).await.expect("parts").into_iter();
    (
        items
            .map(|item| {
                format!(
                    "{} {}",
                    item.code,
                    Money::from_fen(item.amount_fen).in_wan()
                )
            })
            .collect(),
        parts.map(|part| part.code).collect(),
    )
}

/// The amount of an item, in fen.
pub(crate) async fn fen_of(app: &crate::TestApp, code: &str) -> i64 {
    let tx = app.app.database.begin_read().await.expect("a transaction");
    let items = items(&tx).await.expect("items");
    let item = items.iter().find(|item| item.code == code);
    item.expect("it is there").amount_fen
}
