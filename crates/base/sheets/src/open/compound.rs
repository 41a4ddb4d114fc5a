//! The compound file around an .xls, walked before the parser sees it: a chain
//! of sectors that bites its own tail would have the parser read for ever.

use crate::unreadable::Unreadable;

/// Chains end with a number from here on.
const RESERVED: u32 = 0xffff_fffa;
/// Streams below this size lie in the small stream.
const SMALL: u64 = 4_096;

/// The sectors of a compound file.
struct Sectors<'f> {
    bytes: &'f [u8],
    size: usize,
    next: Vec<u32>,
}

/// A name in the directory.
struct Entry {
    name: String,
    start: u32,
    length: u64,
}

/// The streams in which a workbook may lie, after every chain that a parser
/// follows was found to end.
pub(super) fn workbook_streams(bytes: &[u8]) -> Result<Vec<Vec<u8>>, Unreadable> {
    let header = bytes.get(..512).ok_or_else(broken)?;
    let size = match word(header, 30)? {
        9 => 512,
        12 => 4_096,
        _ => return Err(broken()),
    };
    let mut sectors = Sectors {
        bytes,
        size,
        next: Vec::new(),
    };
    sectors.next = sectors.allocation(header)?;
    let directory = sectors.chain(long(header, 48)?, u64::MAX)?;
    let entries: Vec<Entry> = directory
        .chunks_exact(128)
        .map(|e| entry(e, size))
        .collect::<Result<_, _>>()?;
    let root = entries.first().ok_or_else(broken)?;
    let small_count = long(header, 64)?;
    let (small_next, small) = if small_count > 0 {
        let table = sectors.chain(long(header, 60)?, u64::from(small_count) * size as u64)?;
        (numbers(&table), sectors.chain(root.start, root.length)?)
    } else {
        (Vec::new(), Vec::new())
    };
    entries
        .iter()
        .filter(|e| e.name.eq_ignore_ascii_case("workbook") || e.name.eq_ignore_ascii_case("book"))
        .map(|e| {
            if e.length < SMALL {
                small_chain(&small, &small_next, e)
            } else {
                sectors.chain(e.start, e.length)
            }
        })
        .collect()
}

impl Sectors<'_> {
    /// The table that names each sector's successor.
    fn allocation(&self, header: &[u8]) -> Result<Vec<u32>, Unreadable> {
        let mut places = numbers(&header[76..512]);
        let mut at = long(header, 68)?;
        let mut left = self.count();
        while at < RESERVED {
            left = left.checked_sub(1).ok_or_else(broken)?;
            places.extend(numbers(self.sector(at)?));
            at = places.pop().ok_or_else(broken)?;
        }
        let mut next = Vec::new();
        for place in places.into_iter().filter(|p| *p < RESERVED) {
            next.extend(numbers(self.sector(place)?));
            // A table that names sectors twice would grow beyond the file.
            if next.len() > self.count() + self.size {
                return Err(broken());
            }
        }
        Ok(next)
    }

    fn count(&self) -> usize {
        self.bytes.len() / self.size + 1
    }

    fn sector(&self, id: u32) -> Result<&[u8], Unreadable> {
        let start = (id as usize)
            .checked_add(1)
            .and_then(|n| n.checked_mul(self.size))
            .ok_or_else(broken)?;
        let end = (start + self.size).min(self.bytes.len());
        self.bytes
            .get(start..end)
            .filter(|s| !s.is_empty())
            .ok_or_else(broken)
    }

    /// A stream of at most `length` bytes.
    fn chain(&self, start: u32, length: u64) -> Result<Vec<u8>, Unreadable> {
        let mut out = Vec::new();
        let mut at = start;
        let mut left = self.count();
        while at < RESERVED {
            left = left.checked_sub(1).ok_or_else(broken)?;
            out.extend_from_slice(self.sector(at)?);
            if out.len() as u64 >= length {
                break;
            }
            at = *self.next.get(at as usize).ok_or_else(broken)?;
        }
        out.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        Ok(out)
    }
}

/// A small stream, in pieces of 64 bytes.
fn small_chain(small: &[u8], next: &[u32], entry: &Entry) -> Result<Vec<u8>, Unreadable> {
    let mut out = Vec::new();
    let mut at = entry.start;
    while at < RESERVED && (out.len() as u64) < entry.length {
        let start = at as usize * 64;
        let piece = small
            .get(start..(start + 64).min(small.len()))
            .filter(|p| !p.is_empty())
            .ok_or_else(broken)?;
        out.extend_from_slice(piece);
        at = *next.get(at as usize).ok_or_else(broken)?;
    }
    Ok(out)
}

fn entry(bytes: &[u8], size: usize) -> Result<Entry, Unreadable> {
    let wide: Vec<u16> = bytes[..64]
        .chunks_exact(2)
        .map(|c| u16::from_le_bytes([c[0], c[1]]))
        .take_while(|c| *c != 0)
        .collect();
    let low = u64::from(long(bytes, 120)?);
    // Files of small sectors keep 32 bits of the length.
    let high = if size == 512 {
        0
    } else {
        u64::from(long(bytes, 124)?)
    };
    Ok(Entry {
        name: String::from_utf16_lossy(&wide),
        start: long(bytes, 116)?,
        length: high << 32 | low,
    })
}

pub(super) fn word(bytes: &[u8], at: usize) -> Result<u16, Unreadable> {
    let pair = bytes.get(at..at + 2).ok_or_else(broken)?;
    Ok(u16::from_le_bytes([pair[0], pair[1]]))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Result<u32, Unreadable> {
    Ok(u32::from(word(bytes, at)?) | u32::from(word(bytes, at + 2)?) << 16)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]]))
        .collect()
}

pub(super) fn broken() -> Unreadable {
    Unreadable::damaged("the compound file")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A compound file of one allocation sector, one directory sector and a
    /// workbook of eight sectors; `next` follows the allocation table.
    fn file(next: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0_u8; 512 * 11];
        bytes[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        bytes[30] = 9;
        bytes[48] = 1;
        bytes[68..72].copy_from_slice(&u32::MAX.to_le_bytes());
        bytes[76..512].fill(0xff);
        bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
        for (at, n) in next.iter().enumerate() {
            bytes[512 + at * 4..516 + at * 4].copy_from_slice(&n.to_le_bytes());
        }
        for (at, c) in "Workbook".bytes().enumerate() {
            bytes[1_024 + 128 + at * 2] = c;
        }
        bytes[1_024 + 128 + 116] = 2;
        bytes[1_024 + 128 + 120..1_024 + 128 + 124].copy_from_slice(&4_096_u32.to_le_bytes());
        bytes
    }

    const END: u32 = 0xffff_fffe;

    #[test]
    fn a_workbook_is_found_along_its_chain() {
        let streams =
            workbook_streams(&file(&[0xffff_fffd, END, 3, 4, 5, 6, 7, 8, 9, END])).unwrap();
        assert_eq!(streams.iter().map(Vec::len).collect::<Vec<_>>(), [4_096]);
    }

    #[test]
    fn a_chain_that_bites_its_tail_is_damaged() {
        // The directory's sector names itself as its successor.
        assert_eq!(
            workbook_streams(&file(&[0xffff_fffd, 1, 3, 4, 5, 6, 7, 8, 9, END])),
            Err(broken())
        );
        assert_eq!(
            workbook_streams(&file(&[0xffff_fffd, END, 300])),
            Err(broken())
        );
        assert_eq!(workbook_streams(&file(&[])[..600]), Err(broken()));
    }
}
