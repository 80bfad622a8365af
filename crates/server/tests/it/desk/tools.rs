//! An operator as a test is one: made at the console, with an authenticator app of a few lines.

use std::process::{Command, Output};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use data_encoding::BASE32_NOPAD;
use enishi_testkit::phone::{IPHONE, Page, Phone};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use crate::program::Program;

/// The password of every operator of a test.
pub const PASSWORD: &str = "a desk by the window";

/// `enishi operator …` on the machine of a running program.
pub fn operator(program: &Program, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_enishi"))
        .arg("operator")
        .args(words)
        .env("ENISHI_SERVER__DATA_DIR", program.data_dir())
        .env("ENISHI_DATABASE__URL", program.database_url())
        .current_dir(program.data_dir().parent().unwrap())
        .output()
        .unwrap()
}

/// The path of the address that a command printed.
pub fn setup_path(printed: &Output) -> String {
    let text = String::from_utf8(printed.stdout.clone()).unwrap();
    let at = text.find("/operator/setup/").unwrap_or_else(|| panic!("no address in {text}"));
    text[at..].split_whitespace().next().unwrap().to_owned()
}

/// An authenticator app that knows one secret.
#[derive(Clone)]
pub struct App {
    secret: Vec<u8>,
    last_step: u64,
}

impl App {
    /// Types the letters that a page shows into the app.
    pub fn of(page: &Page) -> App {
        let text = page.text();
        let shown = text.split("class=\"secret-key\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
        let signs: String = shown.unwrap().chars().filter(|sign| !sign.is_whitespace()).collect();
        App { secret: BASE32_NOPAD.decode(signs.as_bytes()).unwrap(), last_step: 0 }
    }

    /// A code that was not shown before. The site takes those of the step before this one and of the one after as
    /// well, so that a test seldom waits; the one before is over when this step is, and a slow machine may take that
    /// long to send it.
    pub fn code(&mut self) -> String {
        let step = loop {
            let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
            let (now, left) = (seconds / 30, 30 - seconds % 30);
            let oldest = if left > 15 { now - 1 } else { now };
            let next = (self.last_step + 1).max(oldest);
            if next <= now + 1 {
                break next;
            }
            std::thread::sleep(Duration::from_millis(200));
        };
        self.last_step = step;
        self.code_of(step)
    }

    fn code_of(&self, step: u64) -> String {
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.secret).unwrap();
        mac.update(&step.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let at = usize::from(digest[19] & 15);
        let word = u32::from_be_bytes(digest[at..at + 4].try_into().unwrap()) & 0x7FFF_FFFF;
        format!("{:06}", word % 1_000_000)
    }
}

/// An operator who has set up and sits at the desk.
pub struct AtDesk {
    pub browser: Phone,
    pub app: App,
}

/// Makes an operator of this name and comes through the set-up.
pub fn at_desk(program: &Program, name: &str) -> AtDesk {
    let path = setup_path(&operator(program, &["create", name]));
    let mut browser = program.phone(IPHONE);
    let page = browser.get(&path);
    assert_eq!(page.status, 200, "{}", page.text());
    let mut app = App::of(&page);
    let form = page.form("/operator/setup").fill("password", PASSWORD).fill("code", &app.code());
    let codes = browser.submit(&form);
    assert_eq!(codes.path, "/operator/codes", "{}", codes.text());
    AtDesk { browser, app }
}

/// Signs in by the form.
pub fn sign_in(browser: &mut Phone, name: &str, password: &str, code: &str) -> Page {
    let form = browser.get("/operator/login").form("/operator/login");
    browser.submit(&form.fill("name", name).fill("password", password).fill("code", code))
}

/// The recovery codes that wait to be written down.
pub fn recovery_codes(browser: &mut Phone) -> Vec<String> {
    let text = browser.get("/operator/codes").text();
    let list = text.split("class=\"codes\"").nth(1).unwrap_or_default().split("<li>").skip(1);
    list.map(|item| item.split('<').next().unwrap().to_owned()).collect()
}
