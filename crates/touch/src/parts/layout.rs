//! What stands around every page: the head, the name of the site over its thread, the bar below.

use enishi_face::{Context, Place};
use maud::{DOCTYPE, Markup, html};

use super::{bottom_bar, bottom_bar::Tab, footer, icons::Icon};
use crate::assets;

/// A page's own part, before anything is put around it.
pub(crate) struct Sheet {
    /// The name of the page, for the window and for ears.
    pub(crate) title: String,
    /// Which word of the bottom bar stands for it.
    pub(crate) tab: Option<Tab>,
    /// Whether ways to another face, another language and out follow. Not where two answers have to be the
    /// same to the byte: those ways hold the address and the tokens of one request.
    pub(crate) has_footer: bool,
    /// What it shows, with the one `h1`.
    pub(crate) body: Markup,
}

impl Sheet {
    pub(crate) fn new(title: impl Into<String>, body: Markup) -> Sheet {
        Sheet { title: title.into(), tab: None, has_footer: true, body }
    }

    pub(crate) fn under(self, tab: Tab) -> Sheet {
        Sheet { tab: Some(tab), ..self }
    }

    pub(crate) fn without_footer(self) -> Sheet {
        Sheet { has_footer: false, ..self }
    }
}

/// The whole document.
pub(crate) fn whole(sheet: &Sheet, context: &Context<'_>) -> Markup {
    let words = context.words;
    html! {
        (DOCTYPE)
        html lang=(words.language().code()) {
            (head(sheet, context))
            body class=[context.viewer.map(|_| "has-bar")] {
                a.skip href="#content" { (words.say("skip-to-content")) }
                (top(context))
                main #content tabindex="-1" {
                    @if let Some(done) = &context.done { p.done role="status" data-done { (words.tell(done)) } }
                    (sheet.body)
                }
                @if sheet.has_footer { (footer::footer(context)) }
                @if context.viewer.is_some() { (bottom_bar::bottom_bar(sheet.tab, context)) }
            }
        }
    }
}

pub(crate) fn head(sheet: &Sheet, context: &Context<'_>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
            meta name="color-scheme" content="light dark";
            meta name="theme-color" content="#FBF9F4" media="(prefers-color-scheme: light)";
            meta name="theme-color" content="#17161A" media="(prefers-color-scheme: dark)";
            // Numbers that members write are words, not buttons that call.
            meta name="format-detection" content="telephone=no";
            meta name="mobile-web-app-capable" content="yes";
            meta name="apple-mobile-web-app-capable" content="yes";
            meta name="apple-mobile-web-app-title" content=(context.site);
            title { (sheet.title) " ― " (context.site) }
            link rel="stylesheet" href=(assets::style_path());
            link rel="icon" type="image/svg+xml" href=(assets::icon_path());
            link rel="manifest" href=(assets::MANIFEST_PATH);
            @if context.profile.script { script src=(assets::script_path()) defer {} }
        }
    }
}

fn top(context: &Context<'_>) -> Markup {
    let home = if context.viewer.is_some() { Place::Home } else { Place::Welcome };
    html! {
        header.top {
            a.site href=(context.links.to(home)) { (Icon::Knot.draw()) (context.site) }
            @if context.viewer.is_some() {
                a.find href=(context.links.to(Place::Search)) {
                    (Icon::Search.draw()) (context.words.say("search"))
                }
            }
        }
    }
}
