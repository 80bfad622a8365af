//! From TOML files to the tree of profiles. Every fault is found in one go, each with its file and line: an
//! operator mends a list of them, not one after the other.

mod document;
mod fault;
mod limits;
mod link;
mod nearest;
mod raw;
mod reach;
mod source;

use std::path::Path;

pub use fault::Fault;
pub use source::{ProfileFile, Stamp, embedded as embedded_files, from_dir as read_files, stamp};
pub(crate) use source::{Source, embedded, from_dir};

use crate::tree::Tree;

/// Reads the profiles of a folder and says everything that is wrong with them; nothing if all is well.
pub fn check(dir: &Path) -> Vec<Fault> {
    match from_dir(dir).and_then(|sources| compile(&sources)) {
        Ok(_) => Vec::new(),
        Err(faults) => faults,
    }
}

/// The tree that some files make, or all their faults, in the order of the files.
pub(crate) fn compile(sources: &[Source]) -> Result<Tree, Vec<Fault>> {
    let mut faults = Vec::new();
    let documents = sources.iter().map(|source| document::read(source, &mut faults)).collect();
    // A profile that does not read would be missed by all that inherit from it, so its own faults come first.
    let tree = if faults.is_empty() { link::link(documents, &mut faults) } else { None };
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    tree.filter(|_| faults.is_empty()).ok_or(faults)
}
