use super::*;
use crate::pipeline;
use crate::tools::Tools;

/// The verb groups of a one-sentence text as `lemma form`, with what is special about them.
fn groups(text: &str) -> Vec<String> {
    let tools = Tools::builtin().unwrap();
    let reading = pipeline::read(text, Some("A title"), None, &tools);
    let clauses = read(&reading, &tools.lexicon, 0);
    let show = |group: &Group| {
        let form = match group.form {
            Form::Finite => "finite",
            Form::Infinitive => "infinitive",
            Form::Gerund => "gerund",
            Form::Participle => "participle",
        };
        let mut notes = String::new();
        notes += if group.passive { " passive" } else { "" };
        notes += if group.negated { " negated" } else { "" };
        notes += match group.modality {
            Modality::None => "",
            Modality::Future => " future",
            Modality::Possible => " possible",
        };
        format!("{} {form}{notes}", group.lemma)
    };
    clauses.groups.iter().map(show).collect()
}

#[test]
fn auxiliaries_belong_to_their_verb() {
    assert_eq!(groups("Kenya has not been attacked."), ["attack finite passive negated"]);
    assert_eq!(groups("Kenya will soon strike Peru."), ["strike finite future"]);
    assert_eq!(groups("Kenya couldn't have met Peru."), ["meet finite negated possible"]);
    assert_eq!(groups("Kenya vowed to strike."), ["vow finite", "strike infinitive"]);
    assert_eq!(groups("Kenya denied striking Peru."), ["deny finite", "strike gerund"]);
    assert_eq!(groups("Towns hit by the storm waited."), ["hit participle passive", "wait finite"]);
}

#[test]
fn nouns_that_look_like_verbs_are_nouns() {
    assert_eq!(groups("The strike on Peru ended."), ["end finite"]);
    assert_eq!(groups("Kenya's plan was read."), ["read finite passive"]);
    assert_eq!(groups("Officials plan to visit Peru."), ["plan finite", "visit infinitive"]);
}
