//! What a member switches on for themselves.

use crate::form::Form;
use crate::pages::slip::{Asked, Slip};
use crate::place::Place;

pub(super) fn switches(form: &Form) -> Slip {
    let asked = Asked::of(Place::MyPrivacy, form, "save")
        .check("stealth", "privacy-stealth")
        .hinted("privacy-stealth-hint")
        .check("named", "privacy-named")
        .hinted("privacy-named-hint")
        .check("unlisted", "privacy-unlisted")
        .hinted("privacy-unlisted-hint")
        .check("diary_unsearched", "privacy-diary-unsearched")
        .hinted("privacy-diary-unsearched-hint")
        .check("suggested", "privacy-suggested")
        .hinted("privacy-suggested-hint");
    Slip::new("privacy")
        .words("privacy-lead")
        .form(asked)
        .way(Place::DiaryLevels, "levels")
        .way(Place::MyPreview, "preview")
}
