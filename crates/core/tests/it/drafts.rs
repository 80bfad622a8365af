//! Drafts: what is begun is never lost, and nobody but its author ever sees it.

use enishi_core::diary::{
    self, DRAFT_CHARACTERS, Draft, Keep, KeepError, Kept, MOST_DRAFTS, NewPhoto, Why, keep_draft,
};
use enishi_core::group;
use enishi_core::ids::{DiaryId, DraftId, MemberId, PictureId};
use enishi_core::picture;
use enishi_core::visibility::Visibility;

use crate::world::{IN_GRACE, World, each};

fn typed(title: &str, body: &str) -> Draft {
    let (title, body) = (title.to_owned(), body.to_owned());
    Draft { title, body, visibility: "friends".to_owned(), ..Draft::default() }
}

fn to_keep(id: i64, entry: Option<DiaryId>, typed: Draft, why: Why) -> Keep {
    Keep { id: DraftId::from(id), entry, typed, why }
}

fn keep(world: &World, me: MemberId, keep: Keep) -> Kept {
    world.tick();
    world.write(move |tx| keep_draft(tx, me, &keep))
}

fn hung(picture: PictureId) -> NewPhoto {
    NewPhoto { picture, alt: "柿".to_owned() }
}

fn names(world: &World, me: MemberId) -> Vec<String> {
    let page = world.read(|tx| diary::drafts(tx, me));
    page.drafts.iter().map(|line| line.name().unwrap_or("-").to_owned()).collect()
}

#[test]
fn a_form_leaves_one_draft_however_often_it_is_sent() {
    each(|world| {
        let [me, other] = world.people(["書く人", "ほかの人"]);
        let first = keep(world, me, to_keep(9, None, typed("題", "一行目"), Why::Asked)).id;
        assert_eq!(first, DraftId::from(9));
        keep(world, me, to_keep(10, None, typed("", "あたらしいほう\n二行目"), Why::Refused));
        assert_eq!(
            keep(world, me, to_keep(9, None, typed("題", "一行目\r\n二行目 "), Why::Refused)).id,
            first
        );
        assert_eq!(
            keep(world, me, to_keep(11, None, typed("題", "一行目\n二行目"), Why::Asked)).id,
            first,
            "a twin"
        );
        assert_eq!(names(world, me), ["題", "あたらしいほう 二行目"], "the newest first");
        let line = world.read(|tx| diary::drafts(tx, me)).drafts.remove(0);
        assert_eq!((line.characters, line.kept_at < world.now()), (7, true));
        let page = world.read(|tx| diary::draft_form(tx, me, first)).unwrap();
        assert_eq!(
            (page.body.as_str(), page.visibility, page.drafts),
            ("一行目\n二行目", Visibility::Friends, 2)
        );
        // Somebody else's does not exist, and its id is nobody's to take.
        assert!(world.read(|tx| diary::find_draft(tx, other, first)).is_none());
        assert!(world.read(|tx| diary::draft_form(tx, other, first)).is_none());
        assert_eq!(world.write(move |tx| diary::throw_away(tx, other, first)), None);
        assert_ne!(keep(world, other, to_keep(9, None, typed("題", "よその"), Why::Asked)).id, first);
        assert_eq!(names(world, me).len(), 2);
        world.write(move |tx| diary::settle(tx, me, first));
        assert_eq!(names(world, me), ["あたらしいほう 二行目"]);
    });
}

#[test]
fn drafts_are_bounded_and_what_is_refused_has_room_to_spare() {
    each(|world| {
        let me = world.person("書く人");
        let refused = |title: String, body: String, why| {
            let keep = to_keep(5_000, None, typed(&title, &body), why);
            world.refused(move |tx| keep_draft(tx, me, &keep))
        };
        assert!(matches!(refused(" \u{3000}".into(), "\r\n".into(), Why::Refused), KeepError::Empty));
        assert!(matches!(
            refused("題".into(), "あ".repeat(DRAFT_CHARACTERS), Why::Refused),
            KeepError::TooLong
        ));
        for number in 0..MOST_DRAFTS {
            keep(world, me, to_keep(number + 1, None, typed("", &format!("{number}")), Why::Asked));
        }
        assert!(matches!(refused("もう".into(), "一つ".into(), Why::Asked), KeepError::Full));
        keep(world, me, to_keep(1, None, typed("", "前からあるもの"), Why::Asked));
        for number in 0..10 {
            keep(world, me, to_keep(number + 100, None, typed("", &format!("拒否{number}")), Why::Refused));
        }
        assert!(matches!(refused("もう".into(), "一つ".into(), Why::Refused), KeepError::Full));
        assert_eq!(names(world, me).len(), 30);
    });
}

#[test]
fn a_draft_knows_its_entry_and_outlives_it_and_its_group() {
    each(|world| {
        let [me, friend] = world.people(["書く人", "友"]);
        world.befriend(me, friend);
        let group = world.group(me, &[friend]);
        let entry = world.post(me, Visibility::Friends);
        let for_group =
            Draft { visibility: Visibility::Group(group).to_string(), ..typed("題", "書きかえ") };
        let id = keep(world, me, to_keep(7, Some(entry), for_group, Why::Refused)).id;
        let form = |entry| world.read(|tx| diary::form(tx, me, entry, Some(id))).unwrap();
        let page = form(Some(entry));
        assert_eq!(
            (page.body.as_str(), page.visibility, page.is_draft),
            ("書きかえ", Visibility::Group(group), true)
        );
        let elsewhere = form(None);
        assert!(!elsewhere.is_draft && elsewhere.draft != id, "the draft of an entry is in no other form");
        world.write(move |tx| group::delete(tx, me, group));
        assert_eq!(form(Some(entry)).visibility, Visibility::OnlyMe, "never wider than it was to be");
        world.write(move |tx| diary::delete(tx, me, entry));
        let page = world.read(|tx| diary::draft_form(tx, me, id)).unwrap();
        assert_eq!((page.id, page.body.as_str()), (None, "書きかえ"));
    });
}

#[test]
fn photographs_of_a_draft_live_as_long_as_it_does() {
    each(|world| {
        let [me, other] = world.people(["書く人", "ほかの人"]);
        let (one, two, foreign) =
            (world.picture(me, "一枚"), world.picture(me, "二枚"), world.picture(other, "よその"));
        let with = |photos: Vec<NewPhoto>| Draft { photos, ..typed("題", "写真つき") };
        let photos = vec![hung(two), hung(foreign), hung(one)];
        let id = keep(world, me, to_keep(7, None, with(photos), Why::Refused)).id;
        let shown = world.read(|tx| diary::draft_form(tx, me, id)).unwrap().photos;
        let shown: Vec<_> = shown.iter().map(|photo| (photo.picture, photo.alt.as_str())).collect();
        assert_eq!(shown, [(two, "柿"), (one, "柿")], "in their order, and only one's own");
        assert!(world.write(move |tx| picture::forget_if_loose(tx, &[one, two])).is_empty(), "swept");
        let left = keep(world, me, to_keep(7, None, with(vec![hung(two)]), Why::Asked));
        assert_eq!(left.loose, ["一枚"], "what was taken off the draft goes");
        let entry = world.post_with(me, Visibility::Friends, vec![hung(two)]);
        assert!(world.write(move |tx| diary::settle(tx, me, id)).is_empty(), "it hangs on the entry");
        let again = keep(world, me, to_keep(8, Some(entry), with(vec![hung(two)]), Why::Refused)).id;
        assert!(world.write(move |tx| diary::delete(tx, me, entry)).unwrap().is_empty());
        assert_eq!(world.write(move |tx| diary::throw_away(tx, me, again)), Some(vec!["二枚".to_owned()]));
    });
}

#[test]
fn what_is_laid_aside_changes_no_draft_that_is_there() {
    each(|world| {
        let me = world.person("書く人");
        let aside = |body: &str| {
            let keep = to_keep(7, None, typed("題", body), Why::Asked);
            world.write(move |tx| diary::set_aside(tx, me, &keep)).map(|kept| kept.id)
        };
        let first = aside("一");
        assert_eq!((first, aside("一")), (Some(DraftId::from(7)), first), "twice is once");
        let second = aside("二");
        assert!(second.is_some() && second != first && aside("二") == second);
        let kept = world.read(|tx| diary::find_draft(tx, me, DraftId::from(7))).unwrap();
        assert_eq!(kept.text.body, "一");
        world.set_state(me, IN_GRACE);
        assert_eq!(aside("三"), None);
        assert_eq!(world.read(|tx| diary::drafts(tx, me)).drafts.len(), 2);
    });
}
