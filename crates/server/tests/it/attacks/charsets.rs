//! Bytes that pose as others: rows 55 to 58, byte pairs and broken ends in every place a text is shown.

use std::collections::BTreeMap;

use enishi_testkit::phone::{FOMA_2, Form, IPHONE, Model, Page, Phone, Request};

use super::account::{letters, name_address};
use super::markup::{read, skeleton, xml_fault};
use crate::program::{Program, demos, demos_with, member_named, place_of};

/// What follows each pair: every sign that markup uses, and one that says none of them was swallowed.
const MARK: &str = "\"<'&Q";
/// Leading bytes in one form, so that a page holds them all.
const LEADS: usize = 4;

/// A form with one field sent as these bytes, whatever charset they are in.
fn with_bytes(form: &Form, field: &str, bytes: &[u8]) -> Request {
    const HERE: &str = "BYTES-GO-HERE";
    let request = form.clone().fill(field, HERE).request();
    let coded: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
    let body = String::from_utf8(request.body).unwrap().replace(HERE, &coded);
    Request { body: body.into_bytes(), path: request.path.replace(HERE, &coded), ..request }
}

/// All pairs with these leading bytes, each before a mark.
fn pairs(leads: impl Iterator<Item = u8>) -> Vec<u8> {
    let each = leads.flat_map(|lead| (0..=255).map(move |trail| [lead, trail]));
    each.flat_map(|pair| [&pair[..], MARK.as_bytes()].concat()).collect()
}

fn batches() -> impl Iterator<Item = Vec<u8>> {
    (0..256 / LEADS).map(|batch| pairs((0..LEADS).map(move |nth| (batch * LEADS + nth) as u8)))
}

/// What a page shows is what was meant: no mark is lost or added, and the markup is that of a harmless page.
fn check(page: &Page, harmless: &[String], marks: usize, what: &str) {
    let text = read(page, what);
    let shown = super::markup::unescape(&text).matches(MARK).count();
    assert_eq!(shown, marks, "{what}: marks");
    assert_eq!(skeleton(&text), harmless, "{what}: markup");
    assert_eq!(xml_fault(page), None, "{what}");
}

fn new_entry(phone: &mut Phone) -> Form {
    let form = phone.get("/diary/new").form("/diary/new").fill("title", "題").fill("visibility", "only_me");
    form.fill("body", "x")
}

/// Sends one field to a page that gives it back, with bytes and with something harmless (and as much too long for a
/// title); checks all of it.
fn echo(phone: &mut Phone, form: &Form, field: &str, what: &str) -> Vec<Page> {
    let harmless = skeleton(&phone.fetch(&with_bytes(form, field, &[b'x'; 200])).text());
    let echoed = batches().map(|bytes| {
        let page = phone.fetch(&with_bytes(form, field, &bytes));
        check(&page, &harmless, 256 * LEADS, what);
        page
    });
    echoed.collect()
}

fn echo_everywhere(program: &Program, model: Model) -> Vec<Page> {
    let what = |place: &str| format!("{place} on {} ({})", model.name, program.engine);
    let mut phone = program.phone_of("hanako", model);
    let form = new_entry(&mut phone);
    // Without a title the form comes back, and the body stands in a textarea.
    let pages = echo(&mut phone, &form.clone().fill("title", ""), "body", &what("textarea"));
    // Without a body the title stands in an attribute.
    echo(&mut phone, &form.clone().fill("body", ""), "title", &what("attribute"));
    // Without a session the login page carries the form in hidden fields.
    let mut stranger = program.phone(model);
    stranger.get("/login");
    // Not so one that is laid aside as a draft: that is taken out here.
    echo(&mut stranger, &form.without("draft"), "body", &what("hidden"));
    pages
}

/// Posts and reads: the text of a page, on both faces.
fn post_and_read(program: &Program, model: Model) {
    let mut phones = [FOMA_2, IPHONE].map(|model| program.phone_of("hanako", model));
    let mut author = program.phone_of("hanako", model);
    let mut harmless = Vec::new();
    let plain = vec![b'x'; 40];
    for bytes in [plain.clone(), plain].into_iter().chain(batches()) {
        let form = new_entry(&mut author);
        let answer = author.fetch(&with_bytes(&form, "body", &bytes));
        assert_eq!(answer.status, 303, "{}", answer.text());
        let place = crate::program::without_token(&answer.location().unwrap());
        let pages = phones.each_mut().map(|phone| phone.get(&place));
        if bytes.len() < 100 {
            harmless = pages.iter().map(|page| skeleton(&page.text())).collect();
            continue;
        }
        for (page, harmless) in pages.iter().zip(&harmless) {
            let what =
                format!("written on {}, {} ({})", model.name, page.header("content-type"), program.engine);
            check(page, harmless, 256 * LEADS, &what);
        }
    }
}

#[test]
fn attack_56_every_byte_pair_comes_back_in_a_form() {
    for program in demos() {
        echo_everywhere(&program, IPHONE);
        let pages = echo_everywhere(&program, FOMA_2);
        title_of_each_sign(&program, &pages);
    }
}

#[test]
fn attack_56_every_byte_pair_is_read_in_an_entry() {
    for program in demos() {
        for model in [FOMA_2, IPHONE] {
            post_and_read(&program, model);
        }
    }
}

/// A pair for each sign that any pair comes to.
fn pair_of_each_sign(pages: &[Page]) -> Vec<[u8; 2]> {
    let mut found = BTreeMap::new();
    for (batch, page) in pages.iter().enumerate() {
        let form = page.form("/diary/new");
        let body = form.value("body").to_owned();
        for (nth, shown) in body.split(MARK).take(256 * LEADS).enumerate() {
            let pair = [(batch * LEADS + nth / 256) as u8, (nth % 256) as u8];
            for sign in shown.chars() {
                found.entry(sign).or_insert(pair);
            }
        }
    }
    assert!(found.len() > 7_000, "only {} signs were seen", found.len());
    let mut pairs: Vec<[u8; 2]> = found.into_values().collect();
    pairs.dedup();
    pairs
}

/// A title is short, so each sign stands in one once, before one sign of the mark.
fn title_of_each_sign(program: &Program, pages: &[Page]) {
    let mut foma = program.phone_of("hanako", FOMA_2);
    let mut iphone = program.phone_of("hanako", IPHONE);
    let form = new_entry(&mut foma);
    let mut harmless = None;
    let pairs = pair_of_each_sign(pages);
    for (nth, some) in pairs.chunks(33).enumerate() {
        let mark = [b'"', b'<', b'\'', b'&'][nth % 4];
        let title: Vec<u8> = some.iter().flat_map(|pair| [pair[0], pair[1], mark]).collect();
        let title = if harmless.is_none() { b"harmless".to_vec() } else { title };
        let mut form = form.clone().fill("once", &format!("title-{nth}"));
        form = form.fill("body", &format!("本文{nth}"));
        let answer = foma.fetch(&with_bytes(&form, "title", &title));
        assert_eq!(answer.status, 303, "{}", answer.text());
        let place = crate::program::without_token(&answer.location().unwrap());
        let pages = [foma.get(&place), iphone.get(&place)];
        let seen = pages.each_ref().map(|page| skeleton(&read(page, "a title")));
        assert!(pages.iter().all(|page| xml_fault(page).is_none()), "title {nth}");
        // The newest entry but the first has one before it.
        if nth < 2 {
            harmless = Some(seen);
            continue;
        }
        assert_eq!(Some(seen), harmless, "title {nth}: {some:x?}");
    }
}

/// Every form a member fills in, by its page and its place, and the field a text goes into.
fn fields(me: &str, entry: &str, group: &str) -> Vec<(String, String, &'static str)> {
    let form = |page: &str, field| (page.to_owned(), page.to_owned(), field);
    vec![
        form("/me/profile", "nickname"),
        form("/me/profile", "about"),
        form("/me/profile", "lives_in"),
        form("/me/groups", "name"),
        form(group, "name"),
        form("/invitations", "message"),
        form("/search", "q"),
        (entry.to_owned(), format!("{entry}/comments"), "body"),
        form(&format!("{entry}/edit"), "title"),
        form(&format!("{entry}/edit"), "body"),
        (me.to_owned(), String::new(), ""),
    ]
}

const ENDS: [u8; 6] = [0x81, 0x83, 0xE0, 0xFC, 0x80, 0xFF];

#[test]
fn attack_55_a_leading_byte_at_the_end_of_any_field_eats_no_quote() {
    for program in demos() {
        let mut foma = program.phone_of("hanako", FOMA_2);
        let mut iphone = program.phone_of("hanako", IPHONE);
        let entry = crate::program::write_entry(&mut foma, "題", "本文", "members");
        let me = member_named(&mut foma, "はなこ");
        let group = foma.get("/me/groups").links().find(|link| link.starts_with("/me/groups/")).unwrap();
        let fields = fields(&me, &entry, &group);
        for (page, place, field) in fields.iter().filter(|(_, _, field)| !field.is_empty()) {
            for end in ENDS {
                let form = foma.get(page).form(place);
                let sent = [b"abc".as_slice(), &[end]].concat();
                let answer = foma.fetch(&with_bytes(&form, field, &sent));
                assert!(matches!(answer.status, 200 | 303), "{field} of {page}: {}", answer.status);
                // Every page that shows the field is whole: each tag closed, each attribute ended, every form there.
                for (shown, _, _) in &fields {
                    for phone in [&mut foma, &mut iphone] {
                        let after = phone.get(shown);
                        let what = format!("{field} ends in {end:x} on {shown}");
                        assert_eq!(after.status, 200, "{what}");
                        read(&after, &what);
                        assert_eq!(xml_fault(&after), None, "{what}");
                        assert!(after.text().trim_end().ends_with("</html>"), "{what}");
                    }
                }
                let again = foma.get(page);
                let kept = again.form(place);
                if !kept.value(field).is_empty() {
                    assert!(kept.value(field).starts_with("abc"), "{field}: {:?}", kept.value(field));
                    assert!(!kept.value(field).contains(['"', '<', '>']), "{field}: {:?}", kept.value(field));
                }
            }
        }
    }
}

#[test]
fn attack_56_no_byte_acts_on_a_letter() {
    let settings = [
        ("ENISHI_SERVER__PUBLIC_URL", "http://sns.example.jp"),
        ("ENISHI_EMAIL__PER_MEMBER", "{ seconds = 3600, most = 100 }"),
    ];
    let names: [&[u8]; 8] = [
        b"a\x81",
        b"\x83\x5C\"\r\nBcc: x",
        b"\xE0\x0D\x0A.\x0D\x0A",
        b"\x1B$B\x1B(B",
        b"\xF8\x9F<b>",
        b"=?utf-8?B?",
        b"\xFC\\\x00'",
        b"\x95\x5C\x94\x5C\x89\x5C\\",
    ];
    for program in demos_with(&settings) {
        let mut foma = program.phone_of("hanako", FOMA_2);
        let mut iphone = program.phone_of("hanako", IPHONE);
        for (nth, name) in names.into_iter().enumerate() {
            let form = foma.get("/me/profile").form("/me/profile");
            assert_eq!(foma.fetch(&with_bytes(&form, "nickname", name)).status, 303, "{name:x?}");
            name_address(&mut iphone, &format!("a{nth}@docomo.ne.jp"));
            let letters = letters(&program, nth + 1);
            let (to, subject, body) = &letters[nth];
            assert_eq!(*to, format!("a{nth}@docomo.ne.jp"));
            assert!(!subject.contains(|sign: char| sign.is_control()), "{subject:?}");
            assert!(!body.contains(|sign: char| sign.is_control() && sign != '\n'), "{body:?}");
            assert!(!body.contains("\nBcc") && !body.contains("\n."), "{body:?}");
            assert!(body.contains("/email/confirm/"), "the name took the link with it: {body:?}");
        }
    }
}

#[test]
fn attack_57_a_trailing_backslash_is_a_letter() {
    // ソ表能噂Ⅸ: each ends in 0x5C in Shift_JIS.
    let name = "ソ表\\能\"噂'Ⅸ%";
    for program in demos() {
        for model in [FOMA_2, IPHONE] {
            let mut phone = program.phone_of("hanako", model);
            let form = phone.get("/me/profile").form("/me/profile").fill("nickname", name);
            assert_eq!(phone.submit(&form).status, 200);
            assert_eq!(
                phone.get("/me/profile").form("/me/profile").value("nickname"),
                name,
                "{}",
                model.name
            );
            let form = phone.get("/me/groups").form("/me/groups").fill("name", "能\\' OR '1'='1");
            assert_eq!(phone.submit(&form).status, 200);
            let entry = crate::program::write_entry(&mut phone, name, &format!("{name}\n{name}"), "members");
            for reader in [FOMA_2, IPHONE] {
                let mut ken = program.phone_of("ken", reader);
                let page = ken.get(&entry);
                let shown = super::markup::unescape(&read(&page, "57"));
                assert!(shown.matches(name).count() >= 3, "{} read on {}", model.name, reader.name);
                for q in ["ソ", "ソ表", "ソ表\\", "ソ表\\能\"噂'", name] {
                    let form = ken.get("/search").form("/search").fill("q", q);
                    let found = ken.submit(&form);
                    assert!(
                        super::markup::unescape(&found.text()).contains(name),
                        "{q} does not find {name} on {}",
                        reader.name
                    );
                }
                let none = ken.get("/search").form("/search").fill("q", "\\");
                assert_eq!(ken.submit(&none).status, 200);
            }
            let form = phone.get("/diary/new").form("/diary/new").fill("title", "").fill("body", name);
            let photo = include_bytes!("../../../../../fixtures/photos/cat.jpg");
            let upload =
                enishi_testkit::phone::Upload { field: "photo", name: "表\\..\\x.jpg", bytes: photo };
            let page = phone.submit_with(&form, &[upload]);
            assert_eq!(page.status, 422);
            assert_eq!(page.form("/diary/new").value("body"), name, "{} with a photo", model.name);
        }
    }
}

#[test]
fn attack_58_a_page_has_one_charset_whatever_a_request_says() {
    let kinds = [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-8",
        "application/x-www-form-urlencoded; charset=Shift_JIS",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=iso-2022-jp",
        "application/x-www-form-urlencoded; charset=utf-16",
        "text/plain",
        "",
    ];
    let title = "能動的\"<b>+ADw-b+AD4-";
    for program in demos() {
        for model in [FOMA_2, IPHONE] {
            let mut phone = program.phone_of("hanako", model);
            for (nth, kind) in kinds.into_iter().enumerate() {
                let form = new_entry(&mut phone).fill("title", title).fill("body", &format!("本文{nth}"));
                let form = form.fill("_charset_", if nth % 2 == 0 { "utf-7" } else { "euc-jp" });
                let mut request = form.request();
                request.headers.retain(|(name, _)| name != "Content-Type");
                if !kind.is_empty() {
                    request = request.with("Content-Type", kind);
                }
                let request = request.with("Accept-Charset", "utf-7, euc-jp;q=0.5");
                let answer = phone.fetch(&request);
                assert_eq!(answer.status, 303, "{kind:?} on {}: {}", model.name, answer.text());
                let place = crate::program::without_token(&answer.location().unwrap());
                for reader in [FOMA_2, IPHONE] {
                    let page = program.phone_of("hanako", reader).get(&format!("{place}/edit"));
                    assert_eq!(
                        page.form(&place_of(&page)).value("title"),
                        title,
                        "{kind:?} on {}",
                        model.name
                    );
                }
            }
            // Bytes of another charset are never taken for markup: they are shown as what they are not.
            for bytes in [
                &b"\x1B$B%=\x1B(B<b>"[..],
                b"+ADw-script+AD4-",
                b"\xFF\xFE<\x00b\x00",
                b"\xC0\xBCb\xC0\xBE",
                b"\xED\xA0\xBD\xED\xB8\x80",
                b"\xEF\xBB\xBF<b>",
            ] {
                let form = new_entry(&mut phone);
                let harmless =
                    skeleton(&phone.fetch(&with_bytes(&form.clone().fill("title", ""), "body", b"x")).text());
                let page = phone.fetch(&with_bytes(&form.fill("title", ""), "body", bytes));
                assert_eq!(skeleton(&read(&page, "58")), harmless, "{bytes:x?} on {}", model.name);
            }
        }
    }
}
