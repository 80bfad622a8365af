//! The photos of the cast, each checked and kept as an upload would be.

use std::collections::HashMap;

use enishi_core::picture::NewPicture;
use enishi_pictures::{Limits, Store, ingest};
use include_dir::{Dir, include_dir};

use super::LoadError;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../fixtures/photos");

/// Keeps each photo once, however often it hangs.
pub(super) struct Photos<'a> {
    store: &'a Store,
    kept: HashMap<String, NewPicture>,
}

impl<'a> Photos<'a> {
    pub(super) fn of(store: &'a Store) -> Photos<'a> {
        Photos { store, kept: HashMap::new() }
    }

    /// Puts a photo into the picture store and tells what the domain needs to know of it.
    pub(super) fn keep(&mut self, name: &str) -> Result<NewPicture, LoadError> {
        if let Some(kept) = self.kept.get(name) {
            return Ok(kept.clone());
        }
        let file = FILES.get_file(name).ok_or_else(|| LoadError::unknown("photo", name))?;
        let master = ingest(file.contents(), &Limits::default()).map_err(LoadError::refused)?;
        self.store.put(&master)?;
        let picture = NewPicture {
            digest: master.digest.to_string(),
            width_px: master.width_px as i32,
            height_px: master.height_px as i32,
            weight_bytes: master.jpeg.len() as i64,
        };
        self.kept.insert(name.to_owned(), picture.clone());
        Ok(picture)
    }
}
