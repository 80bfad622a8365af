//! People and what they wrote, for every page.

use enishi_core::approval::{Asker, Standing};
use enishi_core::audience::{Audience, Audiences};
use enishi_core::bell::Bell;
use enishi_core::claim::Standing as ClaimStanding;
use enishi_core::diary::{
    Aging, ArchiveDay, ArchivePage, Around, CategoriesPage, Category, ClosedComment, ClosedPage, Comment,
    CommentsPage, Counts, DiaryLine, DiaryListPage, DiaryPage, DraftLine, DraftsPage, FeedPage, Fresh,
    HeldBack, JoinedLine, JoinedPage, LevelsPage, Likes, MayComment, Month, Neighbour, Neighbours, Of, Photo,
    Said, SeenBy, Sign, ThreadTurn, WidenPage, Widening,
};
use enishi_core::favourite::{Favourite, FavouritesPage};
use enishi_core::footprint::{Footprint, FootprintRules, FootprintsPage, Left, LeftPage, Milestone, Turn};
use enishi_core::friend::tie::Tie;
use enishi_core::friend::{CommonPage, FriendsPage, PendingPage, Request};
use enishi_core::group::{Group, GroupPage, Reach};
use enishi_core::home::{HomePage, Newcomer};
use enishi_core::ids::{
    BellId, CategoryId, DiaryId, DraftId, GroupId, IntroductionId, InvitationId, MeetingId, MemberId,
    PictureId, SessionId, VoiceId,
};
use enishi_core::introduction::{Introduction, IntroductionsPage, Own};
use enishi_core::invitation::{Invitation, InvitationPage, InvitationsPage, Offer, State};
use enishi_core::joining::Mode;
use enishi_core::known_device::Known;
use enishi_core::meeting::MeetingOffer;
use enishi_core::member::Card;
use enishi_core::moment::Moment;
use enishi_core::mute::Until;
use enishi_core::notice::settings::{Settings, Sources};
use enishi_core::notice::{Notice, Subject};
use enishi_core::number::Waits;
use enishi_core::passkey::Passkey;
use enishi_core::pinned_phone::Bound;
use enishi_core::private_note::Note;
use enishi_core::profile::{Answer, Field, Next, ProfileForm, ProfilePage, ShownField};
use enishi_core::profile_photo::{OwnPhotos, ProfilePhoto};
use enishi_core::recovery::{self, MailWay};
use enishi_core::search::{FieldHit, Found, Hits, SearchPage};
use enishi_core::session;
use enishi_core::signup::Progress;
use enishi_core::suggestion::{Suggestion, SuggestionsPage};
use enishi_core::trusted::{Answered, Chosen, FriendsWay, Seen, Trust};
use enishi_core::visibility::Visibility;
use enishi_core::voice::{VoiceLine, VoicesPage};
use enishi_core::waiting::Waiting;
use enishi_device::{FaceKind, ImageFormat};
use enishi_face::pages::{
    AccountPage, AppPage, AppStands, AppWaiting, ApprovePage, AsidePage, AskPage, BellsPage, BookmarkPage,
    CirclePage, ClosingAsked, CommentsView, Confirm, DiaryFormPage, DiaryView, EmailPage, GroupsPage,
    GuardingPage, Happened, IntroductionsView, InvitationView, InvitationsView, KeptPhoto, LeavePage,
    MyProfilePage, NumberCode, NumberPage, OtherPhone, Overview, PasskeysPage, PickPage, PinEntry, PinPage,
    PreviewView, Question, RecoveryCode, RecoveryPage, RecoveryProof, SecurityPage, SettingsPage,
    SignupCodePage, SignupPhonePage, SignupProfilePage, TellingPage, Trouble, TrustedPage, VoicesView,
    WayInPage, telling_form,
};
use enishi_face::{Form, Language, Page, Phrase, Picks, Place};

use crate::places;

/// 2026-11-23 20:15 in Tokyo.
pub const NOW: Present = Present(1_795_432_500_000);

/// The present, as a constant.
#[derive(Clone, Copy)]
pub struct Present(i64);

impl Present {
    pub fn minutes_ago(self, minutes: i64) -> Moment {
        Moment::from_millis(self.0 - minutes * 60_000)
    }
}

pub fn card(number: i64, nickname: &str) -> Card {
    Card { id: MemberId::from(1 << 58 | number), nickname: nickname.to_owned(), icon: None }
}

pub fn sato() -> Card {
    card(1, "さとう")
}

pub fn tanaka() -> Card {
    Card { icon: Some(PictureId::from(1 << 58 | 77)), ..card(2, "田中🌻") }
}

pub fn me() -> Card {
    card(3, "ゆい")
}

fn entry(number: i64) -> DiaryId {
    DiaryId::from(1 << 58 | number << 20)
}

fn line(number: i64, title: &str, author: Card, seen_by: SeenBy, comments: i64) -> DiaryLine {
    DiaryLine {
        id: entry(number),
        author,
        title: title.to_owned(),
        excerpt: format!("{title}のこと。"),
        posted_at: NOW.minutes_ago(number * 95),
        seen_by,
        comments,
        has_photos: number % 2 == 1,
    }
}

fn note() -> Form {
    Form::empty().with("real_name", "佐藤 <一郎>").with("memo", "甘いものは苦手。\n次は山へ。")
}

fn found(q: &str, found: Found) -> SearchPage {
    SearchPage { q: q.to_owned(), left_out: String::new(), found }
}

fn hits<T, I>(found: Vec<T>, next: Option<I>) -> Hits<T, I> {
    Hits { found, next }
}

fn field_hits() -> Vec<FieldHit> {
    let hit = |card, field, words: &str| FieldHit { card, field, words: words.to_owned() };
    vec![
        hit(sato(), Field::LivesIn, "札幌の<北>のほう"),
        hit(
            tanaka(),
            Field::About,
            "…をやめてから、札幌で小さな喫茶店を手伝っています。休みの日は山へ行くか、川で釣りをしているか…",
        ),
    ]
}

fn lines() -> Vec<DiaryLine> {
    vec![
        line(1, "夕焼け散歩", tanaka(), SeenBy::FriendsOfFriends, 3),
        line(2, "あたらしいカメラ📷", sato(), SeenBy::Friends, 0),
        line(3, "ラーメン〜味噌か塩か", sato(), SeenBy::Members, 12),
        line(20, "引っ越しました", tanaka(), SeenBy::SomeFriends, 1),
    ]
}

pub fn home() -> Page {
    Page::Home(HomePage {
        waiting: Waiting {
            requests: 2,
            notices: notices(),
            birthdays: vec![tanaka()],
            more_birthdays: 2,
            ..Waiting::default()
        },
        voices: vec![voice(31, sato(), "今夜は月がきれい🌙"), voice(32, me(), "おふろあがり")],
        feed: lines(),
        next: Some(entry(20)),
        topics: places::new_topics(),
        footprints: footprints_page(),
        has_friends: true,
        newcomer: Some(Newcomer { inviter: Some(sato()), friends_of_inviter: vec![tanaka()] }),
    })
}

fn voice(number: i64, author: Card, body: &str) -> VoiceLine {
    VoiceLine {
        id: VoiceId::from(1 << 58 | number),
        can_delete: author == me(),
        author,
        body: body.to_owned(),
        posted_at: NOW.minutes_ago(number),
        seen_by: SeenBy::Friends,
    }
}

fn voices(owner: Option<Card>) -> VoicesPage {
    VoicesPage {
        owner,
        voices: vec![voice(31, sato(), "今夜は月がきれい🌙"), voice(32, me(), "おふろあがり")],
        next: Some(VoiceId::from(1 << 58 | 32)),
        offer: Visibility::Friends,
        groups: groups(2),
    }
}

fn introductions(is_own: bool) -> IntroductionsView {
    let said = |number: i64, author: Card, body: &str| Introduction {
        id: IntroductionId::from(1 << 58 | number),
        author,
        body: body.to_owned(),
        written_at: NOW.minutes_ago(number * 700),
    };
    let own = Own { body: "雨の日にこそ会いたい人です☔".to_owned(), is_shown: false };
    let page = IntroductionsPage {
        subject: if is_own { me() } else { sato() },
        is_own,
        may_write: !is_own,
        own: (!is_own).then_some(own),
        waiting: if is_own {
            vec![said(41, tanaka(), "話を聞くのがうまい😊\nたまに寝ている。")]
        } else {
            Vec::new()
        },
        shown: vec![
            said(42, tanaka(), "＜約束＞の５分前にいる人。"),
            said(43, card(4, "みなと"), "船酔いしない。"),
        ],
        next: Some(IntroductionId::from(1 << 58 | 43)),
    };
    IntroductionsView { page, form: Form::empty() }
}

fn email() -> EmailPage {
    let form = Form::empty().with("email", "yui@").fault("email", Phrase::new("email-wrong"));
    let (confirmed, claimed) = (Some("y…@example.jp".to_owned()), Some("y…@docomo.ne.jp".to_owned()));
    EmailPage { confirmed, claimed, can_send: true, form }
}

fn notices() -> Vec<Notice> {
    vec![
        Notice {
            subject: Subject::OwnEntry {
                entry: entry(9),
                title: "はじめての日記".to_owned(),
                fresh: Fresh { count: 3, from: 141 },
            },
            newest_at: NOW.minutes_ago(12),
        },
        Notice { subject: Subject::Accepted { friend: sato() }, newest_at: NOW.minutes_ago(600) },
        Notice {
            subject: Subject::FriendAsked { ask: 77.into(), by: sato() },
            newest_at: NOW.minutes_ago(700),
        },
        Notice { subject: Subject::TrustedChosen { by: sato() }, newest_at: NOW.minutes_ago(800) },
        Notice {
            subject: Subject::HeldBack {
                draft: DraftId::from(1 << 58 | 91),
                title: "港の朝市".to_owned(),
                why: HeldBack::GroupGone,
            },
            newest_at: NOW.minutes_ago(850),
        },
        Notice { subject: Subject::FriendsRefused, newest_at: NOW.minutes_ago(900) },
    ]
}

fn footprints_page() -> FootprintsPage {
    let reached = |number, visitor| Milestone { number, visitor, reached_at: NOW.minutes_ago(4000) };
    FootprintsPage {
        footprints: footprints(),
        total: 128,
        milestones: vec![reached(111, None), reached(100, Some(sato()))],
        is_stealthy: false,
        next: Some(Turn { last_at: NOW.minutes_ago(64), visitor: MemberId::from(4) }),
    }
}

fn my_photos() -> CirclePage {
    let photos = page_photos(Some(Visibility::Friends)).into_iter().take(2).collect();
    let form = Form::empty().with("alt", "港の朝").fault("photo", Phrase::new("page-photo-none-sent"));
    CirclePage::MyPhotos { own: OwnPhotos { photos, groups: groups(3) }, form }
}

fn my_photo() -> CirclePage {
    let photo = page_photos(Some(Visibility::Friends)).remove(0);
    let form = Form::empty().with("alt", "港の朝").with("visibility", "friends");
    CirclePage::MyPhoto { photo, groups: groups(3), form }
}

fn levels() -> CirclePage {
    let wide = [Visibility::Members, Visibility::FriendsOfFriends, Visibility::Friends];
    let counts = wide.into_iter().fold(Counts::default(), |counts, level| counts.with(level, 1234));
    let aging = Some(Aging { months: 12, to: Visibility::OnlyMe });
    CirclePage::Levels {
        page: LevelsPage { counts, aging, always: [None; 3], groups: groups(20) },
        form: Form::empty(),
    }
}

/// As many as are named.
fn widening() -> CirclePage {
    let named = (1..=20).map(|number| (entry(number), "夕焼け散歩".to_owned())).collect();
    let widening = Widening::FriendsOfFriendsToMembers;
    CirclePage::Widen {
        page: WidenPage { widening, entries: 1234, named, comments: 56, left_out: 78 },
        why: None,
    }
}

/// As many as there can be.
fn suggestions() -> CirclePage {
    let tie = Tie::FriendOfFriend { via: many(3), more: 40 };
    let people =
        many(10).into_iter().map(|card| Suggestion { card, tie: tie.clone(), is_fellow: false }).collect();
    CirclePage::Suggestions(SuggestionsPage { is_on: true, people })
}

/// As many and as long as can be.
fn meetings() -> Vec<MeetingOffer> {
    let offer = |number: i64| MeetingOffer {
        id: MeetingId::from(1 << 58 | number),
        by: sato(),
        message: "夕焼け".repeat(100),
        offered_at: Moment::from_millis(0),
    };
    (1..=20).map(offer).collect()
}

fn aside() -> AsidePage {
    AsidePage {
        card: sato(),
        form: Form::empty().with("voice", "kept"),
        resting: [None, Some(Until::TakenBack)],
    }
}

/// As many as there can be.
fn favourites() -> FavouritesPage {
    let one = |card: Card| {
        let newest = Some(line(1, "夕焼け散歩", card.clone(), SeenBy::Friends, 2));
        Favourite { card, newest }
    };
    FavouritesPage { favourites: many(50).into_iter().map(one).collect(), resting: many(3) }
}

fn footprints_left() -> CirclePage {
    let left = |owner, day, is_free| Left { owner, day, last_at: NOW.minutes_ago(9), is_free };
    let page = LeftPage {
        left: vec![left(sato(), 20_780, true), left(tanaka(), 20_779, false)],
        late_left: 0,
        next: None,
    };
    CirclePage::FootprintsLeft { page, rules: FootprintRules::default(), is_spent: true }
}

fn preview() -> PreviewView {
    let Page::Profile(page) = profile() else { panic!("the profile is a profile") };
    let choices = vec![
        ("stranger".to_owned(), Phrase::new("preview-stranger")),
        ("group:9".to_owned(), Phrase::new("preview-group").with("name", "山の会")),
    ];
    PreviewView { page, whom: choices[1].1.clone(), chosen: "group:9".to_owned(), choices }
}

fn footprints() -> Vec<Footprint> {
    vec![
        Footprint {
            visitor: sato(),
            tie: Tie::Friend,
            is_fellow: false,
            last_at: NOW.minutes_ago(5),
            visits: 1,
            can_thank: true,
            often: None,
        },
        Footprint {
            visitor: card(4, "みなと"),
            tie: Tie::FriendOfFriend { via: vec![sato()], more: 0 },
            is_fellow: false,
            last_at: NOW.minutes_ago(64),
            visits: 3,
            can_thank: false,
            often: Some(6),
        },
    ]
}

pub const BODY: &str = "仕事のあと、川まで歩きました。\n\nちょうど日が沈むところで、空が橙から紫へ変わっていくのを\
しばらく見ていました🌇。「きれいですね」と、知らない人が声をかけてくれました。\n写真ではうまく伝わらない～。\
また行きます！";

pub fn diary() -> Page {
    diary_of("夕焼け散歩", BODY)
}

pub fn diary_of(title: &str, body: &str) -> Page {
    Page::Diary(DiaryView { page: diary_page(title, body), form: Form::empty() })
}

pub fn diary_page(title: &str, body: &str) -> DiaryPage {
    let said = |author, body: &str, minutes| {
        let (body, posted_at) = (body.to_owned(), NOW.minutes_ago(minutes));
        Some(Said { author, body, posted_at, photo: None, quotes: vec![1] })
    };
    DiaryPage {
        id: entry(1),
        author: tanaka(),
        tie: Tie::Friend,
        title: title.to_owned(),
        body: body.to_owned(),
        photos: vec![photo(81, "川と夕焼け"), photo(82, "")],
        seen_by: SeenBy::FriendsOfFriends,
        categories: categories(3),
        posted_at: NOW.minutes_ago(95),
        edited_at: None,
        likes: Likes {
            given: vec![(sato(), Sign::Heart), (me(), Sign::Sparkles), (card(5, "はる"), Sign::Heart)],
            mine: Some(Sign::Sparkles),
            may: true,
        },
        comments: vec![
            Comment { number: 1, said: said(sato(), "いい色ですね😊", 80), can_remove: false },
            Comment { number: 2, said: None, can_remove: false },
            Comment {
                number: 3, said: said(me(), ">>1 つぎは誘ってください。", 14), can_remove: true
            },
        ],
        around: Around { visible: 2, older: None, newer: None },
        may_comment: MayComment::Yes,
        is_quiet: Some(false),
        opens_at: None,
        neighbours: Neighbours {
            older: Some(Neighbour { id: entry(3), title: "ラーメン〜味噌か塩か".to_owned() }),
            newer: Some(Neighbour { id: entry(2), title: "あたらしいカメラ📷".to_owned() }),
        },
        can_edit: false,
    }
}

/// A month with something on every day.
fn archive(is_own: bool) -> ArchivePage {
    let month = |text: &str| text.parse::<Month>().unwrap();
    let day = |number: i8| ArchiveDay {
        date: jiff::civil::date(2026, 11, number),
        entries: i64::from(number % 3 + 1),
        first: entry(number.into()),
    };
    ArchivePage {
        owner: if is_own { me() } else { tanaka() },
        is_own,
        month: month("2026-11"),
        days: (1..=30).map(day).collect(),
        has_categories: true,
        older: Some(month("2026-09")),
        newer: (!is_own).then(|| month("2026-12")),
        other_years: if is_own { lines() } else { Vec::new() },
    }
}

/// Twenty comments from the middle of many.
pub fn comments(form: Form) -> Page {
    let DiaryPage { id, author, title, seen_by, mut comments, .. } = diary_page("夕焼け散歩", BODY);
    comments = comments.into_iter().cycle().take(20).collect();
    comments.iter_mut().zip(141..).for_each(|(comment, number)| comment.number = number);
    let hung = comments.iter_mut().step_by(6).filter_map(|comment| comment.said.as_mut());
    hung.for_each(|said| said.photo = Some(photo(83, "わたしの窓から")));
    // One says nothing beside it.
    comments.last_mut().and_then(|last| last.said.as_mut()).into_iter().for_each(|said| {
        (said.body, said.photo) = (String::new(), Some(photo(84, "")));
    });
    let around = Around { visible: 187, older: Some(141), newer: Some(181) };
    Page::DiaryComments(CommentsView {
        page: CommentsPage {
            id,
            author,
            title,
            seen_by,
            comments,
            around,
            may_comment: MayComment::Yes,
            opens_at: None,
        },
        photo: form
            .is_refused()
            .then(|| KeptPhoto { picture: PictureId::from(1 << 58 | 85), alt: "窓".to_owned() }),
        form,
    })
}

fn turn() -> ThreadTurn {
    ThreadTurn { at: NOW.minutes_ago(9000), entry: entry(20) }
}

/// Twenty entries one has commented on.
fn joined() -> JoinedPage {
    let thread = |(line, number): (DiaryLine, i32)| JoinedLine {
        fresh: Fresh { count: i64::from(number % 3), from: 140 + number },
        is_quiet: number % 4 == 0,
        line,
    };
    let threads = lines().into_iter().cycle().zip(1..=20).map(thread).collect();
    JoinedPage { threads, next: Some(turn()) }
}

fn closed_comments() -> ClosedPage {
    let comment = |number: i32| ClosedComment {
        entry: entry(number.into()),
        number,
        body: "つぎは誘ってください。".repeat(number as usize),
        photo: (number % 5 == 0).then(|| photo(83, "わたしの窓から")),
        posted_at: NOW.minutes_ago(i64::from(number) * 900),
    };
    ClosedPage { comments: (1..=20).map(comment).collect(), next: Some(turn()) }
}

fn closed(may_comment: MayComment, form: Form) -> Page {
    let mut page = comments(form);
    if let Page::DiaryComments(view) = &mut page {
        view.page.may_comment = may_comment;
    }
    page
}

fn photo(number: i64, alt: &str) -> Photo {
    Photo { picture: PictureId::from(1 << 58 | number), alt: alt.to_owned(), width_px: 1280, height_px: 960 }
}

pub fn groups(count: i64) -> Vec<Group> {
    let group = |number: i64| Group {
        id: GroupId::from(1 << 58 | number),
        name: format!("高校の友だち{number}"),
        reach: if number % 4 == 0 { Reach::AllBut } else { Reach::Only },
        size: 4,
    };
    (1..=count).map(group).collect()
}

/// A well-tied author on a large site.
fn audiences() -> Audiences {
    let names = ["いろはにほへと", "ちりぬるを", "わかよたれそ"].map(str::to_owned).to_vec();
    let many = Audience { people: 2000, is_more: true, named: Vec::new() };
    let friends = Audience { people: 987, is_more: false, named: names };
    (1..=20).fold(
        Audiences::default()
            .with(Visibility::FriendsOfFriends, many)
            .with(Visibility::Friends, friends.clone()),
        |all, number| all.with(Visibility::Group(GroupId::from(1 << 58 | number)), friends.clone()),
    )
}

pub fn diary_form(form: Form, groups_count: i64) -> Page {
    Page::DiaryForm(DiaryFormPage {
        id: None,
        form,
        groups: groups(groups_count),
        audiences: audiences(),
        photos: Vec::new(),
        categories: categories(20),
        chosen: vec![CategoryId::from(1 << 58 | 3)],
        widens: None,
        mark: draft_mark(),
        draft: None,
        is_stored: false,
        drafts: 12,
        told: None,
        due_at: None,
        held_back: None,
    })
}

/// As long as names are.
fn categories(count: i64) -> Vec<Category> {
    let category = |number: i64| Category {
        id: CategoryId::from(1 << 58 | number),
        name: format!("ゆうぐれのさんぽと、まちのあかり{number:04}"),
        is_open: number % 2 == 0,
    };
    (1..=count).map(category).collect()
}

fn categories_page(is_own: bool) -> CategoriesPage {
    let owner = if is_own { me() } else { tanaka() };
    let categories = categories(20).into_iter().zip(1..).collect();
    CategoriesPage { owner, is_own, categories }
}

/// As long as one is.
fn draft_mark() -> String {
    format!("{0}.{0}.20000.abcdefghijklm", DraftId::from(1 << 58 | 91))
}

/// As many as there can be.
fn drafts(count: i64) -> Page {
    let line = |number: i64| DraftLine {
        id: DraftId::from(1 << 58 | number),
        entry: (number % 3 == 0).then(|| entry(1)),
        title: if number % 4 == 0 { String::new() } else { format!("書きかけの話{number}") },
        excerpt: if number % 8 == 0 { String::new() } else { "港のほうから風が来て、".repeat(5) },
        characters: 40_000,
        kept_at: NOW.minutes_ago(number * 95),
        due_at: (number % 3 == 1).then(|| NOW.minutes_ago(-number * 20_000)),
        held_back: (number % 3 == 2).then_some(HeldBack::GroupGone),
    };
    Page::DiaryDrafts(DraftsPage { drafts: (1..=count).map(line).collect(), most: 20 })
}

/// A refused entry that lies in a draft.
fn refused_and_kept() -> Page {
    let mut page = diary_form(Form::empty(), 2);
    if let Page::DiaryForm(form) = &mut page {
        form.form = Form::empty()
            .with("body", "今日は晴れ。明日も晴れ。".repeat(900))
            .with("visibility", "friends")
            .fault("title", Phrase::new("diary-title-empty"));
        (form.draft, form.is_stored) = (Some(DraftId::from(1 << 58 | 91)), true);
        form.told = Some(Phrase::new("draft-kept"));
    }
    page
}

pub fn edit_form(body: &str) -> Page {
    let form = Form::empty().with("title", "夕焼け散歩").with("body", body).with("visibility", "friends");
    Page::DiaryForm(DiaryFormPage {
        id: Some(entry(1)),
        form,
        groups: groups(1),
        audiences: audiences(),
        photos: vec![KeptPhoto { picture: PictureId::from(1 << 58 | 81), alt: "川と夕焼け".to_owned() }],
        categories: categories(2),
        chosen: Vec::new(),
        widens: Some(3),
        mark: draft_mark(),
        draft: Some(DraftId::from(1 << 58 | 91)),
        is_stored: true,
        drafts: 12,
        told: None,
        due_at: None,
        held_back: None,
    })
}

pub fn profile() -> Page {
    let field = |field, value: &str| ShownField { field, value: value.to_owned(), visibility: None };
    Page::Profile(ProfilePage {
        card: card(4, "みなと"),
        tie: Tie::FriendOfFriend { via: vec![sato(), tanaka()], more: 2 },
        is_one_step_more: false,
        next: Next::Ask,
        fields: vec![
            field(Field::About, "港の近くに住んでいます。\n週末は船の写真。"),
            field(Field::LivesIn, "横浜"),
        ],
        groups: Vec::new(),
        photos: page_photos(None),
        voice: Some(voice(33, card(4, "みなと"), "船を待っています。")),
        newest: lines().into_iter().take(2).collect(),
        shows_friends: true,
        note: Note { real_name: "佐藤 一郎".to_owned(), memo: "甘いものは苦手。".to_owned() },
        common_friends: 12,
        introductions: 3,
        communities: 7,
        shared_communities: 2,
    })
}

/// Three photographs on a page, as their owner or as others see them.
fn page_photos(visibility: Option<Visibility>) -> Vec<ProfilePhoto> {
    let photo = |number: i64, alt: &str| ProfilePhoto {
        id: (1 << 58 | (100 + number)).into(),
        photo: Photo {
            picture: PictureId::from(1 << 58 | (110 + number)),
            alt: alt.to_owned(),
            width_px: 1280,
            height_px: 960,
        },
        visibility,
    };
    vec![photo(1, "港の朝"), photo(2, ""), photo(3, "はじめて乗った船のデッキから見た橋と夕焼け")]
}

pub fn my_profile(groups_count: i64, about: &str) -> Page {
    let answer = |field: Field| Answer {
        value: if field == Field::About { about.to_owned() } else { "横浜".to_owned() },
        visibility: field.first_visibility(),
        field,
    };
    let answers = Field::all().map(answer).collect();
    Page::MyProfile(MyProfilePage {
        profile: ProfileForm { card: me(), answers, old_birthday: None, groups: groups(groups_count) },
        audiences: audiences(),
        form: Form::empty().with("nickname", "ゆい"),
    })
}

fn many(count: i64) -> Vec<Card> {
    (10..10 + count).map(|number| card(number, &format!("友人その{number}"))).collect()
}

fn offer() -> Offer {
    Offer { inviter: sato(), message: "一緒に書きませんか。".to_owned(), offers_tie: true }
}

fn invited(number: i64, state: State) -> Invitation {
    Invitation {
        id: InvitationId::from(1 << 58 | number),
        message: "一緒に書きませんか。".to_owned(),
        offers_tie: true,
        state,
        created_at: NOW.minutes_ago(number * 60),
        expires_at: NOW.minutes_ago(number * 60 - 20_160),
    }
}

fn invitations() -> Page {
    let states = [State::Open, State::Used { by: Some(sato()) }, State::Expired, State::Cancelled];
    let rows = (1..21).zip(states.into_iter().cycle()).map(|(number, state)| invited(number, state));
    let page =
        InvitationsPage { invitations: rows.collect(), next: Some(InvitationId::from(1 << 58)), left: 3 };
    Page::Invitations(InvitationsView { page, form: Form::empty().with("tie", "1"), is_closed: false })
}

fn invitation() -> Page {
    let token = "abcdefghijklmqrstuvwxyz";
    let page = InvitationPage {
        invitation: invited(1, State::Open),
        code: Some("adgj mptw".to_owned()),
        token: Some(token.to_owned()),
    };
    let link = Some(format!("https://sns.example.jp/signup?invite={token}"));
    Page::Invitation(InvitationView { page, link, qr: Some((ImageFormat::Gif, 225)) })
}

/// Every page there is, some of them full, by name.
pub fn everything() -> Vec<(&'static str, Page)> {
    let refused = Form::empty()
        .with("title", "")
        .with("body", BODY)
        .with("visibility", "group")
        .fault("title", Phrase::new("diary-title-empty"));
    let request = |card: Card, message: &str| Request {
        card,
        message: message.to_owned(),
        created_at: NOW.minutes_ago(300),
    };
    let pending = || PendingPage {
        received: vec![request(card(4, "みなと"), "はじめまして。さとうさんの友人です。")],
        sent: vec![request(card(5, "はる"), "")],
    };
    let mut all = vec![
        ("welcome", Page::Welcome),
        ("login", Page::Login(Form::empty().with("next", "/diary/x?a=1&b=2"))),
        ("login-email", Page::Login(Form::empty().with("by", "email"))),
        (
            "signup-phone",
            Page::SignupPhone(SignupPhonePage {
                form: Form::empty(),
                mode: Mode::Open,
                offer: None,
                question: None,
            }),
        ),
        (
            "signup-invited",
            Page::SignupPhone(SignupPhonePage {
                form: Form::empty(),
                mode: Mode::Invite,
                offer: Some(offer()),
                question: None,
            }),
        ),
        (
            "signup-code",
            Page::SignupCode(SignupCodePage {
                form: Form::empty().with("code", "12345").fault("code", Phrase::new("signup-code-empty")),
                last_two: "78".to_owned(),
                resend_in_seconds: 0,
                inviter: Some(sato()),
                progress: Progress::OnItsWay,
                can_call: false,
            }),
        ),
        (
            "signup-profile",
            Page::SignupProfile(SignupProfilePage {
                form: Form::empty().with("tie", "1"),
                offer: Some(offer()),
                needs_invitation: false,
            }),
        ),
        ("signup-waiting", Page::SignupWaiting),
        ("invitations", invitations()),
        ("invitation", invitation()),
        ("home", home()),
        ("menu", Page::Menu),
        (
            "notifications",
            Page::Notifications(Waiting { requests: 1, notices: notices(), ..Waiting::default() }),
        ),
        ("footprints", Page::Footprints(footprints_page())),
        ("footprints-left", Page::Circle(footprints_left())),
        ("privacy", Page::Circle(CirclePage::Privacy(Form::empty().with("stealth", "1")))),
        ("suggestions", Page::Circle(suggestions())),
        (
            "my-code",
            Page::Circle(CirclePage::MyCode(Some(("0123456789".to_owned(), Some((ImageFormat::Gif, 99)))))),
        ),
        ("friend-code", Page::Circle(CirclePage::FriendCode(Form::empty().with("code", "0123456789")))),
        ("meetings", Page::Circle(CirclePage::Meetings(meetings()))),
        ("meet", Page::Circle(CirclePage::Meet { card: sato(), others: many(49), next: Some(sato().id) })),
        ("meet-with", Page::Circle(CirclePage::MeetWith { pair: [sato(), me()], form: Form::empty() })),
        ("levels", Page::Circle(levels())),
        ("close", Page::Circle(CirclePage::Close { asked: ClosingAsked::Narrow, entries: 1234 })),
        ("widen", Page::Circle(widening())),
        ("aside", Page::Circle(CirclePage::Aside(aside()))),
        ("favourites", Page::Circle(CirclePage::Favourites(favourites()))),
        ("photos", Page::Circle(CirclePage::Photos { card: sato(), photos: page_photos(None) })),
        ("my-photos", Page::Circle(my_photos())),
        ("my-photo", Page::Circle(my_photo())),
        ("note", Page::Circle(CirclePage::Note { card: sato(), form: note() })),
        ("telling", Page::Circle(CirclePage::Telling(telling()))),
        (
            "letters_stop",
            Page::Circle(CirclePage::LettersStop { name: "はなこ".to_owned(), mark: "aaaa".to_owned() }),
        ),
        ("preview", Page::Preview(preview())),
        (
            "search",
            Page::Search(found("さ&<と", Found::Names(hits(vec![sato(), tanaka()], None))), Form::empty()),
        ),
        (
            "search-fields",
            Page::Search(found("札幌", Found::Fields(hits(field_hits(), Some(tanaka().id)))), Form::empty()),
        ),
        ("search-diaries", Page::Search(found("夕焼け", Found::Diaries(hits(lines(), None))), Form::empty())),
        ("profile", profile()),
        (
            "friends",
            Page::Friends(FriendsPage {
                owner: me(),
                is_own: true,
                friends: many(50),
                next: Some(MemberId::from(1 << 58 | 60)),
            }),
        ),
        ("requests", Page::FriendRequests { page: pending(), form: Form::empty() }),
        (
            "requests-full",
            Page::FriendRequests {
                page: pending(),
                form: Form::empty().fault("accept", Phrase::new("friend-ask-full")),
            },
        ),
        (
            "friends-common",
            Page::Circle(CirclePage::CommonFriends(CommonPage {
                other: card(4, "みなと"),
                friends: many(50),
                next: Some(MemberId::from(1 << 58 | 60)),
            })),
        ),
        ("ask", Page::AskFriend(AskPage { card: card(4, "みなと"), tie: Tie::None, form: Form::empty() })),
        (
            "diary-feed",
            Page::DiaryFeed(FeedPage { of: Of::FriendsOfFriends, entries: lines(), next: Some(entry(3)) }),
        ),
        (
            "diary-list",
            Page::DiaryList(DiaryListPage {
                category: None,
                owner: me(),
                is_own: true,
                on: None,
                drafts: 2,
                entries: lines(),
                next: Some(entry(3)),
            }),
        ),
        ("diary-archive", Page::DiaryArchive(archive(false))),
        ("diary-archive-own", Page::DiaryArchive(archive(true))),
        (
            "diary-archive-none",
            Page::DiaryArchive(ArchivePage { days: Vec::new(), older: None, ..archive(false) }),
        ),
        (
            "diary-list-on",
            Page::DiaryList(DiaryListPage {
                category: None,
                owner: tanaka(),
                is_own: false,
                on: Some(jiff::civil::date(2026, 11, 3)),
                drafts: 0,
                entries: Vec::new(),
                next: None,
            }),
        ),
        (
            "voices",
            Page::Voices(VoicesView { page: voices(None), audiences: audiences(), form: Form::empty() }),
        ),
        (
            "voices-refused",
            Page::Voices(VoicesView {
                page: voices(None),
                audiences: audiences(),
                form: Form::empty().with("voice", "長い").fault("voice", Phrase::new("voice-long")),
            }),
        ),
        ("introductions", Page::Introductions(introductions(true))),
        ("introductions-of", Page::Introductions(introductions(false))),
        (
            "voices-of",
            Page::Voices(VoicesView {
                page: voices(Some(sato())),
                audiences: Audiences::default(),
                form: Form::empty(),
            }),
        ),
        ("diary", diary()),
        ("diary-comments", comments(Form::empty())),
        (
            "diary-comment-refused",
            comments(Form::empty().with("body", "おなじく。").fault("body", Phrase::new("comment-long"))),
        ),
        ("diary-comment-closed", closed(MayComment::Closed, Form::empty())),
        ("diary-comment-friends-only", closed(MayComment::FriendsOnly, Form::empty())),
        (
            "diary-comment-closed-refused",
            closed(
                MayComment::Closed,
                Form::empty().with("body", ">>3 おなじく。").fault("body", Phrase::new("comments-closed")),
            ),
        ),
        ("diary-reply", comments(Form::empty().with("body", ">>143 "))),
        ("diary-joined", Page::DiaryJoined(joined())),
        ("diary-joined-none", Page::DiaryJoined(JoinedPage { threads: Vec::new(), next: None })),
        ("diary-closed", Page::DiaryClosed(closed_comments())),
        ("categories", Page::Circle(CirclePage::Categories(categories_page(false)))),
        (
            "categories-mine",
            Page::Circle(CirclePage::MyCategories { page: categories_page(true), form: Form::empty() }),
        ),
        (
            "category",
            Page::Circle(CirclePage::Category {
                category: categories(1).remove(0),
                form: Form::empty().with("name", "夜").fault("name", Phrase::new("category-name-taken")),
            }),
        ),
        ("diary-closed-none", Page::DiaryClosed(ClosedPage { comments: Vec::new(), next: None })),
        (
            "diary-quiet",
            Page::Confirm(Confirm {
                question: Question::HushDiary { title: "夕焼け散歩".to_owned() },
                action: Place::DiaryQuiet(entry(1)),
                back: Place::Diary(entry(1)),
            }),
        ),
        ("diary-drafts", drafts(30)),
        ("diary-drafts-none", drafts(0)),
        ("diary-refused-kept", refused_and_kept()),
        ("diary-form", diary_form(Form::empty().with("visibility", "friends"), 2)),
        ("diary-refused", diary_form(refused, 20)),
        ("diary-edit", edit_form(BODY)),
        (
            "confirm",
            Page::Confirm(Confirm {
                question: Question::Block { card: sato() },
                action: Place::Block(sato().id),
                back: Place::Member(sato().id),
            }),
        ),
        ("my-profile", my_profile(2, "港が好きです。")),
        ("my-groups", Page::MyGroups(GroupsPage { groups: groups(20), form: Form::empty() })),
        (
            "my-group",
            Page::MyGroup {
                page: GroupPage { group: groups(1).remove(0), members: many(3), others: many(120) },
                form: Form::empty(),
            },
        ),
        (
            "my-group-left-out",
            Page::MyGroup {
                page: GroupPage { group: groups(4).remove(3), members: many(3), others: many(120) },
                form: Form::empty(),
            },
        ),
        ("my-blocks", Page::MyBlocks(vec![sato()])),
        (
            "my-settings",
            Page::MySettings(SettingsPage { language: Language::Ja, face: Some(FaceKind::Keitai) }),
        ),
        ("email", Page::Account(AccountPage::Email(email()))),
        ("leave", Page::Account(AccountPage::Leave { days: 14 })),
        (
            "come-back",
            Page::Account(AccountPage::ComeBack {
                until: NOW.minutes_ago(-20_000),
                mark: "1.2.3".to_owned(),
            }),
        ),
        ("security", Page::Security(SecurityPage::Overview(Box::new(security())))),
        ("security-again", Page::Security(SecurityPage::AskAgain(asked_again()))),
        ("second-step", Page::WayIn(WayInPage::SecondStep(second_step()))),
        ("other-phone", other_phone(Standing::Nothing, Form::empty())),
        (
            "other-phone-code",
            other_phone(
                Standing::Asking("1234 5678".to_owned()),
                Form::empty().fault("form", Phrase::new("other-phone-not-yet")),
            ),
        ),
        ("other-phone-granted", other_phone(Standing::Granted, Form::empty())),
        (
            "pin-in",
            Page::WayIn(WayInPage::Pin(PinEntry {
                token: "p".to_owned() + &"a".repeat(28),
                form: Form::empty().fault("pin", Phrase::new("pin-wrong")),
            })),
        ),
        ("recovery", way_back(RecoveryPage::Number(Form::empty()))),
        ("recovery-code", way_back(RecoveryPage::Code(recovery_code()))),
        ("recovery-proof", way_back(RecoveryPage::Proof(recovery_proof(true)))),
        ("recovery-no-way", way_back(RecoveryPage::Proof(recovery_proof(false)))),
        (
            "recovery-password",
            way_back(RecoveryPage::Password(
                Form::empty().fault("new_password", Phrase::new("signup-password-short")),
            )),
        ),
        ("recovery-friends", way_back(RecoveryPage::Friends(FriendsWay::Asked { sign: 47, yes: 1 }))),
        ("recovery-friends-closed", way_back(RecoveryPage::Friends(FriendsWay::Closed))),
        ("trusted", trusted_page(TrustedPage::Own { trust: trust(), form: Form::empty() })),
        (
            "trusted-none",
            trusted_page(TrustedPage::Own {
                trust: Trust::default(),
                form: Form::empty().fault("form", Phrase::new("trusted-no-friend")),
            }),
        ),
        ("trusted-pick", trusted_page(TrustedPage::Pick(picking(1)))),
        ("trusted-confirm", trusted_page(TrustedPage::Pick(picking(3)))),
        ("friend-ask", friend_ask(Seen::Open { member: sato(), numbers: [47, 12, 88] })),
        ("friend-ask-wrong", friend_ask(Seen::Answered(Answered::Wrong))),
        ("friend-ask-over", friend_ask(Seen::Over)),
        (
            "recovery-watch",
            Page::Security(SecurityPage::Guarding(GuardingPage::Recovery(Some(NOW.minutes_ago(5))))),
        ),
        ("approve", approve(ApprovePage::Enter(Form::empty()))),
        (
            "approve-question",
            approve(ApprovePage::Question {
                asker: Asker { device: "iPhone".to_owned(), asked_at: NOW.minutes_ago(2) },
                code: "12345678".to_owned(),
            }),
        ),
        (
            "passkeys",
            Page::Security(SecurityPage::Guarding(GuardingPage::Passkeys(PasskeysPage {
                passkeys: vec![Passkey {
                    id: 7.into(),
                    device: "iPhone".to_owned(),
                    used_at: NOW.minutes_ago(9),
                }],
                make: None,
                form: Form::empty(),
            }))),
        ),
        ("number", number(own_number())),
        (
            "number-claim",
            Page::Account(AccountPage::NumberClaim {
                stands: ClaimStanding::Kept { can_claim: true },
                days: 7,
            }),
        ),
        (
            "number-claim-waits",
            Page::Account(AccountPage::NumberClaim {
                stands: ClaimStanding::Claimed { until: NOW.minutes_ago(-10_000) },
                days: 7,
            }),
        ),
        ("number-code", number(NumberPage::Code(number_code()))),
        (
            "number-undo",
            Page::Account(AccountPage::NumberUndo(
                Form::empty().with("key", "1234 5678 9012").fault("proof", Phrase::new("undo-proof-wrong")),
            )),
        ),
        ("pin", pins(true, Form::empty().fault("pin", Phrase::new("pin-pattern")))),
        (
            "pin-bookmark",
            Page::Security(SecurityPage::Guarding(GuardingPage::Bookmark(BookmarkPage {
                address: "http://sns.example.jp/login/pin/p".to_owned() + &"a".repeat(28),
            }))),
        ),
        ("app-off", guarding(AppStands::Off)),
        ("app-waiting", guarding(AppStands::Waiting(app_waiting()))),
        ("app-codes", guarding(AppStands::Codes(vec!["1234 5678 9012".to_owned(); 10]))),
        ("app-on", guarding(AppStands::On(9))),
        ("security-password", Page::Security(SecurityPage::Password(Form::empty()))),
        ("leave", Page::Leave(leave())),
        ("not-found", Page::NotFound),
        ("trouble", Page::Trouble(Trouble::TooOften { seconds: 30 })),
    ];
    all.extend(places::pages());
    all
}

fn leave() -> LeavePage {
    let address = "http://xn--wgv71a.example/photos/2026/11/?order=new&page=2".to_owned();
    LeavePage { host: "xn--wgv71a.example".to_owned(), address, is_sealed: false }
}

fn security() -> Overview {
    let line = |id: i64, in_path, device: &str| session::Line {
        id: id.into(),
        in_path,
        device: device.to_owned(),
        seen_at: NOW.minutes_ago(60 * id),
        created_at: NOW.minutes_ago(1440 * id),
    };
    Overview {
        sessions: vec![line(1, true, "docomo P901i"), line(2, false, "iPhone")],
        this: 1.into(),
        devices: vec![Known { id: 7.into(), device: "iPhone".to_owned(), seen_at: NOW.minutes_ago(60) }],
        this_device: Some(7.into()),
        events: vec![Happened { words: "event-signed-in", at: NOW.minutes_ago(60) }],
    }
}

fn second_step() -> Form {
    let wrong = Phrase::new("second-step-wrong").with("n", 4i64);
    Form::empty().with("next", "/home").carry("body", "長い話").fault("code", wrong)
}

fn guarding(stands: AppStands) -> Page {
    let page = AppPage { stands, form: Form::empty() };
    Page::Security(SecurityPage::Guarding(GuardingPage::App(page)))
}

fn app_waiting() -> AppWaiting {
    AppWaiting {
        key: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned(),
        address: "otpauth://totp/Enishi:yui?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Enishi".to_owned(),
        mark: "1.ab".to_owned(),
        qr: Some((ImageFormat::Gif, 186)),
    }
}

fn approve(page: ApprovePage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Approve(page)))
}

fn number(page: NumberPage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Number(page)))
}

fn own_number() -> NumberPage {
    let waits = vec![
        Waits::Claimed { until: NOW.minutes_ago(-2000), is_alone: true },
        Waits::Changed { until: NOW.minutes_ago(-2880) },
        Waits::Missing,
    ];
    NumberPage::Own { last_two: Some("78".to_owned()), waits, form: Form::empty() }
}

fn number_code() -> NumberCode {
    NumberCode {
        last_two: "78".to_owned(),
        progress: Progress::Late,
        resend_in_seconds: 0,
        is_proven: false,
        asks_second: true,
        form: Form::empty()
            .with("code", "12345")
            .fault("code", Phrase::new("signup-code-wrong").with("n", 4i64)),
    }
}

fn pins(is_keypad: bool, form: Form) -> Page {
    let phones =
        vec![Bound { id: 7.into(), device: "docomo P901i".to_owned(), used_at: NOW.minutes_ago(600) }];
    Page::Security(SecurityPage::Guarding(GuardingPage::Pin(PinPage { is_keypad, phones, form })))
}

fn other_phone(stands: Standing, form: Form) -> Page {
    Page::WayIn(WayInPage::OtherPhone(OtherPhone { stands, form }))
}

fn way_back(page: RecoveryPage) -> Page {
    Page::WayIn(WayInPage::Recovery(page))
}

fn recovery_code() -> RecoveryCode {
    let form = Form::empty().with("code", "123").fault("code", Phrase::new("signup-code-expired"));
    RecoveryCode { form, last_two: "01".to_owned(), resend_in_seconds: 0, progress: Progress::OnItsWay }
}

fn recovery_proof(has_ways: bool) -> RecoveryProof {
    let mail = if has_ways { MailWay::Sent } else { MailWay::None };
    let friends = if has_ways { FriendsWay::Open } else { FriendsWay::None };
    let standing = recovery::Standing { proof: None, mail, has_paper: has_ways, friends };
    let paper = Form::empty().with("paper", "1").fault("paper", Phrase::new("recovery-paper-wrong"));
    RecoveryProof { standing, mail: Form::empty(), paper, friends: Form::empty() }
}

fn trusted_page(page: TrustedPage) -> Page {
    Page::Security(SecurityPage::Guarding(GuardingPage::Trusted(page)))
}

fn friend_ask(seen: Seen) -> Page {
    trusted_page(TrustedPage::Ask { id: 77.into(), seen })
}

fn trust() -> Trust {
    let chosen = vec![Chosen { card: sato(), counts: true }, Chosen { card: tanaka(), counts: false }];
    Trust { chosen, unseen: 1, chosen_by: vec![sato()] }
}

fn picking(picked: usize) -> PickPage {
    let people = [sato(), tanaka(), me()];
    let picks = people[..picked].iter().fold(Picks::default(), |picks, card| picks.with(card.id));
    PickPage {
        picked: people[..picked].to_vec(),
        picks,
        friends: people[picked..].to_vec(),
        next: Some(Picks { after: Some(9.into()), ..picks }),
    }
}

fn asked_again() -> Form {
    let form = Form::empty().with("next", "/me/security/password").with("act", "1");
    form.carry("new_password", "abcdefg").fault("password", Phrase::new("again-wrong"))
}

fn telling() -> TellingPage {
    let form = telling_form(&Settings::default(), &Sources::default());
    TellingPage { form, has_address: false, groups: groups(2), bells: Some(bells()) }
}

/// With as many groups as a member may well have, each of a name as long as any.
pub fn full_telling() -> Page {
    let named = |group: Group| Group { name: "縁".repeat(30), ..group };
    let groups = groups(20).into_iter().map(named).collect();
    Page::Circle(CirclePage::Telling(TellingPage { groups, ..telling() }))
}

fn bells() -> BellsPage {
    let bell = |id: i64, device: &str| Bell {
        id: BellId::from(id),
        session: SessionId::from(id),
        device: device.to_owned(),
        made_at: NOW.minutes_ago(90),
        rung_at: None,
    };
    BellsPage {
        bells: vec![bell(1, "iPhone"), bell(2, "<Android> & Chrome")],
        this: SessionId::from(3),
        can_be_here: false,
        here: None,
        form: Form::empty(),
    }
}
