//! Test applications, fresh databases, actors and an independent evaluator.
