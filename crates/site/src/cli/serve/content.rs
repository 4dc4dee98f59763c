//! The folder of a briefing → [`Inputs`]; after a save, only what was saved is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diag::Sink;
use extract::Action;
use model::{Briefing, ContentFile};
use site::{Memory, Options};

use super::desk::Inputs;
use crate::cli::Failure;
use crate::cli::args::Serve;
use crate::cli::project::Project;
use crate::cli::record;

/// Brings the content up to date and reads what the site is made of. `last` is what it was made of before these files
/// `changed`.
pub(super) fn read(
    options: &Serve,
    memory: &Memory,
    last: Option<&Inputs>,
    changed: &BTreeSet<PathBuf>,
) -> Result<Inputs, Failure> {
    let mut found = Sink::default();
    let project = Project::open(&options.place, &mut found)?;
    let content = project.root.join(&project.config.extract.content);
    let mut saved = saved(&content, changed);
    if !options.work.no_extract {
        let report = project.extract(options.work.tagger, &mut found)?;
        saved =
            saved.filter(|_| report.actions.values().all(|action| !matches!(action, Action::Remove { .. })));
        let written = report.actions.iter().filter(|(_, action)| !matches!(action, Action::Keep { .. }));
        if let Some(saved) = &mut saved {
            saved.extend(written.map(|(path, _)| path.clone()));
        }
    }
    let theme = project.theme(&mut found)?;
    let known = last.zip(saved).and_then(|(last, saved)| replaced(last, &content, &saved));
    let (briefing, read) = match known {
        Some(known) => known,
        None => {
            let mut read = Sink::default();
            (project.content(&mut read)?, read)
        }
    };
    let builds = fs::metadata(project.root.join(&project.config.changes_file)).ok();
    let builds = builds.map(|found| record::stamp(&found));
    let history = match last {
        Some(last) if last.builds == builds => Arc::clone(&last.options.history),
        _ => Arc::new(project.history()),
    };
    let (drafts, review) = (options.place.drafts, options.work.review);
    let asked = Options { drafts, review, history, memory: Some(memory.clone()) };
    Ok(Inputs { config: project.config, theme, briefing, options: asked, builds, found, read })
}

/// The paths in the content folder of the files in it that changed; nothing when one of them is no content file, or a folder,
/// of which it is not known what changed in it.
fn saved(content: &Path, changed: &BTreeSet<PathBuf>) -> Option<BTreeSet<String>> {
    let content = content.canonicalize().ok()?;
    let mut saved = BTreeSet::new();
    for path in changed {
        let full = path.parent()?.canonicalize().ok()?.join(path.file_name()?);
        match full.strip_prefix(&content) {
            Ok(inside) if inside.extension().is_some_and(|end| end == "md") => {
                saved.insert(inside.display().to_string().replace('\\', "/"));
            }
            // An editor's own files beside it are no content.
            Ok(inside) if inside.extension().is_some_and(|end| end != "toml") && !full.is_dir() => {}
            Ok(_) => return None,
            Err(_) if full.is_dir() && content.starts_with(&full) => return None,
            Err(_) => {}
        }
    }
    Some(saved)
}

/// The content with these files read anew; nothing when one of them was not there before or is gone, or when something is wrong
/// with it, so that all is looked at.
fn replaced(last: &Inputs, content: &Path, saved: &BTreeSet<String>) -> Option<(Briefing, Sink)> {
    let wrong = |file: &str| {
        let mut places = last.read.diagnostics().iter().filter_map(|finding| finding.location.as_ref());
        places.any(|place| place.file.path() == file)
    };
    let mut briefing = last.briefing.clone();
    for path in saved {
        let mut sink = Sink::default();
        let file = Briefing::read(&content.join(path), &mut sink)?;
        let known = briefing.files.get_mut(path).filter(|known| known.path() == file.path())?;
        let parsed = ContentFile::parse(&file, &mut sink).filter(|parsed| parsed.path() == *path)?;
        if !sink.diagnostics().is_empty() || wrong(file.path()) {
            return None;
        }
        *known = file;
        match parsed {
            ContentFile::Article(article) => {
                drop(briefing.articles.insert(article.id.clone(), Arc::from(article)))
            }
            ContentFile::Entity(entity) => drop(briefing.entities.insert(entity.id.clone(), *entity)),
        }
    }
    Some((briefing, last.read.clone()))
}

#[cfg(test)]
mod tests {
    use site::{Config, Theme};

    use super::*;

    #[test]
    fn what_changed_is_told_from_what_lies_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("articles")).unwrap();
        fs::create_dir_all(folder.path().join("seeds")).unwrap();
        let of = |paths: &[&str]| {
            let changed = paths.iter().map(|path| folder.path().join(path)).collect();
            saved(&content, &changed).map(|saved| saved.into_iter().collect::<Vec<_>>())
        };
        assert_eq!(of(&["content/articles/a.md", "seeds/x.txt"]).unwrap(), ["articles/a.md"]);
        assert_eq!(of(&["content/articles/a.md", "content/articles/a.md.swp"]).unwrap(), ["articles/a.md"]);
        assert_eq!(of(&["site.toml"]).unwrap(), [""; 0]);
        assert_eq!(of(&["content/corrections.toml"]), None);
        assert_eq!(of(&["content/articles"]), None);
        assert_eq!(of(&["content"]), None);
        assert_eq!(of(&["lost/x.md"]), None, "nobody knows where it was");
    }

    /// What an article is saved as, by a number.
    fn article(number: usize) -> String {
        let who = ["ann-lee", "luis-vega", "eva-roy"][number % 3];
        let more = match number % 5 {
            0 => "[[quotes]]\ntext = \"We will open the pier\"\nspeaker = \"person/ann-lee\"\n",
            1 => "draft = true\n",
            // Something is wrong with it.
            2 => "colour = \"blue\"\n",
            _ => "",
        };
        let title = format!("title = \"Pier {number}\"\npublished = \"2024-01-{:02}\"\n", number % 28 + 1);
        format!(
            "+++\n{title}{more}+++\n[Name {number}](../people/{who}.md) spoke in [Quito](../places/quito.md).\n\
             \"We will open the pier,\" [Ann Lee](../people/ann-lee.md) said.\n\
             See [another](0{}.md#s2).\n",
            number % 7
        )
    }

    #[test]
    fn whatever_is_saved_the_site_is_that_of_a_build_from_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        for part in ["articles", "people"] {
            fs::create_dir_all(content.join(part)).unwrap();
        }
        fs::write(content.join("people/ann-lee.md"), "+++\nname = \"Ann Lee\"\n+++\n").unwrap();
        for number in 0..6 {
            fs::write(content.join(format!("articles/0{number}.md")), article(number)).unwrap();
        }
        let (config, theme, memory) = (Config::default(), Theme::briefing(), Memory::default());
        let inputs = |(briefing, read)| Inputs {
            config: config.clone(),
            theme: theme.clone(),
            briefing,
            options: Options { memory: Some(memory.clone()), ..Options::default() },
            builds: None,
            found: Sink::default(),
            read,
        };
        let mut last = inputs(Briefing::load(&content).unwrap());
        let mut alone = 0;
        let mut dice = 1_u32;
        for round in 0..10 {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let number = (dice >> 16) as usize;
            let path = format!("articles/0{}.md", number % 7);
            if number.is_multiple_of(11) {
                let _ = fs::remove_file(content.join(&path));
            } else {
                fs::write(content.join(&path), article(number)).unwrap();
            }
            let fresh = Briefing::load(&content).unwrap();
            let saved = replaced(&last, &content, &BTreeSet::from([path]));
            alone += usize::from(saved.is_some());
            let next = inputs(saved.unwrap_or_else(|| fresh.clone()));
            assert!((&next.briefing, &next.read) == (&fresh.0, &fresh.1), "round {round}");
            let built = site::build(&fresh.0, &config, &theme, &Options::default(), &mut Sink::default());
            let mut sink = Sink::default();
            site::visit(&next.briefing, &config, &theme, &next.options, &mut sink, |pages, sink| {
                let mut others = pages.beside().files;
                others.extend(pages.for_programs(sink).files);
                for (file, bytes) in &built.output.files {
                    let found = pages.get(file, sink).or_else(|| others.remove(file));
                    assert!(found.as_ref() == Some(bytes), "{file} in round {round}");
                }
            });
            last = next;
        }
        assert!((2..10).contains(&alone), "{alone} saves were read alone");
    }
}
