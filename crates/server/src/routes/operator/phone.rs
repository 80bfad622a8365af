//! The phone on the screen: any page as any phone gets it, beside another.

use std::sync::Arc;

use actix_web::http::Uri;
use enishi_core::ids::MemberId;
use enishi_device::{DeviceProfile, Profiles};
use enishi_face::desk::{DeskPage, KeyShown, PhoneAsked, PhonePage, PhoneShown, PictureShown, Weight};
use enishi_face::{DeskPlace, Form, Phrase, Place};

use crate::answer::Answer;
use crate::error::PageError;
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};
use crate::showroom::{Look, Sample, Shown};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/operator/devices/phone", Readers::Operator, handler!(show)),
        Route::get("/operator/devices/screen", Readers::Operator, handler!(screen)),
    ]
}

/// The phones that are shown at first: one of 2005, one of today.
pub(super) const FIRST: &str = "P901i";
const BESIDE_FIRST: &str = "kaios";

fn asked(ask: &Ask) -> PhoneAsked {
    let agent = ask.query("agent");
    if agent.is_empty() {
        return PhoneAsked { beside: BESIDE_FIRST.to_owned(), ..PhoneAsked::home(FIRST) };
    }
    let short = |name: &str, most| ask.query(name).chars().take(most).collect();
    PhoneAsked {
        agent: agent.chars().take(MOST_AGENT).collect(),
        beside: short("beside", MOST_AGENT),
        viewer: short("viewer", MOST_NAME),
        path: without_choices(ask.query("path").trim()),
        tried: short("tried", MOST_NAME),
    }
}

/// The longest User-Agent that is looked up, in characters.
const MOST_AGENT: usize = 512;
/// The longest name of anything else.
const MOST_NAME: usize = 64;

/// Face and language would be remembered, for everybody who looks after.
fn without_choices(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else { return path.to_owned() };
    let is_kept = |pair: &&str| !pair.starts_with("face=") && !pair.starts_with("lang=");
    let kept: Vec<&str> = query.split('&').filter(is_kept).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// The longest address that is asked for, in bytes.
const MOST_PATH: usize = 300;

/// Whether it is an address of this site, as links on its pages are written.
fn is_address(path: &str) -> bool {
    let reads = |path: &str| path.parse::<Uri>().is_ok_and(|uri| uri.authority().is_none());
    path.len() <= MOST_PATH && path.starts_with('/') && !path.starts_with("//") && reads(path)
}

async fn show(ask: &mut Ask) -> Outcome {
    let asked = asked(ask);
    let sample = ask.site.showroom.sample(&ask.site.config).await?;
    let fits = is_address(&asked.path);
    let mut page = empty(ask, &sample, asked.clone());
    if !fits {
        page.form = page.form.fault("path", Phrase::new("desk-phone-path-wrong"));
        return Ok(Answer::desk_refused(DeskPage::Phone(Box::new(page))));
    }
    for one in each(&asked, page.is_lost) {
        page.phones.push(look(ask, &sample, &one, &asked).await?);
    }
    Ok(Answer::desk(DeskPage::Phone(Box::new(page))))
}

/// One of the phones alone, in its frame: `which` counts from 0.
async fn screen(ask: &mut Ask) -> Outcome {
    let asked = asked(ask);
    if !is_address(&asked.path) {
        return Err(PageError::NotFound);
    }
    let which = ask.query("which").parse().unwrap_or(0);
    let one = each(&asked, is_lost(ask, &asked)).into_iter().nth(which).ok_or(PageError::NotFound)?;
    let sample = ask.site.showroom.sample(&ask.site.config).await?;
    let (_, shown) = shown(ask, &sample, &one, &asked).await?;
    Ok(Answer::Screen(shown.drawn.html))
}

/// Whether the change that was tried is not kept any more.
fn is_lost(ask: &Ask, asked: &PhoneAsked) -> bool {
    !asked.tried.is_empty() && ask.site.showroom.tries.find(&asked.tried).is_none()
}

/// The phones to show: with a change that was tried, the same phone without and with it.
fn each(asked: &PhoneAsked, is_lost: bool) -> Vec<PhoneAsked> {
    let alone = PhoneAsked { beside: String::new(), tried: String::new(), ..asked.clone() };
    let second = match (asked.tried.is_empty() || is_lost, asked.beside.as_str()) {
        (false, _) => Some(PhoneAsked { tried: asked.tried.clone(), ..alone.clone() }),
        (true, "") => None,
        (true, beside) => Some(PhoneAsked { agent: beside.to_owned(), ..alone.clone() }),
    };
    std::iter::once(alone).chain(second).collect()
}

fn empty(ask: &Ask, sample: &Sample, asked: PhoneAsked) -> PhonePage {
    let profiles = ask.site.profiles.current();
    let players = sample.cast.players().iter();
    let form = [
        ("agent", &asked.agent),
        ("beside", &asked.beside),
        ("viewer", &asked.viewer),
        ("path", &asked.path),
    ];
    PhonePage {
        form: form.iter().fold(Form::empty(), |form, (name, value)| form.with(name, value.as_str())),
        profiles: profiles.names().map(str::to_owned).collect(),
        viewers: players.map(|player| (player.handle.to_owned(), player.nickname.to_owned())).collect(),
        pages: pages(sample),
        phones: Vec::new(),
        is_lost: is_lost(ask, &asked),
        asked,
    }
}

/// Pages worth a look, each with the key of its words.
fn pages(sample: &Sample) -> Vec<(String, &'static str)> {
    let (friend, cast) = (sample.cast.member("ken").id, &sample.cast);
    let places = [
        (Place::Home, "desk-phone-home"),
        (Place::Diary(cast.entry("mist")), "desk-phone-long"),
        (Place::Diary(cast.entry("ramen")), "desk-phone-photos"),
        (Place::DiaryComments(cast.entry("ramen")), "desk-phone-comments"),
        (Place::DiaryNew, "desk-phone-new"),
        (Place::Member(friend), "desk-phone-member"),
        (Place::Friends, "desk-phone-friends"),
        (Place::Footprints, "desk-phone-footprints"),
        (Place::Menu, "desk-phone-menu"),
        (Place::Login, "desk-phone-login"),
        (Place::Signup, "desk-phone-signup"),
    ];
    places.into_iter().map(|(place, key)| (place.to_string(), key)).collect()
}

/// The phone that is asked for, and the page on it.
async fn shown(
    ask: &Ask,
    sample: &Sample,
    one: &PhoneAsked,
    around: &PhoneAsked,
) -> Result<(Arc<DeviceProfile>, Shown), PageError> {
    let profile = profile(ask, one)?;
    let look = Look {
        profile: Arc::clone(&profile),
        viewer: viewer(sample, &one.viewer),
        path: one.path.clone(),
        language: ask.language().code(),
    };
    let phone = DeskPlace::Phone;
    let shown = look.at(sample, &|path| format!("{phone}?{}", around.at(path).query())).await?;
    Ok((profile, shown))
}

fn profile(ask: &Ask, one: &PhoneAsked) -> Result<Arc<DeviceProfile>, PageError> {
    let profiles: Arc<Profiles> = match one.tried.as_str() {
        "" => ask.site.profiles.current(),
        tried => ask.site.showroom.tries.find(tried).ok_or(PageError::NotFound)?,
    };
    Ok(Arc::new(profiles.explain_any(&one.agent).profile))
}

fn viewer(sample: &Sample, handle: &str) -> Option<MemberId> {
    sample.cast.players().iter().find(|player| player.handle == handle).map(|player| player.id)
}

async fn look(
    ask: &Ask,
    sample: &Sample,
    one: &PhoneAsked,
    around: &PhoneAsked,
) -> Result<PhoneShown, PageError> {
    let (profile, Shown { page, pictures, drawn }) = shown(ask, sample, one, around).await?;
    let heavy: usize = pictures.iter().map(|(_, bytes)| bytes).sum();
    let keys = drawn.keys.into_iter().map(|key| KeyShown { sign: key.sign, words: key.words, to: key.leads });
    Ok(PhoneShown {
        words: profile.words(),
        profile: profile.name.clone(),
        is_tried: !one.tried.is_empty(),
        screen: (profile.screen.width, profile.screen.height),
        status: page.status,
        content_type: page.content_type,
        path: page.path,
        part: page.part,
        markup: Weight { bytes: page.body.len(), most: profile.page_bytes },
        total: Weight { bytes: page.body.len() + heavy, most: profile.total_bytes },
        pictures: pictures.into_iter().map(|(name, bytes)| PictureShown { name, bytes }).collect(),
        keys: keys.collect(),
    })
}
