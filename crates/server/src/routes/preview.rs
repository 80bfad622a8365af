//! My page, as somebody else sees it.

use enishi_core::group::{self, Group, Reach};
use enishi_core::member::Card;
use enishi_core::preview::{self, Eyes, Undone};
use enishi_core::{friend, profile};
use enishi_face::pages::PreviewView;
use enishi_face::{Page, Phrase, Place};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/me/preview", Readers::Oneself, handler!(show)),
        Route::post("/me/preview", Readers::Oneself, handler!(ask_by_form)),
    ]
}

/// So many friends are named in the list; any other person's page leads here too.
const FRIENDS_NAMED: usize = 20;

async fn show(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    let eyes = ask.query("as").parse().unwrap_or(Eyes::Stranger);
    let zone = ask.site.zone.clone();
    let Err(undone) = ask.write(move |tx, me| preview::show(tx, me, eyes, &zone)).await?;
    let page = match undone {
        Undone::Seen(page) => *page,
        Undone::NotFound => return Err(PageError::NotFound),
        Undone::Store(why) => return Err(why.into()),
    };
    let (groups, friends, them) = people(ask, eyes).await?;
    let choices = choices(&groups, &friends, them);
    let chosen = eyes.to_string();
    let named = choices.iter().find(|(value, _)| *value == chosen);
    let whom = named.map_or_else(|| Phrase::new("preview-somebody"), |(_, phrase)| phrase.clone());
    Ok(Answer::page(Page::Preview(PreviewView { page, whom, chosen, choices })))
}

/// From phones that lose a query.
async fn ask_by_form(ask: &mut Ask) -> Outcome {
    ask.look().await?;
    Ok(Answer::go(ask.asked_at(Place::MyPreview, &["as"])))
}

type People = (Vec<Group>, Vec<Card>, Option<Card>);

/// My groups, some friends, and the one who is named.
async fn people(ask: &mut Ask, eyes: Eyes) -> Result<People, PageError> {
    ask.read_as_member(move |tx, me| {
        let friends = friend::list(tx, me, None)?.map(|page| page.friends).unwrap_or_default();
        let them = match eyes {
            Eyes::Member(id) => profile::card(tx, me, id)?,
            _ => None,
        };
        Ok((group::mine(tx, me)?, friends, them))
    })
    .await
}

fn choices(groups: &[Group], friends: &[Card], them: Option<Card>) -> Vec<(String, Phrase)> {
    let anybody = [
        (Eyes::Stranger, "preview-stranger"),
        (Eyes::FriendOfFriend, "preview-friend_of_friend"),
        (Eyes::Friend, "preview-friend"),
    ];
    let anybody = anybody.into_iter().map(|(eyes, key)| (eyes.to_string(), Phrase::new(key)));
    let groups = groups.iter().map(|group| {
        let key = match group.reach {
            Reach::Only => "preview-group",
            Reach::AllBut => "preview-group-all_but",
        };
        let named = Phrase::new(key).with("name", group.name.as_str());
        (Eyes::Group(group.id).to_string(), named)
    });
    let friends = &friends[..friends.len().min(FRIENDS_NAMED)];
    let them = them.iter().filter(|them| friends.iter().all(|friend| friend.id != them.id));
    let named = friends.iter().chain(them).map(|card| {
        let named = Phrase::new("preview-member").with("name", card.nickname.as_str());
        (Eyes::Member(card.id).to_string(), named)
    });
    anybody.chain(groups).chain(named).collect()
}
