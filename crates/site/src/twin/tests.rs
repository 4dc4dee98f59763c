use std::path::Path;

use diag::Sink;
use model::Briefing;
use serde_json::Value;

use crate::config::{Config, Shown};
use crate::{Options, Theme};
