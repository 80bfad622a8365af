//! Categories: they open nothing, and a private one is its author's alone.

use enishi_core::diary::{
    self, CategoryError, Chosen, Draft, Fault, Keep, MOST_CATEGORIES, NewDiary, PostError, Why,
};
use enishi_core::ids::{CategoryId, DiaryId, DraftId, MemberId};
use enishi_core::visibility::{Viewer, Visibility};

use crate::world::{World, each, words};

fn make(world: &World, me: MemberId, name: &'static str, is_open: bool) -> CategoryId {
    world.tick();
    world.write(move |tx| diary::make_category(tx, me, name, is_open))
}

fn post(world: &World, me: MemberId, to: Visibility, categories: &[CategoryId]) -> DiaryId {
    let chosen = Chosen { categories: categories.to_vec(), ..Chosen::default() };
    let new = NewDiary { chosen, ..words("題", to, Vec::new()) };
    world.tick();
    world.write(move |tx| diary::post(tx, me, &new))
}

/// The names that somebody is shown of the owner's categories, with their counts.
fn shown(world: &World, viewer: MemberId, owner: MemberId) -> Vec<(String, i64)> {
    let page = world.read(|tx| diary::categories_of(tx, Viewer::Member(viewer), owner));
    page.unwrap().categories.into_iter().map(|(category, entries)| (category.name, entries)).collect()
}

fn on_entry(world: &World, viewer: MemberId, entry: DiaryId) -> Vec<String> {
    world.show(viewer, entry).unwrap().categories.into_iter().map(|category| category.name).collect()
}

fn listed(world: &World, viewer: MemberId, owner: MemberId, category: CategoryId) -> Option<Vec<DiaryId>> {
    let page = world.read(|tx| diary::list_in_category(tx, Viewer::Member(viewer), owner, category, None));
    page.map(|page| page.entries.iter().map(|line| line.id).collect())
}

#[test]
fn a_reader_is_shown_what_they_may_read_of_open_categories_and_nothing_of_others() {
    each(|world| {
        let [me, friend, stranger] = world.people(["書く人", "友", "他人"]);
        world.befriend(me, friend);
        let [walks, empty, hidden] = [("さんぽ", true), ("から", true), ("通院", false)]
            .map(|(name, is_open)| make(world, me, name, is_open));
        let both = post(world, me, Visibility::Members, &[walks, hidden]);
        let closer = post(world, me, Visibility::Friends, &[walks]);
        let own = post(world, me, Visibility::OnlyMe, &[walks, hidden, empty]);
        let name = |text: &str| text.to_owned();
        assert_eq!(shown(world, me, me), [(name("から"), 1), (name("さんぽ"), 3), (name("通院"), 2)]);
        assert_eq!(shown(world, friend, me), [(name("さんぽ"), 2)]);
        assert_eq!(shown(world, stranger, me), [(name("さんぽ"), 1)]);
        assert_eq!(on_entry(world, me, both), ["さんぽ", "通院"]);
        assert_eq!(on_entry(world, friend, both), ["さんぽ"]);
        assert_eq!(listed(world, me, me, walks), Some(vec![own, closer, both]));
        assert_eq!(listed(world, friend, me, walks), Some(vec![closer, both]));
        assert_eq!(listed(world, stranger, me, walks), Some(vec![both]));
        for nobody in [hidden, empty] {
            assert_eq!(listed(world, friend, me, nobody), None);
        }
        assert_eq!(listed(world, friend, friend, walks), None, "by whose page it is asked for counts");
        let has = |viewer| {
            world.read(|tx| diary::archive(tx, Viewer::Member(viewer), me, None, &crate::world::tokyo()))
        };
        assert!(has(friend).unwrap().has_categories);
        world.write(move |tx| diary::change_category(tx, me, walks, "さんぽ道", false));
        assert_eq!((shown(world, friend, me), on_entry(world, friend, both)), (vec![], vec![]));
        assert!(!has(friend).unwrap().has_categories);
        assert_eq!(listed(world, friend, me, walks), None, "closed at once");
        world.block(me, friend);
        let viewer = Viewer::Member(friend);
        assert!(world.read(|tx| diary::categories_of(tx, viewer, me)).is_none());
    });
}

#[test]
fn names_are_short_once_each_and_there_are_so_many() {
    each(|world| {
        let [me, other] = world.people(["書く人", "ほかの人"]);
        let why = |name: String| world.refused(move |tx| diary::make_category(tx, me, &name, true));
        assert!(matches!(why(" \u{3000}".into()), CategoryError::NameEmpty));
        assert!(matches!(why("長".repeat(21)), CategoryError::NameTooLong));
        let first = make(world, me, "一", true);
        assert!(matches!(why(" 一 ".into()), CategoryError::Taken(known) if known == first));
        make(world, other, "一", true);
        let second = make(world, me, "二", false);
        let rename = world.refused(move |tx| diary::change_category(tx, me, second, "一", true));
        assert!(matches!(rename, CategoryError::Taken(_)));
        let theirs = world.refused(move |tx| diary::change_category(tx, other, second, "三", true));
        assert!(matches!(theirs, CategoryError::NotFound));
        for number in 2..MOST_CATEGORIES {
            world.write(move |tx| diary::make_category(tx, me, &format!("{number}"), true));
        }
        assert!(matches!(why("もう一つ".into()), CategoryError::Full));
        let chosen = Chosen { new_name: "もう一つ".to_owned(), ..Chosen::default() };
        let new = NewDiary { chosen, ..words("題", Visibility::Members, Vec::new()) };
        let full = world.refused(move |tx| diary::post(tx, me, &new));
        assert!(matches!(full, PostError::Refused(Fault::CategoriesFull)));
        assert!(!world.write(move |tx| diary::remove_category(tx, other, first)));
        assert!(world.write(move |tx| diary::remove_category(tx, me, first)));
    });
}

#[test]
fn they_are_chosen_with_the_entry_and_kept_in_drafts() {
    each(|world| {
        let [me, other] = world.people(["書く人", "ほかの人"]);
        let [one, theirs] = [make(world, me, "一", true), make(world, other, "よそ", true)];
        let typed = |categories: &[CategoryId], new_name: &str| Draft {
            title: "題".to_owned(),
            body: "本文".to_owned(),
            visibility: "members".to_owned(),
            chosen: Chosen { categories: categories.to_vec(), new_name: new_name.to_owned(), is_open: true },
            ..Draft::default()
        };
        let four = [one, 71.into(), 72.into(), 73.into()];
        assert_eq!(typed(&four, "").read(), Err(vec![Fault::TooManyCategories]));
        assert_eq!(typed(&four[..3], "新").read(), Err(vec![Fault::TooManyCategories]));
        assert_eq!(typed(&[], &"長".repeat(21)).read(), Err(vec![Fault::CategoryNameLong]));
        let keep =
            Keep { id: DraftId::from(5), entry: None, typed: typed(&[one, theirs], "新"), why: Why::Asked };
        world.write(move |tx| diary::keep_draft(tx, me, &keep));
        let form = world.read(|tx| diary::draft_form(tx, me, DraftId::from(5))).unwrap();
        assert_eq!(form.chosen, Chosen { categories: vec![one], new_name: "新".to_owned(), is_open: true });
        assert_eq!(form.categories.len(), 1, "what is only typed is not made");
        let new = typed(&[one, theirs, one], "新").read().unwrap();
        let entry = world.write(move |tx| diary::post(tx, me, &new));
        assert_eq!(on_entry(world, other, entry), ["一", "新"]);
        // The same name again is the same category; a removed one is left out.
        let new = typed(&[one], "新").read().unwrap();
        assert!(world.write(move |tx| diary::remove_category(tx, me, one)));
        world.write(move |tx| diary::edit(tx, me, entry, &new, true));
        assert_eq!(on_entry(world, me, entry), ["新"]);
        let form = world.read(|tx| diary::form(tx, me, Some(entry), None)).unwrap();
        assert_eq!((form.chosen.categories.len(), form.categories.len()), (1, 1));
        assert!(
            world
                .read(|tx| diary::draft_form(tx, me, DraftId::from(5)))
                .unwrap()
                .chosen
                .categories
                .is_empty()
        );
        world.write(move |tx| diary::delete(tx, me, entry));
        assert_eq!(shown(world, me, me), [("新".to_owned(), 0)]);
    });
}
