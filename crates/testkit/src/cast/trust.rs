//! Trusted friends of the cast, and somebody on the way back who has them asked.

use std::sync::Arc;

use enishi_core::recovery::{self, RecoveryRules};
use enishi_core::signup::{self, Aim, Asker, Entered, Request, SignupRules, Texts};
use enishi_core::text_message::Channel;
use enishi_core::trusted::{self, Asked};

use super::LoadError;
use super::door::{number_of, read_message};
use super::script::{Lost, Trusted};
use super::stage::{Outcome, Stage};

/// The guest who asks, and where they are.
const GUEST: &[u8] = b"the demo's lost password";
const CLIENT: &str = "the demo's lost password";

impl Stage<'_> {
    pub(super) fn trust(&self, choice: &'static Trusted) -> Outcome {
        let (me, keyring, is_old) = (self.member(&choice.by)?, Arc::clone(&self.keyring), self.is_old_news());
        let friends = choice.friends.iter().map(|friend| self.member(friend)).collect::<Outcome<Vec<_>>>()?;
        let three = friends.try_into().map_err(|_| LoadError::refused("three trusted friends"))?;
        self.write(move |tx| {
            trusted::choose(tx, &keyring, me, three, "the demo cast").map_err(LoadError::refused)?;
            if is_old {
                three.into_iter().try_for_each(|friend| trusted::was_read(tx, friend))?;
            }
            Ok(())
        })
    }

    /// The number is proven by its code; then the friends are asked.
    pub(super) fn lose(&self, lost: &'static Lost, phone: &'static str) -> Outcome {
        let keys = Arc::clone(&self.keyring);
        self.write(move |tx| {
            let (number, signup, rules) =
                (number_of(phone)?, SignupRules::default(), RecoveryRules::default());
            let texts =
                Texts { code: "{code}".to_owned(), registered: "{code}".to_owned(), banned: String::new() };
            let (asker, channel) = (Asker::at(CLIENT), Channel::Text);
            let request = Request { guest: GUEST, number: &number, asker, texts: &texts, channel };
            signup::request_code_to(tx, &keys, &request, Aim::Recover, &signup)?;
            let code = read_message(tx, &keys, &number)?;
            let entered = signup::enter_code_to(tx, &keys, GUEST, &code, Aim::Recover, &signup)?;
            let begun = entered == Entered::Right && recovery::begin(tx, &keys, GUEST, CLIENT, &rules)?;
            match begun && trusted::ask(tx, &keys, GUEST, CLIENT, &rules)? == Asked::Yes {
                true => Ok(()),
                false => Err(LoadError::refused(format!("{} is not on the way back", lost.by))),
            }
        })
    }
}
