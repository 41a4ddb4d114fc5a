//! Projects: life cycle, lists, investors and funds.
