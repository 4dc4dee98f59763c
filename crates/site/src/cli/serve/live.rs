//! The site that is being served: [`Live`], which a build replaces while requests read it.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// The files of a site by path.
pub(super) type Files = Arc<BTreeMap<String, Vec<u8>>>;

/// What is served now.
#[derive(Debug, Clone, Default)]
pub(super) struct Stand {
    /// Goes up by one with every change.
    pub(super) version: u64,
    /// The last site that could be built.
    pub(super) files: Files,
    /// Whether the last change was one of style sheets alone.
    pub(super) styles: bool,
    /// What is wrong with the newest one.
    pub(super) trouble: Option<String>,
}

/// A stand that threads share.
#[derive(Debug, Default)]
pub(super) struct Live {
    stand: Mutex<Stand>,
    changed: Condvar,
}

impl Live {
    /// What is served now.
    pub(super) fn now(&self) -> Stand {
        self.stand.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The same, as soon as it is not that of this version, or after a while.
    pub(super) fn after(&self, version: u64, patience: Duration) -> Stand {
        let stand = self.stand.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(stand, patience, |stand| stand.version == version);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }

    /// Takes up a build: its files, if it has any, and what is wrong with it. Whether that changes anything.
    pub(super) fn put(&self, files: Option<BTreeMap<String, Vec<u8>>>, trouble: Option<String>) -> bool {
        let mut stand = self.stand.lock().unwrap_or_else(PoisonError::into_inner);
        let files = files.filter(|files| *files != *stand.files);
        if files.is_none() && trouble == stand.trouble {
            return false;
        }
        stand.version += 1;
        stand.trouble = trouble;
        stand.styles = files.as_ref().is_some_and(|files| only_styles(&stand.files, files));
        if let Some(files) = files {
            stand.files = Arc::new(files);
        }
        self.changed.notify_all();
        true
    }
}

/// Whether the same files are there and none but style sheets differ.
fn only_styles(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> bool {
    let mut pairs = before.iter().zip(after);
    before.len() == after.len()
        && pairs.all(|((a, old), (b, new))| a == b && (old == new || a.ends_with(".css")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(page: &str, style: &str) -> Option<BTreeMap<String, Vec<u8>>> {
        Some(
            [("a.css", style), ("index.html", page)]
                .map(|(path, text)| (path.to_owned(), text.into()))
                .into(),
        )
    }

    #[test]
    fn a_build_that_changes_nothing_is_no_new_version() {
        let live = Live::default();
        assert!(live.put(files("a", "b"), None));
        assert!(!live.put(files("a", "b"), None));
        assert!(live.put(files("a", "c"), None) && live.now().styles);
        assert!(live.put(files("b", "c"), None) && !live.now().styles);
    }

    #[test]
    fn what_is_wrong_leaves_the_last_site() {
        let live = Live::default();
        live.put(files("a", "b"), None);
        assert!(live.put(None, Some("line 3".to_owned())));
        let stand = live.after(1, Duration::ZERO);
        assert_eq!((stand.version, stand.files.len(), stand.trouble.as_deref()), (2, 2, Some("line 3")));
        assert!(live.put(files("a", "b"), None) && live.now().trouble.is_none());
    }
}
