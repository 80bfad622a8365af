//! The one small set of strokes. Each stands beside its word, so none speaks.

use maud::{Markup, html};

/// A sign, 24 units square, drawn with one stroke width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Home,
    Footprints,
    Write,
    Bell,
    Menu,
    Search,
    Photo,
    Comment,
    Onward,
    Knot,
}

impl Icon {
    pub(crate) fn draw(self) -> Markup {
        let class = if self == Icon::Knot { "icon knot" } else { "icon" };
        html! {
            svg class=(class) viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" { path d=(self.strokes()) {} }
        }
    }

    fn strokes(self) -> &'static str {
        match self {
            Icon::Home => "M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-5h4v5",
            Icon::Footprints => {
                "M8 3.5c-2 0-3 1.8-3 4 0 1.7.6 2.8.8 4.5h4c.2-1.5.8-2.7.8-4.5C10.6 5 9.8 3.5 8 3.5Z\
                 M5.9 14.5h3.9c.2 1.7-.5 2.7-1.9 2.7s-2.1-1-2-2.7Z\
                 M16 7.5c-1.9 0-2.7 1.5-2.7 4 0 1.8.6 3 .8 4.5h4c.2-1.7.8-2.8.8-4.5 0-2.2-.9-4-2.9-4Z\
                 M14.1 18.5H18c.1 1.7-.6 2.7-2 2.7s-2.1-1-1.9-2.7Z"
            }
            Icon::Write => "M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20ZM14 6.5 17.5 10",
            Icon::Bell => "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15L6 17ZM10 21h4M12 5V3",
            Icon::Menu => "M4 7h16M4 12h16M4 17h16",
            Icon::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 20 20",
            Icon::Photo => "M4 6h16v13H4ZM4 16l4.5-4.5 4 4L15 13l5 4.5M15.5 9.5h.01",
            Icon::Comment => "M4 5h16v11h-9l-4.5 4v-4H4Z",
            Icon::Onward => "M9.5 6l6 6-6 6",
            Icon::Knot => "M2 9C9 3 17 6 17 12s-8 9-10 4 3-9 8-9 7 4 7 8",
        }
    }
}
