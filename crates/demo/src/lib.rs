//! Writes the demo city's workbooks.
