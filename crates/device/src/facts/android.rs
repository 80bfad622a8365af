//! Android: `Mozilla/5.0 (Linux; Android 5.1.1; KYF31 Build/112.0.5800; wv) …`. Garaho look the same.

use super::{Facts, words::bracket};

pub(super) fn speaks(user_agent: &str) -> bool {
    user_agent.contains("Android")
}

pub(super) fn read(facts: Facts<'_>) -> Facts<'_> {
    let model = bracket(facts.user_agent).and_then(|inside| {
        let mut words = inside.split(';').map(str::trim);
        words.by_ref().find(|word| word.starts_with("Android"))?;
        words.find(|word| is_model(word))
    });
    facts.with_model(model.map(without_build))
}

/// Not the language, not the marks of a browser. `K` is what Chrome writes instead of a model since 2023.
fn is_model(word: &str) -> bool {
    let is_locale = matches!(word.as_bytes(), [a, b] | [a, b, b'-', ..]
        if a.is_ascii_lowercase() && b.is_ascii_lowercase() && word.len() <= 5);
    !is_locale && !matches!(word, "" | "U" | "K" | "wv" | "Mobile" | "Tablet") && !word.starts_with("rv:")
}

fn without_build(model: &str) -> &str {
    let end = model.find(" Build/").or_else(|| model.find("Build/")).unwrap_or(model.len());
    &model[..end]
}
