//! A change of tier: what nobody edited is read anew and states the new tagger, what a person edited stays.

use std::fs;

use diag::Sink;
use extract::{Options, Tools};
use tagger::{Crf, Label, Tagger};

/// The default tagger under another version, as another tier would be.
struct Other(Crf);

impl Tagger for Other {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        self.0.label(sentences)
    }

    fn version(&self) -> &str {
        "other-1"
    }
}

#[test]
fn another_tier_writes_unedited_articles_again_and_no_others() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let options = Options {
        seeds: folder.path().join("seeds"),
        content: folder.path().join("content"),
        dry_run: false,
        force: Vec::new(),
    };
    fs::create_dir(&options.seeds)?;
    for name in ["port", "dam"] {
        let text =
            format!("The {name} opens\n\nPresident Ana Quiroga opened the {name} in Quito on Monday.\n");
        fs::write(options.seeds.join(name).with_extension("txt"), text)?;
    }
    let mut sink = Sink::default();
    extract::run(&options, &Tools::builtin()?, &mut sink)?;
    let path = |name: &str| options.content.join("articles").join(name).with_extension("md");
    let edited = fs::read_to_string(path("dam"))?.replace("opened the dam", "has opened the dam");
    fs::write(path("dam"), &edited)?;
    extract::run(&options, &Tools::with(Box::new(Other(Crf::builtin()?))), &mut sink)?;
    assert!(fs::read_to_string(path("port"))?.contains("tagger = \"other-1\""));
    assert_eq!(fs::read_to_string(path("dam"))?, edited);
    Ok(())
}
