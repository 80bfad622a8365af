//! Android: `Mozilla/5.0 (Linux; Android 5.1.1; KYF31 Build/112.0.5800; wv) …`. Garaho look the same.

use super::{
    Facts, Told,
    words::{bracket, token},
};
use crate::Headers;

/// Where Chrome tells the model that it leaves out of the User-Agent.
const HINT: &str = "sec-ch-ua-model";

pub(super) fn speaks(user_agent: &str) -> bool {
    user_agent.contains("Android")
}

pub(super) fn read<'h>(facts: Facts<'h>, headers: &Headers<'h>) -> Facts<'h> {
    let model = bracket(facts.user_agent).and_then(|inside| {
        let mut words = inside.split(';').map(str::trim);
        words.by_ref().find(|word| word.starts_with("Android"))?;
        words.find(|word| is_model(word))
    });
    let mut facts = facts.with_model(model.map(without_build));
    facts.model = facts.model.or_else(|| hinted(headers));
    facts
}

/// `"KYF42"`, in quotes.
fn hinted<'h>(headers: &Headers<'h>) -> Option<Told<&'h str>> {
    let quoted = headers.get(HINT)?.strip_prefix('"')?.strip_suffix('"')?;
    token(quoted).map(|value| Told { value, header: HINT })
}

/// Not the language, not the marks of a browser. `K` is what Chrome writes instead of a model since 2023.
fn is_model(word: &str) -> bool {
    let is_locale = matches!(word.as_bytes(), [a, b] | [a, b, b'-' | b'_', ..]
        if a.is_ascii_lowercase() && b.is_ascii_lowercase() && word.len() <= 5);
    !is_locale
        && !word.starts_with('-')
        && !matches!(word, "" | "U" | "K" | "wv" | "Mobile" | "Tablet")
        && !word.starts_with("rv:")
}

fn without_build(model: &str) -> &str {
    let end = model.find(" Build/").or_else(|| model.find("Build/")).unwrap_or(model.len());
    &model[..end]
}
