//! Cloud Phone: `Mozilla/5.0 (Cloud Phone 2.4; Nokia 225 4G; UNISOC) … Puffin/132.0.8.80800FP`.

use super::{Facts, words::bracket};

pub(super) fn speaks(user_agent: &str) -> bool {
    // FP at the end of Puffin's version means a feature phone; Puffin on smartphones ends otherwise.
    user_agent.contains("(Cloud Phone") || (user_agent.contains(" Puffin/") && user_agent.ends_with("FP"))
}

pub(super) fn read(facts: Facts<'_>) -> Facts<'_> {
    let inside = bracket(facts.user_agent).filter(|inside| inside.starts_with("Cloud Phone"));
    let model = inside.and_then(|inside| inside.split(';').nth(1));
    facts.with_model(model)
}
