//! [`Output`] → disk: only what changed, each by a temporary file and a rename. Files that the tool did not write are left
//! alone; which are its own says the manifest, which lies in the folder itself, so that it goes where the folder goes.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use rayon::prelude::*;
use site::{Output, Progress, Stage};

use super::Failure;

/// The manifest's name; it begins with a dot, because the site does not need it and hosts need not publish it.
pub(super) const MANIFEST: &str = ".backgrounder-manifest";

/// Where pages are written before each goes to its place in one step; what a build that was killed left half written is there, and the
/// next one clears it.
const UNFINISHED: &str = ".backgrounder-unfinished";

/// How many files were written and removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Changes {
    /// New or different files.
    pub(crate) written: usize,
    /// Files of an earlier build that are no longer part of the site.
    pub(crate) removed: usize,
}

/// Brings a folder up to date. One that holds files and no manifest is refused, unless `force`.
pub(crate) fn write(
    output: &Output,
    folder: &Path,
    force: bool,
    progress: &dyn Progress,
) -> Result<Changes, Failure> {
    progress.begin(Stage::Write, output.files.len());
    let old = listed(folder, force)?;
    let stale: Vec<&String> = old.iter().filter(|path| !output.files.contains_key(*path)).collect();
    fs::create_dir_all(folder).map_err(|error| Failure::on("make", folder, error))?;
    let unfinished = folder.join(UNFINISHED);
    clear(&unfinished)?;
    fs::create_dir(&unfinished).map_err(|error| Failure::on("make", &unfinished, error))?;
    // First the list of old and new together: should the work be cut off, the next build still knows its own files.
    let manifest = output.manifest();
    let mut changes = Changes::default();
    if !stale.is_empty() || old.len() != output.files.len() {
        let mut both = manifest.clone();
        stale.iter().for_each(|path| both.push_str(&format!("-  {path}\n")));
        put_by(&unfinished, &folder.join(MANIFEST), both.as_bytes())?;
    }
    for path in stale {
        changes.removed += usize::from(remove(folder, path)?);
    }
    // In a folder that was empty there is nothing to compare with and no link to be led astray by.
    let is_new = old.is_empty() && !force;
    let written = output.files.par_iter().map(|(path, bytes)| {
        let mut written = Ok(0);
        progress.step(path, &mut || {
            written = match is_new {
                true => put_by(&unfinished, &folder.join(path), bytes).map(|()| 1),
                false => bring(folder, path, bytes),
            };
        });
        written
    });
    changes.written = written.sum::<Result<usize, Failure>>()?;
    put_by(&unfinished, &folder.join(MANIFEST), manifest.as_bytes())?;
    clear(&unfinished)?;
    Ok(changes)
}

/// Gives a file of the folder these bytes; 1 when it had others.
fn bring(folder: &Path, path: &str, bytes: &[u8]) -> Result<usize, Failure> {
    let target = folder.join(path);
    if holds(&target, bytes) {
        return Ok(0);
    }
    inside(folder, &target)?;
    put_by(&folder.join(UNFINISHED), &target, bytes)?;
    Ok(1)
}

/// Fails where a link on the way to a file leads out of the folder.
fn inside(folder: &Path, target: &Path) -> Result<(), Failure> {
    let mut above = target.ancestors().skip(1).take_while(|above| *above != folder);
    match above.find(|above| above.is_symlink()) {
        None => Ok(()),
        Some(link) => Err(Failure::new(format!(
            "`{}` is a link, and pages are written to no other folder",
            link.display()
        ))
        .help("remove the link")),
    }
}

/// Removes a folder of ours with all that is in it.
fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::on("remove", folder, error))
        }
        _ => Ok(()),
    }
}

/// Whether a file has these bytes; one of another length is not read.
fn holds(target: &Path, bytes: &[u8]) -> bool {
    let alike = fs::metadata(target).is_ok_and(|found| found.len() == bytes.len() as u64);
    alike && fs::read(target).is_ok_and(|old| old == bytes)
}

/// The files that an earlier build wrote.
fn listed(folder: &Path, force: bool) -> Result<BTreeSet<String>, Failure> {
    let manifest = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    if let Some(paths) = Output::listed(&manifest) {
        return Ok(paths.into_iter().collect());
    }
    let empty = match fs::read_dir(folder) {
        // What is left of a first build that could not even write its manifest is ours.
        Ok(mut entries) => entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == UNFINISHED)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::on("read", folder, error)),
    };
    if empty || force {
        return Ok(BTreeSet::new());
    }
    let message = format!("`{}` holds files that were not written by this tool", folder.display());
    Err(Failure::new(message).help("give another folder with `-o DIR`, or `--force` to write beside them"))
}

/// Removes a file of an earlier build, and the folders that are empty without it.
fn remove(folder: &Path, path: &str) -> Result<bool, Failure> {
    let target = folder.join(path);
    inside(folder, &target)?;
    match fs::remove_file(&target) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Failure::on("remove", &target, error)),
    }
    let above = target.ancestors().skip(1).take_while(|above| *above != folder);
    for above in above {
        // Fails, as it should, on the first folder that still holds something.
        if fs::remove_dir(above).is_err() {
            break;
        }
    }
    Ok(true)
}

/// Writes a file by a temporary one beside it and a rename.
pub(super) fn put(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    put_by(target.parent().unwrap_or(Path::new(".")), target, bytes)
}

/// The same with the temporary file in another folder of the same disk.
fn put_by(folder: &Path, target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fail = |error| Failure::on("write", target, error);
    let above = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(above).map_err(fail)?;
    let mut file = temporary().tempfile_in(folder).map_err(fail)?;
    file.write_all(bytes).map_err(fail)?;
    file.persist(target).map_err(|error| fail(error.error))?;
    Ok(())
}

/// A temporary file that others may read once it is in its place, as hosts ask.
fn temporary() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.prefix(".backgrounder-");
    builder
}

#[cfg(test)]
mod tests {
    use site::Silent;

    use super::*;

    fn output(files: &[(&str, &str)]) -> Output {
        Output { files: files.iter().map(|(p, b)| ((*p).to_owned(), b.as_bytes().to_vec())).collect() }
    }

    #[test]
    fn only_what_changed_is_written_and_only_its_own_files_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let first = output(&[("a/index.html", "1"), ("b/c/index.html", "2"), ("x", "3")]);
        assert_eq!(write(&first, folder.path(), false, &Silent).unwrap(), Changes { written: 3, removed: 0 });
        assert_eq!(write(&first, folder.path(), false, &Silent).unwrap(), Changes::default());
        fs::write(folder.path().join("a/mine.txt"), "keep").unwrap();
        // `x` was a file and is a folder now.
        let second = output(&[("x/index.html", "3")]);
        assert_eq!(
            write(&second, folder.path(), false, &Silent).unwrap(),
            Changes { written: 1, removed: 3 }
        );
        assert!(folder.path().join("a/mine.txt").exists() && !folder.path().join("b").exists());
    }

    #[test]
    fn a_folder_of_others_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.doc"), "years of work").unwrap();
        let site = output(&[("index.html", "1")]);
        assert!(write(&site, folder.path(), false, &Silent).unwrap_err().to_string().contains("--force"));
        assert_eq!(write(&site, folder.path(), true, &Silent).unwrap().written, 1);
        assert_eq!(fs::read(folder.path().join("thesis.doc")).unwrap(), b"years of work");
        assert_eq!(write(&output(&[]), folder.path(), false, &Silent).unwrap().removed, 1);
    }
}
