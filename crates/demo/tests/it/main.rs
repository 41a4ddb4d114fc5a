//! The demo's cities: the newspaper's totals, the rules of every row, and the
//! workbooks read back.

mod figures;
mod newspaper;
mod rules;
mod workbooks;
