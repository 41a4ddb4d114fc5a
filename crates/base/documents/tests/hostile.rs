//! Whatever stands in the data, it is printed as it is and changes nothing around it.

use documents::{Figures, Language, Meta, html, render, typed_numbers, word};
use proptest::prelude::*;
use serde_json::json;

/// Text with much of what Markdown, HTML and XML read as their own.
fn text() -> impl Strategy<Value = String> {
    proptest::string::string_regex(
        "[-a-z0-9 \\*_`#>|~!\\[\\]\\(\\)<&;:.=+\"'\\\\/{}%\n招商“”（）\u{E000}\u{E001}\u{8}]{0,40}",
    )
    .expect("the pattern is valid")
}

proptest! {
    #[test]
    fn data_is_printed_as_it_is(text in text()) {
        let template = "前{{ s }}后\n\n| 甲 | 乙 |\n|---|---|\n| 前{{ s }}后 | 末 |\n";
        let document = render(template, &json!({"s": text}), &Figures::new(), Language::Zh)
            .expect("the template is good");
        let plain = format!("前{}后", text.replace('\n', " ").replace(['\u{E000}', '\u{E001}'], ""));
        let lines = document.lines();
        prop_assert_eq!(&lines, &[plain.clone(), "甲\t乙".to_owned(), format!("{plain}\t末")]);
        prop_assert!(document.figures.is_empty());
    }

    #[test]
    fn no_template_brings_the_crate_down(text in text()) {
        if let Ok(document) = render(&text, &json!({}), &Figures::new(), Language::Zh) {
            html::fragment(&document, &Meta::default());
            word::file(&document, &Meta::default());
        }
        for number in typed_numbers(&text) {
            let line = text.lines().nth(number.line - 1).expect("the line is there");
            prop_assert!(line.contains(&number.text));
        }
    }
}
