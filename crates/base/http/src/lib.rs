//! Application state, permission extractors, problem replies and paging.
