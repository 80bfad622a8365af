//! Photographs on one's page: put there, opened, closed and taken off, on phones that can send one and phones that cannot.

use enishi_testkit::dump::execute;
use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Phone, Request, Upload};

use crate::pictures::{PHOTO, photo_on};
use crate::program::{demos, link_to, member_named};

fn put(phone: &mut Phone, alt: &str, to: &str) -> (u16, String) {
    let form = phone.get("/me/photos").form("/me/photos").fill("alt", alt).fill("visibility", to);
    let page = phone.submit_with(&form, &[Upload { field: "photo", name: "x.jpg", bytes: PHOTO }]);
    (page.status, page.text())
}

#[test]
fn a_photo_is_put_on_the_page_and_seen_by_those_it_is_for() {
    for program in demos() {
        for model in [IPHONE, KAIOS] {
            let mut mika = program.phone_of("mika", model);
            let (status, text) = put(&mut mika, "みかん畑の夕方", "friends");
            assert!(status == 200 && text.contains("みかん畑の夕方"), "{}: {text}", model.name);
            let page = member_named(&mut program.phone_of("hanako", IPHONE), "みかん山のミカ");
            let place = format!("{page}/photos");
            for seen_on in [IPHONE, FOMA] {
                let mut friend = program.phone_of("hanako", seen_on);
                assert!(link_to(&friend.get(&page), &place).is_some(), "{}", seen_on.name);
                let all = friend.get(&place);
                assert!(all.text().contains("みかん畑の夕方"), "{}", all.text());
                assert_eq!(friend.fetch(&Request::get(&photo_on(&all))).status, 200);
                let mut stranger = program.phone_of("oliver", seen_on);
                assert!(link_to(&stranger.get(&page), &place).is_none());
                assert_eq!(stranger.get(&place).status, 404);
            }
            let own = link_to(&mika.get("/me/photos"), "/me/photos/").unwrap();
            let form = mika.get(&own).form(&own).fill("visibility", "only_me").fill("alt", "みかん");
            assert!(mika.submit(&form).text().contains("みかん"));
            assert_eq!(
                program.phone_of("hanako", model).get(&place).status,
                404,
                "closed at the next request"
            );
            assert_eq!(program.phone_of("hanako", model).get(&own).status, 404, "somebody else's");
            let form = mika.get(&own).form(&format!("{own}/remove"));
            assert_eq!(mika.submit(&form).status, 200);
            assert!(link_to(&mika.get("/me/photos"), "/me/photos/").is_none());
        }
    }
}

#[test]
fn what_is_wrong_is_said_and_a_full_page_takes_no_more() {
    for program in demos() {
        let mut mika = program.phone_of("mika", IPHONE);
        let form =
            mika.get("/me/photos").form("/me/photos").fill("alt", "まだない").fill("visibility", "members");
        let page = mika.submit(&form);
        assert!(page.status == 422 && page.text().contains("まだない"), "{}", page.text());
        let broken = Upload { field: "photo", name: "x.jpg", bytes: b"no picture" };
        assert_eq!(mika.submit_with(&form, &[broken]).status, 422);
        assert_eq!(put(&mut mika, "", "everybody").0, 422, "no such level");
        for number in 0..3 {
            assert_eq!(put(&mut mika, &format!("{number}"), "members").0, 200);
        }
        assert!(mika.get("/me/photos").find_form("/me/photos").is_none());
        // A handset that sends no files says so, and changes what is there.
        let mut foma = program.phone_of("mika", FOMA);
        let page = foma.get("/me/photos");
        assert!(page.find_form("/me/photos").is_none() && link_to(&page, "/me/photos/").is_some());
        let upload = Upload { field: "photo", name: "x.jpg", bytes: PHOTO };
        assert_eq!(mika.submit_with(&form, &[upload]).status, 422, "a form from before");
    }
}

#[test]
fn when_one_was_here_is_shown_to_whom_one_chose() {
    for program in demos() {
        let hanako = member_named(&mut program.phone_of("ken", IPHONE), "はなこ");
        assert!(program.phone_of("ken", IPHONE).get(&hanako).text().contains("1か月より前"));
        program.phone_of("hanako", IPHONE);
        let text = program.phone_of("ken", IPHONE).get(&hanako).text();
        assert!(text.contains("1か月より前"), "nobody sees her come back: {text}");
        execute(&program.database_url(), "UPDATE last_seen SET seen_on = seen_on - 86400000");
        for model in [IPHONE, FOMA] {
            assert!(
                program.phone_of("ken", model).get(&hanako).text().contains("1週間以内"),
                "{}",
                model.name
            );
            assert!(
                !program.phone_of("oliver", model).get(&hanako).text().contains("week"),
                "{}",
                model.name
            );
        }
    }
}
