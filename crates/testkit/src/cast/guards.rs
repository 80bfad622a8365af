//! How some of the cast sign in: by an address of mail, with an authenticator app.

use enishi_core::email::{self, EmailAddress, EmailRules};
use enishi_core::ids::MemberId;
use enishi_core::letter::{self, Settled};
use enishi_core::notice::Topic;
use enishi_core::notice::settings::{self, NoticeRules, Pace, Reach, Settings};
use enishi_core::one_time::{self, Owner, Secret};
use enishi_core::second_step::{self, Confirmed};
use enishi_core::secrets::Keyring;
use enishi_core::store::Tx;
use jiff::tz::TimeZone;

use super::LoadError;
use super::script::Person;
use super::stage::Outcome;

/// Gives a person what the files say they have.
pub(super) fn guard(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    person: &Person,
    member: MemberId,
    zone: &TimeZone,
) -> Outcome {
    if let Some(address) = &person.email {
        confirm_address(tx, keys, member, address)?;
    }
    if person.daily_letter {
        // Likes and thanks are for the letter; for the rest their phones may ring.
        let mut daily = Settings::default().with(Topic::Liked, Reach::Letter);
        daily = daily.with(Topic::Thanked, Reach::Letter);
        daily.pace = Pace::Daily;
        settings::choose(tx, member, daily, &NoticeRules::default(), zone)?;
    }
    match &person.app_key {
        Some(key) => put_app_up(tx, keys, member, key),
        None => Ok(()),
    }
}

/// The letter is read here instead of being sent.
fn confirm_address(tx: &mut Tx<'_>, keys: &Keyring, member: MemberId, address: &str) -> Outcome {
    let address = EmailAddress::parse(address).map_err(LoadError::refused)?;
    email::claim(tx, keys, member, &address, &EmailRules::default())?;
    for due in letter::claim_due(tx, keys, 10)? {
        if let Some(link) = due.link.filter(|_| due.to == address) {
            email::confirm(tx, keys, &link)?;
        }
        letter::settle(tx, due.id, Settled::Accepted)?;
    }
    Ok(())
}

fn put_app_up(tx: &mut Tx<'_>, keys: &Keyring, member: MemberId, key: &str) -> Outcome {
    let secret = Secret::from_key(key).ok_or_else(|| LoadError::refused("a key that is none"))?;
    one_time::adopt(tx, keys, Owner::Member(member), &secret)?;
    let code = secret.code_at(tx.now());
    match second_step::confirm(tx, keys, member, &code, "the demo cast")? {
        Confirmed::On => Ok(second_step::codes_were_written_down(tx, member)?),
        other => Err(LoadError::refused(format!("{other:?}"))),
    }
}
