//! The device profiles in force, which an operator may edit while the site runs.
//!
//! A new set takes over between two requests; a faulty one never does. Whoever resolved a phone a moment before
//! keeps their profile: nothing is dropped.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use enishi_device::{DeviceProfile, Fault, Headers, Profiles, Stamp, stamp};

/// The profiles in force and where they come from.
pub struct LiveProfiles {
    current: ArcSwap<Profiles>,
    dir: Option<PathBuf>,
    faults: ArcSwap<Vec<Fault>>,
}

/// What a look at the folder found.
#[derive(Debug)]
pub enum Looked {
    /// Nothing was edited, or an editor is still writing.
    Same,
    /// A new set is in force.
    Renewed,
    /// The edit has these faults; the last good set stays in force.
    Faulty(Vec<Fault>),
}

/// What the last looks saw: a change counts once two looks agree, so that half a saved file is never read.
#[derive(Debug, Default)]
pub struct Watched {
    in_force: Stamp,
    seen: Stamp,
}

impl LiveProfiles {
    /// These profiles; `dir` is the folder they were read from, `None` for those inside the program.
    pub fn new(profiles: Profiles, dir: Option<PathBuf>) -> LiveProfiles {
        LiveProfiles { current: ArcSwap::from_pointee(profiles), dir, faults: ArcSwap::default() }
    }

    /// What the phone that sent these headers can take.
    pub fn resolve(&self, headers: &Headers<'_>) -> Arc<DeviceProfile> {
        self.current.load().resolve(headers)
    }

    /// The profiles in force, for asking them why.
    pub fn current(&self) -> Arc<Profiles> {
        self.current.load_full()
    }

    /// What is wrong with the profiles on the disk; nothing while they are those in force.
    pub fn faults(&self) -> Arc<Vec<Fault>> {
        self.faults.load_full()
    }

    /// The folder that is watched, if any.
    pub fn dir(&self) -> Option<&Path> {
        self.dir.as_deref()
    }

    /// What there is to compare later looks with.
    pub fn watch(&self) -> Watched {
        let now = self.dir().map(stamp).unwrap_or_default();
        Watched { in_force: now.clone(), seen: now }
    }

    /// Looks at the folder once more and puts a sound edit in force.
    pub fn look(&self, watched: &mut Watched) -> Looked {
        let Some(dir) = self.dir() else { return Looked::Same };
        let now = stamp(dir);
        let is_settled = now == watched.seen;
        watched.seen = now;
        if !is_settled || watched.seen == watched.in_force {
            return Looked::Same;
        }
        watched.in_force = watched.seen.clone();
        match Profiles::load(dir) {
            Ok(profiles) => {
                self.current.store(Arc::new(profiles));
                self.faults.store(Arc::default());
                Looked::Renewed
            }
            Err(faults) => {
                self.faults.store(Arc::new(faults.clone()));
                Looked::Faulty(faults)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const ROOT: &str = include_str!("../../../config/devices/00-root.toml");
    const UNKNOWN: &str = include_str!("../../../config/devices/99-unknown.toml");

    fn page_bytes(live: &LiveProfiles) -> usize {
        live.resolve(&Headers::new([("user-agent", "nobody knows")])).page_bytes
    }

    #[test]
    fn a_sound_edit_takes_over_and_a_faulty_one_never_does() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("00-root.toml", ROOT);
        write("99-unknown.toml", UNKNOWN);
        let profiles = Profiles::load(folder.path()).unwrap();
        let live = LiveProfiles::new(profiles, Some(folder.path().to_owned()));
        let (mut watched, before) = (live.watch(), page_bytes(&live));
        assert!(matches!(live.look(&mut watched), Looked::Same));
        write("99-unknown.toml", &format!("{UNKNOWN}\npage_bytes = \"many\"\n"));
        assert!(matches!(live.look(&mut watched), Looked::Same), "an editor may still be writing");
        let Looked::Faulty(faults) = live.look(&mut watched) else { panic!("the fault was not seen") };
        assert_eq!(*live.faults(), faults);
        assert!(faults[0].to_string().contains("99-unknown.toml:"), "{}", faults[0]);
        assert_eq!(page_bytes(&live), before);
        assert!(matches!(live.look(&mut watched), Looked::Same), "a fault is told once");
        write("99-unknown.toml", &format!("{UNKNOWN}\n# mended\n"));
        live.look(&mut watched);
        assert!(matches!(live.look(&mut watched), Looked::Renewed));
        assert!(live.faults().is_empty());
    }
}
