//! "Did you mean": the known word that a mistyped one comes nearest to.

/// The nearest of some words, if at most a third of its letters differ.
pub(super) fn nearest<'w>(typed: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let (distance, word) = known.into_iter().map(|word| (distance(typed, word), word)).min()?;
    (distance <= word.len().div_ceil(3)).then_some(word)
}

/// How many letters must be added, dropped or changed (Levenshtein's distance, one row at a time).
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, b) in right.chars().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
