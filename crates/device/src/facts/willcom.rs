//! WILLCOM and DDI Pocket: `Mozilla/3.0(WILLCOM;SANYO/WX310SA/2;1/1/C128) NetFront/3.3`. One token may name
//! two models with a comma between, and the version may itself hold a semicolon.

use super::{
    Facts,
    words::{bracket, cache_kb, up_to},
};

pub(super) fn speaks(user_agent: &str) -> bool {
    user_agent.starts_with("Mozilla/3.0(WILLCOM;") || user_agent.starts_with("Mozilla/3.0(DDIPOCKET;")
}

pub(super) fn read(mut facts: Facts<'_>) -> Facts<'_> {
    let inside = bracket(facts.user_agent).unwrap_or_default();
    facts.cache_kb = inside.rsplit('/').next().and_then(cache_kb);
    let models = inside.split('/').nth(1);
    facts.with_model(models.map(|models| up_to(models, &[','])))
}
