//! Topics: who reads them, what a block or a removal leaves of them, and where they are new.

use enishi_core::community::topic::{self, Removal, TopicError, TopicPage, WordsTurn};
use enishi_core::community::{CommunityError, CommunityForm, Joined, Joins, Reads, change, leave};
use enishi_core::diary::Spot;
use enishi_core::ids::{CommunityId, MemberId, TopicId};
use enishi_core::visibility::Visibility::Members;

use crate::communities::{come_in, place};
use crate::world::{SUSPENDED, World, each};

fn begin(world: &World, who: MemberId, id: CommunityId) -> TopicId {
    world.tick();
    world.write(move |tx| topic::post(tx, who, id, "題", "はじめのことば"))
}

fn say(world: &World, who: MemberId, id: CommunityId, topic: TopicId, words: &'static str) -> i32 {
    world.tick();
    world.write(move |tx| topic::comment(tx, who, id, topic, words))
}

fn show(world: &World, who: MemberId, id: CommunityId, topic: TopicId) -> Option<TopicPage> {
    world.read(|tx| topic::show(tx, who, id, topic, Spot::Newest))
}

/// The numbers that are shown, and whether the beginning is.
fn shown(page: &TopicPage) -> (bool, Vec<i32>) {
    let said = page.comments.iter().filter(|one| one.said.is_some());
    (page.opening.is_some(), said.map(|one| one.number).collect())
}

#[test]
fn a_closed_community_is_read_by_its_members_alone() {
    each(|world| {
        let [owner, member, stranger] = world.people(["主", "メンバー", "よその人"]);
        for (reads, outside) in [(Reads::Everybody, true), (Reads::Insiders, false)] {
            let id = place(world, owner, Joins::Freely, reads);
            come_in(world, member, id, Members);
            let topic = begin(world, member, id);
            assert_eq!(show(world, stranger, id, topic).is_some(), outside);
            assert_eq!(world.read(|tx| topic::list(tx, stranger, id, None)).is_some(), outside);
            assert!(show(world, member, id, topic).is_some_and(|page| page.may_comment));
            let refused = world.refused(move |tx| topic::comment(tx, stranger, id, topic, "入れて"));
            assert_eq!(matches!(refused, TopicError::Outside), outside, "{refused:?}");
            world.refused(move |tx| topic::post(tx, stranger, id, "題", "本文"));
            // Nor is it there under another community's address.
            let elsewhere = place(world, member, Joins::Freely, Reads::Everybody);
            assert!(show(world, member, elsewhere, topic).is_none());
            world.write(move |tx| leave(tx, member, id));
            assert_eq!(show(world, member, id, topic).is_some(), outside);
        }
    });
}

#[test]
fn numbers_stay_and_lead_to_what_can_be_shown() {
    each(|world| {
        let [owner, member] = world.people(["主", "メンバー"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        come_in(world, member, id, Members);
        let topic = begin(world, owner, id);
        assert_eq!(say(world, member, id, topic, "一"), 1);
        assert_eq!(say(world, owner, id, topic, ">>1 と >>2 と >>9"), 2);
        let quotes = |page: &TopicPage| page.comments[1].said.as_ref().unwrap().quotes.clone();
        assert_eq!(quotes(&show(world, member, id, topic).unwrap()), [1, 2]);
        let asked = |who, number| world.read(|tx| topic::comment_removal(tx, who, id, topic, number));
        assert!(asked(member, 2).is_none() && asked(owner, 9).is_none());
        assert_eq!(asked(member, 1).map(|own| (own.writer, own.words)), Some((None, "一".to_owned())));
        assert_eq!(asked(owner, 1).and_then(|one| one.writer).map(|card| card.id), Some(member));
        assert!(!world.write(move |tx| topic::remove_comment(tx, member, id, topic, 2)));
        assert!(world.write(move |tx| topic::remove_comment(tx, member, id, topic, 1)));
        let page = show(world, member, id, topic).unwrap();
        assert_eq!((shown(&page), quotes(&page)), ((true, vec![2]), vec![2]));
        assert_eq!((page.around.visible, page.comments.len()), (1, 2));
        assert_eq!(say(world, member, id, topic, "三"), 3);
    });
}

#[test]
fn a_block_leaves_gaps_like_any_other_and_hides_nothing_from_the_owner() {
    each(|world| {
        let [owner, one, other, third] = world.people(["主", "一方", "他方", "三人目"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        for who in [one, other, third] {
            come_in(world, who, id, Members);
        }
        let topic = begin(world, one, id);
        world.block(other, one);
        // Nothing in it can be shown yet: it is not there, like one that was removed.
        assert!(show(world, other, id, topic).is_none());
        assert!(world.read(|tx| topic::list(tx, other, id, None)).unwrap().topics.is_empty());
        world.refused(move |tx| topic::comment(tx, other, id, topic, "見えない"));
        say(world, third, id, topic, "三人目");
        say(world, one, id, topic, "一方");
        assert_eq!(shown(&show(world, other, id, topic).unwrap()), (false, vec![1]));
        let lines = world.read(|tx| topic::list(tx, other, id, None)).unwrap().topics;
        assert_eq!((lines[0].title.as_deref(), lines[0].comments), (None, 1));
        assert_eq!(shown(&show(world, third, id, topic).unwrap()), (true, vec![1, 2]));
        world.block(one, owner);
        let page = show(world, owner, id, topic).unwrap();
        assert_eq!((shown(&page), page.can_remove), ((true, vec![1, 2]), true));
        // What is overseen there is not told at home: there it is the topic the third one spoke in.
        let alone = begin(world, one, id);
        assert!(show(world, owner, id, alone).is_some_and(|page| page.opening.is_some()));
        let home = world.read(|tx| topic::new_for(tx, owner, 5));
        let home: Vec<_> = home.into_iter().map(|new| (new.line.id, new.line.title)).collect();
        assert_eq!(home, [(topic, None)]);
        // Somebody suspended is a gap for everybody.
        world.set_state(one, SUSPENDED);
        for who in [owner, other, third] {
            assert_eq!(shown(&show(world, who, id, topic).unwrap()), (false, vec![1]));
        }
    });
}

#[test]
fn an_author_takes_their_words_and_the_owner_the_whole() {
    each(|world| {
        let [owner, author, other] = world.people(["主", "書いた人", "ほかの人"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        come_in(world, author, id, Members);
        come_in(world, other, id, Members);
        let (alone, answered) = (begin(world, author, id), begin(world, author, id));
        say(world, other, id, answered, "はい");
        assert!(world.read(|tx| topic::removal(tx, other, id, answered)).is_none());
        assert!(matches!(
            world.read(|tx| topic::removal(tx, author, id, answered)),
            Some(Removal::Words { .. })
        ));
        for topic in [alone, answered] {
            assert!(world.write(move |tx| topic::remove(tx, author, id, topic)));
        }
        assert!(show(world, author, id, alone).is_none());
        assert_eq!(shown(&show(world, author, id, answered).unwrap()), (false, vec![1]));
        assert!(!world.write(move |tx| topic::remove(tx, author, id, answered)));
        assert!(world.write(move |tx| topic::remove(tx, owner, id, answered)));
        assert!(show(world, other, id, answered).is_none());
    });
}

#[test]
fn the_newest_words_come_first_here_and_at_home() {
    each(|world| {
        let [owner, me] = world.people(["主", "わたし"]);
        let [here, there, outside] = [(); 3].map(|()| place(world, owner, Joins::Freely, Reads::Everybody));
        come_in(world, me, here, Members);
        come_in(world, me, there, Members);
        let [first, second] = [begin(world, owner, here), begin(world, owner, here)];
        let (third, _) = (begin(world, owner, there), begin(world, owner, outside));
        say(world, owner, here, first, "あがる");
        let topics = world.read(|tx| topic::list(tx, me, here, None)).unwrap().topics;
        assert_eq!(topics.iter().map(|line| line.id).collect::<Vec<_>>(), [first, second]);
        let new = world.read(|tx| topic::new_for(tx, me, 5));
        assert_eq!(new.iter().map(|one| one.line.id).collect::<Vec<_>>(), [first, third, second]);
        assert_eq!(world.read(|tx| topic::new_for(tx, me, 1)).len(), 1);
    });
}

#[test]
fn home_looks_past_what_cannot_be_shown() {
    each(|world| {
        let [owner, gone, me] = world.people(["主", "去った人", "わたし"]);
        let busy = [(); 5].map(|()| place(world, owner, Joins::Freely, Reads::Everybody));
        let quiet = place(world, owner, Joins::Freely, Reads::Everybody);
        for id in busy.into_iter().chain([quiet]) {
            come_in(world, gone, id, Members);
            come_in(world, me, id, Members);
        }
        let here = begin(world, owner, quiet);
        // Others go on under a beginning that is gone; in what was talked in since nothing is left to show.
        let lively = begin(world, gone, busy[0]);
        say(world, owner, busy[0], lively, "つづき");
        for id in &busy[1..] {
            begin(world, gone, *id);
        }
        world.set_state(gone, SUSPENDED);
        let home = |most| -> Vec<(TopicId, Option<String>)> {
            let new = world.read(|tx| topic::new_for(tx, me, most));
            new.into_iter().map(|one| (one.line.id, one.line.title)).collect()
        };
        assert_eq!(home(5), [(lively, None), (here, Some("題".to_owned()))]);
        assert_eq!(home(1), [(lively, None)]);
        assert!(home(0).is_empty());
    });
}

#[test]
fn neither_time_nor_order_tells_of_words_that_cannot_be_shown() {
    each(|world| {
        let [owner, one, me] = world.people(["主", "一方", "わたし"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        come_in(world, one, id, Members);
        come_in(world, me, id, Members);
        let first = begin(world, owner, id);
        let begun_at = world.now();
        let second = begin(world, owner, id);
        world.block(me, one);
        say(world, one, id, first, "みえない");
        let lines = |who| world.read(|tx| topic::list(tx, who, id, None)).unwrap().topics;
        let ids = |who| lines(who).iter().map(|line| line.id).collect::<Vec<_>>();
        assert_eq!((ids(owner), ids(me)), (vec![first, second], vec![second, first]));
        assert_eq!(lines(me)[1].newest_at, begun_at);
        let page = world.read(|tx| enishi_core::community::show(tx, me, id)).unwrap();
        assert_eq!(page.topics.unwrap()[0].id, second);
        assert_eq!(world.read(|tx| topic::new_for(tx, me, 5))[0].line.id, second);
    });
}

#[test]
fn what_was_said_for_members_alone_stays_theirs() {
    each(|world| {
        let owner = world.person("主");
        let id = place(world, owner, Joins::Freely, Reads::Insiders);
        let form = |reads| CommunityForm {
            name: "みかん".to_owned(),
            about: String::new(),
            joins: Joins::Freely,
            reads,
        };
        let turn = |reads| {
            let form = form(reads);
            world.test.store.write(move |tx| change(tx, owner, id, &form))
        };
        for reads in [Reads::Everybody, Reads::Insiders] {
            assert!(turn(reads).is_ok(), "nothing was said yet");
        }
        let first = begin(world, owner, id);
        assert!(matches!(turn(Reads::Everybody), Err(CommunityError::WasClosed)));
        assert!(turn(Reads::Insiders).is_ok());
        // Of a topic of which nothing is left, no trace keeps it closed.
        let member = world.person("メンバー");
        come_in(world, member, id, Members);
        let own = begin(world, member, id);
        let number = say(world, owner, id, own, "はい");
        assert!(world.write(move |tx| topic::remove(tx, member, id, own)));
        assert!(world.write(move |tx| topic::remove_comment(tx, owner, id, own, number)));
        assert!(world.write(move |tx| topic::remove(tx, owner, id, first)));
        assert!(turn(Reads::Everybody).is_ok());
    });
}

#[test]
fn a_circle_the_owner_chose_is_not_opened_to_whoever_comes() {
    each(|world| {
        let [owner, waiting] = world.people(["主", "待つ人"]);
        let id = place(world, owner, Joins::AfterYes, Reads::Insiders);
        assert_eq!(come_in(world, waiting, id, Members), Joined::Asked);
        let turn = |joins, reads| {
            let form = CommunityForm { name: "みかん".to_owned(), about: String::new(), joins, reads };
            world.test.store.write(move |tx| change(tx, owner, id, &form))
        };
        let first = begin(world, owner, id);
        assert!(matches!(turn(Joins::Freely, Reads::Insiders), Err(CommunityError::WasVetted)));
        assert!(matches!(turn(Joins::Freely, Reads::Everybody), Err(CommunityError::WasClosed)));
        assert!(turn(Joins::AfterYes, Reads::Insiders).is_ok());
        assert!(show(world, waiting, id, first).is_none(), "they wait as before");
        assert!(world.write(move |tx| topic::remove(tx, owner, id, first)));
        assert!(turn(Joins::Freely, Reads::Insiders).is_ok(), "nothing is left that was said");
        // What everybody reads anyway opens its door as its owner likes.
        let open = place(world, owner, Joins::AfterYes, Reads::Everybody);
        begin(world, owner, open);
        let form = CommunityForm { name: "みかん".to_owned(), ..CommunityForm::default() };
        world.write(move |tx| change(tx, owner, open, &form));
    });
}

#[test]
fn who_left_takes_their_own_words_away_and_sees_no_others() {
    each(|world| {
        let [owner, me, other] = world.people(["主", "去る人", "ほかの人"]);
        let id = place(world, owner, Joins::Freely, Reads::Insiders);
        come_in(world, me, id, Members);
        come_in(world, other, id, Members);
        let own = begin(world, me, id);
        let theirs = begin(world, other, id);
        say(world, other, id, own, "ひみつ");
        let number = say(world, me, id, theirs, "わたしのことば");
        let closed = |who| world.read(|tx| topic::closed(tx, who, None)).words;
        assert!(closed(me).is_empty());
        world.write(move |tx| leave(tx, me, id));
        assert!(world.read(|tx| topic::is_closed_to(tx, me, id)));
        let words: Vec<_> = closed(me).into_iter().map(|one| (one.topic, one.number, one.body)).collect();
        let mine = [(theirs, number, "わたしのことば"), (own, 0, "はじめのことば")];
        assert_eq!(words, mine.map(|(topic, number, body)| (topic, number, body.to_owned())));
        assert!(closed(other).is_empty());
        // Pages end where they should, beginnings and comments alike.
        let turn = WordsTurn { at: world.now(), topic: theirs, number };
        let rest = world.read(|tx| topic::closed(tx, me, Some(turn))).words;
        assert_eq!(rest.iter().map(|one| one.topic).collect::<Vec<_>>(), [own]);
        let turn = WordsTurn { at: rest[0].posted_at, topic: own, number: 0 };
        assert!(world.read(|tx| topic::closed(tx, me, Some(turn))).words.is_empty());
        assert_eq!(turn.to_string().parse::<WordsTurn>(), Ok(turn));
        // Nobody is told there whether anything was said since, and of others' words nothing is theirs.
        let words = |topic| world.read(|tx| topic::removal(tx, me, id, topic));
        assert_eq!((words(own), words(theirs)), (Some(Removal::Words { title: "題".to_owned() }), None));
        assert!(!world.write(move |tx| topic::remove(tx, me, id, theirs)));
        assert!(!world.write(move |tx| topic::remove_comment(tx, me, id, own, 1)));
        assert!(world.write(move |tx| topic::remove(tx, me, id, own)));
        assert!(world.write(move |tx| topic::remove_comment(tx, me, id, theirs, number)));
        assert!(closed(me).is_empty());
        assert!(show(world, me, id, own).is_none() && show(world, me, id, theirs).is_none());
        assert_eq!(shown(&show(world, other, id, own).unwrap()), (false, vec![1]));
        assert_eq!(shown(&show(world, other, id, theirs).unwrap()), (true, vec![]));
    });
}

#[test]
fn taking_a_topic_away_tells_no_gap_from_another() {
    each(|world| {
        let [owner, author, blocker, remover] = world.people(["主", "書いた人", "遮る人", "消す人"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        for who in [author, blocker, remover] {
            come_in(world, who, id, Members);
        }
        let asked = [blocker, remover].map(|who| {
            let topic = begin(world, author, id);
            let number = say(world, who, id, topic, "はい");
            match who == blocker {
                true => world.block(blocker, author),
                false => {
                    assert!(world.write(move |tx| topic::remove_comment(tx, remover, id, topic, number)))
                }
            }
            assert_eq!(shown(&show(world, author, id, topic).unwrap()), (true, vec![]));
            world.read(|tx| topic::removal(tx, author, id, topic))
        });
        assert_eq!(asked[0], asked[1]);
        assert!(asked[0].is_some());
    });
}
