//! Voices: what was said in a line, and saying one.

use enishi_core::voice::VoiceLine;
use enishi_face::pages::VoicesView;
use enishi_face::{Origin, Place};

use crate::content::{Block, Field, Mode, Piece, Sheet, Tone};
use crate::parts::{
    BETWEEN, View, block_link, block_row, groups_hint, readers_now, san, seen_by, visibility_choices,
    voice_lines,
};

/// Mine and my friends' with the form for a new one, or one member's.
pub(super) fn voices(view: &View<'_>, shown: &VoicesView) -> Sheet {
    let page = &shown.page;
    let mut sheet = Sheet::new(match &page.owner {
        Some(owner) => view.say_with("voices-of", "name", owner.nickname.as_str()),
        None => view.say("voices"),
    });
    sheet.extend(view.refused(&shown.form));
    if page.owner.is_none() {
        sheet.add(readers_now(view, &shown.audiences, &page.groups));
        sheet.add(form(view, shown));
    }
    sheet.extend(page.voices.iter().flat_map(|voice| with_way(view, voice, page.owner.is_none())));
    if page.voices.is_empty() {
        sheet.add(Block::words(view.say("voice-none")));
    }
    let more = |before| match &page.owner {
        Some(owner) => Place::MemberVoicesBefore(owner.id, before),
        None => Place::VoicesBefore(before),
    };
    sheet.extend(page.owner.as_ref().and_then(|owner| block_row(view, owner, Origin::TheirVoices)));
    sheet.extend(page.next.map(|before| view.more(more(before))));
    sheet
}

/// A voice and what one may do about it: of one among others, be rid of who said it.
fn with_way(view: &View<'_>, voice: &VoiceLine, is_among_others: bool) -> Vec<Block> {
    let mut blocks = voice_lines(view, voice);
    if voice.can_delete {
        let way = view.link(Place::VoiceDelete(voice.id), view.say("voice-delete"));
        blocks.push(Block::Line(vec![way]));
    } else if is_among_others {
        blocks.extend(block_link(view, &voice.author, Origin::Voices));
    }
    blocks.push(Block::Rule);
    blocks
}

fn form(view: &View<'_>, shown: &VoicesView) -> Block {
    let line = view.input(&shown.form, "voice", "voice-say", Mode::Kana);
    let mut fields = vec![
        Field::Input(line),
        Field::Select {
            name: "visibility".to_owned(),
            label: view.say("diary-seen-by-ask"),
            fault: view.fault(&shown.form, "visibility"),
            choices: visibility_choices(view, &shown.chosen(), &shown.page.groups),
        },
    ];
    fields.extend(groups_hint(view, &shown.page.groups));
    Block::Form(view.form(Place::Voices, fields, view.say("voice-button")))
}

/// The newest voice on its speaker's page, and the way to the others.
pub(super) fn newest(view: &View<'_>, voice: Option<&VoiceLine>) -> Vec<Block> {
    let Some(voice) = voice else { return Vec::new() };
    let all = view.row(Place::MemberVoices(voice.author.id), view.say("voices-all"));
    heard(view, voice).into_iter().chain([Block::Row(all)]).collect()
}

/// The newest voice of somebody: the line, when it was said, and to whom.
pub(super) fn heard(view: &View<'_>, voice: &VoiceLine) -> [Block; 3] {
    let facts = format!("{}{BETWEEN}{}", view.context.when(voice.posted_at), seen_by(view, &voice.seen_by));
    [Block::Heading(view.say("voices")), view.written(&voice.body), Block::Line(view.soft(facts))]
}

/// What was said lately, for home. Narrow screens show the way there alone.
pub(super) fn recent(view: &View<'_>, voices: &[VoiceLine]) -> Vec<Block> {
    let all = Block::Row(view.row(Place::Voices, view.say("voices")));
    let most = if view.is_narrow() { 0 } else { 3 };
    let said = voices.iter().take(most).map(|voice| {
        let name = view.link(Place::Member(voice.author.id), san(view, &voice.author));
        let body = Piece::Words(format!(": {}", voice.body));
        let readers = Piece::Toned(Tone::Soft, format!(" ({})", seen_by(view, &voice.seen_by)));
        Block::Line(vec![name, body, readers])
    });
    std::iter::once(all).chain(said).collect()
}
