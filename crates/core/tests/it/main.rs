//! The rules and stories of the core room, each told on every engine at hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop with the cause")]

mod audience;
mod bans;
mod blocks;
mod comments;
mod commits;
mod diary;
mod drafts;
mod favourites;
mod footprints;
mod friend_codes;
mod friends;
mod friends_of_friends;
mod graphs;
mod groups;
mod handsets;
mod home;
mod introductions;
mod leaving;
mod left_out;
mod levels;
mod likes;
mod migrations;
mod mutes;
mod notices;
mod photos;
mod preview;
mod profile;
mod raw;
mod search;
mod seed;
mod suggestions;
mod twins;
mod voices;
mod watch;
mod world;
