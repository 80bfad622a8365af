//! Attacks on the running program, each from outside, by real sockets and real phones.
//!
//! A test is named by the row of the table in `docs/security.md` that it covers: `attack_07_resend_hammer` covers
//! row 7. A row may have several tests. Here are the tools; the sections are the files beside this one.

pub mod account;
mod charsets;
pub mod clock;
mod code;
mod desk;
mod desk_joining;
mod factors;
mod faults;
mod forms;
mod headers;
mod held;
mod hiding;
mod images;
mod joining;
mod leaving_site;
#[allow(dead_code)] // a tool box: no section needs every tool
mod line;
mod long_codes;
mod looking;
mod markup;
mod matrix;
mod matrix_entries;
mod matrix_places;
mod matrix_search;
mod number;
mod origins;
mod passkeys;
mod protocol;
mod provider;
mod realm;
mod recovery;
mod recycled;
mod redirects;
mod rows;
mod second_step;
mod sending;
mod sessions;
mod signing_in;
mod spill;
mod stage;
mod stage_places;
mod strays;
mod texts;
mod tools;
mod trusted;
mod uploads;
mod walked;
mod ways_in;

pub use line::{Heard, Line};
pub use tools::{at_once, can_be_quick, resident_mib};
