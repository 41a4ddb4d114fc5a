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

/// Gives `each` the stream in which the workbook lies, after every chain that
/// a parser follows was found to end.
pub(super) fn with_workbook<T>(
    bytes: &[u8],
    each: impl FnOnce(&[u8]) -> Result<T, Unreadable>,
) -> Result<T, Unreadable> {
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
    // Excel 97 writes `Workbook`, its forerunners `Book`; some write both.
    let workbook = ["workbook", "book"]
        .iter()
        .find_map(|name| entries.iter().find(|e| e.name.eq_ignore_ascii_case(name)))
        .ok_or_else(broken)?;
    if workbook.length < SMALL {
        each(&small_chain(&small, &small_next, workbook)?)
    } else {
        each(&sectors.chain(workbook.start, workbook.length)?)
    }
}

/// Makes a compound file of one stream, which is shorter than the 450 MB that
/// a header can place.
pub(super) fn wrap(workbook: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 4_096;
    const END: u32 = 0xffff_fffe;
    const FREE: u32 = 0xffff_ffff;
    let number = |n: usize| u32::try_from(n).unwrap_or(END);
    // A stream shorter than this would have to lie elsewhere.
    let length = workbook.len().max(4_096);
    let sectors = length.div_ceil(SECTOR);
    // The table has an entry for each sector, its own and the directory's.
    let tables = (sectors + 1).div_ceil(SECTOR / 4 - 1);
    let first = tables + 1;
    let mut next = vec![0xffff_fffd; tables];
    next.push(END);
    next.extend((first + 1..first + sectors).map(number).chain([END]));
    next.resize(tables * SECTOR / 4, FREE);
    let mut out = Vec::with_capacity((first + sectors + 1) * SECTOR);
    let longs = |out: &mut Vec<u8>, numbers: &[u32]| {
        out.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
    };
    out.extend([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    out.resize(24, 0);
    out.extend([0x3e, 0, 4, 0, 0xfe, 0xff, 12, 0, 6, 0]);
    out.resize(40, 0);
    let counts = [1, number(tables), number(tables), 0, 4_096, END, 0, END, 0];
    longs(&mut out, &counts);
    let mut places: Vec<u32> = (0..tables).map(number).collect();
    places.resize(109, FREE);
    longs(&mut out, &places);
    out.resize(SECTOR, 0);
    longs(&mut out, &next);
    let entries = [
        // A root without a start is taken for a broken one.
        ("Root Entry", 5, 1, 0, 0),
        ("Workbook", 2, FREE, number(first), length),
    ];
    for (name, kind, child, start, length) in entries {
        let begin = out.len();
        out.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        out.resize(begin + 64, 0);
        out.extend([u8::try_from(name.len() * 2 + 2).unwrap_or(0), 0, kind, 1]);
        longs(&mut out, &[FREE, FREE, child]);
        out.resize(begin + 116, 0);
        longs(&mut out, &[start, number(length), 0]);
    }
    out.resize((first + 1) * SECTOR, 0);
    out.extend_from_slice(workbook);
    out.resize((first + sectors + 1) * SECTOR, 0);
    out
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
        let bytes = file(&[0xffff_fffd, END, 3, 4, 5, 6, 7, 8, 9, END]);
        assert_eq!(with_workbook(&bytes, |s| Ok(s.len())), Ok(4_096));
    }

    #[test]
    fn a_wrapped_stream_is_found_again() {
        for length in [10, 4_096, 100_000, 5_000_000] {
            let stream: Vec<u8> = (0..=255_u8).cycle().take(length).collect();
            let found = with_workbook(&wrap(&stream), |s| Ok(s.starts_with(&stream)));
            assert_eq!(found, Ok(true), "{length}");
        }
    }

    #[test]
    fn a_chain_that_bites_its_tail_is_damaged() {
        let streams = |bytes: &[u8]| with_workbook(bytes, |s| Ok(s.len()));
        // The directory's sector names itself as its successor.
        assert_eq!(
            streams(&file(&[0xffff_fffd, 1, 3, 4, 5, 6, 7, 8, 9, END])),
            Err(broken())
        );
        assert_eq!(streams(&file(&[0xffff_fffd, END, 300])), Err(broken()));
        assert_eq!(streams(&file(&[])[..600]), Err(broken()));
    }
}
