//! How long a page takes to encode, as a multiple of `encoding_rs` alone.
//!
//!     cargo run --release -p enishi-keitai --example encode_speed

#![allow(clippy::print_stdout, reason = "a measuring program reports on standard output")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use encoding_rs::SHIFT_JIS;
use enishi_keitai::text::{Encoding, encode};

const LINE: &str = "<p><a href=\"/diary/0c3k9x\" accesskey=\"1\">今日は海へ行った</a>（昨日〜今日）。\
    とても楽しかったです！「また行こうね」と、みんなで約束したよ…※写真は3枚</p>\n";

fn main() {
    let plain = LINE.repeat(30).replace('〜', "～");
    let dressed = LINE.repeat(30).replace("楽しかったです！", "楽しかったです🌊☀️");
    let bare = per_page(|| SHIFT_JIS.encode(black_box(&plain)).0.len());
    println!("page of {} bytes; encoding_rs alone {bare:?}", plain.len());
    for to in [Encoding::DocomoSjis, Encoding::AuSjis, Encoding::SoftbankSjis, Encoding::DocomoPua] {
        let ours = per_page(|| encode(black_box(&plain), to).len());
        let emoji = per_page(|| encode(black_box(&dressed), to).len());
        println!(
            "{to:14} {:.2} times; with 60 emoji and 30 wave dashes {:.2} times",
            ratio(ours, bare),
            ratio(emoji, bare)
        );
    }
}

fn per_page(encode: impl Fn() -> usize) -> Duration {
    const PAGES: u32 = 20_000;
    let started = Instant::now();
    for _ in 0..PAGES {
        black_box(encode());
    }
    started.elapsed() / PAGES
}

fn ratio(ours: Duration, bare: Duration) -> f64 {
    ours.as_secs_f64() / bare.as_secs_f64()
}
