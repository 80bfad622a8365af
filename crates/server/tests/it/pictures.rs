//! Photographs: sent with an entry, cut to the screen, seen by those who may read it and by nobody else.

use enishi_testkit::phone::{AU, FOMA, IPHONE, KAIOS, Page, Phone, Request, SOFTBANK, Upload};

use crate::program::{Program, demos, place_of};

/// A photograph of some weight.
pub const PHOTO: &[u8] = include_bytes!("../../../../fixtures/photos/mountain.jpg");

fn entry_with_photo(program: &Program, visibility: &str) -> (Phone, String) {
    let mut phone = program.phone_of("hanako", IPHONE);
    let form = phone.get("/diary/new").form("/diary/new");
    let form = form.fill("title", "山").fill("body", "朝の山です").fill("visibility", visibility);
    let page = phone.submit_with(&form, &[Upload { field: "photo", name: "../../x.jpg", bytes: PHOTO }]);
    assert_eq!(page.status, 200, "{}", page.text());
    let place = place_of(&page);
    (phone, place)
}

/// The first photograph of a page.
pub fn photo_on(page: &Page) -> String {
    photos_on(page).into_iter().next().unwrap_or_else(|| panic!("no photo on {}", page.text()))
}

/// The photographs of a page; faces are cut square and say so in their name.
pub fn photos_on(page: &Page) -> Vec<String> {
    let is_photo =
        |src: &String| src.contains("/pictures/") && !src.rsplit('/').next().unwrap().contains("s.");
    page.pictures().filter(is_photo).collect()
}

#[test]
fn a_photo_is_cut_to_the_phone_in_a_format_and_weight_it_takes() {
    for program in demos() {
        let (_, place) = entry_with_photo(&program, "friends");
        for (model, most_bytes, kinds) in [
            (FOMA, 20_000, &["image/jpeg", "image/gif"][..]),
            (AU, 20_000, &["image/png", "image/jpeg", "image/gif"]),
            (SOFTBANK, 30_000, &["image/png", "image/jpeg"]),
            (KAIOS, 30_000, &["image/jpeg"]),
        ] {
            let mut phone = program.phone_of("ken", model);
            let page = phone.get(&place);
            let photo = phone.fetch(&Request::get(&photo_on(&page)));
            assert_eq!(photo.status, 200, "{}", model.name);
            assert!(
                kinds.contains(&photo.header("content-type")),
                "{}: {}",
                model.name,
                photo.header("content-type")
            );
            assert!(photo.body.len() <= most_bytes, "{}: {} bytes", model.name, photo.body.len());
            assert!(!photo.body.windows(4).any(|window| window == b"Exif"), "EXIF on {}", model.name);
            assert!(photo.header("cache-control").contains("no-store"));
        }
    }
}

#[test]
fn bytes_are_judged_at_every_request() {
    for program in demos() {
        let (mut hanako, place) = entry_with_photo(&program, "friends");
        let mut ken = program.phone_of("ken", IPHONE);
        let src = photo_on(&ken.get(&place));
        assert_eq!(ken.fetch(&Request::get(&src)).status, 200);
        let mut foma = program.phone_of("ken", FOMA);
        let signed = photo_on(&foma.get(&place));
        assert_eq!(foma.fetch(&Request::get(&signed)).status, 200);
        // Another size than the one that was signed, and no signature at all.
        let (path, _) = signed.split_once('?').unwrap();
        assert_eq!(foma.fetch(&Request::get(path)).status, 404);
        let (folder, file) = signed.rsplit_once('/').unwrap();
        let other_size = format!("{folder}/96.{}", file.split_once('.').unwrap().1);
        assert_eq!(foma.fetch(&Request::get(&other_size)).status, 404, "{signed} opens {other_size}");
        // A guest, and after narrowing: gone at the next byte.
        assert_eq!(program.phone(IPHONE).fetch(&Request::get(&src)).status, 404);
        let edit = format!("{place}/edit");
        let form = hanako.get(&edit).form(&edit).fill("visibility", "only_me");
        assert_eq!(hanako.submit(&form).status, 200);
        assert_eq!(ken.fetch(&Request::get(&src)).status, 404);
        assert_eq!(foma.fetch(&Request::get(&signed)).status, 404);
        assert_eq!(hanako.fetch(&Request::get(&src)).status, 200, "the photo was lost by editing");
        let (folder, _) = src.rsplit_once('/').unwrap();
        for unlisted in ["481.jpg", "0480.jpg", "-1.jpg", "480.webp", "480"] {
            let page = hanako.fetch(&Request::get(&format!("{folder}/{unlisted}")));
            assert_eq!(page.status, 404, "{unlisted}");
        }
    }
}

#[test]
fn a_refused_form_keeps_its_photos() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let form =
            phone.get("/diary/new").form("/diary/new").fill("body", "題なし").fill("visibility", "friends");
        let page = phone.submit_with(&form, &[Upload { field: "photo", name: "a.jpg", bytes: PHOTO }]);
        assert_eq!(page.status, 422);
        let form = page.form("/diary/new");
        assert!(!form.value("kept_photo").is_empty(), "{}", page.text());
        let page = phone.submit_with(&form.fill("title", "題あり"), &[]);
        assert_eq!(page.status, 200);
        photo_on(&page);
    }
}

#[test]
fn what_is_no_photo_is_refused_beside_the_field() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        for bytes in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"GIF89a", b"hello", &PHOTO[..300]] {
            let form = phone.get("/diary/new").form("/diary/new");
            let form = form.fill("title", "題").fill("body", "本文").fill("visibility", "friends");
            let page = phone.submit_with(&form, &[Upload { field: "photo", name: "x.jpg", bytes }]);
            assert_eq!(page.status, 422, "{} bytes: {}", bytes.len(), page.text());
            assert_eq!(page.form("/diary/new").value("body"), "本文");
        }
        let five = [(); 5].map(|()| Upload { field: "photo", name: "x.jpg", bytes: PHOTO });
        let form = phone
            .get("/diary/new")
            .form("/diary/new")
            .fill("title", "題")
            .fill("body", "本文")
            .fill("visibility", "friends");
        assert_eq!(phone.submit_with(&form, &five).status, 422);
    }
}
