//! What was typed, and photographs already put away, so that a refusal loses none of them.

use enishi_core::diary::{Chosen, Draft, EditPage, MOST_PHOTOS, NewDiary, NewPhoto, written_time};
use enishi_face::pages::photo_words_field;
use enishi_face::{Form, Phrase};

use super::base::Base;
use super::with_fault;
use crate::error::PageError;
use crate::request::{Ask, PIECE_FIELDS};
use crate::routes::photos;

/// A form that was sent.
pub(super) struct Sent {
    /// As it would be kept: pieces in their place, characters the phone could not show put back.
    pub draft: Draft,
    /// As it was typed, with what is wrong already.
    pub form: Form,
    /// A piece of a text that was changed elsewhere meanwhile: as it was typed, for there is no place to put it.
    pub homeless: Option<Draft>,
}

/// Reads it, and puts away the photographs that came with it.
pub(super) async fn receive(ask: &mut Ask, base: &Base) -> Result<Sent, PageError> {
    let photos = photos::receive(ask).await?;
    Ok(put_together(ask, &base.stored, photos))
}

/// Reads it over what it began from.
pub(super) fn put_together(
    ask: &Ask,
    stored: &EditPage,
    (photos, photo_fault): (Vec<NewPhoto>, Option<Phrase>),
) -> Sent {
    let mut form = typed_form(ask);
    if let Some(phrase) = photo_fault {
        form = form.fault("photo", phrase);
    }
    let mut is_homeless = false;
    let mut edited = |field: &str, kept: &str| {
        ask.edited(field, kept).unwrap_or_else(|phrase| {
            is_homeless = true;
            form = form.clone().fault(field, phrase);
            kept.to_owned()
        })
    };
    let (title, body) = (edited("title", &stored.title), edited("body", &stored.body));
    // A phone whose form had no room for the choice leaves it as it is.
    let comments = ask.typed.find("comments").unwrap_or(stored.talk.key()).to_owned();
    form = form.with("comments", comments.as_str());
    let time = |field: &str, kept: &str| ask.typed.find(field).unwrap_or(kept).to_owned();
    let (day, hour) = (time("day", &stored.day), time("hour", &stored.hour));
    let (shown_day, shown_hour) = written_time(&day, &hour, ask.site.store.now(), &ask.site.zone);
    form = form.with("day", shown_day).with("hour", shown_hour);
    let chosen = chosen_categories(ask, stored);
    form = form.with("new_category", chosen.new_name.as_str());
    form = form.with("new_category_open", if chosen.is_open { "1" } else { "" });
    let visibility = chosen_visibility(ask);
    let draft = Draft { title, body, visibility, comments, photos, day, hour, chosen };
    let as_typed = || Draft {
        title: draft.title.clone(),
        body: ask.typed.get("body").to_owned(),
        visibility: draft.visibility.clone(),
        comments: draft.comments.clone(),
        photos: Vec::new(),
        ..Draft::default()
    };
    let homeless = is_homeless.then(as_typed);
    Sent { draft, form, homeless }
}

/// The draft as something to keep, or the form with every fault beside its field.
pub(super) fn read(sent: &Sent) -> Result<NewDiary, Form> {
    match sent.draft.clone().read() {
        Ok(new) if !sent.form.is_refused() => Ok(new),
        Ok(_) => Err(sent.form.clone()),
        Err(faults) => Err(faults.into_iter().fold(sent.form.clone(), with_fault)),
    }
}

/// Boxes that are not ticked are not sent: the form says whether there were any to tick.
fn chosen_categories(ask: &Ask, stored: &EditPage) -> Chosen {
    if ask.typed.find("categories").is_none() {
        return stored.chosen.clone();
    }
    Chosen {
        categories: ask.typed.all("category").filter_map(|id| id.parse().ok()).collect(),
        new_name: ask.typed.get("new_category").to_owned(),
        is_open: ask.typed.get("new_category_open") == "1",
    }
}

/// The fourth level is completed by the group chosen beside it.
fn chosen_visibility(ask: &Ask) -> String {
    match ask.typed.get("visibility") {
        "group" => ask.typed.get("visibility_group").to_owned(),
        chosen => chosen.to_owned(),
    }
}

/// Everything as typed; of a longer text, the piece that was on the form and which one it was.
fn typed_form(ask: &Ask) -> Form {
    let words = (1..=MOST_PHOTOS).map(photo_words_field);
    let fields = ["title", "body"].map(str::to_owned).into_iter().chain(words);
    let fields = fields.map(|field| (field.clone(), ask.typed.get(&field).to_owned()));
    let pieces = PIECE_FIELDS.map(|name| format!("body_{name}"));
    let pieces =
        pieces.into_iter().filter_map(|name| Some((name.clone(), ask.typed.find(&name)?.to_owned())));
    let form = Form::empty().with("visibility", chosen_visibility(ask));
    fields.chain(pieces).fold(form, |form, (name, value)| form.with(&name, value))
}
