//! The words that articles are made of.

use super::dice::Dice;

const FIRST: [&str; 64] = [
    "Alma", "Boris", "Celia", "Dario", "Edda", "Felix", "Greta", "Henrik", "Ilka", "Jonas", "Katrin", "Leo",
    "Mira", "Nils", "Olga", "Pavel", "Rosa", "Stefan", "Tilda", "Ugo", "Vera", "Walter", "Xenia", "Yusuf",
    "Zora", "Anton", "Berta", "Carlo", "Dora", "Emil", "Frida", "Gustav", "Hanna", "Igor", "Julia", "Karl",
    "Lena", "Marco", "Nora", "Oskar", "Paula", "Ruben", "Sara", "Tomas", "Ursula", "Viktor", "Wanda", "Adam",
    "Bella", "Cyril", "Diana", "Erik", "Flora", "Georg", "Helga", "Ivan", "Jana", "Kamil", "Laura", "Milan",
    "Nadia", "Otto", "Petra", "Roman",
];
const STEMS: [&str; 32] = [
    "Bel", "Cas", "Dra", "Eric", "Falk", "Gra", "Hol", "Ibar", "Jan", "Kov", "Lind", "Mask", "Nor", "Opp",
    "Pra", "Quis", "Ren", "San", "Ter", "Ulv", "Vas", "Wenn", "Yst", "Zel", "Ald", "Brun", "Cor", "Dell",
    "Ek", "Fur", "Gar", "Ham",
];
const ENDS: [&str; 24] = [
    "mont", "tell", "ger", "sen", "ner", "auer", "mann", "ra", "sma", "ar", "holm", "ell", "gard", "el",
    "del", "ter", "sing", "dor", "vo", "vik", "ko", "berg", "ad", "ova",
];
const TOPICS: [&str; 24] = [
    "Harbor",
    "Water",
    "Railway",
    "Forest",
    "Energy",
    "Grain",
    "Housing",
    "Fisheries",
    "Mining",
    "Transport",
    "Health",
    "Border",
    "Election",
    "Teachers",
    "Nurses",
    "Farmers",
    "Science",
    "Museum",
    "Film",
    "Football",
    "Climate",
    "Bridge",
    "Market",
    "Archive",
];
const BODIES: [&str; 10] = [
    "Council",
    "Union",
    "Commission",
    "Institute",
    "Association",
    "Agency",
    "League",
    "Foundation",
    "Authority",
    "Committee",
];
const ACTORS: [&str; 16] = [
    "the committee",
    "a panel of engineers",
    "the ministry",
    "residents of the old town",
    "the auditors",
    "a group of traders",
    "the planning office",
    "the court",
    "several lawmakers",
    "the shipping companies",
    "the drivers",
    "a team of researchers",
    "the town council",
    "the health service",
    "the insurers",
    "the growers",
];
const DEEDS: [&str; 20] = [
    "put off the decision on",
    "asked for a second report about",
    "welcomed the plan for",
    "voted against",
    "went through the costs of",
    "published figures on",
    "raised doubts about",
    "agreed to pay for",
    "drew up new rules for",
    "withdrew its objection to",
    "spoke at length about",
    "was divided over",
    "began a review of",
    "promised to look again at",
    "set a deadline for",
    "took over the work on",
    "turned down a loan for",
    "opened talks about",
    "made no comment on",
    "called for a vote on",
];
const MATTERS: [&str; 20] = [
    "the new harbor",
    "the water supply of the valley",
    "the railway to the coast",
    "the price of bread",
    "the repair of the bridge",
    "the school budget",
    "the fishing quotas",
    "the flood defenses",
    "the hospital beds",
    "the power lines",
    "the night trains",
    "the wages of nurses",
    "the storage of grain",
    "the old airport",
    "the border crossing",
    "the pension fund",
    "the forest roads",
    "the housing program",
    "the tram lines",
    "the archive of letters",
];
const TAILS: [&str; 16] = [
    "after a meeting that lasted into the night",
    "because the money had run out by spring",
    "although the weather had been better than expected",
    "while the works outside went on without a break",
    "as several hundred people waited in front of the building",
    "before the summer recess began",
    "once the letters from the regions had been read",
    "since nobody could say who was to pay for it",
    "even though an earlier inquiry had found no fault",
    "so that the work could start within the year",
    "and left the remaining questions to a smaller group",
    "in the hope that prices would fall again",
    "but gave no date for the next step",
    "when the last of the samples had been tested",
    "as the opposition had asked for months",
    "without a word about the costs of the delay",
];

/// The person of a number.
pub(super) fn person(number: usize) -> String {
    let (first, rest) = (FIRST[number % 64], number / 64);
    let (stem, rest) = (STEMS[(rest + number % 64) % 32], rest / 32);
    let (end, round) = (ENDS[(rest + number % 64) % 24], rest / 24);
    match round {
        0 => format!("{first} {stem}{end}"),
        _ => format!("{first} {}. {stem}{end}", char::from(b'A' + ((round - 1) % 26) as u8)),
    }
}

/// The group of a number.
pub(super) fn group(number: usize) -> String {
    let (topic, rest) = (TOPICS[number % 24], number / 24);
    let (body, rest) = (BODIES[rest % 10], rest / 10);
    let town = format!("{}{}", STEMS[rest % 32], ENDS[rest / 32 % 24]);
    format!("{town} {topic} {body}")
}

/// A sentence of some twenty words that names nobody.
pub(super) fn plain(dice: &mut Dice) -> String {
    let actor = dice.pick(&ACTORS);
    let mut sentence = actor[..1].to_uppercase();
    sentence += &actor[1..];
    format!("{sentence} {} {} {}.", dice.pick(&DEEDS), dice.pick(&MATTERS), dice.pick(&TAILS))
}

/// What is said in quotation marks, five to ten words and a comma; each quote of an article is another.
pub(super) fn said(dice: &mut Dice, quote: usize) -> String {
    let openings =
        ["We will not give up", "Nobody has asked us about", "I have never doubted", "We can pay for"];
    format!("{} {},", openings[quote % openings.len()], dice.pick(&MATTERS))
}

/// A clause to go on with after somebody, without an end.
pub(super) fn clause(dice: &mut Dice) -> String {
    format!("{} {}", dice.pick(&DEEDS), dice.pick(&MATTERS))
}
