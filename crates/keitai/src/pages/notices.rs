//! What waits, and nothing else.

use enishi_core::waiting::Waiting;

use crate::content::{Block, Sheet};
use crate::parts::{View, birthday_rows, notice_row, number_rows, requests_row};

pub(super) fn notices(view: &View<'_>, waiting: &Waiting) -> Sheet {
    let mut sheet = Sheet::new(view.say("notifications"));
    sheet.extend(number_rows(view, &waiting.number));
    sheet.extend(requests_row(view, waiting.requests));
    for notice in &waiting.notices {
        let mut row = notice_row(view, notice);
        row.below.push(view.soft(view.context.when(notice.newest_at)));
        sheet.add(Block::Row(row));
    }
    sheet.extend(birthday_rows(view, waiting));
    if sheet.blocks.is_empty() {
        sheet.add(Block::words(view.say("notifications-none")));
    }
    sheet
}
