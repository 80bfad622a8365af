//! Writes UTF-8 copies of every page on every phone into a folder, to be looked at in a browser.
//!
//! `cargo run -p enishi-keitai --example gallery -- FOLDER`; the sizes of home and a diary page go to
//! standard output.

#![allow(clippy::unwrap_used, clippy::print_stdout)] // a tool for developers
#![allow(dead_code)] // it borrows the people and phones of the tests, not all of them

#[path = "../tests/it/cast.rs"]
mod cast;
#[path = "../tests/it/drive.rs"]
mod drive;
#[path = "../tests/it/phones.rs"]
mod phones;
#[path = "../tests/it/places.rs"]
mod places;

use std::path::PathBuf;

use enishi_face::Language;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "gallery".to_owned()));
    for (phone, profile) in phones::all() {
        std::fs::create_dir_all(folder.join(phone))?;
        for (name, page) in cast::everything() {
            let parts = drive::parts(&profile, Language::Ja, &page);
            if ["home", "diary"].contains(&name) {
                let sizes: Vec<usize> = parts.iter().map(|(rendered, _)| rendered.body.len()).collect();
                println!("{phone:13} {name:6} {sizes:?} of {}", profile.page_bytes);
            }
            for ((_, read), number) in parts.iter().zip(1..) {
                let copy = read.replace("charset=Shift_JIS", "charset=UTF-8");
                let copy = copy.replace("encoding=\"Shift_JIS\"", "encoding=\"UTF-8\"");
                std::fs::write(folder.join(phone).join(format!("{name}-{number}.html")), copy)?;
            }
        }
    }
    Ok(())
}
