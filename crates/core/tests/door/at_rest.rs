//! What lies on the disk: no number, no code, no password, no token.

use enishi_core::session::{self, Place};
use enishi_core::signup::{Asked, Entered, Finished};

use crate::house::{HANA, House, PASSWORD, on_each};

fn found(house: &House, secret: &str) -> Option<String> {
    house.on.files().into_iter().find_map(|file| {
        let bytes = std::fs::read(&file).unwrap();
        let hit = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        hit.then(|| format!("{secret} in {}", file.display()))
    })
}

#[test]
fn no_secret_lies_readable_in_the_database() {
    on_each(|house| {
        assert_eq!(house.ask("hana", HANA), Asked::Sent);
        // Queued and not yet sent: the code is in the database now, sealed.
        assert_eq!(found(house, "@host #"), None);
        let code = house.sent()[0].1.rsplit('#').next().unwrap().to_owned();
        assert_eq!(house.enter("hana", &code), Entered::Right);
        let Finished::Joined(member) = house.finish("hana") else { panic!("joined") };
        let place = Place {
            door: session::Door::Site,
            in_path: true,
            family: "foma".to_owned(),
            device: "P902i".to_owned(),
            network: String::new(),
        };
        let token = house.write(move |tx, _| session::open(tx, member, &place));
        let spellings = ["+819012345678", "09012345678", "9012345678", "090-1234-5678"];
        for secret in spellings.into_iter().chain([PASSWORD, token.as_str(), &format!("#{code}")]) {
            assert_eq!(found(house, secret), None);
        }
        assert!(found(house, "P902i").is_some() == house.on.folder().is_some(), "the search itself works");
    });
}

#[test]
fn the_six_digits_themselves_are_nowhere() {
    on_each(|house| {
        let codes: Vec<String> =
            (0..5).map(|nth| house.code(&format!("guest {nth}"), &format!("09012{nth}40000"))).collect();
        for code in codes {
            assert_eq!(found(house, &code), None);
        }
    });
}
