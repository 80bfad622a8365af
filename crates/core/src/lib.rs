//! The domain of Enishi: who people are to each other, what they write, and who may see it.
//!
//! One folder a feature: `mod.rs` holds its words and use cases, `queries.rs` its Diesel. Everything is
//! synchronous and takes a [`store::Tx`]; nothing here knows a web server, a page or a phone.

pub mod allowance;
pub mod approval;
pub mod ban;
pub mod block;
pub mod checkup;
pub mod diary;
pub mod email;
pub mod first_post;
pub mod footprint;
pub mod friend;
pub mod group;
pub mod handset;
pub mod home;
pub mod ids;
pub mod invitation;
pub mod joining;
pub mod known_device;
pub mod leaving;
pub mod letter;
pub mod limit;
pub mod live_setting;
pub mod login;
pub mod member;
pub mod moment;
pub mod neighbours;
pub mod notice;
pub mod one_time;
pub mod operator;
pub mod passkey;
pub mod password;
pub mod phone;
pub mod picture;
pub mod pinned_phone;
pub mod preference;
pub mod preview;
pub mod profile;
pub mod profile_edit;
pub mod receipt;
pub mod recovery;
pub mod search;
pub mod second_step;
pub mod secrets;
pub mod security_log;
pub mod seed;
pub mod session;
pub mod signup;
pub mod sms_desk;
pub mod store;
pub mod text;
pub mod text_message;
pub mod visibility;
pub mod voice;
