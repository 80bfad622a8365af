//! docomo: `DoCoMo/1.0/MODEL/c20/TC/W20H10` (mova) and `DoCoMo/2.0 MODEL(c100;TB;W24H12)` (FOMA).
//! Options come in any order and any may be missing; the serials among them are not looked at.

use super::{
    Facts,
    words::{cache_kb, up_to},
};

/// A mova handset that names no cache has 5 KB.
const MOVA_CACHE_KB: u32 = 5;

pub(super) fn speaks(user_agent: &str) -> bool {
    user_agent.starts_with("DoCoMo/")
}

pub(super) fn read(facts: Facts<'_>) -> Facts<'_> {
    match facts.user_agent.split_once(' ') {
        Some((version, rest)) if !version.trim_start_matches("DoCoMo/").contains('/') => foma(facts, rest),
        _ => mova(facts),
    }
}

fn mova(mut facts: Facts<'_>) -> Facts<'_> {
    let mut words = up_to(facts.user_agent, &[' ', '(']).split('/').skip(2);
    let model = words.next();
    facts.cache_kb = words.find_map(cache_kb).or(Some(MOVA_CACHE_KB));
    facts.with_model(model)
}

fn foma<'h>(mut facts: Facts<'h>, rest: &'h str) -> Facts<'h> {
    let (model, options) = rest.split_once('(').unwrap_or((rest, ""));
    facts.cache_kb = up_to(options, &[')']).split(';').find_map(cache_kb);
    facts.with_model(Some(up_to(model, &[' ', '/'])))
}
