//! A plan → the disk. What a person may have changed since the plan was made is looked at again just before it is replaced.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use diag::{Diagnostic, Sink};

use crate::store::Error;
use crate::store::digest;
use crate::store::disk::{Disk, UNFINISHED};
use crate::store::plan::{Action, Why};
use crate::store::state::State;

/// The file of redirects.
pub(super) const MOVES: &str = "moved.toml";

/// Where things are written, and with what.
pub(super) struct Desk<'d, D> {
    pub(super) disk: &'d D,
    /// The content folder.
    pub(super) folder: &'d Path,
    pub(super) state: &'d State,
}

/// How one file went.
enum Done {
    Yes,
    /// A person was there first.
    No(Why),
}

impl<D: Disk> Desk<'_, D> {
    /// Does what the actions say, and says what was done. `places` has the files that are not where their path says, such as
    /// those in a folder of a folder.
    pub(super) fn carry_out(
        &self,
        actions: BTreeMap<String, Action>,
        places: &BTreeMap<String, PathBuf>,
        sink: &mut Sink,
    ) -> Result<BTreeMap<String, Action>, Error> {
        let mut done = BTreeMap::new();
        // Redirects first, or a run that is killed would leave a page that has moved and nobody who knows of it; what is new
        // before what is old goes: a page that moves is never nowhere.
        let mut actions: Vec<_> = actions.into_iter().collect();
        actions.sort_by_key(|(path, action)| (matches!(action, Action::Remove { .. }), path != MOVES));
        for (path, action) in actions {
            let place = places.get(&path).cloned().unwrap_or_else(|| self.folder.join(&path));
            let result = match self.one(&path, &place, &action) {
                Ok(result) => result,
                Err(error) if path != MOVES && is_about_one_file(&error.cause) => {
                    let message = format!("`{}` cannot be written: {}", error.path.display(), error.cause);
                    let help = "nothing in it was changed; check its permissions and what stands there";
                    sink.push(Diagnostic::error("unwritable-file", message).help(help));
                    Done::No(Why::Failed)
                }
                Err(error) => return Err(error),
            };
            let action = match result {
                Done::Yes => action,
                Done::No(why) => kept(action, why),
            };
            done.insert(path, action);
        }
        Ok(done)
    }

    fn one(&self, path: &str, place: &Path, action: &Action) -> Result<Done, Error> {
        match action {
            Action::Create(new) => self.create(place, new),
            Action::Update { old, new } => self.update(path, place, old, new),
            Action::Remove { old, .. } => self.remove(place, old),
            Action::Keep { .. } => Ok(Done::Yes),
        }
    }

    fn create(&self, place: &Path, new: &str) -> Result<Done, Error> {
        let fail = |cause| Error::new(place, cause);
        let unfinished = self.write_beside(place, new)?;
        match self.disk.place(&unfinished, place) {
            Ok(()) => Ok(Done::Yes),
            Err(error) => {
                let _ = self.disk.remove(&unfinished);
                Err(fail(error))
            }
        }
    }

    fn update(&self, path: &str, place: &Path, old: &str, new: &str) -> Result<Done, Error> {
        let fail = |cause| Error::new(place, cause);
        if self.disk.is_read_only(place).map_err(fail)? {
            return Ok(Done::No(Why::ReadOnly));
        }
        if !digest::is_untouched(old) {
            self.state.keep_replaced(path, old.as_bytes(), self.disk)?;
        }
        let unfinished = self.write_beside(place, new)?;
        let result = match self.disk.read(place) {
            Ok(now) if now.as_deref() == Some(old.as_bytes()) => {
                self.disk.replace(&unfinished, place).map(|()| Done::Yes)
            }
            Ok(_) => Ok(Done::No(Why::Meanwhile)),
            Err(error) => Err(error),
        };
        if !matches!(result, Ok(Done::Yes)) {
            let _ = self.disk.remove(&unfinished);
        }
        result.map_err(fail)
    }

    fn remove(&self, place: &Path, old: &str) -> Result<Done, Error> {
        let fail = |cause| Error::new(place, cause);
        let Some(now) = self.disk.read(place).map_err(fail)? else { return Ok(Done::Yes) };
        if now != old.as_bytes() {
            return Ok(Done::No(Why::Meanwhile));
        }
        if self.disk.is_read_only(place).map_err(fail)? {
            return Ok(Done::No(Why::ReadOnly));
        }
        self.disk.remove(place).map_err(fail)?;
        Ok(Done::Yes)
    }

    /// Writes a text beside its place, under a name that nobody reads.
    fn write_beside(&self, place: &Path, text: &str) -> Result<PathBuf, Error> {
        let folder = place.parent().unwrap_or(self.folder);
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let unfinished = folder.join(format!("{}{name}{}", UNFINISHED.0, UNFINISHED.1));
        let fail = |cause| Error::new(place, cause);
        self.disk.make_folder(folder).map_err(fail)?;
        let mut result = self.disk.create(&unfinished, text.as_bytes());
        if result.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists) {
            // Of a run that was killed: nobody else is at work, we hold the lock.
            self.disk.remove(&unfinished).map_err(fail)?;
            result = self.disk.create(&unfinished, text.as_bytes());
        }
        if let Err(error) = result {
            let _ = self.disk.remove(&unfinished);
            return Err(fail(error));
        }
        Ok(unfinished)
    }
}

/// Removes what a killed run left half written: it is ours, and holds nothing a person wrote.
pub(super) fn sweep(unfinished: &[PathBuf], disk: &impl Disk) -> Result<(), Error> {
    unfinished.iter().try_for_each(|path| disk.remove(path).map_err(|cause| Error::new(path, cause)))
}

/// Whether the other files may be written all the same.
fn is_about_one_file(error: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, IsADirectory, NotADirectory, PermissionDenied};
    matches!(error.kind(), AlreadyExists | IsADirectory | NotADirectory | PermissionDenied)
}

fn kept(action: Action, why: Why) -> Action {
    match action {
        Action::Create(new) => Action::Keep { old: String::new(), new: Some(new), why },
        Action::Update { old, new } => Action::Keep { old, new: Some(new), why },
        Action::Remove { old, .. } => Action::Keep { old, new: None, why },
        keep @ Action::Keep { .. } => keep,
    }
}
