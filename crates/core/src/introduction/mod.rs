//! Introductions (紹介文): what friends say of a member (SG-07).
//!
//! A friend writes one; nobody else reads it before its subject has said yes. Who reads it then, the subject decides
//! for all of them at once, as for a field of the profile. Either of the two takes it away whenever they like, and with
//! the friendship it is gone.

mod answer;
mod list;
pub(crate) mod queries;
mod write;

pub(crate) use answer::forget_between;
pub use answer::{accept, remove, withdraw};
pub(crate) use list::reads;
pub use list::{Introduction, IntroductionsPage, Own, PER_PAGE, count, is_written, list, may_read};
pub use write::{CHARACTERS, IntroductionError, write};
