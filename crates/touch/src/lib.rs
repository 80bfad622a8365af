//! The smartphone face: pages to HTML.
//!
//! A page is a pure function of its data and the [`Context`]: `pages/` has one module a noun, `parts/` the small
//! things they share, `assets/` the one style sheet and the little script. Everything works before the script
//! arrives, and no page holds script or style of its own, so that the strictest content policy fits.
//!
//! What is deliberately not here: rules, addresses and wording. Those come from `core` and `face`.

pub mod assets;
mod desk;
mod pages;
mod parts;

use enishi_face::desk::DeskPage;
use enishi_face::{Context, Face, Page, Part, Rendered};
use maud::Markup;

/// The face for fingers and mice.
#[derive(Clone, Copy, Debug, Default)]
pub struct Touch;

/// The media type of every page of this face.
pub const CONTENT_TYPE: &str = "text/html; charset=utf-8";

impl Face for Touch {
    fn render(&self, page: &Page, context: &Context<'_>) -> Rendered {
        let sheet = pages::sheet(page, context);
        rendered(parts::layout::whole(&sheet, context))
    }
}

impl Touch {
    /// Turns a page of the operators' desk into HTML; `operator` is the name of whoever sits there.
    pub fn render_desk(&self, page: &DeskPage, operator: Option<&str>, context: &Context<'_>) -> Rendered {
        let sheet = desk::sheet(page, context);
        rendered(parts::desk_frame::whole(&sheet, operator, context))
    }
}

fn rendered(html: Markup) -> Rendered {
    let body = html.into_string().into_bytes();
    Rendered { body, content_type: CONTENT_TYPE.to_owned(), part: Part::WHOLE }
}
