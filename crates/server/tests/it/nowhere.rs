//! Hidden, deleted and never there: one page, to the byte. Headers strict on every answer.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Page, Request, SOFTBANK};

use crate::program::{demos, empty, write_entry};

/// Status, headers without the date, and body.
pub fn whole(page: &Page) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let mut headers: Vec<_> = page.headers.iter().filter(|(name, _)| name != "date").cloned().collect();
    headers.sort();
    (page.status, headers, page.body.clone())
}

#[test]
fn hidden_deleted_and_never_there_are_one_page() {
    for program in demos() {
        for model in [IPHONE, FOMA, SOFTBANK, MOVA] {
            let mut hanako = program.phone_of("hanako", model);
            let hidden = write_entry(&mut hanako, "自分だけの", "秘密", "only_me");
            let gone = write_entry(&mut hanako, "消したもの", "秘密", "members");
            let delete = format!("{gone}/delete");
            let form = hanako.get(&delete).form(&delete);
            hanako.submit(&form);
            let mut ken = program.phone_of("ken", model);
            let never = whole(&ken.get("/diary/3"));
            assert_eq!(never.0, 404);
            for path in [
                hidden.as_str(),
                gone.as_str(),
                "/nowhere",
                "/diary/%00",
                "/members/7zz",
                "/me/groups/5",
                "/.git/config",
            ] {
                let page = ken.get(path);
                assert_eq!(whole(&page), never, "{path} on {} ({})", model.name, program.engine);
            }
            for path in [format!("{hidden}/edit"), format!("{hidden}/delete"), format!("{gone}/edit")] {
                assert_eq!(whole(&ken.get(&path)), never, "{path}");
            }
        }
    }
}

#[test]
fn commenting_on_a_hidden_entry_is_commenting_on_nothing() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let hidden = write_entry(&mut hanako, "自分だけの", "秘密", "only_me");
        let mut ken = program.phone_of("ken", IPHONE);
        let csrf = ken.get("/diary/new").form("/diary/new").value("csrf").to_owned();
        let body = format!("csrf={csrf}&body=hello");
        for path in [format!("{hidden}/comments"), "/diary/3/comments".to_owned()] {
            let page = ken.fetch(&Request::post(&path, body.as_bytes()));
            assert_eq!(page.status, 404, "{path}");
        }
        assert!(!hanako.get(&hidden).text().contains("hello"));
    }
}

#[test]
fn every_answer_carries_strict_headers() {
    for program in empty(&[]) {
        for model in [IPHONE, FOMA, KAIOS] {
            let mut phone = program.phone(model);
            for path in ["/", "/login", "/home", "/nowhere", "/pictures/1/240.jpg"] {
                let page = phone.fetch(&Request::get(path));
                let policy = page.header("content-security-policy");
                assert!(
                    policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                    "{path}"
                );
                assert!(
                    !policy.contains("script-src 'unsafe") && !policy.contains("script-src 'self' 'unsafe"),
                    "{policy}"
                );
                assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
                assert!(page.header("cache-control").contains("no-store"), "{path}");
                assert!(!page.header("referrer-policy").is_empty(), "{path}");
                assert_eq!(page.header("server"), "", "{path}");
                assert_eq!(page.header("content-length"), page.body.len().to_string(), "{path}");
            }
        }
    }
}

#[test]
fn a_wrong_method_changes_nothing() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        for method in ["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"] {
            let request = Request { method: method.to_owned(), ..Request::get("/login") };
            assert!(matches!(phone.fetch(&request).status, 404 | 405), "{method}");
        }
        assert_eq!(phone.fetch(&Request::get("/logout")).status, 405);
    }
}
