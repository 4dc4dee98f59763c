//! Lists of names → sequences of lower-case words with the lists that hold them.

use std::collections::BTreeMap;
use std::path::Path;

use extract::Words;
use tagger::train::Names;

use crate::corpus::text;

/// A list: its files, and whether its names may be one word.
///
/// A file is a name in `ner/resources/gaz`; `world/TABLE:COLUMN,…` for columns of a table, with `;` between several names;
/// `lists/NAME` for a list of this package.
struct List {
    name: &'static str,
    files: &'static [&'static str],
    one_word: bool,
}

const fn list(name: &'static str, files: &'static [&'static str], one_word: bool) -> List {
    List { name, files, one_word }
}

/// The lists in the order of their numbers.
const LISTS: &[List] = &[
    list(
        "CTRY",
        &[
            "cm_country",
            "lists/country",
            "world/countries:short_name,long_name,local_short_name,former_names,display_name",
        ],
        true,
    ),
    list("REG", &["region", "cm_region", "cm_place"], true),
    list("ADM", &["world/divisions:name"], true),
    list("ST", &["us_state"], true),
    list("CNTY", &["us_county"], true),
    list("CB", &["city_big", "cm_city"], true),
    list("CM", &["city_mid"], true),
    list("CS", &["city_small"], true),
    list("F1", &["us_first_top", "cm_first"], true),
    list("F2", &["us_first_rest"], true),
    list("F3", &["intl_first"], true),
    list("F4", &["intl_first2"], true),
    list("L1", &["us_last_top", "cm_last"], true),
    list("L2", &["us_last_rest"], true),
    list("L3", &["intl_last"], true),
    list("L4", &["intl_last2"], true),
    list("POL", &["politician", "cm_person"], false),
    list("CO", &["company"], true),
    list("CO2", &["cspell_company"], true),
    list("ORG", &["cm_org", "us_committee"], true),
    list("FC", &["football_club"], true),
    list("TEAM", &["cm_team"], true),
    list("RE", &["ror_edu"], false),
    list("RG", &["ror_gov"], false),
    list("RN", &["ror_np"], false),
    list("RC", &["ror_company"], true),
    list("RO", &["ror_other"], false),
    list("RH", &["ror_health"], false),
    list("DEM", &["demonym"], true),
    list("HON", &["honorific"], true),
    list("ACT", &["actor"], true),
    list("TIM", &["time"], true),
    list("WO", &["wn_org"], true),
    list("WL", &["wn_loc"], true),
    list("WP", &["wn_per"], true),
    list("WF", &["wn_fac"], false),
    list("PTY", &["world/parties:name,aliases"], true),
    list("ARM", &["world/armed_groups:name,aliases"], true),
    list("INS", &["world/institutions:name,aliases"], true),
    list("WOR", &["lists/organization"], true),
    list("LDR", &["world/leaders:name"], false),
    list("CLUB", &["lists/club"], true),
];

/// Looked for in lower-case words.
const COMMON: &[&str] = &["ACT", "HON", "TIM", "DEM"];
/// Words of these are no family names when they stand alone.
const PLACES: &[&str] = &["CTRY", "ST", "CB"];

/// Reads the lists of the data folder.
pub(crate) fn read(data: &Path, cutter: &Words) -> Result<Names, Box<dyn std::error::Error>> {
    let mut lists: BTreeMap<Vec<String>, u64> = BTreeMap::new();
    for (number, list) in LISTS.iter().enumerate() {
        for file in list.files {
            for name in entries(data, file)? {
                let plain = deunicode::deunicode(&name);
                for words in [cut(&name, cutter), cut(&plain, cutter)] {
                    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
                    if letters > 1 && (words.len() > 1 || list.one_word) {
                        *lists.entry(words).or_default() |= 1 << number;
                    }
                }
            }
        }
    }
    Ok(Names { lists, common: mask(COMMON), places: mask(PLACES) })
}

fn entries(data: &Path, file: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let lines = |text: String| text.lines().map(str::to_owned).collect();
    if let Some(name) = file.strip_prefix("lists/") {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lists");
        return Ok(lines(text(&folder.join(name).with_extension("txt"))?));
    }
    let Some((table, columns)) = file.strip_prefix("world/").and_then(|file| file.split_once(':')) else {
        return Ok(lines(text(&data.join("ner/resources/gaz").join(file).with_extension("txt"))?));
    };
    let table = text(&data.join("world").join(table).with_extension("tsv"))?;
    let mut rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = rows.next().unwrap_or_default();
    let wanted: Vec<usize> =
        (0..head.len()).filter(|&i| columns.split(',').any(|column| column == head[i])).collect();
    let cells = rows.flat_map(|row| wanted.iter().filter_map(|&i| row.get(i).copied()).collect::<Vec<_>>());
    Ok(cells.flat_map(|cell| cell.split(';')).map(|name| name.trim().to_owned()).collect())
}

fn mask(names: &[&str]) -> u64 {
    let bits = LISTS.iter().enumerate().filter(|(_, list)| names.contains(&list.name));
    bits.fold(0, |mask, (number, _)| mask | 1 << number)
}

/// A name as the words that a text would have for it.
fn cut(name: &str, cutter: &Words) -> Vec<String> {
    let name = name.replace("$$", "");
    cutter.phrase(&name).into_iter().map(|word| name[word].to_lowercase()).collect()
}
