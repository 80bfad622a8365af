//! Photographs in forms: put away as soon as they arrive, so that a refused form keeps them.

use enishi_core::allowance::Act;
use enishi_core::diary::{MOST_PHOTOS, NewPhoto};
use enishi_core::ids::PictureId;
use enishi_core::picture::{self, NewPicture};
use enishi_face::Phrase;
use enishi_face::pages::{photo_field, photo_words_field};
use enishi_pictures::{Digest, IngestError, Limits};

use crate::error::PageError;
use crate::request::Ask;

/// The photographs of a form: those kept from before, then those just sent; and what was wrong with a file.
pub async fn receive(ask: &mut Ask) -> Result<(Vec<NewPhoto>, Option<Phrase>), PageError> {
    let mut photos = kept(ask);
    let files = take_new(ask);
    if photos.len() + files.len() > MOST_PHOTOS {
        return Ok((photos, Some(Phrase::new("diary-photos-many"))));
    }
    let (mut fault, mut done) = (None, Vec::new());
    for (number, bytes) in files {
        match put_away(ask, bytes).await? {
            Ok(picture) => {
                photos.push(NewPhoto { picture, alt: words_of(ask, number) });
                done.push(number);
            }
            Err(why) => fault = Some(why),
        }
    }
    leave_words(ask, &done);
    Ok((photos, fault))
}

/// The files just sent, each with its number: one field may hold several, or each has a field of its own.
fn take_new(ask: &mut Ask) -> Vec<(usize, Vec<u8>)> {
    let mut files: Vec<_> = (1..).zip(ask.take_files("photo")).collect();
    for number in 1..=MOST_PHOTOS {
        files.extend(ask.take_files(&photo_field(number)).into_iter().map(|bytes| (number, bytes)));
    }
    files
}

/// What the file of that number shows, as typed beside it.
fn words_of(ask: &Ask, number: usize) -> String {
    ask.typed.get(&photo_words_field(number)).to_owned()
}

/// Words whose photograph is put away stand beside it from now on. The others move up: whoever is shown the form again
/// finds them in the fields that are left.
fn leave_words(ask: &mut Ask, done: &[usize]) {
    if done.is_empty() {
        return;
    }
    let waiting = (1..=MOST_PHOTOS).filter(|number| !done.contains(number));
    let mut words: Vec<String> = waiting.map(|number| words_of(ask, number)).collect();
    words.resize(MOST_PHOTOS, String::new());
    for (number, words) in (1..).zip(words) {
        ask.typed.put(&photo_words_field(number), words);
    }
}

/// As [`receive`], of a form that takes one photograph and what it shows beside it, as the field `alt`. A new one takes
/// the place of one kept before. Until the form is sent at last it waits, and is forgotten after a while.
pub async fn receive_one(ask: &mut Ask) -> Result<(Option<NewPhoto>, Option<Phrase>), PageError> {
    let kept = kept(ask).pop();
    let mut files = ask.take_files("photo");
    let Some(bytes) = files.pop() else { return Ok((kept, None)) };
    if !files.is_empty() {
        return Ok((kept, Some(Phrase::new("comment-photo-one"))));
    }
    match put_away(ask, bytes).await? {
        Ok(picture) => {
            ask.write(move |tx, _| picture::wait(tx, picture)).await??;
            Ok((Some(NewPhoto { picture, alt: ask.typed.get("alt").to_owned() }), None))
        }
        Err(why) => Ok((kept, Some(why))),
    }
}

/// The photographs kept from before, for a form that is only shown again: what was just sent is not put away, and
/// the form says so.
pub fn keep_only(ask: &mut Ask) -> (Vec<NewPhoto>, Option<Phrase>) {
    let sent = !take_new(ask).is_empty() || ask.typed.get("photo_sent") == "1";
    (kept(ask), sent.then(|| Phrase::new("diary-photo-again")))
}

/// Photographs that travelled in hidden fields, less those taken off. Whether they are the author's own is for
/// the use case to judge.
fn kept(ask: &Ask) -> Vec<NewPhoto> {
    let dropped: Vec<&str> = ask.typed.all("drop_photo").collect();
    ask.typed
        .all("kept_photo")
        .filter(|id| !dropped.contains(id))
        .filter_map(|id| {
            let picture: PictureId = id.parse().ok()?;
            Some(NewPhoto { picture, alt: ask.typed.get(&format!("alt_{id}")).to_owned() })
        })
        .collect()
}

/// Checks, turns, strips and keeps one photograph, or says what is wrong with it. File first, row second: a row
/// never lacks its file.
pub async fn put_away(ask: &mut Ask, bytes: Vec<u8>) -> Result<Result<PictureId, Phrase>, PageError> {
    if let Some(why) = ask.stopped(Act::Upload).await? {
        return Ok(Err(why));
    }
    let most_bytes = ask.site.config.limits.picture_bytes_per_member;
    if !ask.read_as_member(move |tx, me| Ok(picture::has_room(tx, me, most_bytes)?)).await? {
        return Ok(Err(Phrase::new("photo-full")));
    }
    let ingested = ask
        .develop(move |site| {
            let limits = Limits {
                file_bytes: site.config.pictures.max_bytes,
                pixels: site.config.pictures.max_pixels,
                side_px: site.config.pictures.max_side_px,
                ..Limits::default()
            };
            let master = enishi_pictures::ingest(&bytes, &limits)?;
            Ok::<_, IngestError>((site.pictures.put(&master), master))
        })
        .await?;
    let (put, master) = match ingested {
        Ok(done) => done,
        Err(why) => return Ok(Err(wording(why))),
    };
    put.map_err(|error| PageError::Fault(format!("a picture could not be put away: {error}")))?;
    let new = NewPicture {
        digest: master.digest.to_string(),
        width_px: i32::try_from(master.width_px).unwrap_or(i32::MAX),
        height_px: i32::try_from(master.height_px).unwrap_or(i32::MAX),
        weight_bytes: i64::try_from(master.jpeg.len()).unwrap_or(i64::MAX),
    };
    keep_row(ask, new, most_bytes).await
}

/// Of pictures sent at one moment, those go in that fit; the file of one that does not is let go.
async fn keep_row(
    ask: &mut Ask,
    new: NewPicture,
    most_bytes: i64,
) -> Result<Result<PictureId, Phrase>, PageError> {
    let digest = new.digest.clone();
    let (added, is_needed) = ask
        .write(move |tx, me| {
            let added = picture::add_within(tx, me, &new, most_bytes)?;
            Ok::<_, enishi_core::store::Error>((added, picture::is_needed(tx, &new.digest)?))
        })
        .await??;
    if !is_needed {
        forget_files(ask, vec![digest]).await?;
    }
    Ok(added.ok_or_else(|| Phrase::new("photo-full")))
}

/// What to say beside the file field.
fn wording(why: IngestError) -> Phrase {
    Phrase::new(match why {
        IngestError::TooManyBytes | IngestError::TooManyPixels => "diary-photo-large",
        IngestError::UnknownType => "diary-photo-type",
        IngestError::Empty | IngestError::Broken => "diary-photo-broken",
        IngestError::Busy => "diary-photo-busy",
    })
}

/// Deletes files that no row names any more. A file that stays behind harms nobody, so this comes after commit.
pub async fn forget_files(ask: &mut Ask, digests: Vec<String>) -> Result<(), PageError> {
    if digests.is_empty() {
        return Ok(());
    }
    ask.develop(move |site| {
        for digest in digests.iter().filter_map(|text| text.parse::<Digest>().ok()) {
            if let Err(error) = site.pictures.delete(&digest) {
                tracing::warn!(%error, "a picture file stays behind");
            }
        }
    })
    .await
}
