//! The program's own files: style, script, manifest. Their names change with their content, so they are kept
//! for a year.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderName;
use enishi_touch::assets;

use enishi_face::Language;

use crate::answer::{BARE, Kind, asset, secured};
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
    if let Some(language) = assets::language_of_bell_worker(path) {
        return bell_worker(site, language);
    }
    if path == assets::icon_path() {
        return asset("image/svg+xml", assets::ICON);
    }
    secured(StatusCode::NOT_FOUND, BARE).body("")
}

/// It lies among the files and is for the whole site: a registration that covers the page it was made on.
fn bell_worker(site: &Site, language: Language) -> HttpResponse {
    let mut response = secured(StatusCode::OK, Kind::Worker);
    response.content_type("text/javascript; charset=utf-8");
    response.insert_header((HeaderName::from_static("service-worker-allowed"), "/"));
    response.body(assets::bell_worker(&site.config.site.name, language))
}
