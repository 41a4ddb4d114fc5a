//! Markdown as it is written in templates, read into the tree.

use super::*;
use crate::call::FigureCall;

fn read(markdown: &str) -> Document {
    document(markdown, Vec::new(), Language::Zh)
}

fn with_figures(markdown: &str, displays: &[&str]) -> Document {
    let printed = displays
        .iter()
        .map(|display| Printed {
            call: FigureCall::value("x"),
            display: (*display).to_owned(),
            address: String::new(),
            value: None,
        })
        .collect();
    document(markdown, printed, Language::Zh)
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

#[test]
fn the_first_heading_of_level_one_is_the_title() {
    let read = read("# 通报\n\n各区县：\n\n## 总体\n\n### 资金\n\n# 又一章");
    assert_eq!(read.title, [text("通报")]);
    let headings: Vec<(u8, String)> = read
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, text } => Some((*level, read.text(text))),
            _ => None,
        })
        .collect();
    assert_eq!(
        headings,
        [
            (1, "一、总体".to_owned()),
            (2, "（一）资金".to_owned()),
            (1, "二、又一章".to_owned())
        ]
    );
}

#[test]
fn strong_text_works_beside_chinese_quotes() {
    let read = read("实现**“双过半”**，继续");
    assert_eq!(
        read.blocks,
        [Block::Paragraph(vec![
            text("实现"),
            Inline::Strong(vec![text("“双过半”")]),
            text("，继续")
        ])]
    );
}

#[test]
fn a_line_end_is_a_space_between_latin_words_only() {
    assert_eq!(read("到位\n资金").lines(), ["到位资金"]);
    assert_eq!(read("funds\narrived").lines(), ["funds arrived"]);
    assert_eq!(read("第一行\\\n第二行").lines(), ["第一行\n第二行"]);
}

#[test]
fn columns_of_numbers_are_set_right_unless_said_otherwise() {
    let read = with_figures(
        "| 单位 | 金额 | 同比 | 名次 |\n|---|---|---|:-:|\n| 张店 | \u{E000}0\u{E001} | — | 1 |\n| 高新 | **1,200** | +3.0% | 2 |",
        &["352.3"],
    );
    let [Block::Table(table)] = &read.blocks[..] else {
        panic!("one table");
    };
    assert_eq!(
        table.align,
        [Align::Left, Align::Right, Align::Right, Align::Center]
    );
    assert_eq!(read.figures[0].place.row, Some(1));
    assert_eq!(read.figures[0].place.column, Some(1));
}

#[test]
fn a_caption_belongs_to_the_table_below_it() {
    let read = read(": 各区县进度（单位：亿元）\n\n| 单位 |\n|---|\n| 张店 |");
    let [Block::Table(table)] = &read.blocks[..] else {
        panic!("one table and nothing else");
    };
    assert_eq!(read.text(&table.caption), "各区县进度（单位：亿元）");
}

#[test]
fn lists_breaks_and_foreign_markup_are_read() {
    let read = read("3. 一\n4. 二\n\n- 甲\n\n---\n\n> 引文 [链接](http://x) `码`\n\n<b>x</b>");
    assert!(matches!(&read.blocks[0], Block::List { start: Some(3), items } if items.len() == 2));
    assert!(matches!(&read.blocks[1], Block::List { start: None, items } if items.len() == 1));
    assert_eq!(read.blocks[2], Block::PageBreak);
    assert_eq!(read.blocks[3], Block::Paragraph(vec![text("引文 链接 码")]));
    assert_eq!(read.blocks[4], Block::Paragraph(vec![text("<b>x</b>")]));
}

#[test]
fn figures_are_numbered_as_they_are_read_and_broken_marks_vanish() {
    let read = with_figures(
        "\u{E000}1\u{E001}和\u{E000}0\u{E001}，\u{E000}9\u{E001}，\u{E000}0",
        &["甲", "乙"],
    );
    assert_eq!(read.lines(), ["乙和甲，9，0"]);
    let numbers: Vec<usize> = read.figures.iter().map(|figure| figure.number).collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn text_nested_without_sense_is_read_and_nothing_of_it_lost() {
    assert_eq!(read(&format!("{} 深", ">".repeat(20_000))).lines(), ["深"]);
    let stars = format!("{}深{}", "*a **b ".repeat(2_000), " b** a*".repeat(2_000));
    assert!(read(&stars).lines()[0].contains('深'));
    let mut list = String::new();
    for depth in 0..200 {
        put!(list, "{}- 项{depth}\n", "  ".repeat(depth));
    }
    let lines = read(&list).lines().join("");
    assert!((0..200).all(|depth| lines.contains(&format!("项{depth}"))));
}
