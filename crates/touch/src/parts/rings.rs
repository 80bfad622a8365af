//! A level of visibility as a picture: rings around oneself, and how far out one is seen.

use maud::{Markup, html};

use super::level::Level;

/// Radii of the rings in units of a picture 40 across: friends, their friends, everyone here.
const FRIENDS: u8 = 8;
const FRIENDS_OF_FRIENDS: u8 = 13;
const MEMBERS: u8 = 18;

/// The picture of a level, `side_px` wide and high.
pub(crate) fn rings(level: Level, side_px: u8) -> Markup {
    html! {
        svg.rings viewBox="0 0 40 40" width=(side_px) height=(side_px) aria-hidden="true" {
            @for radius in [MEMBERS, FRIENDS_OF_FRIENDS, FRIENDS] {
                circle class=[(radius <= reach(level)).then_some("reached")] cx="20" cy="20" r=(radius) {}
            }
            // Three of the friends: chosen one by one, they make no whole ring.
            @if level == Level::Group { path.reached d="M14.3 14.3A8 8 0 0 1 27.7 17.9M25.7 25.7A8 8 0 0 1 17.9 27.7" {} }
            circle.oneself cx="20" cy="20" r="3" {}
        }
    }
}

/// The radius of the widest whole ring that is reached.
fn reach(level: Level) -> u8 {
    match level {
        Level::Members => MEMBERS,
        Level::FriendsOfFriends => FRIENDS_OF_FRIENDS,
        Level::Friends => FRIENDS,
        Level::Group | Level::OnlyMe => 0,
    }
}
