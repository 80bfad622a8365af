//! The author's communities on the stage: a closed one and an open one, each with a topic and a comment.

use enishi_testkit::phone::{IPHONE, Phone};

use crate::program::{Program, place_of};

/// What the author's communities are called: the closed one and the open one. Their names are nobody's secret.
pub const PLACES: [&str; 2] = ["灯台守の会", "波止場の会"];
/// A word for each that stands in everything the author says there and nowhere else.
pub const SAID: [&str; 2] = ["しるし己", "しるし庚"];
/// Who else comes in there.
const COME_IN: [&[&str]; 2] = [&["rider", "sato"], &["rider"]];

/// Founds both and says something there; gives the addresses of the topics.
pub fn found_places(program: &Program, author: &mut Phone) -> [String; 2] {
    [0, 1].map(|which| {
        let place = found(author, which);
        COME_IN[which].iter().for_each(|handle| join(&mut program.phone_of(handle, IPHONE), &place));
        let_in(author, &place);
        begin(author, &place, SAID[which])
    })
}

/// That the author belongs is for friends to know, beside those who belong.
fn found(author: &mut Phone, which: usize) -> String {
    let (joins, reads) = [("after_yes", "insiders"), ("freely", "everybody")][which];
    let form = author.get("/communities/new").form("/communities/new").fill("name", PLACES[which]);
    let form = form.fill("about", "港のはなし").fill("joins", joins).fill("reads", reads);
    let page = author.submit(&form.fill("visibility", "friends"));
    assert_eq!(page.status, 200, "{}", page.text());
    place_of(&page)
}

fn join(phone: &mut Phone, place: &str) {
    let join = format!("{place}/join");
    let form = phone.get(place).form(&join).fill("visibility", "only_me");
    assert_eq!(phone.submit(&form).status, 200);
}

/// Says yes to everybody who asks.
fn let_in(author: &mut Phone, place: &str) {
    let requests = format!("{place}/requests");
    let mut page = author.get(&requests);
    while let Some(yes) = page.forms().into_iter().find(|form| form.value("answer") == "yes") {
        assert_eq!(author.submit(&yes).status, 200);
        page = author.get(&requests);
    }
}

fn begin(author: &mut Phone, place: &str, word: &str) -> String {
    let begin = format!("{place}/topics/new");
    let form = author.get(&begin).form(&begin).fill("title", &format!("{word}の題"));
    let page = author.submit(&form.fill("body", &format!("{word}の本文")));
    let topic = place_of(&page);
    let page = author.submit(&page.form(&topic).fill("body", &format!("{word}のコメント")));
    assert!(page.status == 200 && page.text().contains(&format!("{word}のコメント")), "{}", page.text());
    topic
}
