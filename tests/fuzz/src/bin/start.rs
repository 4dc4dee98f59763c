//! Writes the inputs that a target begins with into a folder: `start TARGET DIR`.

use std::fs;
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(target), Some(folder)) = (arguments.next(), arguments.next().map(PathBuf::from)) else {
        return Err(std::io::Error::other("give a target and a folder"));
    };
    fs::create_dir_all(&folder)?;
    for (number, bytes) in fuzz::Target::named(&target).start().into_iter().enumerate() {
        fs::write(folder.join(format!("start-{number:03}")), bytes)?;
    }
    Ok(())
}
