//! The permissions of this crate.

http_base::permissions! {
    /// See imports, their rows, templates and exports.
    ReadImports = "imports.read",
    /// Hand workbooks in, commit them, take them back.
    WriteImports = "imports.write",
}
