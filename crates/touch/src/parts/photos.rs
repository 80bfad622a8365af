//! The photographs of an entry.

use enishi_core::diary::Photo;
use enishi_core::ids::PictureId;
use enishi_core::profile_photo::ProfilePhoto;
use enishi_device::ImageFormat;
use enishi_face::{Context, PictureName, Place};
use maud::{Markup, html};

/// A small and a full width in pixels, from the ladder of the picture store.
const SMALL_PX: u32 = 480;
const FULL_PX: u32 = 1280;

/// The column is 640 px wide at most, with 16 px on either side.
const SIZES: &str = "(min-width: 640px) 608px, calc(100vw - 32px)";

/// All of them, one below the other, in their own proportions.
pub(crate) fn photos(photos: &[Photo], context: &Context<'_>) -> Markup {
    html! {
        @if !photos.is_empty() {
            div.photos { @for (index, photo) in photos.iter().enumerate() { (figure(photo, index + 1, index > 0, context)) } }
        }
    }
}

/// The one of a comment: there may be many comments, so it waits until it comes into sight.
pub(crate) fn photo_of_comment(photo: &Photo, context: &Context<'_>) -> Markup {
    html! { div.photos { (figure(photo, 1, true, context)) } }
}

/// One photograph in its own proportions; `number` tells it from others.
pub(crate) fn figure(photo: &Photo, number: usize, may_wait: bool, context: &Context<'_>) -> Markup {
    html! {
        figure {
            // Width and height keep the place free, so that no line jumps when the photo arrives.
            img src=(address(photo.picture, FULL_PX, context)) srcset=[ladder(photo, context)] sizes=(SIZES)
                width=(photo.width_px) height=(photo.height_px) alt=(alt(photo, number, context))
                loading=[may_wait.then_some("lazy")] decoding="async";
            @if !photo.alt.is_empty() { figcaption aria-hidden="true" { (photo.alt) } }
        }
    }
}

/// A master no wider than the small size has nothing more to give.
fn ladder(photo: &Photo, context: &Context<'_>) -> Option<String> {
    let width = u32::try_from(photo.width_px).unwrap_or_default();
    (width > SMALL_PX).then(|| {
        let (small, full) =
            (address(photo.picture, SMALL_PX, context), address(photo.picture, FULL_PX, context));
        format!("{small} {SMALL_PX}w, {full} {}w", width.min(FULL_PX))
    })
}

/// A photo that nobody described is at least told from the others.
fn alt(photo: &Photo, number: usize, context: &Context<'_>) -> String {
    match photo.alt.as_str() {
        "" => context.words.say_with("photo-number", "n", number),
        alt => alt.to_owned(),
    }
}

/// Small squares in one row, which lead to the photographs.
pub(crate) fn strip(photos: &[ProfilePhoto], place: Place, context: &Context<'_>) -> Markup {
    html! {
        @if !photos.is_empty() {
            a.photo-strip href=(context.links.to(place)) {
                @for (index, one) in photos.iter().enumerate() {
                    img src=(small(one.photo.picture, context)) alt=(alt(&one.photo, index + 1, context))
                        width=(STRIP_PX) height=(STRIP_PX) decoding="async";
                }
            }
        }
    }
}

/// The side of one of them in CSS pixels.
const STRIP_PX: u32 = 96;

fn small(picture: PictureId, context: &Context<'_>) -> String {
    context.links.picture(picture, PictureName { width_px: 240, square: false, format: ImageFormat::Jpeg })
}

/// The address of a picture as JPEG, `width_px` wide.
pub(crate) fn address(picture: PictureId, width_px: u32, context: &Context<'_>) -> String {
    context.links.picture(picture, PictureName { width_px, square: false, format: ImageFormat::Jpeg })
}
