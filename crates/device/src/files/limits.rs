//! Values that read well and would still break pages.

use super::{Fault, nearest::nearest};
use crate::{
    Carrier, Charset, DeviceProfile, EmojiSet, FaceKind, ImageFormat, InputStyle, Markup, Screen,
    tree::{Node, Origin, Place, Set, Settings},
};

/// Below this no page of ours fits, however short.
const LEAST_PAGE_BYTES: usize = 1_000;

/// Above this a figure has a digit too many.
const MOST_BYTES: usize = 50_000_000;

/// The generations there are, for "did you mean"; KaiOS's carry a version of any figures.
const GENERATIONS: [&str; 16] = [
    "mova",
    "foma1",
    "foma2",
    "hdml",
    "wap2",
    "win",
    "C",
    "P",
    "W",
    "3GC",
    "phs",
    "emobile",
    "garaho",
    "kaios-{series}",
    "operamini",
    "cloudphone",
];

/// A profile as it stands after inheriting.
pub(super) fn check(node: &Node, faults: &mut Vec<Fault>) {
    check_values(&node.settings, faults);
    let (profile, set) = (&node.profile, &node.settings);
    let (page, total, image) = (origin(&set.page_bytes), origin(&set.total_bytes), origin(&set.image_bytes));
    let (face, markup, content_type) = (origin(&set.face), origin(&set.markup), origin(&set.content_type));
    let mut blame = |origins: [Option<&Origin>; 2], message: &str| {
        faults.extend(own_place(profile, origins).map(|place| Fault::new(place, message)));
    };
    if profile.total_bytes < profile.page_bytes {
        blame([page, total], "page_bytes is more than total_bytes");
    }
    if profile.total_bytes < profile.image_bytes {
        blame([image, total], "image_bytes is more than total_bytes");
    }
    // As text/html a FOMA reads i-XHTML as compact HTML and forgets every style.
    if profile.markup == Markup::IXhtml && profile.content_type != "application/xhtml+xml" {
        blame([markup, content_type], "i-xhtml needs the content_type application/xhtml+xml");
    }
    if (profile.markup == Markup::Html5) != (profile.face == FaceKind::Touch) {
        blame([markup, face], "the touch face is written in html5, and only that face");
    }
    let (emoji, charset) = (origin(&set.emoji), origin(&set.charset));
    if profile.emoji == EmojiSet::Unicode && profile.charset != Charset::Utf8 {
        blame([emoji, charset], "emoji `unicode` need charset `utf-8`");
    }
    if profile.carrier == Some(Carrier::Softbank) && profile.input == InputStyle::WapInputFormat {
        let places = [origin(&set.input), origin(&set.carrier)];
        blame(places, "on SoftBank wap-input-format forbids every other character: use mode");
    }
}

/// Two values that do not go together are the fault of the profile that set one of them, not of its heirs.
fn own_place<'o>(profile: &DeviceProfile, origins: [Option<&'o Origin>; 2]) -> Option<&'o Place> {
    origins.into_iter().flatten().find_map(|origin| match origin {
        Origin::File { place, name } if **name == *profile.name => Some(place),
        _ => None,
    })
}

fn origin<T>(set: &Option<Set<T>>) -> Option<&Origin> {
    set.as_ref().map(|set| &set.origin)
}

/// A model's row, which is laid on top of a profile that is sound.
pub(super) fn check_row(settings: &Settings, place: &Place, faults: &mut Vec<Fault>) {
    check_values(settings, faults);
    if settings.markup.is_some() || settings.face.is_some() {
        let message = "a row cannot change face or markup: give the model a profile of its own";
        faults.push(Fault::new(place, message));
    }
}

fn check_values(settings: &Settings, faults: &mut Vec<Fault>) {
    let too_small = |bytes: &usize| *bytes < LEAST_PAGE_BYTES;
    let off_screen =
        |screen: &Screen| ![screen.width, screen.height].iter().all(|px| (32..=8192).contains(px));
    expect(&settings.page_bytes, too_small, "no page fits into page_bytes below 1000", faults);
    expect(&settings.image_bytes, |bytes| *bytes == 0, "image_bytes must be more than 0", faults);
    expect(&settings.screen, off_screen, "a screen is 32 to 8192 pixels each way", faults);
    expect(&settings.image_formats, Vec::is_empty, "image_formats must name a format", faults);
    expect(&settings.colours, |colours| *colours < 2, "a screen has at least 2 colours", faults);
    expect(&settings.page_bytes, |bytes| *bytes > MOST_BYTES, "no phone takes page_bytes so large", faults);
    expect(&settings.total_bytes, |bytes| *bytes > MOST_BYTES, "no phone takes total_bytes so large", faults);
    expect(
        &settings.image_formats,
        |formats| has_twins(formats),
        "image_formats names a format twice",
        faults,
    );
    generation(settings, faults);
    expect(&settings.content_type, |text| !text.contains('/'), "content_type is like text/html", faults);
}

fn has_twins(formats: &[ImageFormat]) -> bool {
    formats.iter().enumerate().any(|(at, format)| formats[..at].contains(format))
}

/// A generation that is none of the known ones is a slip of the pen.
fn generation(settings: &Settings, faults: &mut Vec<Fault>) {
    let Some(Set { value, origin: Origin::File { place, .. } }) = &settings.generation else { return };
    if GENERATIONS.contains(&value.as_str()) || value.starts_with("kaios-") {
        return;
    }
    let fault = Fault::new(place, format!("there is no generation `{value}`"));
    let fault = fault.suggest(nearest(value, GENERATIONS));
    if !faults.contains(&fault) {
        faults.push(fault);
    }
}

fn expect<T>(set: &Option<Set<T>>, is_wrong: impl Fn(&T) -> bool, message: &str, faults: &mut Vec<Fault>) {
    if set.as_ref().is_some_and(|set| is_wrong(&set.value)) {
        report(set, message, faults);
    }
}

/// Told once, however many profiles inherit the line.
fn report<T>(set: &Option<Set<T>>, message: &str, faults: &mut Vec<Fault>) {
    let Some(Set { origin: Origin::File { place, .. }, .. }) = set else { return };
    let fault = Fault::new(place, message);
    if !faults.contains(&fault) {
        faults.push(fault);
    }
}
