//! Making the site send messages: rows 7 to 14.

use std::time::{Duration, Instant};

use enishi_testkit::dump::{dump, execute};
use enishi_testkit::phone::{IPHONE, Page, Phone};

use super::at_once;
use crate::program::{Program, empty, log_in, place_of};

const BEHIND_A_PROXY: (&str, &str) = ("ENISHI_SERVER__TRUSTED_PROXIES", r#"["127.0.0.1"]"#);

fn from(program: &Program, address: &str) -> Phone {
    program.phone(IPHONE).with_header("X-Forwarded-For", address)
}

fn ask(phone: &mut Phone, number: &str) -> Page {
    let form = phone.get("/signup").form("/signup").fill("phone", number);
    phone.submit(&form)
}

/// How many messages left, once no more come.
fn sent(program: &Program) -> usize {
    // The third column is where a message stands: 0 waits, 1 is on its way.
    let is_due = |row: &String| matches!(row.split(',').nth(2).map(str::trim), Some("0" | "1"));
    let until = Instant::now() + Duration::from_secs(120);
    while dump(&program.database_url())["text_messages"].iter().any(is_due) {
        assert!(Instant::now() < until, "messages wait and wait");
        std::thread::sleep(Duration::from_millis(100));
    }
    program.texts().len()
}

fn alerts(program: &Program, kind: &str) -> usize {
    let kept = dump(&program.database_url());
    kept["security_events"].iter().filter(|row| row.contains(kind)).count()
}

#[test]
fn attack_07_resend_hammer() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        let page = ask(&mut phone, "090-3030-0007");
        for _ in 0..20 {
            let refused = phone.submit(&page.form("/signup/code/resend"));
            assert_eq!(refused.status, 429);
            assert!((1..=60).contains(&refused.header("retry-after").parse::<i64>().unwrap()));
        }
        assert_eq!(sent(&program), 1);
        let mut crowd = program.phone(IPHONE);
        let form = crowd.get("/signup").form("/signup").fill("phone", "090-3031-0007");
        let statuses = at_once(50, |_| crowd.clone().submit(&form).status);
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
        assert_eq!(sent(&program), 2, "on {}", program.engine);
    }
}

/// Lets so many seconds go by for everything that was sent. Moments of single acts lie anywhere; windows, which begin
/// at full half hours, stay.
fn later_by(program: &Program, seconds: i64) {
    let moments = "window_start > 0 AND window_start % 1800000 <> 0";
    for older in [
        format!("UPDATE counters SET window_start = window_start - {seconds}000 WHERE {moments}"),
        format!("UPDATE signups SET sent_at = sent_at - {seconds}000"),
    ] {
        execute(&program.database_url(), &older);
    }
}

#[test]
fn attack_07_five_a_day_each_after_its_wait() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        let page = ask(&mut phone, "090-3032-0007");
        for nth in 2..=6 {
            assert_eq!(phone.submit(&page.form("/signup/code/resend")).status, 429, "{nth} too early");
            // Until the message before has left: a newer one would take its place.
            while program.texts().len() < nth - 1 {
                std::thread::sleep(Duration::from_millis(50));
            }
            later_by(&program, 601);
            let again = phone.submit(&page.form("/signup/code/resend"));
            assert_eq!(again.status, if nth == 6 { 429 } else { 200 }, "{nth}: {}", again.text());
        }
        assert_eq!(sent(&program), 5);
    }
}

#[test]
fn attack_08_a_number_has_one_name() {
    for program in empty(&[BEHIND_A_PROXY]) {
        let spellings = [
            "090-3030-0008",
            "09030300008",
            "+819030300008",
            "0081 90 3030 0008",
            "+81(0)90-3030-0008",
            "０９０３０３０００８",
            "０９０３０３００００８",
            "tel:+81-90-3030-0008",
            "09030300008;ext=1",
            "09030300008\0",
            "090303000081",
            "090 3030 0008 #1",
        ];
        for (nth, spelling) in spellings.iter().enumerate() {
            let page = ask(&mut from(&program, &format!("198.51.100.{nth}")), spelling);
            assert!(matches!(page.status, 200 | 422), "{spelling}: {}", page.status);
        }
        assert_eq!(sent(&program), 1, "{:?}", program.texts());
        assert_eq!(program.texts()[0].0, "+819030300008");
    }
}

#[test]
fn attack_09_adjacent_numbers() {
    for program in empty(&[BEHIND_A_PROXY]) {
        for line in 0..200 {
            let page = ask(&mut from(&program, &format!("198.51.{line}.9")), &format!("0903030{line:04}"));
            assert_eq!(place_of(&page), "/signup/code", "{line}");
        }
        assert_eq!(ask(&mut from(&program, "203.0.113.9"), "090-4040-0009").status, 200);
        assert_eq!(sent(&program), 6, "five for the prefix, one for another");
        assert_eq!(alerts(&program, "sms-prefix-full"), 1);
    }
}

#[test]
fn attack_10_forbidden_destinations() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        let numbers = [
            "+252 61 1234567",
            "+881 6 1234 5678",
            "+1 900 555 0123",
            "0120-123-456",
            "0570-012-345",
            "050-1234-5678",
            "03-1234-5678",
            "110",
            "184",
            "+44 7400 123456",
        ];
        let mut said = Vec::new();
        for number in numbers {
            let page = ask(&mut phone, number);
            assert_eq!(page.status, 422, "{number}");
            let faults = page.text().split("SMSを受け取れる").count() - 1;
            said.push(faults);
        }
        assert!(said.windows(2).all(|pair| pair[0] == pair[1] && pair[0] > 0), "one text for all: {said:?}");
        let kept = dump(&program.database_url());
        let spent = kept["counters"].iter().filter(|row| !row.contains("anonymous")).count();
        assert_eq!((kept["text_messages"].len(), kept["signups"].len()), (0, 0));
        assert!(spent <= 1, "a limit was spent on numbers that are not taken: {:?}", kept["counters"]);
    }
}

#[test]
fn attack_11_flood() {
    // 10,000 in a long run: ENISHI_TEST_FLOOD=10000.
    let requests: usize =
        std::env::var("ENISHI_TEST_FLOOD").ok().and_then(|figure| figure.parse().ok()).unwrap_or(240);
    let budget = (requests / 12).min(300);
    let site = format!("{{ seconds = 86400, most = {budget} }}");
    let settings = [
        BEHIND_A_PROXY,
        ("ENISHI_SIGNUP__SITE_BUDGET", site.as_str()),
        ("ENISHI_SIGNUP__QUESTION", "合言葉は"),
        ("ENISHI_SIGNUP__ANSWERS", r#"["えん"]"#),
        ("ENISHI_SIGNUP__WAITLIST_MOST", "5"),
    ];
    for program in empty(&settings) {
        let mut owner = from(&program, "192.0.2.200");
        let page = ask(&mut owner, "070-5050-0011");
        let code = program.text_to("+817050500011").rsplit('#').next().unwrap().trim().to_owned();
        let page = owner.submit(&page.form("/signup/code").fill("code", &code));
        let form = page.form("/signup/profile").fill("nickname", "はなこ").fill("password", "umi to yama 77");
        assert_eq!(place_of(&owner.submit(&form)), "/home");
        let statuses: Vec<Vec<u16>> = at_once(4, |thread| {
            let flood = |nth: usize| {
                let which = nth * 4 + thread;
                let mut phone = from(&program, &format!("10.{}.{}.1", which % 10, which / 10 % 100));
                let number =
                    format!("0{}0{:04}{:04}", 8 + which % 2, 1000 + which * 7 % 8999, which % 10_000);
                ask(&mut phone, &number).status
            };
            (0..requests / 4).map(flood).collect()
        });
        let statuses: Vec<u16> = statuses.concat();
        assert!(statuses.iter().all(|status| matches!(status, 200 | 422 | 429)), "{statuses:?}");
        assert!(statuses.contains(&422), "near the end nobody was asked for a word");
        let spent = sent(&program);
        eprintln!("{}: {requests} asked, {spent} texts of {budget} were sent", program.engine);
        assert!(spent <= budget, "{spent} of {budget}");
        assert_eq!(alerts(&program, "sms-budget-near"), 1);
        assert_eq!(
            place_of(&log_in(&mut from(&program, "192.0.2.1"), "070-5050-0011", "umi to yama 77")),
            "/home"
        );
        let mut friend = from(&program, "192.0.2.2");
        let form =
            friend.get("/signup").form("/signup").fill("phone", "080-6060-0011").fill("answer", "エン");
        assert_eq!(friend.submit(&form).status, 422, "another word was taken");
        let mut friend = from(&program, "192.0.2.3");
        let form =
            friend.get("/signup").form("/signup").fill("phone", "080-6060-0011").fill("answer", "えん");
        assert_eq!(friend.submit(&form).status, 200);
        program.text_to("+818060600011");
    }
}

#[test]
fn attack_12_a_client_cannot_choose_its_address() {
    let five = ("ENISHI_SIGNUP__PER_CLIENT", "[{ seconds = 1800, most = 5 }]");
    for program in empty(&[five]) {
        for nth in 0..8 {
            let mut phone = program.phone(IPHONE);
            for header in ["X-Forwarded-For", "Forwarded", "X-Real-IP", "CF-Connecting-IP"] {
                phone = phone.with_header(header, &format!("198.51.100.{nth}"));
            }
            let page = ask(&mut phone, &format!("0903{nth}300012"));
            assert_eq!(page.status, if nth < 5 { 200 } else { 429 }, "{nth}");
        }
    }
    for program in empty(&[five, BEHIND_A_PROXY]) {
        for nth in 0..8 {
            let mut phone = from(&program, &format!("2001:db8:1:2:{nth}::{nth}"));
            let page = ask(&mut phone, &format!("0903{nth}310012"));
            assert_eq!(page.status, if nth < 5 { 200 } else { 429 }, "{nth} of one network");
        }
        let page = ask(&mut from(&program, "2001:db8:1:3::1"), "090-3930-0012");
        assert_eq!(page.status, 200, "another network is another client");
    }
}

#[test]
fn attack_12_a_listed_carrier_is_many_people() {
    let five = ("ENISHI_SIGNUP__PER_CLIENT", "[{ seconds = 1800, most = 5 }]");
    let shared = ("ENISHI_SIGNUP__SHARED_NETWORKS", r#"["203.0.113.0/24"]"#);
    for program in empty(&[five, shared, BEHIND_A_PROXY]) {
        for nth in 0..8 {
            let page = ask(&mut from(&program, "203.0.113.7"), &format!("0903{nth}320012"));
            assert_eq!(page.status, 200, "{nth}");
        }
    }
}

#[test]
fn attack_13_bombing_a_victim() {
    for program in empty(&[BEHIND_A_PROXY, ("ENISHI_SIGNUP__RESEND_WAITS", "[0]")]) {
        for nth in 0..100 {
            let page = ask(&mut from(&program, &format!("198.51.100.{nth}")), "090-3030-0013");
            assert_eq!(place_of(&page), "/signup/code", "{nth}");
        }
        assert_eq!(sent(&program), 5);
        assert!(program.texts().iter().all(|(_, text)| text.contains("Enishi")), "the service is named");
    }
}

#[test]
fn attack_14_messages_nobody_reads() {
    let wide = ("ENISHI_SIGNUP__PER_PREFIX", "[{ seconds = 3600, most = 1000 }]");
    for program in empty(&[BEHIND_A_PROXY, wide]) {
        for line in 0..40 {
            ask(&mut from(&program, &format!("198.51.100.{line}")), &format!("0903030{line:04}"));
        }
        assert_eq!(sent(&program), 30);
        assert_eq!(alerts(&program, "sms-prefix-held"), 1);
        assert_eq!(ask(&mut from(&program, "203.0.113.1"), "090-3031-0014").status, 200);
        assert_eq!(sent(&program), 31, "other numbers are not touched");
    }
}
