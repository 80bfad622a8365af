//! Communities and what is talked about in them.

use enishi_core::community::topic::{
    ClosedWords, ClosedWordsPage, NewTopic, Opening, Removal, TopicLine, TopicPage, TopicsPage, TopicsTurn,
    WordsTurn,
};
use enishi_core::community::{
    CommunitiesPage, CommunityLine, CommunityPage, EveryPage, FriendsLine, Joins, MembersPage, Mine,
    OfMemberPage, Reads, RequestsPage, RequestsTurn,
};
use enishi_core::diary::{Around, Comment, Said};
use enishi_core::ids::{CommunityId, TopicId};
use enishi_core::visibility::Visibility;
use enishi_face::pages::{CommunityView, Confirm, Question};
use enishi_face::{CommunityPlace, Form, Page, Phrase, Place};

use super::people::{koharu, minato, sato, tanaka};
use super::{Sample, at};

fn id() -> CommunityId {
    CommunityId::from(700)
}

fn row(number: i64, name: &str, members: i32) -> CommunityLine {
    CommunityLine { id: CommunityId::from(number), name: name.to_owned(), members }
}

fn topic(number: i64, title: Option<&str>, comments: i64) -> TopicLine {
    let title = title.map(str::to_owned);
    TopicLine { place: id(), id: TopicId::from(number), title, newest_at: at(number), comments }
}

fn topics() -> Vec<TopicLine> {
    vec![
        topic(31, Some("皮、どうしてますか"), 3),
        topic(290, Some("<はじめまして>の方はこちらへ"), 12),
        topic(4_000, None, 1),
    ]
}

pub fn new_topics() -> Vec<NewTopic> {
    let new = |line| NewTopic { line, place_name: "みかんの木の下で".to_owned() };
    topics().into_iter().map(new).collect()
}

fn page(mine: Mine, joins: Joins, reads: Reads) -> CommunityPage {
    let is_closed = reads == Reads::Insiders && !mine.belongs();
    CommunityPage {
        id: id(),
        name: "みかんの木の下で".to_owned(),
        about: "みかんと、<かんきつ>全般の集まりです🍊\nhttps://example.net/mikan".to_owned(),
        owner: Some(sato()),
        founded_at: at(200 * 1440),
        members: 48,
        joins,
        reads,
        mine,
        topics: (!is_closed).then(topics),
        has_more: true,
        asking: 0,
        offer: None,
    }
}

fn one(page: CommunityPage) -> CommunityView {
    CommunityView::One { page, form: Form::empty().with("visibility", "friends") }
}

fn owned() -> CommunityView {
    let mine = Mine::Owner(Visibility::Members);
    let page = page(mine, Joins::AfterYes, Reads::Insiders);
    one(CommunityPage {
        owner: Some(koharu()),
        asking: 2,
        offer: Some(tanaka()),
        topics: Some(Vec::new()),
        ..page
    })
}

fn offered() -> CommunityView {
    let page = page(Mine::Member(Visibility::Friends), Joins::Freely, Reads::Everybody);
    one(CommunityPage { offer: Some(sato()), ..page })
}

fn all() -> CommunitiesPage {
    CommunitiesPage {
        sought: String::new(),
        found: Vec::new(),
        next: None,
        mine: vec![row(700, "みかんの木の下で", 48), row(701, "夜ふけの<読書>会", 6)],
        of_friends: vec![FriendsLine { line: row(702, "路面電車のある町", 230), friends: 3 }],
        newest: vec![row(703, "A very long English name of forty letters", 1)],
    }
}

fn members(people: bool) -> MembersPage {
    let people = if people { vec![sato(), tanaka(), minato()] } else { Vec::new() };
    let next = people.last().map(|card| card.id);
    MembersPage {
        id: id(), name: "みかんの木の下で".to_owned(), members: 48, belongs: false, people, next
    }
}

fn requests() -> RequestsPage {
    let people = vec![(tanaka(), at(90)), (minato(), at(30))];
    let next = Some(RequestsTurn { asked_at: at(30), asker: 4.into() });
    RequestsPage { id: id(), name: "みかんの木の下で".to_owned(), people, next }
}

fn every() -> EveryPage {
    let communities =
        vec![row(703, "A very long English name of forty letters", 1), row(702, "路面電車のある町", 230)];
    EveryPage { communities, next: Some(CommunityId::from(702)) }
}

/// What one began, and what one said in a topic of somebody else.
fn closed() -> ClosedWordsPage {
    let words = |number: i32, title: Option<&str>| ClosedWords {
        place: id(),
        place_name: "夜ふけの<読書>会".to_owned(),
        topic: TopicId::from(31),
        number,
        title: title.map(str::to_owned),
        body: "むいたあとの<皮>が\n机にたまっていきます。".to_owned(),
        posted_at: at(300),
    };
    let next = Some(WordsTurn { at: at(300), topic: TopicId::from(31), number: 0 });
    ClosedWordsPage { words: vec![words(3, None), words(0, Some("皮、どうしてますか"))], next }
}

fn said(number: i32, body: &str, quotes: Vec<i32>) -> Comment {
    let said = Said { author: tanaka(), body: body.to_owned(), posted_at: at(25), photo: None, quotes };
    Comment { number, said: Some(said), can_remove: number == 5 }
}

fn talk(may_comment: bool) -> TopicPage {
    let gap = Comment { number: 4, said: None, can_remove: false };
    let opening = Opening {
        author: sato(),
        title: "皮、どうしてますか".to_owned(),
        body: "むいたあとの<皮>が\n机にたまっていきます。".to_owned(),
        posted_at: at(300),
    };
    TopicPage {
        place: id(),
        place_name: "みかんの木の下で".to_owned(),
        reads: if may_comment { Reads::Insiders } else { Reads::Everybody },
        id: TopicId::from(31),
        opening: may_comment.then_some(opening),
        comments: vec![said(3, ">>1 お風呂に。", vec![1]), gap, said(5, ">>3 さっそく。", vec![3])],
        around: Around { visible: 4, older: Some(3), newer: may_comment.then_some(25) },
        may_comment,
        can_remove: may_comment,
    }
}

fn form() -> Form {
    let form = Form::empty().with("name", "").with("about", "<みかん>").with("joins", "after_yes");
    form.fault("name", Phrase::new("community-name-empty"))
}

fn sample(name: &'static str, here: &'static str, view: CommunityView) -> Sample {
    Sample::new(name, here, Page::Community(view))
}

fn removing() -> Page {
    let removal = Removal::Words { title: "皮、どうしてますか".to_owned() };
    let topic = TopicId::from(31);
    Page::Confirm(Confirm {
        question: Question::RemoveTopic { removal },
        action: Place::Community(CommunityPlace::RemoveTopic(id(), topic)),
        back: Place::Community(CommunityPlace::Topic(id(), topic)),
    })
}

pub fn samples() -> Vec<Sample> {
    let found = CommunitiesPage {
        sought: "みか".to_owned(),
        found: vec![row(700, "みかんの木の下で", 48)],
        next: Some(CommunityId::from(700)),
        mine: Vec::new(),
        of_friends: Vec::new(),
        newest: Vec::new(),
    };
    let outside = page(Mine::Outside, Joins::AfterYes, Reads::Insiders);
    let topics_page = TopicsPage {
        id: id(),
        name: "みかんの木の下で".to_owned(),
        mine: Mine::Member(Visibility::Members),
        topics: topics(),
        next: Some(TopicsTurn { newest_at: at(4_000), id: TopicId::from(4_000) }),
    };
    let of =
        |shared| OfMemberPage {
            owner: tanaka(), shared, others: vec![row(702, "路面電車のある町", 230)]
        };
    let begun =
        Form::empty().with("title", "題").with("body", "").fault("body", Phrase::new("topic-body-empty"));
    let refused = Form::empty().with("body", "").fault("body", Phrase::new("comment-empty"));
    vec![
        sample("communities", "/communities", CommunityView::All { page: all(), form: Form::empty() }),
        sample(
            "communities_found",
            "/communities?q=x",
            CommunityView::All { page: found, form: Form::empty().with("q", "みか") },
        ),
        sample("communities_every", "/communities/all", CommunityView::Every(every())),
        sample("communities_closed", "/communities/closed", CommunityView::Closed(closed())),
        sample("community_new", "/communities/new", CommunityView::New(form())),
        sample("community", "/communities/nw", offered()),
        sample("community_outside", "/communities/nw", one(outside)),
        sample("community_own", "/communities/nw", owned()).done("done-community-founded"),
        sample(
            "community_edit",
            "/communities/nw/edit",
            CommunityView::Edit { id: id(), form: form(), can_end: true },
        ),
        sample("community_members", "/communities/nw/members", CommunityView::Members(members(true))),
        sample("community_members_none", "/communities/nw/members", CommunityView::Members(members(false))),
        sample("community_requests", "/communities/nw/requests", CommunityView::Requests(requests())),
        sample("community_hand_over", "/communities/nw/hand-over", CommunityView::HandOver(members(true))),
        sample("topics", "/communities/nw/topics", CommunityView::Topics(topics_page)),
        sample(
            "topic_new",
            "/communities/nw/topics/new",
            CommunityView::NewTopic {
                place: id(),
                name: "みかんの木の下で".to_owned(),
                reads: Reads::Everybody,
                form: begun,
            },
        ),
        sample(
            "topic",
            "/communities/nw/topics/z",
            CommunityView::Topic { page: talk(true), form: Form::empty() },
        ),
        sample(
            "topic_refused",
            "/communities/nw/topics/z",
            CommunityView::Topic { page: talk(true), form: refused },
        ),
        sample(
            "topic_gap",
            "/communities/nw/topics/z",
            CommunityView::Topic { page: talk(false), form: Form::empty() },
        ),
        sample(
            "communities_of",
            "/members/5/communities",
            CommunityView::Of { page: of(vec![row(700, "みかんの木の下で", 48)]), is_own: false },
        ),
        sample(
            "communities_own",
            "/members/5/communities",
            CommunityView::Of { page: of(Vec::new()), is_own: true },
        ),
        Sample::new("topic_remove", "/communities/nw/topics/z/remove", removing()),
    ]
}
