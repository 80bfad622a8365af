//! The small things pages are made of, each named for what it shows.

pub(crate) mod bottom_bar;
pub(crate) mod buttons;
pub(crate) mod desk_frame;
pub(crate) mod empty;
pub(crate) mod entry_row;
pub(crate) mod faces;
pub(crate) mod field;
pub(crate) mod footer;
pub(crate) mod form;
pub(crate) mod icons;
pub(crate) mod layout;
pub(crate) mod level;
pub(crate) mod moments;
pub(crate) mod notice_row;
pub(crate) mod pager;
pub(crate) mod passkey;
pub(crate) mod person_row;
pub(crate) mod photos;
pub(crate) mod rings;
pub(crate) mod seen_by;
pub(crate) mod steps;
pub(crate) mod thread;
pub(crate) mod tie;
pub(crate) mod visibility_select;
pub(crate) mod visibility_sheet;
pub(crate) mod voice_row;
