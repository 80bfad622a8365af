//! Home on every profile, drawn anew: none is blank and none wider than its screen. The pictures go to
//! `target/screenshots/works-on`, and with `ENISHI_WORKS_ON=write` into `docs` as well.

mod picture;
#[path = "../../it/works_on/table.rs"]
mod table;

use std::path::{Path, PathBuf};

use picture::Picture;
use table::Met;

use crate::program::{Program, empty};
use crate::tools::{AtDesk, at_desk};
use crate::window::Window;

/// Of a low screen a little more is drawn than it shows at once.
const LEAST_ROWS: u32 = 360;
/// Of a high screen the upper rows are kept.
const MOST_ROWS: u32 = 480;

#[tokio::test(flavor = "multi_thread")]
async fn every_profile_draws_its_home() {
    let make = || {
        let program = empty(&[]).next().unwrap();
        let desk = at_desk(&program, "aoi");
        (program, desk)
    };
    let (program, mut desk) = tokio::task::spawn_blocking(make).await.unwrap();
    let (window, page) = (Window::plain().await, tempfile::tempdir().unwrap());
    let folders = folders();
    for one in table::met() {
        let file = page.path().join("home.html");
        std::fs::write(&file, tokio::task::block_in_place(|| home(&mut desk, &program, &one))).unwrap();
        let picture = shoot(&window, &file, &one).await.top(MOST_ROWS).as_png();
        for folder in &folders {
            std::fs::write(folder.join(one.file()), &picture).unwrap();
        }
    }
    window.close().await;
}

/// Where the pictures go; the folders are made.
fn folders() -> Vec<PathBuf> {
    let drawn = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots/works-on");
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(table::PICTURES);
    let folders: Vec<PathBuf> =
        std::iter::once(drawn).chain(table::is_to_be_written().then_some(docs)).collect();
    folders.iter().for_each(|folder| std::fs::create_dir_all(folder).unwrap());
    folders
}

/// The page as the operators' desk shows it, in one document.
fn home(desk: &mut AtDesk, program: &Program, one: &Met) -> String {
    let asked = format!("/operator/devices/screen?agent={}&viewer=hanako&path=/home", one.name());
    let page = desk.browser.get(&asked);
    assert_eq!(page.status, 200, "{} at {}: {}", one.name(), program.address, page.text());
    page.text()
}

async fn shoot(window: &Window, file: &Path, one: &Met) -> Picture {
    let (width, height) = one.screen();
    let height = height.max((width * 3 / 2).min(LEAST_ROWS));
    window.resize(width, height).await;
    window.client.goto(&format!("file://{}", file.display())).await.unwrap();
    let wide = window.client.execute("return document.documentElement.scrollWidth", vec![]).await.unwrap();
    assert!(wide.as_u64().unwrap() <= u64::from(width), "{} is {wide} px wide on {width}", one.name());
    let picture = Picture::read(&window.client.screenshot().await.unwrap());
    assert_eq!((picture.width, picture.height), (width, height), "{}", one.name());
    assert!(picture.ink() > 0.01, "{} is blank", one.name());
    picture
}
