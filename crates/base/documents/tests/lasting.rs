//! What was issued can be made again, byte for byte, also after a library was updated.

use std::fmt::Write as _;

use chrono::NaiveDate;
use documents::{Document, Figure, FigureCall, Figures, Language, Meta, html, print, render, word};
use serde_json::json;
use sha2::{Digest, Sha256};

const TEMPLATE: &str = "# 关于全市招商引资工作进展情况的通报\n\n## 总体\n\n到位资金**{{ fig('funds') }}**亿元，\
    同比{{ change(fig('funds', 'yoy')) }}。\n\n### 名单\n\n1. {{ name }}\n2. 其他\n\n: 进度\n\n\
    | 单位 | 金额 |\n|---|---|\n{% for u in units %}\n| {{ u }} | {{ fig('funds', unit=u) }} |\n{% endfor %}\n";

fn figures() -> Figures {
    let figure = |display: &str| Figure {
        display: display.to_owned(),
        address: format!("v1/{display}"),
        value: Some(display.trim_end_matches('%').to_owned()),
    };
    let unit = |code: &str| FigureCall {
        unit: Some(code.to_owned()),
        ..FigureCall::value("funds")
    };
    Figures::from([
        (FigureCall::value("funds"), figure("352.3")),
        (
            FigureCall {
                measure: "yoy".to_owned(),
                ..FigureCall::value("funds")
            },
            figure("3.0%"),
        ),
        (unit("370302"), figure("12.5")),
        (unit("370303"), figure("41.0")),
    ])
}

fn document() -> Document {
    let context = json!({"name": "新材料*产业园|一期", "units": ["370302", "370303"]});
    render(TEMPLATE, &context, &figures(), Language::Zh).expect("every figure is there")
}

fn meta() -> Meta {
    Meta {
        title: "通报".to_owned(),
        issuer: "市投资促进局".to_owned(),
        red_head: Some("招商引资工作通报".to_owned()),
        document_number: Some("招引通报〔2023〕6号".to_owned()),
        recipient: Some("各区县".to_owned()),
        date: NaiveDate::from_ymd_opt(2023, 7, 5),
        month_label: Some("2023年6月".to_owned()),
        note: None,
        copy_to: Some("市政府办公室".to_owned()),
        demo: true,
        hash: Some("a1b2c3d4e5f6".to_owned()),
        language: Language::Zh,
    }
}

fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))[..16].to_owned()
}

/// A change of these is a decision: documents that were issued before will not come out the same.
#[test]
fn issued_bytes_stay_what_they_were() {
    let (document, meta) = (document(), meta());
    let mut made = String::new();
    for (form, bytes) in [
        ("html", html::fragment(&document, &meta).into_bytes()),
        ("print", print::page(&document, &meta).into_bytes()),
        ("word", word::file(&document, &meta)),
    ] {
        writeln!(made, "{form} {}", digest(&bytes)).expect("writing to a string cannot fail");
    }
    assert_eq!(made, include_str!("lasting.txt"));
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    let again = std::thread::spawn(|| word::file(&document(), &meta()))
        .join()
        .expect("the thread ends well");
    assert!(word::file(&document(), &meta()) == again);
    assert_eq!(
        print::page(&document(), &meta()),
        print::page(&document(), &meta())
    );
}

#[test]
fn every_figure_is_the_same_in_every_form() {
    let (document, meta) = (document(), meta());
    assert_eq!(document.figures.len(), 4);
    let html = html::fragment(&document, &meta);
    let print = print::page(&document, &meta);
    let word = String::from_utf8_lossy(&word::file(&document, &meta)).into_owned();
    for figure in &document.figures {
        assert!(html.contains(&format!(">{}</a>", figure.display)));
        assert!(print.contains(&figure.display));
        // The parts of the file are stored, so its text can be read in it.
        assert!(word.contains(&format!(">{}</w:t>", figure.display)));
    }
}
