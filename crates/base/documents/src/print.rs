//! The tree as a page to print: self-contained HTML, black on white, laid out by GB/T 9704.

use crate::html;
use crate::letter;
use crate::meta::Meta;
use crate::tree::Document;

const STYLE: &str = include_str!("print/print.css");

/// A full HTML page with its styles inside and no script; figures are plain text.
pub fn page(document: &Document, meta: &Meta) -> String {
    let mut out = String::with_capacity(8192);
    put!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>",
        meta.language.tag()
    );
    html::escape(&document.text(&letter::title(document, meta)), &mut out);
    out.push_str("</title>\n<style>\n");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n");
    html::article(document, meta, false, &mut out);
    out.push_str("</body>\n</html>\n");
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Figure, FigureCall, Figures, Language, render};

    fn made(demo: bool) -> String {
        let figures = Figures::from([(
            FigureCall::value("x"),
            Figure {
                display: "352.3".into(),
                address: "a".into(),
                value: None,
            },
        )]);
        let meta = Meta {
            title: "通报".into(),
            demo,
            ..Meta::default()
        };
        let document = render("到位{{ fig('x') }}", &json!({}), &figures, Language::Zh).unwrap();
        page(&document, &meta)
    }

    #[test]
    fn the_page_stands_alone() {
        let html = made(false);
        assert!(html.starts_with("<!doctype html>"));
        assert!(html.contains("<title>通报</title>"));
        assert!(html.contains("margin: 37mm 26mm 35mm 28mm"));
        assert!(html.contains("到位352.3"));
        for outside in ["<script", "href", "url(", "@import", "http"] {
            assert!(!html.contains(outside), "{outside}");
        }
    }

    #[test]
    fn demo_data_is_marked_on_every_page() {
        // What is fixed is repeated on every page.
        assert!(made(true).contains(".demo-mark {\n    position: fixed;"));
        assert!(made(true).contains("class=\"demo-mark\">演示数据<"));
        assert!(!made(false).contains("演示数据"));
    }

    #[test]
    fn the_columns_of_a_printed_table_have_widths_and_those_on_the_screen_none() {
        let document = render(
            "| 名称 | 金额 |\n|---|---|\n| 一个名字相当长的项目 | 1 |",
            &json!({}),
            &Figures::new(),
            Language::Zh,
        )
        .unwrap();
        let print = page(&document, &Meta::default());
        let widths: Vec<&str> = print
            .split("<col style=\"width: ")
            .skip(1)
            .filter_map(|rest| rest.split('.').next())
            .collect();
        let [wide, narrow] = widths[..] else {
            panic!("two columns in {print}");
        };
        assert!(wide.parse::<u32>().unwrap() > 2 * narrow.parse::<u32>().unwrap());
        assert!(!crate::html::fragment(&document, &Meta::default()).contains("<col"));
    }
}
