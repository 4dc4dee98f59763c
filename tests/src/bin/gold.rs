//! Writes the generated files of `tests/gold/` anew: `cargo run -p tests --bin gold`.
#![allow(clippy::print_stderr, reason = "the command's own messages")]

use std::fs;
use std::process::ExitCode;

use tests::gold;

fn main() -> ExitCode {
    let written = gold::read_all().and_then(|articles| {
        for (path, lines) in gold::layers(&articles) {
            let path = tests::root().join(gold::FOLDER).join(path);
            let folder = path.parent().ok_or("the file has a folder")?;
            fs::create_dir_all(folder)
                .and_then(|()| fs::write(&path, lines))
                .map_err(|error| error.to_string())?;
        }
        Ok(articles.len())
    });
    match written {
        Ok(articles) => {
            eprintln!("{articles} articles");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
