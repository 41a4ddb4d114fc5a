//! The binary: configuration, router, commands.
fn main() {}
