//! People by what they say of themselves, as far as the searcher may know it.

use super::grams::Words;
use super::index::Kind;
use super::walk::{self, Walk};
use super::{Hits, MOST_FOUND, queries, snippet};
use crate::ids::MemberId;
use crate::member::{Card, fold};
use crate::profile::{self, Answer, Field};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// Somebody who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHit {
    /// Who.
    pub card: Card,
    /// The field with the first of the words.
    pub field: Field,
    /// What stands around them there, on one line; a date as [`profile::ShownField`] has it.
    pub words: String,
}

/// People in whose fields all of the words stand, each of them in a field that the searcher may see; who joined last comes
/// first.
pub fn fields(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    typed: &str,
    after: Option<MemberId>,
) -> Result<Hits<FieldHit, MemberId>> {
    let (Viewer::Member(me), Some(words)) = (viewer, Words::read(typed)) else { return Ok(Hits::none()) };
    let walk = Walk {
        me,
        kind: Kind::Profile,
        below: after.map_or(i64::MAX, i64::from),
        most: MOST_FOUND as usize + 1,
    };
    let walked = walk::walk(tx, &walk, &words, |tx, ids| {
        let people = queries::said_by(tx, me, ids)?;
        Ok(people.into_iter().filter_map(|(card, said)| hit(card, &said, &words)).collect())
    })?;
    Ok(Hits::walked(walked, |hit| hit.card.id))
}

/// The proof: the pairs of a word may stand in a text that the word does not stand in.
fn hit(card: Card, said: &[Answer], words: &Words) -> Option<FieldHit> {
    let folded: Vec<(&Answer, String)> =
        said.iter().map(|answer| (answer, fold(&answer.field.searched(&answer.value)))).collect();
    let mut first = None;
    for word in words.each() {
        let (answer, _) = folded.iter().find(|(_, value)| value.contains(word))?;
        first = first.or(Some((*answer, word)));
    }
    let (answer, word) = first?;
    let words = match answer.field {
        Field::Birthday | Field::BirthYear => profile::shown_value(answer),
        _ => snippet::around(&answer.value, word),
    };
    Some(FieldHit { card, field: answer.field, words })
}
