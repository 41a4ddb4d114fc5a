//! Reads the inlines of a block and finds the marks of figures in their text.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};

use crate::template::{MARK_CLOSE, MARK_OPEN, Printed};
use crate::tree::Inline;

/// Reads inlines. [`Inline::Figure`] holds the number of the mark at first.
pub(super) struct Inlines {
    printed: Vec<Printed>,
}

impl Inlines {
    pub(super) fn new(printed: Vec<Printed>) -> Self {
        Self { printed }
    }

    pub(super) fn printed(self) -> Vec<Printed> {
        self.printed
    }

    /// What the figure with this mark prints.
    pub(super) fn display(&self, number: usize) -> &str {
        &self.printed[number].display
    }

    /// The inlines below a node, neighbouring texts joined.
    pub(super) fn of(&self, node: Node<'_>) -> Vec<Inline> {
        self.resolve(collect(node))
    }

    /// Text that is no Markdown.
    pub(super) fn text(&self, text: &str) -> Vec<Inline> {
        self.resolve(vec![(Raw::Text(text.to_owned()), false)])
    }

    fn resolve(&self, raw: Vec<(Raw, bool)>) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::new();
        let mut pieces = raw.into_iter().peekable();
        while let Some((piece, strong)) = pieces.next() {
            let text = match piece {
                Raw::Text(text) => text,
                Raw::Break => {
                    out.push(Inline::Break);
                    continue;
                }
                Raw::SoftBreak => {
                    let before = last_char(&out);
                    let after = match pieces.peek() {
                        Some((Raw::Text(text), _)) => text.chars().next(),
                        _ => None,
                    };
                    // A line's end in the source is a space in English and nothing in Chinese.
                    if !(before.is_some_and(is_latin) && after.is_some_and(is_latin)) {
                        continue;
                    }
                    " ".to_owned()
                }
            };
            if !strong {
                self.split(&text, &mut out);
            } else if let Some(Inline::Strong(inner)) = out.last_mut() {
                self.split(&text, inner);
            } else {
                let mut inner = Vec::new();
                self.split(&text, &mut inner);
                out.push(Inline::Strong(inner));
            }
        }
        out
    }

    /// Adds text with its marks turned into figures; marks that are cut or unknown vanish.
    fn split(&self, text: &str, out: &mut Vec<Inline>) {
        let mut rest = text;
        while let Some(open) = rest.find(MARK_OPEN) {
            add_text(out, &rest[..open]);
            rest = &rest[open + MARK_OPEN.len_utf8()..];
            let Some(close) = rest.find(MARK_CLOSE) else {
                break;
            };
            if let Ok(number) = rest[..close].parse::<usize>()
                && number < self.printed.len()
            {
                out.push(Inline::Figure(number));
                rest = &rest[close + MARK_CLOSE.len_utf8()..];
            }
        }
        add_text(out, rest);
    }
}

enum Raw {
    Text(String),
    Break,
    SoftBreak,
}

/// The pieces of text below a node, each with whether it is strong. Links, images and other marks
/// keep their text only; emphasis of any kind is strong. Walks without recursion: a text may be
/// nested as deep as its author likes.
fn collect(node: Node<'_>) -> Vec<(Raw, bool)> {
    let mut out = Vec::new();
    let mut strong = 0_usize;
    for edge in node.traverse() {
        match edge {
            NodeEdge::Start(at) => {
                let raw = match &at.data().value {
                    NodeValue::Text(text) => Raw::Text(text.to_string()),
                    NodeValue::Code(code) => Raw::Text(code.literal.clone()),
                    NodeValue::HtmlInline(html) => Raw::Text(html.clone()),
                    NodeValue::CodeBlock(code) => Raw::Text(code.literal.clone()),
                    NodeValue::HtmlBlock(html) => Raw::Text(html.literal.clone()),
                    NodeValue::SoftBreak => Raw::SoftBreak,
                    NodeValue::LineBreak => Raw::Break,
                    NodeValue::Strong | NodeValue::Emph => {
                        strong += 1;
                        continue;
                    }
                    _ => continue,
                };
                out.push((raw, strong > 0));
            }
            NodeEdge::End(at) => {
                if matches!(at.data().value, NodeValue::Strong | NodeValue::Emph) {
                    strong -= 1;
                }
            }
        }
    }
    out
}

fn add_text(out: &mut Vec<Inline>, text: &str) {
    let text = text.replace(MARK_CLOSE, "");
    if text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(Inline::Text(before)) => before.push_str(&text),
        _ => out.push(Inline::Text(text)),
    }
}

/// Puts text before the inline at `at`, into it if it is text.
pub(super) fn push_text(inlines: &mut Vec<Inline>, at: usize, text: &str) {
    match inlines.get_mut(at) {
        Some(Inline::Text(after)) => after.insert_str(0, text),
        _ => inlines.insert(at, Inline::Text(text.to_owned())),
    }
}

/// The character that the next would follow; a figure counts as Latin.
fn last_char(inlines: &[Inline]) -> Option<char> {
    match inlines.last()? {
        Inline::Text(text) => text.chars().last(),
        Inline::Strong(inner) => last_char(inner),
        Inline::Figure(_) => Some('0'),
        Inline::Break => None,
    }
}

/// Whether words of this character's script are parted by spaces (below the Chinese blocks).
fn is_latin(c: char) -> bool {
    c < '\u{2E80}' || c == MARK_OPEN
}
