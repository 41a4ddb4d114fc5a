//! The tags of an XML part in whatever chunks it streams by, with a bound on
//! what a parser would have to buffer for each of them.

use crate::limits::MAX_GAP_BYTES;
use crate::unreadable::{Excess, Unreadable};

/// Bytes in which a tag must end. Excel's longest are a few kilobytes.
const TAG_BYTES: usize = 64 * 1024;

/// What a parser reads as one piece although it may hold `<`.
struct Span {
    end: &'static [u8],
    bytes: u64,
}

/// Cuts a part into tags.
#[derive(Default)]
pub(super) struct Tags {
    /// The tag that the last chunk broke off, from its `<`.
    carry: Vec<u8>,
    /// Bytes since the last `<`.
    gap: u64,
    /// A comment or the like that is open.
    span: Option<Span>,
}

impl Tags {
    /// Calls `each` with the inside of every tag that has become complete and
    /// the text behind it; of long texts only the first 64 kB are given, and
    /// the number of bytes there were.
    pub(super) fn feed(
        &mut self,
        chunk: &[u8],
        mut each: impl FnMut(&[u8], &[u8], u64),
    ) -> Result<(), Unreadable> {
        let mut from = 0;
        for (at, _) in chunk.iter().enumerate().filter(|(_, b)| **b == b'<') {
            self.piece(&chunk[from..at], true, &mut each)?;
            from = at;
        }
        self.piece(&chunk[from..], false, &mut each)
    }

    /// A piece up to the next `<`, or to the chunk's end.
    fn piece(
        &mut self,
        piece: &[u8],
        complete: bool,
        each: &mut impl FnMut(&[u8], &[u8], u64),
    ) -> Result<(), Unreadable> {
        self.gap += piece.len() as u64;
        if self.gap > MAX_GAP_BYTES {
            return Err(Unreadable::too_much(Excess::Gap, MAX_GAP_BYTES));
        }
        if !complete {
            let room = TAG_BYTES.saturating_sub(self.carry.len());
            self.carry
                .extend_from_slice(&piece[..piece.len().min(room)]);
            return Ok(());
        }
        let gap = std::mem::take(&mut self.gap);
        if self.carry.is_empty() {
            return self.tag(piece, gap, each);
        }
        let mut whole = std::mem::take(&mut self.carry);
        let room = TAG_BYTES.saturating_sub(whole.len());
        whole.extend_from_slice(&piece[..piece.len().min(room)]);
        let result = self.tag(&whole, gap, each);
        whole.clear();
        self.carry = whole;
        result
    }

    /// From a `<` to the byte before the next.
    fn tag(
        &mut self,
        bytes: &[u8],
        length: u64,
        each: &mut impl FnMut(&[u8], &[u8], u64),
    ) -> Result<(), Unreadable> {
        let cut = length > bytes.len() as u64;
        if let Some(span) = &mut self.span {
            if cut {
                return Err(Unreadable::damaged("a comment too long"));
            }
            span.bytes += length;
            if span.bytes > MAX_GAP_BYTES {
                return Err(Unreadable::too_much(Excess::Gap, MAX_GAP_BYTES));
            }
            if contains(bytes, span.end) {
                self.span = None;
            }
            return Ok(());
        }
        let Some(inside) = bytes.strip_prefix(b"<") else {
            // What stands before the first tag.
            return Ok(());
        };
        let (end, content): (&'static [u8], &[u8]) = match inside {
            [b'!', b'-', b'-', rest @ ..] => {
                // Parsers differ on where these end.
                if rest.starts_with(b">") || rest.starts_with(b"->") {
                    return Err(Unreadable::damaged("a comment"));
                }
                (b"-->", rest)
            }
            [b'!', b'[', rest @ ..] => (b"]]>", rest),
            [b'?', rest @ ..] => (b"?>", rest),
            // No office writes one, and only attacks need its entities.
            [b'!', ..] => return Err(Unreadable::damaged("a document type")),
            _ => (b"", b""),
        };
        if !end.is_empty() {
            if cut {
                return Err(Unreadable::damaged("a comment too long"));
            }
            if !contains(content, end) {
                self.span = Some(Span { end, bytes: length });
            }
            return Ok(());
        }
        let end = end_of_tag(inside).ok_or_else(|| Unreadable::damaged("a tag without end"))?;
        let text = &inside[end + 1..];
        each(&inside[..end], text, length.saturating_sub(end as u64 + 2));
        Ok(())
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|w| w == needle)
}

/// The `>` that ends a tag: one inside quotes does not.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    bytes.iter().position(|b| {
        match (*b, quote) {
            (b'>', None) => return true,
            (b'"' | b'\'', None) => quote = Some(*b),
            (b, Some(open)) if b == open => quote = None,
            _ => {}
        }
        false
    })
}

/// A tag's name without its prefix, its attributes, and whether it closes.
pub(super) fn split(tag: &[u8]) -> (&[u8], &[u8], bool) {
    let closes = tag.first() == Some(&b'/');
    let tag = tag.strip_prefix(b"/").unwrap_or(tag);
    let end = tag
        .iter()
        .position(|b| b.is_ascii_whitespace() || *b == b'/')
        .unwrap_or(tag.len());
    let (name, attributes) = tag.split_at(end);
    let name = match name.iter().rposition(|b| *b == b':') {
        Some(at) => &name[at + 1..],
        None => name,
    };
    (name, attributes, closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(xml: &str, chunk: usize) -> Result<Vec<String>, Unreadable> {
        let mut tags = Tags::default();
        let mut found = Vec::new();
        for piece in xml.as_bytes().chunks(chunk) {
            tags.feed(piece, |tag, text, _| {
                found.push(format!(
                    "{}|{}",
                    String::from_utf8_lossy(tag),
                    String::from_utf8_lossy(text)
                ));
            })?;
        }
        Ok(found)
    }

    #[test]
    fn tags_are_the_same_wherever_the_chunks_end() {
        let xml = "\u{feff}<?xml a='<'?><a b=\">\" c='\"'>甲</a><!-- <z> <y> --><d/> <![CDATA[<q>]]><e></e><end/>";
        for chunk in [1, 2, 5, 1_000] {
            assert_eq!(
                tags(xml, chunk).unwrap(),
                ["a b=\">\" c='\"'|甲", "/a|", "d/| ", "e|", "/e|"],
                "{chunk}"
            );
        }
    }

    #[test]
    fn what_a_parser_would_buffer_is_bounded() {
        let endless = |start: &str| format!("<a>{start}{}", "<b c=\"d\" ".repeat(3_000_000));
        for (xml, code) in [
            (endless("<!--"), "sheets.too_much_inside"),
            (endless("<?"), "sheets.too_much_inside"),
            (endless("<row x=\""), "sheets.damaged"),
            (endless("<!DOCTYPE a ["), "sheets.damaged"),
            (
                "<a>".to_owned() + &" ".repeat(20_000_000),
                "sheets.too_much_inside",
            ),
        ] {
            assert_eq!(
                tags(&xml, 1 << 18).unwrap_err().code(),
                code,
                "{}",
                &xml[..20]
            );
        }
    }

    #[test]
    fn a_name_is_told_from_its_prefix_and_attributes() {
        assert_eq!(
            split(b"x:c r=\"A1\""),
            (&b"c"[..], &b" r=\"A1\""[..], false)
        );
        assert_eq!(split(b"/x:row"), (&b"row"[..], &b""[..], true));
        assert_eq!(split(b"f/"), (&b"f"[..], &b"/"[..], false));
    }
}
