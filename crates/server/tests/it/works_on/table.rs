//! The page of every phone, from the tree of profiles and the phones of the testkit.

use std::fmt::Write as _;
use std::sync::Arc;

use enishi_device::{DeviceProfile, FaceKind, Headers, Profiles, embedded_files};
use enishi_testkit::phone::{EVERY_KEITAI, EVERY_TOUCH};
use serde::Serialize;

/// Where the pictures lie, in `docs`.
pub const PICTURES: &str = "pictures/works-on";

/// Whether the page and its pictures are to be written, not only compared.
pub fn is_to_be_written() -> bool {
    std::env::var("ENISHI_WORKS_ON").is_ok_and(|word| word == "write")
}

/// A profile that phones are given.
pub struct Met {
    profile: Arc<DeviceProfile>,
    /// A phone that is given it, as its owner would say.
    example: String,
    /// The file that it stands in, in `config/devices`.
    source: String,
}

impl Met {
    pub fn name(&self) -> &str {
        &self.profile.name
    }

    pub fn file(&self) -> String {
        format!("{}.png", self.profile.name)
    }

    /// Width and height.
    pub fn screen(&self) -> (u32, u32) {
        (self.profile.screen.width, self.profile.screen.height)
    }

    fn row(&self) -> String {
        let profile = &self.profile;
        let (width, height) = self.screen();
        let page = match profile.face {
            FaceKind::Keitai => grouped(profile.page_bytes),
            FaceKind::Touch => "―".to_owned(),
        };
        let cells = [
            format!("`{}`<br>{}", profile.name, self.example),
            format!("{width}×{height}"),
            word(profile.charset),
            word(profile.markup),
            page,
            grouped(profile.total_bytes),
            word(profile.emoji),
            word(profile.keys),
            if profile.cookies { "yes" } else { "no" }.to_owned(),
            format!("![{} on {}]({PICTURES}/{})", "Home", profile.name, self.file()),
        ];
        format!("| {} |", cells.join(" | "))
    }
}

/// All of them, in the order of the tree.
pub fn met() -> Vec<Met> {
    let profiles = Profiles::embedded();
    let phones = || EVERY_KEITAI.iter().chain(EVERY_TOUCH);
    let listed = profiles.list().into_iter().filter_map(|listed| {
        let phone = phones().find(|phone| phone.name == listed.profile.name)?;
        let example = profiles.resolve(&Headers::new(phone.headers.iter().copied())).words();
        let source = listed.place.split(':').next()?.rsplit('/').next()?.to_owned();
        Some(Met { profile: listed.profile, example, source })
    });
    listed.collect()
}

/// The whole of `docs/works-on.md`.
pub fn page() -> String {
    let met = met();
    let mut page = format!("{LEAD}\n{} profiles, a section for each file of `config/devices`.\n", met.len());
    for family in met.chunk_by(|one, next| one.source == next.source) {
        let source = &family[0].source;
        let heading = source.trim_end_matches(".toml").trim_start_matches(|sign: char| !sign.is_alphabetic());
        let _ = write!(page, "\n## {heading}\n\n{}\n\n{HEAD}\n", about(source));
        family.iter().for_each(|one| page.extend([one.row().as_str(), "\n"]));
    }
    page
}

const LEAD: &str = "# Works on

Every kind of phone the program tells apart, what it is given, and its home as はなこ of the demo sees it. Figures come from
the tree of profiles, and a test holds this page against it. The pictures are drawn in Chromium at the width of the screen,
a little higher than a low one, from the very bytes the phone is sent; its own browser may use other letters. How a phone is
told from another and tuned: [`handsets.md`](handsets.md).

- *page* and *with pictures* are the most bytes of one answer, and of it with its pictures; the touch face has no limit a page.
- *pictograms* are whose signs the phone draws; where there are none, words in brackets stand for them.
- *cookies*: where it says no, the session rides in the address.
";

const HEAD: &str = "\
| profile, and such a phone | screen | charset | markup | page | with pictures | pictograms | keys | cookies | home |
|---|--:|---|---|--:|--:|---|---|---|---|";

/// What a file of profiles says of itself: the first sentence of its first lines.
fn about(source: &str) -> String {
    let files = embedded_files();
    let file = files.iter().find(|file| &*file.file == source).unwrap();
    let head = file.text.lines().map_while(|line| line.strip_prefix("# ")).collect::<Vec<_>>().join(" ");
    head.split_once(". ").map_or(head.clone(), |(first, _)| format!("{first}."))
}

/// A value as the files spell it.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// `20000` as `20,000`.
fn grouped(figure: usize) -> String {
    let digits = figure.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}
