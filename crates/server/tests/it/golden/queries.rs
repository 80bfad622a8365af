//! J-PHONE C loses what stands after `?` in a link: parts, lists and searches are asked for by path.

use enishi_testkit::phone::{IPHONE, J_PHONE, Page, Request};

use crate::program::{demos, place_of};

/// No address of a page would be lost.
fn assert_whole(page: &Page) {
    let lost: Vec<_> = page.links().chain(page.pictures()).filter(|address| address.contains('?')).collect();
    assert!(lost.is_empty(), "{}: {lost:?}", page.path);
}

#[test]
fn a_phone_that_loses_queries_reads_on_searches_and_comes_back() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", J_PHONE);
        let home = hanako.get("/home");
        assert_whole(&home);
        let next = home.links().find(|link| link.ends_with("/home/_/p=2")).expect("home has two parts");
        let second = hanako.fetch(&Request::get(&next));
        assert_eq!((second.status, place_of(&second).as_str()), (200, "/home"));
        assert!(second.text().contains("2/") && second.text() != home.text(), "{}", second.text());
        let form = hanako.get("/search").form("/search").fill("q", "ケン坊");
        let answer = hanako.fetch(&form.request());
        assert_eq!(
            (answer.status, answer.header("location").contains('?')),
            (303, false),
            "{}",
            answer.text()
        );
        let found = hanako.submit(&form);
        assert!(found.path.contains("/search/_/q=") && found.text().contains("ケン坊"), "{}", found.text());
        assert_whole(&found);
        assert!(program.phone_of("ken", IPHONE).get("/search/_/q=%E3%81%AF").text().contains("はなこ"));
    }
}
