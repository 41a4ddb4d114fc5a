//! The tree as a Word file that follows GB/T 9704-2012 (party and government documents).
//!
//! The parts are written here and not by a library: their elements must stand in the order of
//! the schema, a table must repeat its head row, and the same document must give the same bytes
//! tomorrow and after every update. For the last reason the parts are stored, not compressed:
//! compressors differ between versions and processors.

mod archive;
mod body;
mod fixed;
mod page;
mod styles;
mod table;
mod xml;

use crate::meta::Meta;
use crate::tree::Document;

/// The media type of the file.
pub const MEDIA_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The document as the bytes of a `.docx` file; equal for equal arguments.
pub fn file(document: &Document, meta: &Meta) -> Vec<u8> {
    let mut parts: Vec<(&str, String)> = vec![
        ("[Content_Types].xml", fixed::content_types(meta.demo)),
        ("_rels/.rels", fixed::PACKAGE_RELATIONS.to_owned()),
        ("docProps/app.xml", fixed::APP.to_owned()),
        (
            "docProps/core.xml",
            fixed::core(&document.text(&crate::letter::title(document, meta)), meta),
        ),
        (
            "word/_rels/document.xml.rels",
            fixed::document_relations(meta.demo),
        ),
        ("word/document.xml", body::document(document, meta)),
        ("word/fontTable.xml", fixed::font_table()),
        ("word/footer1.xml", page::footer(page::Side::Odd)),
        ("word/footer2.xml", page::footer(page::Side::Even)),
        ("word/settings.xml", fixed::SETTINGS.to_owned()),
        ("word/styles.xml", styles::styles(meta.language)),
    ];
    if meta.demo {
        parts.push(("word/header1.xml", page::header(meta.language)));
    }
    archive::store(&parts)
}

#[cfg(test)]
mod tests;
