//! What a file is, by its first bytes rather than by its name: systems write
//! HTML and name it .xls, people rename and send lock files.

use crate::unreadable::{FileKind, Unreadable};

/// A kind of file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Xlsx,
    Xls,
    Csv,
}

/// OLE compound file: .xls, .doc, .ppt and everything encrypted.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const MAGIC: [(&[u8], FileKind); 10] = [
    (b"%PDF", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"BM6", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"Rar!", FileKind::Archive),
    (b"7z\xbc\xaf", FileKind::Archive),
    (b"\x1f\x8b", FileKind::Archive),
    (b"{\\rtf", FileKind::Document),
];

/// Tells what the file is, or why it is not read.
pub(crate) fn kind_of(file_name: &str, bytes: &[u8]) -> Result<Kind, Unreadable> {
    let base = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let extension = base
        .rsplit_once('.')
        .map_or("", |(_, e)| e)
        .to_ascii_lowercase();
    // Excel's and WPS's lock files hold the user's name, in 165 bytes or 54.
    if base.starts_with("~$") && bytes.len() < 512 {
        return Err(Unreadable::LockFile);
    }
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Xlsx);
    }
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    // A bare BIFF stream without the compound file around it (Excel 2 to 4).
    if bytes.starts_with(&[0x09, 0x08])
        || bytes.starts_with(&[0x09, 0x04])
        || bytes.starts_with(&[0x09, 0x02])
    {
        return Err(Unreadable::OtherWorkbook {
            format: "xls (before Excel 97)".to_owned(),
        });
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Unreadable::OtherKind { kind: *kind });
    }
    let start = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    if start.starts_with(b"<") {
        let head = String::from_utf8_lossy(&start[..start.len().min(4_096)]).to_ascii_lowercase();
        let page = [
            "<html",
            "<!doctype html",
            "<table",
            "<head",
            "<body",
            "<div",
            "<meta",
        ];
        return Err(if page.iter().any(|tag| head.contains(tag)) {
            Unreadable::Html
        } else {
            Unreadable::Xml
        });
    }
    if ["csv", "txt", "tsv"].contains(&extension.as_str()) {
        return Ok(Kind::Csv);
    }
    // Tab-separated text named .xls is a habit of older systems.
    let head = &bytes[..bytes.len().min(4_096)];
    if ["xls", "xlsx"].contains(&extension.as_str()) && head.contains(&b'\t') && !head.contains(&0)
    {
        return Ok(Kind::Csv);
    }
    Err(Unreadable::NotAWorkbook)
}

/// Tells the kinds of compound file apart by the names in their directory.
fn compound(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        // Directory entries are aligned to 128 bytes.
        bytes
            .chunks(128)
            .any(|entry| entry.starts_with(&wide) && entry.get(wide.len()) == Some(&0))
    };
    if has("EncryptedPackage") {
        return Err(Unreadable::Encrypted);
    }
    if has("Workbook") || has("WORKBOOK") || has("Book") {
        return Ok(Kind::Xls);
    }
    if has("WordDocument") {
        return Err(Unreadable::OtherKind {
            kind: FileKind::Document,
        });
    }
    if has("PowerPoint Document") {
        return Err(Unreadable::OtherKind {
            kind: FileKind::Presentation,
        });
    }
    Err(Unreadable::NotAWorkbook)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_count_and_not_the_name() {
        assert_eq!(kind_of("a.xls", b"PK\x03\x04rest"), Ok(Kind::Xlsx));
        assert_eq!(
            kind_of("a.xls", b"\xef\xbb\xbf\r\n<html><body>"),
            Err(Unreadable::Html)
        );
        assert_eq!(
            kind_of("a.xls", b"<?xml version='1.0'?><Workbook/>"),
            Err(Unreadable::Xml)
        );
        assert_eq!(
            kind_of("a.xlsx", b"%PDF-1.7"),
            Err(Unreadable::OtherKind {
                kind: FileKind::Pdf
            })
        );
        assert_eq!(
            kind_of("dir/~$a.xlsx", &[5; 165]),
            Err(Unreadable::LockFile)
        );
        assert_eq!(kind_of("a.xlsx", b""), Err(Unreadable::Empty));
        assert_eq!(kind_of("a.csv", "单位,金额".as_bytes()), Ok(Kind::Csv));
        assert_eq!(kind_of("a.xls", "单位\t金额".as_bytes()), Ok(Kind::Csv));
        assert_eq!(kind_of("a.xlsx", b"hello"), Err(Unreadable::NotAWorkbook));
    }
}
