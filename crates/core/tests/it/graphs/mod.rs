//! Whatever happens between people, in whatever order: feeds, ties and common friends agree with a plain model of
//! the rules, which knows nothing of circles, figures and indexes.

mod acts;
mod model;

use enishi_core::audience;
use enishi_core::diary::{self, DiaryLine, Way};
use enishi_core::friend::{
    self,
    tie::{self, Tie},
};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::store::{Error, Tx};
use enishi_core::visibility::{Viewer, can_see};
use enishi_testkit::stores::stores;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use crate::world::World;
use acts::{Act, Stage};
use model::PEOPLE;

/// After so many acts everything is compared.
const COMPARED_EVERY: usize = 20;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 5,
        max_shrink_iters: 60,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_list_agrees_with_a_plain_model(acts in proptest::collection::vec(acts::any_act(), 40..100)) {
        for test in stores() {
            tell(World { test }, &acts)?;
        }
    }
}

fn tell(world: World, acts: &[Act]) -> Result<(), TestCaseError> {
    let mut stage = Stage::set(&world);
    for few in acts.chunks(COMPARED_EVERY) {
        few.iter().for_each(|act| stage.play(&world, *act));
        for viewer in (0..PEOPLE).filter(|who| stage.model.is_active(*who)) {
            compare(&world, &stage, viewer)?;
        }
    }
    Ok(())
}

fn compare(world: &World, stage: &Stage, viewer: usize) -> Result<(), TestCaseError> {
    let (model, place) =
        (&stage.model, format!("{viewer} on {}: {model:?}", world.test.engine, model = stage.model));
    let me = stage.people[viewer];
    prop_assert_eq!(paged(world, me, diary::feed), model.feed(viewer), "feed of {}", &place);
    let circles = [0, 1, 3, usize::MAX].map(Way::Circles);
    let newest = [1, usize::MAX].map(Way::Newest);
    for way in circles.into_iter().chain(newest).chain([Way::Quicker]) {
        let further = paged(world, me, |tx, me, before, most| {
            diary::feed_of_friends_of_friends_by(tx, me, before, most, way)
        });
        let expected = model.feed_of_friends_of_friends(viewer);
        prop_assert_eq!(further, expected, "feed of friends' friends by {:?} of {}", way, &place);
    }
    compare_audiences(world, stage, viewer, &place)?;
    for entry in &model.entries {
        let author = stage.people[entry.author];
        let shown = world
            .read(|tx| can_see(tx, Viewer::Member(me), author, stage.visibility(entry), entry.posted_at));
        prop_assert_eq!(shown, model.can_see(viewer, entry), "{:?} for {}", entry, &place);
    }
    let mut at_once = world.read(|tx| tie::to_each(tx, me, &stage.people));
    for other in 0..PEOPLE {
        let told = world.read(|tx| tie::between(tx, me, stage.people[other]));
        prop_assert_eq!(&told, &at_once.remove(&stage.people[other]), "at once to {} {}", other, &place);
        prop_assert_eq!(
            told.map(|tie| in_numbers(stage, tie)),
            model.tie(viewer, other),
            "to {} {}",
            other,
            &place
        );
        let common = world.read(|tx| friend::common(tx, me, stage.people[other], None));
        let mut common: Vec<usize> = common
            .map(|page| page.friends.into_iter().map(|card| number(stage, card.id)).collect())
            .unwrap_or_default();
        common.sort_unstable();
        prop_assert_eq!(common, model.common(viewer, other), "common with {} {}", other, &place);
        if other != viewer && model.tie(viewer, other) == Some(model::Tie::None) {
            let more = world.read(|tx| tie::is_one_step_more(tx, me, stage.people[other]));
            prop_assert_eq!(more, model.is_one_step_more(viewer, other), "a step to {} {}", other, &place);
        }
    }
    Ok(())
}

/// What the form says of each level, against those of the model who could read it. Whoever is tied only through closed
/// ties is not counted.
fn compare_audiences(world: &World, stage: &Stage, author: usize, place: &str) -> Result<(), TestCaseError> {
    let (model, me) = (&stage.model, stage.people[author]);
    let told = world.read(|tx| audience::of(tx, me));
    for level in 0..6u8 {
        let visibility = stage.visibility_of(author, level);
        let told = told.of(visibility).map(|told| (told.people, told.is_more));
        prop_assert_eq!(told, model.audience(author, level), "level {} of {}", level, place);
    }
    Ok(())
}

/// A whole feed, three lines at a time: what a page leaves out or shows twice comes out here.
fn paged(
    world: &World,
    me: MemberId,
    feed: impl Fn(&mut Tx<'_>, MemberId, Option<DiaryId>, i64) -> Result<Vec<DiaryLine>, Error>,
) -> Vec<DiaryId> {
    let mut all = Vec::new();
    loop {
        let page = world.read(|tx| feed(tx, me, all.last().copied(), 3));
        all.extend(page.iter().map(|line| line.id));
        if page.len() < 3 {
            return all;
        }
    }
}

fn in_numbers(stage: &Stage, tie: Tie) -> model::Tie {
    match tie {
        Tie::Oneself => model::Tie::Oneself,
        Tie::Friend => model::Tie::Friend,
        Tie::None => model::Tie::None,
        Tie::FriendOfFriend { via, more } => {
            model::Tie::Via(via.into_iter().map(|card| number(stage, card.id)).collect(), more)
        }
    }
}

fn number(stage: &Stage, id: MemberId) -> usize {
    stage.people.iter().position(|one| *one == id).unwrap()
}
