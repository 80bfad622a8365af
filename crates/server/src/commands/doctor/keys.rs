//! How old the keys are, and whether a change of them was left unfinished.

use enishi_core::secrets::change::{self, Known, Stands};

use super::{Finding, Mark};
use crate::site::Site;

/// What an operator should know of the keys; none of them is shown.
pub fn age(site: &Site) -> Finding {
    let known = match site.store.read(|tx| change::survey(tx, &site.keys)) {
        Ok(known) => known,
        Err(why) => return Finding::new(Mark::Broken, "keys in use", why.to_string()),
    };
    let old_before = site.store.now().plus_seconds(-site.config.keys.old_after_seconds);
    let is_old = |one: &&Known| {
        matches!(one.stands, Stands::Current(_)) && one.made_at.is_some_and(|made| made < old_before)
    };
    let words = |found: Vec<&Known>| found.iter().map(|one| one.of.word()).collect::<Vec<_>>().join(", ");
    let left: i64 = known.iter().filter(|one| is_left(one)).map(|one| one.lies.renewable).sum();
    let (waiting, old): (Vec<_>, Vec<_>) = (
        known.iter().filter(|one| one.stands == Stands::Waiting).collect(),
        known.iter().filter(is_old).collect(),
    );
    if left > 0 {
        let said = format!("{left} rows lie under older ones still: enishi keys rotate goes on with them");
        return Finding::new(Mark::Mind, "keys in use", said);
    }
    if !waiting.is_empty() {
        let said = format!("new ones are made and not in use ({}): enishi keys rotate", words(waiting));
        return Finding::new(Mark::Mind, "keys in use", said);
    }
    if !old.is_empty() {
        let said = format!("old ({}): enishi keys rotate brings in new ones", words(old));
        return Finding::new(Mark::Mind, "keys in use", said);
    }
    let spare = known.iter().filter(|one| one.may_go(site.store.now())).count();
    match spare {
        0 => Finding::new(Mark::Well, "keys in use", "none is old, and nothing is left under an older one"),
        _ => {
            Finding::new(Mark::Mind, "keys in use", format!("{spare} that nothing needs: enishi keys retire"))
        }
    }
}

fn is_left(one: &Known) -> bool {
    matches!(one.stands, Stands::Older(_))
}
