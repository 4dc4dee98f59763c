//! Sport: whether an article is about it, whether a city is its club there, and a country its national team.

use std::ops::Range;

use super::line::among;
use super::page::Page;

/// Words of sport.
const SPORT: &str = "\
    goal goals match striker midfielder goalkeeper wicket wickets innings qualifier qualifiers \
    semi-final semi-finals semifinal quarter-final quarterfinal halftime half-time coach squad \
    tournament batsman penalty equalizer equaliser unbeaten try scrum kickoff kick-off friendly \
    teammates captain World Cup fans soccer football rugby cricket tennis hockey basketball baseball \
    scored scorers defender winger quarterback touchdown standings playoff playoffs SOCCER CRICKET RUGBY \
    league test replay final semifinals round season League NBA NFL NHL MLB WNBA UEFA FIFA NCAA IPL ICC \
    Wimbledon batsmen bowler bowlers halftime touchdowns homer inning dunk rebounds birdie bogey \
    Test seed seeded seeds medal medals overtime shootout shutout relegation relegated transfer";
/// Of these, words that hardly stand elsewhere.
const LEAGUES: &str = "\
    NBA NFL NHL MLB WNBA UEFA FIFA NCAA IPL midfielder goalkeeper wicket wickets innings batsman \
    quarterback touchdown touchdowns semi-final semi-finals semifinal semifinals quarter-final quarterfinal \
    equalizer equaliser playoff playoffs birdie bogey bowler bowlers batsmen";
/// What teams do to each other.
const PLAYS: &str = "\
    beat beats defeated defeats drew lost won face faced faces play played plays thrashed edged scored v \
    vs qualified advanced drawn trailed led hosts";
/// What comes after `were` where a team is the subject.
const PLAYED: &str = "\
    all bowled dismissed held beaten favourites favorites drawn through top";
/// What teams have over others.
const WON: &str = "win wins victory victories triumph lead defeat defeats loss losses draw";
/// Verbs of which two teams are subject and object.
const BEATS: &str = "\
    beat beats defeated drew lost thrashed edged crushed crush hammered routed hosted visit meet face host \
    hosts faced stunned downed overcame outplayed trounced";
/// What clubs do with those who train or play for them.
const HIRES: &str = "\
    sacked fired signed appointed hired dismissed parted suspended named sold loaned";
/// What a club does by itself.
const RESULTS: &str = "\
    won lost drew trailed led scored equalised equalized conceded";
/// Whom teams have, in articles about sport.
const SQUAD: &str = "\
    coach captain manager fans defender forward striker midfielder goalkeeper winger skipper";

/// Whether the city at these tokens is its club: `Osten coach Ann Lee`, `Osten beat Halden 2-0`.
pub(crate) fn is_club(page: &Page, sentence: usize, tokens: &Range<usize>, sport: bool) -> bool {
    let line = &page.lines[sentence];
    let (next, before) = (line.word(tokens.end), line.before(tokens.start));
    if sport && among(SQUAD, next) && line.is_capital(tokens.end + 1) {
        return true;
    }
    // `Osten sacked manager Ann Lee`, `a win over Osten`, `Osten won at home`.
    let hires = among(HIRES, next) && among(SQUAD, line.word(tokens.end + 1));
    let rivaled = before == "against"
        || matches!(before, "over" | "to" | "by") && among(WON, line.word(tokens.start.saturating_sub(2)));
    let plays = line.is_initial(tokens.start) && among(RESULTS, next);
    if sport && (hires || rivaled || plays) {
        return true;
    }
    let scored = (tokens.end..line.len().min(tokens.end + 9)).any(|at| is_score(page, sentence, at));
    let rival = line.is_capital(tokens.end + 1);
    let wins = among(BEATS, next) && (rival && sport || scored);
    let named = tokens.start > 1 && line.is_capital(tokens.start - 2);
    let loses = among(BEATS, before) && named && (sport || scored);
    wins || loses
}

/// Sports, in the names of the bodies that govern them.
const SPORTS: &str =
    "Football Cricket Rugby Athletics Tennis Cycling Boxing Swimming Paralympic Basketball Hockey Sport";

/// Whether a body governs a sport, by its name.
pub(crate) fn governs(name: &str) -> bool {
    name.split(' ').any(|word| among(SPORTS, word))
}

/// Whether the score of a match stands here: `2-0`.
fn is_score(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let goals = |word: &str| word.len() < 4 && word.parse::<u8>().is_ok();
    let joined = line.word(at).split_once(['-', '–']);
    joined.is_some_and(|(home, away)| goals(home) && goals(away))
        || matches!(line.word(at + 1), "-" | "–") && goals(line.word(at)) && goals(line.word(at + 2))
}

/// Whether the country at these tokens is its national team.
pub(crate) fn plays(page: &Page, sentence: usize, tokens: &Range<usize>, sport: bool) -> bool {
    let line = &page.lines[sentence];
    sport
        && (among(PLAYS, line.word(tokens.end))
            || among(PLAYS, line.before(tokens.start))
            || line.before(tokens.start) == "against"
            || matches!(line.word(tokens.end), "were" | "are") && among(PLAYED, line.word(tokens.end + 1))
            || line.word(tokens.end) == "innings"
            || line.before(tokens.start) == "over" && among(WON, line.word(tokens.start.saturating_sub(2))))
}

/// Whether the article is about sport.
pub(crate) fn is_sport(page: &Page) -> bool {
    let words = page.lines.iter().flat_map(|line| line.words.iter());
    let found: Vec<&str> = words.filter(|word| among(SPORT, word)).copied().collect();
    let plain = found.iter().filter(|word| among(LEAGUES, word)).count();
    found.len() + plain >= 5 && found.iter().collect::<std::collections::BTreeSet<_>>().len() >= 3
}
