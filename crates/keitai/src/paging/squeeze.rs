//! Shortens what is never divided and yet too long for a part: a name of a thousand accents.

use crate::content::{Block, Line};
use crate::markup::Pen;
use crate::medium::Medium;

/// The block in at most `room` bytes, or nothing if its bare address is longer.
pub(super) fn squeeze(medium: &Medium<'_>, block: Block, room: usize) -> Option<Block> {
    let shorter = |most: usize| shorten(medium, block.clone(), most);
    let steps = [room / 4, room / 10, room / 40].into_iter().map(shorter);
    steps.into_iter().find(|block| Pen::weigh(medium, block) <= room)
}

fn shorten(medium: &Medium<'_>, mut block: Block, most_bytes: usize) -> Block {
    let shorten_line = |line: &mut Line| {
        line.iter_mut().for_each(|piece| *piece.words_mut() = medium.shorten(piece.words_mut(), most_bytes));
    };
    match &mut block {
        Block::Heading(words) => *words = medium.shorten(words, most_bytes),
        Block::Line(line) => shorten_line(line),
        Block::Row(row) => {
            row.words = medium.shorten(&row.words, most_bytes);
            row.below.iter_mut().for_each(shorten_line);
        }
        Block::Text(_) | Block::Picture(_) | Block::Rule | Block::Form(_) => {}
    }
    block
}
