//! A diary turned entry by entry and by its days, from phone to phone.

use enishi_testkit::phone::{FOMA, IPHONE, J_PHONE, KAIOS, MOVA, Page, Phone, SOFTBANK};

use crate::program::{demos, member_named, write_entry};

/// The links of a page, as addresses with their query and without token.
fn links(page: &Page) -> Vec<String> {
    let bare = |link: String| match link.strip_prefix("/~") {
        Some(rest) => rest.find('/').map_or(String::new(), |at| rest[at..].to_owned()),
        None => link,
    };
    page.links().map(bare).collect()
}

/// All that a phone shows under one address, part by part.
fn whole(phone: &mut Phone, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next.filter(|_| found.len() < 400) {
        let page = phone.get(&path);
        assert_eq!(page.status, 200, "{path}");
        let parts = links(&page);
        let number = |link: &str| link.rsplit_once("p=").and_then(|(_, number)| number.parse::<u32>().ok());
        let here = number(&path).unwrap_or(1);
        next = parts.iter().find(|link| number(link) == Some(here + 1)).cloned();
        found.extend(parts);
    }
    found
}

#[test]
fn the_entry_before_and_after_skips_what_is_hidden_on_every_phone() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let first = write_entry(&mut hanako, "朝の霧", "川が見えない。", "friends");
        let hidden = write_entry(&mut hanako, "ないしょ", "だれにも。", "only_me");
        let last = write_entry(&mut hanako, "昼の霧", "まだ見えない。", "friends");
        for model in [IPHONE, FOMA, SOFTBANK, KAIOS, MOVA, J_PHONE] {
            let mut ken = program.phone_of("ken", model);
            let (of_first, of_last) = (whole(&mut ken, &first), whole(&mut ken, &last));
            assert!(of_first.contains(&last) && of_last.contains(&first), "{}", model.name);
            assert!(!of_first.contains(&hidden) && !of_last.contains(&hidden), "{}", model.name);
            let own = whole(&mut program.phone_of("hanako", model), &first);
            assert!(own.contains(&hidden) && !own.contains(&last), "{}", model.name);
        }
    }
}

#[test]
fn the_archive_leads_from_a_month_to_a_day_to_an_entry() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entries: Vec<_> =
            ["一", "二"].map(|title| write_entry(&mut hanako, title, "本文", "friends")).into();
        let hidden = write_entry(&mut hanako, "ないしょ", "だれにも。", "only_me");
        for model in [IPHONE, FOMA, KAIOS, MOVA, J_PHONE] {
            let mut ken = program.phone_of("ken", model);
            let member = member_named(&mut ken, "はなこ");
            let archive = format!("{member}/diary/archive");
            let days = whole(&mut ken, &archive);
            let day = days.iter().rfind(|link| link.contains("on=")).expect("two entries today");
            let listed = whole(&mut ken, day);
            assert!(entries.iter().all(|entry| listed.contains(entry)), "{}: {listed:?}", model.name);
            assert!(!listed.contains(&hidden), "{}", model.name);
            let months: Vec<_> = days.iter().filter(|link| link.contains("month=")).collect();
            assert_eq!(months.len(), 1, "{}: hanako has written in an earlier month: {months:?}", model.name);
            assert!(whole(&mut ken, months[0]).iter().any(|link| link.contains("month=")), "{}", model.name);
            assert_eq!(ken.get(&format!("{archive}?month=2026-99")).status, 200, "no month is the newest");
            assert_eq!(ken.get(&format!("{member}/diary?on=9999-12-31")).status, 200);
        }
    }
}
