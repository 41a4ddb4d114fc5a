//! What the screen gets.

use chrono::NaiveDate;
use serde_json::json;

use super::*;
use crate::{Figure, FigureCall, Figures, Language, render};

fn figures() -> Figures {
    Figures::from([(
        FigureCall::value("funds"),
        Figure {
            display: "352.3".into(),
            address: "v1?i=funds&m=2023-06 \"x\"".into(),
            value: Some("352.3".into()),
        },
    )])
}

fn made(template: &str, meta: &Meta) -> String {
    let document = render(template, &json!({}), &figures(), Language::Zh).unwrap();
    fragment(&document, meta)
}

#[test]
fn a_figure_is_a_link_that_bears_its_address() {
    let html = made("到位{{ fig('funds') }}亿元", &Meta::default());
    assert!(html.contains(
        "<p>到位<a class=\"figure\" id=\"figure-1\" \
         data-figure=\"v1?i=funds&amp;m=2023-06 &quot;x&quot;\" data-code=\"funds\" \
         data-measure=\"value\" href=\"#v1%3Fi=funds%26m=2023-06%20%22x%22\">352.3</a>亿元</p>"
    ));
}

#[test]
fn markup_in_text_is_shown_and_not_run() {
    let html = made(
        "<script>alert(1)</script>\n\na <img src=x onerror=y>",
        &Meta {
            title: "<i>".into(),
            ..Meta::default()
        },
    );
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<i>"));
    assert!(html.contains("&lt;script&gt;") && html.contains("<h1>&lt;i&gt;</h1>"));
}

#[test]
fn what_stands_around_the_text_is_there_in_its_order() {
    let meta = Meta {
        title: "通报".into(),
        issuer: "市投资促进局".into(),
        red_head: Some("招商引资通报".into()),
        document_number: Some("〔2023〕12号".into()),
        recipient: Some("各区县".into()),
        date: NaiveDate::from_ymd_opt(2023, 7, 5),
        hash: Some("a1b2c3d4e5f6".into()),
        demo: true,
        ..Meta::default()
    };
    let html = made("正文", &meta);
    let mut at = 0;
    for part in [
        "lang=\"zh-CN\"",
        "class=\"demo-mark\">演示数据<",
        "class=\"red-head\">招商引资通报<",
        "class=\"document-number\">〔2023〕12号<",
        "<hr class=\"red-rule\">",
        "<h1>通报</h1>",
        "class=\"recipient\">各区县：<",
        "<p>正文</p>",
        "class=\"issuer\">市投资促进局<",
        "class=\"date\">2023年7月5日<",
        "账本校验码：a1b2c3d4e5f6",
    ] {
        at += html[at..]
            .find(part)
            .unwrap_or_else(|| panic!("{part} does not follow in {html}"));
    }
}

#[test]
fn a_table_has_a_head_a_caption_and_alignment() {
    let html = made(
        ": 进度\n\n| 单位 | 金额 |\n|---|---|\n| 张店 | {{ fig('funds') }} |",
        &Meta::default(),
    );
    assert!(html.contains("<caption>进度</caption>"));
    assert!(html.contains(
        "<thead>\n<tr><th scope=\"col\" class=\"short\">单位</th><th scope=\"col\" class=\"right short\">金额</th></tr>\n</thead>"
    ));
    assert!(html.contains("<td class=\"right short\"><a class=\"figure\""));
}

#[test]
fn only_single_words_are_kept_from_breaking() {
    let html = made(
        "| 区县 | 说明 | Note |\n|---|---|---|\n| 张店区 | 很长的一段说明文字 | a b |",
        &Meta::default(),
    );
    assert!(
        html.contains("<td class=\"short\">张店区</td><td>很长的一段说明文字</td><td>a b</td>")
    );
}
