//! Communities and what is talked about in them, as full as pages get.

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

use crate::cast::{NOW, card, me, sato, tanaka};

fn id() -> CommunityId {
    CommunityId::from(700)
}

fn row(number: i64, name: &str, members: i32) -> CommunityLine {
    CommunityLine { id: CommunityId::from(number), name: name.to_owned(), members }
}

fn topic(number: i64, title: Option<&str>, comments: i64) -> TopicLine {
    let title = title.map(str::to_owned);
    TopicLine { place: id(), id: TopicId::from(number), title, newest_at: NOW.minutes_ago(number), comments }
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
        founded_at: NOW.minutes_ago(200 * 1440),
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
        owner: Some(me()),
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
    let people = if people { vec![sato(), tanaka(), card(4, "みなと")] } else { Vec::new() };
    let next = people.last().map(|card| card.id);
    MembersPage {
        id: id(), name: "みかんの木の下で".to_owned(), members: 48, belongs: false, people, next
    }
}

fn requests() -> RequestsPage {
    let people = vec![(tanaka(), NOW.minutes_ago(90)), (card(4, "みなと"), NOW.minutes_ago(30))];
    let next = Some(RequestsTurn { asked_at: NOW.minutes_ago(30), asker: 4.into() });
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
        posted_at: NOW.minutes_ago(300),
    };
    let next = Some(WordsTurn { at: NOW.minutes_ago(300), topic: TopicId::from(31), number: 0 });
    ClosedWordsPage { words: vec![words(3, None), words(0, Some("皮、どうしてますか"))], next }
}

fn said(number: i32, body: &str, quotes: Vec<i32>) -> Comment {
    let said =
        Said { author: tanaka(), body: body.to_owned(), posted_at: NOW.minutes_ago(25), photo: None, quotes };
    Comment { number, said: Some(said), can_remove: number == 5 }
}

fn talk(may_comment: bool) -> TopicPage {
    let gap = Comment { number: 4, said: None, can_remove: false };
    let opening = Opening {
        author: sato(),
        title: "皮、どうしてますか".to_owned(),
        body: "むいたあとの<皮>が\n机にたまっていきます。".to_owned(),
        posted_at: NOW.minutes_ago(300),
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

fn full() -> Form {
    Form::empty().with("name", "みかん").with("about", "みかんの話。".repeat(333)).with("joins", "freely")
}

type Sample = (&'static str, Page);

fn sample(name: &'static str, view: CommunityView) -> Sample {
    (name, Page::Community(view))
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

pub fn pages() -> Vec<Sample> {
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
        next: Some(TopicsTurn { newest_at: NOW.minutes_ago(4_000), id: TopicId::from(4_000) }),
    };
    let of =
        |shared| OfMemberPage {
            owner: tanaka(), shared, others: vec![row(702, "路面電車のある町", 230)]
        };
    let begun =
        Form::empty().with("title", "題").with("body", "").fault("body", Phrase::new("topic-body-empty"));
    let refused = Form::empty().with("body", "").fault("body", Phrase::new("comment-empty"));
    vec![
        sample("communities", CommunityView::All { page: all(), form: Form::empty() }),
        sample(
            "communities-found",
            CommunityView::All { page: found, form: Form::empty().with("q", "みか") },
        ),
        sample("communities-every", CommunityView::Every(every())),
        sample("communities-closed", CommunityView::Closed(closed())),
        sample("community-new", CommunityView::New(form())),
        sample("community", offered()),
        sample("community-outside", one(outside)),
        sample("community-own", owned()),
        sample("community-edit", CommunityView::Edit { id: id(), form: form(), can_end: true }),
        sample("community-edit-full", CommunityView::Edit { id: id(), form: full(), can_end: false }),
        sample("community-members", CommunityView::Members(members(true))),
        sample("community-members-none", CommunityView::Members(members(false))),
        sample("community-requests", CommunityView::Requests(requests())),
        sample("community-hand-over", CommunityView::HandOver(members(true))),
        sample("topics", CommunityView::Topics(topics_page)),
        sample(
            "topic-new",
            CommunityView::NewTopic {
                place: id(),
                name: "みかんの木の下で".to_owned(),
                reads: Reads::Everybody,
                form: begun,
            },
        ),
        sample("topic", CommunityView::Topic { page: talk(true), form: Form::empty() }),
        sample("topic-refused", CommunityView::Topic { page: talk(true), form: refused }),
        sample("topic-gap", CommunityView::Topic { page: talk(false), form: Form::empty() }),
        sample(
            "communities-of",
            CommunityView::Of { page: of(vec![row(700, "みかんの木の下で", 48)]), is_own: false },
        ),
        sample("communities-own", CommunityView::Of { page: of(Vec::new()), is_own: true }),
        ("topic-remove", removing()),
    ]
}
