//! docomo: `DoCoMo/1.0/MODEL/c20/TC/W20H10` (mova) and `DoCoMo/2.0 MODEL(c100;TB;W24H12)` (FOMA); in its full
//! browser `Mozilla/4.08 (MODEL;FOMA;c500;TB)`. Options come in any order and any may be missing; the serials
//! among them are not looked at.

use super::{
    Facts,
    words::{bracket, cache_kb, up_to},
};

/// A mova handset that names no cache has 5 KB.
const MOVA_CACHE_KB: u32 = 5;

pub(super) fn speaks(user_agent: &str) -> bool {
    user_agent.starts_with("DoCoMo/")
}

/// `Mozilla/5.0 (F02B;FOMA;like Gecko)`: the PC browser of a FOMA.
pub(super) fn is_full_browser(user_agent: &str) -> bool {
    user_agent.contains(";FOMA;")
}

/// A proxy that shows a handset's pages elsewhere quotes the handset:
/// `Mozilla/5.0 (compatible; DoCoMo/1.0/D505i/c20/TB/W20H10; …)`.
pub(super) fn quoted(user_agent: &str) -> Option<&str> {
    const BEFORE: &str = "(compatible; ";
    let at = user_agent.find("(compatible; DoCoMo/")?;
    user_agent.get(at + BEFORE.len()..)
}

pub(super) fn read(facts: Facts<'_>) -> Facts<'_> {
    if !speaks(facts.user_agent) {
        return full_browser(facts);
    }
    match facts.user_agent.split_once(' ') {
        Some((version, rest)) if !version.trim_start_matches("DoCoMo/").contains('/') => foma(facts, rest),
        _ => mova(facts),
    }
}

fn mova(mut facts: Facts<'_>) -> Facts<'_> {
    let mut words = up_to(facts.user_agent, &[' ', '(', ';']).split('/').skip(2);
    let model = words.next();
    facts.cache_kb = words.find_map(cache_kb).or(Some(MOVA_CACHE_KB));
    facts.with_model(model)
}

fn foma<'h>(mut facts: Facts<'h>, rest: &'h str) -> Facts<'h> {
    let (model, options) = rest.split_once('(').unwrap_or((rest, ""));
    facts.cache_kb = up_to(options, &[')']).split(';').find_map(cache_kb);
    facts.with_model(Some(up_to(model, &[' ', '/'])))
}

fn full_browser(mut facts: Facts<'_>) -> Facts<'_> {
    let inside = bracket(facts.user_agent).unwrap_or_default();
    facts.cache_kb = inside.split(';').find_map(cache_kb);
    facts.with_model(inside.split(';').next())
}
