//! Fills part after part.

use super::{Room, fit::fit, sentence, squeeze::squeeze};
use crate::content::{Block, Form, Key, Picture, Row, Text};
use crate::markup::Pen;
use crate::medium::Medium;

/// The blocks of each part, in order; at least one part. `too_long` stands for a form that no part can hold.
pub(crate) fn cut(medium: &Medium<'_>, blocks: Vec<Block>, room: Room, too_long: &str) -> Vec<Vec<Block>> {
    let weight: usize = blocks.iter().map(|block| Pen::weigh(medium, block)).sum();
    let pictures: usize = blocks.iter().map(picture_weight).sum();
    if weight <= room.alone && pictures <= room.pictures {
        return vec![blocks];
    }
    let mut cutter =
        Cutter { medium, room, too_long, parts: Vec::new(), current: Vec::new(), used: 0, pictures: 0 };
    blocks.into_iter().for_each(|block| cutter.place(block));
    cutter.finish()
}

struct Cutter<'a> {
    medium: &'a Medium<'a>,
    room: Room,
    too_long: &'a str,
    parts: Vec<Vec<Block>>,
    current: Vec<Block>,
    used: usize,
    pictures: usize,
}

impl Cutter<'_> {
    fn place(&mut self, block: Block) {
        let weight = self.weigh(&block);
        match block {
            Block::Picture(picture) => self.picture(picture),
            _ if weight <= self.left() => self.push(block, weight),
            Block::Text(text) => self.text(text),
            _ if weight <= self.room.turning => {
                self.turn_for(weight);
                self.push(block, weight);
            }
            Block::Form(form) => self.form(&form),
            block => self.place_squeezed(block),
        }
    }

    /// A picture counts twice: its tag as markup, its bytes beside it.
    fn picture(&mut self, picture: Picture) {
        if self.pictures + picture.weight_bytes > self.room.pictures {
            if let Some(words) = picture.instead {
                self.place(Block::Row(link_to(picture.address, words)));
            }
            return;
        }
        let bytes = picture.weight_bytes;
        let block = Block::Picture(picture);
        let weight = self.weigh(&block);
        if weight > self.left() {
            self.turn_for(weight);
        }
        if weight <= self.left() {
            self.push(block, weight);
            self.pictures += bytes;
        }
    }

    fn text(&mut self, text: Text) {
        let tags = self.weigh(&Block::Text(Text::default()));
        let mut rest = sentence::without_heavy_links(self.medium, text, self.room.turning);
        while !rest.words.is_empty() {
            let room = self.left().saturating_sub(tags);
            let mut end = sentence::whole_sentences(self.medium, &rest, room);
            if end == 0 && self.is_fresh() {
                end = sentence::whole_characters(self.medium, &rest, room);
            }
            if end > 0 {
                let block = Block::Text(rest.part(0..end));
                let weight = self.weigh(&block);
                self.push(block, weight);
                rest = rest.part(end..rest.words.len());
            }
            if !rest.words.is_empty() {
                self.turn();
            }
        }
    }

    fn form(&mut self, form: &Form) {
        let Some(forms) = fit(self.medium, form, self.room.turning) else {
            return self.text(Text::from(self.too_long.to_owned()));
        };
        for (number, form) in forms.into_iter().enumerate() {
            let block = Block::Form(form);
            let weight = self.weigh(&block);
            if number > 0 || weight > self.left() {
                self.turn_for(weight);
            }
            self.push(block, weight);
        }
    }

    fn place_squeezed(&mut self, block: Block) {
        let Some(block) = squeeze(self.medium, block, self.room.turning) else { return };
        let weight = self.weigh(&block);
        if weight > self.left() {
            self.turn_for(weight);
        }
        self.push(block, weight);
    }

    fn push(&mut self, block: Block, weight: usize) {
        // A line between two things says nothing at the head of a part.
        if block == Block::Rule && self.current.is_empty() {
            return;
        }
        self.used += weight;
        self.current.push(block);
    }

    /// Begins a part that takes along what belongs to the next block, if there is room for both.
    fn turn_for(&mut self, weight: usize) {
        self.turn();
        if weight > self.left() {
            self.turn_bare();
        }
    }

    fn turn(&mut self) {
        if self.is_fresh() {
            return self.turn_bare();
        }
        let kept = self.current.iter().rposition(|block| !block.leads()).map_or(0, |at| at + 1);
        let carried = self.current.split_off(kept);
        self.turn_bare();
        for block in carried {
            let weight = self.weigh(&block);
            self.push(block, weight);
        }
    }

    fn turn_bare(&mut self) {
        if !self.current.is_empty() {
            self.parts.push(std::mem::take(&mut self.current));
        }
        (self.used, self.pictures) = (0, 0);
    }

    /// Whether nothing stands here but what belongs to the next block.
    fn is_fresh(&self) -> bool {
        self.current.iter().all(Block::leads)
    }

    fn left(&self) -> usize {
        self.room.turning.saturating_sub(self.used)
    }

    fn weigh(&self, block: &Block) -> usize {
        Pen::weigh(self.medium, block)
    }

    fn finish(mut self) -> Vec<Vec<Block>> {
        if !self.current.is_empty() || self.parts.is_empty() {
            self.parts.push(self.current);
        }
        self.parts
    }
}

fn picture_weight(block: &Block) -> usize {
    match block {
        Block::Picture(picture) => picture.weight_bytes,
        _ => 0,
    }
}

fn link_to(to: String, words: String) -> Row {
    Row { to, key: Key::Next, sign: None, words, is_red: false, below: Vec::new() }
}
