//! Markdown with figures to HTML, print and GB/T 9704 Word.
//!
//! A template is Markdown with expressions. A number is never written in it: it is asked for,
//! `{{ fig("funds_arrived", "yoy") }}`, and answered by whoever calls this crate. So rendering
//! has two steps:
//!
//! 1. [`calls`] runs the template with a recorder and says which figures it asks for;
//! 2. [`render`] runs it again with the answers and gives a [`Document`], a small tree.
//!
//! From the tree come an HTML fragment ([`html::fragment`]), a page to print ([`print::page`]) and
//! a Word file ([`word::file`]). The same tree and the same [`Meta`] give the same bytes on every
//! run and on every machine: a bulletin that was issued under a hash can be made again.
//!
//! # What a template can say
//!
//! | written | read as |
//! |---|---|
//! | `# …` at the very beginning | the title; else [`Meta::title`] |
//! | `##`, `###`, `####`, `#####` | 一、 （一） 1. （1）; the numeral is made unless it is written |
//! | `**…**` | strong |
//! | `: caption` right above a table | its caption |
//! | a column of numbers | set right, unless the rule row says otherwise |
//! | `---` | a page break |
//! | `{{ fig("code", "measure", unit="370303", month="2023-04", from="2023-02") }}` | a figure; all but the code may be left out |
//! | `{{ change(fig("code", "yoy")) }}` | a figure with a word for its sign: 增长3.0%, 下降1.2%, 持平; `up=`, `down=`, `flat=` give other words |
//! | `{% if fig("code", "yoy").sign == -1 %}` | a question about a figure: `.sign` is −1, 0, 1 or none, `.value` and `.display` are text |
//! | `{% for u in units %} … {% endfor %}` | a loop over the context; alone on its line it leaves no line behind |
//!
//! What an expression prints is data: Markdown in it is shown, not obeyed. Where there is no
//! value, — is printed.
//!
//! The crate knows nothing of what the figures mean and of where they come from.

#[macro_use]
mod put;

mod breadth;
mod call;
mod columns;
mod fault;
pub mod html;
mod letter;
mod markdown;
mod meta;
mod nearest;
mod numerals;
pub mod print;
mod template;
mod tree;
mod typed;
pub mod word;

pub use call::{Catalogue, DEFAULT_MEASURE, Figure, FigureCall, Figures};
pub use fault::{Fault, Faults};
pub use meta::{Language, Meta};
pub use template::{calls, render};
pub use tree::{Align, Block, Cell, Document, Inline, Place, PlacedFigure, Table};
pub use typed::{TypedNumber, typed_numbers};
