//! The way from something somebody did to being rid of them: the same key wherever it stands alone, a small link where
//! many do.

use enishi_core::member::Card;
use enishi_face::{Origin, Place};

use super::View;
use crate::content::{Block, Key, Row};

/// Below an entry 1 and 3 lead to its neighbours, and 4 to 8 say how one likes it. Where a photograph is a link beside
/// them, this is the only key left for it, and it goes first: one comes to see it, and seldom to block.
const KEY: char = '2';

/// At the foot of what one person did. Nobody is offered to block themselves.
pub(crate) fn block_row(view: &View<'_>, whom: &Card, origin: Origin) -> Option<Block> {
    let words = view.say_with("item-block", "name", whom.nickname.as_str());
    let row = Row { key: Key::Spare(KEY), ..view.row(Place::BlockFrom(whom.id, origin), words) };
    is_another(view, whom).then_some(Block::Row(row))
}

/// Beside one of several things. Narrow screens have no room for it; there it is a step further.
pub(crate) fn block_link(view: &View<'_>, whom: &Card, origin: Origin) -> Option<Block> {
    if view.is_narrow() { None } else { block_link_here(view, whom, origin) }
}

/// The same where no further step leads to it.
pub(crate) fn block_link_here(view: &View<'_>, whom: &Card, origin: Origin) -> Option<Block> {
    let link = view.link(Place::BlockFrom(whom.id, origin), view.say("friend-block"));
    is_another(view, whom).then_some(Block::Line(vec![link]))
}

fn is_another(view: &View<'_>, whom: &Card) -> bool {
    view.context.viewer.is_none_or(|me| me.id != whom.id)
}
