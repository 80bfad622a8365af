//! The five ways that a thumb reaches from anywhere.

use std::borrow::Cow;

use enishi_face::{Context, Place};
use maud::{Markup, html};

use super::icons::Icon;

/// A word of the bottom bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Home,
    Footprints,
    Write,
    Notices,
    Menu,
}

impl Tab {
    const ALL: [Tab; 5] = [Tab::Home, Tab::Footprints, Tab::Write, Tab::Notices, Tab::Menu];

    fn place(self) -> Place {
        match self {
            Tab::Home => Place::Home,
            Tab::Footprints => Place::Footprints,
            Tab::Write => Place::DiaryNew,
            Tab::Notices => Place::Notifications,
            Tab::Menu => Place::Menu,
        }
    }

    fn icon(self) -> Icon {
        match self {
            Tab::Home => Icon::Home,
            Tab::Footprints => Icon::Footprints,
            Tab::Write => Icon::Write,
            Tab::Notices => Icon::Bell,
            Tab::Menu => Icon::Menu,
        }
    }

    fn word(self, context: &Context<'_>) -> Cow<'static, str> {
        let words = context.words;
        match self {
            Tab::Home => words.say("home"),
            Tab::Footprints => words.say("footprints"),
            Tab::Write => words.say("diary-write-short"),
            Tab::Notices => words.say("notifications"),
            Tab::Menu => words.say("menu"),
        }
    }
}

/// The bar; `here` is the word that stands for this page.
pub(crate) fn bottom_bar(here: Option<Tab>, context: &Context<'_>) -> Markup {
    html! {
        nav.bar aria-label=(context.words.say("touch-navigation")) {
            @for tab in Tab::ALL {
                a class=[(tab == Tab::Write).then_some("write")] href=(context.links.to(tab.place()))
                    aria-current=[(here == Some(tab)).then_some("page")] {
                    (tab.icon().draw())
                    span { (tab.word(context)) }
                }
            }
        }
    }
}
