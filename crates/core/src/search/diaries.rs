//! Entries by their words, as far as the searcher may read them.

use super::grams::Words;
use super::index::Kind;
use super::walk::{self, Walk};
use super::{Hits, MOST_FOUND, queries, snippet};
use crate::diary::{self, DiaryLine};
use crate::ids::DiaryId;
use crate::member::fold;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;

/// Entries in whose title or body all of the words stand, the newest first; each with what stands around the first of
/// them. Of authors who keep their diary out of the search, only their own eyes find anything.
pub fn diaries(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    typed: &str,
    before: Option<DiaryId>,
) -> Result<Hits<DiaryLine, DiaryId>> {
    let (Viewer::Member(me), Some(words)) = (viewer, Words::read(typed)) else { return Ok(Hits::none()) };
    let walk = Walk {
        me,
        kind: Kind::Diary,
        below: before.map_or(i64::MAX, i64::from),
        most: MOST_FOUND as usize + 1,
    };
    let walked = walk::walk(tx, &walk, &words, |tx, ids| {
        let rows = queries::entries(tx, me, ids)?;
        Ok(rows.into_iter().filter(|row| has_all(row, &words)).collect())
    })?;
    let page = Hits::walked(walked, |row| row.id);
    let around: Vec<String> = page.found.iter().map(|row| passage(row, &words)).collect();
    let mut lines = diary::lines(tx, viewer, page.found)?;
    for (line, passage) in lines.iter_mut().zip(around) {
        line.excerpt = passage;
    }
    Ok(Hits { found: lines, next: page.next })
}

fn has_all(row: &diary::queries::Row, words: &Words) -> bool {
    let (title, body) = (fold(&row.title), fold(&row.body));
    words.each().all(|word| title.contains(word) || body.contains(word))
}

/// What stands around the first word that stands in the body, or its beginning.
fn passage(row: &diary::queries::Row, words: &Words) -> String {
    let body = fold(&row.body);
    snippet::around(&row.body, words.each().find(|word| body.contains(*word)).unwrap_or_default())
}
