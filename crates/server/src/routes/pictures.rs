//! Pictures: every byte is judged, every time.

use std::sync::Arc;

use enishi_core::ids::{MemberId, PictureId};
use enishi_core::picture;
use enishi_pictures::{Digest, VariantName};

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::{Answer, Kind};
use crate::error::PageError;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/pictures/{id}/{variant}", Readers::Audience, handler!(show)).on_legacy(),
        Route::get("/drawings/{id}/{variant}", Readers::Anyone, handler!(drawing)).on_legacy(),
    ]
}

/// A touch screen draws more pixels than it reports; its pictures may be as wide as the widest there is.
const WIDEST_PX: u32 = 1280;

async fn show(ask: &mut Ask) -> Outcome {
    let id: PictureId = ask.id("id")?;
    let name: VariantName = ask.id("variant")?;
    let digest = match find(ask, id, name).await? {
        Some(digest) => digest.parse::<Digest>().map_err(|_| PageError::NotFound)?,
        None => return Err(PageError::NotFound),
    };
    let profile = ask.profile();
    let widest = match profile.face {
        enishi_device::FaceKind::Touch => WIDEST_PX,
        enishi_device::FaceKind::Keitai => profile.image_width(),
    };
    let spec = name.spec(widest, profile.image_bytes, profile.colours);
    let bytes = ask.develop(move |site| site.pictures.variant(&digest, &spec)).await?;
    let bytes = bytes.map_err(|error| PageError::Fault(format!("a picture could not be drawn: {error}")))?;
    let bytes = bytes.ok_or(PageError::NotFound)?;
    Ok(Answer::Picture { bytes, media_type: name.format().media_type(), kind: Kind::Picture })
}

/// The digest, if the viewer may see what the picture hangs on. To a guest no picture exists: an address that
/// led to the login page would say that there is one.
async fn find(ask: &mut Ask, id: PictureId, name: VariantName) -> Result<Option<String>, PageError> {
    match ask.keeps_cookies() {
        true => ask.find_viewer().await?,
        false => ask.find_signed_viewer(id, &name.to_string()).await?,
    }
    let viewer = ask.who.viewer();
    let site = Arc::clone(&ask.site);
    let found = ask.develop(move |_| site.store.read(|tx| picture::find_for(tx, viewer, id))).await?;
    Ok(found?)
}

/// The two threads of a member without a picture. Any id has them, so they tell nothing of anyone.
async fn drawing(ask: &mut Ask) -> Outcome {
    let id: MemberId = ask.id("id")?;
    let name: VariantName = ask.id("variant")?;
    let format = name.format();
    let bytes = ask
        .develop(move |_| enishi_pictures::thread_drawing(i64::from(id) as u64, name.width_px(), format))
        .await?;
    Ok(Answer::Picture { bytes, media_type: format.media_type(), kind: Kind::Asset })
}
