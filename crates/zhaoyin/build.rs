//! Sees to it that there is a web client to embed: where `web/dist` has not been built, a
//! page that says so.

use std::path::Path;

const PAGE: &str = "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><title>招引</title>\
<p>网页客户端尚未构建。The web client has not been built: run <code>make web</code>, then build again.</p></html>\n";

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist");
    println!("cargo::rerun-if-changed={}", folder.display());
    let page = folder.join("index.html");
    if !page.exists() {
        std::fs::create_dir_all(&folder).expect("web/dist can be made");
        std::fs::write(&page, PAGE).expect("web/dist can be written to");
    }
}
