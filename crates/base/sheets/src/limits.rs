//! How much a workbook may hold. A workbook is untrusted input: each limit
//! names the attack or accident it stops and the honest file it still admits.

/// Largest file accepted, in bytes. A hundred thousand rows by thirty columns
/// take about 20 MB; beyond 100 MB an office sends pictures, not figures.
pub const MAX_FILE_BYTES: usize = 100 * 1024 * 1024;

/// Most entries in the archive. A workbook has one part per sheet and picture
/// and a dozen more; the limit bounds the directory that is kept in memory.
pub const MAX_ENTRIES: usize = 2_048;

/// Largest single part after inflating, in bytes. A sheet of 100,000 rows by
/// 30 columns stays far below it; a zip bomb does not. It also bounds what the
/// parser may buffer, should a part be one endless comment.
pub const MAX_PART_BYTES: u64 = 384 * 1024 * 1024;

/// Largest sum of all parts after inflating, in bytes.
pub const MAX_INFLATED_BYTES: u64 = 640 * 1024 * 1024;

/// Most bytes of shared strings: they are kept in memory as a whole, unlike
/// the cells, which are streamed.
pub const MAX_SHARED_STRINGS_BYTES: u64 = 192 * 1024 * 1024;

/// Most bytes without the start of a tag. A cell holds 32,767 characters; the
/// parser buffers what lies between two tags.
pub const MAX_GAP_BYTES: u64 = 16 * 1024 * 1024;

/// Most cells of a workbook kept in memory, empty ones inside a row included
/// (24 bytes each, so 192 MB).
pub const MAX_CELLS: usize = 8_000_000;

/// Most cells of an .xls, counted as full rectangles and over all sheets: its
/// parser holds each rectangle twice before a cell is taken over. A full sheet
/// of 65,536 rows by 60 columns stays below it.
pub const MAX_XLS_CELLS: usize = 4_000_000;

/// Most bytes of cell text of a workbook: one long shared string can be named
/// by every cell, so the parts' size does not bound it.
pub const MAX_TEXT_BYTES: usize = 256 * 1024 * 1024;

/// Columns looked at; what lies to the right is left out and the sheet says
/// so. Offices' tables have at most about a hundred.
pub const MAX_COLUMNS: usize = 512;

/// Most merged ranges of a sheet that are honoured, and most cells that all of
/// them together may fill: overlapping ranges would otherwise cost rows squared.
pub const MAX_MERGES: usize = 50_000;
/// See [`MAX_MERGES`].
pub const MAX_MERGE_FILLS: usize = 2_000_000;

/// Bytes of XML after the last row that are searched for merged ranges.
pub(crate) const TAIL_BYTES: usize = 2 * 1024 * 1024;

/// Rows at the top of a sheet in which a header is looked for.
pub(crate) const HEADER_SEARCH_ROWS: usize = 40;

/// Most rows of one header. Yearbooks go to five.
pub(crate) const MAX_HEADER_ROWS: usize = 6;
