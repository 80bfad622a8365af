//! The program's own files: style, script, manifest. Their names change with their content, so they are kept
//! for a year.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use enishi_touch::assets;

use crate::answer::{BARE, asset, secured};
use crate::site::Site;

/// A file of the program's own, or an empty 404.
pub fn serve_asset(site: &Site, path: &str) -> HttpResponse {
    if path == assets::style_path() {
        return asset("text/css; charset=utf-8", assets::STYLE);
    }
    if path == assets::script_path() {
        return asset("text/javascript; charset=utf-8", assets::SCRIPT);
    }
    if path == enishi_keitai::key_script_path() {
        return asset("text/javascript; charset=utf-8", enishi_keitai::KEY_SCRIPT);
    }
    if path == assets::MANIFEST_PATH {
        // It names the site, so it may change; it is asked for seldom enough to be sent anew.
        let mut response = secured(StatusCode::OK, BARE);
        response.content_type("application/manifest+json; charset=utf-8");
        return response.body(assets::manifest(&site.config.site.name));
    }
    if path == assets::icon_path() {
        return asset("image/svg+xml", assets::ICON);
    }
    secured(StatusCode::NOT_FOUND, BARE).body("")
}
