//! The seeds folder → [`Seed`]s, sorted by identifier: here that of the content file, the file's name as a slug.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile};
use model::Slug;
use walkdir::WalkDir;

use crate::seed::{self, Seed};
use crate::store::{Error, digest};

/// The seeds of a folder and its folders, sorted by identifier; two of one identifier are reported and the first is kept.
pub(super) fn read(folder: &Path, sink: &mut Sink) -> Result<Vec<Seed>, Error> {
    let mut seeds = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            Error::new(&path, error.into())
        })?;
        if entry.file_type().is_file() && seed::is_seed(entry.path()) {
            seeds.extend(read_one(folder, entry.path(), sink));
        }
    }
    seeds.sort_by(|a: &Seed, b: &Seed| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    seeds.dedup_by(|b, a| {
        let same = a.id == b.id;
        if same {
            let message = format!("`{}` and `{}` would be one article", a.path, b.path);
            sink.push(Diagnostic::error("duplicate-seed", message).help("rename one of the two files"));
        }
        same
    });
    Ok(seeds)
}

fn read_one(folder: &Path, path: &Path, sink: &mut Sink) -> Option<Seed> {
    let name = path.strip_prefix(folder).unwrap_or(path).display().to_string().replace('\\', "/");
    let unreadable = |path: &Path, error: &io::Error| {
        let message = format!("`{}` cannot be read: {error}", path.display());
        Diagnostic::error("unreadable-seed", message).help("check its permissions")
    };
    let mut bytes = fs::read(path).map_err(|error| sink.push(unreadable(path, &error))).ok()?;
    let sidecar = path.with_extension("toml");
    let sidecar = match fs::read_to_string(&sidecar) {
        Ok(text) => Some(Arc::new(SourceFile::new(sidecar.display().to_string(), text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            sink.push(unreadable(&sidecar, &error));
            None
        }
    };
    let seed = seed::read(&name, &path.display().to_string(), &bytes, sidecar.as_ref(), sink)?;
    let Some(slug) = Slug::from_name(&seed.id) else {
        let message =
            format!("`{}` has no letter or digit in its name to make an address of", path.display());
        sink.push(Diagnostic::error("nameless-seed", message).help("rename the file"));
        return None;
    };
    bytes.extend(sidecar.iter().flat_map(|file| file.text().bytes()));
    Some(Seed { id: slug.to_string(), digest: digest::of(&bytes), ..seed })
}
