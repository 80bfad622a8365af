//! Every address of the site, written in one place.

use std::fmt;

use enishi_core::diary::{Month, Of, ThreadTurn, Widening};
use enishi_core::footprint::Turn;
use enishi_core::ids::{
    BellId, CategoryId, DiaryId, DraftId, GroupId, IntroductionId, MeetingId, MemberId, ProfilePhotoId,
    VoiceId,
};
use enishi_device::ImageFormat;
use jiff::civil::Date;

use crate::community_place::CommunityPlace;
use crate::desk_place::DeskPlace;
use crate::guard_place::GuardPlace;
use crate::invitation_place::InvitationPlace;
use crate::origin::Origin;
use crate::recovery_place::RecoveryPlace;
use crate::way_in_place::WayIn;

/// A page's address, the same on every face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Place {
    Welcome,
    Login,
    Logout,
    Signup,
    SignupCode,
    SignupResend,
    /// Have the code read out in a call (POST).
    SignupCall,
    SignupProfile,
    SignupWaiting,
    /// The number is newly mine (POST).
    SignupClaim,
    Home,
    HomeBefore(DiaryId),
    Menu,
    Notifications,
    Footprints,
    FootprintsFrom(Turn),
    /// Thank a visitor for coming by (POST).
    FootprintThank(MemberId),
    FootprintsLeft,
    FootprintsLeftFrom(Turn),
    /// Take a footprint of mine back (POST).
    FootprintTakeBack(MemberId),
    Search,
    Member(MemberId),
    /// What I note about somebody, for my own eyes.
    Note(MemberId),
    MemberFriends(MemberId),
    MemberFriendsAfter(MemberId, MemberId),
    /// Friends I have in common with somebody.
    CommonFriends(MemberId),
    CommonFriendsAfter(MemberId, MemberId),
    MemberDiary(MemberId),
    MemberDiaryBefore(MemberId, DiaryId),
    /// What somebody posted on one day of the site.
    MemberDiaryOn(MemberId, Date),
    MemberDiaryOnBefore(MemberId, Date, DiaryId),
    /// Somebody's diary by days, the newest month first.
    MemberDiaryArchive(MemberId),
    MemberDiaryMonth(MemberId, Month),
    /// Ask for a friendship (GET: the form; POST: ask).
    AskFriend(MemberId),
    /// Accept a request (POST).
    AcceptFriend(MemberId),
    /// Let a request go (POST).
    DeclineFriend(MemberId),
    /// Take my own request back (POST).
    WithdrawFriend(MemberId),
    /// End a friendship (GET asks; POST does).
    PartFriend(MemberId),
    /// Block somebody (POST).
    Block(MemberId),
    /// The question before it, and where a "no" leads back to.
    BlockFrom(MemberId, Origin),
    /// Take a block back (POST).
    Unblock(MemberId),
    /// What I mark somebody with, for my eyes alone (GET: the form; POST: save).
    Aside(MemberId),
    Friends,
    FriendsAfter(MemberId),
    FriendRequests,
    /// Whom I keep at hand.
    Favourites,
    /// Whom I may know.
    Suggestions,
    /// Whom friends would like me to meet.
    Meetings,
    /// Answer an offer to meet somebody (POST).
    MeetingAnswer(MeetingId),
    /// Choose whom this friend could meet.
    Meet(MemberId),
    MeetAfter(MemberId, MemberId),
    /// Offer two friends to meet (GET: the form; POST: offer).
    MeetWith(MemberId, MemberId),
    /// Find somebody by their code (GET: the form; POST: find).
    FriendCode,
    /// The code I am found by (GET); make it anew (POST).
    MyCode,
    /// End it (POST).
    MyCodeEnd,
    /// The QR picture of it.
    MyCodeQr(ImageFormat),
    /// The newest entries of friends, or of friends of friends.
    DiaryFeed(Of),
    DiaryFeedBefore(Of, DiaryId),
    DiaryNew,
    DiaryDrafts,
    /// A draft in the form.
    DiaryDraft(DraftId),
    /// Throw a draft away (GET asks; POST does).
    DiaryDraftDelete(DraftId),
    /// Who may read what I wrote before.
    DiaryLevels,
    /// Narrow it (POST).
    DiaryNarrow,
    /// Widen it (GET asks; POST does).
    DiaryWiden(Widening),
    /// Narrow it by itself with age (POST).
    DiaryAging,
    /// What a new thing always begins with (POST).
    DiaryAlways,
    /// My categories; make one (POST).
    DiaryCategories,
    /// Change one.
    DiaryCategory(CategoryId),
    /// Remove one (GET asks; POST does).
    DiaryCategoryRemove(CategoryId),
    /// Somebody's categories, as far as I am shown them.
    MemberCategories(MemberId),
    /// The entries in one.
    MemberCategory(MemberId, CategoryId),
    MemberCategoryBefore(MemberId, CategoryId, DiaryId),
    /// The entries of others that I commented on.
    DiaryJoined,
    DiaryJoinedFrom(ThreadTurn),
    /// My comments where I may no longer read.
    DiaryClosed,
    DiaryClosedFrom(ThreadTurn),
    /// Be told nothing more of an entry (GET asks; POST does).
    DiaryQuiet(DiaryId),
    /// Be told of it again (POST).
    DiaryTell(DiaryId),
    Diary(DiaryId),
    DiaryEdit(DiaryId),
    /// Delete an entry (GET asks; POST does).
    DiaryDelete(DiaryId),
    /// What was said of an entry; comment on it (POST).
    DiaryComments(DiaryId),
    /// Like an entry with one of five signs, or take it back (POST).
    DiaryLike(DiaryId),
    /// What was said before the comment of that number.
    DiaryCommentsBefore(DiaryId, i32),
    /// What was said from the comment of that number on.
    DiaryCommentsFrom(DiaryId, i32),
    /// One comment, and the form to answer it.
    DiaryReply(DiaryId, i32),
    /// Remove a comment (POST).
    DiaryCommentRemove(DiaryId, i32),
    Voices,
    VoicesBefore(VoiceId),
    MemberVoices(MemberId),
    MemberVoicesBefore(MemberId, VoiceId),
    /// Take a voice of mine away (GET asks; POST does).
    VoiceDelete(VoiceId),
    /// What friends say of me.
    MyIntroductions,
    /// What friends say of somebody (GET); say something (POST).
    MemberIntroductions(MemberId),
    IntroductionsBefore(MemberId, IntroductionId),
    /// Show others what a friend says of me (POST).
    AcceptIntroduction(IntroductionId),
    /// Take away what this friend says of me (GET asks; POST does).
    RemoveIntroduction(MemberId),
    /// Take away what I say of this friend (GET asks; POST does).
    WithdrawIntroduction(MemberId),
    MyProfile,
    MyIcon,
    /// The photographs on my page (GET); put one on (POST).
    MyPhotos,
    /// One of them (GET: the form; POST: change what it says and who may see it).
    MyPhoto(ProfilePhotoId),
    /// Take it off (POST).
    MyPhotoRemove(ProfilePhotoId),
    /// The photographs on somebody's page.
    MemberPhotos(MemberId),
    MyPreview,
    /// My page as somebody sees it.
    MyPreviewAs(MemberId),
    MyPrivacy,
    /// What I am told of.
    MyTelling,
    /// This phone rings (POST).
    MyBells,
    /// This one does no more (POST).
    BellOff(BellId),
    /// No more letters about what happened (POST); the link in a letter is `/letters/stop/{mark}`.
    LettersStop,
    MyGroups,
    MyGroupsFrom(DraftId),
    /// How many could read what I post now, for a script.
    MyReaders,
    MyGroup(GroupId),
    MyGroupFrom(GroupId, DraftId),
    MyGroupAdd(GroupId),
    MyGroupRemove(GroupId),
    MyGroupDelete(GroupId),
    MyBlocks,
    MySettings,
    MyEmail,
    MyEmailRemove,
    /// Confirm an address (POST); the link itself is `/email/confirm/{link}`.
    EmailConfirm,
    /// Back to my old number; the link in a letter is `/undo/{link}`. Short: it is typed from a text.
    NumberUndo,
    MyLeave,
    /// Come back while leaving (POST).
    ComeBack,
    /// My invitations.
    Invitation(InvitationPlace),
    /// Between the first factor and being signed in.
    WayIn(WayIn),
    /// On the way back to an account.
    Recovery(RecoveryPlace),
    /// Communities.
    Community(CommunityPlace),
    /// What guards my account.
    Guard(GuardPlace),
    /// The operators' desk.
    Desk(DeskPlace),
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Welcome => out.write_str("/"),
            Place::Login => out.write_str("/login"),
            Place::Logout => out.write_str("/logout"),
            Place::Signup => out.write_str("/signup"),
            Place::SignupCode => out.write_str("/signup/code"),
            Place::SignupResend => out.write_str("/signup/code/resend"),
            Place::SignupCall => out.write_str("/signup/code/call"),
            Place::SignupProfile => out.write_str("/signup/profile"),
            Place::SignupClaim => out.write_str("/signup/claim"),
            Place::SignupWaiting => out.write_str("/signup/waiting"),
            Place::Home => out.write_str("/home"),
            Place::HomeBefore(id) => write!(out, "/home?before={id}"),
            Place::Menu => out.write_str("/menu"),
            Place::Notifications => out.write_str("/notifications"),
            Place::Footprints => out.write_str("/footprints"),
            Place::FootprintsFrom(turn) => write!(out, "/footprints?from={turn}"),
            Place::FootprintThank(id) => write!(out, "/footprints/{id}/thank"),
            Place::FootprintsLeft => out.write_str("/footprints/left"),
            Place::FootprintsLeftFrom(turn) => write!(out, "/footprints/left?from={turn}"),
            Place::FootprintTakeBack(id) => write!(out, "/footprints/left/{id}/take-back"),
            Place::Search => out.write_str("/search"),
            Place::Member(id) => write!(out, "/members/{id}"),
            Place::Note(id) => write!(out, "/members/{id}/note"),
            Place::MemberFriends(id) => write!(out, "/members/{id}/friends"),
            Place::MemberFriendsAfter(id, after) => write!(out, "/members/{id}/friends?after={after}"),
            Place::CommonFriends(id) => write!(out, "/members/{id}/friends/common"),
            Place::CommonFriendsAfter(id, after) => write!(out, "/members/{id}/friends/common?after={after}"),
            Place::MemberDiary(id) => write!(out, "/members/{id}/diary"),
            Place::MemberDiaryBefore(id, before) => write!(out, "/members/{id}/diary?before={before}"),
            Place::MemberDiaryOn(id, day) => write!(out, "/members/{id}/diary?on={day}"),
            Place::MemberDiaryOnBefore(id, day, before) => {
                write!(out, "/members/{id}/diary?on={day}&before={before}")
            }
            Place::MemberDiaryArchive(id) => write!(out, "/members/{id}/diary/archive"),
            Place::MemberDiaryMonth(id, month) => write!(out, "/members/{id}/diary/archive?month={month}"),
            Place::AskFriend(id) => write!(out, "/members/{id}/ask"),
            Place::AcceptFriend(id) => write!(out, "/members/{id}/accept"),
            Place::DeclineFriend(id) => write!(out, "/members/{id}/decline"),
            Place::WithdrawFriend(id) => write!(out, "/members/{id}/withdraw"),
            Place::PartFriend(id) => write!(out, "/members/{id}/part"),
            Place::Block(id) => write!(out, "/members/{id}/block"),
            Place::BlockFrom(id, origin) => write!(out, "/members/{id}/block?from={origin}"),
            Place::Unblock(id) => write!(out, "/members/{id}/unblock"),
            Place::Aside(id) => write!(out, "/members/{id}/aside"),
            Place::Friends => out.write_str("/friends"),
            Place::FriendsAfter(after) => write!(out, "/friends?after={after}"),
            Place::FriendRequests => out.write_str("/friends/requests"),
            Place::Favourites => out.write_str("/friends/favourites"),
            Place::Suggestions => out.write_str("/friends/suggestions"),
            Place::Meetings => out.write_str("/friends/meetings"),
            Place::MeetingAnswer(id) => write!(out, "/friends/meetings/{id}"),
            Place::Meet(id) => write!(out, "/members/{id}/meet"),
            Place::MeetAfter(id, after) => write!(out, "/members/{id}/meet?after={after}"),
            Place::MeetWith(id, other) => write!(out, "/members/{id}/meet/{other}"),
            Place::FriendCode => out.write_str("/friends/code"),
            Place::MyCode => out.write_str("/me/code"),
            Place::MyCodeEnd => out.write_str("/me/code/end"),
            Place::MyCodeQr(format) => write!(out, "/me/code/qr.{}", ending(*format)),
            Place::DiaryFeed(Of::Friends) => out.write_str("/diary"),
            Place::DiaryFeed(Of::FriendsOfFriends) => out.write_str("/diary?from=fof"),
            Place::DiaryFeedBefore(Of::Friends, before) => write!(out, "/diary?before={before}"),
            Place::DiaryFeedBefore(Of::FriendsOfFriends, before) => {
                write!(out, "/diary?from=fof&before={before}")
            }
            Place::DiaryNew => out.write_str("/diary/new"),
            Place::DiaryDrafts => out.write_str("/diary/drafts"),
            Place::DiaryDraft(id) => write!(out, "/diary/drafts/{id}"),
            Place::DiaryDraftDelete(id) => write!(out, "/diary/drafts/{id}/delete"),
            Place::DiaryLevels => out.write_str("/diary/levels"),
            Place::DiaryNarrow => out.write_str("/diary/levels/narrow"),
            Place::DiaryWiden(widening) => write!(out, "/diary/levels/widen/{}", widening.key()),
            Place::DiaryAging => out.write_str("/diary/levels/aging"),
            Place::DiaryAlways => out.write_str("/diary/levels/always"),
            Place::DiaryCategories => out.write_str("/diary/categories"),
            Place::DiaryCategory(id) => write!(out, "/diary/categories/{id}"),
            Place::DiaryCategoryRemove(id) => write!(out, "/diary/categories/{id}/remove"),
            Place::MemberCategories(id) => write!(out, "/members/{id}/diary/categories"),
            Place::MemberCategory(id, category) => write!(out, "/members/{id}/diary/categories/{category}"),
            Place::MemberCategoryBefore(id, category, before) => {
                write!(out, "/members/{id}/diary/categories/{category}?before={before}")
            }
            Place::DiaryJoined => out.write_str("/diary/joined"),
            Place::DiaryJoinedFrom(turn) => write!(out, "/diary/joined?from={turn}"),
            Place::DiaryClosed => out.write_str("/diary/joined/closed"),
            Place::DiaryClosedFrom(turn) => write!(out, "/diary/joined/closed?from={turn}"),
            Place::DiaryQuiet(id) => write!(out, "/diary/{id}/quiet"),
            Place::DiaryTell(id) => write!(out, "/diary/{id}/tell"),
            Place::Diary(id) => write!(out, "/diary/{id}"),
            Place::DiaryEdit(id) => write!(out, "/diary/{id}/edit"),
            Place::DiaryDelete(id) => write!(out, "/diary/{id}/delete"),
            Place::DiaryLike(id) => write!(out, "/diary/{id}/like"),
            Place::DiaryComments(id) => write!(out, "/diary/{id}/comments"),
            Place::DiaryCommentsBefore(id, before) => write!(out, "/diary/{id}/comments?before={before}"),
            Place::DiaryCommentsFrom(id, from) => write!(out, "/diary/{id}/comments?from={from}"),
            Place::DiaryReply(id, number) => write!(out, "/diary/{id}/comments?reply={number}"),
            Place::DiaryCommentRemove(id, number) => write!(out, "/diary/{id}/comments/{number}/remove"),
            Place::Voices => out.write_str("/voices"),
            Place::VoicesBefore(before) => write!(out, "/voices?before={before}"),
            Place::MemberVoices(id) => write!(out, "/members/{id}/voices"),
            Place::MemberVoicesBefore(id, before) => write!(out, "/members/{id}/voices?before={before}"),
            Place::VoiceDelete(id) => write!(out, "/voices/{id}/delete"),
            Place::MyIntroductions => out.write_str("/me/introductions"),
            Place::MemberIntroductions(id) => write!(out, "/members/{id}/introductions"),
            Place::IntroductionsBefore(id, before) => {
                write!(out, "/members/{id}/introductions?before={before}")
            }
            Place::AcceptIntroduction(id) => write!(out, "/me/introductions/{id}/accept"),
            Place::RemoveIntroduction(id) => write!(out, "/members/{id}/introductions/remove"),
            Place::WithdrawIntroduction(id) => write!(out, "/members/{id}/introductions/withdraw"),
            Place::MyProfile => out.write_str("/me/profile"),
            Place::MyPhotos => out.write_str("/me/photos"),
            Place::MyPhoto(id) => write!(out, "/me/photos/{id}"),
            Place::MyPhotoRemove(id) => write!(out, "/me/photos/{id}/remove"),
            Place::MemberPhotos(id) => write!(out, "/members/{id}/photos"),
            Place::MyIcon => out.write_str("/me/icon"),
            Place::MyPreview => out.write_str("/me/preview"),
            Place::MyPreviewAs(id) => write!(out, "/me/preview?as=member:{id}"),
            Place::MyPrivacy => out.write_str("/me/privacy"),
            Place::MyTelling => out.write_str("/me/notices"),
            Place::MyBells => out.write_str("/me/notices/phones"),
            Place::BellOff(id) => write!(out, "/me/notices/phones/{id}/off"),
            Place::LettersStop => out.write_str("/letters/stop"),
            Place::MyGroups => out.write_str("/me/groups"),
            Place::MyReaders => out.write_str("/me/readers"),
            Place::MyGroupsFrom(draft) => write!(out, "/me/groups?draft={draft}"),
            Place::MyGroupFrom(id, draft) => write!(out, "/me/groups/{id}?draft={draft}"),
            Place::MyGroup(id) => write!(out, "/me/groups/{id}"),
            Place::MyGroupAdd(id) => write!(out, "/me/groups/{id}/add"),
            Place::MyGroupRemove(id) => write!(out, "/me/groups/{id}/remove"),
            Place::MyGroupDelete(id) => write!(out, "/me/groups/{id}/delete"),
            Place::MyBlocks => out.write_str("/me/blocks"),
            Place::MySettings => out.write_str("/me/settings"),
            Place::MyEmail => out.write_str("/me/email"),
            Place::MyEmailRemove => out.write_str("/me/email/remove"),
            Place::EmailConfirm => out.write_str("/email/confirm"),
            Place::NumberUndo => out.write_str("/undo"),
            Place::MyLeave => out.write_str("/me/leave"),
            Place::ComeBack => out.write_str("/login/return"),
            Place::Invitation(place) => place.fmt(out),
            Place::WayIn(place) => place.fmt(out),
            Place::Recovery(place) => place.fmt(out),
            Place::Community(place) => place.fmt(out),
            Place::Guard(place) => place.fmt(out),
            Place::Desk(place) => place.fmt(out),
        }
    }
}

/// The ending of a picture's file name.
pub(crate) fn ending(format: ImageFormat) -> &'static str {
    match format {
        ImageFormat::Jpeg => "jpg",
        ImageFormat::Gif => "gif",
        ImageFormat::Png => "png",
        ImageFormat::Webp => "webp",
    }
}
