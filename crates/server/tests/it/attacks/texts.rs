//! Signs that pose as others, and texts cut where they must not be: rows 59 to 61. And rule b-12: what an old phone
//! cannot show survives an edit made on it.

use enishi_testkit::phone::{
    AU, FOMA, FOMA_2, Form, GARAHO, IPHONE, J_PHONE, MOVA, Model, Page, Phone, Request, SOFTBANK,
};

use super::markup::{read, skeleton, unescape, xml_fault};
use crate::program::{Program, demos, place_of, write_entry};

const READERS: [Model; 6] = [FOMA, MOVA, J_PHONE, AU, SOFTBANK, IPHONE];

fn form_of(phone: &mut Phone, title: &str, body: &str) -> Form {
    let form = phone.get("/diary/new").form("/diary/new").fill("visibility", "members");
    form.fill("title", title).fill("body", body)
}

/// All parts of an entry, as one phone after the other reads them.
fn parts(phone: &mut Phone, place: &str) -> Vec<Page> {
    let mut pages = vec![phone.get(place)];
    while pages.len() < 60 {
        let next = format!("p={}", pages.len() + 1);
        let last = pages.last().unwrap();
        let Some(link) = last.links().find(|link| link.ends_with(&next)) else { return pages };
        pages.push(phone.get(&link));
    }
    panic!("{place} has no end");
}

fn whole_text(phone: &mut Phone, place: &str, what: &str) -> String {
    let pages = parts(phone, place);
    let most = phone.model().page_bytes;
    let text = pages.iter().map(|page| {
        assert_eq!(page.status, 200, "{what}");
        assert_eq!(xml_fault(page), None, "{what}");
        assert!(most == 0 || page.body.len() <= most, "{what}: {} bytes", page.body.len());
        unescape(&read(page, what))
    });
    text.collect()
}

#[test]
fn attack_59_no_sign_becomes_markup_by_being_encoded() {
    // Each looks like, or is encoded by some table as, one of \\ ~ - " ' < > &.
    let posing =
        "¥ ‾ − ＂ ＇ ＜ ＞ ＆ 〜 ﹤ ﹥ ‹ › « » “ ” ‘ ’ ＼ ∖ ʺ ʹ \u{2039} \u{FE64} \u{226E} <\u{338} >\u{338}";
    let literal = "&#60;b&#62; &lt;i&gt; &amp;amp; &#x3C; %3C \\u003c \u{0}<\u{0}b>";
    for program in demos() {
        for author in [IPHONE, GARAHO] {
            let mut phone = program.phone_of("hanako", author);
            // Two of the same build: the newest entry has the one before it beside it.
            write_entry(&mut phone, "ふつう", "ふつう", "members");
            let plain = write_entry(&mut phone, "ふつう", "ふつう", "members");
            let harmless = READERS.map(|model| skeleton(&program.phone_of("ken", model).get(&plain).text()));
            let place = write_entry(&mut phone, &posing[..60], &format!("{posing} {literal}"), "members");
            // With the newer one there, the plain one leads on to it: only what is new is compared.
            for (model, harmless) in READERS.into_iter().zip(harmless) {
                let page = program.phone_of("ken", model).get(&place);
                let what = format!("{} read on {} ({})", author.name, model.name, program.engine);
                let text = read(&page, &what);
                assert_eq!(skeleton(&text), harmless, "{what}");
                assert_eq!(xml_fault(&page), None, "{what}");
                for kept in
                    ["&amp;#60;b&amp;#62;", "&amp;lt;i&amp;gt;", "&amp;amp;amp;", "&amp;#x3C;", "\\u003c"]
                {
                    assert!(text.contains(kept), "{what}: {kept} is not what was typed");
                }
            }
        }
    }
}

#[test]
fn attack_60_only_emoji_become_emoji_and_nothing_becomes_a_picture() {
    let posing = [
        "\u{E63E}\u{E001}\u{F001}\u{E481}",
        "&#63889; &#xE63E; [i:1] [ez:1] $Gj",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{200D}\u{200D}\u{1F466}",
        "a\u{202E}b\u{2066}c\u{2069}d\u{200B}e\u{FEFF}f",
        "\u{1F1EF}\u{1F1F5}\u{1F1EF} \u{1F3F4}\u{E0067}\u{E0062}\u{E007F} 1\u{FE0F}\u{20E3}",
        "\u{FFFE}\u{FFFF}\u{10FFFF}\u{F0000}",
    ];
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        write_entry(&mut phone, "ふつう", "ふつう", "members");
        let plain = write_entry(&mut phone, "ふつう", "ふつう", "members");
        let harmless = READERS.map(|model| skeleton(&program.phone_of("ken", model).get(&plain).text()));
        for typed in posing {
            let place = write_entry(&mut phone, "題", &format!("前{typed}後"), "members");
            for (model, harmless) in READERS.into_iter().zip(&harmless) {
                let page = program.phone_of("ken", model).get(&place);
                let what = format!("{typed:?} on {} ({})", model.name, program.engine);
                let text = read(&page, &what);
                assert_eq!(&skeleton(&text), harmless, "{what}");
                assert!(text.contains('前') && text.contains('後'), "{what}: a neighbour is gone");
                assert!(!text.contains(['\u{202E}', '\u{2066}', '\u{FEFF}', '\u{0}']), "{what}");
            }
        }
        // Bytes of a handset: its own sun is a sun everywhere, and nothing else is.
        let mut foma = program.phone_of("hanako", FOMA_2);
        for (bytes, sun) in
            [(&b"\xF8\x9F"[..], true), (b"\xF9\xFC", false), (b"\xF0\x40", false), (b"\xF8", false)]
        {
            // The page names the entry before it: that one is plain.
            write_entry(&mut phone, "ふつう", "ふつう", "members");
            let form = form_of(&mut foma, "BYTES", "本文").request();
            let coded: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
            let body = String::from_utf8(form.body).unwrap().replace("BYTES", &format!("a{coded}b"));
            let page = foma.fetch(&Request { body: body.into_bytes(), ..Request::post(&form.path, b"") });
            let place = crate::program::without_token(&page.location().unwrap());
            let text = phone.get(&place).text();
            assert_eq!(text.contains('☀'), sun, "{bytes:x?}");
            assert!(!text.contains(|sign: char| ('\u{E000}'..='\u{F8FF}').contains(&sign)), "{bytes:x?}");
        }
    }
}

#[test]
fn attack_60_a_name_is_seen_and_no_name_poses_by_unseen_signs() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        for unseen in [
            "\u{200B}\u{200C}",
            "\u{202E}",
            "\u{3164}",
            "\u{2060}",
            " \u{3000} ",
            "\u{FE0F}\u{200D}",
            "\u{0}",
        ] {
            let form = phone.get("/me/profile").form("/me/profile").fill("nickname", unseen);
            let page = phone.fetch(&form.request());
            assert_eq!(page.status, 422, "{unseen:?}");
        }
        for (typed, kept) in [
            ("ケン\u{200B}坊", "ケン坊"),
            ("\u{202E}坊ンケ", "坊ンケ"),
            ("ケン\u{0}坊\u{7F}", "ケン坊"),
            ("ケン\u{2066}坊\u{2069}", "ケン坊"),
        ] {
            let form = phone.get("/me/profile").form("/me/profile").fill("nickname", typed);
            assert_eq!(phone.submit(&form).status, 200);
            assert_eq!(phone.get("/me/profile").form("/me/profile").value("nickname"), kept, "{typed:?}");
        }
    }
}

/// One character of each length in bytes.
const SIGNS: [&str; 5] = ["a", "é", "あ", "\u{20BB7}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"];

fn post_title(phone: &mut Phone, title: &str) -> Page {
    let form = form_of(phone, title, "本文");
    phone.submit(&form)
}

#[test]
fn attack_61_length_is_counted_in_characters_and_none_is_cut() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        for sign in SIGNS {
            for (count, status) in [(99, 200), (100, 200), (101, 422)] {
                let title = sign.repeat(count);
                let page = post_title(&mut phone, &title);
                assert_eq!(page.status, status, "{count} times {sign}");
                let form = match status {
                    200 => phone.get(&format!("{}/edit", place_of(&page))).forms().remove(0),
                    _ => page.form("/diary/new"),
                };
                let kept = if status == 200 { form } else { page.form("/diary/new") };
                assert_eq!(kept.value("title"), title, "{count} times {sign}");
            }
            for (count, status) in [(19, 200), (20, 200), (21, 422)] {
                let name = sign.repeat(count);
                let form = phone.get("/me/profile").form("/me/profile").fill("nickname", &name);
                assert_eq!(phone.submit(&form).status, status, "{count} times {sign}");
            }
        }
    }
}

#[test]
fn attack_61_a_long_text_is_split_and_no_character_with_it() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let numbered: String = (0..900).map(|nth| format!("{nth}あ☀\u{20BB7}ｶﾞ&<\"")).collect();
        for body in [numbered, "あ".repeat(20_000), "\u{1F600}".repeat(1_000), "é&".repeat(1_000)] {
            let place = write_entry(&mut phone, "長い話", &body, "members");
            for model in READERS {
                let what = format!("{:.6}… on {} ({})", body, model.name, program.engine);
                let text = whole_text(&mut program.phone_of("ken", model), &place, &what);
                let count = |text: &str, sign: char| text.matches(sign).count();
                for sign in ['あ', '&', '<'].into_iter().filter(|sign| body.contains(*sign) && *sign != '<')
                {
                    assert!(count(&text, sign) >= count(&body, sign), "{what}: {sign} was lost");
                }
                assert_eq!(text.matches("899あ").count(), body.matches("899あ").count(), "{what}: the end");
            }
        }
    }
}

/// Signs that no old phone has: Korean, Arabic, a rare ideograph, emoji of today, a family, accents.
const RARE: &str =
    "한국어 العربية \u{20BB7}野家 🦑🫠 \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} éàü 〜−∥ ☃\u{FE0F} ①Ⅷ";

fn kept_by_an_edit(program: &Program, model: Model) {
    let mut iphone = program.phone_of("hanako", IPHONE);
    let body = format!("{RARE}\n二行め {RARE}\n\n終わり");
    let place = write_entry(&mut iphone, RARE, &body, "members");
    let edit = format!("{place}/edit");
    let kept = |iphone: &mut Phone| {
        let form = iphone.get(&edit).form(&edit);
        (form.value("title").to_owned(), form.value("body").replace("\r\n", "\n"))
    };
    let mut old = program.phone_of("hanako", model);
    // Sent back as it is.
    let form = old.get(&edit).form(&edit);
    assert_eq!(old.submit(&form).status, 200, "{}", model.name);
    assert_eq!(kept(&mut iphone), (RARE.to_owned(), body.clone()), "untouched, on {}", model.name);
    // With something more at its end.
    let form = old.get(&edit).form(&edit);
    let longer = format!("{}　追伸", form.value("body"));
    let form = form.fill("body", &longer);
    assert_eq!(old.submit(&form).status, 200, "{}", model.name);
    assert_eq!(kept(&mut iphone), (RARE.to_owned(), format!("{body}　追伸")), "longer, on {}", model.name);
    // The profile too.
    let form = iphone.get("/me/profile").form("/me/profile").fill("about", &body).fill("nickname", "é한🦑");
    iphone.submit(&form);
    for part in 1..=9 {
        // Small phones have the form in pieces, a page each.
        let Some(form) = old.get(&format!("/me/profile?p={part}")).find_form("/me/profile") else { continue };
        assert_eq!(old.submit(&form).status, 200, "{}", model.name);
    }
    let form = iphone.get("/me/profile").form("/me/profile");
    let about = form.value("about").replace("\r\n", "\n");
    assert_eq!(
        (form.value("nickname"), about.as_str()),
        ("é한🦑", body.as_str()),
        "a profile on {}",
        model.name
    );
}

#[test]
fn attack_60_what_an_old_phone_cannot_show_survives_an_edit_made_on_it() {
    for program in demos() {
        for model in [FOMA, FOMA_2, MOVA, J_PHONE, AU, SOFTBANK] {
            kept_by_an_edit(&program, model);
        }
    }
}
