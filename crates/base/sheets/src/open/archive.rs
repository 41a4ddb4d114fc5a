//! Looks through a workbook's archive before it is opened: how much it would
//! inflate to (by inflating, since a directory can lie), whether its tables of
//! strings announce more than they hold, and where sheets have merged ranges.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::grid::Merge;
use super::look::Look;
use super::parts;
use super::scan::{Limits, Scan, is_workbook};
use crate::limits::{
    MAX_ENTRIES, MAX_INFLATED_BYTES, MAX_MERGES, MAX_PART_BYTES, MAX_SHARED_STRINGS_BYTES,
    MAX_SHEETS,
};
use crate::unreadable::{Excess, FileKind, Unreadable};

/// What was seen on the way through.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    /// By the sheet's position; None where its part is not a worksheet's.
    pub(crate) sheets: Vec<Option<Seen>>,
    /// Bytes of memory that the parser takes before the first cell.
    pub(crate) memory: u64,
}

/// What was seen of one sheet.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Merged ranges, and whether there were too many. None where they lie
    /// beyond what was looked at.
    pub(crate) merges: Option<(Vec<Merge>, bool)>,
    /// What the sheet hides.
    pub(crate) look: Look,
}

const LIMITS: Limits = Limits {
    part: MAX_PART_BYTES,
    total: MAX_INFLATED_BYTES,
    strings: MAX_SHARED_STRINGS_BYTES,
};

/// Workbook parts and their relationships that are kept; one of each is usual.
const KEPT: usize = 8;

/// Checks an archive against the limits.
pub(crate) fn inspect(bytes: &[u8]) -> Result<Archive, Unreadable> {
    inspect_within(bytes, LIMITS)
}

fn inspect_within(bytes: &[u8], limits: Limits) -> Result<Archive, Unreadable> {
    check_directory(bytes)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(Unreadable::damaged)?;
    let names: Vec<String> = zip
        .file_names()
        .map(|name| name.map(|n| plain(&n)).unwrap_or_default())
        .collect();
    check_kind(&names)?;
    let mut total = 0;
    let mut kept: HashMap<String, Vec<u8>> = HashMap::new();
    let mut seen: HashMap<String, Seen> = HashMap::new();
    let mut blobs: HashSet<String> = HashSet::new();
    let mut merges_left = MAX_MERGES;
    let mut memory = bytes.len() as u64;
    let mut buffer = vec![0; 256 * 1024];
    // Every part, whatever its name: a relationship may name any of them as a
    // sheet.
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => Unreadable::Encrypted,
            other => Unreadable::damaged(other),
        })?;
        let name = part.name().map(|n| plain(&n)).unwrap_or_default();
        if part.size() > limits.part {
            return Err(Unreadable::too_much(Excess::PartBytes, limits.part));
        }
        let mut scan = Scan::new(&name, limits);
        loop {
            let n = part
                .read(&mut buffer)
                .map_err(|e| Unreadable::damaged(format!("{name}: {e}")))?;
            if n == 0 {
                break;
            }
            total += n as u64;
            scan.feed(&buffer[..n])?;
            if total > limits.total {
                return Err(Unreadable::too_much(Excess::InflatedBytes, limits.total));
            }
        }
        scan.check_shared_strings()?;
        memory += scan.memory();
        if !scan.is_xml() {
            blobs.insert(name);
        } else if scan.is_sheet() {
            let (mut merges, look) = scan.finish();
            if let Some((found, more)) = &mut merges {
                *more |= found.len() > merges_left;
                found.truncate(merges_left);
                merges_left -= found.len();
            }
            seen.insert(name, Seen { merges, look });
        } else if kept.len() < KEPT && is_workbook(name.strip_suffix(".rels").unwrap_or(&name)) {
            kept.insert(name, scan.head);
        }
    }
    Ok(Archive {
        sheets: seen_by_sheet(&kept, seen, &blobs)?,
        memory,
    })
}

/// A part's name as it is compared.
fn plain(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// Reads the number of entries where the archive ends, before a directory of
/// that length is built.
fn check_directory(bytes: &[u8]) -> Result<(), Unreadable> {
    let from = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let end = bytes[from..]
        .windows(4)
        .rposition(|w| w == b"PK\x05\x06")
        .map(|at| from + at);
    let entries = end
        .and_then(|at| bytes.get(at + 10..at + 12))
        .map(|e| u16::from_le_bytes([e[0], e[1]]));
    match entries {
        None => Err(Unreadable::damaged("the archive is cut off")),
        Some(n) if usize::from(n) > MAX_ENTRIES => {
            Err(Unreadable::too_much(Excess::Entries, MAX_ENTRIES as u64))
        }
        Some(_) => Ok(()),
    }
}

/// An archive of another kind is named as what it is.
fn check_kind(names: &[String]) -> Result<(), Unreadable> {
    let has = |start: &str| names.iter().any(|n| n.starts_with(start));
    let other = |format: &str| {
        Err(Unreadable::OtherWorkbook {
            format: format.to_owned(),
        })
    };
    if has("xl/workbook.bin") {
        return other("xlsb");
    }
    if has("content.xml") && has("mimetype") {
        return other("ods");
    }
    if has("index/document.iwa") {
        return other("numbers");
    }
    if names.iter().any(|n| is_workbook(n)) {
        return Ok(());
    }
    let kind = if has("word/") {
        FileKind::Document
    } else if has("ppt/") {
        FileKind::Presentation
    } else {
        FileKind::Archive
    };
    Err(Unreadable::OtherKind { kind })
}

/// Brings what was seen into the order of the workbook's sheets.
fn seen_by_sheet(
    kept: &HashMap<String, Vec<u8>>,
    mut seen: HashMap<String, Seen>,
    blobs: &HashSet<String>,
) -> Result<Vec<Option<Seen>>, Unreadable> {
    let Some((name, workbook)) = kept.iter().find(|(name, _)| is_workbook(name)) else {
        return Ok(Vec::new());
    };
    let (folder, file) = name
        .rfind('/')
        .map_or(("", name.as_str()), |at| name.split_at(at + 1));
    let Some(relationships) = kept.get(&format!("{folder}_rels/{file}.rels")) else {
        return Ok(Vec::new());
    };
    let workbook = String::from_utf8_lossy(workbook);
    let relationships = String::from_utf8_lossy(relationships);
    let parts = parts::sheet_parts(&workbook, &relationships, folder);
    if parts.len() > MAX_SHEETS {
        return Err(Unreadable::too_much(Excess::Sheets, MAX_SHEETS as u64));
    }
    let mut named = HashSet::new();
    for part in parts.iter().flatten() {
        // One part would be read once for each sheet that names it, and what
        // is no XML was not looked through.
        if !named.insert(part) || blobs.contains(part) {
            return Err(Unreadable::damaged("sheets and their parts"));
        }
    }
    Ok(parts
        .iter()
        .map(|part| seen.remove(part.as_ref()?))
        .collect())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const SMALL: Limits = Limits {
        part: 1 << 20,
        total: 3 << 20,
        strings: 1 << 18,
    };

    /// An archive with the given parts beside a workbook.
    fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [("xl/workbook.xml", b"<workbook/>".to_vec())]
            .iter()
            .chain(parts)
        {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn tags(bytes: usize) -> Vec<u8> {
        b"<c/>".repeat(bytes / 4)
    }

    #[test]
    fn what_inflates_beyond_a_limit_is_refused() {
        let sheet = |n| ("xl/worksheets/sheet1.xml", tags(n));
        assert!(inspect_within(&archive(&[sheet(1 << 20)]), SMALL).is_ok());
        for (parts, what) in [
            (vec![sheet((1 << 20) + 4)], Excess::PartBytes),
            (
                vec![
                    ("a.xml", tags(1 << 20)),
                    ("b.bin", tags(1 << 20)),
                    ("c.png", tags(1 << 20)),
                ],
                Excess::InflatedBytes,
            ),
            (
                vec![("xl/sharedStrings.xml", b"<si/>".repeat(1 << 13))],
                Excess::SharedStrings,
            ),
            (
                vec![("xl/styles.xml", b"<xf/>".repeat(1 << 13))],
                Excess::Memory,
            ),
            (
                vec![("xl/_rels/workbook.xml.rels", tags(1 << 17))],
                Excess::Memory,
            ),
        ] {
            let error = inspect_within(&archive(&parts), SMALL).unwrap_err();
            assert!(
                matches!(error, Unreadable::TooMuchInside { what: w, .. } if w == what),
                "{error:?}"
            );
        }
    }

    #[test]
    fn a_directory_that_lies_about_sizes_is_found_out() {
        let mut bytes = archive(&[("xl/worksheets/sheet1.xml", tags(2 << 20))]);
        // The size stands at 24 in the directory's entry; let it say 100.
        let entry = bytes.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
        bytes[entry + 24..entry + 28].copy_from_slice(&100_u32.to_le_bytes());
        let error = inspect_within(&bytes, SMALL).unwrap_err();
        assert!(
            matches!(
                error,
                Unreadable::TooMuchInside {
                    what: Excess::PartBytes,
                    ..
                } | Unreadable::Damaged { .. }
            ),
            "{error:?}"
        );
    }

    #[test]
    fn a_directory_of_too_many_entries_is_not_built() {
        let mut bytes = archive(&[]);
        let end = bytes.windows(4).rposition(|w| w == b"PK\x05\x06").unwrap();
        bytes[end + 10..end + 12].copy_from_slice(&60_000_u16.to_le_bytes());
        assert_eq!(
            inspect(&bytes).unwrap_err(),
            Unreadable::too_much(Excess::Entries, MAX_ENTRIES as u64)
        );
    }

    #[test]
    fn strings_that_announce_more_than_they_hold_are_refused() {
        let strings = |n: &str| {
            vec![(
                "xl/sharedStrings.xml",
                format!("<sst uniqueCount=\"{n}\"><si/><si/></sst>").into_bytes(),
            )]
        };
        let code = |bytes: &[u8]| inspect(bytes).unwrap_err().code();
        assert!(inspect(&archive(&strings("2"))).is_ok());
        assert_eq!(code(&archive(&strings("4000"))), "sheets.damaged");
        let huge = "sheets.too_much_inside";
        assert_eq!(code(&archive(&strings("4000000000"))), huge);
        // Behind a long comment as well.
        let mut hidden = format!("<!--{}-->", "<si/>".repeat(50_000)).into_bytes();
        hidden.extend(strings("4000000000").remove(0).1);
        assert_eq!(code(&archive(&[("xl/sharedStrings.xml", hidden)])), huge);
    }

    #[test]
    fn archives_of_other_kinds_are_named() {
        let kind =
            |names: &[&str]| check_kind(&names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            kind(&["word/document.xml"]),
            Err(Unreadable::OtherKind {
                kind: FileKind::Document
            })
        );
        assert_eq!(
            kind(&["ppt/x.xml"]),
            Err(Unreadable::OtherKind {
                kind: FileKind::Presentation
            })
        );
        assert_eq!(
            kind(&["照片.jpg"]),
            Err(Unreadable::OtherKind {
                kind: FileKind::Archive
            })
        );
        assert_eq!(
            kind(&["mimetype", "content.xml"]),
            Err(Unreadable::OtherWorkbook {
                format: "ods".to_owned()
            })
        );
        assert_eq!(kind(&["xl/workbook.xml"]), Ok(()));
    }
}
