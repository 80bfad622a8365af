//! KaiOS: `Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1`. The words in
//! the bracket come in any order.

use super::{
    Facts,
    words::{bracket, up_to},
};

pub(super) fn speaks(user_agent: &str) -> bool {
    version(user_agent).is_some()
}

pub(super) fn read(mut facts: Facts<'_>) -> Facts<'_> {
    facts.series = version(facts.user_agent).and_then(major_minor);
    let model = bracket(facts.user_agent).and_then(|inside| inside.split(';').map(str::trim).find(is_model));
    facts.with_model(model.map(without_build))
}

fn version(user_agent: &str) -> Option<&str> {
    let (_, version) = user_agent.split_once("KAIOS/").or_else(|| user_agent.split_once("KaiOS/"))?;
    Some(up_to(version, &[' ']))
}

/// `2.5` of `2.5.4.1`.
fn major_minor(version: &str) -> Option<&str> {
    let (major, rest) = version.split_once('.')?;
    let minor = up_to(rest, &['.']);
    let is_number =
        |digits: &str| matches!(digits.len(), 1..=2) && digits.bytes().all(|b| b.is_ascii_digit());
    (is_number(major) && is_number(minor)).then(|| &version[..major.len() + 1 + minor.len()])
}

fn is_model(word: &&str) -> bool {
    !word.is_empty() && !matches!(*word, "Mobile" | "Android" | "CAEN" | "U") && !word.starts_with("rv:")
}

/// `LYF/F120B/LYF-F120B-001-…` names a build after the model.
fn without_build(model: &str) -> &str {
    match model.match_indices('/').nth(1) {
        Some((end, _)) => &model[..end],
        None => model,
    }
}
