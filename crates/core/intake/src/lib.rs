//! Import batches: mapping, dry run, commit and undo.
