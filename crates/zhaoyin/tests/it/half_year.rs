//! The half-year text, number by number: each is what the figures' page shows, has its door,
//! and stands in the Word file in the same place.

use crate::newspaper::NewspaperApp;
use serde_json::{Value, json};

/// The template that the text is made of.
const TEMPLATE: &str = include_str!("../../../../templates/half_year.md");

/// A stretch of text, and the door behind it where it is a figure.
#[derive(Debug)]
struct Stretch {
    door: Option<String>,
    text: String,
}

/// A paragraph of the page.
#[derive(Debug, Default)]
struct Paragraph {
    /// Whether it is the author's prose: what stands around it has classes.
    is_prose: bool,
    stretches: Vec<Stretch>,
}

impl Paragraph {
    fn text(&self) -> String {
        let texts = self.stretches.iter();
        texts.map(|stretch| stretch.text.as_str()).collect()
    }
}

/// The paragraphs and headings of a bulletin's HTML.
fn paragraphs(html: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut door = None;
    for chunk in html.split('<').skip(1) {
        let (tag, text) = chunk.split_once('>').unwrap();
        match tag.split(' ').next().unwrap() {
            "p" | "h1" | "h2" | "h3" => found.push(Paragraph {
                is_prose: tag == "p",
                ..Paragraph::default()
            }),
            "a" => {
                let address = tag.split_once("data-figure=\"").unwrap().1;
                door = Some(address.split('"').next().unwrap().to_owned());
            }
            "/a" => door = None,
            _ => {}
        }
        if !text.trim().is_empty() {
            found.last_mut().unwrap().stretches.push(Stretch {
                door: door.clone(),
                text: text.trim_end_matches('\n').to_owned(),
            });
        }
    }
    found
}

/// The paragraphs of a Word file, whose parts are stored as they are.
fn word_paragraphs(file: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(file);
    let body = text.split_once("<w:body>").unwrap().1;
    let body = body.split_once("</w:body>").unwrap().0;
    let paragraphs = body.split("</w:p>").map(|paragraph| {
        let runs = paragraph.split("</w:t>").filter_map(|run| {
            let (_, text) = run.rsplit_once("<w:t")?;
            Some(text.split_once('>')?.1)
        });
        runs.collect::<String>()
    });
    paragraphs.filter(|text| !text.is_empty()).collect()
}

/// The numbers in a text that are neither a day, a month, a year nor a document's number.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_numeric() && c.is_ascii()) {
        let end = rest[start..]
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .map_or(rest.len(), |length| start + length);
        let after = rest[end..].chars().next();
        if !after.is_some_and(|c| "年月日至号〕".contains(c)) {
            found.push(rest[start..end].to_owned());
        }
        rest = &rest[end..];
    }
    found
}

/// Whether `printed` may be said of a count: as it is, 1300余 or 近1000 (domain rule 6).
fn may_be_said(printed: &str, count: i64) -> bool {
    if let Some(round) = printed.strip_suffix('余') {
        let zeros = round.len() - round.trim_end_matches('0').len();
        let place = 10_i64.pow(u32::try_from(zeros).unwrap());
        let round: i64 = round.parse().unwrap();
        round < count && count < round + place
    } else if let Some(round) = printed.strip_prefix('近') {
        let round: i64 = round.parse().unwrap();
        95 * round <= 100 * count && count < round
    } else {
        printed == count.to_string()
    }
}

/// Holds a printed figure against what the page shows for its door; `before` is the text
/// that leads to it.
async fn equals_the_page(app: &NewspaperApp, figure: &Value, before: &str) {
    let printed = figure["display"].as_str().unwrap();
    let address: Vec<&str> = figure["address"].as_str().unwrap().split(':').collect();
    let [code, month, from, unit, measure] = address[..] else {
        panic!("{figure} has no whole address");
    };
    let path = format!("/figures?month={month}&from={from}&unit={unit}&indicator={code}");
    let answer = app.as_bureau().get(&path).await.ok(200);
    let page = &answer["figures"][0];
    let place = format!("{printed} behind “{before}” against {page}");
    let percent = |name: &str| format!("{}%", page[name].as_str().unwrap());
    match measure {
        "value" if page["unit"] == "percent" => assert_eq!(printed, percent("display"), "{place}"),
        "value" => assert_eq!(printed, page["display"], "{place}"),
        "completion" => assert_eq!(printed, percent("completion"), "{place}"),
        "yoy" => {
            let change = percent("yoy");
            let (word, size) = match change.strip_prefix('-') {
                Some(size) => ("下降", size),
                None => ("增长", change.as_str()),
            };
            assert_eq!(printed, size, "{place}");
            assert!(before.ends_with(word), "{place}");
        }
        "over" | "near" => {
            let count = page["value"].as_i64().unwrap();
            assert!(may_be_said(printed, count), "{place}");
        }
        other => panic!("the page has no {other}: {place}"),
    }
}

/// The figures of a text that is issued and read again, held against the page and the Word
/// file.
async fn holds(app: &NewspaperApp, mut text: Value, document_number: &str) -> Vec<String> {
    let bureau = app.as_bureau();
    // What the reader of templates takes for typed is named; whether it is one, is looked at
    // below, in what is printed.
    let preview = bureau.post("/bulletins/preview", text.clone()).await;
    let preview = preview.ok(200);
    let typed = preview["typed_numbers"].as_array().unwrap().iter();
    text["typed_numbers"] = typed.map(|typed| typed["text"].clone()).collect();
    text["document_number"] = json!(document_number);
    let issued = bureau.post("/bulletins", text).await.ok(201);
    // The journal's mark is printed too; its digits count nothing.
    let mark = issued["ledger_head"].as_str().unwrap();
    let typed = |text: &str| numbers(&text.replace(mark, ""));
    let path = format!("/bulletins/{}", issued["id"].as_str().unwrap());
    let bulletin = bureau.get(&path).await.ok(200);
    let figures = bulletin["figures"].as_array().unwrap();

    // Each number is a figure, in its order, and says what the page says.
    let page = paragraphs(bulletin["html"].as_str().unwrap());
    let mut in_order = figures.iter();
    for paragraph in &page {
        let mut before = "";
        for stretch in &paragraph.stretches {
            if let Some(door) = &stretch.door {
                let figure = in_order.next().unwrap();
                assert_eq!(door, figure["address"].as_str().unwrap());
                assert_eq!(stretch.text, figure["display"].as_str().unwrap());
                equals_the_page(app, figure, before).await;
            } else {
                assert_eq!(typed(&stretch.text), [""; 0], "{}", stretch.text);
            }
            before = &stretch.text;
        }
    }
    assert!(in_order.next().is_none());

    // The Word file has the same prose, and no number beside it.
    let file = bureau.get(&format!("{path}/document.docx")).await.body;
    let prose = page.iter().filter(|paragraph| paragraph.is_prose);
    let prose: Vec<String> = prose.map(Paragraph::text).collect();
    let (same, around): (Vec<String>, Vec<String>) = word_paragraphs(&file)
        .into_iter()
        .partition(|paragraph| prose.contains(paragraph));
    assert_eq!(same, prose);
    let beside: Vec<String> = around.iter().flat_map(|text| typed(text)).collect();
    assert_eq!(beside, [""; 0], "{around:?}");
    let printed = figures.iter();
    printed
        .map(|figure| figure["display"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn every_number_of_the_half_year_text_is_the_pages_and_the_word_files() {
    let app = NewspaperApp::new().await;
    // All calls of the template but the one that is only compared, and without a campaign
    // those before the campaign's part.
    let asked = |part: &str| ["{{ fig(", "{{ change(fig("].map(|call| part.matches(call).count());
    let (without, _) = TEMPLATE.split_once("{% if campaign %}").unwrap();

    let text = json!({ "template": "half_year", "month": "2023-06" });
    let printed = holds(&app, text, "演示通报〔2023〕11号").await;
    println!("without a campaign: {printed:?}");
    assert_eq!(printed.len(), asked(without).iter().sum::<usize>());

    let text = json!({ "template": "half_year", "month": "2023-06", "campaign": "YSXD-2023-01" });
    let printed = holds(&app, text, "演示通报〔2023〕12号").await;
    println!("with the spring's: {printed:?}");
    assert_eq!(printed.len(), asked(TEMPLATE).iter().sum::<usize>());
}
