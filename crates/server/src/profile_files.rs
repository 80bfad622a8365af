//! The files of device profiles as an operator edits them: read, tried, written.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use enishi_core::handset::Seen;
use enishi_device::{Explanation, Fault, ProfileFile, Profiles, read_files, value_keys};
use enishi_face::desk::Change;
use serde_json::Value;

/// Changes beyond this many say no more than these.
const MOST_CHANGES: usize = 200;

/// The folder of profiles as it lies on the disk now.
pub struct ProfileFiles {
    dir: PathBuf,
    files: Vec<ProfileFile>,
}

impl ProfileFiles {
    /// Reads them all; the first fault that keeps a file from being read, if one does.
    pub fn read(dir: &Path) -> Result<ProfileFiles, Vec<Fault>> {
        Ok(ProfileFiles { dir: dir.to_owned(), files: read_files(dir)? })
    }

    /// Their names, as paths in the folder.
    pub fn names(&self) -> Vec<String> {
        self.files.iter().filter_map(|file| self.name_of(file)).collect()
    }

    /// What a file holds. A name that is not in the list names nothing, so no path leads out of the folder.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.at(name).map(|at| self.files[at].text.as_str())
    }

    /// The profiles there would be if this file held `text`.
    pub fn try_out(&self, name: &str, text: &str) -> Result<Profiles, Vec<Fault>> {
        let mut files = self.files.clone();
        if let Some(at) = self.at(name) {
            text.clone_into(&mut files[at].text);
        }
        Profiles::compile(&files)
    }

    /// Writes a file whole or not at all: beside it first, then in its place. What lies elsewhere and is only linked
    /// to from the folder is not for this program to write.
    pub fn write(&self, name: &str, text: &str) -> io::Result<()> {
        let at = self.at(name).ok_or(ErrorKind::NotFound)?;
        let path = Path::new(&*self.files[at].file);
        let kept = fs::symlink_metadata(path)?;
        if !kept.is_file() || !self.holds(path)? {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "it is a link, or lies behind one"));
        }
        // Not *.toml: a look at the folder in between must not take it for a file of profiles.
        let beside = path.with_extension("toml.new");
        let mut file = fresh(&beside)?;
        file.write_all(text.as_bytes())?;
        file.set_permissions(kept.permissions())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    }

    /// Whether a path lies in the folder once every link in it is followed.
    fn holds(&self, path: &Path) -> io::Result<bool> {
        let parent = path.parent().ok_or(ErrorKind::NotFound)?;
        Ok(parent.canonicalize()?.starts_with(self.dir.canonicalize()?))
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.files.iter().position(|file| self.name_of(file).as_deref() == Some(name))
    }

    fn name_of(&self, file: &ProfileFile) -> Option<String> {
        let inside = Path::new(&*file.file).strip_prefix(&self.dir).ok()?;
        inside.to_str().map(str::to_owned)
    }
}

/// A new file where none was: one that was left behind goes, and a link put there is taken away and never followed.
fn fresh(path: &Path) -> io::Result<fs::File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => OpenOptions::new().write(true).create_new(true).open(path),
    }
}

/// What an edit changes for each profile and for handsets that came: `[` [`MOST_CHANGES`] `]` at most.
pub fn changes(now: &Profiles, then: &Profiles, came: &[Seen]) -> Vec<Change> {
    let profiles = now.names().map(str::to_owned);
    let handsets = came.iter().map(|seen| seen.handset.agent.clone());
    let differ = profiles.chain(handsets).flat_map(|whose| differences(now, then, &whose));
    differ.take(MOST_CHANGES).collect()
}

fn differences(now: &Profiles, then: &Profiles, whose: &str) -> Vec<Change> {
    let value = |told: &Explanation| serde_json::to_value(&told.profile).unwrap_or_default();
    let (was, becomes) = (value(&now.explain_any(whose)), value(&then.explain_any(whose)));
    let keys = ["name", "family", "model"].into_iter().chain(value_keys());
    keys.filter(|key| was.get(key) != becomes.get(key))
        .map(|key| Change {
            whose: whose.to_owned(),
            key: key.to_owned(),
            was: said(was.get(key)),
            becomes: said(becomes.get(key)),
        })
        .collect()
}

/// A value as files write it.
pub fn said(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "–".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Object(fields)) => {
            let sides: Vec<String> = fields.values().map(ToString::to_string).collect();
            sides.join("×")
        }
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::os::unix::fs::symlink;

    const ROOT: &str = include_str!("../../../config/devices/00-root.toml");
    const UNKNOWN: &str = include_str!("../../../config/devices/99-unknown.toml");

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("00-root.toml"), ROOT).unwrap();
        std::fs::write(folder.path().join("99-unknown.toml"), UNKNOWN).unwrap();
        folder
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let folder = folder();
        let files = ProfileFiles::read(folder.path()).unwrap();
        assert_eq!(files.names(), ["00-root.toml", "99-unknown.toml"]);
        for name in ["../99-unknown.toml", "/etc/passwd", "", "00-root.toml/../x", "new.toml"] {
            assert!(files.text_of(name).is_none(), "{name}");
            assert!(files.write(name, "x").is_err(), "{name}");
        }
    }

    #[test]
    fn no_link_is_written_through() {
        let (folder, outside) = (folder(), tempfile::tempdir().unwrap());
        let (target, linked) = (outside.path().join("kept"), folder.path().join("50-linked.toml"));
        fs::write(&target, UNKNOWN).unwrap();
        symlink(&target, &linked).unwrap();
        symlink(&target, folder.path().join("99-unknown.toml.new")).unwrap();
        let files = ProfileFiles::read(folder.path()).unwrap();
        assert_eq!(files.write("50-linked.toml", "x").unwrap_err().kind(), ErrorKind::PermissionDenied);
        files.write("99-unknown.toml", "# own\n").unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), UNKNOWN, "it was written through a link");
        assert!(fs::symlink_metadata(&linked).unwrap().is_symlink());
        let own = folder.path().join("99-unknown.toml");
        assert_eq!(fs::read_to_string(&own).unwrap(), "# own\n");
        assert!(fs::symlink_metadata(own).unwrap().is_file());
    }

    #[test]
    fn a_trial_says_what_would_change_and_changes_nothing() {
        let folder = folder();
        let files = ProfileFiles::read(folder.path()).unwrap();
        let now = Profiles::load(folder.path()).unwrap();
        let edited = format!("{UNKNOWN}page_bytes = 4321\n");
        let then = files.try_out("99-unknown.toml", &edited).unwrap();
        let told = changes(&now, &then, &[]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!((told[0].key.as_str(), told[0].becomes.as_str()), ("page_bytes", "4321"));
        assert_eq!(std::fs::read_to_string(folder.path().join("99-unknown.toml")).unwrap(), UNKNOWN);
        files.write("99-unknown.toml", &edited).unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join("99-unknown.toml")).unwrap(), edited);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside them");
    }
}
