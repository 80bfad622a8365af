//! The files a page refers to. Their names hold a digest of their bytes, so that a phone may keep them for ever.

use std::sync::LazyLock;

use data_encoding::HEXLOWER;
use enishi_face::Language;
use sha2::{Digest, Sha256};

/// The style sheet of every page.
pub const STYLE: &str = concat!(
    include_str!("../assets/style/tokens.css"),
    include_str!("../assets/style/ground.css"),
    include_str!("../assets/style/frame.css"),
    include_str!("../assets/style/rows.css"),
    include_str!("../assets/style/thread.css"),
    include_str!("../assets/style/forms.css"),
    include_str!("../assets/style/visibility.css"),
    include_str!("../assets/style/reading.css"),
    include_str!("../assets/style/desk.css"),
);

/// The script: passkeys, phones that ring, photo previews, drafts kept on the phone, the first fault
/// in sight, how many could read it now. No page needs it.
pub const SCRIPT: &str = concat!(
    include_str!("../assets/enishi.js"),
    include_str!("../assets/passkey.js"),
    include_str!("../assets/bell.js"),
    include_str!("../assets/readers.js"),
);

/// What a browser runs when a phone rings, behind the words it shows.
const BELL_WORKER: &str = include_str!("../assets/bell_worker.js");

/// The sign of the site: two threads, tied.
pub const ICON: &str = include_str!("../assets/icon.svg");

static STYLE_PATH: LazyLock<String> = LazyLock::new(|| path("touch", STYLE, "css"));
static SCRIPT_PATH: LazyLock<String> = LazyLock::new(|| path("touch", SCRIPT, "js"));
static ICON_PATH: LazyLock<String> = LazyLock::new(|| path("icon", ICON, "svg"));

/// The address of [`STYLE`]: `/assets/touch-<digest>.css`. Its bytes never change.
pub fn style_path() -> String {
    STYLE_PATH.clone()
}

/// The address of [`SCRIPT`]: `/assets/touch-<digest>.js`. Its bytes never change.
pub fn script_path() -> String {
    SCRIPT_PATH.clone()
}

/// The address of [`ICON`]: `/assets/icon-<digest>.svg`. Its bytes never change.
pub fn icon_path() -> String {
    ICON_PATH.clone()
}

/// The address of the web manifest. It holds the name of the site, so it may change and is not to be kept long.
pub const MANIFEST_PATH: &str = "/assets/enishi.webmanifest";

/// The web manifest of a site of this name (media type `application/manifest+json`): with it a phone can keep
/// the site among its apps.
pub fn manifest(site: &str) -> String {
    serde_json::json!({
        "name": site,
        "short_name": site,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#FBF9F4",
        "theme_color": "#FBF9F4",
        "icons": [{ "src": icon_path(), "sizes": "any", "type": "image/svg+xml", "purpose": "any" }],
    })
    .to_string()
}

/// The address of [`bell_worker`]. It is the same for as long as the site stands: a browser looks there for a newer one.
pub fn bell_worker_path(language: Language) -> String {
    format!("/assets/bell-{}.js", language.code())
}

/// The language of a worker by its address.
pub fn language_of_bell_worker(path: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| bell_worker_path(*language) == path)
}

/// What a browser runs when a phone rings. A message says nothing, so what is shown stands here: the name of the site and
/// one sentence, in the language the phone was switched on in.
pub fn bell_worker(site: &str, language: Language) -> String {
    let said = serde_json::json!({
        "title": site,
        "body": language.words().say("bell-rings"),
        "lang": language.code(),
    });
    format!("\"use strict\";\nconst SAID = {said};\n{BELL_WORKER}")
}

/// Eight bytes of the digest: nobody is kept out by it, it need only change when the file does.
fn path(name: &str, content: &str, ending: &str) -> String {
    let digest = Sha256::digest(content.as_bytes());
    format!("/assets/{name}-{}.{ending}", HEXLOWER.encode(&digest[..8]))
}
