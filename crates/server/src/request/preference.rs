//! Addresses that mean the page and something about how to show it: `?face=`, `?lang=`, `?p=`.

use enishi_core::{member, session};
use enishi_device::FaceKind;
use enishi_face::{Language, Place};

use super::ask::Ask;
use super::credential::Credential;
use crate::answer::Answer;
use crate::error::PageError;
use crate::routes::Readers;

/// Values of the query that are part of a page's own address; everything else only passes by.
const OWN: [&str; 7] = ["before", "after", "q", "in", "from", "as", "invite"];
/// A value longer than this is no id, and no more words than one looks for: forty signs as an address writes them.
const LONGEST_VALUE: usize = 400;

impl Ask {
    /// Path and query of this page, without token and without what only passes by.
    pub fn here(&self) -> String {
        let is_own = |pair: &&str| {
            let name = pair.split('=').next().unwrap_or_default();
            pair.len() <= LONGEST_VALUE && OWN.contains(&name)
        };
        let kept: Vec<&str> = self.query.split('&').filter(is_own).collect();
        match kept.is_empty() {
            true => self.shown_path.clone(),
            false => format!("{}?{}", self.shown_path, kept.join("&")),
        }
    }

    /// Which part of a split page, from 1.
    pub fn part(&self) -> usize {
        self.query("p").parse().unwrap_or(1).max(1)
    }

    /// For logs: the path alone, and no id in it.
    pub fn pattern_for_log(&self) -> String {
        let parts =
            self.path.split('/').map(|part| match self.params.iter().any(|(_, known)| known == part) {
                true => "…",
                false => part,
            });
        parts.collect::<Vec<_>>().join("/")
    }

    /// Finds out who is looking without judging whether they may: for pages that everyone gets.
    pub async fn find_viewer(&mut self) -> Result<(), PageError> {
        let readers = std::mem::replace(&mut self.readers, Readers::Anyone);
        let found = self.look().await;
        self.readers = readers;
        found
    }

    /// `?face=keitai|touch|auto` and `?lang=ja|en` are remembered, and the page is shown without them. This is the
    /// one thing a GET changes: nothing but how this phone is shown pages.
    pub async fn remember_preference(&mut self) -> Result<Option<Answer>, PageError> {
        let face = match self.query("face").as_str() {
            "keitai" => Some(Some(FaceKind::Keitai)),
            "touch" => Some(Some(FaceKind::Touch)),
            "auto" => Some(None),
            _ => None,
        };
        let language = Some(self.query("lang")).filter(|code| !code.is_empty());
        let language = language.and_then(|code| Language::from_code(&code));
        if face.is_none() && language.is_none() {
            return Ok(None);
        }
        self.find_viewer().await?;
        match self.session_id() {
            Some(_) => self.remember_for_member(face, language).await?,
            None => self.remember_for_guest(face, language),
        }
        Ok(Some(Answer::go(self.here())))
    }

    async fn remember_for_member(
        &mut self,
        face: Option<Option<FaceKind>>,
        language: Option<Language>,
    ) -> Result<(), PageError> {
        let Some(id) = self.session_id() else { return Ok(()) };
        self.write(move |tx, me| {
            if let Some(face) = face {
                session::choose_face(tx, id, face.map(face_word))?;
            }
            if let Some(language) = language {
                member::speak(tx, me, language.code())?;
            }
            Ok::<_, enishi_core::store::Error>(())
        })
        .await??;
        Ok(())
    }

    /// Face and language of somebody at the door, carried in their token.
    pub(super) fn remember_for_guest(&mut self, face: Option<Option<FaceKind>>, language: Option<Language>) {
        let mut guest = self.guest();
        if let Some(face) = face {
            guest.preferences.face = face;
        }
        guest.preferences.language = language.or(guest.preferences.language);
        self.hand_out(Credential::Guest(guest));
    }

    /// The page a login leads to, as the address asks; nothing that leaves the site.
    pub fn asked_next(&self) -> String {
        Some(self.query("next")).filter(|next| is_own_path(next)).unwrap_or_default()
    }

    /// Where to go after login: an address of this site's own, else home.
    pub fn next_place(&self) -> String {
        let next = self.typed.get("next");
        if is_own_path(next) { next.to_owned() } else { Place::Home.to_string() }
    }
}

/// The word a face is remembered by.
pub fn face_word(face: FaceKind) -> &'static str {
    match face {
        FaceKind::Keitai => "keitai",
        FaceKind::Touch => "touch",
    }
}

/// One slash and then plain signs: no other site can be meant by it, however a browser reads it.
pub fn is_own_path(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.?=&%".contains(&byte);
    text.len() <= 200
        && text.starts_with('/')
        && !text.contains("//")
        && !text.contains("/.")
        && text.bytes().all(plain)
        && !text.contains("%0")
        && !text.contains("%2")
        && !text.contains("%5")
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn no_next_leads_off_the_site() {
        for own in ["/home", "/diary/3k/edit", "/members/1?before=2", "/"] {
            assert!(is_own_path(own), "{own}");
        }
        for other in [
            "",
            "home",
            "//evil",
            "/\\evil",
            "https:evil",
            "\t//evil",
            "/%2Fevil",
            "/%5Cevil",
            "/%09/evil",
            "/a@b",
            "/~token/home",
            "/..//evil",
            "/a//evil",
            "/a\r\nSet-Cookie:x",
            "/表",
        ] {
            assert!(!is_own_path(other), "{other}");
        }
    }
}
