//! A site with an empty database and keys of its own, on each engine at hand.

use std::sync::Arc;
use std::thread;

use enishi_core::member::{NewMember, Nickname};
use enishi_core::password::{Cost, Hasher};
use enishi_core::phone::{Countries, PhoneNumber};
use enishi_core::secrets::Keyring;
use enishi_core::signup::{self, Asked, Asker, Entered, Finished, FlowState, Request, SignupRules, Texts};
use enishi_core::store::{Error, Result, Tx};
use enishi_core::text_message::{self, Channel, Settled};
use enishi_testkit::stores::{TestStore, stores};
use tempfile::TempDir;

pub const HANA: &str = "090-1234-5678";
pub const PASSWORD: &str = "correct horse battery";

#[derive(Clone)]
pub struct House {
    pub on: Arc<TestStore>,
    pub keys: Arc<Keyring>,
    pub rules: Arc<SignupRules>,
    pub key_folder: Arc<TempDir>,
}

/// What a phone is told here.
pub fn texts() -> Texts {
    let words = |words: &str| words.to_owned();
    Texts { code: words("code {code}\n@host #{code}"), registered: words("known"), banned: words("banned") }
}

/// Runs a story on every engine.
pub fn on_each(story: impl Fn(&House)) {
    for on in stores() {
        let key_folder = tempfile::tempdir().unwrap();
        let keys = Arc::new(Keyring::open_or_create(key_folder.path(), true).unwrap());
        story(&House {
            on: Arc::new(on),
            keys,
            rules: Arc::new(SignupRules::default()),
            key_folder: Arc::new(key_folder),
        });
    }
}

/// Runs `act` in so many threads at one instant and collects what they got.
pub fn at_once<T: Send>(threads: usize, act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let start = std::sync::Barrier::new(threads);
    thread::scope(|scope| {
        let (act, start) = (&act, &start);
        let running: Vec<_> = (0..threads)
            .map(|which| {
                scope.spawn(move || {
                    start.wait();
                    act(which)
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

pub fn number(typed: &str) -> PhoneNumber {
    PhoneNumber::parse(typed, &Countries::default()).unwrap()
}

pub fn hasher() -> Hasher {
    Hasher::new(Cost::LEAST).unwrap()
}

impl House {
    /// The same house under other rules.
    pub fn with(&self, rules: SignupRules) -> House {
        House { rules: Arc::new(rules), ..self.clone() }
    }

    pub fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Tx<'_>, &Keyring) -> Result<T> + Clone + Send + 'static,
    ) -> T {
        let keys = Arc::clone(&self.keys);
        self.on.store.write::<T, Error, _>(move |tx| change(tx, &keys)).unwrap()
    }

    pub fn read<T>(&self, look: impl FnOnce(&mut Tx<'_>, &Keyring) -> Result<T>) -> T {
        self.on.store.read::<T, Error, _>(|tx| look(tx, &self.keys)).unwrap()
    }

    pub fn wait(&self, seconds: i64) {
        self.on.clock.advance_seconds(seconds);
    }

    /// Asks for a code from an address that only this guest has.
    pub fn ask(&self, guest: &str, typed: &str) -> Asked {
        self.ask_from(&format!("address of {guest}"), guest, typed)
    }

    pub fn ask_from(&self, client: &str, guest: &str, typed: &str) -> Asked {
        let (client, guest, number) = (client.to_owned(), guest.to_owned(), number(typed));
        let rules = Arc::clone(&self.rules);
        self.write(move |tx, keys| {
            let request = Request {
                guest: guest.as_bytes(),
                number: &number,
                asker: Asker::at(&client),
                texts: &texts(),
                channel: Channel::Text,
            };
            signup::request_code(tx, keys, &request, &rules)
        })
    }

    /// What the worker has sent since the last call: to whom, and the words.
    pub fn sent(&self) -> Vec<(String, String)> {
        self.write(|tx, keys| {
            let mut sent = Vec::new();
            for due in text_message::claim_due(tx, keys, 6, 1000)? {
                sent.push((due.to.as_e164().to_owned(), due.body.to_string()));
                text_message::settle(tx, due.id, Settled::Accepted { provider_id: None, status: None })?;
            }
            Ok(sent)
        })
    }

    /// Asks for a code, and reads it from the one message that was sent.
    pub fn code(&self, guest: &str, typed: &str) -> String {
        assert_eq!(self.ask(guest, typed), Asked::Sent);
        let sent = self.sent();
        assert_eq!(sent.len(), 1, "one message on {}", self.on.engine);
        sent[0].1.rsplit('#').next().unwrap().to_owned()
    }

    pub fn enter(&self, guest: &str, typed: &str) -> Entered {
        let (guest, typed, rules) = (guest.to_owned(), typed.to_owned(), Arc::clone(&self.rules));
        self.write(move |tx, keys| signup::enter_code(tx, keys, guest.as_bytes(), &typed, &rules))
    }

    pub fn finish(&self, guest: &str) -> Finished {
        let guest = guest.to_owned();
        let new = NewMember {
            nickname: Nickname::parse("花子").unwrap(),
            password_hash: hasher().hash(PASSWORD),
            language: "ja".to_owned(),
        };
        self.write(move |tx, keys| signup::finish(tx, keys, guest.as_bytes(), new))
    }

    pub fn state(&self, guest: &str) -> FlowState {
        self.read(|tx, keys| signup::state(tx, keys, guest.as_bytes(), &self.rules))
    }

    /// Takes somebody all the way in.
    pub fn join(&self, guest: &str, typed: &str) -> enishi_core::ids::MemberId {
        let code = self.code(guest, typed);
        assert_eq!(self.enter(guest, &code), Entered::Right);
        match self.finish(guest) {
            Finished::Joined(member) => member,
            other => panic!("{other:?} on {}", self.on.engine),
        }
    }
}

/// A code that is not this one.
pub fn another_code(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}
