//! Digit keys where the browser binds none: a few lines of optional script, served by the server.

use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// Binds 0–9, `*` and `#` to what carries that access key, and keeps what has the focus in sight. It leaves
/// fields that are being typed in alone. Without it every page still works with the arrow keys.
pub const KEY_SCRIPT: &str = include_str!("keys.js");

static PATH: LazyLock<String> = LazyLock::new(|| {
    let digest = HEXLOWER.encode(&Sha256::digest(KEY_SCRIPT.as_bytes()));
    format!("/assets/keys-{}.js", &digest[..12])
});

/// Where [`KEY_SCRIPT`] is served. The name carries its digest, so it may be kept for good.
pub fn key_script_path() -> &'static str {
    &PATH
}
