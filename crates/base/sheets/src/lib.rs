//! Workbooks in and out: finds the table in what offices make.
