//! What several pages share: a person's line, an entry's row, the five levels, a tie.

mod blocking;
mod cards;
mod entry;
mod levels;
mod notice;
mod pictures;
mod said;
mod tie;
mod view;
mod voice;

/// What stands between small facts on one line. A bare space is lost between kana in some text browsers.
pub(crate) const BETWEEN: &str = " / ";

pub(crate) use blocking::{block_link, block_link_here, block_row};
pub(crate) use entry::entry_row;
pub(crate) use levels::{
    diary_levels, group_in_list, groups_hint, groups_way, level_name, readers_now, visibility_choices,
};
pub(crate) use notice::{birthday_rows, notice_row, number_rows, requests_row};
pub(crate) use said::{san, seen_by};
pub(crate) use view::View;
pub(crate) use voice::voice_lines;
