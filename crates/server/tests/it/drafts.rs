//! Drafts: from the button, from whatever is refused, and from a form whose session is over.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{
    EVERY_MODEL, FOMA, Form, IPHONE, KAIOS, MOVA, Model, Page, Phone, SOFTBANK, Upload,
};

use crate::pictures::{PHOTO, photo_on};
use crate::program::{Program, demos, demos_with, link_to, number_of, place_of, without_token, write_entry};

/// A 501i: 5 KB for everything, and so 2,000 bytes of markup.
const SMALLEST: Model =
    Model { name: "mova-c5", headers: &[("User-Agent", "DoCoMo/1.0/D501i")], page_bytes: 2_000, ..MOVA };
const EVERYWHERE: [Model; 5] = [IPHONE, FOMA, SOFTBANK, MOVA, SMALLEST];

fn filled(phone: &mut Phone, title: &str, body: &str) -> Form {
    let form = form_of(phone, "/diary/new", "/diary/new");
    form.fill("title", title).fill("body", body).fill("visibility", "friends_of_friends")
}

/// A form of the page, on whichever part it stands.
fn form_of(phone: &mut Phone, path: &str, action: &str) -> Form {
    let first = phone.get(path);
    forms_from(phone, first, action).remove(0)
}

/// Whether a page is within what a phone with a budget takes.
fn fits(page: &Page, model: Model) -> bool {
    model.page_bytes == 0 || page.body.len() <= model.page_bytes
}

/// The forms of a page on all its parts, from the first on.
fn forms_from(phone: &mut Phone, first: Page, action: &str) -> Vec<Form> {
    let (mut found, mut page, mut number) = (Vec::new(), first, 1);
    loop {
        assert!(fits(&page, phone.model()), "{}: {}", page.path, page.body.len());
        found.extend(page.forms().into_iter().filter(|form| form.place() == action));
        number += 1;
        let Some(next) = page.links().find(|link| link.ends_with(&format!("p={number}"))) else { break };
        page = phone.get(&next);
    }
    assert!(!found.is_empty(), "no form for {action} on {}", page.text());
    found
}

/// My drafts by the addresses they open at.
fn drafts(phone: &mut Phone) -> Vec<String> {
    let (mut found, mut page, mut number) = (Vec::new(), phone.get("/diary/drafts"), 1);
    loop {
        let links = page.links().map(|link| without_token(&link));
        found.extend(links.filter(|link| link.starts_with("/diary/drafts/") && !link.ends_with("/delete")));
        number += 1;
        let Some(next) = page.links().find(|link| link.ends_with(&format!("p={number}"))) else {
            return found;
        };
        page = phone.get(&next);
    }
}

/// The whole text of a draft, from the pieces a small phone is shown.
fn whole(phone: &mut Phone, draft: &str, action: &str) -> String {
    let first = phone.get(draft);
    forms_from(phone, first, action).iter().map(|form| form.value("body").replace("\r\n", "\n")).collect()
}

fn long_text() -> String {
    (0..400).map(|number| format!("第{number:03}文、海が青い。")).collect()
}

#[test]
fn what_is_kept_opens_as_it_was_and_is_posted_or_thrown_away() {
    for program in demos() {
        for model in EVERYWHERE {
            let mut phone = program.phone_of("hanako", model);
            let before = drafts(&mut phone);
            let form = filled(&mut phone, "書きかけ", "半分まで書いた").press("keep");
            let page = phone.submit(&form);
            assert_eq!((page.status, place_of(&page).as_str()), (200, "/diary/drafts"), "{}", page.text());
            phone.submit(&form);
            let after = drafts(&mut phone);
            assert_eq!(after.len(), before.len() + 1, "pressed twice on {}", model.name);
            let draft = after.iter().find(|one| !before.contains(one)).unwrap();
            let opened = form_of(&mut phone, draft, "/diary/new");
            let stood = ["title", "body", "visibility"].map(|field| opened.value(field).to_owned());
            assert_eq!(stood, ["書きかけ", "半分まで書いた", "friends_of_friends"], "{}", model.name);
            assert_eq!(program.phone_of("ken", model).get(draft).status, 404, "somebody else's draft");
            let page = phone.submit(&opened.fill("body", "最後まで書いた"));
            assert!(page.text().contains("最後まで書いた"), "{}: {}", model.name, page.text());
            assert_eq!(phone.get(draft).status, 404, "posted, and still a draft");
            let form = filled(&mut phone, "やめた", "もういい").press("keep");
            phone.submit(&form);
            let draft = drafts(&mut phone).into_iter().find(|one| !before.contains(one)).unwrap();
            let delete = format!("{draft}/delete");
            assert_eq!(program.phone_of("ken", model).get(&delete).status, 404);
            let page = phone.get(&delete);
            phone.submit(&page.form(&delete));
            assert_eq!(drafts(&mut phone), before, "{}", model.name);
        }
    }
}

#[test]
fn what_is_refused_lies_in_one_draft_until_it_is_posted() {
    for program in demos() {
        for model in [IPHONE, FOMA, MOVA] {
            let mut phone = program.phone_of("hanako", model);
            let before = drafts(&mut phone).len();
            let form = filled(&mut phone, "", "本文だけ");
            let page = phone.submit(&form);
            assert!(
                page.status == 422 && page.text().contains("下書きにも残してあります"),
                "{}",
                page.text()
            );
            phone.submit(&form);
            phone.submit(&page.form("/diary/new").fill("body", "本文だけ、つづき"));
            assert_eq!(drafts(&mut phone).len(), before + 1, "{}", model.name);
            // From the page before, by the back key: still the same draft.
            let page = phone.submit(&form.fill("title", "題も"));
            assert_eq!(page.status, 200, "{}", page.text());
            assert_eq!(drafts(&mut phone).len(), before, "{}", model.name);
        }
    }
}

#[test]
fn a_long_text_comes_back_whole_on_the_smallest_phone() {
    for program in demos() {
        for model in [MOVA, SMALLEST] {
            let mut phone = program.phone_of("hanako", model);
            let text = long_text();
            let form = filled(&mut phone, "", &text);
            let page = phone.submit(&form);
            assert_eq!(page.status, 422);
            let draft = drafts(&mut phone).remove(0);
            assert_eq!(whole(&mut phone, &draft, "/diary/new"), text, "on {}", model.name);
            // One piece is changed and kept, and the page for the next is at hand.
            let pieces = phone.get(&draft);
            let pieces = forms_from(&mut phone, pieces, "/diary/new");
            let piece = pieces[0].value("body").replacen("第000文", "はじめの文", 1);
            let form = pieces[0].clone().fill("title", "長い話").fill("body", &piece).press("keep");
            let page = phone.submit(&form);
            assert_eq!(place_of(&page), draft, "{}", page.text());
            assert_eq!(place_of(&phone.submit(&form)), draft, "pressed twice");
            let expected = text.replacen("第000文", "はじめの文", 1);
            assert_eq!(whole(&mut phone, &draft, "/diary/new"), expected);
            // A piece from a page of before has no place any more: it is kept apart.
            let before = drafts(&mut phone).len();
            let page = phone.submit(
                &pieces[1].clone().fill("title", "長い話").fill("body", &format!("迷子の文。{}", model.name)),
            );
            assert!(page.status == 422 && page.text().contains("別の下書き"), "{}", page.text());
            assert_eq!(drafts(&mut phone).len(), before + 1);
            let form = form_of(&mut phone, &draft, "/diary/new");
            let page = phone.submit(&form);
            assert_eq!(page.status, 200, "{}", page.text());
            let place = place_of(&page);
            assert_eq!(place_of(&phone.submit(&form)), place, "pressed twice");
            let read = program.phone_of("hanako", IPHONE).get(&place).text();
            assert!(read.contains("はじめの文") && read.contains("第399文"), "{read}");
            assert_eq!(phone.get(&draft).status, 404);
        }
    }
}

#[test]
fn a_session_that_is_over_loses_nothing_on_any_phone() {
    for program in demos() {
        for model in EVERY_MODEL.iter().chain([&SMALLEST]) {
            let mut phone = program.phone_of("hanako", *model);
            let text = long_text();
            let form = filled(&mut phone, "長い話", &text);
            let menu = phone.get("/menu");
            let mut elsewhere = phone.clone();
            elsewhere.submit(&menu.form("/logout"));
            phone.fetch(&form.request());
            let login = phone.fetch(&form.request());
            assert_eq!(login.status, 403, "{}", model.name);
            assert!(fits(&login, *model), "{}", model.name);
            let asked = login.form("/login").fill("login", number_of("hanako")).fill("password", PASSWORD);
            let page = phone.submit(&asked);
            let form = forms_from(&mut phone, page, "/diary/new").remove(0);
            assert_eq!(form.value("title"), "長い話", "{}", model.name);
            let draft = drafts(&mut phone).remove(0);
            assert_eq!(whole(&mut phone, &draft, "/diary/new"), text, "on {}", model.name);
            assert_eq!(phone.submit(&form).status, 200, "{}", model.name);
            assert_eq!(phone.get(&draft).status, 404, "one draft, gone when it was posted: {}", model.name);
        }
    }
}

#[test]
fn a_stale_token_keeps_what_was_shown_to_its_author_and_nothing_else() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("hanako", model);
            let before = drafts(&mut phone).len();
            let form = filled(&mut phone, "古い画面", "長くひらいていた");
            let stale = form.clone().fill("csrf", "aaaaaaaaaaaaaaaaaaaaaaaa");
            // What another member's form was given, and what nobody was given, leaves nothing behind.
            let foreign =
                program.phone_of("ken", model).get("/diary/new").form("/diary/new").value("draft").to_owned();
            for mark in ["", "1.2.3.4", foreign.as_str()] {
                let page = phone.fetch(&stale.clone().fill("draft", mark).request());
                assert_eq!(page.status, 422);
                assert_eq!(page.form("/diary/new").value("body"), "長くひらいていた");
                assert_eq!(drafts(&mut phone).len(), before, "{mark} on {}", model.name);
            }
            let page = phone.submit(&stale);
            assert!(page.status == 422 && page.text().contains("下書きにも"), "{}", page.text());
            assert_eq!(drafts(&mut phone).len(), before + 1);
            assert_eq!(phone.submit(&page.form("/diary/new")).status, 200);
            assert_eq!(drafts(&mut phone).len(), before);
        }
    }
}

#[test]
fn a_limit_and_full_drafts_lose_nothing() {
    for program in demos_with(&[("ENISHI_LIMITS__POSTS_PER_MEMBER", "[{ seconds = 3600, most = 1 }]")]) {
        let mut phone = program.phone_of("hanako", FOMA);
        let held = drafts(&mut phone).len();
        for number in held..20 {
            let form = filled(&mut phone, &format!("{number}"), "下書き").press("keep");
            assert_eq!(phone.submit(&form).status, 200);
        }
        let form = filled(&mut phone, "二十一", "入らない").press("keep");
        let page = phone.submit(&form);
        assert!(page.status == 422 && page.text().contains("20件まで"), "{}", page.text());
        assert_eq!(page.form("/diary/new").value("body"), "入らない");
        let form = filled(&mut phone, "一つめ", "投稿");
        assert_eq!(phone.submit(&form).status, 200);
        let form = filled(&mut phone, "二つめ", "つづけて");
        let page = phone.fetch(&form.request());
        assert!(page.status == 429 && page.text().contains("下書きにも"), "{}", page.text());
        assert_eq!(drafts(&mut phone).len(), 21, "what is refused has room to spare");
    }
}

#[test]
fn a_refused_change_is_kept_for_its_entry_with_what_the_phone_cannot_show() {
    for program in demos() {
        let mut iphone = program.phone_of("hanako", IPHONE);
        let place = write_entry(&mut iphone, "絵文字", "海🦑と👨‍👩‍👧、終わり。", "friends");
        let edit = format!("{place}/edit");
        for model in [FOMA, MOVA] {
            let mut phone = program.phone_of("hanako", model);
            let form = phone.get(&edit).form(&edit);
            let body = form.value("body").replace("終わり", "つづく");
            let page = phone.submit(&form.fill("title", "").fill("body", &body));
            assert!(page.status == 422 && page.text().contains("下書きにも"), "{}", page.text());
            let draft = drafts(&mut phone).remove(0);
            let opened = phone.get(&draft).form(&edit);
            assert_eq!(opened.value("title"), "");
            let page = phone.submit(&opened.fill("title", "絵文字"));
            assert_eq!(place_of(&page), place, "{}", page.text());
            assert_eq!(phone.get(&draft).status, 404);
            let text = iphone.get(&place).text();
            assert!(text.contains("海🦑と👨‍👩‍👧、つづく"), "{}: {text}", model.name);
            let form = iphone.get(&edit).form(&edit);
            iphone.submit(&form.fill("body", "海🦑と👨‍👩‍👧、終わり。"));
        }
        // The entry goes, the draft of its change stays, as one of a new entry.
        let form = iphone.get(&edit).form(&edit).fill("body", "捨てがたい").press("keep");
        iphone.submit(&form);
        let draft = drafts(&mut iphone).remove(0);
        let delete = format!("{place}/delete");
        let page = iphone.get(&delete);
        iphone.submit(&page.form(&delete));
        assert_eq!(iphone.get(&draft).form("/diary/new").value("body"), "捨てがたい");
    }
}

#[test]
fn photographs_of_a_draft_stay_with_their_words() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let form = filled(&mut phone, "写真", "山です").press("keep");
        let page = phone.submit_with(&form, &[Upload { field: "photo", name: "a.jpg", bytes: PHOTO }]);
        assert_eq!(page.status, 200, "{}", page.text());
        let draft = drafts(&mut phone).remove(0);
        let form = phone.get(&draft).form("/diary/new");
        let photo = form.value("kept_photo").to_owned();
        let page = phone.submit(&form.fill(&format!("alt_{photo}"), "朝の山").press("keep"));
        assert_eq!(page.status, 200);
        let page = phone.get(&draft);
        assert_eq!(page.form("/diary/new").value(&format!("alt_{photo}")), "朝の山");
        let src = photo_on(&page);
        assert_eq!(phone.get(&src).status, 200);
        assert_eq!(program.phone_of("ken", IPHONE).get(&src).status, 404);
        let delete = format!("{draft}/delete");
        let page = phone.get(&delete);
        phone.submit(&page.form(&delete));
        assert_eq!(phone.get(&src).status, 404, "the photograph goes with its draft");
    }
}

#[test]
fn the_cast_has_one_and_the_ways_lead_to_it() {
    for program in demos() {
        for model in [IPHONE, KAIOS, MOVA] {
            let mut phone = program.phone_of("hanako", model);
            assert!(phone.get("/diary/drafts").text().contains("港の朝市、のつづき"));
            let (form, me) = (phone.get("/diary/new"), crate::program::member_named(&mut phone, "はなこ"));
            let diary = phone.get(&format!("{me}/diary"));
            let drafts = |page: &Page| link_to(page, "/diary/drafts");
            assert!(leads(&program, &mut phone, form, &drafts), "the form on {}", model.name);
            assert!(leads(&program, &mut phone, diary, &drafts), "the diary on {}", model.name);
            let mut ken = program.phone_of("ken", model);
            assert!(!ken.get("/diary/drafts").text().contains("港の朝市"));
            let diary = ken.get(&format!("{me}/diary"));
            assert!(!leads(&program, &mut ken, diary, &drafts), "whose drafts?");
        }
    }
}

/// Whether any part of a page has what is looked for.
fn leads(_: &Program, phone: &mut Phone, first: Page, find: &dyn Fn(&Page) -> Option<String>) -> bool {
    let (mut page, mut number) = (first, 1);
    loop {
        if find(&page).is_some() {
            return true;
        }
        number += 1;
        let Some(next) = page.links().find(|link| link.ends_with(&format!("p={number}"))) else {
            return false;
        };
        page = phone.get(&next);
    }
}
