//! Writes one of every page, with the style sheet and the script, into the folder named: for eyes and cameras.
//!
//! `cargo run -p enishi-touch --example gallery -- FOLDER`, then serve the folder with any file server.

#![allow(clippy::unwrap_used)] // nobody waits for an answer of this program but its developer

#[path = "../tests/it/sample/mod.rs"]
mod sample;

use std::fs;
use std::path::Path;

use enishi_face::Language;
use enishi_touch::assets;

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write into is named");
    let folder = Path::new(&folder);
    for language in [Language::Ja, Language::En] {
        for sample in sample::all() {
            let path = format!("{}/{}.html", language.code(), sample.name);
            write(folder, &path, &sample.html(language));
        }
    }
    write(folder, &assets::style_path(), assets::STYLE);
    write(folder, &assets::script_path(), assets::SCRIPT);
    write(folder, &assets::icon_path(), assets::ICON);
    write(folder, assets::MANIFEST_PATH, &assets::manifest("えにし"));
}

fn write(folder: &Path, path: &str, content: &str) {
    let path = folder.join(path.trim_start_matches('/'));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}
