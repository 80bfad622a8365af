//! Which key opens what: 1 to 8 down the rows of one part, 1 to 5 for the five levels where a form has them.

use crate::content::{Block, Field, Form, Key, Row};

/// The last key a row may have: 9 and 0 lead to the menu and home.
const LAST: u32 = 8;
/// The first key after the five levels.
const AFTER_LEVELS: u32 = 6;

/// Hands out keys down a page.
#[derive(Clone, Debug)]
pub(crate) enum Keys {
    /// As they come; the next free one.
    Counting {
        /// The next one, if it is free.
        next: u32,
        /// Those that something on the part has for its own.
        fixed: Vec<char>,
        /// The one among them that no other row needs.
        spare: Option<char>,
        /// Whether `#` turns to another part.
        is_followed: bool,
    },
    /// The same again and again: to weigh a block before its place is known.
    Weighing,
}

impl Keys {
    /// For one part of a page. Where another part follows, `#` turns to it and opens nothing else.
    pub(crate) fn for_part(blocks: &[Block], is_followed: bool) -> Keys {
        let has_levels = blocks.iter().any(|block| matches!(block, Block::Form(form) if asks_level(form)));
        let next = if has_levels { AFTER_LEVELS } else { 1 };
        let mut fixed: Vec<char> = blocks.iter().flat_map(fixed_keys).collect();
        let spare = blocks.iter().find_map(spare_key).filter(|key| can_be_spared(*key, next, &fixed, blocks));
        fixed.extend(spare);
        Keys::Counting { next, fixed, spare, is_followed }
    }

    /// The key of a row.
    pub(crate) fn take(&mut self, wish: Key) -> Option<char> {
        match (wish, self) {
            (Key::Fixed('#'), Keys::Counting { is_followed: true, .. }) => None,
            (Key::Fixed(key), _) | (Key::Spare(key), Keys::Weighing) => Some(key),
            (Key::Spare(key), Keys::Counting { spare, .. }) => spare.take_if(|spare| *spare == key),
            (Key::Next, Keys::Weighing) => Some('8'),
            (Key::Next, Keys::Counting { next, fixed, .. }) => {
                let free = (*next..=LAST).find(|key| !fixed.contains(&digit(*key)))?;
                *next = free + 1;
                Some(digit(free))
            }
        }
    }
}

fn digit(key: u32) -> char {
    char::from_digit(key, 10).unwrap_or_default()
}

/// The digits that something in a block has for its own.
fn fixed_keys(block: &Block) -> Vec<char> {
    match block {
        Block::Row(Row { key: Key::Fixed(key), .. }) => vec![*key],
        Block::Form(form) => form.others.iter().filter_map(|button| button.key).collect(),
        _ => Vec::new(),
    }
}

fn spare_key(block: &Block) -> Option<char> {
    match block {
        Block::Row(Row { key: Key::Spare(key), .. }) => Some(*key),
        _ => None,
    }
}

/// Whether every row that takes the next free key still finds one without this.
fn can_be_spared(key: char, next: u32, fixed: &[char], blocks: &[Block]) -> bool {
    let free: Vec<char> = (next..=LAST).map(digit).filter(|key| !fixed.contains(key)).collect();
    let takes_next = |block: &&Block| matches!(block, Block::Row(Row { key: Key::Next, .. }));
    free.contains(&key) && blocks.iter().filter(takes_next).count() < free.len()
}

fn asks_level(form: &Form) -> bool {
    form.fields.iter().any(|field| matches!(field, Field::Levels(_)))
}
