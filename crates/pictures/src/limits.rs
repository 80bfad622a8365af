//! How large an upload may be.

/// What [`ingest`](crate::ingest) accepts. The defaults admit any phone camera's ordinary setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of the uploaded file.
    pub file_bytes: usize,
    /// The most pixels, width times height.
    pub pixels: u64,
    /// The most pixels along either side.
    pub side_px: u32,
    /// The long side of the master in pixels; a smaller upload keeps its size.
    pub master_side_px: u32,
    /// The JPEG quality of the master, 1 to 100.
    pub master_quality: u8,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 10 * 1024 * 1024,
            pixels: 24_000_000,
            side_px: 8_000,
            master_side_px: 2_048,
            master_quality: 85,
        }
    }
}
