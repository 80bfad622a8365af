//! Categories of entries: somebody's, and one's own to make and change.

use enishi_core::diary::{CategoriesPage, Category, MOST_CATEGORIES};

use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// What a reader is shown of somebody's, or the owner of their own.
pub(super) fn shown(page: &CategoriesPage) -> Slip {
    let owner = page.owner.id;
    let title = match page.is_own {
        true => Phrase::new("categories-mine"),
        false => Phrase::new("categories-of").with("name", page.owner.nickname.as_str()),
    };
    let mut slip = Slip { title, pieces: Vec::new() };
    if page.categories.is_empty() {
        slip = slip.words(if page.is_own { "categories-none-own" } else { "categories-none" });
    }
    for (category, entries) in &page.categories {
        let way = Piece::Way(Place::MemberCategory(owner, category.id), row(category, *entries));
        slip = slip.piece(way);
    }
    if page.is_own {
        slip = slip.way(Place::DiaryCategories, "categories-change");
    }
    slip.way(Place::MemberDiaryArchive(owner), "diary-archive")
}

/// One's own, and the form of a new one.
pub(super) fn mine(page: &CategoriesPage, form: &Form) -> Slip {
    let mut slip = Slip::new("categories-change");
    let about = Phrase::new("categories-about").with("n", MOST_CATEGORIES);
    slip = slip.piece(Piece::Hint(about));
    for (category, entries) in &page.categories {
        slip = slip.piece(Piece::Way(Place::DiaryCategory(category.id), row(category, *entries)));
    }
    let new = fields(Asked::of(Place::DiaryCategories, form, "category-make-button"));
    slip.piece(Piece::Heading(Phrase::new("category-make")))
        .form(new)
        .way(Place::MemberCategories(page.owner.id), "categories-mine")
}

/// One of them, to be changed or removed.
pub(super) fn one(category: &Category, form: &Form) -> Slip {
    let title = Phrase::new("category-one").with("name", category.name.as_str());
    Slip { title, pieces: Vec::new() }
        .form(fields(Asked::of(Place::DiaryCategory(category.id), form, "category-change-button")))
        .way(Place::DiaryCategoryRemove(category.id), "category-remove")
        .way(Place::DiaryCategories, "categories-change")
}

fn fields(asked: Asked) -> Asked {
    asked
        .line("name", "category-name", LineKind::Words)
        .check("open", "category-open")
        .hinted("category-open-hint")
}

fn row(category: &Category, entries: i64) -> Phrase {
    let words = if category.is_open { "category-row" } else { "category-row-private" };
    Phrase::new(words).with("name", category.name.as_str()).with("n", entries)
}
