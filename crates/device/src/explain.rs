//! Why a handset gets what it gets: every value with the line or header that decided it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{DeviceProfile, resolve::Decision, tree::Node};

/// A resolved profile and its reasons. Serialises to one JSON object: the fields of [`DeviceProfile`], and
/// `rules`.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// The resolved profile.
    #[serde(flatten)]
    pub profile: DeviceProfile,
    /// For each field what decided it: `file:line name` for a line of a profile or a model's row, `header
    /// name` for a header of the request. Fields that nothing decided are left out.
    pub rules: BTreeMap<&'static str, String>,
}

/// A profile by itself, with the line behind each value.
pub(crate) fn of_node(node: &Node) -> Explanation {
    let mut rules = BTreeMap::from([("name", node.origin.to_string())]);
    node.settings.note(&mut rules);
    Explanation { profile: DeviceProfile::clone(&node.profile), rules }
}

/// Goes the way of [`Decision::profile`] once more, this time taking notes.
pub(crate) fn explain(decision: &Decision<'_, '_>) -> Explanation {
    let mut rules = BTreeMap::from([("name", decision.node.origin.to_string())]);
    decision.node.settings.note(&mut rules);
    let mut narrowed = DeviceProfile::clone(&decision.node.profile);
    if let Some(row) = decision.row {
        row.settings.note(&mut rules);
        row.settings.apply(&mut narrowed);
    }
    decision.told(&narrowed).note(&mut rules);
    if let Some(model) = model_rule(decision) {
        rules.insert("model", model);
    }
    Explanation { profile: DeviceProfile::clone(&decision.profile()), rules }
}

fn model_rule(decision: &Decision<'_, '_>) -> Option<String> {
    let named = decision.name.map(|(_, origin)| origin.to_string());
    named.or_else(|| decision.facts.model.map(|model| format!("header {}", model.header)))
}
