//! The closing of months and the bulletins.
