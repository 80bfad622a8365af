//! A whole page before it is cut.

use super::Block;

/// A page: its name and what stands on it.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// The name in the bar and in the window's title.
    pub name: String,
    /// What stands on it, in reading order.
    pub blocks: Vec<Block>,
    /// Whether the foot offers the other face and language.
    pub offers_switch: bool,
    /// Whether the foot leads home and to the menu.
    pub has_ways: bool,
}

impl Sheet {
    /// An empty page.
    pub(crate) fn new(name: impl Into<String>) -> Sheet {
        Sheet { name: name.into(), blocks: Vec::new(), offers_switch: true, has_ways: true }
    }

    /// With one block more.
    pub(crate) fn add(&mut self, block: Block) -> &mut Sheet {
        self.blocks.push(block);
        self
    }

    /// With blocks more.
    pub(crate) fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) -> &mut Sheet {
        self.blocks.extend(blocks);
        self
    }
}
