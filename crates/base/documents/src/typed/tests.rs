//! Which numbers count as typed.

use super::*;

fn found(template: &str) -> Vec<String> {
    typed_numbers(template)
        .into_iter()
        .map(|number| number.text)
        .collect()
}

#[test]
fn numbers_in_prose_are_found_with_line_and_column() {
    assert_eq!(
        typed_numbers("第一行\n到位352.3亿元，增长3.0%"),
        [
            TypedNumber {
                line: 2,
                column: 3,
                text: "352.3".into()
            },
            TypedNumber {
                line: 2,
                column: 13,
                text: "3.0".into()
            },
        ]
    );
    assert_eq!(found("签约1,200个、３８个"), ["1,200", "３８"]);
}

#[test]
fn figure_calls_and_other_tags_are_not_prose() {
    assert!(found("{{ fig('x', unit='370303') }}{% if n > 10 %}{# 352.3 #}{% endif %}").is_empty());
    assert_eq!(found("{{ fig('x') }} 12 {{ fig('y') }}"), ["12"]);
}

#[test]
fn a_number_hidden_in_an_expression_is_found() {
    assert_eq!(found("到位{{ \"352.3\" }}亿元{{ 12 }}个"), ["352.3", "12"]);
}

#[test]
fn dates_and_document_numbers_are_allowed() {
    for allowed in [
        "2023年6月21日",
        "1—6月份",
        "截至6月底",
        "2023-06 与 2023-06-30",
        "淄招促字〔2023〕12号",
        "第12号、第3批",
        "表1 各区县进度",
        "{{ month }}，1至4月",
        "今年1至{{ month_number }}月",
        "6月{{ day }}日",
    ] {
        assert!(found(allowed).is_empty(), "{allowed}");
    }
    assert_eq!(found("30年来12000年"), ["30", "12000"]);
    assert_eq!(found("12至{{ n }}个，100至{{ n }}月"), ["12", "100"]);
}

#[test]
fn numerals_of_headings_and_lists_are_allowed() {
    assert!(found("## 1. 总体\n1. 资金\n（1）项目\n2、签约").is_empty());
    assert_eq!(found("1. 签约38个"), ["38"]);
    assert_eq!(found("1.5倍"), ["1.5"]);
}
