//! The styles: which font, size and place each kind of paragraph has (GB/T 9704-2012, 7).
//!
//! Fonts are named, never embedded; a machine without them takes its own. So the lines of the
//! text have the exact height of the page's grid and its characters the exact width, instead of
//! being snapped to it: a font that is a little higher or broader than the one named would take
//! two lines, and two squares, of the grid for each of its own.

use crate::meta::Language;

use super::page::{CHARACTER_PITCH, LINE_PITCH, TIGHTER};
use super::xml::{DECLARATION, NAMESPACES};

/// 小标宋: red heads and titles.
const XIAOBIAOSONG: &str = "方正小标宋简体";
/// 仿宋: the text.
const FANGSONG: &str = "仿宋_GB2312";
/// 黑体: headings of the first level.
const HEITI: &str = "黑体";
/// 楷体: headings of the second level.
const KAITI: &str = "楷体_GB2312";
/// 宋体: page numbers.
const SONGTI: &str = "宋体";
/// English text.
const LATIN: &str = "Times New Roman";

/// Every font that a style names.
pub(super) const FONTS: [&str; 6] = [XIAOBIAOSONG, FANGSONG, HEITI, KAITI, SONGTI, LATIN];

/// 初号, 二号, 三号, 四号, 小四 in half points.
const ER_HAO: u32 = 44;
const SAN_HAO: u32 = 32;
const SI_HAO: u32 = 28;
const XIAO_SI: u32 = 24;

/// A style of paragraphs. Lengths in twips, sizes in half points.
struct Style {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    size: u32,
    bold: bool,
    red: bool,
    /// `left`, `center`, `right` or `both`.
    align: &'static str,
    /// Indent of the first line in characters.
    first_line: u32,
    /// Indents from the left and the right edge.
    indent: (u32, u32),
    before: u32,
    after: u32,
    /// Height of a line; `None` grows with its characters.
    exact: Option<u32>,
    /// What is taken off a character's width.
    tighter: u32,
    /// Stays on the page of the next paragraph.
    keep_next: bool,
    outline: Option<u32>,
}

const BODY: Style = Style {
    id: "Prose",
    name: "Prose",
    font: FANGSONG,
    size: SAN_HAO,
    bold: false,
    red: false,
    align: "both",
    first_line: 2,
    indent: (0, 0),
    before: 0,
    after: 0,
    exact: Some(LINE_PITCH),
    tighter: TIGHTER,
    keep_next: false,
    outline: None,
};

const HEADING: Style = Style {
    keep_next: true,
    align: "left",
    ..BODY
};

/// Smaller and closer than the text, as tables and the lines at the edges are.
const SMALL: Style = Style {
    size: SI_HAO,
    first_line: 0,
    align: "left",
    exact: Some(400),
    tighter: 0,
    ..BODY
};

const STYLES: [Style; 19] = [
    BODY,
    Style {
        id: "RedHead",
        name: "Red Head",
        font: XIAOBIAOSONG,
        red: true,
        align: "center",
        first_line: 0,
        // 35 mm below the upper edge of the text area.
        before: 1_984,
        exact: None,
        tighter: 0,
        keep_next: true,
        ..BODY
    },
    Style {
        id: "DocumentNumber",
        name: "Document Number",
        align: "center",
        first_line: 0,
        keep_next: true,
        ..BODY
    },
    Style {
        id: "Title",
        name: "Title",
        font: XIAOBIAOSONG,
        size: ER_HAO,
        align: "center",
        first_line: 0,
        exact: Some(700),
        tighter: 0,
        after: LINE_PITCH,
        keep_next: true,
        ..BODY
    },
    Style {
        id: "Recipient",
        name: "Recipient",
        first_line: 0,
        ..BODY
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        font: HEITI,
        outline: Some(0),
        ..HEADING
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        font: KAITI,
        outline: Some(1),
        ..HEADING
    },
    Style {
        id: "Heading3",
        name: "heading 3",
        bold: true,
        outline: Some(2),
        ..HEADING
    },
    Style {
        id: "Heading4",
        name: "heading 4",
        outline: Some(3),
        ..HEADING
    },
    Style {
        id: "Signature",
        name: "Signature",
        align: "right",
        first_line: 0,
        keep_next: true,
        ..BODY
    },
    Style {
        id: "Note",
        name: "Note",
        first_line: 2,
        exact: Some(LINE_PITCH),
        ..SMALL
    },
    Style {
        id: "Closing",
        name: "Closing",
        before: 40,
        after: 40,
        keep_next: true,
        ..SMALL
    },
    Style {
        id: "TableCaption",
        name: "Table Caption",
        font: HEITI,
        align: "center",
        before: 120,
        after: 60,
        keep_next: true,
        ..SMALL
    },
    Style {
        id: "TableHead",
        name: "Table Head",
        font: HEITI,
        size: XIAO_SI,
        align: "center",
        before: 40,
        after: 40,
        exact: Some(320),
        keep_next: true,
        ..SMALL
    },
    Style {
        id: "TableText",
        name: "Table Text",
        size: XIAO_SI,
        before: 40,
        after: 40,
        exact: Some(320),
        ..SMALL
    },
    Style {
        id: "TableGap",
        name: "Table Gap",
        exact: Some(LINE_PITCH / 2),
        ..SMALL
    },
    Style {
        id: "DemoMark",
        name: "Demo Mark",
        font: HEITI,
        align: "right",
        ..SMALL
    },
    Style {
        id: "PageNumberOdd",
        name: "Page Number Odd",
        font: SONGTI,
        align: "right",
        indent: (0, 280),
        exact: Some(340),
        ..SMALL
    },
    Style {
        id: "PageNumberEven",
        name: "Page Number Even",
        font: SONGTI,
        indent: (280, 0),
        exact: Some(340),
        ..SMALL
    },
];

/// The part with all styles.
pub(super) fn styles(language: Language) -> String {
    let mut out = format!(
        "{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{}\
         <w:kern w:val=\"0\"/><w:sz w:val=\"{SAN_HAO}\"/><w:szCs w:val=\"{SAN_HAO}\"/>\
         <w:lang w:val=\"{}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/>\
         <w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/></w:pPr>\
         <w:rPr><w:snapToGrid w:val=\"0\"/><w:sz w:val=\"{SAN_HAO}\"/><w:szCs w:val=\"{SAN_HAO}\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
         <w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>\
         <w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>",
        fonts(FANGSONG, language),
        match language {
            Language::Zh => "en-US",
            Language::En => "en-GB",
        }
    );
    for style in &STYLES {
        write(style, language, &mut out);
    }
    out.push_str("</w:styles>");
    out
}

/// In Chinese one font is for all characters; in English the Latin ones have theirs.
fn fonts(east_asian: &str, language: Language) -> String {
    let latin = match language {
        Language::Zh => east_asian,
        Language::En => LATIN,
    };
    format!(
        "<w:rFonts w:ascii=\"{latin}\" w:hAnsi=\"{latin}\" w:eastAsia=\"{east_asian}\" \
         w:cs=\"{LATIN}\"/>"
    )
}

fn write(style: &Style, language: Language, out: &mut String) {
    let Style {
        id,
        name,
        size,
        before,
        after,
        align,
        ..
    } = style;
    put!(
        out,
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
         <w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
    );
    if style.keep_next {
        out.push_str("<w:keepNext/>");
    }
    put!(out, "<w:spacing w:before=\"{before}\" w:after=\"{after}\"");
    if let Some(height) = style.exact {
        put!(out, " w:line=\"{height}\" w:lineRule=\"exact\"");
    }
    out.push_str("/>");
    let (left, right) = style.indent;
    if style.first_line > 0 {
        put!(
            out,
            "<w:ind w:firstLineChars=\"{}\" w:firstLine=\"{}\"/>",
            style.first_line * 100,
            style.first_line * CHARACTER_PITCH
        );
    } else if left + right > 0 {
        put!(out, "<w:ind w:left=\"{left}\" w:right=\"{right}\"/>");
    }
    put!(out, "<w:jc w:val=\"{align}\"/>");
    if let Some(level) = style.outline {
        put!(out, "<w:outlineLvl w:val=\"{level}\"/>");
    }
    out.push_str("</w:pPr><w:rPr>");
    out.push_str(&fonts(style.font, language));
    // In English the headings have the text's font and need a mark of their own.
    let heading = language == Language::En && style.outline.is_some_and(|level| level < 2);
    if style.bold || heading {
        out.push_str("<w:b/>");
    }
    if style.red {
        out.push_str("<w:color w:val=\"FF0000\"/>");
    }
    if style.tighter > 0 {
        put!(out, "<w:spacing w:val=\"-{}\"/>", style.tighter);
    }
    put!(
        out,
        "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
    );
}
