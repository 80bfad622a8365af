//! An entry as a row of a list.

use enishi_core::diary::DiaryLine;
use enishi_face::Place;

use super::{BETWEEN, View, san, seen_by};
use crate::content::{Line, Row};

/// Title; then name, time, readers, comments. A narrow screen shows the title and who wrote it.
pub(crate) fn entry_row(view: &View<'_>, line: &DiaryLine, with_author: bool) -> Row {
    let about = if with_author { vec![san(view, &line.author)] } else { Vec::new() };
    let mut row = view.row(Place::Diary(line.id), line.title.as_str());
    let when = view.context.when(line.posted_at);
    if view.is_narrow() {
        row.below.push(view.soft(about.into_iter().chain([when]).collect::<Vec<_>>().join(BETWEEN)));
        return row;
    }
    row.below.push(about_line(view, line, about, when));
    row
}

fn about_line(view: &View<'_>, line: &DiaryLine, mut about: Vec<String>, when: String) -> Line {
    about.push(when);
    about.push(seen_by(view, &line.seen_by));
    if line.has_photos {
        about.push(view.say("has-photos"));
    }
    if line.comments > 0 {
        about.push(view.say_with("diary-comments-count", "n", line.comments));
    }
    view.soft(about.join(BETWEEN))
}
