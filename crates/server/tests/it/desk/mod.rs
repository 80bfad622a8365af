//! The operators' desk, as an operator meets it.

mod devices;
mod door;
mod overview;
mod phone;
mod security;
mod sms;
mod tools;

pub use tools::{App, AtDesk, PASSWORD, at_desk, operator, recovery_codes, setup_path, sign_in};
