//! Records → the files of Pagefind's index, and the script and the engine that search them. The same records give the same bytes.

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use tokio::runtime::Builder;

use super::Record;

/// Pages that Pagefind brings along and that our own page of the search does without.
const UNUSED: &[&str] =
    &["pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "playground"];

/// Makes the index, every record as text in the language of the site: a page of the search loads the index of one language.
pub(super) fn make(records: &[Record], language: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let runtime = Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let files = runtime.block_on(fill(records, language))?;
    let named = files
        .into_iter()
        .filter_map(|file| Some((file.filename.to_str()?.replace('\\', "/"), file.contents)));
    Ok(named.filter(|(name, _)| !UNUSED.iter().any(|unused| name.starts_with(unused))).collect())
}

async fn fill(records: &[Record], language: &str) -> Result<Vec<SyntheticFile>, String> {
    let options = PagefindServiceConfig::builder().force_language(language.to_lowercase()).build();
    let mut index = PagefindIndex::new(Some(options)).map_err(shown)?;
    for record in records {
        index.add_html_file(None, Some(record.path.clone()), record.html.clone()).await.map_err(shown)?;
    }
    index.get_files().await.map_err(shown)
}

/// Pagefind's errors have their causes behind them.
fn shown(error: impl std::fmt::Display) -> String {
    format!("{error:#}")
}
