//! Numbers the figures in reading order and says where each stands.

use crate::template::Printed;
use crate::tree::{Block, Document, Inline, Place, PlacedFigure};

/// Fills [`Document::figures`] and makes each [`Inline::Figure`] an index into it.
pub(super) fn figures(document: &mut Document, printed: Vec<Printed>) {
    let mut placer = Placer {
        printed,
        figures: Vec::new(),
        place: Place::default(),
    };
    placer.inlines(&mut document.title);
    let mut blocks = std::mem::take(&mut document.blocks);
    for (index, block) in blocks.iter_mut().enumerate() {
        placer.place.block = Some(index);
        placer.block(block);
    }
    document.blocks = blocks;
    document.figures = placer.figures;
}

struct Placer {
    printed: Vec<Printed>,
    figures: Vec<PlacedFigure>,
    place: Place,
}

impl Placer {
    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading { text, .. } => {
                self.inlines(text);
                self.place.heading = Some(self.text(text));
            }
            Block::Paragraph(text) => self.inlines(text),
            Block::List { items, .. } => items.iter_mut().flatten().for_each(|b| self.block(b)),
            Block::Table(table) => {
                self.inlines(&mut table.caption);
                let rows = std::iter::once(&mut table.head).chain(&mut table.rows);
                for (row, cells) in rows.enumerate() {
                    for (column, cell) in cells.iter_mut().enumerate() {
                        self.place.row = Some(row);
                        self.place.column = Some(column);
                        self.inlines(cell);
                    }
                }
                self.place.row = None;
                self.place.column = None;
            }
            Block::PageBreak => {}
        }
    }

    fn inlines(&mut self, inlines: &mut [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Strong(inner) => self.inlines(inner),
                Inline::Figure(number) => *number = self.figure(*number),
                Inline::Text(_) | Inline::Break => {}
            }
        }
    }

    fn figure(&mut self, number: usize) -> usize {
        let printed = self.printed[number].clone();
        self.figures.push(PlacedFigure {
            number: self.figures.len() + 1,
            call: printed.call,
            display: printed.display,
            address: printed.address,
            value: printed.value,
            place: self.place.clone(),
        });
        self.figures.len() - 1
    }

    fn text(&self, inlines: &[Inline]) -> String {
        inlines
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.clone(),
                Inline::Strong(inner) => self.text(inner),
                Inline::Figure(index) => self.figures[*index].display.clone(),
                Inline::Break => " ".to_owned(),
            })
            .collect()
    }
}
