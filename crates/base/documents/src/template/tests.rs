//! Templates: what they ask, what they print, what is told of their faults.

use super::*;
use crate::call::Figure;
use crate::tree::{Block, Inline};
use serde_json::json;

fn catalogue() -> Catalogue {
    Catalogue::new(
        ["funds_arrived", "new_projects"],
        ["value", "yoy", "completion"],
    )
}

fn figure(display: &str, value: Option<&str>) -> Figure {
    Figure {
        display: display.to_owned(),
        address: format!("door:{display}"),
        value: value.map(str::to_owned),
    }
}

fn call(code: &str, measure: &str) -> FigureCall {
    FigureCall {
        measure: measure.to_owned(),
        ..FigureCall::value(code)
    }
}

fn ask(template: &str) -> Result<Vec<FigureCall>, Faults> {
    calls(template, &json!({}), &catalogue(), &Figures::new())
}

/// The text of the document, all figures answered from `figures`.
fn lines(template: &str, context: &serde_json::Value, figures: &Figures) -> Vec<String> {
    render(template, context, figures, Language::Zh)
        .unwrap()
        .lines()
}

#[test]
fn every_way_of_asking_is_recorded_once_and_in_order() {
    let asked = calls(
        "{{ fig('funds_arrived') }}，{{ fig('funds_arrived', 'yoy') }}\n\
         {% for u in units %}\n{{ fig('funds_arrived', 'completion', unit=u.code) }}\n{% endfor %}\n\
         {{ fig('new_projects', month='2023-04', from='2023-02') }}{{ fig('funds_arrived') }}",
        &json!({"units": [{"code": "370303"}, {"code": 370_302}]}),
        &catalogue(),
        &Figures::new(),
    )
    .unwrap();
    let written: Vec<String> = asked.iter().map(ToString::to_string).collect();
    assert_eq!(
        written,
        [
            r#"fig("funds_arrived")"#,
            r#"fig("funds_arrived", "yoy")"#,
            r#"fig("funds_arrived", "completion", unit="370303")"#,
            r#"fig("funds_arrived", "completion", unit="370302")"#,
            r#"fig("new_projects", month="2023-04", from="2023-02")"#,
        ]
    );
}

#[test]
fn an_answered_figure_carries_its_address_and_place() {
    let figures = Figures::from([(
        call("funds_arrived", "value"),
        figure("352.3", Some("35230000000.00")),
    )]);
    let document = render(
        "# 通报\n\n## 总体\n\n到位资金**{{ fig('funds_arrived') }}**亿元。",
        &json!({}),
        &figures,
        Language::Zh,
    )
    .unwrap();
    assert_eq!(
        document.lines(),
        ["通报", "一、总体", "到位资金352.3亿元。"]
    );
    let placed = &document.figures[0];
    assert_eq!((placed.number, placed.display.as_str()), (1, "352.3"));
    assert_eq!(placed.address, "door:352.3");
    assert_eq!(placed.value.as_deref(), Some("35230000000.00"));
    assert_eq!(placed.place.heading.as_deref(), Some("一、总体"));
    assert_eq!(placed.place.block, Some(1));
}

#[test]
fn all_missing_figures_are_told_at_once() {
    let faults = render(
        "{{ fig('new_projects') }}{{ fig('funds_arrived', 'yoy') }}",
        &json!({}),
        &Figures::new(),
        Language::Zh,
    )
    .unwrap_err();
    assert_eq!(
        faults.0,
        [Fault::MissingFigures {
            calls: vec![call("funds_arrived", "yoy"), call("new_projects", "value")]
        }]
    );
}

#[test]
fn a_branch_on_a_figure_asks_on_once_the_figure_is_known() {
    let template =
        "{% if fig('funds_arrived', 'yoy').sign == -1 %}{{ fig('new_projects') }}{% endif %}";
    assert_eq!(ask(template).unwrap(), [call("funds_arrived", "yoy")]);
    let known = Figures::from([(call("funds_arrived", "yoy"), figure("−1.0%", Some("-1.0")))]);
    let asked = calls(template, &json!({}), &catalogue(), &known).unwrap();
    assert_eq!(
        asked,
        [call("funds_arrived", "yoy"), call("new_projects", "value")]
    );
}

#[test]
fn change_puts_a_word_for_the_sign() {
    let template = "{{ change(fig('funds_arrived', 'yoy')) }}";
    for (display, value, printed) in [
        ("3.0%", Some("3.0"), "增长3.0%"),
        ("+3.0%", Some("3.0"), "增长3.0%"),
        ("−1.2%", Some("-1.2"), "下降1.2%"),
        ("0.0%", Some("0.0"), "持平"),
        ("—", None, "—"),
    ] {
        let figures = Figures::from([(call("funds_arrived", "yoy"), figure(display, value))]);
        assert_eq!(lines(template, &json!({}), &figures), [printed]);
    }
    let figures = Figures::from([(call("funds_arrived", "yoy"), figure("-2%", Some("-2")))]);
    let english = "{{ change(fig('funds_arrived', 'yoy'), up='up ', down='down ') }}";
    assert_eq!(lines(english, &json!({}), &figures), ["down 2%"]);
}

#[test]
fn unknown_codes_and_measures_are_told_together_with_line_and_suggestion() {
    let faults =
        ask("第一行\n{{ fig('funds_arived') }}\n{{ fig('new_projects', 'yoi') }}\n").unwrap_err();
    assert_eq!(
        faults.0,
        [
            Fault::UnknownFigure {
                line: 2,
                given: "funds_arived".into(),
                nearest: Some("funds_arrived".into())
            },
            Fault::UnknownMeasure {
                line: 3,
                given: "yoi".into(),
                nearest: Some("yoy".into())
            },
        ]
    );
    assert_eq!(faults.0[0].code(), "documents.unknown_figure");
    assert_eq!(faults.0[0].line(), Some(2));
    assert_eq!(faults.0[0].nearest(), Some("funds_arrived"));
}

#[test]
fn months_that_are_none_and_windows_that_run_backwards_are_refused() {
    for (template, argument, given) in [
        (
            "\n{{ fig('funds_arrived', month='2023-13') }}",
            "month",
            "2023-13",
        ),
        (
            "\n{{ fig('funds_arrived', from='2023/1') }}",
            "from",
            "2023/1",
        ),
        (
            "\n{{ fig('funds_arrived', month='2023-04', from='2023-05') }}",
            "from",
            "2023-05",
        ),
        ("\n{{ change(3) }}", "change", "3"),
    ] {
        assert_eq!(
            ask(template).unwrap_err().0,
            [Fault::BadArgument {
                line: 2,
                argument: argument.into(),
                given: given.into()
            }]
        );
    }
}

#[test]
fn a_misspelt_name_is_told_with_what_was_meant() {
    let context = json!({"month_label": "6月", "units": []});
    let tell = |template: &str| {
        calls(template, &context, &catalogue(), &Figures::new())
            .unwrap_err()
            .0
    };
    let unknown = |line, name: &str, nearest: Option<&str>| {
        vec![Fault::UnknownName {
            line,
            name: name.into(),
            nearest: nearest.map(Into::into),
        }]
    };
    assert_eq!(
        tell("\n\n{{ month_lable }}"),
        unknown(3, "month_lable", Some("month_label"))
    );
    assert_eq!(
        tell("\n{% for u in unit %}{% endfor %}"),
        unknown(2, "unit", Some("units"))
    );
    assert_eq!(tell("{{ figg('x') }}"), unknown(1, "figg", Some("fig")));
    assert_eq!(
        tell("{{ units|nosuchfilter }}"),
        unknown(1, "nosuchfilter", None)
    );
}

#[test]
fn an_open_tag_is_a_fault_of_its_line() {
    let faults = ask("a\n\n{% if true %}").unwrap_err();
    assert!(matches!(faults.0[..], [Fault::Syntax { line: 3, .. }]));
    let faults = ask("{{ fig('funds_arrived', quarter='1') }}").unwrap_err();
    assert!(matches!(faults.0[..], [Fault::Expression { line: 1, .. }]));
}

#[test]
fn a_template_without_end_is_stopped() {
    let faults = ask(
        "{% for a in range(9999) %}{% for b in range(9999) %}{{ a * b }}{% endfor %}{% endfor %}",
    )
    .unwrap_err();
    assert!(matches!(faults.0[..], [Fault::Endless { .. }]));
}

#[test]
fn data_is_never_read_as_markdown() {
    let context = json!({"name": "A*B* | <b>[x](y)\n# `c` 1. \u{E000}0\u{E001}"});
    let document = render(
        "| 名称 |\n|---|\n| {{ name }} |\n\n{{ name }}",
        &context,
        &Figures::new(),
        Language::Zh,
    )
    .unwrap();
    let plain = "A*B* | <b>[x](y) # `c` 1. 0";
    assert_eq!(document.lines(), ["名称", plain, plain]);
    assert!(document.figures.is_empty());
    let Block::Paragraph(text) = &document.blocks[1] else {
        panic!("the second block is a paragraph");
    };
    assert_eq!(text, &[Inline::Text(plain.into())]);
}

#[test]
fn no_value_prints_a_dash() {
    assert_eq!(
        lines("{{ x }}", &json!({"x": null}), &Figures::new()),
        ["—"]
    );
}

#[test]
fn every_fault_has_a_code_of_the_list() {
    let faults = [
        ask("{%").unwrap_err(),
        ask("{{ a }}").unwrap_err(),
        ask("{{ fig('a') }}").unwrap_err(),
        ask("{{ fig('funds_arrived', 'a') }}").unwrap_err(),
        ask("{{ change(1) }}").unwrap_err(),
        ask("{{ 1 + 'a' }}").unwrap_err(),
        ask("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")
            .unwrap_err(),
        render("{{ fig('x') }}", &(), &Figures::new(), Language::Zh).unwrap_err(),
        calls(
            "",
            &std::collections::BTreeMap::from([(vec![1], 1)]),
            &catalogue(),
            &Figures::new(),
        )
        .unwrap_err(),
    ];
    let mut codes: Vec<&str> = faults.iter().map(|faults| faults.0[0].code()).collect();
    codes.sort_unstable();
    let mut expected = Fault::CODES.to_vec();
    expected.sort_unstable();
    assert_eq!(codes, expected);
}
