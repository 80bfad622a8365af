//! Home and diary entries.

use enishi_core::audience::{Audience, Audiences};
use enishi_core::diary::{
    ArchiveDay, ArchivePage, Around, CategoriesPage, Category, ClosedComment, ClosedPage, Comment,
    CommentsPage, DiaryLine, DiaryListPage, DiaryPage, DraftLine, DraftsPage, FeedPage, Fresh, HeldBack,
    JoinedLine, JoinedPage, Likes, MayComment, Month, Neighbour, Neighbours, Of, Photo, Said, SeenBy, Sign,
    ThreadTurn,
};
use enishi_core::friend::tie::Tie;
use enishi_core::group::{Group, Reach};
use enishi_core::home::{HomePage, Newcomer};
use enishi_core::ids::{CategoryId, DiaryId, DraftId, GroupId, PictureId, VoiceId};
use enishi_core::member::Card;
use enishi_core::visibility::Visibility;
use enishi_core::voice::{VoiceLine, VoicesPage};
use enishi_core::waiting::Waiting;
use enishi_face::pages::{CirclePage, CommentsView, DiaryFormPage, DiaryView, KeptPhoto, VoicesView};
use enishi_face::{Form, Page, Phrase};

use super::people::{bridge, footprints, koharu, minato, nobody_came, notices, sato, tanaka, yuzucha};
use super::{Sample, at};

pub fn samples() -> Vec<Sample> {
    vec![
        Sample::new("home", "/home", Page::Home(home())),
        Sample::new("home_empty", "/home", Page::Home(home_empty())).done("done-joined"),
        Sample::new("menu", "/menu", Page::Menu),
        Sample::new("diary", "/diary/fp", Page::Diary(viewed(tram()))),
        Sample::new("voices", "/voices", Page::Voices(voices_page(None))),
        Sample::new("voices_of", "/members/za/voices", Page::Voices(voices_page(Some(sato())))),
        Sample::new("diary_own", "/diary/fn", Page::Diary(viewed(own()))).done("done-posted"),
        Sample::new("diary_feed", "/diary?from=fof", Page::DiaryFeed(feed(lines_of_tanaka()))),
        Sample::new("diary_feed_empty", "/diary?from=fof", Page::DiaryFeed(feed(Vec::new()))),
        Sample::new("diary_comments", "/diary/fp/comments?before=61", Page::DiaryComments(comments())),
        Sample::new("diary_reply", "/diary/fp/comments?reply=3", Page::DiaryComments(reply())),
        Sample::new("diary_joined", "/diary/joined", Page::DiaryJoined(joined())),
        Sample::new("diary_closed", "/diary/joined/closed", Page::DiaryClosed(closed())),
        Sample::new("diary_list", "/members/zc/diary", Page::DiaryList(list(tanaka(), lines_of_tanaka()))),
        Sample::new("diary_list_own_empty", "/members/z9/diary", Page::DiaryList(list(koharu(), Vec::new()))),
        Sample::new("diary_list_on", "/members/zc/diary?on=2026-11-03", Page::DiaryList(on_a_day())),
        Sample::new("diary_archive", "/members/zc/diary/archive", Page::DiaryArchive(archive(tanaka()))),
        Sample::new("diary_archive_own", "/members/z9/diary/archive", Page::DiaryArchive(archive(koharu()))),
        Sample::new(
            "diary_archive_none",
            "/members/zc/diary/archive?month=2026-10",
            Page::DiaryArchive(none()),
        ),
        Sample::new("diary_category", "/members/zc/diary/categories/v", Page::DiaryList(in_category())),
        Sample::new(
            "categories",
            "/members/zc/diary/categories",
            Page::Circle(CirclePage::Categories(categories_page(tanaka()))),
        ),
        Sample::new(
            "categories_own",
            "/members/z9/diary/categories",
            Page::Circle(CirclePage::Categories(categories_page(koharu()))),
        ),
        Sample::new(
            "categories_mine",
            "/diary/categories",
            Page::Circle(CirclePage::MyCategories { page: categories_page(koharu()), form: Form::empty() }),
        ),
        Sample::new("category", "/diary/categories/10", Page::Circle(my_category())),
        Sample::new("diary_drafts", "/diary/drafts", Page::DiaryDrafts(drafts(true))).done("done-draft"),
        Sample::new("diary_drafts_none", "/diary/drafts", Page::DiaryDrafts(drafts(false))),
        Sample::new("diary_form_new", "/diary/new", Page::DiaryForm(new())),
        Sample::new("diary_form_refused", "/diary/new", Page::DiaryForm(refused())),
        Sample::new("diary_form_later", "/diary/drafts/k3", Page::DiaryForm(later())),
        Sample::new("diary_form_widens", "/diary/fn/edit", Page::DiaryForm(widens())),
    ]
}

fn line(id: i64, author: Card, title: &str, excerpt: &str, seen_by: SeenBy) -> DiaryLine {
    DiaryLine {
        id: DiaryId::from(id),
        author,
        title: title.to_owned(),
        excerpt: excerpt.to_owned(),
        posted_at: at(id % 97 * 40),
        seen_by,
        comments: id % 4,
        has_photos: id % 2 == 0,
    }
}

pub fn lines_of_tanaka() -> Vec<DiaryLine> {
    let about = "変速のワイヤーを替えたら、坂の途中で止まらなくなった。油はねで指先が真っ黒だけれど、気分は晴れている。";
    vec![
        line(488, tanaka(), "三十年前のロードレーサー", about, SeenBy::FriendsOfFriends),
        line(485, tanaka(), "海の見える作業場", "窓を開けると、渡船の音がする。", SeenBy::Members),
    ]
}

fn home() -> HomePage {
    let tram = "最終の一本前に乗ったら、車内に自分ひとりだった。運転士さんが「貸切ですね」と笑ってくれて、終点まで外の灯りを数え…";
    HomePage {
        waiting: Waiting {
            requests: 2,
            notices: notices(),
            birthdays: vec![tanaka()],
            more_birthdays: 2,
            ..Waiting::default()
        },
        voices: voices(),
        feed: vec![
            line(502, sato(), "夜の路面電車", tram, SeenBy::FriendsOfFriends),
            line(499, minato(), "ラーメン日和", "並んだかいがあった。", SeenBy::SomeFriends),
            line(
                497,
                bridge(),
                "A very long English title that has to wrap on a small screen",
                "",
                SeenBy::Members,
            ),
        ],
        next: Some(DiaryId::from(497)),
        topics: super::community::new_topics(),
        footprints: footprints(),
        has_friends: true,
        newcomer: None,
    }
}

fn home_empty() -> HomePage {
    HomePage {
        waiting: Waiting::default(),
        voices: Vec::new(),
        feed: Vec::new(),
        next: None,
        topics: Vec::new(),
        footprints: nobody_came(),
        has_friends: false,
        newcomer: Some(Newcomer { inviter: Some(sato()), friends_of_inviter: vec![minato(), tanaka()] }),
    }
}

fn feed(entries: Vec<DiaryLine>) -> FeedPage {
    FeedPage { of: Of::FriendsOfFriends, next: entries.last().map(|line| line.id), entries }
}

fn voices() -> Vec<VoiceLine> {
    let said = |id, author: Card, body: &str| VoiceLine {
        id: VoiceId::from(id),
        can_delete: author == koharu(),
        author,
        body: body.to_owned(),
        posted_at: at(id % 97),
        seen_by: SeenBy::Friends,
    };
    vec![said(601, sato(), "停電かと思ったら、ブレーカーだった。"), said(602, koharu(), "柿、あと四つ。")]
}

fn voices_page(owner: Option<Card>) -> VoicesView {
    let page = VoicesPage {
        voices: voices(),
        next: Some(VoiceId::from(601)),
        offer: Visibility::Friends,
        groups: groups(),
        owner,
    };
    VoicesView { page, audiences: audiences(), form: Form::empty() }
}

fn list(owner: Card, entries: Vec<DiaryLine>) -> DiaryListPage {
    let is_own = owner == koharu();
    let drafts = if is_own { 2 } else { 0 };
    DiaryListPage {
        owner,
        is_own,
        on: None,
        category: None,
        drafts,
        next: entries.last().map(|line| line.id),
        entries,
    }
}

fn on_a_day() -> DiaryListPage {
    DiaryListPage {
        on: Some(jiff::civil::date(2026, 11, 3)),
        next: None,
        ..list(tanaka(), lines_of_tanaka())
    }
}

fn archive(owner: Card) -> ArchivePage {
    let day = |number, entries| {
        let (date, first) = (jiff::civil::date(2026, 11, number), DiaryId::from(480 + i64::from(number)));
        ArchiveDay { date, entries, first }
    };
    let is_own = owner == koharu();
    let former = line(211, koharu(), "去年の柿", "今年より小さかった。", SeenBy::Friends);
    ArchivePage {
        owner,
        is_own,
        month: "2026-11".parse::<Month>().unwrap(),
        days: vec![day(3, 2), day(12, 1), day(23, 1)],
        has_categories: true,
        older: Some("2026-08".parse::<Month>().unwrap()),
        newer: None,
        other_years: if is_own { vec![former] } else { Vec::new() },
    }
}

fn none() -> ArchivePage {
    let page = archive(tanaka());
    ArchivePage {
        month: "2026-10".parse::<Month>().unwrap(),
        days: Vec::new(),
        newer: Some(page.month),
        ..page
    }
}

fn tram() -> DiaryPage {
    DiaryPage {
        id: DiaryId::from(502),
        author: sato(),
        tie: Tie::Friend,
        title: "夜の路面電車".to_owned(),
        body:
            "最終の一本前に乗ったら、車内に自分ひとりだった。\n\n運転士さんが「貸切ですね」と笑ってくれて、\
               終点まで外の灯りを数えていた。<三十七>まで数えたところで眠くなった。"
                .to_owned(),
        photos: vec![
            Photo {
                picture: PictureId::from(8_001),
                alt: "雨上がりの路面電車".to_owned(),
                width_px: 1600,
                height_px: 1200,
            },
            Photo { picture: PictureId::from(8_002), alt: String::new(), width_px: 400, height_px: 600 },
        ],
        seen_by: SeenBy::FriendsOfFriends,
        categories: categories().into_iter().take(1).collect(),
        posted_at: at(75),
        edited_at: Some(at(60)),
        likes: Likes {
            given: vec![(yuzucha(), Sign::Heart), (koharu(), Sign::Sparkles)],
            mine: Some(Sign::Sparkles),
            may: true,
        },
        comments: vec![
            comment(1, yuzucha(), "終電の前の、あの静けさ。わかります。", 50, false),
            Comment { number: 2, said: None, can_remove: false },
            comment(
                3,
                koharu(),
                ">>1 >>2 >>7 三十八個めは、たぶん角のたばこ屋さん。\nまだ灯りがついてるんですね。",
                20,
                true,
            ),
        ],
        around: Around { visible: 2, older: None, newer: None },
        may_comment: MayComment::Yes,
        is_quiet: Some(false),
        opens_at: None,
        neighbours: Neighbours {
            older: Some(neighbour(498, "坂の上のパン屋")),
            newer: Some(neighbour(505, "A very long English title that has to wrap on a small screen")),
        },
        can_edit: false,
    }
}

fn neighbour(id: i64, title: &str) -> Neighbour {
    Neighbour { id: DiaryId::from(id), title: title.to_owned() }
}

/// Comments from the middle of many.
fn comments() -> CommentsView {
    let DiaryPage { id, author, title, seen_by, comments, .. } = tram();
    let around = Around { visible: 61, older: Some(21), newer: Some(61) };
    let may_comment = MayComment::Yes;
    let page =
        CommentsPage { id, author, title, seen_by, comments, around, may_comment, opens_at: Some(at(-600)) };
    let form = Form::empty().with("body", " ").fault("body", Phrase::new("comment-empty"));
    let photo = Some(KeptPhoto { picture: PictureId::from(8_005), alt: "窓から".to_owned() });
    CommentsView { page, form, photo }
}

fn joined() -> JoinedPage {
    let thread = |(line, fresh): (DiaryLine, i64)| JoinedLine {
        fresh: Fresh { count: fresh, from: 12 },
        is_quiet: fresh == 0,
        line,
    };
    let threads = lines_of_tanaka().into_iter().zip([3, 0]).map(thread).collect();
    JoinedPage { threads, next: Some(ThreadTurn { at: at(9000), entry: DiaryId::from(485) }) }
}

fn closed() -> ClosedPage {
    let body = "三十八個めは、たぶん角のたばこ屋さん。\nまだ灯りがついてるんですね。".to_owned();
    let photo = Some(hung());
    let comment = ClosedComment { entry: DiaryId::from(502), number: 3, body, photo, posted_at: at(9000) };
    ClosedPage { comments: vec![comment], next: None }
}

fn categories() -> Vec<Category> {
    let category =
        |id, name: &str, is_open| Category { id: CategoryId::from(id), name: name.to_owned(), is_open };
    vec![category(31, "本", true), category(32, "家のこと", false)]
}

fn categories_page(owner: Card) -> CategoriesPage {
    let is_own = owner.id == koharu().id;
    let categories = categories().into_iter().zip([12, 3]).filter(|(one, _)| is_own || one.is_open).collect();
    CategoriesPage { owner, is_own, categories }
}

fn in_category() -> DiaryListPage {
    DiaryListPage { category: categories().into_iter().next(), ..list(tanaka(), lines_of_tanaka()) }
}

fn my_category() -> CirclePage {
    let form = Form::empty().with("name", "本").fault("name", Phrase::new("category-name-taken"));
    CirclePage::Category { category: categories().remove(1), form }
}

fn hung() -> Photo {
    Photo {
        picture: PictureId::from(8_006), alt: "たばこ屋の灯り".to_owned(), width_px: 640, height_px: 480
    }
}

/// One comment, and the form to answer it.
fn reply() -> CommentsView {
    let mut view = comments();
    view.page.comments.retain(|comment| comment.number == 3);
    CommentsView { form: Form::empty().with("body", ">>3 "), photo: None, ..view }
}

fn comment(number: i32, author: Card, body: &str, ago: i64, can_remove: bool) -> Comment {
    let photo = (number == 3).then(hung);
    let said = Said { author, body: body.to_owned(), posted_at: at(ago), photo, quotes: vec![1, 7] };
    Comment { number, said: Some(said), can_remove }
}

fn own() -> DiaryPage {
    DiaryPage {
        id: DiaryId::from(501),
        author: koharu(),
        tie: Tie::Oneself,
        title: "柿をもらった".to_owned(),
        body: "となりのおばあちゃんから柿を六つ。".to_owned(),
        photos: Vec::new(),
        seen_by: SeenBy::Group { id: GroupId::from(7), name: "読書会".to_owned(), reach: Reach::Only },
        categories: categories(),
        likes: Likes { given: vec![(sato(), Sign::Thumb)], mine: None, may: false },
        comments: Vec::new(),
        edited_at: None,
        can_edit: true,
        around: Around::default(),
        may_comment: MayComment::Closed,
        is_quiet: Some(true),
        opens_at: Some(at(-600)),
        neighbours: Neighbours::default(),
        ..tram()
    }
}

fn viewed(page: DiaryPage) -> DiaryView {
    DiaryView { page, form: Form::empty() }
}

pub fn groups() -> Vec<Group> {
    let group =
        |id, name: &str, reach, size| Group { id: GroupId::from(id), name: name.to_owned(), reach, size };
    vec![group(7, "読書会", Reach::Only, 4), group(8, "しごと", Reach::AllBut, 3)]
}

fn drafts(has_any: bool) -> DraftsPage {
    let line = |id: i64, entry: Option<i64>, title: &str, excerpt: &str| DraftLine {
        id: DraftId::from(id),
        entry: entry.map(DiaryId::from),
        title: title.to_owned(),
        excerpt: excerpt.to_owned(),
        characters: 1240,
        kept_at: at(id % 97 * 40),
        due_at: (id == 611).then(|| at(-9_000)),
        held_back: (id == 609).then_some(HeldBack::GroupGone),
    };
    let lines = vec![
        line(611, None, "坂の上の本屋", "店主さんが替わっていた。棚はそのまま。"),
        line(610, Some(501), "", "柿のつづき。渋かった。"),
        line(609, None, "", ""),
    ];
    DraftsPage { drafts: if has_any { lines } else { Vec::new() }, most: 20 }
}

/// Enough people to be counted only, a few who are named, and nobody.
pub fn audiences() -> Audiences {
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let group = |id| Visibility::Group(GroupId::from(id));
    Audiences::default()
        .with(Visibility::FriendsOfFriends, Audience { people: 214, is_more: false, named: Vec::new() })
        .with(
            Visibility::Friends,
            Audience { people: 42, is_more: false, named: named(&["さとばあ", "そら", "ミナト"]) },
        )
        .with(group(7), Audience { people: 2, is_more: false, named: named(&["さとばあ", "ゆず茶"]) })
        .with(group(8), Audience::default())
}

fn new() -> DiaryFormPage {
    DiaryFormPage {
        id: None,
        form: Form::empty().with("visibility", "friends_of_friends"),
        groups: Vec::new(),
        audiences: audiences(),
        photos: Vec::new(),
        categories: Vec::new(),
        chosen: Vec::new(),
        widens: None,
        mark: "draft-mark".to_owned(),
        draft: None,
        is_stored: false,
        drafts: 0,
        told: None,
        due_at: None,
        held_back: None,
    }
}

/// A draft that could not be posted at its time, typed again with another.
fn later() -> DiaryFormPage {
    DiaryFormPage {
        form: Form::empty()
            .with("title", "坂の上の本屋")
            .with("body", "店主さんが替わっていた。")
            .with("visibility", "only_me")
            .with("day", "2026-11-22")
            .with("hour", "21")
            .fault("day", Phrase::new("later-past")),
        categories: categories(),
        chosen: vec![CategoryId::from(31)],
        draft: Some(DraftId::from(611)),
        is_stored: true,
        held_back: Some(HeldBack::GroupGone),
        ..new()
    }
}

fn refused() -> DiaryFormPage {
    DiaryFormPage {
        form: Form::empty()
            .with("body", "\nとなりのおばあちゃんから柿を六つ。")
            .with("visibility", "group:8")
            .fault("title", Phrase::new("diary-title-empty"))
            .fault("photo", Phrase::new("diary-photo-large")),
        draft: Some(DraftId::from(611)),
        is_stored: true,
        drafts: 2,
        told: Some(Phrase::new("draft-kept")),
        groups: groups(),
        photos: vec![
            KeptPhoto { picture: PictureId::from(8_003), alt: "縁側の柿".to_owned() },
            KeptPhoto { picture: PictureId::from(8_004), alt: String::new() },
        ],
        ..new()
    }
}

fn widens() -> DiaryFormPage {
    DiaryFormPage {
        id: Some(DiaryId::from(501)),
        form: Form::empty()
            .with("title", "柿をもらった")
            .with("body", "となりのおばあちゃんから柿を六つ。")
            .with("visibility", "members"),
        groups: groups().into_iter().take(1).collect(),
        is_stored: true,
        widens: Some(3),
        ..new()
    }
}
