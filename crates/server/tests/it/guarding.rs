//! What guards an account: the password asked for again, another password, the list of signed-in phones.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, GARAHO, IPHONE, Page, Phone};

use crate::program::{Program, demos, demos_with, log_in, number_of, place_of};

const NEW: &str = "another long password";

fn change(phone: &mut Phone) -> Page {
    let form = phone.get("/me/security/password").form("/me/security/password");
    phone.submit(&form.fill("new_password", NEW))
}

fn can_log_in(program: &Program, password: &str) -> bool {
    let page = log_in(&mut program.phone(IPHONE), number_of("hanako"), password);
    place_of(&page) == "/home"
}

#[test]
fn a_password_given_lately_is_not_asked_for_and_later_it_is() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let page = change(&mut phone);
        assert_eq!(place_of(&page), "/me/security", "{}", page.text());
        assert!(can_log_in(&program, NEW) && !can_log_in(&program, PASSWORD));
    }
    for program in demos_with(&[("ENISHI_SESSION__ASK_AGAIN_SECONDS", "0")]) {
        let mut phone = program.phone_of("hanako", IPHONE);
        let asked = change(&mut phone);
        assert_eq!(asked.status, 403);
        assert!(!asked.text().contains(NEW), "a password lies readable in a page");
        let wrong = phone.submit(&asked.form("/me/again").fill("password", "not this one"));
        assert_eq!(wrong.status, 422);
        assert!(can_log_in(&program, PASSWORD), "a wrong password was enough");
        let token = phone.cookie("enishi").unwrap().to_owned();
        let done = phone.submit(&wrong.form("/me/again").fill("password", PASSWORD));
        assert_eq!(place_of(&done), "/me/security", "{}", done.text());
        assert_ne!(phone.cookie("enishi"), Some(token.as_str()));
        assert!(can_log_in(&program, NEW), "the new password got lost on the way");
    }
}

#[test]
fn a_session_in_a_path_is_asked_every_time() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", FOMA);
        let asked = change(&mut phone);
        assert_eq!(asked.status, 403);
        let done = phone.submit(&asked.form("/me/again").fill("password", PASSWORD));
        assert_eq!(place_of(&done), "/me/security", "{}", done.text());
        assert_eq!(change(&mut phone).status, 403, "asked once and never again");
    }
}

#[test]
fn a_refused_password_says_why_and_changes_nothing() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", GARAHO);
        for (password, why) in
            [("short", "10文字以上"), ("qwertyuiop", "よく使われる"), (&"あ".repeat(129), "128")]
        {
            let form = phone.get("/me/security/password").form("/me/security/password");
            let page = phone.submit(&form.fill("new_password", password));
            assert_eq!(page.status, 422);
            assert!(page.text().contains(why), "{password}: {}", page.text());
        }
        assert!(can_log_in(&program, PASSWORD));
    }
}

#[test]
fn other_phones_are_listed_in_plain_words_and_sent_away() {
    for program in demos() {
        let (mut iphone, mut foma) = (program.phone_of("hanako", IPHONE), program.phone_of("hanako", FOMA));
        let mut garaho = program.phone_of("hanako", GARAHO);
        let list = iphone.get("/me/security");
        let text = list.text();
        assert!(text.contains("docomo P901i") && text.contains("この端末"), "{text}");
        assert!(text.contains("ログインしました"), "what happened is not told");
        let away = list
            .forms()
            .into_iter()
            .filter(|form| form.place().ends_with("/end") && form.place() != "/me/security/sessions/end");
        let away: Vec<_> = away.collect();
        assert_eq!(away.len(), 2);
        // The last used comes first: the garaho was signed in after the FOMA.
        iphone.submit(&away[0]);
        assert_eq!(place_of(&garaho.get("/home")), "/login");
        assert_eq!(place_of(&foma.get("/home")), "/home");
        let mut ken = program.phone_of("ken", IPHONE);
        let foreign = ken.get("/me/settings").form("/me/settings").request();
        let foreign = enishi_testkit::phone::Request { path: away[1].place().to_owned(), ..foreign };
        assert_eq!(ken.fetch(&foreign).status, 404, "somebody else's session");
        iphone.submit(&iphone.clone().get("/me/security").form("/me/security/sessions/end"));
        assert_eq!(place_of(&foma.get("/home")), "/login");
        assert_eq!(place_of(&iphone.get("/home")), "/home");
    }
}
