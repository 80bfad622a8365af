//! Row 76: everything the author has, by level, on every surface, looked at by everybody, on both faces, cold and
//! warm. Not one cell may be wrong.

use std::collections::BTreeSet;

use enishi_testkit::phone::{Model, Page, Phone, Request};

use super::stage::{FACES, LEVELS, PAGE_LEVELS, PERSONAS, Persona, Stage, WORDS};
use crate::pictures::{photo_on, photos_on};
use crate::program::{Program, demos, without_token};
use crate::readers::{declared, fill};

/// First parts of addresses whose pages are walked here. A new one is entered when somebody has thought about what
/// it may show of an entry, a photograph, a comment or a profile, and to whom.
const WALKED: [&str; 34] = [
    "",
    "home",
    "menu",
    "leave",
    "letters",
    "login",
    "logout",
    "signup",
    "sms",
    "diary",
    "members",
    "friends",
    "footprints",
    "notifications",
    "search",
    "me",
    "invitations",
    "email",
    "pictures",
    "drawings",
    "photos",
    "albums",
    "voices",
    "messages",
    "communities",
    "events",
    "introductions",
    "operator",
    "recover",
    "trusted",
    "undo",
    "away",
    "calendar",
    "help",
];

/// What was counted and what was wrong.
#[derive(Default)]
struct Tally {
    cells: usize,
    wrong: Vec<String>,
}

/// Where a cell stands.
struct Seat<'a> {
    program: &'a Program,
    stage: &'a Stage,
    persona: &'a Persona,
    model: Model,
    pass: &'static str,
}

impl Tally {
    fn see(&mut self, seat: &Seat<'_>, surface: &str, level: usize, expected: bool, shown: bool) {
        self.cells += 1;
        if expected != shown {
            let (who, pass, engine) = (seat.persona.who, seat.pass, seat.program.engine);
            let verb = if shown { "sees" } else { "does not see" };
            let (level, face) = (LEVELS[level], seat.model.name);
            self.wrong.push(format!("{who} {verb} {level} on {surface} ({face}, {pass}, {engine})"));
        }
    }
}

fn shows(page: &Page, level: usize, what: &str) -> bool {
    page.status == 200 && page.text().contains(&format!("{}{what}", WORDS[level]))
}

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
fn entry(seat: &Seat<'_>, phone: &mut Phone, level: usize, tally: &mut Tally) {
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
        tally.cells += 1;
    }
}

/// Pages where entries and fields stand among others.
fn lists(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
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
        let form = phone.get("/search").find_form("/search");
        let found = form.map(|form| phone.submit(&form.fill("q", WORDS[level])).text()).unwrap_or_default();
        let kept = found.matches(WORDS[level]).count();
        // What was typed stands in the field itself, and nowhere else.
        tally.see(seat, "search", level, false, kept > 1 || found.contains(&format!("{}の", WORDS[level])));
    }
}

/// Which picture an address is of: `/pictures/{id}/`.
fn picture_of(src: &str) -> &str {
    let from = src.find("/pictures/").unwrap();
    let id = &src[from + "/pictures/".len()..];
    &src[from..from + "/pictures/".len() + id.find('/').unwrap() + 1]
}

/// The photographs on the author's page: the page of them, the profile, and their bytes.
fn page_photos(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
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

/// Writing under what cannot be read.
fn comment(seat: &Seat<'_>, phone: &mut Phone, level: usize, tally: &mut Tally) {
    let csrf =
        phone.get("/search").forms().first().map(|form| form.value("csrf").to_owned()).unwrap_or_default();
    let csrf = match csrf.is_empty() {
        true => phone.get("/invitations").find_form("/invitations").map(|form| form.value("csrf").to_owned()),
        false => Some(csrf),
    };
    let path = format!("{}{}/comments", phone.prefix(), seat.stage.entries[level]);
    let body = format!("csrf={}&body=hello", csrf.unwrap_or_default());
    let status = phone.fetch(&Request::post(&path, body.as_bytes())).status;
    tally.see(seat, "writing a comment", level, seat.persona.sees[level], status == 303);
}

/// Every other page there is, with everything of the author's in its address.
fn everywhere(seat: &Seat<'_>, phone: &mut Phone, tally: &mut Tally) {
    let mut walked = BTreeSet::new();
    for route in declared().into_iter().filter(|route| route.method == "GET") {
        let first = route.pattern.trim_start_matches('/').split('/').next().unwrap().to_owned();
        assert!(
            WALKED.contains(&first.as_str()),
            "{} is a new kind of page: think about what it may show of whom, and enter it in WALKED",
            route.pattern
        );
        if first == "leave" {
            // It knows no session: a phone without cookies that goes there has left its own behind.
            continue;
        }
        for level in (0..5).filter(|level| !seat.persona.sees[*level]) {
            let path = fill(&route.pattern, &seat.stage.entries[level], &seat.stage.me);
            // Only the addresses of entries differ by level.
            if walked.insert(path.clone()) {
                let text = phone.get(&path).text();
                for hidden in (0..5).filter(|level| !seat.persona.sees[*level]) {
                    tally.see(seat, &path, hidden, false, text.contains(WORDS[hidden]));
                }
            }
        }
    }
}

#[test]
fn attack_76_everybody_sees_what_is_open_to_them_and_nothing_else() {
    for program in demos() {
        let stage = Stage::set(&program);
        let mut tally = Tally::default();
        for persona in &PERSONAS {
            for model in FACES {
                let mut phone = persona.phone(&program, model);
                for pass in ["cold", "warm"] {
                    let seat = Seat { program: &program, stage: &stage, persona, model, pass };
                    lists(&seat, &mut phone, &mut tally);
                    page_photos(&seat, &mut phone, &mut tally);
                    (0..5).for_each(|level| entry(&seat, &mut phone, level, &mut tally));
                    if pass == "cold" {
                        everywhere(&seat, &mut phone, &mut tally);
                    } else {
                        (0..5).for_each(|level| comment(&seat, &mut phone, level, &mut tally));
                    }
                }
            }
        }
        eprintln!("{}: {} cells, {} wrong", program.engine, tally.cells, tally.wrong.len());
        assert!(
            tally.wrong.is_empty(),
            "{} of {} cells:\n{}",
            tally.wrong.len(),
            tally.cells,
            tally.wrong.join("\n")
        );
        assert!(tally.cells > 3_000, "only {} cells", tally.cells);
    }
}
