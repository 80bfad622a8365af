//! People by what they say of themselves, as far as the searcher may know it.

use super::grams::Words;
use super::index::Kind;
use super::walk::{self, Walk};
use super::{Hits, MOST_FOUND, queries, snippet};
use crate::ids::MemberId;
use crate::member::{Card, fold};
use crate::moment::Moment;
use crate::profile::{self, Answer, Field};
use crate::store::{Result, Tx};
use crate::visibility::queries::standing;
use crate::visibility::{Viewer, can_see};

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
    let found = walk::walk(tx, &walk, &words, |tx, ids| {
        let mut hits = Vec::new();
        for (card, said) in queries::said_by(tx, ids)? {
            let said = known_to(tx, viewer, card.id, said)?;
            hits.extend(hit(card, &said, &words));
        }
        Ok(hits)
    })?;
    Ok(Hits::page(found, |hit| hit.card.id))
}

/// What of it the viewer may know. How they stand to each other is asked once a person, whatever there is to know: that
/// takes as long where words are hidden as where there are none.
fn known_to(tx: &mut Tx<'_>, viewer: Viewer, owner: MemberId, mut said: Vec<Answer>) -> Result<Vec<Answer>> {
    let ever = Moment::from_millis(i64::MAX);
    let standing = standing(tx, viewer, owner, None)?;
    let mut groups = Vec::new();
    for answer in &said {
        if answer.visibility.group().is_some() && can_see(tx, viewer, owner, answer.visibility, ever)? {
            groups.push(answer.visibility);
        }
    }
    said.retain(|said| standing.admits(said.visibility, ever) || groups.contains(&said.visibility));
    Ok(said)
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
