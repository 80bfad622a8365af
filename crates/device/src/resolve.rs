//! From headers to one profile: find the place in the tree, then lay on top what is known more exactly.

use std::sync::Arc;

use crate::{
    DeviceClass, DeviceProfile, Headers,
    facts::{Dialect, Facts, Told},
    tree::{CrawlerWord, Model, Node, Origin, Seen, Set, Settings, Tree},
};

/// Stands in a generation for the series that the User-Agent states.
const SERIES: &str = "{series}";

/// Where a request ended up, and what else is known of it.
pub(crate) struct Decision<'t, 'h> {
    pub node: &'t Node,
    /// The node's place in the tree.
    pub at: usize,
    /// The row of the model, if it belongs to the family of the profile.
    pub row: Option<&'t Model>,
    /// What people call the model, by any family's row.
    pub name: Option<(&'t str, &'t Origin)>,
    pub crawler: Option<&'t CrawlerWord>,
    pub facts: Facts<'h>,
}

pub(crate) fn decide<'t, 'h>(tree: &'t Tree, headers: &Headers<'h>) -> Decision<'t, 'h> {
    let facts = Facts::read(headers);
    let model = facts.model.and_then(|model| tree.models.get(model.value));
    let seen = Seen { facts: &facts, headers, model, met: tree.words.read(headers.user_agent()) };
    let at = tree.descend(&seen);
    let crawler = tree.crawlers.iter().find(|crawler| seen.met.has(&crawler.word));
    let row = model.filter(|model| tree.family(model.node) == tree.family(at));
    // Behind Opera Mini sits a handset of another family: its name is good, its screen is not what Opera
    // draws on.
    let named = if facts.dialect == Dialect::Operamini { model } else { row };
    let name = named.and_then(|model| Some((model.name.as_deref()?, &model.origin)));
    Decision { node: &tree.nodes[at], at, row, name, crawler, facts }
}

impl Decision<'_, '_> {
    pub fn profile(&self) -> Arc<DeviceProfile> {
        if self.is_as_written() {
            return Arc::clone(&self.node.profile);
        }
        let mut profile = DeviceProfile::clone(&self.node.profile);
        if let Some(row) = self.row {
            row.settings.apply(&mut profile);
        }
        self.told(&profile).apply(&mut profile);
        profile.generation = profile.generation.and_then(|generation| self.generation(&generation));
        profile.model = self.model();
        Arc::new(profile)
    }

    /// What the headers know better than the files. A header may narrow a budget, never widen it: anyone can
    /// write one.
    pub fn told(&self, profile: &DeviceProfile) -> Settings {
        let facts = &self.facts;
        let narrowed = |bytes: usize| facts.max_bytes.filter(|most| most.value < bytes).map(set);
        Settings {
            screen: facts.screen.map(set),
            colours: facts.colours.map(set),
            carrier: facts.carrier.map(set),
            page_bytes: narrowed(profile.page_bytes),
            total_bytes: narrowed(profile.total_bytes),
            image_bytes: narrowed(profile.image_bytes),
            class: self.crawler.map(|word| Set { value: DeviceClass::Crawler, origin: word.origin.clone() }),
            ..Settings::default()
        }
    }

    /// The profile stands as it is in the files: nothing is known of the model, nothing was told.
    fn is_as_written(&self) -> bool {
        let facts = &self.facts;
        let is_told = facts.screen.is_some() || facts.colours.is_some() || facts.max_bytes.is_some();
        let is_filled_in = self.node.profile.generation.as_ref().is_some_and(|text| text.contains(SERIES));
        facts.model.is_none()
            && facts.carrier.is_none()
            && self.crawler.is_none()
            && !is_told
            && !is_filled_in
    }

    fn generation(&self, written: &str) -> Option<String> {
        if !written.contains(SERIES) {
            return Some(written.to_owned());
        }
        self.facts.series.map(|series| written.replace(SERIES, series))
    }

    fn model(&self) -> Option<String> {
        let token = self.facts.model.map(|model| model.value);
        self.name.map(|(name, _)| name).or(token).map(str::to_owned)
    }
}

fn set<T>(told: Told<T>) -> Set<T> {
    Set { value: told.value, origin: Origin::Header(told.header) }
}
