//! Phones that ring, against a push service that stands in on this machine.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use data_encoding::BASE64URL_NOPAD;
use enishi_testkit::dump::dump;
use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Page, Phone, Request};
use jiff::tz::TimeZone;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

use crate::program::{demos_with, member_named, place_of, write_entry};

/// A push service: takes what comes and answers as it is told.
struct StandIn {
    address: SocketAddr,
    hosts: String,
    status: Arc<AtomicU16>,
    heard: Arc<Mutex<Vec<String>>>,
}

impl StandIn {
    fn start() -> StandIn {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (status, heard) = (Arc::new(AtomicU16::new(201)), Arc::new(Mutex::new(Vec::new())));
        let (answers, all) = (Arc::clone(&status), Arc::clone(&heard));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                stream.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
                let (mut message, mut bytes) = (Vec::new(), [0; 4096]);
                // Until it is silent: what came behind the head would be a body.
                while let Ok(read @ 1..) = stream.read(&mut bytes) {
                    message.extend_from_slice(&bytes[..read]);
                }
                all.lock().unwrap().push(String::from_utf8(message).unwrap());
                let status = answers.load(Ordering::SeqCst);
                let answer = format!("HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        StandIn { address, hosts: format!("[\"http://{address}\"]"), status, heard }
    }

    fn answer(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// Waits until so many messages have come.
    fn wait_for(&self, count: usize) -> Vec<String> {
        let until = Instant::now() + Duration::from_secs(30);
        while self.heard().len() < count {
            assert!(Instant::now() < until, "{count} messages were to come: {:?}", self.heard());
            std::thread::sleep(Duration::from_millis(50));
        }
        self.heard()
    }

    /// Time enough for a message that must not come.
    fn wait_for_no_more_than(&self, count: usize) {
        std::thread::sleep(Duration::from_secs(4));
        assert_eq!(self.heard().len(), count, "{:?}", self.heard());
    }

    /// This push service and no other; by day, and each time at once.
    fn settings<'a>(&'a self, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let usual = [
            ("ENISHI_PUSH__CONTACT", CONTACT),
            ("ENISHI_PUSH__HOSTS", self.hosts.as_str()),
            ("ENISHI_PUSH__LOOK_SECONDS", "1"),
            ("ENISHI_PUSH__AFTER_SECONDS", "0"),
            ("ENISHI_PUSH__APART_SECONDS", "0"),
            ("ENISHI_NOTICES__QUIET_FROM", "0"),
            ("ENISHI_NOTICES__QUIET_UNTIL", "0"),
        ];
        usual.iter().chain(more).copied().collect()
    }

    fn endpoint(&self, name: &str) -> String {
        format!("http://{}/push/{name}", self.address)
    }
}

const CONTACT: &str = "mailto:operator@example.jp";
const PHONES: &str = "/me/notices/phones";

fn switch_on(phone: &mut Phone, endpoint: &str) -> Page {
    let form = phone.get("/me/notices").form(PHONES).fill("endpoint", endpoint);
    phone.submit(&form)
}

/// A good form of the page, sent elsewhere.
fn sent_to(phone: &mut Phone, path: &str) -> Page {
    let form = phone.get("/me/notices").form("/me/notices");
    let request = Request { path: path.to_owned(), ..form.request() };
    phone.fetch(&request)
}

fn comment(phone: &mut Phone, entry: &str) {
    let to = format!("{entry}/comments");
    let form = phone.get(entry).form(&to).fill("body", "見ました");
    assert_eq!(phone.submit(&form).status, 200);
}

fn off_buttons(page: &Page) -> usize {
    page.text().matches("知らせるのをやめる").count()
}

fn header<'a>(message: &'a str, name: &str) -> &'a str {
    let lines = message.lines().filter_map(|line| line.split_once(": "));
    lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next().unwrap_or("")
}

/// The claims of a token, once its signature is found to be that of `key`.
fn verified(authorization: &str, key: &str) -> serde_json::Value {
    let (token, sent) = authorization.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    assert_eq!(sent, key, "the key that the phone was given");
    let decode = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
    let (said, signature) = token.rsplit_once('.').unwrap();
    let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, decode(key));
    key.verify(said.as_bytes(), &decode(signature)).unwrap();
    serde_json::from_slice(&decode(said.split_once('.').unwrap().1)).unwrap()
}

fn key_on(page: &Page) -> String {
    let text = page.text();
    let at = text.find("data-bell=\"").expect("the button's form") + "data-bell=\"".len();
    text[at..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_message_is_signed_and_says_nothing_and_a_phone_that_is_gone_is_forgotten() {
    let service = StandIn::start();
    let mut before = 0;
    for program in demos_with(&service.settings(&[])) {
        service.answer(201);
        let mut hanako = program.phone_of("hanako", IPHONE);
        let key = key_on(&hanako.get("/me/notices"));
        let page = switch_on(&mut hanako, &service.endpoint("hanako-secret"));
        assert_eq!((page.status, place_of(&page).as_str()), (200, "/me/notices"), "{}", page.text());
        assert!(page.text().contains("このスマホにお知らせします") && off_buttons(&page) == 1);
        assert!(!page.text().contains("data-bell="), "it is on: nothing to press");
        let entry = write_entry(&mut hanako, "秘密の題", "秘密の本文。", "friends");
        let mut ken = program.phone_of("ken", KAIOS);
        comment(&mut ken, &entry);
        let message = service.wait_for(before + 1).pop().unwrap();
        let (head, body) = message.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("POST /push/hanako-secret HTTP/1.1"), "{head}");
        assert_eq!((body, header(head, "content-length")), ("", "0"));
        assert_eq!((header(head, "ttl"), header(head, "topic")), ("86400", "enishi"));
        for personal in ["content-type", "cookie", "user-agent", "referer"] {
            assert_eq!(header(head, personal), "", "{head}");
        }
        let claims = verified(header(head, "authorization"), &key);
        assert_eq!(claims["aud"], format!("http://{}", service.address));
        assert_eq!(claims["sub"], CONTACT);
        let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
        assert!((now + 3600..now + 86_400).contains(&claims["exp"].as_u64().unwrap()), "{claims}");
        // The push service says it knows no such phone.
        service.answer(410);
        hanako.get(&entry);
        comment(&mut ken, &entry);
        service.wait_for(before + 2);
        std::thread::sleep(Duration::from_secs(1));
        assert_eq!(off_buttons(&hanako.get("/me/notices")), 0, "the phone is forgotten");
        comment(&mut ken, &entry);
        service.wait_for_no_more_than(before + 2);
        before += 2;
        let in_hex: String = "hanako-secret".bytes().map(|byte| format!("{byte:02x}")).collect();
        switch_on(&mut hanako, &service.endpoint("hanako-secret"));
        let kept = format!("{:?}", dump(&program.database_url())).to_ascii_lowercase();
        assert!(!kept.contains("hanako-secret") && !kept.contains(&in_hex), "kept in the clear");
        assert!(!program.log().contains("hanako-secret"), "{}", program.log());
    }
}

#[test]
fn nobody_blocked_rings_a_phone() {
    let service = StandIn::start();
    let settings = service.settings(&[("ENISHI_PUSH__AFTER_SECONDS", "5")]);
    for (before, program) in demos_with(&settings).enumerate() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "夜の電車", "静か。", "members");
        let page_of_ken = member_named(&mut hanako, "ケン坊");
        let form = hanako.get(&format!("{page_of_ken}/block")).form(&format!("{page_of_ken}/block"));
        assert_eq!(switch_on(&mut hanako, &service.endpoint("blocked")).status, 200);
        // Stirred, and before it would ring there is nobody whose comment it could be.
        comment(&mut program.phone_of("ken", IPHONE), &entry);
        assert_eq!(hanako.submit(&form).status, 200);
        std::thread::sleep(Duration::from_secs(5));
        service.wait_for_no_more_than(before);
        comment(&mut program.phone_of("yuki", IPHONE), &entry);
        service.wait_for(before + 1);
    }
}

/// A push service that takes what comes and never answers.
fn silent_service() -> (SocketAddr, Arc<AtomicU16>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, asked) = (listener.local_addr().unwrap(), Arc::new(AtomicU16::new(0)));
    let count = Arc::clone(&asked);
    std::thread::spawn(move || {
        let held: Vec<_> =
            listener.incoming().inspect(|_| _ = count.fetch_add(1, Ordering::SeqCst)).collect();
        drop(held);
    });
    (address, asked)
}

#[test]
fn a_push_service_that_does_not_answer_holds_up_no_other() {
    let (service, (silent, asked)) = (StandIn::start(), silent_service());
    let hosts = format!("[\"http://{silent}\", \"http://{}\"]", service.address);
    let settings =
        service.settings(&[("ENISHI_PUSH__HOSTS", hosts.as_str()), ("ENISHI_PUSH__TOTAL_SECONDS", "30")]);
    for (before, program) in demos_with(&settings).enumerate() {
        let [mut hanako, mut yuki] = ["hanako", "yuki"].map(|who| program.phone_of(who, IPHONE));
        let mut ken = program.phone_of("ken", IPHONE);
        assert_eq!(switch_on(&mut hanako, &format!("http://{silent}/push/hanako")).status, 200);
        assert_eq!(switch_on(&mut yuki, &service.endpoint("yuki")).status, 200);
        let entry = write_entry(&mut hanako, "夜の電車", "静か。", "members");
        comment(&mut ken, &entry);
        let until = Instant::now() + Duration::from_secs(20);
        while usize::from(asked.load(Ordering::SeqCst)) <= before {
            assert!(Instant::now() < until, "the silent one was to be asked");
            std::thread::sleep(Duration::from_millis(50));
        }
        // It is still waited for, and for half a minute.
        let since = Instant::now();
        let entry = write_entry(&mut yuki, "雪の朝", "静か。", "members");
        comment(&mut ken, &entry);
        service.wait_for(before + 1);
        assert!(since.elapsed() < Duration::from_secs(15), "{:?}", since.elapsed());
    }
}

#[test]
fn no_phone_rings_at_night() {
    let service = StandIn::start();
    let hour = jiff::Timestamp::now().to_zoned(TimeZone::get("Asia/Tokyo").unwrap()).hour();
    let (from, until) = (hour.to_string(), ((hour + 2) % 24).to_string());
    let night =
        [("ENISHI_NOTICES__QUIET_FROM", from.as_str()), ("ENISHI_NOTICES__QUIET_UNTIL", until.as_str())];
    for program in demos_with(&service.settings(&night)) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        assert_eq!(switch_on(&mut hanako, &service.endpoint("night")).status, 200);
        let entry = write_entry(&mut hanako, "夜の電車", "静か。", "members");
        comment(&mut program.phone_of("ken", IPHONE), &entry);
        service.wait_for_no_more_than(0);
    }
}

#[test]
fn a_phone_is_named_by_its_owner_alone_and_at_known_push_services_alone() {
    let service = StandIn::start();
    for program in demos_with(&service.settings(&[])) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let elsewhere = [
            "",
            "http://127.0.0.1:1/push/x",
            "http://169.254.169.254/latest/meta-data",
            "https://push.example/x",
            "https://fcm.googleapis.com/x",
            "file:///etc/passwd",
        ];
        for endpoint in elsewhere {
            let page = switch_on(&mut hanako, endpoint);
            assert_eq!(page.status, 422, "{endpoint}");
            assert!(page.text().contains("対応していない") && off_buttons(&page) == 0, "{}", page.text());
        }
        // A form of another site has no token.
        let forged =
            format!("endpoint={}", service.endpoint("forged").replace('/', "%2F").replace(':', "%3A"));
        hanako.fetch(&Request::post(PHONES, forged.as_bytes()));
        assert_eq!(off_buttons(&hanako.get("/me/notices")), 0);
        assert_eq!(switch_on(&mut hanako, &service.endpoint("one")).status, 200);
        // A keypad phone has no button of that kind; it shows the phones and switches them off.
        let mut keypad = program.phone_of("hanako", FOMA);
        let page = keypad.get("/me/notices");
        assert!(!page.text().contains("data-bell=") && page.text().contains("iPhone"), "{}", page.text());
        let off = page.forms().into_iter().find(|form| form.place().starts_with(PHONES)).unwrap();
        let mut ken = program.phone_of("ken", IPHONE);
        assert_eq!(sent_to(&mut ken, off.place()).status, 404, "another's phone is nobody's");
        assert_eq!(keypad.submit(&off).status, 200);
        assert_eq!(off_buttons(&hanako.get("/me/notices")), 0);
        // It goes with its session.
        switch_on(&mut hanako, &service.endpoint("two"));
        assert_eq!(off_buttons(&keypad.get("/me/notices")), 1);
        let form = hanako.get("/me/settings").form("/logout");
        hanako.submit(&form);
        assert_eq!(off_buttons(&keypad.get("/me/notices")), 0, "logged out is out");
    }
}

#[test]
fn the_page_offers_it_and_a_sentence_stands_where_it_cannot_be() {
    let service = StandIn::start();
    for program in demos_with(&service.settings(&[])) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let page = hanako.get("/me/notices");
        let policy = page.header("content-security-policy");
        assert!(policy.contains("worker-src 'self'") && !policy.contains("connect-src"), "{policy}");
        assert!(
            page.text().contains("メールでのお知らせは使えます"),
            "the sentence that stands without script"
        );
        for (language, words) in [("ja", "新しいお知らせがあります"), ("en", "Something new for you")]
        {
            let worker = program.phone(IPHONE).get(&format!("/assets/bell-{language}.js"));
            assert_eq!(worker.status, 200);
            assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
            assert_eq!(worker.header("cache-control"), "no-cache");
            assert_eq!(worker.header("service-worker-allowed"), "/");
            let policy = worker.header("content-security-policy");
            assert!(policy.contains("default-src 'none'") && !policy.contains("sandbox"), "{policy}");
            let script = String::from_utf8(worker.body.clone()).unwrap();
            assert!(script.contains(words) && script.contains("/notifications"), "{script}");
            assert!(!script.contains("http") && !script.contains("fetch("), "it asks nobody: {script}");
        }
        assert_eq!(program.phone(IPHONE).get("/assets/bell-xx.js").status, 404);
    }
}

#[test]
fn an_operator_switches_it_off() {
    for program in demos_with(&[("ENISHI_PUSH__ENABLED", "false")]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let page = hanako.get("/me/notices");
        assert!(!page.text().contains("スマホ"), "{}", page.text());
        let form = page.form("/me/notices");
        assert_eq!(form.value("own"), "letter", "letters are as far as anything goes");
        assert_eq!(sent_to(&mut hanako, PHONES).status, 404);
    }
}
