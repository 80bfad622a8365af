//! What is put is got, whole or not at all.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use enishi_pictures::{Format, Master, RenderError, Shape, Store, StoreError, VariantSpec};
use tempfile::TempDir;

use crate::builders::{master, noise, quarters};

const SMALL: VariantSpec =
    VariantSpec { width_px: 96, shape: Shape::Fit, format: Format::Jpeg, max_bytes: 5_000, colours: 65_536 };

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&format!("file://{}/pictures", folder.path().display())).unwrap();
    (folder, store)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn stored(master: &Master) -> (TempDir, Store) {
    let (folder, store) = store();
    store.put(master).unwrap();
    (folder, store)
}

#[test]
fn a_master_is_kept_once_and_returned_whole() {
    let master = master(&quarters(80, 60));
    let (folder, store) = stored(&master);
    store.put(&master).unwrap();
    assert_eq!(store.get(&master.digest).unwrap(), Some(master.jpeg));
    assert_eq!(files(folder.path()).len(), 1, "no second copy, no unfinished file");
}

#[test]
fn what_was_never_put_is_absent() {
    let (_folder, store) = store();
    let digest = master(&quarters(8, 8)).digest;
    assert_eq!(store.get(&digest).unwrap(), None);
    assert_eq!(store.variant(&digest, &SMALL).unwrap(), None);
    assert!(!store.delete(&digest).unwrap());
}

#[test]
fn a_file_that_does_not_match_its_checksum_is_missing() {
    let (mine, theirs) = (master(&quarters(80, 60)), master(&noise(80, 60)));
    let (folder, store) = stored(&mine);
    fs::write(&files(folder.path())[0], &theirs.jpeg).unwrap();
    assert_eq!(store.get(&mine.digest).unwrap(), None);
    assert_eq!(store.variant(&mine.digest, &SMALL).unwrap(), None);

    store.put(&mine).unwrap();
    assert_eq!(store.get(&mine.digest).unwrap(), Some(mine.jpeg), "putting it again mends it");
}

#[test]
fn variants_are_drawn_once_and_go_with_their_master() {
    let master = master(&noise(300, 200));
    let (folder, store) = stored(&master);
    let first = store.variant(&master.digest, &SMALL).unwrap().unwrap();
    assert_eq!(files(folder.path()).len(), 2);
    assert_eq!(store.variant(&master.digest, &SMALL).unwrap(), Some(first));
    assert_eq!(files(folder.path()).len(), 2);

    assert!(store.delete(&master.digest).unwrap());
    assert!(files(folder.path()).is_empty());
    assert_eq!(store.variant(&master.digest, &SMALL).unwrap(), None);
}

#[test]
fn the_variants_folder_may_be_deleted() {
    let master = master(&noise(300, 200));
    let (folder, store) = stored(&master);
    let first = store.variant(&master.digest, &SMALL).unwrap();
    fs::remove_dir_all(folder.path().join("pictures/variants")).unwrap();
    assert_eq!(store.variant(&master.digest, &SMALL).unwrap(), first);
}

#[test]
fn a_variant_that_cannot_be_drawn_says_why() {
    let master = master(&noise(64, 64));
    let (_folder, store) = stored(&master);
    let answer = store.variant(&master.digest, &VariantSpec { max_bytes: 20, ..SMALL });
    assert!(matches!(answer, Err(StoreError::Render(RenderError::TooFewBytes))));
}

#[test]
fn files_and_folders_are_for_this_account_alone() {
    let (folder, _store) = stored(&master(&quarters(8, 8)));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for file in files(folder.path()) {
        assert_eq!(mode(&file), 0o600);
        let inside = file.ancestors().skip(1).take_while(|above| *above != folder.path());
        inside.for_each(|above| assert_eq!(mode(above), 0o700, "{}", above.display()));
    }
}

#[test]
fn addresses_that_are_no_folder_are_refused_in_words() {
    assert!(matches!(Store::open("s3://bucket"), Err(StoreError::NoS3)));
    assert!(Store::open("s3://bucket").unwrap_err().to_string().contains("S3"));
    for url in ["data/pictures", "file://", "http://example.com/"] {
        assert!(matches!(Store::open(url), Err(StoreError::UnknownUrl(_))), "{url}");
    }
}

#[test]
fn many_at_once_are_all_kept() {
    let (_folder, store) = store();
    let master = master(&noise(200, 150));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                store.put(&master).unwrap();
                assert!(store.variant(&master.digest, &SMALL).unwrap().is_some());
            });
        }
    });
    store.check().unwrap();
}
