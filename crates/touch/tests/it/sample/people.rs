//! The cast, and pages about people.

use enishi_core::bell::Bell;
use enishi_core::diary::{Aging, Counts, Fresh, LevelsPage, Photo, WidenPage, Widening};
use enishi_core::favourite::{Favourite, FavouritesPage};
use enishi_core::footprint::{Footprint, FootprintRules, FootprintsPage, Left, LeftPage, Milestone, Turn};
use enishi_core::friend::tie::Tie;
use enishi_core::friend::{CommonPage, FriendsPage, PendingPage, Request};
use enishi_core::group::{Group, Reach};
use enishi_core::ids::{
    BellId, CommunityId, DiaryId, IntroductionId, MeetingId, MemberId, PictureId, SessionId, TopicId,
};
use enishi_core::introduction::{Introduction, IntroductionsPage, Own};
use enishi_core::meeting::MeetingOffer;
use enishi_core::member::Card;
use enishi_core::mute::Until;
use enishi_core::notice::settings::{Settings, Sources};
use enishi_core::notice::{Notice, Subject};
use enishi_core::private_note::Note;
use enishi_core::profile::{Field, Next, ProfilePage, ShownField};
use enishi_core::profile_photo::{OwnPhotos, ProfilePhoto};
use enishi_core::search::{FieldHit, Found, Hits, SearchPage};
use enishi_core::suggestion::{Suggestion, SuggestionsPage};
use enishi_core::visibility::Visibility;
use enishi_core::waiting::Waiting;
use enishi_device::ImageFormat;
use enishi_face::pages::{
    AsidePage, AskPage, BellsPage, CirclePage, ClosingAsked, Confirm, IntroductionsView, PreviewView,
    Question, RingHere, TellingPage, telling_form,
};
use enishi_face::{Form, Page, Phrase, Place};

use super::{Sample, at, diary};

fn card(id: i64, nickname: &str, icon: Option<i64>) -> Card {
    Card { id: MemberId::from(id), nickname: nickname.to_owned(), icon: icon.map(PictureId::from) }
}

/// The one who looks.
pub fn koharu() -> Card {
    card(1_001, "こはる", Some(9_001))
}

pub fn sato() -> Card {
    card(1_002, "佐藤", Some(9_002))
}

pub fn minato() -> Card {
    card(1_003, "ミナト", None)
}

pub fn tanaka() -> Card {
    card(1_004, "田中", Some(9_004))
}

pub fn yuzucha() -> Card {
    card(1_005, "ゆず茶", None)
}

/// As long as a nickname may be, and nowhere to break it.
pub fn bridge() -> Card {
    card(1_006, "Kintaikyo-Bridge-1673", None)
}

pub fn samples() -> Vec<Sample> {
    let mut samples = profiles();
    samples.extend(ties());
    samples.extend(waiting());
    samples
}

fn profiles() -> Vec<Sample> {
    vec![
        Sample::new("introductions_own", "/me/introductions", Page::Introductions(introductions(true))),
        Sample::new(
            "introductions_of",
            "/members/za/introductions",
            Page::Introductions(introductions(false)),
        ),
        Sample::new("profile_stranger", "/members/zc", Page::Profile(stranger())),
        Sample::new("profile_friend_of_friend", "/members/zc", Page::Profile(friend_of_friend())),
        Sample::new("profile_hidden_connector", "/members/zc", Page::Profile(hidden_connector())),
        Sample::new("profile_friend", "/members/za", Page::Profile(friend())).done("done-friends"),
        Sample::new("profile_own", "/members/z9", Page::Profile(own())),
    ]
}

fn introductions(is_own: bool) -> IntroductionsView {
    let said = |id: i64, author: Card, body: &str| Introduction {
        id: IntroductionId::from(id),
        author,
        body: body.to_owned(),
        written_at: at(id % 97),
    };
    let own = Own { body: "雨の日にこそ会いたい人です。".to_owned(), is_shown: false };
    let page = IntroductionsPage {
        subject: if is_own { koharu() } else { sato() },
        is_own,
        may_write: !is_own,
        own: (!is_own).then_some(own),
        waiting: if is_own {
            vec![said(611, tanaka(), "話を聞くのがうまい。\nたまに寝ている。")]
        } else {
            Vec::new()
        },
        shown: vec![said(612, bridge(), "約束の<五分>前にいる人。"), said(613, minato(), "船酔いしない。")],
        next: Some(IntroductionId::from(613)),
    };
    IntroductionsView { page, form: Form::empty() }
}

fn stranger() -> ProfilePage {
    ProfilePage {
        card: bridge(),
        tie: Tie::None,
        is_one_step_more: true,
        next: Next::Ask,
        fields: Vec::new(),
        groups: Vec::new(),
        voice: None,
        newest: Vec::new(),
        shows_friends: false,
        note: Note {
            real_name: "橋本 <渡>".to_owned(), memo: "尾道で会った。\n自転車を借りた。".to_owned()
        },
        common_friends: 0,
        introductions: 0,
        communities: 0,
        shared_communities: 0,
        photos: Vec::new(),
    }
}

fn friend_of_friend() -> ProfilePage {
    ProfilePage {
        card: tanaka(),
        tie: Tie::FriendOfFriend { via: vec![sato(), minato(), yuzucha()], more: 2 },
        is_one_step_more: false,
        next: Next::Ask,
        fields: vec![
            said(Field::About, "尾道で古い自転車を直しています。\n坂の多い町です。", None),
            said(Field::LivesIn, "広島県尾道市", None),
        ],
        groups: Vec::new(),
        voice: None,
        newest: diary::lines_of_tanaka(),
        shows_friends: true,
        note: Default::default(),
        common_friends: 4,
        introductions: 3,
        communities: 7,
        shared_communities: 2,
        photos: Vec::new(),
    }
}

fn hidden_connector() -> ProfilePage {
    let tie = Tie::FriendOfFriend { via: Vec::new(), more: 0 };
    ProfilePage { tie, next: Next::Answer, shows_friends: false, ..friend_of_friend() }
}

fn friend() -> ProfilePage {
    ProfilePage { card: sato(), tie: Tie::Friend, next: Next::Part, ..friend_of_friend() }
}

fn own() -> ProfilePage {
    ProfilePage {
        card: koharu(),
        tie: Tie::Oneself,
        is_one_step_more: false,
        next: Next::Nothing,
        fields: vec![
            said(Field::About, "本と銭湯が好きです。", Some(Visibility::Members)),
            said(Field::RealName, "山本小春", Some(Visibility::Friends)),
            said(Field::Birthday, "4月12日", Some(Visibility::Group(7.into()))),
        ],
        groups: vec![Group { id: 7.into(), name: "会社".to_owned(), reach: Reach::AllBut, size: 3 }],
        voice: None,
        newest: Vec::new(),
        shows_friends: true,
        note: Default::default(),
        common_friends: 3,
        introductions: 3,
        communities: 7,
        shared_communities: 2,
        photos: Vec::new(),
    }
}

fn said(field: Field, value: &str, visibility: Option<Visibility>) -> ShownField {
    ShownField { field, value: value.to_owned(), visibility }
}

fn ties() -> Vec<Sample> {
    let friends =
        |friends, is_own| Page::Friends(FriendsPage { owner: koharu(), is_own, friends, next: None });
    let some = FriendsPage {
        owner: koharu(),
        is_own: true,
        friends: vec![sato(), minato(), yuzucha(), bridge()],
        next: Some(bridge().id),
    };
    let searched = |q: &str, found| {
        let page = SearchPage { q: q.to_owned(), left_out: String::new(), found };
        Page::Search(page, Form::empty())
    };
    let names = |found| Found::Names(Hits { found, next: None });
    let said = FieldHit { card: sato(), field: Field::LivesIn, words: "札幌の<北>のほう".to_owned() };
    let said = Found::Fields(Hits { found: vec![said], next: Some(sato().id) });
    let full = Form::empty().fault("accept", Phrase::new("friend-ask-full"));
    let written = Found::Diaries(Hits { found: diary::lines_of_tanaka(), next: None });
    vec![
        Sample::new("friends", "/friends", Page::Friends(some)),
        Sample::new("friends_empty", "/friends", friends(Vec::new(), true)),
        Sample::new("friends_of_somebody", "/members/z9/friends", friends(vec![minato()], false)),
        Sample::new(
            "requests",
            "/friends/requests",
            Page::FriendRequests { page: pending(), form: Form::empty() },
        ),
        Sample::new(
            "requests_full",
            "/friends/requests",
            Page::FriendRequests { page: pending(), form: full },
        ),
        Sample::new("friends_common", "/members/zb/friends/common", common()),
        Sample::new("ask", "/members/zc/ask", Page::AskFriend(ask())),
        Sample::new("search", "/search?q=%E3%81%95%E3%81%A8", searched("さと", names(vec![sato()]))),
        Sample::new("search_nobody", "/search?q=x", searched("<b>やまねこ", names(Vec::new()))),
        Sample::new("search_fields", "/search?q=x&in=fields", searched("札幌", said)),
        Sample::new("search_diaries", "/search?q=x&in=diaries", searched("夕焼け", written)),
        Sample::new("confirm", "/members/zb/block", Page::Confirm(confirm())),
    ]
}

fn common() -> Page {
    let page = CommonPage { other: minato(), friends: vec![sato(), tanaka()], next: Some(tanaka().id) };
    Page::Circle(CirclePage::CommonFriends(page))
}

fn pending() -> PendingPage {
    let request =
        |card, message: &str, ago| Request { card, message: message.to_owned(), created_at: at(ago) };
    PendingPage {
        received: vec![
            request(yuzucha(), "先週の読書会でお会いした者です。\nよろしければつながってください。", 40),
            request(bridge(), "", 3_000),
        ],
        sent: vec![request(tanaka(), "佐藤さんから聞きました。", 9_000)],
    }
}

fn ask() -> AskPage {
    let form = Form::empty().fault("message", Phrase::new("friend-ask-message-missing"));
    AskPage { card: bridge(), tie: Tie::None, form }
}

fn confirm() -> Confirm {
    let card = minato();
    let (action, back) = (Place::Block(card.id), Place::Member(card.id));
    Confirm { question: Question::Block { card }, action, back }
}

fn waiting() -> Vec<Sample> {
    let notifications =
        |requests, notices| Page::Notifications(Waiting { requests, notices, ..Waiting::default() });
    vec![
        Sample::new("footprints", "/footprints", Page::Footprints(footprints())),
        Sample::new("footprints_empty", "/footprints", Page::Footprints(nobody_came())),
        Sample::new("footprints_left", "/footprints/left", Page::Circle(footprints_left())),
        Sample::new(
            "privacy",
            "/me/privacy",
            Page::Circle(CirclePage::Privacy(Form::empty().with("stealth", "1"))),
        ),
        Sample::new("suggestions", "/friends/suggestions", Page::Circle(suggestions())),
        Sample::new("my_code", "/me/code", Page::Circle(my_code())),
        Sample::new("friend_code", "/friends/code", Page::Circle(friend_code())),
        Sample::new("meetings", "/friends/meetings", Page::Circle(CirclePage::Meetings(meetings()))),
        Sample::new("meet", "/members/900/meet", Page::Circle(meet())),
        Sample::new("meet_with", "/members/900/meet/901", Page::Circle(meet_with())),
        Sample::new("levels", "/diary/levels", Page::Circle(levels())),
        Sample::new("close", "/diary/levels/narrow", Page::Circle(closing())),
        Sample::new("widen", "/diary/levels/widen/friends-further", Page::Circle(widening())),
        Sample::new("aside", "/members/900/aside", Page::Circle(CirclePage::Aside(aside()))),
        Sample::new("favourites", "/friends/favourites", Page::Circle(CirclePage::Favourites(favourites()))),
        Sample::new("photos", "/members/900/photos", Page::Circle(photos())),
        Sample::new("my_photos", "/me/photos", Page::Circle(my_photos())),
        Sample::new("my_photo", "/me/photos/71", Page::Circle(my_photo())),
        Sample::new("note", "/members/zc/note", Page::Circle(note())),
        Sample::new("telling", "/me/notices", Page::Circle(CirclePage::Telling(telling()))),
        Sample::new("letters_stop", "/letters/stop/aaaa", Page::Circle(letters_stop())),
        Sample::new("preview", "/me/preview?as=group:9", Page::Preview(preview())),
        Sample::new("notices", "/notifications", notifications(1, notices())),
        Sample::new("notices_empty", "/notifications", notifications(0, Vec::new())),
    ]
}

pub fn notices() -> Vec<Notice> {
    let notice = |subject, ago| Notice { subject, newest_at: at(ago) };
    let (place, name) = (CommunityId::from(700), "みかんの木の下で".to_owned());
    vec![
        notice(Subject::JoinAsked { place, name: name.clone(), people: 2 }, 3),
        notice(Subject::PlaceOffered { place, name: name.clone(), by: sato() }, 5),
        notice(Subject::LetIn { place, name: name.clone() }, 7),
        notice(Subject::PassedOn { place, name }, 8),
        notice(
            Subject::OwnTopic {
                place, topic: TopicId::from(31), title: "皮、どうしてますか".to_owned()
            },
            9,
        ),
        notice(
            Subject::OwnEntry {
                entry: DiaryId::from(501),
                title: "柿をもらった".to_owned(),
                fresh: Fresh { count: 3, from: 4 },
            },
            12,
        ),
        notice(
            Subject::JoinedEntry {
                entry: DiaryId::from(502),
                title: "夜の路面電車".to_owned(),
                author: sato(),
                fresh: Fresh::default(),
            },
            300,
        ),
        notice(
            Subject::Opens {
                entry: DiaryId::from(503),
                title: "切符のあつめかた".to_owned(),
                author: sato(),
                hours: 17,
            },
            400,
        ),
        notice(Subject::OpensUnread, 500),
        notice(Subject::Accepted { friend: minato() }, 2_000),
    ]
}

pub fn nobody_came() -> FootprintsPage {
    let (footprints, milestones) = (Vec::new(), Vec::new());
    FootprintsPage { footprints, total: 0, milestones, is_stealthy: false, next: None }
}

fn page_photos(visibility: Option<Visibility>) -> Vec<ProfilePhoto> {
    let photo = |number: i64, alt: &str| ProfilePhoto {
        id: (70 + number).into(),
        photo: Photo { picture: (80 + number).into(), alt: alt.to_owned(), width_px: 1280, height_px: 960 },
        visibility,
    };
    vec![photo(1, "港の朝"), photo(2, "")]
}

fn photos() -> CirclePage {
    CirclePage::Photos { card: minato(), photos: page_photos(None) }
}

fn my_photos() -> CirclePage {
    let own = OwnPhotos { photos: page_photos(Some(Visibility::Friends)), groups: diary::groups() };
    let form = Form::empty().with("alt", "船").fault("photo", Phrase::new("page-photo-none-sent"));
    CirclePage::MyPhotos { own, form }
}

fn my_photo() -> CirclePage {
    let photo = page_photos(Some(Visibility::Friends)).remove(0);
    let form = Form::empty().with("alt", "港の朝").with("visibility", "friends");
    CirclePage::MyPhoto { photo, groups: diary::groups(), form }
}

fn levels() -> CirclePage {
    let counts = Counts::default()
        .with(Visibility::Members, 12)
        .with(Visibility::FriendsOfFriends, 30)
        .with(Visibility::Friends, 81);
    let aging = Some(Aging { months: 6, to: Visibility::Friends });
    CirclePage::Levels {
        page: LevelsPage {
            counts,
            aging,
            always: [Some(Visibility::Friends), None, None],
            groups: diary::groups(),
        },
        form: Form::empty(),
    }
}

fn closing() -> CirclePage {
    CirclePage::Close { asked: ClosingAsked::Aging { months: 6 }, entries: 81 }
}

fn widening() -> CirclePage {
    let named = vec![(DiaryId::from(501), "柿をもらった".to_owned())];
    let widening = Widening::FriendsToFriendsOfFriends;
    let page = WidenPage { widening, entries: 81, named, comments: 7, left_out: 3 };
    CirclePage::Widen { page, why: Some(Phrase::new("levels-widen-changed")) }
}

fn suggestions() -> CirclePage {
    let tie = Tie::FriendOfFriend { via: vec![sato(), minato()], more: 4 };
    let fellow = Suggestion { card: bridge(), tie: Tie::None, is_fellow: true };
    let people = vec![Suggestion { card: tanaka(), tie, is_fellow: false }, fellow];
    CirclePage::Suggestions(SuggestionsPage { is_on: true, people })
}

fn my_code() -> CirclePage {
    CirclePage::MyCode(Some(("0123456789".to_owned(), Some((ImageFormat::Png, 231)))))
}

fn friend_code() -> CirclePage {
    let form = Form::empty().with("code", "012 345");
    CirclePage::FriendCode(form.fault("code", Phrase::new("friend-code-unknown")))
}

fn meetings() -> Vec<MeetingOffer> {
    let message = "ふたりとも、器の話で夜が明けます。".to_owned();
    vec![MeetingOffer { id: MeetingId::from(5), by: sato(), message, offered_at: at(200) }]
}

fn meet() -> CirclePage {
    CirclePage::Meet { card: tanaka(), others: vec![sato(), minato()], next: Some(minato().id) }
}

fn meet_with() -> CirclePage {
    let form = Form::empty().with("message", "長い話").fault("message", Phrase::new("meet-message-long"));
    CirclePage::MeetWith { pair: [tanaka(), sato()], form }
}

fn aside() -> AsidePage {
    let form = Form::empty().with("favourite", "1").with("diary", "kept");
    AsidePage { card: tanaka(), form, resting: [Some(Until::Moment(at(-4000))), None] }
}

fn favourites() -> FavouritesPage {
    let newest = diary::lines_of_tanaka().into_iter().next();
    let favourites = vec![Favourite { card: tanaka(), newest }, Favourite { card: sato(), newest: None }];
    FavouritesPage { favourites, resting: vec![minato()] }
}

fn footprints_left() -> CirclePage {
    let left = |owner, day, is_free| Left { owner, day, last_at: at(9), is_free };
    let page = LeftPage {
        left: vec![left(sato(), 20_780, true), left(tanaka(), 20_779, false)],
        late_left: 0,
        next: None,
    };
    CirclePage::FootprintsLeft { page, rules: FootprintRules::default(), is_spent: true }
}

fn preview() -> PreviewView {
    let choices = vec![
        ("stranger".to_owned(), Phrase::new("preview-stranger")),
        ("group:9".to_owned(), Phrase::new("preview-group").with("name", "山の会")),
    ];
    PreviewView { page: friend(), whom: choices[1].1.clone(), chosen: "group:9".to_owned(), choices }
}

pub fn footprints() -> FootprintsPage {
    let via_sato = Tie::FriendOfFriend { via: vec![sato()], more: 0 };
    let footprint = |visitor, tie, ago, visits| Footprint {
        visitor,
        is_fellow: tie == Tie::None,
        tie,
        last_at: at(ago),
        visits,
        can_thank: ago < 1_000,
        often: (ago > 1_000).then_some(6),
    };
    let reached = |number, visitor| Milestone { number, visitor, reached_at: at(4_000) };
    FootprintsPage {
        footprints: vec![
            footprint(tanaka(), via_sato, 25, 1),
            footprint(sato(), Tie::Friend, 190, 3),
            footprint(bridge(), Tie::None, 1_700, 1),
        ],
        total: 1_284,
        milestones: vec![reached(1000, Some(sato())), reached(999, None)],
        is_stealthy: false,
        next: Some(Turn { last_at: at(1_700), visitor: bridge().id }),
    }
}

fn telling() -> TellingPage {
    let form = telling_form(&Settings::default(), &Sources::default());
    TellingPage { form, has_address: false, groups: diary::groups(), bells: Some(bells()) }
}

fn bells() -> BellsPage {
    let bell = |id: i64, device: &str| Bell {
        id: BellId::from(id),
        session: SessionId::from(id),
        device: device.to_owned(),
        made_at: at(90),
        rung_at: None,
    };
    let here = RingHere { key: "BAAA_-".to_owned(), worker: "/assets/bell-ja.js".to_owned() };
    BellsPage {
        bells: vec![bell(1, "iPhone"), bell(2, "<Android> & Chrome")],
        this: SessionId::from(3),
        can_be_here: true,
        here: Some(here),
        form: Form::empty(),
    }
}

fn note() -> CirclePage {
    let form = Form::empty().with("real_name", "佐藤 <一郎>").with("memo", "甘いものは苦手。\n次は山へ。");
    CirclePage::Note { card: sato(), form }
}

fn letters_stop() -> CirclePage {
    CirclePage::LettersStop { name: "はなこ".to_owned(), mark: "aaaa".to_owned() }
}
