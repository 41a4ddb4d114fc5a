//! Why a file is not read as a workbook: what it is instead, so that the
//! message can say what to do.

use serde::Serialize;

/// A file that gives no workbook. Every variant has a stable code; texts for
/// people are made from code and parameters by whoever shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum Unreadable {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`crate::limits::MAX_FILE_BYTES`].
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooLarge {
        /// Bytes handed in.
        bytes: u64,
        /// Bytes accepted.
        limit: u64,
    },
    /// The small `~$` file that Excel keeps beside an open workbook.
    #[error("this is the lock file Excel keeps beside an open workbook")]
    LockFile,
    /// A web page, often named .xls by the system that wrote it.
    #[error("this is a web page (HTML)")]
    Html,
    /// XML of Excel 2003, or other XML.
    #[error("this is an XML file")]
    Xml,
    /// A password is set; also the invisible one that Excel opens unasked.
    #[error("the workbook is encrypted")]
    Encrypted,
    /// Another kind of document.
    #[error("this is {kind:?}, not a workbook")]
    OtherKind {
        /// Which.
        kind: FileKind,
    },
    /// A workbook in a format that is not read.
    #[error("workbooks in the format {format} are not read")]
    OtherWorkbook {
        /// ods, xlsb, numbers.
        format: String,
    },
    /// Nothing that is known: neither archive nor workbook nor text.
    #[error("the file is not a workbook")]
    NotAWorkbook,
    /// The archive or a part of it is cut off or damaged.
    #[error("the workbook is damaged: {detail}")]
    Damaged {
        /// The sheet being read, where one was.
        sheet: Option<String>,
        /// The reader's own words, for the log.
        detail: String,
    },
    /// It would inflate beyond what memory is granted: a zip bomb, or far more
    /// rows than a table of records has.
    #[error("the workbook holds more than is accepted: {what:?}")]
    TooMuchInside {
        /// Which limit.
        what: Excess,
        /// The limit, in bytes or pieces.
        limit: u64,
    },
    /// Text that is neither UTF-8 nor GB18030 nor UTF-16.
    #[error("the text's encoding is not recognised")]
    Encoding,
}

/// Documents that get handed in by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Word.
    Document,
    /// Slides.
    Presentation,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A zip, rar or 7z archive.
    Archive,
}

/// Which limit a workbook exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Excess {
    /// [`crate::limits::MAX_ENTRIES`]
    Entries,
    /// [`crate::limits::MAX_PART_BYTES`]
    PartBytes,
    /// [`crate::limits::MAX_INFLATED_BYTES`]
    InflatedBytes,
    /// [`crate::limits::MAX_SHARED_STRINGS_BYTES`]
    SharedStrings,
    /// [`crate::limits::MAX_GAP_BYTES`]
    Gap,
    /// [`crate::limits::MAX_SHEETS`]
    Sheets,
    /// [`crate::limits::MAX_CELLS`]
    Cells,
    /// [`crate::limits::MAX_CELL_TEXT_BYTES`]
    CellText,
    /// [`crate::limits::MAX_MEMORY_BYTES`]
    Memory,
}

impl Unreadable {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "sheets.empty",
            Self::TooLarge { .. } => "sheets.too_large",
            Self::LockFile => "sheets.lock_file",
            Self::Html => "sheets.html",
            Self::Xml => "sheets.xml",
            Self::Encrypted => "sheets.encrypted",
            Self::OtherKind { .. } => "sheets.other_kind",
            Self::OtherWorkbook { .. } => "sheets.other_workbook",
            Self::NotAWorkbook => "sheets.not_a_workbook",
            Self::Damaged { .. } => "sheets.damaged",
            Self::TooMuchInside { .. } => "sheets.too_much_inside",
            Self::Encoding => "sheets.encoding",
        }
    }

    pub(crate) fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Damaged {
            sheet: None,
            detail: detail.to_string(),
        }
    }

    pub(crate) fn too_much(what: Excess, limit: u64) -> Self {
        Self::TooMuchInside { what, limit }
    }
}
