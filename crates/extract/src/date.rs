//! A reading → [`Date`]s: expressions of dates, as far as the text and the day of publication settle them.

use diag::Span;
use model::PartialDate;

/// A date in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Date {
    /// The expression without preposition and article.
    pub(crate) span: Span,
    /// EDTF; none when nothing settles it, such as a weekday in an undated article.
    pub(crate) value: Option<PartialDate>,
}
