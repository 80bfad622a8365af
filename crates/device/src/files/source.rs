//! The files of profiles, as text: those built into the program, or an operator's folder.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use include_dir::{Dir, include_dir};

use super::Fault;
use crate::tree::Place;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../config/devices");

/// One file.
pub(crate) struct Source {
    pub file: Arc<str>,
    pub text: String,
}

/// The files this program was built with, in the order of their names.
pub(crate) fn embedded() -> Vec<Source> {
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
pub(crate) fn from_dir(dir: &Path) -> Result<Vec<Source>, Vec<Fault>> {
    let mut paths = Vec::new();
    gather_paths(dir, &mut paths).map_err(|fault| vec![fault])?;
    paths.sort();
    if paths.is_empty() {
        return Err(vec![fault(dir, "holds no profiles: no *.toml file")]);
    }
    paths.iter().map(|path| read(path).map_err(|fault| vec![fault])).collect()
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
