//! Whether a capital or a seat stands for those who govern there.

use std::ops::Range;

use super::line::among;
use super::page::Page;
use crate::token::TokenKind;

/// What governments do, beside speaking.
const ACTS: &str = "\
    accused accuses imposed imposes backs backed supports supported opposes opposed sees considers \
    regards views wants wanted seeks sought sent sends launched deployed doubled designated signed \
    agreed agrees rejected rejects refused refuses denies denied hopes hoped plans planned intends fears \
    feared claims claimed threatened threatens vowed vows pledged pledges promised insists insisted \
    responded retaliated withdrew recalled expelled summoned condemned condemns criticized criticised \
    blames blamed argues maintains has had should must would will could may might did does is was \
    annexed invaded offered offers welcomed approved banned lifted suspended halted stopped continues \
    continued began failed remains decided increased tightened needs needed believes believed suspects \
    knows tried pressed pushed urged warned asked called expressed provided provides supplied supplies \
    bought blocked vetoed fired tested conducted carried tried ordered answered controls controlled \
    fought seized struck attacked armed funded financed ruled mobilized paid backs ended resumed severed \
    restored declined declared confirmed freed released detained cut reacted replied acknowledged \
    recognized recognised recognizes disagreed disagrees objected objects protested voted withdrawn ratify \
    ratified ratifies abstained congratulated congratulates thanked praised praises";
/// What cities do too, after `will` or `would`; other verbs there have a government as their subject.
const URBAN: &str = "\
    be have host stage hold become remain get see wake face need look celebrate grow stay feel receive \
    fete toast salute honor honour welcome experience mark suffer enjoy boast feature open close go come also not likely soon now";
/// Acts of state that may be the bare verb of a clause: `Washington gave`, `if Lima lets`.
const DEEDS: &str = "\
    gave gives let lets paid pays took takes treated treats recognized recognised recognizes recognises \
    accepted accepts shared shares returned granted grants refused lost won learned bears bore";
/// Of these, a city may be the subject too; they need a second sign.
const LIGHT: &str = "\
    has had should must would will could may might did does is was remains began continued continues cut \
    called needs needed";
/// Verbs whose object is a government: `urged Moscow to`.
const ADDRESS: &str = "\
    accused accuse accuses accusing urged urge urging urges warned warning warn told telling blamed \
    blame blames blaming criticized criticised condemned pressed pressured pressuring sanctioned angered \
    infuriated asked persuade persuaded convince provoke provoked isolate punish deter antagonize allow \
    allows allowed allowing threaten threatens threatened give gives gave giving grant granted force forced forcing prevent prevented help \
    helped helping keep arm armed arming supply enable enabled trust defy defied support supported \
    supporting ordered orders fund blackmail confront contain counter appease join joined hold let";
/// Whom governments send: `officials from Lima`.
const SENT: &str = "\
    officials official envoy envoys delegates diplomats diplomat negotiators troops soldiers ministers \
    colleague counterpart counterparts representatives ambassadors negotiator minister";
/// Nouns that, with a preposition, tie governments: `ties with Moscow`, `talks between Kyiv and Moscow`.
const TIES: &str = "\
    ties relations talks negotiations tensions dialogue cooperation agreement deal war alliance \
    relationship contacts conflict rivalry sanctions pressure treaty pact accord dispute trade standoff \
    confrontation links loyal negotiate negotiated negotiating friendly hostile allied aligned close closer support aid weapons help \
    influence complaint message signal demands bow bowed yield yielded surrender appeal appealed appeals \
    concession concessions";
/// Nouns that governments own: `Beijing's claims`.
const OWNED: &str = "\
    government policy policies nuclear claim claims demand demands invasion war military army forces \
    troops ambassador envoy foreign decision move moves stance position sanctions ally allies support \
    response offer threat threats influence failure refusal efforts effort plan plans proposal approach \
    interests actions aggression rulers intentions willingness attempt attempts push call calls backing \
    assault offensive annexation missile missiles weapons territorial economic security intelligence \
    wish wishes ambition ambitions desire reluctance insistence objections consent envoys \
    diplomats strategy diplomatic relations ties relationship strategic ban tariffs trade top chief \
    authority assertive main request accusations allegations military ambitions control crackdown \
    handling campaign pressure leaders leadership new own special role only closest key biggest reaction \
    warning involvement intervention alliance deal word side view proxies proxy defence defense central";
/// What is of a government where its seat follows with `of`: `the envoys of Lima`.
const OF_STATE: &str = "\
    speech envoy envoys ambassador ambassadors stance demands policy policies diplomats delegation delegates \
    allies ally rulers";
/// Minds that those who govern are of; people of a city are `keen` and `proud` too.
const MINDED: &str = "\
    careful wary cautious reluctant adamant unconvinced sceptical skeptical suspicious furious satisfied \
    indignant hesitant worried concerned alarmed displeased dissatisfied disappointed unhappy unwilling willing \
    opposed";
/// Words that keep a place a place.
const WHERE: &str = "\
    in at near outside around throughout across downtown central northern southern eastern western leave \
    left arrived visited visit reached via through into toward towards";

/// Whether the capital at these tokens stands for its government.
pub(crate) fn governs(
    page: &Page,
    sentence: usize,
    tokens: &Range<usize>,
    is_state: impl Fn(usize) -> bool,
) -> bool {
    let line = &page.lines[sentence];
    let previous = line.before(tokens.start).to_lowercase();
    let next = line.word(tokens.end);
    if among(WHERE, &previous) || next == "based" {
        return false;
    }
    if line.kinds.get(tokens.end) == Some(&TokenKind::Possessive) {
        return among(OWNED, line.word(tokens.end + 1));
    }
    if matches!(next, "-" | "‑")
        && matches!(
            line.word(tokens.end + 1),
            "backed"
                | "led"
                | "based"
                | "controlled"
                | "installed"
                | "friendly"
                | "aligned"
                | "supported"
                | "allied"
                | "appointed"
                | "run"
                | "sponsored"
        )
    {
        return line.word(tokens.end + 1) != "based";
    }
    // `pro-Moscow`, `anti-Beijing`.
    if matches!(previous.as_str(), "-" | "‑") {
        return tokens.start > 1
            && matches!(line.word(tokens.start - 2).to_lowercase().as_str(), "pro" | "anti");
    }
    // `officials from Lima`, `troops from Kigali`: those whom a government sends.
    if is_sent_from(page, sentence, tokens, &previous, &is_state) {
        return true;
    }
    if among(ADDRESS, &previous) || tied(page, sentence, tokens, &previous) {
        return true;
    }
    if previous == "of" && tokens.start > 1 && among(OF_STATE, line.word(tokens.start - 2)) {
        return true;
    }
    is_minded(page, sentence, tokens, &previous)
        || resolves(page, sentence, tokens, &previous)
        || echoes(page, sentence, tokens, &is_state)
        || acts(page, sentence, tokens, &previous, next)
        || acts_with(page, sentence, tokens, &previous)
        || listed(page, sentence, tokens, &previous, is_state)
}

/// Whether somebody of a government is sent from there: `officials from Lima and Quito`.
fn is_sent_from(
    page: &Page,
    sentence: usize,
    tokens: &Range<usize>,
    previous: &str,
    is_state: impl Fn(usize) -> bool,
) -> bool {
    let line = &page.lines[sentence];
    let start = tokens.start;
    let first = if matches!(previous, "and" | ",") && start > 1 && is_state(start - 2) {
        page.head(sentence, start - 2)
    } else {
        start
    };
    first > 1 && line.before(first) == "from" && among(SENT, &line.word(first - 2).to_lowercase())
}

/// Whether the place heads a list of names that acts as governments do: `Lima, Quito and Bogotá signed`.
fn acts_with(page: &Page, sentence: usize, tokens: &Range<usize>, previous: &str) -> bool {
    let line = &page.lines[sentence];
    let (mut end, mut closed) = (tokens.end, false);
    while !closed && matches!(line.word(end), "," | "and") && line.is_capital(end + 1) {
        closed = line.word(end) == "and";
        end = page.run(sentence, end + 1).end;
    }
    closed
        && line.is_initial(tokens.start)
        && acts(page, sentence, &(tokens.start..end), previous, line.word(end))
}

/// Whether a state does the same before it in the sentence: `Peru shut a gate; Lima shut a road` is of two governments.
fn echoes(page: &Page, sentence: usize, tokens: &Range<usize>, is_state: impl Fn(usize) -> bool) -> bool {
    let line = &page.lines[sentence];
    let verb = line.word(tokens.end);
    let opens = matches!(line.before(tokens.start), ";" | "," | "and" | "but" | "while");
    opens
        && page.lexicon.finite(verb).is_some()
        && (1..tokens.start).any(|at| line.word(at) == verb && is_state(at - 1))
}

/// Whether the place is the subject of what only a government can mean to do: `Lima would treat`, `Lima did not recognize`.
fn resolves(page: &Page, sentence: usize, tokens: &Range<usize>, previous: &str) -> bool {
    let line = &page.lines[sentence];
    if matches!(previous, "of" | "from" | "to" | "for" | "by" | "on") || !line.is_word(tokens.end) {
        return false;
    }
    // `Lima would “not trade”`
    let quoted = usize::from(matches!(line.word(tokens.end + 1), "“" | "\""));
    let negated = line.word(tokens.end + 1 + quoted) == "not";
    let verb = line.word(tokens.end + 1 + quoted + usize::from(negated));
    match line.word(tokens.end) {
        "would" | "will" | "could" | "should" | "might" => {
            !among(URBAN, verb) && verb.chars().all(char::is_lowercase) && !verb.is_empty()
        }
        // `said Lima now had to act`
        "has" | "had" if line.word(tokens.end + 1) == "to" => matches!(previous, "said" | "says" | "that"),
        "now" if matches!(line.word(tokens.end + 1), "has" | "had") && line.word(tokens.end + 2) == "to" => {
            matches!(previous, "said" | "says" | "that")
        }
        "does" | "did" | "has" | "had" => negated && !among(URBAN, verb),
        next => among(DEEDS, next),
    }
}

/// Whether the place is said to be of a mind that only those who govern there are of: `Lima has become careful`.
fn is_minded(page: &Page, sentence: usize, tokens: &Range<usize>, previous: &str) -> bool {
    let line = &page.lines[sentence];
    if matches!(previous, "of" | "from" | "to" | "for" | "by" | "on" | "with") {
        return false;
    }
    let mut at = tokens.end + usize::from(matches!(line.word(tokens.end), "has" | "had"));
    let is = "is was been became become grew grown remains remained seems seemed appears appeared sounded";
    if !among(is, line.word(at)) {
        return false;
    }
    at += 1;
    while at < tokens.end + 5
        && (line.word(at).ends_with("ly") || among("very more too so still “ \"", line.word(at)))
    {
        at += 1;
    }
    among(MINDED, line.word(at))
}

/// Whether the place is the subject of a verb of speech or of an act of state.
fn acts(page: &Page, sentence: usize, tokens: &Range<usize>, previous: &str, next: &str) -> bool {
    let line = &page.lines[sentence];
    // `Washington also claims`, `Beijing has long accused`.
    let adverb = |word: &str| {
        word.ends_with("ly")
            || matches!(
                word,
                "also"
                    | "has"
                    | "had"
                    | "have"
                    | "long"
                    | "yet"
                    | "to"
                    | "already"
                    | "now"
                    | "again"
                    | "then"
                    | "later"
                    | "still"
                    | "never"
                    | "always"
                    | "and"
                    | "in"
                    | "turn"
                    | "is"
                    | "was"
                    | "would"
                    | "will"
                    | "not"
            )
    };
    // `Lima, which voted against it,`
    let clause = next == "," && line.word(tokens.end + 1) == "which";
    let mut at = tokens.end + if clause { 2 } else { 0 };
    while at < tokens.end + 4 && adverb(line.word(at)) {
        at += 1;
    }
    let verb = line.word(at);
    let speaks = page.lexicon.speech_verb(&verb.to_lowercase()).is_some();
    let starts = line.is_initial(tokens.start)
        || matches!(
            previous,
            "," | "that"
                | "and"
                | "but"
                | "as"
                | "while"
                | "because"
                | "which"
                | "what"
                | "where"
                | "than"
                | "if"
                | "when"
                | "says"
                | "said"
                | "gang"
                | "—"
                | "–"
        );
    let ends = speaks && !matches!(verb, "according");
    let plain = among(ACTS, verb) && !among(LIGHT, verb);
    let governed = matches!(previous, "of" | "from" | "to" | "for" | "by" | "on" | "with");
    // `, Moscow said`: the verb ends the sentence; otherwise a preposition before the name makes it a place.
    (ends || plain) && !governed && (starts || ends || clause || next == verb)
}

/// Whether the name before or after a tie of states is this one: `ties with Moscow`.
fn tied(page: &Page, sentence: usize, tokens: &Range<usize>, previous: &str) -> bool {
    let line = &page.lines[sentence];
    let tie = |at: usize| among(TIES, &line.word(at).to_lowercase());
    let near = |reach: usize| (tokens.start.saturating_sub(reach)..tokens.start).any(tie);
    match previous {
        "with" | "against" | "between" => near(4),
        "to" | "from" | "on" => tokens.start > 1 && tie(tokens.start - 2),
        "and" => {
            (tokens.start.saturating_sub(4)..tokens.start).any(|at| line.word(at) == "between") && near(7)
        }
        _ => false,
    }
}

/// Whether it stands in one list with a state: `Russia, China and Tehran`.
fn listed(
    page: &Page,
    sentence: usize,
    tokens: &Range<usize>,
    previous: &str,
    is_state: impl Fn(usize) -> bool,
) -> bool {
    let line = &page.lines[sentence];
    let after = matches!(previous, "and" | "or") && tokens.start > 1 && is_state(tokens.start - 2);
    let before = matches!(line.word(tokens.end), "and" | "or") && is_state(tokens.end + 1);
    // `in Moscow and Ukraine` is a list of places.
    let place = (tokens.start.saturating_sub(4)..tokens.start)
        .any(|at| among(WHERE, line.word(at)) || matches!(line.word(at), "to" | "from"));
    (after || before) && !place
}
