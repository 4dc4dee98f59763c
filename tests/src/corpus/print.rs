//! An article of a corpus → the file that a program reads.

use std::collections::BTreeSet;

use clap::ValueEnum;

use super::{Article, Named, Piece};

/// For which program, or for which step of ours, a corpus is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layout {
    /// `seeds/`: plain texts, for `extract`.
    Seeds,
    /// `content/`: for `site build --no-extract`.
    Content,
    /// `content/` for Zola: the cast as taxonomies.
    Zola,
    /// `content/` for Hugo.
    Hugo,
}

impl Layout {
    /// Where a name in a text leads from an article.
    fn link(self, named: Named) -> String {
        let (folder, slug) = (named.folder(), named.slug());
        match self {
            Self::Seeds => named.name(),
            Self::Content => format!("[{}](../{folder}/{slug}.md)", named.name()),
            // Both call the page of a term after the term.
            Self::Zola | Self::Hugo => format!("[{}](/{folder}/{slug}/)", named.name()),
        }
    }
}

/// The settings that make the programs do the same work.
pub(super) fn settings(layout: Layout) -> Option<(String, String)> {
    let text = match layout {
        Layout::Seeds | Layout::Content => "title = \"A corpus\"\nbase_url = \"https://example.org/\"\n",
        Layout::Zola => {
            "title = \"A corpus\"\nbase_url = \"https://example.org\"\ngenerate_feeds = true\nfeed_filenames = [\"atom.xml\"]\n\
             taxonomies = [{ name = \"people\" }, { name = \"countries\" }, { name = \"groups\" }]\n"
        }
        Layout::Hugo => {
            "title = \"A corpus\"\nbaseURL = \"https://example.org/\"\ndisableKinds = [\"RSS\", \"section\"]\n\
             [outputs]\nhome = [\"HTML\", \"atom\"]\n\
             [mediaTypes.\"application/atom+xml\"]\nsuffixes = [\"xml\"]\n\
             [outputFormats.atom]\nmediaType = \"application/atom+xml\"\nbaseName = \"atom\"\n\
             [taxonomies]\npeople = \"people\"\ncountries = \"countries\"\ngroups = \"groups\"\n\
             [markup.goldmark.renderer]\nunsafe = false\n"
        }
    };
    let file = match layout {
        Layout::Seeds | Layout::Content => "site.toml",
        Layout::Zola | Layout::Hugo => "config.toml",
    };
    Some((file.to_owned(), text.to_owned()))
}

/// The file of an article.
pub(super) fn article(article: &Article, layout: Layout) -> (String, String) {
    let (year, month, day) = article.published;
    let name = format!("{year}-{month:02}-{day:02}-{:06}", article.number);
    let body = body(article, layout);
    let title = &article.title;
    match layout {
        Layout::Seeds => (format!("seeds/{name}.txt"), format!("{title}\n\n{body}")),
        Layout::Content => {
            let mut head = format!("title = {title:?}\npublished = \"{year}-{month:02}-{day:02}\"\n");
            head += &cast(article);
            for (text, speaker) in &article.quotes {
                let speaker = format!("person/{}", speaker.slug());
                head += &format!("\n[[quotes]]\ntext = {text:?}\nspeaker = {speaker:?}\ncue = \"said\"\n");
            }
            (format!("content/articles/{name}.md"), format!("+++\n{head}+++\n\n{body}"))
        }
        Layout::Zola | Layout::Hugo => {
            let table = if layout == Layout::Zola { "[taxonomies]\n" } else { "" };
            let head =
                format!("title = {title:?}\ndate = {year}-{month:02}-{day:02}\n{table}{}", cast(article));
            (format!("content/articles/{name}.md"), format!("+++\n{head}+++\n\n{body}"))
        }
    }
}

/// The file of somebody or something named; the other programs make the pages of terms without one.
pub(super) fn entity(named: Named, layout: Layout) -> Option<(String, String)> {
    let text = format!("+++\nname = {:?}\n+++\n", named.name());
    let path = format!("content/{}/{}.md", named.folder(), named.slug());
    (layout == Layout::Content).then_some((path, text))
}

/// The lists of those whom an article names, as settings.
fn cast(article: &Article) -> String {
    let names = article.paragraphs.iter().flatten().flatten().filter_map(|piece| match piece {
        Piece::Name(named) => Some(*named),
        Piece::Words(_) => None,
    });
    let names: BTreeSet<Named> = names.collect();
    let list = |folder: &str| {
        let slugs: BTreeSet<String> =
            names.iter().filter(|n| n.folder() == folder).map(|n| n.slug()).collect();
        format!("{folder} = {slugs:?}\n").replace('{', "[").replace('}', "]")
    };
    ["people", "countries", "groups"].map(list).concat()
}

/// The text, a sentence a line; in seeds, a paragraph a line.
fn body(article: &Article, layout: Layout) -> String {
    let between = if layout == Layout::Seeds { " " } else { "\n" };
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Name(named) => layout.link(*named),
    };
    let sentence = |sentence: &Vec<Piece>| sentence.iter().map(piece).collect::<String>();
    let paragraph =
        |sentences: &Vec<Vec<Piece>>| sentences.iter().map(sentence).collect::<Vec<_>>().join(between) + "\n";
    article.paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n")
}
