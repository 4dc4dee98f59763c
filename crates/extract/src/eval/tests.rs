use super::*;

fn check(line: &str) -> Evaluation {
    evaluate(&[line], &Tools::builtin().expect("the weights are built in"))
}

fn f1(evaluation: &Evaluation, layer: &str) -> f64 {
    evaluation.scores.layer(layer).expect("the layer has gold").f1()
}

#[test]
fn a_right_name_counts_and_a_wrong_kind_does_not() {
    let line = r#"{"id": "a", "text": "Angela Merkel spoke in Berlin.", "entities": [
        {"start": 0, "end": 13, "type": "PER"}, {"start": 23, "end": 29, "type": "ORG"}]}"#;
    let evaluation = check(line);
    assert_eq!(evaluation.articles, 1);
    assert!((f1(&evaluation, "names: PER") - 100.0).abs() < 1e-9);
    assert!(f1(&evaluation, "names: ORG").abs() < 1e-9);
    assert!((f1(&evaluation, "names") - 50.0).abs() < 1e-9);
    assert_eq!(evaluation.scores.layer("dates"), None);
}

#[test]
fn a_quotation_needs_its_span_and_its_speaker() {
    let text = "“We will build the bridge,” said Angela Merkel.";
    let gold = |speaker: &str| {
        format!(
            r#"{{"id": "a", "text": "{text}", "quotes": [{{"start": 1, "end": 26, "kind": "direct", "speaker": "{speaker}"}}]}}"#
        )
    };
    let right = check(&gold("Chancellor Merkel"));
    assert!((f1(&right, "direct quotes with speaker") - 100.0).abs() < 1e-9);
    let wrong = check(&gold("Ann Lee"));
    assert!((f1(&wrong, "direct quotes") - 100.0).abs() < 1e-9);
    assert!(f1(&wrong, "direct quotes with speaker").abs() < 1e-9);
}

#[test]
fn a_date_counts_by_what_it_means() {
    let gold = |value: &str| {
        format!(
            r#"{{"id": "a", "anchor": "2024-05-17", "text": "She left on Friday.", "dates": [{{"start": 12, "end": 18, "value": "{value}", "type": "DATE"}}]}}"#
        )
    };
    assert!((f1(&check(&gold("2024-05-17")), "dates with value") - 100.0).abs() < 1e-9);
    let wrong = check(&gold("2024-05-24"));
    assert!((f1(&wrong, "dates") - 100.0).abs() < 1e-9);
    assert!(f1(&wrong, "dates with value").abs() < 1e-9);
}

#[test]
fn chains_are_scored_by_what_they_hold_together() {
    let gold = |clusters: &str| {
        format!(r#"{{"id": "a", "text": "Angela Merkel left. Merkel waved.", "clusters": {clusters}}}"#)
    };
    let together = check(&gold("[[[0, 13], [20, 26]]]"));
    assert!((f1(&together, "chains: B3") - 100.0).abs() < 1e-9);
    let apart = check(&gold("[[[0, 13]], [[20, 26]]]"));
    let score = apart.scores.layer("chains: B3 of found mentions").expect("it has gold");
    assert!((score.precision() - 50.0).abs() < 1e-9 && (score.recall() - 100.0).abs() < 1e-9);
}

#[test]
fn a_line_that_is_no_gold_is_named_and_the_others_are_scored() {
    let tools = Tools::builtin().expect("the weights are built in");
    let lines = ["{", r#"{"id": "b", "text": "It rained.", "entities": []}"#];
    let evaluation = evaluate(&lines, &tools);
    assert_eq!((evaluation.articles, evaluation.bad_lines.len(), evaluation.bad_lines[0].0), (1, 1, 1));
}

#[test]
fn what_is_found_taken_as_gold_is_right_in_every_layer_and_a_changed_fact_is_not() {
    let tools = Tools::builtin().expect("the weights are built in");
    let article = r#"{"id": "a", "published": "2024-05-17", "text": "Angela Merkel met Emmanuel Macron in Berlin on Friday. Macron, the president of France, accused Russia of lying about the talks."}"#;
    let annotate = Annotate { offsets: Offsets::Char, published: None };
    let mut found =
        annotate.line(article, 1, &tools, &mut diag::Sink::default()).map_err(|error| error.message).unwrap();
    let line = |found: &model::Document| serde_json::to_string(found).expect("a document is JSON");
    let same = check(&line(&found));
    for (layer, score) in same.scores.iter().filter(|(_, score)| score.found + score.gold > 0.0) {
        assert!((score.f1() - 100.0).abs() < 1e-9, "{layer}: {score:?}");
    }
    let events = same.scores.layer("events").expect("it has events");
    assert!(events.gold >= 2.0 && same.scores.layer("key points").is_some());
    found.events[0].participants = vec!["person/ann-lee".parse().unwrap()];
    found.events[0].place = None;
    found.key_points = vec![(0, 6)];
    let other = check(&line(&found));
    assert!(f1(&other, "events") < 60.0 && f1(&other, "key points") < 10.0, "{:?}", other.scores);
}
