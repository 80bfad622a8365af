//! A voice as lines.

use enishi_core::diary::SeenBy;
use enishi_core::voice::VoiceLine;
use enishi_face::Place;

use super::{BETWEEN, View, san, seen_by};
use crate::content::{Block, Piece, Tone};

/// Who, what, when, and who may hear it.
pub(crate) fn voice_lines(view: &View<'_>, voice: &VoiceLine) -> Vec<Block> {
    let when = view.context.when(voice.posted_at);
    // That it waits is told on the smallest screen as well: it is why nobody answers.
    let facts = match view.is_narrow() && voice.seen_by != SeenBy::Waits {
        true => when,
        false => format!("{when}{BETWEEN}{}", seen_by(view, &voice.seen_by)),
    };
    vec![
        Block::Line(vec![
            view.link(Place::Member(voice.author.id), san(view, &voice.author)),
            Piece::Toned(Tone::Soft, format!("{BETWEEN}{facts}")),
        ]),
        view.written(&voice.body),
    ]
}
