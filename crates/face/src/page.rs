//! Every page there is.

use enishi_core::footprint::FootprintsPage;
use enishi_core::friend::{FriendsPage, PendingPage};
use enishi_core::group::GroupPage;
use enishi_core::home::HomePage;
use enishi_core::member::Card;
use enishi_core::profile::ProfilePage;
use enishi_core::search::SearchPage;
use enishi_core::waiting::Waiting;

use crate::form::Form;
use crate::pages::{
    AccountPage, AskPage, CirclePage, CommentsView, CommunityView, Confirm, DiaryFormPage, DiaryView,
    GroupsPage, IntroductionsView, InvitationView, InvitationsView, LeavePage, MyProfilePage, PreviewView,
    SecurityPage, SettingsPage, SignupCodePage, SignupPhonePage, SignupProfilePage, Trouble, VoicesView,
    WayInPage,
};

/// A page as data. Both faces match on this without a wildcard, so a new page is shown by both or by none.
pub enum Page {
    /// The door, for a guest: what this is, and the two ways in.
    Welcome,
    /// Signing in. Fields: `login`, `password`, `next` for where to go then, `by` for what `login` is.
    Login(Form),
    /// Between the first factor and being signed in.
    WayIn(WayInPage),
    /// Signing up, step 1.
    SignupPhone(SignupPhonePage),
    /// Step 2. Field: `code`.
    SignupCode(SignupCodePage),
    /// Step 3.
    SignupProfile(SignupProfilePage),
    /// Signed up, and waiting for an operator's yes.
    SignupWaiting,
    /// Home.
    Home(HomePage),
    /// Everything one can go to.
    Menu,
    /// What waits for me.
    Notifications(Waiting),
    /// Who came by.
    Footprints(FootprintsPage),
    /// Pages of sentences, people and a few fields: my footprints, my switches.
    Circle(CirclePage),
    /// Places that members share, and what is talked about there.
    Community(CommunityView),
    /// My page, as somebody else sees it. Field: `as`.
    Preview(PreviewView),
    /// Looking for people and entries, and why it was not done. Fields: `q`, `in` for where, `after` for the next page.
    Search(SearchPage, Form),
    /// Somebody's page, or my own as I see it.
    Profile(ProfilePage),
    /// Friends, mine or somebody's.
    Friends(FriendsPage),
    /// Requests both ways.
    FriendRequests {
        /// Them.
        page: PendingPage,
        /// Why one could not be accepted, if so.
        form: Form,
    },
    /// Asking for a friendship. Field: `message`.
    AskFriend(AskPage),
    /// The newest entries of friends, or of friends of friends.
    DiaryFeed(enishi_core::diary::FeedPage),
    /// Somebody's entries.
    DiaryList(enishi_core::diary::DiaryListPage),
    /// Somebody's diary by months and days.
    DiaryArchive(enishi_core::diary::ArchivePage),
    /// The entries of others that I commented on.
    DiaryJoined(enishi_core::diary::JoinedPage),
    /// My comments on entries that are closed to me.
    DiaryClosed(enishi_core::diary::ClosedPage),
    /// One entry with its newest comments and the comment form. Field: `body`.
    Diary(DiaryView),
    /// What was said of an entry, a page at a time.
    DiaryComments(CommentsView),
    /// Writing or changing an entry.
    DiaryForm(DiaryFormPage),
    /// My drafts.
    DiaryDrafts(enishi_core::diary::DraftsPage),
    /// Voices, with the form for a new one where they are mine and my friends'.
    Voices(VoicesView),
    /// What friends say of somebody, with the form where the viewer is one. Field: `body`.
    Introductions(IntroductionsView),
    /// "Are you sure": the one question before something is undone for good.
    Confirm(Confirm),
    /// My profile, to be changed.
    MyProfile(MyProfilePage),
    /// My groups and the form for a new one.
    MyGroups(GroupsPage),
    /// One group: who is in it and who could be.
    MyGroup {
        /// The group.
        page: GroupPage,
        /// Field: `name`.
        form: Form,
    },
    /// Whom I have blocked.
    MyBlocks(Vec<Card>),
    /// My invitations and the form for a new one.
    Invitations(InvitationsView),
    /// One invitation: its code, its link, its QR picture.
    Invitation(InvitationView),
    /// Language and face.
    MySettings(SettingsPage),
    /// About the account: an address, a number, the way back in, leaving.
    Account(AccountPage),
    /// What guards my account.
    Security(SecurityPage),
    /// The way off the site.
    Leave(LeavePage),
    /// Hidden, missing or never there: the same to the byte.
    NotFound,
    /// Something went wrong that is not the member's fault, or a form that is too old.
    Trouble(Trouble),
}
