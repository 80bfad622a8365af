//! ISO-2022-JP, the charset of mail, and how the carriers put their signs into it.

mod escape;
mod from_sjis;
mod jis;
mod to_sjis;

pub(super) use from_sjis::from_sjis;
pub(super) use to_sjis::to_sjis;

/// Whose signs the two-byte rows hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// NEC's extensions, as in mail from PCs.
    Standard,
    /// au's signs in rows 0x75 to 0x7B.
    Au,
}
