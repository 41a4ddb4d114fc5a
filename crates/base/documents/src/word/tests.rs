//! What stands in the parts of the file.

use std::io::{Cursor, Read as _};

use chrono::NaiveDate;
use serde_json::json;

use super::*;
use crate::{Figure, FigureCall, Figures, Language, render};

fn meta() -> Meta {
    Meta {
        title: "上半年通报".into(),
        issuer: "市投资促进局".into(),
        red_head: Some("招商引资通报".into()),
        document_number: Some("招引通报〔2023〕6号".into()),
        recipient: Some("各区县".into()),
        date: NaiveDate::from_ymd_opt(2023, 7, 5),
        month_label: Some("2023年6月".into()),
        note: Some("联系人 012".into()),
        copy_to: Some("市政府办公室".into()),
        demo: true,
        hash: Some("a1b2c3d4e5f6".into()),
        language: Language::Zh,
    }
}

fn made(template: &str) -> Document {
    let figures = Figures::from([(
        FigureCall::value("funds"),
        Figure {
            display: "352.3".into(),
            address: "a".into(),
            value: None,
        },
    )]);
    let rows: Vec<u32> = (1..=40).collect();
    render(template, &json!({ "rows": rows }), &figures, Language::Zh).unwrap()
}

const TABLE: &str = "## 进度\n\n: 表1 进度\n\n| 项目 | 金额 |\n|---|---|\n\
    {% for n in rows %}\n| 项目{{ n }} | {{ fig('funds') }} |\n{% endfor %}\n";

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap_or_else(|_| panic!("{name} is missing"))
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn text_part(template: &str) -> String {
    part(&file(&made(template), &meta()), "word/document.xml")
}

/// The definition of one style.
fn style(styles: &str, id: &str) -> String {
    let begin = styles.find(&format!("w:styleId=\"{id}\"")).unwrap();
    let end = begin + styles[begin..].find("</w:style>").unwrap();
    styles[begin..end].to_owned()
}

#[test]
fn the_page_has_the_standards_size_margins_and_grid() {
    let text = text_part("正文");
    assert!(text.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    // 37, 26, 35 and 28 mm.
    assert!(text.contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""));
    assert!(text.contains(
        "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"579\" w:charSpace=\"-842\"/>"
    ));
}

#[test]
fn the_grid_holds_22_lines_of_28_characters_and_no_more() {
    let (height, width) = (16_838 - 2_098 - 1_984, i64::from(page::TEXT_WIDTH));
    assert_eq!(height / i64::from(page::LINE_PITCH), 22);
    // Width of a character in 4096ths of a point, 20 twips to the point.
    let character = 16 * 4096 - 842;
    assert_eq!(width * 4096 / 20 / character, 28);
    // The text keeps to it by itself, whatever font it is shown in.
    let styles = part(&file(&made("正文"), &meta()), "word/styles.xml");
    let prose = style(&styles, "Prose");
    assert!(prose.contains("w:line=\"579\" w:lineRule=\"exact\""));
    assert!(prose.contains("<w:spacing w:val=\"-6\"/>"));
    assert_eq!(width / (16 * 20 - 6), 28);
}

#[test]
fn each_kind_of_paragraph_has_its_font_and_size() {
    let styles = part(&file(&made("正文"), &meta()), "word/styles.xml");
    for (id, font, size) in [
        ("Title", "方正小标宋简体", 44),
        ("Prose", "仿宋_GB2312", 32),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
        ("Heading3", "仿宋_GB2312", 32),
        ("PageNumberOdd", "宋体", 28),
        ("PageNumberEven", "宋体", 28),
    ] {
        let style = style(&styles, id);
        assert!(style.contains(&format!("w:eastAsia=\"{font}\"")), "{id}");
        assert!(style.contains(&format!("<w:sz w:val=\"{size}\"/>")), "{id}");
    }
    assert!(style(&styles, "Heading3").contains("<w:b/>"));
    assert!(!style(&styles, "Heading2").contains("<w:b/>"));
    assert!(style(&styles, "Prose").contains("w:firstLineChars=\"200\""));
    assert!(style(&styles, "RedHead").contains("<w:color w:val=\"FF0000\"/>"));
}

#[test]
fn english_text_has_a_latin_font() {
    let meta = Meta {
        language: Language::En,
        ..meta()
    };
    let styles = part(&file(&made("text"), &meta), "word/styles.xml");
    assert!(style(&styles, "Prose").contains("w:ascii=\"Times New Roman\""));
    assert!(style(&styles, "Heading1").contains("<w:b/>"));
}

#[test]
fn page_numbers_stand_outside_odd_at_the_right_even_at_the_left() {
    let bytes = file(&made("正文"), &meta());
    assert!(part(&bytes, "word/settings.xml").contains("<w:evenAndOddHeaders/>"));
    let text = part(&bytes, "word/document.xml");
    assert!(text.contains("<w:footerReference w:type=\"default\" r:id=\"rIdFooterOdd\"/>"));
    assert!(text.contains("<w:footerReference w:type=\"even\" r:id=\"rIdFooterEven\"/>"));
    let styles = part(&bytes, "word/styles.xml");
    for (name, id, place) in [
        (
            "word/footer1.xml",
            "PageNumberOdd",
            "<w:jc w:val=\"right\"/>",
        ),
        (
            "word/footer2.xml",
            "PageNumberEven",
            "<w:jc w:val=\"left\"/>",
        ),
    ] {
        let footer = part(&bytes, name);
        let around: Vec<&str> = ["— </w:t>", "> PAGE <", "> —</w:t>"]
            .into_iter()
            .filter(|piece| footer.contains(piece))
            .collect();
        assert_eq!(around.len(), 3, "{footer}");
        assert!(footer.contains(id) && style(&styles, id).contains(place));
    }
}

#[test]
fn a_table_of_40_rows_repeats_its_head_row_and_no_other() {
    let meta = Meta {
        copy_to: None,
        ..meta()
    };
    let text = part(&file(&made(TABLE), &meta), "word/document.xml");
    assert_eq!(text.matches("<w:tr>").count(), 41);
    assert_eq!(text.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(text.matches("<w:cantSplit/>").count(), 41);
    let head = text.find("<w:tblHeader/>").unwrap();
    assert!(head < text.find("项目</w:t>").unwrap());
    // Numbers at the right, the words of the first column at the left.
    assert_eq!(
        text.matches("<w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">352.3")
            .count(),
        40
    );
    let widths: u32 = text
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse::<u32>().unwrap())
        .sum();
    assert_eq!(widths, page::TEXT_WIDTH);
}

#[test]
fn title_number_recipient_and_signature_are_there_in_order() {
    let text = text_part("正文{{ fig('funds') }}亿元");
    let mut at = 0;
    for piece in [
        "w:val=\"RedHead\"",
        "招商引资通报",
        "w:val=\"DocumentNumber\"",
        "招引通报〔2023〕6号",
        "w:val=\"Title\"",
        "上半年通报",
        "各区县：",
        "正文</w:t></w:r><w:r><w:t xml:space=\"preserve\">352.3</w:t>",
        "市投资促进局",
        "2023年7月5日",
        "（联系人 012；统计月份：2023年6月；账本校验码：a1b2c3d4e5f6）",
        "抄送：市政府办公室。",
        "2023年7月5日印发",
        "<w:sectPr>",
    ] {
        at += text[at..]
            .find(piece)
            .unwrap_or_else(|| panic!("{piece} does not follow in {text}"));
    }
}

#[test]
fn the_templates_own_title_goes_before_the_given_one() {
    let bytes = file(&made("# 专题通报\n\n正文"), &meta());
    assert!(part(&bytes, "word/document.xml").contains("专题通报"));
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>专题通报</dc:title>"));
}

#[test]
fn demo_data_is_marked_in_the_header_of_every_page() {
    let bytes = file(&made("正文"), &meta());
    assert!(part(&bytes, "word/header1.xml").contains("演示数据"));
    let text = part(&bytes, "word/document.xml");
    for kind in ["default", "even"] {
        assert!(text.contains(&format!(
            "<w:headerReference w:type=\"{kind}\" r:id=\"rIdHeader\"/>"
        )));
    }
    let real = file(
        &made("正文"),
        &Meta {
            demo: false,
            ..meta()
        },
    );
    assert!(!part(&real, "word/document.xml").contains("headerReference"));
    assert!(!part(&real, "[Content_Types].xml").contains("header1"));
}

#[test]
fn a_page_break_begins_the_next_paragraph_on_a_new_page() {
    let text = text_part("一\n\n---\n\n二");
    assert!(text.contains("<w:pageBreakBefore/></w:pPr><w:r><w:t xml:space=\"preserve\">二"));
    assert_eq!(text.matches("pageBreakBefore").count(), 1);
}

#[test]
fn hostile_text_leaves_the_parts_well_formed() {
    let text = text_part("a < b & \"c\" \u{8}\u{1b} > d");
    assert!(text.contains("a &lt; b &amp; &quot;c&quot;  &gt; d"));
}

#[test]
fn equal_arguments_give_equal_bytes() {
    let first = file(&made(TABLE), &meta());
    // Another thread: nothing may depend on counters of a thread or on what was made before.
    let again = std::thread::spawn(|| {
        file(&made("anything else"), &meta());
        file(&made(TABLE), &meta())
    })
    .join()
    .unwrap();
    assert!(first == again);
    let other = Meta {
        hash: Some("ffffffffffff".into()),
        ..meta()
    };
    assert!(first != file(&made(TABLE), &other));
}

#[test]
fn no_time_but_the_date_of_issue_is_in_the_file() {
    let bytes = file(&made("正文"), &meta());
    let core = part(&bytes, "docProps/core.xml");
    assert_eq!(core.matches("2023-07-05T00:00:00Z").count(), 2);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        assert_eq!(entry.last_modified(), Some(zip::DateTime::default()));
    }
    let draft = Meta {
        date: None,
        ..meta()
    };
    assert!(!part(&file(&made("正文"), &draft), "docProps/core.xml").contains("dcterms:created"));
}

#[test]
fn properties_stand_in_the_order_of_the_schema() {
    const PARAGRAPH: [&str; 12] = [
        "pStyle",
        "keepNext",
        "pageBreakBefore",
        "widowControl",
        "pBdr",
        "autoSpaceDE",
        "autoSpaceDN",
        "snapToGrid",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
    ];
    const RUN: [&str; 10] = [
        "rFonts",
        "b",
        "snapToGrid",
        "color",
        "spacing",
        "kern",
        "sz",
        "szCs",
        "lang",
        "u",
    ];
    let bytes = file(&made(TABLE), &meta());
    for name in ["word/document.xml", "word/styles.xml"] {
        let text = part(&bytes, name);
        for (element, order) in [("w:pPr", &PARAGRAPH[..]), ("w:rPr", &RUN[..])] {
            for inner in text.split(&format!("<{element}>")).skip(1) {
                let inner = inner.split(&format!("</{element}>")).next().unwrap();
                let places: Vec<usize> = top_level(inner)
                    .iter()
                    .map(|child| {
                        order
                            .iter()
                            .position(|known| known == child)
                            .unwrap_or_else(|| panic!("{child} in {element}"))
                    })
                    .collect();
                assert!(places.is_sorted(), "{inner}");
            }
        }
    }
}

/// The names of the elements on the first level.
fn top_level(xml: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut names = Vec::new();
    for tag in xml.split('<').skip(1) {
        if tag.starts_with('/') {
            depth -= 1;
            continue;
        }
        if depth == 0 {
            let name = tag[2..].split([' ', '/', '>']).next().unwrap();
            names.push(name);
        }
        if !tag.split('>').next().unwrap().ends_with('/') {
            depth += 1;
        }
    }
    names
}
