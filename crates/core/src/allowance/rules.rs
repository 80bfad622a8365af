//! The figures of writing; every one a setting.

use super::Act;
use crate::limit::Window;

/// How much may be written. Times in seconds, sizes in bytes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitRules {
    /// Entries and comments of one member.
    pub posts_per_member: Vec<Window>,
    /// Entries and comments from one address block.
    pub posts_per_client: Vec<Window>,
    /// Friend requests of one member.
    pub ties_per_member: Vec<Window>,
    /// Friend requests from one address block.
    pub ties_per_client: Vec<Window>,
    /// Invitations made by one member.
    pub invitations_per_member: Vec<Window>,
    /// Invitations made from one address block.
    pub invitations_per_client: Vec<Window>,
    /// Friend codes looked up by one member.
    pub codes_per_member: Vec<Window>,
    /// Friend codes looked up from one address block.
    pub codes_per_client: Vec<Window>,
    /// How often one member asks how many could read something.
    pub counts_per_member: Vec<Window>,
    /// How often that is asked from one address block.
    pub counts_per_client: Vec<Window>,
    /// How often one member saves what they say of themselves.
    pub saves_per_member: Vec<Window>,
    /// How often that is saved from one address block.
    pub saves_per_client: Vec<Window>,
    /// Communities founded by one member.
    pub communities_per_member: Vec<Window>,
    /// Communities founded from one address block.
    pub communities_per_client: Vec<Window>,
    /// Communities joined, or asked to be let into, by one member.
    pub joins_per_member: Vec<Window>,
    /// Communities joined, or asked to be let into, from one address block.
    pub joins_per_client: Vec<Window>,
    /// How often one member searches, or leafs on in what was found.
    pub searches_per_member: Vec<Window>,
    /// How often that is done from one address block.
    pub searches_per_client: Vec<Window>,
    /// Pictures sent by one member.
    pub uploads_per_member: Vec<Window>,
    /// Pictures sent from one address block.
    pub uploads_per_client: Vec<Window>,
    /// A member is a newcomer for so long after joining.
    pub newcomer_seconds: i64,
    /// Friend requests of a newcomer, beside what holds for everyone.
    pub newcomer_ties: Vec<Window>,
    /// Invitations of a newcomer, beside what holds for everyone.
    pub newcomer_invitations: Vec<Window>,
    /// Pages looked at from one address block by nobody who is signed in.
    pub anonymous_pages: Window,
    /// What all pictures of one member may weigh together.
    pub picture_bytes_per_member: i64,
}

const MINUTE: i64 = 60;
const HALF_HOUR: i64 = 1800;
const DAY: i64 = 86_400;
const GIB: i64 = 1 << 30;

fn window(seconds: i64, most: i64) -> Window {
    Window { seconds, most }
}

impl Default for LimitRules {
    fn default() -> LimitRules {
        LimitRules {
            posts_per_member: vec![window(MINUTE, 30)],
            posts_per_client: vec![window(MINUTE, 60)],
            ties_per_member: vec![window(MINUTE, 15), window(DAY, 50)],
            ties_per_client: vec![window(MINUTE, 40)],
            invitations_per_member: vec![window(MINUTE, 15), window(DAY, 20)],
            invitations_per_client: vec![window(MINUTE, 40)],
            codes_per_member: vec![window(MINUTE, 10), window(DAY, 100)],
            codes_per_client: vec![window(MINUTE, 40)],
            counts_per_member: vec![window(MINUTE, 20)],
            counts_per_client: vec![window(MINUTE, 200)],
            saves_per_member: vec![window(MINUTE, 60)],
            saves_per_client: vec![window(MINUTE, 200)],
            communities_per_member: vec![window(DAY, 10)],
            communities_per_client: vec![window(DAY, 40)],
            joins_per_member: vec![window(MINUTE, 15), window(DAY, 50)],
            joins_per_client: vec![window(MINUTE, 60)],
            searches_per_member: vec![window(MINUTE, 60)],
            searches_per_client: vec![window(MINUTE, 200)],
            uploads_per_member: vec![window(HALF_HOUR, 30)],
            uploads_per_client: vec![window(HALF_HOUR, 120)],
            newcomer_seconds: 3 * DAY,
            newcomer_ties: vec![window(DAY, 30)],
            newcomer_invitations: vec![window(DAY, 10)],
            anonymous_pages: window(300, 300),
            picture_bytes_per_member: GIB,
        }
    }
}

impl LimitRules {
    pub(super) fn per_member(&self, act: Act) -> &[Window] {
        match act {
            Act::Post => &self.posts_per_member,
            Act::Tie => &self.ties_per_member,
            Act::Invite => &self.invitations_per_member,
            Act::Upload => &self.uploads_per_member,
            Act::Code => &self.codes_per_member,
            Act::Count => &self.counts_per_member,
            Act::Save => &self.saves_per_member,
            Act::Found => &self.communities_per_member,
            Act::Join => &self.joins_per_member,
            Act::Search => &self.searches_per_member,
        }
    }

    pub(super) fn per_client(&self, act: Act) -> &[Window] {
        match act {
            Act::Post => &self.posts_per_client,
            Act::Tie => &self.ties_per_client,
            Act::Invite => &self.invitations_per_client,
            Act::Upload => &self.uploads_per_client,
            Act::Code => &self.codes_per_client,
            Act::Count => &self.counts_per_client,
            Act::Save => &self.saves_per_client,
            Act::Found => &self.communities_per_client,
            Act::Join => &self.joins_per_client,
            Act::Search => &self.searches_per_client,
        }
    }

    /// What holds for newcomers beside what holds for everyone.
    pub(super) fn per_newcomer(&self, act: Act) -> &[Window] {
        match act {
            Act::Tie => &self.newcomer_ties,
            Act::Invite => &self.newcomer_invitations,
            Act::Post | Act::Upload | Act::Code | Act::Count | Act::Save => &[],
            Act::Found | Act::Join | Act::Search => &[],
        }
    }
}
