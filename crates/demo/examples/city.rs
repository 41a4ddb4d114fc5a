//! Writes a city's workbooks into a folder and counts them:
//! `cargo run -p demo --example city -- FOLDER [SEED]`.

use std::path::Path;
use std::time::Instant;

use demo::{City, UNITS};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("where to? give a folder")?;
    let begin = Instant::now();
    let city: City = match arguments.next() {
        Some(seed) => demo::seeded(seed.parse()?),
        None => demo::newspaper(),
    };
    let built = begin.elapsed();
    let files = city.files()?;
    let written = begin.elapsed();
    for file in &files {
        let path = Path::new(&folder).join(&file.path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, &file.bytes)?;
    }
    let steps: usize = city
        .projects
        .iter()
        .map(|project| project.milestones.len())
        .sum();
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    println!(
        "{} files ({bytes} bytes), {} units, {} projects, {steps} milestones, {} fund rows; \
         model {built:?}, with workbooks {written:?}",
        files.len(),
        UNITS.len(),
        city.projects.len(),
        city.funds.len(),
    );
    Ok(())
}
