//! Passkeys, with an authenticator made of software (rows 26 and 39): replayed, copied, from another site.

use std::cell::{Cell, RefCell};

use data_encoding::BASE64URL_NOPAD;
use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{ANDROID, IPHONE, KAIOS, Page, Phone};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use sha2::{Digest, Sha256};

use super::at_once;
use crate::program::{Program, demos, log_in, member_named, number_of, place_of};

/// A phone's own store of keys, with one key in it.
struct Authenticator {
    pair: EcdsaKeyPair,
    random: SystemRandom,
    name: [u8; 8],
    count: Cell<u32>,
    origin: String,
    /// Whose key it is, as the site has named them.
    member: RefCell<String>,
}

impl Authenticator {
    fn of(program: &Program) -> Authenticator {
        let random = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, made.as_ref(), &random).unwrap();
        let name = ring::rand::generate(&random).unwrap().expose();
        Authenticator {
            pair,
            random,
            name,
            count: Cell::new(0),
            origin: format!("http://{}", program.address),
            member: RefCell::default(),
        }
    }

    fn client(&self, act: &str, challenge: &str) -> String {
        let origin = &self.origin;
        format!(r#"{{"type":"{act}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#)
    }

    fn says(&self, flags: u8, rest: &[u8]) -> Vec<u8> {
        let site = Sha256::digest(b"127.0.0.1");
        [&site[..], &[flags], &self.count.get().to_be_bytes(), rest].concat()
    }

    /// Fills in what the script would, on the page that makes a passkey.
    fn make(&self, page: &Page) -> enishi_testkit::phone::Form {
        let form = page.form("/me/security/passkeys");
        let text = page.text();
        let member = text.split("data-member=\"").nth(1).and_then(|rest| rest.split('"').next());
        self.member.replace(member.unwrap().to_owned());
        let client = self.client("webauthn.create", form.value("challenge"));
        let point = self.pair.public_key().as_ref();
        let cose_head = [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20];
        let new =
            [&[0; 16][..], &[0, 8], &self.name, &cose_head, &point[1..33], &[0x22, 0x58, 0x20], &point[33..]];
        let says = self.says(0x45, &new.concat());
        form.fill("client", &encoded(client))
            .fill("authenticator", &encoded(says))
            .fill("credential", &encoded(self.name))
    }

    /// Fills in what the script would, on the login page.
    fn show(&self, page: &Page) -> enishi_testkit::phone::Form {
        self.count.set(self.count.get() + 1);
        let form = page.form("/login/passkey");
        let client = self.client("webauthn.get", form.value("challenge"));
        let says = self.says(0x05, &[]);
        let signed = [&says[..], &Sha256::digest(client.as_bytes())].concat();
        let signature = self.pair.sign(&self.random, &signed).unwrap();
        form.fill("client", &encoded(client))
            .fill("authenticator", &encoded(says))
            .fill("credential", &encoded(self.name))
            .fill("signature", &encoded(signature))
            .fill("handle", &self.member.borrow())
    }
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    BASE64URL_NOPAD.encode(bytes.as_ref())
}

fn with_passkey(program: &Program, handle: &str) -> Authenticator {
    let mut owner = program.phone_of(handle, IPHONE);
    let key = Authenticator::of(program);
    let page = owner.get("/me/security/passkeys");
    let page = owner.submit(&key.make(&page));
    assert!(page.text().contains("パスキーを作りました"), "{}", page.text());
    key
}

fn enter(program: &Program, key: &Authenticator) -> (Phone, Page) {
    let mut phone = program.phone(ANDROID);
    let page = phone.get("/login");
    let home = phone.submit(&key.show(&page));
    (phone, home)
}

#[test]
fn attack_26_a_passkey_opens_and_what_it_signed_opens_nothing_again() {
    for program in demos() {
        let key = with_passkey(&program, "hanako");
        let (_, home) = enter(&program, &key);
        assert_eq!(place_of(&home), "/home", "{}", home.text());
        // The same answer, sent again and by many at once, on the phone it was made on and on another.
        let mut phone = program.phone(IPHONE);
        let form = key.show(&phone.get("/login"));
        let came = at_once(6, |_| phone.clone().fetch(&form.request()).status);
        assert_eq!(came.iter().filter(|status| **status == 303).count(), 1, "{came:?}");
        assert_eq!(phone.clone().fetch(&form.request()).status, 422, "replayed");
        let mut thief = program.phone(IPHONE);
        let foreign = thief.get("/login").form("/login/passkey");
        let foreign = ["challenge", "client", "authenticator", "credential", "signature", "handle"]
            .iter()
            .fold(foreign, |filled, field| filled.fill(field, form.value(field)));
        assert_eq!(thief.submit(&foreign).status, 422, "another phone's challenge");
        // A key that was copied counts from where it was copied.
        key.count.set(0);
        assert_eq!(enter(&program, &key).1.status, 422, "a copied key");
    }
}

#[test]
fn attack_26_a_passkey_of_another_site_key_or_form_opens_nothing() {
    for program in demos() {
        let key = with_passkey(&program, "hanako");
        let stranger = Authenticator::of(&program);
        assert_eq!(enter(&program, &stranger).1.status, 422, "a key nobody has");
        let member = key.member.clone();
        let posing = Authenticator { name: key.name, member, ..Authenticator::of(&program) };
        assert_eq!(enter(&program, &posing).1.status, 422, "another key by the same name");
        let elsewhere =
            Authenticator { origin: "https://evil.example".to_owned(), ..with_passkey(&program, "ken") };
        assert_eq!(enter(&program, &elsewhere).1.status, 422, "signed for another site");
        let mut phone = program.phone(IPHONE);
        let page = phone.get("/login");
        for (field, value) in [
            ("client", ""),
            ("authenticator", "AAAA"),
            ("signature", "!!"),
            ("challenge", "abc"),
            ("handle", ""),
        ] {
            assert_eq!(phone.submit(&key.show(&page).fill(field, value)).status, 422, "{field}");
        }
        let others = with_passkey(&program, "mika").member.take();
        let page = phone.get("/login");
        assert_eq!(
            phone.submit(&key.show(&page).fill("handle", &others)).status,
            422,
            "meant for another member"
        );
        // One key is one member's, and another member's session makes nothing for a form that is not its own.
        let mut ken = program.phone_of("ken", IPHONE);
        let page = ken.get("/me/security/passkeys");
        assert_eq!(ken.submit(&key.make(&page)).status, 422, "somebody else's key");
    }
}

#[test]
fn a_passkey_spares_the_app_and_is_no_password_and_is_taken_off() {
    for program in demos() {
        let mut neko = program.phone(IPHONE);
        let page = log_in(&mut neko, number_of("neko"), PASSWORD);
        neko.submit(&page.form("/login/code").fill("code", &super::second_step::code(0)));
        let key = Authenticator::of(&program);
        let page = neko.get("/me/security/passkeys");
        neko.submit(&key.make(&page));
        let (mut phone, home) = enter(&program, &key);
        assert_eq!(place_of(&home), "/home", "the app is asked for after face or finger: {}", home.text());
        assert!(phone.get("/me/leave").find_form("/me/again").is_some(), "a passkey is no password");
        let list = neko.get("/me/security/passkeys");
        let remove = list.forms().into_iter().find(|form| form.place().ends_with("/remove")).unwrap();
        neko.submit(&remove);
        assert_eq!(enter(&program, &key).1.status, 422, "it opens after it was taken off");
        // Keypad phones list them, and make none.
        let mut kaios = program.phone_of("hanako", KAIOS);
        assert!(kaios.get("/me/security/passkeys").find_form("/me/security/passkeys").is_none());
    }
}

#[test]
fn attack_38_no_way_in_opens_for_somebody_kept_out_and_none_is_left_open() {
    for program in demos() {
        let key = with_passkey(&program, "natsu");
        let mut natsu = program.phone_of("natsu", IPHONE);
        let mut kaios = program.phone_of("natsu", KAIOS);
        let form = kaios.get("/me/security/pin").form("/me/security/pin").fill("pin", "58294176");
        assert_eq!(place_of(&kaios.submit(&form)), "/me/security/pin");
        let menu = kaios.get("/menu");
        kaios.submit(&menu.form("/logout"));
        let natsu = member_named(&mut natsu, "なつ");
        let id = natsu.rsplit('/').next().unwrap();
        assert!(program.command(&["joining", "suspend", id]).status.success());
        let (mut phone, page) = enter(&program, &key);
        assert_eq!(page.status, 422, "a passkey of somebody kept out: {}", page.text());
        let form = kaios.get("/login/pin").form("/login/pin").fill("pin", "58294176");
        let page = kaios.submit(&form);
        assert_eq!(page.status, 422, "a PIN of somebody kept out: {}", page.text());
        assert!(program.command(&["joining", "resume", id]).status.success());
        for phone in [&mut phone, &mut kaios] {
            assert_eq!(place_of(&phone.get("/home")), "/login", "what was refused is open afterwards");
        }
        assert_eq!(place_of(&enter(&program, &key).1), "/home");
        assert_eq!(place_of(&kaios.submit(&form)), "/home");
    }
}

#[test]
fn who_changes_the_password_is_shown_the_passkeys_that_stay() {
    for program in demos() {
        let key = with_passkey(&program, "hanako");
        let mut hanako = program.phone_of("hanako", IPHONE);
        let form = hanako.get("/me/security/password").form("/me/security/password");
        let page = hanako.submit(&form.fill("new_password", "umi to yama 77"));
        assert_eq!(place_of(&page), "/me/security/passkeys", "{}", page.text());
        assert!(page.text().contains("覚えのないものは外して"), "{}", page.text());
        assert_eq!(place_of(&enter(&program, &key).1), "/home", "a passkey is no password");
        let remove = page.forms().into_iter().find(|form| form.place().ends_with("/remove")).unwrap();
        assert_eq!(place_of(&hanako.submit(&remove)), "/me/security/passkeys");
        assert_eq!(enter(&program, &key).1.status, 422);
    }
}
