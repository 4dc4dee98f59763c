use crate::pipeline;
use crate::tools::Tools;

/// The key sentences of an article.
fn read(text: &str) -> Vec<String> {
    let tools = Tools::builtin().unwrap();
    let json = serde_json::json!({ "text": text, "title": "A title" }).to_string();
    let seed = crate::seed::from_json(&json, 1, &mut diag::Sink::default()).unwrap();
    let analysis = pipeline::analyze(seed, &tools);
    let text = &analysis.reading.document.text;
    let sentences = &analysis.reading.sentences;
    analysis.key_points.iter().map(|&at| sentences[at].span.of(text).to_owned()).collect()
}

const LEAD: &str = "Kenya arrested the banker Maria Lopez on Monday over a fraud that cost savers millions.";

#[test]
fn the_lead_is_one_and_quotations_are_none() {
    let text = format!(
        "{LEAD}\n\n“I did nothing wrong and I will fight this to the end,” she said.\n\nHe waved.\n\n\
         Police in Nairobi searched the offices of the World Bank for three hours.\n\n\
         The fraud cost savers millions, Kenya said when it arrested the banker Maria Lopez on Monday.\n\n\
         Peru asked Kenya to hand over the files of two other bankers.\n\nA third banker fled to Chad in a small boat last week."
    );
    let points = read(&text);
    assert_eq!(points[0], LEAD);
    assert_eq!(points.len(), 3, "{points:?}");
    assert!(
        points.iter().all(|point| !point.contains("nothing wrong") && !point.contains("waved")),
        "{points:?}"
    );
    assert!(!points.iter().any(|point| point.starts_with("The fraud cost")), "{points:?}");
}

#[test]
fn the_caption_of_a_picture_is_none() {
    let caption = "The banker Maria Lopez of Kenya arrives at a court in Nairobi on Monday.";
    let read_with =
        |credit: &str| read(&format!("{caption}{credit}\n\n{LEAD}\n\nPeru asked Kenya for the files."));
    assert_eq!(read_with(" Photo: Ann Lee/AFP")[0], LEAD);
    assert_eq!(read_with("")[0], caption);
}

#[test]
fn a_short_article_has_few() {
    assert_eq!(read(LEAD), [LEAD]);
    assert_eq!(read("Short."), [] as [&str; 0]);
}
