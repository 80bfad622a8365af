//! The files of profiles, as text: those built into the program, or an operator's folder.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use include_dir::{Dir, include_dir};

use super::Fault;
use crate::tree::Place;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../config/devices");

/// One file of profiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFile {
    /// Its path, as it was opened; for a file inside the program, its path in the folder of profiles.
    pub file: Arc<str>,
    /// What it holds.
    pub text: String,
}

pub(crate) type Source = ProfileFile;

/// The files this program was built with, in the order of their names.
pub fn embedded() -> Vec<Source> {
    let mut sources = Vec::new();
    gather_embedded(&EMBEDDED, &mut sources);
    sources.sort_by(|a, b| a.file.cmp(&b.file));
    sources
}

fn gather_embedded(dir: &Dir<'_>, sources: &mut Vec<Source>) {
    for file in dir.files().filter(|file| file.path().extension().is_some_and(|end| end == "toml")) {
        let text = String::from_utf8_lossy(file.contents()).into_owned();
        sources.push(Source { file: file.path().to_string_lossy().into(), text });
    }
    dir.dirs().for_each(|dir| gather_embedded(dir, sources));
}

/// The `*.toml` files of a folder and the folders in it, in the order of their names.
///
/// # Errors
/// What could not be read, as a fault of its first line.
pub fn from_dir(dir: &Path) -> Result<Vec<Source>, Vec<Fault>> {
    let mut paths = Vec::new();
    gather_paths(dir, &mut paths).map_err(|fault| vec![fault])?;
    paths.sort();
    if paths.is_empty() {
        return Err(vec![fault(dir, "holds no profiles: no *.toml file")]);
    }
    paths.iter().map(|path| read(path).map_err(|fault| vec![fault])).collect()
}

/// How a folder of profiles looks from outside: each file with its size and its time of change. Two stamps are
/// equal as long as nothing was edited, added or taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Vec<(PathBuf, u64, Option<SystemTime>)>);

/// Looks at a folder without reading its files. A folder that is not there has the empty stamp.
pub fn stamp(dir: &Path) -> Stamp {
    let mut paths = Vec::new();
    if gather_paths(dir, &mut paths).is_err() {
        return Stamp::default();
    }
    paths.sort();
    let look = |path: PathBuf| {
        let about = fs::metadata(&path).ok();
        let size = about.as_ref().map_or(0, fs::Metadata::len);
        (path, size, about.and_then(|about| about.modified().ok()))
    };
    Stamp(paths.into_iter().map(look).collect())
}

fn gather_paths(dir: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Fault> {
    for entry in fs::read_dir(dir).map_err(|error| fault(dir, error))? {
        let path = entry.map_err(|error| fault(dir, error))?.path();
        if path.is_dir() {
            gather_paths(&path, paths)?;
        } else if path.extension().is_some_and(|end| end == "toml") {
            paths.push(path);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Source, Fault> {
    let text = fs::read_to_string(path).map_err(|error| fault(path, error))?;
    Ok(Source { file: path.to_string_lossy().into(), text })
}

fn fault(path: &Path, message: impl ToString) -> Fault {
    Fault::new(&Place { file: path.to_string_lossy().into(), line: 1 }, message.to_string())
}
