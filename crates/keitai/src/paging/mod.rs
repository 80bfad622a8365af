//! Cuts a page into parts that the phone can take. Weight is counted on the wire, before anything is sent.

mod cutter;
mod fit;
mod sentence;
mod squeeze;

pub(crate) use cutter::cut;
pub(crate) use sentence::sentence_ends;

/// What one part may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// Bytes of markup beside the frame, where the page is one part.
    pub alone: usize,
    /// The same with ways to the parts before and after.
    pub turning: usize,
    /// Bytes of pictures.
    pub pictures: usize,
}
