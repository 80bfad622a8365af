//! What a file really is, told by its first bytes. Names and declared types are never asked.

use image::ImageFormat;

/// The format of these bytes, if it is one we read: JPEG, PNG, GIF or WebP.
///
/// Everything else (SVG, HTML, HEIC, PDF, …) is `None`: nothing is handed to a decoder on a guess.
pub(crate) fn sniff(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(ImageFormat::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(ImageFormat::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
        _ => None,
    }
}

/// Whether every chunk a WebP file announces lies inside the file.
///
/// The WebP reader allocates what a chunk announces before it reads it, up to 4 GB.
pub(crate) fn webp_is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((header, after)) = rest.split_first_chunk::<8>() {
        let [.., a, b, c, d] = *header;
        let length = u32::from_le_bytes([a, b, c, d]) as usize;
        if length > after.len() {
            return false;
        }
        rest = after.get(length + length % 2..).unwrap_or_default();
    }
    true
}

/// Whether a JPEG may be progressive, judged generously: the marker may also stand in an embedded thumbnail.
pub(crate) fn maybe_progressive(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair == [0xFF, 0xC2])
}
