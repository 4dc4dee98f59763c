//! A reading → [`Quantity`]s: money, percentages, counts of things, durations, measures.

use diag::Span;

/// A number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// Number and unit as printed, without the approximator.
    pub(crate) span: Span,
    pub(crate) value: Option<f64>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    /// An ISO 4217 code, `percent`, or a noun in the singular.
    pub(crate) unit: String,
    pub(crate) approx: bool,
}
