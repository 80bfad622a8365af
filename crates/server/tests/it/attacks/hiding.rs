//! What was open and is not any more, and what was never: rows 77 to 84 and 86.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Page, Phone, Request};

use super::stage::{AUTHOR, FACES, PERSONAS, SAID, Stage, WORDS, block, group_of};
use crate::nowhere::{Whole, whole};
use crate::people::nickname;
use crate::pictures::{PHOTO, photo_on};
use crate::program::{Program, demos, log_in, member_named, number_of, place_of, write_entry};
use crate::readers::declared;

const NEVER: &str = "2222222222222";

/// What a page says, without what is drawn anew for each.
pub fn said(page: &Page) -> String {
    let drawn = page
        .forms()
        .into_iter()
        .flat_map(|form| ["csrf", "once", "challenge"].map(|drawn| form.value(drawn).to_owned()));
    let drawn: Vec<String> = drawn.filter(|word| !word.is_empty()).collect();
    let text = drawn.iter().fold(page.text(), |text, word| text.replace(word, "~"));
    // Pictures on pages without cookies are signed for ten minutes.
    text.split("?t=")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('"').map_or("", |(_, rest)| rest) })
        .collect()
}

#[test]
fn attack_77_a_photograph_is_nobodys_by_its_address() {
    for program in demos() {
        let stage = Stage::set(&program);
        let photo = &stage.photos[4];
        let (folder, file) = photo.rsplit_once('/').unwrap();
        for persona in PERSONAS.iter().filter(|persona| !persona.sees[4]) {
            for model in FACES {
                let mut phone = persona.phone(&program, model);
                phone.get("/home");
                // With its own token in front, a phone without cookies gets the same page twice.
                let (token, folder) = (phone.prefix().to_owned(), format!("{}{folder}", phone.prefix()));
                let never = whole(&phone.fetch(&Request::get(&format!("{token}/pictures/{NEVER}/{file}"))));
                assert_eq!(never.0, 404);
                for name in
                    [file, "96.jpg", "240.gif", "480.png", "1280.jpg", "96s.jpg", "48s.gif", "x", "-1.jpg"]
                {
                    let request = Request::get(&format!("{folder}/{name}"));
                    for request in [
                        request.clone(),
                        request.clone().with("Range", "bytes=0-99"),
                        request.clone().with("If-None-Match", "*"),
                        request.clone().with("If-Modified-Since", "Tue, 01 Jan 2030 00:00:00 GMT"),
                        request.clone().with("If-Range", "\"x\"").with("Range", "bytes=0-"),
                    ] {
                        let page = phone.fetch(&request);
                        assert_eq!(whole(&page), never, "{} asks for {name}", persona.who);
                    }
                    let head = phone.fetch(&Request { method: "HEAD".to_owned(), ..request });
                    assert_eq!((head.status, head.body.len()), (404, 0), "{} asks for {name}", persona.who);
                }
                let near = format!(
                    "{}{}/{file}",
                    &folder[..folder.len() - 1],
                    if folder.ends_with('2') { '3' } else { '2' }
                );
                assert_eq!(whole(&phone.fetch(&Request::get(&near))), never);
            }
        }
    }
}

/// Everything a viewer may see of the author and of themselves.
fn snapshot(phone: &mut Phone, stage: &Stage) -> Vec<(String, String)> {
    let own = ["/home", "/notifications", "/footprints", "/friends", "/search", "/menu"].map(str::to_owned);
    let theirs = ["", "/diary", "/friends"].map(|end| format!("{}{end}", stage.me));
    let entries = stage.entries.clone();
    let paths = own.into_iter().chain(theirs).chain(entries);
    paths.map(|path| (path.clone(), said(&phone.get(&path)))).collect()
}

#[test]
fn attack_78_writing_what_is_hidden_changes_no_count_and_no_neighbour() {
    for program in demos() {
        let stage = Stage::set(&program);
        let mut author = program.phone_of(AUTHOR, IPHONE);
        let group = group_of(&mut author, "おやつの会");
        let watchers = PERSONAS.iter().filter(|persona| !persona.sees[3]);
        let mut phones: Vec<(&str, Phone)> = watchers
            .flat_map(|persona| FACES.map(|model| (persona.who, persona.phone(&program, model))))
            .collect();
        // A first look leaves footprints and reads notices; the second is the measure.
        phones.iter_mut().for_each(|(_, phone)| drop(snapshot(phone, &stage)));
        let before: Vec<_> = phones.iter_mut().map(|(_, phone)| snapshot(phone, &stage)).collect();
        for visibility in ["only_me", group.as_str()] {
            let form =
                author.get("/diary/new").form("/diary/new").fill("title", "かくす").fill("body", "かくす");
            let upload = enishi_testkit::phone::Upload { field: "photo", name: "x.jpg", bytes: PHOTO };
            let page = author.submit_with(&form.fill("visibility", visibility), &[upload]);
            let comments = format!("{}/comments", place_of(&page));
            author.submit(&page.form(&comments).fill("body", "かくす"));
        }
        for ((who, phone), before) in phones.iter_mut().zip(before) {
            for (was, is) in before.into_iter().zip(snapshot(phone, &stage)) {
                assert_eq!(is, was, "{who} on {} ({})", phone.model().name, program.engine);
            }
        }
    }
}

/// The address of one of the cast, as a phone's owner finds it.
fn page_of(phone: &mut Phone, handle: &str) -> String {
    member_named(phone, nickname(handle))
}

fn press(phone: &mut Phone, place: &str) {
    let form = phone.get(place).form(place);
    let page = phone.submit(&form);
    assert_eq!(page.status, 200, "{place}: {}", page.text());
}

/// Who reads an entry of which level, and what ends it.
type End<'a> = (&'static str, usize, &'a dyn Fn(&mut Phone));

/// Nothing of an entry is left for a phone on which it was open a moment ago.
fn is_gone(phone: &mut Phone, entry: &str, photo: &str, open: &Page, word: &str, what: &str) {
    assert_eq!(phone.get(entry).status, 404, "{what}");
    // What a phone without cookies is answered there is for a guest; it goes on with its own token.
    assert_eq!(phone.clone().fetch(&Request::get(photo)).status, 404, "{what}: the photograph");
    let comments = format!("{entry}/comments");
    let from_the_open_tab = open.form(&comments).fill("body", "まだ見えるかな");
    assert_eq!(phone.fetch(&from_the_open_tab.request()).status, 404, "{what}: a comment");
    for path in ["/home", "/notifications"] {
        assert!(!phone.get(path).text().contains(word), "{what}: {path}");
    }
}

#[test]
fn attack_79_what_is_narrowed_is_gone_at_the_next_request() {
    for program in demos() {
        let stage = Stage::set(&program);
        let mut author = program.phone_of(AUTHOR, IPHONE);
        // Who reads what, and what then ends it.
        let ends: [End<'_>; 4] = [
            ("ken", 0, &|author| {
                let edit = format!("{}/edit", stage.entries[0]);
                let form = author.get(&edit).form(&edit).fill("visibility", "only_me");
                assert_eq!(author.submit(&form).status, 200);
            }),
            ("mika", 3, &|author| {
                let id = group_of(author, "おやつの会").replace("group:", "");
                let mika = page_of(author, "mika").rsplit('/').next().unwrap().to_owned();
                let remove = format!("/me/groups/{id}/remove");
                let form = author.get(&format!("/me/groups/{id}")).form(&remove).fill("friend", &mika);
                assert_eq!(author.submit(&form).status, 200);
            }),
            ("ken", 2, &|author| {
                let part = format!("{}/part", page_of(author, "ken"));
                press(author, &part);
            }),
            ("mika", 1, &|author| block(author, "mika")),
        ];
        for (handle, level, end) in ends {
            let mut phones = FACES.map(|model| program.phone_of(handle, model));
            let open = phones.each_mut().map(|phone| phone.get(&stage.entries[level]));
            assert!(open.iter().all(|page| page.status == 200), "{handle} does not see {level} at first");
            let photos = open.each_ref().map(photo_on);
            // A comment of theirs and one after it, so that there is something to be told.
            let form = open[0].form(&format!("{}/comments", stage.entries[level])).fill("body", "いいですね");
            phones[0].submit(&form);
            let again = author.get(&stage.entries[level]);
            author.submit(&again.form(&format!("{}/comments", stage.entries[level])).fill("body", "どうも"));
            assert!(
                phones[0].get("/home").text().contains(WORDS[level]),
                "{handle} is told nothing of {level}"
            );
            end(&mut author);
            for ((phone, open), photo) in phones.iter_mut().zip(&open).zip(&photos) {
                let what = format!("{handle}, level {level}, on {} ({})", phone.model().name, program.engine);
                is_gone(phone, &stage.entries[level], photo, open, WORDS[level], &what);
            }
        }
    }
}

#[test]
fn attack_80_friends_of_friends_are_counted_at_every_look() {
    for program in demos() {
        let stage = Stage::set(&program);
        let mut author = program.phone_of(AUTHOR, IPHONE);
        let entry = &stage.entries[1];
        let sees = |handle: &str| program.phone_of(handle, FOMA).get(entry).status == 200;
        // Two ways lead from the author to taro: over ken and over yuki.
        assert!(sees("taro"));
        let ken = page_of(&mut author, "ken");
        press(&mut author, &format!("{ken}/part"));
        assert!(sees("taro"), "one of two ways was taken away");
        let yuki = page_of(&mut author, "yuki");
        let id = yuki.rsplit('/').next().unwrap();
        assert!(program.command(&["joining", "suspend", id]).status.success());
        assert!(!sees("taro"), "somebody who is kept out connects");
        assert!(program.command(&["joining", "resume", id]).status.success());
        assert!(sees("taro"), "the way is there again");
        // yuki shuts taro out: no friends any more, no way.
        block(&mut program.phone_of("yuki", IPHONE), "taro");
        assert!(!sees("taro"), "who blocks connects nobody");
        // Two ways lead to natsu; a block wins over any way.
        assert!(sees("natsu"));
        block(&mut author, "natsu");
        assert!(!sees("natsu"), "a way is stronger than a block");
        assert!(!sees("sato"), "somebody blocked comes in over friends");
    }
}

#[test]
fn attack_81_a_block_is_never_told_and_leaves_no_footprint() {
    for program in demos() {
        let stage = Stage::set(&program);
        let mut author = program.phone_of(AUTHOR, IPHONE);
        for model in FACES {
            let mut sato = program.phone_of("sato", model);
            let never = whole(&sato.get(&format!("/members/{NEVER}")));
            let ends = ["", "/diary", "/friends", "/ask", "/block"].map(|end| format!("{}{end}", stage.me));
            for path in ends.iter().chain(&stage.entries) {
                assert_eq!(whole(&sato.get(path)), never, "{path} on {}", model.name);
            }
            for path in
                ["/home", "/friends", "/footprints", "/notifications", "/me/blocks", "/search?q=%E3%81%AF"]
            {
                let links: Vec<String> = sato.get(path).links().collect();
                assert!(links.iter().all(|link| !link.contains(&stage.me)), "{path} on {}", model.name);
            }
        }
        assert!(!author.get("/footprints").text().contains(nickname("sato")), "somebody blocked came by");
        let sato = program.phone_of("ken", IPHONE).get("/search?q=%E3%81%95%E3%81%A8");
        let sato = crate::program::link_to(&sato, "/members/").unwrap();
        let never = whole(&author.get(&format!("/members/{NEVER}")));
        assert_eq!(whole(&author.get(&sato)), never, "the one who blocked sees the other");
        // Pictures, looks ahead of time and looks without a body are no visits.
        let before = said(&author.get("/footprints"));
        let mut looker = ["emma", "sora", "natsu", "rider", "taro"]
            .into_iter()
            .find(|handle| !before.contains(nickname(handle)))
            .map(|handle| program.phone_of(handle, IPHONE))
            .expect("somebody has not come by yet");
        let ahead = [("Sec-Purpose", "prefetch"), ("Purpose", "prefetch"), ("X-Moz", "prefetch")];
        for (name, value) in ahead.into_iter().chain([("Sec-Fetch-Dest", "image")]) {
            looker.fetch(&Request::get(&stage.me).with(name, value));
        }
        looker.fetch(&Request { method: "HEAD".to_owned(), ..Request::get(&stage.me) });
        looker.fetch(&Request::get(&stage.photos[0]));
        assert_eq!(said(&author.get("/footprints")), before, "a look ahead left a footprint");
        looker.get(&stage.me);
        assert_ne!(said(&author.get("/footprints")), before, "a visit left none");
    }
}

/// What `enishi routes` lists that has an entry in its address.
fn about_entries() -> Vec<(String, String)> {
    let routes = declared().into_iter().filter(|route| route.pattern.starts_with("/diary/{id}"));
    routes.map(|route| (route.method, route.pattern)).collect()
}

/// Every request about an entry, as somebody who may not see it; then the same about one that never was.
fn ask_about(phone: &mut Phone, entry: &str, headers: &[(&str, &str)]) -> Vec<Whole> {
    let csrf = phone.get("/invitations").form("/invitations").value("csrf").to_owned();
    let asked = about_entries().into_iter().map(|(method, pattern)| {
        let path = pattern.replace("{id}", entry.rsplit('/').next().unwrap()).replace("{number}", "1");
        let path = format!("{}{path}", phone.prefix());
        let body = format!("csrf={csrf}&title=x&body=x&visibility=members");
        let request =
            if method == "POST" { Request::post(&path, body.as_bytes()) } else { Request::get(&path) };
        let request = headers.iter().fold(request, |request, (name, value)| request.with(name, value));
        whole(&phone.clone().fetch(&request))
    });
    asked.collect()
}

#[test]
fn attack_82_nothing_can_be_done_with_what_cannot_be_seen() {
    for program in demos() {
        let stage = Stage::set(&program);
        for persona in PERSONAS.iter().filter(|persona| !persona.sees[2] && persona.handle.is_some()) {
            for model in FACES {
                let mut phone = persona.phone(&program, model);
                let never = ask_about(&mut phone, &format!("/diary/{NEVER}"), &[]);
                for level in (0..5).filter(|level| !persona.sees[*level]) {
                    let hidden = ask_about(&mut phone, &stage.entries[level], &[]);
                    assert_eq!(hidden, never, "{} on {}, level {level}", persona.who, model.name);
                }
                assert!(never.iter().all(|(status, _, _)| *status == 404), "{} is told more", persona.who);
            }
        }
        // Ids are not countable: near a hidden one there is nothing to walk to.
        let mut ken = program.phone_of("ken", IPHONE);
        let (_, id) = stage.entries[4].rsplit_once('/').unwrap();
        for sign in "23456789abcdefghjkmnpqrstvwxyz".chars() {
            let near = format!("/diary/{}{sign}", &id[..id.len() - 1]);
            let page = ken.get(&near);
            assert!(page.status == 404 || stage.entries.contains(&near), "{near}");
        }
    }
}

#[test]
fn attack_83_no_language_and_no_format_says_more() {
    for program in demos() {
        let stage = Stage::set(&program);
        for model in [IPHONE, FOMA, KAIOS] {
            let mut oliver = program.phone_of("oliver", model);
            for language in ["ja", "en", "xx", ""] {
                for accept in ["text/html", "application/json", "application/xml", "image/*", "*/*"] {
                    let headers = [("Accept-Language", language), ("Accept", accept)];
                    let never = ask_about(&mut oliver, &format!("/diary/{NEVER}"), &headers);
                    let hidden = ask_about(&mut oliver, &stage.entries[4], &headers);
                    assert_eq!(hidden, never, "{language:?}, {accept} on {}", model.name);
                }
            }
        }
    }
}

#[test]
fn attack_84_a_comment_under_a_changed_audience_shows_nothing_of_the_entry() {
    for program in demos() {
        let mut author = program.phone_of(AUTHOR, IPHONE);
        let entry = write_entry(&mut author, "かわる題", "かわる本文", "members");
        let comments = format!("{entry}/comments");
        let mut oliver = program.phone_of("oliver", FOMA);
        let form = oliver.get(&entry).form(&comments).fill("body", "はじめまして");
        assert_eq!(oliver.submit(&form).status, 200);
        let form = author.get(&entry).form(&comments).fill("body", "ようこそ");
        author.submit(&form);
        let edit = format!("{entry}/edit");
        let form = author.get(&edit).form(&edit).fill("visibility", "friends");
        assert_eq!(author.submit(&form).status, 200);
        for model in FACES {
            let mut oliver = program.phone_of("oliver", model);
            let me = member_named(&mut oliver, nickname("oliver"));
            let own = ["/home", "/notifications", "/footprints"].map(str::to_owned);
            for path in own.into_iter().chain([me.clone(), format!("{me}/diary")]) {
                let text = oliver.get(&path).text();
                for word in ["かわる題", "かわる本文", "ようこそ", entry.as_str()] {
                    assert!(!text.contains(word), "{path} on {} shows {word}", model.name);
                }
            }
            assert_eq!(oliver.get(&entry).status, 404);
        }
        // Seen again, the comments are all there.
        assert!(program.phone_of("ken", IPHONE).get(&entry).text().contains("はじめまして"));
    }
}

fn is_page_of_members(program: &Program, phone: &mut Phone, stage: &Stage) -> Option<String> {
    let routes = stage.things(0).walk().into_iter();
    let mut routes = routes.filter(|(route, _)| matches!(route.readers.as_str(), "oneself" | "audience"));
    routes.find_map(|(route, path)| {
        let path = format!("{}{path}", phone.prefix());
        let request = match route.method.as_str() {
            "POST" => Request::post(&path, b"a=b"),
            _ => Request::get(&path),
        };
        let page = phone.fetch(&request);
        let words = [&WORDS[..], &SAID].concat();
        let shown = page.status == 200 || words.iter().any(|word| page.text().contains(word));
        shown.then(|| format!("{} {path}: {} ({})", route.method, page.status, program.engine))
    })
}

#[test]
fn attack_86_no_page_of_members_opens_for_somebody_kept_out() {
    for program in demos() {
        let stage = Stage::set(&program);
        for model in FACES {
            let mut natsu = program.phone_of("natsu", model);
            let id = page_of(&mut natsu, "natsu");
            let id = id.rsplit('/').next().unwrap();
            assert!(program.command(&["joining", "suspend", id]).status.success());
            assert_eq!(is_page_of_members(&program, &mut natsu, &stage), None, "kept out, on {}", model.name);
            let page = log_in(&mut program.phone(model), number_of("natsu"), PASSWORD);
            assert_eq!(page.status, 422);
            assert!(program.command(&["joining", "resume", id]).status.success());
            assert_eq!(is_page_of_members(&program, &mut program.phone(model), &stage), None, "a guest");
        }
    }
}
