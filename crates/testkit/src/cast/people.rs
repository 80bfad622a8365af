//! What the cast does with each other: come, say who they are, befriend, gather, block, look by.

use std::sync::Arc;

use enishi_core::group::{self, GroupError, Opens, Reach};
use enishi_core::ids::MemberId;
use enishi_core::invitation::{self, InvitationRules, NewInvitation};
use enishi_core::joining::Mode;
use enishi_core::leaving::{self, LeavingRules};
use enishi_core::member::{self, Nickname};
use enishi_core::profile::{self, Answer, Field};
use enishi_core::{block, footprint, friend, notice, picture, profile_photo};

use super::LoadError;
use super::door::{Coming, come_in, come_through};
use super::guards::guard;
use super::script::{Added, Block, Friendship, Group, Invitation, Newcomer, PagePhoto, Person, Said, Thanks};
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    pub(super) fn join(&mut self, person: &'static Person) -> Outcome {
        let (keyring, password_hash) = (Arc::clone(&self.keyring), self.password_hash.clone());
        let zone = self.zone.clone();
        let through = person.through.as_deref().map(|inviter| self.member(inviter)).transpose()?;
        let member = self.write(move |tx| {
            let coming = Coming::from(person);
            let member = match through {
                Some(inviter) => come_through(tx, &keyring, &coming, &password_hash, inviter, Mode::Open)?,
                None => come_in(tx, &keyring, &coming, &password_hash)?,
            };
            guard(tx, &keyring, person, member, &zone)?;
            Ok(member)
        })?;
        self.members.insert(&person.handle, member);
        Ok(())
    }

    pub(super) fn invite(&self, invitation: &'static Invitation) -> Outcome {
        let (keyring, by) = (Arc::clone(&self.keyring), self.member(&invitation.by)?);
        self.write(move |tx| {
            let new = NewInvitation { message: invitation.message.clone(), offers_tie: true };
            let made = invitation::make(tx, &keyring, by, &new, &InvitationRules::default());
            made.map(drop).map_err(LoadError::refused)
        })
    }

    pub(super) fn come(&mut self, newcomer: &'static Newcomer) -> Outcome {
        let (keyring, password_hash) = (Arc::clone(&self.keyring), self.password_hash.clone());
        let inviter = self.member(&newcomer.through)?;
        let mode = if newcomer.waits { Mode::Approval } else { Mode::Open };
        let member = self.write(move |tx| {
            come_through(tx, &keyring, &Coming::from(newcomer), &password_hash, inviter, mode)
        })?;
        self.members.insert(&newcomer.handle, member);
        Ok(())
    }

    pub(super) fn leave(&self, newcomer: &'static Newcomer) -> Outcome {
        let (keyring, me) = (Arc::clone(&self.keyring), self.member(&newcomer.handle)?);
        self.write(move |tx| Ok(leaving::leave(tx, &keyring, me, &LeavingRules::default()).map(drop)?))
    }

    pub(super) fn describe(&mut self, person: &'static Person) -> Outcome {
        let me = self.member(&person.handle)?;
        if let Some(file) = &person.icon {
            let icon = self.photos.keep(file)?;
            self.write(move |tx| {
                let icon = picture::add(tx, me, &icon)?;
                Ok(member::wear(tx, me, Some(icon))?)
            })?;
        }
        for photo in &person.photo {
            self.put_on_page(me, photo)?;
        }
        let nickname = Nickname::parse(&person.nickname).map_err(LoadError::refused)?;
        let answers = person.profile.iter().map(|said| self.answer(said)).collect::<Outcome<Vec<_>>>()?;
        self.write(move |tx| Ok(profile::save(tx, me, &nickname, &answers)?))
    }

    fn put_on_page(&mut self, me: MemberId, photo: &'static PagePhoto) -> Outcome {
        let (new, seen_by) = (self.photos.keep(&photo.file)?, self.visibility(&photo.to)?);
        self.write(move |tx| {
            let picture = picture::add(tx, me, &new)?;
            profile_photo::add(tx, me, picture, &photo.alt, seen_by).map(drop).map_err(LoadError::refused)
        })
    }

    fn answer(&self, said: &Said) -> Outcome<Answer> {
        Ok(Answer {
            field: Field::from_key(&said.field).ok_or_else(|| LoadError::unknown("field", &said.field))?,
            value: self.value(said),
            visibility: self.visibility(&said.to)?,
        })
    }

    /// Somebody's birthday is always today.
    fn value(&self, said: &Said) -> String {
        match said.value.as_str() {
            "@today" => self.began_at.in_zone(&self.zone).date().strftime("%m-%d").to_string(),
            value => value.to_owned(),
        }
    }

    pub(super) fn ask(&self, from: &str, to: &str, message: &'static str) -> Outcome {
        let (from, to) = (self.member(from)?, self.member(to)?);
        self.write(move |tx| friend::ask(tx, from, to, message).map(drop).map_err(LoadError::refused))
    }

    pub(super) fn accept(&self, friendship: &Friendship) -> Outcome {
        let (from, to) = (self.member(&friendship.from)?, self.member(&friendship.to)?);
        let is_old = self.is_old_news();
        self.write(move |tx| {
            friend::accept(tx, to, from).map_err(LoadError::refused)?;
            if is_old {
                notice::member_was_met(tx, from, to)?;
            }
            Ok(())
        })
    }

    pub(super) fn gather(&mut self, gathered: &'static Group) -> Outcome {
        let reach = if gathered.leaves_out { Reach::AllBut } else { Reach::Only };
        let owner = self.member(&gathered.owner)?;
        let friends =
            gathered.members.iter().map(|handle| self.member(handle)).collect::<Outcome<Vec<_>>>()?;
        let id = self.write(move |tx| {
            let made = group::create(tx, owner, &gathered.name, reach).and_then(|id| {
                friends
                    .iter()
                    .try_for_each(|friend| group::add(tx, owner, id, *friend, Opens::Everything))?;
                Ok::<_, GroupError>(id)
            });
            made.map_err(LoadError::refused)
        })?;
        self.groups.insert(&gathered.key, (owner, id));
        Ok(())
    }

    pub(super) fn add(&self, added: &Added) -> Outcome {
        let ((owner, id), friend) = (self.group(&added.group)?, self.member(&added.member)?);
        self.write(move |tx| group::add(tx, owner, id, friend, Opens::FromNowOn).map_err(LoadError::refused))
    }

    pub(super) fn block(&self, blocked: &Block) -> Outcome {
        let (by, other) = (self.member(&blocked.by)?, self.member(&blocked.other)?);
        self.write(move |tx| Ok(block::block(tx, by, other).map(drop)?))
    }

    pub(super) fn look(&self, visitor: &str, owner: &str) -> Outcome {
        let (visitor, owner) = (self.member(visitor)?, self.member(owner)?);
        let zone = self.zone.clone();
        self.write(move |tx| Ok(footprint::leave(tx, visitor, owner, &zone)?))
    }

    pub(super) fn thank(&self, thanks: &Thanks) -> Outcome {
        let (by, visitor) = (self.member(&thanks.by)?, self.member(&thanks.visitor)?);
        let zone = self.zone.clone();
        match self.write(move |tx| Ok(footprint::thank(tx, by, visitor, &zone)?))? {
            true => Ok(()),
            false => Err(LoadError::Script(format!("{} left {} nothing", thanks.visitor, thanks.by))),
        }
    }
}
