//! The operators' desk from outside: by guests, by members, by whoever holds half of what it takes.

use enishi_testkit::dump::{changes, dump};
use enishi_testkit::phone::{FOMA, IPHONE, Page, Phone, Request};

use crate::desk::{PASSWORD, at_desk, operator, setup_path, sign_in};
use crate::nowhere::whole;
use crate::program::{Program, demos, empty, place_of};
use crate::readers::{Declared, declared};

const COOKIE: &str = "enishi-desk";

fn routes_of_desk() -> Vec<Declared> {
    let routes: Vec<_> = declared().into_iter().filter(|route| route.readers == "operator").collect();
    assert!(routes.len() > 3, "the desk has {} routes", routes.len());
    routes
}

/// Every part filled with something that could be there.
fn path_of(route: &Declared, program: &Program) -> String {
    let member = program.phone_of("hanako", IPHONE).get("/friends");
    let member = member.links().find(|link| link.contains("/members/")).unwrap();
    let id = member.rsplit('/').next().unwrap().to_owned();
    fill(&route.pattern, &id)
}

fn fill(pattern: &str, id: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { id.to_owned() } else { part.to_owned() };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn attack_29_nobody_runs_a_site_that_was_just_started() {
    for program in empty(&[]) {
        assert!(operator(&program, &["list"]).stdout.is_empty(), "an operator nobody made");
        let mut browser = program.phone(IPHONE);
        for (name, password) in [("admin", "admin"), ("operator", "password"), ("root", ""), ("", "")] {
            let page = sign_in(&mut browser, name, password, "000000");
            assert_eq!(page.status, 422, "{name}");
        }
        for path in ["/operator/setup", "/operator/setup/x", "/operator/setup/oaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
        {
            assert_eq!(browser.get(path).status, 404, "{path}");
        }
        let path = setup_path(&operator(&program, &["create", "aoi"]));
        let unused = browser.get(&path).form("/operator/setup");
        drop(at_desk(&program, "sora"));
        let mut first = program.phone(IPHONE);
        let page = first.get(&path);
        let mut app = crate::desk::App::of(&page);
        let form = page.form("/operator/setup").fill("password", PASSWORD).fill("code", &app.code());
        assert_eq!(first.submit(&form).path, "/operator/codes");
        assert_eq!(browser.get(&path).status, 404, "the address shows the secret a second time");
        let second = browser.submit(&unused.fill("password", PASSWORD).fill("code", &app.code()));
        assert_eq!(second.status, 404, "the address sets up a second time");
        assert!(!program.log().contains(path.rsplit('/').next().unwrap()), "the address is in the log");
    }
}

/// The same request with nothing but this cookie.
fn with_cookie(program: &Program, request: Request, name: &str, value: &str) -> Page {
    program.phone(IPHONE).fetch(&request.with("Cookie", &format!("{name}={value}")))
}

#[test]
fn attack_36_a_session_of_one_realm_opens_nothing_in_the_other() {
    for program in demos() {
        let aoi = at_desk(&program, "aoi").browser;
        let hanako = program.phone_of("hanako", IPHONE);
        let (desk, member) = (aoi.cookie(COOKIE).unwrap(), hanako.cookie("enishi").unwrap());
        let status = |path: &str, name: &str, value: &str| {
            with_cookie(&program, Request::get(path), name, value).status
        };
        assert_eq!(status("/operator", COOKIE, desk), 200);
        assert_eq!(status("/home", "enishi", member), 200);
        assert_eq!(status("/operator", COOKIE, member), 404, "a member's session as an operator's");
        assert_eq!(status("/operator", "enishi", desk), 404, "an operator's session as a member's");
        assert_eq!(status("/home", "enishi", desk), 303, "an operator is a member");
        for model in [IPHONE, FOMA] {
            for token in [desk, member] {
                let page = program.phone(model).get(&format!("/~{token}/operator"));
                assert_eq!(page.status, 404, "a token in the address on {}", model.name);
            }
        }
        let foma = program.phone_of("ken", FOMA);
        let page = program.phone(FOMA).fetch(&Request::get(&format!("{}/operator", foma.prefix())));
        assert_eq!(page.status, 404);
    }
}

const BODY: &str = "name=x&code=000000&mode=closed&member=1&title=x&body=x&yes=1";

/// What refused forms may leave: counters, and the last use of a session.
const LEFT: [&str; 3] = ["counters", "operator_sessions", "sessions"];

fn form_token(browser: &mut Phone) -> String {
    browser.get("/operator").form("/operator/logout").value("csrf").to_owned()
}

#[test]
fn attack_48_no_form_of_the_desk_works_without_its_own_token() {
    for program in demos() {
        let mut aoi = at_desk(&program, "aoi").browser;
        let mut sora = at_desk(&program, "sora").browser;
        let others = form_token(&mut sora);
        let logout = sora.get("/operator").form("/operator/logout");
        sora.submit(&logout);
        let door = sora.get("/operator/login").form("/operator/login").value("csrf").to_owned();
        let mut hanako = program.phone_of("hanako", IPHONE);
        let members = hanako.get("/diary/new").form("/diary/new").value("csrf").to_owned();
        let own = form_token(&mut aoi);
        let posts = routes_of_desk().into_iter().filter(|route| route.method == "POST");
        let paths: Vec<String> = posts.map(|route| path_of(&route, &program)).collect();
        let before = dump(&program.database_url());
        for path in paths {
            for token in ["", &others, &door, &members, "aaaaaaaaaaaaaaaaaaaaaaaa"] {
                let page = aoi.fetch(&Request::post(&path, format!("csrf={token}&{BODY}").as_bytes()));
                assert!(matches!(page.status, 403 | 404 | 422), "{path} with {token}: {}", page.status);
            }
            let body = format!("csrf={own}&{BODY}");
            for (name, value) in [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")] {
                let page = aoi.fetch(&Request::post(&path, body.as_bytes()).with(name, value));
                assert_eq!(page.status, 403, "{path} from {value}");
            }
            let page = aoi.fetch(&Request::post(&format!("{path}?csrf={own}"), BODY.as_bytes()));
            assert!(matches!(page.status, 403 | 404 | 422), "{path} with its token in the address");
        }
        let changed = changes(&before, &dump(&program.database_url()), &LEFT);
        assert!(changed.is_empty(), "{}: {changed:#?}", program.engine);
        assert_eq!(aoi.get("/operator").status, 200, "a refused form ended the session");
    }
}

#[test]
fn attack_89_to_members_and_guests_the_desk_was_never_there() {
    for program in demos() {
        let _aoi = at_desk(&program, "aoi");
        let kens = [IPHONE, FOMA].map(|model| (model, program.phone_of("ken", model)));
        let before = dump(&program.database_url());
        for (model, mut ken) in kens {
            let prefix = ken.prefix().to_owned();
            for route in routes_of_desk() {
                let path = fill(&route.pattern, "3k");
                for method in ["GET", "HEAD", "POST", "PUT"] {
                    let ask = |path: &str| Request {
                        method: method.to_owned(),
                        ..Request::post(&format!("{prefix}{path}"), BODY.as_bytes())
                    };
                    let (page, never) = (ken.fetch(&ask(&path)), ken.fetch(&ask("/nowhere")));
                    assert_eq!(page.status, 404, "{method} {path}");
                    assert_eq!(whole(&page), whole(&never), "{method} {path} on {}", model.name);
                    let (page, never) = (
                        program.phone(model).fetch(&ask(&path)),
                        program.phone(model).fetch(&ask("/nowhere")),
                    );
                    assert_eq!(page.status, never.status, "{method} {path} for a guest");
                    assert_eq!(page.body.len(), never.body.len(), "{method} {path} for a guest");
                }
            }
        }
        let left = ["counters", "sessions", "security_events"];
        let changed = changes(&before, &dump(&program.database_url()), &left);
        assert!(changed.is_empty(), "{changed:#?}");
    }
}

#[test]
fn attack_89_guessing_at_the_desk_is_stopped_and_half_a_key_opens_nothing() {
    for program in empty(&[("ENISHI_OPERATOR__PER_CLIENT", "{ seconds = 3600, most = 5 }")]) {
        let mut aoi = at_desk(&program, "aoi");
        let recovery = crate::desk::recovery_codes(&mut aoi.browser);
        let mut thief = program.phone(IPHONE);
        for code in ["", "000000", "123456"] {
            assert_eq!(sign_in(&mut thief, "aoi", PASSWORD, code).status, 422, "a password alone");
        }
        assert_eq!(sign_in(&mut thief, "aoi", "not the password", &aoi.app.code()).status, 422);
        let wrong = sign_in(&mut thief, "aoi", PASSWORD, "999999").text();
        let nobody = sign_in(&mut thief, "aoi", PASSWORD, &recovery[0]);
        assert_eq!(nobody.status, 429, "the sixth try within the time, though all of it is right");
        assert!(!nobody.header("retry-after").is_empty() && !wrong.contains("復旧コードが"));
        assert_eq!(place_of(&aoi.browser.get("/operator")), "/operator", "who is in stays in");
        let flags = thief.fetch(&Request::get("/operator/login"));
        let set = flags.headers.iter().find(|(name, _)| name == "set-cookie");
        assert!(set.is_none_or(|(_, value)| value.contains("SameSite=Strict") && value.contains("HttpOnly")));
    }
}
