//! One part of an archive as it streams by.

use super::grid::Merge;
use super::parts;
use crate::limits::TAIL_BYTES;
use crate::unreadable::{Excess, Unreadable};

/// Bytes in which the head of a part must show itself.
pub(super) const HEAD_BYTES: usize = 64 * 1024;

/// The limits on inflated bytes; tests set smaller ones.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) part: u64,
    pub(super) total: u64,
    pub(super) strings: u64,
    pub(super) gap: u64,
}

/// One part as it streams by: its first bytes and its last.
pub(super) struct Scan {
    limits: Limits,
    is_strings: bool,
    pub(super) is_sheet: bool,
    bytes: u64,
    gap: u64,
    pub(super) head: Vec<u8>,
    tail: Vec<u8>,
}

impl Scan {
    pub(super) fn new(name: &str, limits: Limits) -> Self {
        Self {
            limits,
            is_strings: name.ends_with("sharedstrings.xml"),
            is_sheet: name.contains("worksheets/") && !name.contains("_rels/"),
            bytes: 0,
            gap: 0,
            head: Vec::new(),
            tail: Vec::new(),
        }
    }

    pub(super) fn feed(&mut self, chunk: &[u8]) -> Result<(), Unreadable> {
        self.bytes += chunk.len() as u64;
        if self.bytes > self.limits.part {
            return Err(Unreadable::too_much(Excess::PartBytes, self.limits.part));
        }
        if self.is_strings && self.bytes > self.limits.strings {
            return Err(Unreadable::too_much(
                Excess::SharedStrings,
                self.limits.strings,
            ));
        }
        self.gap = if chunk.contains(&b'<') {
            0
        } else {
            self.gap + chunk.len() as u64
        };
        if self.gap > self.limits.gap {
            return Err(Unreadable::too_much(Excess::Gap, self.limits.gap));
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

    /// The merged ranges behind a sheet's rows; None if the rows' end is not
    /// among the last bytes.
    pub(super) fn merges(&self) -> Option<(Vec<Merge>, bool)> {
        let needle = b"sheetData";
        let end = self.tail.windows(needle.len()).rposition(|w| w == needle)?;
        Some(parts::merges(&String::from_utf8_lossy(&self.tail[end..])))
    }

    /// The parser reserves memory for as many strings as the table announces,
    /// so the announcement must be one that the part's length could hold.
    pub(super) fn check_shared_strings(&self) -> Result<(), Unreadable> {
        if !self.is_strings {
            return Ok(());
        }
        let head = String::from_utf8_lossy(&self.head);
        let longer = self.bytes > HEAD_BYTES as u64;
        let begun = head.contains("<si") || head.contains(":si");
        if longer && (head.contains("<!--") || !begun) {
            // No office writes such a head; anything could hide behind it.
            return Err(Unreadable::damaged("shared strings"));
        }
        let announced = parts::elements(&head, "sst")
            .filter_map(|table| parts::attribute(table, "uniqueCount")?.parse::<u64>().ok())
            .max()
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
