//! What members are told of, and the letters that tell it.

use enishi_testkit::dump::execute;
use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Phone, Request};

use crate::attacks::account::{URL, confirm_address, letters};
use crate::program::{Program, demos_with, place_of, write_entry};

/// The program with letters that leave as soon as they are due.
pub fn demos() -> impl Iterator<Item = Program> {
    demos_with(&[
        ("ENISHI_SERVER__PUBLIC_URL", URL),
        ("ENISHI_NOTICES__LOOK_SECONDS", "1"),
        ("ENISHI_NOTICES__APART_SECONDS", "0"),
        ("ENISHI_NOTICES__QUIET_FROM", "0"),
        ("ENISHI_NOTICES__QUIET_UNTIL", "0"),
        ("ENISHI_EMAIL__PER_MEMBER", "{ seconds = 3600, most = 100 }"),
    ])
}

/// Chooses on the page of notices.
pub fn choose(phone: &mut Phone, fields: &[(&str, &str)]) {
    let form = phone.get("/me/notices").form("/me/notices");
    let form = fields.iter().fold(form, |form, (name, value)| form.fill(name, value));
    let page = phone.submit(&form);
    assert_eq!((page.status, place_of(&page)), (200, "/me/notices".to_owned()), "{}", page.text());
}

fn comment(phone: &mut Phone, entry: &str, words: &str) {
    let to = format!("{entry}/comments");
    let form = phone.get(entry).form(&to).fill("body", words);
    assert_eq!(phone.submit(&form).status, 200);
}

/// The time for the letters that are due has come.
pub fn let_time_pass(program: &Program) {
    execute(&program.database_url(), "UPDATE notice_settings SET due_at = 1 WHERE due_at IS NOT NULL");
}

/// What went to an address, the letter that confirms it apart: subject and body of each.
fn news(program: &Program, address: &str, count: usize) -> Vec<(String, String)> {
    let mut all = 1;
    loop {
        let sent = letters(program, all);
        let to = sent.iter().filter(|(to, _, body)| to == address && !body.contains("/email/confirm/"));
        let found: Vec<_> = to.map(|(_, subject, body)| (subject.clone(), body.clone())).collect();
        if found.len() >= count {
            return found;
        }
        all = sent.len() + 1;
    }
}

fn stop_link(body: &str) -> String {
    let at = body.find(&format!("{URL}/letters/stop/")).unwrap_or_else(|| panic!("no way out of {body}"));
    body[at..].split_whitespace().next().unwrap().replace(URL, "")
}

#[test]
fn a_daily_letter_tells_what_its_reader_may_see_when_it_is_sent() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        confirm_address(&program, &mut hanako, "hanako.news@example.jp");
        choose(&mut hanako, &[("pace", "daily"), ("hour", "9")]);
        let own = write_entry(&mut hanako, "冬の支度", "毛布を干した。", "friends");
        let mut ken = program.phone_of("ken", KAIOS);
        write_entry(&mut ken, "流星群", "今夜です。", "friends");
        let kept = write_entry(&mut ken, "しまっておく話", "だれにも。", "friends");
        comment(&mut ken, &own, "湯たんぽ、まだ売ってますよ");
        // Narrowed before the letter leaves.
        let form = ken.get(&format!("{kept}/edit")).form(&format!("{kept}/edit"));
        assert_eq!(ken.submit(&form.fill("visibility", "only_me")).status, 200);
        let_time_pass(&program);
        let (subject, body) = news(&program, "hanako.news@example.jp", 1).remove(0);
        assert!(subject.contains("お知らせ"), "{subject}");
        assert!(body.contains("「冬の支度」に新しいコメント"), "{body}");
        assert!(body.contains(&format!("{URL}{own}")), "{body}");
        assert!(body.contains("「流星群」") && !body.contains("しまっておく話"), "{body}");
        assert!(
            !body.contains("湯たんぽ") && !body.contains("今夜です"),
            "no word of what was written: {body}"
        );
        // Nothing new, nothing told: the next day's letter does not leave.
        let_time_pass(&program);
        comment(&mut ken, &own, "もうひとつ");
        hanako.get(&own);
        let_time_pass(&program);
        std::thread::sleep(std::time::Duration::from_secs(3));
        assert_eq!(
            news(&program, "hanako.news@example.jp", 1).len(),
            1,
            "what was looked at is told to nobody"
        );
    }
}

#[test]
fn letters_as_things_happen_tell_nothing_of_whoever_is_blocked() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        confirm_address(&program, &mut hanako, "hanako.soon@example.jp");
        choose(&mut hanako, &[("pace", "soon"), ("friends", "letter")]);
        let own = write_entry(&mut hanako, "電車の写真", "撮れた。", "friends");
        let mut ken = program.phone_of("ken", FOMA);
        comment(&mut ken, &own, "いいですね");
        write_entry(&mut ken, "帰り道", "寒い。", "friends");
        let_time_pass(&program);
        let (_, body) = news(&program, "hanako.soon@example.jp", 1).remove(0);
        assert!(body.contains("「電車の写真」に新しいコメント"), "{body}");
        assert!(!body.contains("帰り道"), "not one letter for every entry of a friend: {body}");
        // A like waits to be told, and then there is nobody whose it could be.
        let form = ken.get(&own).form(&format!("{own}/like"));
        assert_eq!(ken.submit(&form).status, 200);
        let page_of_ken = crate::program::member_named(&mut hanako, "ケン坊");
        let form = hanako.get(&format!("{page_of_ken}/block")).form(&format!("{page_of_ken}/block"));
        assert_eq!(hanako.submit(&form).status, 200);
        let_time_pass(&program);
        std::thread::sleep(std::time::Duration::from_secs(3));
        assert_eq!(news(&program, "hanako.soon@example.jp", 1).len(), 1);
    }
}

#[test]
fn what_is_silent_is_not_told_and_guarding_the_account_always_is() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        choose(&mut hanako, &[("own", "nowhere"), ("requests", "nowhere")]);
        let form = hanako.get("/me/notices").form("/me/notices");
        assert_eq!((form.value("own"), form.value("requests")), ("nowhere", "home"));
        let own = write_entry(&mut hanako, "静かな日", "鳥の声。", "friends");
        let mut ken = program.phone_of("ken", IPHONE);
        comment(&mut ken, &own, "聞こえましたか");
        assert!(!hanako.get("/notifications").text().contains("静かな日"));
        choose(&mut hanako, &[("own", "home")]);
        comment(&mut ken, &own, "まだいますよ");
        assert!(hanako.get("/notifications").text().contains("静かな日"));
    }
}

#[test]
fn one_is_told_of_a_group_alone_where_one_chose_so_on_both_faces() {
    for program in demos() {
        for kind in [IPHONE, FOMA] {
            let mut hanako = program.phone_of("hanako", kind);
            let page = hanako.get("/me/notices");
            let form = page.form("/me/notices");
            assert_eq!(form.value("own_from"), "anybody");
            assert!(page.text().contains("を知らせる相手"), "{}", page.text());
            let groups = hanako.get("/me/groups");
            let id = |link: String| link.rsplit_once("/me/groups/").map(|(_, id)| id.to_owned());
            let group = groups.links().find_map(id).unwrap();
            choose(&mut hanako, &[("own_from", &group), ("friends_from", "nobody knows")]);
            let form = hanako.get("/me/notices").form("/me/notices");
            assert_eq!((form.value("own_from"), form.value("friends_from")), (&*group, "anybody"));
            choose(&mut hanako, &[("own_from", "anybody")]);
            assert_eq!(hanako.get("/me/notices").form("/me/notices").value("own_from"), "anybody");
        }
        let mut sora = program.phone_of("sora", IPHONE);
        assert!(
            !sora.get("/me/notices").text().contains("を知らせる相手"),
            "who has no group is asked nothing"
        );
    }
}

#[test]
fn letters_stop_by_one_press_and_by_no_look() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        confirm_address(&program, &mut hanako, "hanako.stop@example.jp");
        let pace = |phone: &mut Phone| phone.get("/me/notices").form("/me/notices").value("pace").to_owned();
        choose(&mut hanako, &[("pace", "soon")]);
        let own = write_entry(&mut hanako, "止めてみる", "。", "friends");
        comment(&mut program.phone_of("ken", IPHONE), &own, "はい");
        let_time_pass(&program);
        let stop = stop_link(&news(&program, "hanako.stop@example.jp", 1)[0].1);
        let mut other = program.phone(FOMA);
        let page = other.get(&stop);
        assert_eq!(page.status, 200);
        assert_eq!(pace(&mut hanako), "soon", "looking stops nothing");
        let forged = format!("{}{}", &stop[..stop.len() - 1], if stop.ends_with('a') { 'b' } else { 'a' });
        let press =
            |path: &str| program.phone(IPHONE).fetch(&Request::post(path, b"List-Unsubscribe=One-Click"));
        assert_eq!(press(&forged).status, 403);
        assert_eq!(other.get(&forged).text(), other.get("/letters/stop/x").text());
        assert_eq!(press(&stop).status, 200, "the one press of a mail program");
        assert_eq!(pace(&mut hanako), "never");
        choose(&mut hanako, &[("pace", "daily")]);
        let done = other.submit(&page.form("/letters/stop"));
        assert!(done.text().contains("お知らせのメールを止めました"), "{}", done.text());
        assert_eq!(pace(&mut hanako), "never");
    }
}
