//! Row 76: what the author says in a closed and in an open community, and that they belong there.

use enishi_testkit::phone::{Phone, Request};

use super::matrix::{Seat, Tally};
use super::matrix_entries::csrf_of;
use super::stage::{AUTHOR, PLACES, SAID};
use crate::people::nickname;

/// Where a community of the author's is.
fn place_of_topic(topic: &str) -> &str {
    topic.split("/topics/").next().unwrap()
}

/// Every part of a page; nothing where there is none.
fn whole(phone: &mut Phone, path: &str) -> String {
    let mut page = phone.get(path);
    let mut text = if page.status == 200 { page.text() } else { String::new() };
    for number in 2..20 {
        let next = page.links().find(|link| link.ends_with(&format!("p={number}")));
        let Some(next) = next else { break };
        page = phone.get(&next);
        text += &page.text();
    }
    text
}

/// A topic by its own address, in every list it stands in, and who belongs.
pub fn places(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    let [home, notices, shown] =
        ["/home", "/notifications", &format!("{}/communities", seat.stage.me)].map(|path| whole(phone, path));
    for (which, topic) in seat.stage.topics.iter().enumerate() {
        let (reads, belongs) = (seat.persona.reads[which], seat.persona.belongs[which]);
        let place = place_of_topic(topic);
        let [said, list, one, members] =
            [topic.clone(), format!("{place}/topics"), place.to_owned(), format!("{place}/members")]
                .map(|path| whole(phone, &path));
        let mut see = |surface: &str, expected: bool, shown: bool| {
            tally.see_of(seat, surface, PLACES[which], expected, shown);
        };
        let [title, body, comment] =
            ["の題", "の本文", "のコメント"].map(|what| SAID[which].to_owned() + what);
        see("topic", reads, said.contains(&title));
        see("beginning of a topic", reads, said.contains(&body));
        see("comment in a topic", reads, said.contains(&comment));
        see("topics", reads, list.contains(&title));
        see("page of the community", reads, one.contains(&title));
        see("home", reads && belongs, home.contains(&title));
        if !reads {
            let all = [&said, &list, &one, &members, &home, &notices];
            see("anything", false, all.iter().any(|text| text.contains(SAID[which])));
        }
        // That they belong the author shows to friends, and whoever else belongs sees it.
        let is_friend = seat.persona.sees[2];
        let fellow = is_friend || (belongs && reads);
        see("members", fellow, members.contains(nickname(AUTHOR)));
        see("communities of the author", is_friend, shown.contains(PLACES[which]));
    }
}

/// Saying something in a topic, for those who belong. Whom the author has blocked meets the others there, and may speak.
pub fn speak(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    for (which, topic) in seat.stage.topics.iter().enumerate() {
        let (reads, belongs) = (seat.persona.reads[which], seat.persona.belongs[which]);
        if belongs && !reads {
            continue;
        }
        let path = format!("{}{topic}", phone.prefix());
        let body = format!("csrf={}&body=hello", csrf_of(phone));
        let status = phone.fetch(&Request::post(&path, body.as_bytes())).status;
        tally.see_of(seat, "saying something in a topic", PLACES[which], belongs, status == 303);
        // In the open place the blocked meet what others said in the same topic, and are told that they do not belong.
        if which == 0 && !reads && seat.persona.handle.is_some() {
            tally.see_of(seat, "the refusal there", PLACES[which], false, status != 404);
        }
    }
}
