//! The tree as an HTML fragment for the screen: figures are links that open.

mod body;

use crate::letter;
use crate::meta::Meta;
use crate::tree::Document;
pub(crate) use body::Body;

/// The document as an `<article>`, without styles and scripts.
///
/// A figure is `<a class="figure" id="figure-3" data-figure="ADDRESS" data-code="…"
/// data-measure="…" href="#ADDRESS">352.3</a>`; the page opens it by its address. Alignment is by
/// classes, so that a strict content policy holds.
pub fn fragment(document: &Document, meta: &Meta) -> String {
    let mut out = String::with_capacity(4096);
    article(document, meta, true, &mut out);
    out
}

/// Writes the article; figures are links if `links`, plain text otherwise.
pub(crate) fn article(document: &Document, meta: &Meta, links: bool, out: &mut String) {
    let mut body = Body::new(document, links, out);
    body.raw(&format!(
        "<article class=\"document\" lang=\"{}\">\n",
        meta.language.tag()
    ));
    if meta.demo {
        body.line("p", "demo-mark", letter::demo_mark(meta.language));
    }
    if let Some(issuer) = &meta.red_head {
        body.line("p", "red-head", issuer);
    }
    if let Some(number) = &meta.document_number {
        body.line("p", "document-number", number);
    }
    if meta.red_head.is_some() {
        body.raw("<hr class=\"red-rule\">\n");
    }
    body.raw("<h1>");
    body.inlines(&letter::title(document, meta));
    body.raw("</h1>\n");
    if let Some(recipient) = letter::recipient(meta) {
        body.line("p", "recipient", &recipient);
    }
    body.blocks(&document.blocks);
    if meta.date.is_some() || !meta.issuer.is_empty() {
        body.raw("<div class=\"signature\">\n");
        if !meta.issuer.is_empty() {
            body.line("p", "issuer", &meta.issuer);
        }
        if let Some(day) = meta.date {
            body.line("p", "date", &letter::date(day, meta.language));
        }
        body.raw("</div>\n");
    }
    if let Some(note) = letter::note(meta) {
        body.line("p", "note", &note);
    }
    let closing = letter::closing(meta);
    if !closing.is_empty() {
        body.raw("<footer class=\"closing\">\n");
        for (left, right) in closing {
            body.raw("<p><span>");
            body.text(&left);
            body.raw("</span><span>");
            body.text(&right);
            body.raw("</span></p>\n");
        }
        body.raw("</footer>\n");
    }
    body.raw("</article>\n");
}

/// `text` for element content and quoted attributes.
pub(crate) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

/// `text` as a URL's fragment: unreserved characters stay, all else is percent-encoded.
pub(crate) fn fragment_of(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:=@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            put!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests;
