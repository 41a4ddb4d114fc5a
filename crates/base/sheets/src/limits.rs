//! How much a workbook may hold. A workbook is untrusted input: each limit
//! names the attack or accident it stops and the honest file it still admits.
//! Together they keep the reading of any file below 500 MB.

/// Largest file accepted, in bytes. A hundred thousand rows by thirty columns
/// take about 20 MB; beyond 100 MB an office sends pictures, not figures.
pub const MAX_FILE_BYTES: usize = 100 * 1024 * 1024;

/// Most bytes of memory that one workbook is granted: the file itself, the
/// parser's strings and styles, and the cells. It is reckoned before memory is
/// taken; what a parser needs in passing comes on top.
pub const MAX_MEMORY_BYTES: usize = 352 * 1024 * 1024;

/// Most entries in the archive. A workbook has one part per sheet and picture
/// and a dozen more; the limit bounds the directory that is kept in memory.
pub const MAX_ENTRIES: usize = 2_048;

/// Most sheets: Excel's own memory ends far below.
pub const MAX_SHEETS: usize = 1_024;

/// Largest single part after inflating, in bytes. A sheet of 100,000 rows by
/// 30 columns stays far below it; a zip bomb does not.
pub const MAX_PART_BYTES: u64 = 384 * 1024 * 1024;

/// Largest sum of all parts after inflating, in bytes.
pub const MAX_INFLATED_BYTES: u64 = 640 * 1024 * 1024;

/// Most bytes of memory for shared strings, for styles and for names, each:
/// they are kept as a whole, unlike the cells, which are streamed. Three
/// million different short strings stay below it.
pub const MAX_SHARED_STRINGS_BYTES: u64 = 224 * 1024 * 1024;

/// Most bytes without the start of a tag, and of a comment: the parser buffers
/// them. A cell holds 32,767 characters.
pub const MAX_GAP_BYTES: u64 = 8 * 1024 * 1024;

/// Most bytes of one cell's text. Excel's own limit is 32,767 characters, of
/// at most four bytes; text files may hold more in a cell and are refused.
pub const MAX_CELL_TEXT_BYTES: usize = 4 * 32_767;

/// Most cells of a workbook kept in memory, empty ones inside the table's
/// rectangle included.
pub const MAX_CELLS: usize = 8_000_000;

/// Columns looked at; what lies to the right is left out and the sheet says
/// so. Offices' tables have at most about a hundred.
pub const MAX_COLUMNS: usize = 512;

/// Most merged ranges of a sheet that are honoured, and most cells that all of
/// them together may fill: overlapping ranges would otherwise cost rows squared.
pub const MAX_MERGES: usize = 50_000;
/// See [`MAX_MERGES`].
pub const MAX_MERGE_FILLS: usize = 1_000_000;

/// Most stretches of hidden rows or columns, and most formulas without a
/// value, that are noted of one sheet.
pub(crate) const MAX_HIDDEN: usize = 50_000;
/// See [`MAX_HIDDEN`].
pub(crate) const MAX_UNCALCULATED: usize = 200_000;

/// Bytes that a text takes beside its characters: its place, and what the
/// allocator adds.
pub(crate) const STRING_BYTES: u64 = 56;

/// Bytes that a row takes beside its cells, in the grid and in the table.
pub(crate) const ROW_BYTES: usize = 120;

/// Characters of a header or of a line over it that are kept.
pub(crate) const MAX_LABEL_CHARS: usize = 500;

/// Bytes of XML after the last row that are searched for merged ranges.
pub(crate) const TAIL_BYTES: usize = 2 * 1024 * 1024;

/// Rows at the top of a sheet in which a header is looked for.
pub(crate) const HEADER_SEARCH_ROWS: usize = 40;

/// Most rows of one header. Yearbooks go to five.
pub(crate) const MAX_HEADER_ROWS: usize = 6;
