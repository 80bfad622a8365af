//! What can go wrong between the program and its pictures on disk.

use std::io;

use crate::RenderError;

/// Why the store could not answer. For the log and the operator, not for members.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The operator asked for S3, which this version does not have.
    #[error("this build keeps pictures in a folder only (file://…); S3 comes with a later version")]
    NoS3,
    /// The address of the store is not one we understand.
    #[error("`{0}` is not a picture store; write file:// and a folder, as in file://data/pictures")]
    UnknownUrl(String),
    /// The disk refused.
    #[error("the picture store failed: {0}")]
    Io(#[from] io::Error),
    /// The variant could not be drawn.
    #[error(transparent)]
    Render(#[from] RenderError),
}
