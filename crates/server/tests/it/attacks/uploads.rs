//! Pictures that are none, too much, or more than a picture: rows 67 to 75.

use enishi_testkit::dump::dump;
use enishi_testkit::phone::{FOMA, IPHONE, Page, Phone, Request, Upload};

use super::images::{self, bomb_png, empty_png, patched_jpeg, with_segments};
use super::{Line, at_once, resident_mib};
use crate::pictures::{PHOTO, photo_on};
use crate::program::{Program, demos, demos_with, place_of};

fn send(phone: &mut Phone, bytes: &[u8], name: &str) -> Page {
    let form = phone.get("/diary/new").form("/diary/new").fill("title", "題").fill("body", "本文");
    let form = form.fill("visibility", "friends");
    phone.submit_with(&form, &[Upload { field: "photo", name, bytes }])
}

/// Refused beside the field with what was typed, or taken as the picture it is; never a fault, and never much memory.
fn judged(program: &Program, files: &[(&str, Vec<u8>, &[u16])]) {
    let mut phone = program.phone_of("hanako", IPHONE);
    send(&mut phone, PHOTO, "warm.jpg");
    let before = resident_mib(program);
    for (what, bytes, statuses) in files {
        let page = send(&mut phone, bytes, "x.jpg");
        assert!(statuses.contains(&page.status), "{what}: {} ({})", page.status, program.engine);
        if page.status == 422 {
            assert_eq!(page.form("/diary/new").value("body"), "本文", "{what}");
        }
        let now = resident_mib(program);
        assert!(now < before + 128, "{what}: {before} MiB before, {now} after ({})", program.engine);
    }
    assert_eq!(phone.get("/home").status, 200);
}

#[test]
fn attack_67_a_flood_of_pixels_is_refused_by_its_head() {
    for program in demos() {
        judged(
            &program,
            &[
                ("a PNG of 50,000 × 50,000", images::png(50_000, 50_000, &[]), &[422]),
                ("a PNG beyond 32 bits", images::png(u32::MAX, u32::MAX, &[]), &[422]),
                ("a PNG of 0 × 0", images::png(0, 0, &[]), &[422]),
                ("a JPEG of 65,535 × 65,535", patched_jpeg(PHOTO, 65_535, 65_535), &[422]),
                ("a long thin JPEG", patched_jpeg(PHOTO, 65_535, 8), &[422]),
                ("a GIF canvas of 65,535 × 65,535", images::gif(65_535, 65_535, 1, (1, 1)), &[422]),
                ("a GIF frame beyond its canvas", images::gif(8, 8, 1, (60_000, 60_000)), &[422]),
                ("a WebP of 16,384 × 16,384", images::webp(16_384, 16_384), &[422]),
            ],
        );
    }
}

#[test]
fn attack_68_a_flood_of_frames_is_one_frame_or_none() {
    for program in demos() {
        judged(
            &program,
            &[
                ("150 frames of 1000 × 1000", images::gif(1000, 1000, 150, (1000, 1000)), &[200, 422]),
                ("10,000 frames", images::gif(100, 100, 10_000, (100, 100)), &[200, 422]),
            ],
        );
    }
}

#[test]
fn attack_69_what_lies_beside_the_pixels_is_not_unpacked() {
    for program in demos() {
        let gigabyte = 1_000_000_000;
        let many: Vec<u8> = (0..10_000).flat_map(|_| images::chunk(b"tEXt", b"a\0b")).collect();
        judged(
            &program,
            &[
                ("a profile of 1 GB", bomb_png(b"iCCP", gigabyte), &[200, 422]),
                ("a text of 1 GB", bomb_png(b"zTXt", gigabyte), &[200, 422]),
                ("an international text of 1 GB", bomb_png(b"iTXt", gigabyte), &[200, 422]),
                ("10,000 chunks", empty_png(&many), &[200, 422]),
                (
                    "EXIF that leads in a circle",
                    with_segments(PHOTO, &[images::circular_exif()]),
                    &[200, 422],
                ),
            ],
        );
    }
}

#[test]
fn attack_70_only_pictures_are_pictures_whatever_they_are_called() {
    let boxed = |brand: &[u8]| [b"\0\0\0\x18ftyp", brand, b"\0\0\0\0mif1", brand].concat();
    for program in demos() {
        let files = [
            ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".to_vec()),
            ("HTML", b"<!DOCTYPE html><script>alert(1)</script>".to_vec()),
            ("PDF", b"%PDF-1.7\n1 0 obj<<>>endobj\n".to_vec()),
            ("PSD", b"8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x10\0\0\0\x10\0\x08\0\x03".to_vec()),
            ("TIFF", b"II*\0\x08\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
            ("BMP", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0".to_vec()),
            ("ICO", b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0\x68\x04\0\0\x16\0\0\0".to_vec()),
            ("HEIC", boxed(b"heic")),
            ("AVIF", boxed(b"avif")),
            ("MP4", boxed(b"isom")),
            ("MVG", b"push graphic-context\nimage over 0,0 0,0 'https://evil.example/'\n".to_vec()),
            ("a zip", b"PK\x03\x04\x14\0\0\0".to_vec()),
            ("nothing but a head", b"\xFF\xD8\xFF\xE0".to_vec()),
            ("one byte", b"\xFF".to_vec()),
        ];
        let files: Vec<_> = files.into_iter().map(|(what, bytes)| (what, bytes, &[422][..])).collect();
        judged(&program, &files);
        // A double ending and a lying type change nothing for a real picture.
        let mut phone = program.phone_of("hanako", IPHONE);
        let page = send(&mut phone, PHOTO, "x.php.html.exe");
        assert_eq!(page.status, 200);
        let photo = phone.fetch(&Request::get(&photo_on(&page)));
        assert_eq!(photo.header("content-type"), "image/jpeg");
    }
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

fn files_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    entries
        .flat_map(|entry| if entry.path().is_dir() { files_below(&entry.path()) } else { vec![entry.path()] })
        .collect()
}

/// Sends a picture and looks for words in everything that is kept and served of it.
fn served_without(program: &Program, bytes: &[u8], words: &[&[u8]]) {
    for model in [IPHONE, FOMA] {
        let mut phone = program.phone_of("hanako", model);
        let mut sender = program.phone_of("hanako", IPHONE);
        let page = send(&mut sender, bytes, "x.jpg");
        assert_eq!(page.status, 200, "{}", page.text());
        let page = phone.get(&place_of(&page));
        let photo = phone.clone().fetch(&Request::get(&photo_on(&page)));
        assert_eq!(photo.status, 200);
        assert!(photo.header("content-type").starts_with("image/"), "{}", model.name);
        assert_eq!(photo.header("x-content-type-options"), "nosniff");
        assert!(photo.header("content-security-policy").contains("sandbox"));
        for word in words {
            assert!(
                !holds(&photo.body, word),
                "{:?} is served on {}",
                String::from_utf8_lossy(word),
                model.name
            );
        }
    }
    let files = files_below(&program.data_dir().join("pictures"));
    assert!(!files.is_empty());
    for file in files {
        let kept = std::fs::read(&file).unwrap();
        for word in words {
            assert!(!holds(&kept, word), "{:?} is kept in {}", String::from_utf8_lossy(word), file.display());
        }
    }
}

#[test]
fn attack_71_what_is_served_is_drawn_anew() {
    let comment = images::segment(0xFE, b"<script>alert(1)</script><?php evil(); ?>");
    let tail: &[u8] = b"<html><script>alert(2)</script>PK\x03\x04zip-inside/*gif*/";
    for program in demos() {
        let jpeg = [with_segments(PHOTO, std::slice::from_ref(&comment)), tail.to_vec()].concat();
        let png = [empty_png(&images::chunk(b"tEXt", b"Comment\0<script>alert(3)</script>")), tail.to_vec()]
            .concat();
        let words: [&[u8]; 5] = [b"<script", b"<?php", b"PK\x03\x04", b"zip-inside", b"/*gif*/"];
        served_without(&program, &jpeg, &words);
        served_without(&program, &png, &words);
    }
}

#[test]
fn attack_72_nothing_says_where_and_with_what_it_was_taken() {
    let xmp =
        [b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>33,50.4N</exif:GPSLatitude>"
            as &[u8]]
        .concat();
    let iptc = b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x10IPTC-CAPTION-XY".to_vec();
    let segments = [
        images::gps_exif(),
        images::segment(0xE1, &xmp),
        images::segment(0xED, &iptc),
        images::segment(0xFE, b"KOKO-NI-SUNDEIRU"),
    ];
    for program in demos() {
        let words: [&[u8]; 8] = [
            b"Exif\0",
            b"GPS-MARK",
            b"MAKER-NOTE",
            b"ns.adobe.com",
            b"GPSLatitude",
            b"Photoshop",
            b"IPTC-CAPTION",
            b"KOKO-NI",
        ];
        let jpeg = with_segments(PHOTO, &segments);
        assert!(words.iter().all(|word| holds(&jpeg, word)), "the picture does not hold what is looked for");
        served_without(&program, &jpeg, &words);
        let exif = images::gps_exif();
        let chunks =
            [images::chunk(b"eXIf", &exif[10..]), images::chunk(b"tEXt", b"Author\0KOKO-NI-SUNDEIRU")]
                .concat();
        served_without(&program, &empty_png(&chunks), &words);
        // The face beside the name as well.
        let mut phone = program.phone_of("hanako", IPHONE);
        let form = phone.get("/me/profile").form("/me/profile");
        let page = phone.submit_with(&form, &[Upload { field: "photo", name: "x.jpg", bytes: &jpeg }]);
        assert_eq!(page.status, 200);
        for face in phone.get("/me/profile").pictures().filter(|face| face.contains("/pictures/")) {
            let face = phone.fetch(&Request::get(&face));
            assert!(words.iter().all(|word| !holds(&face.body, word)), "a face says more than a face");
        }
    }
}

#[test]
fn attack_73_broken_pictures_break_nothing() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let kept = |program: &Program| dump(&program.database_url())["pictures"].len();
        let (pid, before) = (program.pid(), kept(&program));
        let mut taken = 0;
        let small = images::small_jpeg(PHOTO);
        for nth in 0..120_usize {
            // Numbers that look random and are the same in every run.
            let dice = |salt: usize| (nth * 2_654_435_761 + salt * 40_503) >> 7;
            let mut bytes = small.clone();
            for change in 0..1 + nth % 7 {
                let at = dice(change) % bytes.len();
                bytes[at] = dice(change + 100) as u8;
            }
            if nth % 4 == 0 {
                bytes.truncate(dice(7) % bytes.len());
            }
            let page = send(&mut phone, &bytes, "x.jpg");
            assert!(matches!(page.status, 200 | 422), "{nth}: {}", page.status);
            taken += usize::from(page.status == 200 && page.pictures().any(|src| src.contains("/pictures/")));
        }
        assert_eq!(program.pid(), pid);
        assert!(kept(&program) <= before + taken, "rows of pictures that were refused are kept");
        assert_eq!(phone.get("/home").status, 200);
    }
}

#[test]
fn attack_74_many_at_once_queue_and_a_full_shelf_says_so() {
    let most = ("ENISHI_LIMITS__PICTURE_BYTES_PER_MEMBER", "600000");
    for program in demos_with(&[most]) {
        let phone = program.phone_of("mika", IPHONE);
        let form = phone
            .clone()
            .get("/diary/new")
            .form("/diary/new")
            .fill("title", "題")
            .fill("visibility", "friends");
        let before = resident_mib(&program);
        let statuses = at_once(30, |nth| {
            let form = form.clone().fill("body", &format!("本文{nth}")).fill("once", &format!("once-{nth}"));
            let upload = Upload { field: "photo", name: "x.jpg", bytes: PHOTO };
            phone.clone().fetch(&form.request_with(&[upload])).status
        });
        assert!(statuses.iter().all(|status| matches!(status, 303 | 422 | 503)), "{statuses:?}");
        assert!(statuses.contains(&303), "{statuses:?}");
        let after = resident_mib(&program);
        assert!(after < before + 256, "{before} MiB before, {after} after ({})", program.engine);
        let mut phone = phone;
        // A busy machine has sent most of them away; a few more fill the shelf.
        let page = (0..10).map(|_| send(&mut phone, PHOTO, "x.jpg")).find(|page| page.status != 200);
        let page = page.expect("a shelf that is never full");
        assert_eq!(page.status, 422, "a full shelf takes more");
        let page = phone.submit(&page.form("/diary/new"));
        assert_eq!(page.status, 200, "without a picture it goes on");
    }
}

#[test]
fn attack_74_an_upload_that_breaks_off_leaves_nothing() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let form = phone
            .get("/diary/new")
            .form("/diary/new")
            .fill("title", "とちゅうでやめた")
            .fill("body", "とちゅうでやめた");
        let request = form.fill("visibility", "friends").request_with(&[Upload {
            field: "photo",
            name: "x.jpg",
            bytes: PHOTO,
        }]);
        let before = (
            files_below(&program.data_dir().join("pictures")).len(),
            dump(&program.database_url())["pictures"].len(),
        );
        for part in 1..5 {
            let mut line = Line::to(program.address);
            line.say(format!(
                "POST /diary/new HTTP/1.1\r\nHost: {}\r\nUser-Agent: {}\r\nCookie: enishi={}\r\n{}: {}\r\nContent-Length: {}\r\n\r\n",
                program.address, IPHONE.headers[0].1, phone.cookie("enishi").unwrap(),
                request.headers[0].0, request.headers[0].1, request.body.len()
            ));
            line.say(&request.body[..request.body.len() * part / 5]);
        }
        assert_eq!(phone.get("/home").status, 200);
        let after = (
            files_below(&program.data_dir().join("pictures")).len(),
            dump(&program.database_url())["pictures"].len(),
        );
        assert_eq!(after, before, "{}", program.engine);
        assert!(!phone.get("/home").text().contains("とちゅうでやめた"));
    }
}

#[test]
fn attack_75_a_file_name_is_nothing_and_a_size_is_one_of_a_list() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", IPHONE);
        let long = "x".repeat(5_000);
        let mut photo = String::new();
        for name in [
            "../../../../etc/x.jpg",
            "..\\..\\x.jpg",
            "表\\x.jpg",
            "x%00.jpg",
            "",
            "CON",
            "C:\\x.jpg",
            long.as_str(),
        ] {
            let page = send(&mut phone, PHOTO, name);
            assert_eq!(page.status, 200, "{name}: {}", page.text());
            photo = photo_on(&page);
            assert!(!page.text().contains("etc/x"), "{name} is shown");
        }
        let (folder, file) = photo.rsplit_once('/').unwrap();
        assert_eq!(phone.fetch(&Request::get(&photo)).status, 200);
        for size in [
            "1.jpg",
            "97.jpg",
            "0.jpg",
            "-1.jpg",
            "1000000000.jpg",
            "99999999999999999999.jpg",
            "96.jpeg",
            "96.webp",
            "96.JPG",
            "096.jpg",
            "+96.jpg",
            "96x.jpg",
            "96.jpg%00",
            "96.jpg/",
            "%2e%2e/96.jpg",
            "..%2f..%2fkeys%2fkeyring",
        ] {
            let page = phone.fetch(&Request::get(&format!("{folder}/{size}")));
            assert_eq!(page.status, 404, "{size}");
        }
        for path in ["/pictures/../keys/keyring", "/pictures/..%2fkeys%2fkeyring/96.jpg", "/pictures//96.jpg"]
        {
            assert_eq!(phone.fetch(&Request::get(path)).status, 404, "{path}");
        }
        assert_eq!(phone.fetch(&Request::get(&format!("{folder}/{file}?w=5000&h=1"))).status, 200);
    }
}
