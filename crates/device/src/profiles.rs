//! All profiles, compiled once and shared: what the server holds.

use std::{path::Path, sync::Arc};

use crate::{DeviceProfile, Explanation, Fault, Headers, ProfileFile, explain, files, resolve, tree::Tree};

/// The profiles of a folder, ready to answer. Cheap to share behind an `Arc`; nothing in it changes.
#[derive(Debug)]
pub struct Profiles {
    pub(crate) tree: Tree,
}

impl Profiles {
    /// The profiles this program was built with.
    pub fn embedded() -> Profiles {
        let tree = files::compile(&files::embedded());
        Profiles { tree: tree.expect("invariant: the tests check the profiles that are built in") }
    }

    /// The profiles of an operator's folder: every `*.toml` in it and below it, in the order of their names.
    ///
    /// # Errors
    /// Every fault of the files; no profile is used unless all of them are sound.
    pub fn load(dir: &Path) -> Result<Profiles, Vec<Fault>> {
        let tree = files::compile(&files::from_dir(dir)?)?;
        Ok(Profiles { tree })
    }

    /// The profiles that some files make, in the order given; for trying a change before it is saved.
    ///
    /// # Errors
    /// Every fault of the files.
    pub fn compile(files: &[ProfileFile]) -> Result<Profiles, Vec<Fault>> {
        files::compile(files).map(|tree| Profiles { tree })
    }

    /// What the phone that sent these headers can take. Always answers: whoever is not known gets the
    /// smallest safe page.
    pub fn resolve(&self, headers: &Headers<'_>) -> Arc<DeviceProfile> {
        resolve::decide(&self.tree, headers).profile()
    }

    /// The same answer, and for each value the line or header that decided it.
    pub fn explain(&self, headers: &Headers<'_>) -> Explanation {
        explain::explain(&resolve::decide(&self.tree, headers))
    }

    /// Whether the tables have a row for the model that these headers name. Costs as much as [`Profiles::resolve`].
    pub fn has_row(&self, headers: &Headers<'_>) -> bool {
        resolve::decide(&self.tree, headers).row.is_some()
    }

    /// A profile by its own name, without a model: `docomo-foma1`.
    pub fn by_name(&self, name: &str) -> Option<Arc<DeviceProfile>> {
        let node = *self.tree.by_name.get(name)?;
        Some(Arc::clone(&self.tree.nodes[node].profile))
    }

    /// The names of all profiles, in the order of the files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tree.nodes.iter().map(|node| node.profile.name.as_str())
    }
}
