//! Where an answer may lead: never off the site by itself, never with a session in the address, never with a header
//! somebody typed.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Page, Phone, Request};

use crate::program::{Program, demos, empty, number_of, place_of, write_entry};

/// Every address a page leads to by itself or by a press: links, pictures, forms, style, redirects.
fn addresses(page: &Page) -> Vec<String> {
    let text = page.text();
    let mut found = vec![page.header("location").to_owned()];
    for attribute in ["href=\"", "src=\"", "action=\"", "url(", "content=\"0;url="] {
        for (at, _) in text.match_indices(attribute) {
            let rest = &text[at + attribute.len()..];
            found.push(rest.split(['"', ')', '\'']).next().unwrap_or_default().to_owned());
        }
    }
    found.retain(|address| !address.is_empty());
    found
}

/// Whether an address stays on this site, as a browser reads it.
fn is_own(address: &str, program: &Program) -> bool {
    let own = format!("http://{}/", program.address);
    let path = address.strip_prefix(own.trim_end_matches('/')).unwrap_or(address);
    let is_path = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
    is_path || path.starts_with('#') || path.starts_with('?')
}

const TYPED: &str = "見て https://evil.example/x と http://evil.example と javascript:alert(1) と //evil.example \
    <a href=\"https://evil.example/\">a</a> <img src=\"https://evil.example/i.gif\">";

#[test]
fn attack_34_no_page_leads_off_the_site() {
    for program in demos() {
        for model in [FOMA, MOVA, IPHONE] {
            let mut hanako = program.phone_of("hanako", model);
            let entry = write_entry(&mut hanako, "リンク", TYPED, "members");
            for who in ["hanako", "ken"] {
                let mut phone = program.phone_of(who, model);
                let paths = [
                    "/home",
                    "/menu",
                    "/friends",
                    "/footprints",
                    "/notifications",
                    "/me/profile",
                    "/search",
                    "/diary",
                ];
                for path in paths.iter().copied().chain([entry.as_str()]) {
                    let page = phone.get(path);
                    for address in addresses(&page) {
                        assert!(is_own(&address, &program), "{path} on {} leads to {address}", model.name);
                    }
                }
            }
        }
    }
}

#[test]
fn attack_53_what_is_typed_becomes_no_link() {
    for program in demos() {
        for model in [IPHONE, KAIOS, FOMA] {
            let mut hanako = program.phone_of("hanako", model);
            let title = "javascript:alert(1) https://evil.example";
            let entry = write_entry(&mut hanako, title, TYPED, "members");
            let page = hanako.get(&entry);
            assert!(page.text().contains("evil.example"), "what was typed is not shown at all");
            let led: Vec<String> = addresses(&page)
                .into_iter()
                .filter(|to| to.contains("evil") || to.contains("javascript"))
                .collect();
            assert!(led.is_empty(), "{}: {led:?}", model.name);
        }
    }
}

#[test]
fn attack_36_a_session_is_worth_nothing_in_the_other_realm() {
    for program in demos() {
        let foma = program.phone_of("hanako", FOMA);
        let token = foma.prefix().trim_start_matches("/~").to_owned();
        // The path's token as a cookie.
        let stolen = Request::get("/home").with("Cookie", &format!("enishi={token}; __Host-enishi={token}"));
        assert_ne!(program.phone(IPHONE).fetch(&stolen).status, 200);
        // The cookie's token in a path.
        let iphone = program.phone_of("hanako", IPHONE);
        let cookie = iphone.cookie("enishi").unwrap().to_owned();
        for model in [FOMA, KAIOS] {
            let page = program.phone(model).get(&format!("/~{cookie}/home"));
            assert_eq!(place_of(&page), "/login", "{}", model.name);
        }
        for path in ["/operator", "/operator/members", "/operator/sms", "/me/security"] {
            let page = foma.clone().fetch(&Request::get(&format!("/~{token}{path}")));
            assert!(!matches!(page.status, 500..), "{path}: {}", page.status);
            assert!(!page.text().contains("operator-"), "{path} shows the console to a handset");
        }
    }
}

#[test]
fn attack_37_search_engines_are_kept_out() {
    for program in demos() {
        let mut signed_in = program.phone_of("hanako", FOMA);
        for (phone, path) in
            [(&mut program.phone(FOMA), "/"), (&mut program.phone(MOVA), "/login"), (&mut signed_in, "/home")]
        {
            let page = phone.get(path);
            assert_eq!(page.header("x-robots-tag"), "noindex", "{path}");
            assert!(!page.text().contains("canonical"), "an address with a token names itself for lists");
        }
        let robots = program.phone(IPHONE).get("/robots.txt");
        assert_eq!((robots.status, robots.text().as_str()), (200, "User-agent: *\nDisallow: /\n"));
    }
}

/// What a `next` that is no address of this site's may look like; 0x5C is the trail byte of 表 in Shift_JIS.
const ELSEWHERE: [&str; 24] = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "https:evil.example",
    "https://evil.example/",
    "HTTPS://evil.example",
    "http:///evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    " //evil.example",
    "%09//evil.example",
    "/%09/evil.example",
    "/%2f/evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/~x//evil.example",
    "/home@evil.example",
    "https://127.0.0.1@evil.example",
    "//ｅｖｉｌ.example",
    "//xn--vi-9ia.example",
    "javascript:alert(1)",
    "data:text/html,x",
];

fn leads_off(location: &str, program: &Program) -> bool {
    let host = location.split("://").nth(1).map(|rest| rest.split('/').next().unwrap_or_default());
    let path = match host {
        Some(host) if host != program.address.to_string() => return true,
        Some(host) => location.split_once(host).map_or("", |(_, path)| path),
        None => location,
    };
    // Browsers drop tabs and line ends, take \ for / and resolve dots before they look.
    let cleaned: String = path.chars().filter(|sign| !matches!(sign, '\t' | '\n' | '\r')).collect();
    let cleaned = cleaned.replace('\\', "/").replace("/..", "").replace("/./", "/");
    !cleaned.starts_with('/') || cleaned.starts_with("//")
}

#[test]
fn attack_52_no_next_leads_off_the_site() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            for next in ELSEWHERE {
                let mut phone = program.phone(model);
                let form = phone.get("/login").form("/login").fill("next", next);
                let page = phone
                    .fetch(&form.fill("login", number_of("hanako")).fill("password", PASSWORD).request());
                let location = page.header("location");
                assert_eq!(page.status, 303, "{next}");
                assert!(!leads_off(location, &program), "{next:?} on {} leads to {location:?}", model.name);
            }
        }
    }
}

#[test]
fn attack_52_no_address_itself_leads_off_the_site() {
    for program in demos() {
        let mut signed_in = program.phone_of("hanako", IPHONE);
        for path in [
            "//evil.example/?face=touch",
            "/%5Cevil.example?face=touch",
            "/..//evil.example?lang=en",
            "/~sabc//evil.example",
            "/~sabc/%2Fevil.example",
            "/~g//evil.example/?face=auto",
            "/login?next=//evil.example",
            "/login?next=%2F%2Fevil.example",
            "/login?next=/%2509/evil.example",
        ] {
            let mut guest = program.phone(IPHONE);
            for phone in [&mut signed_in, &mut guest] {
                let page = phone.fetch(&Request::get(path));
                let location = page.header("location");
                assert!(
                    location.is_empty() || !leads_off(location, &program),
                    "{path} leads to {location:?}"
                );
            }
        }
    }
}

fn injected(page: &Page) -> bool {
    page.headers.iter().any(|(name, value)| name == "x-injected" || value.contains("X-Injected: "))
}

fn try_paths(phone: &mut Phone, what: &str) {
    for path in [
        format!("/login?next=/home{what}"),
        format!("/home{what}?face=touch"),
        format!("/home?face=touch{what}"),
        format!("/home?q={what}&lang=en"),
        format!("/~s{what}/home"),
        format!("/assets/{what}"),
        format!("/pictures/{what}/240.jpg"),
    ] {
        let page = phone.fetch(&Request::get(&path));
        assert!(!injected(&page), "{path}: {:?}", page.headers);
    }
}

#[test]
fn attack_54_no_header_is_made_of_what_was_typed() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("hanako", model);
            for what in [
                "%0d%0aX-Injected:%20yes",
                "%0aX-Injected:%20yes",
                "%E5%98%8A%E5%98%8DX-Injected:%20yes",
                "%95%5C%0d%0aX-Injected:%20yes",
            ] {
                try_paths(&mut phone.clone(), what);
                let mut guest = program.phone(model);
                let form = guest.get("/login").form("/login").fill(
                    "next",
                    &format!("/home{}", what.replace("%0d", "\r").replace("%0a", "\n").replace("%20", " ")),
                );
                let page = guest
                    .fetch(&form.fill("login", number_of("hanako")).fill("password", PASSWORD).request());
                assert!(page.status == 303 && !injected(&page), "{:?}", page.headers);
            }
            let entry = write_entry(&mut phone, "題\r\nX-Injected: yes", "本文", "only_me");
            assert!(!injected(&phone.get(&entry)));
        }
    }
}

#[test]
fn attack_54_a_token_that_is_none_comes_back_in_no_header() {
    for program in empty(&[]) {
        for token in ["x%0d%0aSet-Cookie:%20a=b", "<script>", "\"><b>", "../../etc"] {
            let page = program.phone(FOMA).fetch(&Request::get(&format!("/~{token}/home")));
            assert!(page.header("set-cookie").is_empty() && !page.text().contains("<script>"), "{token}");
            assert!(!page.header("location").contains("a=b"), "{}", page.header("location"));
        }
    }
}
