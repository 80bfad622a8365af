//! One file of device profiles: tried, saved, taken back.

use data_encoding::HEXLOWER;
use enishi_core::profile_edit::{self, ProfileEdit};
use enishi_core::{handset, moment::Moment};
use enishi_device::Profiles;
use enishi_face::desk::{Change, DeskPage, EditLine, PhoneAsked, ProfileFilePage};
use enishi_face::{Form, Phrase};
use sha2::{Digest, Sha256};
use similar::{ChangeTag, TextDiff};
use tokio::sync::Mutex;

use super::again::with_code_in;
use crate::answer::Answer;
use crate::error::PageError;
use crate::profile_files::{self, ProfileFiles};
use crate::request::Ask;
use crate::routes::route::{Outcome, Readers, Route, handler};

const ADDRESS: &str = "/operator/devices/file";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get(ADDRESS, Readers::Operator, handler!(show)),
        Route::post(ADDRESS, Readers::Operator, handler!(edit))
            .with_long_form()
            .refilled_by(handler!(refill)),
        Route::post("/operator/devices/undo", Readers::Operator, handler!(undo)),
    ]
}

/// What a trial found.
#[derive(Default)]
struct Found {
    faults: Vec<String>,
    changes: Option<Vec<Change>>,
    look: Option<PhoneAsked>,
}

async fn show(ask: &mut Ask) -> Outcome {
    let (files, name) = (files(ask)?, ask.query("file"));
    let text = files.text_of(&name).ok_or(PageError::NotFound)?;
    let form = Form::empty().with("text", text).with("read", digest(text));
    Ok(Answer::desk(page(ask, name, form, Found::default()).await?))
}

async fn edit(ask: &mut Ask) -> Outcome {
    let (files, name) = (files(ask)?, ask.typed.get("file").to_owned());
    let was = files.text_of(&name).ok_or(PageError::NotFound)?.to_owned();
    let text = typed_text(ask);
    let then = match files.try_out(&name, &text) {
        Ok(then) => then,
        Err(faults) => {
            let faults = faults.iter().map(ToString::to_string).collect();
            return refused(ask, name, None, Found { faults, ..Found::default() }).await;
        }
    };
    if ask.typed.get("read") != digest(&was) {
        return refused(ask, name, Some("desk-file-moved"), Found::default()).await;
    }
    if ask.typed.get("step") != "save" {
        let today = ask.site.store.now().site_day(&ask.site.zone);
        let came = ask.read_at_desk(move |tx, _| Ok(handset::every_unknown(tx, today)?)).await?;
        let changes = profile_files::changes(&ask.site.profiles.current(), &then, &came);
        let form = typed_form(ask);
        let look = Some(kept_for_a_look(ask, &text, then, &changes));
        let found = Found { faults: Vec::new(), changes: Some(changes), look };
        return Ok(Answer::desk(page(ask, name, form, found).await?));
    }
    match save(ask, "code", &name, was, text).await? {
        Saved::Yes => Ok(Answer::go(format!("{ADDRESS}?file={name}&done=profiles-saved"))),
        Saved::No(field, why) => {
            let form = typed_form(ask).fault(field, why);
            Ok(Answer::desk_refused(page(ask, name, form, Found::default()).await?))
        }
    }
}

/// Keeps what was tried for the phone on the screen, which begins with somebody for whom something changes.
fn kept_for_a_look(ask: &Ask, text: &str, then: Profiles, changes: &[Change]) -> PhoneAsked {
    let tried = digest(text);
    let agent = changes.first().map_or(super::phone::FIRST, |change| change.whose.as_str());
    ask.site.showroom.tries.keep(tried.clone(), then);
    PhoneAsked { tried, ..PhoneAsked::home(agent) }
}

/// What became of a change.
enum Saved {
    Yes,
    /// Beside which field what is said.
    No(&'static str, Phrase),
}

/// Of two who save at once, one after the other: the second finds that the file holds something else by then.
static SAVING: Mutex<()> = Mutex::const_new(());

/// Asks for a fresh code, typed in `field`; keeps what was, then writes. A change that was kept and not written does no
/// harm: taking it back finds that the file holds something else.
async fn save(
    ask: &mut Ask,
    field: &'static str,
    name: &str,
    was: String,
    text: String,
) -> Result<Saved, PageError> {
    let _alone = SAVING.lock().await;
    let files = files(ask)?;
    if files.text_of(name) != Some(&was) {
        return Ok(Saved::No("text", Phrase::new("desk-file-moved")));
    }
    if was == text {
        return Ok(Saved::Yes);
    }
    let (file, becomes) = (name.to_owned(), text.clone());
    let asked = with_code_in(field, ask, move |tx, _, desk, client| {
        profile_edit::keep(tx, desk, client, &file, &was, &becomes)
    });
    if let Err(why) = asked.await? {
        return Ok(Saved::No(field, why));
    }
    let Err(error) = files.write(name, &text) else { return Ok(Saved::Yes) };
    tracing::error!(%error, file = name, "a file of device profiles cannot be written");
    Ok(Saved::No("text", Phrase::new("desk-file-unwritable")))
}

async fn undo(ask: &mut Ask) -> Outcome {
    let files = files(ask)?;
    let number: i64 = ask.typed.get("number").parse().map_err(|_| PageError::NotFound)?;
    let found = ask.read_at_desk(move |tx, _| Ok(profile_edit::find(tx, number)?)).await?;
    let edit = found.ok_or(PageError::NotFound)?;
    let text = files.text_of(&edit.file).ok_or(PageError::NotFound)?.to_owned();
    let form = Form::empty().with("text", text.clone()).with("read", digest(&text));
    if text != edit.becomes {
        let form = form.fault("text", Phrase::new("desk-file-gone"));
        return Ok(Answer::desk_refused(page(ask, edit.file, form, Found::default()).await?));
    }
    if let Saved::No(field, why) = save(ask, "undo_code", &edit.file, text, edit.was).await? {
        return Ok(Answer::desk_refused(
            page(ask, edit.file, form.fault(field, why), Found::default()).await?,
        ));
    }
    Ok(Answer::go(format!("{ADDRESS}?file={}&done=profiles-undone", edit.file)))
}

async fn refill(ask: &mut Ask) -> Outcome {
    let name = ask.typed.get("file").to_owned();
    files(ask)?.text_of(&name).ok_or(PageError::NotFound)?;
    refused(ask, name, Some("trouble-stale"), Found::default()).await
}

async fn refused(ask: &Ask, name: String, why: Option<&'static str>, found: Found) -> Outcome {
    let mut form = typed_form(ask);
    if let Some(why) = why {
        form = form.fault("text", Phrase::new(why));
    }
    Ok(Answer::desk_refused(page(ask, name, form, found).await?))
}

async fn page(ask: &Ask, file: String, form: Form, found: Found) -> Result<DeskPage, PageError> {
    let name = file.clone();
    let edits = ask.read_at_desk(move |tx, _| Ok(profile_edit::list(tx, &name)?)).await?;
    let edits = edits.into_iter().map(line).collect();
    let Found { faults, changes, look } = found;
    Ok(DeskPage::ProfileFile(Box::new(ProfileFilePage { file, form, faults, changes, look, edits })))
}

fn line(edit: ProfileEdit) -> EditLine {
    let diff = TextDiff::from_lines(&edit.was, &edit.becomes);
    let lines = diff.iter_all_changes().filter_map(|change| {
        let sign = match change.tag() {
            ChangeTag::Equal => return None,
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
        };
        Some(format!("{sign} {}", change.value().trim_end()))
    });
    let at: Moment = edit.at;
    EditLine { number: edit.number, name: edit.name, at, lines: lines.collect() }
}

fn files(ask: &Ask) -> Result<ProfileFiles, PageError> {
    let dir = ask.site.profiles.dir().ok_or(PageError::NotFound)?;
    ProfileFiles::read(dir).map_err(|_| PageError::NotFound)
}

fn typed_form(ask: &Ask) -> Form {
    Form::empty().with("text", typed_text(ask)).with("read", ask.typed.get("read"))
}

/// Browsers send line ends as CR LF.
fn typed_text(ask: &Ask) -> String {
    ask.typed.get("text").replace("\r\n", "\n")
}

fn digest(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}
