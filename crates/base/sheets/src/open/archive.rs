//! Looks through a workbook's archive before it is opened: how much it would
//! inflate to (by inflating, since a directory can lie), whether its tables of
//! strings announce more than they hold, and where sheets have merged ranges.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::grid::Merge;
use super::parts;
use crate::limits::{
    MAX_ENTRIES, MAX_INFLATED_BYTES, MAX_PART_BYTES, MAX_SHARED_STRINGS_BYTES, TAIL_BYTES,
};
use crate::unreadable::{Excess, FileKind, Unreadable};

/// What was seen on the way through.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    /// Merged ranges by the sheet's position, and whether there were too many.
    /// None where the sheet's part was not found this way.
    pub(crate) merges: Vec<Option<(Vec<Merge>, bool)>>,
}

/// Bytes in which the head of a part must show itself.
const HEAD_BYTES: usize = 64 * 1024;

/// Checks an archive against the limits.
pub(crate) fn inspect(bytes: &[u8]) -> Result<Archive, Unreadable> {
    check_directory(bytes)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(Unreadable::damaged)?;
    let names: Vec<String> = zip
        .file_names()
        .map(|n| {
            n.map(|n| n.replace('\\', "/").to_ascii_lowercase())
                .unwrap_or_default()
        })
        .collect();
    check_kind(&names)?;
    let mut total = 0;
    let mut kept: HashMap<String, Vec<u8>> = HashMap::new();
    let mut tails = HashMap::new();
    let mut buffer = vec![0; 256 * 1024];
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => Unreadable::Encrypted,
            other => Unreadable::damaged(other),
        })?;
        let name = part
            .name()
            .map(|n| n.replace('\\', "/").to_ascii_lowercase())
            .unwrap_or_default();
        if part.size() > MAX_PART_BYTES {
            return Err(Unreadable::too_much(Excess::PartBytes, MAX_PART_BYTES));
        }
        // Every part, whatever its name: a relationship may name any of them
        // as a sheet.
        let mut scan = Scan::new(&name);
        loop {
            let n = part
                .read(&mut buffer)
                .map_err(|e| Unreadable::damaged(format!("{name}: {e}")))?;
            if n == 0 {
                break;
            }
            total += n as u64;
            scan.feed(&buffer[..n])?;
            if total > MAX_INFLATED_BYTES {
                return Err(Unreadable::too_much(
                    Excess::InflatedBytes,
                    MAX_INFLATED_BYTES,
                ));
            }
        }
        scan.check_shared_strings()?;
        if scan.is_sheet {
            tails.insert(name, scan.tail);
        } else if name.ends_with("workbook.xml") || name.contains("_rels/") {
            kept.insert(name, scan.head);
        }
    }
    Ok(Archive {
        merges: merges_by_sheet(&kept, &tails),
    })
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
    if names.iter().any(|n| n.ends_with("workbook.xml")) {
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

/// One part as it streams by: its first bytes and its last.
struct Scan {
    is_strings: bool,
    is_sheet: bool,
    bytes: u64,
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Scan {
    fn new(name: &str) -> Self {
        Self {
            is_strings: name.ends_with("sharedstrings.xml"),
            is_sheet: name.contains("worksheets/") && !name.contains("_rels/"),
            bytes: 0,
            head: Vec::new(),
            tail: Vec::new(),
        }
    }

    fn feed(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        self.bytes += chunk.len() as u64;
        if self.bytes > MAX_PART_BYTES {
            return Err(Unreadable::too_much(Excess::PartBytes, MAX_PART_BYTES));
        }
        if self.is_strings && self.bytes > MAX_SHARED_STRINGS_BYTES {
            return Err(Unreadable::too_much(
                Excess::SharedStrings,
                MAX_SHARED_STRINGS_BYTES,
            ));
        }
        if self.is_sheet {
            if self.tail.len() + chunk.len() > 2 * TAIL_BYTES {
                let cut = self.tail.len().saturating_sub(TAIL_BYTES);
                self.tail.drain(..cut);
            }
            self.tail.extend_from_slice(chunk);
        } else if self.head.len() < HEAD_BYTES {
            let room = HEAD_BYTES - self.head.len();
            self.head.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        Ok(())
    }

    /// The parser reserves memory for as many strings as the table announces,
    /// so the announcement must be one that the part's length could hold.
    fn check_shared_strings(&self) -> Result<(), Unreadable> {
        if !self.is_strings {
            return Ok(());
        }
        let head = String::from_utf8_lossy(&self.head);
        let Some(table) = parts::elements(&head, "sst").next() else {
            // No attributes, then nothing is announced; or a head longer than
            // any office writes, behind which anything could hide.
            let plain = self.bytes <= HEAD_BYTES as u64 || head.contains("<sst>");
            return if plain {
                Ok(())
            } else {
                Err(Unreadable::damaged("shared strings"))
            };
        };
        let announced = parts::attribute(table, "uniqueCount")
            .and_then(|n| n.parse::<u64>().ok())
            .unwrap_or(0);
        // `<si/>` is the shortest string.
        if announced > self.bytes / 5 + 1 {
            return Err(Unreadable::damaged(
                "shared strings announce more than they hold",
            ));
        }
        Ok(())
    }
}

/// Brings the merged ranges into the order of the workbook's sheets.
fn merges_by_sheet(
    kept: &HashMap<String, Vec<u8>>,
    tails: &HashMap<String, Vec<u8>>,
) -> Vec<Option<(Vec<Merge>, bool)>> {
    let Some((name, workbook)) = kept.iter().find(|(name, _)| name.ends_with("workbook.xml"))
    else {
        return Vec::new();
    };
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name.as_str()), |(f, n)| (f, n));
    let folder = if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    };
    let Some(relationships) = kept.get(&format!("{folder}_rels/{file}.rels")) else {
        return Vec::new();
    };
    let (workbook, relationships) = (
        String::from_utf8_lossy(workbook),
        String::from_utf8_lossy(relationships),
    );
    parts::sheet_parts(&workbook, &relationships, &folder)
        .into_iter()
        .map(|part| {
            let tail = tails.get(&part?)?;
            let end = rfind(tail, b"sheetData")?;
            Some(parts::merges(&String::from_utf8_lossy(&tail[end..])))
        })
        .collect()
}

/// The last place of a needle.
fn rfind(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|w| w == needle)
}
