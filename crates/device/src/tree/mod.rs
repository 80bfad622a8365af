//! The tree of profiles, as it stands in memory: compiled once from the files, then only read.

mod origin;
mod settings;
mod when;
mod word_book;

use std::{collections::HashMap, sync::Arc};

pub(crate) use origin::{Origin, Place};
pub(crate) use settings::{KEYS, Set, Settings};
pub(crate) use when::{Seen, WHEN_KEYS, When};
pub(crate) use word_book::{Word, WordBook};

use crate::DeviceProfile;

/// One profile, complete, with the values it inherited.
#[derive(Debug)]
pub(crate) struct Node {
    pub profile: Arc<DeviceProfile>,
    /// Every value and the line it came from.
    pub settings: Settings,
    pub when: Option<When>,
    pub parent: Option<usize>,
    /// In the order in which they are tried.
    pub children: Vec<usize>,
    pub origin: Origin,
}

/// One row of a models file.
#[derive(Debug)]
pub(crate) struct Model {
    /// The profile whose table it stands in.
    pub node: usize,
    /// What people call it, where that is not its token.
    pub name: Option<String>,
    pub cache_kb: Option<u32>,
    pub settings: Settings,
    pub origin: Origin,
}

/// A word that gives a crawler away.
#[derive(Debug)]
pub(crate) struct CrawlerWord {
    pub word: Word,
    pub origin: Origin,
}

/// Every profile, model and crawler word. The first node is the root.
#[derive(Debug)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
    pub by_name: HashMap<String, usize>,
    pub models: HashMap<String, Model>,
    pub crawlers: Vec<CrawlerWord>,
    /// All words that profiles and crawlers look for.
    pub words: WordBook,
}

impl Tree {
    /// Walks down from the root, at each step into the first child whose conditions hold.
    pub fn descend(&self, seen: &Seen<'_, '_>) -> usize {
        let mut at = 0;
        while let Some(&next) = self.nodes[at].children.iter().find(|&&child| self.admits(child, seen)) {
            at = next;
        }
        at
    }

    /// The child of the root that a profile descends from.
    pub fn family(&self, node: usize) -> usize {
        self.ancestors(node).take_while(|&ancestor| ancestor != 0).last().unwrap_or(0)
    }

    fn admits(&self, child: usize, seen: &Seen<'_, '_>) -> bool {
        let is_listed =
            || seen.model.is_some_and(|model| self.ancestors(model.node).any(|node| node == child));
        self.nodes[child].when.as_ref().is_none_or(|when| when.holds(seen, is_listed))
    }

    /// A node, its parent, and so on up to the root.
    pub fn ancestors(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |&node| self.nodes[node].parent)
    }
}
