//! Starting the program for a test.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{Model, Page, Phone};
use enishi_testkit::stores::{Ground, grounds};
use tempfile::TempDir;

use crate::loaded::{self, Loaded};

/// A running program; it ends with the value.
pub struct Program {
    pub address: SocketAddr,
    pub engine: &'static str,
    legacy: Option<SocketAddr>,
    child: Child,
    folder: TempDir,
    ground: Ground,
    /// What it is a copy of, kept for the next.
    _loaded: Option<Arc<Loaded>>,
}

/// The program with the demo cast in it, on one database at hand after the other: the next is started when the one
/// before has ended, so that none of them grows old, and shares the machine, while another is tried.
pub fn demos() -> impl Iterator<Item = Program> {
    demos_with(&[])
}

/// As [`demos`], with settings beside the usual ones. `("RUST_LOG", "trace")` makes it say everything it can.
pub fn demos_with(settings: &[(&str, &str)]) -> impl Iterator<Item = Program> {
    grounds().into_iter().map(move |ground| start("demo", ground, settings))
}

/// An empty program, with settings beside the usual ones.
pub fn empty(settings: &[(&str, &str)]) -> impl Iterator<Item = Program> {
    grounds().into_iter().map(move |ground| start("serve", ground, settings))
}

/// Limits count in windows that begin at full half hours, and so do days. A test that counts must not begin just
/// before one and end after it.
fn clear_of_the_half_hour() {
    const NEAR_SECONDS: u64 = 120;
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let left = 1800 - since.as_secs() % 1800;
    if left <= NEAR_SECONDS {
        std::thread::sleep(Duration::from_secs(left));
    }
}

fn start(command: &str, ground: Ground, settings: &[(&str, &str)]) -> Program {
    clear_of_the_half_hour();
    let folder = tempfile::tempdir().unwrap();
    let (ground, loaded) = match command {
        "demo" => loaded::copy_to(folder.path(), ground),
        _ => (ground, None),
    };
    let Launched { child, address, legacy } = launch(command, folder.path(), &ground, settings);
    Program { address, engine: ground.engine(), legacy, child, folder, ground, _loaded: loaded }
}

/// A process, and where it listens.
pub struct Launched {
    pub child: Child,
    pub address: SocketAddr,
    pub legacy: Option<SocketAddr>,
}

/// Starts a command of the program, and waits until it listens.
pub fn launch(command: &str, folder: &Path, ground: &Ground, settings: &[(&str, &str)]) -> Launched {
    let log = File::options().create(true).append(true).open(folder.join(LOG)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_enishi"))
        .arg(command)
        .current_dir(folder)
        .env("ENISHI_SERVER__LISTEN", "127.0.0.1:0")
        .env("ENISHI_SERVER__WORKERS", "2")
        .env("ENISHI_DATABASE__URL", ground.url())
        .env("ENISHI_PASSWORD__MEMORY_KIB", "8")
        .env("ENISHI_PASSWORD__PASSES", "1")
        .env("ENISHI_LOGIN__PER_CLIENT", "{ seconds = 300, most = 1000 }")
        .env("ENISHI_SIGNUP__PER_CLIENT", "[{ seconds = 300, most = 1000 }]")
        .env("ENISHI_OPERATOR__PER_CLIENT", "{ seconds = 300, most = 1000 }")
        // Tests press faster than people: the limits on writing are for the tests about them.
        .env("ENISHI_LIMITS__ANONYMOUS_PAGES", "{ seconds = 300, most = 1000000 }")
        .env("ENISHI_LIMITS__POSTS_PER_MEMBER", "[{ seconds = 60, most = 10000 }]")
        .env("ENISHI_LIMITS__POSTS_PER_CLIENT", "[{ seconds = 60, most = 10000 }]")
        .env("ENISHI_LIMITS__UPLOADS_PER_MEMBER", "[{ seconds = 60, most = 10000 }]")
        .env("ENISHI_LIMITS__UPLOADS_PER_CLIENT", "[{ seconds = 60, most = 10000 }]")
        .env("ENISHI_LIMITS__SEARCHES_PER_MEMBER", "[{ seconds = 60, most = 10000 }]")
        .env("ENISHI_LIMITS__SEARCHES_PER_CLIENT", "[{ seconds = 60, most = 10000 }]")
        .env("RUST_LOG", "warn")
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let address_in = |line: &str| -> SocketAddr {
        line.split("http://").nth(1).unwrap().split([' ', ',']).next().unwrap().parse().unwrap()
    };
    let mut plain = None;
    let address = loop {
        let line = said.next().unwrap().unwrap();
        if line.starts_with("listening on") {
            break address_in(&line);
        }
        plain = line.starts_with("handsets without TLS").then(|| address_in(&line)).or(plain);
    };
    let asked = settings.iter().any(|(name, _)| *name == "ENISHI_SERVER__LEGACY_LISTEN");
    let legacy = asked.then(|| plain.expect("the plain door is announced before the site's"));
    // Whatever else it says must not fill the pipe.
    std::thread::spawn(move || said.for_each(drop));
    Launched { child, address, legacy }
}

/// Where the program's standard error goes, beside its data folder.
const LOG: &str = "stderr.log";

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().rev().take(40).collect();
            let tail: Vec<&str> = lines.into_iter().rev().collect();
            eprintln!("--- what the program said last ({}) ---\n{}", self.engine, tail.join("\n"));
        }
    }
}

impl Program {
    /// Where the plain door is.
    pub fn legacy_address(&self) -> SocketAddr {
        self.legacy.expect("this program was started with a plain door")
    }

    /// A phone pointed at this program.
    pub fn phone(&self, model: Model) -> Phone {
        Phone::new(self.address, model)
    }

    /// A phone on which somebody of the cast has logged in.
    pub fn phone_of(&self, handle: &str, model: Model) -> Phone {
        let mut phone = self.phone(model);
        let home = log_in(&mut phone, number_of(handle), PASSWORD);
        assert_eq!(
            (home.status, place_of(&home).as_str()),
            (200, "/home"),
            "{handle} on {}: {}",
            model.name,
            home.text()
        );
        phone
    }

    /// Runs another command of the program on the same site, as an operator at the machine does.
    pub fn command(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_enishi"))
            .args(words)
            .env("ENISHI_SERVER__DATA_DIR", self.data_dir())
            .env("ENISHI_DATABASE__URL", self.database_url())
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// The newest text message to a number, waiting for it.
    pub fn text_to(&self, e164: &str) -> String {
        let until = Instant::now() + Duration::from_secs(60);
        while Instant::now() < until {
            let found = self.texts().into_iter().rev().find(|(to, _)| to == e164);
            if let Some((_, body)) = found {
                return body;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("no text message to {e164} arrived");
    }

    /// Every text message that left, in order: number and words.
    pub fn texts(&self) -> Vec<(String, String)> {
        let file = self.data_dir().join("outbox/sms.jsonl");
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let line = |line: &str| -> (String, String) {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            (value["to"].as_str().unwrap().to_owned(), value["body"].as_str().unwrap().to_owned())
        };
        whole_lines(&text).map(line).collect()
    }

    /// Everything the program has said on standard error so far.
    pub fn log(&self) -> String {
        let bytes = std::fs::read(self.folder.path().join(LOG)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Ends it as a power cut would, at once and with no word.
    pub fn cut(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Serves the same site again, at the same address.
    pub fn start_again(&mut self, settings: &[(&str, &str)]) {
        let listen = self.address.to_string();
        let settings = [&[("ENISHI_SERVER__LISTEN", listen.as_str())], settings].concat();
        let Launched { child, legacy, .. } = launch("serve", self.folder.path(), &self.ground, &settings);
        (self.child, self.legacy) = (child, legacy);
    }

    /// The process id, for signals and for what the system knows of it.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits until the program has ended by itself, and gives its exit code (`None`: a signal ended it).
    pub fn wait_for_end(&mut self, most: Duration) -> Option<i32> {
        let until = Instant::now() + most;
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the program still runs after {most:?}");
    }

    /// The URL of its database.
    pub fn database_url(&self) -> String {
        self.ground.url()
    }

    /// The files of a SQLite database: the main one, its log and its index.
    pub fn database_files(&self) -> Vec<PathBuf> {
        let url = self.ground.url();
        let Some(path) = url.strip_prefix("sqlite://") else { return Vec::new() };
        ["", "-wal", "-shm"]
            .iter()
            .map(|end| PathBuf::from(format!("{path}{end}")))
            .filter(|file| file.exists())
            .collect()
    }

    /// Where it keeps its data.
    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}

/// The lines of a file that somebody else still writes: the last one counts once it has its end.
pub fn whole_lines(text: &str) -> std::str::Lines<'_> {
    text.rsplit_once('\n').map_or("", |(whole, _)| whole).lines()
}

/// The number of one of the cast, as in the files.
pub fn number_of(handle: &str) -> &'static str {
    static PEOPLE: std::sync::OnceLock<Vec<(String, String)>> = std::sync::OnceLock::new();
    let people = PEOPLE.get_or_init(|| {
        let file: toml::Table = include_str!("../../../../fixtures/cast/people.toml").parse().unwrap();
        let word = |person: &toml::Value, key: &str| person[key].as_str().unwrap().to_owned();
        file["person"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (word(one, "handle"), word(one, "phone")))
            .collect()
    });
    &people.iter().find(|(known, _)| known == handle).unwrap().1
}

/// Logs in by the form a person would use.
pub fn log_in(phone: &mut Phone, number: &str, password: &str) -> Page {
    let form = phone.get("/login").form("/login").fill("login", number).fill("password", password);
    phone.submit(&form)
}

/// The path a page was fetched from, without token and query.
pub fn place_of(page: &Page) -> String {
    without_token(&page.path)
}

/// The first link of a page that begins so, without token and query.
pub fn link_to(page: &Page, begins: &str) -> Option<String> {
    page.links().map(|link| without_token(&link)).find(|link| link.starts_with(begins))
}

/// A link without token and query.
pub fn without_token(link: &str) -> String {
    let path = link.split(['?', '#']).next().unwrap().split("/_/").next().unwrap();
    match path.strip_prefix("/~") {
        Some(rest) => rest.find('/').map_or("/", |at| &rest[at..]).to_owned(),
        None => path.to_owned(),
    }
}

/// The id of one of the cast, looked up by name as anybody would.
pub fn member_named(phone: &mut Phone, nickname: &str) -> String {
    let form = phone.get("/search").form("/search").fill("q", nickname);
    let page = phone.submit(&form);
    link_to(&page, "/members/").unwrap_or_else(|| panic!("nobody called {nickname}: {}", page.text()))
}

/// Writes an entry by the form and gives its address.
pub fn write_entry(phone: &mut Phone, title: &str, body: &str, visibility: &str) -> String {
    let form = phone.get("/diary/new").form("/diary/new");
    let page = phone.submit(&form.fill("title", title).fill("body", body).fill("visibility", visibility));
    assert_eq!(page.status, 200, "{}", page.text());
    place_of(&page)
}
