//! Faces: the picture a member chose, or the two threads drawn for them.

use enishi_core::member::Card;
use enishi_device::ImageFormat;
use enishi_face::{Context, PictureName};
use maud::{Markup, html};

/// How large a face is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// Beside a comment.
    Small,
    /// In a row.
    Row,
    /// On the member's own page.
    Large,
}

impl Size {
    /// In CSS pixels.
    fn side(self) -> u32 {
        match self {
            Size::Small => 32,
            Size::Row => 48,
            Size::Large => 88,
        }
    }
}

/// A face beside a name: the name says it all, so it stays silent.
pub(crate) fn face(card: &Card, size: Size, context: &Context<'_>) -> Markup {
    picture(card, size, "", context)
}

/// A face that stands for itself.
pub(crate) fn portrait(card: &Card, size: Size, context: &Context<'_>) -> Markup {
    let alt = context.words.say_with("picture-of", "name", card.nickname.as_str());
    picture(card, size, &alt, context)
}

fn picture(card: &Card, size: Size, alt: &str, context: &Context<'_>) -> Markup {
    let side = size.side();
    html! { img.face src=(address(card, context)) alt=(alt) width=(side) height=(side) decoding="async"; }
}

/// The larger of the two squares kept: current screens have two or three pixels to one of CSS.
fn address(card: &Card, context: &Context<'_>) -> String {
    let square = |format| PictureName { width_px: 96, square: true, format };
    match card.icon {
        Some(icon) => context.links.picture(icon, square(ImageFormat::Jpeg)),
        None => context.links.drawing(card.id, square(ImageFormat::Png)),
    }
}
