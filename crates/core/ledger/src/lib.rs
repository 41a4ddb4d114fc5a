//! Facts, postings, balances, months, definitions and figures.
