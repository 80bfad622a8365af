//! What members say of themselves.

use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::visibility::{Viewer, Visibility};

use crate::world::{World, each, tokyo};

fn save(world: &World, me: MemberId, field: Field, value: &str, visibility: Visibility) {
    let answer = Answer { field, value: value.to_owned(), visibility };
    world.write(move |tx| profile::save(tx, me, &Nickname::parse("わたし").unwrap(), &[answer]));
}

fn shown(world: &World, viewer: MemberId, owner: MemberId) -> Vec<(Field, String, Option<Visibility>)> {
    let page = world.read(|tx| profile::show(tx, Viewer::Member(viewer), owner, &tokyo())).unwrap();
    page.fields.into_iter().map(|field| (field.field, field.value, field.visibility)).collect()
}

#[test]
fn each_field_has_an_audience_of_its_own_which_only_the_owner_knows() {
    each(|world| {
        let [me, friend, stranger] = world.people(["わたし", "友", "知らない人"]);
        world.befriend(me, friend);
        save(world, me, Field::About, "はじめまして〜", Visibility::Members);
        save(world, me, Field::RealName, "縁 結子", Visibility::Friends);
        save(world, me, Field::Interests, "", Visibility::Members);
        let about = |known| (Field::About, "はじめまして〜".to_owned(), known);
        let name = |known| (Field::RealName, "縁 結子".to_owned(), known);
        assert_eq!(shown(world, stranger, me), [about(None)]);
        assert_eq!(shown(world, friend, me), [about(None), name(None)]);
        let own = [about(Some(Visibility::Members)), name(Some(Visibility::Friends))];
        assert_eq!(shown(world, me, me), own, "an empty answer is shown to nobody");
    });
}

#[test]
fn narrowing_a_field_takes_effect_at_the_next_look() {
    each(|world| {
        let [me, stranger] = world.people(["わたし", "知らない人"]);
        save(world, me, Field::LivesIn, "松山", Visibility::Members);
        assert_eq!(shown(world, stranger, me).len(), 1);
        save(world, me, Field::LivesIn, "松山", Visibility::Friends);
        assert!(shown(world, stranger, me).is_empty());
    });
}

#[test]
fn a_foreign_group_narrows_to_only_me() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほかの人"]);
        world.befriend(me, other);
        let foreign = world.group(other, &[me]);
        save(world, me, Field::Birthday, "11月23日", Visibility::Group(foreign));
        let kept = (Field::Birthday, "11-23".to_owned(), Some(Visibility::OnlyMe));
        assert_eq!(shown(world, me, me), [kept]);
        assert!(shown(world, other, me).is_empty());
    });
}

#[test]
fn signs_that_act_on_a_page_are_not_kept() {
    each(|world| {
        let me = world.person("わたし");
        save(world, me, Field::Occupation, " 図書館\0員\u{202E}\r\n です ", Visibility::Members);
        save(world, me, Field::About, "一\r\n二\u{200B}\n", Visibility::Members);
        let values: Vec<String> = shown(world, me, me).into_iter().map(|(_, value, _)| value).collect();
        assert_eq!(values, ["一\n二", "図書館員 です"]);
    });
}

#[test]
fn the_form_offers_every_field_in_order() {
    each(|world| {
        let me = world.person("わたし");
        let form = world.read(|tx| profile::form(tx, me));
        let fields: Vec<Field> = form.answers.iter().map(|answer| answer.field).collect();
        assert_eq!((fields.len(), fields.last()), (12, Some(&Field::Introductions)));
        assert!(form.answers.iter().all(|answer| answer.visibility == answer.field.first_visibility()));
    });
}
