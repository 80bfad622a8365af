//! The provider of text messages: forged and repeated reports, lost answers, and its bad days. Rows 15 to 17, drills
//! 8 to 10.

use std::time::{Duration, Instant};

use enishi_sms::standin::{ACCOUNT_SID, AUTH_TOKEN, Callback, FROM, Script, StandIn};
use enishi_testkit::dump::dump;
use enishi_testkit::phone::{IPHONE, Page, Phone, Request};
use tokio::runtime::Runtime;

use super::at_once;
use crate::program::{Program, empty, place_of};

/// A program on every database, with a stand-in for the provider that answers as Twilio does.
struct Stage {
    runtime: Runtime,
    standin: StandIn,
    settings: Vec<(String, String)>,
}

const PUBLIC: &str = "http://sns.example.jp";

impl Stage {
    fn play(settings: &[(&str, &str)], story: impl Fn(&Stage, &mut Program)) {
        let runtime = Runtime::new().unwrap();
        let standin = runtime.block_on(StandIn::start());
        let url = standin.url();
        let mut all = vec![
            ("ENISHI_SERVER__PUBLIC_URL", PUBLIC),
            ("ENISHI_SMS__PROVIDER", "twilio"),
            ("ENISHI_SMS__TWILIO_ACCOUNT_SID", ACCOUNT_SID),
            ("ENISHI_SMS__TWILIO_AUTH_TOKEN", AUTH_TOKEN),
            ("ENISHI_SMS__TWILIO_FROM", FROM),
            ("ENISHI_SMS__TWILIO_BASE_URL", url.as_str()),
            ("ENISHI_SMS__CONNECT_SECONDS", "5"),
            ("ENISHI_SMS__TOTAL_SECONDS", "5"),
        ];
        all.extend_from_slice(settings);
        let settings = all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let stage = Stage { runtime, standin, settings };
        for mut program in empty(&all) {
            stage.standin.answer_with(Script::created("queued"));
            story(&stage, &mut program);
        }
    }

    /// Serves again after the power was cut.
    fn start_again(&self, program: &mut Program) {
        let settings: Vec<_> =
            self.settings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        program.start_again(&settings);
    }

    /// The texts the provider was asked for to one number, once there is one or it is plain that none comes.
    fn texts_to(&self, number: &str) -> Vec<String> {
        let to = format!("+81{}", &number[1..]);
        let found = || -> Vec<String> {
            let asked = self.standin.requests().into_iter().filter(|asked| asked.to() == to);
            asked.map(|asked| asked.body().to_owned()).collect()
        };
        let until = Instant::now() + Duration::from_secs(5);
        while found().is_empty() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(50));
        }
        // Long enough for a second one, were there to be one.
        std::thread::sleep(Duration::from_millis(700));
        found()
    }

    /// Asks for a code, and waits until the provider was asked for the message.
    fn ask(&self, program: &Program, number: &str) -> (Page, usize) {
        let before = self.standin.requests().len();
        let page = ask(program, number);
        let asked = self.runtime.block_on(self.standin.wait_for(before + 1, Duration::from_secs(60)));
        (page, asked.len() - 1)
    }

    /// The report about the message of this request, once its answer was sent.
    fn report(&self, program: &Program, request: usize, status: &str) -> Callback {
        let until = Instant::now() + Duration::from_secs(60);
        let wait = || {
            assert!(Instant::now() < until, "the message's row is not settled");
            std::thread::sleep(Duration::from_millis(20));
        };
        // The message's row is settled a moment after the answer, and that is given a moment after it was asked for.
        let sid = loop {
            match self.standin.sid_of(request) {
                Some(sid) => break sid,
                None => wait(),
            }
        };
        while !dump(&program.database_url())["text_messages"].iter().any(|row| row.contains(&sid)) {
            wait();
        }
        Callback::about(&self.standin.requests()[request], &sid, status)
    }

    /// How many there are, once one that was never answered has been given up and would have been sent again.
    fn requests(&self) -> usize {
        std::thread::sleep(Duration::from_millis(6500));
        self.standin.requests().len()
    }
}

fn ask(program: &Program, number: &str) -> Page {
    let mut phone = program.phone(IPHONE);
    let form = phone.get("/signup").form("/signup").fill("phone", number);
    phone.submit(&form)
}

fn post(program: &Program, callback: &Callback) -> u16 {
    let request = Request::post(&callback.path(), callback.body().as_bytes());
    program.phone(IPHONE).fetch(&request.with("X-Twilio-Signature", &callback.signature)).status
}

/// What is kept of messages, without the rest of the database.
fn kept(program: &Program) -> Vec<String> {
    dump(&program.database_url()).remove("text_messages").unwrap()
}

#[test]
fn attack_15_forged_reports() {
    Stage::play(&[], |stage, program| {
        let (_, request) = stage.ask(program, "090-6060-0015");
        let good = stage.report(program, request, "delivered");
        assert!(good.url.starts_with("http://sns.example.jp/sms/status/"), "{}", good.url);
        let before = kept(program);
        let mut forged = vec![
            Callback { signature: String::new(), ..good.clone() },
            Callback { signature: "AAAAAAAAAAAAAAAAAAAAAAAAAAA=".to_owned(), ..good.clone() },
            Callback { url: good.url.replace("http:", "https:"), ..good.clone() }.signed(),
            Callback { url: good.url.replace(".jp/", ".jp:8443/"), ..good.clone() }.signed(),
            Callback { url: format!("{}?x=1", good.url), ..good.clone() }.signed(),
        ];
        // For the last three the signature is for another address than the one that is asked.
        for spoiled in &mut forged[2..] {
            spoiled.url.clone_from(&good.url);
        }
        let mut changed = good.clone();
        changed.form[2].1 = "failed".to_owned();
        let mut added = good.clone();
        added.form.push(("ErrorCode".to_owned(), "30003".to_owned()));
        let mut doubled = good.clone();
        doubled.form.push(doubled.form[2].clone());
        let mut swapped = good.clone();
        let (first, second) = (swapped.form[0].1.clone(), swapped.form[3].1.clone());
        (swapped.form[0].1, swapped.form[3].1) = (second, first);
        let account = Callback {
            form: good.form.iter().filter(|(name, _)| name != "AccountSid").cloned().collect(),
            ..good.clone()
        };
        forged.extend([changed, added, doubled.clone(), doubled.signed(), swapped, account.signed()]);
        let mut huge = good.clone();
        huge.form.push(("Body".to_owned(), "x".repeat(10_000_000)));
        forged.push(huge.signed());
        for (nth, spoiled) in forged.iter().enumerate() {
            assert_eq!(post(program, spoiled), 403, "forgery {nth}");
        }
        assert_eq!(kept(program), before);
        assert_eq!(post(program, &good), 204, "the genuine one, for the public address");
        assert_ne!(kept(program), before);
    });
}

#[test]
fn attack_16_repeated_and_late_reports() {
    Stage::play(&[], |stage, program| {
        let (_, request) = stage.ask(program, "090-6060-0016");
        let delivered = stage.report(program, request, "delivered");
        assert_eq!(post(program, &delivered), 204);
        let once = dump(&program.database_url());
        let answers = at_once(10, |_| (0..10).map(|_| post(program, &delivered)).collect::<Vec<_>>());
        assert!(answers.concat().iter().all(|status| *status == 204));
        for late in ["failed", "sent", "undelivered"] {
            assert_eq!(post(program, &stage.report(program, request, late).with("ErrorCode", "30003")), 204);
        }
        let after = dump(&program.database_url());
        assert_eq!((&after["text_messages"], &after["signups"]), (&once["text_messages"], &once["signups"]));
    });
}

#[test]
fn attack_17_a_lost_answer_sends_nothing_twice() {
    Stage::play(&[], |stage, program| {
        for (nth, script) in [Script::DropBeforeAnswer, Script::Hang].into_iter().enumerate() {
            stage.standin.answer_with(script);
            let (page, request) = stage.ask(program, &format!("0906060{nth}017"));
            assert!(page.text().contains("1分ほど"), "{}", page.text());
            assert_eq!(stage.requests(), request + 1, "a second message for one flow");
            let kept = dump(&program.database_url());
            assert!(!kept["counters"].is_empty(), "it was counted");
        }
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", "090-6161-0017");
        let page = phone.submit(&form);
        assert_eq!(phone.submit(&page.form("/signup/code/resend")).status, 429, "the wait holds");
    });
}

/// Asks on a thread of its own, and cuts the power so many milliseconds later.
fn ask_and_cut(program: &mut Program, phone: &Phone, number: &str, after: u64) {
    let mut asking = phone.clone();
    let form = asking.get("/signup").form("/signup").fill("phone", number);
    // The phone gives up when nobody answers any more.
    let asked = std::thread::spawn(move || asking.submit(&form).status);
    std::thread::sleep(Duration::from_millis(after));
    program.cut();
    let _ = asked.join();
}

#[test]
fn drill_03_the_power_is_cut_while_somebody_signs_up() {
    Stage::play(&[], |stage, program| {
        // One provider hears of both databases' programs.
        let of_engine = if program.engine == "sqlite" { 1 } else { 2 };
        let first = format!("0906060{of_engine}303");
        // The provider has the message and has not answered yet.
        stage.standin.answer_with(Script::Hang);
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", &first);
        let page = phone.submit(&form);
        assert_eq!(stage.texts_to(&first).len(), 1);
        program.cut();
        stage.standin.answer_with(Script::created("queued"));
        stage.start_again(program);
        let again = phone.submit(&page.form("/signup/code/resend"));
        assert_eq!(again.status, 429, "the waits were forgotten: {}", again.text());
        let texts = stage.texts_to(&first);
        assert_eq!(texts.len(), 1, "sent once more by itself");
        let page = phone.submit(&page.form("/signup/code").fill("code", code_in(&texts[0])));
        assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());

        // At any moment between the count, the message and the answer.
        for nth in 1..=8 {
            let number = format!("0906{nth}60{of_engine}303");
            let mut phone = program.phone(IPHONE);
            phone.get("/signup");
            ask_and_cut(program, &phone, &number, 3 * nth);
            stage.start_again(program);
            let form = phone.get("/signup").form("/signup").fill("phone", &number);
            let again = phone.submit(&form);
            assert!(matches!(again.status, 200 | 429), "{}", again.text());
            let texts = stage.texts_to(&number);
            assert!(texts.len() <= 1, "{} texts where the page promised one", texts.len());
            let page = phone.get("/signup/code");
            match texts.first() {
                Some(text) => {
                    let page = phone.submit(&page.form("/signup/code").fill("code", code_in(text)));
                    assert_eq!(place_of(&page), "/signup/profile", "after {} ms: {}", 3 * nth, page.text());
                }
                // It was claimed and never left: another may be asked for, after the wait.
                None => assert_eq!(again.status, 429, "counted, and nothing on its way: {}", again.text()),
            }
        }
    });
}

fn code_in(body: &str) -> &str {
    body.rsplit('#').next().unwrap().trim()
}

#[test]
fn drill_08_provider_down() {
    Stage::play(&[("ENISHI_SMS__FAILURES", "1"), ("ENISHI_SMS__PROBE_SECONDS", "1")], |stage, program| {
        stage.standin.answer_with(Script::twilio_error(503, 20503, "Service unavailable"));
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", "090-6060-0008");
        let before = stage.standin.requests().len();
        phone.submit(&form);
        stage.runtime.block_on(stage.standin.wait_for(before + 1, Duration::from_secs(60)));
        let until = Instant::now() + Duration::from_secs(60);
        let mut page = phone.get("/signup/code");
        while !page.text().contains("遅れています") {
            assert!(Instant::now() < until, "{}", page.text());
            std::thread::sleep(Duration::from_millis(100));
            page = phone.get("/signup/code");
        }
        assert_eq!(program.phone(IPHONE).get("/login").status, 200);
        stage.standin.answer_with(Script::created("queued"));
        let until = Instant::now() + Duration::from_secs(60);
        let code = loop {
            let requests = stage.standin.requests();
            let last = requests.last().unwrap().body().rsplit('#').next().unwrap().trim().to_owned();
            let page = phone.get("/signup/code");
            if !page.text().contains("遅れています") {
                break last;
            }
            assert!(Instant::now() < until, "the provider is back, and messages are not");
            std::thread::sleep(Duration::from_millis(200));
        };
        let page = phone.submit(&page.form("/signup/code").fill("code", &code));
        assert_eq!(place_of(&page), "/signup/profile", "the sign-up was lost: {}", page.text());
    });
}

#[test]
fn drill_09_provider_slow_busy_and_lying() {
    Stage::play(&[("ENISHI_SMS__FAILURES", "100")], |stage, program| {
        let lying = [
            Script::html(500),
            Script::html(200),
            Script::redirect(302, "http://127.0.0.1:9/"),
            Script::Hang,
        ];
        for (nth, script) in lying.into_iter().enumerate() {
            stage.standin.answer_with(script);
            let (page, request) = stage.ask(program, &format!("0906{nth}600009"));
            assert_eq!(place_of(&page), "/signup/code");
            assert_eq!(stage.requests(), request + 1, "script {nth}");
        }
        stage.standin.answer_in_turn([Script::busy(6), Script::created("queued")]);
        let asked_at = Instant::now();
        let (_, request) = stage.ask(program, "090-6960-0009");
        stage.runtime.block_on(stage.standin.wait_for(request + 2, Duration::from_secs(60)));
        assert!(asked_at.elapsed() >= Duration::from_secs(6), "the wait was not kept");
        assert_eq!(stage.requests(), request + 2);
    });
}

#[test]
fn drill_10_reports_that_never_come_and_reports_that_flood() {
    Stage::play(&[], |stage, program| {
        let mut phone = program.phone(IPHONE);
        let before = stage.standin.requests().len();
        let form = phone.get("/signup").form("/signup").fill("phone", "090-6060-0010");
        let page = phone.submit(&form);
        let requests = stage.runtime.block_on(stage.standin.wait_for(before + 1, Duration::from_secs(60)));
        let code = requests[before].body().rsplit('#').next().unwrap().trim().to_owned();
        let report = stage.report(program, before, "sent");
        let forged = Callback { signature: String::new(), ..report.clone() };
        let answers = at_once(8, |which| {
            let callback = if which % 2 == 0 { &report } else { &forged };
            (0..125).map(|_| post(program, callback)).collect::<Vec<_>>()
        });
        assert!(answers.concat().iter().all(|status| matches!(status, 204 | 403 | 503)));
        let page = phone.submit(&page.form("/signup/code").fill("code", &code));
        assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());
    });
}

#[test]
fn drill_10_operators_read_the_providers_own_reason_and_no_number() {
    Stage::play(&[], |stage, program| {
        let mut aoi = crate::desk::at_desk(program, "aoi");
        stage.standin.answer_with(Script::twilio_error(400, 21614, "'To' is no mobile number"));
        stage.ask(program, "090-6060-0031");
        let page = shows(&mut aoi.browser, "21614");
        assert!(page.contains("is no mobile number") && page.contains("末尾31"), "{page}");
        stage.standin.answer_with(Script::created("queued"));
        let (_, request) = stage.ask(program, "090-6060-0032");
        let report = stage.report(program, request, "undelivered").with("ErrorCode", "30003").signed();
        assert_eq!(post(program, &report), 204);
        let page = shows(&mut aoi.browser, "30003");
        assert!(page.contains("Unreachable destination handset"), "{page}");
        assert!(page.contains("電話に届かなかった") && page.contains("送信サービスが断った"), "{page}");
        assert!(!page.contains("60600031") && !page.contains("60600032"), "{page}");
    });
}

/// The desk's page once it tells of this: what became of a message is written down a moment later.
fn shows(browser: &mut Phone, said: &str) -> String {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let page = browser.get("/operator/sms").text();
        if page.contains(said) {
            return page;
        }
        assert!(Instant::now() < until, "no {said}: {page}");
        std::thread::sleep(Duration::from_millis(100));
    }
}
