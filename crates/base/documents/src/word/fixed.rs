//! The small parts of the file: what is in it, how the parts relate, its properties.

use super::styles::FONTS;
use super::xml::{DECLARATION, NAMESPACES, escape};
use crate::letter;
use crate::meta::Meta;

/// Relations of the package.
pub(super) const PACKAGE_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>"#;

/// The extended properties: none that could change.
pub(super) const APP: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><DocSecurity>0</DocSecurity></Properties>"#;

/// The settings: pages differ left and right, the grid is that of Word 2013 and later.
pub(super) const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridHorizontalSpacing w:val="158"/><w:drawingGridVerticalSpacing w:val="579"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"#;

/// The types of the parts.
pub(super) fn content_types(demo: bool) -> String {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    );
    let header: &[(&str, &str)] = if demo { &[("header1", "header")] } else { &[] };
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ]
    .iter()
    .chain(header)
    {
        put!(
            out,
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"
        );
    }
    out.push_str("</Types>");
    out
}

/// The relations of the text.
pub(super) fn document_relations(demo: bool) -> String {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    let header: &[(&str, &str, &str)] = if demo {
        &[("rIdHeader", "header", "header1")]
    } else {
        &[]
    };
    for (id, kind, part) in [
        ("rIdStyles", "styles", "styles"),
        ("rIdSettings", "settings", "settings"),
        ("rIdFonts", "fontTable", "fontTable"),
        ("rIdFooterOdd", "footer", "footer1"),
        ("rIdFooterEven", "footer", "footer2"),
    ]
    .iter()
    .chain(header)
    {
        put!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{part}.xml\"/>"
        );
    }
    out.push_str("</Relationships>");
    out
}

/// The names of the fonts; none is embedded.
pub(super) fn font_table() -> String {
    let mut out = format!("{DECLARATION}<w:fonts {NAMESPACES}>");
    for font in FONTS {
        put!(out, "<w:font w:name=\"{font}\"/>");
    }
    out.push_str("</w:fonts>");
    out
}

/// The file's properties. Its time is the date of issue, never the time of making.
pub(super) fn core(title: &str, meta: &Meta) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    );
    let mut property = |name: &str, text: Option<&str>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            put!(out, "<{name}>{}</{name}>", escape(text));
        }
    };
    property("dc:title", Some(title));
    property("dc:subject", meta.month_label.as_deref());
    property("dc:creator", Some(&meta.issuer));
    property("dc:identifier", meta.hash.as_deref());
    property("dc:language", Some(meta.language.tag()));
    property(
        "cp:category",
        meta.demo.then(|| letter::demo_mark(meta.language)),
    );
    if let Some(day) = meta.date {
        for name in ["created", "modified"] {
            put!(
                out,
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>",
                day.format("%Y-%m-%d")
            );
        }
    }
    out.push_str("</cp:coreProperties>");
    out
}
