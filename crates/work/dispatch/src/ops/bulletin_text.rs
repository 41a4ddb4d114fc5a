//! Composing a bulletin: the template run until every figure that it asks for is answered.

use super::books;
use super::campaign::campaign_context;
use super::list_figures::FigureRefusal;
use crate::model::{
    FrozenFigure, MEASURES, Resolved, TemplateId, answer, month_label, resolve, templates,
};
use crate::store;
use documents::{Catalogue, Document, FigureCall, Figures, Language, Meta};
use http_base::App;
use kernel::{Month, Outcome};
use ledger::{Books, FigureQuery, Window, figures, figures_as_known};
use orgs::UnitTree;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

kernel::refusals! {
    /// Why a bulletin was not composed or issued.
    pub enum BulletinRefusal {
        /// There is no such bulletin.
        NotFound = (NotFound, "bulletins.not_found"),
        /// There is no such template.
        UnknownTemplate { template: String } = (NotFound, "bulletins.unknown_template"),
        /// There is no such campaign.
        UnknownCampaign { campaign: String } = (NotFound, "bulletins.unknown_campaign"),
        /// Neither a template nor a text was given.
        NoText = (Invalid, "bulletins.no_text"),
        /// The text cannot be composed; each fault names its line.
        Faulty { faults: Vec<FaultOut> } = (Invalid, "bulletins.faulty_text"),
        /// A figure call names a unit or a window that does not exist.
        WrongCall { call: String } = (Invalid, "bulletins.wrong_call"),
        /// A figure call names a month after the one that the text reports: what it would
        /// print is not complete yet.
        LaterMonth { call: String, month: Month } = (Invalid, "bulletins.later_month"),
        /// The campaign that the text is to speak of begins after the month reported.
        CampaignNotBegun { campaign: String, from: Month, month: Month } =
            (Invalid, "bulletins.campaign_not_begun"),
        /// Only a closed month is reported: its figures stay as they are.
        MonthOpen { month: Month } = (Conflict, "bulletins.month_not_closed"),
        /// The document number stands on another bulletin.
        NumberTaken { document_number: String } = (Conflict, "bulletins.number_taken"),
        /// A bulletin is issued under a document number.
        NoNumber = (Invalid, "bulletins.no_number"),
        /// The text has numbers that no record stands behind, and they are not those that
        /// whoever issues it has named and answers for.
        TypedNumbers { numbers: Vec<String> } = (Invalid, "bulletins.typed_numbers"),
    }
}

/// A fault of a template.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FaultOut {
    /// The stable code.
    pub code: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The known name that is nearest to an unknown one.
    pub nearest: Option<String>,
    /// Technical English.
    pub detail: String,
}

/// What is to be composed.
#[derive(Debug, Clone)]
pub struct TextIn {
    /// A template's code.
    pub template: Option<String>,
    /// A text of its own; it wins over the template.
    pub body: Option<String>,
    /// The month reported.
    pub month: Month,
    /// The campaign that the text may speak of, by its code.
    pub campaign: Option<String>,
}

impl TextIn {
    /// Nothing yet, of this month.
    pub const fn of_month(month: Month) -> Self {
        Self {
            template: None,
            body: None,
            month,
            campaign: None,
        }
    }
}

/// A composed bulletin.
pub(crate) struct Composed {
    pub template: String,
    pub body: String,
    pub context: Json,
    pub figures: Vec<FrozenFigure>,
    pub document: Document,
    pub meta: Meta,
}

/// Composes `text` out of figures as at its month.
pub(crate) async fn compose(app: &App, text: &TextIn) -> Outcome<Composed> {
    let books = books(app)?;
    let tree = orgs::ops::load_units(app.database.reader()).await?;
    let city = tree.city().ok_or(FigureRefusal::NoCity)?;
    let begun = begin(app, text).await?;
    let body = begun.body;
    let campaign = match &text.campaign {
        Some(code) => campaign_context(app, &books, code, text.month).await?,
        None => Json::Null,
    };
    let context = context(&tree, text.month, &campaign);
    let catalogue = Catalogue::new(books.codes(), MEASURES);
    let mut known = Figures::new();
    loop {
        let calls = documents::calls(&body, &context, &catalogue, &known).map_err(faulty)?;
        let missing: Vec<FigureCall> = calls
            .into_iter()
            .filter(|call| !known.contains_key(call))
            .collect();
        if missing.is_empty() {
            break;
        }
        known.extend(answers(app, &books, &tree, &city.code, text.month, None, missing).await?);
    }
    let document = documents::render(&body, &context, &known, Language::Zh).map_err(faulty)?;
    let meta = Meta {
        title: format!("{}{}{}", city.name, month_label(text.month), begun.name),
        issuer: format!("{}投资促进局", city.name),
        red_head: begun
            .red_head
            .then(|| format!("{}招商引资工作通报", city.name)),
        month_label: Some(month_label(text.month)),
        demo: app.demo,
        language: Language::Zh,
        ..Meta::default()
    };
    let figures = known
        .into_iter()
        .map(|(call, figure)| FrozenFigure { call, figure })
        .collect();
    Ok(Composed {
        template: begun.template,
        body,
        context,
        figures,
        document,
        meta,
    })
}

/// What a text begins with.
struct Begun {
    template: String,
    name: String,
    body: String,
    red_head: bool,
}

/// The template of `text`, whose own body wins over the template's.
async fn begin(app: &App, text: &TextIn) -> Outcome<Begun> {
    let template = text.template.clone().unwrap_or_default();
    let mut begun = Begun {
        template: template.clone(),
        name: "招商引资工作通报".to_owned(),
        body: String::new(),
        red_head: true,
    };
    if let Some(known) = templates().iter().find(|known| known.code == template) {
        known.title.clone_into(&mut begun.name);
        known.body.clone_into(&mut begun.body);
        begun.red_head = known.red_head;
    } else if !template.is_empty() {
        let own = match template.parse::<TemplateId>() {
            Ok(id) => store::templates::find(app.database.reader(), id).await?,
            Err(_) => None,
        };
        let own = own.ok_or(BulletinRefusal::UnknownTemplate { template })?;
        begun.name = own.name;
        begun.body = own.body;
        begun.red_head = own.red_head;
    } else if text.body.is_none() {
        return Err(BulletinRefusal::NoText.into());
    }
    if let Some(body) = &text.body {
        begun.body.clone_from(body);
    }
    Ok(begun)
}

fn context(tree: &UnitTree, month: Month, campaign: &Json) -> Json {
    let named = |unit: &orgs::Unit| json!({ "code": unit.code, "name": unit.name, "name_en": unit.name_en });
    json!({
        "city": tree.city().map(named),
        "units": tree.ranked().map(named).collect::<Vec<_>>(),
        "year": month.year(),
        "month_number": month.of_year(),
        "month": month,
        "month_label": month_label(month),
        "campaign": campaign,
    })
}

fn faulty(faults: documents::Faults) -> BulletinRefusal {
    let faults = faults.0.iter().map(|fault| FaultOut {
        code: fault.code().to_owned(),
        line: fault.line(),
        nearest: fault.nearest().map(str::to_owned),
        detail: fault.to_string(),
    });
    BulletinRefusal::Faulty {
        faults: faults.collect(),
    }
}

/// A call, its window and unit, and the unit's key.
type Asked = (FigureCall, Resolved, i64);

/// Answers `calls`, those of one window together; with `as_known`, by what was booked
/// until that month.
pub(crate) async fn answers(
    app: &App,
    books: &Books,
    tree: &UnitTree,
    city: &str,
    month: Month,
    as_known: Option<Month>,
    calls: Vec<FigureCall>,
) -> Outcome<Figures> {
    let ranked: Vec<i64> = tree.ranked().map(|unit| unit.key).collect();
    let mut by_window: BTreeMap<(Month, Month), Vec<Asked>> = BTreeMap::new();
    for call in calls {
        let wrong = || BulletinRefusal::WrongCall {
            call: call.to_string(),
        };
        let place = resolve(&call, month, city).ok_or_else(wrong)?;
        if place.window.month > month {
            return Err(BulletinRefusal::LaterMonth {
                call: call.to_string(),
                month,
            }
            .into());
        }
        let unit = tree.by_code(&place.unit_code).ok_or_else(wrong)?.key;
        by_window
            .entry((place.window.from, place.window.month))
            .or_default()
            .push((call, place, unit));
    }
    let mut answered = Figures::new();
    for ((from, month), calls) in by_window {
        let window = Window { from, month };
        let mut units: Vec<i64> = calls.iter().map(|(_, _, unit)| *unit).collect();
        units.sort_unstable();
        units.dedup();
        let mut codes: Vec<&str> = calls
            .iter()
            .map(|(call, _, _)| call.code.as_str())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        let query = FigureQuery {
            window,
            units: &units,
            ranked: &ranked,
            codes: &codes,
            with_subjects: false,
        };
        let found = match as_known {
            Some(as_known) => {
                figures_as_known(app.database.reader(), books, &query, as_known.max(month)).await?
            }
            None => figures(app.database.reader(), books, &query).await?,
        };
        for (call, place, unit) in &calls {
            if let Some(figure) = found
                .iter()
                .find(|figure| figure.unit == *unit && figure.indicator == call.code)
            {
                answered.insert(call.clone(), answer(call, place, figure));
            }
        }
    }
    Ok(answered)
}
