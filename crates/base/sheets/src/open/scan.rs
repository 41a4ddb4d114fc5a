//! One part of an archive as it streams by: whether a parser could be hurt by
//! it, and what it will cost in memory.

use calamine::Style;

use super::grid::Merge;
use super::look::{Look, Looker};
use super::parts;
use super::tags::{Tags, split};
use crate::limits::{STRING_BYTES, TAIL_BYTES};
use crate::unreadable::{Excess, Unreadable};

/// Bytes of the workbook part and its relationships that are kept.
const HEAD_BYTES: usize = 1024 * 1024;

/// Names and relationships are kept as texts in maps: bytes of memory for a
/// byte of such a part.
const KEPT_COST: u64 = 6;

/// The limits on inflated bytes; tests set smaller ones.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) part: u64,
    pub(super) total: u64,
    pub(super) strings: u64,
}

/// What a part is for, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Strings,
    Styles,
    /// The workbook part and relationships.
    Names,
    Sheet,
    OtherXml,
    /// Pictures and the like, which nobody parses.
    Blob,
}

/// One part as it streams by.
pub(super) struct Scan {
    limits: Limits,
    role: Role,
    bytes: u64,
    tags: Tags,
    looker: Looker,
    /// Strings, or formats and what they are made of.
    pieces: u64,
    /// The most strings that were announced.
    announced: u64,
    /// Bytes of text, of styles the longest tag.
    text: u64,
    pub(super) head: Vec<u8>,
    tail: Vec<u8>,
}

impl Scan {
    pub(super) fn new(name: &str, limits: Limits) -> Self {
        // Names come in lower case.
        let ending = name.rsplit('.').next().unwrap_or_default();
        let role = if name.ends_with("sharedstrings.xml") {
            Role::Strings
        } else if name.ends_with("styles.xml") {
            Role::Styles
        } else if name.contains("worksheets/") && ending == "xml" {
            Role::Sheet
        } else if is_workbook(name) || ending == "rels" {
            Role::Names
        } else if ending == "xml" {
            Role::OtherXml
        } else {
            Role::Blob
        };
        Self {
            limits,
            role,
            bytes: 0,
            tags: Tags::default(),
            looker: Looker::default(),
            pieces: 0,
            announced: 0,
            text: 0,
            head: Vec::new(),
            tail: Vec::new(),
        }
    }

    pub(super) fn is_sheet(&self) -> bool {
        self.role == Role::Sheet
    }

    /// Whether the parser may be given this part as a sheet.
    pub(super) fn is_xml(&self) -> bool {
        self.role != Role::Blob
    }

    pub(super) fn feed(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        self.bytes += chunk.len() as u64;
        if self.bytes > self.limits.part {
            return Err(Unreadable::too_much(Excess::PartBytes, self.limits.part));
        }
        match self.role {
            Role::Blob => return Ok(()),
            Role::Strings => self.strings(chunk)?,
            Role::Styles => self.styles(chunk)?,
            Role::Sheet => {
                let looker = &mut self.looker;
                self.tags
                    .feed(chunk, |tag, text, _| looker.tag(tag, text))?;
                if self.tail.len() + chunk.len() > 2 * TAIL_BYTES {
                    let cut = self.tail.len().saturating_sub(TAIL_BYTES);
                    self.tail.drain(..cut);
                }
                self.tail.extend_from_slice(chunk);
            }
            Role::Names | Role::OtherXml => {
                self.tags.feed(chunk, |_, _, _| {})?;
                if self.role == Role::Names && self.head.len() < HEAD_BYTES {
                    let room = HEAD_BYTES - self.head.len();
                    self.head.extend_from_slice(&chunk[..chunk.len().min(room)]);
                }
            }
        }
        // Strings, styles and names are kept in memory as a whole.
        let limit = self.limits.strings;
        if self.role != Role::Sheet && self.memory() > limit {
            let what = match self.role {
                Role::Strings => Excess::SharedStrings,
                _ => Excess::Memory,
            };
            return Err(Unreadable::too_much(what, limit));
        }
        Ok(())
    }

    fn strings(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        let (pieces, announced, text) = (&mut self.pieces, &mut self.announced, &mut self.text);
        self.tags.feed(chunk, |tag, _, length| {
            *text += length;
            match split(tag) {
                (b"si", _, false) => *pieces += 1,
                (b"sst", attributes, false) => {
                    let attributes = String::from_utf8_lossy(attributes);
                    let count = parts::attribute(&attributes, "uniqueCount");
                    *announced = count
                        .and_then(|n| n.parse().ok())
                        .unwrap_or(0)
                        .max(*announced);
                }
                _ => {}
            }
        })
    }

    fn styles(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        let (pieces, longest) = (&mut self.pieces, &mut self.text);
        self.tags.feed(chunk, |tag, _, _| {
            if let (b"xf" | b"font" | b"fill" | b"border" | b"numFmt", _, false) = split(tag) {
                *pieces += 1;
            }
            // A font's name and a format's code are repeated in every style.
            *longest = (*longest).max(tag.len() as u64);
        })
    }

    /// Bytes of memory that the parser will take for the part as a whole.
    pub(super) fn memory(&self) -> u64 {
        match self.role {
            Role::Strings => self
                .pieces
                .max(self.announced)
                .saturating_mul(STRING_BYTES)
                .saturating_add(self.text),
            Role::Styles => self
                .pieces
                .saturating_mul(size_of::<Style>() as u64 + 2 * self.text),
            Role::Names => self.bytes * KEPT_COST,
            Role::Sheet | Role::OtherXml | Role::Blob => 0,
        }
    }

    /// The parser reserves memory for as many strings as the table announces,
    /// so the announcement must be one that the part's length could hold.
    pub(super) fn check_shared_strings(&self) -> Result<(), Unreadable> {
        // `<si/>` is the shortest string.
        if self.role == Role::Strings && self.announced > self.bytes / 5 + 1 {
            return Err(Unreadable::damaged(
                "shared strings announce more than they hold",
            ));
        }
        Ok(())
    }

    /// The merged ranges behind a sheet's rows, None if the rows' end is not
    /// among the last bytes; and what the sheet hides.
    pub(super) fn finish(self) -> (Option<(Vec<Merge>, bool)>, Look) {
        let needle = b"sheetData";
        let end = self.tail.windows(needle.len()).rposition(|w| w == needle);
        let merges = end.map(|end| parts::merges(&String::from_utf8_lossy(&self.tail[end..])));
        (merges, self.looker.finish())
    }
}

/// `xl/workbook.xml`, and what a few writers call it: `xl/workbook2.xml`.
pub(super) fn is_workbook(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_prefix("workbook")
        .and_then(|rest| rest.strip_suffix(".xml"))
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}
