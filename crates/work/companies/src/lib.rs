//! Companies, their names, codes and registered divisions.
