//! A wave of newcomers: what they write first waits, and while it waits it is nowhere for anybody but its author.

use enishi_testkit::phone::{FOMA, IPHONE, Page, Phone};

use super::desk_joining::Desk;
use super::joining::{invite, last_step, verified};
use crate::program::{Program, demos, member_named, place_of, write_entry};

const TITLE: &str = "はじめての月見草";
const VOICE: &str = "つぶやきの月見草";
const PANIC: &str = "/operator/panic";
const HELD: &str = "/operator/held";

fn hold(desk: &mut Desk, is_on: bool) {
    let form = desk.get(PANIC).form(PANIC);
    let form = if is_on { form.fill("hold", "1") } else { form.without("hold") };
    desk.act(&form);
}

/// Somebody whom hanako has invited, and so a friend of hers.
fn newcomer(program: &Program, last_four: u32) -> Phone {
    let (token, _) = invite(&mut program.phone_of("hanako", IPHONE));
    let mut phone = program.phone(IPHONE);
    let page = verified(program, &mut phone, last_four, &token);
    let home = last_step(&mut phone, &page);
    assert_eq!(place_of(&home), "/home", "{}", home.text());
    phone
}

fn say(phone: &mut Phone, line: &str) {
    let form = phone.get("/voices").form("/voices");
    let page = phone.submit(&form.fill("voice", line).fill("visibility", "members"));
    assert!(page.status == 200 && page.text().contains(line), "{}", page.text());
}

fn comment(phone: &mut Phone, entry: &str, words: &str) -> Page {
    let form = phone.get(entry).form(&format!("{entry}/comments")).fill("body", words);
    phone.submit(&form)
}

/// Every page on which something of a member could turn up for others.
fn surfaces(member: &str) -> Vec<String> {
    let mut all: Vec<String> =
        ["", "/diary", "/voices", "/friends"].map(|end| format!("{member}{end}")).to_vec();
    all.extend(
        ["/home", "/diary", "/diary?from=fof", "/voices", "/notifications", "/footprints"].map(str::to_owned),
    );
    all
}

fn nobody_sees(program: &Program, entry: &str, member: &str) {
    for handle in ["hanako", "ken", "oliver"] {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of(handle, model);
            assert_eq!(phone.get(entry).status, 404, "{handle} on {}", model.name);
            assert_eq!(phone.get(&format!("{entry}/comments")).status, 404, "{handle} on {}", model.name);
            for path in surfaces(member) {
                let text = phone.get(&path).text();
                assert!(!text.contains(TITLE) && !text.contains(VOICE), "{handle}: {path}: {text}");
            }
            let form = phone.get("/search").form("/search").fill("q", "月見草");
            let text = phone.submit(&form).text();
            assert!(!text.contains(TITLE) && !text.contains(VOICE), "{handle} finds it: {text}");
        }
    }
}

fn picks(page: &Page) -> Vec<String> {
    let text = page.text();
    let boxes = text.split("name=\"pick\" value=\"").skip(1);
    boxes.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn attack_76_what_a_newcomer_writes_first_is_nowhere_until_an_operator_lets_it_go() {
    for program in demos() {
        let mut desk = Desk::of(&program);
        hold(&mut desk, true);
        let mut new = newcomer(&program, 5001);
        let entry = write_entry(&mut new, TITLE, "月見草が咲きました", "members");
        say(&mut new, VOICE);
        let own = new.get(&entry).text();
        assert!(own.contains("運営の確認待ち") && own.contains("いまはあなただけに"), "{own}");
        assert!(new.get("/voices").text().contains("運営の確認待ち"));
        let member = member_named(&mut program.phone_of("hanako", IPHONE), "新入り");
        nobody_sees(&program, &entry, &member);

        // Changing it does not open it; nor does saying it anew.
        let edit = format!("{entry}/edit");
        let form = new.get(&edit).form(&edit);
        assert_eq!(form.value("visibility"), "members", "the author's own wish stands in the form");
        new.submit(&form.fill("visibility", "friends"));
        assert!(new.get(&entry).text().contains("運営の確認待ち"));
        nobody_sees(&program, &entry, &member);

        let list = desk.get(HELD);
        assert!(list.text().contains(TITLE) && list.text().contains(VOICE), "{}", list.text());
        let of_entry = picks(&list).into_iter().find(|pick| pick.starts_with("entry-")).unwrap();
        let form = list.form(HELD).fill("pick", &of_entry).fill("act", "let");
        let refused = desk.aoi.browser.submit(&form.clone().fill("code", "000000"));
        assert_eq!(refused.status, 422);
        nobody_sees(&program, &entry, &member);
        desk.act(&form);
        let seen = program.phone_of("hanako", IPHONE).get(&entry);
        assert!(seen.status == 200 && seen.text().contains(TITLE), "a friend reads it now");
        assert_eq!(program.phone_of("ken", IPHONE).get(&entry).status, 404, "the newer wish holds: friends");
        assert!(!new.get(&entry).text().contains("確認待ち"));

        let second = write_entry(&mut new, "ふたつめ", "もう待たない", "members");
        assert_eq!(program.phone_of("ken", FOMA).get(&second).status, 200, "let through once is free");
        let list = desk.get(HELD);
        let voice = picks(&list).pop().unwrap();
        assert!(voice.starts_with("voice-"), "{voice}");
        let remove = list.form(HELD).fill("pick", &voice).fill("act", "remove");
        assert_eq!(desk.aoi.browser.submit(&remove).status, 422, "why is asked for");
        desk.act(&remove.fill("reason", "spam"));
        assert!(!new.get("/voices").text().contains(VOICE));
        let acts = desk.get("/operator/acts").text();
        for words in ["新しい人の投稿", "投稿を見えるようにした", "投稿を取りのぞいた", "宣伝"]
        {
            assert!(acts.contains(words), "{words}: {acts}");
        }
    }
}

#[test]
fn attack_99_a_newcomer_waits_with_comments_and_whoever_was_here_never_notices() {
    for program in demos() {
        let open =
            write_entry(&mut program.phone_of("hanako", IPHONE), "いつもの題", "いつもの本文", "members");
        let comments = format!("{open}/comments");
        let mut desk = Desk::of(&program);
        hold(&mut desk, true);
        let mut new = newcomer(&program, 5101);
        let refused = comment(&mut new, &open, "買いませんか");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("もう少しお待ちください"), "{}", refused.text());
        assert_eq!(refused.form(&comments).value("body"), "買いませんか", "what was typed is still there");
        for handle in ["ken", "mika"] {
            let mut old = program.phone_of(handle, FOMA);
            let said = comment(&mut old, &open, "いいですね");
            assert_eq!(said.status, 200, "{handle}: {}", said.text());
            let entry = write_entry(&mut old, "前からの題", "前からの本文", "members");
            assert_eq!(program.phone_of("hanako", IPHONE).get(&entry).status, 200, "{handle} is not new");
        }

        // Turned off, what waits goes on waiting; one button lets all of it go.
        let first = write_entry(&mut new, TITLE, "月見草が咲きました", "members");
        hold(&mut desk, false);
        assert!(desk.get(HELD).text().contains("前からのものは"));
        assert_eq!(program.phone_of("ken", IPHONE).get(&first).status, 404);
        let form = desk.get(HELD).form(HELD).fill("act", "all");
        desk.act(&form);
        assert_eq!(program.phone_of("ken", IPHONE).get(&first).status, 200);
        let said = comment(&mut new, &open, "はじめまして");
        assert_eq!(said.status, 200, "{}", said.text());
    }
}

#[test]
fn attack_78_a_post_that_waits_is_not_opened_by_whoever_keeps_it_for_themselves_meanwhile() {
    for program in demos() {
        let mut desk = Desk::of(&program);
        hold(&mut desk, true);
        let mut new = newcomer(&program, 5201);
        let entry = write_entry(&mut new, TITLE, "月見草が咲きました", "members");
        let list = desk.get(HELD);
        let edit = format!("{entry}/edit");
        let narrowed = new.get(&edit).form(&edit).fill("visibility", "only_me");
        new.submit(&narrowed);
        let form = list.form(HELD).fill("pick", &picks(&list)[0]).fill("act", "let");
        assert!(desk.act(&form).text().contains("もう済んで"), "there is nothing to let go any more");
        assert_eq!(program.phone_of("hanako", IPHONE).get(&entry).status, 404);
        let widened = new.get(&edit).form(&edit).fill("visibility", "members");
        new.submit(&widened);
        assert_eq!(program.phone_of("hanako", IPHONE).get(&entry).status, 404, "widening waits as well");
        let gone = desk.get(HELD);
        assert_eq!(picks(&gone).len(), 1);
        let delete = format!("{entry}/delete");
        let form = new.get(&delete).form(&delete);
        new.submit(&form);
        assert!(picks(&desk.get(HELD)).is_empty(), "what its author deleted waits no longer");
    }
}

#[test]
fn attack_89_one_press_stops_all_that_was_moved_and_nothing_else() {
    for program in demos() {
        let mut desk = Desk::of(&program);
        let stale = desk.get(PANIC).form(PANIC);
        let unmoved = desk.aoi.browser.submit(&stale.clone().fill("code", "000000"));
        assert!(unmoved.status == 422 && unmoved.text().contains("何も動かして"), "{}", unmoved.text());
        let all = stale.clone().fill("mode", "closed").fill("hold", "1").fill("stopped", "JP");
        let refused = desk.aoi.browser.submit(&all.clone().fill("code", "000000"));
        assert_eq!(refused.status, 422);
        let again = refused.form(PANIC);
        let kept = [again.value("mode"), again.value("hold"), again.value("stopped")];
        assert_eq!(kept, ["closed", "1", "JP"], "what was moved is kept");
        assert!(
            program.phone(IPHONE).get("/signup").text().contains("name=\"phone\""),
            "a wrong code closed it"
        );
        desk.act(&all);
        assert!(!program.phone(IPHONE).get("/signup").text().contains("name=\"phone\""));
        // A page from before moves its own switch alone.
        desk.act(&stale.fill("messages", "1"));
        let now = desk.get(PANIC).form(PANIC);
        let stands = ["mode", "hold", "stopped", "messages"].map(|name| now.value(name).to_owned());
        assert_eq!(stands, ["closed", "1", "JP", "1"]);
        let acts = desk.get("/operator/acts").text();
        for words in ["入会のしかた", "新しい人の投稿", "国へのコード送信を停止", "SMSすべて"]
        {
            assert_eq!(acts.matches(words).count(), 1, "{words}: {acts}");
        }
    }
}
