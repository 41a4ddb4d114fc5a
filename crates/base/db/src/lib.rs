//! Connections, transactions, constraint names and the two dialects.
