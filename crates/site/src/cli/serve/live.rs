//! The site that is being served: [`Live`], which a build replaces while requests read it.

use std::fmt::Debug;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// A site that can be asked for its files.
pub(super) trait Files: Debug + Send + Sync {
    /// The bytes of the file at this path.
    fn get(&self, file: &str) -> Option<Vec<u8>>;
}

/// What is served now.
#[derive(Debug, Clone, Default)]
pub(super) struct Stand {
    /// Goes up by one with every change.
    pub(super) version: u64,
    /// The last site that could be built; none at first.
    pub(super) files: Option<Arc<dyn Files>>,
    /// Whether the last change was one of style sheets alone.
    pub(super) styles: bool,
    /// What is wrong with the newest one.
    pub(super) trouble: Option<String>,
}

impl Stand {
    /// The bytes of the file at this path.
    pub(super) fn get(&self, file: &str) -> Option<Vec<u8>> {
        self.files.as_ref()?.get(file)
    }
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

    /// Takes up a site, if there is a new one, of which `styles` says whether it differs by its style sheets alone; and what is wrong
    /// with the newest. Whether that changes anything.
    pub(super) fn put(&self, files: Option<Arc<dyn Files>>, styles: bool, trouble: Option<String>) -> bool {
        let mut stand = self.stand.lock().unwrap_or_else(PoisonError::into_inner);
        if files.is_none() && trouble == stand.trouble {
            return false;
        }
        stand.version += 1;
        stand.trouble = trouble;
        stand.styles = styles && files.is_some();
        stand.files = files.or_else(|| stand.files.take());
        self.changed.notify_all();
        true
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use super::*;

    impl Files for BTreeMap<String, Vec<u8>> {
        fn get(&self, file: &str) -> Option<Vec<u8>> {
            self.get(file).cloned()
        }
    }

    /// A site of these files.
    pub(in crate::cli::serve) fn files<const N: usize>(files: [(&str, &str); N]) -> Option<Arc<dyn Files>> {
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        Some(Arc::new(BTreeMap::from(files)))
    }

    #[test]
    fn each_site_is_a_version_and_says_whether_only_its_styles_differ() {
        let live = Live::default();
        assert!(live.put(files([("a.css", "b")]), false, None));
        assert!(live.put(files([("a.css", "c")]), true, None) && live.now().styles);
        assert!(!live.put(None, false, None) && live.now().version == 2);
        assert!(live.put(files([("a.css", "d")]), false, None) && !live.now().styles);
    }

    #[test]
    fn what_is_wrong_leaves_the_last_site() {
        let live = Live::default();
        live.put(files([("a.css", "b")]), false, None);
        assert!(live.put(None, false, Some("line 3".to_owned())));
        let stand = live.after(1, Duration::ZERO);
        assert_eq!((stand.version, stand.get("a.css").is_some()), (2, true));
        assert_eq!(stand.trouble.as_deref(), Some("line 3"));
        assert!(live.put(None, false, None) && live.now().trouble.is_none());
    }
}
