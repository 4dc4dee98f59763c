//! [`Analysis`]: all that was read from one article. Above this line work is per article; below, over the corpus.

use crate::date::Date;
use crate::quantity::Quantity;
use crate::quote::Quote;
use crate::reading::Reading;
use crate::role::Role;
use crate::seed::Seed;

/// One article, read.
#[derive(Debug, Clone)]
pub(crate) struct Analysis {
    pub(crate) seed: Seed,
    pub(crate) reading: Reading,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) dates: Vec<Date>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) roles: Vec<Role>,
}
