//! Birthdays: three parts with three levels, a line on home for those who may know the day, and what was free text before.

use enishi_core::digest;
use enishi_core::home::{self, HomePage};
use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::notice::Topic;
use enishi_core::notice::settings::{self, NoticeRules, Pace, Reach, Settings};
use enishi_core::profile::{self, Answer, Field};
use enishi_core::search;
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::waiting;

use crate::world::{World, each, tokyo};

fn born(world: &World, who: MemberId, said: [(&'static str, Visibility); 2], age: Visibility) {
    let [(day, day_level), (year, year_level)] = said;
    let parts =
        [(Field::Birthday, day, day_level), (Field::BirthYear, year, year_level), (Field::Age, "", age)];
    let answers: Vec<Answer> = parts
        .into_iter()
        .map(|(field, value, visibility)| Answer { field, value: value.to_owned(), visibility })
        .collect();
    let name = Nickname::parse("うまれた人").unwrap();
    world.write(move |tx| profile::save(tx, who, &name, &answers));
}

fn parts(world: &World, me: MemberId, owner: MemberId) -> Vec<(Field, String)> {
    let page = world.read(|tx| profile::show(tx, Viewer::Member(me), owner, &tokyo())).unwrap();
    page.fields.into_iter().map(|shown| (shown.field, shown.value)).collect()
}

fn home(world: &World, me: MemberId) -> HomePage {
    world.read(|tx| home::show(tx, me, None, &tokyo()))
}

fn celebrated(world: &World, me: MemberId) -> Vec<MemberId> {
    home(world, me).waiting.birthdays.into_iter().map(|card| card.id).collect()
}

/// The test's clock stands at noon UTC of a day; today as a form would have it.
fn today(world: &World) -> String {
    world.now().in_zone(&tokyo()).date().strftime("%m-%d").to_string()
}

#[test]
fn each_part_is_seen_by_whom_it_is_open_to() {
    each(|world| {
        let [owner, friend, between, fof, stranger] = world.people(["主", "友", "間", "友の友", "他人"]);
        world.befriend(owner, friend);
        world.befriend(owner, between);
        world.befriend(between, fof);
        let levels =
            [Visibility::Members, Visibility::FriendsOfFriends, Visibility::Friends, Visibility::OnlyMe];
        let year = world.now().in_zone(&tokyo()).date().year();
        let age = (year - 1985 - 1).to_string();
        for at in 0..levels.len() {
            let (day, of_year, of_age) = (levels[at], levels[(at + 1) % 4], levels[(at + 2) % 4]);
            born(world, owner, [("12/31", day), ("昭和60年", of_year)], of_age);
            for (viewer, reach) in [(owner, 4), (friend, 3), (fof, 2), (stranger, 1)] {
                let may = |level: Visibility| levels.iter().position(|one| *one == level).unwrap() < reach;
                let expected: Vec<(Field, String)> = [
                    (Field::Birthday, "12-31".to_owned(), day),
                    (Field::BirthYear, "1985".to_owned(), of_year),
                    (Field::Age, age.clone(), of_age),
                ]
                .into_iter()
                .filter(|(_, _, level)| may(*level))
                .map(|(field, value, _)| (field, value))
                .collect();
                assert_eq!(parts(world, viewer, owner), expected, "{at} {reach}");
                let finds = |q: &str| {
                    !world.read(|tx| search::fields(tx, Viewer::Member(viewer), q, None)).found.is_empty()
                };
                assert_eq!((finds("12月31日"), finds("1985")), (may(day), may(of_year)), "{at} {reach}");
                assert!(!finds(&format!("{age}歳")) && !finds("12月31日 1986"));
            }
        }
    });
}

#[test]
fn calm_until_somebody_chooses() {
    each(|world| {
        let me = world.person("わたし");
        let form = world.read(|tx| profile::form(tx, me));
        let level = |field| form.answers.iter().find(|answer| answer.field == field).unwrap().visibility;
        assert_eq!(level(Field::Birthday), Visibility::Friends);
        assert_eq!([level(Field::BirthYear), level(Field::Age)], [Visibility::OnlyMe; 2]);
    });
}

#[test]
fn home_tells_friends_who_may_know_the_day_and_nobody_else() {
    each(|world| {
        let [owner, friend, other, stranger] = world.people(["主", "友", "別の友", "他人"]);
        world.befriend(owner, friend);
        world.befriend(owner, other);
        let group = Visibility::Group(world.group(owner, &[friend]));
        let day: &'static str = today(world).leak();
        let only = Visibility::OnlyMe;
        born(world, owner, [(day, group), ("", only)], only);
        let told = || [friend, other, stranger, owner].map(|who| celebrated(world, who).len());
        assert_eq!(told(), [1, 0, 0, 0]);
        born(world, owner, [(day, Visibility::Members), ("", only)], only);
        assert_eq!(told(), [1, 1, 0, 0]);
        world.block(friend, owner);
        assert_eq!(told(), [0, 1, 0, 0]);
        born(world, owner, [("", Visibility::Members), ("", only)], only);
        assert_eq!(told(), [0; 4]);
    });
}

#[test]
fn home_names_a_few_and_counts_the_rest_and_the_notices_name_them_all() {
    each(|world| {
        let me = world.person("わたし");
        let day: &'static str = today(world).leak();
        let names = ["一", "二", "三", "四", "五", "六", "七"];
        for friend in world.people(names) {
            world.befriend(me, friend);
            born(world, friend, [(day, Visibility::Friends), ("", Visibility::OnlyMe)], Visibility::OnlyMe);
        }
        let home = home(world, me).waiting;
        assert_eq!((home.birthdays.len(), home.more_birthdays), (5, 2));
        let all = world.read(|tx| waiting::list(tx, me, waiting::MOST_BIRTHDAYS, &tokyo()));
        assert_eq!((all.birthdays.len(), all.more_birthdays), (7, 0));
    });
}

/// Whose birthday a letter that were sent now would tell.
fn told_by_letter(world: &World, me: MemberId) -> Vec<MemberId> {
    let digest = world.read(|tx| digest::gather(tx, me, &tokyo()));
    assert_eq!(digest.is_empty(), digest.birthdays.is_empty(), "nothing else has happened");
    digest.birthdays.into_iter().map(|card| card.id).collect()
}

fn choose(world: &World, me: MemberId, pace: Pace, reach: Reach) {
    let chosen = Settings::default().with(Topic::Birthdays, reach);
    let mut chosen = chosen.with(Topic::Accepted, Reach::Nowhere);
    chosen.pace = pace;
    world.write(move |tx| settings::choose(tx, me, chosen, &NoticeRules::default(), &tokyo()));
}

#[test]
fn the_daily_letter_tells_what_home_would_to_friends_when_it_is_sent() {
    each(|world| {
        let [owner, friend, other, stranger] = world.people(["主", "友", "別の友", "他人"]);
        world.befriend(owner, friend);
        world.befriend(owner, other);
        let all = [friend, other, stranger];
        all.iter().for_each(|who| choose(world, *who, Pace::Daily, Reach::Letter));
        let (only, group) = (Visibility::OnlyMe, Visibility::Group(world.group(owner, &[friend])));
        let told = || all.map(|who| told_by_letter(world, who).len());
        born(world, owner, [(today(world).leak(), Visibility::Members), ("", only)], only);
        assert_eq!(told(), [0; 3], "home told it on the day the letters were chosen");
        world.test.clock.advance_seconds(86_400);
        assert_eq!(told(), [0; 3], "yesterday's");
        let day: &'static str = today(world).leak();
        born(world, owner, [(day, group), ("", only)], only);
        assert_eq!(told(), [0; 3], "a letter cannot be called back: what is for a few is not in it");
        born(world, owner, [(day, Visibility::Members), ("", only)], only);
        assert_eq!(told(), [1, 1, 0]);
        world.block(friend, owner);
        assert_eq!(told(), [0, 1, 0], "judged when it is sent");
    });
}

#[test]
fn birthdays_come_once_a_day_or_not_at_all() {
    each(|world| {
        let [owner, me] = world.people(["主", "わたし"]);
        world.befriend(owner, me);
        for (pace, reach, told) in
            [(Pace::Daily, Reach::Home, 0), (Pace::Soon, Reach::Letter, 0), (Pace::Daily, Reach::Letter, 1)]
        {
            choose(world, me, pace, reach);
            world.test.clock.advance_seconds(86_400);
            let only = Visibility::OnlyMe;
            born(world, owner, [(today(world).leak(), Visibility::Friends), ("", only)], only);
            assert_eq!((told_by_letter(world, me).len(), celebrated(world, me).len()), (told, 1));
        }
    });
}

#[test]
fn free_text_becomes_a_date_where_it_is_one_and_is_kept_for_its_owner_where_not() {
    each(|world| {
        let [dated, other, friend] = world.people(["日付の人", "ことばの人", "友"]);
        world.befriend(dated, friend);
        world.befriend(other, friend);
        for (who, text) in [(dated, "昭和60年11月3日"), (other, "山笠の日")] {
            let id = i64::from(who);
            world.raw(who, &format!("INSERT INTO profile_fields (member_id, field, value, level) VALUES ({id}, 'birthday', '{text}', 2)"));
        }
        world.raw(dated, "INSERT INTO search_fills VALUES (3, 0)");
        while world.write(|tx| search::fill(tx, 1)) {}
        assert_eq!(parts(world, friend, dated), [(Field::Birthday, "11-03".to_owned())]);
        let own = parts(world, dated, dated);
        assert_eq!(own[1], (Field::BirthYear, "1985".to_owned()));
        assert!(parts(world, friend, other).is_empty() && parts(world, other, other).is_empty());
        let form = world.read(|tx| profile::form(tx, other));
        assert_eq!(form.old_birthday.as_deref(), Some("山笠の日"));
        let form = world.read(|tx| profile::form(tx, dated));
        let day = form.answers.iter().find(|answer| answer.field == Field::Birthday).unwrap();
        assert_eq!((day.value.as_str(), form.old_birthday), ("11/3", None));
    });
}
