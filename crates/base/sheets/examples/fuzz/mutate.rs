//! Damage: to the file's bytes, to the parts of an archive, to the records of
//! an .xls.

use zip::CompressionMethod;

use crate::seeds::Seed;
use crate::support::{archive, compound};

/// Splitmix64: the same workbook for the same seed and number.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, 0 where there is none.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.next() & 0xff).unwrap_or(0)
    }
}

/// What stands where something else was expected.
const TOKENS: [&[u8]; 28] = [
    b"<",
    b">",
    b"&",
    b"\"",
    b"</row>",
    b"<row r=\"1048577\">",
    b"<c r=\"XFD1048576\"/>",
    b"4294967295",
    b"-1",
    b"99999999999999999999",
    b"1e400",
    b"NaN",
    b"A1:XFD1048576",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b"<f>",
    b"</f>",
    b"<v/>",
    b"t=\"s\"",
    b"t=\"d\"",
    b"hidden=\"1\"",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"&#x110000;",
    b"_x000D_",
    b"\xff\xff",
    b"\0\0\0\0",
    b"<si><t>",
];

/// One mutated workbook.
pub(crate) fn mutated(seeds: &[Seed], random: &mut Random) -> (String, Vec<u8>) {
    // Those made here are small: most workbooks are made of them.
    let made = 6.min(seeds.len());
    let seed = if random.below(4) > 0 {
        &seeds[random.below(made)]
    } else {
        &seeds[random.below(seeds.len())]
    };
    let name = seed.name.clone();
    if random.below(3) > 0 && !seed.parts.is_empty() {
        return (name, from_parts(seed, random));
    }
    if random.below(3) > 0 && !seed.stream.is_empty() {
        let mut stream = seed.stream.clone();
        for _ in 0..=random.below(4) {
            damage_records(&mut stream, random);
        }
        return (name, compound(&stream));
    }
    let mut bytes = seed.bytes.clone();
    for _ in 0..=random.below(8) {
        damage(&mut bytes, random);
    }
    (name, bytes)
}

/// Damages parts, or takes, doubles, renames or swaps them.
fn from_parts(seed: &Seed, random: &mut Random) -> Vec<u8> {
    let mut parts = seed.parts.clone();
    for _ in 0..=random.below(3) {
        let at = random.below(parts.len());
        let other = random.below(parts.len());
        match random.below(12) {
            0 if parts.len() > 1 => drop(parts.remove(at)),
            1 => {
                let bytes = parts[other].1.clone();
                parts[at].1 = bytes;
            }
            2 => {
                let double = (
                    format!("xl/worksheets/sheet{}.xml", other + 1),
                    parts[at].1.clone(),
                );
                parts.push(double);
            }
            3 => parts[at].0 = parts[at].0.to_uppercase(),
            4 => parts[at].1.clear(),
            _ => {
                for _ in 0..=random.below(4) {
                    damage(&mut parts[at].1, random);
                }
            }
        }
    }
    let method = match random.below(4) {
        0 => CompressionMethod::Deflated,
        _ => CompressionMethod::Stored,
    };
    let mut bytes = archive(&parts, method);
    if random.below(8) == 0 {
        damage(&mut bytes, random);
    }
    bytes
}

fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let length = random.below(bytes.len() - at + 1);
    match random.below(10) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..at + length.min(200))),
        2 => {
            let piece = bytes[at..at + length.min(200)].to_vec();
            let times = random.below(50);
            let to = random.below(bytes.len() + 1);
            bytes.splice(to..to, piece.repeat(times));
        }
        3 | 4 => {
            let token = TOKENS[random.below(TOKENS.len())];
            let end = (at + random.below(token.len() + 1)).min(bytes.len());
            bytes.splice(at..end, token.iter().copied());
        }
        5 => {
            // A number becomes another one.
            let digits = bytes[at..].iter().position(u8::is_ascii_digit);
            if let Some(digit) = digits {
                bytes[at + digit] = b'0' + random.byte() % 10;
            }
        }
        6 => {
            let value = [0, 1, 0x7f, 0x80, 0xff][random.below(5)];
            for byte in bytes.iter_mut().skip(at).take(1 + length % 4) {
                *byte = value;
            }
        }
        7 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = random.byte();
            }
        }
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = b",;\t\"\r\n 0<>&"[random.below(11)];
            }
        }
    }
}

/// Damages the records of a stream: their order, lengths and contents.
fn damage_records(stream: &mut Vec<u8>, random: &mut Random) {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(&[_, _, low, high]) = stream.get(at..at + 4) {
        starts.push(at);
        at += 4 + usize::from(u16::from_le_bytes([low, high]));
    }
    let Some(&from) = starts.get(random.below(starts.len())) else {
        return damage(stream, random);
    };
    let end = starts.iter().find(|s| **s > from).copied();
    let end = end.unwrap_or(stream.len()).min(stream.len());
    match random.below(6) {
        0 => drop(stream.drain(from..end)),
        1 => {
            let record = stream[from..end].to_vec();
            let times = 1 + random.below(300);
            let to = starts[random.below(starts.len())].min(stream.len());
            stream.splice(to..to, record.repeat(times));
        }
        2 => {
            for byte in stream.iter_mut().skip(from + 2).take(2) {
                *byte = random.byte();
            }
        }
        3 => {
            if let Some(byte) = stream.get_mut(from + random.below(2)) {
                *byte = random.byte();
            }
        }
        _ => {
            for _ in 0..=random.below(3) {
                let at = from + 4 + random.below(end.saturating_sub(from + 4));
                if let Some(byte) = stream.get_mut(at) {
                    *byte = [random.byte(), 0, 0xff, 0x80][random.below(4)];
                }
            }
        }
    }
    // A stream that doubles and doubles again must still fit its header.
    stream.truncate(5_000_000);
}
