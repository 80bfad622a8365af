//! Which part of a page is drawn in which colour, in whatever way the phone allows.

use enishi_device::{CssSupport, DeviceProfile};

use super::{Attributes, Dialect};

/// A part of a page that has a look of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The page name.
    Bar,
    /// The beginning of a section.
    Heading,
    /// Times, counts, hints.
    Soft,
    /// What waits, what is wrong.
    Red,
    /// Done.
    Done,
    /// A printed key.
    Key,
    /// A line that leads somewhere.
    Row,
    /// What somebody wrote.
    Text,
    /// The foot of the page.
    Foot,
    /// Home and menu in it, which stay in sight where the browser leaves room.
    Keys,
}

/// How a phone's pages are coloured.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// Where style is written.
    pub css: CssSupport,
    /// Whether `font color` is all there is.
    pub uses_font: bool,
    /// Whether the page name stands in a coloured bar.
    pub has_bar: bool,
}

impl Look {
    /// Of a phone.
    pub(crate) fn of(profile: &DeviceProfile, dialect: &Dialect) -> Look {
        let has_colour = profile.has_colour();
        let css = if has_colour { profile.css } else { CssSupport::None };
        Look {
            css,
            uses_font: has_colour && !dialect.is_xhtml,
            has_bar: !profile.is_narrow() && css != CssSupport::None,
        }
    }

    /// What the tag of a part carries.
    pub(crate) fn attributes(&self, role: Role) -> Attributes {
        let no_bar = role == Role::Bar && !self.has_bar;
        match self.css {
            CssSupport::Embedded if !no_bar => Attributes::new().with("class", class(role)),
            CssSupport::Inline if !no_bar => Attributes::new().maybe(inline(role).map(|css| ("style", css))),
            _ => Attributes::new(),
        }
    }

    /// The class a link of this look carries, so that its underline has the colour too. Where there are no
    /// classes the words inside are coloured: a link's own style would lose to the sheet of links.
    pub(crate) fn link_class(&self, role: Role) -> Option<&'static str> {
        (self.css == CssSupport::Embedded).then(|| class(role))
    }

    /// The colour of words where only `font` can say it.
    pub(crate) fn font(&self, role: Role) -> Option<&'static str> {
        if !self.uses_font {
            return None;
        }
        match role {
            Role::Bar | Role::Red | Role::Heading => Some("#cc3300"),
            Role::Soft => Some("#666666"),
            Role::Done => Some("#336633"),
            Role::Key | Role::Row | Role::Text | Role::Foot | Role::Keys => None,
        }
    }

    /// The colours of the whole page.
    pub(crate) fn body(&self) -> Attributes {
        match self.css {
            CssSupport::Inline => Attributes::new().with("style", "background-color:#ffffff;color:#333333"),
            CssSupport::None if self.uses_font => {
                let page = Attributes::new().with("bgcolor", "#ffffff").with("text", "#333333");
                page.with("link", "#003399").with("vlink", "#003399")
            }
            _ => Attributes::new(),
        }
    }

    /// The line between two things; `is_thread` is the red one under the page name.
    pub(crate) fn rule(&self, is_thread: bool) -> Attributes {
        let colour = if is_thread { "#cc3300" } else { "#cccccc" };
        match self.css {
            CssSupport::Inline => {
                let css = format!("border-color:{colour};background-color:{colour};color:{colour}");
                Attributes::new().with("style", css)
            }
            CssSupport::None if self.uses_font => Attributes::new().with("color", colour),
            _ => Attributes::new(),
        }
    }
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Bar => "b",
        Role::Heading => "h",
        Role::Soft => "s",
        Role::Red => "r",
        Role::Done => "d",
        Role::Key => "k",
        Role::Row => "w",
        Role::Text => "t",
        Role::Foot => "f",
        Role::Keys => "n",
    }
}

fn inline(role: Role) -> Option<&'static str> {
    match role {
        Role::Bar => Some("background-color:#cc3300;color:#ffffff;text-align:center"),
        Role::Heading => Some("background-color:#eeeeee;color:#333333"),
        Role::Soft => Some("color:#666666"),
        Role::Red => Some("color:#cc3300"),
        Role::Done => Some("color:#336633"),
        Role::Key | Role::Row | Role::Text | Role::Foot | Role::Keys => None,
    }
}
