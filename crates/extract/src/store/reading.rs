//! Seeds → what the registry needs to know of each, and what was read of those that earlier runs did not know: [`Reading`].

use std::collections::BTreeMap;
use std::path::Path;

use model::{ContentFile, Corrections, Decision};
use rayon::prelude::*;

use crate::analysis::Analysis;
use crate::content;
use crate::pack::Pack;
use crate::pipeline;
use crate::registry::{Resolution, Rolls, Vocabulary};
use crate::roll;
use crate::store::cache::{Cache, Entry, Kept};
use crate::store::present::Present;
use crate::store::seeds::Found;
use crate::store::{Failure, digest};
use crate::tools::Tools;

/// What is known of all seeds.
pub(super) struct Reading<'w, 'm> {
    seeds: Vec<Found>,
    /// For each seed.
    pub(super) entries: Vec<Entry<'m>>,
    /// For each seed where its content file is among those that are known.
    files: Vec<Option<usize>>,
    /// What was read now, by the index of the seed.
    held: BTreeMap<usize, Box<Analysis>>,
    /// For each seed the decisions about speakers that may be about it, by index.
    speakers: Vec<Vec<usize>>,
    folder: &'w Path,
    corrections: &'w Corrections,
    tools: &'w Tools,
}

/// Reads the seeds that the cache does not know.
pub(super) fn read<'w, 'm>(
    mut seeds: Vec<Found>,
    cache: &mut Cache<'m>,
    present: &Present<'_>,
    folder: &'w Path,
    corrections: &'w Corrections,
    tools: &'w Tools,
) -> Result<Reading<'w, 'm>, Failure> {
    let speakers: Vec<Vec<usize>> = seeds.iter().map(|found| speakers(&found.id, corrections)).collect();
    let keys: Vec<u128> = seeds.par_iter().zip(&speakers).map(|(f, s)| key(f, s, corrections)).collect();
    let old = seeds.iter().zip(keys).map(|(found, key)| {
        let entry = cache.seeds.remove(found.path.as_str()).filter(|entry| entry.key == key);
        (entry.map(|entry| Entry { stamps: found.stamps, ..entry }), key)
    });
    let old: Vec<(Option<Entry<'m>>, u128)> = old.collect();
    let texts: Vec<_> = seeds.iter_mut().map(|found| found.seed.take()).collect();
    let one = |((found, (entry, key)), seed)| {
        let found: &Found = found;
        if let Some(entry) = entry {
            return Ok((entry, None));
        }
        let seed = match seed {
            Some(seed) => seed,
            None => found.again(folder)?,
        };
        let analysis = pipeline::analyze_with(*seed, corrections, tools);
        let roll = roll::call(&analysis, corrections, &tools.lexicon);
        let words = analysis.reading.tokens.iter().map(Vec::len).sum();
        let entry = Entry {
            article: found.id.clone().into(),
            stamps: found.stamps,
            digest: found.digest.clone().into(),
            key,
            words,
            roll: Kept::Read(roll),
            spoken: Vec::new(),
            settled: 0,
            file: "".into(),
        };
        Ok((entry, Some(Box::new(lighter(analysis)))))
    };
    let read = seeds.par_iter().zip(old).zip(texts).map(one).collect::<Result<Vec<_>, Failure>>()?;
    let (mut entries, mut held) = (Vec::with_capacity(read.len()), BTreeMap::new());
    for (at, (entry, analysis)) in read.into_iter().enumerate() {
        entries.push(entry);
        held.extend(analysis.map(|analysis| (at, analysis)));
    }
    let files = entries.par_iter().map(|entry| present.find(&content::path(&entry.article))).collect();
    Ok(Reading { seeds, entries, files, held, speakers, folder, corrections, tools })
}

/// The decisions about speakers that may be about an article.
fn speakers(article: &str, corrections: &Corrections) -> Vec<usize> {
    let is_about = |decision: &Decision| match decision {
        Decision::Speaker { article: only, .. } => {
            only.as_ref().is_none_or(|id| id.slug().as_str() == article)
        }
        _ => false,
    };
    let all = corrections.decisions.iter().enumerate();
    all.filter(|(_, (decision, _))| is_about(decision)).map(|(at, _)| at).collect()
}

/// The digest of all that the reading of a seed depends on: its bytes, its path, the decisions about its names and quotations.
fn key(found: &Found, speakers: &[usize], corrections: &Corrections) -> u128 {
    let mut all = format!("{} {}", found.digest, found.path);
    for (at, (decision, _)) in corrections.decisions.iter().enumerate() {
        let is_about = match decision {
            Decision::Split { articles, .. } => articles.iter().any(|id| id.slug().as_str() == found.id),
            _ => false,
        };
        if is_about {
            all.push_str(&format!("\n{at} {decision:?}"));
        }
    }
    for &at in speakers {
        all.push_str(&format!("\n{:?}", corrections.decisions[at].0));
    }
    digest::own(all.as_bytes())
}

/// An analysis without what only the reading itself needs, so that many can be held.
fn lighter(mut analysis: Analysis) -> Analysis {
    analysis.reading.tokens = Vec::new();
    analysis.seed.text = String::new();
    analysis
}

impl<'m> Reading<'_, 'm> {
    /// The rolls, in the order of the seeds, each with what its content file links to.
    pub(super) fn rolls(
        &self,
        present: &Present<'m>,
        vocabulary: Vocabulary<'m>,
    ) -> Result<Rolls<'m>, Failure> {
        let mut rolls = Rolls::new(vocabulary);
        for (entry, file) in self.entries.iter().zip(&self.files) {
            let roll = entry.roll.bytes(|roll, out| roll.pack(&mut rolls.vocabulary, out));
            let links = present.links(&entry.article, *file);
            let links = links.bytes(|links, out| links.pack(&mut rolls.vocabulary, out));
            rolls.add_packed(entry.article.clone(), &roll, &links).ok_or(Failure::Stale)?;
        }
        Ok(rolls)
    }

    /// How many words the seeds hold.
    pub(super) fn words(&self) -> usize {
        self.entries.iter().map(|entry| entry.words).sum()
    }

    /// Notes who the names of each article were found to be, and says which articles have to be written: those of which that
    /// or anything else is new.
    pub(super) fn settle(&mut self, resolution: &Resolution, present: &Present<'_>) -> Vec<usize> {
        let digests: Vec<u128> =
            resolution.ids().iter().map(|id| digest::own(id.to_string().as_bytes())).collect();
        let settled = |at: usize| {
            let mut all = Vec::new();
            let of = resolution.of_article(at).iter();
            of.for_each(|ix| ix.map(|ix| digests[ix as usize]).pack(&mut all));
            resolution.undecided(at).iter().for_each(|name| name.pack(&mut all));
            digest::own(&all)
        };
        let settled: Vec<u128> = (0..self.entries.len()).into_par_iter().map(settled).collect();
        let mut wanted = Vec::new();
        for (at, (entry, settled)) in self.entries.iter_mut().zip(settled).enumerate() {
            let same = self.files[at].is_some_and(|file| present.known[file].record.digest == entry.file);
            if entry.settled != settled || !same {
                entry.settled = settled;
                wanted.push(at);
            }
        }
        wanted
    }

    /// Where the content files are among those that are known that need not be written: of all articles but the `wanted`.
    pub(super) fn right(&self, wanted: &[usize]) -> impl Iterator<Item = usize> {
        let mut is_wanted = vec![false; self.entries.len()];
        wanted.iter().for_each(|&at| is_wanted[at] = true);
        self.files.iter().zip(is_wanted).filter(|(_, wanted)| !wanted).filter_map(|(file, _)| *file)
    }

    /// The identifier and the seed of each article, and whether its content file is among those that are known.
    pub(super) fn articles(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        let articles = self.entries.iter().zip(&self.files);
        articles.map(|(entry, file)| (&*entry.article, &*entry.digest, file.is_some()))
    }

    /// The content files of some articles.
    pub(super) fn write(
        &mut self,
        wanted: &[usize],
        resolution: &Resolution,
    ) -> Result<Vec<ContentFile>, Failure> {
        let ready: Vec<(usize, Option<Box<Analysis>>)> =
            wanted.iter().map(|&at| (at, self.held.remove(&at))).collect();
        let (seeds, folder) = (&self.seeds, self.folder);
        let one = |(at, analysis): (usize, Option<Box<Analysis>>)| {
            let analysis = match analysis {
                Some(analysis) => analysis,
                None => {
                    Box::new(pipeline::analyze_with(*seeds[at].again(folder)?, self.corrections, self.tools))
                }
            };
            Ok((at, content::article(at, &analysis, resolution, self.tools.tagger.version())))
        };
        let written = ready.into_par_iter().map(one).collect::<Result<Vec<_>, Failure>>()?;
        let mut files = Vec::new();
        for (at, written) in written {
            let Some((file, spoken)) = written else { continue };
            let place = |used: &usize| self.speakers[at].iter().position(|decision| decision == used);
            self.entries[at].spoken = spoken.iter().filter_map(place).collect();
            files.push(file);
        }
        Ok(files)
    }

    /// The decisions about speakers that found their quotation.
    pub(super) fn spoken(&self) -> impl Iterator<Item = usize> {
        let of = |(at, entry): (usize, &Entry<'_>)| {
            entry.spoken.iter().filter_map(|&n| self.speakers[at].get(n).copied()).collect::<Vec<_>>()
        };
        self.entries.iter().enumerate().flat_map(of)
    }

    /// What is to be kept of the seeds, by path.
    pub(super) fn into_entries(self) -> Vec<(String, Entry<'m>)> {
        self.seeds.into_iter().map(|found| found.path).zip(self.entries).collect()
    }
}
