//! The photos that the demo shows go through the same door as everyone's.

use std::fs;
use std::path::PathBuf;

use enishi_pictures::{Limits, ingest};

use crate::builders::exif_of;

fn photos() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/photos");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "jpg")).collect()
}

#[test]
fn every_demo_photo_becomes_an_upright_master_without_exif() {
    let photos = photos();
    assert_eq!(photos.len(), 10);
    for path in photos {
        let upload = fs::read(&path).unwrap();
        assert!(upload.len() < 180_000 && exif_of(&upload).is_ok(), "{}", path.display());
        let master = ingest(&upload, &Limits::default()).unwrap();
        let portrait = path.ends_with("path.jpg") || path.ends_with("lantern.jpg");
        assert_eq!(master.height_px > master.width_px, portrait, "{}", path.display());
        assert!(exif_of(&master.jpeg).is_err(), "{}", path.display());
    }
}

#[test]
fn the_place_in_a_demo_photo_is_real_before_and_gone_after() {
    let mountain = photos().into_iter().find(|path| path.ends_with("mountain.jpg")).unwrap();
    let upload = fs::read(mountain).unwrap();
    let place = exif_of(&upload).unwrap();
    assert!(place.get_field(exif::Tag::GPSLatitude, exif::In::PRIMARY).is_some());
    assert!(exif_of(&ingest(&upload, &Limits::default()).unwrap().jpeg).is_err());
}
