//! The demo as it is right after its cast was loaded, to be copied for each test: that takes a fraction of the time.
//!
//! It is kept while anybody uses a copy, and made anew in every half hour, so that what was said "today" in it was.

use std::path::Path;
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, SystemTime};

use enishi_testkit::stores::{Ground, database};
use tempfile::TempDir;

use crate::program::{Launched, launch};

/// A demo that was loaded and ended: its data folder and its database.
pub struct Loaded {
    folder: TempDir,
    ground: Ground,
    slot: u64,
}

/// One for each engine, by its name.
static SQLITE: Mutex<Weak<Loaded>> = Mutex::new(Weak::new());
static POSTGRES: Mutex<Weak<Loaded>> = Mutex::new(Weak::new());

/// A copy of the loaded demo on fresh ground, for as long as the value beside it is held. The ground itself, and nothing
/// to hold, where this PostgreSQL server gives its user no databases.
pub fn copy_to(folder: &Path, ground: Ground) -> (Ground, Option<Arc<Loaded>>) {
    let known = if ground.engine() == "sqlite" { &SQLITE } else { &POSTGRES };
    let loaded = {
        let mut known = known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match known.upgrade().filter(|loaded| loaded.slot == slot()) {
            Some(loaded) => loaded,
            None => match load(&ground) {
                Some(loaded) => {
                    let loaded = Arc::new(loaded);
                    *known = Arc::downgrade(&loaded);
                    loaded
                }
                None => return (ground, None),
            },
        }
    };
    copy_folder(&loaded.folder.path().join("data"), &folder.join("data"));
    let copied = match &loaded.ground {
        Ground::Folder(from) => {
            copy_folder(from.path(), ground.folder().unwrap());
            ground
        }
        from => copy_database(from),
    };
    (copied, Some(loaded))
}

/// Its backends may take a moment to notice that the program is gone.
fn copy_database(from: &Ground) -> Ground {
    for _ in 0..100 {
        if let Some(copy) = database(Some(from)) {
            return copy;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("the loaded database is never free to be copied");
}

fn load(like: &Ground) -> Option<Loaded> {
    let ground = match like {
        Ground::Folder(_) => Ground::Folder(tempfile::tempdir().unwrap()),
        _ => database(None)?,
    };
    let (folder, slot) = (tempfile::tempdir().unwrap(), slot());
    let Launched { mut child, .. } = launch("demo", folder.path(), &ground, &[]);
    child.kill().unwrap();
    child.wait().unwrap();
    Some(Loaded { folder, ground, slot })
}

/// The half hour it is.
fn slot() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs() / 1800
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let there = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_folder(&entry.path(), &there),
            false => drop(std::fs::copy(entry.path(), there).unwrap()),
        }
    }
    // Of keys, the program looks who else may read them.
    std::fs::set_permissions(to, std::fs::metadata(from).unwrap().permissions()).unwrap();
}
