//! Formatted text at the end of a string.

/// `put!(out, "…", …)` appends formatted text to the string `out`.
macro_rules! put {
    ($out:expr, $($format:tt)+) => {{
        use std::fmt::Write as _;
        $out.write_fmt(format_args!($($format)+))
            .expect("writing to a string cannot fail");
    }};
}
