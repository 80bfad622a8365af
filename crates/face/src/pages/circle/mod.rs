//! Pages about the people around one, all of plain sentences, people, a few fields and buttons.

mod always;
mod aside;
mod bells;
mod categories;
mod common_friends;
mod favourites;
mod footprints;
mod friend_code;
mod levels;
mod meeting;
mod note;
mod photos;
mod privacy;
mod suggestions;
mod telling;
mod widen;

pub use aside::AsidePage;
pub use bells::{BellsPage, RingHere};
pub use footprints::milestone_words;
pub use telling::{TellingPage, read_sources, read_telling, telling_form};
pub use widen::ClosingAsked;

use enishi_core::diary::{CategoriesPage, Category, LevelsPage, WidenPage};
use enishi_core::favourite::FavouritesPage;
use enishi_core::footprint::{FootprintRules, LeftPage};
use enishi_core::friend::CommonPage;
use enishi_core::group::Group;
use enishi_core::ids::MemberId;
use enishi_core::meeting::MeetingOffer;
use enishi_core::member::Card;
use enishi_core::profile_photo::{OwnPhotos, ProfilePhoto};
use enishi_core::suggestion::SuggestionsPage;
use enishi_device::ImageFormat;

use super::slip::Slip;
use crate::context::Context;
use crate::form::Form;
use crate::words::Phrase;

/// A page about the people around one.
pub enum CirclePage {
    /// My footprints at others' pages.
    FootprintsLeft {
        /// Where.
        page: LeftPage,
        /// How many may be taken back, and until when freely.
        rules: FootprintRules,
        /// One was to be taken back, and this month's are used up.
        is_spent: bool,
    },
    /// What I note about somebody, for my own eyes. Fields: `real_name`, `memo`.
    Note {
        /// About whom.
        card: Card,
        /// What stands in the fields.
        form: Form,
    },
    /// The photographs on my page. Fields: the file `photo`, `alt`, `visibility`.
    MyPhotos {
        /// What is there.
        own: OwnPhotos,
        /// What was typed for one more.
        form: Form,
    },
    /// One of them. Fields: `alt`, `visibility`.
    MyPhoto {
        /// Which.
        photo: ProfilePhoto,
        /// My groups.
        groups: Vec<Group>,
        /// What stands in the fields.
        form: Form,
    },
    /// The photographs on somebody's page.
    Photos {
        /// Whose.
        card: Card,
        /// Those I may see.
        photos: Vec<ProfilePhoto>,
    },
    /// What I switched on. A field a switch.
    Privacy(Form),
    /// What I am told of.
    Telling(TellingPage),
    /// What I mark somebody with.
    Aside(AsidePage),
    /// Whom I keep at hand, and whose news rest.
    Favourites(FavouritesPage),
    /// Who may read what I wrote before.
    Levels {
        /// How much there is, and the standing wish.
        page: LevelsPage,
        /// What was chosen, and what is wrong with it. Fields: `to`; `months`, `level`.
        form: Form,
    },
    /// Somebody's categories, as far as the reader is shown them.
    Categories(CategoriesPage),
    /// My categories, and a new one. Fields: `name`, `open`.
    MyCategories {
        /// Those there are.
        page: CategoriesPage,
        /// What was typed.
        form: Form,
    },
    /// One of them. Fields: `name`, `open`.
    Category {
        /// Which.
        category: Category,
        /// What stands in the fields.
        form: Form,
    },
    /// Close so many entries to everybody but me?
    Close {
        /// How.
        asked: ClosingAsked,
        /// How many it closes now.
        entries: i64,
    },
    /// Open all of this to more people?
    Widen {
        /// What it would open.
        page: WidenPage,
        /// It was pressed, and this is why nothing was opened.
        why: Option<Phrase>,
    },
    /// Friends I have in common with somebody.
    CommonFriends(CommonPage),
    /// Whom I may know.
    Suggestions(SuggestionsPage),
    /// The code I am found by: ten digits, and the QR picture's format and side in pixels.
    MyCode(Option<(String, Option<(ImageFormat, u32)>)>),
    /// Finding somebody by theirs. Field: `code`.
    FriendCode(Form),
    /// Whom friends would like me to meet.
    Meetings(Vec<MeetingOffer>),
    /// Which friend could this friend meet?
    Meet {
        /// The friend,
        card: Card,
        /// and the others, page by page.
        others: Vec<Card>,
        /// The friend the next page begins after, if there is one.
        next: Option<MemberId>,
    },
    /// What to write to two friends. Field: `message`.
    MeetWith {
        /// The two.
        pair: [Card; 2],
        /// What was typed.
        form: Form,
    },
    /// A link from a letter: no more of them?
    LettersStop {
        /// Whose letters.
        name: String,
        /// What the link carries.
        mark: String,
    },
}

impl CirclePage {
    /// What stands on the page.
    pub fn slip(&self, context: &Context<'_>) -> Slip {
        match self {
            CirclePage::FootprintsLeft { page, rules, is_spent } => {
                footprints::left(page, rules, *is_spent, context)
            }
            CirclePage::Note { card, form } => note::note(card, form),
            CirclePage::MyPhotos { own, form } => photos::mine(own, form, context),
            CirclePage::MyPhoto { photo, groups, form } => photos::one(photo, groups, form),
            CirclePage::Photos { card, photos } => photos::of(card, photos),
            CirclePage::Privacy(form) => privacy::switches(form),
            CirclePage::Telling(page) => telling::telling(page, context),
            CirclePage::Aside(page) => aside::aside(page, context),
            CirclePage::Favourites(page) => favourites::favourites(page, context),
            CirclePage::Levels { page, form } => levels::levels(page, form, context),
            CirclePage::Categories(page) => categories::shown(page),
            CirclePage::MyCategories { page, form } => categories::mine(page, form),
            CirclePage::Category { category, form } => categories::one(category, form),
            CirclePage::Widen { page, why } => widen::widen(page, why.as_ref()),
            CirclePage::Close { asked, entries } => widen::closing(*asked, *entries, context),
            CirclePage::CommonFriends(page) => common_friends::common(page),
            CirclePage::Suggestions(page) => suggestions::suggestions(page, context),
            CirclePage::MyCode(code) => friend_code::mine(code.as_ref()),
            CirclePage::FriendCode(form) => friend_code::find(form),
            CirclePage::Meetings(offers) => meeting::offers(offers, context),
            CirclePage::Meet { card, others, next } => meeting::whom(card, others, *next),
            CirclePage::MeetWith { pair, form } => meeting::offer(pair, form),
            CirclePage::LettersStop { name, mark } => telling::stop(name, mark),
        }
    }
}
