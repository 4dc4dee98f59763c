//! `site init`: a new briefing with its settings, a sample article and a workflow for GitHub Pages.

use std::fs;

use super::Failure;
use super::args::Init;
use super::terminal::Terminal;

/// What a new briefing holds: path, text.
const FILES: &[(&str, &str)] = &[
    ("site.toml", include_str!("../../init/site.toml")),
    ("seeds/2024-05-17-sample.txt", include_str!("../../init/sample.txt")),
    (".github/workflows/pages.yml", include_str!("../../init/pages.yml")),
    (".gitignore", "/public\n"),
];

/// Writes the files that are not there yet.
pub(crate) fn run(options: &Init) -> Result<bool, Failure> {
    let terminal = Terminal::default();
    let folder = &options.folder;
    let filled = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if filled && !options.force {
        let message = format!("`{}` is not empty", folder.display());
        return Err(
            Failure::new(message).help("give another folder, or `--force` to add what is not there yet")
        );
    }
    for (path, text) in FILES {
        let target = folder.join(path);
        if target.exists() {
            terminal.say(&format!("kept {}", target.display()));
            continue;
        }
        let above = target.parent().unwrap_or(folder);
        fs::create_dir_all(above).map_err(|error| Failure::on("make", above, error))?;
        fs::write(&target, text).map_err(|error| Failure::on("write", &target, error))?;
        terminal.say(&format!("wrote {}", target.display()));
    }
    terminal.say(&format!(
        "Put articles into {} and run: site build -r {}",
        folder.join("seeds").display(),
        folder.display()
    ));
    Ok(true)
}
