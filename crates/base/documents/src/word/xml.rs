//! Text, runs and paragraphs in Word's markup.

/// The start of every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of a part with text.
pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// `text` escaped for content and attributes, without the characters that XML 1.0 forbids.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push(c),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

/// Properties of a run that differ from its paragraph's style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    /// Size in half points.
    pub(super) half_points: Option<u32>,
}

/// A run of text.
pub(super) fn run(text: &str, look: Look, out: &mut String) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    properties(look, out);
    out.push_str("<w:t xml:space=\"preserve\">");
    out.push_str(&escape(text));
    out.push_str("</w:t></w:r>");
}

/// The end of a line inside a paragraph.
pub(super) fn line_break(out: &mut String) {
    out.push_str("<w:r><w:br/></w:r>");
}

fn properties(look: Look, out: &mut String) {
    if !look.bold && look.half_points.is_none() {
        return;
    }
    out.push_str("<w:rPr>");
    if look.bold {
        out.push_str("<w:b/>");
    }
    if let Some(size) = look.half_points {
        put!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    }
    out.push_str("</w:rPr>");
}

/// A paragraph of a style. `properties` are further properties in the order of the schema,
/// `content` its runs.
pub(super) fn paragraph(style: &str, properties: &str, content: &str, out: &mut String) {
    put!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{content}</w:p>"
    );
}

/// A paragraph of plain text.
pub(super) fn line(style: &str, properties: &str, text: &str, out: &mut String) {
    let mut content = String::new();
    run(text, Look::default(), &mut content);
    paragraph(style, properties, &content, out);
}
