//! How a generated content file came about: [`Generated`], its `generated` key.

/// What a file that the program wrote says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Generated {
    /// The seed it was read from, relative to the seeds folder; none for an entity's file, which many seeds share.
    pub from: Option<String>,
    /// The digest of that seed, by which it is known again under another name; none for an entity's file.
    pub seed: Option<String>,
    /// The tagger tier and weight version that found the names: `default-2`.
    pub tagger: Option<String>,
    /// The digest of the file as generated, with this value empty: `sha256-` and hex digits. A file that no longer
    /// matches it has been edited and is left alone by later runs.
    pub digest: String,
}
