//! A reading → [`Role`]s: titles before names and in apposition after them, as printed.

use diag::Span;
use model::RoleStatus;

use crate::chain::ChainIx;

/// A title or office of a person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Role {
    /// The words that say so: title and name.
    pub(crate) span: Span,
    pub(crate) person: ChainIx,
    /// As printed, without country and status word.
    pub(crate) title: String,
    /// The country or group it belongs to.
    pub(crate) of: Option<ChainIx>,
    pub(crate) status: RoleStatus,
}
