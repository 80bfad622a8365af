//! Picture files put together byte by byte, as no program that means well would write them.

/// A chunk of a PNG.
pub fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [kind.as_slice(), data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &named, &crc(&named).to_be_bytes()].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}

fn adler(bytes: impl Iterator<Item = u8>) -> u32 {
    let (a, b) = bytes.fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    b << 16 | a
}

/// A PNG that says it is so large, with chunks before its pixels, which are those of a 1 × 1.
pub fn png(width: u32, height: u32, chunks: &[u8]) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let pixels = [0, 128];
    let stored =
        [&[0x78, 0x01, 1, 2, 0, 0xFD, 0xFF][..], &pixels, &adler(pixels.into_iter()).to_be_bytes()].concat();
    [b"\x89PNG\r\n\x1a\n", &chunk(b"IHDR", &head)[..], chunks, &chunk(b"IDAT", &stored), &chunk(b"IEND", b"")]
        .concat()
}

/// A PNG of one pixel with chunks in it.
pub fn empty_png(chunks: &[u8]) -> Vec<u8> {
    png(1, 1, chunks)
}

/// So many zeros as deflate writes them at best: 258 of them in 13 bits.
fn packed_zeros(count: usize) -> Vec<u8> {
    let (mut out, mut held, mut bits) = (vec![0x78, 0x9C], 0_u64, 0_u32);
    let mut put = |value: u64, width: u32, out: &mut Vec<u8>| {
        held |= value << bits;
        bits += width;
        while bits >= 8 {
            out.push(held as u8);
            (held, bits) = (held >> 8, bits - 8);
        }
    };
    // The last block, with the fixed codes; the first zero by itself, for the others to point at.
    put(0b011, 3, &mut out);
    put(0b0000_1100, 8, &mut out);
    for _ in 0..count / 258 {
        put(0b1010_0011, 8, &mut out);
        put(0, 5, &mut out);
    }
    put(0, 7 + 8, &mut out);
    out
}

/// A PNG of one pixel in which a chunk beside the pixels unpacks to so many bytes.
pub fn bomb_png(kind: &[u8; 4], bytes: usize) -> Vec<u8> {
    let head: &[u8] = if kind == b"iTXt" { b"a\0\x01\0\0\0" } else { b"a\0\0" };
    empty_png(&chunk(kind, &[head, &packed_zeros(bytes)].concat()))
}

/// Where the frame header of a JPEG begins.
fn frame_of(jpeg: &[u8]) -> usize {
    let mut at = 2;
    while !matches!(jpeg[at + 1], 0xC0..=0xC2) {
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    at
}

/// A JPEG that says another size than its pixels have.
pub fn patched_jpeg(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let (mut patched, at) = (jpeg.to_vec(), frame_of(jpeg));
    patched[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    patched[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    patched
}

/// The first kilobytes of a photograph that says it is small: a whole head, and quick to be done with.
pub fn small_jpeg(jpeg: &[u8]) -> Vec<u8> {
    let mut small = patched_jpeg(jpeg, 64, 64);
    small.truncate(6_000);
    small.extend(b"\xFF\xD9");
    small
}

/// A segment of a JPEG: 0xE1 for EXIF and XMP, 0xED for IPTC, 0xFE for a comment.
pub fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xFF, marker][..], &(data.len() as u16 + 2).to_be_bytes(), data].concat()
}

/// A JPEG with segments after its beginning.
pub fn with_segments(jpeg: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

fn field(tag: u16, kind: u16, count: u32, value: u32) -> Vec<u8> {
    [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
}

/// EXIF with a place, a maker's note and a word to look for.
pub fn gps_exif() -> Vec<u8> {
    let fields = [field(0x8825, 4, 1, 38), field(0x927C, 7, 10, 80)].concat();
    let first = [&2_u16.to_be_bytes()[..], &fields, &0_u32.to_be_bytes()].concat();
    let gps = [&1_u16.to_be_bytes()[..], &field(0x001D, 2, 8, 60), &0_u32.to_be_bytes()].concat();
    let tiff =
        [b"MM\0*\0\0\0\x08" as &[u8], &first, &gps, b"\0\0\0\0GPS-MARK", b"\0\0\0\0\0\0\0\0\0\0MAKER-NOTE"]
            .concat();
    segment(0xE1, &[b"Exif\0\0", &tiff[..]].concat())
}

/// EXIF whose directories lead to each other and to nowhere.
pub fn circular_exif() -> Vec<u8> {
    let fields =
        [field(0x8769, 4, 1, 8), field(0x8825, 4, 1, 0xFFFF_FFF0), field(0x0112, 3, 0xFFFF_FFFF, 4)].concat();
    let first = [&3_u16.to_be_bytes()[..], &fields, &8_u32.to_be_bytes()].concat();
    segment(0xE1, &[b"Exif\0\0MM\0*\0\0\0\x08" as &[u8], &first].concat())
}

/// A GIF of so many frames of one size on a canvas of another.
pub fn gif(width: u16, height: u16, frames: usize, frame: (u16, u16)) -> Vec<u8> {
    let head = [
        b"GIF89a" as &[u8],
        &width.to_le_bytes(),
        &height.to_le_bytes(),
        &[0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ];
    let size = [frame.0.to_le_bytes(), frame.1.to_le_bytes()].concat();
    // The code for "clear" and the one for "end": a frame whose pixels never come.
    let one = [&[0x2C, 0, 0, 0, 0][..], &size, &[0, 2, 1, 0x2C, 0]].concat();
    [head.concat(), one.repeat(frames), vec![0x3B]].concat()
}

/// A WebP that says it is so large.
pub fn webp(width: u32, height: u32) -> Vec<u8> {
    let side = |pixels: u32| (pixels - 1).to_le_bytes()[..3].to_vec();
    let data = [&[0, 0, 0, 0][..], &side(width), &side(height)].concat();
    let body =
        [b"WEBPVP8X" as &[u8], &(data.len() as u32).to_le_bytes(), &data, b"VP8L\x05\0\0\0\x2F\0\0\0\0\0"]
            .concat();
    [b"RIFF" as &[u8], &(body.len() as u32).to_le_bytes(), &body].concat()
}
