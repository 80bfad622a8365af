//! The tree of profiles as a list, and any handset by its name, its profile's name or its User-Agent.

use std::sync::Arc;

use crate::{
    DeviceProfile, Explanation, Headers, Profiles, explain,
    facts::{Dialect, Facts, specimens},
    resolve,
    tree::{Model, Settings},
};

/// One profile of the tree.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The profile, without a model.
    pub profile: Arc<DeviceProfile>,
    /// How many profiles stand above it; 0 for the root.
    pub depth: usize,
    /// Models with a row of their own.
    pub models: usize,
    /// `file:line` of its name.
    pub place: String,
}

impl Profiles {
    /// Every profile, parents before children, in the order in which they are tried.
    pub fn list(&self) -> Vec<Listed> {
        let mut listed = Vec::new();
        self.gather(0, 0, &mut listed);
        listed
    }

    fn gather(&self, node: usize, depth: usize, listed: &mut Vec<Listed>) {
        let found = &self.tree.nodes[node];
        let models = self.tree.models.values().filter(|model| model.node == node).count();
        let place = found.origin.place().map(ToString::to_string).unwrap_or_default();
        listed.push(Listed { profile: Arc::clone(&found.profile), depth, models, place });
        for &child in &found.children {
            self.gather(child, depth + 1, listed);
        }
    }

    /// The tokens of the models that have a row for this profile, in the order of the alphabet.
    pub fn models_of(&self, profile: &str) -> Vec<&str> {
        let Some(&node) = self.tree.by_name.get(profile) else { return Vec::new() };
        let rows = self.tree.models.iter().filter(|(_, model)| model.node == node);
        let mut tokens: Vec<&str> = rows.map(|(token, _)| token.as_str()).collect();
        tokens.sort_unstable();
        tokens
    }

    /// A handset by whatever is known of it: the name of a profile (`docomo-foma1`), the token of a model
    /// (`P903i`), or else a User-Agent.
    pub fn explain_any(&self, text: &str) -> Explanation {
        if let Some(&node) = self.tree.by_name.get(text) {
            return explain::of_node(&self.tree.nodes[node]);
        }
        let row = self.tree.models.get(text).and_then(|model| self.explain_model(text, model));
        row.unwrap_or_else(|| self.explain(&Headers::new([("user-agent", text)])))
    }

    /// What a handset of this model would get, by the form of its User-Agent that leads to the row's profile.
    fn explain_model(&self, token: &str, model: &Model) -> Option<Explanation> {
        let forms = Dialect::ALL.iter().flat_map(|&dialect| specimens(dialect, token, model.cache_kb));
        let mut found = None;
        for form in forms {
            let headers = Headers::new(form.iter().map(|(name, value)| (*name, value.as_str())));
            if Facts::read(&headers).model.is_none_or(|read| read.value != token) {
                continue;
            }
            let decision = resolve::decide(&self.tree, &headers);
            let has_row = decision.row.is_some_and(|row| std::ptr::eq(row, model));
            if has_row && self.tree.ancestors(decision.at).any(|node| node == model.node) {
                return Some(explain::explain(&decision));
            }
            if has_row && found.is_none() {
                found = Some(explain::explain(&decision));
            }
        }
        found
    }
}

/// The keys of a profile's values, as the files spell them and in their order.
pub fn value_keys() -> impl Iterator<Item = &'static str> {
    Settings::keys().iter().copied()
}
