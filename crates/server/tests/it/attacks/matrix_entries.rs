//! Row 76: entries, photographs, comments and profiles.

use enishi_testkit::phone::{Page, Phone, Request};

use super::matrix::{Seat, Tally, shows};
use super::stage::{PAGE_LEVELS, WORDS};
use crate::pictures::{photo_on, photos_on};
use crate::program::without_token;

/// The second photograph of an entry, the comment's, on whatever part of the page it stands.
fn said_photo(phone: &mut Phone, page: &Page) -> Option<String> {
    let (mut all, mut page) = (photos_on(page), page.clone());
    for number in 2.. {
        if all.len() > 1 {
            break;
        }
        let next = page.links().find(|link| link.ends_with(&format!("p={number}")))?;
        page = phone.get(&next);
        all.extend(photos_on(&page));
    }
    all.pop()
}

/// An entry by its own address: body, comment, forms about it, its photograph, and who stands beside it.
pub fn entry(seat: &Seat<'_>, phone: &mut Phone, level: usize, tally: &mut Tally) {
    let (place, sees) = (&seat.stage.entries[level], seat.persona.sees[level]);
    let is_author = seat.persona.who == "the author";
    let page = phone.get(place);
    tally.see(seat, "permalink", level, sees, shows(&page, level, "の本文"));
    tally.see(seat, "title of the page", level, sees, shows(&page, level, "の題"));
    tally.see(seat, "comments", level, sees, shows(&page, level, "のコメント"));
    tally.see(seat, "category of the page", level, sees, shows(&page, level, "の分類"));
    let edit = phone.get(&format!("{place}/edit"));
    tally.see(seat, "edit form", level, is_author, edit.text().contains(WORDS[level]));
    let delete = phone.get(&format!("{place}/delete"));
    tally.see(
        seat,
        "delete form",
        level,
        is_author,
        delete.status == 200 && delete.find_form(&format!("{place}/delete")).is_some(),
    );
    let photo = match sees && page.status == 200 {
        true => photo_on(&page),
        false => seat.stage.photos[level].clone(),
    };
    let said = match sees && page.status == 200 {
        true => said_photo(phone, &page).unwrap_or_default(),
        false => seat.stage.said_photos[level].clone(),
    };
    let status = phone.clone().fetch(&Request::get(&said)).status;
    tally.see(seat, "photograph of a comment", level, sees, status == 200 && said != photo);
    let small = photo.replace("/480.", "/96.").replace("/1280.", "/96.");
    // A phone without cookies has each size signed for itself; another size is nobody's.
    let opens_small = sees && (seat.model.keeps_cookies || small == photo);
    tally.see(seat, "photograph", level, sees, phone.clone().fetch(&Request::get(&photo)).status == 200);
    tally.see(
        seat,
        "small photograph",
        level,
        opens_small,
        phone.clone().fetch(&Request::get(&small)).status == 200,
    );
    for other in 0..5 {
        let leads = page.links().any(|link| without_token(&link) == seat.stage.entries[other]);
        if leads && !seat.persona.sees[other] {
            tally.see(seat, "links to neighbours", other, false, true);
        }
        tally.count();
    }
}

/// Pages where entries and fields stand among others.
pub fn lists(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    let is_friend = seat.persona.sees[2] && seat.persona.who != "the author";
    let categories = phone.get(&format!("{}/diary/categories", seat.stage.me));
    for (level, sees) in seat.persona.sees.into_iter().enumerate() {
        tally.see(seat, "categories", level, sees, shows(&categories, level, "の分類"));
    }
    let pages = [
        ("list", phone.get(&format!("{}/diary", seat.stage.me))),
        ("feed", phone.get("/home")),
        ("profile", phone.get(&seat.stage.me)),
        ("notices", phone.get("/notifications")),
        ("footprints", phone.get("/footprints")),
    ];
    for (level, sees) in seat.persona.sees.into_iter().enumerate() {
        tally.see(seat, "list", level, sees, shows(&pages[0].1, level, "の題"));
        tally.see(seat, "profile field", level, sees, shows(&pages[2].1, level, "の項"));
        if seat.persona.who != "the author" {
            tally.see(seat, "feed", level, sees && is_friend, shows(&pages[1].1, level, "の題"));
        }
        for (surface, page) in pages.iter().filter(|_| !sees) {
            tally.see(seat, surface, level, false, page.text().contains(WORDS[level]));
        }
    }
}

/// Which picture an address is of: `/pictures/{id}/`.
fn picture_of(src: &str) -> &str {
    let from = src.find("/pictures/").unwrap();
    let id = &src[from + "/pictures/".len()..];
    &src[from..from + "/pictures/".len() + id.find('/').unwrap() + 1]
}

/// The photographs on the author's page: the page of them, the profile, and their bytes.
pub fn page_photos(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    let all = phone.get(&format!("{}/photos", seat.stage.me));
    let profile = phone.get(&seat.stage.me);
    for (level, src) in PAGE_LEVELS.into_iter().zip(&seat.stage.on_page) {
        let sees = seat.persona.sees[level];
        tally.see(seat, "photographs on the page", level, sees, shows(&all, level, "の写真"));
        if !sees {
            tally.see(seat, "profile with photographs", level, false, profile.text().contains(WORDS[level]));
        }
        // Without cookies no address is good that was not signed for this phone.
        let own =
            sees.then(|| photos_on(&all).into_iter().find(|own| own.contains(picture_of(src)))).flatten();
        let src = own.as_ref().unwrap_or(src);
        let fetched = phone.clone().fetch(&Request::get(src)).status == 200;
        tally.see(seat, "bytes of a photograph on the page", level, sees, fetched);
    }
}

/// The token of this session's forms; nothing for a guest.
pub fn csrf_of(phone: &mut Phone) -> String {
    let form = phone.get("/invitations").find_form("/invitations");
    form.map(|form| form.value("csrf").to_owned()).unwrap_or_default()
}

/// Writing under what cannot be read.
pub fn comment(seat: &Seat<'_>, phone: &mut Phone, level: usize, tally: &mut Tally) {
    let path = format!("{}{}/comments", phone.prefix(), seat.stage.entries[level]);
    let body = format!("csrf={}&body=hello", csrf_of(phone));
    let status = phone.fetch(&Request::post(&path, body.as_bytes())).status;
    tally.see(seat, "writing a comment", level, seat.persona.sees[level], status == 303);
}
