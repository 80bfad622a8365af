//! Every address, declared once: its method, who may read it, what answers.

mod approval;
mod aside;
mod assets;
mod audience;
mod bells;
mod belonging;
mod blocks;
mod categories;
mod comments;
mod communities;
mod community_owner;
mod diary;
mod diary_form;
mod email;
mod footprints;
mod friend_ask;
mod friend_code;
mod friends;
mod groups;
mod home;
mod introductions;
mod invitations;
mod leave;
mod leaving;
mod levels;
mod login;
mod me;
mod meetings;
mod members;
mod notices;
mod number;
mod operator;
mod page_photos;
mod passkey;
mod photos;
mod pictures;
mod pin;
mod preview;
mod privacy;
mod private_note;
mod profile;
mod qr;
mod recovery;
mod route;
mod search;
mod second_step;
mod security;
mod signup;
mod signup_claim;
mod signup_invite;
mod sms;
mod sms_status;
mod telling;
mod threads;
mod topics;
mod voices;
mod words;

use std::collections::HashMap;

use actix_web::http::Method;

pub use assets::serve_asset;
pub use route::{FEW_BYTES, Handler, MANY_BYTES, Outcome, Readers, Route};
pub use sms_status::status_address;

/// All routes, found by the first part of a path.
pub struct Routes {
    all: Vec<Route>,
    by_first_part: HashMap<&'static str, Vec<usize>>,
}

impl Routes {
    /// The site map.
    pub fn new() -> Routes {
        let tables = [
            home::routes(),
            login::routes(),
            second_step::routes(),
            approval::routes(),
            recovery::routes(),
            friend_ask::routes(),
            pin::routes(),
            passkey::routes(),
            signup::routes(),
            sms_status::routes(),
            diary::routes(),
            comments::routes(),
            diary_form::routes(),
            levels::routes(),
            threads::routes(),
            categories::routes(),
            voices::routes(),
            audience::routes(),
            members::routes(),
            introductions::routes(),
            communities::routes(),
            belonging::routes(),
            community_owner::routes(),
            topics::routes(),
            friends::routes(),
            aside::routes(),
            meetings::routes(),
            friend_code::routes(),
            blocks::routes(),
            footprints::routes(),
            notices::routes(),
            search::routes(),
            page_photos::routes(),
            private_note::routes(),
            profile::routes(),
            preview::routes(),
            privacy::routes(),
            bells::routes(),
            telling::routes(),
            groups::routes(),
            invitations::routes(),
            me::routes(),
            email::routes(),
            number::routes(),
            signup_claim::routes(),
            leave::routes(),
            leaving::routes(),
            security::routes(),
            pictures::routes(),
            operator::routes(),
        ];
        let all: Vec<Route> = tables.into_iter().flatten().collect();
        let mut by_first_part: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (index, route) in all.iter().enumerate() {
            by_first_part.entry(first_part(route.pattern)).or_default().push(index);
        }
        Routes { all, by_first_part }
    }

    /// The route of a request with the named parts of its path; else the methods this address knows, if any.
    #[allow(clippy::type_complexity)] // the pair is taken apart at once by both callers
    pub fn find(
        &self,
        method: &Method,
        path: &str,
    ) -> Result<(&Route, Vec<(String, String)>), Option<&'static str>> {
        let candidates = self.by_first_part.get(first_part(path)).map(Vec::as_slice).unwrap_or_default();
        let fitting = candidates.iter().filter_map(|index| {
            let route = &self.all[*index];
            Some((route, route.parts(path)?))
        });
        // `/diary/new` is no entry called "new": the address with the fewest open parts is meant.
        let fitting: Vec<_> = fitting.collect();
        let fewest = fitting.iter().map(|(_, parts)| parts.len()).min();
        let mut meant = fitting.into_iter().filter(|(_, parts)| Some(parts.len()) == fewest);
        let mut allowed = None;
        meant
            .find(|(route, _)| {
                // What the desk would answer to is nobody's business.
                let told = if route.method == Method::GET { "GET, HEAD" } else { "POST" };
                allowed = Some(told).filter(|_| !route.readers.is_at_the_desk());
                route.method == *method
            })
            .ok_or(allowed)
    }

    /// The nearest address at or above `path` that answers GET.
    pub fn nearest_page(&self, path: &str) -> String {
        let mut shown = path;
        while !shown.is_empty() && self.find(&Method::GET, shown).is_err() {
            shown = shown.rsplit_once('/').map_or("", |(above, _)| above);
        }
        if shown.is_empty() { "/".to_owned() } else { shown.to_owned() }
    }

    /// Every route, for `enishi routes` and for tests that walk them.
    pub fn iter(&self) -> impl Iterator<Item = &Route> {
        self.all.iter()
    }
}

fn first_part(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}
