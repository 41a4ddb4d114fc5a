//! Types and rules of figures as they are shown, of the board, and of bulletins: pure.

mod approximate;
mod board;
mod board_out;
mod bulletin;
mod call;
mod entries;
mod figure;
pub(crate) mod forecast;
mod goal;
mod opening_total;
mod records;
mod template;
mod window;

pub(crate) use board::{BOARD_CITY_CODES, BoardParts, SCORED, board};
pub use board_out::Board;
pub(crate) use bulletin::content_hash;
pub use bulletin::{Bulletin, BulletinId, Erratum, FrozenFigure};
pub(crate) use call::{MEASURES, Resolved, answer, resolve};
pub use entries::{EntriesOut, Entry, EntryList, FactOut};
pub(crate) use entries::{read_cursor, write_cursor};
pub(crate) use figure::plan_json;
pub use figure::{FigureOut, FiguresOut};
pub use goal::GoalProgress;
pub(crate) use goal::{goal_text, month_label};
pub use opening_total::OpeningTotalOut;
pub(crate) use records::Records;
pub use template::{OwnTemplate, Template, TemplateId, templates};
pub use window::WindowRefusal;
pub(crate) use window::window;
